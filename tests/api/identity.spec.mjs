// Who somebody is: codes by mail, guests who become members, sessions that are good in one community on one site.
import { createHmac } from "node:crypto";
import { expect, test } from "@playwright/test";
import {
  Console, DAY, Guest, HOUR, MINUTE, codeIn, mailTo, mailedCode, newAddress, newBrand, ok, otherCode, pathOf, refused, send,
} from "../harness/actors.mjs";

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decoded = (part) => JSON.parse(Buffer.from(part, "base64url"));

test("a guest shows an address and keeps the thread, the name and the session's place", async () => {
  const brand = newBrand();
  const email = newAddress("aoi");
  const guest = new Guest(brand);
  const id = await guest.asks({ name: "Aoi" });
  const joined = await guest.joins(email);
  expect(joined.session).toBe(guest.session);
  expect(joined.mine).toMatchObject({ asked: [id], address: `a…@mail.example`, me: { voice: "member", name: { chosen: "Aoi" } } });
  expect((await guest.mine()).asked).toEqual([id]);
  const seen = await new Guest(brand).thread(id);
  expect(seen.author).toMatchObject({ voice: "member", name: { chosen: "Aoi" } });
  expect(JSON.stringify(seen)).not.toContain("mail.example");
});

test("a guest who turns out to be a member brings everything along", async () => {
  const brand = newBrand();
  const email = newAddress();
  const member = new Guest(brand);
  const first = await member.asks({ title: "First" });
  await member.joins(email);
  const guest = new Guest(brand);
  const second = await guest.asks({ title: "Second" });
  await ok(guest.meToo(await new Guest(brand).asks({ title: "Somebody's" })));
  const old = guest.session;
  const { mine } = await guest.joins(email);
  expect([...mine.asked].sort()).toEqual([first, second].sort());
  expect(mine.me_too.length).toBe(1);
  const both = await Promise.all([first, second].map((id) => new Guest(brand).thread(id)));
  expect(both[0].author.member).toBe(both[1].author.member);
  expect((await member.mine()).asked.length).toBe(2);
  // The guest that was is nobody any more: reading finds nothing, writing is refused.
  const stone = guest.again(old);
  await refused(stone.ask(), 401, "token_invalid");
});

test("the same guest joining twice and a lost answer asked for again change nothing", async () => {
  const brand = newBrand();
  const email = newAddress();
  const guest = new Guest(brand);
  const id = await guest.asks();
  const code = await mailedCode(email);
  await ok(guest.join(email, code));
  await ok(guest.join(email, `${code.slice(0, 3)} ${code.slice(3)}`));
  await ok(guest.join(email, code.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))));
  expect((await guest.mine()).asked).toEqual([id]);
});

test("wrong codes: five tries, then even the right one is spent", async () => {
  const email = newAddress();
  const guest = new Guest(newBrand());
  const code = await mailedCode(email);
  for (let n = 0; n < 4; n += 1) await refused(guest.join(email, otherCode(code)), 422, "code_wrong", "code");
  await refused(guest.join(email, otherCode(code)), 422, "code_spent", "code");
  await refused(guest.join(email, code), 422, "code_spent", "code");
  const fresh = await mailedCode(email);
  await ok(guest.join(email, fresh));
});

test("a code is good for ten minutes, for its address alone, and only the latest one", async () => {
  const [email, other] = [newAddress(), newAddress()];
  const brand = newBrand();
  const now = Date.now();
  const at = (when) => new Guest(brand, { now: when });
  const first = await mailedCode(email, { now });
  await refused(at(now + 10 * MINUTE + 1000).join(email, first), 422, "code_wrong", "code");
  await refused(at(now).join(other, first), 422, "code_wrong", "code");
  const second = await mailedCode(email, { now });
  if (first !== second) await refused(at(now).join(email, first), 422, "code_wrong", "code");
  await ok(at(now + 9 * MINUTE).join(email, second));
  for (const code of ["", "12345", "1234567", "abcdef", "' OR 1=1"]) await refused(at(now).join(other, code), 422, "code_wrong", "code");
});

test("known and unknown addresses get the same answers, and no more than five codes an hour", async () => {
  const [known, unknown] = [newAddress(), newAddress()];
  const brand = newBrand();
  const now = Date.now();
  await new Guest(brand, { now }).joins(known);
  const asks = [known, unknown].map((email) => send("POST", "/v1/codes", { body: { email }, now }));
  const [one, two] = await Promise.all(asks);
  expect([one.status, one.text]).toEqual([two.status, two.text]);
  const wrong = await Promise.all([known, unknown].map((email) => new Guest(brand, { now }).join(email, "000000")));
  expect([wrong[0].status, wrong[0].text]).toEqual([wrong[1].status, wrong[1].text]);
  for (let n = 0; n < 4; n += 1) await ok(send("POST", "/v1/codes", { body: { email: unknown }, now }));
  await refused(send("POST", "/v1/codes", { body: { email: unknown }, now }), 429, "too_many", "email");
  expect((await mailTo(unknown)).length).toBe(5);
  await ok(send("POST", "/v1/codes", { body: { email: unknown }, now: now + HOUR + MINUTE }));
});

test("the mail speaks the person's language and holds nothing that anybody sent", async () => {
  const email = newAddress();
  await ok(send("POST", "/v1/codes", { body: { email, lang: "ja" } }));
  await ok(send("POST", "/v1/codes", { body: { email, lang: "x\r\nBcc: evil@mail.example" } }));
  const [strange, japanese] = await mailTo(email);
  expect(japanese.subject).toContain("確認コード");
  expect(codeIn(japanese)).toMatch(/^\d{6}$/);
  expect(JSON.stringify(strange)).not.toContain("evil");
});

test("a session is refused in another community, on another site, changed, unsigned, and after 180 days", async () => {
  const brand = newBrand();
  const now = Date.now();
  const guest = new Guest(brand, { now });
  const id = await guest.asks();
  const { session } = guest;
  const uses = (options) => [
    send("GET", pathOf(brand, "/mine"), { origin: guest.site, session, now, ...options }),
    send("POST", pathOf(brand, "/threads"), { origin: guest.site, session, now, body: { product: "kettle", kind: "question", title: "Again" }, ...options }),
    send("PUT", pathOf(brand, `/threads/${id}/me-too`), { origin: guest.site, session, now, body: { on: true }, ...options }),
    send("GET", pathOf(brand, `/threads/${id}`), { origin: guest.site, session, now, ...options }),
  ];
  const everywhere = (options, code) => Promise.all(uses(options).map((use) => refused(use, 401, code)));
  const [head, payload, signature] = session.split(".");
  const claims = decoded(payload);
  expect(Object.keys(claims).sort()).toEqual(["at", "brand", "exp", "iat", "member", "purpose", "site"]);

  const another = newBrand();
  await new Guest(another).asks();
  await refused(send("GET", pathOf(another, "/mine"), { origin: guest.site, session, now }), 401, "token_invalid");
  await everywhere({ origin: "https://other.example" }, "token_invalid");
  await everywhere({ origin: undefined }, "token_invalid");
  const flipped = `${signature[0] === "A" ? "B" : "A"}${signature.slice(1)}`;
  const none = (alg) => encoded({ alg, kid: "k1" });
  const signedBy = (key, header, content) => [header, content, createHmac("sha256", key).update(`${header}.${content}`).digest("base64url")].join(".");
  const forged = [
    [head, payload, flipped], [head, encoded({ ...claims, member: `m_${"0".repeat(26)}` }), signature], [none("none"), payload, ""],
    [none("None"), payload, signature], [none("RS256"), payload, signature], [encoded({ ...decoded(head), kid: "k2" }), payload, signature],
    [encoded({ ...decoded(head), jwk: { kty: "oct", k: "AAAA" } }), payload, signature], [head, encoded({ ...claims, exp: String(claims.exp) }), signature],
    [head, payload], ["x"], [head, payload, signature, "x"],
  ].map((parts) => parts.join("."));
  forged.push(signedBy("", head, payload), signedBy("secret", head, payload));
  for (const bad of forged) await everywhere({ session: bad }, "token_invalid");
  for (const authorization of ["Bearer", "Bearer ", `Basic ${session}`, session]) {
    await refused(send("GET", pathOf(brand, "/mine"), { origin: guest.site, headers: { authorization }, now }), 401, "token_invalid");
  }
  await everywhere({ now: now + 181 * DAY }, "token_expired");
  expect((await guest.mine({ now: now + 179 * DAY })).asked).toEqual([id]);
  const read = await new Guest(brand, { now }).thread(id);
  expect([read.row.me_too, (await new Guest(brand, { now }).community()).threads]).toEqual([0, 1]);
});

test("sessions, cookies and cursors cannot stand in for one another", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  for (let n = 0; n < 3; n += 1) await ok(guest.ask({ title: `Number ${n}` }));
  const person = await new Console().signsIn();
  const cookie = person.cookie.split("=")[1];
  const { next } = await ok(guest.list({ limit: 1 }));
  for (const session of [cookie, next]) await refused(guest.again(session).send("GET", "/mine"), 401, "token_invalid");
  for (const value of [guest.session, next]) await refused(person.whoAmI({ cookie: `__Host-chie=${value}` }), 401, "sign_in_needed");
  for (const cursor of [guest.session, cookie]) await refused(guest.list({ limit: 1, cursor }), 422, "cursor_invalid", "cursor");
  await refused(person.whoAmI({ cookie: `chie=${cookie}` }), 401, "sign_in_needed");
});

test("a visitor who only reads gets no session and leaves no trace", async () => {
  const brand = newBrand();
  await new Guest(brand).asks();
  const visitor = new Guest(brand);
  for (const rest of ["", "/threads", "/mine", "/likely?q=how"]) {
    const answer = await visitor.send("GET", rest);
    expect(answer.text, rest).not.toContain("session");
  }
  expect(await visitor.mine()).toEqual({ me: null, address: null, asked: [], me_too: [], stars: [], held: [], opens_photos: [], following: [], levels: [], asked_privately: [] });
});

test("one person's code on the console is another purpose than in the widget, but the same person", async () => {
  const brand = newBrand();
  const email = newAddress();
  const guest = new Guest(brand);
  await guest.asks();
  await guest.joins(email);
  const person = await new Console(email).signsIn();
  expect(await ok(person.whoAmI())).toMatchObject({ email, brands: [], operator: false });
  await refused(guest.send("GET", "/desk"), 403, "not_allowed");
});
