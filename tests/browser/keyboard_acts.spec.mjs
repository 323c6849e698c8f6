// What people do besides reading, asking and replying, by keys alone: each act is reached by Tab, and afterwards the focus is in
// sight, where one goes on from. Each journey ends with a reload and the same result.
import { Console, Guest, hooks, newAddress, newBrand, ok, origins } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";
import { fromTop, on, press, to } from "./keys.mjs";
import { expect, line, openThread, reload, siteWithTag, test, visit } from "./stage.mjs";

/** A page whose visitor is this person; the widget lives. */
async function as(page, person, options) {
  const url = await siteWithTag(page, { brand: person.brand, ...options });
  await page.goto(url);
  await page.evaluate(([name, session]) => localStorage.setItem(name, session), [`chie:${person.brand}:session`, person.session]);
  await visit(page, url);
}

/** Opens a thread from the list. */
async function open(page, title) {
  await fromTop(page);
  await press(page, new RegExp(`^${title}`));
  await on(page, new RegExp(`^h[12]# ${title}`));
  await expect(page.locator(".ch-post")).toBeVisible();
}

/** Somebody who asked, on the site of the brand. */
const asker = async (fields) => {
  const person = new Guest(newBrand(), { site: origins().brand });
  const thread = await person.asks(fields);
  return { person, brand: person.brand, thread };
};

/** Lets somebody be trusted here: questions of people with an address solved, and stars of others. */
async function trusted(brand) {
  const helper = new Guest(brand, { site: origins().brand });
  await helper.joins(newAddress("helper"));
  for (let n = 0; n < 6; n += 1) {
    const other = new Guest(brand);
    await other.joins(newAddress("asker"));
    const reply = await helper.replies(await other.asks({ title: `Older ${n}` }));
    await ok(other.accept(reply));
    for (let m = 0; n === 0 && m < 8; m += 1) await ok(new Guest(brand).star(reply));
  }
  return helper;
}

test("me-too, following, ending it, and sharing", async ({ page }) => {
  const { brand } = await asker({ title: "The lid drips", kind: "problem" });
  await visit(page, await siteWithTag(page, { brand }));
  await open(page, "The lid drips");
  await press(page, /^I have this too/, "Space");
  await on(page, /^button#.*I have this too/);
  await expect(page.locator(".ch-press").first()).toHaveAttribute("aria-pressed", "true");
  // Whoever has it too follows it; that ends by the same button.
  await press(page, /^Following$/, "Space");
  await on(page, /^button# Follow$/);
  await page.keyboard.press("Space");
  await on(page, /^button# Following$/);
  await press(page, /^Share$/);
  await on(page, /^input#ch-link/);
  // What comes with following is next in order: an address.
  await to(page, /^E-mail address/);
  await reload(page);
  await open(page, "The lid drips");
  await to(page, /^I have this too/);
  await expect(page.locator(".ch-press").first()).toHaveAttribute("aria-pressed", "true");
  await press(page, /^Following$/, "Enter");
  await on(page, /^button# Follow$/);
  await reload(page);
  await open(page, "The lid drips");
  await expect(page.getByRole("button", { name: "Follow", exact: true })).toHaveAttribute("aria-pressed", "false");
});

test("taking a reply back, changing it, what stood there before, and deleting", async ({ page }) => {
  const { person, brand, thread } = await asker({ title: "The lid drips" });
  await new Guest(brand).replies(thread, { body: "Turn the gasket." });
  await as(page, person);
  await open(page, "The lid drips");
  await to(page, /^Your reply/);
  await page.keyboard.type("It sang again.");
  await press(page, /^Reply$/);
  await on(page, /^article#r_/);
  await press(page, /^Undo$/);
  await on(page, /^textarea#ch-reply/);
  await expect(page.locator("#ch-reply")).toHaveValue("It sang again.");
  await press(page, /^Reply$/);
  await on(page, /^article#r_/);
  await press(page, /^Change$/);
  await on(page, /^textarea#ch-change/);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" And loudly.");
  await press(page, /^Save the change$/);
  await on(page, /^article#r_/);
  await press(page, /^changed /);
  await on(page, /^section#.*Earlier versions/);
  await press(page, /^Close$/);
  await on(page, /^article#r_/);
  await press(page, /^Delete$/);
  await on(page, /^button# Delete it/);
  await press(page, /^Cancel$/);
  await on(page, /^article#r_/);
  await press(page, /^Delete$/);
  await on(page, /^button# Delete it/);
  await page.keyboard.press("Enter");
  await on(page, /^h2# The lid drips/);
  await expect(page.locator(".ch-reply")).toHaveCount(1);
  await reload(page);
  await open(page, "The lid drips");
  await expect(page.locator(".ch-reply")).toHaveCount(1);
});

test("a post that waits for the connection is taken back", async ({ page, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED/);
  const { person } = await asker({ title: "The lid drips" });
  await as(page, person);
  await open(page, "The lid drips");
  await page.context().setOffline(true);
  await to(page, /^Your reply/);
  await page.keyboard.type("Nobody hears this.");
  await press(page, /^Reply$/);
  await press(page, /^Do not send$/);
  await on(page, /^h2# The lid drips/);
  await expect(page.locator(".ch-bar button")).toHaveCount(0);
  await page.context().setOffline(false);
  await reload(page);
  await open(page, "The lid drips");
  await expect(page.locator("#ch-reply")).toHaveValue("Nobody hears this.");
  await expect(page.locator(".ch-reply")).toHaveCount(0);
});

test("all results, filters, a thread and back, nothing found, and asking from there", async ({ page }) => {
  const { person, brand } = await asker({ title: "Handle gets hot", kind: "question" });
  await person.asks({ title: "Handle is loose", kind: "problem" });
  await visit(page, await siteWithTag(page, { brand }));
  await fromTop(page);
  await to(page, /^Search, or ask/);
  await page.keyboard.type("handle");
  await expect(page.locator(".ch-like")).toBeVisible();
  await press(page, /^Show all results/);
  await on(page, /^h2# Search/);
  await expect(page.locator(".ch-found")).toHaveCount(2);
  await to(page, /^Kind/);
  await page.keyboard.type("Problem");
  await expect(page.locator(".ch-found")).toHaveCount(1);
  await on(page, /^select#/);
  await press(page, /^Handle is loose/);
  await on(page, /^h2# Handle is loose/);
  await press(page, /^Back/);
  await on(page, /^a# Handle is loose/);
  await fromTop(page);
  await to(page, /^Search, or ask/);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("zebra");
  await page.keyboard.press("Enter");
  await expect(page.locator(".ch-none")).toContainText("zebra");
  await on(page, /^input#ch-find/);
  await press(page, /^Remove the filters$/);
  await on(page, /^input#ch-find/);
  await press(page, /^Ask this$/);
  await on(page, /^textarea#ch-body/);
  await reload(page);
  await fromTop(page);
  await to(page, /^Search, or ask/);
  await expect(page.locator("#ch-line")).toHaveValue("zebra");
});

test("an empty filter's way back, and more of a long list", async ({ page }) => {
  const { brand } = await asker({ title: "Question 0" });
  for (let n = 1; n < 26; n += 1) await new Guest(brand).asks({ title: `Question ${n}` });
  await visit(page, await siteWithTag(page, { brand }));
  await fromTop(page);
  await press(page, /^Solved$/);
  await expect(page.locator(".ch-none")).toBeVisible();
  await press(page, /^Show all$/);
  await on(page, /^a# All/);
  const rows = page.locator(".ch-rows .ch-row");
  await expect(rows).toHaveCount(20);
  const last = await rows.last().locator("h3").innerText();
  await press(page, /^Show more$/);
  await expect(rows).toHaveCount(26);
  await on(page, /^a# Question/);
  // The first of the new ones: the one before it is where the list ended.
  await page.keyboard.press("Shift+Tab");
  await on(page, new RegExp(`^a# ${last}$`));
  await reload(page);
  await expect(rows).toHaveCount(20);
});

test("photos: choosing, words for those who do not see them, leaving one out, looking at one", async ({ page }) => {
  const { brand } = await asker({ title: "Something else" });
  await visit(page, await siteWithTag(page, { brand }));
  await fromTop(page);
  await to(page, /^Search, or ask/);
  await page.keyboard.type("What is this crack?");
  await page.keyboard.press("Enter");
  await on(page, /^textarea#ch-body/);
  const choosing = page.waitForEvent("filechooser");
  await press(page, /^Add photos/);
  await (await choosing).setFiles(["one", "two", "three"].map((name) => ({ name: `${name}.png`, mimeType: "image/png", buffer: plain("png") })));
  await expect(page.locator(".ch-picked [role=status]")).toHaveText(["Ready", "Ready", "Ready"]);
  await press(page, /^Leave it out: two/);
  await on(page, /^input# What the photo shows/);
  await press(page, /^Leave it out: three/);
  await on(page, /^input# What the photo shows/);
  await page.keyboard.type("A crack in the handle");
  await press(page, /^Leave it out: one/);
  // With the last one gone the next is chosen.
  await on(page, /^input# Add photos/);
  const again = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await again).setFiles({ name: "four.png", mimeType: "image/png", buffer: plain("png") });
  await expect(page.locator(".ch-picked [role=status]")).toHaveText("Ready");
  await to(page, /^What the photo shows/);
  await page.keyboard.type("A crack in the handle");
  await press(page, /^Post the/);
  await on(page, /^h2# Posted/);
  await reload(page);
  await open(page, "What is this crack\\?");
  await expect(page.getByRole("img", { name: "A crack in the handle" })).toBeVisible();
  const link = page.locator("a.ch-photo");
  for (let step = 0; step < 40 && !(await link.evaluate((one) => one.matches(":focus"))); step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await on(page, /^button# Close/);
  await page.keyboard.press("Escape");
  await expect(link).toBeFocused();
});

test("whoever is known opens a guest's photo and veils it, says what is the same, and takes it back", async ({ page }) => {
  test.slow();
  const { person, brand, thread: master } = await asker({ title: "The whistle stays silent" });
  const { id } = await ok(person.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  await person.asks({ title: "Silent after descaling", photos: [{ id, alt: "The whistle" }] });
  await as(page, await trusted(brand));
  await open(page, "Silent after descaling");
  await press(page, /^Look at it/);
  await expect(page.getByRole("img", { name: "The whistle" })).toBeVisible();
  await on(page, /^button# Do not show it any more/);
  await page.keyboard.press("Enter");
  await expect(page.locator(".ch-veil")).toBeVisible();
  await on(page, /^button# Look at it/);
  await press(page, /^Same as another thread$/);
  await to(page, /^Link to the other thread/);
  await page.keyboard.type("nothing");
  await page.keyboard.press("Enter");
  await on(page, /^input#ch-same/);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(`${origins().chie}/c/${brand}/kettle/${master}`);
  await page.keyboard.press("Enter");
  await on(page, /^h2# Silent after descaling/);
  await expect(page.locator(".ch-post .ch-note")).toContainText("The whistle stays silent");
  await reload(page);
  await open(page, "Silent after descaling");
  await press(page, /^Not the same after all$/);
  await on(page, /^h2# Silent after descaling/);
  await reload(page);
  await open(page, "Silent after descaling");
  await expect(page.locator(".ch-post .ch-note")).toHaveCount(0);
});

test("words of the situation: choosing, giving one up, one of one's own", async ({ page }) => {
  const { person } = await asker({ title: "Handle gets warm on my gas hob", body: "A birthday present; our water is full of limescale." });
  await as(page, person);
  await open(page, "Handle gets warm");
  await press(page, /^Change these words$/);
  await on(page, /^button# gas/);
  await page.keyboard.press("Space");
  await on(page, /^button# gas/);
  await press(page, /^hard water/, "Space");
  await page.keyboard.press("Space");
  await on(page, /^button# hard water/);
  await to(page, /^Another word/);
  await page.keyboard.type("camping");
  await press(page, /^Save the words$/);
  await on(page, /^h2# Handle gets warm/);
  await reload(page);
  await open(page, "Handle gets warm");
  await expect(page.locator(".ch-post a.ch-tag")).toHaveText(["gas", "camping"]);
  await press(page, /^gas$/);
  await on(page, /^h2#/);
  await press(page, /^Show all$/);
  await on(page, /^h2#/);
});

test("mood and facts about the device; the mood afterwards, and the kind", async ({ page }) => {
  const { brand } = await asker({ title: "Something else" });
  await visit(page, await siteWithTag(page, { brand }));
  await fromTop(page);
  await to(page, /^Search, or ask/);
  await page.keyboard.type("The lid drips");
  await page.keyboard.press("Enter");
  await on(page, /^textarea#ch-body/);
  await press(page, /^More|optional/);
  await press(page, /^Cross$/, "Space");
  await on(page, /^input# Cross/);
  await to(page, /^In a few words/);
  await page.keyboard.type("every morning");
  await press(page, /^Add facts about your device$/);
  await on(page, /^section#/);
  await press(page, /^Strike out$/);
  await on(page, /^button# Show after all/);
  await press(page, /^Add none of it$/);
  await on(page, /^button# Add facts about your device/);
  await page.keyboard.press("Enter");
  await on(page, /^section#/);
  await press(page, /^Post the/);
  await on(page, /^h2# Posted/);
  const { rows } = await ok(new Guest(brand).list({}, { now: Date.now() }));
  await new Guest(brand).replies(rows.find(({ title }) => title === "The lid drips").id, { body: "Turn the seal round." });
  await reload(page);
  await open(page, "The lid drips");
  await press(page, /^The asker’s device$/);
  await expect(page.locator(".ch-facts dl")).toBeVisible();
  await press(page, /^Change the kind$/);
  await press(page, /^Praise$/);
  await on(page, /^h2# The lid drips/);
  // The choice stays open.
  await press(page, /^Problem$/);
  await on(page, /^h2# The lid drips/);
  await press(page, /^This solved it$/);
  await on(page, /^article#r_/);
  await fromTop(page);
  await press(page, /^Glad$/);
  await on(page, /^h2# The lid drips/);
  await reload(page);
  await open(page, "The lid drips");
  await expect(page.locator(".ch-mood")).toContainText("every morning");
  await expect(page.locator(".ch-mood-now")).toContainText("Glad");
});

test("a private fact is taken out, another one left in", async ({ page }) => {
  const { brand } = await asker({ title: "Something else" });
  await visit(page, await siteWithTag(page, { brand }));
  await fromTop(page);
  await to(page, /^Search, or ask/);
  await page.keyboard.type("Where do I send it?");
  await page.keyboard.press("Enter");
  await on(page, /^textarea#ch-body/);
  await page.keyboard.type("Paid with 4111 1111 1111 1111, call 090-1234-5678");
  await press(page, /^Post the/);
  await on(page, /^button# Take it out/);
  await page.keyboard.press("Enter");
  await on(page, /^textarea#ch-body/);
  await press(page, /^Post the/);
  await on(page, /^button# Take it out/);
  await press(page, /^Post it all the same$/);
  await on(page, /^h2# Posted/);
  await reload(page);
  await open(page, "Where do I send it");
  await expect(page.locator(".ch-post")).toContainText("Paid with …, call 090-1234-5678");
});

test("the private link: made, copied, made anew and taken back", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write", "local-network-access"]);
  const { brand } = await asker({ title: "Something else" });
  await visit(page, await siteWithTag(page, { brand }));
  await fromTop(page);
  await to(page, /^Search, or ask/);
  await page.keyboard.type("Where is the serial number?");
  await page.keyboard.press("Enter");
  await on(page, /^textarea#ch-body/);
  await press(page, /^Post the/);
  await on(page, /^h2# Posted/);
  await press(page, /^Make the link$/);
  await on(page, /^input#ch-keep-link/);
  const first = await page.locator("#ch-keep-link").inputValue();
  await press(page, /^Copy$/);
  await on(page, /^button# Copied/);
  await press(page, /^Make a new one$/);
  await on(page, /^input#ch-keep-link/);
  await expect(page.locator("#ch-keep-link")).not.toHaveValue(first);
  await press(page, /^Take it back$/);
  await on(page, /^button# Make the link/);
  await reload(page);
  await expect(line(page, "Where is the serial number?")).toContainText("Yours");
});

test("not solved for me, and after all", async ({ page }) => {
  const { person, brand, thread } = await asker({ title: "The lid does not close", kind: "problem" });
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  await ok(rep.setStatus(brand, thread, { word: "seen_differently", reason: "We like it so." }));
  await as(page, person);
  await open(page, "The lid does not close");
  await press(page, /^Not solved for me$/);
  await on(page, /^h2# The lid does not close/);
  await expect(page.locator(".ch-post .ch-note")).toContainText("not solved for me");
  await press(page, /^It is solved after all$/);
  await on(page, /^h2# The lid does not close/);
  await press(page, /^Not solved for me$/);
  await on(page, /^h2# The lid does not close/);
  await reload(page);
  await openThread(page, "The lid does not close");
  await expect(page.locator(".ch-post .ch-note")).toContainText("not solved for me");
});

test("the bar of news: in the list and in a thread", async ({ page }) => {
  const { brand, thread } = await asker({ title: "The lid drips" });
  await visit(page, await siteWithTag(page, { brand }));
  await new Guest(brand).asks({ title: "Which oil?" });
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.locator(".ch-fresh button")).toBeVisible();
  await fromTop(page);
  await press(page, /^1 new question$/);
  await on(page, /^h2#/);
  await open(page, "The lid drips");
  const reply = await new Guest(brand).replies(thread, { body: "Turn the gasket." });
  await hooks.due(brand);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.locator(".ch-fresh button")).toBeVisible();
  await press(page, /^1 new reply$/);
  await on(page, new RegExp(`^article#${reply}`));
  await reload(page);
  await open(page, "The lid drips");
  await expect(page.locator(`[id="${reply}"]`)).toBeVisible();
});

test("helping: questions one may know, answering one and back, mail about those that wait", async ({ page }) => {
  const { brand, thread } = await asker({ title: "Which oil for the handle?" });
  const person = new Guest(brand, { site: origins().brand });
  await person.joins(newAddress("helper"));
  await as(page, person);
  await fromTop(page);
  await press(page, /^Questions you may know$/);
  await on(page, /^h2# Questions you may know/);
  await press(page, /^Tell me by e-mail/, "Space");
  await on(page, /^button# Tell me by e-mail/);
  await expect(page.getByRole("button", { name: "Tell me by e-mail" })).toHaveAttribute("aria-pressed", "true");
  // Upwards: the questions stand above what one is told of.
  await to(page, /^Which oil/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await on(page, /^h2# Which oil/);
  await to(page, /^Your reply/);
  await page.keyboard.type("Linseed.");
  await press(page, /^Reply$/);
  await on(page, /^article#r_/);
  await fromTop(page);
  await press(page, /^Back/);
  await on(page, /^h2# Questions you may know|^a# /);
  await fromTop(page);
  await press(page, /^All threads$/);
  await on(page, /^h2# kettle: customers’ place/);
  await reload(page);
  await open(page, "Which oil");
  await expect(page.locator(".ch-reply")).toContainText("Linseed.");
  expect((await new Guest(brand).thread(thread)).replies).toHaveLength(1);
});

test("taking one's own away for good: asked twice, kept once, then gone", async ({ page }) => {
  const { brand, person } = await asker({ title: "Which oil for the handle?" });
  await new Guest(brand).asks({ title: "Which tea?" });
  await person.joins(newAddress("asker"));
  await as(page, person);
  await fromTop(page);
  await press(page, /^Questions you may know$/);
  await on(page, /^h2# Questions you may know/);
  const saving = page.waitForEvent("download");
  await press(page, /^Save as a file$/);
  expect((await saving).suggestedFilename()).toBe(`chie-${brand}.json`);
  await on(page, /^button# Save as a file/);
  await press(page, /^Erase me/);
  // The focus stands on what does nothing for good.
  await on(page, /^button# Keep it/);
  await page.keyboard.press("Enter");
  await on(page, /^button# Erase me/);
  await page.keyboard.press("Enter");
  await on(page, /^button# Keep it/);
  await to(page, /^Erase everything of mine$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await on(page, /^h2# Questions you may know/);
  await expect(page.getByText("Everything of yours is gone.").first()).toBeVisible();
  await reload(page);
  await expect(line(page, "Which tea?")).toBeVisible();
  await expect(line(page, "Which oil")).toHaveCount(0);
});
