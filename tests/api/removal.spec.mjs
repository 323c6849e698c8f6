// Removing by the published rules: a stone with the ground stays for everybody, its author too, and nothing is found any
// more; a held post stays with its author.
import { expect, test } from "@playwright/test";
import { Guest, hooks, newBrand, ok, operator, refused, send } from "../harness/actors.mjs";

const GROUNDS = ["personal_data", "threat", "danger", "posing_as_staff", "spam", "hostility", "off_topic", "unlawful"];

test("a removed reply is a stone with its ground, for its author too, and counts nowhere", async () => {
  const brand = newBrand();
  const [asker, writer] = [new Guest(brand), new Guest(brand)];
  const thread = await asker.asks();
  const kept = await new Guest(brand).replies(thread);
  const reply = await writer.replies(thread, { body: "Zanzibar is the secret word." });
  await ok(asker.accept(reply));
  const judge = await operator();
  for (const ground of ["rudeness", "", null, 1]) {
    const answer = await judge.remove(brand, { thread, reply, ground });
    expect([400, 422]).toContain(answer.status);
  }
  expect(await ok(judge.remove(brand, { thread, reply, ground: "personal_data" }))).toEqual({ ground: "personal_data" });

  for (const reader of [new Guest(brand), asker, writer]) {
    const seen = await reader.thread(thread);
    expect(seen.replies.map(({ id, post }) => [id, Object.keys(post)[0]])).toEqual([[kept, "whole"], [reply, "removed"]]);
    expect(seen.replies[1].post).toEqual({ removed: "personal_data" });
    expect([seen.row.replies, seen.row.status, seen.answers]).toEqual([1, { fan_made: "open" }, []]);
    expect(JSON.stringify(seen)).not.toContain("Zanzibar");
  }
  for (const use of [new Guest(brand).star(reply), asker.accept(reply)]) await refused(use, 404, "not_found");
  expect((await new Guest(brand).likely("Zanzibar")).likely).toEqual([]);
  expect((await send("GET", `/embed/${brand}/kettle?lang=en&thread=${thread}`)).text).not.toContain("Zanzibar");
});

test("a removed thread leaves lists, counts, search and the directory; its author is told the ground", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const thread = await asker.asks({ title: "Timbuktu question", body: "Timbuktu details", product: "timbuktu-kettle" });
  const other = await new Guest(brand).asks({ title: "Harmless question" });
  const judge = await operator();
  await ok(judge.remove(brand, { thread, ground: "off_topic" }));
  const reader = new Guest(brand);
  expect((await ok(reader.list())).rows.map((row) => row.id)).toEqual([other]);
  expect((await reader.community()).threads).toBe(1);
  expect((await reader.likely("Timbuktu")).likely).toEqual([]);
  const stone = await reader.thread(thread);
  expect(stone.post).toEqual({ removed: "off_topic" });
  expect(JSON.stringify({ ...stone, row: { ...stone.row, product: "" }, product_name: "" })).not.toContain("Timbuktu");
  const own = await asker.thread(thread);
  expect(own.row.title).toBe("");
  expect(own.post).toEqual({ removed: "off_topic" });
  await expect.poll(async () => { await hooks.due(brand); return (await ok(send("GET", `/v1/directory?q=${brand}`))).brands[0]?.threads; }).toBe(1);
});

test("every published ground can be named, and removing twice takes the later one", async () => {
  const brand = newBrand();
  const thread = await new Guest(brand).asks();
  const reply = await new Guest(brand).replies(thread);
  const judge = await operator();
  for (const ground of GROUNDS) await ok(judge.remove(brand, { thread, reply, ground }));
  expect((await new Guest(brand).thread(thread)).replies[0].post).toEqual({ removed: "unlawful" });
  expect((await new Guest(brand).thread(thread)).row.replies).toBe(0);
});

test("a newcomer's first post full of links is held: its author sees it and why, nobody else anything", async () => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "Something ordinary" });
  const newcomer = new Guest(brand);
  const body = "https://a.example https://b.example https://c.example Casablanca";
  const { thread } = await ok(newcomer.ask({ title: "Casablanca offers", body }));
  expect(Object.keys(thread.post)).toEqual(["held"]);
  expect(thread.post.held[1]).toBe("spam");
  const id = thread.row.id;
  expect((await newcomer.mine()).held).toEqual([id]);
  expect(JSON.stringify((await newcomer.thread(id)).post)).toContain("Casablanca");
  const reader = new Guest(brand);
  await refused(reader.send("GET", `/threads/${id}`), 404, "unknown_thread");
  await refused(reader.reply(id), 404, "unknown_thread");
  await refused(reader.meToo(id), 404, "unknown_thread");
  expect((await ok(reader.list())).rows.map((row) => row.title)).toEqual(["Something ordinary"]);
  expect((await reader.community()).threads).toBe(1);
  expect((await reader.likely("Casablanca")).likely).toEqual([]);
});
