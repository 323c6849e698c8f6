// Taking after the page: what a reader's eye sees of colours is computed, by a table, and read off differently styled pages.
import { channels, contrast, hex, inkOn, readable } from "../../www/contrast.js";
import { Console, Guest, newBrand, origins } from "../harness/actors.mjs";
import { expect, heard, pageOf, reload, siteWithTag, test, typeLine, visit, widget } from "./stage.mjs";

const colour = (text) => text.match(/[0-9a-f]{2}/g).map((part) => parseInt(part, 16) / 255);

test("contrast is that of WCAG", () => {
  for (const [one, other, wanted] of [
    ["000000", "ffffff", 21], ["777777", "ffffff", 4.48], ["767676", "ffffff", 4.54], ["ffffff", "ffffff", 1],
    ["ff0000", "ffffff", 4.0], ["0000ff", "ffffff", 8.59], ["ffff00", "ffffff", 1.07], ["0f6b5c", "ffffff", 6.36],
    ["5fd0ba", "141a18", 9.42],
  ]) {
    expect(contrast(colour(one), colour(other)), `${one} on ${other}`).toBeCloseTo(wanted, 1);
    expect(contrast(colour(other), colour(one))).toBeCloseTo(wanted, 1);
  }
});

test("a colour that can be read is left as it is, any other is moved until it can", () => {
  for (const ground of ["ffffff", "fffaf2", "141a18", "000000"]) {
    for (const one of ["ffcc00", "0f6b5c", "ff5722", "00e5ff", "222222", "eeeeee", "808080", "ff00ff", "0000ff"]) {
      const made = readable(colour(one), colour(ground));
      expect(contrast(made, colour(ground)), `${one} on ${ground} became ${hex(made)}`).toBeGreaterThanOrEqual(4.5);
      if (contrast(colour(one), colour(ground)) >= 4.5) expect(hex(made)).toBe(`#${one}`);
      expect(contrast(inkOn(made), made), `ink on ${hex(made)}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test("colours are read in each form that browsers compute", () => {
  for (const [text, wanted, cover] of [
    ["rgb(255, 0, 51)", "#ff0033", 1], ["rgba(0, 0, 0, 0)", "#000000", 0], ["rgba(18, 52, 86, 0.5)", "#123456", 0.5],
    ["color(srgb 1 0.5 0)", "#ff8000", 1], ["color(srgb 1.02 -0.01 2e-7 / 0.4)", "#ff0000", 0.4],
  ]) {
    expect(hex(channels(text))).toBe(wanted);
    expect(channels(text).cover).toBe(cover);
  }
  expect(channels("oklch(0.6 0.1 20)")).toBe(undefined);
});

/** Four pages that look as unlike as sites do: each with what the widget has to take over from it. */
const PAGES = {
  plain: { css: "", scheme: "light" },
  paper: {
    css: "body { background: #fffaf2; color: #2b1d12; font-family: Georgia, serif } a { color: #8a3b12 } button { border: 1px solid #8a3b12; border-radius: 3px; min-height: 40px }",
    scheme: "light", surface: "rgb(255, 250, 242)", text: "rgb(43, 29, 18)", accent: "#8a3b12", radius: "3px", font: "Georgia, serif",
  },
  night: {
    css: "body { background: #0b1020; color: #e6e9f5; font-family: Verdana, sans-serif } a { color: #7fb2ff } button { border: 0; border-radius: 14px; min-height: 40px }",
    scheme: "dark", surface: "rgb(11, 16, 32)", text: "rgb(230, 233, 245)", accent: "#7fb2ff", radius: "14px", font: "Verdana, sans-serif",
  },
  loud: {
    css: "body { background: linear-gradient(#ff0, #f0f); color: #111 } a { color: #ffd400 } button { border: 2px solid #000; border-radius: 999px; min-height: 40px }",
    scheme: "light", text: "rgb(17, 17, 17)", radius: "20px", corrected: true,
  },
};

const seen = (page) => widget(page).evaluate((one) => {
  const { backgroundColor, color, borderRadius, fontFamily, colorScheme } = getComputedStyle(one);
  const value = (name) => getComputedStyle(one).getPropertyValue(name).trim();
  return { surface: backgroundColor, text: color, radius: borderRadius, font: fontFamily, scheme: colorScheme, accent: value("--accent"), ink: value("--accent-ink"), seal: value("--seal") };
});

for (const [name, { css, corrected, ...wanted }] of Object.entries(PAGES)) {
  test(`on a ${name} page the widget takes after it`, async ({ page, watch }) => {
    watch.allow(/Chie: the page's link colour/);
    const said = heard(page);
    const guest = new Guest(newBrand());
    await guest.asks({ title: "The lid drips" });
    await visit(page, await siteWithTag(page, { brand: guest.brand, head: `<style>${css}</style>`, before: "<p><a href='#'>A link</a> <button>A button</button></p>" }));
    for (const again of [false, true]) {
      if (again) await reload(page);
      await expect.poll(() => seen(page)).toMatchObject(wanted);
    }
    const { accent, seal } = await seen(page);
    expect(seal, "the seal has one colour on every page").toContain("#27408b");
    if (corrected) {
      expect(contrast(colour(accent), [1, 1, 1])).toBeGreaterThanOrEqual(4.5);
      await expect.poll(() => said.join("\n")).toMatch(/link colour #ffd400 has a contrast of 1\.4:1 .* is used; set data-accent/);
      // Once for each time that the page was loaded.
      await expect.poll(() => said.length).toBe(2);
    } else {
      expect(said).toEqual([]);
    }
  });
}

test("attributes correct what was read, and a hard accent is corrected and said", async ({ page, watch }) => {
  watch.allow(/Chie: data-accent/);
  const said = heard(page);
  await visit(page, await siteWithTag(page, { brand: newBrand(), head: `<style>${PAGES.night.css}</style>`, tag: { theme: "light", accent: "#ffcc00", radius: "2", font: "Verdana" } }));
  const corrected = { scheme: "light", surface: "rgb(255, 255, 255)", radius: "2px", font: "Verdana" };
  await expect.poll(() => seen(page)).toMatchObject(corrected);
  const { accent } = await seen(page);
  expect(contrast(colour(accent), [1, 1, 1])).toBeGreaterThanOrEqual(4.5);
  await expect.poll(() => said.join("\n")).toMatch(/data-accent="#ffcc00" has a contrast of 1\.5:1 on #ffffff, less than 4\.5:1/);
  expect(said).toHaveLength(1);
  await reload(page);
  await expect.poll(() => seen(page)).toMatchObject({ ...corrected, accent });
});

/** What tells fan-made from official, as a browser draws it: frame, band, buttons, seal. */
const steward = async (page) => {
  const of = (selector, ...names) => page.locator(selector).first().evaluate((one, all) => all.map((name) => getComputedStyle(one)[name]), names);
  const [frame, wide] = await of("section.ch", "borderInlineStartStyle", "borderBlockStartWidth");
  const [band, ground] = await of(".ch-steward", "backgroundImage", "backgroundColor");
  const [button] = await of(".ch-form button[type=submit]", "backgroundColor");
  const [text] = await of("section.ch", "color");
  return { frame, wide, band: band.match(/^[a-z-]*/)[0], ground, button, text };
};

const LOUD = {
  "a loud page": { head: `<style>${PAGES.loud.css}</style>` },
  "data-accent": { tag: { accent: "#c2185b", radius: "0" } },
  "a page in the dark with data-accent": { head: `<style>${PAGES.night.css}</style>`, tag: { accent: "#ff80ab" } },
};

for (const [name, options] of Object.entries(LOUD)) {
  test(`who stands behind a place looks the same under ${name}`, async ({ page, watch }) => {
    watch.allow(/Chie: the page's link colour/);
    const guest = new Guest(newBrand());
    await guest.asks({ title: "The lid drips" });
    const url = await siteWithTag(page, { brand: guest.brand, ...options, before: "<p><a href='#'>A link</a> <button>A button</button></p>" });
    const asking = async () => {
      await visit(page, url);
      await typeLine(page, "Which oil?");
      await page.locator(".ch-like-ask").click();
      await expect(page.locator(".ch-form button[type=submit]")).toBeVisible();
      return steward(page);
    };
    for (const _ of ["at first", "after a reload"]) {
      // Fan-made: a dashed frame, a hatched band, and buttons in ink, whatever the accent is.
      const fan = await asking();
      expect([fan.frame, fan.band]).toEqual(["dashed", "repeating-linear-gradient"]);
      expect(fan.button).toBe(fan.text);
    }
    const rep = await new Console().signsIn();
    await rep.proves(guest.brand);
    await rep.claims(guest.brand);
    for (const _ of ["at first", "after a reload"]) {
      // Official: a solid frame with a strip above it, no hatch, buttons in the accent; the seal is nobody's colour but its own.
      const official = await asking();
      expect([official.frame, official.band]).toEqual(["solid", "none"]);
      const { accent } = await seen(page);
      const drawn = await widget(page).evaluate((one, colour) => { const probe = one.appendChild(document.createElement("i")); probe.style.color = colour; const { color } = getComputedStyle(probe); probe.remove(); return color; }, accent);
      expect(official.button).toBe(drawn);
      const dark = (await seen(page)).scheme === "dark";
      const seal = await page.locator(".ch-seal-ground").first().evaluate((one) => getComputedStyle(one).fill);
      expect(seal).not.toBe(drawn);
      if (!dark) expect(seal).toBe("rgb(39, 64, 139)");
    }
  });
}

test("a page that turns dark takes the widget along", async ({ page }) => {
  const css = `<style>body { background: #fff; color: #111 } html.dark body { background: #101010; color: #eee }</style><script>document.documentElement.className = sessionStorage.looks ?? "";</script>`;
  await visit(page, await siteWithTag(page, { brand: newBrand(), head: css }));
  await expect.poll(async () => (await seen(page)).scheme).toBe("light");
  await page.evaluate(() => { document.documentElement.className = sessionStorage.looks = "dark"; });
  for (const again of [false, true]) {
    if (again) await reload(page);
    await expect.poll(async () => (await seen(page)).scheme).toBe("dark");
    await expect.poll(async () => (await seen(page)).surface).toBe("rgb(16, 16, 16)");
  }
});

for (const late of ["comes after its first elements", "is put in later"]) {
  test(`a page's style that ${late} is taken after as soon as it is there`, async ({ page }) => {
    const brand = newBrand();
    await new Guest(brand).asks({ title: "The lid drips" });
    const sheet = `${origins().brand}/late-${brand}.css`;
    let open;
    const opened = new Promise((resolve) => { open = resolve; });
    await page.route(sheet, (route) => opened.then(() => route.fulfill({ contentType: "text/css", body: PAGES.night.css })));
    const first = late === "comes after its first elements";
    await page.goto(await siteWithTag(page, { brand, head: first ? `<link rel="stylesheet" href="${sheet}">` : "" }), { waitUntil: "commit" });
    await widget(page).first().waitFor({ state: "attached" });
    await expect.poll(() => page.evaluate(() => document.querySelector("script[data-brand]").nextElementSibling.shadowRoot.adoptedStyleSheets[1].cssRules[0].style.colorScheme)).toBe("light");
    if (first) open();
    else await page.addStyleTag({ content: PAGES.night.css });
    await expect.poll(async () => (await seen(page)).surface).toBe(PAGES.night.surface);
  });
}

test("a Japanese widget writes in the page's letters, and in Japanese ones where the page has none", async ({ page }) => {
  await visit(page, await siteWithTag(page, { brand: newBrand(), lang: "ja", title: "直火ケトル", head: "<style>body { font-family: Georgia, serif }</style>" }));
  await expect.poll(async () => (await seen(page)).font).toMatch(/^Georgia, .*"Noto Sans/);
});

test("nothing is set as text of a style", async ({ page }) => {
  await visit(page, await pageOf(page, { body: `<script async src="${process.env.CHIE}/chie.js?brand=${newBrand()}&product=kettle&root=open"></script>`, headers: { "content-security-policy": `style-src 'none'; script-src ${process.env.CHIE} 'wasm-unsafe-eval'; connect-src ${process.env.CHIE}` } }));
  await expect(widget(page)).toBeVisible();
  expect(await page.evaluate(() => [...document.querySelectorAll("*")].find((one) => one.shadowRoot).shadowRoot.querySelectorAll("[style], style").length)).toBe(0);
});

const WISHES = [
  ["text that is too pale", "--chie-text: #b8b8b8", ({ text, surface }) => [text, surface], /--chie-text: #b8b8b8 has a contrast of \d\.\d:1 on #\w+, less than 4\.5:1, so that #\w+ is used; set --chie-text/],
  ["what is said beside it, too pale", "--chie-muted: #cccccc", ({ muted, surface }) => [muted, surface], /--chie-muted: #cccccc has a contrast of/],
  ["a ground that nothing can be read on", "--chie-surface: #8a8f94", ({ text, surface }) => [text, surface], /--chie-surface: #8a8f94 is neither light nor dark enough .* #\w+ is used; set --chie-surface/],
];

for (const [name, rule, pair, says] of WISHES) {
  test(`a page that wishes for ${name} is corrected, and told`, async ({ page, watch }) => {
    watch.allow(/Chie: --chie-/);
    const said = heard(page);
    const guest = new Guest(newBrand());
    await guest.asks({ title: "The lid drips" });
    await visit(page, await siteWithTag(page, { brand: guest.brand, head: `<style>body { ${rule} }</style>` }));
    const looks = () => widget(page).evaluate((one) => {
      // Painted: browsers compute some colours in forms of their own.
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      const drawn = (value) => {
        const probe = one.appendChild(document.createElement("i"));
        probe.style.color = value;
        canvas.fillStyle = getComputedStyle(probe).color;
        probe.remove();
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
      };
      return Object.fromEntries(["surface", "text", "muted", "sunken", "ok", "warn", "danger", "seal"].map((part) => [part, drawn(`var(--${part})`)]));
    });
    for (const again of [false, true]) {
      if (again) await reload(page);
      await expect.poll(() => said.join("\n")).toMatch(says);
      const seen = await looks();
      const of = ([one, other]) => contrast(one, other);
      expect(of(pair(seen)), name).toBeGreaterThanOrEqual(4.5);
      // And so can everything else that stands on the ground, and on what is sunk into it.
      for (const part of ["text", "muted", "ok", "warn", "danger", "seal"]) expect(of([seen[part], seen.surface]), `${part} on the ground`).toBeGreaterThanOrEqual(4.5);
      for (const part of ["text", "muted"]) expect(of([seen[part], seen.sunken]), `${part} on what is sunk in`).toBeGreaterThanOrEqual(4.45);
    }
    // Once for each time that the page was loaded.
    expect(said).toHaveLength(2);
  });
}

test("what a page wishes for and can be read is left as it is", async ({ page }) => {
  await visit(page, await siteWithTag(page, { brand: newBrand(), head: "<style>body { --chie-text: #402010; --chie-muted: #665544; --chie-surface: #fff8ee }</style>" }));
  await expect.poll(() => seen(page)).toMatchObject({ text: "rgb(64, 32, 16)", surface: "rgb(255, 248, 238)" });
  expect(await widget(page).evaluate((one) => getComputedStyle(one.querySelector(".ch-foot")).color)).toBe("rgb(102, 85, 68)");
});
