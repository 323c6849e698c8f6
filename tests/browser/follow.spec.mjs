// What is posted is followed: an address confirmed on the screen after posting, a private link for who leaves none, mail that
// comes once, and a link in it that ends it.
import { codeIn, Guest, lettersAfter, lettersTo, mailTo, newAddress, newBrand, ok, origins } from "../harness/actors.mjs";
import { ask, expect, line, openThread, reload, siteWithTag, somebodyElse, test, visit } from "./stage.mjs";

/** Confirms an address by the code that comes. */
async function leaveAddress(page, email) {
  await page.locator("#ch-email").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.locator("#ch-code")).toBeFocused();
  await page.locator("#ch-code").fill(codeIn((await mailTo(email))[0]));
  await page.getByRole("button", { name: "Confirm" }).click();
}

/** What belongs to whoever takes part on Chie's own pages in this browser; its widget stands in a closed root. */
const mineOn = (page, brand) => page.evaluate(async (of) => {
  const session = localStorage.getItem(`chie:${of}:session`);
  return (await fetch(`/v1/communities/${of}/mine`, { headers: { authorization: `Bearer ${session}` } })).json();
}, brand);

test("scenario 3: me-too on a match, an address, and one mail when it is solved", async ({ page }) => {
  const asker = new Guest(newBrand());
  const thread = await asker.asks({ title: "The whistle stays silent", kind: "problem" });
  await visit(page, await siteWithTag(page, { brand: asker.brand }));
  await page.locator("#ch-line").fill("whistle is silent");
  await page.locator(".ch-like").getByRole("link").click();
  await page.getByRole("button", { name: "I have this too" }).click();
  await expect(page.getByRole("heading", { name: "We tell you when it is solved" })).toBeVisible();
  const email = newAddress("sharer");
  await leaveAddress(page, email);
  await expect(page.locator(".ch-kept")).toContainText(`${email[0]}…@mail.example`);
  await reload(page);
  await openThread(page, "The whistle stays silent");
  await expect(page.getByRole("button", { name: "Following" })).toHaveAttribute("aria-pressed", "true");

  const reply = await new Guest(asker.brand).replies(thread, { body: "Half an hour of vinegar." });
  await lettersAfter(asker.brand, email, 0);
  await ok(asker.accept(reply));
  const [mail] = await lettersAfter(asker.brand, email, 1);
  expect(mail.subject).toBe("Solved: The whistle stays silent");
  // The mail leads to the thread, and its other link ends the mail for good.
  const [open] = mail.text.match(/http\S+\/c\/\S+/);
  expect(await (await fetch(open)).text()).toContain("Half an hour of vinegar");
  await page.goto(mail.headers["List-Unsubscribe"].slice(1, -1));
  await page.getByRole("button", { name: "Stop them" }).click();
  await expect(page.getByRole("status")).toContainText("You get no more of these mails");
  expect((await lettersTo(email)).length).toBe(1);
  // Back on the site, now and after a reload: solved, shared, and not followed any more.
  await visit(page, await siteWithTag(page, { brand: asker.brand }));
  for (const again of [false, true]) {
    if (again) await reload(page);
    await openThread(page, "The whistle stays silent");
    await expect(page.locator(".ch-solved")).toBeVisible();
    await expect(page.getByRole("button", { name: "I have this too" })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("button", { name: "Follow", exact: true })).toHaveAttribute("aria-pressed", "false");
  }
  await new Guest(asker.brand).replies(thread, { body: "Or lemon." });
  await lettersAfter(asker.brand, email, 1);
});

test("scenario 4: a guest keeps the private link, comes back by it elsewhere, and later confirms an address", async ({ page, browser, watch }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "Where is the serial number?" });
  await expect(page.locator(".ch-done")).toContainText("How soon answers come here is not known yet.");
  await page.getByRole("button", { name: "Make the link" }).click();
  const field = page.locator("#ch-keep-link");
  await expect(field).toBeFocused();
  const link = await field.inputValue();
  expect(link).toMatch(/\/keep\?lang=en#/);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  // Another device: the secret leaves the address bar at once, and the thread is one's own.
  const other = await somebodyElse(browser, watch);
  const asked = [];
  other.on("request", (request) => asked.push(request.url()));
  await other.goto(link);
  await expect(other).toHaveURL(new RegExp(`${origins().chie}/c/${brand}/kettle/t_`));
  const secret = link.split("/").at(-1);
  expect(asked.filter((url) => url.split("#")[0].includes(secret))).toEqual([]);
  expect((await mineOn(other, brand)).asked.length).toBe(1);
  await other.reload();
  expect((await mineOn(other, brand)).asked.length).toBe(1);
  expect(other.url()).not.toContain(secret);
  await other.context().close();

  // A newer link ends the older one.
  await page.getByRole("button", { name: "Make a new one" }).click();
  await expect(field).not.toHaveValue(link);
  watch.allow(/422 POST \S*\/returns/);
  watch.allow(/Failed to load resource.*422/);
  const late = await somebodyElse(browser, watch);
  await late.goto(link);
  await expect(late.getByRole("alert")).toContainText("does not count any more");
  await late.context().close();

  // Confirming an address needs no link any more, and the thread is still theirs.
  const email = newAddress("keeper");
  await leaveAddress(page, email);
  await expect(page.locator(".ch-kept")).toContainText("We write to");
  await expect(field).toHaveCount(0);
  await reload(page);
  await expect(line(page, "Where is the serial number?")).toContainText("Yours");
  await new Guest(brand).replies((await new Guest(brand).list().then((it) => it.body.rows))[0].id, { body: "Under the lid." });
  await lettersAfter(brand, email, 1);
  await reload(page);
  await openThread(page, "Where is the serial number?");
  await expect(page.locator(".ch-reply")).toContainText("Under the lid.");
});

test("a private link asks before it takes the place of somebody who takes part in this browser", async ({ page }) => {
  const brand = newBrand();
  const [one, two] = [new Guest(brand, { site: origins().chie }), new Guest(brand, { site: origins().chie })];
  const [first, second] = [await one.asks({ title: "The first" }), await two.asks({ title: "The second" })];
  const links = [(await ok(one.keepLink(first))).link, (await ok(two.keepLink(second))).link];
  await page.goto(links[0]);
  await expect(page).toHaveURL(new RegExp(first));
  expect((await mineOn(page, brand)).asked).toEqual([first]);
  await page.goto(links[1]);
  await expect(page.getByText("In this browser you take part already")).toBeVisible();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(new RegExp(second));
  expect((await mineOn(page, brand)).asked).toEqual([second]);
});

test("anybody follows a thread and stops again, and it is so after a reload", async ({ page }) => {
  const asker = new Guest(newBrand());
  await asker.asks({ title: "Which vinegar?" });
  await visit(page, await siteWithTag(page, { brand: asker.brand, lang: "ja" }));
  await openThread(page, "Which vinegar?");
  await page.getByRole("button", { name: "お知らせを受け取る" }).click();
  await expect(page.getByRole("heading", { name: "回答が来たらお知らせします" })).toBeVisible();
  await reload(page);
  await openThread(page, "Which vinegar?");
  const on = page.getByRole("button", { name: "お知らせを受け取っています" });
  await expect(on).toHaveAttribute("aria-pressed", "true");
  await on.click();
  await reload(page);
  await openThread(page, "Which vinegar?");
  await expect(page.getByRole("button", { name: "お知らせを受け取る" })).toHaveAttribute("aria-pressed", "false");
});
