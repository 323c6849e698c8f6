// What a person types wrong is said next to its field, in their language, with everything kept; without a connection the
// draft waits and is sent once.
import { Guest, newBrand } from "../harness/actors.mjs";
import { ask, expect, gate, line, openThread, reload, siteWithTag, test, typeLine, unfold, visit } from "./stage.mjs";

const SENTENCES = {
  en: { empty: /Write something here/, long: /too long: at most 10,?000|too long: at most 10000/, name: /could be taken for the maker’s staff/, offline: /Your post waits/ },
  ja: { empty: /[ぁ-ん]/, long: /10000|10,000|1万/, name: /[ぁ-ん]/, offline: /[ぁ-ん]/ },
};

for (const [lang, said] of Object.entries(SENTENCES)) {
  test(`empty, too long and a name that poses, in ${lang}`, async ({ page, watch }) => {
    watch.allow(/4\d\d POST \S*\/threads$|Failed to load resource.*4\d\d/);
    const guest = new Guest(newBrand());
    await guest.asks({ title: "The lid drips" });
    await visit(page, await siteWithTag(page, { brand: guest.brand, lang }));
    await typeLine(page, "Which oil for the handle?");
    await page.locator(".ch-like-ask").click();
    const send = page.locator("form.ch-form button[type=submit]");
    const wrong = async (field, text, sentence, then = async () => {}) => {
      await page.locator(`#ch-${field}`).fill(text);
      await then();
      await send.click();
      await expect(page.locator(`#ch-${field}-about .ch-error`)).toHaveText(sentence);
      await expect(page.locator(`#ch-${field}`)).toBeFocused();
      await expect(page.locator(`#ch-${field}`)).toHaveValue(text);
      await expect(page.locator(`#ch-${field}`)).toHaveAttribute("aria-invalid", "true");
    };
    await wrong("title", "   ", said.empty);
    await page.locator("#ch-title").fill("Which oil for the handle?");
    await wrong("body", "あ".repeat(10_001), said.long);
    await page.locator("#ch-body").fill("It looks dry.");
    // What is wrong inside the fold opens it.
    await unfold(page);
    await wrong("name", "Official Support", said.name, () => unfold(page));
    await page.locator("#ch-name").fill("Ada");
    await send.click();
    await expect(page.locator(".ch-done")).toBeVisible();
    await reload(page);
    await openThread(page, "Which oil for the handle?");
    await page.locator(".ch-compose button[type=submit]").click();
    await expect(page.locator("#ch-reply-about .ch-error")).toHaveText(said.empty);
    await expect(page.locator("#ch-reply")).toBeFocused();
  });

  test(`offline while posting, in ${lang}: the draft waits and is sent once`, async ({ page, context, watch }) => {
    watch.allow(/ERR_INTERNET_DISCONNECTED/);
    const brand = newBrand();
    await visit(page, await siteWithTag(page, { brand, lang }));
    await typeLine(page, "Is it dishwasher safe?");
    await page.locator(".ch-like-ask").click();
    await page.locator("#ch-body").fill("I would rather not ruin it.");
    await context.setOffline(true);
    const send = page.locator("form.ch-form button[type=submit]");
    await send.click();
    await expect(page.locator(".ch-bar")).toContainText(said.offline);
    await expect(page.locator("#ch-body")).toHaveValue("I would rather not ruin it.");
    await context.setOffline(false);
    await expect(page.locator(".ch-done")).toBeVisible();
    await reload(page);
    await expect(line(page, "Is it dishwasher safe?")).toHaveCount(1);
  });
}

test("an answer that got lost and a second click post once", async ({ page, watch }) => {
  watch.allow(/ERR_FAILED|ERR_ABORTED/);
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  // The first answer is lost on the way back: the server has the thread, the visitor does not know.
  let lost = 0;
  await page.route(/\/threads$/, async (route) => {
    if (route.request().method() !== "POST" || lost) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await typeLine(page, "Does the enamel chip?");
  await page.locator(".ch-like-ask").click();
  const send = page.locator("form.ch-form button[type=submit]");
  await send.click();
  await expect(page.locator(".ch-bar")).toContainText("Your post waits");
  // Even a reload keeps the wish. It goes out by itself, and leaves alone what is typed meanwhile.
  const open = await gate(page, /\/threads$/);
  await reload(page);
  await page.locator("#ch-line").fill("Is it heavy?");
  open();
  await expect(line(page, "Does the enamel chip?")).toContainText("Yours");
  await expect(page.locator("#ch-line")).toHaveValue("Is it heavy?");
  await reload(page);
  await expect(line(page, "Does the enamel chip?")).toHaveCount(1);
});

test("a double click posts once", async ({ page }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  const open = await gate(page, /\/threads$/);
  await typeLine(page, "Where is it made?");
  await page.locator(".ch-like-ask").click();
  await page.locator("form.ch-form button[type=submit]").dblclick();
  open();
  await expect(page.locator(".ch-done")).toBeVisible();
  await reload(page);
  await expect(line(page, "Where is it made?")).toHaveCount(1);
  await ask(page, { line: "And the handle?" });
  await reload(page);
  await expect(page.locator(".ch-row")).toHaveCount(2);
});
