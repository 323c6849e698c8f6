// The live view takes the place of the drawn one, and nobody notices: same picture, same scroll, focus, text and selection;
// a click made before counts; a composition is never cut off.
import { Guest, newBrand } from "../harness/actors.mjs";
import { difference, expect, gate, line, NOT_VISIBLE, siteWithTag, stillThere, test, typeLine, untilLive, visit } from "./stage.mjs";

const PROGRAM = /embed-[0-9a-f]+\.wasm/;

async function community() {
  const guest = new Guest(newBrand());
  const first = await guest.asks({ title: "The lid drips", kind: "problem", body: "Only when it pours." });
  await guest.replies(first, { body: "Turn the gasket round." });
  await guest.asks({ title: "Could the handle be longer?", kind: "idea" });
  await guest.asks({ title: "Ten years and still whistling", kind: "praise" });
  return guest.brand;
}

test("is not visible", async ({ page }) => {
  const url = await siteWithTag(page, { brand: await community() });
  const open = await gate(page, PROGRAM);
  await page.goto(url);
  await expect(page.locator(".ch-row")).toHaveCount(3);
  const before = await page.screenshot({ animations: "disabled" });
  const heightBefore = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(await stillThere(page)).toBe(true);
  open();
  await untilLive(page);
  const after = await page.screenshot({ animations: "disabled" });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(heightBefore);
  expect(await difference(page, before, after)).toBeLessThan(NOT_VISIBLE);
});

test("is not visible in Japanese and in the dark either", async ({ browser, watch }) => {
  const context = await browser.newContext({ colorScheme: "dark", locale: "ja-JP", viewport: { width: 360, height: 760 } });
  await watch.follow(context);
  const page = await context.newPage();
  const url = await siteWithTag(page, { brand: await community(), lang: "ja", title: "直火ケトル" });
  const open = await gate(page, PROGRAM);
  await page.goto(url);
  await expect(page.locator(".ch-row")).toHaveCount(3);
  const before = await page.screenshot({ animations: "disabled", fullPage: true });
  expect(await stillThere(page)).toBe(true);
  open();
  await untilLive(page);
  const after = await page.screenshot({ animations: "disabled", fullPage: true });
  expect(await difference(page, before, after)).toBeLessThan(NOT_VISIBLE);
  await context.close();
});

test("keeps scroll, focus, typed text and the caret", async ({ page }) => {
  const filler = '<div style="height: 1200px"></div>';
  const url = await siteWithTag(page, { brand: await community(), before: filler, after: filler });
  const open = await gate(page, PROGRAM);
  await page.goto(url);
  const field = page.locator("#ch-line");
  await field.click();
  await page.keyboard.type("whistles too late");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  const place = () => page.evaluate(() => {
    const field = [...document.querySelectorAll("*")].find((one) => one.shadowRoot).shadowRoot.activeElement;
    return [window.scrollY, field?.id, field?.value, field?.selectionStart, field?.selectionEnd, field?.selectionDirection];
  });
  const before = await place();
  expect(before.slice(1)).toEqual(["ch-line", "whistles too late", 14, 16, "backward"]);
  open();
  await untilLive(page);
  expect(await place()).toEqual(before);
  // What was typed before counts: the likely threads come without another letter.
  await expect(page.locator(".ch-like")).toBeVisible();
  await page.keyboard.type("so");
  await expect(field).toHaveValue("whistles too lsoe");
  await page.reload();
  await untilLive(page);
  await expect(field).toHaveValue("whistles too lsoe");
});

test("keeps selected text", async ({ page }) => {
  const url = await siteWithTag(page, { brand: await community() });
  const open = await gate(page, PROGRAM);
  await page.goto(url);
  const title = line(page, "The lid drips").getByRole("link");
  await expect(title).toBeVisible();
  await title.evaluate((element) => {
    const text = element.querySelector("bdi").firstChild;
    getSelection().setBaseAndExtent(text, 4, text, 7);
  });
  const selected = () => page.evaluate(() => {
    const root = [...document.querySelectorAll("*")].find((one) => one.shadowRoot).shadowRoot;
    const [range] = getSelection().getComposedRanges({ shadowRoots: [root] });
    return [range.startContainer.data, range.startOffset, range.endOffset, range.startContainer.isConnected];
  });
  expect(await selected()).toEqual(["The lid drips", 4, 7, true]);
  open();
  await untilLive(page);
  expect(await selected()).toEqual(["The lid drips", 4, 7, true]);
});

test("replays a click that was made before", async ({ page }) => {
  const url = await siteWithTag(page, { brand: await community() });
  const open = await gate(page, PROGRAM);
  await page.goto(url);
  await line(page, "The lid drips").getByRole("link").click();
  await expect(page).toHaveURL(url);
  open();
  await expect(page.locator(".ch-post")).toContainText("Only when it pours.");
  await expect(page.locator(".ch-reply")).toContainText("Turn the gasket round.");
  await expect(page).toHaveURL(url);
});

test("waits until a composition ends, and the Enter that ends it submits nothing", async ({ page, context }) => {
  const url = await siteWithTag(page, { brand: await community(), lang: "ja", title: "直火ケトル" });
  const open = await gate(page, PROGRAM);
  const drawn = page.waitForResponse(PROGRAM);
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.goto(url);
  const keys = await context.newCDPSession(page);
  const compose = (text) => keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const field = page.locator("#ch-line");
  await field.click();
  await compose("ふ");
  await compose("ふえ");
  open();
  await drawn;
  // The program is here and its view is drawn beside: it would have taken over long ago.
  await page.waitForFunction(() => [...document.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot?.childElementCount === 2 && shadowRoot.lastElementChild.firstElementChild));
  await page.evaluate(() => new Promise((done) => { let frames = 40; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); }));
  expect(await stillThere(page)).toBe(true);
  await expect(field.first()).toHaveValue("ふえ");
  await compose("ふえが");
  await keys.send("Input.insertText", { text: "笛が" });
  await untilLive(page);
  await expect(field).toHaveValue("笛が");
  await expect(page.locator(".ch-like")).toBeVisible();

  // In the live view: Enter inside a composition is the input method's.
  await compose("ならない");
  await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 13 });
  await keys.send("Input.insertText", { text: "鳴らない" });
  await keys.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, nativeVirtualKeyCode: 13 });
  await expect(field).toHaveValue("笛が鳴らない");
  await expect(page.locator("#ch-title")).toHaveCount(0);
  await expect(page.locator(".ch-like")).toBeVisible();
  expect(sent).toEqual([]);
});

test("an Enter without a composition goes on", async ({ page }) => {
  await visit(page, await siteWithTag(page, { brand: newBrand() }));
  await typeLine(page, "Is the whistle loud?");
  await page.locator("#ch-line").press("Enter");
  await expect(page.locator("#ch-title")).toHaveValue("Is the whistle loud?");
  await expect(page.locator("#ch-body")).toBeFocused();
});
