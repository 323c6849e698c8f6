// What people do to posts: remark, change, take back, warn of private facts and of danger, tell of a thread; and that every
// new field keeps what is written in it and runs none of it.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, HOUR, MINUTE, hooks, mailTo, newAddress, newBrand, newKey, ok, operator, pathOf, refused, send } from "../harness/actors.mjs";
import { OPERATOR } from "../harness/stack.mjs";

const edit = (guest, post, fields, options) => guest.send("PUT", `/posts/${post}`, fields, options);
const remove = (guest, post) => guest.send("DELETE", `/posts/${post}`);
const versions = (guest, post) => guest.send("GET", `/posts/${post}/versions`);
const comment = (guest, reply, fields = {}, options) => guest.send("POST", `/replies/${reply}/comments`, { body: "Thanks, that was it.", ...fields }, options);
const kind = (post) => (typeof post === "string" ? post : Object.keys(post)[0]);

/** The words of a tree, as a reader sees them. */
function words(node) {
  if (typeof node === "string") return node;
  if (Array.isArray(node)) return node.map(words).join("");
  if (node && typeof node === "object") return Object.entries(node).map(([name, inside]) => (name === "link" ? words(inside[1]) : words(inside))).join("");
  return "";
}

async function company(brand) {
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  return rep;
}

test("a comment stands under its reply, once per key, and is no reply", async () => {
  const brand = newBrand("p");
  const [asker, helper] = [new Guest(brand), new Guest(brand)];
  const thread = await asker.asks();
  const reply = await helper.replies(thread);
  const key = newKey();
  const first = await ok(comment(asker, reply, {}, { key }));
  const again = await ok(comment(asker, reply, {}, { key }));
  expect(again.comment).toEqual(first.comment);
  const seen = await new Guest(brand).thread(thread);
  expect([seen.row.replies, seen.replies.length, seen.replies[0].comments.length]).toEqual([1, 1, 1]);
  await refused(helper.star(first.comment.id), 404, "not_found");
  await refused(asker.accept(first.comment.id), 404, "not_found");
  await refused(comment(asker, first.comment.id), 404, "not_found");
  await refused(comment(asker, reply, { body: " " }), 422, "empty", "body");
  await refused(comment(asker, reply, {}, { key: null }), 400, "idempotency_key_missing");
  await refused(comment(new Guest(brand), reply, { name: "Official" }), 422, "name_reserved", "name");
});

test("what one wrote is changed by oneself; everybody reads what stood there before; search follows", async () => {
  const brand = newBrand("p");
  const [asker, helper, reader] = [new Guest(brand), new Guest(brand), new Guest(brand)];
  const thread = await asker.asks({ title: "The ldi sticks", body: "Since **Monday**" });
  const reply = await helper.replies(thread, { body: "Use a parakeet." });
  await asker.accept(reply);
  const edited = await ok(edit(asker, thread, { title: "The lid sticks", body: "Since *Tuesday*" }));
  expect([edited.title, words(edited.post.whole)]).toEqual(["The lid sticks", "Since Tuesday"]);
  await ok(edit(helper, reply, { body: "Use a cockatoo." }));
  const seen = await reader.thread(thread);
  expect([seen.row.title, seen.edited > 0, words(seen.replies[0].post.whole)]).toEqual(["The lid sticks", true, "Use a cockatoo."]);
  expect(seen.replies[0].edited).toBeGreaterThanOrEqual(seen.replies[0].accepted);
  expect(seen.answers[0].excerpt).toBe("Use a cockatoo.");
  expect([(await reader.likely("cockatoo")).likely.length, (await reader.likely("parakeet")).likely.length]).toEqual([1, 0]);
  const all = await ok(versions(reader, thread));
  expect(all.versions.map((version) => [version.title, words(version.words)])).toEqual([["The ldi sticks", "Since Monday"], ["The lid sticks", "Since Tuesday"]]);
  expect(all.source).toBe(null);
  expect((await ok(versions(asker, thread))).source).toBe("Since *Tuesday*");
  // The same words once more are no further change.
  expect((await ok(edit(asker, thread, { title: "The lid sticks", body: "Since *Tuesday*" }))).edited).toBe(edited.edited);
  expect((await ok(versions(reader, thread))).versions).toHaveLength(2);
  await refused(edit(helper, thread, { title: "Mine now" }), 403, "not_allowed");
  await refused(edit(asker, reply, { body: "Mine now" }), 403, "not_allowed");
  await refused(edit(asker, thread, { body: "No title" }), 422, "empty", "title");
  await refused(edit(helper, reply, { title: "A title", body: "x" }), 400, "unknown_field", "title");
  await refused(edit(helper, reply, { body: "x", official: true }), 400, "unknown_field", "official");
});

test("an official reply is not changed by a session of the page, whoever holds it", async () => {
  const brand = newBrand("p");
  const address = newAddress("both");
  const asker = new Guest(brand);
  const thread = await asker.asks();
  const rep = await new Console(address).signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  const { thread: answered } = await ok(rep.answer(brand, thread));
  const member = new Guest(brand);
  await member.joins(address);
  const reply = answered.replies.at(-1).id;
  await refused(edit(member, reply, { body: "Other words" }), 403, "not_allowed");
  await refused(remove(member, reply), 403, "not_allowed");
});

test("a post is taken back: a stone where others answered, nothing where nobody did", async () => {
  const brand = newBrand("p");
  const [asker, helper, reader] = [new Guest(brand), new Guest(brand), new Guest(brand)];
  const thread = await asker.asks({ title: "The canary kettle", body: "It sings like a canary" });
  const reply = await helper.replies(thread, { body: "Mine like a nightingale" });
  await ok(edit(helper, reply, { body: "Mine like a nightingale, too" }));
  expect(await ok(remove(asker, thread))).toEqual({ left: "stone" });
  expect(await ok(remove(asker, thread))).toEqual({ left: "stone" });
  const seen = await reader.thread(thread);
  expect([seen.row.title, kind(seen.post), words(seen.replies[0].post.whole)]).toEqual(["The canary kettle", "deleted", "Mine like a nightingale, too"]);
  await refused(edit(asker, thread, { title: "Back" }), 404, "not_found");
  expect(await ok(remove(helper, reply))).toEqual({ left: "nothing" });
  await refused(versions(helper, reply), 404, "not_found");
  // The stone goes with the last thing that hung on it.
  await refused(reader.send("GET", `/threads/${thread}`), 404, "unknown_thread");
  expect((await reader.likely("nightingale")).likely).toEqual([]);

  const alone = await asker.asks({ title: "Nobody answers the ostrich" });
  await refused(remove(reader, alone), 403, "not_allowed");
  expect(await ok(remove(asker, alone))).toEqual({ left: "nothing" });
  await refused(reader.send("GET", `/threads/${alone}`), 404, "unknown_thread");
  await refused(remove(reader, alone), 404, "not_found");
  const list = await ok(reader.list({}, { now: Date.now() }));
  expect(list.rows.map((row) => row.id)).not.toContain(alone);
  expect((await asker.mine()).asked).not.toContain(alone);
});

test("private facts are warned about before they are public, in every text", async () => {
  const brand = newBrand("p");
  const asker = new Guest(brand);
  const thread = await asker.asks();
  const reply = await asker.replies(thread);
  const facts = {
    "4111 1111 1111 1111": "a card number", "090-1234-5678": "a telephone number", "+44 20 7946 0958": "a telephone number",
    "〒150-0041 東京都渋谷区神南1-2-3": "a postal address", "221 Baker Street": "a postal address", "aoi.t@mail.example": "an e-mail address",
  };
  for (const [fact, called] of Object.entries(facts)) {
    const text = `Write to ${fact} please`;
    for (const [field, asked] of [
      ["title", (more) => asker.ask({ title: text, ...more })], ["body", (more) => asker.ask({ body: text, ...more })],
      ["body", (more) => asker.reply(thread, { body: text, ...more })], ["body", (more) => comment(asker, reply, { body: text, ...more })],
      ["body", (more) => edit(asker, reply, { body: text, ...more })], ["title", (more) => edit(asker, thread, { title: text, ...more })],
    ]) {
      const error = await refused(asked(), 422, "personal_data", field);
      expect(error.message).toContain(`${called} (${fact})`);
    }
  }
  expect(await new Guest(brand).thread(thread).then((seen) => seen.row.replies)).toBe(1);
  // Whoever has seen it publishes it all the same.
  await ok(asker.reply(thread, { body: "Call 090-1234-5678", personal_data_ok: true }));
  for (const plain of ["Model KT-1200-B, serial number 4111 1111 1111 1111", "製造番号 090-1234-5678", "Ask support@acme.example or 0120-123-456"]) await ok(asker.reply(thread, { body: plain }));
});

test("words of danger mark a thread, lead the lists and wake somebody once; the mark is taken off with a reason", async () => {
  const brand = newBrand("p");
  const asker = new Guest(brand);
  const calm = await asker.asks({ title: "Which tea is best?" });
  await asker.accept(await new Guest(brand).replies(calm));
  const fire = await asker.asks({ title: "煙が出て怖いです" });
  const now = Date.now();
  const list = await ok(new Guest(brand).list({ product: "kettle" }, { now }));
  expect(list.rows.map((row) => [row.id, row.danger !== null])).toEqual([[fire, true], [calm, false]]);
  await hooks.due(brand, now + MINUTE);
  await hooks.due(brand, now + HOUR);
  const mails = (await mailTo(OPERATOR)).filter((mail) => mail.text.includes(fire));
  expect(mails).toHaveLength(1);
  expect(mails[0].text).toContain("煙が出て怖いです");

  const rep = await new Console().signsIn();
  await rep.proves(brand);
  const lift = (who, fields = { reason: "It is steam." }) => who.send("PUT", pathOf(brand, `/threads/${fire}/danger`), fields);
  await refused(lift(rep), 422, "not_claimed");
  await rep.claims(brand);
  await refused(lift(rep, { reason: " " }), 422, "empty", "reason");
  const lifted = await ok(lift(rep));
  expect([lifted.thread.row.danger, lifted.thread.events.at(-1)]).toMatchObject([null, { by: "brand", what: { danger_lifted: "It is steam." } }]);
  await refused(lift(rep), 422, "not_marked");
  // A reply can bring it back, and the operator may take it off too.
  await new Guest(brand).replies(fire, { body: "Mine burnt my hand" });
  expect((await ok(lift(await operator()))).thread.events.at(-1).by).toBe("operator");
});

test("kind, mood and device are told by the asker alone, and lines tell of changes", async () => {
  const brand = newBrand("p");
  const [asker, helper] = [new Guest(brand), new Guest(brand)];
  const thread = await asker.asks({ title: "It drips", mood: "cross", mood_words: "every morning", facts: "browser=Firefox 141\npage=https://shop.example/kettle?order=17#a" });
  const seen = await new Guest(brand).thread(thread);
  expect([seen.mood, seen.facts]).toEqual([{ before: "cross", words: "every morning", after: null }, [{ name: "browser", value: "Firefox 141" }, { name: "page", value: "https://shop.example/kettle" }]]);
  await refused(asker.ask({ mood: "smug" }), 422, "unknown_value", "mood");
  const set = (who, rest, body) => who.send("PUT", `/threads/${thread}/${rest}`, body);
  await refused(set(helper, "kind", { kind: "problem" }), 403, "not_allowed");
  await refused(set(asker, "kind", { kind: "update" }), 422, "kind_reserved", "kind");
  const changed = await ok(set(asker, "kind", { kind: "problem" }));
  expect([changed.thread.row.kind, changed.thread.events]).toMatchObject(["problem", [{ by: "asker", what: { kind_changed: ["question", "problem"] } }]]);
  await refused(set(asker, "mood", { face: "glad" }), 422, "not_asked");
  await asker.accept(await helper.replies(thread));
  await refused(set(helper, "mood", { face: "glad" }), 403, "not_allowed");
  expect((await ok(set(asker, "mood", { face: "glad" }))).thread.mood.after).toBe("glad");
  const community = await new Guest(brand).community({ now: Date.now() });
  expect(community.moods).toEqual([{ before: "cross", after: "glad", people: 1 }]);
});

test("a change of the product thanks those who reported it; beside a refusal stands the asker's word", async () => {
  const brand = newBrand("p");
  const asker = new Guest(brand);
  const thread = await asker.asks({ kind: "problem", title: "The lid sticks" });
  for (let turn = 0; turn < 3; turn += 1) await ok(new Guest(brand).meToo(thread));
  const rep = await company(brand);
  const not = (on) => asker.send("PUT", `/threads/${thread}/not-solved`, { on });
  await refused(not(true), 422, "not_closed");
  await ok(rep.setStatus(brand, thread, { word: "seen_differently", reason: "We like it so." }));
  const objected = await ok(not(true));
  expect([objected.thread.not_solved > 0, objected.thread.events.at(-1)]).toMatchObject([true, { by: "asker", what: "not_solved" }]);
  const done = await ok(rep.setStatus(brand, thread, { word: "changed", version: "1.3" }));
  expect([done.thread.changed, done.thread.not_solved]).toMatchObject([{ people: 4, version: "1.3" }, null]);
  expect(done.thread.events.at(-1).what.product_changed.slice(1)).toEqual(["1.3", 4]);
});

test("a caution is signed and dated, leaves the reply as it is, and can be withdrawn with a line", async () => {
  const brand = newBrand("p");
  const thread = await new Guest(brand).asks();
  const reply = await new Guest(brand).replies(thread, { body: "Hit it with a hammer." });
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  const caution = (who, reason) => who.send("PUT", pathOf(brand, `/replies/${reply}/caution`), { reason });
  await refused(caution(rep, "No."), 422, "not_claimed");
  await rep.claims(brand);
  const warned = await ok(caution(rep, "It breaks the valve."));
  expect(warned.thread.replies[0]).toMatchObject({ cautions: [{ by: { brand }, reason: "It breaks the valve." }] });
  expect(words(warned.thread.replies[0].post.whole)).toBe("Hit it with a hammer.");
  await ok(caution(await operator(), "Dangerous."));
  const withdrawn = await ok(caution(rep, null));
  expect(withdrawn.thread.replies[0].cautions.map((it) => it.by)).toEqual(["operator"]);
  expect(withdrawn.thread.events.map((event) => event.what).filter((what) => what !== "claimed").map((what) => Object.keys(what)[0])).toEqual(["cautioned", "cautioned", "caution_withdrawn"]);
});

test("where the maker is reached in an emergency is said by a representative, and shown to everybody", async () => {
  const brand = newBrand("p");
  await new Guest(brand).asks();
  const rep = await company(brand);
  const set = (who, link) => who.send("PUT", pathOf(brand, "/emergency"), { link });
  await refused(set(await operator(), "https://a.example"), 403, "not_allowed");
  await refused(set(rep, "javascript:alert(1)"), 422, "unsafe_link", "link");
  await ok(set(rep, "https://kettle.example/emergency"));
  expect((await new Guest(brand).community({ now: Date.now() })).emergency).toBe("https://kettle.example/emergency");
  expect((await new Guest(brand).community({ now: Date.now() + 12 * DAY })).emergency).toBe(null);
});

test("a long thread is read in parts, from its beginning or around a reply", async () => {
  test.slow();
  const brand = newBrand("p");
  const asker = new Guest(brand);
  const thread = await asker.asks();
  const ids = [];
  for (let turn = 0; turn < 70; turn += 1) ids.push(await new Guest(brand).replies(thread, { body: `Reply ${turn}` }));
  const get = (query) => ok(new Guest(brand).send("GET", `/threads/${thread}?${new URLSearchParams(query)}`));
  const first = await get({});
  expect([first.replies.length, first.before, first.next !== null]).toEqual([50, null, true]);
  const around = await get({ around: ids[65] });
  expect([around.replies.map((reply) => reply.id).includes(ids[65]), around.before !== null, around.next]).toEqual([true, true, null]);
  const before = await get({ cursor: around.before });
  expect([before.replies.at(-1).id, ids.indexOf(before.replies[0].id)]).toEqual([ids[60], 11]);
  expect((await get({ around: ids[2] })).replies[0].id).toBe(ids[0]);
  // Without script, links lead to the same parts.
  const page = async (query) => (await send("GET", `/c/${brand}/kettle/${thread}?${query}`)).text;
  const begun = await page("lang=en");
  expect([begun.includes("Reply 49<"), begun.includes("Reply 50<")]).toEqual([true, false]);
  const [, later] = begun.match(/href="[^"]*\?(lang=en&(?:amp;)?part=[^"]+)"/);
  expect((await page(later.replace("&amp;", "&"))).includes("Reply 50<")).toBe(true);
  const answered = await page(`lang=en&at=${ids[65]}`);
  expect([answered.includes("Reply 65<"), answered.includes("Reply 10<"), answered.includes("part=")]).toEqual([true, false, true]);
  for (const cursor of ["b~x", around.before.slice(0, -2) + "AA"]) {
    const answer = await new Guest(brand).send("GET", `/threads/${thread}?${new URLSearchParams({ cursor })}`);
    expect([answer.status, answer.body.error.code]).toEqual([422, "cursor_invalid"]);
  }
  await refused(new Guest(brand).send("GET", `/threads/${thread}?around=nonsense`), 422, "malformed_id", "around");
});

const HOSTILE = [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p><style>*{all:unset}</style>", "javascript:alert(1)", "[x](javascript:alert(1))",
  "[x](java&#09;script:alert(1))", "{{constructor.constructor('alert(1)')()}}", "' OR 1=1; --", "NULL", "undefined", "1;DROP TABLE reply", "../../etc/passwd", "%00",
  "ÅÍÎÏ˝ÓÔÒÚÆ☃", "田中さんにあげて下さい", "🫖👨‍👩‍👧", "الكل في المجمو عة", "Ṱ̺̺o͟ in", "¯\\_(ツ)_/¯", "if(!__proto__){}", "*a **b* c**", "> > > x", "1. a\n   - b", "`` ` ``",
];

test("hostile words go through every new field: nothing runs, nothing is lost", async () => {
  test.slow();
  const brand = newBrand("p");
  const rep = await new Console().signsIn();
  let asker;
  let thread;
  for (const [turn, text] of HOSTILE.entries()) {
    if (turn % 6 === 0) {
      asker = new Guest(brand);
      thread = undefined;
    }
    const line = text.split(/\s+/).join(" ");
    const asked = await ok(asker.ask({ title: line, body: text, mood: "sad", mood_words: line, facts: `system=${line}` }));
    thread = asked.thread.row.id;
    const seen = await new Guest(brand).thread(thread);
    expect([seen.row.title, seen.mood.words, seen.facts[0].value], text).toEqual([line, line, line]);
    if (turn === 0) {
      await rep.proves(brand);
      await rep.claims(brand);
    }
    const reply = await new Guest(brand).replies(thread, { body: text });
    const remark = (await ok(comment(new Guest(brand), reply, { body: text }))).comment;
    expect(words(remark.post.whole).length, text).toBeGreaterThan(0);
    await ok(edit(asker, thread, { title: line, body: `${text} again` }));
    expect((await ok(versions(asker, thread))).source, text).toBe(`${text} again`);
    const { thread: warned } = await ok(rep.send("PUT", pathOf(brand, `/replies/${reply}/caution`), { reason: text }));
    expect(warned.replies[0].cautions[0].reason).toBe(text);
    const page = await send("GET", `/embed/${brand}/kettle?lang=en&thread=${thread}`);
    const [head, html] = [page.bytes.readUInt32LE(0), page.bytes.readUInt32LE(4)];
    const drawn = page.bytes.subarray(16 + head, 16 + head + html).toString();
    for (const tag of ["<script", "<img", "<style", "onerror=alert(1)>\""]) expect(drawn.includes(tag), `${tag} of ${text}`).toBe(false);
    expect(drawn).not.toMatch(/href="(?!https?:|mailto:|\/|#)/i);
  }
});
