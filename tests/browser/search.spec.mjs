// Finding: likely threads with marks and a line of the answer, the whole search with its filters, what is kept on the way
// there and back, the public page of a search without script, what is new, and who left with an answer.
import { DAY, Guest, newBrand, ok, origins, pathOf, send } from "../harness/actors.mjs";
import { expect, gate, reload, siteWithTag, test, typeLine, visit } from "./stage.mjs";

const found = (page) => page.locator(".ch-found");

test("scenario 2: up to five likely threads: own product and answered ones first, words marked, others labelled, and the text kept", async ({ page }) => {
  const guest = new Guest(newBrand());
  for (let n = 0; n < 6; n += 1) await guest.asks({ title: `Whistle question number ${n}` });
  const solved = await guest.asks({ title: "My whistles stay silent", kind: "problem" });
  await ok(guest.accept(await new Guest(guest.brand).replies(solved, { body: "Lime in the whistle: half an hour of vinegar." })));
  await guest.asks({ title: "Whistling lamp", product: "lamp", product_name: "Desk Lamp Arc" });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await page.locator("#ch-line").fill("wh");
  await expect(page.locator(".ch-like")).toHaveCount(0);
  await typeLine(page, "whistle");
  const links = page.locator(".ch-like li a");
  await expect(links).toHaveCount(5);
  await expect(links.first()).toContainText("My whistles stay silent");
  await expect(links.first().locator(".ch-like-title mark")).toHaveText("whistles");
  await expect(links.first().locator(".ch-like-answer mark")).toHaveText("whistle");
  await typeLine(page, "whistling lamp");
  await expect(links.first()).toContainText("Desk Lamp Arc");
  for (const again of [false, true]) {
    if (again) {
      await reload(page);
      await typeLine(page, "whistling lamp");
    }
    await links.first().click();
    await expect(page.getByRole("heading", { name: "Whistling lamp" })).toBeVisible();
    await page.locator(".ch-back").click();
    await expect(page.locator("#ch-line")).toHaveValue("whistling lamp");
    await expect(links.first()).toContainText("Whistling lamp");
  }
});

test("all results come although the line was changed a moment before", async ({ page }) => {
  const guest = new Guest(newBrand());
  await guest.asks({ title: "Alpha handle" });
  await page.clock.install();
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await page.locator("#ch-line").fill("alph");
  await page.clock.runFor(200);
  await expect(page.locator(".ch-like")).toBeVisible();
  await page.locator("#ch-line").fill("alpha");
  await page.getByRole("button", { name: "Show all results" }).click();
  await expect(page.getByRole("heading", { name: "Search" })).toBeVisible();
  await page.clock.runFor(200);
  await expect(found(page)).toHaveCount(1);
});

test("an outdated request is cancelled and its answer never shown", async ({ page }) => {
  const guest = new Guest(newBrand());
  await guest.asks({ title: "Alpha handle" });
  await guest.asks({ title: "Omega spout" });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  const cancelled = page.waitForEvent("requestfailed", (request) => request.url().includes("q=alpha"));
  const open = await gate(page, /likely\?q=alpha/);
  const asked = page.waitForRequest(/likely\?q=alpha/);
  await page.locator("#ch-line").fill("alpha");
  await asked;
  await page.locator("#ch-line").fill("omega");
  await cancelled;
  await expect(page.locator(".ch-like")).toContainText("Omega spout");
  open();
  await expect(page.locator(".ch-like")).not.toContainText("Alpha");
});

test("all results: filters with counts, order, a thread and back, nothing found, and asking from there", async ({ page }) => {
  const guest = new Guest(newBrand());
  const ids = [];
  for (const [kind, product, title] of [["question", "kettle", "Handle gets hot"], ["problem", "kettle", "Handle is loose"], ["idea", "lamp", "A longer handle"]]) {
    ids.push(await guest.asks({ kind, product, product_name: product === "lamp" ? "Desk Lamp Arc" : "Kettle", title, body: "The handle, of all things." }));
  }
  await ok(guest.accept(await new Guest(guest.brand).replies(ids[1])));
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await typeLine(page, "handle");
  await page.getByRole("button", { name: "Show all results" }).click();
  await expect(page.getByRole("heading", { name: "Search" })).toBeFocused();
  await expect(found(page)).toHaveCount(3);
  await expect(found(page).first().locator("mark").first()).toHaveText(/handle/i);
  const product = page.getByLabel("Product");
  await expect(product.locator("option")).toHaveText(["Any", "Kettle (2)", "Desk Lamp Arc (1)"]);
  await product.selectOption({ label: "Kettle (2)" });
  await expect(found(page)).toHaveCount(2);
  await page.locator("select[name=answered]").selectOption({ label: "Accepted by the asker (1)" });
  await expect(found(page)).toHaveCount(1);
  await expect(found(page)).toContainText("Handle is loose");
  await found(page).getByRole("link").click();
  await expect(page.locator(".ch-reply")).toBeVisible();
  await page.locator(".ch-back").click();
  await expect(found(page)).toHaveCount(1);
  await expect(page.locator("#ch-find")).toHaveValue("handle");
  await expect(found(page).getByRole("link")).toBeFocused();
  await page.locator("#ch-find").fill("zebra");
  await page.locator("#ch-find").press("Enter");
  await expect(page.locator(".ch-none")).toContainText("Nothing was found for “zebra”.");
  await page.getByRole("link", { name: "Remove the filters" }).click();
  await expect(product).toHaveValue("");
  await page.getByRole("button", { name: "Ask this" }).click();
  await expect(page.locator("#ch-title")).toHaveValue("zebra");
});

test("the public page of a search has its filters in the address and needs no script", async ({ browser, watch }) => {
  const guest = new Guest(newBrand());
  // A newcomer may not write so much in so short a time.
  for (let n = 0; n < 22; n += 1) await new Guest(guest.brand).asks({ title: `Handle number ${n}`, kind: n % 2 ? "problem" : "question" });
  const context = await browser.newContext({ javaScriptEnabled: false });
  await watch.follow(context);
  const page = await context.newPage();
  await page.goto(`${origins().chie}/c/${guest.brand}/kettle?lang=en`);
  await page.locator("#ch-line").fill("handle");
  await page.locator("#ch-line").press("Enter");
  await expect(found(page)).toHaveCount(20);
  await page.getByRole("link", { name: "Show more" }).or(page.locator(".ch-more a")).first().click();
  await expect(found(page)).toHaveCount(2);
  await page.getByLabel("Kind").selectOption({ label: "Problem (11)" });
  await page.getByRole("button", { name: "Search" }).click();
  await expect(found(page)).toHaveCount(11);
  const address = new URL(page.url());
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ q: "handle", kind: "problem", lang: "en" });
  await page.reload();
  await expect(found(page)).toHaveCount(11);
  await page.goto(`${address.origin}${address.pathname}?lang=en&q=${encodeURIComponent('"><script>zz')}&kind=banana&within=day`);
  await expect(page.locator(".ch-none")).toContainText('Nothing was found for “"><script>zz”.');
  await context.close();
});

test("one kanji finds its threads, half-width and hiragana too, and the results are in Japanese", async ({ page }) => {
  const guest = new Guest(newBrand());
  await guest.asks({ title: "笛吹きケトルのフタが開きません" });
  await guest.asks({ title: "別の質問です" });
  await visit(page, await siteWithTag(page, { brand: guest.brand, lang: "ja" }));
  for (const q of ["笛", "ﾌﾀ", "蓋", "けとる"]) {
    await typeLine(page, q);
    await expect(page.locator(".ch-like li a"), q).toHaveCount(1);
    await expect(page.locator(".ch-like li a mark").first(), q).not.toBeEmpty();
  }
  await page.getByRole("button", { name: "結果をすべて見る" }).click();
  await expect(found(page)).toHaveCount(1);
  await expect(page.getByLabel("並び順")).toBeVisible();
});

test("a bar says what is new, nothing moves until it is asked for, and this device's threads are marked as unread", async ({ page }) => {
  const guest = new Guest(newBrand());
  const known = await guest.asks({ title: "Known question" });
  await page.clock.install();
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  const rows = page.locator(".ch-rows .ch-row");
  await rows.first().getByRole("link").click();
  await expect(page.locator(".ch-post")).toBeVisible();
  await page.locator(".ch-back").click();
  await expect(page.locator(".ch-unread")).toHaveCount(0);
  await new Guest(guest.brand).replies(known);
  await new Guest(guest.brand).replies(known);
  for (const title of ["One more", "Another", "A third"]) await new Guest(guest.brand).asks({ title });
  const before = await rows.first().boundingBox();
  await page.clock.runFor("01:10");
  const bar = page.locator(".ch-fresh button");
  await expect(bar).toHaveText("2 new replies · 3 new questions");
  await expect(page.locator("[role=status]").filter({ hasText: "2 new replies" })).toHaveCount(1);
  expect((await rows.first().boundingBox()).y).toBe(before.y);
  await expect(rows).toHaveCount(1);
  await bar.click();
  await expect(rows).toHaveCount(4);
  await expect(bar).toHaveCount(0);
  await expect(rows.filter({ hasText: "Known question" }).locator(".ch-unread")).toHaveText("New");
  await reload(page);
  await expect(rows.filter({ hasText: "Known question" }).locator(".ch-unread")).toHaveText("New");
  await rows.filter({ hasText: "Known question" }).getByRole("link").click();
  await expect(page.locator(".ch-reply").first()).toBeVisible();
  await page.locator(".ch-back").click();
  await expect(page.locator(".ch-unread")).toHaveCount(0);
});

test("a read answer is told once and taken back when somebody asks after all, without a session or a name", async ({ page }) => {
  const guest = new Guest(newBrand());
  const solved = await guest.asks({ title: "The whistle stays silent" });
  await ok(guest.accept(await new Guest(guest.brand).replies(solved, { body: "Vinegar." })));
  await page.clock.install();
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  const sent = [];
  page.on("request", (request) => request.url().endsWith("/readings") && sent.push(request));
  await typeLine(page, "whistle silent");
  await page.locator(".ch-like li a").click();
  await expect(page.locator(".ch-reply")).toBeVisible();
  const told = page.waitForResponse((response) => response.url().endsWith("/readings"));
  await page.clock.runFor(10_500);
  await told;
  expect(sent.map((request) => [request.postData(), request.headers().authorization])).toEqual([["{}", undefined]]);
  await page.locator(".ch-back").click();
  await page.locator(".ch-like li a").click();
  await page.clock.runFor(12_000);
  expect(sent).toHaveLength(1);
  await page.locator(".ch-back").click();
  await page.locator(".ch-like-ask").click();
  const back = page.waitForResponse((response) => response.url().endsWith("/readings"));
  await page.getByRole("button", { name: /^Post/ }).click();
  await back;
  expect(JSON.parse(sent[1].postData())).toEqual({ asked_after: expect.stringMatching(/^g_/) });
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.endsWith(":reading")))).toEqual([]);
  expect((await ok(send("GET", pathOf(guest.brand, "/figures"), { now: Date.now() + 9 * DAY }))).left_with_answer).toBe(0);
});

test("what is found in another language than the interface is marked as such: likely answers, and hits with their excerpts", async ({ page }) => {
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "Whistle stays silent", body: "The whistle stays silent since yesterday morning." });
  await ok(guest.accept(await new Guest(guest.brand).replies(thread, { body: "Soak the whistle in vinegar overnight." })));
  await guest.asks({ title: "笛 whistle が鳴りません", body: "whistle と書いてある笛です。" });
  await visit(page, await siteWithTag(page, { brand: guest.brand, lang: "ja" }));
  await typeLine(page, "whistle");
  const likely = page.locator(".ch-like li");
  await expect(likely).toHaveCount(2);
  const english = likely.filter({ hasText: "stays silent" });
  for (const part of [".ch-like-title bdi", ".ch-like-answer bdi"]) await expect(english.locator(part)).toHaveAttribute("lang", "en");
  await expect(likely.filter({ hasText: "鳴りません" }).locator(".ch-like-title bdi")).not.toHaveAttribute("lang");
  await page.locator(".ch-like-all").click();
  const hit = found(page).filter({ hasText: "stays silent" });
  await expect(hit.locator("h3 bdi")).toHaveAttribute("lang", "en");
  await expect(hit.locator(".ch-excerpt bdi")).toHaveAttribute("lang", "en");
  await expect(found(page).filter({ hasText: "鳴りません" }).locator("h3 bdi")).not.toHaveAttribute("lang");
});
