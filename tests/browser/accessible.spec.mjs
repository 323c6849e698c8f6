// Everybody: each view of `views.mjs` through axe without a single violation, light and dark, in English, Japanese and from
// right to left; at 400 % zoom; by touch; in forced colours; and its accessibility tree as it was last agreed upon.
// `npx playwright test … -u` writes the trees anew; read what changed before it is kept.
import AxeBuilder from "@axe-core/playwright";
import { origins } from "../harness/actors.mjs";
import { expect, somebodyElse, test, widget } from "./stage.mjs";
import { CONSOLE, LAUNCHER, OFFICIAL, PAGES, WIDGET, world } from "./views.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No violation at all. */
async function clean(page, where, without = []) {
  const { violations } = await new AxeBuilder({ page }).disableRules(without).withTags(TAGS).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(" ")} ${failureSummary.split("\n")[1]}`).slice(0, 3).join(" | ")}`), where).toEqual([]);
}

/** What a menu lies over is no target while it is open. */
const WITHOUT = { kinds: ["target-size"] };
const DARK = "<style>body { background: #111; color: #eee }</style>";
const provoked = (watch) => watch.allow(/401|ERR_INTERNET_DISCONNECTED|422/);

/** Walks through views of the widget, and looks at each. */
async function walk(page, it, views, look) {
  for (const [name, go] of Object.entries(views)) {
    await test.step(name, async () => {
      await go(page, it);
      await look(name);
    });
  }
}

for (const colorScheme of ["light", "dark"]) {
  for (const lang of ["en", "ja", "ar-XB"]) {
    test(`the widget through axe, ${colorScheme}, ${lang}`, async ({ browser, watch }) => {
      test.setTimeout(150_000);
      provoked(watch);
      const page = await somebodyElse(browser, watch, { colorScheme });
      if (colorScheme === "dark") await page.addInitScript((style) => document.addEventListener("DOMContentLoaded", () => document.head.insertAdjacentHTML("beforeend", style)), DARK);
      const it = await world(page, lang);
      const look = (name) => clean(page, name, WITHOUT[name]);
      await walk(page, it, WIDGET, look);
      await it.claimed();
      await walk(page, it, OFFICIAL, look);
      await walk(page, it, LAUNCHER, look);
      await page.context().close();
    });
  }

  for (const lang of ["en", "ja", "ar-XB"]) {
    test(`Chie's own pages through axe, ${colorScheme}, ${lang}`, async ({ browser, watch }) => {
      test.setTimeout(90_000);
      watch.allow(/404/);
      const page = await somebodyElse(browser, watch, { colorScheme });
      const it = await world(page, lang);
      for (const [name, path] of Object.entries(PAGES)) {
        const address = new URL(path(it), origins().chie);
        address.searchParams.set("lang", lang);
        await page.goto(String(address));
        await clean(page, name);
      }
      await page.context().close();
    });

    if (lang === "ar-XB") continue;
    test(`the console through axe, ${colorScheme}, ${lang}`, async ({ browser, watch }) => {
      test.setTimeout(90_000);
      watch.allow(/401/);
      const page = await somebodyElse(browser, watch, { colorScheme });
      const it = await world(page, lang);
      await it.claimed();
      await page.goto(`${origins().console}/?lang=${lang}`);
      await expect(page.locator("#email")).toBeVisible();
      await clean(page, "sign in");
      await signIn(page, it.rep);
      for (const [name, room] of Object.entries(CONSOLE)) {
        await page.goto(`${origins().console}/?lang=${lang}#/${room(it)}`);
        await settled(page);
        await clean(page, name);
      }
      await page.context().close();
    });
  }
}

async function signIn(page, rep) {
  const [name, value] = rep.cookie.split(/=(.*)/);
  await page.context().addCookies([{ name, value, domain: "console.localhost", path: "/", secure: true }]);
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

for (const lang of ["en", "ja", "en-XA"]) {
  test(`nothing is hidden and nothing scrolls sideways at 400 % zoom, ${lang}`, async ({ browser, watch }) => {
    test.setTimeout(150_000);
    provoked(watch);
    watch.allow(/404/);
    const page = await somebodyElse(browser, watch, { viewport: { width: 320, height: 512 } });
    const it = await world(page, lang);
    await walk(page, it, WIDGET, (name) => fits(page, name));
    await it.claimed();
    await walk(page, it, OFFICIAL, (name) => fits(page, name));
    await walk(page, it, LAUNCHER, (name) => fits(page, name));
    for (const [name, path] of Object.entries(PAGES)) {
      const address = new URL(path(it), origins().chie);
      address.searchParams.set("lang", lang);
      await page.goto(String(address));
      await fits(page, name, "body");
    }
    await signIn(page, it.rep);
    for (const [name, room] of Object.entries(CONSOLE)) {
      await page.goto(`${origins().console}/?lang=${lang}#/${room(it)}`);
      await settled(page);
      await fits(page, name, "body");
    }
    await page.context().close();
  });
}

test("by touch every target is large enough", async ({ browser, watch }) => {
  test.setTimeout(150_000);
  provoked(watch);
  const page = await somebodyElse(browser, watch, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  const it = await world(page, "en");
  const look = async (name) => {
    const small = await page.evaluate(() => {
      const inside = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
      return inside(document).filter((one) => one.closest("section.ch") && one.matches("a, button, input:not([type=hidden]), textarea, select, summary") && one.checkVisibility() && !one.closest(".ch-sr")).flatMap((one) => {
        // A line is one target, and so is a label with its field; a link in the midst of a sentence may be as low as its line.
        if (one.closest(".ch-text, .ch-hint, .ch-event, .ch-note") && one.localName === "a") return [];
        const whole = one.closest("label, .ch-row, .ch-ask-line") ?? one;
        const { width, height } = whole.getBoundingClientRect();
        return height < 43.5 || width < 24 ? [`${one.localName}.${one.className} ${Math.round(width)}×${Math.round(height)} ${one.textContent.slice(0, 30)}`] : [];
      });
    });
    expect.soft(small, name).toEqual([]);
  };
  await walk(page, it, WIDGET, look);
  await it.claimed();
  await walk(page, it, OFFICIAL, look);
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
const steady = (tree, { brand }) => tree.replaceAll(brand, "acme.example").replace(/localhost:\d+/g, "chie.example").replace(/127\.0\.0\.1:\d+/g, "brand.example")
  .replace(/[trcp]_[0-9a-z]{26}/g, "ID").replace(/\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}年\d{1,2}月\d{1,2}日/g, "DATE").replace(/\d+ (second|minute|hour|day|week)s? ago|\d+(分|時間|日|週間)前|just now|たった今/g, "AGO")
  .replace(/\b[a-z]…@mail\.example/g, "ADDRESS").replace(/[a-z]+-[0-9a-f]{10}@mail\.example/g, "ADDRESS").replace(/(Guest · |ゲスト・)\S+( \d+)?/g, "$1COLOUR");

for (const lang of ["en", "ja"]) {
  test(`accessibility trees, ${lang}`, async ({ browser, watch }) => {
    test.setTimeout(150_000);
    provoked(watch);
    const page = await somebodyElse(browser, watch);
    const it = await world(page, lang);
    const look = async (name) => {
      // The offer to take something back ends by the clock: axe looks at it, a tree cannot count on it.
      await page.locator(".ch-undo").evaluateAll((bars) => bars.forEach((bar) => { bar.style.display = "none"; }));
      expect.soft(`${steady(await page.locator("body").ariaSnapshot(), it)}\n`).toMatchSnapshot(`${name.replace(/[^a-z]+/g, "-")}.${lang}.yml`);
    };
    await walk(page, it, WIDGET, look);
    await it.claimed();
    await walk(page, it, OFFICIAL, look);
    await walk(page, it, LAUNCHER, look);
    await page.context().close();
  });
}
