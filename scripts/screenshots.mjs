// `npm run screenshots`: pictures of every screen with the sample community, at three widths, light and dark, in English
// and Japanese, into `test-results/pictures`; the few that documents show go to `docs/pictures` as small PNGs, and the widget
// on four pages that look unlike each other as one sheet for each page and language. `hosts`, `visitors`, `console` or
// `asking` as an argument takes only those.
import { chromium } from "@playwright/test";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Console, newKey, ok, putRecord } from "../tests/harness/actors.mjs";
import { startStack } from "../tests/harness/stack.mjs";
import { build } from "./build.mjs";
import { at } from "./place.mjs";
import { seed } from "./seed.mjs";
import { setUpBrowser } from "./setup-browser.mjs";
import { setUp } from "./setup.mjs";
import { say, step } from "./shell.mjs";

const WIDTHS = [360, 768, 1280];
const COLOURS = ["light", "dark"];
const LANGS = ["en", "ja"];
const ALL = at("test-results", "pictures");
const CHOSEN = at("docs", "pictures");

/** What documents show: the name there, and the picture it comes from. */
const SHOWN = {
  "brand-en-light": "brand-1280-light-en", "brand-ja-light": "brand-1280-light-ja", "phone-list-ja-dark": "brand-360-dark-ja",
  "thread-en-light": "thread-1280-light-en", "official-ja-dark": "official-1280-dark-ja", "phone-ask-en-light": "ask-360-light-en",
  "phone-posted-ja-light": "posted-360-light-ja", "directory-en-light": "directory-1280-light-en",
  "console-proof-en-light": "console-proof-1280-light-en", "console-claim-en-light": "console-claim-1280-light-en",
  "console-reply-en-light": "console-reply-1280-light-en",
};

/** Pages of others that hold the widget, by the names of their pictures. */
const HOSTS = {
  brand: (stack, lang) => shop(stack, lang, "kettle"),
  official: (stack, lang) => `${stack.maker}${lang === "ja" ? "/ja/" : "/"}`,
  fan: (stack, lang) => `${stack.fan}${lang === "ja" ? "/ja/oyu-wo-matsu/" : "/a-kettle-loses-its-voice/"}`,
  workshop: (stack, lang) => `${stack.workshop}${lang === "ja" ? "/ja/" : "/"}`,
};
const PARTS = ["hosts", "visitors", "console", "asking"];

const LINES = { en: "Crumbs fall out of the bottom", ja: "パンくずが下から落ちます" };
const DETAILS = { en: "The tray is in as far as it goes, and there are still crumbs under it every morning.", ja: "受け皿は奥まで入っていますが、毎朝、下にパンくずが落ちています。" };
const SEARCHED = { en: "whistle stays silent", ja: "笛が鳴らない" };

export async function main(args) {
  await setUp();
  if (!args.includes("--as-built")) await build();
  const browser = await chromium.launch({ executablePath: await setUpBrowser(), args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  const named = args.filter((one) => PARTS.includes(one));
  const wanted = (part) => !named.length || named.includes(part);
  for (const folder of [ALL, CHOSEN]) mkdirSync(folder, { recursive: true });
  if (!named.length) {
    for (const folder of [ALL, CHOSEN]) for (const file of readdirSync(folder).filter((name) => /\.(png|jpg)$/.test(name))) rmSync(join(folder, file));
  }
  try {
    await inWorld(async (stack) => {
      await step("Filling in a sample community", () => seed({ ...stack, log: (line) => say(`  ${line}`) }));
      if (wanted("hosts")) {
        await step("Pictures of pages that hold the widget", () => each(browser, (page, how) => hosts(page, how, stack)));
        await step("A sheet for each of them", () => sheets(browser));
      }
      if (wanted("visitors")) await step("Pictures for visitors", () => each(browser, (page, how) => visitor(page, how, stack)));
      if (wanted("console")) await step("Pictures of the console", () => company(browser, stack));
    });
    // Each of these pictures posts; in a world of their own they fill nobody's list.
    if (wanted("asking")) await inWorld((stack) => step("Pictures of asking", () => each(browser, (page, how) => asking(page, how, stack))));
  } finally {
    await browser.close();
  }
}

async function inWorld(work) {
  const stack = await startStack({ testHooks: true });
  for (const name of ["chie", "console", "brand", "world"]) process.env[name.toUpperCase()] = stack[name];
  try {
    await work(stack);
  } finally {
    await stack.stop();
  }
}

/** Walks through all widths, colours and languages, with a fresh browser for each. */
async function each(browser, work) {
  for (const lang of LANGS) {
    for (const colorScheme of COLOURS) {
      for (const width of WIDTHS) {
        const locale = { en: "en-GB", ja: "ja-JP" }[lang];
        const context = await browser.newContext({ viewport: { width, height: width === 360 ? 760 : 900 }, colorScheme, locale, reducedMotion: "reduce" });
        await context.grantPermissions(["local-network-access"]);
        // The demo's widgets keep their roots closed; the hand that takes pictures has to reach in.
        await context.addInitScript(() => {
          const attach = Element.prototype.attachShadow;
          Element.prototype.attachShadow = function open(how) { return attach.call(this, { ...how, mode: "open" }); };
        });
        const page = await context.newPage();
        const take = (name, options) => picture(page, `${name}-${width}-${colorScheme}-${lang}`, options);
        await work(page, { lang, width, take, context });
        await context.close();
      }
    }
  }
}

async function picture(page, name, { whole = false, of } = {}) {
  await page.evaluate(() => document.fonts.ready);
  const png = await (of ? of.screenshot({ animations: "disabled" }) : page.screenshot({ fullPage: whole, animations: "disabled" }));
  writeFileSync(`${ALL}/${name}.png`, png);
  for (const [shown, source] of Object.entries(SHOWN)) {
    if (source === name) writeFileSync(`${CHOSEN}/${shown}.png`, await small(png));
  }
}

/** A palette makes pictures of flat colours a quarter as large; without the packer they stay as they are. */
async function small(png) {
  const sharp = await import("sharp").then((module) => module.default, () => undefined);
  return sharp ? sharp(png).png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 }).toBuffer() : png;
}

const widgetOf = (page) => page.locator("section.ch");

/** Opens a page, brings its widget into sight (what nobody comes near is not loaded) and waits until it lives. */
async function open(page, url) {
  await page.goto(url);
  await widgetOf(page).first().waitFor();
  await page.evaluate(() => {
    [...document.querySelectorAll("*")].find(({ shadowRoot }) => shadowRoot).scrollIntoView({ block: "start" });
    window.scrollBy(0, -80);
  });
  await page.waitForFunction(() => [...document.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot?.childElementCount === 1 && Object.keys(shadowRoot.firstElementChild).some((key) => key.startsWith("__yew"))));
}

const shop = (stack, lang, product) => `${stack.brand}${lang === "ja" ? "/ja" : ""}/products/${product}/`;

async function hosts(page, { lang, take }, stack) {
  for (const [name, url] of Object.entries(HOSTS)) {
    await open(page, url(stack, lang));
    await take(name);
  }
}

/** All widths and colours of one page in one language, side by side, as the browser itself lays them out. */
async function sheets(browser) {
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  for (const name of Object.keys(HOSTS)) {
    for (const lang of LANGS) {
      const rows = COLOURS.map((colour) => `<p>${WIDTHS.map((width) => {
        const png = readFileSync(`${ALL}/${name}-${width}-${colour}-${lang}.png`).toString("base64");
        return `<img style="width:${width * 0.6}px" src="data:image/png;base64,${png}">`;
      }).join("")}</p>`);
      await page.setContent(`<style>body{margin:0;padding:12px;background:#8b938f;width:max-content}p{display:flex;gap:12px;margin:0}p+p{margin-top:12px}</style>${rows.join("")}`);
      await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
      writeFileSync(`${CHOSEN}/host-${name}-${lang}.jpg`, await page.locator("body").screenshot({ type: "jpeg", quality: 82 }));
    }
  }
  await page.close();
}

async function visitor(page, { lang, take }, stack) {
  await open(page, HOSTS.brand(stack, lang));
  await page.locator("#ch-line").fill(SEARCHED[lang]);
  await page.locator(".ch-like").waitFor();
  await take("likely");
  await page.locator("#ch-line").fill("");
  await page.locator(".ch-row").filter({ has: page.locator(".ch-ok") }).first().getByRole("link").click();
  await page.locator(".ch-post").waitFor();
  await take("thread", { of: widgetOf(page) });
  await open(page, HOSTS.official(stack, lang));
  await page.locator(".ch-row").filter({ has: page.locator(".ch-ok, .ch-no") }).first().getByRole("link").click();
  await page.locator(".ch-post").waitFor();
  await take("official-thread", { of: widgetOf(page) });
  await open(page, shop(stack, lang, "toaster"));
  await take("empty", { of: widgetOf(page) });
  for (const [name, path] of Object.entries({ directory: "/", found: "/?q=kettle", nobody: "/?q=unknown.example", rules: "/rules", tag: "/put-it-on-your-site?brand=acme.example&product=kettle" })) {
    await page.goto(`${stack.chie}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
    await take(name, { whole: true });
  }
  await page.goto(`${stack.chie}/c/acme.example/grinder?lang=${lang}`);
  await widgetOf(page).last().waitFor();
  await take("public");
}

async function asking(page, { lang, take }, stack) {
  await open(page, shop(stack, lang, "toaster"));
  await page.locator("#ch-line").fill(LINES[lang]);
  await page.locator(".ch-like-ask").click();
  await page.locator("#ch-body").fill(DETAILS[lang]);
  await take("ask", { of: widgetOf(page) });
  await page.locator(".ch-fold > summary").click();
  await page.locator("#ch-name").fill("Official Support");
  await page.locator("form.ch-form button[type=submit]").click();
  await page.locator(".ch-error").waitFor();
  await take("refused", { of: widgetOf(page) });
  await page.locator("#ch-name").fill("");
  await page.locator("form.ch-form button[type=submit]").click();
  await page.locator(".ch-done").waitFor();
  await take("posted", { of: widgetOf(page) });
}

/** The console from signing in to an official answer; each stage is pictured in full before the next changes it. */
async function company(browser, stack) {
  const brand = "acme.example";
  const rep = new Console("mika@acme.example");
  const at = (room) => `${stack.console}/#/${brand}/${room}`;
  const screens = async (all, { signedIn = true } = {}) => each(browser, async (page, { lang, take, context }) => {
    if (signedIn) {
      const [name, value] = rep.cookie.split(/=(.*)/);
      await context.addCookies([{ name, value, domain: "console.localhost", path: "/", secure: true }]);
    }
    for (const [name, [url, wait]] of Object.entries(all)) {
      await page.goto(url.replace("/#", `/?lang=${lang}#`));
      await page.reload();
      await page.locator(wait).first().waitFor();
      // A drawing may take the element's place meanwhile: scrolling needs it for a moment only.
      await page.locator(wait).first().evaluate((element) => element.scrollIntoView({ block: "nearest" }));
      await take(`console-${name}`, { whole: name === "proof" });
    }
  });
  await screens({ "sign-in": [`${stack.console}/#/`, "#email"] }, { signedIn: false });

  // The failing check lies back a little: two of them must not follow at once.
  rep.now = Date.now() - 60_000;
  await rep.signsIn();
  const { proof } = await ok(rep.requestProof(brand));
  await putRecord(proof.placement.at, proof.placement.text.slice(0, -6));
  await ok(rep.check(brand, proof.id));
  await screens({ changes: [at("changes"), "main h1"], proof: [at("proof"), "table.looks"] });

  await putRecord(proof.placement.at, proof.placement.text);
  rep.now = undefined;
  await ok(rep.check(brand, proof.id));
  await screens({ claim: [at("claim"), "table.threads"] });

  await ok(rep.claim(brand, { reach: "all" }, { key: newKey() }));
  const { threads } = await rep.desk(brand);
  const thread = threads.rows.find((row) => row.replies > 1 && row.kind === "problem" && /^[A-Z]/.test(row.title)) ?? threads.rows[0];
  await ok(rep.answer(brand, thread.id, { name: "Mika", body: "Thank you for the photos. This is part K-7; we send it without charge, and the workshop can fit it while you wait." }));
  await screens({ proven: [at("proof"), "main h1"], threads: [at("threads"), ".rows"], reply: [at(`threads/${thread.id}`), "#reply"] });
}
