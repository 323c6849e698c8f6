// A photo from a telephone: posted without where it was taken, veiled for others until somebody known opens it, shown large,
// gone with its post; and everything that can go wrong while it is picked and sent.
import AxeBuilder from "@axe-core/playwright";
import { Guest, hooks, newAddress, newBrand, ok, operator, origins } from "../harness/actors.mjs";
import { plain, tellingJpeg, tells } from "../harness/pictures.mjs";
import { atConsole } from "./desk.mjs";
import { expect, gate, openThread, reload, siteWithTag, somebodyElse, test, typeLine, visit } from "./stage.mjs";

/** A photo as a telephone takes it: large, held upright, with the place inside. Its left half is red as it lies. */
async function fromTelephone(page, { width = 2400, height = 1800 } = {}) {
  const bytes = await page.evaluate(async ([width, height]) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = "#22a";
    context.fillRect(0, 0, width, height);
    context.fillStyle = "#a22";
    context.fillRect(0, 0, width / 2, height);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height]);
  return { name: "IMG_0042.jpg", mimeType: "image/jpeg", buffer: tellingJpeg(Buffer.from(bytes), { orientation: 6 }) };
}

const field = (page) => page.locator(".ch-add input[type=file]");
const picked = (page) => page.locator(".ch-picked li");
const send = (page) => page.locator("form.ch-form button[type=submit]");

/** No violation of the guidelines in what is shown now. */
async function clean(page, where) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(" | ")}`), where).toEqual([]);
}

/** Goes on to the details of a question. */
async function writing(page, brand, title = "What is this crack?", options) {
  await visit(page, await siteWithTag(page, { brand, ...options }));
  await typeLine(page, title);
  await page.locator(".ch-like-ask").click();
  await expect(page.locator("#ch-title")).toHaveValue(title);
}

/** Somebody whose answers helped members, as this browser's visitor. */
async function becomesKnown(page, brand) {
  const [asker, helper] = [new Guest(brand), new Guest(brand, { site: origins().brand })];
  const thread = await asker.asks({ title: "Something else" });
  const reply = await helper.replies(thread);
  await asker.joins(newAddress());
  await helper.joins(newAddress());
  await ok(asker.accept(reply));
  for (const _ of [1, 2]) {
    const reader = new Guest(brand);
    await reader.asks({ title: "Whatever" });
    await ok(reader.star(reply));
  }
  await page.evaluate(([name, session]) => localStorage.setItem(name, session), [`chie:${brand}:session`, helper.session]);
}

test("scenario 27: a photo from a telephone loses its place, is veiled until somebody known opens it, and goes with its post", async ({ page, browser, watch }) => {
  const brand = newBrand();
  await writing(page, brand);
  const photo = await fromTelephone(page);
  expect(tells(photo.buffer)).toBe(true);
  await field(page).setInputFiles(photo);
  await expect(picked(page)).toContainText("Ready");
  await picked(page).getByLabel("What the photo shows").fill("A crack in the handle");
  await send(page).click();
  await expect(page.locator(".ch-done")).toBeVisible();

  // Its author sees it, after a reload too.
  await reload(page);
  await openThread(page, "What is this crack?");
  const own = page.getByRole("img", { name: "A crack in the handle" });
  await expect(own).toBeVisible();
  await expect(page.locator(".ch-photos")).toContainText("Others see it once");
  await expect.poll(() => own.evaluate((it) => it.complete && [it.naturalWidth, it.naturalHeight])).toEqual([1200, 1600]);
  const served = await fetch(await own.getAttribute("src"));
  expect(served.status).toBe(200);
  expect(tells(Buffer.from(await served.arrayBuffer()))).toBe(false);
  // It stands the way it was held: what lay left is above.
  expect(await own.evaluate(async (it) => {
    const context = new OffscreenCanvas(2, 2).getContext("2d");
    context.drawImage(await createImageBitmap(await (await fetch(it.src)).blob()), 0, 0, 2, 2);
    return [0, 1].map((y) => context.getImageData(0, y, 1, 1).data[0] > 100);
  })).toEqual([true, false]);

  // Everybody else sees colours and a sentence, and is not told the address.
  const other = await somebodyElse(browser, watch);
  await visit(other, await siteWithTag(other, { brand }));
  await openThread(other, "What is this crack?");
  await expect(other.locator(".ch-veil")).toBeVisible();
  await expect(other.locator(".ch-photos")).toContainText("A guest’s photo");
  await expect(other.locator(".ch-photos img, .ch-photos button")).toHaveCount(0);
  await clean(other, "veiled");
  const address = (await own.getAttribute("src")).split("?")[0];
  expect((await fetch(address)).status).toBe(404);

  const known = await somebodyElse(browser, watch);
  const site = await siteWithTag(known, { brand });
  await visit(known, site);
  await becomesKnown(known, brand);
  await visit(known, site);
  await openThread(known, "What is this crack?");
  await known.getByRole("button", { name: "Look at it and show it to everybody" }).click();
  await expect(known.getByRole("img", { name: "A crack in the handle" })).toBeVisible();
  await expect(known.getByRole("button", { name: "Do not show it any more" })).toBeVisible();

  await reload(other);
  await openThread(other, "What is this crack?");
  const shown = other.getByRole("img", { name: "A crack in the handle" });
  await expect(shown).toHaveAttribute("loading", "lazy");
  expect([await shown.getAttribute("width"), await shown.getAttribute("height")]).toEqual(["1200", "1600"]);
  // Large, by keyboard, and back.
  const link = other.locator("a.ch-photo");
  await link.focus();
  await other.keyboard.press("Enter");
  await expect(other.locator("dialog.ch-large")).toBeVisible();
  await expect(other.getByRole("button", { name: "Close" })).toBeFocused();
  await clean(other, "large");
  await other.keyboard.press("Escape");
  await expect(other.locator("dialog")).toHaveCount(0);
  await expect(link).toBeFocused();

  // The public page shows it without any script.
  const thread = (await new Guest(brand).list()).body.rows.find((row) => row.title === "What is this crack?").id;
  const html = await (await fetch(`${origins().chie}/c/${brand}/kettle/${thread}`)).text();
  expect(html).toContain(`src="${address}"`);
  expect(html).toMatch(/<img [^>]*alt="A crack in the handle"[^>]*>/);

  await known.getByRole("button", { name: "Do not show it any more" }).click();
  await expect(known.locator(".ch-veil")).toBeVisible();
  expect((await fetch(address)).status).toBe(404);

  await ok((await operator()).remove(brand, { thread, ground: "off_topic" }));
  await hooks.due(brand);
  expect((await fetch(await own.getAttribute("src"))).status).toBe(404);
  await visit(page, await siteWithTag(page, { brand, tag: { thread } }));
  for (const again of [false, true]) {
    if (again) await reload(page);
    await expect(page.locator(".ch-gone")).toBeVisible();
    await expect(page.locator(".ch-photos")).toHaveCount(0);
  }
  // And on the page where it all began.
  await page.goto(`${origins().chie}/c/${brand}/kettle/${thread}?lang=en`);
  await expect(page.locator("main img[src*='/p/']")).toHaveCount(0);
});

test("on a telephone: choosing, progress, words for those who do not see it, leaving one out, and posting", async ({ browser, watch }) => {
  const page = await somebodyElse(browser, watch, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const brand = newBrand();
  await writing(page, brand);
  const open = await gate(page, /\/photos\?/);
  const choosing = page.waitForEvent("filechooser");
  await page.locator(".ch-add label").tap();
  const chooser = await choosing;
  expect(chooser.isMultiple()).toBe(true);
  const photo = await fromTelephone(page, { width: 1200, height: 900 });
  await chooser.setFiles([photo, { ...photo, name: "IMG_0043.jpg" }]);
  await expect(picked(page)).toHaveCount(2);
  await expect(picked(page).first().getByRole("progressbar", { name: "IMG_0042.jpg" })).toBeVisible();
  await picked(page).first().getByLabel("What the photo shows").fill("A crack");
  // Every target is large enough for a finger, and nothing is pushed out of the window.
  for (const control of await picked(page).locator("button:visible, input").all()) expect((await control.boundingBox()).height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await picked(page).nth(1).getByRole("button", { name: "Leave it out: IMG_0043.jpg" }).tap();
  await expect(picked(page)).toHaveCount(1);
  open();
  await expect(picked(page)).toContainText("Ready");
  await expect(picked(page).getByRole("progressbar")).toHaveCount(0);
  await send(page).tap();
  await expect(page.locator(".ch-done")).toBeVisible();
  await reload(page);
  await openThread(page, "What is this crack?");
  await expect(page.getByRole("img", { name: "A crack" })).toHaveCount(1);
  await expect(page.locator(".ch-photos li")).toHaveCount(1);
  await page.context().close();
});

test("four at most, what cannot be read is named, and failure of one keeps the others", async ({ page, watch }) => {
  watch.allow(/503 POST \S*\/photos|Failed to load resource.*503/);
  const brand = newBrand();
  await writing(page, brand, "Which of these fits?");
  await field(page).setInputFiles({ name: "IMG_1.HEIC", mimeType: "image/heic", buffer: Buffer.from("\0\0\0\x18ftypheic and more") });
  await expect(page.locator(".ch-picked [role=alert]")).toContainText("cannot read “IMG_1.HEIC”");
  await expect(picked(page)).toHaveCount(0);

  const files = ["one", "two", "three", "four", "five"].map((name) => ({ name: `${name}.png`, mimeType: "image/png", buffer: plain("png") }));
  let sent = 0;
  await page.route("**/photos?colours=*", (route) => {
    sent += 1;
    return sent === 2 ? route.fulfill({ status: 503, contentType: "application/json", body: "{}", headers: { "access-control-allow-origin": "*" } }) : route.continue();
  });
  await field(page).setInputFiles(files);
  await expect(picked(page)).toHaveCount(4);
  await expect(page.locator(".ch-picked [role=alert]")).toHaveText("Four photos fit into a post.");
  await expect(picked(page).getByText("Ready")).toHaveCount(3);
  await expect(picked(page).nth(1)).toContainText("did not get through");
  await clean(page, "picked, one failed");
  await picked(page).nth(1).getByRole("button", { name: "Try again" }).click();
  await expect(picked(page).getByText("Ready")).toHaveCount(4);
  await page.getByRole("button", { name: "Leave it out: three.png" }).click();
  await expect(picked(page)).toHaveCount(3);
  await expect(picked(page).last().getByLabel("What the photo shows")).toBeFocused();
  // The key that ends a line sends nothing from here.
  await page.keyboard.type("The third");
  await page.keyboard.press("Enter");
  await expect(page.locator("#ch-title")).toBeVisible();
  await send(page).click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await reload(page);
  await openThread(page, "Which of these fits?");
  await expect(page.locator(".ch-photos img")).toHaveCount(3);
  await expect(page.getByRole("img", { name: "The third" })).toBeVisible();
});

test("without a connection picked photos stay and say so, and go out when it is back", async ({ page, context, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch dynamically/);
  const brand = newBrand();
  await writing(page, brand, "Is this lime?");
  await context.setOffline(true);
  await field(page).setInputFiles({ name: "one.png", mimeType: "image/png", buffer: plain("png") });
  await expect(page.locator(".ch-picked")).toContainText("No connection. The photo stays here");
  await context.setOffline(false);
  await expect(picked(page)).toContainText("Ready");
  await context.setOffline(true);
  await field(page).setInputFiles({ name: "two.png", mimeType: "image/png", buffer: plain("png") });
  await expect(picked(page).nth(1)).toContainText("No connection. The photo stays here");
  await send(page).click();
  await expect(page.locator(".ch-alert")).toContainText("The photos are not all there yet");
  await expect(page.locator("#ch-title")).toHaveValue("Is this lime?");
  await context.setOffline(false);
  await expect(picked(page).getByText("Ready")).toHaveCount(2);
  await send(page).click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await reload(page);
  await openThread(page, "Is this lime?");
  await expect(page.locator(".ch-photos img")).toHaveCount(2);
});

test("in a reply, pasted and dropped, in Japanese; the place is empty afterwards", async ({ page }) => {
  const brand = newBrand();
  const guest = new Guest(brand);
  await guest.asks({ title: "ふたが開きません" });
  await visit(page, await siteWithTag(page, { brand, lang: "ja" }));
  await openThread(page, "ふたが開きません");
  const hand = (type) => page.locator("#ch-reply").evaluate((target, [type, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "shot.png", { type: "image/png" }));
    const event = type === "paste" ? new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true, composed: true }) : new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  }, [type, [...plain("png")]]);
  expect(await hand("paste")).toBe(true);
  await expect(picked(page).getByText("準備できました")).toHaveCount(1);
  expect(await hand("dragover")).toBe(true);
  expect(await hand("drop")).toBe(true);
  await expect(picked(page).getByText("準備できました")).toHaveCount(2);
  await page.locator("#ch-reply").fill("ここを押します。");
  await page.locator(".ch-compose button[type=submit]").click();
  await expect(page.locator(".ch-reply .ch-photos img")).toHaveCount(2);
  await expect(picked(page)).toHaveCount(0);
  await page.locator("#ch-reply").fill("もう一つ。");
  await page.locator(".ch-compose button[type=submit]").click();
  await expect(page.locator(".ch-reply")).toHaveCount(2);
  await expect(page.locator(".ch-reply").last().locator(".ch-photos")).toHaveCount(0);
  await reload(page);
  await openThread(page, "ふたが開きません");
  await expect(page.locator(".ch-reply .ch-photos img")).toHaveCount(2);
});

test("the operator opens a photo on the console", async ({ page, watch }) => {
  watch.allow(/401 GET \S*\/v1\/console\/session|Failed to load resource.*401/);
  const brand = newBrand();
  const guest = new Guest(brand);
  const { id } = await ok(guest.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  const thread = await guest.asks({ title: "Is this a crack?", photos: [{ id, alt: "The handle" }] });
  await atConsole(page, await operator());
  await page.goto(`${origins().console}/#/${brand}/threads/${thread}`);
  await page.getByRole("button", { name: "Look at it and show it to everybody" }).click();
  const image = page.getByRole("img", { name: "The handle" });
  await expect.poll(() => image.evaluate((it) => it.complete && it.naturalWidth)).toBe(8);
  await page.reload();
  await page.getByRole("button", { name: "Do not show it any more" }).click();
  await expect(image).toHaveCount(0);
  expect((await new Guest(brand).thread(thread)).photos[0].veil.down).toBeTruthy();
});

const ready = (page) => picked(page).getByText("Ready");
const png = (name) => ({ name: `${name}.png`, mimeType: "image/png", buffer: plain("png") });
const kept = (page, brand) => page.evaluate(async (name) => {
  const bases = (await indexedDB.databases()).filter((base) => base.name === name);
  const marks = Object.keys(localStorage).filter((one) => one.startsWith(`${name}:`));
  return [bases.length, marks.length];
}, `chie:${brand}:photos`);

test("picked photos and what is said of them are a part of the draft: a reload, going back and forth, posting", async ({ page }) => {
  const brand = newBrand();
  const guest = new Guest(brand);
  await guest.asks({ title: "Something else" });
  await writing(page, brand);
  await field(page).setInputFiles([png("one"), png("two")]);
  await expect(ready(page)).toHaveCount(2);
  await picked(page).first().getByLabel("What the photo shows").fill("A crack in the handle");
  await page.getByRole("button", { name: "Leave it out: two.png" }).click();
  await expect.poll(() => kept(page, brand)).toEqual([1, 1]);
  // Back and forth within the widget.
  await page.locator("button.ch-back").click();
  await page.locator(".ch-like-ask").click();
  await expect(ready(page)).toHaveCount(1);
  await reload(page);
  await page.getByRole("button", { name: "Go on with your draft" }).click();
  await expect(ready(page)).toHaveCount(1);
  await expect(picked(page).getByLabel("What the photo shows")).toHaveValue("A crack in the handle");
  // In another language they come back in that one, whatever stood in this place before.
  await page.evaluate(() => window.Chie.setLocale("ja"));
  await page.getByRole("button", { name: "下書きの続きを書く" }).click();
  await expect(picked(page).getByLabel("写っているもの")).toHaveValue("A crack in the handle");
  await page.evaluate(() => window.Chie.setLocale("en"));
  await page.getByRole("button", { name: "Go on with your draft" }).click();
  await expect(picked(page).getByLabel("What the photo shows")).toHaveValue("A crack in the handle");
  expect(await picked(page).locator("canvas").evaluate((one) => one.getContext("2d").getImageData(96, 72, 1, 1).data[3])).toBe(255);
  await send(page).click();
  await expect(page.locator(".ch-done")).toBeVisible();
  // Nothing of it stays on the device.
  await expect.poll(() => kept(page, brand)).toEqual([0, 0]);
  await reload(page);
  await openThread(page, "What is this crack?");
  await expect(page.getByRole("img", { name: "A crack in the handle" })).toBeVisible();
  await expect(page.locator(".ch-photos li")).toHaveCount(1);
});

test("photos of a reply come back with it, each thread has its own, and erasing takes them along", async ({ page }) => {
  const brand = newBrand();
  const guest = new Guest(brand, { site: origins().brand });
  await guest.asks({ title: "The lid drips" });
  await guest.asks({ title: "The handle is loose" });
  const url = await siteWithTag(page, { brand });
  await page.goto(url);
  await page.evaluate(([name, session]) => localStorage.setItem(name, session), [`chie:${brand}:session`, guest.session]);
  await visit(page, url);
  await openThread(page, "The lid drips");
  await field(page).setInputFiles(png("one"));
  await expect(ready(page)).toHaveCount(1);
  await expect.poll(() => kept(page, brand)).toEqual([1, 1]);
  await reload(page);
  await openThread(page, "The handle is loose");
  await expect(page.locator("#ch-reply")).toBeVisible();
  await expect(picked(page)).toHaveCount(0);
  await page.locator(".ch-back").click();
  await openThread(page, "The lid drips");
  await expect(ready(page)).toHaveCount(1);
  await page.locator(".ch-back").click();
  await page.getByRole("link", { name: "Questions you may know" }).click();
  await page.getByRole("button", { name: "Erase me" }).click();
  await page.getByRole("button", { name: "Erase everything of mine" }).click();
  await expect(page.getByText("Everything of yours is gone.").first()).toBeVisible();
  await expect.poll(() => kept(page, brand)).toEqual([0, 0]);
});

test("what is said of a photo while others are still read back takes none of them away", async ({ page }) => {
  await page.addInitScript(() => {
    // The second picture that is read back after the first reload waits for ever.
    if (sessionStorage.visits === "1") {
      let reads = 0;
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function slow(...args) {
        const asked = open.apply(this, args);
        reads += 1;
        if (reads === 2) Object.defineProperty(asked, "onsuccess", { set() {} });
        return asked;
      };
    }
    sessionStorage.visits = Number(sessionStorage.visits ?? 0) + 1;
  });
  const brand = newBrand();
  await writing(page, brand);
  await field(page).setInputFiles([png("one"), png("two")]);
  await expect(ready(page)).toHaveCount(2);
  await expect.poll(() => kept(page, brand)).toEqual([1, 1]);
  await reload(page);
  await page.getByRole("button", { name: "Go on with your draft" }).click();
  await expect(picked(page)).toHaveCount(1);
  await picked(page).getByLabel("What the photo shows").fill("A crack in the handle");
  await reload(page);
  await page.getByRole("button", { name: "Go on with your draft" }).click();
  await expect(ready(page)).toHaveCount(2);
  await expect(picked(page).first().getByLabel("What the photo shows")).toHaveValue("A crack in the handle");
});

test("pictures whose post went out without its form go, and those of another draft stay", async ({ page, context, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch dynamically/);
  const pictures = (brand) => page.evaluate((name) => new Promise((done, failed) => {
    const asked = indexedDB.open(name);
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const keys = asked.result.transaction("photos").objectStore("photos").getAllKeys();
      keys.onsuccess = () => {
        asked.result.close();
        done(keys.result.length);
      };
    };
  }), `chie:${brand}:photos`);
  const brand = newBrand();
  await new Guest(brand).asks({ title: "The lid drips" });
  await writing(page, brand);
  await field(page).setInputFiles(png("one"));
  await expect(ready(page)).toHaveCount(1);
  await page.locator("button.ch-back").click();
  await openThread(page, "The lid drips");
  await page.locator("#ch-reply").fill("Mine too.");
  await field(page).setInputFiles(png("two"));
  await expect(ready(page)).toHaveCount(1);
  await expect.poll(() => kept(page, brand)).toEqual([1, 2]);
  await context.setOffline(true);
  await page.locator(".ch-compose button[type=submit]").click();
  await expect(page.locator(".ch-bar")).toContainText("Your post waits");
  await page.locator(".ch-back").click();
  await expect(page.locator("#ch-reply")).toHaveCount(0);
  await context.setOffline(false);
  await expect.poll(() => kept(page, brand)).toEqual([1, 1]);
  await reload(page);
  await page.getByRole("button", { name: "Go on with your draft" }).click();
  await expect(ready(page)).toHaveCount(1);
  await expect.poll(() => pictures(brand)).toBe(1);
  await send(page).click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await expect.poll(() => kept(page, brand)).toEqual([0, 0]);
});

for (const [why, spoil] of [
  ["denies its databases", () => Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } })],
  ["has no room left", () => { IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
]) {
  test(`where a browser ${why}, a photo says calmly that it is not kept, and is posted all the same`, async ({ page }) => {
    await page.addInitScript(spoil);
    await writing(page, newBrand(), "Is this lime?");
    await field(page).setInputFiles(png("one"));
    await expect(ready(page)).toHaveCount(1);
    await expect(picked(page)).toContainText("If you leave this page, this photo has to be picked again.");
    await expect(page.locator(".ch-picked [role=alert]")).toBeEmpty();
    await send(page).click();
    await expect(page.locator(".ch-done")).toBeVisible();
    await reload(page);
    await openThread(page, "Is this lime?");
    await expect(page.locator(".ch-photos img")).toHaveCount(1);
  });
}

test("however many places for photos come and go, one listener waits for the connection", async ({ page }) => {
  await page.addInitScript(() => {
    window.waiting = 0;
    const [add, remove] = [window.addEventListener, window.removeEventListener];
    window.addEventListener = function addEventListener(name, ...rest) { if (name === "online") window.waiting += 1; return add.call(this, name, ...rest); };
    window.removeEventListener = function removeEventListener(name, ...rest) { if (name === "online") window.waiting -= 1; return remove.call(this, name, ...rest); };
  });
  const guest = new Guest(newBrand());
  for (const title of ["One", "Two", "Three"]) await guest.asks({ title });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  const seen = [];
  for (const title of ["One", "Two", "Three"]) {
    await openThread(page, title);
    await field(page).setInputFiles(png(title));
    await expect(ready(page)).toHaveCount(1);
    seen.push(await page.evaluate(() => window.waiting));
    await page.locator(".ch-back").click();
  }
  expect(seen).toEqual([seen[0], seen[0], seen[0]]);
});
