// Three looks that differ in structure: fan-made elsewhere, pending on the brand's own site, official after a claim; and a
// product that nobody has made yet. The badge appears in the brand's page and goes with the claim.
import { Console, Guest, newBrand, ok, origins } from "../harness/actors.mjs";
import { PROVEN_BY_SITE } from "../harness/stack.mjs";
import { ask, expect, line, openThread, reload, siteWithTag, test, visit, widget } from "./stage.mjs";

const own = PROVEN_BY_SITE.toReversed();

test("fan-made elsewhere, pending on the brand's own site, official after a claim, fan-made again after its release", async ({ page }) => {
  const [brand] = own;
  const guest = new Guest(brand);
  await guest.asks({ title: "Does the lamp flicker?", product: "lamp" });
  const atHome = await siteWithTag(page, { brand, product: "lamp" });
  const elsewhere = await siteWithTag(page, { brand, product: "lamp", site: process.env.FAN });
  const denial = page.getByText("does not run it");
  const company = page.getByRole("link", { name: "Is this your company?" });

  await visit(page, elsewhere);
  await expect(widget(page)).toHaveClass(/ch-fan/);
  await expect(denial).toBeVisible();
  await expect(company).toBeVisible();

  await visit(page, atHome);
  await expect(widget(page)).toHaveClass(/ch-pending/);
  await expect(page.locator(".ch-steward")).toContainText("customers help one another");
  await expect(denial).toHaveCount(0);
  await expect(company).toHaveCount(0);

  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await reload(page);
  await expect(widget(page), "a proof alone changes nothing").toHaveClass(/ch-pending/);
  const claim = await rep.claims(brand);
  for (const url of [atHome, elsewhere]) {
    await visit(page, url);
    await expect(widget(page)).toHaveClass(/ch-official/);
    await expect(page.locator(".ch-steward .ch-domain")).toHaveText(brand);
    await expect(page.locator(".ch-steward")).toContainText("Domain proven by DNS");
    await expect(denial).toHaveCount(0);
    await openThread(page, "Does the lamp flicker?");
    await expect(page.locator(".ch-steward")).toContainText("is in this thread since");
  }
  await ok(rep.release(brand, claim.id));
  await visit(page, elsewhere);
  await expect(widget(page)).toHaveClass(/ch-fan/);
  await expect(denial).toBeVisible();
  await visit(page, atHome);
  await expect(widget(page)).toHaveClass(/ch-pending/);
});

test("an unknown product is an inviting empty community, and the first question makes it", async ({ page }) => {
  const [, brand] = own;
  await visit(page, await siteWithTag(page, { brand, product: "toaster", title: "Two-slice Toaster" }));
  await expect(widget(page)).toHaveClass(/ch-pending/);
  await expect(page.locator(".ch-invite")).toContainText("No questions yet about Two-slice Toaster");
  expect((await (await fetch(`${origins().chie}/v1/communities/${brand}`)).json()).products ?? []).toEqual([]);
  await ask(page, { line: "Does it take thick bread?" });
  await reload(page);
  await expect(page.locator(".ch-invite")).toHaveCount(0);
  await expect(line(page, "Does it take thick bread?")).toContainText("Yours");
  await expect(page.locator(".ch-head")).toContainText("Two-slice Toaster");
});

test("proving a domain never makes the name that a fan gave official", async ({ page }) => {
  const brand = newBrand("acme-help-");
  await ok(new Guest(brand).open({ name: "Acme", product_name: "Kettle", product: "kettle" }));
  await new Guest(brand).asks();
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  await visit(page, await siteWithTag(page, { brand }));
  for (const again of [false, true]) {
    if (again) await reload(page);
    await expect(widget(page)).toHaveClass(/ch-official/);
    await expect(page.locator(".ch-steward .ch-domain")).toHaveText(brand);
    const words = await widget(page).innerText();
    expect(words).not.toMatch(/\bAcme\b/);
  }
});
