// The rooms in which a brand arranges its place, and what visitors see of it: products, set-up, hours, the sign where it leads elsewhere.
import { Console, Guest, newAddress, newBrand, ok, origins, pathOf, send } from "../harness/actors.mjs";
import { go, nobodyYet, signedIn } from "./desk.mjs";
import { expect, reload, siteWithTag, test, visit, widget } from "./stage.mjs";

/** Somebody who has proven the brand. */
async function owner(page, watch, brand) {
  nobodyYet(watch);
  const person = await signedIn(page, newAddress("rep"));
  await person.proves(brand);
  return person;
}

const narrow = (page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
const shot = async (page, name) => {
  if (process.env.CHIE_SHOTS) await page.screenshot({ path: `${process.env.CHIE_SHOTS}/${name}.png`, fullPage: true });
};

for (const [device, viewport] of [["desk", { width: 1280, height: 900 }], ["phone", { width: 360, height: 740 }]]) {
  test(`products are confirmed, called otherwise, retired and merged, on a ${device}`, async ({ page, watch }) => {
    await page.setViewportSize(viewport);
    const brand = newBrand("p");
    const guest = new Guest(brand);
    const old = await guest.asks({ product: "kettle-1", title: "The whistle is loud" });
    await guest.asks({ product: "kettle", title: "The lid is loose" });
    await guest.asks({ product: "lamp", title: "It is dim" });
    await owner(page, watch, brand);
    await go(page, brand, "products");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Products of ${brand}`);
    const line = (name) => page.locator(".product").filter({ has: page.locator("b bdi", { hasText: new RegExp(`^${name}$`) }) });
    await expect(page.locator(".product")).toHaveCount(3);
    await line("lamp").getByRole("button", { name: "Confirm lamp" }).click();
    await expect(line("lamp")).not.toContainText("not yet confirmed");
    await line("kettle").getByRole("button", { name: "Change kettle" }).click();
    await page.locator("#name-kettle").fill("Stove-top Kettle");
    await page.locator("#aliases-kettle").fill("lamp");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    watch.allow(/422 PUT \S*\/products\/kettle|Failed to load resource.*422/);
    await expect(page.getByText("One of these names leads to another product.")).toBeVisible();
    await expect(page.locator("#aliases-kettle")).toBeFocused();
    await page.locator("#aliases-kettle").fill("KT-1200, やかん");
    await shot(page, `products-edit-${device}`);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(line("Stove-top Kettle")).toContainText("also called KT-1200, やかん, kettle");
    // One product into another: what it does is said before.
    await line("kettle-1").getByRole("button", { name: "Merge kettle-1 into another product" }).click();
    await expect(page.getByRole("dialog")).toContainText("All of its 1 threads go along");
    await page.locator("#into").selectOption({ label: "Stove-top Kettle" });
    await shot(page, `products-merge-${device}`);
    await page.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click();
    await expect(page.locator(".product")).toHaveCount(2);
    await expect(line("Stove-top Kettle")).toContainText("these addresses lead here: kettle-1");
    // Retired: readable, and nothing new.
    await line("lamp").getByRole("button", { name: "Change lamp" }).click();
    await page.getByLabel(/Take no new questions about it/).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(line("lamp")).toContainText(/retired on .*: no new questions/);
    await page.reload();
    await expect(page.locator(".product")).toHaveCount(2);
    await expect(line("Stove-top Kettle")).toContainText("2 threads");
    expect(await narrow(page)).toBe(true);
    await shot(page, `products-${device}`);
    await page.getByRole("button", { name: "日本語" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${brand} の製品`);
    await shot(page, `products-ja-${device}`);
    // The old address leads to the thread where it stands now.
    await page.goto(`${origins().chie}/c/${brand}/kettle-1/${old}?lang=en`);
    await expect(page).toHaveURL(new RegExp(`/c/${brand}/kettle/${old}`));
    await expect(page).toHaveTitle(/The whistle is loud/);
  });
}

for (const [device, viewport] of [["desk", { width: 1280, height: 900 }], ["phone", { width: 360, height: 740 }]]) {
  test(`five answers, help, page and hours are set up and kept, on a ${device}`, async ({ page, watch }) => {
    await page.setViewportSize(viewport);
    const brand = newBrand("u");
    await new Guest(brand).asks({ title: "It is loud" });
    const person = await owner(page, watch, brand);
    await go(page, brand, "set-up");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Set up ${brand}`);
    await expect(page.getByText("Not answered yet.")).toBeVisible();
    await page.getByLabel(/^Yes\. Visitors are told your hours/).check();
    await page.getByLabel(/^Yes\. A thread waits for us after a day/).check();
    await page.getByLabel(/^Yes\. The console opens with the overview/).check();
    await page.getByLabel(/^Yes\. Search engines are told/).check();
    await page.getByLabel(/^Yes\. Visitors are shown the way there/).check();
    const save = page.getByRole("button", { name: "Save the answers" });
    await save.click();
    await expect(page.locator("#help")).toBeFocused();
    await page.locator("#help").fill("https://help.acme.example/");
    await page.locator("#page").fill("https://elsewhere.example/{thread}");
    watch.allow(/422 PUT \S*\/set-up|Failed to load resource.*422/);
    await save.click();
    await expect(page.getByText("This page is outside of what you have proven.")).toBeVisible();
    await page.locator("#page").fill(`https://www.${brand}/help?thread={thread}`);
    await shot(page, `set-up-${device}`);
    await save.click();
    await expect(page.getByText("It counts within a minute")).toBeVisible();
    await page.locator("#hours-zone").fill("Mars/Base");
    await page.locator("#hours-week").fill("mon-sun 0:00-24:00");
    watch.allow(/422 PUT \S*\/hours/);
    await page.getByRole("button", { name: "Save the hours" }).click();
    await expect(page.getByText("There is no such zone.")).toBeVisible();
    await page.locator("#hours-zone").fill("Asia/Tokyo");
    await page.getByRole("button", { name: "Save the hours" }).click();
    await expect(page.getByText("The hours are kept.")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(/^Yes\. A thread waits for us after a day/)).toBeChecked();
    await expect(page.locator("#help")).toHaveValue("https://help.acme.example/");
    await expect(page.locator("#page")).toHaveValue(`https://www.${brand}/help?thread={thread}`);
    await expect(page.locator("#hours-zone")).toHaveValue("Asia/Tokyo");
    expect(await narrow(page)).toBe(true);
    await page.getByRole("button", { name: "日本語" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${brand} の設定`);
    await shot(page, `set-up-ja-${device}`);
    await person.claims(brand);
    await page.goto("about:blank");
    await page.goto(`${origins().console}/#/${brand}`);
    await expect(page).toHaveURL(new RegExp(`#/${brand}/overview`));
  });
}

test("an open tab says within a minute that nothing new is asked here, when its date comes too, and that it is again", async ({ page }) => {
  const brand = newBrand("s");
  await new Guest(brand).asks({ title: "Which gasket?" });
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  await ok(owner.send("PUT", pathOf(brand, "/set-up"), { help: "https://help.acme.example/" }));
  const sign = (from) => ok(owner.send("PUT", pathOf(brand, "/signpost"), { from }));
  await page.clock.install();
  const url = await siteWithTag(page, { brand });
  await visit(page, url);
  const shown = page.locator(".ch-sign");
  const minute = () => page.clock.runFor(61_000);
  const asks = page.locator(".ch-like-ask");
  await page.locator("#ch-line").fill("Which grease?");
  await expect(asks).toHaveCount(1);
  // Announced for an hour from now on, by the clock of this page.
  await sign((await page.evaluate(() => Date.now())) + 3_600_000);
  await minute();
  await expect(shown).toContainText(/^From .* answers in its own help/);
  await expect(asks).toHaveCount(1);
  await sign(Date.now() - 1_000);
  await minute();
  await expect(shown).toContainText(/^Since .* answers in its own help/);
  await expect(asks).toHaveCount(0);
  await expect(page.locator("#ch-line")).toHaveValue("Which grease?");
  await expect(page.locator(".ch-sr[role=status]")).toContainText("no new questions are taken here");
  await sign(null);
  await minute();
  await expect(shown).toHaveCount(0);
  await expect(asks).toHaveCount(1);
  await reload(page);
  await expect(shown).toHaveCount(0);
});

test("a signpost is put up and taken down, and a visitor is led to what was answered and to the brand's help", async ({ page, watch }) => {
  const brand = newBrand("s");
  const thread = await new Guest(brand).asks({ title: "The whistle is loud" });
  await new Guest(brand).replies(thread, { body: "Press it." });
  await owner(page, watch, brand);
  await go(page, brand, "set-up");
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  await page.locator("#sign-day").fill(today);
  await page.getByRole("button", { name: "Put up the signpost…" }).click();
  await expect(page.getByText("Say above first where your own help is")).toBeVisible();
  await page.getByLabel(/^Yes\. Visitors are shown the way there/).check();
  await page.locator("#help").fill("https://help.acme.example/");
  await page.getByRole("button", { name: "Save the answers" }).click();
  await expect(page.getByText("It counts within a minute")).toBeVisible();
  await page.locator("#sign-day").fill(today);
  await page.getByRole("button", { name: "Put up the signpost…" }).click();
  await shot(page, "signpost-dialog");
  await page.getByRole("dialog").getByRole("button", { name: "Put it up" }).click();
  await expect(page.getByText("The signpost stands since")).toBeVisible();
  await shot(page, "signpost-console");

  for (const lang of ["en", "ja"]) {
    await visit(page, await siteWithTag(page, { brand, lang, site: origins().fan }));
    const sign = widget(page).locator(".ch-sign");
    await expect(sign).toContainText(lang === "en" ? "no new questions are taken here" : "新しい質問を受け付けていません");
    await expect(sign.getByRole("link")).toHaveAttribute("href", "https://help.acme.example/");
    await shot(page, `signpost-widget-${lang}`);
    await page.locator("#ch-line").fill("whistle");
    await expect(page.locator(".ch-like")).toContainText("The whistle is loud");
    await expect(page.locator(".ch-like-ask")).toHaveCount(0);
    await page.locator("#ch-line").fill("something that nobody asked");
    await expect(page.locator(".ch-like-none")).toBeVisible();
    await page.locator("#ch-line").press("Enter");
    await expect(sign.getByRole("link")).toBeFocused();
    await expect(page.locator("#ch-title")).toHaveCount(0);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark" });
  await reload(page);
  await shot(page, "signpost-widget-ja-phone-dark");
  await page.goto(`${origins().chie}/c/${brand}/kettle?lang=en`);
  const drawn = await (await fetch(page.url())).text();
  expect(drawn).toContain("no new questions are taken here");
  expect(drawn).not.toContain("page-ask");
  await shot(page, "signpost-page-phone-dark");

  await page.setViewportSize({ width: 1280, height: 900 });
  await go(page, brand, "set-up");
  await page.getByRole("button", { name: "Take it down" }).click();
  await expect(page.getByText("The signpost is down.")).toBeVisible();
  await visit(page, await siteWithTag(page, { brand, site: origins().fan }));
  await expect(widget(page).locator(".ch-sign")).toHaveCount(0);
});

test("an official place says when its brand reads, and a visitor elsewhere is told in their own time too", async ({ browser, page, watch }) => {
  const brand = newBrand("h");
  await new Guest(brand).asks({ title: "It is loud" });
  const person = await owner(page, watch, brand);
  await person.claims(brand);
  await ok(person.send("PUT", pathOf(brand, "/hours"), { zone: "Asia/Tokyo", week: "mon-sun 0:00-24:00", goal: 60 }));
  const at = async (timezoneId, lang) => {
    const context = await browser.newContext({ timezoneId });
    await watch.follow(context);
    const there = await context.newPage();
    await visit(there, await siteWithTag(there, { brand, lang, site: origins().fan }));
    return there;
  };
  for (const [lang, line, own] of [["en", /reads here every day, 0:00–24:00 \(Japan/, "For you that is"], ["ja", /毎日 0:00〜24:00\(日本/, "お使いの地域の時刻では"]]) {
    const tokyo = await at("Asia/Tokyo", lang);
    const foot = (there) => there.locator(".ch-foot");
    await expect(foot(tokyo)).toContainText(line);
    await tokyo.locator(".ch-row a").first().click();
    await expect(tokyo.locator(".ch-post")).toBeVisible();
    await expect(foot(tokyo)).not.toContainText(own);
    const berlin = await at("Europe/Berlin", lang);
    await berlin.locator(".ch-row a").first().click();
    await expect(berlin.locator(".ch-post")).toBeVisible();
    await expect(foot(berlin)).toContainText(own);
    await shot(berlin, `hours-${lang}`);
    await berlin.goBack().catch(() => {});
    await tokyo.context().close();
    await berlin.context().close();
  }
  // Where it is asked, it is said above the button.
  await visit(page, await siteWithTag(page, { brand, site: origins().fan }));
  await page.locator("#ch-line").fill("something new");
  await page.locator(".ch-like-ask").click();
  await expect(page.locator(".ch-readers")).toContainText("reads here every day");
  await shot(page, "hours-ask");
  // Nothing of it where the brand says that it only reads.
  await ok(person.send("PUT", pathOf(brand, "/set-up"), { answers: false }));
  await expect.poll(async () => (await (await fetch(`${origins().chie}/embed/${brand}/kettle?lang=en`)).text()).includes("reads here")).toBe(false);
});

test("beside a thread stands who asks, and who hears of the answer", async ({ page, watch }) => {
  const brand = newBrand("c");
  const guest = new Guest(brand);
  const first = await guest.asks({ title: "The whistle is loud" });
  await guest.asks({ title: "And the lid is loose" });
  const person = await owner(page, watch, brand);
  await person.claims(brand);
  await ok(person.send("PUT", pathOf(brand, `/threads/${first}/taken`), { on: true }));
  await go(page, brand, `threads/${first}`);
  const aside = page.locator("aside");
  await expect(aside).toContainText("2 threads here, 0 solved");
  await expect(aside).toContainText("began this community");
  await expect(page.locator(".head")).toContainText("taken by you");
  await expect(page.locator(".compose .readers")).toContainText("Followed by 1.");
  await shot(page, "context");
  await aside.getByRole("link", { name: "And the lid is loose" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("And the lid is loose");
  expect((await send("GET", pathOf(brand, `/threads/${first}/context`))).status).toBe(403);
});
