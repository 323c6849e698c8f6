// Where the page's policy allows neither our connection nor our program, the widget moves into a frame on our own origin: as
// high as what stands in it, reached by Tab, dressed like the page, and hearing nobody else.
import { Guest, newBrand, origins } from "../harness/actors.mjs";
import { ask, expect, heard, line, pageOf, siteWithTag, test, untilLive } from "./stage.mjs";

const community = async () => {
  const guest = new Guest(newBrand());
  await guest.asks({ title: "The lid drips", kind: "problem" });
  return guest.brand;
};
const framed = (page) => page.frameLocator("iframe");
/** The thread's line; two views stand beside each other while one takes over. */
const thread = (page) => line(framed(page), "The lid drips").first();
const chie = () => origins().chie;
const POLICIES = {
  "no connection": () => `default-src 'none'; script-src ${chie()} 'wasm-unsafe-eval'; frame-src ${chie()}; img-src data:`,
  "no program": () => `default-src 'none'; script-src ${chie()}; connect-src ${chie()}; frame-src ${chie()}; img-src data:`,
  "no markup of ours": () => `script-src ${chie()} 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types other`,
};

for (const [name, policy] of Object.entries(POLICIES)) {
  test(`under a policy that allows ${name}, everything goes on in a frame`, async ({ page, watch }) => {
    watch.allow(/Content Security Policy|Chie: the widget stands in a frame|Refused|TrustedHTML|violates the following/i);
    const said = heard(page);
    const brand = await community();
    const url = await siteWithTag(page, { brand, headers: { "content-security-policy": policy() } });
    for (const again of [false, true]) {
      await (again ? page.reload() : page.goto(url));
      await expect(thread(page)).toBeVisible();
      await expect(page.locator("iframe")).toHaveCount(1);
    }
    await expect(page.getByRole("link", { name: "Read questions and answers" })).toHaveCount(0);
    await ask(framed(page), { line: "Does it whistle?" });
    await page.reload();
    await expect(line(framed(page), "Does it whistle?")).toContainText("Yours");
    expect(said[0]).toMatch(/stands in a frame from .*to have it in the page itself, add /);
    // No bar of its own: the frame is as high as what stands in it.
    const heights = async () => [await page.locator("iframe").evaluate((one) => one.offsetHeight), await framed(page).locator("[data-chie-brand]").evaluate((one) => one.offsetHeight)];
    await expect.poll(async () => { const [outer, inner] = await heights(); return Math.abs(outer - inner); }).toBeLessThanOrEqual(1);
    await framed(page).locator(".ch-row a").first().click();
    await expect(framed(page).locator(".ch-post")).toBeVisible();
    await expect.poll(async () => { const [outer, inner] = await heights(); return Math.abs(outer - inner); }).toBeLessThanOrEqual(1);
  });
}

test("Tab goes into the frame and out of it, both ways", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie:|Refused/i);
  const url = await siteWithTag(page, { brand: await community(), before: '<a href="#b" id="b">Before</a>', after: '<a href="#a" id="a">After</a>', headers: { "content-security-policy": POLICIES["no connection"]() } });
  await page.goto(url);
    await expect(thread(page)).toBeVisible();
  const where = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
  await page.locator("#b").focus();
  await page.keyboard.press("Tab");
  expect(await where()).not.toBe("a");
  const visited = [];
  for (let step = 0; step < 30 && (await where()) !== "a"; step += 1) {
    visited.push(await framed(page).locator("body").evaluate(() => [...document.querySelectorAll("*")].find((one) => one.shadowRoot)?.shadowRoot.activeElement?.id ?? document.activeElement?.localName));
    await page.keyboard.press("Tab");
  }
  expect(await where()).toBe("a");
  expect(visited.length).toBeGreaterThan(5);
  await page.keyboard.press("Shift+Tab");
  expect(await where()).not.toBe("a");
  for (let step = 0; step < 30 && (await where()) !== "b"; step += 1) await page.keyboard.press("Shift+Tab");
  expect(await where()).toBe("b");
});

test("theme, language, calls and events go through the frame", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie:|Refused/i);
  const css = `body { background: #0b1020; color: #e6e9f5; font-family: Verdana } a { color: #7fb2ff }`;
  const policy = POLICIES["no connection"]().replace("img-src", `style-src 'nonce-a'; img-src`);
  const url = await siteWithTag(page, { brand: await community(), lang: "ja", title: "直火ケトル", head: `<style nonce="a">${css}</style>`, headers: { "content-security-policy": policy } });
  await page.goto(url);
  const section = framed(page).locator("section.ch").first();
  await expect(section).toHaveAttribute("lang", "ja");
  const seen = () => section.evaluate((one) => { const { colorScheme, backgroundColor, color, fontFamily } = getComputedStyle(one); return [colorScheme, backgroundColor, color, fontFamily.split(",")[0]]; });
  await expect.poll(seen).toEqual(["dark", "rgb(11, 16, 32)", "rgb(230, 233, 245)", "Verdana"]);
  await page.evaluate(() => window.Chie.setTheme("light"));
  await expect.poll(async () => (await seen())[0]).toBe("light");
  await page.evaluate(() => { document.addEventListener("chie:asked", ({ detail }) => { window.asked = detail; }); window.Chie.ask("笛の音"); });
  await expect(framed(page).locator("section.ch:visible #ch-line")).toHaveValue("笛の音");
  await framed(page).locator(".ch-like-ask").click();
  await framed(page).locator("form.ch-form button[type=submit]").click();
  await expect(framed(page).locator(".ch-done")).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.asked?.url)).toMatch(/\/c\/.*\/kettle\/[0-9a-z]+/i);
  await page.evaluate(() => window.Chie.setLocale("en"));
  await expect(framed(page).locator("section.ch").first()).toHaveAttribute("lang", "en");
});

test("messages of other windows and of other forms change nothing", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie:|Refused/i);
  const url = await siteWithTag(page, { brand: await community(), headers: { "content-security-policy": POLICIES["no connection"]() } });
  await page.goto(url);
  await expect(thread(page)).toBeVisible();
  await expect.poll(() => page.locator("iframe").evaluate((one) => one.offsetHeight)).toBeGreaterThan(200);
  const height = await page.locator("iframe").evaluate((one) => one.offsetHeight);
  await page.evaluate(() => {
    document.addEventListener("chie:asked", () => { window.fooled = true; });
    window.postMessage({ chie: 1, say: "size", height: 9000 }, "*");
    window.postMessage({ chie: 1, say: "did", what: "asked", product: "kettle", thread: "0" }, "*");
  });
  // From the right window, in wrong forms.
  await page.frames()[1].evaluate(() => {
    for (const data of [{ chie: 1, say: "size", height: "9000" }, { chie: 1, say: "size", height: -1 }, { chie: 1, say: "size", height: 1e9 }, { chie: 2, say: "size", height: 9000 }, null, "size",
      { chie: 1, say: "did", what: "paid", product: "kettle", thread: "0" }, { chie: 1, say: "did", what: "asked", product: "<b>", thread: "0" }]) parent.postMessage(data, "*");
  });
  // Into the frame, from a window that is not the one around it.
  await page.frames()[1].evaluate(() => window.postMessage({ chie: 1, say: "ask", text: "planted" }, "*"));
  await page.evaluate(() => new Promise((done) => { let frames = 30; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); }));
  expect(await page.locator("iframe").evaluate((one) => one.offsetHeight)).toBe(height);
  expect(await page.evaluate(() => window.fooled)).toBe(undefined);
  await expect(framed(page).locator("section.ch:visible #ch-line")).toHaveValue("");
});

/** Lets a moment pass in which messages arrive. */
const settled = (page) => page.evaluate(() => new Promise((done) => { let frames = 30; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); }));

test("from the right window a message of another origin changes nothing: the frame was led elsewhere", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie:|Refused/i);
  const fan = process.env.FAN;
  const policy = POLICIES["no connection"]().replace("frame-src", `frame-src ${fan}`);
  const elsewhere = await pageOf(page, { site: fan, title: "Elsewhere" });
  await page.goto(await siteWithTag(page, { brand: await community(), headers: { "content-security-policy": policy } }));
  await expect(thread(page)).toBeVisible();
  await expect.poll(() => page.locator("iframe").evaluate((one) => one.offsetHeight)).toBeGreaterThan(200);
  await page.evaluate(() => {
    window.heard = [];
    const { contentWindow } = [...document.querySelectorAll("*")].map((one) => one.shadowRoot?.querySelector("iframe")).find(Boolean);
    addEventListener("message", ({ origin, source, data }) => window.heard.push([origin, source === contentWindow, data?.say]));
    document.addEventListener("chie:asked", () => { window.fooled = true; });
  });
  await page.locator("iframe").evaluate((one, url) => { one.src = url; }, elsewhere);
  await expect(framed(page).getByRole("heading", { name: "Elsewhere" })).toBeVisible();
  const height = await page.locator("iframe").evaluate((one) => one.offsetHeight);
  await page.frames()[1].evaluate(() => {
    parent.postMessage({ chie: 1, say: "size", height: 9000 }, "*");
    parent.postMessage({ chie: 1, say: "keep", name: "chie:planted", value: "x" }, "*");
    parent.postMessage({ chie: 1, say: "did", what: "asked", product: "kettle", thread: "0" }, "*");
  });
  await expect.poll(() => page.evaluate(() => window.heard.slice(-3))).toEqual(["size", "keep", "did"].map((say) => [fan, true, say]));
  await settled(page);
  expect(await page.locator("iframe").evaluate((one) => one.offsetHeight)).toBe(height);
  expect(await page.evaluate(() => [window.fooled, Object.keys(localStorage).filter((name) => /planted/.test(name))])).toEqual([undefined, []]);
});

test("into the frame, the window around it is heard only where the frame was opened from its origin", async ({ page }) => {
  const inner = `${chie()}/frame/${await community()}/kettle?lang=en&root=open`;
  // The frame is led here by a page of another site, so that this is where it was opened from, and not by the window around it.
  const led = await pageOf(page, { body: `<script>location.replace(${JSON.stringify(inner)})</script>` });
  for (const [src, heard] of [[inner, true], [led, false]]) {
    await page.goto(await pageOf(page, { site: process.env.FAN, body: `<iframe src="${src}" width="600" height="900"></iframe>` }));
    await page.frames()[1].waitForURL(inner);
    const tell = (...messages) => page.locator("iframe").evaluate(({ contentWindow }, messages) => messages.forEach((message) => contentWindow.postMessage({ chie: 1, ...message }, "*")), messages);
    // Where the browser denies it a storage of its own, the frame begins when the page around has said what it keeps.
    await tell({ say: "kept", kept: { "chie:planted": "x" } }, { say: "dress", looks: { theme: "dark" } });
    if (heard) {
      await expect(thread(page)).toBeVisible();
      await untilLive(page.frames()[1]);
    }
    await tell({ say: "ask", text: "planted" });
    await settled(page);
    const tag = framed(page).locator("[data-brand-of-frame]");
    await expect.poll(() => tag.evaluate((one) => one.dataset.theme === "dark")).toBe(heard);
    if (heard) await expect(framed(page).locator("#ch-line")).toHaveValue("planted");
    else expect(await page.frames()[1].evaluate(() => [...document.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot?.querySelector("#ch-line")?.value))).toBe(false);
  }
});

test("in a frame on the brand's own site nothing disowns the brand, elsewhere it is said", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie:|Refused/i);
  const headers = { "content-security-policy": POLICIES["no connection"]() };
  await page.goto(await siteWithTag(page, { brand: "acme.example", product: "frame-test", headers }));
  await expect(framed(page).locator("section.ch").first()).toHaveClass(/ch-pending/);
  await page.goto(await siteWithTag(page, { brand: "acme.example", product: "frame-test", site: process.env.FAN, headers }));
  await expect(framed(page).locator("section.ch").first()).toHaveClass(/ch-fan/);
  // Nobody else can say so: the answer to another origin's claim is as before.
  const told = await page.request.get(`${chie()}/embed/acme.example/frame-test?at=own`, { headers: { origin: "https://fan.example" } });
  expect((await told.body()).toString("latin1")).toContain("ch-fan");
});

test("where no frame is allowed either, the drawn view or a link stays", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie:|Refused|violates/i);
  const said = heard(page);
  const brand = await community();
  await page.goto(await siteWithTag(page, { brand, headers: { "content-security-policy": POLICIES["no program"]().replace(/frame-src [^;]+/, "frame-src 'none'") } }));
  await expect(line(page, "The lid drips")).toBeVisible();
  await expect.poll(() => said.join("\n")).toMatch(/wasm-unsafe-eval.*script-src.*frame-src/);
  await expect(page.locator("iframe")).toHaveCount(0);
  await expect(line(page, "The lid drips")).toBeVisible();
});

test("a page that breaks what widgets stand on gets the widget in a frame", async ({ page, watch }) => {
  watch.allow(/Chie: the widget stands in a frame/);
  const brand = await community();
  const body = `<script>Element.prototype.attachShadow = undefined; window.CSSStyleSheet = undefined;</script><script async src="${chie()}/chie.js?brand=${brand}&product=kettle&root=open"></script>`;
  await page.goto(await pageOf(page, { body }));
  await expect(thread(page)).toBeVisible();
});
