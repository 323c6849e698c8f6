// Who speaks, and under which name: a place that poses as a longer known one, the page behind a badge, the page for whoever runs the
// DNS, names at the operator's desk, the owner's own, marks, and what a member may change of themselves.
import { Console, Guest, hooks, newAddress, newBrand, ok, operator, origins, pathOf, putRecord, send } from "../harness/actors.mjs";
import { atConsole, go, nobodyYet, signedIn } from "./desk.mjs";
import { expect, openThread, reload, siteWithTag, somebodyElse, test, visit, widget } from "./stage.mjs";

const letters = "abcdefghjkpqstuvxyz";
const newWord = (length = 10) => Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join("");
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** Everything that a page says, in closed roots too, in attributes that are read out, and in its title. */
const said = (page) => page.evaluate(() => {
  const texts = [document.title];
  const walk = (root) => {
    for (const one of root.querySelectorAll("*")) {
      for (const name of ["aria-label", "title", "content", "alt"]) texts.push(one.getAttribute(name) ?? "");
      if (one.shadowRoot) walk(one.shadowRoot);
    }
    texts.push(root.textContent ?? root.body?.textContent ?? "");
  };
  walk(document);
  return texts.join("\n") + (document.body?.innerText ?? "");
});

test("scenario 28: a name proven under a longer domain reads nowhere as the name of the shorter", async ({ page, watch }) => {
  const word = newWord();
  const [name, brand] = [capital(word), `${word}-help.example`];
  await page.goto(`${origins().chie}/?lang=en`);
  await page.locator("[name=domain]").fill(brand);
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=product_name]").fill("Kettle");
  await page.getByRole("button", { name: /open/i }).last().click();
  await expect(page).toHaveURL(new RegExp(`/c/${brand}/kettle`));
  const thread = await new Guest(brand).asks({ title: "Does it whistle?" });
  const owner = await signedIn(page, newAddress("owner"));
  await owner.proves(brand);
  await owner.claims(brand);
  await ok(owner.answer(brand, thread));
  // The owner tries, with the DNS proof that would set any other name.
  await go(page, brand, "proof");
  await page.locator("#brand-name").fill(`${name} official`);
  watch.allow(/422 PUT \S*\/name|Failed to load resource.*422/);
  await page.getByRole("button", { name: "Set the name" }).click();
  await expect(page.getByText("This name poses as something else")).toBeVisible();
  await page.locator("#brand-name").fill(name);
  await page.getByRole("button", { name: "Set the name" }).click();
  await expect(page.getByText("The name waits for the operator. Until then")).toBeVisible();
  const nowhere = async (where) => {
    const text = (await said(page)).replaceAll(brand, "");
    expect(text.includes(name), where).toBe(false);
  };
  await hooks.due(brand);
  const site = await siteWithTag(page, { brand });
  await visit(page, site);
  await expect(widget(page).getByText(brand).first()).toBeVisible();
  await nowhere("the list");
  await openThread(page, "Does it whistle?");
  await nowhere("the thread");
  for (const path of [`/c/${brand}/kettle?lang=en`, `/c/${brand}/kettle/${thread}?lang=en`, `/badge/${brand}?lang=en`, `/badge/${brand}?lang=ja`, `/?q=${brand}&lang=en`]) {
    await page.goto(origins().chie + path);
    await expect.poll(() => said(page)).toContain(brand);
    await nowhere(path);
  }
  await visit(page, site);
  await reload(page);
  await nowhere("after a reload");
});

for (const [lang, words] of Object.entries({
  en: { doubt: "What makes you think so?", tell: "Tell the operator", thanks: "The operator has it.", opened: "The place was opened." },
  ja: { doubt: "そうお考えになった理由", tell: "運営者に知らせる", thanks: "運営者に届きました", opened: "この場が開かれました。" },
})) {
  test(`the page behind a badge takes a doubt without script or account, in ${lang}`, async ({ browser, watch }) => {
    const brand = newBrand("b");
    await new Guest(brand).asks({ title: "Does it whistle?" });
    const owner = await new Console().signsIn();
    await owner.proves(brand);
    await owner.claims(brand);
    const page = await somebodyElse(browser, watch, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await page.goto(`${origins().chie}/c/${brand}/kettle?lang=${lang}`);
    await page.locator(`a[href*="/badge/${brand}"]`).first().click();
    await expect(page.getByText(brand).first()).toBeVisible();
    await expect(page.getByText(words.opened)).toBeVisible();
    await page.getByLabel(words.doubt).fill("I work there, and this is not us.");
    await page.getByRole("button", { name: words.tell }).click();
    await expect(page.getByText(words.thanks)).toBeVisible();
    const chief = await operator();
    const { doubts } = await ok(chief.send("GET", pathOf(brand, "/naming")));
    expect(doubts.map((it) => it.words)).toEqual(["I work there, and this is not us."]);
    await page.context().close();
  });
}

test("whoever runs the DNS reads the record on a forwarded page, and sees it being seen", async ({ page, browser, watch }) => {
  const brand = newBrand("b");
  await signedIn(page, newAddress("it"));
  await go(page, brand, "proof");
  await page.getByRole("button", { name: /DNS record/ }).click();
  const address = await page.locator(".copies code").filter({ hasText: "/dns/" }).innerText();
  const other = await somebodyElse(browser, watch, { viewport: { width: 360, height: 740 } });
  await other.clock.install();
  await other.goto(`${address}?lang=en`);
  await expect(other.getByRole("heading", { level: 1 })).toContainText(brand);
  const [name, value] = [await other.locator("#record-name").innerText(), await other.locator("#record-value").innerText()];
  expect(name).toBe(`_chie-challenge.${brand}`);
  await expect(other.getByText("There is no such record yet.")).toHaveCount(2);
  await putRecord(name, value);
  // The page looks by itself, a minute later.
  await other.clock.runFor(61_000);
  await expect(other.getByText("Every resolver sees the record.")).toBeVisible();
  await expect(other.getByText("This is the record.")).toHaveCount(2);
  await other.goto(`${address}?lang=ja`);
  await expect(other.getByText("どこからもレコードが見えています")).toBeVisible();
  // Nothing is proven by its being read: the asker presses.
  await page.getByRole("button", { name: /^Check now$/ }).click();
  await expect(page.getByText("proven by DNS").first()).toBeVisible();
  watch.allow(/410 GET|Failed to load resource.*410/);
  await other.reload();
  await expect(other.getByText("このページは終わりました")).toBeVisible();
  await other.context().close();
});

test("what each look saw says status, place and who we are", async ({ page }) => {
  const brand = newBrand("b");
  await signedIn(page, newAddress("it"));
  await go(page, brand, "proof");
  await page.getByRole("button", { name: /^File/ }).click();
  await expect(page.getByText("Chie-Proof/1")).toBeVisible();
  await page.getByRole("button", { name: /^Check now$/ }).click();
  await expect(page.locator("table.looks")).toContainText(`https://${brand}/.well-known/chie/`);
});

test("the operator decides about a held name, and everybody sees it", async ({ page }) => {
  const word = newWord();
  await ok(new Guest(`${word}.example`).open({ name: capital(word), domain: `${word}.example` }));
  await hooks.due(`${word}.example`);
  const brand = `${word}-kitchen.example`;
  // By the form: whoever opens it reads why it goes by its domain.
  await page.goto(`${origins().chie}/?lang=en`);
  await page.locator("[name=domain]").fill(brand);
  await page.locator("[name=name]").fill(capital(word));
  await page.locator("[name=product_name]").fill("Kettle");
  await page.getByRole("button", { name: /open/i }).last().click();
  await expect(page.getByText("looks like that of another maker")).toBeVisible();
  await hooks.due(brand);
  const chief = await atConsole(page, await operator());
  // It stands in the one queue of the operator's desk, with whoever has the name already, and is decided there.
  await page.goto(`${origins().console}/#/`);
  await page.getByRole("banner").getByRole("link", { name: "Operator’s desk" }).click();
  const row = page.locator(".waits > li").filter({ hasText: brand });
  await expect(row).toContainText(`“${capital(word)}” is held`);
  await expect(row).toContainText(`${word}.example`);
  await row.getByRole("link").click();
  const matter = page.locator("article.matter");
  await expect(matter).toContainText("These have the name, or one that looks like it:");
  await expect(matter.getByRole("link", { name: `${word}.example`, exact: true })).toHaveAttribute("href", `${origins().chie}/badge/${word}.example`);
  await page.reload();
  await matter.getByRole("button", { name: `Let it pass: ${brand}` }).click();
  await expect(matter).toContainText("The operator has let it pass.");
  await expect(row).toHaveCount(0);
  // Somebody says that this is not that company: it comes back, and by a key it is looked at.
  await ok(send("POST", pathOf(brand, "/doubts"), { body: { words: "I work there, and this is not us." } }));
  await hooks.due(brand);
  await page.goto(`${origins().console}/?lang=ja#/house`);
  await expect(row).toContainText("「この会社ではない」1件");
  await row.getByRole("link").click();
  await expect(matter).toContainText("I work there, and this is not us.");
  await page.keyboard.press("3");
  await expect(matter).not.toContainText("I work there, and this is not us.");
  await hooks.due(brand);
  await page.reload();
  await expect(page.locator(".house-head .meta")).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.goto(`${origins().chie}/badge/${brand}?lang=en`);
  await expect(page.getByText(`It was called`)).toBeVisible();
  await page.reload();
  await expect(page.getByText(`It was called`)).toBeVisible();
});

test("the desk decides about names by keys and by buttons, and goes on to the next", async ({ page, watch }) => {
  nobodyYet(watch);
  const word = newWord();
  await ok(new Guest(`${word}.example`).open({ name: capital(word), domain: `${word}.example` }));
  await hooks.due(`${word}.example`);
  const brands = ["kitchen", "teapots"].map((rest) => `${word}-${rest}.example`);
  for (const brand of brands) {
    await ok(new Guest(brand).open({ name: capital(word), domain: brand }));
    await hooks.due(brand);
  }
  await atConsole(page, await operator());
  const naming = async (brand) => (await ok((await operator()).send("GET", pathOf(brand, "/naming")))).naming;
  await page.goto(`${origins().console}/#/house`);
  const rows = page.locator(".waits > li");
  const row = (brand) => rows.filter({ hasText: brand });
  for (const brand of brands) await expect(row(brand)).toBeVisible();
  const order = await rows.allInnerTexts();
  const places = brands.map((brand) => order.findIndex((text) => text.includes(brand)));
  const [first, second] = places[0] < places[1] ? brands : brands.toReversed();
  const here = (brand) => expect(row(brand)).toHaveClass(/here/);
  // Down to the first of the two, on to the second, and back.
  for (let at = 0; at <= Math.min(...places); at += 1) {
    await page.keyboard.press("j");
    await expect(rows.nth(at)).toHaveClass(/here/);
  }
  await here(first);
  for (let at = Math.min(...places); at < Math.max(...places); at += 1) await page.keyboard.press("j");
  await here(second);
  for (let at = Math.min(...places); at < Math.max(...places); at += 1) await page.keyboard.press("k");
  await here(first);
  const matter = page.locator("article.matter");
  await expect(matter.getByRole("heading", { level: 2 })).toContainText(first);
  await expect(matter.getByRole("button", { name: `Let it pass: ${first}` })).toBeVisible();
  await page.keyboard.press("1");
  await expect(matter).toContainText("The operator has let it pass.");
  await expect(row(first)).toHaveCount(0);
  expect(await naming(first)).toBe("by_operator");
  await row(second).getByRole("link").click();
  await matter.getByRole("button", { name: `Refuse: ${second}` }).click();
  await expect.poll(() => naming(second)).toBe("refused");
  await expect(row(second)).toHaveCount(0);
  // A key does the same, and what people wrote is settled by its button.
  await ok(send("POST", pathOf(first, "/doubts"), { body: { words: "This is not us." } }));
  await hooks.due(first);
  await page.reload();
  await row(first).getByRole("link").click();
  await expect(matter).toContainText("This is not us.");
  await matter.getByRole("button", { name: `I have looked at these: ${first}` }).click();
  await expect(matter).not.toContainText("This is not us.");
  expect(await naming(first)).toBe("by_operator");
  await page.keyboard.press("2");
  await expect.poll(() => naming(first)).toBe("refused");
});

test("an owner names a champion beside what they wrote; visitors see the mark, and the owner takes it back", async ({ page, browser, watch }) => {
  const brand = newBrand("b");
  const [sora, worker] = [new Guest(brand), new Guest(brand)];
  const thread = await new Guest(brand).asks({ title: "Does it whistle?" });
  await sora.replies(thread, { body: "It does.", name: "Sora Aoki" });
  await sora.joins(newAddress());
  await worker.replies(thread, { body: "It should.", name: "Umi" });
  await worker.joins(`umi@${brand}`);
  const owner = await signedIn(page, newAddress("owner"));
  await owner.proves(brand);
  await owner.claims(brand);
  await go(page, brand, `threads/${thread}`);
  await page.getByRole("button", { name: "Name a champion: Sora Aoki" }).click();
  await expect(page.getByText("The mark stands beside their name.")).toBeVisible();
  const other = await somebodyElse(browser, watch);
  await visit(other, await siteWithTag(other, { brand }));
  await openThread(other, "Does it whistle?");
  await expect(widget(other).getByText(`trusted by ${brand}`)).toBeVisible();
  await expect(widget(other).getByText(`works at ${brand}`)).toBeVisible();
  await go(page, brand, "people");
  await expect(page.getByRole("heading", { name: "Customers with a mark" })).toBeVisible();
  await page.getByRole("button", { name: "Take the mark back from Sora Aoki" }).click();
  await expect(page.getByText("The mark is taken back.")).toBeVisible();
  await reload(other);
  await openThread(other, "Does it whistle?");
  await expect(widget(other).getByText(`works at ${brand}`)).toBeVisible();
  await expect(widget(other).getByText(`trusted by ${brand}`)).toHaveCount(0);
  await other.context().close();
});

for (const [lang, words] of Object.entries({
  en: { help: "Questions you may know", code: "Send me a code", confirm: "Confirm", change: "Change your name", label: "Your name", save: "Save", wrong: "could be taken for", everywhere: "Sign out everywhere", out: "You are signed out everywhere.", here: "Sign out on this device", gone: "You are signed out on this device." },
  ja: { help: "答えられそうな質問", code: "確認コードを送る", confirm: "確認する", change: "名前を変える", label: "お名前", save: "保存する", wrong: "間違われる", everywhere: "すべての端末でログアウト", out: "すべての端末でログアウトしました", here: "この端末でログアウト", gone: "この端末でログアウトしました" },
})) {
  test(`a member changes their name and signs out, on this device and everywhere, in ${lang}`, async ({ page, browser, watch }) => {
    const brand = newBrand("b");
    const email = newAddress("member");
    const elsewhere = new Guest(brand, { site: "https://other.example" });
    const thread = await elsewhere.asks({ title: "Does it whistle?" });
    await elsewhere.joins(email);
    const url = await siteWithTag(page, { brand, lang });
    await visit(page, url);
    const { session } = await joinHere(page, brand, email);
    expect(session).toBeTruthy();
    await reload(page);
    await widget(page).getByRole("link", { name: words.help }).click();
    await widget(page).getByRole("button", { name: words.change }).click();
    const field = widget(page).getByLabel(words.label);
    await expect(field).toBeFocused();
    watch.allow(/422 PUT \S*\/me\/name|Failed to load resource.*422/);
    await field.fill("公式サポート");
    await widget(page).getByRole("button", { name: words.save, exact: true }).click();
    await expect(widget(page).locator(".ch-account .ch-error")).toBeVisible();
    await expect(field).toBeFocused();
    await field.fill("Sora Aoki");
    await field.press("Enter");
    await expect(widget(page).locator(".ch-me")).toContainText("Sora Aoki");
    await expect(widget(page).locator(".ch-me .ch-face")).toHaveText("SA");
    await page.setViewportSize({ width: 360, height: 740 });
    await reload(page);
    expect((await new Guest(brand).thread(thread, { now: Date.now() })).author.name).toEqual({ chosen: "Sora Aoki" });
    await widget(page).getByRole("link", { name: words.help }).click();
    await widget(page).getByRole("button", { name: words.everywhere }).click();
    await expect(widget(page).locator(".ch-out")).toContainText(words.out);
    expect((await elsewhere.send("GET", "/mine")).status).toBe(401);
    const kept = await page.evaluate((of) => Object.keys(localStorage).filter((it) => it.startsWith(`chie:${of}:`) && /session|address/.test(it)), brand);
    expect(kept).toEqual([]);
    await reload(page);
    await widget(page).getByRole("link", { name: words.help }).click();
    await expect(widget(page).getByRole("button", { name: words.change })).toHaveCount(0);
    // On this device alone: elsewhere the session goes on.
    elsewhere.session = undefined;
    await elsewhere.joins(email);
    await joinHere(page, brand, email);
    await reload(page);
    await widget(page).getByRole("link", { name: words.help }).click();
    await widget(page).getByRole("button", { name: words.here }).click();
    await expect(widget(page).locator(".ch-out")).toContainText(words.gone);
    expect((await elsewhere.send("GET", "/mine")).status).toBe(200);
    await reload(page);
  });
}

/** Shows an address for the widget of this page, as its form does. */
async function joinHere(page, brand, email) {
  const member = await new Guest(brand, { site: new URL(page.url()).origin });
  await member.joins(email);
  await page.evaluate(([of, session, address]) => {
    localStorage.setItem(`chie:${of}:session`, session);
    localStorage.setItem(`chie:${of}:session:address`, address);
  }, [brand, member.session, `${email[0]}…@mail.example`]);
  return member;
}

test("an owner adds a further domain, sees why it is not proven, proves it, and it leads here", async ({ page }) => {
  const [brand, second] = [newBrand("b"), newBrand("b")];
  await new Guest(brand).asks({ title: "Does it whistle?" });
  const owner = await signedIn(page, newAddress("owner"));
  await owner.proves(brand);
  await owner.claims(brand);
  await go(page, brand, "proof");
  await page.locator("#alias").fill(`https://${second}/`);
  await page.getByRole("button", { name: "Add the domain" }).click();
  const row = page.locator(".alias").filter({ hasText: second });
  await expect(row).toContainText("waits for its record");
  const [at, text] = await row.locator(".copies code").allInnerTexts();
  expect(at).toBe(`_chie-challenge.${second}`);
  await putRecord(at, text);
  await row.getByRole("button", { name: `Check ${second}` }).click();
  await expect(row).toContainText("proven, last seen");
  await hooks.due(brand);
  await page.goto(`${origins().chie}/badge/${second}?lang=ja`);
  await expect(page).toHaveURL(new RegExp(`/badge/${brand}`));
  await expect(page.getByText(second)).toBeVisible();
  await page.reload();
  await expect(page.getByText(second)).toBeVisible();
});
