// Brand sign-on: keys that owners make and revoke, what the brand's server signs with the code of the documents, and everything that is
// refused: other algorithms, other keys, other brands and installations, what is over, too long, changed or used before.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, MINUTE, SECOND, hooks, mailTo, newAddress, newBrand, ok, origins, pathOf, refused, removeRecords, send } from "../harness/actors.mjs";
import { SERVERS, encoded, signed } from "../harness/signing.mjs";

/** A brand with an owner and a key, and a customer on its own page. */
async function place() {
  const brand = newBrand("on");
  await new Guest(brand).asks();
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  const key = await ok(owner.send("POST", pathOf(brand, "/sign-on-keys")));
  return { brand, owner, key, customer: (options) => new Guest(brand, { site: `https://shop.${brand}`, ...options }) };
}

const signOn = (guest, token, options) => guest.send("POST", "/sign-ons", { token }, options);

for (const language of ["node", "php"]) {
  test(`what the ${language} of the documents signs is taken`, async () => {
    test.skip(!SERVERS[language], `there is no ${language}`);
    const { brand, key, customer } = await place();
    const guest = customer();
    const thread = await guest.asks({ title: "Asked as a guest" });
    const token = await SERVERS[language](brand, key, { id: "客-7/ü", name: "Aoi 葵" });
    const { mine, test: tried } = await ok(signOn(guest, token));
    expect(mine).toMatchObject({ me: { voice: "member", name: { chosen: "Aoi 葵" } }, asked: [thread], address: null });
    expect(tried).toBe(false);
    expect((await guest.mine()).me.member).toBe(mine.me.member);
    // The same customer on another device is the same member.
    const again = await ok(signOn(customer(), await SERVERS[language](brand, key, { id: "客-7/ü", name: "Aoi" })));
    expect(again.mine.me.member).toBe(mine.me.member);
  });
}

test("owners make keys, see each secret once, rotate and revoke them; everybody is told", async () => {
  const { brand, owner, key, customer } = await place();
  expect(key.secret).toMatch(/^[\w-]{43}$/);
  expect(key.sign_on).toMatchObject({ audience: `${origins().chie}/${brand}`, issuer: brand, keys: [{ id: key.id, used: null }] });
  const next = await ok(owner.send("POST", pathOf(brand, "/sign-on-keys")));
  await refused(owner.send("POST", pathOf(brand, "/sign-on-keys")), 422, "too_many_keys");
  const seen = await owner.send("GET", pathOf(brand, "/sign-on"));
  expect(seen.body.keys.map(({ id }) => id).sort()).toEqual([key.id, next.id].sort());
  for (const { secret } of [key, next]) expect(seen.text).not.toContain(secret);
  // Both count while the new one is brought in.
  for (const one of [key, next]) await ok(signOn(customer(), signed(brand, one)));
  expect((await ok(owner.send("GET", pathOf(brand, "/sign-on")))).keys.every(({ used }) => used > 0)).toBe(true);
  await ok(owner.send("DELETE", pathOf(brand, `/sign-on-keys/${key.id}`)));
  await refused(signOn(customer(), signed(brand, key)), 422, "token_key", "token");
  await ok(signOn(customer(), signed(brand, next)));
  await refused(owner.send("DELETE", pathOf(brand, `/sign-on-keys/${key.id}`)), 404, "not_found");
  await expect.poll(async () => {
    await hooks.due(brand);
    return (await mailTo(owner.email)).filter(({ subject }) => /key for brand sign-on/.test(subject)).length;
  }).toBe(3);
  const rows = (await ok(send("GET", pathOf(brand, "/audit")))).rows.filter(({ what }) => what.startsWith("sign_on") || what === "signed_on");
  expect(rows.map(({ what }) => what)).toEqual(["sign_on_key_made", "sign_on_key_made", "signed_on", "sign_on_key_revoked"]);
});

test("one algorithm, and no key that comes along", async () => {
  const { brand, key, customer } = await place();
  for (const alg of ["none", "None", "NONE", "HS384", "HS512", "RS256", "ES256", "EdDSA", ""]) {
    await refused(signOn(customer(), signed(brand, key, { header: { alg } })), 422, "token_algorithm", "token");
  }
  const [head, body] = signed(brand, key, { header: { alg: "none" } }).split(".");
  for (const unsigned of [`${head}.${body}.`, `${head}.${body}`]) await refused(signOn(customer(), unsigned), 422, "malformed", "token");
  const own = encoded("a secret of theirs");
  for (const header of [{ jwk: { kty: "oct", k: own } }, { jku: "https://evil.example/k" }, { x5c: [own] }, { crit: ["exp"] }]) {
    await refused(signOn(customer(), signed(brand, key, { header, secret: "a secret of theirs" })), 422, "token_malformed", "token");
  }
  const [, claims, tag] = signed(brand, key).split(".");
  for (const header of [`{"alg":"HS256","alg":"HS256","kid":"${key.id}"}`, "[]", "null", '"HS256"']) {
    await refused(signOn(customer(), `${encoded(header)}.${claims}.${tag}`), 422, "token_malformed", "token");
  }
});

test("every claim counts: for whom, by whom, until when, how often", async () => {
  const { brand, key, customer } = await place();
  const other = await place();
  const seconds = Math.floor(Date.now() / 1000);
  for (const [claims, code] of [
    [{ aud: `${origins().chie}/${other.brand}` }, "token_audience"],
    [{ aud: `https://chie.example.evil.example/${brand}` }, "token_audience"],
    [{ aud: brand }, "token_audience"],
    [{ aud: [`${origins().chie}/${brand}`] }, "token_malformed"],
    [{ iss: other.brand }, "token_issuer"],
    [{ iss: undefined }, "token_malformed"],
    [{ exp: seconds - 60 }, "token_over"],
    [{ exp: seconds + 3600 }, "token_long"],
    [{ exp: 9_007_199_254_740_993 }, "token_long"],
    [{ exp: String(seconds + 60) }, "token_malformed"],
    [{ exp: undefined }, "token_malformed"],
    [{ nbf: seconds + 3600 }, "token_over"],
    [{ jti: undefined }, "token_malformed"],
    [{ jti: "short" }, "token_subject"],
    [{ sub: "" }, "token_subject"],
    [{ sub: "x".repeat(129) }, "token_subject"],
    [{ role: "owner" }, "token_malformed"],
  ]) {
    await refused(signOn(customer(), signed(brand, key, { claims })), 422, code, "token");
  }
  await refused(signOn(customer(), signed(brand, key, { claims: { name: "x".repeat(2_000) } })), 422, "too_long", "token");
  // A key of another brand is no key here, and what was signed for here is none there.
  await refused(signOn(customer(), signed(brand, other.key)), 422, "token_key", "token");
  await refused(signOn(customer(), signed(brand, { ...key, id: other.key.id })), 422, "token_key", "token");
  await refused(signOn(other.customer(), signed(other.brand, { ...other.key, secret: key.secret })), 422, "token_signature", "token");
  await refused(signOn(customer(), signed(brand, key).slice(0, -2)), 422, "token_signature", "token");
  // Once, however many send it at the same time; and not after its time.
  const token = signed(brand, key);
  const answers = await Promise.all(Array.from({ length: 20 }, () => signOn(customer(), token)));
  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
  for (const { body } of answers.filter(({ status }) => status !== 200)) expect(body.error.code).toBe("token_used");
  const now = Date.now() + 10 * MINUTE;
  await refused(signOn(customer({ now }), token), 422, "token_over", "token");
  // A clock that is a little off does no harm.
  await ok(signOn(customer(), signed(brand, key, { now: Date.now() + 200 * SECOND })));
});

test("what was signed counts on the brand's own pages and listed sites, and on nobody else's", async () => {
  const { brand, owner, key, customer } = await place();
  for (const site of ["https://evil.example", `https://${brand}.evil.example`, `https://evil${brand}`]) {
    await refused(signOn(customer({ site }), signed(brand, key)), 422, "token_elsewhere", "token");
  }
  await ok(signOn(customer({ site: `https://${brand}` }), signed(brand, key)));
  await ok(owner.send("PUT", pathOf(brand, "/sites"), { sites: `shop.${brand}\nshop.partner.example` }));
  await ok(signOn(customer({ site: "https://shop.partner.example" }), signed(brand, key)));
  // Anywhere else the tag is in test mode now, inside the domain too: there they are signed on among what is tried out, and nowhere else.
  for (const site of [`https://staging.${brand}`, "https://staging.partner.example"]) {
    const { test: trying, mine } = await ok(signOn(customer({ site }), signed(brand, key)));
    expect([trying, mine.me.voice], site).toEqual([true, "member"]);
  }
  const tried = customer({ site: "https://staging.partner.example" });
  await ok(signOn(tried, signed(brand, key)));
  await refused(customer({ site: "https://staging.partner.example" }).again(tried.session).send("GET", "/mine", undefined, { origin: `https://shop.${brand}` }), 401, "token_invalid");
});

test("the brand's word reaches nobody who showed an address, and ends with the brand's time here", async () => {
  const { brand, owner, key, customer } = await place();
  const email = newAddress("ken");
  const shown = customer();
  const thread = await shown.asks({ title: "Mine" });
  await shown.joins(email);
  const before = (await shown.mine()).me.member;
  // A token that names them by their address is one of somebody else.
  const posing = await ok(signOn(customer(), signed(brand, key, { claims: { sub: email, name: "Acme Support" } })));
  expect(posing.mine).toMatchObject({ asked: [], address: null });
  expect(posing.mine.me.member).not.toBe(before);
  expect(posing.mine.me.name.chosen).toBeUndefined();
  // Their session on the brand's page becomes the customer's; nothing of theirs goes along.
  const turned = await ok(signOn(shown, signed(brand, key)));
  expect([turned.mine.asked, turned.mine.me.member === before]).toEqual([[], false]);
  expect((await new Guest(brand).thread(thread)).author.member).toBe(before);
  // Who is signed on has no power of staff.
  const { record } = { record: (await owner.desk(brand)).proofs[0].placement.at };
  await refused(shown.send("GET", "/sign-on", undefined), 403, "not_allowed");
  // The record goes, the proof lapses: nobody is signed on any more.
  await removeRecords(record);
  const later = Date.now() + 12 * DAY;
  await hooks.due(brand, later);
  await refused(signOn(customer({ now: later }), signed(brand, key, { now: later })), 422, "token_key", "token");
});

test("whoever has the domain later becomes nobody that the former company's customers were", async () => {
  const { brand, owner, key, customer } = await place();
  const before = customer();
  const { mine: { me } } = await ok(signOn(before, signed(brand, key)));
  const thread = await before.asks({ title: "Does it whistle?" });
  await removeRecords((await owner.desk(brand)).proofs[0].placement.at);
  const now = Date.now() + 45 * DAY;
  await hooks.due(brand, now);
  const newcomer = await new Console(undefined, { now }).signsIn();
  await newcomer.proves(brand);
  await refused(signOn(customer({ now }), signed(brand, key, { now })), 422, "token_key", "token");
  // The same name of a customer under the newcomer's own key is somebody else.
  const theirs = await ok(newcomer.send("POST", pathOf(brand, "/sign-on-keys")));
  const { mine } = await ok(signOn(customer({ now }), signed(brand, theirs, { now })));
  expect([mine.asked, mine.me.member === me.member]).toEqual([[], false]);
  expect((await new Guest(brand, { now }).thread(thread)).author.member).toBe(me.member);
});
