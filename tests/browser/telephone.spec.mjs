// On a telephone: the button that posts stands in a bar at the lower edge of what can be seen, above the keyboard, and hides nothing that
// is being typed.
import { Guest, newBrand } from "../harness/actors.mjs";
import { expect, openThread, siteWithTag, somebodyElse, test, typeLine, visit } from "./stage.mjs";

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/** A keyboard lies over the lower part of the page, as it does where browsers leave the page as high as it was. */
const keyboard = (page, height) => page.evaluate((height) => {
  Object.defineProperty(visualViewport, "height", { configurable: true, get: () => innerHeight - height });
  visualViewport.dispatchEvent(new Event("resize"));
}, height);

/** How far the lower edge of an element stands from the upper edge of the keyboard. */
const above = (button, keys) => button.evaluate((one, keys) => innerHeight - keys - one.getBoundingClientRect().bottom, keys);

test("the button that posts a question is in sight, above the keyboard too, and the field that is typed in is not under it", async ({ browser, watch }) => {
  const page = await somebodyElse(browser, watch, PHONE);
  await visit(page, await siteWithTag(page, { brand: newBrand() }));
  await typeLine(page, "Does it whistle?");
  await page.locator(".ch-like-ask").tap();
  const button = page.locator(".ch-form button[type=submit]");
  await page.locator("#ch-title").tap();
  for (const keys of [0, 280]) {
    await keyboard(page, keys);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => above(button, keys)).toBeGreaterThanOrEqual(0);
    expect(await above(button, keys)).toBeLessThan(40);
  }
  // A field that is gone to stands above the bar.
  await keyboard(page, 0);
  await page.evaluate(() => scrollTo(0, 0));
  const field = page.locator(".ch-kinds input").last();
  await field.focus();
  const [typed, bar] = await Promise.all([field, page.locator(".ch-send")].map((one) => one.boundingBox()));
  expect(typed.y + typed.height <= bar.y || typed.y >= bar.y + bar.height).toBe(true);
  // At the end of the form it stands in its own place.
  await page.locator(".ch-foot").scrollIntoViewIfNeeded();
  const [place, rules] = await Promise.all([".ch-send", ".ch-send + .ch-hint"].map((one) => page.locator(one).boundingBox()));
  expect(place.y + place.height).toBeLessThanOrEqual(rules.y + 1);
  await page.context().close();
});

test("so is the one of a reply, while it is being written, and what waits takes its place", async ({ browser, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED/);
  const page = await somebodyElse(browser, watch, PHONE);
  const guest = new Guest(newBrand());
  await guest.asks({ title: "The lid drips" });
  await visit(page, await siteWithTag(page, { brand: guest.brand, after: "<p style='height:2000px'></p>" }));
  await openThread(page, "The lid drips");
  const bar = page.locator(".ch-compose .ch-actions");
  const style = () => bar.evaluate((one) => getComputedStyle(one).position);
  expect(await style()).toBe("static");
  await page.locator("#ch-reply").tap();
  expect(await style()).toBe("sticky");
  await page.context().setOffline(true);
  await expect(page.locator(".ch-bar")).toBeVisible();
  await expect.poll(style).toBe("static");
  await page.context().close();
});
