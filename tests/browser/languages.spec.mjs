// Languages: two complete ones, two that nobody speaks and that find what is not in a table or keeps to one side, and what the
// widget does in a language that it does not have.
import { expect, test, gate, line, openThread, siteWithTag, somebodyElse, stillThere, untilLive, visit, widget, typeLine, ask } from "./stage.mjs";
import { at } from "../../scripts/place.mjs";
import { wordsOfLoader } from "../../scripts/words.mjs";
import { Guest, newBrand, origins } from "../harness/actors.mjs";

const PROGRAM = /embed-[0-9a-f]+\.wasm/;
const DAY = 86_400_000;

async function community(brand = newBrand()) {
  const now = Date.now();
  const old = await new Guest(brand, { now: now - 200 * DAY }).asks({ title: "The whistle stays silent", kind: "problem", body: "Since *yesterday*.\n\n> it sang before", name: "Ada" });
  for (let index = 0; index < 3; index += 1) await new Guest(brand, { now: now - (index + 1) * DAY }).replies(old, { body: `Vinegar, ${index} spoons.` });
  await new Guest(brand, { now: now - 3 * 3_600_000 }).asks({ title: "笛が鳴りません", kind: "problem", body: "昨日からです。", name: "葵" });
  await new Guest(brand, { now: now - 20 * DAY }).asks({ title: "המכסה דולף", kind: "question", body: "רק כשאני מוזג. Model K-12!", name: "עדה" });
  return { brand, old };
}

/** The drawn view's markup without what fields hold and what is told in the visitor's zone. */
const markup = (page) => widget(page).first().evaluate((section) => section.outerHTML.replace(/ (value|checked|title)="[^"]*"/g, "").replace(/<!--.*?-->/g, ""));

for (const lang of ["en", "ja", "en-XA", "ar-XB"]) {
  test(`server and browser draw the same in ${lang}`, async ({ browser, watch }) => {
    const page = await somebodyElse(browser, watch, { timezoneId: "Pacific/Kiritimati" });
    const { brand, old } = await community();
    for (const thread of [undefined, old]) {
      const url = await siteWithTag(page, { brand, tag: { lang, ...(thread && { thread }) } });
      const open = await gate(page, PROGRAM);
      await page.goto(url);
      await expect(widget(page)).toHaveAttribute("lang", lang);
      const drawn = await markup(page);
      expect(await stillThere(page)).toBe(true);
      open();
      await untilLive(page);
      expect(await markup(page)).toBe(drawn);
      await page.unroute(PROGRAM);
    }
    await page.context().close();
  });
}

test("exact times are the visitor's own once the widget lives, and nothing moves", async ({ browser, watch }) => {
  const page = await somebodyElse(browser, watch, { timezoneId: "Asia/Tokyo" });
  const brand = newBrand();
  const at = Date.UTC(2026, 0, 31, 20, 5);
  await new Guest(brand, { now: at }).asks({ title: "Asked at night" });
  const url = await siteWithTag(page, { brand });
  const open = await gate(page, PROGRAM);
  await page.goto(url);
  const time = line(page, "Asked at night").locator("time");
  await expect(time).toHaveAttribute("title", /31 Jan 2026.*20:05 UTC/);
  await expect(time).toHaveText("31 Jan 2026");
  const box = await time.boundingBox();
  open();
  await untilLive(page);
  await expect(time).toHaveAttribute("title", /1 Feb 2026.*05:05/);
  await expect(time).toHaveText("31 Jan 2026");
  expect(await time.boundingBox()).toEqual(box);
  await page.context().close();
});

test("what people wrote stands in its own direction and language", async ({ page }) => {
  const { brand } = await community();
  await visit(page, await siteWithTag(page, { brand }));
  const title = (text) => line(page, text).locator("h3 bdi");
  await expect(title("笛が")).toHaveAttribute("lang", "ja");
  await expect(title("המכסה")).toHaveAttribute("lang", "he");
  await expect(title("The whistle")).not.toHaveAttribute("lang");
  await openThread(page, "המכסה");
  expect(await page.locator(".ch-post .ch-text p").evaluate((one) => [getComputedStyle(one).direction, one.lang, one.dir])).toEqual(["rtl", "he", "auto"]);
  expect(await page.locator(".ch-by b bdi").first().evaluate((one) => [getComputedStyle(one).direction, getComputedStyle(one).unicodeBidi])).toEqual(["rtl", "isolate"]);
  await page.locator("#ch-reply-name").fill("עדה");
  await expect(page.locator(".ch-compose .ch-actions .ch-hint")).toContainText("\u2068עדה\u2069");
});

test("on a Japanese page, what was written in English is read as English", async ({ page }) => {
  const { brand } = await community();
  await visit(page, await siteWithTag(page, { brand, lang: "ja" }));
  await expect(line(page, "The whistle").locator("h3 bdi")).toHaveAttribute("lang", "en");
  await expect(line(page, "笛が").locator("h3 bdi")).not.toHaveAttribute("lang", "en");
});

test("Japanese is set as Japanese wants it", async ({ page }) => {
  const { brand } = await community();
  await visit(page, await siteWithTag(page, { brand, lang: "ja" }));
  const style = (locator) => locator.evaluate((one) => {
    const { lineBreak, wordBreak, letterSpacing, fontFamily, lineHeight, fontSize } = getComputedStyle(one);
    return { lineBreak, wordBreak, letterSpacing, first: fontFamily.split(",")[0].replaceAll('"', ""), height: parseFloat(lineHeight) / parseFloat(fontSize) };
  });
  expect(await style(widget(page))).toEqual({ lineBreak: "strict", wordBreak: "auto-phrase", letterSpacing: "normal", first: "Hiragino Sans", height: 1.75 });
  await visit(page, await siteWithTag(page, { brand, lang: "en" }));
  expect(await style(widget(page))).toMatchObject({ wordBreak: "normal", height: 1.55 });
  // Japanese words on an English page break as Japanese too, and nothing is smaller than thirteen pixels.
  expect(await style(line(page, "笛が").locator("h3 bdi"))).toMatchObject({ lineBreak: "strict", wordBreak: "auto-phrase" });
  expect(await widget(page).evaluate((section) => [...section.querySelectorAll("*")].filter((one) => one.innerText?.trim() && parseFloat(getComputedStyle(one).fontSize) < 13).map((one) => one.className))).toEqual([]);
});

/** Pictures of both directions: whatever stands on a side of its own shows in one of them. */
const sides = (page) => widget(page).evaluate((section) => {
  const { left, width } = section.getBoundingClientRect();
  const seen = {};
  for (const [name, selector] of Object.entries({ seal: ".ch-steward > svg", icon: ".ch-row > svg", menu: ".ch-menu", find: ".ch-ask-line > svg", links: ".ch-foot-links" })) {
    const box = section.querySelector(selector).getBoundingClientRect();
    seen[name] = (box.left + box.right) / 2 - left < width / 2 ? "left" : "right";
  }
  return seen;
});

test("a language that runs from right to left turns everything round", async ({ page }) => {
  const { brand } = await community();
  await visit(page, await siteWithTag(page, { brand, lang: "en" }));
  const usual = await sides(page);
  expect(usual).toMatchObject({ seal: "left", icon: "left", menu: "right" });
  await visit(page, await siteWithTag(page, { brand, tag: { lang: "ar-XB" } }));
  await expect(widget(page)).toHaveAttribute("dir", "rtl");
  const other = { left: "right", right: "left" };
  expect(await sides(page)).toEqual(Object.fromEntries(Object.entries(usual).map(([name, side]) => [name, other[side]])));
  // The arrow back points to where one came from.
  await openThread(page, "The whistle");
  expect(await page.locator(".ch-back svg").evaluate((one) => getComputedStyle(one).scale)).toBe("-1 1");
  // A Latin text in the midst of it keeps its own direction.
  expect(await page.locator(".ch-post .ch-text p").first().evaluate((one) => getComputedStyle(one).direction)).toBe("ltr");
});

for (const [lang, width] of [["en-XA", 360], ["en-XA", 768], ["ar-XB", 360], ["ar-XB", 768]]) {
  test(`nothing is cut off or pushed out in ${lang} at ${width}`, async ({ browser, watch }) => {
    const page = await somebodyElse(browser, watch, { viewport: { width, height: 800 } });
    const { brand } = await community();
    const over = async (where) => expect(await widget(page).evaluate((section) => {
      const { left, right } = section.getBoundingClientRect();
      return [...section.querySelectorAll("*")].filter((one) => {
        if (one.closest(".ch-sr, pre, svg")) return false;
        const box = one.getBoundingClientRect();
        return box.width && (box.left < left - 1 || box.right > right + 1);
      }).map((one) => one.outerHTML.slice(0, 90));
    }), where).toEqual([]);
    await visit(page, await siteWithTag(page, { brand, tag: { lang } }));
    await over("the list");
    await typeLine(page, "whistle");
    await over("likely threads");
    await page.locator(".ch-like-ask").click();
    await over("asking");
    await page.locator("#ch-title").fill("");
    await page.locator("form.ch-form button[type=submit]").click();
    await expect(page.locator(".ch-error")).toBeVisible();
    await over("asking, refused");
    await visit(page, await siteWithTag(page, { brand, tag: { lang } }));
    await openThread(page, "The whistle");
    await over("a thread");
    await page.context().close();
  });
}

test("every sentence of the widget comes from a table", async ({ page }) => {
  const { brand } = await community();
  await visit(page, await siteWithTag(page, { brand, tag: { lang: "en-XA" } }));
  // Whatever is not user text, a number or a date is accented: plain words are not in a table.
  const plain = () => widget(page).evaluate((section) => {
    const texts = [];
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.closest("bdi, time, code, .ch-text, .ch-domain, .ch-face")) texts.push(node.data);
    }
    for (const one of section.querySelectorAll("[aria-label], [placeholder]")) texts.push(one.ariaLabel ?? "", one.getAttribute("placeholder") ?? "");
    return texts.filter((text) => /[aeiou]/.test(text.replace(/Stove-top Kettle|\d+ (\w+) ago|Chie/g, "")));
  });
  expect(await plain(), "the list").toEqual([]);
  await openThread(page, "The whistle");
  expect(await plain(), "a thread").toEqual([]);
  await page.locator(".ch-back").click();
  await ask(page, { line: "Is it loud?" });
  expect(await plain(), "posted").toEqual([]);
});

test("a language that Chie does not speak falls back to English, with one line for whoever builds the page", async ({ page, watch }) => {
  watch.allow(/^console: Chie: data-lang/);
  const said = [];
  page.on("console", (message) => message.text().startsWith("Chie:") && said.push(message.text()));
  await visit(page, await siteWithTag(page, { brand: newBrand(), tag: { lang: "tlh" } }));
  await expect(widget(page)).toHaveAttribute("lang", "en");
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/data-lang="tlh".*such as en or ja/);
});

test("public pages keep the language on every link", async ({ page }) => {
  const { brand, old } = await community();
  for (const path of ["/", `/c/${brand}/kettle`, `/c/${brand}/kettle/${old}`, "/rules", "/put-it-on-your-site", "/nothing-here"]) {
    const address = `${origins().chie}${path}?lang=ja`;
    const html = await (await page.request.get(address, { failOnStatusCode: false })).text();
    expect(html, path).toContain('<html lang="ja" dir="ltr">');
    const links = [...html.matchAll(/<a [^>]*href="([^"#]+)"/g)].map(([, href]) => new URL(href.replaceAll("&amp;", "&"), address)).filter(({ origin }) => origin === origins().chie);
    expect(links.length, path).toBeGreaterThan(2);
    expect(links.filter(({ pathname, searchParams }) => !searchParams.get("lang") && !pathname.startsWith("/docs/ja")).map(String), path).toEqual([]);
    expect([...html.matchAll(/<form[^>]*method="get"[\s\S]*?<\/form>/g)].filter(([form]) => !form.includes('name="lang"')), path).toEqual([]);
  }
  // Languages that nobody speaks turn a whole page round where Chie is built.
  expect(await (await page.request.get(`${origins().chie}/?lang=ar-XB`)).text()).toContain('<html lang="ar-XB" dir="rtl">');
});

test("a further language is one file for the loader's modules too, and misses what it misses alone", () => {
  const known = wordsOfLoader();
  for (const complete of ["en", "ja"]) expect(Object.keys(known[complete]), complete).toEqual(["name", "close", "read"]);
  expect(wordsOfLoader(at("widget/tests/locale"))).toEqual({ nl: { name: "Vragen en antwoorden" } });
});
