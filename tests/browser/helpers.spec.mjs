// Helpers as they live in the widget: questions they may know, mail about those that wait, the ladder of a question that nobody
// answers, thanks, levels and what they allow, words by which a situation is found. The clock of the browser and the one of
// Chie move together. Each journey ends with a reload and the same result.
import { codeIn, DAY, Guest, HOUR, hooks, lettersAfter, mailTo, MINUTE, newAddress, newBrand, ok, origins } from "../harness/actors.mjs";
import { ask, expect, line, openThread, reload, siteWithTag, somebodyElse, test, typeLine, visit } from "./stage.mjs";

/** Somebody with an address, as the API sees them. */
async function member(brand, name = "helper") {
  const person = new Guest(brand, { site: origins().brand });
  const email = newAddress(name);
  await person.joins(email);
  return Object.assign(person, { email });
}

/** Lets somebody solve questions of people with an address and be starred by others. */
async function earn(brand, helper, askers, stars) {
  for (let n = 0; n < askers; n += 1) {
    const asker = await member(brand, "asker");
    const reply = await helper.replies(await asker.asks({ title: `Question ${n}` }));
    await ok(asker.accept(reply));
    for (let m = 0; n === 0 && m < stars; m += 1) await ok(new Guest(brand).star(reply));
  }
}

/** A page whose visitor is this person. */
async function pageOf(person, { browser, watch, url }) {
  const page = await somebodyElse(browser, watch);
  await url(page).then((address) => page.goto(address));
  await page.evaluate(([name, session]) => localStorage.setItem(name, session), [`chie:${person.brand}:session`, person.session]);
  await reload(page);
  return page;
}

/** From now on it is so much later, in this browser and for what it asks Chie. */
async function later(page, by) {
  await page.clock.install({ time: Date.now() + by });
  await page.route((url) => url.origin === origins().chie, async (route) => {
    await route.continue({ headers: { ...route.request().headers(), "x-chie-now": String(Date.now() + by) } });
  });
}

const rows = (page) => page.locator(".ch-rows .ch-row");
const helping = (page) => page.getByRole("link", { name: "Questions you may know" }).click();

test("scenario 31: nobody answers for 24 and 72 hours, and the ladder happens, in mail and in the widget", async ({ page, browser, watch }) => {
  const brand = newBrand();
  const asked = Date.now();
  const helper = await member(brand);
  await new Guest(brand).asks({ title: "Something older" });
  const helpers = await pageOf(helper, { browser, watch, url: (it) => siteWithTag(it, { brand }) });
  await helping(helpers);
  await helpers.getByRole("button", { name: "Tell me by e-mail when a question waits for a day" }).click();
  await expect(helpers.getByRole("button", { name: "Tell me by e-mail" })).toHaveAttribute("aria-pressed", "true");

  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "Why does it whistle?", body: "Since **yesterday**." });
  await expect(page.locator(".ch-done")).toContainText("How soon answers come here is not known yet.");
  const email = newAddress("asker");
  await page.locator("#ch-email").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.locator("#ch-code")).toBeFocused();
  await page.locator("#ch-code").fill(codeIn((await mailTo(email))[0]));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.locator(".ch-kept")).toBeVisible();
  await reload(page);
  await openThread(page, "Why does it whistle?");
  await expect(page.locator(".ch-own")).toHaveCount(0);

  // After a day the helper hears of it, and the mail leads to the question.
  const [mail] = await lettersAfter(brand, helper.email, 2, { now: asked + 25 * HOUR });
  expect(mail.subject).toMatch(/^Waiting for an answer: /);
  const letters = (await mailTo(helper.email)).filter((it) => it.subject.endsWith("Why does it whistle?"));
  expect(letters).toHaveLength(1);
  const [link] = letters[0].text.match(/http\S+\/c\/\S+/);
  await helpers.goto(link);
  // The live view stands in a closed root; what is below it in the page is the same thread.
  await expect(helpers.locator("main")).toContainText("Why does it whistle?");

  // After three days the asker gets the maker's own help, by mail and in the thread, with the text ready to copy.
  const [help] = await lettersAfter(brand, email, 1, { now: asked + 73 * HOUR });
  expect(help.subject).toBe("No answer yet: Why does it whistle?");
  expect(help.text).toContain("Why does it whistle?\n\nSince yesterday.");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write", "local-network-access"]);
  await later(page, 73 * HOUR);
  for (const again of [false, true]) {
    await reload(page);
    await openThread(page, "Why does it whistle?");
    const own = page.locator(".ch-own");
    await expect(own).toContainText("Nobody has answered for three days");
    await expect(own.getByRole("link")).toHaveAttribute("href", `https://${brand}/`);
    await expect(page.locator("#ch-own-text")).toHaveValue("Why does it whistle?\n\nSince yesterday.");
    if (again) continue;
    await own.getByRole("button", { name: "Copy" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("Why does it whistle?\n\nSince yesterday.");
  }
  // Somebody else sees the question, not the asker's panel; an answer ends it for the asker too.
  const { rows: [{ id }] } = await ok(new Guest(brand).list({ order: "active" }));
  await new Guest(brand).replies(id, { body: "The lid is not closed." });
  await reload(page);
  await openThread(page, "Why does it whistle?");
  await expect(page.locator(".ch-reply")).toContainText("The lid is not closed.");
  await expect(page.locator(".ch-own")).toHaveCount(0);
  await helpers.context().close();
});

test("questions you may know: unanswered and mine first, answering takes one away, and mail asks for an address", async ({ page, browser, watch }) => {
  const brand = newBrand();
  const now = Date.now() - DAY;
  const at = (minutes) => new Guest(brand, { now: now + minutes * MINUTE });
  const answered = await at(1).asks({ title: "Kettle, has a reply" });
  await at(2).replies(answered);
  await at(3).asks({ title: "Kettle, waits" });
  await at(4).asks({ title: "Lamp, waits", product: "lamp", product_name: "Desk Lamp Arc" });
  await at(5).asks({ title: "How lovely", kind: "praise" });
  const helper = await member(brand);
  await helper.asks({ title: "My own" });
  const helpers = await pageOf(helper, { browser, watch, url: (it) => siteWithTag(it, { brand }) });
  for (const again of [false, true]) {
    if (again) await reload(helpers);
    await helping(helpers);
    await expect(helpers.getByRole("heading", { name: "Questions you may know" })).toBeFocused();
    await expect(rows(helpers).locator("h3")).toHaveText(again ? ["Kettle, has a reply"] : ["Kettle, waits", "Kettle, has a reply"]);
    if (again) continue;
    await rows(helpers).first().getByRole("link").click();
    await helpers.locator("#ch-reply").fill("Close the lid.");
    await helpers.getByRole("button", { name: "Reply", exact: true }).click();
    await expect(helpers.locator(".ch-reply")).toContainText("Close the lid.");
    // Back is back among the questions.
    await helpers.locator(".ch-back").click();
    await expect(helpers.getByRole("heading", { name: "Questions you may know" })).toBeVisible();
    await expect(rows(helpers).locator("h3")).toHaveText(["Kettle, has a reply"]);
  }
  await helpers.context().close();

  // A guest reads them too; for mail an address comes first.
  await visit(page, await siteWithTag(page, { brand }));
  await helping(page);
  await expect(rows(page).filter({ hasText: "My own" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Tell me by e-mail when" })).toHaveCount(0);
  await expect(page.locator("#ch-email")).toBeVisible();
});

test("a helper is thanked in one line, is seen to have solved questions, and earns a level that is said", async ({ page, browser, watch }) => {
  const brand = newBrand();
  const helper = await member(brand);
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "Where is the filter?" });
  const { rows: [{ id }] } = await ok(new Guest(brand).list());
  await helper.replies(id, { body: "Under the spout.", name: "Mika" });
  await reload(page);
  await openThread(page, "Where is the filter?");
  await expect(page.locator(".ch-solves")).toHaveCount(0);
  await page.getByRole("button", { name: "This solved it" }).click();
  await expect(page.locator(".ch-solved")).toBeVisible();
  const [thanks] = await lettersAfter(brand, helper.email, 1);
  expect(thanks.subject).toMatch(/^You solved Guest · \w+’s question$/);
  expect(thanks.text).toContain("Under the spout.");
  await earn(brand, helper, 2, 2);
  await hooks.due(brand);
  await reload(page);
  await openThread(page, "Where is the filter?");
  await expect(page.locator(".ch-reply .ch-by")).toContainText("solved 3 questions");

  const helpers = await pageOf(helper, { browser, watch, url: (it) => siteWithTag(it, { brand }) });
  for (const again of [false, true]) {
    if (again) await reload(helpers);
    await helping(helpers);
    await expect(helpers.locator(".ch-head")).toContainText("solved 3 questions");
    await expect(helpers.locator(".ch-head")).toContainText("You are known here");
  }
  await helpers.context().close();
});

test("words of the situation are offered out of the question, chosen, and lead to others in it", async ({ page, browser, watch }) => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "Another thing" });
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "Handle gets warm on my gas hob", body: "It was a birthday present, and our water is full of limescale." });
  const offered = page.locator(".ch-tags").getByRole("button");
  for (const word of ["gas", "gift", "hard water"]) await expect(offered.filter({ hasText: new RegExp(`^${word}$`) })).toBeVisible();
  await page.getByRole("button", { name: "gas", exact: true }).click();
  await page.getByRole("button", { name: "hard water" }).click();
  await page.getByLabel("Another word").fill("Camping");
  // Three are enough: a fourth waits until one is given up.
  await page.getByRole("button", { name: "Save the words" }).click();
  await expect(offered).toHaveCount(0);
  await reload(page);
  await openThread(page, "Handle gets warm on my gas hob");
  const tags = page.locator(".ch-tags a");
  await expect(tags).toHaveText(["gas", "hard water", "camping"]);
  await tags.filter({ hasText: "gas" }).click();
  await expect(page.locator(".ch-group")).toContainText("With “gas”:");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(rows(page)).toHaveCount(2);

  // Found by the situation, by somebody who never saw the question; changed by who is known.
  const reader = await somebodyElse(browser, watch);
  await visit(reader, await siteWithTag(reader, { brand }));
  await typeLine(reader, "gas camping");
  await expect(reader.locator(".ch-like")).toContainText("Handle gets warm");
  await reader.context().close();
  const helper = await member(brand);
  await earn(brand, helper, 2, 2);
  const helpers = await pageOf(helper, { browser, watch, url: (it) => siteWithTag(it, { brand }) });
  await openThread(helpers, "Handle gets warm on my gas hob");
  await helpers.getByRole("button", { name: "Change these words" }).click();
  await helpers.getByRole("button", { name: "camping" }).click();
  await helpers.getByRole("button", { name: "Save the words" }).click();
  await expect(helpers.locator(".ch-tags a")).toHaveText(["gas", "hard water"]);
  await reload(helpers);
  await openThread(helpers, "Handle gets warm on my gas hob");
  await expect(helpers.locator(".ch-tags a")).toHaveText(["gas", "hard water"]);
  await helpers.context().close();
});

test("a trusted helper says that two threads are the same; everybody is led on, and it can be taken back", async ({ page, browser, watch }) => {
  const brand = newBrand();
  const helper = await member(brand);
  await earn(brand, helper, 6, 8);
  const master = await new Guest(brand).asks({ title: "The whistle stays silent" });
  const thread = await new Guest(brand).asks({ title: "Silent after descaling" });
  const helpers = await pageOf(helper, { browser, watch, url: (it) => siteWithTag(it, { brand }) });
  await helping(helpers);
  await expect(helpers.locator(".ch-head")).toContainText("You are trusted here");
  await helpers.locator(".ch-back").click();
  await openThread(helpers, "Silent after descaling");
  await helpers.locator("summary", { hasText: "Same as another thread" }).click();
  await helpers.getByLabel("Link to the other thread").fill("nothing");
  await helpers.locator(".ch-more-about button").click();
  await expect(helpers.locator(".ch-more-about .ch-error")).toContainText("Paste the link of another thread");
  await helpers.getByLabel("Link to the other thread").fill(`${origins().chie}/c/${brand}/kettle/${master}?lang=en`);
  await helpers.locator(".ch-more-about button").click();
  await expect(helpers.locator(".ch-post .ch-note")).toContainText("is the same as The whistle stays silent");

  await visit(page, await siteWithTag(page, { brand }));
  await openThread(page, "Silent after descaling");
  await expect(page.locator(".ch-post .ch-note")).toContainText("It goes on there.");
  await expect(page.locator(".ch-more-about")).toHaveCount(0);
  await page.locator(".ch-post .ch-note a").click();
  await expect(page.getByRole("heading", { name: "The whistle stays silent" })).toBeFocused();
  await reload(helpers);
  await openThread(helpers, "Silent after descaling");
  await helpers.getByRole("button", { name: "Not the same after all" }).click();
  await expect(helpers.locator(".ch-post .ch-note")).toHaveCount(0);
  await reload(page);
  await expect(line(page, "Silent after descaling")).toBeVisible();
  await openThread(page, "Silent after descaling");
  await expect(page.locator(".ch-post .ch-note")).toHaveCount(0);
  expect((await new Guest(brand).thread(thread)).duplicate).toBe(null);
  await helpers.context().close();
});

test("whoever is known says of which kind a thread is, in public, and who is not cannot", async ({ page, browser, watch }) => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "The handle wobbles", kind: "question" });
  const stranger = await member(brand, "stranger");
  const strangers = await pageOf(stranger, { browser, watch, url: (it) => siteWithTag(it, { brand }) });
  await openThread(strangers, "The handle wobbles");
  await expect(strangers.locator(".ch-kind-change")).toHaveCount(0);
  await strangers.context().close();
  const helper = await member(brand);
  await earn(brand, helper, 2, 2);
  const helpers = await pageOf(helper, { browser, watch, url: (it) => siteWithTag(it, { brand }) });
  await openThread(helpers, "The handle wobbles");
  await helpers.locator(".ch-kind-change > summary").click();
  await helpers.locator(".ch-kind-change").getByRole("button", { name: "Problem" }).click();
  await expect(helpers.locator(".ch-event")).toContainText("Problem");
  await reload(helpers);
  await openThread(helpers, "The handle wobbles");
  await expect(helpers.locator(".ch-event")).toContainText("Problem");
  await helpers.context().close();
  await visit(page, await siteWithTag(page, { brand }));
  await openThread(page, "The handle wobbles");
  await expect(page.locator(".ch-event")).toContainText("Problem");
});
