// What search engines and feed readers find: one address for a page, structured data that says no more than the page, feeds,
// and maps of communities that are worth finding.
import { expect, test } from "@playwright/test";
import { Guest, newBrand, ok, operator, origins, send } from "../harness/actors.mjs";

const page = (brand, thread = "", query = "") => send("GET", `/c/${brand}/kettle${thread && `/${thread}`}${query}`);
const meaning = (html) => JSON.parse(html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1]);
/** Threads' addresses; the brand's own page leads them. */
const places = (xml) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place]) => place).filter((place) => place.includes("/kettle/"));

test("an answered question is a QAPage, everything else a discussion, and no title ends the block", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const title = "Why </script><b>bold</b> steam?";
  const thread = await asker.asks({ kind: "question", title, body: "It hisses." });
  const open = meaning((await page(brand, thread)).text);
  expect(open).toMatchObject({ "@type": "DiscussionForumPosting", headline: title, text: "It hisses.", commentCount: 0 });
  expect(open.isPartOf.name).toContain("Run by customers");

  const reply = await new Guest(brand).replies(thread, { body: "Tighten the lid." });
  const other = await new Guest(brand).replies(thread, { body: "Mine does too." });
  await ok(asker.accept(reply));
  const answered = await page(brand, thread, "?lang=ja");
  const told = meaning(answered.text);
  const address = `${origins().chie}/c/${brand}/kettle/${thread}`;
  expect(told).toMatchObject({ "@type": "QAPage", url: address });
  expect(told.mainEntity).toMatchObject({ "@type": "Question", name: title, answerCount: 2 });
  expect(told.mainEntity.acceptedAnswer.map((answer) => [answer.text, answer.url])).toEqual([["Tighten the lid.", `${address}#${reply}`]]);
  expect(told.mainEntity.suggestedAnswer.map((answer) => answer.url)).toEqual([`${address}#${other}`]);
  expect(answered.text).toContain(`<link rel="canonical" href="${address}">`);
  for (const lang of ["en", "ja"]) expect(answered.text).toContain(`hreflang="${lang}" href="${address}?lang=${lang}"`);
  expect(answered.text).not.toContain("<b>bold</b>");
});

test("what was removed is in no structured data, feed or map", async () => {
  const brand = newBrand();
  const people = Array.from({ length: 5 }, () => new Guest(brand));
  const threads = [];
  for (let n = 0; n < 11; n += 1) threads.push(await people[n % 5].asks({ title: `Question ${n}`, body: n === 3 ? "Zanzibar" : "Plain." }));
  const reply = await people[1].replies(threads[0], { body: "Timbuktu" });
  const judge = await operator();
  await ok(judge.remove(brand, { thread: threads[3], ground: "off_topic" }));
  await ok(judge.remove(brand, { thread: threads[0], reply, ground: "spam" }));
  expect((await page(brand, threads[3])).text).not.toMatch(/ld\+json|Zanzibar/);
  expect((await page(brand, threads[0])).text).not.toContain("Timbuktu");
  const map = await send("GET", `/c/${brand}/sitemap.xml`);
  expect(places(map.text)).toHaveLength(10);
  expect(map.text).not.toContain(threads[3]);
  for (const feed of [`/c/${brand}/feed.atom`, `/c/${brand}/kettle/feed.atom`]) expect((await send("GET", feed)).text).not.toContain(threads[3]);
  expect((await send("GET", `/c/${brand}/kettle/${threads[0]}/feed.atom`)).text).not.toContain("Timbuktu");
});

test("a community is for search engines from ten threads by five people on", async () => {
  const brand = newBrand();
  const people = Array.from({ length: 5 }, () => new Guest(brand));
  const first = await people[0].asks();
  for (let n = 1; n < 10; n += 1) await people[n % 4].asks({ title: `Question ${n}` });
  const noindex = '<meta name="robots" content="noindex">';
  expect((await page(brand, first)).text).toContain(noindex);
  expect(places((await send("GET", `/c/${brand}/sitemap.xml`)).text)).toEqual([]);
  await people[4].asks({ title: "A fifth person" });
  expect((await page(brand, first)).text).not.toContain(noindex);
  expect(places((await send("GET", `/c/${brand}/sitemap.xml`)).text)).toContain(`${origins().chie}/c/${brand}/kettle/${first}`);
  expect((await send("GET", `/embed/${brand}/kettle?lang=en`)).headers.get("x-robots-tag")).toBe("noindex");
});

test("feeds of brand, product and thread hold what everybody can read, and say who runs the place", async () => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const thread = await asker.asks({ title: "A <b> & title", body: "**Strong** <img src=x onerror=alert(1)>" });
  const reply = await new Guest(brand).replies(thread, { body: "Yes." });
  const address = `${origins().chie}/c/${brand}/kettle/${thread}`;
  for (const path of [`/c/${brand}/feed.atom`, `/c/${brand}/kettle/feed.atom`, `/c/${brand}/kettle/${thread}/feed.atom`]) {
    const feed = await send("GET", `${path}?lang=en`);
    expect([feed.status, feed.headers.get("content-type")], path).toEqual([200, "application/atom+xml; charset=utf-8"]);
    expect(feed.text).toContain("<subtitle>Run by customers");
    expect(feed.text).toContain(`<id>${address}</id>`);
    expect(feed.text).not.toMatch(/<img|<b>/);
  }
  const own = (await send("GET", `/c/${brand}/kettle/${thread}/feed.atom`)).text;
  expect(own).toContain("&lt;strong&gt;Strong&lt;/strong&gt;");
  expect(own).toContain(`<id>${address}#${reply}</id>`);
  for (const nowhere of [`/c/${newBrand()}/feed.atom`, `/c/${brand}/nothing/feed.atom`, `/c/${brand}/other/${thread}/feed.atom`]) {
    expect((await send("GET", nowhere)).status, nowhere).toBe(404);
  }
});
