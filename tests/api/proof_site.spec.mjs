// Proving by a file or a tag on the brand's own front page, and everything a web server may do instead.
import { expect, test } from "@playwright/test";
import { Console, Guest, SECOND, behave, misbehave, ok, putFile, putMeta, putRecord, removeRecords } from "../harness/actors.mjs";
import { PROVEN_BY_SITE } from "../harness/stack.mjs";

const brands = [...PROVEN_BY_SITE];

test.afterEach(async () => { await behave(); await putMeta(null); });

/** A request of a new person for a file or a tag. Each test takes a brand of its own: some of them get proven. */
async function asked(method, brand) {
  const now = Date.now();
  const person = await new Console(undefined, { now }).signsIn();
  const { proof } = await ok(person.requestProof(brand, { method }));
  const check = async () => {
    person.now += 11 * SECOND;
    const { proof: seen, seat } = await ok(person.check(brand, proof.id));
    return { finding: seen.looks.map((look) => look.finding).join(), state: Object.keys(seen.state)[0], looks: seen.looks, seat };
  };
  return { brand, person, proof, check };
}

test("the exact file confirms; anything else does not", async () => {
  const { brand, proof, check, person } = await asked("file", brands[0]);
  expect(proof.placement.at).toMatch(new RegExp(`^https://${brand}/\\.well-known/chie/[0-9a-z]{26}$`));
  const { at, text } = proof.placement;
  expect(await check()).toMatchObject({ finding: "bad_status", state: "requested", seat: null });
  for (const [body, finding] of [["", "nothing"], ["hello", "unrelated"], [`${text}x`, "different"], [`x${text}`, "unrelated"], [`chie=${"0".repeat(26)}`, "different"], [` ${text}`, "unrelated"], ["y".repeat(129), "too_large"], [`${text}\n${"z".repeat(200)}`, "too_large"]]) {
    await putFile(at, body);
    expect(await check(), JSON.stringify(body)).toMatchObject({ finding, state: "requested", seat: null });
  }
  await putFile(at, `${text}\n`);
  expect(await check()).toMatchObject({ finding: "found", state: "confirmed", seat: { role: "owner" } });
  await new Guest(brand).asks();
  await person.claims(brand);
  expect((await new Guest(brand).community({ now: person.now })).badge).toMatchObject({ domain: brand, method: "file", standing: "fresh" });
});

test("a name that leads into somebody's own network is not asked", async () => {
  const { brand, proof, check } = await asked("file", brands[6]);
  await putFile(proof.placement.at, proof.placement.text);
  for (const [type, data] of [["A", "127.0.0.1"], ["A", "10.0.0.8"], ["AAAA", "fd00::1"]]) {
    await putRecord(brand, data, { type });
    expect(await check(), data).toMatchObject({ finding: "leads_away", state: "requested", seat: null });
    await removeRecords(brand);
  }
  expect(await check()).toMatchObject({ finding: "found", state: "confirmed" });
});

const servers = {
  "a flood without end": ["huge", "too_large"],
  "a packed bomb": ["gzip", "too_large"],
  "a soft 404 that echoes the address": ["soft404", "unrelated,too_large"],
  "a redirect to another domain": ["redirect-out", "leads_away"],
  "a redirect to an IP address": ["redirect-ip", "leads_away"],
  "redirects in a circle": ["redirect-loop", "leads_away"],
  "a letter a second": ["slow", "timed_out"],
};
test("what web servers do instead", async () => {
  const { proof, check } = await asked("file", brands[1]);
  await putFile(proof.placement.at, proof.placement.text);
  for (const [name, [how, finding]] of Object.entries(servers)) {
    await misbehave({ site: how });
    const begun = Date.now();
    const seen = await check();
    expect(finding.split(","), `${name}: ${JSON.stringify(seen)}`).toContain(seen.finding);
    expect([seen.state, seen.seat], name).toEqual(["requested", null]);
    expect(Date.now() - begun, name).toBeLessThan(9_500);
    expect(seen.looks[0].answer.length, name).toBeLessThan(400);
  }
  await behave();
  expect(await check()).toMatchObject({ finding: "found", state: "confirmed" });
});

test("a redirect that stays on the site is followed", async () => {
  const { proof, check } = await asked("file", brands[2]);
  await putFile(proof.placement.at, proof.placement.text);
  await misbehave({ site: "redirect-in" });
  expect(await check()).toMatchObject({ finding: "found", state: "confirmed" });
});

test("a tag in the head of the front page confirms; another's does not", async () => {
  const { proof, check } = await asked("meta", brands[3]);
  expect(proof.placement.text).toMatch(/^<meta name="chie-proof" content="[0-9a-z]{26}">$/);
  expect(await check()).toMatchObject({ finding: "nothing", state: "requested" });
  await putMeta(`<meta name="chie-proof" content="${"0".repeat(26)}">`);
  expect(await check()).toMatchObject({ finding: "different", state: "requested" });
  await putMeta(proof.placement.text);
  expect(await check()).toMatchObject({ finding: "found", state: "confirmed" });
});

test("a file of one brand proves no other, and www is a front too", async () => {
  const one = await asked("file", brands[4]);
  const other = await asked("file", brands[5]);
  await putFile(other.proof.placement.at, one.proof.placement.text);
  expect(await other.check()).toMatchObject({ finding: "different", state: "requested" });
  const { proof } = await ok(one.person.requestProof(one.brand, { method: "file", host: `www.${one.brand}` }));
  expect(proof.placement.at).toContain(`https://www.${one.brand}/`);
  expect(proof.placement.text).not.toBe(one.proof.placement.text);
});
