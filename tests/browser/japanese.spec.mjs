// The whole way in Japanese: nothing on the screen is English, but for names that are Latin anywhere.
import { codeIn, Guest, mailTo, newAddress, newBrand } from "../harness/actors.mjs";
import { expect, line, openThread, reload, siteWithTag, somebodyElse, test, untilLive, widget } from "./stage.mjs";

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
