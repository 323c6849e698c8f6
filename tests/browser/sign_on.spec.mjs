// Brand sign-on in a browser: an owner makes a key in the console, the brand's server signs its customer by the documents' code, the tag
// hands it over; a guest keeps what they wrote; reloads, a second widget, a frame and another tab go along; a token of nobody's does nothing.
import { Console, Guest, newAddress, newBrand, ok, origins, pathOf } from "../harness/actors.mjs";
import { PROVEN_BY_SITE } from "../harness/stack.mjs";
import { SERVERS, pageWith, signed } from "../harness/signing.mjs";
import { signedIn } from "./desk.mjs";
import { ask, button, expect, heard, line, pageOf, reload, siteWithTag, somebodyElse, test, untilLive, visit, widget } from "./stage.mjs";

/** What is said of it, in both languages. */
const SAID = {
  en: {
    customer: "Aoi", title: "Stove-top Kettle", question: "Does it whistle?", none: "No key counts", make: "Make a key", once: "This is shown once", secret: "Secret", unused: "not used yet", used: "last used",
    which: /^Revoke the key made on /, revoke: "Revoke", helping: "Questions you may know", through: (brand) => `Signed in through ${brand}`,
  },
  ja: {
    customer: "青井", title: "直火ケトル", question: "沸くと音は鳴りますか？", none: "有効な鍵はありません", make: "鍵を作る", once: "表示されるのは今だけです", secret: "秘密の値", unused: "まだ使われていません", used: "最後の使用",
    which: /に作った鍵を無効にする$/, revoke: "無効にする", helping: "答えられそうな質問", through: (brand) => `${brand} からログインしています`,
  },
};
const copied = (page, label) => page.locator("li.copy", { hasText: new RegExp(`^${label}`) }).locator("code").innerText();
const account = async (page, { helping } = SAID.en) => {
  const lines = page.locator(".ch-account");
  // The way there is open already where one has just been.
  if (!await lines.isVisible()) await page.getByRole("link", { name: helping }).first().click();
  return lines;
};
/** What this device keeps of who somebody is. */
const keptOf = (page, brand) => page.evaluate((of) => Object.keys(localStorage).filter((name) => name.startsWith(`chie:${of}:`) && /session|sign-on/.test(name)), brand);

async function place(brand = newBrand("on")) {
  await new Guest(brand).asks({ title: "Which water?" });
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  return { brand, owner, key: await ok(owner.send("POST", pathOf(brand, "/sign-on-keys"))) };
}

for (const [lang, said] of Object.entries(SAID)) {
  test(`in ${lang}: an owner makes a key, sees its secret once, and what is signed with it signs a customer on; revoked, it signs on nobody`, async ({ page, browser, watch }) => {
    const brand = newBrand("on");
    await new Guest(brand).asks({ title: "Which water?" });
    const owner = await signedIn(page, newAddress("owner"));
    await owner.proves(brand);
    await page.goto(`${origins().console}/?lang=${lang}#/${brand}/set-up`);
    const section = page.locator("#sign-on");
    await expect(section).toContainText(said.none);
    expect([await copied(page, "aud"), await copied(page, "iss")]).toEqual([`${origins().chie}/${brand}`, brand]);
    await button(section, said.make).click();
    await expect(section).toContainText(said.once);
    const key = { id: await copied(page, "kid"), secret: await copied(page, said.secret) };
    await page.reload();
    await expect(section).toContainText(said.unused);
    expect(await page.locator("main").innerText()).not.toContain(key.secret);

    const customer = { id: "7", name: said.customer };
    const site = async (target) => siteWithTag(target, { brand, lang, title: said.title, tag: { "sign-on": await SERVERS.node(brand, key, customer) } });
    const reader = await somebodyElse(browser, watch);
    await visit(reader, await site(reader));
    await ask(reader, { line: said.question });
    // The next page, with a token of its own.
    await visit(reader, await site(reader));
    await expect(await account(reader, said)).toContainText(said.customer);
    await expect(reader.locator(".ch-account")).toContainText(said.through(brand));
    await page.reload();
    await expect(section).toContainText(said.used);
    await section.getByRole("button", { name: said.which }).click();
    await button(page.getByRole("dialog"), said.revoke).click();
    await expect(section).toContainText(said.none);
    await page.reload();
    await expect(section).toContainText(said.none);

    watch.allow(/422 POST \S*\/sign-ons|Failed to load resource.*422|Chie: sign-on: token_key/);
    const late = await somebodyElse(browser, watch);
    const heardThere = heard(late);
    await visit(late, await site(late));
    await expect.poll(() => heardThere.join()).toContain("token_key");
    // The visitor notices nothing, and goes on as a guest.
    await ask(late, { line: said.question });
  });
}

test("a guest keeps what they wrote; a reload, a kept page and another widget go along; signing out ends it", async ({ page, watch }) => {
  const { brand, key } = await place();
  const url = await siteWithTag(page, { brand });
  await visit(page, url);
  await ask(page, { line: "Does it whistle?" });
  // The page learns later who they are: a call instead of an attribute.
  const token = signed(brand, key, { claims: { name: "Aoi" } });
  await reload(page);
  await page.evaluate((it) => window.Chie.signIn(it), token);
  await expect(line(page, "Does it whistle?")).toContainText("Yours");
  await reload(page);
  await expect(line(page, "Does it whistle?")).toContainText("Yours");
  // The very same page again, from a cache: its token was used, and nobody minds.
  await page.evaluate((it) => window.Chie.signIn(it), token);
  await expect(await account(page)).toContainText("Aoi");
  // Two products on one page: one token, and both know.
  const both = await pageOf(page, { body: `<div id="one"></div>${pageWith(brand, signed(brand, key)).replace("data-brand", 'data-root="open" data-loading="eager" data-brand')}<div data-chie-brand="${brand}" data-chie-product="lamp" data-chie-root="open" data-chie-loading="eager"></div>` });
  await page.goto(both);
  await untilLive(page);
  await expect(widget(page)).toHaveCount(2);
  // Said at once, one after the other: whoever was named last is here, and each call hears of its own.
  await page.evaluate((tokens) => Promise.all(tokens.map((token) => window.Chie.signIn(token, "[data-chie-product=lamp]"))), [signed(brand, key, { claims: { sub: "c-2", name: "Ben" } }), signed(brand, key, { claims: { sub: "c-3", name: "Cho" } })]);
  await expect.poll(() => page.evaluate((of) => localStorage.getItem(`chie:${of}:sign-on`), brand)).toBe("c-3");
  // A widget that ends meanwhile leaves no call waiting, and says so.
  watch.allow(/sign-on: the widget was taken off its page/);
  await page.route("**/sign-ons", () => {});
  const asked = page.waitForRequest("**/sign-ons");
  await page.evaluate((token) => { window.handed = window.Chie.signIn(token, "[data-chie-product=lamp]"); }, signed(brand, key, { claims: { sub: "c-4" } }));
  await asked;
  await page.evaluate(() => window.Chie.destroy("[data-chie-product=lamp]").then(() => window.handed));
  await page.unroute("**/sign-ons");
  await visit(page, url);
  await page.evaluate(() => window.Chie.signOut());
  await expect.poll(() => keptOf(page, brand)).toEqual([]);
  await visit(page, url);
  await expect(line(page, "Does it whistle?")).not.toContainText("Yours");
});

test("another customer on the same device is another member, in another tab too", async ({ page, context }) => {
  const { brand, key } = await place();
  const url = await siteWithTag(context, { brand });
  await visit(page, url);
  await page.evaluate((it) => window.Chie.signIn(it), signed(brand, key, { claims: { sub: "one", name: "Aoi" } }));
  await ask(page, { line: "Does it whistle?" });
  const tab = await context.newPage();
  await visit(tab, url);
  await expect(line(tab, "Does it whistle?")).toContainText("Yours");
  await tab.evaluate((it) => window.Chie.signIn(it), signed(brand, key, { claims: { sub: "two", name: "Ken" } }));
  await expect(await account(tab)).toContainText("Ken");
  await visit(page, url);
  await expect(line(page, "Does it whistle?")).not.toContainText("Yours");
});

test("in a frame too, on the brand's own page and on no other", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie: the widget stands in a frame|Refused|violates the following/i);
  // A brand whose own pages stand on this machine.
  const { brand, key } = await place(PROVEN_BY_SITE[9]);
  const headers = { "content-security-policy": `default-src 'none'; script-src ${origins().chie}; frame-src ${origins().chie}; img-src data:` };
  const frame = page.frameLocator("iframe");
  const tries = [];
  page.on("request", (request) => /\/sign-ons$/.test(request.url()) && tries.push(request.url()));
  const tag = () => ({ "sign-on": signed(brand, key, { claims: { name: "Aoi" } }) });
  // Asked as the frame's program asks: where it may keep nothing of its own, the page around keeps it.
  const kept = () => page.frames().at(-1).evaluate((of) => localStorage.getItem(`chie:${of}:sign-on`), brand);

  await page.goto(await siteWithTag(page, { brand, headers, site: process.env.FAN, tag: tag() }));
  await expect(line(frame, "Which water?").first()).toBeVisible();
  // The frame hears one after the other: what was said after the token has come through, so the token was heard; and what is handed to its
  // widget by itself after that goes the same way as the token would have gone.
  await page.evaluate(() => window.Chie.ask("Does it whistle?"));
  await expect(frame.locator("#ch-line:visible")).toHaveValue("Does it whistle?");
  await page.frames().at(-1).evaluate(() => window.Chie.signOut());
  expect([tries, await kept()]).toEqual([[], null]);
  await page.goto(await siteWithTag(page, { brand, headers, tag: tag() }));
  await expect(line(frame, "Which water?").first()).toBeVisible();
  await expect.poll(kept).toBe("customer-7");
  expect(tries).toHaveLength(1);
  await expect(await account(frame)).toContainText("Aoi");
  // The page says through the frame that they left.
  await page.evaluate(() => window.Chie.signOut());
  await expect(frame.locator(".ch-account")).toHaveCount(0);
  await expect.poll(kept).toBe(null);
});

test("a signed-on customer signs out in the widget, and stays nobody after a reload", async ({ page }) => {
  const { brand, key } = await place();
  const url = await siteWithTag(page, { brand });
  await visit(page, url);
  await page.evaluate((it) => window.Chie.signIn(it), signed(brand, key, { claims: { name: "Aoi" } }));
  await ask(page, { line: "Does it whistle?" });
  await visit(page, url);
  await expect(line(page, "Does it whistle?")).toContainText("Yours");
  await button(await account(page), "Sign out on this device").click();
  // They have no address here that they could come back by.
  await expect(page.locator(".ch-out")).toHaveText("You are signed out on this device.");
  await expect(page.locator(".ch-out")).toBeFocused();
  expect(await keptOf(page, brand)).toEqual([]);
  await visit(page, url);
  await expect(line(page, "Does it whistle?")).not.toContainText("Yours");
  expect(await keptOf(page, brand)).toEqual([]);
});

test("with two brands on a page a token goes to the widget that it names, and to no other", async ({ page }) => {
  const [one, two] = [await place(), await place()];
  const tag = (id, { brand }) => `<div id="${id}" data-chie-brand="${brand}" data-chie-product="kettle" data-root="open" data-loading="eager"></div>`;
  const url = await pageOf(page, { body: `${tag("one", one)}${tag("two", two)}<script async src="${origins().chie}/chie.js"></script>` });
  await visit(page, url);
  await expect(widget(page)).toHaveCount(2);
  await page.evaluate((it) => window.Chie.signIn(it, "#two"), signed(two.brand, two.key, { claims: { name: "Aoi" } }));
  await expect.poll(() => keptOf(page, two.brand)).toEqual(expect.arrayContaining([`chie:${two.brand}:sign-on`]));
  expect(await keptOf(page, one.brand)).toEqual([]);
  await page.evaluate(() => window.Chie.signOut("#one"));
  expect(await keptOf(page, two.brand)).toContain(`chie:${two.brand}:sign-on`);
  await page.evaluate(() => window.Chie.signOut("#two"));
  await expect.poll(() => keptOf(page, two.brand)).toEqual([]);
});
