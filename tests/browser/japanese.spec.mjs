// The whole way in Japanese: nothing on the screen is English, but for names that are Latin anywhere.
import { codeIn, Guest, mailTo, newAddress, newBrand } from "../harness/actors.mjs";
import { expect, line, openThread, reload, siteWithTag, somebodyElse, test, typeLine, unfold, untilLive, visit, widget } from "./stage.mjs";

/** Words of Latin letters that are left on the screen, without names, domains and addresses. */
async function latin(page, brand) {
  const words = await widget(page).evaluate((section) => {
    const said = [section.innerText];
    for (const one of section.querySelectorAll("[aria-label],[placeholder],[title]")) said.push(one.ariaLabel ?? "", one.getAttribute("placeholder") ?? "", one.title);
    for (const one of section.querySelectorAll(".ch-sr")) said.push(one.textContent);
    return said.join("\n");
  });
  return (words.replaceAll(brand, "").replace(/\S+@\S+/g, "").match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !["Chie", "DNS", "UTC"].includes(word));
}

test("a question from the first letter to the answer", async ({ browser, watch }) => {
  const page = await somebodyElse(browser, watch, { locale: "ja-JP", timezoneId: "Asia/Tokyo" });
  const brand = newBrand();
  const now = Date.now();
  await new Guest(brand, { now: now - 3 * 86_400_000 }).asks({ title: "注ぎ口から水が垂れます", kind: "problem", body: "右に傾けたときだけです。", product_name: "直火ケトル" });
  const then = { now: now - 90 * 86_400_000 };
  const many = await new Guest(brand, then).asks({ title: "取っ手は交換できますか" });
  for (let index = 0; index < 2; index += 1) await new Guest(brand, then).replies(many, { body: "はい、できました。" });
  await page.goto(await siteWithTag(page, { brand, lang: "ja", title: "直火ケトル" }));
  await untilLive(page);
  const clean = async (where) => expect(await latin(page, brand), where).toEqual([]);

  await expect(widget(page)).toHaveAttribute("lang", "ja");
  await expect(line(page, "注ぎ口から水が垂れます")).toContainText("3日前");
  await expect(line(page, "取っ手は交換できますか")).toContainText("返信 2");
  await expect(line(page, "取っ手は交換できますか")).toContainText(/\d+月\d+日/);
  await clean("the list");

  await page.locator("#ch-line").pressSequentially("水が垂れる");
  await expect(page.locator(".ch-like")).toContainText("注ぎ口から水が垂れます");
  await clean("likely threads");
  await page.locator(".ch-like-ask").click();
  await clean("asking");
  await page.locator("#ch-title").fill("");
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator("#ch-title-about .ch-error")).toHaveText(/[ぁ-ん]/);
  await page.locator("#ch-title").fill("ふたから水が垂れる");
  await page.locator("#ch-body").fill("注ぐたびに垂れます。\n\nふたは閉めています。");
  await unfold(page);
  await page.locator("#ch-name").fill("あおい");
  await clean("asking, refused");
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await clean("posted");

  const email = newAddress("aoi");
  await page.locator("#ch-email").fill(email);
  await page.locator(".ch-keep:has(#ch-email, #ch-code) button[type=submit]").click();
  await expect(page.locator("#ch-code")).toBeFocused();
  const [mail] = await mailTo(email);
  expect(mail.text).toMatch(/[ぁ-ん]/);
  await clean("the code");
  await page.locator("#ch-code").fill(codeIn(mail));
  await page.locator(".ch-keep:has(#ch-email, #ch-code) button[type=submit]").click();
  await expect(page.locator(".ch-kept")).toBeVisible();
  await clean("kept");

  await reload(page);
  await openThread(page, "ふたから水が垂れる");
  await expect(page.locator(".ch-post")).toContainText("あおい");
  await clean("the thread");
  await page.locator("#ch-reply").fill("自分で直しました。");
  await page.locator(".ch-compose button[type=submit]").click();
  await expect(page.locator(".ch-reply")).toContainText("自分で直しました。");
  await clean("a reply");
  await reload(page);
  await expect(line(page, "ふたから水が垂れる")).toContainText("返信 1");
  await page.context().close();
});

/** A Japanese keyboard: composes, chooses with Enter, and ends with what was chosen. */
async function inputMethod(page) {
  const keys = await page.context().newCDPSession(page);
  const enter = (type, code) => keys.send("Input.dispatchKeyEvent", { type, key: "Enter", code: "Enter", windowsVirtualKeyCode: code, nativeVirtualKeyCode: 13 });
  return {
    compose: (text) => keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    async choose(text) {
      await enter("rawKeyDown", 229);
      await keys.send("Input.insertText", { text });
      await enter("keyUp", 13);
    },
  };
}

test("scenario 26: nothing is searched or sent while an input method composes, its Enter sends nothing, and 笛 finds every thread", async ({ page }) => {
  const brand = newBrand();
  for (const title of ["笛が鳴らなくなりました", "口笛のような音がします", "別の質問です"]) await new Guest(brand).asks({ title });
  await new Guest(brand).asks({ title: "音について", body: "笛の音が小さいです。" });
  const url = await siteWithTag(page, { brand, lang: "ja", title: "直火ケトル" });
  await visit(page, url);
  const asked = [];
  page.on("request", (request) => /likely|search|threads/.test(request.url()) && asked.push(decodeURIComponent(request.url())));
  const settled = () => page.evaluate(() => new Promise((done) => { let frames = 30; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); }));
  const ime = await inputMethod(page);
  for (const again of [false, true]) {
    if (again) {
      await reload(page);
      // The line outlives the reload; here another is begun.
      await expect(page.locator("#ch-line")).toHaveValue("笛");
      await page.locator("#ch-line").fill("");
      await expect(page.locator(".ch-like")).toHaveCount(0);
    }
    asked.length = 0;
    await page.locator("#ch-line").click();
    await ime.compose("ふ");
    await ime.compose("ふえ");
    await settled();
    await expect(page.locator("#ch-line")).toHaveValue("ふえ");
    expect(asked).toEqual([]);
    await ime.choose("笛");
    const found = page.locator(".ch-like li a");
    await expect(found).toHaveCount(3);
    expect(asked.map((it) => new URL(it).searchParams.get("q"))).toEqual(["笛"]);
    await expect(page.locator("#ch-title")).toHaveCount(0);
  }
  // All results, where a further word is composed: only its own Enter searches.
  await page.getByRole("button", { name: "結果をすべて見る" }).click();
  await expect(page.locator(".ch-found")).toHaveCount(3);
  asked.length = 0;
  await page.locator("#ch-find").click();
  await ime.compose("おと");
  await ime.choose("音");
  await settled();
  expect(asked).toEqual([]);
  await expect(page.locator("#ch-find")).toHaveValue("笛音");

  // Asking: the Enter that chooses a word posts nothing.
  await page.locator(".ch-back").click();
  await typeLine(page, "ふたの");
  await page.locator(".ch-like-ask").click();
  await page.locator("#ch-title").click();
  await page.keyboard.press("End");
  asked.length = 0;
  await ime.compose("ふえ");
  await ime.choose("笛");
  await settled();
  await expect(page.locator("#ch-title")).toHaveValue("ふたの笛");
  await expect(page.locator(".ch-done")).toHaveCount(0);
  expect(asked).toEqual([]);
});

test("a telephone's keyboard composes every Latin word: it is looked for all the same", async ({ page }) => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "The whistle stays silent" });
  await visit(page, await siteWithTag(page, { brand }));
  const ime = await inputMethod(page);
  await page.locator("#ch-line").click();
  await ime.compose("whistle");
  await expect(page.locator(".ch-like li a")).toContainText("The whistle stays silent");
});

test("scenario 10: words of two characters find their threads, dates and counts are Japanese, and what is missing falls back alone", async ({ page }) => {
  const brand = newBrand();
  const now = Date.now() - 90 * 86_400_000;
  const thread = await new Guest(brand, { now }).asks({ title: "取っ手の蓋が割れました", body: "錆も出ています。", kind: "problem" });
  for (let n = 0; n < 2; n += 1) await new Guest(brand, { now }).replies(thread, { body: "交換できました。" });
  await new Guest(brand).asks({ title: "別の質問です" });
  const url = await siteWithTag(page, { brand, lang: "ja", title: "直火ケトル" });
  await visit(page, url);
  for (const again of [false, true]) {
    if (again) await reload(page);
    for (const word of ["割れ", "フタ", "交換", "さび", "取手"]) {
      await page.locator("#ch-line").fill("");
      await typeLine(page, word);
      await expect(page.locator(".ch-like li a"), word).toHaveCount(1);
      await expect(page.locator(".ch-like li a"), word).toContainText("取っ手の蓋が割れました");
    }
    await page.locator("#ch-line").fill("");
    await expect(line(page, "取っ手の蓋")).toContainText("返信 2");
    await expect(line(page, "取っ手の蓋")).toContainText(/\d+月\d+日/);
  }
});

test("English counts one and many", async ({ page }) => {
  const brand = newBrand();
  const guest = new Guest(brand);
  const one = await guest.asks({ title: "One answer" });
  await guest.replies(one);
  const two = await guest.asks({ title: "Two answers" });
  await guest.replies(two);
  await guest.replies(two, { body: "And another." });
  await page.goto(await siteWithTag(page, { brand }));
  await expect(line(page, "One answer")).toContainText("1 reply");
  await expect(line(page, "Two answers")).toContainText("2 replies");
  await expect(page.locator(".ch-head")).toContainText("2 threads");
});
