// Helpers: what they may know, what they hear of when nobody answers, how they are thanked, what they earn and lose, tags, and
// threads that are the same.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, HOUR, MINUTE, hooks, lettersAfter, lettersTo, newAddress, newBrand, ok, operator, refused } from "../harness/actors.mjs";

/** Somebody with an address. */
async function member(brand, name = "helper", options = {}) {
  const person = new Guest(brand, options);
  const email = newAddress(name);
  await person.joins(email, options);
  return Object.assign(person, { email });
}

const helping = (who, query = {}) => ok(who.send("GET", `/helping?${new URLSearchParams(query)}`));
const hear = (who, product = "kettle", on = true) => who.send("PUT", "/helping", { product, on });
const tags = (who, thread, text) => who.send("PUT", `/threads/${thread}/tags`, { tags: text });
const duplicate = (who, thread, of) => who.send("PUT", `/threads/${thread}/duplicate`, { of });
const levelOf = async (who) => (await who.mine()).levels.find((it) => it.product === "kettle")?.level ?? "new";

/** Lets somebody solve `askers` questions of people with an address and be starred by others. */
async function earn(brand, helper, askers, starred = 0) {
  for (let n = 0; n < askers; n += 1) {
    const asker = await member(brand, "asker");
    const thread = await asker.asks({ title: `Question ${n}` });
    const reply = await helper.replies(thread);
    await ok(asker.accept(reply));
    for (let m = 0; n === 0 && m < starred; m += 1) await ok(new Guest(brand).star(reply));
  }
}

test("scenario 31: nobody answers for 24 and 72 hours, and the ladder happens", async () => {
  const brand = newBrand();
  const asked = Date.now();
  const asker = await member(brand, "asker");
  const thread = await asker.asks({ title: "Why does it whistle?", body: "Since **yesterday**." });
  const helpers = [];
  for (let n = 0; n < 7; n += 1) helpers.push(await member(brand, `helper${n}`));
  for (const helper of helpers) await ok(hear(helper));
  const other = await member(brand, "other");
  await new Guest(brand).asks({ title: "About a lamp", product: "lamp" });
  await ok(hear(other, "lamp"));
  const told = async () => (await Promise.all(helpers.map((helper) => lettersTo(helper.email)))).map((letters) => letters.length);

  await hooks.due(brand, asked + 23 * HOUR);
  expect(await told()).toEqual([0, 0, 0, 0, 0, 0, 0]);
  const day = asked + 24 * HOUR + MINUTE;
  await expect.poll(async () => {
    await hooks.due(brand, day);
    return told();
  }).toEqual([1, 1, 1, 1, 1, 0, 0]);
  const [mail] = await lettersTo(helpers[0].email);
  expect(mail.subject).toBe("Waiting for an answer: Why does it whistle?");
  expect((await lettersTo(other.email)).map((it) => it.subject)).toEqual(["Waiting for an answer: About a lamp"]);
  // The next question goes to those who were not told.
  await new Guest(brand, { now: day }).asks({ title: "Another one" });
  await expect.poll(async () => {
    await hooks.due(brand, day + 24 * HOUR + MINUTE);
    return told();
  }).toEqual([2, 2, 2, 1, 1, 1, 1]);

  const [help] = await lettersAfter(brand, asker.email, 1, { now: asked + 72 * HOUR + MINUTE });
  expect(help.subject).toBe("No answer yet: Why does it whistle?");
  expect(help.text).toContain(`https://${brand}/`);
  expect(help.text).toContain("Why does it whistle?\n\nSince yesterday.");
  await hooks.due(brand, asked + 30 * DAY);
  expect((await lettersTo(asker.email)).length).toBe(1);
  expect(await asker.thread(thread)).toMatchObject({ replies: [] });
});

test("an answer ends the ladder, the asker's own reply does not, and one click ends the mail of a helper", async () => {
  const brand = newBrand();
  const now = Date.now();
  const helper = await member(brand);
  const asker = new Guest(brand);
  const [answered, alone] = [await asker.asks({ title: "Answered" }), await asker.asks({ title: "Alone" })];
  await ok(hear(helper));
  await new Guest(brand).replies(answered);
  await asker.replies(alone);
  const [mail] = await lettersAfter(brand, helper.email, 1, { now: now + 25 * HOUR });
  expect(mail.subject).toContain("Alone");
  expect((await helping(helper)).hears_of).toEqual(["kettle"]);
  expect((await fetch(mail.headers["List-Unsubscribe"].slice(1, -1), { method: "POST" })).status).toBe(200);
  expect((await helping(helper)).hears_of).toEqual([]);
});

test("on an official thread those who act for the brand are called", async () => {
  const brand = newBrand();
  const now = Date.now();
  const asker = new Guest(brand);
  await asker.asks({ title: "Is it safe?" });
  const maker = await new Console().signsIn();
  await maker.proves(brand);
  await hooks.due(brand, now + 25 * HOUR);
  expect(await lettersTo(maker.email)).toEqual([]);
  await maker.claims(brand);
  const [mail] = await lettersAfter(brand, maker.email, 1, { now: now + 73 * HOUR });
  expect([mail.subject, mail.text.includes("has waited for 3 days")]).toEqual(["Waiting for you: Is it safe?", true]);
});

test("hearing of what waits needs an address and a product", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  await guest.asks();
  await refused(hear(guest), 422, "address_needed");
  await refused(hear(new Guest(brand)), 422, "address_needed");
  await guest.joins(newAddress());
  await refused(hear(guest, "toaster"), 422, "unknown_product", "product");
  expect((await ok(hear(guest))).on).toBe(true);
  expect((await ok(hear(guest, "kettle", false))).on).toBe(false);
});

test("what I may know: unanswered first, my products first, never my own and never what I answered", async () => {
  const brand = newBrand();
  const now = Date.now() - DAY;
  const at = (minutes) => new Guest(brand, { now: now + minutes * MINUTE });
  const lamp = await at(0).asks({ product: "lamp", title: "Lamp, oldest" });
  const taken = await at(1).asks({ title: "Kettle, has a reply" });
  await at(2).replies(taken);
  const me = at(3);
  const own = await me.asks({ title: "My own" });
  const kettle = await at(4).asks({ title: "Kettle, waits" });
  const mine = await at(5).asks({ title: "Kettle, I answered" });
  await me.replies(mine);
  await at(6).asks({ kind: "praise", title: "Praise" });
  const titles = async (query) => (await helping(me, query)).questions.map((row) => row.title);
  expect(await titles()).toEqual(["Kettle, waits", "Lamp, oldest", "Kettle, has a reply"]);
  expect(await titles({ product: "lamp" })).toEqual(["Lamp, oldest"]);
  const visitor = await helping(new Guest(brand));
  expect(visitor.questions.map((row) => row.id)).toEqual(expect.arrayContaining([lamp, kettle, own]));
  expect([visitor.solved, visitor.level, visitor.hears_of]).toEqual([0, "new", []]);
});

test("a helper is thanked in one line, and the questions they solved stand by their name", async () => {
  const brand = newBrand();
  const helper = await member(brand);
  const asker = new Guest(brand);
  const thread = await asker.asks();
  const reply = await helper.replies(thread);
  await ok(asker.accept(reply));
  const [mail] = await lettersAfter(brand, helper.email, 1);
  expect(mail.subject).toMatch(/^You solved Guest · \w+’s question$/);
  await ok(asker.accept(reply, false));
  await ok(asker.accept(reply));
  await hooks.due(brand);
  expect((await lettersTo(helper.email)).length).toBe(1);
  const solved = async () => (await new Guest(brand).thread(thread)).replies[0].author.solved;
  expect(await solved()).toBe(1);
  // One's own question solves nobody's, and another product is another figure.
  const own = await helper.asks({ title: "My own" });
  await ok(helper.accept(await helper.replies(own)));
  const lamp = await asker.asks({ product: "lamp", title: "A lamp" });
  await ok(asker.accept(await helper.replies(lamp)));
  expect([await solved(), (await helping(helper)).solved, (await helping(helper, { product: "lamp" })).solved]).toEqual([1, 2, 1]);
  await ok(asker.accept(reply, false));
  expect(await solved()).toBe(0);
});

test("levels are earned from others' acceptance and stars, counted by people, and lost on misuse", async () => {
  const brand = newBrand();
  const helper = await member(brand);
  await earn(brand, helper, 1, 1);
  expect(await levelOf(helper)).toBe("new");
  const thread = await new Guest(brand).asks({ title: "One more" });
  const reply = await helper.replies(thread);
  await refused(helper.star(reply), 422, "own_reply");
  const fan = new Guest(brand);
  await ok(fan.star(reply));
  expect(await levelOf(helper)).toBe("known");
  // The same person again is the same person.
  const more = await helper.replies(thread, { body: "And this." });
  await ok(fan.star(reply, false));
  expect(await levelOf(helper)).toBe("new");
  await ok(fan.star(more));
  expect(await levelOf(helper)).toBe("known");
  // A guest with the same marks has earned nothing.
  const guest = new Guest(brand);
  await earn(brand, guest, 2, 3);
  expect(await levelOf(guest)).toBe("new");
  const person = await operator();
  for (const body of ["Buy this", "And that"]) await ok(person.remove(brand, { thread, reply: await helper.replies(thread, { body }), ground: "spam" }));
  expect(await levelOf(helper)).toBe("new");
});

test("tags: offered from the words, chosen by the asker and by who is known, found in lists", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const thread = await asker.asks({ title: "Handle gets warm on my gas hob", body: "It was a birthday present, and our water is full of limescale." });
  const { offered } = await ok(asker.send("GET", `/threads/${thread}/tags`));
  expect(offered).toEqual(expect.arrayContaining(["gas", "gift", "hard water"]));
  expect((await ok(tags(asker, thread, " Gas, #HARD  water, gas"))).tags).toEqual(["gas", "hard water"]);
  expect((await new Guest(brand).thread(thread)).tags).toEqual(["gas", "hard water"]);
  const listed = async (tag) => (await ok(new Guest(brand).list({ tag }))).rows.map((row) => row.id);
  expect([await listed("gas"), await listed("GAS"), await listed("gift")]).toEqual([[thread], [thread], []]);
  const page = await fetch(`${process.env.CHIE}/c/${brand}/kettle?tag=gift`);
  expect(await page.text()).not.toContain("Handle gets warm");
  await refused(tags(asker, thread, "a, b, c, d"), 422, "malformed", "tags");
  await refused(tags(asker, thread, "x".repeat(25)), 422, "too_long", "tags");
  await refused(tags(asker, thread, "a\u200bb"), 422, "forbidden_character", "tags");
  const helper = await member(brand);
  await refused(tags(helper, thread, "gift"), 403, "not_allowed");
  await earn(brand, helper, 2, 2);
  expect((await ok(tags(helper, thread, "gas, gift"))).tags).toEqual(["gas", "gift"]);
  expect((await ok(tags(asker, thread, ""))).tags).toEqual([]);
  const japanese = await asker.asks({ title: "母の日にいただきました。ガス火で使えますか" });
  expect((await ok(asker.send("GET", `/threads/${japanese}/tags`))).offered).toEqual(expect.arrayContaining(["ガス", "贈り物"]));
});

test("a thread that is the same as another leads there, tells its followers, and comes back", async () => {
  const brand = newBrand();
  const helper = await member(brand);
  await earn(brand, helper, 6, 8);
  expect(await levelOf(helper)).toBe("trusted");
  const asker = await member(brand, "asker");
  const master = await new Guest(brand).asks({ title: "The whistle stays silent", body: "No sound at all." });
  const thread = await asker.asks({ title: "Whistle silent after descaling" });
  await refused(duplicate(new Guest(brand), thread, master), 403, "not_allowed");
  await refused(duplicate(helper, thread, thread), 422, "same_thread", "of");
  const marked = await ok(duplicate(helper, thread, master));
  expect([marked.thread.duplicate.thread.id, marked.thread.duplicate.by.member]).toEqual([master, (await helper.mine()).me.member]);
  const [mail] = await lettersAfter(brand, asker.email, 1);
  expect(mail.text).toContain(`/c/${brand}/kettle/${master}`);
  expect((await asker.mine()).following).toEqual(expect.arrayContaining([thread, master]));
  const found = (await new Guest(brand).likely("whistle silent descaling", "kettle")).likely.map((it) => it.row.id);
  expect([found.includes(master), found.includes(thread)]).toEqual([true, false]);
  // No circle, and no chain: what points to a duplicate points to where that goes on.
  await refused(duplicate(helper, master, thread), 422, "same_thread", "of");
  const third = await asker.asks({ title: "Silent again" });
  expect((await ok(duplicate(asker, third, thread))).thread.duplicate.thread.id).toBe(master);
  // Only the same person or the brand undoes it; the brand's undoing counts against whoever said it.
  await refused(duplicate(asker, thread, null), 403, "not_allowed");
  const maker = await new Console().signsIn();
  await maker.proves(brand);
  await maker.claims(brand);
  const settled = await ok(maker.send("PUT", `/v1/communities/${brand}/threads/${thread}/duplicate-mark`, { of: null }));
  expect(settled.thread.duplicate).toBe(null);
  expect((await asker.mine()).following).toEqual(expect.arrayContaining([thread]));
  expect(await levelOf(helper)).toBe("known");
  expect((await ok(duplicate(asker, third, null))).thread.duplicate).toBe(null);
});
