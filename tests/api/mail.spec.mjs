// Mail about threads: to whom, when, how often, in which language, and how it ends. The outside world's mailboxes show what went
// out; its mail server can fail before or after it has taken a message.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, HOUR, MINUTE, behave, hooks, lettersAfter, lettersTo, mailTo, misbehave, newAddress, newBrand, ok, operator, origins, send } from "../harness/actors.mjs";
import { MAIL_HOOK_KEY, OPERATOR } from "../harness/stack.mjs";

test.afterEach(behave);

/** Somebody who asked and can be written to. */
async function asker(brand, { lang, ...fields } = {}) {
  const guest = new Guest(brand);
  const thread = await guest.asks({ title: "Why does it whistle?", ...fields });
  const email = newAddress("asker");
  await guest.joins(email, { lang });
  return { guest, thread, email };
}

const stopLink = (mail) => mail.headers["List-Unsubscribe"].slice(1, -1);

test("scenario 3: who has it too gets one mail when it is solved, and none else", async () => {
  const brand = newBrand();
  const { guest, thread, email } = await asker(brand);
  const sharer = new Guest(brand);
  await ok(sharer.meToo(thread));
  const sharers = newAddress("sharer");
  await sharer.joins(sharers);
  const first = await new Guest(brand).replies(thread, { body: "It boils." });
  await lettersAfter(brand, email, 1);
  expect(await lettersTo(sharers)).toEqual([]);
  await ok(guest.accept(first));
  const [mail] = await lettersAfter(brand, sharers, 1);
  expect(mail.subject).toBe("Solved: Why does it whistle?");
  expect(mail.text).toContain(`/c/${brand}/kettle/${thread}`);
  await ok(guest.accept(first, false));
  await ok(guest.accept(first));
  await new Guest(brand).replies(thread, { body: "Late." });
  for (const later of [HOUR, 2 * DAY, 9 * DAY]) await hooks.due(brand, Date.now() + later);
  expect((await lettersTo(sharers)).length).toBe(1);
  // The asker, who solved it, is not told that it is solved.
  expect((await lettersTo(email)).map((it) => it.subject).filter((subject) => subject.startsWith("Solved"))).toEqual([]);
});

test("one mail for a visit or a day, and none for one's own replies", async () => {
  const brand = newBrand();
  const { guest, thread, email } = await asker(brand);
  const helper = new Guest(brand);
  await guest.replies(thread, { body: "Nobody?" });
  await hooks.due(brand);
  expect(await lettersTo(email)).toEqual([]);
  await helper.replies(thread, { body: "It **boils**.\n\n- one\n- two", name: "Ben" });
  const [mail] = await lettersAfter(brand, email, 1);
  expect(mail.subject).toBe("Ben answered: Why does it whistle?");
  expect(mail.text).toContain("> It boils.\n>\n> - one\n> - two");
  expect(mail.html).toContain("<strong>boils</strong>");
  for (const text of [mail.text, mail.html]) expect(text).toContain(`${brand} does not run it`);
  await helper.replies(thread, { body: "And more." });
  await helper.replies(thread, { body: "And more still." });
  await hooks.due(brand);
  expect((await lettersTo(email)).length).toBe(1);
  await guest.thread(thread);
  await helper.replies(thread, { body: "After a visit." });
  await lettersAfter(brand, email, 2);
  const tomorrow = Date.now() + DAY + MINUTE;
  await new Guest(brand, { now: tomorrow }).replies(thread, { body: "Another day." });
  await lettersAfter(brand, email, 3, { now: tomorrow });
});

test("mail is in the reader's language and its words are safe", async () => {
  const brand = newBrand();
  const { thread, email } = await asker(brand, { lang: "ja", title: "笛が <b>鳴りません</b> & 困っています" });
  await new Guest(brand).replies(thread, { body: "<script>alert(1)</script> [x](javascript:alert(1))", name: "<i>Ben</i>" });
  const [mail] = await lettersAfter(brand, email, 1);
  expect(mail.subject).toBe("<i>Ben</i>さんから返信：笛が <b>鳴りません</b> & 困っています");
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.html).toContain('<html lang="ja">');
  expect(mail.html).not.toMatch(/<script|<i>Ben|<b>鳴|javascript:alert\(1\)"/);
  expect(mail.html).toContain("&lt;script&gt;");
  expect(mail.text).toContain("が運営するものではありません");
});

test("a letter survives a mail server that fails, and one that takes it and fails sends it once", async () => {
  const brand = newBrand();
  const { thread, email } = await asker(brand);
  await misbehave({ mail: "fail" });
  await new Guest(brand).replies(thread);
  const now = Date.now();
  for (const later of [0, MINUTE, 5 * MINUTE]) await hooks.due(brand, now + later);
  expect(await lettersTo(email)).toEqual([]);
  await misbehave({ mail: "take_and_fail" });
  await hooks.due(brand, now + HOUR);
  await hooks.due(brand, now + 2 * HOUR);
  await behave();
  for (const later of [3, 4, 12]) await hooks.due(brand, now + later * HOUR);
  const letters = await lettersAfter(brand, email, 1, { now: now + 20 * HOUR });
  expect(letters[0].number).toContain(brand);
  // The directory is told all the same while mail fails.
  await misbehave({ mail: "fail" });
  await new Guest(brand).asks({ title: "Another", product: "lamp" });
  await hooks.due(brand, now + DAY);
  const listed = await ok(send("GET", `/v1/directory?q=${brand}`));
  expect(listed.brands[0].products.map((product) => product.key).sort()).toEqual(["kettle", "lamp"]);
});

test("a held post is mailed to nobody, and a removed one is taken back out of the post", async () => {
  const brand = newBrand();
  const { thread, email } = await asker(brand);
  await new Guest(brand).replies(thread, { body: "[a](https://a.example) [b](https://b.example) [c](https://c.example)" });
  await hooks.due(brand);
  const person = await operator();
  await misbehave({ mail: "fail" });
  const reply = await new Guest(brand).replies(thread, { body: "Buy this" });
  await hooks.due(brand);
  await ok(person.remove(brand, { thread, reply, ground: "spam" }));
  await behave();
  await hooks.due(brand, Date.now() + HOUR);
  expect(await lettersTo(email)).toEqual([]);
});

test("mail stops by one click of a mail program, and by a button, and by nothing else", async () => {
  const brand = newBrand();
  const { guest, thread, email } = await asker(brand);
  await new Guest(brand).replies(thread);
  const [mail] = await lettersAfter(brand, email, 1);
  expect(mail.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  const link = stopLink(mail);
  expect(mail.text).toContain(link);
  // Looking is no stopping: mail programs look.
  const page = await fetch(link);
  expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await page.text()).toMatch(/<form[^>]*method="post"/);
  expect((await guest.mine()).following).toEqual([thread]);
  const forged = link.replace(/\.[^.?]+(\?|$)/, `.${"A".repeat(43)}$1`);
  expect((await fetch(forged, { method: "POST" })).status).toBe(410);
  expect((await guest.mine()).following).toEqual([thread]);
  const stopped = await fetch(link, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
  expect(stopped.status).toBe(200);
  expect((await guest.mine()).following).toEqual([]);
  await new Guest(brand).replies(thread, { body: "After." });
  await ok(guest.follow(thread));
  // Everything at once, from the page's second button.
  expect((await fetch(link, { method: "POST", body: new URLSearchParams({ stop: "everything" }) })).status).toBe(200);
  const later = Date.now() + 2 * DAY;
  await new Guest(brand, { now: later }).replies(thread, { body: "Later." });
  await hooks.due(brand, later);
  expect((await lettersTo(email)).length).toBe(1);
  // A session is no link to stop mail.
  expect((await fetch(`${origins().chie}/stop/${guest.session}`, { method: "POST" })).status).toBe(410);
});

test("a status that the brand sets is told once, with its reason, and nobody's address is seen by the brand", async () => {
  const brand = newBrand();
  const { thread, email } = await asker(brand, { kind: "problem" });
  const maker = await new Console().signsIn();
  await maker.proves(brand);
  await maker.claims(brand);
  await ok(maker.setStatus(brand, thread, { word: "as_designed", reason: "It locks on purpose." }));
  const [mail] = await lettersAfter(brand, email, 1);
  expect(mail.subject).toContain("Works as designed");
  expect(mail.text).toContain("It locks on purpose.");
  expect(mail.text).toContain(`${brand} is in this thread officially.`);
  await ok(maker.setStatus(brand, thread, { word: "solved" }));
  await lettersAfter(brand, email, 2);
  await ok(maker.setStatus(brand, thread, { word: "solved" }));
  await hooks.due(brand);
  expect((await lettersTo(email)).length).toBe(2);
  for (const text of [JSON.stringify(await maker.desk(brand)), JSON.stringify(await new Guest(brand).thread(thread))]) {
    expect(text).not.toContain(email.split("@")[0]);
  }
});

test("danger in an official thread wakes those who act for the brand: one mail for each post, none for what is held or gone", async () => {
  const brand = newBrand();
  const maker = await new Console().signsIn();
  const before = new Guest(brand);
  const calm = await before.asks({ title: "Which tea is best?" });
  await maker.proves(brand);
  const fan = await before.asks({ title: "Smoke comes out" });
  await hooks.due(brand);
  expect(await lettersTo(maker.email), "a thread of the customers is the operator's to look at").toEqual([]);
  expect((await mailTo(OPERATOR)).filter((mail) => mail.text.includes(fan)).length).toBe(1);
  await maker.claims(brand);
  // Three in the morning in London, noon in Tokyo: somebody burns now.
  const night = Math.ceil(Date.now() / DAY) * DAY + 3 * HOUR;
  const asker = new Guest(brand, { now: night });
  const fire = await asker.asks({ product: "lamp", product_name: "Desk Lamp", title: "It caught fire" });
  await hooks.due(brand, night + MINUTE);
  const [mail] = await lettersAfter(brand, maker.email, 1, { now: night + MINUTE });
  expect(mail.subject).toBe("Desk Lamp: words of danger in “It caught fire”");
  expect(mail.text).toContain(`/c/${brand}/lamp/${fire}`);
  expect(mail.html).toContain("The writer was shown what to do");
  // The same post changed is the same post; another post is another mail, in a thread that was calm too.
  await ok(asker.send("PUT", `/posts/${fire}`, { title: "It caught fire again" }));
  await hooks.due(brand, night + 2 * MINUTE);
  const helper = new Guest(brand, { now: night });
  await helper.replies(calm, { body: "Mine gave me an electric shock" });
  const letters = await lettersAfter(brand, maker.email, 2, { now: night + 3 * MINUTE });
  expect(letters[0].text).toContain("> Mine gave me an electric shock");
  // Neither what waits for the operator nor what is gone by then is mailed.
  await new Guest(brand, { now: night }).replies(calm, { body: "It burnt me [a](https://a.example) [b](https://b.example) [c](https://c.example)" });
  await misbehave({ mail: "fail" });
  const gone = await helper.replies(calm, { body: "Smoke everywhere" });
  await hooks.due(brand, night + 4 * MINUTE);
  await ok(helper.send("DELETE", `/posts/${gone}`));
  await behave();
  for (const later of [HOUR, 2 * HOUR]) await hooks.due(brand, night + later);
  expect((await lettersTo(maker.email)).length).toBe(2);
});

test("every mail can be looked at in development, in both languages, and nothing in one comes from elsewhere", async () => {
  const list = await (await fetch(`${origins().chie}/dev/mail`)).text();
  const links = [...list.matchAll(/href="(\/dev\/mail\/[^"]+)"/g)].map(([, path]) => path);
  const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const listed = (path) => Number(source(path).match(/pub const ALL: \[Self; (\d+)\]/)[1]);
  // Letters, what a place's people are told, a code, a digest, and the operator's alarm; twice.
  expect(links.length).toBe(2 * (listed("domain/src/letter.rs") + listed("domain/src/tiding.rs") + 3));
  for (const path of links) {
    const answer = await send("GET", path);
    expect([answer.status, answer.text.includes("<main")], path).toEqual([200, true]);
    expect(answer.text, path).not.toMatch(/\{\w+\}|<img|<script|@import|url\(|\bsrc=/);
    expect(answer.text, path).toContain('<meta name="color-scheme" content="light dark">');
  }
  expect(list).not.toMatch(/\{\w+\}/);
});

/** What a provider tells, signed as Standard Webhooks are. */
function told(body, { at = Date.now(), key = MAIL_HOOK_KEY, names = "webhook", spoil = (text) => text } = {}) {
  const [id, seconds, text] = ["msg_1", String(Math.floor(at / 1000)), JSON.stringify(body)];
  const signature = createHmac("sha256", Buffer.from(key.replace("whsec_", ""), "base64")).update(`${id}.${seconds}.${text}`).digest("base64");
  return send("POST", "/mail/events", { raw: spoil(text), headers: { [`${names}-id`]: id, [`${names}-timestamp`]: seconds, [`${names}-signature`]: `v1,AAAA v1,${signature}` } });
}
const bounced = (email, kind = "Permanent") => ({ type: "email.bounced", data: { to: [email], bounce: { type: kind } } });

test("mail that comes back ends letters to that address, and a code that arrives begins them again", async () => {
  const brand = newBrand();
  const { guest, thread, email } = await asker(brand);
  for (const forged of [told(bounced(email), { key: "whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUE=" }), told(bounced(email), { at: Date.now() - HOUR }), told(bounced(email), { spoil: (text) => text.replace("Permanent", "permanent") }), send("POST", "/mail/events", { body: bounced(email) })]) {
    expect((await forged).status).toBe(401);
  }
  expect((await told(bounced(email, "Transient"))).status).toBe(204);
  expect((await told({ type: "email.delivered", data: { to: [email] } })).status).toBe(204);
  await new Guest(brand).replies(thread);
  await lettersAfter(brand, email, 1);
  // Now it is gone for good.
  expect((await told(bounced(email), { names: "svix" })).status).toBe(204);
  await guest.thread(thread);
  await new Guest(brand).replies(thread, { body: "Second." });
  for (const later of [0, HOUR, 7 * HOUR]) await hooks.due(brand, Date.now() + later);
  expect((await lettersTo(email)).length).toBe(1);
  // Nobody is told of it.
  expect(JSON.stringify([await guest.mine(), await guest.thread(thread), await guest.community()])).not.toMatch(/bounce|undeliver/i);
  await guest.joins(email);
  await guest.thread(thread);
  await new Guest(brand).replies(thread, { body: "Third." });
  await lettersAfter(brand, email, 2);
  expect((await told({ type: "email.complained", data: { to: [email, "no address"] } })).status).toBe(204);
  await guest.thread(thread);
  await new Guest(brand).replies(thread, { body: "Fourth." });
  await hooks.due(brand);
  expect((await lettersTo(email)).length).toBe(2);
  // An address that nobody ever wrote to leaves no trace, and rubbish is said to be that.
  expect((await told(bounced(newAddress()))).status).toBe(204);
  expect((await told({ type: 1 })).status).toBe(400);
});

test("what happens to one person in many places at once is one mail, however often it is tried", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  const threads = [];
  for (let n = 0; n < 4; n += 1) threads.push(await guest.asks({ title: `Question <${n}>` }));
  const email = newAddress("many");
  await guest.joins(email);
  await misbehave({ mail: "take_and_fail" });
  for (const thread of threads) await new Guest(brand).replies(thread, { body: "Yes." });
  await hooks.due(brand);
  await behave();
  await hooks.due(brand, Date.now() + HOUR);
  const letters = await lettersTo(email);
  const digests = letters.filter((mail) => mail.number?.includes("digest"));
  // The object's own alarm may have sent the first ones by themselves before there were three.
  expect(digests.length).toBeLessThanOrEqual(1);
  const text = letters.map((mail) => mail.text).join("\n");
  for (const thread of threads) expect(text.split(`/${thread}?`).length - 1, "each is told once").toBe(1);
  for (const mail of digests) {
    expect(mail.subject).toMatch(/^.*: \d things happened$/);
    expect(mail.html).toContain("Question &lt;");
    expect(mail.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect((await fetch(mail.headers["List-Unsubscribe"].slice(1, -1), { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) })).status).toBe(200);
  }
});
