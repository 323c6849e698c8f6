// Private notes in the browser, from the console's question to the asker's answer with a photo, in both languages and on a telephone;
// what everybody else sees of it; and that it is gone with the proof.
import { mkdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { Console, DAY, Guest, hooks, mailedCode, newAddress, newBrand, ok, origins, pathOf, removeRecords } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";
import { go, nobodyYet, signedIn } from "./desk.mjs";
import { expect, line, reload, siteWithTag, somebodyElse, test, untilLive, visit } from "./stage.mjs";

/** Takes a picture to look at, where somebody wants to. */
async function look(page, name) {
  const folder = process.env.CHIE_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** No violation of the guidelines in what is shown now. */
async function clean(page, where) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(" | ")}`), where).toEqual([]);
}

/** Chie's own pages close their roots; here one looks inside. */
const openRoots = (page) => page.addInitScript(() => {
  const real = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) { return real.call(this, { ...init, mode: "open" }); };
});

const secret = (page) => page.locator(".ch-secret:visible");
const notes = (page) => page.locator(".ch-secrets > li:visible");

test("scenario 32: a representative asks for a serial number in private; whoever asked answers; the thread says one line; after a lapse it is gone", async ({ page, browser, watch }) => {
  test.setTimeout(90_000);
  nobodyYet(watch);
  watch.allow(/422 GET \S*private-notes|Failed to load resource.*422/);
  const brand = newBrand("s");
  const [asker, address] = [new Guest(brand, { site: origins().brand }), newAddress("asker")];
  const thread = await asker.asks({ kind: "problem", title: "The lid leaks", body: "Since yesterday." });
  await asker.joins(address);

  // The console asks.
  const rep = await signedIn(page);
  const { proof } = await rep.proves(brand);
  await rep.claims(brand);
  await go(page, brand, `threads/${thread}`);
  const desk = page.locator("form.private");
  await expect(desk.getByRole("heading", { name: "In private, with whoever asked" })).toBeVisible();
  await desk.getByLabel("Ask for").selectOption("serial");
  await desk.getByRole("button", { name: "Ask in private" }).click();
  await expect(desk.locator("#private-words")).toBeFocused();
  await desk.getByLabel("In your words").fill("It stands under the base, eight digits.");
  await desk.getByRole("button", { name: "Ask in private" }).click();
  await expect(page.getByText("Asked. They are told by mail.")).toBeVisible();
  await expect(desk.locator(".lines li")).toHaveCount(1);
  await look(page, "console-asked");
  await clean(page, "console");

  // On a page of somebody else's the asker is told, and led to Chie's own page.
  const mine = await somebodyElse(browser, watch, { viewport: { width: 360, height: 740 } });
  await openRoots(mine);
  await mine.addInitScript(([site, name, session]) => location.origin === site && localStorage.setItem(name, session), [origins().brand, `chie:${brand}:session`, asker.session]);
  await visit(mine, await siteWithTag(mine, { brand }));
  await mine.getByRole("button", { name: `${brand} asks you something in private` }).click();
  await expect(secret(mine)).toContainText("not shown on pages of others");
  await look(mine, "widget-elsewhere");
  expect(await secret(mine).getByRole("link").getAttribute("href")).toContain(`${origins().chie}/c/${brand}/kettle/${thread}`);

  // There they show that the address is theirs, and answer with a photo.
  await mine.goto(`${origins().chie}/c/${brand}/kettle/${thread}?lang=en`);
  await untilLive(mine);
  await expect(mine.locator(".ch-secret-line:visible")).toContainText("1 private note");
  await mine.getByRole("button", { name: "I asked this" }).click();
  await mine.locator("#ch-email").fill(address);
  await mine.locator(".ch-keep [type=submit]").click();
  await expect(mine.locator("#ch-code")).toBeVisible();
  await mine.locator("#ch-code").fill(await mailedCode(address));
  await mine.locator(".ch-keep [type=submit]").click();
  await expect(notes(mine)).toHaveCount(1);
  await expect(notes(mine)).toContainText("Asks for: the serial number");
  await expect(notes(mine)).toContainText("It stands under the base, eight digits.");
  await look(mine, "widget-asked");
  await clean(mine, "widget");
  await mine.locator("#ch-private-answer").fill("4711 0815");
  // What was typed outlives a reload, here too.
  await reload(mine);
  await expect(mine.locator("#ch-private-answer")).toHaveValue("4711 0815");
  await mine.locator(".ch-secret-form input[type=file]").setInputFiles({ name: "base.jpg", mimeType: "image/jpeg", buffer: plain("jpeg") });
  await expect(mine.locator(".ch-secret-form .ch-picked li")).toContainText("Ready");
  await mine.locator(".ch-secret-form [type=submit]").click();
  await expect(notes(mine)).toHaveCount(2);
  await expect(mine.locator("#ch-private-answer")).toHaveValue("");
  await notes(mine).nth(1).getByRole("button", { name: "Show the photo" }).click();
  await expect.poll(() => notes(mine).locator("img").evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
  await look(mine, "widget-answered");
  await reload(mine);
  await expect(notes(mine)).toHaveCount(2);
  await expect(notes(mine).nth(1)).toContainText("4711 0815");
  expect(await mine.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  // The console shows the answer and its picture.
  await page.reload();
  await expect(desk.locator(".lines li")).toHaveCount(2);
  await expect(desk.locator(".lines li").nth(1)).toContainText("4711 0815");
  await expect.poll(() => desk.locator("img").evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
  await look(page, "console-answered");

  // Everybody else: one line, in both languages, with and without a program.
  const reader = await somebodyElse(browser, watch, { locale: "ja" });
  await openRoots(reader);
  await reader.goto(`${origins().chie}/c/${brand}/kettle/${thread}?lang=ja`);
  await untilLive(reader);
  await expect(reader.locator(".ch-secret-line:visible")).toContainText("非公開のメモ 2件");
  await expect(reader.locator("body")).not.toContainText("4711");
  await look(reader, "public-ja");
  const drawn = await (await fetch(`${origins().chie}/c/${brand}/kettle/${thread}?lang=en`)).text();
  expect(drawn).toContain("2 private notes");
  expect(drawn).not.toContain("4711");

  // The record goes; twelve days later nobody speaks for the brand, and nothing private is left.
  await removeRecords(proof.placement.at);
  for (const days of [4, 8, 12]) await hooks.due(brand, Date.now() + days * DAY);
  await expect.poll(async () => {
    await reload(reader);
    return reader.locator(".ch-secret-line:visible").count();
  }).toBe(0);
  await reload(mine);
  await expect(mine.locator(".ch-post:visible")).toBeVisible();
  await expect(secret(mine)).toHaveCount(0);
  await expect(mine.locator("body")).not.toContainText("4711");
});

test("in Japanese, dark and on a desk, the same reads well", async ({ browser, watch }) => {
  const brand = newBrand("s");
  const address = newAddress("asker");
  const asker = new Guest(brand, { site: origins().chie });
  const thread = await asker.asks({ title: "ふたから水がもれます" });
  await asker.joins(address, { lang: "ja" });
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  await ok(rep.send("POST", pathOf(brand, `/threads/${thread}/private-requests`), { wanted: "receipt", body: "お買い上げ日を確認するため、レシートの写真をお願いします。" }));
  const page = await somebodyElse(browser, watch, { locale: "ja", colorScheme: "dark", viewport: { width: 1280, height: 900 } });
  await openRoots(page);
  await page.addInitScript(([name, session]) => localStorage.setItem(name, session), [`chie:${brand}:session`, asker.session]);
  await page.goto(`${origins().chie}/c/${brand}/kettle?lang=ja`);
  await untilLive(page);
  await page.getByRole("button", { name: `${brand} から、非公開でおたずねがあります` }).click();
  await expect(notes(page)).toContainText("おたずね: レシート");
  await clean(page, "dark, Japanese");
  await look(page, "widget-ja-dark");
  await page.goBack();
  await expect(line(page, "ふたから水がもれます")).toBeVisible();
  // Somebody who stopped all mail is told here; a keyboard is enough to answer.
  await page.goForward();
  await expect(page.locator("#ch-private-answer")).toBeVisible();
  await page.locator("#ch-private-answer").focus();
  await page.keyboard.type("レシートはありません。");
  await page.keyboard.press("Tab");
  await page.locator(".ch-secret-form [type=submit]").focus();
  await page.keyboard.press("Enter");
  await expect(notes(page)).toHaveCount(2);
  await expect(page.locator("#ch-private")).toBeFocused();
  await page.reload();
  await expect(notes(page)).toHaveCount(2);
});
