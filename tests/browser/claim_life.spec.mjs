// Who speaks for the brand, as people see it in a browser: one glance says it; two claim at once; a record
// that goes and comes back; and a stranger who asks while somebody sits.
import { Console, DAY, Guest, HOUR, hooks, mailTo, newAddress, newBrand, ok, origins, pathOf, removeRecords } from "../harness/actors.mjs";
import { go, nobodyYet, signedIn } from "./desk.mjs";
import { expect, line, openThread, reload, siteWithTag, somebodyElse, test, visit, widget } from "./stage.mjs";

const strip = (page) => page.locator(".ch-steward");

/** Moves the clock of everything that this page asks. */
const at = (page, now) => page.setExtraHTTPHeaders({ "x-chie-now": String(now) });

test("scenario 8: one glance says fan-made or official, who speaks, since when, proven how", async ({ page }) => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const thread = await asker.asks({ title: "Is there a spare lid?" });
  await new Guest(brand).replies(thread, { body: "At the market.", name: "Ben" });
  const url = await siteWithTag(page, { brand, site: process.env.FAN });
  await visit(page, url);
  await expect(widget(page)).toHaveClass(/ch-fan/);
  await expect(strip(page)).toContainText("does not run it");
  await expect(page.locator(".ch-seal-mark")).toHaveCount(0);

  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  await ok(rep.answer(brand, thread, { body: "Part K-3, in the shop.", name: "Mika" }));
  const today = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }).format(new Date()).replace(/,.*/, "");
  const official = async () => {
    await expect(widget(page)).toHaveClass(/ch-official/);
    // The domain comes first; then how it was proven, when it was looked at last, and since when they are here.
    expect((await strip(page).innerText()).trim().startsWith(brand)).toBe(true);
    for (const words of ["Domain proven by DNS", today.split(" ")[0]]) await expect(strip(page)).toContainText(words);
    await openThread(page, "Is there a spare lid?");
    await expect(strip(page)).toContainText("is in this thread since");
    const [ours, theirs] = [page.locator(".ch-rep"), page.locator(".ch-reply:not(.ch-rep)")];
    await expect(ours).toContainText("Part K-3");
    await expect(ours.locator(".ch-seal")).toHaveText(brand);
    await expect(theirs).toContainText("Ben");
    await expect(theirs.locator(".ch-seal")).toHaveCount(0);
  };
  await reload(page);
  await official();
  await reload(page);
  await official();
});

test("scenario 12: two claim at once, two answer at once: one outcome, nothing lost, both told", async ({ page, browser, watch }) => {
  const brand = newBrand();
  const thread = await new Guest(brand).asks({ title: "Is there a spare lid?", kind: "problem" });
  const mika = await signedIn(page);
  await mika.proves(brand);
  const other = await somebodyElse(browser, watch);
  const colleague = newAddress("ken");
  await ok(mika.send("POST", pathOf(brand, "/people"), { email: colleague, role: "representative" }));
  const ken = await signedIn(other, colleague);

  // Both have the same list before them, and press at the same moment.
  const desks = [page, other];
  for (const desk of desks) {
    await go(desk, brand, "claim");
    await desk.getByRole("button", { name: /^All \d+…$/ }).click();
    await expect(desk.locator("#hello")).toHaveValue(/^Hello from/);
    await desk.locator("#hello").fill("");
  }
  await Promise.all(desks.map((desk) => desk.getByRole("dialog").getByRole("button", { name: "Claim", exact: true }).click()));
  for (const desk of desks) {
    // The recovery code is shown to whoever was first.
    const away = desk.getByRole("button", { name: "I have put it away" });
    const claims = desk.locator(".claims");
    await expect(away.or(claims.filter({ hasText: "The whole community" }))).toBeVisible();
    if (await away.isVisible()) await away.click();
    await expect(claims).toContainText("The whole community");
  }
  for (const desk of desks) {
    await desk.reload();
    await expect(desk.locator(".claims li", { hasText: "The whole community" })).toHaveCount(1);
  }
  expect((await mika.desk(brand)).claims.filter(({ state }) => state === "live")).toHaveLength(1);

  // Both answer: both answers stand, each under its own name, and each is told of the other's by what they see.
  for (const [desk, name, words] of [[page, "Mika", "Part K-3."], [other, "Ken", "In the shop."]]) {
    await go(desk, brand, `threads/${thread}`);
    await desk.locator("#reply").fill(words);
    await desk.locator("#as").fill(name);
  }
  await Promise.all(desks.map((desk) => desk.getByRole("button", { name: "Reply officially" }).click()));
  for (const desk of desks) {
    await expect(desk.locator("#reply")).toHaveValue("");
    await desk.reload();
    await expect(desk.locator(".post.rep")).toHaveCount(2);
    await expect(desk.locator("main")).toContainText("Part K-3.");
    await expect(desk.locator("main")).toContainText("In the shop.");
  }
  // Both mark an answer: the thread has one.
  const replies = (await new Guest(brand).thread(thread)).replies.map(({ id }) => id);
  const marked = await Promise.all([mika, ken].map((who, n) => who.mark(brand, thread, replies[n])));
  expect(marked.map(({ status }) => status)).toEqual([200, 200]);
  const reader = await somebodyElse(browser, watch);
  await visit(reader, await siteWithTag(reader, { brand }));
  for (const again of [false, true]) {
    if (again) await reload(reader);
    await openThread(reader, "Is there a spare lid?");
    await expect(reader.locator(".ch-answer.ch-by-brand")).toHaveCount(1);
    await expect(reader.locator(".ch-rep")).toHaveCount(2);
  }
  // Everybody who sits was told that Ken came.
  await hooks.due(brand);
  expect((await mailTo(mika.email)).some(({ subject }) => subject?.includes("invited"))).toBe(true);
});

test("scenario 14: the record goes; doubtful, then customers' own again, then proven anew", async ({ page, browser, watch }) => {
  nobodyYet(watch);
  const brand = newBrand();
  const start = Date.now();
  const thread = await new Guest(brand).asks({ title: "Is there a spare lid?" });
  const rep = await new Console().signsIn();
  const { proof } = await rep.proves(brand);
  await rep.claims(brand);
  await ok(rep.answer(brand, thread, { body: "Part K-3." }));
  const reader = await somebodyElse(browser, watch);
  const url = await siteWithTag(reader, { brand, site: process.env.FAN });
  await visit(reader, url);
  await expect(widget(reader)).toHaveClass(/ch-official/);

  await removeRecords(proof.placement.at);
  const days = async (from, to) => {
    for (let day = from; day <= to; day += 1) await hooks.due(brand, start + day * DAY + HOUR);
  };
  await days(1, 4);
  await at(reader, start + 4 * DAY + 2 * HOUR);
  await reload(reader);
  await expect(widget(reader)).toHaveClass(/ch-official/);
  await expect(strip(reader)).toContainText("could not be seen at the last checks");
  expect((await mailTo(rep.email)).some(({ subject }) => subject?.includes("has not been seen for three days"))).toBe(true);

  await days(5, 12);
  await at(reader, start + 12 * DAY + 2 * HOUR);
  await reload(reader);
  await expect(widget(reader)).toHaveClass(/ch-fan/);
  await openThread(reader, "Is there a spare lid?");
  await expect(reader.locator(".ch-reply", { hasText: "Part K-3." })).toContainText("official on");
  expect((await mailTo(rep.email)).some(({ subject }) => subject?.includes("has lapsed"))).toBe(true);

  const again = await new Console(rep.email, { now: start + 13 * DAY }).signsIn();
  await again.proves(brand);
  await at(reader, start + 13 * DAY + HOUR);
  for (const _ of [1, 2]) {
    await visit(reader, url);
    await expect(widget(reader)).toHaveClass(/ch-official/);
    await openThread(reader, "Is there a spare lid?");
    await expect(reader.locator(".ch-rep")).toContainText("Part K-3.");
  }
  void page;
});

test("scenario 15: a stranger asks while a representative sits: the sitting one is told, nothing moves, nothing is shown", async ({ page, browser, watch }) => {
  const brand = newBrand();
  const thread = await new Guest(brand).asks({ title: "Is there a spare lid?" });
  const sitting = await signedIn(page);
  await sitting.proves(brand);
  await sitting.claims(brand);
  await ok(sitting.send("POST", pathOf(brand, `/threads/${thread}/notes`), { body: "Secret of colleagues." }));
  const reader = await somebodyElse(browser, watch);
  const url = await siteWithTag(reader, { brand });
  const seen = async () => {
    await visit(reader, url);
    return (await widget(reader).innerText()).replace(/\d+ (second|minute)s? ago|just now/g, "");
  };
  const before = await seen();

  const stranger = await somebodyElse(browser, watch);
  const other = await signedIn(stranger);
  await go(stranger, brand, "proof");
  await stranger.getByRole("button", { name: /DNS record/ }).click();
  await expect(stranger.locator(".evidence .copies").first().locator("code")).toHaveCount(3);
  for (const room of ["proof", "claim", "threads", "people", "overview", `threads/${thread}`]) {
    await go(stranger, brand, room);
    await expect(stranger.locator("main h1")).toBeVisible();
    const words = await stranger.locator("main").innerText();
    expect(words, room).not.toContain("Secret of colleagues");
    expect(words, room).not.toContain(sitting.email.split("@")[0]);
  }
  watch.allow(/403 GET|Failed to load resource.*403/);
  expect((await other.desk(brand)).claims).toEqual([]);
  await hooks.due(brand);
  const told = (await mailTo(sitting.email)).filter(({ subject }) => subject?.includes("asked for a text"));
  expect(told).toHaveLength(1);
  expect(told[0].text).toContain("Asking changes nothing");

  expect(await seen()).toBe(before);
  await page.goto(`${origins().console}/#/${brand}/threads`);
  await page.reload();
  await expect(page.getByRole("link", { name: "Is there a spare lid?" })).toBeVisible();
  await stranger.reload();
  await expect(stranger.locator("main h1")).toBeVisible();
  expect(await seen()).toBe(before);
  await line(reader, "Is there a spare lid?").waitFor();
});
