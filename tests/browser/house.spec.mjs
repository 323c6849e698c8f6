// The house and its rules in real browsers: a post is flagged, hidden, appealed, decided and restored; a brand that tries to silence;
// somebody outside who asks without script; the operator's desk by keys and on a telephone.
import AxeBuilder from "@axe-core/playwright";
import { mkdirSync } from "node:fs";
import { DAY, Guest, hooks, newAddress, newBrand, ok, operator, origins, pathOf, send } from "../harness/actors.mjs";
import { atConsole, nobodyYet, signedIn } from "./desk.mjs";
import { becomes, button, expect, openThread, reload, siteWithTag, somebodyElse, test, visit } from "./stage.mjs";

const SHOTS = process.env.HOUSE_SHOTS;

/** A picture for whoever works on it. */
async function shot(page, name) {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

const fresh = async (brand, thread) => (await new Guest(brand).thread(thread, { now: Date.now() })).replies;

test("scenario 30: flagged, hidden at once, the author sees why and appeals, the operator decides, the stone says the ground", async ({ page, browser, watch }) => {
  const brand = newBrand("h");
  const thread = await new Guest(brand).asks({ title: "The lid sticks" });
  const author = new Guest(brand, { site: origins().brand });
  const reply = await author.replies(thread, { body: "Ask Quetzalcoatl at the mill.", name: "Aoi" });
  const address = newAddress("author");
  await author.joins(address);
  const url = await siteWithTag(page, { brand });

  await visit(page, url);
  await openThread(page, "The lid sticks");
  const post = page.locator(`#${reply}`);
  await post.getByRole("link", { name: /^Flag what Aoi wrote$/ }).click();
  const form = page.locator(".ch-house");
  await expect(form.getByRole("radio")).toHaveCount(8 + 2);
  await button(form, "Flag it").click();
  await expect(form.getByRole("alert")).toHaveText("Choose the rule.");
  await form.getByRole("radio", { name: /^Leave out private facts/ }).check();
  await form.locator("#ch-flag").fill("That is a person.");
  await shot(page, "flag");
  const { violations } = await new AxeBuilder({ page }).disableRules(["landmark-one-main", "region"]).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await button(form, "Flag it").click();
  await expect(post).toHaveCount(0);
  await reload(page);
  await openThread(page, "The lid sticks");
  await expect(page.locator("section.ch")).not.toContainText("Quetzalcoatl");

  const theirs = await somebodyElse(browser, watch);
  const site = await siteWithTag(theirs, { brand });
  await becomes(theirs, site, brand, author);
  await openThread(theirs, "The lid sticks");
  const own = theirs.locator(`#${reply}`);
  await expect(own).toContainText("Only you can see this");
  await button(own, "Why, and what you can do").click();
  const why = theirs.locator("[data-ch-why]");
  await expect(why).toBeFocused();
  await expect(why).toContainText("Readers flagged it.");
  await expect(why).toContainText("Leave out private facts");
  await why.locator("#ch-appeal").fill("It is a shop, open to all.");
  await shot(theirs, "why");
  await button(why, "Appeal").click();
  await expect(why).toContainText("It waits to be decided.");
  await reload(theirs);
  await openThread(theirs, "The lid sticks");
  await button(theirs.locator(`#${reply}`), "Why, and what you can do").click();
  await expect(theirs.locator("[data-ch-why]")).toContainText("It is a shop, open to all.");

  const desk = await somebodyElse(browser, watch);
  nobodyYet(watch);
  await atConsole(desk, await operator());
  await expect.poll(async () => { await hooks.due(brand); return (await ok((await operator()).send("GET", "/v1/house"))).lines.filter((line) => line.brand === brand).length; }).toBe(1);
  await desk.goto(`${origins().console}/`);
  await desk.getByRole("link", { name: "Operator’s desk" }).first().click();
  await desk.getByRole("link", { name: brand }).click();
  const matter = desk.locator(".matter");
  await expect(matter).toContainText("Quetzalcoatl");
  await expect(matter).toContainText("That is a person.");
  await expect(matter).toContainText("It is a shop, open to all.");
  await shot(desk, "desk");
  await desk.keyboard.press("3");
  const question = desk.getByRole("dialog");
  await expect(question).toContainText("A line with the rule stands in its place");
  await desk.keyboard.press("1");
  await expect(question.getByRole("radio").first()).toBeChecked();
  await shot(desk, "deciding");
  await button(question, "Decide").click();
  await expect(matter).toContainText("It is removed");
  await desk.reload();
  await expect(matter).toContainText("It is removed");
  await expect(matter.locator("ol.told-list")).toContainText("Remove");

  await reload(page);
  await openThread(page, "The lid sticks");
  await expect(page.locator(`#${reply}`)).toContainText("Removed on this ground of the rules: Leave out private facts");

  // Appealed against once more, and restored a day later.
  await ok(author.send("POST", "/appeals", { about: reply, words: "The name is on the maker's page." }));
  await desk.reload();
  await expect(matter).toContainText("You may look again from");
  await desk.setExtraHTTPHeaders({ "x-chie-now": String(Date.now() + DAY + 5_000) });
  await desk.reload();
  await button(matter, "1 Keep").click();
  await button(desk.getByRole("dialog"), "Decide").click();
  await expect(matter).toContainText("Everybody sees it");
  await reload(page);
  await openThread(page, "The lid sticks");
  await expect(page.locator(`#${reply}`)).toContainText("Quetzalcoatl");
});

test("a brand that tries to silence can flag, and nothing else; the record shows it in a column of its own", async ({ page, watch }) => {
  nobodyYet(watch);
  const brand = newBrand("h");
  const thread = await new Guest(brand).asks({ title: "The lid sticks" });
  const words = await new Guest(brand).replies(thread, { body: "Acme never answers." });
  const rep = await signedIn(page);
  await rep.proves(brand);
  await rep.claims(brand);
  await page.goto(`${origins().console}/#/${brand}/threads/${thread}`);
  const post = page.locator("li.post").filter({ hasText: "Acme never answers." });
  await expect(button(post, "Remove")).toHaveCount(0);
  await button(post, "Flag for the brand").click();
  const question = page.getByRole("dialog");
  await page.keyboard.press("6");
  await button(question, "Flag for the brand").click();
  await expect(page.getByText("The operator will look at it.")).toBeVisible();
  await page.reload();
  await expect(post).toBeVisible();
  expect((await fresh(brand, thread)).map(({ post: it }) => Object.keys(it)[0])).toEqual(["whole"]);
  for (const [method, rest, body] of [
    ["POST", "/removals", { thread, reply: words, ground: "hostility" }],
    ["POST", "/decisions", { about: words, verdict: "removed", ground: "hostility" }],
    ["PUT", `/posts/${words}`, { body: "All is well." }],
    ["DELETE", `/posts/${words}`],
  ]) expect((await rep.send(method, pathOf(brand, rest), body)).status, `${method} ${rest}`).toBe(403);
  await page.goto(`${origins().console}/#/house`);
  await expect(page.locator("main")).toContainText("Only whoever runs this installation decides here.");
  await page.goto(`${origins().chie}/record/${brand}?lang=en`);
  const row = page.getByRole("row").filter({ hasText: "treat people with respect" });
  await expect(row.getByRole("cell").nth(1)).toContainText("1");
  await expect(row.getByRole("cell").nth(0)).toHaveText("–");
  await shot(page, "record");
  await page.reload();
  await expect(row.getByRole("cell").nth(1)).toContainText("1");
});

test("somebody outside asks without script and without account, in Japanese too, and learns what came of it", async ({ browser, watch }) => {
  const brand = newBrand("h");
  const thread = await new Guest(brand).asks({ title: "The lid sticks" });
  const reply = await new Guest(brand).replies(thread, { body: "Ask Quetzalcoatl at the mill." });
  const page = await somebodyElse(browser, watch, { javaScriptEnabled: false, viewport: { width: 360, height: 760 } });
  await page.goto(`${origins().chie}/c/${brand}/kettle/${thread}?lang=ja`);
  await page.locator(`#${reply}`).getByRole("link", { name: /知らせる/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("知らせる");
  await page.getByRole("radio").first().check();
  await page.getByRole("checkbox").check();
  watch.allow(/422 POST \S*\/flag\/|Failed to load resource.*422/);
  await page.getByRole("button", { name: "送る" }).click();
  await expect(page.getByRole("alert")).toHaveText("何が問題かを、ひとことお書きください。");
  await expect(page.getByRole("radio").first()).toBeChecked();
  await page.locator("#words").fill("私の名前です。");
  await shot(page, "outside-ja");
  await page.getByRole("button", { name: "送る" }).click();
  await expect(page.locator("main")).toContainText("見えないようにしました");
  await page.locator(".page-code a").click();
  await expect(page.locator("main")).toContainText("まだ決まっていません");
  expect(await fresh(brand, thread)).toEqual([]);
  const judge = await operator();
  await ok(judge.send("POST", pathOf(brand, "/decisions"), { about: reply, verdict: "removed", ground: "personal_data" }));
  await page.reload();
  await expect(page.locator("main")).toContainText("削除した");
  expect((await send("GET", `/c/${brand}/kettle/${thread}`)).text).not.toContain("私の名前");
});

test("the desk by keys alone, about several at once, and on a telephone", async ({ page, watch }) => {
  nobodyYet(watch);
  const brand = newBrand("h");
  const posts = [];
  for (const title of ["Buy cheap kettles", "Cheaper kettles here", "Cheapest of all"]) {
    const id = await new Guest(brand).asks({ title });
    posts.push(id);
    await ok(new Guest(brand).send("POST", "/flags", { about: id, ground: "spam" }));
  }
  const judge = await atConsole(page, await operator());
  const mine = async () => { await hooks.due(brand); return (await ok(judge.send("GET", "/v1/house"))).lines.filter((line) => line.brand === brand); };
  await expect.poll(async () => (await mine()).length).toBe(3);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${origins().console}/#/house`);
  await expect(page.locator(".waits li").filter({ hasText: brand })).toHaveCount(3);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Keys of this desk");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(page.locator(".waits li.here")).toHaveCount(1);
  await expect(page.locator(".matter .verdicts")).toBeVisible();
  for (const { about } of await mine()) {
    await page.goto(`${origins().console}/#/house/${brand}/${about}`);
    await expect(page.locator(".waits li.here a")).toHaveAttribute("href", `#/house/${brand}/${about}`);
    await page.keyboard.press("x");
  }
  await expect(page.locator(".bar")).toContainText("3 chosen");
  await page.getByRole("button", { name: "Decide about them" }).click();
  const question = page.getByRole("dialog");
  await button(question, "Remove").click();
  await page.keyboard.press("5");
  await shot(page, "bulk");
  await button(question, "Decide").click();
  await expect(page.getByText("3 decided, 0 not.")).toBeVisible();
  await expect.poll(async () => (await mine()).length).toBe(0);
  await page.reload();
  await expect(page.locator(".waits li").filter({ hasText: brand })).toHaveCount(0);
  expect((await ok(new Guest(brand).list({}, { now: Date.now() }))).rows).toEqual([]);

  await ok(new Guest(brand).send("POST", "/flags", { about: await new Guest(brand).asks({ title: "One more" }), ground: "threat" }));
  await expect.poll(async () => (await mine()).length).toBe(1);
  await page.setViewportSize({ width: 360, height: 760 });
  await page.goto(`${origins().console}/?lang=ja#/house`);
  await shot(page, "phone-list");
  await page.getByRole("link", { name: brand }).click();
  await expect(page.locator(".house-list")).toBeHidden();
  await shot(page, "phone-matter");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await button(page, "1 残す").click();
  await button(page.getByRole("dialog"), "決定する").click();
  await expect(page.locator(".matter")).toContainText("全員に見えています");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});
