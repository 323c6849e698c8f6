// Where no WebAssembly runs, or no script at all: reading stays, and asking and replying are plain forms.
import { Guest, newBrand, origins } from "../harness/actors.mjs";
import { expect, heard, line, siteWithTag, somebodyElse, test, untilLive, widget } from "./stage.mjs";

const community = async () => {
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "The lid drips", kind: "problem" });
  return { brand: guest.brand, thread };
};
const WORDS = {
  en: { ask: "Ask a question of your own", post: "Post the question", reply: "Reply", kept: "Keep this address", empty: /write|empty|fill/i },
  ja: { ask: "自分の質問を書く", post: "質問を公開する", reply: "返信する", kept: "控えてください", empty: /書|入力/ },
};

for (const lang of ["en", "ja"]) {
  test(`without any script one asks, is told what is wrong, replies, and keeps the address (${lang})`, async ({ browser, watch }) => {
    watch.allow(/^422 POST|status of 4/);
    const words = WORDS[lang];
    const { brand } = await community();
    const context = await browser.newContext({ javaScriptEnabled: false });
    await watch.follow(context);
    const page = await context.newPage();
    await page.goto(`${origins().chie}/c/${brand}/kettle?lang=${lang}&q=zzz`);
    await page.getByRole("link", { name: words.ask }).click();
    await expect(page.locator("#ch-title")).toHaveValue("zzz");
    // What is wrong stands beside its field, and nothing typed is lost.
    await page.locator("#ch-title").fill("");
    await page.locator("#ch-body").fill("On gas, since May.");
    await page.getByRole("radio").nth(2).check();
    await page.getByRole("button", { name: words.post }).click();
    await expect(page.locator(".ch-wrong #ch-title")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#ch-title-about")).toHaveText(words.empty);
    await expect(page.locator("#ch-body")).toHaveValue("On gas, since May.");
    await expect(page.getByRole("radio").nth(2)).toBeChecked();
    await page.locator("#ch-title").fill("Call me: 090-1234-5678");
    await page.getByRole("button", { name: words.post }).click();
    await expect(page.locator("#ch-title-about")).toContainText("090-1234-5678");
    await page.locator("#ch-title").fill("Does it whistle?");
    await page.getByRole("button", { name: words.post }).click();
    await expect(page).toHaveURL(new RegExp(`/c/${brand}/kettle/\\w+\\?lang=${lang}&kept=`));
    await expect(page.getByText("On gas, since May.")).toBeVisible();
    const kept = page.getByRole("status").filter({ hasText: words.kept }).getByRole("link");
    const address = await kept.getAttribute("href");
    expect(address).toContain(`/keep?lang=${lang}#${brand}/`);
    // A reply on the thread's own page: looked over once, then posted.
    await page.locator("textarea[name=reply]").fill("It does, a little.");
    await page.getByRole("button", { name: words.reply, exact: true }).click();
    await expect(page.locator("#ch-body")).toHaveValue("It does, a little.");
    await page.getByRole("button", { name: words.reply, exact: true }).click();
    await expect(page.getByText("It does, a little.")).toBeVisible();
    await expect(page.locator(".ch-reply")).toHaveCount(1);

    // Elsewhere, with script, the kept address is its author's.
    const other = await somebodyElse(browser, watch);
    await other.goto(address);
    await expect(other).toHaveURL(new RegExp(`/c/${brand}/kettle/`));
    const mine = await other.evaluate(async ({ brand }) => (await fetch(`/v1/communities/${brand}/mine`, { headers: { authorization: `Bearer ${localStorage.getItem(`chie:${brand}:session`)}` } })).json(), { brand });
    expect(mine.asked).toHaveLength(1);
    await context.close();
  });
}

test("a form that is sent twice makes one thread", async ({ page }) => {
  const { brand } = await community();
  await page.goto(`${origins().chie}/c/${brand}/kettle/ask`);
  const key = await page.locator("input[name=key]").getAttribute("value");
  const send = () => page.request.post(`${origins().chie}/c/${brand}/kettle/ask`, { form: { key, title: "Does it whistle?", kind: "question" }, maxRedirects: 0 });
  const [one, other] = [await send(), await send()];
  expect([one.status(), other.status()]).toEqual([303, 303]);
  const place = (answer) => new URL(answer.headers().location).pathname;
  expect(place(one)).toBe(place(other));
  const list = await (await page.request.get(`${origins().chie}/v1/communities/${brand}/threads`)).json();
  expect(list.rows.filter((row) => row.title === "Does it whistle?")).toHaveLength(1);
  // A key that was never given out by a form posts nothing.
  const without = await page.request.post(`${origins().chie}/c/${brand}/kettle/ask`, { form: { title: "Without a key" } });
  expect(without.status()).toBe(200);
  expect(await without.text()).toContain("Without a key");
  expect((await (await page.request.get(`${origins().chie}/v1/communities/${brand}/threads`)).json()).rows).toHaveLength(2);
});

test("a ticket of another community, an old one and a made-up one show nobody's key", async ({ page }) => {
  const { brand, thread } = await community();
  const elsewhere = await community();
  await page.goto(`${origins().chie}/c/${elsewhere.brand}/kettle/ask`);
  const key = await page.locator("input[name=key]").getAttribute("value");
  const sent = await page.request.post(`${origins().chie}/c/${elsewhere.brand}/kettle/ask`, { form: { key, title: "Theirs", kind: "question" }, maxRedirects: 0 });
  const ticket = new URL(sent.headers().location).searchParams.get("kept");
  const text = async (address, headers) => (await page.request.get(address, { headers })).text();
  expect(await text(sent.headers().location)).toContain("/keep?");
  expect(await text(`${origins().chie}/c/${brand}/kettle/${thread}?kept=${ticket}`)).not.toContain("/keep?");
  expect(await text(`${origins().chie}/c/${brand}/kettle/${thread}?kept=nonsense`)).not.toContain("/keep?");
  expect(await text(sent.headers().location, { "x-chie-now": String(Date.now() + 11 * 60_000) })).not.toContain("/keep?");
});

test("without WebAssembly the widget is read, and asking leads through the public page to a posted thread", async ({ page, watch }) => {
  watch.allow(/Chie: reading works|WebAssembly/);
  const said = heard(page);
  const { brand } = await community();
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(await siteWithTag(page, { brand }));
  await expect(line(page, "The lid drips")).toBeVisible();
  await page.locator("#ch-line").fill("whistle");
  await expect.poll(() => said.join("\n")).toMatch(/taking part does not/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/c/${brand}/kettle\\?.*q=whistle`));
  await page.getByRole("link", { name: WORDS.en.ask }).click();
  await expect(page.locator("#ch-title")).toHaveValue("whistle");
  await page.getByRole("button", { name: WORDS.en.post }).click();
  await expect(page.getByRole("status").filter({ hasText: WORDS.en.kept })).toBeVisible();
});

test("a drawn form of a page that cannot take over brings its text along", async ({ page, watch }) => {
  watch.allow(/Chie: reading works|WebAssembly/);
  const { brand } = await community();
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(await siteWithTag(page, { brand, tag: { view: "ask" } }));
  await page.locator("#ch-title").fill("Does it whistle?");
  await page.locator("#ch-body").fill("On gas.");
  await page.getByRole("button", { name: WORDS.en.post }).click();
  await expect(page).toHaveURL(new RegExp(`/c/${brand}/kettle/ask`));
  await expect(page.locator("#ch-title")).toHaveValue("Does it whistle?");
  await expect(page.locator("#ch-body")).toHaveValue("On gas.");
  await page.getByRole("button", { name: WORDS.en.post }).click();
  await expect(page.getByText("On gas.")).toBeVisible();
});

test("a program that breaks leaves the drawn view where it is", async ({ page, watch }) => {
  watch.allow(/Chie: reading works|CompileError|wasm/i);
  const said = heard(page);
  const { brand } = await community();
  await page.route(/embed-[0-9a-f]+\.wasm/, (route) => route.fulfill({ contentType: "application/wasm", headers: { "access-control-allow-origin": "*" }, body: Buffer.from("no program at all") }));
  await page.goto(await siteWithTag(page, { brand }));
  await expect(line(page, "The lid drips")).toBeVisible();
  await expect.poll(() => said.join("\n")).toMatch(/reading works, taking part does not/);
  await expect(widget(page)).toHaveCount(1);
  await expect(line(page, "The lid drips")).toBeVisible();
  await page.unroute(/embed-[0-9a-f]+\.wasm/);
  await page.reload();
  await untilLive(page);
});

test("where the second part of the program cannot be fetched a calm line says so, the public page is one tap away, and nothing typed is lost", async ({ page, watch }) => {
  watch.allow(/ERR_FAILED|Failed to load resource/);
  const { brand } = await community();
  let away = true;
  await page.route(/embed-rest-[0-9a-f]+\.wasm/, (route) => (away ? route.abort() : route.continue()));
  const url = await siteWithTag(page, { brand });
  await page.goto(url);
  await untilLive(page);
  await page.locator("#ch-line").fill("Does it whistle?");
  await line(page, "The lid drips").getByRole("link").click();
  const failed = page.locator(".ch-none[role=alert]");
  await expect(failed).toContainText("This could not be loaded just now.");
  await expect(page.getByRole("link", { name: "Read it on its own page" })).toHaveAttribute("href", new RegExp(`^${origins().chie}/c/${brand}/kettle/t_`));
  // It is tried again, and then it is there.
  await failed.getByRole("button", { name: "Try again" }).click();
  await expect(failed).toBeVisible();
  away = false;
  await failed.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".ch-post")).toBeVisible();
  await page.locator(".ch-back").click();
  await expect(page.locator("#ch-line")).toHaveValue("Does it whistle?");
  // One asks without it: nothing of asking stands there, but what looks for private facts.
  away = true;
  await page.reload();
  await untilLive(page);
  await page.locator("#ch-line").fill("Does it whistle?");
  await page.locator(".ch-like-ask").click();
  await page.locator("#ch-body").fill("On gas.");
  // The fold holds a name; what else belongs in it is said not to be there.
  await page.locator(".ch-fold > summary").click();
  await page.locator("#ch-name").fill("Ada");
  await expect(page.locator("form.ch-form [role=alert]")).toHaveText("This could not be loaded just now.");
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await page.reload();
  await untilLive(page);
  // Whose it is, too, is said by what could not be fetched.
  await expect(line(page, "Does it whistle?")).toBeVisible();
  // What leads to a screen of that part leads to the public page instead.
  await page.getByRole("link", { name: "Posted here before?" }).or(page.getByRole("link", { name: "Questions you may know" })).first().click();
  await expect(page).toHaveURL(new RegExp(`^${origins().chie}/c/${brand}/kettle`));
});
