// Claiming, releasing, and the official voice: what it makes of threads, and what it never does.
import { expect, test } from "@playwright/test";
import { Console, Guest, HOUR, newBrand, newKey, ok, refused } from "../harness/actors.mjs";

/** A brand with three threads of two products and a representative who has proven the domain. */
async function proven(brand = newBrand()) {
  const guest = new Guest(brand);
  const threads = {
    kettle: await guest.asks({ title: "Kettle one", kind: "problem" }),
    other: await new Guest(brand).asks({ title: "Kettle two" }),
    lamp: await new Guest(brand).asks({ title: "Lamp one", product: "lamp", product_name: "Lamp", kind: "idea" }),
  };
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  return { brand, guest, threads, owner };
}

/** Which threads read as official, for a reader without any credentials. */
async function official(brand, now) {
  const { rows } = await ok(new Guest(brand, { now }).list({ limit: 50 }));
  return rows.filter((row) => row.steward !== "fan_made").map((row) => row.title).sort();
}

test("one thread, a product, all, and back again", async () => {
  const { brand, threads, owner } = await proven();
  expect(await official(brand)).toEqual([]);
  const one = await owner.claims(brand, { thread: threads.kettle });
  expect(one).toMatchObject({ scope: { thread: threads.kettle }, reach: "all", state: "live" });
  expect(await official(brand)).toEqual(["Kettle one"]);
  expect((await new Guest(brand).thread(threads.kettle)).badge).toMatchObject({ domain: brand, name: null, method: "dns", standing: "fresh" });
  expect((await new Guest(brand).thread(threads.other)).badge).toBe(null);
  expect(await new Guest(brand).community()).toMatchObject({ steward: "fan_made", badge: { domain: brand } });

  const product = await owner.claims(brand, { product: "kettle" });
  expect(await official(brand)).toEqual(["Kettle one", "Kettle two"]);
  const all = await owner.claims(brand);
  expect(await official(brand)).toEqual(["Kettle one", "Kettle two", "Lamp one"]);
  expect((await new Guest(brand).community()).steward).toMatchObject({ official: {} });
  expect((await owner.claims(brand)).id).toBe(all.id);
  expect((await owner.desk(brand)).claims.length).toBe(3);

  for (const [claim, left] of [[all, ["Kettle one", "Kettle two"]], [product, ["Kettle one"]], [one, []]]) {
    expect((await ok(owner.release(brand, claim.id))).claim.state).toEqual({ released: { at: expect.any(Number) } });
    expect(await official(brand)).toEqual(left);
  }
  expect(await new Guest(brand).community()).toMatchObject({ badge: null, steward: "fan_made", threads: 3 });
  expect((await new Guest(brand).thread(threads.kettle)).row.title).toBe("Kettle one");
  expect((await ok(owner.release(brand, one.id))).claim.state).toEqual({ released: { at: expect.any(Number) } });
});

test("from now on: what there was stays with customers", async () => {
  const { brand, owner } = await proven();
  await owner.claims(brand, { reach: "from_now_on" });
  expect(await official(brand)).toEqual([]);
  expect((await new Guest(brand).community()).steward).toMatchObject({ official: {} });
  await new Guest(brand, { now: Date.now() + 1000 }).asks({ title: "Kettle three" });
  expect(await official(brand)).toEqual(["Kettle three"]);
});

test("the official voice needs a claim, carries the domain, and hides nobody", async () => {
  const { brand, guest, threads, owner } = await proven();
  const crowd = await new Guest(brand).replies(threads.kettle, { body: "Boil it twice." });
  await refused(owner.answer(brand, threads.kettle), 422, "not_claimed");
  await refused(owner.mark(brand, threads.kettle, crowd), 422, "not_claimed");
  await refused(owner.setStatus(brand, threads.kettle, { word: "in_progress" }), 422, "not_claimed");
  expect((await new Guest(brand).thread(threads.kettle)).replies.length).toBe(1);

  await owner.claims(brand, { thread: threads.kettle });
  const key = newKey();
  const { thread } = await ok(owner.answer(brand, threads.kettle, { body: "Send it to us.", name: "Mika" }, { key }));
  await ok(owner.answer(brand, threads.kettle, { body: "Send it to us.", name: "Mika" }, { key }));
  const said = thread.replies.at(-1);
  expect(said.author).toMatchObject({ name: { chosen: "Mika" }, voice: { official: brand } });
  await ok(guest.accept(crowd));
  for (let n = 0; n < 3; n += 1) await ok(new Guest(brand).star(crowd));
  await ok(owner.mark(brand, threads.kettle, said.id));
  const seen = await new Guest(brand).thread(threads.kettle);
  expect(seen.replies.length).toBe(2);
  expect(seen.answers.map(({ by, reply }) => [by, reply])).toEqual([["brand", said.id], ["asker", crowd], ["crowd", crowd]]);

  await ok(owner.mark(brand, threads.kettle, crowd));
  expect((await new Guest(brand).thread(threads.kettle)).answers[0]).toMatchObject({ by: "brand", reply: crowd, author: { voice: "guest" } });
  await ok(owner.mark(brand, threads.kettle, null));
  expect((await new Guest(brand).thread(threads.kettle)).answers.map(({ by }) => by)).toEqual(["asker", "crowd"]);
  const elsewhere = await new Guest(brand).replies(threads.other);
  await refused(owner.mark(brand, threads.kettle, elsewhere), 422, "unknown_reply", "reply");
});

test("a representative's own guest session speaks as a customer, and cannot star itself official", async () => {
  const { brand, threads, owner } = await proven();
  await owner.claims(brand);
  const guest = new Guest(brand);
  await guest.asks({ title: "Asked at home" });
  await guest.joins(owner.email);
  const reply = await ok(guest.reply(threads.kettle, { body: "From my sofa." }));
  expect(reply.reply.author.voice).toBe("member");
  const seen = (await new Guest(brand).thread(threads.kettle)).replies.at(-1);
  expect(seen.author.voice).toBe("member");
  await refused(guest.send("PUT", `/threads/${threads.kettle}/status`, { word: "in_progress" }), 403, "not_allowed");
});

test("status words of each kind, with reasons where they refuse, and what customers say where nothing is said", async () => {
  const { brand, guest, threads, owner } = await proven();
  await owner.claims(brand);
  const status = async (id) => (await new Guest(brand).thread(id)).row.status;
  const words = { kettle: ["in_progress", "solved", "changed"], other: ["looking_into", "answered"], lamp: ["under_consideration", "planned", "shipped"] };
  for (const [name, list] of Object.entries(words)) {
    for (const word of list) {
      expect((await ok(owner.setStatus(brand, threads[name], { word }))).thread.row.status).toEqual({ official: { word, reason: null } });
      expect(await status(threads[name])).toEqual({ official: { word, reason: null } });
    }
  }
  for (const [name, word] of [["kettle", "as_designed"], ["kettle", "seen_differently"], ["other", "closed"], ["lamp", "not_planned"]]) {
    await refused(owner.setStatus(brand, threads[name], { word }), 422, "reason_needed", "reason");
    await ok(owner.setStatus(brand, threads[name], { word, reason: "Because of the seal." }));
    expect(await status(threads[name])).toEqual({ official: { word, reason: "Because of the seal." } });
  }
  await refused(owner.setStatus(brand, threads.lamp, { word: "solved" }), 422, "wrong_kind", "word");
  expect((await ok(new Guest(brand).list({ phase: "declined" }))).rows.length).toBe(3);
  await ok(guest.accept(await new Guest(brand).replies(threads.kettle)));
  expect(await status(threads.kettle)).toEqual({ official: { word: "seen_differently", reason: "Because of the seal." } });
  await ok(owner.setStatus(brand, threads.kettle, { word: null }));
  expect(await status(threads.kettle)).toEqual({ fan_made: "solved" });
});

test("releasing takes back promises and the voice's place, and keeps every word", async () => {
  const { brand, threads, owner } = await proven();
  const claim = await owner.claims(brand);
  await ok(owner.setStatus(brand, threads.lamp, { word: "planned" }));
  const { thread } = await ok(owner.answer(brand, threads.lamp));
  await ok(owner.mark(brand, threads.lamp, thread.replies[0].id));
  await ok(owner.release(brand, claim.id));
  const seen = await new Guest(brand).thread(threads.lamp);
  expect(seen.row).toMatchObject({ steward: "fan_made", status: { fan_made: "open" } });
  expect([seen.badge, seen.answers, seen.replies.length]).toEqual([null, [], 1]);
  expect(seen.replies[0].post).toEqual(thread.replies[0].post);
});

test("praise has no status, however official it is", async () => {
  const { brand, owner } = await proven();
  const praise = await new Guest(brand).asks({ kind: "praise", title: "It just works" });
  await owner.claims(brand);
  expect((await new Guest(brand).thread(praise)).row.status).toBe("none");
  await refused(owner.setStatus(brand, praise, { word: "solved" }), 422, "wrong_kind", "word");
});

test("acme-help.example opened as Acme never shows Acme, before or after proof", async () => {
  const label = newBrand().split(".")[0];
  const brand = `${label}-help.example`;
  const name = label.toUpperCase();
  await ok(new Guest(brand).open({ name, product_name: "Kettle" }));
  const thread = await new Guest(brand).asks();
  expect((await new Guest(brand).community()).name).toBe(null);
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  const [community, seen] = [await new Guest(brand).community(), await new Guest(brand).thread(thread)];
  expect([community.name, community.badge, seen.badge.name]).toEqual([null, expect.objectContaining({ domain: brand, name: null }), null]);
  for (const path of [`/embed/${brand}/kettle?lang=en`, `/embed/${brand}/kettle?lang=en&thread=${thread}`]) {
    const drawn = await new Guest(brand).send("GET", path);
    expect([drawn.status, drawn.text.includes(brand), drawn.text.replaceAll(brand, "").includes(name)]).toEqual([200, true, false]);
  }
});

test("the domain's own label in another dress is shown as the name", async () => {
  const brand = newBrand();
  const name = brand.split(".")[0].replace(/^./, (letter) => letter.toUpperCase());
  await ok(new Guest(brand).open({ name }));
  await new Guest(brand).asks();
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  expect(await new Guest(brand).community()).toMatchObject({ name, badge: { domain: brand, name } });
});

test("two representatives claiming at the same moment have one outcome", async () => {
  const start = Date.now();
  const brand = newBrand();
  const thread = await new Guest(brand, { now: start }).asks();
  const people = [await new Console(undefined, { now: start }).signsIn(), await new Console(undefined, { now: start }).signsIn()];
  for (const person of people) await person.proves(brand);
  const now = start + 73 * HOUR - HOUR / 2;
  const both = await Promise.all(people.map((person) => new Console(person.email, { now }).signsIn()));
  const asks = both.flatMap((person) => [{ thread }, { product: "kettle" }, {}].map((fields) => ok(person.claim(brand, fields))));
  const ids = (await Promise.all(asks)).map(({ claim }) => claim.id);
  expect(ids.slice(0, 3)).toEqual(ids.slice(3));
  expect((await both[0].desk(brand)).claims.length).toBe(3);
  // Claiming and giving back at once ends in one of the two, for every reader the same.
  const [, released] = await Promise.all([both[0].claim(brand), both[1].release(brand, ids[2])]);
  expect(released.status).toBe(200);
  const live = (await both[0].desk(brand)).claims.filter((claim) => claim.state === "live" && claim.scope === "community").length;
  expect(live).toBeLessThanOrEqual(1);
  expect((await new Guest(brand, { now }).community()).steward === "fan_made").toBe(live === 0);
});
