// Test mode: pages that nobody else can open, pages on sites that a brand did not list, and tags that say so themselves get a
// community of their own. Nothing of it is in the real one, in the directory, in feeds, maps or mail, and it is wiped.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, hooks, lettersTo, newAddress, newBrand, ok, origins, pathOf, refused, send } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";

const LOCAL = ["http://shop.localhost:3000", "http://localhost:3000", "http://shop.test", "https://192.168.178.20", "http://10.0.0.8:5173", "http://[::1]:8080", "http://intranet"];
// A form of our own pages says "null".
const REAL = ["null", "https://shop.example", "https://localhost.shop.example", "https://8.8.8.8"];
const MARK = "Zanzibar";

/** What the loader's one request brings to be seen, as text: the second part of its body. */
async function embed(brand, { origin, at, now, lang = "en" } = {}) {
  const { bytes } = await send("GET", `/embed/${brand}/kettle?lang=${lang}&v=1&name=Kettle${at ? `&at=${at}` : ""}`, { origin, now });
  const from = 16 + bytes.readUInt32LE(0);
  return bytes.subarray(from, from + bytes.readUInt32LE(4)).toString();
}
const inTest = (path) => `/test${path}`;
async function company(brand) {
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  return rep;
}

const titles = (page) => page.rows.map((row) => row.title);

test("what is posted from a page that nobody else can open stays out of the real community", async () => {
  const brand = newBrand();
  for (const [index, site] of LOCAL.entries()) {
    const guest = new Guest(brand, { site });
    const made = await ok(guest.ask({ title: `${MARK} ${index}` }));
    expect(titles(await ok(guest.list())), site).toContain(`${MARK} ${index}`);
    expect(await embed(brand, { origin: site }), site).toContain(`${MARK} ${index}`);
    await refused(new Guest(brand).send("GET", `/threads/${made.thread.row.id}`), 404, "unknown_thread");
  }
  expect(await hooks.tables(brand)).toEqual([]);
  expect((await new Guest(brand).community()).threads).toBe(0);
  for (const [index, site] of REAL.entries()) {
    await ok(new Guest(brand, { site }).ask({ title: `Real ${index}` }));
    expect(await embed(brand, { origin: site }), site).not.toContain(MARK);
  }
  expect(titles(await ok(new Guest(brand).list())).sort()).toEqual(REAL.map((_, index) => `Real ${index}`));
});

test("it says so in both languages, names its own addresses, and a tag can ask for it anywhere", async () => {
  const brand = newBrand();
  const real = await embed(brand, { origin: "https://shop.example" });
  expect(real).not.toContain("Test mode");
  expect(real).not.toContain(`${origins().chie}/test/`);
  for (const asked of [{ origin: LOCAL[0] }, { origin: "https://shop.example", at: "test" }, { at: "test" }]) {
    const body = await embed(brand, asked);
    expect(body).toContain("Test mode: what you write here is not public");
    expect(body).toContain(`${origins().chie}/test/c/${brand}/kettle`);
    expect(body).not.toContain("does not run it");
  }
  expect(await embed(brand, { lang: "ja", at: "test" })).toContain("テスト表示です。ここに書いたことは公開されず、7日後に消えます。");
});

test("its addresses lead to it from anywhere, and its sessions open nothing of the real community", async () => {
  const brand = newBrand();
  const origin = "https://shop.example";
  const body = { product: "kettle", kind: "question", title: `${MARK} by its address` };
  const tried = await ok(send("POST", inTest(pathOf(brand, "/threads")), { origin, body }));
  const real = await ok(send("POST", pathOf(brand, "/threads"), { origin, body: { ...body, title: "Real" } }));
  for (const [session, here, there] of [[tried.session, inTest, String], [real.session, String, inTest]]) {
    expect((await ok(send("GET", here(pathOf(brand, "/mine")), { origin, session }))).asked).toHaveLength(1);
    await refused(send("GET", there(pathOf(brand, "/mine")), { origin, session }), 401, "token_invalid");
  }
  expect(titles(await ok(send("GET", inTest(pathOf(brand, "/threads")))))).toEqual([`${MARK} by its address`]);
  expect(titles(await ok(send("GET", pathOf(brand, "/threads"))))).toEqual(["Real"]);
  // On the console's host there is no such thing.
  expect((await send("GET", inTest(pathOf(brand)), { at: origins().console })).status).toBe(404);
});

test("nothing of it is in the directory, in feeds, on maps or in mail", async () => {
  const brand = newBrand();
  const guest = new Guest(brand, { site: LOCAL[0] });
  const email = newAddress("tester");
  const thread = await guest.asks({ title: `${MARK} burns my hand, there is smoke and fire` });
  await guest.joins(email);
  await ok(guest.follow(thread));
  await new Guest(brand, { site: LOCAL[1] }).replies(thread, { body: "Pull the plug." });
  const before = (await lettersTo(email)).length;
  for (const now of [Date.now(), Date.now() + DAY, Date.now() + 4 * DAY]) await hooks.due(brand, now, "test");
  expect((await lettersTo(email)).length).toBe(before);
  expect((await ok(send("GET", `/v1/directory?q=${brand}`))).brands).toEqual([]);
  for (const path of [`/c/${brand}/feed.atom`, `/c/${brand}/kettle/feed.atom`, `/c/${brand}/kettle/${thread}/feed.atom`, `/c/${brand}/sitemap.xml`]) {
    expect((await send("GET", inTest(path))).status, path).toBe(404);
    expect((await send("GET", path)).text, path).not.toContain(MARK);
  }
  const page = await send("GET", inTest(`/c/${brand}/kettle/${thread}?lang=en`));
  expect([page.status, page.text.includes('name="robots" content="noindex"'), page.text.includes("Test mode")]).toEqual([200, true, true]);
  expect(page.text).not.toMatch(/canonical|ld\+json|feed\.atom|og:/);
  expect((await send("GET", `/c/${brand}/kettle/${thread}?lang=en`)).status).toBe(404);
});

test("a week after somebody last wrote it is wiped, its pictures too", async () => {
  const brand = newBrand();
  const start = Date.now();
  const guest = new Guest(brand, { site: LOCAL[0], now: start });
  const photo = (await ok(guest.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }))).id;
  const thread = await guest.asks({ photos: [{ id: photo }] });
  const { veil } = (await guest.thread(thread)).photos[0];
  const picture = () => send("GET", `/test/p/${photo}?key=${veil.by_key}`);
  expect((await picture()).status).toBe(200);
  expect((await send("GET", `/p/${photo}?key=${veil.by_key}`)).status).toBe(404);
  await hooks.due(brand, start + 6 * DAY, "test");
  expect((await guest.thread(thread)).row.id).toBe(thread);
  guest.now = start + 6 * DAY;
  await ok(guest.reply(thread));
  await hooks.due(brand, start + 8 * DAY, "test");
  expect((await guest.thread(thread)).row.id).toBe(thread);
  await hooks.due(brand, start + 13 * DAY, "test");
  expect(await hooks.tables(brand, "test")).toEqual([]);
  expect((await picture()).status).toBe(404);
  // What is written afterwards begins anew.
  const later = new Guest(brand, { site: LOCAL[0], now: start + 14 * DAY });
  await later.asks({ title: "Again" });
  expect(titles(await ok(later.list()))).toEqual(["Again"]);
});

test("an owner lists the sites; every other one is in test mode from then on, and nobody else's", async () => {
  const [brand, other] = [newBrand(), newBrand()];
  const sites = { live: "https://shop.acme.example", staging: "https://staging.acme.example", fan: "https://fan.example" };
  const guests = Object.fromEntries(Object.entries(sites).map(([name, site]) => [name, new Guest(brand, { site })]));
  for (const [name, guest] of Object.entries(guests)) await guest.asks({ title: `Before, ${name}` });
  const rep = await company(brand);
  const set = (list) => rep.send("PUT", pathOf(brand, "/sites"), { sites: list.join("\n") });
  await refused(set(["shop.localhost"]), 422, "local_name", "sites");
  await refused(set(["https://shop.acme.example/help"]), 422, "malformed_domain", "sites");
  await refused(set(Array.from({ length: 51 }, (_, index) => `s${index}.acme.example`)), 422, "too_many_sites", "sites");
  expect(await ok(set(["shop.acme.example"]))).toEqual({ sites: "shop.acme.example" });
  expect(await ok(rep.send("GET", pathOf(brand, "/sites")))).toEqual({ sites: "shop.acme.example" });

  await guests.live.asks({ title: "After, live" });
  await new Guest(brand, { site: sites.staging }).asks({ title: "After, staging" });
  await guests.fan.again().asks({ title: "After, fan" });
  const read = async (site) => titles(await ok(new Guest(brand, { site }).list()));
  expect((await read(sites.live)).sort()).toEqual(["After, live", "Before, fan", "Before, live", "Before, staging"]);
  expect((await read("https://never-seen.example")).sort()).toEqual(["After, fan", "After, staging"]);
  expect(await embed(brand, { origin: sites.staging })).toContain("Test mode");
  expect(await embed(brand, { origin: sites.live })).not.toContain("Test mode");
  // Our own pages and callers that are no page are none of these sites.
  expect((await ok(send("GET", pathOf(brand)))).threads).toBe(4);
  expect(await embed(other, { origin: sites.staging })).not.toContain("Test mode");

  // A proof that lapsed lists nothing.
  expect(await embed(brand, { origin: sites.staging, now: Date.now() + 40 * DAY })).not.toContain("Test mode");
  await ok(set([]));
  expect(await embed(brand, { origin: sites.staging })).not.toContain("Test mode");
});

test("a frame is in test mode where the page around it is", async () => {
  const brand = newBrand();
  const frame = (referer, query = "") => send("GET", `/frame/${brand}/kettle?lang=en${query}`, { headers: referer ? { referer } : {} });
  const at = async (...what) => (await frame(...what)).text.match(/data-chie-at="(\w+)"/)[1];
  for (const origin of LOCAL) expect(await at(`${origin}/`), origin).toBe("test");
  for (const origin of [...REAL.slice(1).map((origin) => `${origin}/`), undefined]) expect(await at(origin), origin).toBe("elsewhere");
  expect(await at("https://shop.example/", "&at=test")).toBe("test");
  const rep = await company(brand);
  await ok(rep.send("PUT", pathOf(brand, "/sites"), { sites: "shop.example" }));
  expect([await at("https://shop.example/"), await at("https://staging.example/")]).toEqual(["elsewhere", "test"]);
});
