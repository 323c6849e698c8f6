// Following and private links: what is posted is followed, what is followed is kept when a guest joins, and a guest's link brings
// them back until it is renewed, taken back or made needless.
import { expect, test } from "@playwright/test";
import { Guest, newAddress, newBrand, ok, origins, refused } from "../harness/actors.mjs";

const secretOf = (link) => link.split("#")[1].split("/")[1];

test("posting follows, sharing follows, and anybody may follow and stop", async () => {
  const brand = newBrand();
  const [asker, sharer, reader] = [1, 2, 3].map(() => new Guest(brand));
  const thread = await asker.asks();
  expect((await asker.mine()).following).toEqual([thread]);
  await ok(sharer.meToo(thread));
  expect((await sharer.mine()).following).toEqual([thread]);
  await ok(sharer.meToo(thread, false));
  expect((await sharer.mine()).following).toEqual([]);
  const made = await ok(reader.follow(thread));
  expect([made.on, typeof made.session]).toEqual([true, "string"]);
  expect((await ok(reader.follow(thread))).on).toBe(true);
  expect((await reader.mine()).following).toEqual([thread]);
  expect((await ok(reader.follow(thread, false))).on).toBe(false);
  expect((await reader.mine()).following).toEqual([]);
  // Stopping makes no guest of anybody.
  const nobody = new Guest(brand);
  expect((await ok(nobody.follow(thread, false))).session).toBe(null);
});

test("joining keeps posts, what was shared and what was followed", async () => {
  const brand = newBrand();
  const [asker, other] = [new Guest(brand), new Guest(brand)];
  const [own, shared, followed] = [await asker.asks(), await other.asks({ title: "Shared" }), await other.asks({ title: "Followed" })];
  await ok(asker.meToo(shared));
  await ok(asker.follow(followed));
  const { mine } = await asker.joins(newAddress());
  expect([mine.asked, mine.me_too, mine.following.toSorted()]).toEqual([[own], [shared], [own, shared, followed].sort()]);
  const sorted = (it) => ({ ...it, following: it.following.toSorted() });
  expect(sorted(await asker.mine())).toEqual(sorted(mine));
});

test("a private link brings a guest back, each time with a session of its own", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const thread = await asker.asks();
  const { link } = await ok(asker.keepLink(thread));
  const address = new URL(link);
  expect([address.origin, address.pathname, address.search.includes(secretOf(link))]).toEqual([origins().chie, "/keep", false]);
  for (const site of [origins().chie, "https://elsewhere.example"]) {
    const back = new Guest(brand, { site });
    const answer = await ok(back.comeBack(secretOf(link)));
    expect([answer.thread, answer.product, answer.mine.asked]).toEqual([thread, "kettle", [thread]]);
    expect(back.session).not.toBe(asker.session);
    expect((await back.mine()).asked).toEqual([thread]);
    // It is the asker: they may accept.
    const reply = await new Guest(brand).replies(thread);
    await ok(back.accept(reply));
  }
});

test("a private link ends when it is renewed, taken back, or when an address is confirmed; the end looks always the same", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const thread = await asker.asks();
  const link = async () => secretOf((await ok(asker.keepLink(thread))).link);
  const over = async (secret) => refused(new Guest(brand).comeBack(secret), 422, "link_over", "secret");
  const first = await link();
  const second = await link();
  const message = (await over(first)).message;
  await ok(new Guest(brand).comeBack(second));
  await ok(asker.revokeKeepLink(thread));
  const third = await over(second).then(link);
  await asker.joins(newAddress());
  for (const secret of [second, third, "", "never made", third.toUpperCase(), `${third}x`]) expect((await over(secret)).message).toBe(message);
  await refused(asker.keepLink(thread), 422, "has_address");
});

test("a private link is for one's own thread in one's own community", async () => {
  const [here, elsewhere] = [newBrand(), newBrand()];
  const asker = new Guest(here);
  const thread = await asker.asks();
  await new Guest(elsewhere).asks();
  const stranger = new Guest(here);
  await stranger.asks({ title: "Another" });
  for (const who of [stranger, new Guest(here)]) {
    await refused(who.keepLink(thread), 403, "not_allowed");
    await refused(who.revokeKeepLink(thread), 403, "not_allowed");
  }
  const secret = secretOf((await ok(asker.keepLink(thread))).link);
  await refused(new Guest(elsewhere).comeBack(secret), 422, "link_over", "secret");
});

test("the page of a private link holds nothing of it and is kept by nobody", async () => {
  for (const lang of ["en", "ja"]) {
    const answer = await fetch(`${origins().chie}/keep?lang=${lang}`);
    expect([answer.status, answer.headers.get("cache-control"), answer.headers.get("referrer-policy")]).toEqual([200, "no-store", "no-referrer"]);
    expect(await answer.text()).toContain('src="/keep.js"');
  }
});

test("the first answer's wait is told honestly or not at all", async () => {
  const brand = newBrand();
  const now = Date.now();
  const asker = new Guest(brand, { now });
  expect((await ok(asker.ask())).first_answer).toBe(null);
  for (let n = 0; n < 5; n += 1) {
    const thread = await asker.asks({ title: `Number ${n}` });
    await asker.replies(thread, { body: "Still asking." });
    await new Guest(brand, { now: now + (n + 1) * 600_000 }).replies(thread);
  }
  expect((await ok(asker.ask({ title: "And now?" }, { now: now + 3_600_000 }))).first_answer).toBe(30);
  expect((await ok(asker.ask({ title: "About another product", product: "lamp" }, { now: now + 3_600_000 }))).first_answer).toBe(null);
});
