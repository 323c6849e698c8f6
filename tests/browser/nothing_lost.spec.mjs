// Nothing that somebody typed is lost: not by a reload, a crash, a connection that drops, a session that ends, a second tab,
// or a storage that is full, denied or wiped. Each journey ends with a reload and the same result.
import { codeIn, Guest, mailTo, newAddress, newBrand } from "../harness/actors.mjs";
import { ask, expect, gate, line, openThread, reload, siteWithTag, somebodyElse, test, typeLine, visit } from "./stage.mjs";

const POSTS = /\/threads$/;
const REPLIES = /\/replies$/;
const send = (page) => page.locator("form.ch-form:not(.ch-keep) button[type=submit]");
const bar = (page) => page.locator(".ch-bar");

/** Goes to the details of a question. */
async function begin(page, { line, body }) {
  await typeLine(page, line);
  await page.locator(".ch-like-ask").click();
  if (body) await page.locator("#ch-body").fill(body);
}

/** Counts the posts that reach the server, and what came of them. */
function countPosts(page, pattern = POSTS) {
  const answers = [];
  page.on("response", (response) => response.request().method() === "POST" && pattern.test(new URL(response.url()).pathname) && answers.push(response.status()));
  return answers;
}

const offline = (watch) => watch.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_ABORTED/);

test("drafts by product and by thread outlive a crash of the page", async ({ browser, watch }) => {
  const first = await somebodyElse(browser, watch);
  const context = first.context();
  const guest = new Guest(newBrand());
  const one = await guest.asks({ title: "The lid drips" });
  await guest.asks({ title: "The handle is loose" });
  const url = await siteWithTag(context, { brand: guest.brand });
  const other = await siteWithTag(context, { brand: guest.brand, product: "lamp", title: "Desk Lamp" });
  await visit(first, url);
  await openThread(first, "The lid drips");
  await first.locator("#ch-reply").fill("Turn the gasket.");
  await first.locator(".ch-back").click();
  await begin(first, { line: "Which oil for the handle?", body: "It looks dry." });
  const session = await context.newCDPSession(first);
  const crashed = first.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;

  const page = await context.newPage();
  await visit(page, url);
  await expect(page.locator("#ch-line")).toHaveValue("Which oil for the handle?");
  await page.getByRole("button", { name: "Go on with your draft" }).click();
  await expect(page.locator("#ch-body")).toHaveValue("It looks dry.");
  await page.locator("button.ch-back").click();
  await openThread(page, "The handle is loose");
  await expect(page.locator("#ch-reply")).toHaveValue("");
  await page.locator(".ch-back").click();
  await page.locator(`[data-thread="${one}"]`).first().click();
  await expect(page.locator("#ch-reply")).toHaveValue("Turn the gasket.");
  // Another product has a draft of its own.
  await visit(page, other);
  await expect(page.locator("#ch-line")).toHaveValue("");
  await context.close();
});

test("a question asked offline says so, waits over a reload, and goes out once when the connection is back", async ({ page, context, watch }) => {
  offline(watch);
  const brand = newBrand();
  const url = await siteWithTag(page, { brand });
  await visit(page, url);
  const posts = countPosts(page);
  await begin(page, { line: "Is it dishwasher safe?", body: "I would rather not ruin it." });
  await context.setOffline(true);
  await expect(bar(page)).toContainText("You are offline");
  await send(page).click();
  await expect(bar(page)).toContainText("Your post waits for the connection");
  await expect(page.locator("#ch-body")).toHaveValue("I would rather not ruin it.");
  await expect(page.locator(".ch-alert")).toHaveCount(0);
  // A page that comes back without a way to the server: what waits waits on.
  await context.setOffline(false);
  const open = await gate(page, POSTS);
  await reload(page);
  await expect(bar(page)).toContainText("Your post waits for the connection");
  await expect(page.locator("#ch-line")).toHaveValue("Is it dishwasher safe?");
  open();
  await expect(line(page, "Is it dishwasher safe?")).toContainText("Yours");
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator("#ch-line")).toHaveValue("");
  await expect(page.locator(".ch-sr[role=status]")).toHaveText("Posted");
  expect(posts).toEqual([200]);
  await reload(page);
  await expect(line(page, "Is it dishwasher safe?")).toHaveCount(1);
  await openThread(page, "Is it dishwasher safe?");
  await expect(page.locator(".ch-post")).toContainText("I would rather not ruin it.");
});

test("what waits can be taken back, and is a draft again", async ({ page, context, watch }) => {
  offline(watch);
  await visit(page, await siteWithTag(page, { brand: newBrand() }));
  const posts = countPosts(page);
  await begin(page, { line: "Is it loud?", body: "At night." });
  await context.setOffline(true);
  await send(page).click();
  await bar(page).getByRole("button", { name: "Do not send" }).click();
  await expect(bar(page)).toContainText("You are offline");
  await context.setOffline(false);
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator("#ch-body")).toHaveValue("At night.");
  await reload(page);
  await expect(page.locator("#ch-line")).toHaveValue("Is it loud?");
  await expect(page.locator(".ch-row")).toHaveCount(0);
  expect(posts).toEqual([]);
});

test("a reply waits too, goes out from the list, and its answer that got lost makes no second one", async ({ page, context, watch }) => {
  offline(watch);
  const guest = new Guest(newBrand());
  await guest.asks({ title: "The lid drips" });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  const posts = countPosts(page, REPLIES);
  let lost = 0;
  // The first answer never arrives: the server has the reply, the visitor does not know.
  await page.route(REPLIES, async (route) => {
    if (route.request().method() !== "POST" || lost) return route.continue();
    lost += 1;
    await route.fetch();
    await context.setOffline(true);
    return route.abort();
  });
  await openThread(page, "The lid drips");
  await page.locator("#ch-reply").fill("Turn the gasket.");
  await page.locator(".ch-compose button[type=submit]").click();
  await expect(bar(page)).toContainText("Your post waits");
  await page.locator(".ch-back").click();
  await expect(bar(page)).toContainText("Your post waits");
  await context.setOffline(false);
  await expect(bar(page)).toHaveCount(0);
  expect(posts).toEqual([200]);
  await reload(page);
  await expect(line(page, "The lid drips")).toContainText("1 reply");
  await openThread(page, "The lid drips");
  await expect(page.locator(".ch-reply")).toHaveCount(1);
  await expect(page.locator("#ch-reply")).toHaveValue("");
});

test("a remark waits too, is no second one when its answer got lost, and one that is taken back stays a draft", async ({ page, context, watch }) => {
  offline(watch);
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "The lid drips" });
  await new Guest(guest.brand).replies(thread, { body: "Turn the gasket." });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  const COMMENTS = /\/comments$/;
  const posts = countPosts(page, COMMENTS);
  let lost = 0;
  await page.route(COMMENTS, async (route) => {
    if (route.request().method() !== "POST" || lost) return route.continue();
    lost += 1;
    await route.fetch();
    await context.setOffline(true);
    return route.abort();
  });
  const remark = async (text) => {
    await page.locator(".ch-reply").getByRole("button", { name: "Comment" }).click();
    await page.locator("#ch-comment").fill(text);
    await page.locator("form.ch-desk button[type=submit]").click();
  };
  await openThread(page, "The lid drips");
  await remark("Which way round?");
  await expect(bar(page)).toContainText("Your post waits");
  await expect(page.locator("#ch-comment")).toHaveValue("Which way round?");
  await page.locator(".ch-back").click();
  await context.setOffline(false);
  await expect(bar(page)).toHaveCount(0);
  expect(posts).toEqual([200]);
  await reload(page);
  await openThread(page, "The lid drips");
  await expect(page.locator(".ch-comment")).toHaveCount(1);
  await expect(page.locator(".ch-comment")).toContainText("Which way round?");

  await context.setOffline(true);
  await remark("And how far?");
  await expect(bar(page)).toContainText("Your post waits");
  await bar(page).getByRole("button", { name: "Do not send" }).click();
  await context.setOffline(false);
  await expect(bar(page)).toHaveCount(0);
  await reload(page);
  await openThread(page, "The lid drips");
  await expect(page.locator(".ch-comment")).toHaveCount(1);
  await page.locator(".ch-reply").getByRole("button", { name: "Comment" }).click();
  await expect(page.locator("#ch-comment")).toHaveValue("And how far?");
  expect(posts).toEqual([200]);
});

test("without an answer it is sent again by itself, though the device believes to be online", async ({ page, watch }) => {
  offline(watch);
  await visit(page, await siteWithTag(page, { brand: newBrand() }));
  let dropped = 0;
  await page.route(POSTS, (route) => (route.request().method() === "POST" && !dropped++ ? route.abort() : route.continue()));
  await begin(page, { line: "Does the enamel chip?" });
  await send(page).click();
  await expect(bar(page)).toContainText("Your post waits");
  await expect(page.getByRole("heading", { name: "Posted" })).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await reload(page);
  await expect(line(page, "Does the enamel chip?")).toHaveCount(1);
});

test("what is typed while a question is on its way stays, as a draft of its own", async ({ page }) => {
  await visit(page, await siteWithTag(page, { brand: newBrand() }));
  const open = await gate(page, POSTS);
  await begin(page, { line: "Where is it made?", body: "The box does not say." });
  await send(page).click();
  await page.locator("#ch-body").press("End");
  await page.locator("#ch-body").pressSequentially(" Nor the manual.");
  open();
  await expect(page.getByRole("heading", { name: "Posted" })).toBeVisible();
  await page.getByRole("button", { name: "See it" }).click();
  await expect(page.locator(".ch-post .ch-text")).toHaveText("The box does not say.");
  await reload(page);
  await expect(line(page, "Where is it made?")).toHaveCount(1);
  await page.getByRole("button", { name: "Go on with your draft" }).click();
  await expect(page.locator("#ch-body")).toHaveValue("The box does not say. Nor the manual.");
  // It is another wish: it makes another thread.
  await send(page).click();
  await expect(page.getByRole("heading", { name: "Posted" })).toBeVisible();
  await reload(page);
  await expect(line(page, "Where is it made?")).toHaveCount(2);
  await expect(page.locator("#ch-line")).toHaveValue("");
});

const YEAR = 365 * 86_400_000;
/** From now on the server's clock is a year later for this page: its session is over. */
const later = (page) => page.route(/\/v1\//, (route) => route.continue({ headers: { ...route.request().headers(), "x-chie-now": String(Date.now() + YEAR) } }));

test("a guest's session that ended is renewed without a word, and the text goes out once", async ({ page, watch }) => {
  watch.allow(/401/);
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "First question?" });
  await page.getByRole("button", { name: "All threads", exact: true }).click();
  const posts = countPosts(page);
  await begin(page, { line: "Second question?", body: "A year after." });
  // From here on: what is only read before would renew the session first.
  await later(page);
  await send(page).click();
  await expect(page.getByRole("heading", { name: "Posted" })).toBeVisible();
  expect(posts).toEqual([401, 200]);
  await reload(page);
  await expect(line(page, "Second question?")).toHaveCount(1);
  await expect(line(page, "Second question?")).toContainText("Yours");
});

/** Confirms an address by the code that was mailed to it. */
async function confirm(page, email) {
  await page.locator("#ch-email").fill(email);
  await page.locator(".ch-keep:has(#ch-email, #ch-code) button[type=submit]").click();
  await expect(page.locator("#ch-code")).toBeFocused();
  await page.locator("#ch-code").fill(codeIn((await mailTo(email)).at(0)));
  await page.locator(".ch-keep:has(#ch-email, #ch-code) button[type=submit]").click();
  await expect(page.locator("#ch-code")).toHaveCount(0);
}

test("whoever has shown an address is asked for it again, the text is kept, and nothing goes out under a stranger's name", async ({ page, watch }) => {
  watch.allow(/401/);
  const brand = newBrand();
  const email = newAddress("keeper");
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "First question?", name: "Ada" });
  await confirm(page, email);
  await page.getByRole("button", { name: "All threads", exact: true }).click();
  const posts = countPosts(page);
  // The token is gone as if a year had passed; the server's own clock stays, so that the code can be used.
  await page.evaluate((name) => localStorage.setItem(name, "1.spoiled"), `chie:${brand}:session`);
  await reload(page);
  await expect(page.locator(".ch-keep")).toContainText("Your posts, in this browser again");
  await begin(page, { line: "Second question?", body: "Still here." });
  await page.evaluate((name) => localStorage.setItem(name, "1.spoiled"), `chie:${brand}:session`);
  await send(page).click();
  await expect(page.locator(".ch-alert")).toContainText("Your sign-in on this site is over");
  await expect(page.locator("#ch-body")).toHaveValue("Still here.");
  expect(posts).toEqual([401]);
  await confirm(page, email);
  await expect(page.locator("#ch-body")).toHaveValue("Still here.");
  await send(page).click();
  await expect(page.getByRole("heading", { name: "Posted" })).toBeVisible();
  expect(posts).toEqual([401, 200]);
  await reload(page);
  for (const title of ["First question?", "Second question?"]) await expect(line(page, title)).toContainText("Yours");
  await openThread(page, "Second question?");
  await expect(page.locator(".ch-post")).toContainText("Ada");
});

test("a browser that forgot everything gives the threads back to whoever confirms the address again", async ({ page }) => {
  const brand = newBrand();
  const email = newAddress("keeper");
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "First question?" });
  await confirm(page, email);
  await page.evaluate(() => localStorage.clear());
  await reload(page);
  await expect(line(page, "First question?")).not.toContainText("Yours");
  await page.getByRole("link", { name: "Posted here before?" }).click();
  await expect(page.locator("#ch-email")).toBeFocused();
  await confirm(page, email);
  await expect(line(page, "First question?")).toContainText("Yours");
  await reload(page);
  await expect(line(page, "First question?")).toContainText("Yours");
  await expect(page.getByRole("link", { name: "Posted here before?" })).toHaveCount(0);
});

test("a remark and a change that were begun outlive a reload", async ({ page }) => {
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "The lid drips" });
  await new Guest(guest.brand).replies(thread, { body: "Turn the gasket." });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await ask(page, { line: "Which oil?", body: "It looks dry." });
  await page.getByRole("button", { name: "See it" }).click();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.locator("#ch-change").fill("It looks very dry.");
  await reload(page);
  await openThread(page, "The lid drips");
  await page.locator(".ch-reply").getByRole("button", { name: "Comment" }).click();
  await page.locator("#ch-comment").fill("Which way round?");
  await reload(page);
  await openThread(page, "The lid drips");
  await page.locator(".ch-reply").getByRole("button", { name: "Comment" }).click();
  await expect(page.locator("#ch-comment")).toHaveValue("Which way round?");
  await page.locator(".ch-back").click();
  await openThread(page, "Which oil?");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.locator("#ch-change")).toHaveValue("It looks very dry.");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.locator(".ch-post .ch-text")).toHaveText("It looks very dry.");
  await reload(page);
  await openThread(page, "Which oil?");
  await expect(page.locator(".ch-post .ch-text")).toHaveText("It looks very dry.");
});

test("two tabs on one draft: the newer text stands in both, the other is one step away, and a post clears both", async ({ browser, watch }) => {
  const one = await somebodyElse(browser, watch);
  const context = one.context();
  const url = await siteWithTag(context, { brand: newBrand() });
  await visit(one, url);
  await begin(one, { line: "Which oil?", body: "Written in the first tab." });
  const two = await context.newPage();
  await visit(two, url);
  await two.getByRole("button", { name: "Go on with your draft" }).click();
  await expect(two.locator("#ch-body")).toHaveValue("Written in the first tab.");
  await two.locator("#ch-body").fill("Written in the second tab.");
  await expect(one.locator("#ch-body")).toHaveValue("Written in the second tab.");
  await expect(one.locator(".ch-note")).toContainText("changed in another tab");
  await one.getByRole("button", { name: "Put back what stood here" }).click();
  for (const tab of [one, two]) await expect(tab.locator("#ch-body")).toHaveValue("Written in the first tab.");
  await one.getByRole("button", { name: "Put back what stood here" }).click();
  for (const tab of [one, two]) await expect(tab.locator("#ch-body")).toHaveValue("Written in the second tab.");
  await send(one).click();
  await expect(one.getByRole("heading", { name: "Posted" })).toBeVisible();
  await expect(two.locator("#ch-line")).toHaveValue("");
  await expect(two.locator("#ch-body")).toHaveCount(0);
  await reload(two);
  await expect(line(two, "Which oil?")).toHaveCount(1);
  await expect(two.locator("#ch-line")).toHaveValue("");
  await context.close();
});

test("two tabs whose question waits make one thread", async ({ browser, watch }) => {
  offline(watch);
  const one = await somebodyElse(browser, watch);
  const context = one.context();
  const url = await siteWithTag(context, { brand: newBrand() });
  await visit(one, url);
  const two = await context.newPage();
  await visit(two, url);
  await begin(one, { line: "Which oil?" });
  await context.setOffline(true);
  await send(one).click();
  for (const tab of [one, two]) await expect(bar(tab)).toContainText("Your post waits");
  await context.setOffline(false);
  for (const tab of [one, two]) await expect(bar(tab)).toHaveCount(0);
  for (const tab of [one, two]) {
    await reload(tab);
    await expect(line(tab, "Which oil?")).toHaveCount(1);
  }
  await context.close();
});

for (const [name, headers, before] of [
  ["denied", { "content-security-policy": "sandbox allow-scripts allow-forms" }],
  ["full", {}, () => { for (let size = 1 << 22; size; size >>= 1) { try { for (let index = 0; ; index += 1) localStorage.setItem(`host ${size} ${index}`, "x".repeat(size)); } catch { /* It is full to this size. */ } } }],
]) {
  test(`where storage is ${name}, a draft lasts as long as the page, and that is said in one line`, async ({ page, watch }) => {
    watch.allow(/Blocked form submission/);
    const guest = new Guest(newBrand());
    await guest.asks({ title: "The lid drips" });
    const url = await siteWithTag(page, { brand: guest.brand, headers });
    await page.goto(url);
    if (before) await page.evaluate(before);
    await visit(page, url);
    await openThread(page, "The lid drips");
    await page.locator("#ch-reply").fill("Turn the gasket.");
    await expect(page.locator(".ch-compose")).toContainText("This browser keeps nothing here");
    await page.locator(".ch-back").click();
    await begin(page, { line: "Which oil?", body: "It looks dry." });
    await expect(page.locator("form.ch-form")).toContainText("This browser keeps nothing here");
    await page.locator("button.ch-back").click();
    await page.locator("#ch-line").fill("");
    await openThread(page, "The lid drips");
    await expect(page.locator("#ch-reply")).toHaveValue("Turn the gasket.");
    await page.locator(".ch-compose button[type=submit]").click();
    await expect(page.locator(".ch-reply")).toContainText("Turn the gasket.");
    await visit(page, url);
    await expect(line(page, "The lid drips")).toContainText("1 reply");
  });
}

test("a mark that could not be set says so beside its button, not in the reply", async ({ page, context, watch }) => {
  offline(watch);
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "The lid drips" });
  await new Guest(guest.brand).replies(thread, { body: "Turn the gasket." });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await openThread(page, "The lid drips");
  await context.setOffline(true);
  const star = page.locator(".ch-reply .ch-press");
  await star.click();
  await expect(page.locator(".ch-reply .ch-error")).toContainText("offline");
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await expect(page.locator(".ch-compose .ch-alert")).toHaveCount(0);
  await page.locator(".ch-post .ch-press").first().click();
  await expect(page.locator(".ch-post .ch-error")).toContainText("offline");
  await expect(page.locator(".ch-reply .ch-error")).toHaveCount(0);
  await context.setOffline(false);
  const set = page.waitForResponse(/\/star$/);
  await star.click();
  await set;
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".ch-actions .ch-error")).toHaveCount(0);
  await reload(page);
  await openThread(page, "The lid drips");
  await expect(star).toHaveAttribute("aria-pressed", "true");
});

test("the line survives a reload with what may answer it, until it becomes a draft or is emptied", async ({ page }) => {
  const guest = new Guest(newBrand());
  await guest.asks({ title: "The lid drips" });
  const url = await siteWithTag(page, { brand: guest.brand });
  const other = await siteWithTag(page, { brand: guest.brand, product: "lamp", title: "Desk Lamp" });
  await visit(page, url);
  // What one tab keeps for itself makes no other one fetch anything.
  const beside = await page.context().newPage();
  const fetched = [];
  beside.on("request", (request) => fetched.push(request.url()));
  await visit(beside, await siteWithTag(beside, { brand: guest.brand }));
  await typeLine(page, "lid drips");
  await expect.poll(() => beside.evaluate(() => Object.keys(localStorage).filter((name) => name.includes(":line:")).length)).toBe(1);
  expect(fetched.filter((address) => /embed-rest/.test(address))).toEqual([]);
  await beside.close();
  await reload(page);
  await expect(page.locator("#ch-line")).toHaveValue("lid drips");
  await expect(page.locator(".ch-like")).toContainText("The lid drips");
  await visit(page, other);
  await expect(page.locator("#ch-line")).toHaveValue("");
  // From here on it is a draft, and stands there as one.
  await visit(page, url);
  await page.locator(".ch-like-ask").click();
  await expect(page.locator("#ch-title")).toHaveValue("lid drips");
  await reload(page);
  await expect(page.getByRole("button", { name: "Go on with your draft" })).toBeVisible();
  // A line that is typed after it is newer than the draft.
  await typeLine(page, "handle is loose");
  await reload(page);
  await expect(page.locator("#ch-line")).toHaveValue("handle is loose");
  await page.locator("#ch-line").fill("");
  await reload(page);
  await expect(page.locator("#ch-line")).toHaveValue("lid drips");
});

test("which facts of the device were struck out is a part of the draft, and goes with the post", async ({ page }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await begin(page, { line: "The lid drips" });
  await page.locator(".ch-fold > summary").click();
  await page.getByRole("button", { name: "Add facts about your device" }).click();
  const fact = (name) => page.locator(".ch-my-facts li").filter({ hasText: name });
  await fact("Screen").getByRole("button", { name: "Strike out" }).click();
  await expect(fact("Screen").locator("s")).toHaveCount(1);
  await reload(page);
  await page.getByRole("button", { name: "Go on with your draft" }).click();
  await page.locator(".ch-fold > summary").click();
  await expect(fact("Screen").locator("s")).toHaveCount(1);
  await expect(fact("Page").locator("s")).toHaveCount(0);
  await send(page).click();
  await expect(page.locator(".ch-done")).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes(":facts:")))).toEqual([]);
  await reload(page);
  await openThread(page, "The lid drips");
  await page.locator(".ch-facts summary").click();
  await expect(page.locator(".ch-facts dt").filter({ hasText: "Page" })).toHaveCount(1);
  await expect(page.locator(".ch-facts dt").filter({ hasText: "Screen" })).toHaveCount(0);
});

test("a receipt of a reading goes from the device after its seven days, a younger one stays", async ({ page }) => {
  const guest = new Guest(newBrand());
  await guest.asks({ title: "The lid drips" });
  const url = await siteWithTag(page, { brand: guest.brand });
  await visit(page, url);
  const name = `chie:${guest.brand}:reading`;
  for (const [days, stays] of [[8, false], [6, true]]) {
    await page.evaluate(([name, at]) => localStorage.setItem(name, `abc ${at}`), [name, Date.now() - days * 86_400_000]);
    await reload(page);
    await openThread(page, "The lid drips");
    await expect.poll(() => page.evaluate((name) => localStorage.getItem(name) !== null, name), `${days} days old`).toBe(stays);
  }
});
