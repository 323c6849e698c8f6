// The tag in all the ways in which it reaches a page: attributes, an element, the script's own address, an object; with scripts
// that are delayed, inlined, renamed or pasted twice. Wrong attributes cost a visitor nothing and tell the developer the fix.
import { Guest, newBrand, origins } from "../harness/actors.mjs";
import { ask, expect, gate, heard, line, pageOf, reload, siteWithTag, test, untilLive, visit, widget } from "./stage.mjs";

const community = async () => {
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "The lid drips", kind: "problem" });
  return { brand: guest.brand, thread };
};
const loaderText = async () => (await fetch(`${origins().chie}/chie.js`)).text();
const src = () => `${origins().chie}/chie.js`;

const WAYS = {
  "attributes of a division": (brand) => ({ body: `<div data-chie-brand="${brand}" data-chie-product="kettle" data-root="open"></div><script async src="${src()}"></script>` }),
  "the script's own address": (brand) => ({ body: `<script async src="${src()}?brand=${brand}&product=kettle&root=open"></script>` }),
  "an object": (brand) => ({ body: `<div id="help"></div>`, head: `<script>window.ChieConfig = { brand: "${brand}", product: "kettle", root: "open", target: "#help" };</script><script async src="${src()}"></script>` }),
  "a list of objects": (brand) => ({ body: `<div id="help"></div>`, head: `<script>window.ChieConfig = [{ brand: "${brand}", product: "kettle", productName: "Kettle", root: "open", target: "#help" }];</script><script async src="${src()}"></script>` }),
  "an element": (brand) => ({ body: `<chie-community brand="${brand}" product="kettle" root="open"></chie-community>`, head: `<script async src="${src()}"></script>` }),
  "a tag manager that drops attributes": (brand) => ({
    body: `<div id="help"></div><script>window.ChieConfig = { brand: "${brand}", product: "kettle", root: "open", target: "#help" };
      const made = document.createElement("script"); made.src = "${src()}"; document.head.append(made);</script>`,
  }),
  "an optimiser that delays": (brand) => ({
    body: `<script type="text/later" data-src="${src()}" data-brand="${brand}" data-product="kettle" data-root="open"></script>
      <script>addEventListener("load", () => setTimeout(() => { const late = document.createElement("script"); late.src = "${src()}"; document.head.append(late); }, 50));</script>`,
  }),
};
for (const [name, way] of Object.entries(WAYS)) {
  test(`settings reach the widget by ${name}`, async ({ page }) => {
    const { brand } = await community();
    await visit(page, await pageOf(page, way(brand)));
    await expect(line(page, "The lid drips")).toBeVisible();
    await expect(widget(page)).toHaveCount(1);
    await ask(page, { line: "Does it whistle?" });
    await reload(page);
    await expect(line(page, "Does it whistle?")).toContainText("Yours");
  });
}

test("settings reach the widget by a script that was inlined or renamed", async ({ page }) => {
  const { brand } = await community();
  const attributes = `data-brand="${brand}" data-product="kettle" data-root="open"`;
  const text = await loaderText();
  const inlined = await pageOf(page, { body: `<script ${attributes}>${text.replaceAll("</script", "<\\/script")}</script>` });
  await visit(page, inlined);
  await expect(line(page, "The lid drips")).toBeVisible();

  const renamed = `${origins().brand}/assets/bundle-77.js`;
  await page.route(renamed, (route) => route.fulfill({ contentType: "text/javascript", body: text }));
  await visit(page, await pageOf(page, { body: `<script defer src="${renamed}" ${attributes}></script>` }));
  await expect(line(page, "The lid drips")).toBeVisible();
  await expect(widget(page)).toHaveCount(1);
});

test("a tag begins with the thread or the view that it names", async ({ page }) => {
  const { brand, thread } = await community();
  await visit(page, await siteWithTag(page, { brand, tag: { thread } }));
  await expect(page.locator(".ch-post")).toBeVisible();
  await visit(page, await siteWithTag(page, { brand, tag: { view: "ask" } }));
  await page.locator("#ch-title").fill("Does it whistle?");
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await reload(page);
  await expect(page.locator("#ch-title")).toHaveValue("");
});

test("what is typed into a drawn form before the program is there is kept", async ({ page }) => {
  const { brand } = await community();
  const open = await gate(page, /embed-[0-9a-f]+\.wasm/);
  await page.goto(await siteWithTag(page, { brand, tag: { view: "ask" } }));
  await page.locator("#ch-title").fill("Does it whistle?");
  await page.locator("#ch-body").fill("On gas.");
  open();
  await untilLive(page);
  await expect(page.locator("#ch-title")).toHaveValue("Does it whistle?");
  await expect(page.locator("#ch-body")).toHaveValue("On gas.");
});

test("a lazy tag asks for nothing until it comes near, an eager one takes over at once", async ({ page }) => {
  const { brand } = await community();
  const asked = [];
  page.on("request", (request) => request.url().includes("/embed/") && asked.push(request.url()));
  const far = '<div style="height: 4000px"></div>';
  await page.goto(await siteWithTag(page, { brand, before: far, tag: { loading: "lazy" } }));
  await page.evaluate(() => new Promise((done) => { let frames = 20; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); }));
  expect(asked).toEqual([]);
  await page.evaluate(() => window.scrollTo(0, 3600));
  await untilLive(page);
  expect(asked.length).toBe(1);
  await visit(page, await siteWithTag(page, { brand, before: far, tag: { loading: "eager" } }));
});

test("a tag that is pasted twice stands once and says so; other products stand beside it", async ({ page, watch }) => {
  watch.allow(/Chie:/);
  const said = heard(page);
  const { brand } = await community();
  const again = `<script async src="${src()}" data-brand="${brand}" data-product="kettle" data-root="open"></script>`;
  const other = again.replace("kettle", "lamp");
  await page.goto(await siteWithTag(page, { brand, after: again + other + `<script async src="${src()}"></script>` }));
  await untilLive(page);
  await expect(widget(page)).toHaveCount(2);
  await expect.poll(() => said.join("\n")).toMatch(/two tags are the same.*remove one/);
  expect(said).toHaveLength(1);
});

const WRONG = [
  [{ theme: "sepia" }, /data-theme="sepia".*light, dark or auto/],
  [{ place: "top" }, /data-place="top".*inline or launcher/],
  [{ loading: "soon" }, /data-loading="soon".*eager or lazy/],
  [{ accent: "nonsense" }, /data-accent="nonsense".*colour/],
  [{ radius: "round" }, /data-radius="round".*pixels/],
  [{ lang: "tlh" }, /data-lang="tlh".*en or ja/],
  [{ view: "everything" }, /data-view: .*list.*ask.*left out/],
  [{ thread: "no-such" }, /data-thread: .*left out/],
];
for (const [tag, message] of WRONG) {
  const [name] = Object.keys(tag);
  test(`a wrong data-${name} is told to the developer, and the visitor sees the widget`, async ({ page, watch }) => {
    watch.allow(/Chie:|422|400/);
    const said = heard(page);
    const { brand } = await community();
    await visit(page, await siteWithTag(page, { brand, tag }));
    await expect(line(page, "The lid drips")).toBeVisible();
    await expect.poll(() => said.join("\n")).toMatch(message);
    expect(said).toHaveLength(1);
  });
}

for (const [what, tag, message] of [
  ["brand", { brand: "no domain" }, /data-brand: /],
  ["product", { product: "Kettle 12" }, /data-product: /],
]) {
  test(`a malformed ${what} is told, and a link stands where the widget would be`, async ({ page, watch }) => {
    watch.allow(/Chie:|4\d\d/);
    const said = heard(page);
    const { brand } = await community();
    await page.goto(await siteWithTag(page, { brand, tag }));
    await expect(page.getByRole("link", { name: "Read questions and answers" })).toBeVisible();
    await expect.poll(() => said.join("\n")).toMatch(message);
    expect(said).toHaveLength(1);
  });
}

test("a loader of another version says where to get the right one and leaves a link", async ({ page, watch }) => {
  watch.allow(/Chie:|406/);
  const said = heard(page);
  const { brand } = await community();
  await page.route(/\/embed\//, (route) => route.continue({ url: route.request().url().replace("v=1", "v=0") }));
  await page.goto(await siteWithTag(page, { brand }));
  await expect(page.getByRole("link", { name: "Read questions and answers" })).toBeVisible();
  await expect.poll(() => said.join("\n")).toMatch(/copy of chie\.js.*own address/);
});

for (const [what, blocked, says] of [
  ["what it asks for", /\/embed\//, /could not be shown: http\S+ cannot be reached \(.+\); let it through whatever filters this network, such as a blocker, a proxy or a firewall, and open it in a tab/],
  ["everything but the loader", /\/embed\/|\/w\//, /http\S+ cannot be reached: .+; unblock it/],
]) {
  test(`a network that blocks ${what} leaves a link, and one line names what to do`, async ({ page, watch }) => {
    watch.allow(/Chie:|Failed to load resource/);
    const said = heard(page);
    const { brand } = await community();
    await page.route((url) => url.origin === origins().chie && blocked.test(url.pathname), (route) => route.abort());
    await page.goto(await siteWithTag(page, { brand, after: "<p>The page’s own words.</p>" }));
    await expect(page.getByRole("link", { name: "Read questions and answers" })).toBeVisible();
    await expect(page.getByText("The page’s own words.")).toBeVisible();
    await expect.poll(() => said.join("\n")).toMatch(says);
    expect(said).toHaveLength(1);
  });
}
