// Every view of Chie in one table: what it is called and how one gets there. `accessible.spec.mjs` looks at each in both themes
// and languages, in a narrow window, by touch, in forced colours, and writes its accessibility tree down. A new view is one
// line here.
import { codeIn, Console, DAY, Guest, HOUR, mailTo, newAddress, newBrand, ok, operator, origins } from "../harness/actors.mjs";
import { ask, expect, openThread, siteWithTag, typeLine, unfold, visit } from "./stage.mjs";

const WORDS = {
  en: {
    product: "Stove-top Kettle", title: "The lid drips", body: "Only when it pours.\n\n> quoted\n\n`code`, a [link](https://acme.example/) and\n\n- one\n- two",
    reply: "Turn the gasket **round**.", other: "Mine stopped by itself.", comment: "Which way round?", idea: "Could the handle be longer?", line: "lid drips", question: "Is the lid made of glass?",
    private: "Call me at +81 90 1234 5678.", danger: "There was smoke and fire.",
  },
  ja: {
    product: "直火ケトル", title: "ふたから水が垂れます", body: "注ぐときだけです。\n\n> 引用\n\n`code` と [リンク](https://acme.example/) と\n\n- ひとつ\n- ふたつ",
    reply: "パッキンを**裏返して**ください。", other: "いつのまにか直りました。", comment: "どちら向きですか。", idea: "取っ手を長くできませんか", line: "水が垂れ", question: "ふたはガラスですか",
    private: "090-1234-5678 にお電話ください。", danger: "煙と火が出ました。",
  },
};

/** A community in which every view has something to show. */
export async function world(target, lang) {
  const words = WORDS[lang] ?? WORDS.en;
  const brand = newBrand();
  const now = Date.now() - 40 * DAY;
  const asker = new Guest(brand, { now, site: origins().brand });
  const thread = await asker.asks({ title: words.title, kind: "problem", body: words.body, name: "Ada", product_name: words.product });
  const helper = new Guest(brand, { now: now + HOUR });
  const helped = await helper.replies(thread, { body: words.reply });
  const crowd = await new Guest(brand, { now: now + 2 * HOUR }).replies(thread, { body: words.other });
  for (let index = 0; index < 3; index += 1) await new Guest(brand, { now: now + DAY }).star(crowd);
  await asker.accept(helped);
  await new Guest(brand, { now: now + 2 * DAY }).asks({ title: words.idea, kind: "idea" });
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  const site = { brand, lang: WORDS[lang] ? lang : "en", title: words.product, ...(WORDS[lang] ? {} : { tag: { lang } }) };
  return {
    brand, thread, rep, words, lang,
    url: await siteWithTag(target, site),
    empty: await siteWithTag(target, { ...site, product: "lamp" }),
    launcher: await siteWithTag(target, { ...site, tag: { ...site.tag, place: "launcher" } }),
    session: asker.session,
    /** From here on the brand is in its threads. */
    async claimed() {
      await rep.claims(brand);
      const { body } = await rep.answer(brand, thread, {});
      await ok(rep.mark(brand, thread, body.thread.replies.find(({ author }) => author.voice.official).id));
    },
  };
}

const begin = async (page, it, line = it.words.question) => {
  await visit(page, it.url);
  await typeLine(page, line);
  // How many may answer is announced a moment after they are shown.
  await expect(page.getByRole("status").filter({ hasText: /\S/ })).not.toHaveCount(0);
  await page.locator(".ch-like-ask").click();
};
const submit = (page) => page.locator("form.ch-form:not(.ch-keep) button[type=submit]").click();
const asAsker = async (page, it) => {
  await page.goto(it.url);
  await page.evaluate(([name, session]) => localStorage.setItem(name, session), [`chie:${it.brand}:session`, it.session]);
  await visit(page, it.url);
  await openThread(page, it.words.title);
};

/** The widget's views before anybody claimed; they go on from one another only where that is said. */
export const WIDGET = {
  list: (page, it) => visit(page, it.url),
  kinds: async (page, it) => { await visit(page, it.url); await page.locator(".ch-menu > summary").click(); },
  "no thread yet": (page, it) => visit(page, it.empty),
  "nothing fits": async (page, it) => {
    await visit(page, it.url);
    await page.locator(".ch-menu > summary").click();
    await page.locator(".ch-menu-box a").nth(-2).click();
    await expect(page.locator(".ch-none")).toBeVisible();
  },
  likely: async (page, it) => { await visit(page, it.url); await typeLine(page, it.words.line); },
  asking: begin,
  "asking, unfolded": async (page, it) => { await begin(page, it); await unfold(page); await page.locator(".ch-moods label").first().click(); },
  "asking, refused": async (page, it) => { await begin(page, it); await page.locator("#ch-title").fill(""); await submit(page); await expect(page.locator(".ch-error")).toBeVisible(); },
  "asking, private": async (page, it) => { await begin(page, it); await page.locator("#ch-body").fill(it.words.private); await submit(page); await expect(page.locator(".ch-private")).toBeVisible(); },
  "asking, danger": async (page, it) => { await begin(page, it); await page.locator("#ch-body").fill(it.words.danger); await expect(page.getByRole("status").filter({ has: page.getByRole("link") })).toBeVisible(); },
  waiting: async (page, it) => { await begin(page, it); await page.context().setOffline(true); await submit(page); await expect(page.locator(".ch-bar button")).toBeVisible(); },
  "taken back": async (page) => { await page.locator(".ch-bar button").click(); await page.context().setOffline(false); await expect(page.locator(".ch-bar")).toHaveCount(0); },
  posted: async (page, it) => {
    await page.evaluate(() => localStorage.clear()); await visit(page, it.url); await ask(page, { line: it.words.question });
    // What can be done now comes with the second part, and for a few seconds it can be taken back.
    await expect(page.locator("#ch-email")).toBeVisible();
    await expect(page.locator(".ch-undo button")).toBeVisible();
  },
  "posted, code": async (page, it) => {
    it.email = newAddress("ada");
    await page.locator("#ch-email").fill(it.email);
    await page.locator(".ch-keep:has(#ch-email, #ch-code) button[type=submit]").click();
    await expect(page.locator("#ch-code")).toBeFocused();
    await expect(page.locator(".ch-undo")).toHaveCount(0, { timeout: 15_000 });
  },
  "posted, kept": async (page, it) => {
    await page.locator("#ch-code").fill(codeIn((await mailTo(it.email))[0]));
    await page.locator(".ch-keep:has(#ch-email, #ch-code) button[type=submit]").click();
    await expect(page.locator(".ch-kept")).toBeVisible();
  },
  thread: async (page, it) => { await page.evaluate(() => localStorage.clear()); await visit(page, it.url); await openThread(page, it.words.title); },
  "one's own thread": asAsker,
  "signed out": async (page, it) => {
    await page.evaluate((brand) => { localStorage.setItem(`chie:${brand}:session:address`, "a…@mail.example"); localStorage.setItem(`chie:${brand}:session`, "1.spoiled"); }, it.brand);
    await visit(page, it.url);
    await expect(page.locator(".ch-keep")).toBeVisible();
    await page.evaluate(() => localStorage.clear());
  },
};

/** The same after the brand claimed its threads. */
export const OFFICIAL = {
  "official list": (page, it) => visit(page, it.url),
  "official thread": async (page, it) => { await visit(page, it.url); await openThread(page, it.words.title); },
};

/** What is not drawn inside the page's own flow. */
export const LAUNCHER = {
  launcher: async (page, it) => { await page.goto(it.launcher); await expect(page.getByRole("button")).toBeVisible(); },
  "launcher, open": async (page) => { await page.getByRole("button").first().click(); await expect(page.locator("section.ch:visible .ch-row").first()).toBeVisible(); },
};

/** Chie's own pages, by their addresses. */
export const PAGES = {
  directory: () => "/",
  "directory, nothing": () => "/?q=nobody.example",
  rules: () => "/rules",
  docs: () => "/docs/",
  tag: () => "/put-it-on-your-site",
  "tag, made": () => "/put-it-on-your-site?brand=acme.example&product=kettle",
  "tag, refused": () => "/put-it-on-your-site?brand=acme&product=K",
  product: ({ brand }) => `/c/${brand}/kettle`,
  "product, narrowed": ({ brand }) => `/c/${brand}/kettle?kind=idea`,
  "public thread": ({ brand, thread }) => `/c/${brand}/kettle/${thread}`,
  documents: ({ lang }) => (lang === "ja" ? "/docs/ja" : "/docs"),
  "not found": () => "/nothing-here",
};

/** The console's screens, by the part of the address after `#`. */
export const CONSOLE = {
  start: () => "",
  changes: ({ brand }) => `${brand}/changes`,
  proof: ({ brand }) => `${brand}/proof`,
  claim: ({ brand }) => `${brand}/claim`,
  threads: ({ brand }) => `${brand}/threads`,
  words: ({ brand }) => `${brand}/words`,
  figures: ({ brand }) => `${brand}/figures`,
  "console thread": ({ brand, thread }) => `${brand}/threads/${thread}`,
};

export { operator };
