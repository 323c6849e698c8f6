// What a visitor has before any program of ours runs: threads to read and links that lead on, and nothing kept of them.
import { behave, Guest, newBrand, origins } from "../harness/actors.mjs";
import { expect, line, siteWithTag, test, untilLive, visit, widget } from "./stage.mjs";

const seenByBrand = async () => (await fetch(`${origins().world}/__seen`)).json();

test("threads are read and links lead on while nothing but the loader arrives", async ({ page, watch }) => {
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "The lid drips", kind: "problem", body: "Only when it pours." });
  watch.allow(/Failed to load resource|reading works, taking part does not/);
  await page.route(/chie-more|\.wasm/, (route) => route.abort());
  const url = await siteWithTag(page, { brand: guest.brand });
  for (const again of [false, true]) {
    await (again ? page.reload() : page.goto(url));
    await expect(widget(page)).toHaveClass(/ch-fan/);
    await expect(line(page, "The lid drips")).toContainText("Reported");
  }
  await line(page, "The lid drips").getByRole("link").click();
  await expect(page).toHaveURL(`${origins().chie}/c/${guest.brand}/kettle/${thread}?lang=en`);
  // The public page shows the same view in a closed root.
  await page.waitForFunction(() => document.querySelector("[data-chie-brand]").offsetHeight > 200);
});

test("a public page reads without any script", async ({ browser, watch }) => {
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "Does it fit induction?" });
  await guest.replies(thread, { body: "It does, on the small ring." });
  const context = await browser.newContext({ javaScriptEnabled: false });
  await watch.follow(context);
  const page = await context.newPage();
  await page.goto(`${origins().chie}/c/${guest.brand}/kettle`);
  await page.getByRole("link", { name: "Does it fit induction?" }).click();
  await expect(page.getByText("It does, on the small ring.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("It does, on the small ring.")).toBeVisible();
  await context.close();
});

test("nothing is stored and no cookie set before the visitor writes, and the brand never receives one", async ({ page, context }) => {
  await behave();
  await fetch(`${origins().world}/__seen`, { method: "DELETE" });
  await page.goto(`${origins().brand}/products/kettle/`);
  // The demo site's tag keeps its root closed: what stands in the page is seen by its height.
  await page.waitForFunction(() => [...document.querySelectorAll(".help > div")].some((host) => host.offsetHeight > 200));
  const url = await siteWithTag(page, { brand: newBrand() });
  await visit(page, url);
  await page.locator("#ch-line").focus();
  const stored = await page.evaluate(async () => ({
    local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  }));
  expect(stored).toEqual({ local: 0, session: 0, cookie: "", databases: 0, caches: 0 });
  expect(await context.cookies()).toEqual([]);

  // Neither after writing.
  await page.locator("#ch-line").fill("Is the whistle loud?");
  await page.locator(".ch-like-ask").click();
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await page.goto(`${origins().brand}/products/kettle/`);
  expect(await context.cookies()).toEqual([]);
  const seen = (await seenByBrand()).filter(({ path }) => path.startsWith("/products/"));
  expect(seen.length).toBeGreaterThan(1);
  for (const { headers } of seen) expect(headers.cookie).toBeUndefined();
});

test("two tags of one page and a tag of a loader called twice stand each once", async ({ page }) => {
  const brand = newBrand();
  const { chie } = origins();
  const second = `<script src="${chie}/chie.js" data-brand="${brand}" data-product="lamp" data-root="open" async></script>`;
  const url = await siteWithTag(page, { brand, after: second });
  for (const again of [false, true]) {
    await (again ? page.reload() : page.goto(url));
    await untilLive(page);
    await expect(widget(page)).toHaveCount(2);
  }
});
