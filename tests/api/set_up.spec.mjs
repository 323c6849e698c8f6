// What a brand arranges after it came: products by all their names, why it is here, its own page, hours across summer time, and the sign at a place
// that leads elsewhere.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, HOUR, newBrand, ok, origins, pathOf, refused, send } from "../harness/actors.mjs";

const page = (path, now) => fetch(`${origins().chie}${path}`, { redirect: "manual", headers: now ? { "x-chie-now": String(now) } : {} });
const embed = async (brand, product, { now, lang = "en" } = {}) => (await fetch(`${origins().chie}/embed/${brand}/${product}?lang=${lang}`, { headers: now ? { "x-chie-now": String(now) } : {} })).text();

/** A brand whose owner has proven the domain. */
async function proven(products = ["kettle"], now = Date.now()) {
  const brand = newBrand();
  const threads = {};
  for (const product of products) threads[product] = await new Guest(brand, { now }).asks({ product, title: `Loud ${product}` });
  const owner = await new Console(undefined, { now }).signsIn();
  await owner.proves(brand);
  const put = (rest, body) => owner.send("PUT", pathOf(brand, rest), body);
  return { brand, threads, owner, put };
}

test("a model number in a tag leads to the product, and what is asked there is asked about it", async () => {
  const { brand, put, owner } = await proven();
  const { products } = await ok(put("/products/kettle", { name: "Stove-top Kettle", aliases: "KT-1200, やかん" }));
  expect(products).toMatchObject([{ product: { key: "kettle", name: "Stove-top Kettle", standing: "made" }, aliases: "KT-1200, やかん, kettle", merged: [] }]);
  const guest = new Guest(brand);
  const thread = await guest.asks({ product: "kt-1200", title: "Another" });
  expect((await guest.thread(thread)).row.product).toBe("kettle");
  expect(await embed(brand, "kt-1200")).toContain("Stove-top Kettle");
  const led = await page(`/c/${brand}/kt-1200?lang=ja`);
  expect([led.status, new URL(led.headers.get("location")).pathname, new URL(led.headers.get("location")).search]).toEqual([301, `/c/${brand}/kettle`, "?lang=ja"]);
  await refused(put("/products/kettle", { name: "A\u200bcme" }), 422, "forbidden_character", "name");
  await refused(put("/products/kettle", { name: "Kettle", aliases: Array.from({ length: 25 }, (_, n) => `K${n}`).join() }), 422, "malformed", "aliases");
  await refused(put("/products/nothing", { name: "Nothing" }), 422, "unknown_product");
  const words = await ok(owner.send("GET", pathOf(brand, "/search-words")));
  expect(words.aliases).toBe("kettle: KT-1200, やかん, kettle");
});

test("a merged product's addresses lead on: list, thread, feed, tag, API; the history tells it", async () => {
  const { brand, threads, put } = await proven(["kettle-1", "kettle"]);
  await refused(put("/products/kettle-1/merged", { into: "kettle-1" }), 422, "same_product", "into");
  await ok(put("/products/kettle-1/merged", { into: "kettle" }));
  const old = threads["kettle-1"];
  for (const [path, to] of [
    [`/c/${brand}/kettle-1`, `/c/${brand}/kettle`],
    [`/c/${brand}/kettle-1/${old}`, `/c/${brand}/kettle/${old}`],
    [`/c/${brand}/kettle-1/feed.atom`, `/c/${brand}/kettle/feed.atom`],
    [`/c/${brand}/kettle-1/${old}/feed.atom`, `/c/${brand}/kettle/${old}/feed.atom`],
  ]) {
    const led = await page(path);
    expect([path, led.status, new URL(led.headers.get("location")).pathname]).toEqual([path, 301, to]);
    expect((await page(to)).status, to).toBe(200);
  }
  const list = await ok(send("GET", pathOf(brand, "/threads?product=kettle-1")));
  expect(list.rows.map((row) => row.title).sort()).toEqual(["Loud kettle", "Loud kettle-1"]);
  expect((await ok(send("GET", pathOf(brand)))).products.map((product) => product.key)).toEqual(["kettle"]);
  const { lines } = await ok(send("GET", pathOf(brand, "/history"), { now: Date.now() }));
  expect(lines.map(({ what }) => what)).toContainEqual({ merged: ["kettle-1", "kettle"] });
});

test("a retired product is readable, says so in both languages, and takes nothing new, without script either", async () => {
  const { brand, threads, put } = await proven();
  await ok(put("/products/kettle", { name: "Kettle", retired: true }));
  await refused(new Guest(brand).ask({ product: "kettle", title: "New" }), 422, "product_retired");
  expect(await embed(brand, "kettle")).toContain("no new questions are taken about Kettle");
  expect(await embed(brand, "kettle", { lang: "ja" })).toContain("「Kettle」についての新しい質問は受け付けていません");
  const shown = await (await page(`/c/${brand}/kettle`)).text();
  expect(shown).toContain("no new questions are taken about Kettle");
  expect(shown).not.toContain("/kettle/ask");
  const form = await page(`/c/${brand}/kettle/ask`);
  expect([form.status, new URL(form.headers.get("location")).pathname]).toEqual([303, `/c/${brand}/kettle`]);
  expect((await page(`/c/${brand}/kettle/${threads.kettle}`)).status).toBe(200);
  await new Guest(brand).replies(threads.kettle);
});

test("a signpost by proof alone: from its date on nothing new, everything leads to the brand's help; it is taken back", async () => {
  const start = Date.now();
  const { brand, threads, put, owner } = await proven(undefined, start);
  await refused(put("/signpost", { from: start + DAY }), 422, "help_needed", "help");
  await refused(put("/signpost", {}), 400, "missing_field", "from");
  const help = "https://help.acme.example/contact";
  await ok(put("/set-up", { help }));
  expect((await ok(put("/signpost", { from: start + DAY }))).signpost).toBe(start + DAY);
  const soon = await embed(brand, "kettle", { now: start + HOUR });
  expect(soon).toContain("answers in its own help");
  await new Guest(brand, { now: start + HOUR }).asks({ title: "Just in time" });
  const later = start + 2 * DAY;
  await refused(new Guest(brand, { now: later }).ask({ title: "Too late" }), 422, "signposted");
  for (const [lang, line] of [["en", "no new questions are taken here"], ["ja", "新しい質問を受け付けていません"]]) {
    const drawn = await embed(brand, "kettle", { now: later, lang });
    expect(drawn).toContain(line);
    expect(drawn).toContain(help);
  }
  const seen = await ok(send("GET", pathOf(brand), { now: later }));
  expect([seen.help, seen.signpost, seen.steward]).toEqual([help, start + DAY, "fan_made"]);
  await new Guest(brand, { now: later }).replies(threads.kettle);
  await refused(put("/set-up", {}), 422, "help_needed", "help");
  const again = await new Console(owner.email, { now: later }).signsIn();
  await ok(again.send("PUT", pathOf(brand, "/signpost"), { from: null }));
  await new Guest(brand, { now: later }).asks({ title: "Again" });
});

test("the canonical page is the brand's own only where that is proven and wanted", async () => {
  const { brand, threads, put } = await proven();
  const canonical = async () => /rel="canonical" href="([^"]*)"/.exec(await (await page(`/c/${brand}/kettle/${threads.kettle}`)).text())[1];
  const here = `${origins().chie}/c/${brand}/kettle/${threads.kettle}`;
  expect(await canonical()).toBe(here);
  for (const wrong of ["https://acme-help.example/", `https://${brand}.evil.example/`]) {
    await refused(put("/set-up", { own_site: true, page: wrong }), 422, "not_proven", "page");
  }
  for (const wrong of [`http://${brand}/`, `https://user@${brand}/`, `https://${brand}/#{thread}`, "javascript:alert(1)"]) {
    await refused(put("/set-up", { own_site: true, page: wrong }), 422, "malformed", "page");
  }
  await ok(put("/set-up", { own_site: true, page: `https://www.${brand}/{product}?thread={thread}` }));
  expect(await canonical()).toBe(`https://www.${brand}/kettle?thread=${threads.kettle}`);
  expect(/rel="canonical" href="([^"]*)"/.exec(await (await page(`/c/${brand}/kettle`)).text())[1]).toBe(`${origins().chie}/c/${brand}/kettle`);
  await ok(put("/set-up", { own_site: false, page: `https://www.${brand}/{product}?thread={thread}` }));
  expect(await canonical()).toBe(here);
});

test("hours follow summer time by the zone's name, are told on official places only, and an unknown zone is refused", async () => {
  const { brand, put, owner } = await proven();
  const hours = { zone: "Europe/Berlin", week: "mon-fri 9-17", goal: 60 };
  for (const zone of ["Europe/Nowhere", "Mars/Base"]) await refused(put("/hours", { ...hours, zone }), 422, "unknown_zone", "zone");
  await refused(put("/hours", { ...hours, zone: "+01:00" }), 422, "malformed", "zone");
  const kept = (await ok(put("/hours", hours))).hours;
  expect(kept.zone).toBe("Europe/Berlin");
  expect(kept.clock.changes.length).toBeGreaterThan(5);
  expect(new Set(kept.clock.changes.map(([, ahead]) => ahead))).toEqual(new Set([60, 120]));
  for (const [at, ahead] of kept.clock.changes) {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone: "Europe/Berlin", timeZoneName: "longOffset" }).formatToParts(at);
    expect(parts.find((part) => part.type === "timeZoneName").value, new Date(at).toISOString()).toBe(ahead === 60 ? "GMT+01:00" : "GMT+02:00");
  }
  expect(await embed(brand, "kettle")).not.toContain("reads here");
  await owner.claims(brand);
  expect(await embed(brand, "kettle")).toMatch(/reads here Monday to Friday, 9:00–17:00 \(Central European Time\)/);
  expect(await embed(brand, "kettle", { lang: "ja" })).toContain("月曜〜金曜 9:00〜17:00(中央ヨーロッパ時間)");
  await ok(put("/set-up", { answers: false }));
  expect(await embed(brand, "kettle")).not.toContain("reads here");
});

test("what is said of a thread beside it", async () => {
  const { brand, threads, owner } = await proven();
  const context = await ok(owner.send("GET", pathOf(brand, `/threads/${threads.kettle}/context`)));
  expect(context).toMatchObject({ asked: 1, solved: 0, founder: true, followers: 1, claimed: null, taken: null, others: [] });
});
