// What people do to posts through the widget: warned of private facts and danger, remark, change, take back, tell of the
// thread, jump in a long one. Each journey ends with a reload and the same result.
import AxeBuilder from "@axe-core/playwright";
import { Console, Guest, newAddress, newBrand, ok, origins, pathOf } from "../harness/actors.mjs";
import { nobodyYet, signedIn } from "./desk.mjs";
import { ask, button, expect, openThread, reload, siteWithTag, somebodyElse, test, typeLine, unfold, visit, widget } from "./stage.mjs";

const reply = (page) => page.locator(".ch-reply");

test("scenario 6: a card number, a telephone number or an address is warned about before it is public", async ({ page }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await typeLine(page, "Where do I send it?");
  await page.locator(".ch-like-ask").click();
  await page.locator("#ch-body").fill("I paid with 4111 1111 1111 1111, call 090-1234-5678");
  await page.locator("form.ch-form button[type=submit]").click();
  const warning = page.locator(".ch-private");
  await expect(warning).toContainText("card number: 4111 1111 1111 1111");
  await expect(button(warning, "Take it out")).toBeFocused();
  await button(warning, "Take it out").click();
  await expect(page.locator("#ch-body")).toHaveValue("I paid with …, call 090-1234-5678");
  await expect(warning).toHaveCount(0);
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(warning).toContainText("telephone number: 090-1234-5678");
  expect(await new Guest(brand).community({ now: Date.now() }).then((community) => community.threads)).toBe(0);
  // Whoever wants to publishes it all the same.
  await button(warning, "Post it all the same").click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await reload(page);
  await openThread(page, "Where do I send it?");
  await expect(page.locator(".ch-post")).toContainText("I paid with …, call 090-1234-5678");
  await page.locator("#ch-reply").fill("I live at 221 Baker Street");
  await button(page, "Reply").click();
  await expect(warning).toContainText("postal address: 221 Baker Street");
  await button(warning, "Take it out").click();
  await expect(page.locator("#ch-reply")).toHaveValue("I live at …");
  await reload(page);
  await openThread(page, "Where do I send it?");
  await expect(page.locator("#ch-reply")).toHaveValue("I live at …");
  await expect(reply(page)).toHaveCount(0);
});

test("words of danger tell the writer what to do at once, and stand above everything for readers", async ({ page }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await typeLine(page, "Smoke comes out of the base");
  await page.locator(".ch-like-ask").click();
  await expect(page.locator(".ch-warn")).toContainText("Switch it off, pull the plug");
  await page.locator("#ch-title").fill("It whistles out of the base");
  await expect(page.locator(".ch-warn")).toBeEmpty();
  await page.locator("#ch-title").fill("Smoke comes out of the base");
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await reload(page);
  await expect(page.locator(".ch-row").first()).toContainText("Safety");
  await openThread(page, "Smoke comes out of the base");
  await expect(page.locator(".ch-best .ch-alert")).toContainText("call the emergency services first");
});

test("scenario 11: Markdown in every field reads as words; comments stand under their reply", async ({ page, browser, watch }) => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const thread = await asker.asks({ title: "Which descaler?", name: "Ada" });
  await new Guest(brand).replies(thread, { body: "1. `vinegar`\n2. [half an hour](https://kettle.example/lime)\n\n<img src=x onerror=alert(1)>", name: "Ben" });
  await visit(page, await siteWithTag(page, { brand }));
  await openThread(page, "Which descaler?");
  await expect(reply(page).locator("ol li code")).toHaveText("vinegar");
  await expect(reply(page).locator("a[href^='https://kettle.example']")).toHaveAttribute("rel", /nofollow/);
  await expect(reply(page)).toContainText("<img src=x onerror=alert(1)>");
  await button(reply(page), "Comment").click();
  await expect(page.locator("#ch-comment")).toBeFocused();
  await page.locator("#ch-comment").fill("With **which** vinegar? <script>alert(1)</script>");
  await button(page, "Post the comment").click();
  await expect(page.locator(".ch-comment")).toBeFocused();
  await expect(page.locator(".ch-comment strong")).toHaveText("which");
  await expect(page.locator("#ch-comment")).toHaveCount(0);
  await reload(page);
  await openThread(page, "Which descaler?");
  await expect(page.locator(".ch-comment")).toContainText("<script>alert(1)</script>");
  await expect(page.locator(".ch-comment img, .ch-comment script")).toHaveCount(0);

  const other = await somebodyElse(browser, watch);
  await visit(other, await siteWithTag(other, { brand }));
  await openThread(other, "Which descaler?");
  await expect(other.locator(".ch-comment")).toContainText("With which vinegar?");
  await expect(button(other.locator(".ch-comment"), "Change")).toHaveCount(0);
});

test("what one wrote is changed and taken back; readers see when, and what stood there before", async ({ page, browser, watch }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "How do I clean the spuot?", body: "It is **white**." });
  await page.getByRole("button", { name: "See your thread" }).or(page.locator(".ch-done .ch-btn").first()).first().click();
  await button(page.locator(".ch-post"), "Change").click();
  await expect(page.locator("#ch-change")).toHaveValue("It is **white**.");
  await page.locator("#ch-change-title").fill("How do I clean the spout?");
  await page.locator("#ch-change").fill("It is *grey*.");
  await button(page, "Save the change").click();
  await expect(page.locator("[data-ch-head]")).toHaveText("How do I clean the spout?");
  await expect(page.locator(".ch-post em")).toHaveText("grey");

  const helper = await somebodyElse(browser, watch);
  await visit(helper, await siteWithTag(helper, { brand }));
  await openThread(helper, "How do I clean the spout?");
  await helper.locator(".ch-post .ch-edited").click();
  await expect(helper.locator(".ch-versions li")).toContainText("How do I clean the spuot?");
  await expect(helper.locator(".ch-versions strong")).toHaveText("white");
  await button(helper, "Close").click();
  await helper.locator("#ch-reply").fill("With a brush.");
  await button(helper, "Reply").click();
  await expect(reply(helper)).toContainText("With a brush.");
  // Nobody answered beneath it: nothing is left.
  await button(reply(helper), "Delete").click();
  await button(helper, "Delete it").click();
  await expect(reply(helper)).toHaveCount(0);
  await helper.locator("#ch-reply").fill("With a small brush.");
  await button(helper, "Reply").click();
  await expect(reply(helper)).toContainText("small brush");

  // Somebody answered: a stone stays.
  await reload(page);
  await openThread(page, "How do I clean the spout?");
  await button(page.locator(".ch-post"), "Delete").click();
  await button(page, "Delete it").click();
  await expect(page.locator(".ch-post")).toContainText("Deleted by its author");
  await reload(helper);
  await openThread(helper, "How do I clean the spout?");
  await expect(helper.locator(".ch-post")).toContainText("Deleted by its author");
  await expect(reply(helper)).toContainText("small brush");
});

test("kind, mood and device are told as far as the asker wants, and asked for once more when it is solved", async ({ page }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await typeLine(page, "The lid drips");
  await page.locator(".ch-like-ask").click();
  await unfold(page);
  await page.locator(".ch-moods label", { hasText: "Cross" }).click();
  await expect(page.locator(".ch-fold > summary")).toContainText("Cross");
  await page.locator("#ch-mood-words").fill("every morning");
  await button(page, "Add facts about your device").click();
  const facts = page.locator(".ch-my-facts li");
  await expect(facts.filter({ hasText: "Page" })).toContainText("/t/");
  await button(facts.filter({ hasText: "Screen" }), "Strike out").click();
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-done")).toBeVisible();
  const { rows } = await ok(new Guest(brand).list({}, { now: Date.now() }));
  const thread = rows[0].id;
  const helper = new Guest(brand);
  await helper.replies(thread, { body: "Turn the seal round." });
  await reload(page);
  await openThread(page, "The lid drips");
  await expect(page.locator(".ch-mood")).toContainText("every morning");
  await page.locator(".ch-facts summary").click();
  await expect(page.locator(".ch-facts dt")).not.toContainText(["Screen"]);
  await page.locator(".ch-kind-change summary").click();
  await page.locator(".ch-kind-change").getByRole("button", { name: "Question" }).or(page.locator(".ch-kind-change").getByRole("button", { name: "Problem" })).first().click();
  await expect(page.locator(".ch-event")).toContainText("changed the kind");
  await button(reply(page), "This solved it").click();
  await page.locator(".ch-feel").getByRole("button", { name: "Glad" }).click();
  await expect(page.locator(".ch-mood")).toContainText("Glad");
  await reload(page);
  await openThread(page, "The lid drips");
  await expect(page.locator(".ch-mood")).toContainText("Cross");
  await expect(page.locator(".ch-mood-now")).toContainText("Glad");
  await expect(page.locator(".ch-feel")).toHaveCount(0);
  await expect(page.locator(".ch-event")).toHaveCount(2);
});

/** Somebody who has proven the brand and claimed all of it. */
async function company(brand) {
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  return rep;
}

test("a caution, and a refusal with the asker's own word", async ({ page }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await asks(page, "The lid does not close", "problem");
  const { rows: [{ id: thread, kind }] } = await ok(new Guest(brand).list({}, { now: Date.now() }));
  expect(kind).toBe("problem");
  const bad = await new Guest(brand).replies(thread, { body: "Hit it with a hammer.", name: "Ben" });
  const rep = await company(brand);
  await ok(rep.send("PUT", pathOf(brand, `/replies/${bad}/caution`), { reason: "It breaks the valve." }));
  await ok(rep.setStatus(brand, thread, { word: "seen_differently", reason: "We like it so." }));
  await reload(page);
  await openThread(page, "The lid does not close");
  await expect(reply(page).locator(".ch-cautions")).toContainText("It breaks the valve.");
  await expect(reply(page)).toContainText("Hit it with a hammer.");
  await button(page, "Not solved for me").click();
  await expect(page.locator(".ch-post .ch-note")).toContainText("not solved for me");
  await reload(page);
  await openThread(page, "The lid does not close");
  await expect(page.locator(".ch-post .ch-note")).toContainText("not solved for me");
});

/** Asks, with this kind chosen. */
async function asks(page, title, kind) {
  await typeLine(page, title);
  await page.locator(".ch-like-ask").click();
  await page.locator(`.ch-kinds label:has(input[name=kind][value=${kind}])`).click();
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-done")).toBeVisible();
}

for (const [kind, word, title, thanks] of [
  ["problem", "changed", "The lid does not close", "2 people reported this. The product is changed since"],
  ["idea", "shipped", "A longer handle", "2 people wished for this. The product is changed since"],
]) {
  test(`${kind === "idea" ? "an idea" : "a problem"} ends in a change of the product that thanks those who told of it`, async ({ page, browser, watch }) => {
    const brand = newBrand();
    await visit(page, await siteWithTag(page, { brand }));
    await asks(page, title, kind);
    const { rows: [{ id: thread, kind: posted }] } = await ok(new Guest(brand).list({}, { now: Date.now() }));
    expect(posted).toBe(kind);
    const other = await somebodyElse(browser, watch);
    await visit(other, await siteWithTag(other, { brand }));
    await openThread(other, title);
    await other.locator(".ch-post .ch-press").first().click();
    await expect(other.locator(".ch-post .ch-press").first()).toHaveAttribute("aria-pressed", "true");
    await expect(other.locator(".ch-good")).toHaveCount(0);
    await expect.poll(async () => (await new Guest(brand).thread(thread, { now: Date.now() })).row.me_too).toBe(1);
    const rep = await company(brand);
    await ok(rep.setStatus(brand, thread, { word, version: "1.3" }));
    for (const reader of [page, other]) {
      for (const _ of ["at first", "after a reload"]) {
        await reload(reader);
        await openThread(reader, title);
        await expect(reader.locator(".ch-good")).toContainText(thanks);
        await expect(reader.locator(".ch-good")).toContainText("version 1.3");
      }
    }
    await other.context().close();
  });
}

for (const [lang, title, set, done, desk] of [
  ["en", "Smoke comes out of the base", "Show this", "It is shown from now on.", (brand) => `The emergency desk of ${brand}`],
  ["ja", "底から煙が出ています", "これを表示する", "いまから表示されます。", (brand) => `${brand}の緊急窓口`],
]) {
  test(`an emergency desk is set on the console and leads on while writing and in the thread, ${lang}`, async ({ page, browser, watch }) => {
    nobodyYet(watch);
    const brand = newBrand();
    await new Guest(brand).asks({ title: "Which tea?" });
    const console = await somebodyElse(browser, watch);
    const rep = await signedIn(console, newAddress("rep"));
    await rep.proves(brand);
    await rep.claims(brand);
    await console.goto(`${origins().console}/?lang=${lang}#/${brand}/threads`);
    await console.locator("#emergency").fill("https://kettle.example/emergency");
    await console.getByRole("button", { name: set }).click();
    await expect(console.getByText(done)).toBeVisible();
    await console.context().close();

    const leads = (place) => expect(place.getByRole("link", { name: desk(brand) })).toHaveAttribute("href", "https://kettle.example/emergency");
    await visit(page, await siteWithTag(page, { brand, lang }));
    await typeLine(page, title);
    await page.locator(".ch-like-ask").click();
    await leads(page.locator(".ch-form .ch-warn"));
    await page.locator("form.ch-form button[type=submit]").click();
    await expect(page.locator(".ch-done")).toBeVisible();
    for (const _ of ["at first", "after a reload"]) {
      await reload(page);
      await openThread(page, title);
      await leads(page.locator(".ch-best .ch-alert"));
    }
    await page.locator("#ch-reply").fill(title);
    await leads(page.locator(".ch-compose .ch-warn"));
  });
}

test("the answer in a long thread is one tap away, and so is what stands before it", async ({ page }) => {
  test.slow();
  const brand = newBrand();
  const asker = new Guest(brand);
  const thread = await asker.asks({ title: "A long story" });
  let last;
  for (let turn = 0; turn < 62; turn += 1) last = await new Guest(brand).replies(thread, { body: `Reply ${turn}` });
  await asker.accept(last);
  await visit(page, await siteWithTag(page, { brand }));
  for (const again of [false, true]) {
    if (again) await reload(page);
    await openThread(page, "A long story");
    await expect(reply(page)).toHaveCount(50);
    await page.locator(".ch-by-asker").click();
    await expect(page.locator(`[id="${last}"]`)).toBeFocused();
    await expect(reply(page)).toHaveCount(5);
    await page.getByRole("link", { name: "Show earlier replies" }).click();
    await expect(reply(page)).toHaveCount(55);
    await expect(page.getByRole("link", { name: "Show earlier replies" })).toBeVisible();
  }
});

test("a thread is shared by its link where the device has no sheet of its own", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write", "local-network-access"]);
  const brand = newBrand();
  const thread = await new Guest(brand).asks({ title: "Share me" });
  await visit(page, await siteWithTag(page, { brand }));
  await openThread(page, "Share me");
  await button(page, "Share").click();
  await expect(page.locator("#ch-link")).toHaveValue(new RegExp(`/c/${brand}/kettle/${thread}`));
  await page.evaluate(() => { navigator.share = async (what) => { window.shared = what; }; });
  await button(page, "Share").click();
  await expect.poll(() => page.evaluate(() => window.shared?.url)).toContain(thread);
  await expect(widget(page)).toContainText("Share me");
});

for (const colorScheme of ["light", "dark"]) {
  test(`what is done to posts is open to everybody, ${colorScheme}`, async ({ browser, watch }) => {
    const brand = newBrand();
    const page = await somebodyElse(browser, watch, { colorScheme });
    const clean = async (where) => {
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).slice(0, 3).join(" | ")}`), where).toEqual([]);
    };
    await visit(page, await siteWithTag(page, { brand, head: colorScheme === "dark" ? "<style>body { background: #111; color: #eee }</style>" : "" }));
    await typeLine(page, "Smoke comes out of the lid");
    await page.locator(".ch-like-ask").click();
    await unfold(page);
    await page.locator(".ch-moods label").first().click();
    await button(page, "Add facts about your device").click();
    await page.locator("#ch-body").fill("Call 090-1234-5678");
    await clean("asking, with all of it");
    await page.locator("form.ch-form button[type=submit]").click();
    await expect(page.locator(".ch-private")).toBeVisible();
    await clean("a private fact");
    await button(page, "Post it all the same").click();
    await expect(page.locator(".ch-done")).toBeVisible();
    const { rows: [{ id: thread }] } = await ok(new Guest(brand).list({}, { now: Date.now() }));
    const reply = await new Guest(brand).replies(thread, { body: "Hit it with a hammer." });
    await ok(new Guest(brand).send("POST", `/replies/${reply}/comments`, { body: "Gently." }));
    const rep = await new Console().signsIn();
    await rep.proves(brand);
    await rep.claims(brand);
    await ok(rep.send("PUT", pathOf(brand, `/replies/${reply}/caution`), { reason: "It breaks the valve." }));
    await reload(page);
    await clean("a list with danger");
    await openThread(page, "Smoke comes out of the lid");
    await clean("a thread with everything");
    await button(page.locator(".ch-post"), "Change").click();
    await page.locator("#ch-change").fill("Call me");
    await clean("changing");
    await button(page, "Save the change").click();
    await page.locator(".ch-post .ch-edited").click();
    await expect(page.locator(".ch-versions")).toBeVisible();
    await clean("earlier versions");
    await button(page, "Close").click();
    await button(page.locator(".ch-post"), "Delete").click();
    await clean("before deleting");
    await button(page, "Cancel").click();
    await button(page.locator(".ch-reply"), "Comment").click();
    await clean("commenting");
    await page.context().close();
  });
}
