// The documents for brands: each example runs on a second origin as it is shown; what the loader reads is documented and what is
// documented is read; links lead somewhere; it reads without script and on a small phone.
import { readdirSync, readFileSync } from "node:fs";
import { example, operations } from "../../scripts/reference.mjs";
import { Console, Guest, newBrand, ok, origins, pathOf } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";
import { signed } from "../harness/signing.mjs";
import { expect, openThread, reload, siteWithTag, somebodyElse, test, typeLine, unfold, untilLive, visit, widget } from "./stage.mjs";

const www = new URL("../../www/", import.meta.url);
const read = (path) => readFileSync(new URL(path, www), "utf8");
const EXAMPLES = readdirSync(new URL("docs/examples/", www)).map((file) => file.replace(/\.html$/, ""));
const PAGES = { en: "/docs/", ja: "/docs/ja/" };

/** Puts an example on the brand's site, as a brand would fill it in. */
async function put(page, name, brand) {
  const html = read(`docs/examples/${name}.html`)
    .replaceAll("https://chie.example", origins().chie)
    .replaceAll("acme.example", brand)
    .replaceAll("{{ product.handle }}", "kettle")
    .replaceAll("{{ product.title | escape }}", "Stove-top Kettle");
  const url = `${origins().brand}/docs/${brand}/${name}`;
  await page.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  // Examples close their roots, as pages do; here one looks inside.
  await page.addInitScript(() => {
    const real = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function attachShadow(init) { return real.call(this, { ...init, mode: "open" }); };
  });
  await page.goto(url);
  return url;
}

/** What an example shows besides a widget that lives in its place. */
const BESIDES = {
  async calls(page) {
    await page.getByRole("button", { name: "The lid leaks" }).click();
    await expect(page.locator("#ch-line")).toHaveValue("The lid leaks");
  },
  async language(page) {
    await expect(widget(page)).toHaveAttribute("lang", "ja");
  },
  async looks(page) {
    expect(await widget(page).evaluate((it) => getComputedStyle(it).fontFamily)).toContain("Georgia");
  },
  async "single-page"(page) {
    await page.getByRole("link", { name: "Lamp" }).click();
    await expect(page.locator("chie-community")).toHaveAttribute("product", "lamp");
    await untilLive(page);
    await page.getByRole("link", { name: "About" }).click();
    await expect(widget(page)).toHaveCount(0);
    await expect(page.locator("#app")).toHaveText("About Acme");
    for (const _ of ["mounted again after a reload", "and after another"]) {
      await page.reload();
      await untilLive(page);
      await expect(widget(page)).toContainText("The lid drips");
    }
  },
  // Under the directives as they are documented a photo is chosen, sent, posted and shown.
  async strict(page) {
    await typeLine(page, "What is this crack?");
    await page.locator(".ch-like-ask").click();
    await page.locator(".ch-add input[type=file]").setInputFiles({ name: "crack.png", mimeType: "image/png", buffer: plain("png") });
    await expect(page.locator(".ch-picked [role=status]")).toHaveText("Ready");
    await page.locator(".ch-picked input").fill("A crack");
    await page.locator("form.ch-form button[type=submit]").click();
    await expect(page.locator(".ch-done")).toBeVisible();
    await reload(page);
    await openThread(page, "What is this crack?");
    const image = page.getByRole("img", { name: "A crack" });
    await expect.poll(() => image.evaluate((one) => one.complete && one.naturalWidth)).toBe(8);
    await page.locator("a.ch-photo").click();
    await expect(page.locator("dialog.ch-large img")).toBeVisible();
  },
};

for (const name of EXAMPLES) {
  test(`the example ${name} runs as it is shown`, async ({ page, watch }) => {
    watch.allow(/^console: Chie: /);
    if (name === "framed") watch.allow(/Content Security Policy|Refused to/);
    const brand = newBrand();
    await new Guest(brand).asks({ title: "The lid drips" });
    await put(page, name, brand);
    if (name === "launcher") {
      await expect(widget(page)).toHaveCount(0);
      await page.evaluate(() => Chie.open());
    } else if (name === "framed") {
      await expect(widget(page.frameLocator("iframe")).first()).toContainText("The lid drips");
      return;
    } else {
      await untilLive(page);
    }
    // What is only tried out shows nothing of the real community.
    // In a launcher the live view may still stand unseen beside the one that the server drew.
    await expect(widget(page).filter({ visible: true })).toContainText(name === "test" ? "Test mode" : "The lid drips");
    await BESIDES[name]?.(page);
  });
}

test("every example is shown, in both languages, letter for letter", async ({ page }) => {
  for (const [lang, path] of Object.entries(PAGES)) {
    await page.goto(origins().chie + path);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    const shown = await page.locator("pre[data-example]").evaluateAll((all) => all.map((it) => [it.dataset.example, it.textContent]));
    expect([...new Set(shown.map(([name]) => name))].sort(), path).toEqual([...EXAMPLES].sort());
    for (const [name, text] of shown) {
      const [, part] = read(`docs/examples/${name}.html`).match(/<!-- example -->\n([\s\S]*?)<!-- end -->/);
      expect(text, name).toBe(part.trim().replaceAll("https://chie.example", origins().chie));
    }
    for (const notice of ["en", "ja"]) {
      const text = read(`docs/notice.${notice}.txt`).trim().replaceAll("https://chie.example", origins().chie);
      await expect(page.locator(`pre[lang=${notice}]`)).toHaveText(text);
    }
    // Nothing is left of what was to be filled in, and of the address that the texts are written with.
    expect(await page.locator("main").textContent()).not.toMatch(/\{\{(?! product)|chie\.example/);
  }
});

test("every attribute, call, event and directive that there is is documented, and no other", async ({ page }) => {
  const loader = ["chie", "chie-api", "chie-more", "chie-panel", "chie-theme", "chie-trouble"].map((file) => read(`${file}.js`)).join("\n");
  const names = (text) => [...text.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name);
  const keys = (pattern) => [...loader.match(pattern)[1].matchAll(/^\s*(\w+): |(?:^|, |\{ )(\w+): "/gm)].map(([, one, other]) => one ?? other);
  const attributes = new Set([
    ...[...loader.matchAll(/\bis\("([a-z-]+)"\)/g)].map(([, name]) => name),
    ...names(loader.match(/const ANOTHER = \[(.*?)\]/)[1]),
    ...names(loader.match(/observedAttributes = \[(.*?)\]/)[1]),
    ...keys(/const KNOWN = \{\n([\s\S]*?)\n\};/),
    ...keys(/const FIX = (\{.*?\});/),
  ]);
  expect(attributes.size).toBeGreaterThan(10);
  const types = read("chie.d.ts");
  const calls = names(loader.match(/Object\.fromEntries\(\[(.*?)\]\.map/)[0].replaceAll(/[A-Z]/g, (it) => `-${it.toLowerCase()}`));
  const events = new Set([...types.matchAll(/"chie:(\w+)"/g)].map(([, name]) => name));
  const settings = [...types.match(/interface ChieSettings[^{]*\{([\s\S]*?)\n\}/)[1].matchAll(/^ {2}(\w+)\??:/gm), ...types.match(/interface ChieLooks \{([\s\S]*?)\n\}/)[1].matchAll(/^ {2}(\w+)\??:/gm)];
  const dashed = (name) => name.replace(/[A-Z]/g, (it) => `-${it.toLowerCase()}`);
  for (const path of Object.values(PAGES)) {
    await page.goto(origins().chie + path);
    const said = (name) => page.locator(`[data-${name}]`).evaluateAll((all, name) => all.map((it) => it.dataset[name]), name);
    const documented = (await page.locator("code[data-attribute]").evaluateAll((all) => all.map((it) => [it.dataset.attribute, it.textContent])));
    expect(documented.map(([name]) => name).sort(), path).toEqual([...attributes].sort());
    for (const [name, text] of documented) expect(text).toBe(`data-${name}`);
    for (const [, name] of settings) if (name !== "target") expect(attributes, name).toContain(dashed(name));
    expect((await said("call")).map(dashed).sort()).toEqual([...calls].sort());
    expect((await said("event")).sort()).toEqual([...events].sort());
    // The table of directives and the example that runs under them say the same.
    const strict = read("docs/examples/strict.html").replaceAll("https://chie.example", origins().chie);
    for (const [directive, value] of await page.locator("#policy ~ .docs-wide tbody tr").evaluateAll((all) => all.map((row) => [...row.children].slice(0, 2).map((it) => it.textContent)))) {
      expect(strict, directive).toContain(`${directive} ${value}`);
    }
  }
});

test("the reference of the API reads without script, says every operation in the page's language, and leads somewhere", async ({ browser, watch }) => {
  const page = await somebodyElse(browser, watch, { javaScriptEnabled: false, viewport: { width: 360, height: 720 } });
  const document = await (await fetch(`${origins().chie}/docs/openapi.json`)).json();
  for (const [lang, path] of Object.entries({ en: "/docs/api/", ja: "/docs/ja/api/" })) {
    await page.goto(origins().chie + PAGES[lang]);
    await page.locator(`main a[href="${path}"]`).click();
    await expect(page).toHaveURL(origins().chie + path);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    const shown = await page.locator("[data-curl]").evaluateAll((all) => all.map((it) => [it.dataset.curl, it.textContent]));
    expect(shown.map(([name]) => name).sort()).toEqual(operations(document).map((one) => one.operationId).sort());
    for (const one of operations(document)) expect(shown.find(([name]) => name === one.operationId)[1]).toBe(example(one, document));
    await page.locator("#postThread > summary").click();
    await expect(page.locator("#postThread")).toContainText(lang === "ja" ? "最初の書き込みでゲストになります" : "Somebody asks");
    expect(await page.locator("html").evaluate((it) => it.scrollWidth)).toBe(360);
    expect(await page.locator("main").textContent()).not.toMatch(/chie\.example|\{\{reference|undefined/);
    const lost = await page.locator("main").evaluate((main) => [...main.querySelectorAll("a[href^='#']")].map((it) => it.getAttribute("href").slice(1)).filter((id) => !main.querySelector(`[id="${id}"]`)));
    expect(lost).toEqual([]);
  }
  await page.context().close();
});

test("the documents read without script, on a small phone, and lead somewhere", async ({ browser, watch }) => {
  const page = await somebodyElse(browser, watch, { javaScriptEnabled: false, viewport: { width: 360, height: 720 } });
  for (const [lang, path] of Object.entries(PAGES)) {
    for (const from of ["/", "/put-it-on-your-site"]) {
      await page.goto(`${origins().chie}${from}?lang=${lang}`);
      await page.locator(`main a[href="${path}"]`).click();
      await expect(page).toHaveURL(origins().chie + path);
    }
    const tabs = page.locator(".docs-tab");
    await expect(tabs.locator("visible=true").locator("h3")).toHaveText("HTML");
    for (const [place, tab] of ["html", "wordpress", "shopify", "tags", "app"].entries()) {
      await page.locator(".docs-tabs > label").nth(place).click();
      await expect(page.locator(`.docs-tab[data-tab=${tab}]`)).toBeVisible();
      expect(await tabs.locator("visible=true").locator("h3").count(), tab).toBe(1);
      expect((await page.locator("main").boundingBox()).width, tab).toBeLessThanOrEqual(360);
      expect(await page.locator("body").evaluate((it) => it.ownerDocument.documentElement.scrollWidth), tab).toBe(360);
    }
    for (const href of await page.locator("main a[href], header a[href]").evaluateAll((all) => all.map((it) => it.getAttribute("href")))) {
      if (href.startsWith("#")) await expect(page.locator(href), href).toHaveCount(1);
      else expect((await fetch(new URL(href, origins().chie))).status, href).toBe(200);
    }
    // The other language has an address of its own.
    const other = lang === "en" ? "ja" : "en";
    await page.locator(`header a[hreflang=${other}]`).click();
    await expect(page).toHaveURL(origins().chie + PAGES[other]);
  }
  for (const path of ["/docs/en.html", "/docs/examples/plain.html", "/docs/fr/"]) expect((await fetch(origins().chie + path)).status, path).toBe(404);
  await page.context().close();
});

test("no page shows the line breaks of its own source", async ({ page }) => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "The lid leaks" });
  for (const path of ["/docs/", "/docs/api/", "/", "/rules", "/put-it-on-your-site", `/c/${brand}`, `/c/${brand}/kettle`, `/badge/${brand}`, `/record/${brand}`]) {
    await page.goto(origins().chie + path);
    const kept = await page.locator("main").evaluate((main) => [...main.querySelectorAll("*:not(pre, pre *, .page-code, .page-code *, textarea)")]
      // What a shadow root covers is laid out by nobody and has no style.
      .filter((it) => !["collapse", ""].includes(getComputedStyle(it).whiteSpaceCollapse)).map((it) => `${it.localName}.${it.className}`));
    expect(kept, path).toEqual([]);
  }
});

test("whatever stays on a device stands in the table of both documents", async ({ page, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED/);
  const brand = newBrand();
  const reader = new Guest(brand);
  await reader.asks({ title: "The lid drips" });
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  const key = await ok(owner.send("POST", pathOf(brand, "/sign-on-keys")));
  await visit(page, await siteWithTag(page, { brand }));
  const names = new Set();
  const look = async () => (await page.evaluate(() => Object.keys(localStorage))).forEach((name) => names.add(name));
  await look();
  expect([...names], "nothing before a visitor does something").toEqual([]);
  await typeLine(page, "Which oil?");
  await look();
  await page.evaluate((token) => window.Chie.signIn(token), signed(brand, key));
  await expect.poll(() => page.evaluate((of) => localStorage.getItem(`chie:${of}:sign-on`), brand)).toBe("customer-7");
  await openThread(page, "The lid drips");
  await page.locator("#ch-reply").fill("Turn the gasket.");
  await page.locator(".ch-back").click();
  await page.locator(".ch-like-ask").click();
  await page.locator(".ch-add input[type=file]").setInputFiles({ name: "one.png", mimeType: "image/png", buffer: plain("png") });
  await expect(page.locator(".ch-picked [role=status]")).toHaveText("Ready");
  await unfold(page);
  await page.getByRole("button", { name: "Add facts about your device" }).click();
  await expect(page.locator(".ch-my-facts")).toBeVisible();
  await page.context().setOffline(true);
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-bar")).toContainText("Your post waits");
  await look();
  const kinds = new Set([...names].flatMap((name) => [name.slice(`chie:${brand}:`.length).split(":")[0], ...(name.endsWith(":waits") ? ["waits"] : [])]));
  expect([...kinds].sort()).toEqual(["draft", "facts", "line", "photos", "reply", "seen", "session", "sign-on", "waits"]);
  for (const lang of ["en", "ja"]) {
    const table = read(`docs/${lang}.html`).match(/<h3 id="device">[\s\S]*?<\/table>/)[0];
    for (const kind of [...kinds, "reading", "session:address"]) expect(table, `${kind} in ${lang}`).toContain(`<code>${kind}</code>`);
  }
});
