// Everybody: each view of `views.mjs` through axe without a single violation, light and dark, in English, Japanese and from
// right to left; at 400 % zoom; by touch; in forced colours; and its accessibility tree as it was last agreed upon.
// `npx playwright test … -u` writes the trees anew; read what changed before it is kept.
import AxeBuilder from "@axe-core/playwright";
import { origins } from "../harness/actors.mjs";
import { atConsole } from "./desk.mjs";
import { expect, somebodyElse, test, widget } from "./stage.mjs";
import { CONSOLE, LAUNCHER, OFFICIAL, openPage, OWN, PAGES, WIDGET, world } from "./views.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No violation at all. */
async function clean(page, where, without = [], only) {
  const axe = new AxeBuilder({ page });
  const { violations } = await (only ? axe.withRules(only) : axe.disableRules(without).withTags(TAGS)).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(" ")} ${failureSummary.split("\n")[1]}`).slice(0, 3).join(" | ")}`), where).toEqual([]);
}

/** What a menu lies over is no target while it is open. */
const WITHOUT = { kinds: ["target-size"] };
const COLOURS = ["color-contrast", "link-in-text-block"];
const DARK = "<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }</style>";
const provoked = (watch) => watch.allow(/40[14]|410|422|ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
const WIDE = { width: 1280, height: 720 };
/** A window of 1280 pixels at 400 %. */
const NARROW = { width: 320, height: 512 };

/** Walks through views of the widget, and looks at each. */
async function walk(page, it, views, look) {
  for (const [name, go] of Object.entries(views)) {
    await test.step(name, async () => {
      await go(page, it);
      await look(name);
    });
  }
}

/** Turns the page light or dark, and waits until what stands in it has followed. */
async function turn(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((scheme) => [...document.querySelectorAll("*")].every(({ shadowRoot }) => {
    const top = shadowRoot?.querySelector(".ch");
    return !top?.checkVisibility() || getComputedStyle(top).colorScheme === scheme;
  }), colorScheme);
}

/** One look at a view: through axe in both colours, and in a window of 1280 pixels at 400 %. A view is loaded once for all of it. */
async function lookAt(page, name, { top } = {}) {
  await clean(page, `${name}, light`, WITHOUT[name]);
  await turn(page, "dark");
  // Names, roles and places do not change with the light.
  await clean(page, `${name}, dark`, [], COLOURS);
  await turn(page, "light");
  await page.setViewportSize(NARROW);
  await fits(page, name, top);
  await page.setViewportSize(WIDE);
}

/** A page that follows light and dark, a community, and what is done with each view. */
async function begin({ browser, watch, lang, look }) {
  const page = await somebodyElse(browser, watch, { viewport: WIDE, colorScheme: "light" });
  await page.addInitScript((style) => document.addEventListener("DOMContentLoaded", () => document.head.insertAdjacentHTML("beforeend", style)), DARK);
  const it = await world(page, lang);
  const seen = async (name) => {
    await treeOf(page, it, name, lang);
    await look(page)(name);
  };
  return { page, it, seen };
}

for (const lang of ["en", "ja", "ar-XB", "en-XA"]) {
  // Longer words are about room, and their letters are those of English.
  const look = (page) => async (name, how) => {
    if (lang !== "en-XA") return lookAt(page, name, how);
    await page.setViewportSize(NARROW);
    await fits(page, name, how?.top);
    return page.setViewportSize(WIDE);
  };

  test(`the widget: axe, light and dark, and 400 % zoom, ${lang}`, async ({ browser, watch }) => {
    test.setTimeout(300_000);
    provoked(watch);
    const { page, it, seen } = await begin({ browser, watch, lang, look });
    await walk(page, it, WIDGET, seen);
    await page.context().close();
  });

  test(`what is one's own, official and floating: axe, light and dark, and 400 % zoom, ${lang}`, async ({ browser, watch }) => {
    test.setTimeout(300_000);
    provoked(watch);
    const { page, it, seen } = await begin({ browser, watch, lang, look });
    await walk(page, it, OWN, seen);
    await it.claimed();
    await walk(page, it, OFFICIAL, seen);
    await walk(page, it, LAUNCHER, seen);
    await page.context().close();
  });

  test(`Chie's own pages and the console: axe, light and dark, and 400 % zoom, ${lang}`, async ({ browser, watch }) => {
    test.setTimeout(300_000);
    provoked(watch);
    const page = await somebodyElse(browser, watch, { viewport: WIDE, colorScheme: "light" });
    const it = await world(page, lang);
    for (const [name, go] of Object.entries(PAGES)) {
      await test.step(name, async () => {
        await openPage(page, it, go, lang);
        await look(page)(name, { top: "body" });
      });
    }
    // The console speaks the languages that people work in.
    if (lang !== "ar-XB") {
      await it.claimed();
      await page.goto(`${origins().console}/?lang=${lang}`);
      await expect(page.locator("#email")).toBeVisible();
      await look(page)("sign in", { top: "body" });
      await atConsole(page, it.rep);
      for (const [name, room] of Object.entries(CONSOLE)) {
        await test.step(name, async () => {
          await page.goto(`${origins().console}/?lang=${lang}#/${room(it)}`);
          await settled(page);
          await look(page)(name, { top: "body" });
        });
      }
    }
    await page.context().close();
  });
}

async function settled(page) {
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page.locator("main h1")).not.toHaveText(/Loading|読み込/);
  await expect(page.locator("main .loading")).toHaveCount(0);
}

/** A page at 400 % of 1280 pixels scrolls one way only, and nothing sticks out of its box. */
async function fits(page, where, top = "section.ch") {
  const wide = await page.evaluate((top) => {
    const inside = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
    const all = inside(document).filter((one) => one.closest(top) && one.checkVisibility() && !one.closest(".ch-sr, .hidden, pre, svg, .page-skip"));
    const out = all.filter((one) => { const box = one.getBoundingClientRect(); return box.width && (box.left < -1 || box.right > innerWidth + 1); });
    // Words that are cut off are hidden words; a line of the list leaves out what its thread says in full.
    const cut = all.filter((one) => {
      const { overflowX, textOverflow } = getComputedStyle(one);
      return overflowX !== "visible" && textOverflow !== "ellipsis" && one.scrollWidth > one.clientWidth + 1 && !one.closest("input, textarea");
    });
    return { page: document.documentElement.scrollWidth - innerWidth, out: out.map((one) => one.outerHTML.slice(0, 100)), cut: cut.map((one) => one.outerHTML.slice(0, 100)) };
  }, top);
  expect.soft(wide, where).toEqual({ page: 0, out: [], cut: [] });
}

test("by touch every target is large enough", async ({ browser, watch }) => {
  test.setTimeout(240_000);
  provoked(watch);
  const page = await somebodyElse(browser, watch, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  const it = await world(page, "en");
  const look = async (name) => {
    const small = await page.evaluate(() => {
      const inside = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
      return inside(document).filter((one) => one.closest(".ch") && one.matches("a, button, input:not([type=hidden]), textarea, select, summary") && one.checkVisibility() && !one.closest(".ch-sr")).flatMap((one) => {
        // A line is one target, and so is a label with its field; a link in the midst of a sentence may be as low as its line.
        if (one.closest(".ch-text, .ch-hint, .ch-event, .ch-note") && one.localName === "a") return [];
        const whole = one.closest("label, .ch-row, .ch-ask-line") ?? one;
        const { width, height } = whole.getBoundingClientRect();
        return height < 43.5 || width < 24 ? [`${one.localName}.${one.className} ${Math.round(width)}×${Math.round(height)} ${one.textContent.slice(0, 30)}`] : [];
      });
    });
    expect.soft(small, name).toEqual([]);
  };
  await walk(page, it, { ...WIDGET, ...OWN }, look);
  await it.claimed();
  await walk(page, it, OFFICIAL, look);
  await walk(page, it, LAUNCHER, look);
  await page.context().close();
});

test("in forced colours the ring, the seal, the band and each mark still tell", async ({ browser, watch }) => {
  const page = await somebodyElse(browser, watch, { forcedColors: "active" });
  const it = await world(page, "en");
  await WIDGET.list(page, it);
  const style = (selector, ...names) => page.locator(selector).first().evaluate((one, all) => all.map((name) => getComputedStyle(one)[name]), names);
  // Fan-made: a dashed frame and a hatched band.
  expect(await style("section.ch", "borderInlineStartStyle")).toEqual(["dashed"]);
  expect((await style(".ch-steward", "backgroundImage"))[0]).toContain("gradient");
  await page.locator("h1").click();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
  expect(await page.evaluate(() => {
    const on = [...document.querySelectorAll("*")].find((one) => one.shadowRoot).shadowRoot.activeElement;
    return [on, on.closest(".ch-row"), on.closest(".ch-ask-line")].some((one) => one && getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 2);
  })).toBe(true);
  // Marks are filled, half or hollow.
  await it.claimed();
  await OFFICIAL["official list"](page, it);
  expect(await style("section.ch", "borderBlockStartWidth", "borderBlockStartStyle")).toEqual(["4px", "solid"]);
  const [seal, ink] = await Promise.all([style(".ch-seal-ground", "fill"), style(".ch-seal-tick", "stroke")]);
  expect(seal).not.toEqual(ink);
  const picture = await page.locator(".ch-steward").screenshot();
  expect(picture.length).toBeGreaterThan(500);
  await page.context().close();
});

test("nothing moves where motion is not wanted", async ({ browser, watch }) => {
  const page = await somebodyElse(browser, watch, { reducedMotion: "reduce" });
  const it = await world(page, "en");
  for (const name of ["list", "kinds", "asking", "thread"]) {
    await WIDGET[name](page, it);
    expect(await widget(page).evaluate((section) => [...section.querySelectorAll("*")].filter((one) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(one);
      return parseFloat(transitionDuration) > 0 || (animationName !== "none" && parseFloat(animationDuration) > 0);
    }).map((one) => one.className)), name).toEqual([]);
  }
  await page.context().close();
});

/** What differs from run to run. */
const steady = (tree, { brand, own }) => tree.replaceAll(brand, "acme.example").replaceAll(own?.brand ?? brand, "acme.example").replace(/localhost:\d+/g, "chie.example").replace(/127\.0\.0\.1:\d+/g, "brand.example")
  .replace(/[trcpfm]_[0-9a-z]{26}/g, "ID").replace(/key=\w+/g, "key=KEY").replace(/\b\d{1,2}:\d{2}( UTC)?/g, "TIME").replace(/\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}年\d{1,2}月\d{1,2}日/g, "DATE").replace(/\d+ (second|minute|hour|day|week)s? ago|\d+(分|時間|日|週間)前|just now|たった今/g, "AGO")
  .replace(/\b[a-z]…@mail\.example/g, "ADDRESS").replace(/[a-z]+-[0-9a-f]{10}@mail\.example/g, "ADDRESS").replace(/(Guest · |ゲスト・)\S+( \d+)?/g, "$1COLOUR");

/** The accessibility tree of a view as it was last agreed upon, in the languages that people read. */
async function treeOf(page, it, name, lang) {
  if (!["en", "ja"].includes(lang)) return;
  // The offer to take something back ends by the clock: axe looks at it, a tree cannot count on it.
  const hide = (display) => page.locator(".ch-undo").evaluateAll((bars, display) => bars.forEach((bar) => { bar.style.display = display; }), display);
  await hide("none");
  expect.soft(`${steady(await page.locator("body").ariaSnapshot(), it)}\n`).toMatchSnapshot(`${name.replace(/[^a-z]+/g, "-")}.${lang}.yml`);
  await hide("");
}
