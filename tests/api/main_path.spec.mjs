// What a visitor, a helper and a founder do, each ending with a reading by somebody else.
import { expect, test } from "@playwright/test";
import { Guest, hooks, newAddress, newBrand, newKey, ok, pathOf, refused, send } from "../harness/actors.mjs";

const titles = (page) => page.rows.map((row) => row.title);

test("the first question makes community and product, and its asker a guest", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const { thread, session } = await ok(asker.ask({
    product: "kettle", product_name: "Stove-top Kettle", title: "The lid rattles", kind: "problem", body: "At **full** boil.\n\n- always",
  }));
  expect(session).toBeTruthy();
  expect(thread.row).toMatchObject({ product: "kettle", kind: "problem", title: "The lid rattles", steward: "fan_made", status: { fan_made: "open" }, replies: 0, me_too: 0 });
  expect(thread.post).toEqual({ whole: [{ paragraph: [{ text: "At " }, { strong: [{ text: "full" }] }, { text: " boil." }] }, { bullets: [[{ paragraph: [{ text: "always" }] }]] }] });
  expect(thread.author).toMatchObject({ voice: "guest", name: { guest: [expect.any(String), expect.any(Number)] } });
  expect(thread.badge).toBe(null);

  const visitor = new Guest(brand);
  expect(await visitor.community()).toMatchObject({
    brand, name: null, badge: null, steward: "fan_made", threads: 1, opened: expect.any(Number),
    products: [{ key: "kettle", name: "Stove-top Kettle", standing: "not_yet_confirmed", threads: 1, waiting: 1 }],
  });
  expect(titles(await ok(visitor.list({ product: "kettle" })))).toEqual(["The lid rattles"]);
  expect((await visitor.thread(thread.row.id)).post).toEqual(thread.post);
  expect((await asker.mine()).asked).toEqual([thread.row.id]);
  expect(visitor.session).toBe(undefined);
});

test("reply, star and acceptance stand side by side, and the asker's word solves it", async () => {
  const brand = newBrand();
  const [asker, helper, other] = [1, 2, 3].map(() => new Guest(brand));
  const id = await asker.asks({ title: "How do I descale it?" });
  const first = await helper.replies(id, { body: "Citric acid.", name: "Haru" });
  const second = await other.replies(id, { body: "Half vinegar, half water." });
  for (const reader of [1, 2, 3]) expect((await ok(new Guest(brand).star(second))).stars).toBe(reader);

  const seems = await new Guest(brand).thread(id);
  expect(seems.row.status).toEqual({ fan_made: "seems_solved" });
  expect(seems.answers.map(({ by, reply, stars }) => [by, reply, stars])).toEqual([["crowd", second, 3]]);

  await refused(helper.accept(first), 403, "not_allowed");
  await refused(helper.star(first), 422, "own_reply");
  await ok(asker.accept(first));
  await ok(asker.accept(first));
  const solved = await new Guest(brand).thread(id);
  expect(solved.row.status).toEqual({ fan_made: "solved" });
  expect(solved.answers.map(({ by, reply }) => [by, reply])).toEqual([["asker", first], ["crowd", second]]);
  expect(solved.replies.map(({ id, stars, accepted }) => [id, stars, accepted !== null])).toEqual([[first, 0, true], [second, 3, false]]);
  expect(solved.replies[0].author.name).toEqual({ chosen: "Haru" });

  await ok(asker.accept(first, false));
  expect((await new Guest(brand).thread(id)).row.status).toEqual({ fan_made: "seems_solved" });
});

test("a newcomer's mark sent again after a lost answer is the same guest's", async () => {
  const brand = newBrand();
  const thread = await new Guest(brand).asks();
  const reply = await new Guest(brand).replies(thread);
  for (const rest of [`/replies/${reply}/star`, `/threads/${thread}/me-too`]) {
    const key = newKey();
    const mark = () => ok(send("PUT", pathOf(brand, rest), { body: { on: true }, headers: { "idempotency-key": key } }));
    for (const answer of [await mark(), await mark()]) {
      expect(answer.stars ?? answer.me_too).toBe(1);
      expect(answer.session).toBeTruthy();
    }
  }
});

test("me-too counts each person once and can be taken back", async () => {
  const brand = newBrand();
  const [asker, one, two] = [1, 2, 3].map(() => new Guest(brand));
  const id = await asker.asks();
  await refused(asker.meToo(id), 422, "own_thread");
  expect((await ok(one.meToo(id))).me_too).toBe(1);
  expect((await ok(one.meToo(id))).me_too).toBe(1);
  expect((await ok(two.meToo(id))).me_too).toBe(2);
  expect((await one.mine()).me_too).toEqual([id]);
  expect((await ok(one.meToo(id, false))).me_too).toBe(1);
  expect((await new Guest(brand).thread(id)).row.me_too).toBe(1);
  expect((await one.mine()).me_too).toEqual([]);
});

test("likely threads: answered ones first, words in English, two characters and one kanji in Japanese", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  await asker.asks({ product: "lamp", product_name: "Lamp", title: "The switch of my lamp flickers" });
  const whistle = await asker.asks({ title: "笛吹きケトルの笛が鳴りません", kind: "problem" });
  await asker.asks({ title: "注ぎ口の掃除はどうすればよいですか" });
  const kettle = await asker.asks({ title: "The kettle does not whistle" });
  const answered = await asker.asks({ title: "Whistle too quiet, any trick?" });
  await ok(asker.accept(await new Guest(brand).replies(answered, { body: "Clean the small hole." })));

  const found = async (q, product) => (await new Guest(brand).likely(q, product)).likely;
  const english = await found("whistle", "kettle");
  expect(english.map(({ row }) => row.id).sort()).toEqual([kettle, answered].sort());
  expect(english[0]).toMatchObject({ row: { id: answered }, title: ["", "Whistle", " too quiet, any trick?"], answer: ["Clean the small hole."], product_name: expect.any(String) });
  expect((await found("ケトル")).map(({ row }) => row.id)).toEqual([whistle]);
  expect((await found("掃除")).map(({ row }) => row.title)).toEqual(["注ぎ口の掃除はどうすればよいですか"]);
  expect((await found("笛")).map(({ row }) => row.id)).toEqual([whistle]);
  expect((await found("flicker OR \" NEAR( *")).length).toBeLessThanOrEqual(5);
  expect(await found("zebra")).toEqual([]);
});

test("a list is filtered by product, kind and state, and ordered three ways", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const idea = await asker.asks({ title: "A longer cord", kind: "idea", product: "lamp", product_name: "Lamp" });
  const praise = await asker.asks({ title: "It lasts", kind: "praise" });
  const solved = await asker.asks({ title: "Where is the serial number?" });
  await ok(asker.accept(await new Guest(brand).replies(solved)));
  const list = async (query) => (await ok(new Guest(brand).list(query))).rows.map((row) => row.id);
  expect(await list({ product: "lamp" })).toEqual([idea]);
  expect(await list({ kind: "praise" })).toEqual([praise]);
  expect(await list({ phase: "resolved" })).toEqual([solved]);
  expect(await list({ phase: "open" })).toEqual([idea]);
  expect(await list({ order: "active" })).toEqual([solved, praise, idea]);
  expect((await list({ order: "common" }))[0]).toBe(solved);
  expect((await list({ order: "waiting" }))[0]).toBe(idea);
});

test("opening a community twice leads to the first, whatever name the second gives", async () => {
  const brand = newBrand();
  const founder = new Guest(brand);
  const name = brand.split(".")[0].toUpperCase();
  expect(await ok(founder.open({ name, product_name: "Pocket Radio" }))).toMatchObject({ outcome: "opened", brand, product: "pocket-radio" });
  expect(await ok(new Guest(brand).open({ name: "Something Else", product_name: "Speaker", domain: `WWW.${brand}.` }))).toMatchObject({ outcome: "was_open", brand, product: "speaker" });
  const seen = await new Guest(brand).community();
  expect(seen).toMatchObject({ brand, name, threads: 0, steward: "fan_made" });
  expect(seen.products.map(({ key, standing }) => [key, standing]).sort()).toEqual([["pocket-radio", "made"], ["speaker", "not_yet_confirmed"]]);
});

test("the directory finds a community once its outbox is drained, and reconciling mends a spoilt row", async () => {
  const brand = newBrand("findme");
  const asker = new Guest(brand);
  await asker.asks({ product: "samovar", product_name: `Samovar ${brand.slice(6, 12)}` });
  const find = async (q) => (await ok(send("GET", `/v1/directory?q=${encodeURIComponent(q)}`))).brands;
  await expect.poll(async () => { await hooks.due(brand); return (await find(brand)).length; }).toBe(1);
  const entry = { brand, name: null, official: null, threads: 1, products: [{ key: "samovar", name: `Samovar ${brand.slice(6, 12)}`, threads: 1 }] };
  expect(await find(`samovar ${brand.slice(6, 12)}`)).toEqual([entry]);

  await hooks.spoil(brand);
  expect(await find(brand)).toEqual([]);
  await expect.poll(async () => { await hooks.reconcile(); return find(brand); }).toEqual([entry]);

  await asker.asks({ product: "samovar", title: "And another one" });
  await expect.poll(async () => { await hooks.due(brand); return (await find(brand))[0].threads; }).toBe(2);
});

test("a guest who reloads is the same guest; nobody else can take the thread", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const id = await asker.asks();
  const reloaded = asker.again(asker.session);
  const reply = await new Guest(brand).replies(id);
  await refused(new Guest(brand).accept(reply), 403, "not_allowed");
  await ok(reloaded.accept(reply));
  expect((await new Guest(brand).thread(id)).row.status).toEqual({ fan_made: "solved" });
  expect((await reloaded.mine()).me).toMatchObject({ voice: "guest" });
});

test("the embed draws threads in the language asked for, again and again, and many at once", async () => {
  const brand = newBrand();
  const id = await new Guest(brand).asks({ title: "Does the <lid> fit & hold?" });
  const draw = async (query) => {
    const answer = await send("GET", `/embed/${brand}/kettle?${query}`, { now: Date.now() });
    expect(answer.status, answer.text.slice(0, 200)).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/vnd.chie.embed+postcard");
    const lengths = [0, 4, 8, 12].map((place) => answer.bytes.readUInt32LE(place));
    expect(lengths.reduce((sum, one) => sum + one, 16)).toBe(answer.bytes.length);
    const html = answer.bytes.subarray(16 + lengths[0], 16 + lengths[0] + lengths[1]).toString();
    expect(html).toContain("Does the &lt;lid&gt; fit &amp; hold?");
    return html;
  };
  const first = await draw("lang=en");
  expect(first).not.toMatch(/[ぁ-ん]/);
  expect(await draw("lang=en")).toBe(first);
  for (const lang of ["ja", "ja-JP"]) expect(await draw(`lang=${lang}`)).toMatch(/[ぁ-ん]/);
  expect(await draw("lang=xx")).toBe(first);
  await draw(`lang=en&thread=${id}`);
  await Promise.all(Array.from({ length: 30 }, (_, n) => draw(n % 2 ? "lang=ja" : `lang=en&thread=${id}`)));
});

test("200 parallel posts with one key make one thread and 200 equal answers", async () => {
  const brand = newBrand();
  const now = Date.now();
  const key = newKey();
  const body = { product: "kettle", kind: "question", title: "Asked once", body: "Sent many times." };
  const answers = await Promise.all(Array.from({ length: 200 }, () => send("POST", pathOf(brand, "/threads"), { body, key, now })));
  expect([...new Set(answers.map((answer) => answer.status))]).toEqual([200]);
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  const guest = new Guest(brand).again(answers[0].body.session);
  guest.site = undefined;
  expect((await guest.mine({ now })).asked).toEqual([answers[0].body.thread.row.id]);
  expect((await new Guest(brand).community()).threads).toBe(1);
  await refused(send("POST", pathOf(brand, "/threads"), { body: { ...body, title: "Another" }, key, now }), 422, "idempotency_key_reused");
  expect((await ok(new Guest(brand).list())).rows.map((row) => row.title)).toEqual(["Asked once"]);
});

test("a member can be found again by address on another device", async () => {
  const brand = newBrand();
  const email = newAddress();
  const phone = new Guest(brand);
  const id = await phone.asks();
  await phone.joins(email);
  const laptop = new Guest(brand);
  await laptop.joins(email);
  expect((await laptop.mine()).asked).toEqual([id]);
  await ok(laptop.accept(await new Guest(brand).replies(id)));
});
