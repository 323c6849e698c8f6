// Test mode in a browser: a page that nobody else can open says calmly that it is being tried out, everything works there, and
// nothing of it is in the real community; an owner's list of sites does the same for sites.
import { writeFileSync } from "node:fs";
import { Guest, newAddress, newBrand, ok, origins, send } from "../harness/actors.mjs";
import { signedIn } from "./desk.mjs";
import { ask, expect, line, openThread, pageOf, reload, siteWithTag, test, typeLine, visit, widget } from "./stage.mjs";

/** Somebody's own machine, as far as its page's address says. */
const DESK = "http://shop.localhost:3000";
const SAYS = {
  en: "Test mode: what you write here is not public. It is deleted after seven days.",
  ja: "テスト表示です。ここに書いたことは公開されず、7日後に消えます。",
};
/** Seen by the visitor: while the live view takes over, the other one is hidden beside it. */
const said = (page) => page.locator(".ch-steward").filter({ visible: true });

test("on a page that nobody else can open one asks, answers and reloads, and the real community hears nothing", async ({ page }) => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "The real one" });
  const url = await siteWithTag(page, { brand, site: DESK, head: "<script>addEventListener('chie:asked', (event) => { window.asked = event.detail.url; });</script>" });
  await visit(page, url);
  await expect(said(page)).toHaveText(SAYS.en);
  await expect(page.getByText("The real one")).toHaveCount(0);
  await typeLine(page, "Is this thing on?");
  await page.locator(".ch-like-ask").click();
  await expect(page.locator(".ch-readers")).toContainText("Test mode");
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-done")).toBeVisible();
  expect(await page.evaluate(() => window.asked)).toMatch(new RegExp(`^${origins().chie}/test/c/${brand}/kettle/t_`));
  await reload(page);
  await expect(line(page, "Is this thing on?")).toContainText("Yours");
  await openThread(page, "Is this thing on?");
  await page.locator("#ch-reply").fill("It is.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(page.locator(".ch-reply")).toContainText("It is.");
  await reload(page);
  await openThread(page, "Is this thing on?");
  await expect(page.locator(".ch-reply")).toContainText("It is.");
  expect((await new Guest(brand).community()).threads).toBe(1);
  expect(await page.evaluate(() => Object.keys(localStorage).every((name) => name.startsWith("chie:test:")))).toBe(true);
  // Its public page is another one, and says so too.
  const drawn = async (address) => (await fetch(address)).text();
  const own = await drawn(await page.locator(".ch-back").getAttribute("href"));
  expect([own.includes(SAYS.en), own.includes("Is this thing on?"), own.includes("The real one")]).toEqual([true, true, false]);
  const real = await drawn(`${origins().chie}/c/${brand}/kettle?lang=en`);
  expect([real.includes(SAYS.en), real.includes("Is this thing on?"), real.includes("The real one")]).toEqual([false, false, true]);
});

test("it says so in Japanese, and a tag can ask for it on any site", async ({ page }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand, site: "https://shop.example", lang: "ja", tag: { at: "test" } }));
  await expect(said(page)).toHaveText(SAYS.ja);
  await reload(page);
  await expect(said(page)).toHaveText(SAYS.ja);
});

test("a file on somebody's disk is being tried out too", async ({ page }) => {
  const brand = newBrand();
  const file = test.info().outputPath("kettle.html");
  writeFileSync(file, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kettle</title><body><script src="${origins().chie}/chie.js" data-brand="${brand}" data-product="kettle" data-root="open"></script>`);
  await visit(page, `file://${file}`);
  await expect(said(page)).toHaveText(SAYS.en);
  await ask(page, { line: "Is this file on?" });
  await reload(page);
  await expect(line(page, "Is this file on?")).toBeVisible();
  expect((await new Guest(brand).community()).threads).toBe(0);
});

test("a frame on such a page is in test mode too", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie: the widget stands in a frame|Refused/i);
  const brand = newBrand();
  const chie = origins().chie;
  const policy = `default-src 'none'; script-src ${chie} 'wasm-unsafe-eval'; frame-src ${chie}; img-src data:`;
  await page.goto(await siteWithTag(page, { brand, site: DESK, headers: { "content-security-policy": policy } }));
  const frame = page.frameLocator("iframe");
  await expect(said(frame)).toHaveText(SAYS.en);
  await ask(frame, { line: "Is this frame on?" });
  await page.reload();
  await expect(line(frame, "Is this frame on?")).toContainText("Yours");
  expect((await new Guest(brand).community()).threads).toBe(0);
});

test("an owner lists the sites in the console; another site is in test mode from then on", async ({ page, watch }) => {
  const brand = newBrand("s");
  await new Guest(brand).asks({ title: "The real one" });
  const rep = await signedIn(page, newAddress("mika"));
  await rep.proves(brand);
  const url = await pageOf(page, { site: "https://staging.example", body: `<script src="${origins().chie}/chie.js" data-brand="${brand}" data-product="kettle" data-root="open" async></script>` });
  await visit(page, url);
  await expect(line(page, "The real one")).toBeVisible();

  await page.goto(`${origins().console}/#/${brand}/proof`);
  const list = page.getByLabel("Sites on which your tag is public, one a line");
  await expect(list).toHaveValue("");
  await list.fill("printer.local");
  watch.allow(/422 PUT \S*\/sites|Failed to load resource.*422/);
  await page.getByRole("button", { name: "Keep this list" }).click();
  await expect(page.getByText("Write one host a line, such as shop.acme.example")).toBeVisible();
  await expect(list).toBeFocused();
  await list.fill("https://Shop.Example/help\nwww.example");
  await page.getByRole("button", { name: "Keep this list" }).click();
  await expect(page.getByText("The list counts from now on.")).toBeVisible();
  await page.reload();
  await expect(list).toHaveValue("shop.example\nwww.example");

  await visit(page, url);
  await expect(said(page)).toHaveText(SAYS.en);
  await expect(page.getByText("The real one")).toHaveCount(0);
  await reload(page);
  await expect(said(page)).toHaveText(SAYS.en);
  expect((await ok(send("GET", `/v1/communities/${brand}`))).threads).toBe(1);
  await expect(widget(page)).toHaveClass(/ch-pending/);
});
