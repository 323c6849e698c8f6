// Keys of programs: the documents' examples as they stand, how keys are made, counted and refused, and everything that ends them. Which
// key reaches which route is in `matrix`.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, SECOND, hooks, mailTo, newAddress, newBrand, newKey, ok, origins, pathOf, refused, removeRecords, send } from "../harness/actors.mjs";
import { EXAMPLES, runExample } from "../harness/keys.mjs";

const ALL = "read answer export";

/** Moments go out in whole seconds. */
const wholeSecond = () => Math.floor(Date.now() / SECOND) * SECOND;

/** A brand with an owner who has claimed it, and a thread. */
async function place({ now } = {}) {
  const brand = newBrand("key");
  const asker = new Guest(brand, { now });
  const thread = await asker.asks({ kind: "problem", title: "The lid leaks" });
  const owner = await new Console(undefined, { now }).signsIn();
  const { proof } = await owner.proves(brand);
  await owner.claims(brand);
  const makes = async (scopes = ALL, days = 30) => (await ok(owner.send("POST", pathOf(brand, "/keys"), { name: "Ticket desk", scopes, days })));
  return { brand, asker, thread, owner, proof, makes };
}

/** Asks with a key, as a server does. */
const by = (key, method, path, { headers, ...options } = {}) => send(method, path, { at: origins().console, headers: { authorization: `Bearer ${key}`, ...headers }, ...options });
const left = (answer) => answer.headers.get("ratelimit").match(/^"requests";r=(\d+);t=(\d+)$/).slice(1).map(Number);

test("the documents' examples read, answer, export and take along, as they stand", async () => {
  expect(EXAMPLES).toEqual(["answer.mjs", "export.sh", "mine.sh", "read.sh"]);
  const { brand, asker, thread, makes } = await place();
  const email = newAddress();
  await asker.joins(email);
  const { key: reading } = await makes("read");
  expect(JSON.parse(await runExample("read.sh", brand, reading)).waiting.length).toBeGreaterThan(0);

  const { key: answering } = await makes("answer");
  const wish = `console.log(JSON.stringify(await answer(${JSON.stringify(thread)}, { body: "We send a new lid.", name: "Mika", ticket: "ticket-0000004711" })));`;
  // The same ticket once more is the same answer.
  for (const _ of ["answered", "sent again"]) {
    expect(JSON.parse(await runExample("answer.mjs", brand, answering, { then: wish })).thread.replies.length).toBe(1);
  }
  const { replies } = await asker.thread(thread);
  expect(replies.map(({ author }) => author.voice)).toEqual([{ official: brand }]);
  await expect(runExample("answer.mjs", brand, reading, { then: wish })).rejects.toThrow(/key_scope/);

  const { key: exporting } = await makes("export");
  const lines = (await runExample("export.sh", brand, exporting, { file: "acme.chie.ndjson" })).trim().split("\n").map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({ chie: { brand } });
  expect(JSON.stringify(lines)).toContain("We send a new lid.");

  const person = await new Console(email).signsIn();
  const { key: own } = await ok(person.send("POST", "/v1/console/keys", { name: "Backup", days: 30 }));
  const taken = JSON.parse(await runExample("mine.sh", brand, own));
  expect(taken.person.address).toBe(email);
  expect(JSON.stringify(taken)).toContain("The lid leaks");
});

test("a key is shown once, listed by how it begins, told to the owners and recorded", async () => {
  const { brand, owner, makes } = await place();
  const { key, keys: { keys: [made] } } = await makes("answer, read");
  expect(key).toMatch(/^chie_bk_[\w-]{43}$/);
  expect(made).toMatchObject({ name: "Ticket desk", shown: key.slice(0, 14), scopes: ["read", "answer"], used: null });
  expect(made.until - made.made).toBe(30 * DAY);
  await ok(by(key, "GET", pathOf(brand, "/work")));
  const listed = await owner.send("GET", pathOf(brand, "/keys"));
  expect(listed.text).not.toContain(key);
  expect(listed.body.keys[0].used).toBeGreaterThan(0);
  for (const [fields, code, field] of [
    [{ scopes: "" }, "empty", "scopes"], [{ scopes: "everything" }, "malformed", "scopes"], [{ days: 0 }, "out_of_range", "days"], [{ days: 366 }, "out_of_range", "days"], [{ name: " " }, "empty", "name"],
  ]) await refused(owner.send("POST", pathOf(brand, "/keys"), { name: "x", scopes: "read", days: 1, ...fields }), 422, code, field);
  for (let more = 1; more < 10; more++) await makes("read");
  await refused(owner.send("POST", pathOf(brand, "/keys"), { name: "x", scopes: "read", days: 1 }), 422, "too_many_keys");
  const remaining = await ok(owner.send("DELETE", pathOf(brand, `/keys/${made.id}`)));
  expect(remaining.keys.length).toBe(9);
  await refused(by(key, "GET", pathOf(brand, "/work")), 401, "key_invalid");
  await refused(owner.send("DELETE", pathOf(brand, `/keys/${made.id}`)), 404, "not_found");
  await expect.poll(async () => {
    await hooks.due(brand);
    return (await mailTo(owner.email)).filter(({ subject }) => /(made|revoked) a key for your own programs/.test(subject)).length;
  }).toBe(11);
  const { rows } = await ok(send("GET", pathOf(brand, "/audit")));
  expect(rows.map(({ what }) => what).filter((what) => what.startsWith("api_key"))).toEqual([...Array(10).fill("api_key_made"), "api_key_revoked"]);
});

test("every request is counted, however many come at once; the last one is refused with when it goes on", async () => {
  const now = wholeSecond();
  const { brand, makes } = await place({ now });
  const { key } = await makes("read");
  const ask = (moment = now) => by(key, "GET", pathOf(brand, "/work"), { now: moment });
  const first = await ask();
  expect(first.headers.get("ratelimit-policy")).toBe('"requests";q=120;w=60');
  expect(left(first)).toEqual([119, 60]);
  expect(first.headers.get("cache-control")).toBe("private, no-store");
  // Whatever the key may not do is no request of it.
  await refused(by(key, "GET", pathOf(brand, "/export"), { now }), 403, "key_scope");
  const many = await Promise.all(Array.from({ length: 130 }, () => ask()));
  expect(many.filter(({ status }) => status === 200).length).toBe(119);
  expect(many.filter(({ status }) => status === 200).map((answer) => left(answer)[0]).sort((a, b) => a - b)).toEqual(Array.from({ length: 119 }, (_, n) => n));
  const over = await ask(now + 20 * SECOND);
  expect([over.status, over.body.error.code, over.headers.get("retry-after"), left(over)]).toEqual([429, "too_many", "40", [0, 40]]);
  expect(left(await ask(now + 60 * SECOND))).toEqual([119, 60]);
  // Public answers are counted too, and nobody else is given them.
  for (const [place, rest] of ["", "/threads", "/search?q=lid", "/likely?q=lid", "/figures", "/record", "/history"].entries()) {
    // Without a set clock, by which nothing would be kept anyway.
    const open = await by(key, "GET", pathOf(brand, rest));
    expect([open.status, left(open)[0], open.headers.get("cache-control")], rest).toEqual([200, 119 - place, "private, no-store"]);
  }
});

test("a personal key is counted too, reads what is its maker's, and ends when it is revoked or over", async () => {
  const now = wholeSecond();
  const { brand, asker, thread } = await place({ now });
  const email = newAddress();
  await asker.joins(email);
  const person = await new Console(email, { now }).signsIn();
  const made = await ok(person.send("POST", "/v1/console/keys", { name: "Backup", days: 2 }));
  expect(made.key).toMatch(/^chie_pk_[\w-]{43}\.a1_[\w-]+$/);
  expect(made.keys.keys).toMatchObject([{ name: "Backup", shown: made.key.slice(0, 14), scopes: [], by: null, used: null }]);
  const mine = (options) => by(made.key, "GET", pathOf(brand, "/mine"), { now, ...options });
  expect((await ok(mine())).asked).toEqual([thread]);
  expect(left(await mine())).toEqual([118, 60]);
  // Where its maker has never been they are nobody, and nothing is made for them.
  const elsewhere = newBrand("key");
  expect((await ok(by(made.key, "GET", pathOf(elsewhere, "/mine"), { now }))).asked).toEqual([]);
  await refused(by(made.key, "GET", pathOf(elsewhere, "/me/export"), { now }), 404, "not_found");
  expect(await hooks.tables(elsewhere)).toEqual([]);
  await Promise.all(Array.from({ length: 116 }, () => mine()));
  const over = await mine();
  expect([over.status, over.headers.get("retry-after"), left(over)[0]]).toEqual([429, "60", 0]);
  const seen = await person.send("GET", "/v1/console/keys");
  expect([seen.body.keys.length, seen.body.keys[0].used, seen.text.includes(made.key)]).toEqual([1, now, false]);
  await refused(mine({ now: now + 2 * DAY }), 401, "key_invalid");
  await ok(person.send("DELETE", `/v1/console/keys/${made.keys.keys[0].id}`));
  await refused(mine({ now: now + 90 * SECOND }), 401, "key_invalid");
  // Somebody else's is not there to be revoked.
  const other = await new Console(undefined, { now }).signsIn();
  const { keys: { keys: [{ id }] } } = await ok(other.send("POST", "/v1/console/keys", { name: "Backup", days: 2 }));
  await refused(person.send("DELETE", `/v1/console/keys/${id}`), 404, "not_found");
});

test("a key is for servers, on one host, and is the whole of who somebody is", async () => {
  const { brand, asker, thread, owner, makes } = await place();
  const { key } = await makes();
  const work = pathOf(brand, "/work");
  const { console: desk, chie } = origins();
  for (const headers of [{ origin: "https://shop.example" }, { origin: desk }, { origin: "null" }, { "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }]) {
    await refused(by(key, "GET", work, { headers }), 403, "key_in_browser");
  }
  await refused(by(key, "GET", work, { at: chie }), 403, "key_elsewhere");
  await refused(by(key, "GET", pathOf(brand), { at: chie }), 403, "key_elsewhere");
  await refused(by(key, "GET", pathOf(brand, "/mine"), { at: chie, headers: { origin: asker.site } }), 403, "key_in_browser");
  // No page of another site is let ask the console's host.
  const preflight = await send("OPTIONS", work, { at: desk, origin: "https://shop.example", headers: { "access-control-request-method": "GET", "access-control-request-headers": "authorization" } });
  expect(preflight.headers.get("access-control-allow-origin")).toBe(null);
  // A cookie beside it changes nothing: the key says who, and no more than the key may is done.
  const { key: reading } = await makes("read");
  await refused(by(reading, "POST", pathOf(brand, `/threads/${thread}/official-replies`), { cookie: owner.cookie, body: { body: "Yes.", name: "Mika" } }), 403, "key_scope");
  for (const wrong of ["chie_", "chie_bk_", `${key}x`, key.slice(0, -1), `chie_bk_${"a".repeat(43)}`, `chie_pk_${"a".repeat(43)}`, `chie_pk_${"a".repeat(43)}.a1_nobody`, `${key}.a1_x`]) {
    const code = wrong.startsWith("chie_pk_a") && wrong.includes(".") ? "key_scope" : "key_invalid";
    await refused(by(wrong, "GET", work, { cookie: owner.cookie }), code === "key_scope" ? 403 : 401, code);
  }
  await refused(by(`chie_pk_${"a".repeat(43)}.a1_nobody`, "GET", pathOf(brand, "/mine")), 401, "key_invalid");
  // A retry with the same Idempotency-Key is the same answer, as for everybody.
  const once = newKey();
  const answer = () => by(key, "POST", pathOf(brand, `/threads/${thread}/official-replies`), { key: once, body: { body: "We send a new lid.", name: "Mika" } });
  for (const _ of ["sent", "sent again"]) expect((await ok(answer())).thread.replies.length).toBe(1);
});

test("a key ends with the proof and comes back with it; nobody's key is an operator's", async () => {
  const now = wholeSecond();
  const { brand, owner, proof, makes } = await place({ now });
  const { key } = await makes("read");
  await ok(by(key, "GET", pathOf(brand, "/work"), { now }));
  await removeRecords(proof.placement.at);
  const later = now + 12 * DAY;
  await hooks.due(brand, later);
  await refused(by(key, "GET", pathOf(brand, "/work"), { now: later }), 401, "key_invalid");
  const again = await new Console(owner.email, { now: later }).signsIn();
  await again.proves(brand);
  await ok(by(key, "GET", pathOf(brand, "/work"), { now: later }));
  // Its date is the last word.
  const end = now + 30 * DAY;
  await hooks.due(brand, end);
  await refused(by(key, "GET", pathOf(brand, "/work"), { now: end }), 401, "key_invalid");
});

test("a key ends with the seat of its maker", async () => {
  const now = wholeSecond();
  const { brand, owner, makes } = await place({ now });
  const second = await new Console(undefined, { now }).signsIn();
  await second.proves(brand);
  const later = now + 4 * DAY;
  await hooks.due(brand, later);
  const { key } = await makes("read");
  await ok(by(key, "GET", pathOf(brand, "/work"), { now: later }));
  const leaver = await new Console(owner.email, { now: later }).signsIn();
  const { people } = await ok(leaver.send("GET", pathOf(brand, "/people")));
  await ok(leaver.send("DELETE", pathOf(brand, `/people/${people.find(({ me }) => me).member}`)));
  await refused(by(key, "GET", pathOf(brand, "/work"), { now: later }), 401, "key_invalid");
});
