// Every view of Chie in one table: what it is called and how one gets there. `accessible.spec.mjs` looks at each in both themes
// and languages, in a narrow window, by touch, in forced colours, and writes its accessibility tree down. A new view is one
// line here.
import { codeIn, Console, DAY, Guest, HOUR, lettersAfter, mailTo, newAddress, newBrand, ok, operator, origins } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";
import { ask, expect, openThread, siteWithTag, typeLine, unfold, visit } from "./stage.mjs";

const WORDS = {
  en: {
    product: "Stove-top Kettle", title: "The lid drips", body: "Only when it pours.\n\n> quoted\n\n`code`, a [link](https://acme.example/) and\n\n- one\n- two",
    reply: "Turn the gasket **round**.", other: "Mine stopped by itself.", comment: "Which way round?", idea: "Could the handle be longer?", line: "lid drips", question: "Is the lid made of glass?",
    private: "Call me at +81 90 1234 5678.", photo: "The lid, from above", news: "Which oil is right?", danger: "There was smoke and fire.",
  },
  ja: {
    product: "直火ケトル", title: "ふたから水が垂れます", body: "注ぐときだけです。\n\n> 引用\n\n`code` と [リンク](https://acme.example/) と\n\n- ひとつ\n- ふたつ",
    reply: "パッキンを**裏返して**ください。", other: "いつのまにか直りました。", comment: "どちら向きですか。", idea: "取っ手を長くできませんか", line: "水が垂れ", question: "ふたはガラスですか",
    private: "090-1234-5678 にお電話ください。", photo: "上から見たふた", news: "油はどれがよいですか", danger: "煙と火が出ました。",
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
  const it = {
    brand, thread, rep, words, lang,
    url: await siteWithTag(target, site),
    empty: await siteWithTag(target, { ...site, product: "lamp" }),
    test: await siteWithTag(target, { ...site, site: "http://shop.localhost:3000" }),
    /** Another community, made when it is first looked at. */
    async owns() {
      it.own ??= await belongings(words, now);
      it.own.url ??= await siteWithTag(target, { ...site, brand: it.own.brand });
      return it.own;
    },
    launcher: await siteWithTag(target, { ...site, tag: { ...site.tag, place: "launcher" } }),
    session: asker.session,
    /** From here on the brand is in its threads. */
    async claimed() {
      await rep.claims(brand);
      const { body } = await rep.answer(brand, thread, {});
      await ok(rep.mark(brand, thread, body.thread.replies.find(({ author }) => author.voice.official).id));
    },
  };
  return it;
}

/** A community of its own, where somebody has asked with a photo and nobody answered, and somebody else is trusted. */
async function belongings(words, now) {
  const brand = newBrand();
  const asker = new Guest(brand, { now, site: origins().brand });
  const thread = await asker.asks({ title: words.title, body: words.body, name: "Ada", product_name: words.product });
  // A photo that no post takes within a day is gone.
  asker.now = undefined;
  const { id } = await ok(asker.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  await asker.asks({ title: words.news, photos: [{ id, alt: words.photo }] });
  const helper = new Guest(brand, { site: origins().brand });
  await helper.joins(newAddress("helper"));
  for (let n = 0; n < 6; n += 1) {
    const other = new Guest(brand);
    await other.joins(newAddress("asker"));
    const reply = await helper.replies(await other.asks({ title: `${words.idea} ${n}`, kind: "question" }), { body: words.reply });
    await ok(other.accept(reply));
    for (let m = 0; n === 0 && m < 8; m += 1) await ok(new Guest(brand).star(reply));
  }
  return { brand, thread, session: asker.session, helper: helper.session };
}

/** Opens a page as somebody to whom this device belongs for the first time, or who has this session. */
async function fresh(page, url, brand, session) {
  if (new URL(page.url()).origin !== new URL(url).origin) await page.goto(url);
  await page.evaluate(([name, session]) => {
    localStorage.clear();
    if (session) localStorage.setItem(name, session);
  }, [`chie:${brand}:session`, session]);
  await visit(page, url);
}

/** What one does to one's own post stands before the way to share it: changing it, deleting it. */
const CHANGE = ".ch-post > .ch-actions > .ch-bare:has(+ .ch-bare + .ch-share)";
const DELETE = ".ch-post > .ch-actions > .ch-bare:has(+ .ch-share)";

/** The thread of somebody's own in the community of their belongings. */
async function ownThread(page, it, title = it.words.title, who = "session") {
  const own = await it.owns();
  await fresh(page, own.url, own.brand, own[who]);
  await openThread(page, title);
  // Whose it is comes a moment after the thread.
  if (who === "session") await expect(page.locator(DELETE)).toBeVisible();
}

const begin = async (page, it, line = it.words.question) => {
  await fresh(page, it.url);
  await typeLine(page, line);
  // How many may answer is announced a moment after they are shown.
  await expect(page.getByRole("status").filter({ hasText: /\S/ })).not.toHaveCount(0);
  await page.locator(".ch-like-ask").click();
};
const submit = (page) => page.locator("form.ch-form:not(.ch-keep) button[type=submit]").click();
const asAsker = async (page, it) => {
  await fresh(page, it.url, it.brand, it.session);
  await openThread(page, it.words.title);
  await expect(page.locator(DELETE)).toBeVisible();
};
const REST = /embed-rest-[0-9a-f]+\.wasm/;

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
  search: async (page, it) => {
    await fresh(page, it.url);
    await typeLine(page, it.words.line);
    await page.locator(".ch-like-all").click();
    await expect(page.locator(".ch-found").first()).toBeVisible();
  },
  "search, nothing": async (page) => { await page.locator("#ch-find").fill("zebra"); await page.locator("#ch-find").press("Enter"); await expect(page.locator(".ch-none[role=status]")).toBeVisible(); },
  helping: async (page, it) => { await fresh(page, it.url); await page.locator("a[data-live][href*='phase=open']").last().click(); await expect(page.locator("#ch-email")).toBeVisible(); },
  "second part missing": async (page, it) => {
    await page.route(REST, (route) => route.abort());
    await fresh(page, it.url);
    await page.locator(".ch-row a").first().click();
    await expect(page.locator(".ch-none[role=alert]")).toBeVisible();
    await page.unroute(REST);
  },
  "test mode": async (page, it) => { await visit(page, it.test); },
  asking: begin,
  "asking, photos": async (page, it) => {
    await begin(page, it);
    await page.locator(".ch-add input[type=file]").setInputFiles({ name: "one.png", mimeType: "image/png", buffer: plain("png") });
    await expect(page.locator(".ch-picked [role=status]")).not.toBeEmpty();
  },
  "asking, unfolded": async (page, it) => { await begin(page, it); await unfold(page); await page.locator(".ch-moods label").first().click(); },
  "asking, refused": async (page, it) => { await begin(page, it); await page.locator("#ch-title").fill(""); await submit(page); await expect(page.locator(".ch-error")).toBeVisible(); },
  "asking, private": async (page, it) => { await begin(page, it); await page.locator("#ch-body").fill(it.words.private); await submit(page); await expect(page.locator(".ch-private")).toBeVisible(); },
  "asking, danger": async (page, it) => { await begin(page, it); await page.locator("#ch-body").fill(it.words.danger); await expect(page.getByRole("status").filter({ has: page.getByRole("link") })).toBeVisible(); },
  waiting: async (page, it) => { await begin(page, it); await page.context().setOffline(true); await submit(page); await expect(page.locator(".ch-bar button")).toBeVisible(); },
  "taken back": async (page) => { await page.locator(".ch-bar button").click(); await page.context().setOffline(false); await expect(page.locator(".ch-bar")).toHaveCount(0); },
  posted: async (page, it) => {
    await fresh(page, it.url); await ask(page, { line: it.words.question });
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
  thread: async (page, it) => { await fresh(page, it.url); await openThread(page, it.words.title); },
  comment: async (page) => { await page.locator(".ch-reply .ch-actions .ch-bare:not(.ch-flag)").first().click(); await expect(page.locator("#ch-comment")).toBeVisible(); },
  flag: async (page) => { await page.locator(".ch-post .ch-flag").first().click(); await expect(page.locator(".ch-choices").first()).toBeVisible(); },
  news: async (page, it) => {
    await fresh(page, it.url);
    await new Guest(it.brand, { now: Date.now() }).asks({ title: it.words.news });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(page.locator(".ch-fresh button")).toBeVisible();
  },
};

/** What is one's own, and what one can do with it. */
export const OWN = {
  "one's own thread": asAsker,
  "own photo": async (page, it) => { await ownThread(page, it, it.words.news); await expect(page.locator("a.ch-photo img")).toBeVisible(); },
  "large photo": async (page) => { await page.locator("a.ch-photo").click(); await expect(page.locator("dialog.ch-large")).toBeVisible(); },
  "own help": async (page, it) => { await ownThread(page, it); await expect(page.locator(".ch-own")).toBeVisible(); },
  tags: async (page) => { await page.locator(".ch-tags .ch-bare").click(); await expect(page.locator("#ch-tag")).toBeVisible(); },
  delete: async (page) => { await page.locator(DELETE).click(); await expect(page.locator("[data-ch-delete]")).toBeVisible(); },
  change: async (page, it) => { await ownThread(page, it); await page.locator(CHANGE).click(); await expect(page.locator("#ch-change")).toBeVisible(); },
  versions: async (page, it) => {
    await page.locator("#ch-change").fill(it.words.other);
    await page.locator("form:has(#ch-change) button[type=submit]").click();
    await page.locator(".ch-post .ch-edited").click();
    await expect(page.locator(".ch-versions")).toBeVisible();
  },
  "same as": async (page, it) => { await ownThread(page, it, it.words.title, "helper"); await page.locator(".ch-more-about > summary").click(); await expect(page.locator("#ch-same")).toBeVisible(); },
  "helping, known": async (page, it) => { await page.locator(".ch-back").click(); await page.locator("a[data-live][href*='phase=open']").last().click(); await expect(page.locator(".ch-yours")).toBeVisible(); },
  erase: async (page) => { await page.locator(".ch-erase").click(); await expect(page.locator(".ch-yours [role=group]")).toBeVisible(); },
  "signed out": async (page, it) => {
    await fresh(page, it.url);
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
  "directory, a long name": async () => `/?q=${await longName()}`,
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
  ask: ({ brand }) => `/c/${brand}/kettle/ask`,
  "ask, refused": ({ brand }) => ({ to: `/c/${brand}/kettle/ask`, sent: { title: "", kind: "question" } }),
  reply: ({ brand, thread, words }) => ({ to: `/c/${brand}/kettle/${thread}/reply`, sent: { reply: words.reply } }),
  "public search": ({ brand, words }) => `/c/${brand}/kettle?q=${encodeURIComponent(words.line)}`,
  "public search, nothing": ({ brand }) => `/c/${brand}/kettle?q=zebra`,
  keep: () => "/keep",
  stop: (it) => stopLink(it),
  "stop, over": () => "/stop/nothing",
  "open, refused": () => ({ to: "/open", sent: { domain: "localhost", product_name: "Kettle", product: "K" } }),
};

/** A community whose product has a name without a place to break. */
async function longName() {
  const brand = newBrand("long");
  await new Guest(brand).asks({ title: "Which lid fits?", product_name: "x".repeat(80) });
  return brand;
}

/** Where somebody who follows a thread can end the mail about it. */
async function stopLink(it) {
  if (it.stop) return it.stop;
  const asker = new Guest(it.brand, { site: origins().brand });
  const email = newAddress("follower");
  const thread = await asker.asks({ title: it.words.news });
  await asker.joins(email);
  await new Guest(it.brand).replies(thread, { body: it.words.other });
  const [letter] = await lettersAfter(it.brand, email, 1);
  it.stop = new URL(letter.text.match(/http\S+\/stop\/\S+/)[0]).pathname;
  return it.stop;
}

/** Opens a page of Chie's own: an address, or what a form sends there. */
export async function openPage(page, it, go, lang) {
  const place = await go(it);
  const { to = place, sent } = place;
  const address = new URL(to, origins().chie);
  address.searchParams.set("lang", lang);
  await page.goto(sent ? `${origins().chie}/rules?lang=${lang}` : String(address));
  if (!sent) return;
  const came = page.waitForURL((url) => url.pathname === address.pathname);
  await page.evaluate(([action, sent]) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action });
    for (const [name, value] of Object.entries(sent)) form.append(Object.assign(document.createElement("input"), { name, value }));
    document.body.append(form);
    form.submit();
  }, [String(address), sent]);
  await came;
}

/** The console's screens, by the part of the address after `#`. */
export const CONSOLE = {
  start: () => "",
  changes: ({ brand }) => `${brand}/changes`,
  proof: ({ brand }) => `${brand}/proof`,
  claim: ({ brand }) => `${brand}/claim`,
  threads: ({ brand }) => `${brand}/threads`,
  words: ({ brand }) => `${brand}/words`,
  figures: ({ brand }) => `${brand}/figures`,
  people: ({ brand }) => `${brand}/people`,
  overview: ({ brand }) => `${brand}/overview`,
  products: ({ brand }) => `${brand}/products`,
  "set-up": ({ brand }) => `${brand}/set-up`,
  "console thread": ({ brand, thread }) => `${brand}/threads/${thread}`,
};

export { operator };
