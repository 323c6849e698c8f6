// Journeys of the product's scenarios that belong to no single part: a slow telephone, blocked cookies with an address.
import { codeIn, Guest, mailTo, newAddress, newBrand } from "../harness/actors.mjs";
import { ask, expect, gate, line, reload, siteWithTag, somebodyElse, test, untilLive, visit } from "./stage.mjs";

test("scenario 1: on a slow telephone threads are read before any WebAssembly, typing works at the first tap, and the page does not shift", async ({ browser, watch }) => {
  test.setTimeout(120_000);
  const guest = new Guest(newBrand());
  await guest.asks({ title: "The lid drips" });
  const page = await somebodyElse(browser, watch, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const slow = await page.context().newCDPSession(page);
  await slow.send("Network.enable");
  await slow.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) window.shifted += hadRecentInput ? 0 : value; }).observe({ type: "layout-shift", buffered: true });
  });
  const url = await siteWithTag(page, { brand: guest.brand, before: "<p>It whistles.</p>" });
  for (const again of [false, true]) {
    const open = await gate(page, /\.wasm$/);
    await (again ? page.reload({ waitUntil: "commit" }) : page.goto(url, { waitUntil: "commit" }));
    await expect(line(page, "The lid drips")).toBeVisible({ timeout: 30_000 });
    await page.locator("#ch-line").tap();
    await page.locator("#ch-line").pressSequentially("whistle");
    await expect(page.locator("#ch-line")).toHaveValue("whistle");
    open();
    await page.waitForFunction(() => [...document.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot?.childElementCount === 1 && Object.keys(shadowRoot.firstElementChild).some((key) => key.startsWith("__yew"))), undefined, { timeout: 60_000 });
    await expect(page.locator("#ch-line")).toHaveValue("whistle");
    expect(await page.evaluate(() => window.shifted)).toBeLessThanOrEqual(0.01);
    await page.unroute(/\.wasm$/);
  }
  await page.context().close();
});

test("scenario 5: with third-party cookies blocked one shows an address inside the widget, posts, reloads, and is the same person", async ({ browser, watch, playwright }, info) => {
  const { launchOptions } = info.project.use;
  const strict = await playwright.chromium.launch({ ...launchOptions, args: [...launchOptions.args, "--test-third-party-cookie-phaseout", "--enable-features=ThirdPartyStoragePartitioning"] });
  const page = await somebodyElse(strict, watch);
  const guest = new Guest(newBrand());
  const email = newAddress("ada");
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await ask(page, { line: "Is the lid made of glass?" });
  await page.locator("#ch-email").fill(email);
  await page.locator(".ch-keep:has(#ch-email, #ch-code) button[type=submit]").click();
  await expect(page.locator("#ch-code")).toBeFocused();
  await page.locator("#ch-code").fill(codeIn((await mailTo(email))[0]));
  await page.locator(".ch-keep:has(#ch-email, #ch-code) button[type=submit]").click();
  await expect(page.locator(".ch-kept")).toBeVisible();
  await reload(page);
  await expect(line(page, "Is the lid made of glass?")).toContainText("Yours");
  await ask(page, { line: "And the handle?" });
  // Whoever has shown an address is not asked for it again.
  await expect(page.locator("#ch-email")).toHaveCount(0);
  await reload(page);
  await untilLive(page);
  for (const title of ["Is the lid made of glass?", "And the handle?"]) await expect(line(page, title)).toContainText("Yours");
  expect(await page.context().cookies()).toEqual([]);
  await strict.close();
  expect(browser.isConnected()).toBe(true);
});
