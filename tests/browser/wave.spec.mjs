// What real people notice of the defence against waves: nothing, with a password manager, a screen reader, the keyboard or a text that
// they paste; and in a wave a moment's work of their browser, which is measured here.
import { Guest, newBrand, ok, origins } from "../harness/actors.mjs";
import { asNewcomer, networkOf } from "../abuse/people.mjs";
import { ask, expect, line, reload, siteWithTag, test, typeLine, visit } from "./stage.mjs";

const from = (page, name) => page.context().setExtraHTTPHeaders({ "x-chie-network": networkOf(name) });

/** What managers of passwords and browsers fill in by themselves: whatever looks like a name, an address, a site, a telephone; unless it is marked. */
const FILL = () => {
  const roots = [document, ...[...document.querySelectorAll("*")].map((it) => it.shadowRoot).filter(Boolean)];
  const filled = [];
  for (const input of roots.flatMap((root) => [...root.querySelectorAll("input:not([type=hidden], [type=radio], [type=checkbox], [type=file])")])) {
    const marked = ["1pIgnore", "bwignore", "lpignore"].some((name) => name in input.dataset) || input.dataset.formType === "other";
    const looks = /name|mail|user|phone|tel|url|site|home|web/i.test([input.name, input.id, input.autocomplete].join(" "));
    if (marked || !looks || input.autocomplete === "off") continue;
    input.value = /mail/.test(input.name) ? "" : "Ada";
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    filled.push(input.name || input.id);
  }
  return filled;
};

test("a text that is pasted and a form that a password manager fills in are posted and held from nobody", async ({ page }) => {
  const brand = newBrand();
  await from(page, `manager ${brand}`);
  await visit(page, await siteWithTag(page, { brand }));
  await typeLine(page, "Does it whistle?");
  await page.locator(".ch-like-ask").click();
  await page.locator("#ch-body").fill("Pasted at once: on gas, since May, with filtered water.");
  await page.evaluate(FILL);
  await page.getByRole("button", { name: "Post the question" }).click();
  await expect(page.getByRole("heading", { name: "Posted" })).toBeVisible();
  expect((await ok(new Guest(brand).list())).rows.map((row) => row.title)).toEqual(["Does it whistle?"]);
});

test("the field for programs is neither read out, nor seen, nor on the way of the Tab key; a program that fills in everything waits, and is told so", async ({ page }) => {
  const brand = newBrand();
  await new Guest(brand).open({ product_name: "Kettle" });
  await from(page, `reader ${brand}`);
  await page.goto(`${origins().chie}/c/${brand}/kettle/ask?lang=en`);
  const trap = page.locator("input[name=homepage]");
  await expect(trap).toHaveCount(1);
  expect(await page.getByRole("main").ariaSnapshot()).not.toMatch(/homepage/i);
  expect(await page.getByRole("textbox").count()).toBe(await page.locator("input[name=title], textarea[name=body], input[name=name]").count());
  // Nothing of it is painted: what it stands in is cut to nothing.
  const [shown, cut] = await trap.evaluate((it) => [it.parentElement.getBoundingClientRect(), getComputedStyle(it.parentElement)]).then(([box, style]) => [box.width * box.height, style.clipPath]);
  expect(shown).toBeLessThanOrEqual(1);
  expect(cut).toBe("inset(50%)");
  const way = [];
  for (let turn = 0; turn < 30; turn += 1) {
    await page.keyboard.press("Tab");
    way.push(await page.evaluate(() => document.activeElement?.name));
  }
  expect(way).toContain("title");
  expect(way).not.toContain("homepage");
  await page.locator("#ch-title").fill("Filled by a program");
  await trap.evaluate((it) => { it.value = "https://spam.example"; });
  await page.getByRole("button", { name: "Post the question" }).click();
  await expect(page.getByRole("heading", { name: "It waits until somebody has looked at it" })).toBeVisible();
  expect((await ok(new Guest(brand).list())).rows).toEqual([]);
});

test("in a wave a newcomer's browser works for a moment and then it is posted, once, with the same words; the time is measured", async ({ page, watch }) => {
  watch.allow(/429/);
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  for (let turn = 0; turn < 26; turn += 1) await asNewcomer(new Guest(brand), networkOf(`${brand} ${turn}`)).ask({ title: `Number ${turn}` });
  await from(page, `person ${brand}`);
  await typeLine(page, "Does it whistle in a wave?");
  await page.locator(".ch-like-ask").click();
  await page.locator("#ch-body").fill("It should.");
  const challenge = page.waitForResponse((answer) => answer.url().endsWith("/challenge"));
  const began = Date.now();
  await page.getByRole("button", { name: "Post the question" }).click();
  expect((await challenge).status()).toBe(200);
  await expect(page.getByRole("heading", { name: "Posted" })).toBeVisible({ timeout: 30_000 });
  test.info().annotations.push({ type: "delay in a wave", description: `${Date.now() - began} ms` });
  const { rows } = await ok(new Guest(brand).list({ limit: 50 }));
  expect(rows.filter((row) => row.title === "Does it whistle in a wave?")).toHaveLength(1);
  await reload(page);
  await expect(line(page, "Does it whistle in a wave?")).toContainText("Yours");
});

test("in quiet times nobody's browser is asked for anything", async ({ page }) => {
  const brand = newBrand();
  await from(page, `quiet ${brand}`);
  const asked = [];
  page.on("request", (request) => { if (request.url().includes("/challenge")) asked.push(request.url()); });
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "Is it quiet?" });
  expect(asked).toEqual([]);
});

test("whoever wrote too much reads when it goes on, and the text is kept", async ({ page, watch }) => {
  watch.allow(/429/);
  const brand = newBrand();
  await from(page, `much ${brand}`);
  for (let turn = 0; turn < 10; turn += 1) await ok(asNewcomer(new Guest(brand), networkOf(`much ${brand}`)).ask({ title: `Number ${turn}` }));
  await visit(page, await siteWithTag(page, { brand }));
  await typeLine(page, "One too many");
  await page.locator(".ch-like-ask").click();
  await page.locator("#ch-body").fill("Kept.");
  await page.getByRole("button", { name: "Post the question" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your text is kept; from" })).toBeVisible();
  await expect(page.locator("#ch-body")).toHaveValue("Kept.");
  if (process.env.CHIE_SHOTS) await page.screenshot({ path: `${process.env.CHIE_SHOTS}/wait-en.png` });
  await reload(page);
  await typeLine(page, "One too many");
  await page.locator(".ch-like-ask").click();
  await expect(page.locator("#ch-body")).toHaveValue("Kept.");
});
