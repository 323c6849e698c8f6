// Webhooks: what the brand's own server gets, read with the code of the documents; a server that refuses, hangs, leads elsewhere, answers
// without end, or stands in a private network; a secret that is changed; what is never told.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, HOUR, MINUTE, SECOND, answersHooks, heardAt, hooks, mailTo, newAddress, newBrand, ok, operator, origins, pathOf, putRecord, refused, removeRecords, send } from "../harness/actors.mjs";
import { RECEIVERS, signedBy } from "../harness/hearing.mjs";
import { TOLD_BY_WEBHOOK } from "../harness/stack.mjs";

const ALL = "asked, replied, official_answer, solved, status_changed, danger, claimed, released";

/** A brand whose server stands in this world, another one for each test, with an owner and a webhook. */
async function place(number, { events = ALL, path = "ok" } = {}) {
  const brand = TOLD_BY_WEBHOOK[number];
  const at = `/hooks/${brand}/${path}`;
  const asker = new Guest(brand);
  await asker.asks();
  const owner = await new Console().signsIn();
  const { proof } = await owner.proves(brand);
  const made = await ok(owner.send("POST", pathOf(brand, "/webhooks"), { address: `https://www.${brand}${at}`, events }));
  return { brand, at, asker, owner, record: proof.placement.at, id: made.id, secret: made.secret };
}

const all = async ({ owner, brand }) => (await ok(owner.send("GET", pathOf(brand, "/webhooks")))).webhooks;
const one = async (it, options) => (await all(it, options)).find(({ id }) => id === it.id);
/** The object's own alarm may be at work already; both together send each thing at least once, under one name. */
const types = async (at) => {
  const heard = new Map((await heardAt(at)).map(({ headers, body }) => [headers["webhook-id"], JSON.parse(body).type]));
  return [...heard.values()];
};
const tested = ({ owner, brand, id }) => ok(owner.send("POST", pathOf(brand, `/webhooks/${id}/tests`)));

for (const language of ["node", "php"]) {
  test(`what arrives is read with the ${language} of the documents, and nothing else is`, async () => {
    test.skip(!RECEIVERS[language], `there is no ${language}`);
    const it = await place(language === "node" ? 0 : 1, { events: "asked", path: language });
    const thread = await it.asker.asks({ title: "Does it whistle? 笛吹き" });
    await expect.poll(() => types(it.at)).toEqual(["asked"]);
    const [{ headers, body }] = await heardAt(it.at);
    const told = await RECEIVERS[language](it.secret, headers, body);
    expect(told).toMatchObject({ type: "asked", id: headers["webhook-id"], brand: it.brand, thread: { id: thread, title: "Does it whistle? 笛吹き" }, reply: null, claim: null });
    expect(told.address).toBe(`${origins().chie}/c/${it.brand}/kettle/${thread}`);
    expect((await fetch(told.address)).status).toBe(200);
    expect(headers).toMatchObject({ "content-type": "application/json", "user-agent": "Chie-Webhook/1" });
    for (const wrong of [
      [`whsec_${Buffer.alloc(32).toString("base64")}`, headers, body],
      [it.secret, { ...headers, "webhook-id": "d_other" }, body],
      [it.secret, headers, body.replace("whistle", "explode")],
      [it.secret, { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) - 600) }, body],
      [it.secret, { ...headers, "webhook-signature": "v1," }, body],
      [it.secret, signedBy(it.secret, headers["webhook-id"], Math.floor(Date.now() / 1000) - 600, body), body],
    ]) expect(await RECEIVERS[language](...wrong)).toBe(null);
  });
}

test("a whole story is told, in the words that everybody reads, and nothing of what nobody does", async () => {
  const it = await place(2);
  const { brand, owner, asker } = it;
  const address = newAddress("asker");
  await asker.joins(address);
  const thread = await asker.asks({ kind: "problem", title: "It caught fire" });
  const reply = await new Guest(brand).replies(thread, { body: "Pull the plug." });
  await ok(asker.accept(reply));
  const { claim, act } = await ok(owner.claim(brand));
  expect(act).toBeTruthy();
  const later = Date.now() + 11 * MINUTE;
  await expect.poll(async () => { await hooks.due(brand, later); return types(it.at); }).toContain("claimed");
  await ok(owner.setStatus(brand, thread, { word: "in_progress", reason: "We look into it." }));
  await ok(owner.answer(brand, thread));
  await ok(owner.mark(brand, thread, reply));
  await ok(owner.send("POST", pathOf(brand, `/threads/${thread}/private-requests`), { wanted: "serial", body: "Which number?" }));
  await ok(owner.release(brand, claim.id));
  const wanted = ["asked", "claimed", "danger", "official_answer", "released", "replied", "replied", "solved", "status_changed"];
  await expect.poll(async () => { await hooks.due(brand, later); return (await types(it.at)).sort(); }).toEqual(wanted);
  const heard = (await heardAt(it.at)).map(({ body }) => body).join("\n");
  for (const secret of [address, address.split("@")[0], owner.email, "Which number?", it.secret]) expect(heard).not.toContain(secret);
  expect((await one(it)).deliveries.every(({ answer, next, tries }) => answer.status === 204 && next === null && tries >= 1)).toBe(true);
});

test("what waits or was removed is not told, and what is tried out neither", async () => {
  const it = await place(3, { events: "asked, replied" });
  const someone = await operator();
  await ok(someone.send("PUT", pathOf(it.brand, "/guard"), { hold_newcomers: true }));
  const held = await new Guest(it.brand).asks({ title: "Waits for somebody" });
  await ok(someone.send("PUT", pathOf(it.brand, "/guard"), {}));
  await ok(new Guest(it.brand, { site: "http://localhost:3000" }).ask({ title: "Only tried out" }));
  await hooks.due(it.brand);
  await hooks.due(it.brand, Date.now(), "test");
  expect(await types(it.at)).toEqual([]);
  await ok(someone.send("POST", pathOf(it.brand, "/decisions"), { about: held, verdict: "kept" }));
  await expect.poll(() => types(it.at)).toEqual(["asked"]);
  // Once it is gone, it cannot be sent again.
  await ok(someone.send("POST", pathOf(it.brand, "/decisions"), { about: held, verdict: "removed", ground: "off_topic" }));
  const [{ id }] = (await one(it)).deliveries;
  await refused(it.owner.send("POST", pathOf(it.brand, `/webhooks/${it.id}/deliveries/${id}/tries`)), 422, "nothing_to_tell");
});

test("a server that refuses is asked again under the same name until it takes it", async () => {
  const it = await place(4, { events: "asked", path: "fails" });
  await answersHooks(it.at, "fail");
  await it.asker.asks();
  await expect.poll(async () => (await one(it)).deliveries[0]?.answer).toEqual({ status: 503 });
  const { deliveries: [{ id, next, tries }], failing } = await one(it);
  expect([tries, failing > 0]).toEqual([1, true]);
  // The clock of this machine tries it by itself after that; a later one does so now.
  expect(next - Date.now()).toBeLessThan(20 * SECOND);
  await answersHooks(it.at, "take");
  await hooks.due(it.brand, next + SECOND);
  await expect.poll(async () => (await one(it)).deliveries[0].answer).toEqual({ status: 204 });
  const after = await one(it);
  expect([after.failing, after.deliveries[0].next]).toEqual([null, null]);
  const heard = await heardAt(it.at);
  expect(new Set(heard.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([id]));
  // Again, by hand: the same once more.
  await ok(it.owner.send("POST", pathOf(it.brand, `/webhooks/${it.id}/deliveries/${id}/tries`)));
  expect((await heardAt(it.at)).length).toBe(heard.length + 1);
});

test("one that hangs, leads elsewhere or answers without end keeps nobody waiting", async () => {
  const it = await place(5, { events: "asked", path: "odd" });
  const said = {};
  for (const how of ["hang", "redirect", "huge"]) {
    await answersHooks(it.at, how);
    const begun = Date.now();
    said[how] = (await tested(it)).webhooks[0].deliveries[0].answer;
    expect(Date.now() - begun, how).toBeLessThan(8 * SECOND);
  }
  expect(said).toEqual({ hang: "timed_out", redirect: { status: 307 }, huge: { status: 200 } });
  expect(await heardAt("/hooks/elsewhere")).toEqual([]);
  // While one hangs, letters go out.
  await answersHooks(it.at, "hang");
  const reader = new Guest(it.brand);
  const [thread, address] = [await reader.asks(), newAddress("reader")];
  await reader.joins(address);
  await new Guest(it.brand).replies(thread);
  await expect.poll(async () => { await hooks.due(it.brand); return (await mailTo(address)).some(({ headers }) => headers); }).toBe(true);
});

test("a name that leads into a private network is refused, when it is made and when it is sent", async () => {
  const it = await place(6, { events: "asked", path: "inner" });
  const { brand, owner } = it;
  for (const inner of ["10.0.0.7", "127.0.0.1", "169.254.169.254", "192.168.1.1", "100.64.0.1"]) {
    await putRecord(`inner.${brand}`, inner, { type: "A" });
    await refused(owner.send("POST", pathOf(brand, "/webhooks"), { address: `https://inner.${brand}/`, events: "asked" }), 422, "private_address", "address");
    await removeRecords(`inner.${brand}`);
  }
  await putRecord(`www.${brand}`, "fd00::1", { type: "AAAA" });
  expect((await tested(it)).webhooks[0].deliveries[0].answer).toBe("private_address");
  expect(await heardAt(it.at)).toEqual([]);
  await removeRecords(`www.${brand}`);
  expect((await tested(it)).webhooks[0].deliveries[0].answer).toEqual({ status: 204 });
  for (const [address, code] of Object.entries({
    "https://evil.example/": "not_proven", [`https://attacker-${brand}/`]: "not_proven", [`http://${brand}/`]: "malformed",
    [`https://${brand}:8443/`]: "malformed", "https://10.0.0.1/": "malformed", "https://[::1]/": "malformed",
    [`https://user:pass@${brand}/`]: "malformed", [`https://${brand}\\@evil.example/`]: "malformed",
    [`https://${brand}/\r\nx: y`]: "malformed", "javascript:alert(1)": "malformed", "": "empty",
  })) await refused(owner.send("POST", pathOf(brand, "/webhooks"), { address, events: "asked" }), 422, code, "address");
  await refused(owner.send("POST", pathOf(brand, "/webhooks"), { address: `https://${brand}/`, events: "" }), 422, "empty", "events");
  await refused(owner.send("POST", pathOf(brand, "/webhooks"), { address: `https://${brand}/`, events: "asked, everything" }), 422, "malformed", "events");
});

test("a new secret signs at once, the one before for a day; no answer but one holds either", async () => {
  const it = await place(7, { events: "asked", path: "rotates" });
  const { secret } = await ok(it.owner.send("POST", pathOf(it.brand, `/webhooks/${it.id}/secrets`)));
  expect([secret, it.secret].every((text) => /^whsec_[\w+/]{43}=$/.test(text)) && secret !== it.secret).toBe(true);
  const last = async () => (await heardAt(it.at)).at(-1);
  await tested(it);
  const both = await last();
  for (const each of [secret, it.secret]) expect(await RECEIVERS.node(each, both.headers, both.body), each).toBeTruthy();
  expect((await one(it)).old_signs_until).toBeGreaterThan(Date.now() + 23 * HOUR);
  const later = Date.now() + DAY + MINUTE;
  await tested({ ...it, owner: await new Console(it.owner.email, { now: later }).signsIn() });
  expect((await last()).headers["webhook-signature"].split(" ")).toHaveLength(1);
  const seen = await it.owner.send("GET", pathOf(it.brand, "/webhooks"));
  for (const each of [secret, it.secret]) expect(seen.text).not.toContain(each);
  await ok(it.owner.send("DELETE", pathOf(it.brand, `/webhooks/${it.id}`)));
  expect(await all(it)).toEqual([]);
  await refused(it.owner.send("POST", pathOf(it.brand, `/webhooks/${it.id}/tests`)), 404, "not_found");
  const rows = (await ok(send("GET", pathOf(it.brand, "/audit")))).rows.filter(({ what }) => what.startsWith("webhook"));
  expect(rows.map(({ what }) => what)).toEqual(["webhook_made", "webhook_rotated", "webhook_removed"]);
});

test("after three days without an arrival it pauses and its owners get a mail; a test that arrives starts it again", async () => {
  const it = await place(8, { events: "asked", path: "pauses" });
  await answersHooks(it.at, "fail");
  await it.asker.asks();
  await expect.poll(async () => (await one(it)).deliveries[0]?.tries).toBeGreaterThan(0);
  for (let round = 0; round < 12 && !(await one(it)).paused; round += 1) {
    await hooks.due(it.brand, (await one(it)).deliveries[0].next + SECOND);
  }
  const { paused, deliveries } = await one(it);
  expect([paused > 0, deliveries[0].next]).toEqual([true, null]);
  await expect.poll(async () => {
    await hooks.due(it.brand, paused + MINUTE);
    return (await mailTo(it.owner.email)).filter(({ subject }) => /A webhook is paused/.test(subject)).length;
  }).toBe(1);
  const count = (await heardAt(it.at)).length;
  await it.asker.asks({ title: "Nobody tells of this" });
  await hooks.due(it.brand, paused + 2 * MINUTE);
  expect((await heardAt(it.at)).length).toBe(count);
  expect((await tested(it)).webhooks[0].paused).toBeGreaterThan(0);
  await answersHooks(it.at, "take");
  expect((await tested(it)).webhooks[0].paused).toBe(null);
});

test("it ends with the proof", async () => {
  const it = await place(9, { events: "asked", path: "ends" });
  await removeRecords(it.record);
  const later = Date.now() + 12 * DAY;
  await hooks.due(it.brand, later);
  await new Guest(it.brand, { now: later }).asks();
  await hooks.due(it.brand, later + MINUTE);
  expect(await types(it.at)).toEqual([]);
  const owner = await new Console(it.owner.email, { now: later }).signsIn();
  await refused(owner.send("GET", pathOf(it.brand, "/webhooks")), 403, "not_allowed");
});

test("nobody but an owner has a name looked up or a request sent", async () => {
  const brand = newBrand("told");
  await new Guest(brand).asks();
  const stranger = await new Console().signsIn();
  await refused(stranger.send("POST", pathOf(brand, "/webhooks"), { address: `https://${brand}/`, events: "asked" }), 403, "not_allowed");
});
