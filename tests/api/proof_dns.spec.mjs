// Proving a domain by a DNS record: what counts as the record, and what a request gives before it is found: nothing.
import { expect, test } from "@playwright/test";
import {
  Console, DAY, Guest, HOUR, SECOND, behave, everythingOf, hooks, misbehave, newBrand, newKey, ok, pathOf, putRecord, refused, removeRecords, send,
} from "../harness/actors.mjs";

test.afterEach(behave);

/** A brand with a thread, and somebody on the console with a request for it. */
async function asked({ brand = newBrand(), now } = {}) {
  await new Guest(brand, { now }).asks();
  const person = await new Console(undefined, { now }).signsIn();
  const { proof, seat } = await ok(person.requestProof(brand));
  expect(seat).toBe(null);
  return { brand, person, proof };
}

const findings = (checked) => checked.proof.looks.map((look) => look.finding);

test("the right record makes whoever asked the owner, at once", async () => {
  const { brand, person, proof } = await asked();
  expect(proof).toMatchObject({ method: "dns", host: brand, looks: [], state: { requested: { at: expect.any(Number) } }, placement: { at: `_chie-challenge.${brand}` } });
  expect(proof.placement.text).toMatch(/^token=[0-9a-z]{26}$/);
  expect(proof.until - proof.state.requested.at).toBe(30 * DAY);
  await putRecord(proof.placement.at, proof.placement.text);
  const checked = await ok(person.check(brand, proof.id));
  expect(findings(checked)).toEqual(["found", "found"]);
  expect(checked.proof.state).toEqual({ confirmed: { since: expect.any(Number), seen: expect.any(Number) } });
  expect(checked.seat).toMatchObject({ role: "owner" });
  expect(checked.seat.from).toBeLessThanOrEqual(Date.now());
  const desk = await person.desk(brand);
  expect([desk.seat.role, desk.proofs.length, desk.claims, desk.threads.rows.length]).toEqual(["owner", 1, [], 1]);
  expect((await ok(person.whoAmI())).brands).toEqual([brand]);
  // Proven is not claimed: nothing looks official yet.
  expect(await new Guest(brand).community()).toMatchObject({ badge: null, steward: "fan_made" });
});

test("asking again gives the same text; two people get two", async () => {
  const { brand, person, proof } = await asked();
  expect((await ok(person.requestProof(brand))).proof).toMatchObject({ id: proof.id, placement: proof.placement });
  const other = await new Console().signsIn();
  const { proof: theirs } = await ok(other.requestProof(brand));
  expect(theirs.placement.text).not.toBe(proof.placement.text);
  await putRecord(proof.placement.at, proof.placement.text);
  expect(findings(await ok(other.check(brand, theirs.id)))).toEqual(["different", "different"]);
  await refused(other.check(brand, proof.id), 404, "not_found");
  expect((await other.desk(brand)).seat).toBe(null);
  const third = newBrand();
  const { proof: elsewhere } = await ok(person.requestProof(third));
  expect(elsewhere.placement.text).not.toBe(proof.placement.text);
});

const wrong = {
  "no record": [undefined, ["nothing", "nothing"]],
  "another text": ["v=spf1 -all", ["unrelated", "unrelated"]],
  "another token": [`token=${"a".repeat(26)}`, ["different", "different"]],
  "the token in the middle of a text": [(text) => `x ${text}`, ["unrelated", "unrelated"]],
  "the token without its name": [(text) => text.slice(6), ["unrelated", "unrelated"]],
  "the token and more": [(text) => `${text}0`, ["different", "different"]],
};
for (const [name, [data, seen]] of Object.entries(wrong)) {
  test(`wrong evidence: ${name}`, async () => {
    const { brand, person, proof } = await asked();
    if (data) await putRecord(proof.placement.at, typeof data === "function" ? data(proof.placement.text) : data);
    const checked = await ok(person.check(brand, proof.id));
    expect(findings(checked)).toEqual(seen);
    expect([Object.keys(checked.proof.state), checked.seat]).toEqual([["requested"], null]);
    await refused(person.claim(brand), 403, "not_allowed");
    const { proofs: [kept] } = await person.desk(brand);
    expect(findings({ proof: kept })).toEqual(seen);
  });
}

const odd = {
  "split into several strings": ["split", ["found", "found"]],
  "among sixty records": ["many", ["too_many", "too_many"]],
  "behind a CNAME": ["cname", ["nothing", "nothing"]],
  "seen by one resolver only": ["disagree", ["found", "nothing"]],
  "a failing resolver": ["servfail", ["unreachable", "unreachable"]],
  "an answer that is no DNS": ["garbled", ["unreachable", "unreachable"]],
};
for (const [name, [how, seen]] of Object.entries(odd)) {
  test(`resolvers: ${name}`, async () => {
    const { brand, person, proof } = await asked();
    await putRecord(proof.placement.at, proof.placement.text);
    await misbehave({ dns: how });
    const checked = await ok(person.check(brand, proof.id));
    expect(findings(checked)).toEqual(seen);
    const right = seen.every((finding) => finding === "found");
    expect(Object.keys(checked.proof.state)).toEqual([right ? "confirmed" : "requested"]);
    expect(checked.seat === null).toBe(!right);
  });
}

test("resolvers that never answer are told of in time, and the request is still good", async () => {
  const now = Date.now();
  const { brand, person, proof } = await asked({ now });
  await putRecord(proof.placement.at, proof.placement.text);
  await misbehave({ dns: "timeout" });
  expect(findings(await ok(person.check(brand, proof.id)))).toEqual(["timed_out", "timed_out"]);
  await behave();
  await refused(person.check(brand, proof.id), 429, "too_many");
  person.now = now + 11 * SECOND;
  expect(findings(await ok(person.check(brand, proof.id)))).toEqual(["found", "found"]);
});

test("a record at the domain itself, below it or of another brand proves nothing", async () => {
  const { brand, person, proof } = await asked();
  for (const name of [brand, `www.${brand}`, `_chie-challenge.www.${brand}`, `_chie-challenge.x${brand}`]) await putRecord(name, proof.placement.text);
  expect(findings(await ok(person.check(brand, proof.id)))).toEqual(["nothing", "nothing"]);
  const other = newBrand();
  const { proof: theirs } = await ok(person.requestProof(other));
  await putRecord(theirs.placement.at, proof.placement.text);
  expect(findings(await ok(person.check(other, theirs.id)))).toEqual(["different", "different"]);
  await refused(person.check(other, proof.id), 404, "not_found");
});

test("a request is over after thirty days, and an old text is worth nothing in a new one", async () => {
  const now = Date.now();
  const { brand, person, proof } = await asked({ now });
  await putRecord(proof.placement.at, proof.placement.text);
  const later = await new Console(person.email, { now: now + 31 * DAY }).signsIn();
  await refused(later.check(brand, proof.id), 410, "request_expired");
  const { proof: fresh } = await ok(later.requestProof(brand));
  expect(fresh.placement.text).not.toBe(proof.placement.text);
  expect(findings(await ok(later.check(brand, fresh.id)))).toEqual(["different", "different"]);
  await refused(later.claim(brand), 403, "not_allowed");
});

test("on a shared host only the exact name counts", async () => {
  const name = newBrand().split(".")[0];
  const brand = `${name}.github.io`;
  const { person, proof } = await asked({ brand });
  expect(proof.placement.at).toBe(`_chie-challenge.${brand}`);
  for (const other of ["github.io", `x${brand}`]) await putRecord(`_chie-challenge.${other}`, proof.placement.text);
  expect(findings(await ok(person.check(brand, proof.id)))).toEqual(["nothing", "nothing"]);
  await refused(person.requestProof(brand, { method: "file", host: "github.io" }), 422, "wrong_host", "host");
  await refused(person.requestProof(brand, { method: "file", host: `docs.${brand}` }), 422, "wrong_host", "host");
  await removeRecords("_chie-challenge.github.io");
  const neighbour = `n${name}.github.io`;
  await new Guest(neighbour).asks();
  const other = await new Console().signsIn();
  await other.proves(brand);
  await refused(other.claim(neighbour), 403, "not_allowed");
});

test("a stranger's request reveals and moves nothing", async () => {
  const { brand, person, proof } = await asked();
  await putRecord(proof.placement.at, proof.placement.text);
  await ok(person.check(brand, proof.id));
  await person.claims(brand);
  const now = Date.now();
  const before = await everythingOf(brand, now);
  const deskBefore = await person.desk(brand, { now });
  const stranger = await new Console().signsIn();
  const answer = await stranger.requestProof(brand);
  for (const text of [answer.text, (await stranger.send("GET", pathOf(brand, "/desk"))).text]) {
    for (const secret of [person.email, proof.id, proof.placement.text, "claims\":[{"]) expect(text).not.toContain(secret);
  }
  const desk = await stranger.desk(brand);
  expect([desk.seat, desk.claims, desk.threads.rows, desk.proofs.length]).toEqual([null, [], [], 1]);
  await refused(stranger.claim(brand), 403, "not_allowed");
  expect(await everythingOf(brand, now)).toBe(before);
  expect(await person.desk(brand, { now })).toEqual(deskBefore);
});

test("a request for a brand nobody has asked about makes no community", async () => {
  const brand = newBrand();
  const person = await new Console().signsIn();
  await ok(person.requestProof(brand));
  expect(await new Guest(brand).community()).toMatchObject({ opened: null, threads: 0 });
});

test("one person has only so many requests open, and one key makes one request", async () => {
  const brand = newBrand();
  const person = await new Console().signsIn();
  const key = newKey();
  const answers = await Promise.all(Array.from({ length: 20 }, () => person.requestProof(brand, { method: "dns" }, { key })));
  expect(new Set(answers.map((answer) => answer.body.proof.id)).size).toBe(1);
  expect((await person.desk(brand)).proofs.length).toBe(1);
});

test("somebody who proves the domain later joins after 72 hours, and the sitting owner stays", async () => {
  const now = Date.now();
  const { brand, person, proof } = await asked({ now });
  await putRecord(proof.placement.at, proof.placement.text);
  await ok(person.check(brand, proof.id));
  await person.claims(brand);
  const second = await new Console(undefined, { now: now + HOUR }).signsIn();
  const { seat } = await second.proves(brand);
  expect(seat.from - (now + HOUR)).toBeGreaterThanOrEqual(72 * HOUR);
  await refused(second.claim(brand), 403, "not_allowed");
  expect((await second.desk(brand)).claims).toEqual([]);
  const later = await new Console(second.email, { now: now + 74 * HOUR }).signsIn();
  await hooks.due(brand, now + 74 * HOUR);
  expect((await later.desk(brand)).claims.length).toBe(1);
  await ok(later.claim(brand));
  const former = await new Console(person.email, { now: now + 74 * HOUR }).signsIn();
  expect((await former.desk(brand)).seat.role).toBe("owner");
});

test("two people proving at the same moment have one outcome: one sits, one waits", async () => {
  const now = Date.now();
  const brand = newBrand();
  await new Guest(brand, { now }).asks();
  const people = await Promise.all([1, 2].map(() => new Console(undefined, { now }).signsIn()));
  const proofs = await Promise.all(people.map((person) => ok(person.requestProof(brand))));
  for (const { proof } of proofs) await putRecord(proof.placement.at, proof.placement.text);
  const checked = await Promise.all(people.map((person, index) => ok(person.check(brand, proofs[index].proof.id))));
  const seats = checked.map(({ seat }) => seat.from <= now);
  expect(seats.filter(Boolean).length).toBe(1);
  const claims = await Promise.all(people.map((person) => person.claim(brand)));
  expect(claims.map((claim) => claim.status).sort()).toEqual([200, 403]);
  expect((await send("GET", pathOf(brand), { now })).body.steward).toMatchObject({ official: {} });
});

test("a hundred checks at once look once and confirm once", async () => {
  const { brand, person, proof } = await asked();
  await putRecord(proof.placement.at, proof.placement.text);
  const checks = await Promise.all(Array.from({ length: 100 }, () => person.check(brand, proof.id)));
  expect([...new Set(checks.map((check) => check.status))].every((status) => [200, 429].includes(status))).toBe(true);
  expect(checks.some((check) => check.status === 200)).toBe(true);
  const desk = await person.desk(brand);
  expect([desk.proofs.length, desk.seat.role]).toEqual([1, "owner"]);
});
