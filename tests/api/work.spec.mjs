// A company's first days: triage, claiming in one act, undoing it, one digest a person, the arrival tray, what waits, notes, hours, figures.
import { expect, test } from "@playwright/test";
import { afterUndo, Console, DAY, Guest, HOUR, hooks, mailTo, MINUTE, newAddress, newBrand, ok, origins, pathOf, refused, send } from "../harness/actors.mjs";

const at = (person, brand, rest) => ok(person.send("GET", pathOf(brand, rest)));

/** A brand with some threads and an owner who has proven the domain. */
async function proven(titles = ["One", "Two", "Three"], now = Date.now()) {
  const brand = newBrand();
  const threads = [];
  for (const title of titles) threads.push(await new Guest(brand, { now }).asks({ title }));
  const owner = await new Console(undefined, { now }).signsIn();
  await owner.proves(brand);
  return { brand, threads, owner };
}

/** Mail about the brand's coming. */
const digests = async (email) => (await mailTo(email)).filter((mail) => /is here now$|公式に参加しました$/.test(mail.subject));

test("triage shows what decides: danger and its words, mood, me-toos, who solved it, age", async () => {
  const start = Date.now();
  const brand = newBrand();
  const old = await new Guest(brand, { now: start - 40 * DAY }).asks({ title: "An old one" });
  const asker = new Guest(brand, { now: start });
  const solved = await asker.asks({ title: "The whistle fell off", mood: "sad" });
  await ok(asker.accept(await new Guest(brand, { now: start }).replies(solved, { name: "Mika" })));
  for (let n = 0; n < 2; n += 1) await ok(new Guest(brand, { now: start }).meToo(solved));
  const hot = await new Guest(brand, { now: start }).asks({ title: "It caught fire", mood: "cross" });
  const owner = await new Console(undefined, { now: start }).signsIn();
  await owner.proves(brand);
  const seen = await at(owner, brand, "/triage");
  expect(seen.rows.map(({ row }) => row.id)).toEqual([hot, solved, old]);
  expect(seen.rows[0]).toMatchObject({ mood: "cross", danger_words: ["fire"], old: false, accepted: null });
  expect(seen.rows[1]).toMatchObject({ mood: "sad", accepted: { chosen: "Mika" } });
  expect(seen.rows[2].old).toBe(true);
  expect(seen).toMatchObject({ total: 3, helpers: [{ name: { chosen: "Mika" }, solved: 1 }], undoable: [] });
  expect(seen.founder).toBeTruthy();
});

test("a selection with a hello is one act: undone within ten minutes, nothing of it was and nobody was mailed", async () => {
  const start = Date.now();
  const { brand, threads, owner } = await proven(undefined, start);
  const follower = new Guest(brand, { now: start });
  await ok(follower.follow(threads[0]));
  const email = newAddress("kim");
  await follower.joins(email);
  const { act } = await ok(owner.claim(brand, { threads: `${threads[0]},${threads[1]}`, hello: "Hello from us\n\nThank you.", name: "Aoi" }));
  const page = async () => (await ok(new Guest(brand, { now: start }).list({ limit: 50 }))).rows;
  expect((await page()).filter((row) => row.steward !== "fan_made").map((row) => row.title).sort()).toEqual(["One", "Two"]);
  expect((await page()).find((row) => row.kind === "update").title).toBe("Hello from us");
  expect((await at(owner, brand, "/triage")).undoable).toMatchObject([{ act, threads: 2 }]);
  await ok(owner.send("DELETE", pathOf(brand, `/claim-acts/${act}`)));
  expect((await page()).map((row) => [row.title, row.steward]).sort()).toEqual([["One", "fan_made"], ["Three", "fan_made"], ["Two", "fan_made"]]);
  expect((await new Guest(brand, { now: start }).thread(threads[0])).events).toEqual([]);
  await afterUndo(brand, start);
  expect(await digests(email)).toEqual([]);
});

test("after ten minutes each person gets one digest, however many threads they follow, and it can be stopped", async () => {
  const start = Date.now();
  const { brand, threads, owner } = await proven(undefined, start);
  const follower = new Guest(brand, { now: start });
  for (const thread of threads) await ok(follower.follow(thread));
  const email = newAddress("kim");
  await follower.joins(email);
  const { act } = await ok(owner.claim(brand));
  await hooks.due(brand, start + 9 * MINUTE);
  expect(await digests(email)).toEqual([]);
  for (let n = 0; n < 3; n += 1) await afterUndo(brand, start);
  const [mail, ...more] = await digests(email);
  expect(more).toEqual([]);
  expect(mail.text).toContain("in 3 threads that you follow");
  expect(mail.headers["List-Unsubscribe"]).toMatch(/\/stop\//);
  const late = await new Console(owner.email, { now: start + 11 * MINUTE }).signsIn();
  await refused(late.send("DELETE", pathOf(brand, `/claim-acts/${act}`)), 422, "too_late");
});

test("bad claims: two scopes, too many, a hello without a name, other people's names", async () => {
  const { brand, threads, owner } = await proven(["One"]);
  await refused(owner.claim(brand, { thread: threads[0], threads: threads[0] }), 422, "one_scope");
  await refused(owner.claim(brand, { threads: "t_1,nothing" }), 422, "malformed", "threads");
  await refused(owner.claim(brand, { threads: "" }), 422, "empty", "threads");
  await refused(owner.claim(brand, { hello: "Hello" }), 422, "name_needed", "name");
  await refused(new Guest(brand).ask({ kind: "update", title: "Hello from us" }), 422, "kind_reserved", "kind");
  expect((await new Guest(brand).thread(threads[0])).row.steward).toBe("fan_made");
});

test("what is old arrives in the tray, is late for nobody, and leaves many at once", async () => {
  const start = Date.now();
  const brand = newBrand();
  const old = [];
  for (const title of ["Old one", "Old two"]) old.push(await new Guest(brand, { now: start - 40 * DAY }).asks({ title }));
  const young = await new Guest(brand, { now: start - DAY }).asks({ title: "Young" });
  const owner = await new Console(undefined, { now: start }).signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  const seen = await at(owner, brand, "/work");
  expect([seen.arrivals.length, seen.waiting.map(({ row }) => row.id)]).toEqual([2, [young]]);
  expect(seen.waiting[0]).toMatchObject({ late: false, waited: 0 });
  const settle = (fields) => owner.send("POST", pathOf(brand, "/arrivals"), { threads: old.join(","), what: "ask", ...fields });
  await refused(settle({}), 422, "words_needed", "body");
  expect(await ok(settle({ body: "Is it still so?", name: "Aoi" }))).toEqual({ settled: 2 });
  expect((await at(owner, brand, "/work")).arrivals).toEqual([]);
  expect((await new Guest(brand, { now: start }).thread(old[0])).replies[0].author.voice).toEqual({ official: brand });
});

test("what waits: danger, then the unhappy, then against the hours; taken by one, handed back", async () => {
  const start = Date.now();
  const brand = newBrand();
  const calm = await new Guest(brand, { now: start - 3 * HOUR }).asks({ title: "Calm" });
  const cross = await new Guest(brand, { now: start - 2 * HOUR }).asks({ title: "Cross", mood: "cross" });
  const danger = await new Guest(brand, { now: start - HOUR }).asks({ title: "It caught fire" });
  const owner = await new Console(undefined, { now: start }).signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  const later = await new Console(owner.email, { now: start + 9 * HOUR }).signsIn();
  const waiting = async () => (await at(later, brand, "/work")).waiting;
  expect((await waiting()).map(({ row }) => row.id)).toEqual([danger, cross, calm]);
  expect((await waiting()).every(({ late }) => late)).toBe(true);
  await ok(later.send("PUT", pathOf(brand, "/hours"), { ahead: 540, week: "", holidays: "2026-12-31", goal: 60 }));
  expect((await waiting()).some(({ late }) => late)).toBe(false);
  for (const [fields, field] of [[{ week: "mon 12-9" }, "week"], [{ holidays: "2026-02-30" }, "holidays"], [{ ahead: 900 }, "ahead"]]) {
    await refused(later.send("PUT", pathOf(brand, "/hours"), { ahead: 0, week: "", goal: 60, ...fields }), 422, "malformed", field);
  }
  const colleague = await new Console(undefined, { now: start + 9 * HOUR }).signsIn();
  await ok(later.send("POST", pathOf(brand, "/people"), { email: colleague.email, role: "representative" }));
  const take = (person, on) => person.send("PUT", pathOf(brand, `/threads/${calm}/taken`), { on });
  await ok(take(later, true));
  await refused(take(colleague, true), 422, "already_taken");
  expect((await waiting()).at(-1).taken).toMatchObject({ me: true });
  await ok(take(later, false));
  await ok(take(colleague, true));
  await ok(later.answer(brand, calm));
  expect((await waiting()).map(({ row }) => row.id)).toEqual([danger, cross]);
});

test("notes and saved replies stay inside; a reply with an empty blank is not sent", async () => {
  const { brand, threads, owner } = await proven(["One"]);
  await owner.claims(brand);
  const [thread] = threads;
  await ok(owner.send("POST", pathOf(brand, `/threads/${thread}/notes`), { body: "A secret between colleagues" }));
  expect((await at(owner, brand, `/threads/${thread}/notes`)).notes).toMatchObject([{ body: "A secret between colleagues" }]);
  for (const path of ["", "/threads?limit=50", `/threads/${thread}`, "/search?q=secret", "/history"]) {
    expect((await send("GET", pathOf(brand, path))).text, path).not.toContain("secret between");
  }
  expect((await ok(owner.send("PUT", pathOf(brand, "/saved-replies"), { title: "Thanks", body: "Thank you, {{name}}." }))).saved.length).toBe(1);
  await refused(owner.answer(brand, thread, { body: "Thank you, {{name}}." }), 422, "blank_left", "body");
  await ok(owner.answer(brand, thread, { body: "Thank you, Sota." }));
  expect((await ok(owner.send("PUT", pathOf(brand, "/saved-replies"), { title: "Thanks" }))).saved).toEqual([]);
});

test("the overview, its table without formulas, and the history that everybody reads and that names nobody", async () => {
  const { brand, owner } = await proven(['=HYPERLINK("https://evil.example")', "Two"]);
  await owner.claims(brand);
  expect(await at(owner, brand, "/overview")).toMatchObject({ claimed: 2, waiting: 2, by_customers: 0, by_us: 0, same: 0 });
  // Readers who found an answer, week by week: those of this week and of the week before last.
  const reads = (now) => ok(send("POST", pathOf(brand, "/readings"), { body: {}, now, key: null }));
  await reads(Date.now() - 15 * DAY);
  for (const _ of [1, 2, 3]) await reads(Date.now());
  const { readers } = await at(owner, brand, "/overview");
  expect(readers.map(({ people }) => people)).toEqual([3, 0, 1, 0, 0, 0, 0, 0]);
  expect(readers[0].from - readers[1].from).toBe(7 * DAY);
  const table = await owner.send("GET", pathOf(brand, "/overview-table"));
  expect(table.text).toContain(`"readers_from_${new Date(readers[0].from).toISOString().slice(0, 10)}","3"`);
  expect([table.status, table.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(table.text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  const history = await send("GET", pathOf(brand, "/history"), { now: Date.now() + MINUTE });
  expect(history.body.lines.map(({ what }) => (typeof what === "string" ? what : Object.keys(what)[0]))).toEqual(["claimed_all", "proven", "opened"]);
  expect(history.text).not.toContain(owner.email.split("@")[0]);
  expect(origins().chie).toBeTruthy();
});
