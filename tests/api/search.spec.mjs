// Searching: words, phrases and exclusion, folded and synonymous spellings, names of products, filters with counts, orders and
// cursors; that odd texts find nothing and break nothing; the brand's own words; and how often somebody left with an answer.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, newBrand, ok, pathOf, refused, send } from "../harness/actors.mjs";

const search = (brand, query) => ok(send("GET", pathOf(brand, `/search?${new URLSearchParams(query)}`)));
const titles = async (brand, query) => (await search(brand, query)).matches.map(({ row }) => row.title);
const marked = (pieces) => pieces.map((piece, place) => (place % 2 === 0 ? piece : `[${piece}]`)).join("");

test("words, phrases, exclusion and one answer's words lead to a thread, and are marked", async () => {
  const brand = newBrand("s");
  const asker = new Guest(brand);
  const lid = await asker.asks({ title: "The lids stick after boiling", body: "Both of them, every morning." });
  await asker.asks({ title: "Boiling takes long", body: "Longer than it did, and the stick on the lid is loose." });
  await new Guest(brand).replies(lid, { body: "Grease the hinge with a little tallow." });
  expect(await titles(brand, { q: "lid boil" })).toEqual(["The lids stick after boiling", "Boiling takes long"]);
  expect(await titles(brand, { q: '"lids stick"' })).toEqual(["The lids stick after boiling"]);
  expect(await titles(brand, { q: "boiling -hinge" })).toEqual(["Boiling takes long"]);
  const { matches, threads, at_least } = await search(brand, { q: "tallow" });
  expect({ threads, at_least }).toEqual({ threads: 1, at_least: false });
  expect(marked(matches[0].excerpt)).toBe("Grease the hinge with a little [tallow].");
  expect(marked((await search(brand, { q: "lid" })).matches[0].title)).toContain("[lids]");
});

test("every one- and two-character Japanese word is found, however its kana are written", async () => {
  const brand = newBrand("s");
  const asker = new Guest(brand);
  const title = "笛吹きケトルのフタが硬くて、サーバーの湯が漏れます";
  await asker.asks({ title });
  await asker.asks({ title: "別の話です" });
  const packed = [...title.replace("、", "")];
  for (const [n, one] of packed.entries()) {
    expect(await titles(brand, { q: one }), one).toContain(title);
    const two = one + (packed[n + 1] ?? "");
    if (two.length === 2 && two !== "て、") expect(await titles(brand, { q: two === "てサ" ? "サ" : two }), two).toContain(title);
  }
  for (const q of ["ふた", "ﾌﾀ", "蓋", "ｹﾄﾙ", "けとる", "サーバ", "ﾎｲｯｽﾙ"]) expect(await titles(brand, { q }), q).toEqual([title]);
});

test("products are found by their name, their key and by what the brand calls them too", async () => {
  const brand = newBrand("s");
  const asker = new Guest(brand);
  await asker.asks({ product: "arc-lamp", product_name: "Desk Lamp Arc", title: "It flickers" });
  await asker.asks({ product: "kettle", product_name: "Kettle", title: "It is loud", body: "Nothing more." });
  expect(await titles(brand, { q: "desk lamp" })).toEqual(["It flickers"]);
  expect(await titles(brand, { q: "lamp flickering" })).toEqual(["It flickers"]);
  expect(await titles(brand, { q: "DL-300" })).toEqual([]);
  const company = await new Console().signsIn();
  await company.proves(brand);
  const words = { synonyms: "loud, roaring\n薬缶, やかん, kettle", aliases: "arc-lamp: DL-300, Lumière", shipped: false };
  const kept = await ok(company.send("PUT", pathOf(brand, "/search-words"), words));
  expect(kept).toMatchObject(words);
  expect(kept.shipped_synonyms).toContain("蓋, ふた");
  expect(await titles(brand, { q: "DL-300" })).toEqual(["It flickers"]);
  expect(await titles(brand, { q: "lumiere" })).toEqual(["It flickers"]);
  expect(await titles(brand, { q: "roaring" })).toEqual(["It is loud"]);
  await refused(company.send("PUT", pathOf(brand, "/search-words"), { ...words, synonyms: "a, b\nalone" }), 422, "synonym_line", "synonyms");
  await refused(company.send("PUT", pathOf(brand, "/search-words"), { ...words, aliases: "toaster: T1" }), 422, "unknown_product", "aliases");
  expect(await ok(company.send("GET", pathOf(brand, "/search-words")))).toMatchObject(words);
});

test("filters narrow, their counts tell what each value would leave, and orders and cursors hold", async () => {
  const brand = newBrand("s");
  const asker = new Guest(brand);
  const made = [];
  for (let n = 0; n < 9; n += 1) {
    const kind = ["question", "problem", "idea"][n % 3];
    made.push(await asker.asks({ kind, product: n < 6 ? "kettle" : "lamp", title: `Handle number ${n}` }));
  }
  for (const n of [0, 1, 8]) await ok(asker.accept(await new Guest(brand).replies(made[n])));
  for (let n = 0; n < 2; n += 1) await ok(new Guest(brand).meToo(made[4]));
  for (const query of [{ q: "handle" }, {}]) {
    const all = await search(brand, query);
    const count = (name) => Object.fromEntries(all.counts[name].map(({ value, key, threads }) => [value ?? key, threads]));
    expect(all.threads).toBe(9);
    expect(count("product")).toEqual({ kettle: 6, lamp: 3 });
    expect(count("kind")).toEqual({ question: 3, problem: 3, idea: 3 });
    expect(count("phase")).toEqual({ open: 6, resolved: 3 });
    expect(count("answered")).toEqual({ accepted: 3, any: 3 });
    expect(count("steward")).toEqual({ fan_made: 9 });
    for (const filters of [{ product: "kettle" }, { kind: "idea" }, { phase: "open" }, { answered: "accepted" }, { steward: "fan_made" }, { within: "day" }, { product: "kettle", phase: "resolved" }, { kind: "idea", answered: "any" }]) {
      const narrowed = await search(brand, { ...query, ...filters });
      const [name, value] = Object.entries(filters)[0];
      if (Object.keys(filters).length === 1 && query.q) expect(narrowed.threads, JSON.stringify(filters)).toBe(count(name)[value]);
      expect(narrowed.matches.length, JSON.stringify(filters)).toBe(narrowed.threads);
    }
    expect((await search(brand, { ...query, product: "kettle", phase: "resolved" })).threads).toBe(2);
    expect((await search(brand, { ...query, order: "me_too" })).matches[0].row.id).toBe(made[4]);
    expect((await search(brand, { ...query, order: "waiting" })).matches[0].row.id).toBe(made[2]);
    for (const order of ["relevance", "active", "me_too", "waiting"]) {
      const whole = (await search(brand, { ...query, order })).matches.map(({ row }) => row.id);
      const parts = [];
      let cursor;
      do {
        const part = await search(brand, { ...query, order, limit: "4", ...(cursor && { cursor }) });
        parts.push(...part.matches.map(({ row }) => row.id));
        cursor = part.next;
      } while (cursor);
      expect(parts, order).toEqual(whole);
      expect(new Set(parts).size).toBe(9);
    }
    const { next } = await search(brand, { ...query, limit: "2" });
    await refused(send("GET", pathOf(brand, `/search?${new URLSearchParams({ ...query, kind: "idea", cursor: next })}`)), 422, "cursor_invalid", "cursor");
    await refused(send("GET", pathOf(brand, `/search?${new URLSearchParams({ ...query, cursor: `${next}x` })}`)), 422, "cursor_invalid", "cursor");
  }
});

test("what is official is found as such, and is fan-made again once it is released", async () => {
  const brand = newBrand("s");
  const asker = new Guest(brand);
  const kettle = await asker.asks({ title: "Handle of the kettle" });
  await asker.asks({ product: "lamp", title: "Handle of the lamp" });
  const company = await new Console().signsIn();
  await company.proves(brand);
  const claim = await company.claims(brand, { thread: kettle });
  for (const query of [{ q: "handle" }, {}]) {
    expect(await titles(brand, { ...query, steward: "official" })).toEqual(["Handle of the kettle"]);
    expect(await titles(brand, { ...query, steward: "fan_made" })).toEqual(["Handle of the lamp"]);
  }
  await ok(company.send("DELETE", pathOf(brand, `/claims/${claim.id}`)));
  expect(await titles(brand, { q: "handle", steward: "official" })).toEqual([]);
});

test("operators, quotes, emoji and mixed scripts find nothing and break nothing", async () => {
  const brand = newBrand("s");
  await new Guest(brand).asks({ title: "The lid sticks" });
  const naughty = ['"', '""', '"lid', "-lid", "-", '-"lid sticks"', "* NEAR(zz, 2)", "title:zz OR chars:zz", "zz AND NOT zz", "^zz", "zz*", "'; DROP TABLE thread; --", "😀👍🏽🇯🇵", "𝕫𝕫 ﷽ ̷͂ ‮zz", "zz\u0000zz", "ząb зуб ζωή 牙齒 이빨 أسنان ฟัน", "((((((", "zz~zz~1~2", "%00%ff", "<script>zz</script>", "\u200b", "｢zz｣"];
  for (const q of naughty) {
    expect((await search(brand, { q })).matches, JSON.stringify(q)).toEqual(q === '"lid' ? [expect.anything()] : []);
    expect((await ok(send("GET", pathOf(brand, `/likely?${new URLSearchParams({ q })}`)))).likely.length, JSON.stringify(q)).toBeLessThanOrEqual(1);
  }
  await refused(send("GET", pathOf(brand, "/search?kind=banana")), 422, "unknown_value", "kind");
});

test("ten kilobytes of search text find nothing, and a hundred are refused plainly", async () => {
  const brand = newBrand("s");
  await new Guest(brand).asks({ title: "The lid sticks" });
  for (const q of ["lid ".repeat(2_560), "蓋".repeat(3_400), `"${"lid ".repeat(2_500)}" -${"x".repeat(100)}`, "👍🏽".repeat(1_200)]) {
    expect(await search(brand, { q })).toMatchObject({ matches: [], threads: 0, at_least: false });
    expect((await ok(send("GET", pathOf(brand, `/likely?${new URLSearchParams({ q })}`)))).likely).toEqual([]);
  }
  for (const path of ["/search", "/likely"]) {
    const { message } = await refused(send("GET", pathOf(brand, `${path}?q=${"x".repeat(40_000)}`)), 400, "bad_query");
    expect(message).toContain("32768 bytes");
    const { status: longer } = await send("GET", pathOf(brand, `${path}?q=${"x".repeat(100_000)}`)).catch(() => ({ status: 0 }));
    expect([0, 400, 414, 431], "the platform may hang up before us").toContain(longer);
  }
  expect((await search(brand, { q: "lid" })).threads, "everything reads as before").toBe(1);
});

test("a search is answered from memory, and somebody who searches without end is asked to wait", async () => {
  const brand = newBrand("s");
  await new Guest(brand).asks({ title: "The lid sticks" });
  const headers = { "x-chie-network": "203.0.113.77", "x-chie-searches": "3" };
  for (let n = 0; n < 3; n += 1) expect((await send("GET", pathOf(brand, `/search?q=lid${n}`), { headers })).status).toBe(200);
  await refused(send("GET", pathOf(brand, "/search?q=other"), { headers }), 429, "too_many");
  expect((await send("GET", pathOf(brand, "/search?q=lid2"), { headers })).status, "kept for two seconds").toBe(200);
});

test("who left with an answer is counted after seven days without a question, and by nothing that names them", async () => {
  const brand = newBrand("s");
  const start = Date.now();
  const read = (body, now) => ok(send("POST", pathOf(brand, "/readings"), { body, now, key: null }));
  await refused(send("POST", pathOf(brand, "/readings"), { body: {}, key: null }), 404, "not_found");
  await new Guest(brand).asks({ title: "The lid sticks" });
  const figures = (now) => ok(send("GET", pathOf(brand, "/figures"), { now }));
  const { receipt } = await read({}, start);
  await read({}, start);
  await read({}, start);
  expect(receipt).toMatch(/^g_/);
  expect((await figures(start + 6 * DAY)).left_with_answer).toBe(0);
  expect(await read({ asked_after: receipt }, start + 2 * DAY)).toEqual({ receipt: null });
  await read({ asked_after: receipt }, start + 2 * DAY);
  const counted = await figures(start + 9 * DAY);
  expect(counted).toMatchObject({ left_with_answer: 2, left_with_answer_ever: 2 });
  expect(counted.method).toContain("seven days");
  await read({}, start + 20 * DAY);
  expect(await figures(start + 30 * DAY)).toMatchObject({ left_with_answer: 3, left_with_answer_ever: 3 });
  expect(await figures(start + 50 * DAY)).toMatchObject({ left_with_answer_ever: 3 });
  expect((await figures(start + 90 * DAY)).left_with_answer).toBe(0);
});
