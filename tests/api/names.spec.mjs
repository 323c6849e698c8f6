// What brands are called: names that other brands have, names that look like them, who sets and who decides them, doubts, and the
// marks and names of people. Each name is met in a directory that knows all brands.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, MINUTE, SECOND, hooks, lettersTo, mailTo, newAddress, newBrand, ok, operator, origins, pathOf, putRecord, refused, send } from "../harness/actors.mjs";
import { OPERATOR } from "../harness/stack.mjs";

const letters = "abcdefghjkpqstuvxyz";
/** A word that no other test knows and that is nobody's look-alike: without l, i, m, n, o, r, w and digits. */
const newWord = (length = 10) => Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join("");
const capital = (word) => word[0].toUpperCase() + word.slice(1);

const opened = (domain, name) => ok(new Guest(domain).open({ domain, name }));
const shown = async (brand) => (await new Guest(brand).community({ now: Date.now() })).name ?? null;
const found = async (brand) => (await ok(send("GET", `/v1/directory?q=${brand}`))).brands.map((it) => it.brand).includes(brand);
const named = (who, brand, name) => who.send("PUT", pathOf(brand, "/name"), { name });
const judged = (who, brand, what) => who.send("PUT", pathOf(brand, "/name-judgement"), { what });

/** A brand whose name is its own domain's, known to the directory. */
async function original() {
  const word = newWord();
  const domain = `${word}.example`;
  await opened(domain, capital(word));
  await hooks.due(domain);
  return { word, domain };
}

test("a name that another brand has, or one that looks like it, is held for the operator and listed nowhere", async () => {
  const { word, domain } = await original();
  expect(await shown(domain)).toBe(capital(word));
  const full = String.fromCodePoint(...[...word].map((letter) => letter.codePointAt(0) + 0xfee0));
  for (const name of [capital(word), word.toUpperCase(), full, capital(word).replace("a", "а"), `${capital(word)}!`]) {
    const other = newBrand("n");
    expect(await opened(other, name), name).toMatchObject({ outcome: "held", brand: other });
    await hooks.due(other);
    expect([await shown(other), await found(other)], name).toEqual([null, false]);
    // It can be used under its domain all the same.
    await new Guest(other).asks({ title: "Does it whistle?" });
  }
  expect([await shown(domain), await found(domain)]).toEqual([capital(word), true]);
});

test("the operator lets a held name pass or refuses it, hears of it once by mail, and nobody else decides", async () => {
  const { word, domain } = await original();
  const second = `${word}.test-${newWord(4)}.example`.replace(".test-", "-");
  const other = `${word}-shop.example`;
  await opened(other, capital(word));
  await hooks.due(other);
  await hooks.due(other);
  const mail = (await mailTo(OPERATOR)).filter((it) => it.subject?.startsWith(other));
  expect(mail.length).toBe(1);
  expect(mail[0].text).not.toContain(capital(word));
  const chief = await operator();
  const { names } = await ok(chief.send("GET", "/v1/house"));
  expect(names.find((it) => it.brand === other)).toEqual({ brand: other, held: capital(word), like: [domain], doubts: 0 });
  const stranger = await new Console().signsIn();
  await refused(judged(stranger, other, "release"), 403, "not_allowed");
  await refused(stranger.send("GET", "/v1/house"), 403, "not_allowed");
  expect(await ok(judged(chief, other, "release"))).toMatchObject({ shown: capital(word), naming: "by_operator" });
  await hooks.due(other);
  expect([await shown(other), await found(other)]).toEqual([capital(word), true]);
  expect(await ok(judged(chief, other, "refuse"))).toMatchObject({ shown: null, naming: "refused" });
  const { lines } = await ok(send("GET", pathOf(other, "/history"), { now: Date.now() }));
  expect(lines.map(({ what }) => what).filter((what) => what.named || what === "unnamed")).toEqual(["unnamed", { named: capital(word) }]);
  expect(second).toBeTruthy();
});

test("proving a longer domain never gives the shorter name, whoever sets it", async () => {
  const word = newWord();
  const brand = `${word}-help.example`;
  await opened(brand, capital(word));
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  const guest = new Guest(brand);
  const thread = await guest.asks({ title: "Does it whistle?" });
  await ok(owner.answer(brand, thread));
  expect((await guest.community({ now: Date.now() })).badge).toMatchObject({ domain: brand, name: null });
  for (const name of [capital(word), word.toUpperCase(), "Help"]) {
    expect(await ok(named(owner, brand, name)), name).toMatchObject({ shown: null, naming: "held" });
  }
  for (const name of [`${capital(word)} official`, `${capital(word)} Support`, `${capital(word)}公式`]) {
    await refused(named(owner, brand, name), 422, "brand_name_reserved", "name");
  }
  await hooks.due(brand);
  for (const path of [`/c/${brand}/kettle`, `/c/${brand}/kettle/${thread}`, `/badge/${brand}`, `/?q=${brand}`, `/c/${brand}/feed.atom`]) {
    const { text } = await send("GET", `${path}${path.includes("?") ? "&" : "?"}lang=en`);
    expect(text, path).toContain(brand);
    expect(text.replaceAll(brand, "").includes(capital(word)), path).toBe(false);
  }
});

test("an owner with a DNS record names the brand; with a file or as a representative nobody does", async () => {
  const [brand, name] = [newBrand("n"), capital(newWord())];
  await new Guest(brand).asks();
  const owner = await new Console().signsIn();
  await refused(named(owner, brand, name), 403, "not_allowed");
  await owner.proves(brand);
  await owner.claims(brand);
  expect(await ok(named(owner, brand, name))).toMatchObject({ shown: name, naming: "by_owner" });
  expect((await new Guest(brand).community({ now: Date.now() })).badge).toMatchObject({ domain: brand, name });
  const mate = newAddress();
  await ok(owner.send("POST", pathOf(brand, "/people"), { email: mate, role: "representative" }));
  await refused(named(await new Console(mate).signsIn(), brand, "Other"), 403, "not_allowed");
  for (const [body, status, code, field] of [[{}, 400, "missing_field", "name"], [{ name: "x".repeat(61) }, 422, "too_long", "name"], [{ name: "A\u200bcme" }, 422, "forbidden_character", "name"], [{ name: "a", official: true }, 400, "unknown_field", "official"]]) {
    await refused(owner.send("PUT", pathOf(brand, "/name"), body), status, code, field);
  }
  // Another brand turns out to have proven a domain of that name: it is compared again as time goes by.
  await hooks.due(brand);
  const rival = `${name.toLowerCase()}.example`;
  await opened(rival, undefined);
  const other = await new Console().signsIn();
  await other.proves(rival);
  await other.claims(rival);
  await hooks.due(rival);
  await expect.poll(async () => {
    await hooks.reconcile();
    return shown(brand);
  }).toBe(null);
  await ok(named(owner, brand, null));
  expect(await shown(brand)).toBe(null);
});

test("somebody says that this is not that company: the operator reads it, nobody else does, and nothing changes", async () => {
  const brand = newBrand("n");
  const doubt = (words) => send("POST", pathOf(brand, "/doubts"), { body: { words } });
  await refused(doubt("Not us."), 404, "not_found");
  await new Guest(brand).asks();
  for (const [words, code] of [[" ", "empty"], ["x".repeat(501), "too_long"], ["a\u0000b", "forbidden_character"]]) {
    await refused(doubt(words), 422, code, "words");
  }
  await ok(doubt("I work there, and this is not us."));
  await ok(doubt("I work there, and this is not us."));
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  expect((await ok(owner.send("GET", pathOf(brand, "/naming")))).doubts).toEqual([]);
  await hooks.due(brand);
  const chief = await operator();
  const { doubts } = await ok(chief.send("GET", pathOf(brand, "/naming")));
  expect(doubts.map(({ words, settled }) => [words, settled])).toEqual([["I work there, and this is not us.", false]]);
  expect((await ok(chief.send("GET", "/v1/house"))).names.find((it) => it.brand === brand)).toMatchObject({ doubts: 1, held: null });
  await ok(judged(chief, brand, "settle"));
  await hooks.due(brand);
  expect((await ok(chief.send("GET", "/v1/house"))).names.find((it) => it.brand === brand)).toBe(undefined);
  // The same by the page's form, without script and without an account.
  const form = new URLSearchParams({ words: "The form says so as well." }).toString();
  const answer = await send("POST", `/badge/${brand}?lang=ja`, { raw: form, type: "application/x-www-form-urlencoded" });
  expect([answer.status, answer.text.includes("運営者に届きました")]).toEqual([200, true]);
  const empty = await send("POST", `/badge/${brand}?lang=en`, { raw: "words=", type: "application/x-www-form-urlencoded" });
  expect([empty.status, empty.text.includes("at most 500 characters")]).toEqual([422, true]);
  const script = await send("POST", `/badge/${brand}?lang=en`, { raw: new URLSearchParams({ words: `<script>alert(1)</script>${"x".repeat(500)}` }).toString(), type: "application/x-www-form-urlencoded" });
  expect([script.status, script.text.includes("<script>alert")]).toEqual([422, false]);
  expect((await send("GET", `/badge/${newBrand("n")}`)).status).toBe(404);
});

test("employees are marked by their address, champions by an owner, and neither may do anything more", async () => {
  const brand = newBrand("n");
  const [worker, sora, near] = [new Guest(brand), new Guest(brand), new Guest(brand)];
  const threads = [];
  for (const [person, email] of [[worker, `w-${newWord()}@mail.${brand}`], [sora, newAddress()], [near, `n-${newWord()}@x${brand}`]]) {
    threads.push(await person.asks({ title: "Does it whistle?" }));
    await person.joins(email);
  }
  const seen = async (thread) => (await new Guest(brand).thread(thread, { now: Date.now() })).author;
  expect(await seen(threads[0])).toMatchObject({ voice: "member", mark: { employee: brand } });
  expect((await seen(threads[1])).mark).toBe(null);
  expect((await seen(threads[2])).mark).toBe(null);
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  const { me: { member } } = await sora.mine();
  const champion = (who, of, on) => who.send("PUT", pathOf(brand, `/people/${of}/champion`), { on });
  const guest = new Guest(brand);
  await guest.asks();
  await refused(champion(owner, (await guest.mine()).me.member, true), 422, "address_needed");
  const { marked } = await ok(champion(owner, member, true));
  expect(marked.map((it) => Object.keys(it.mark)[0])).toEqual(["champion", "employee"]);
  expect((await seen(threads[1])).mark).toEqual({ champion: brand });
  const person = await new Console(newAddress()).signsIn();
  await refused(champion(person, member, false), 403, "not_allowed");
  await ok(champion(owner, member, false));
  expect((await seen(threads[1])).mark).toBe(null);
});

test("a representative who left is formerly of the company; the company's own lapse says when it was official", async () => {
  const brand = newBrand("n");
  const thread = await new Guest(brand).asks();
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  const mate = newAddress();
  const { people } = await ok(owner.send("POST", pathOf(brand, "/people"), { email: mate, role: "representative" }));
  const mika = await new Console(mate).signsIn();
  await ok(mika.answer(brand, thread));
  const voice = async (now = Date.now()) => (await new Guest(brand).thread(thread, { now })).replies[0].author.voice;
  expect(await voice()).toEqual({ official: brand });
  await ok(owner.send("DELETE", pathOf(brand, `/people/${people.find((it) => !it.me).member}`)));
  expect(await voice()).toEqual({ alum: brand });
  await refused(mika.answer(brand, thread), 403, "not_allowed");
  expect(Object.keys(await voice(Date.now() + 11 * DAY))).toEqual(["formerly_official"]);
});

test("an observer reads and notes, and does nothing else", async () => {
  const brand = newBrand("n");
  const thread = await new Guest(brand).asks();
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  const email = newAddress();
  const { people } = await ok(owner.send("POST", pathOf(brand, "/people"), { email, role: "observer" }));
  const { member } = people.find((it) => it.me);
  const eyes = await new Console(email).signsIn();
  for (const rest of ["/work", "/people", "/overview", "/naming", `/threads/${thread}/notes`, "/triage"]) await ok(eyes.send("GET", pathOf(brand, rest)));
  await ok(eyes.send("POST", pathOf(brand, `/threads/${thread}/notes`), { body: "Seen." }));
  for (const [method, rest, body] of [
    ["POST", "/claims", { reach: "all" }], ["POST", `/threads/${thread}/official-replies`, { body: "We see.", name: "Eyes" }], ["PUT", `/threads/${thread}/status`, { word: "in_progress" }],
    ["PUT", `/threads/${thread}/taken`, { on: true }], ["PUT", "/saved-replies", { title: "Thanks", body: "Thank you." }], ["PUT", "/hours", { ahead: 540, week: "mon 9-12", goal: 240 }],
    ["POST", "/arrivals", { threads: thread, what: "thank" }], ["PUT", "/name", { name: "Other" }], ["PUT", "/sites", { sites: "" }], ["PUT", "/search-words", { synonyms: "lid, cover", shipped: true }],
    ["POST", "/people", { email: newAddress(), role: "observer" }], ["PUT", `/people/${member}`, { role: "observer" }], ["PUT", `/people/${member}/champion`, { on: true }], ["PUT", "/emergency", { link: "https://acme.example/" }],
    ["POST", "/recovery-codes", undefined], ["GET", "/export", undefined],
  ]) {
    await refused(eyes.send(method, pathOf(brand, rest), body), 403, "not_allowed");
  }
});

test("a member renames themselves, but not to what others are known by; guests keep their colour", async () => {
  const brand = newBrand("n");
  const guest = new Guest(brand);
  const thread = await guest.asks();
  const rename = (name, who = guest) => who.send("PUT", "/me/name", { name });
  await refused(rename("Sora", new Guest(brand)), 404, "not_found");
  await refused(rename("Sora"), 422, "address_needed");
  await guest.joins(newAddress());
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  await ok(owner.answer(brand, thread, { name: "Mika Tanaka" }));
  const label = brand.split(".")[0];
  for (const name of [label, label.toUpperCase(), "公式", "Staff", "ｓｕｐｐｏｒｔ", "Mika Tanaka", "МIKA ТANAKA", "Mlka Tanaka", "Оfficial"]) {
    await refused(rename(name), 422, "name_reserved", "name");
  }
  for (const [name, code] of [["A\u202eb", "forbidden_character"], ["A\u200bb", "forbidden_character"], ["Z\u0300\u0301\u0302\u0303\u0304", "forbidden_character"], ["x".repeat(41), "too_long"], ["  ", "empty"]]) {
    await refused(rename(name), 422, code, "name");
  }
  expect(await ok(rename("青木 そら"))).toMatchObject({ me: { name: { chosen: "青木 そら" } } });
  expect((await new Guest(brand).thread(thread, { now: Date.now() })).author.name).toEqual({ chosen: "青木 そら" });
  await refused(guest.reply(thread, { name: "Mika Tanaka" }), 422, "name_reserved", "name");
  await ok(rename("Umi"));
  await ok(rename("Kaze"));
  await refused(rename("Yuki"), 429, "too_many");
});

test("signing out everywhere ends every session of a member's at once, and of nobody else", async () => {
  const now = Date.now();
  const brand = newBrand("n");
  const email = newAddress();
  const phone = new Guest(brand, { now });
  const thread = await phone.asks();
  await refused(phone.send("DELETE", "/me/sessions"), 422, "address_needed");
  await phone.joins(email);
  const desk = new Guest(brand, { now, site: "https://other.example" });
  await desk.joins(email);
  const stranger = new Guest(brand, { now });
  await stranger.asks();
  const stolen = phone.again(phone.session);
  await ok(desk.send("DELETE", "/me/sessions", undefined, { now: now + SECOND }));
  for (const session of [phone, desk, stolen]) {
    await refused(session.send("GET", "/mine", undefined, { now: now + MINUTE }), 401, "token_expired");
    await refused(session.send("POST", `/threads/${thread}/replies`, { body: "Still here" }, { now: now + MINUTE }), 401, "token_expired");
  }
  await ok(stranger.reply(thread));
  // A session that is over is let go of, and the address shown anew.
  [phone.now, phone.session] = [now + 2 * MINUTE, undefined];
  await phone.joins(email);
  expect((await phone.mine()).asked).toEqual([thread]);
});

test("the page for whoever runs the DNS shows the record and what resolvers see, grants nothing and ends with the request", async () => {
  const now = Date.now();
  const brand = newBrand("n");
  const asker = await new Console(undefined, { now }).signsIn();
  const { proof } = await ok(asker.requestProof(brand));
  expect(proof.forward).toMatch(new RegExp(`^${origins().chie}/dns/${brand}/p_[0-9a-z]{26}-[0-9a-f]{32}$`));
  const path = proof.forward.slice(origins().chie.length);
  const read = (at = path, more = {}) => send("GET", at, { now, ...more });
  const looks = async (moment = now) => JSON.parse((await send("GET", `${path}?looks=1&lang=en`, { now: moment })).text);
  for (const [lang, words] of [["en", "A colleague asks you to add one record"], ["ja", "次のレコードを1件追加するよう依頼がありました"]]) {
    const page = await read(`${path}?lang=${lang}`);
    expect(page.status).toBe(200);
    for (const text of [words, proof.placement.at, proof.placement.text, "TXT"]) expect(page.text).toContain(text);
    expect(page.text).not.toContain(asker.email);
    expect([page.headers.get("cache-control"), page.headers.getSetCookie()]).toEqual(["no-store", []]);
    expect(page.text).toContain('name="robots" content="noindex"');
  }
  expect(await looks()).toMatchObject({ done: false, rows: [[expect.stringContaining("DNS 1"), "nothing", expect.any(String)], [expect.stringContaining("DNS 2"), "nothing", expect.any(String)]] });
  await putRecord(proof.placement.at, "token=another");
  expect((await looks()).rows[0][2]).toContain("letter by letter");
  await putRecord(proof.placement.at, proof.placement.text);
  expect(await looks()).toMatchObject({ done: true });
  // Reading it, however often, proves nothing for anybody.
  expect((await asker.desk(brand)).proofs[0].state).toEqual({ requested: { at: expect.any(Number) } });
  const [id, key] = path.split("/").at(-1).split("-");
  for (const wrong of [`${id}-${key.slice(1)}`, `${id}-${"0".repeat(32)}`, `${id}-`, id, `p_${"0".repeat(26)}-${key}`, `${id}-${key}0`]) {
    expect((await read(`/dns/${brand}/${wrong}`)).status, wrong).toBe(404);
  }
  expect((await read(`/dns/${newBrand("n")}/${id}-${key}`)).status).toBe(404);
  expect((await send("POST", path, { body: {} })).status).toBe(404);
  expect((await read(path, { now: now + 29 * DAY })).status).toBe(200);
  expect((await read(path, { now: now + 31 * DAY })).status).toBe(410);
  await ok(asker.check(brand, proof.id));
  expect((await read()).status).toBe(410);
  expect((await asker.desk(brand)).proofs[0].forward).toBe(null);
});

test("resolvers are asked only so often for whoever has a forwarded page", async () => {
  const brand = newBrand("n");
  const asker = await new Console().signsIn();
  const { proof } = await ok(asker.requestProof(brand));
  const path = `${proof.forward.slice(origins().chie.length)}?looks=1`;
  const headers = { "x-chie-network": `198.51.100.${Math.floor(Math.random() * 250)}` };
  const answers = [];
  for (let n = 0; n < 62; n += 1) answers.push(JSON.parse((await send("GET", path, { headers })).text).rows.length);
  expect([answers.slice(0, 60).every((rows) => rows === 2), answers.slice(60)]).toEqual([true, [0, 0]]);
});

test("letters go out under the domain where a name is held", async () => {
  const { word } = await original();
  const brand = newBrand("n");
  await opened(brand, capital(word));
  const asker = new Guest(brand);
  const thread = await asker.asks();
  const email = newAddress();
  await asker.joins(email);
  await new Guest(brand).replies(thread);
  await expect.poll(async () => {
    await hooks.due(brand);
    return (await lettersTo(email)).length;
  }).toBe(1);
  const [letter] = await lettersTo(email);
  expect(JSON.stringify(letter).includes(capital(word))).toBe(false);
});
