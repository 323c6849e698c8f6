// What breaks in one place is answered there in time, and nowhere else felt.
import { expect, test } from "@playwright/test";
import { Console, Guest, behave, hooks, misbehave, newBrand, newKey, ok, pathOf, refused, send } from "../harness/actors.mjs";

const DEADLINE = 10_000;
test.afterEach(behave);

/** A community that goes on being read while something happens elsewhere; resolves to how often and how slowly at worst. */
async function readMeanwhile(brand, work) {
  let over = false;
  const waits = [];
  const reading = (async () => {
    while (!over) {
      const begun = Date.now();
      await ok(send("GET", pathOf(brand), { now: Date.now(), signal: AbortSignal.timeout(5000) }));
      waits.push(Date.now() - begun);
    }
  })();
  await Promise.race([work().finally(() => { over = true; }), reading]);
  await reading;
  return { reads: waits.length, worst: Math.max(...waits) };
}

test("a panic in an object is a 503 at once, and the object answers afterwards", async () => {
  const [broken, healthy] = [newBrand(), newBrand()];
  const thread = await new Guest(broken).asks();
  await new Guest(healthy).asks();
  for (let n = 0; n < 3; n += 1) {
    const begun = Date.now();
    const answer = await send("GET", pathOf(broken), { fault: "panic" });
    expect([answer.status, answer.body.error.code]).toEqual([503, "unavailable"]);
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(Date.now() - begun).toBeLessThan(DEADLINE / 2);
    expect((await new Guest(broken).thread(thread)).row.id).toBe(thread);
    expect((await new Guest(healthy).community()).threads).toBe(1);
  }
});

test("panics under load: every caller is answered, and what was acknowledged is there", async () => {
  const brands = Array.from({ length: 4 }, () => newBrand());
  await Promise.all(brands.map((brand) => new Guest(brand).asks()));
  const sent = Array.from({ length: 80 }, (_, n) => ({ n, brand: brands[n % 4], key: newKey(), fault: n % 16 === 5 ? "panic" : undefined }));
  const answers = await Promise.all(sent.map(({ n, brand, key, fault }) => send("POST", pathOf(brand, "/threads"), {
    body: { product: "kettle", kind: "question", title: `Number ${n}` }, key, fault, signal: AbortSignal.timeout(DEADLINE + 5000),
  })));
  expect(answers.every(({ status }) => [200, 503].includes(status)), JSON.stringify(answers.map(({ status }) => status))).toBe(true);
  // Whoever got no answer tries again with the same key.
  for (const [index, { status }] of answers.entries()) {
    if (status === 200) continue;
    const { n, brand, key } = sent[index];
    await ok(send("POST", pathOf(brand, "/threads"), { body: { product: "kettle", kind: "question", title: `Number ${n}` }, key }));
  }
  for (const [index, brand] of brands.entries()) {
    const { rows } = await ok(new Guest(brand).list({ limit: 50, order: "active" }));
    const wanted = sent.filter(({ n }) => n % 4 === index).map(({ n }) => `Number ${n}`);
    expect(rows.map((row) => row.title).filter((title) => title.startsWith("Number")).sort()).toEqual(wanted.sort());
  }
});

test("a hang in one object is a 503 at the deadline while others go on", async () => {
  const [stuck, healthy] = [newBrand(), newBrand()];
  await new Guest(stuck).asks();
  await new Guest(healthy).asks();
  let waited;
  const { reads, worst } = await readMeanwhile(healthy, async () => {
    const begun = Date.now();
    await refused(send("GET", pathOf(stuck), { fault: "hang" }), 503, "unavailable");
    waited = Date.now() - begun;
  });
  expect(waited).toBeGreaterThan(DEADLINE - 1000);
  expect(waited).toBeLessThan(DEADLINE + 3000);
  expect(reads).toBeGreaterThan(20);
  expect(worst).toBeLessThan(2000);
  expect((await new Guest(stuck).community()).threads).toBe(1);
});

test("an object of another build does nothing, and the same wish is carried out once both are of one", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  const key = newKey();
  await refused(guest.ask({}, { key, fault: "other_build" }), 503, "unavailable");
  expect(await hooks.tables(brand)).toEqual([]);
  const thread = await guest.asks({}, { key });
  expect((await guest.thread(thread)).row.id).toBe(thread);
});

test("a refused or failed command leaves nothing half done", async () => {
  const brand = newBrand();
  const answer = await send("POST", pathOf(brand, "/threads"), { body: { product: "kettle", kind: "question", title: "Lost" }, fault: "panic" });
  expect(answer.status).toBe(503);
  expect(await hooks.tables(brand)).toEqual([]);
  expect(await new Guest(brand).community()).toMatchObject({ opened: null, threads: 0 });
});

test("who writes too much is told to wait; others, readers and the text are not harmed", async () => {
  const brand = newBrand();
  const thread = await new Guest(brand).asks();
  const network = `203.0.113.${Math.floor(Math.random() * 255)}-${newKey()}`;
  const write = (headers) => send("POST", pathOf(brand, `/threads/${thread}/replies`), { body: { body: "Again" }, headers: { "x-chie-writes": "3", ...headers } });
  for (let n = 0; n < 3; n += 1) {
    const answer = await write({ "x-chie-network": network });
    await ok(answer);
    expect(answer.headers.get("ratelimit-policy")).toBe('"writes";q=3;w=600');
    expect(answer.headers.get("ratelimit")).toMatch(new RegExp(`^"writes";r=${2 - n};t=(600|59\\d)$`));
  }
  const late = await write({ "x-chie-network": network });
  expect([late.status, late.body.error.code]).toEqual([429, "too_many"]);
  // What it says is when the window ends, and a page of another site may read it.
  expect(late.headers.get("retry-after")).toMatch(/^(600|59\d)$/);
  expect(late.headers.get("access-control-expose-headers")).toContain("ratelimit");
  await ok(write({ "x-chie-network": `${network}-other` }));
  await ok(send("GET", pathOf(brand), { headers: { "x-chie-network": network, "x-chie-writes": "3" } }));
  expect((await new Guest(brand).thread(thread)).row.replies).toBe(4);
});

test("a household of the new internet counts as one, and the window ends", async () => {
  const brand = newBrand();
  const now = Date.now();
  const prefix = `2001:db8:${Math.floor(Math.random() * 65_535).toString(16)}:${Math.floor(Math.random() * 65_535).toString(16)}`;
  const write = (network, at) => send("POST", pathOf(brand, "/threads"), { now: at, body: { product: "kettle", kind: "question", title: "Hello" }, headers: { "x-chie-writes": "2", "x-chie-network": network } });
  await ok(write(`${prefix}::1`, now));
  await ok(write(`${prefix}::2`, now));
  await refused(write(`${prefix}:ffff::3`, now), 429, "too_many");
  await ok(write(`${prefix}::1`, now + 11 * 60_000));
});

test("one member posts at most twenty times in ten minutes", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  const thread = await guest.asks();
  for (let n = 0; n < 19; n += 1) await ok(guest.reply(thread, { body: `Reply ${n}` }));
  await refused(guest.reply(thread), 429, "too_many");
  await refused(guest.ask(), 429, "too_many");
  await ok(new Guest(brand).reply(thread));
  expect((await new Guest(brand).thread(thread)).row.replies).toBe(20);
  guest.now = Date.now() + 11 * 60_000;
  await ok(guest.reply(thread));
});

test("a brand that was only visited has no schema", async () => {
  const brand = newBrand();
  const visitor = new Guest(brand);
  for (const path of [pathOf(brand), pathOf(brand, "/threads"), pathOf(brand, "/likely?q=x"), pathOf(brand, "/mine"), `/embed/${brand}/kettle?lang=en`, `/embed/${brand}/kettle?lang=ja&name=Kettle`, `/c/${brand}`]) {
    expect((await visitor.send("GET", path)).status, path).toBeLessThan(405);
  }
  await refused(visitor.send("GET", `/threads/t_${"0".repeat(26)}`), 404, "unknown_thread");
  const person = await new Console().signsIn();
  await person.desk(brand);
  await refused(person.claim(brand), 403, "not_allowed");
  await refused(visitor.meToo(`t_${"0".repeat(26)}`), 404, "unknown_thread");
  await hooks.due(brand);
  expect(await hooks.tables(brand)).toEqual([]);
  await visitor.asks();
  expect((await hooks.tables(brand)).length).toBeGreaterThan(5);
});

test("mail that cannot be sent harms nobody else", async () => {
  await misbehave({ mail: "fail" });
  const brand = newBrand();
  await new Guest(brand).asks();
  await refused(send("POST", "/v1/codes", { body: { email: `x-${newKey()}@mail.example` } }), 503, "mail_failed", "email");
  expect((await new Guest(brand).community()).threads).toBe(1);
});
