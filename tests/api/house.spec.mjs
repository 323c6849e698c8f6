// The house and its rules: flags, appeals, the operator's queue over all brands, decisions with mail, what a brand may not do, requests
// from outside, and the public record.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, hooks, lettersTo, mailTo, newAddress, newBrand, ok, operator, pathOf, refused, send } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";

const flag = (who, about, ground = "personal_data", more = {}) => who.send("POST", "/flags", { about, ground, ...more });
const decide = (judge, brand, body) => judge.send("POST", pathOf(brand, "/decisions"), body);
const matter = (judge, brand, about) => ok(judge.send("GET", pathOf(brand, `/matters/${about}`)));
const record = async (brand, ground, asked) => {
  const { lines } = await ok(send("GET", pathOf(brand, "/record"), { now: Date.now() }));
  const { number, upheld, not_upheld } = lines.find((line) => line.ground === ground).by.find((by) => by.asked === asked);
  return [number, upheld, not_upheld];
};

/** A thread with a reply of a member who reads mail. */
async function scene() {
  const brand = newBrand("h");
  const thread = await new Guest(brand).asks({ title: "The lid sticks" });
  const author = new Guest(brand);
  const reply = await author.replies(thread, { body: "Ask Quetzalcoatl at the mill." });
  const address = newAddress("author");
  await author.joins(address);
  return { brand, thread, author, reply, address };
}

/** Who waits in the queue over all brands, of one brand. */
async function waiting(judge, brand) {
  const { lines } = await ok(judge.send("GET", "/v1/house"));
  return lines.filter((line) => line.brand === brand);
}

test("flagged, hidden at once, appealed, decided, appealed again, restored; each time the author is told", async () => {
  const { brand, thread, author, reply, address } = await scene();
  const told = async () => { await hooks.due(brand); return (await mailTo(address)).map((mail) => mail.subject).filter((subject) => subject.startsWith(brand)); };
  const judge = await operator();
  expect(await ok(flag(new Guest(brand), reply))).toEqual({ hidden: true });
  for (const reader of [new Guest(brand), author]) {
    const seen = await reader.thread(thread, { now: Date.now() });
    expect(JSON.stringify(seen).includes("Quetzalcoatl")).toBe(reader === author);
  }
  const stated = await ok(author.send("GET", `/statements/${reply}`));
  expect([stated.ground, stated.verdict, stated.asked, stated.rules]).toEqual(["personal_data", null, "visitors", 1]);
  await refused(new Guest(brand).send("GET", `/statements/${reply}`), 404, "not_found");
  await expect.poll(told).toHaveLength(1);

  await ok(author.send("POST", "/appeals", { about: reply, words: "It is a shop, open to all." }));
  await refused(author.send("POST", "/appeals", { about: reply, words: "Again." }), 409, "already_appealed");
  await expect.poll(async () => { await hooks.due(brand); return (await waiting(judge, brand)).map((line) => [line.about, line.waits, line.hidden]); })
    .toEqual([[reply, "appealed", true]]);
  const seen = await matter(judge, brand, reply);
  expect([seen.sight, seen.appeal.words, seen.flags.map((it) => it.ground), seen.place.title]).toEqual(["hidden", "It is a shop, open to all.", ["personal_data"], "The lid sticks"]);
  expect(JSON.stringify(seen.words)).toContain("Quetzalcoatl");

  await refused(decide(judge, brand, { about: reply, verdict: "removed" }), 422, "ground_missing", "ground");
  await ok(decide(judge, brand, { about: reply, verdict: "removed", ground: "personal_data", words: "A person is named." }));
  expect((await new Guest(brand).thread(thread, { now: Date.now() })).replies[0].post).toEqual({ removed: "personal_data" });
  await expect.poll(async () => { await hooks.due(brand); return (await waiting(judge, brand)).length; }).toBe(0);
  await expect.poll(told).toHaveLength(2);
  const letter = (await mailTo(address)).find((mail) => mail.text.includes("A person is named."));
  expect(letter.text).toContain("Leave out private facts");

  // There is one operator here: the same one looks again, after a day.
  await ok(author.send("POST", "/appeals", { about: reply, words: "The name is on the maker's page." }));
  await refused(decide(judge, brand, { about: reply, verdict: "kept" }), 422, "after_a_day");
  const tomorrow = Object.assign(Object.create(judge), { now: Date.now() + DAY + 1000 });
  await ok(decide(tomorrow, brand, { about: reply, verdict: "kept" }));
  expect(Object.keys((await new Guest(brand).thread(thread, { now: Date.now() })).replies[0].post)).toEqual(["whole"]);
  await expect.poll(async () => { await hooks.due(brand, Date.now() + DAY + 2000); return (await told()).length; }).toBe(3);
  const { appeals, appeals_upheld } = await ok(send("GET", pathOf(brand, "/record"), { now: Date.now() }));
  expect([appeals, appeals_upheld, await record(brand, "personal_data", "visitors")]).toEqual([2, 1, [1, 1, 0]]);
  expect(await lettersTo(address)).toEqual([]);
});

test("what somebody flagged and appealed against goes along with their own, with what came of it, and with nobody else's", async () => {
  const { brand, author, reply } = await scene();
  const flagger = new Guest(brand);
  await flagger.asks({ title: "Does it rust?" });
  await ok(flag(flagger, reply, "personal_data", { words: "Xochimilco is why." }));
  await ok(author.send("POST", "/appeals", { about: reply, words: "It is a shop." }));
  const [theirs, own] = [await ok(flagger.send("GET", "/me/export")), await ok(author.send("GET", "/me/export"))];
  expect(theirs.flags).toEqual([{ about: reply, ground: "personal_data", words: "Xochimilco is why.", at: expect.any(Number), decided: null }]);
  expect([theirs.appeals, own.flags]).toEqual([[], []]);
  expect(own.appeals).toEqual([{ about: reply, words: "It is a shop.", at: expect.any(Number), decided: null }]);
  const judge = await operator();
  await ok(decide(judge, brand, { about: reply, verdict: "kept" }));
  expect((await ok(flagger.send("GET", "/me/export"))).flags[0].decided).toEqual([expect.any(Number), "kept"]);
  expect((await ok(author.send("GET", "/me/export"))).appeals[0].decided).toEqual([expect.any(Number), "kept"]);
  // Joining takes both along.
  await flagger.joins(newAddress("flagger"));
  expect((await ok(flagger.send("GET", "/me/export"))).flags).toHaveLength(1);
});

test("the queue over all brands holds no words, survives repetition, and is mended by reconciling", async () => {
  const { brand, reply } = await scene();
  const judge = await operator();
  await ok(flag(new Guest(brand), reply, "threat", { words: "Xochimilco is why." }));
  const line = async () => { await hooks.due(brand); return waiting(judge, brand); };
  await expect.poll(async () => (await line()).length).toBe(1);
  const { text } = await judge.send("GET", "/v1/house");
  expect(text).not.toMatch(/Xochimilco|Quetzalcoatl/);
  await hooks.due(brand);
  expect(await line()).toHaveLength(1);
  await hooks.spoil(brand);
  expect(await waiting(judge, brand)).toHaveLength(0);
  await expect.poll(async () => { await hooks.reconcile(); return (await waiting(judge, brand)).length; }).toBe(1);
});

test("a brand flags like a trusted member, may do nothing else against others' words, and stands in a column of its own", async () => {
  const { brand, thread, reply } = await scene();
  const rep = await new Console().signsIn();
  await refused(rep.send("POST", pathOf(brand, "/brand-flags"), { about: reply, ground: "hostility" }), 403, "not_allowed");
  await rep.proves(brand);
  await rep.claims(brand);
  const words = await new Guest(brand).replies(thread, { body: "Acme never answers." });
  expect(await ok(rep.send("POST", pathOf(brand, "/brand-flags"), { about: words, ground: "hostility" }))).toEqual({ hidden: false });
  expect(await ok(rep.send("POST", pathOf(brand, "/brand-flags"), { about: words, ground: "hostility" }))).toEqual({ hidden: false });
  const judge = await operator();
  expect((await matter(judge, brand, words)).flags.map(({ asked, weight }) => [asked, weight])).toEqual([["brand", 4]]);
  for (const [method, rest, body] of [
    ["POST", "/removals", { thread, reply: words, ground: "hostility" }],
    ["POST", "/decisions", { about: words, verdict: "hidden", ground: "hostility" }],
    ["GET", `/matters/${words}`],
    ["PUT", `/posts/${words}`, { body: "All is well." }],
    ["DELETE", `/posts/${words}`],
    ["PUT", `/replies/${words}/accepted`, { on: true }],
  ]) await refused(rep.send(method, pathOf(brand, rest), body), 403, (await rep.send(method, pathOf(brand, rest), body)).body.error.code);
  await refused(rep.send("GET", "/v1/house"), 403, "not_allowed");
  await ok(decide(judge, brand, { about: words, verdict: "kept" }));
  expect(await record(brand, "hostility", "brand")).toEqual([1, 0, 1]);
  expect(await record(brand, "hostility", "visitors")).toEqual([0, 0, 0]);
});

test("somebody outside asks without an account; it is never public, and they learn what came of it", async () => {
  const { brand, thread, reply } = await scene();
  const asked = await ok(send("POST", pathOf(brand, "/requests"), { body: { post: reply, ground: "personal_data", words: "Tenochtitlan is my name." } }));
  expect([asked.hidden, asked.receipt.length]).toEqual([true, 32]);
  const everything = await new Guest(brand).thread(thread, { now: Date.now() });
  expect(JSON.stringify(everything)).not.toContain("Tenochtitlan");
  const judge = await operator();
  expect((await matter(judge, brand, reply)).waits).toBe("requested");
  expect(await record(brand, "personal_data", "outsiders")).toEqual([1, 0, 0]);
  await refused(send("POST", pathOf(brand, "/requests"), { body: { post: "r_" + "0".repeat(26), ground: "spam", words: "x" } }), 404, "not_found");
});

test("a photo alone is hidden, and gone when it is removed", async () => {
  const brand = newBrand("h");
  const author = new Guest(brand);
  const first = await author.asks();
  await author.joins(newAddress());
  const { id } = await ok(author.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  const reply = await author.replies(first, { photos: [{ id }] });
  const status = async () => (await send("GET", `/p/${id}`)).status;
  await expect.poll(status).toBe(200);
  expect(await ok(flag(new Guest(brand), id))).toEqual({ hidden: true });
  await expect.poll(status).toBe(404);
  expect(Object.keys((await new Guest(brand).thread(first, { now: Date.now() })).replies.find((it) => it.id === reply).post)).toEqual(["whole"]);
  const judge = await operator();
  expect((await matter(judge, brand, id)).photos).toHaveLength(1);
  await ok(decide(judge, brand, { about: id, verdict: "kept" }));
  await expect.poll(status).toBe(200);
  await ok(decide(judge, brand, { about: id, verdict: "removed", ground: "personal_data" }));
  await expect.poll(status).toBe(404);
});

test("a community is closed on a ground that everybody can read, and opened again", async () => {
  const { brand, thread } = await scene();
  const judge = await operator();
  await refused(decide(judge, brand, { about: "community", verdict: "hidden", ground: "unlawful" }), 422, "not_fitting");
  await ok(decide(judge, brand, { about: "community", verdict: "taken_down", ground: "unlawful" }));
  await refused(new Guest(brand).send("GET", `/threads/${thread}`, undefined, { now: Date.now() }), 404, "unknown_thread");
  await refused(new Guest(brand).ask(), 410, "taken_down");
  await expect.poll(async () => { await hooks.due(brand); return (await ok(send("GET", `/v1/directory?q=${brand}`))).brands.length; }).toBe(0);
  const { taken_down } = await ok(send("GET", pathOf(brand, "/record"), { now: Date.now() }));
  expect(taken_down[1]).toBe("unlawful");
  await ok(decide(judge, brand, { about: "community", verdict: "kept" }));
  expect((await new Guest(brand).thread(thread, { now: Date.now() })).row.id).toBe(thread);
});
