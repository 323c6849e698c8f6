// A representative shows a face and a line: chosen and cut in the console's browser, seen by visitors beside the official answer and on
// the badge's page, and taken away again.
import { Guest, newAddress, newBrand, ok, origins } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";
import { go, signedIn } from "./desk.mjs";
import { expect, openThread, siteWithTag, somebodyElse, test, visit } from "./stage.mjs";

const WORDS = {
  en: { label: "One line about you", save: "Save", away: "Take the face away", ready: "The picture is ready", line: "I have built kettles here for nine years." },
  ja: { label: "ひとこと", save: "保存する", away: "顔写真を外す", ready: "写真の準備ができました", line: "9年間、ここでケトルを作っています。" },
};

for (const [lang, words] of Object.entries(WORDS)) {
  test(`a representative shows a face and a line, and takes the face away, in ${lang}`, async ({ page, browser, watch }) => {
    const brand = newBrand("f");
    const thread = await new Guest(brand).asks({ title: "Is there a spare lid?" });
    const owner = await signedIn(page, newAddress("owner"));
    await owner.proves(brand);
    await owner.claims(brand);
    const answered = await ok(owner.answer(brand, thread, { body: "Part K-3.", name: "Mika" }));
    await ok(owner.mark(brand, thread, answered.thread.replies.at(-1).id));
    await page.goto(`${origins().console}/?lang=${lang}#/${brand}/people`);
    const form = page.locator("#introduction");
    await form.getByLabel(words.label).fill(words.line);
    await form.locator("input[type=file]").setInputFiles({ name: "me.png", mimeType: "image/png", buffer: plain("png") });
    await expect(form).toContainText(words.ready);
    await form.getByRole("button", { name: words.save }).click();
    const own = form.locator("img");
    await expect.poll(() => own.evaluate((one) => one.complete && one.naturalWidth)).toBe(6);
    await page.reload();
    await expect(form.getByLabel(words.label)).toHaveValue(words.line);
    await expect(own).toBeVisible();

    const reader = await somebodyElse(browser, watch);
    const url = await siteWithTag(reader, { brand, lang });
    await visit(reader, url);
    await openThread(reader, "Is there a spare lid?");
    const answer = reader.locator(".ch-answer.ch-by-brand");
    await expect(answer).toContainText(words.line);
    await expect.poll(() => answer.locator("img").evaluate((one) => one.complete && one.naturalWidth)).toBe(6);
    await reader.goto(`${origins().chie}/badge/${brand}?lang=${lang}`);
    await expect(reader.locator(".page-person")).toContainText("Mika");
    await expect.poll(() => reader.locator(".page-face").evaluate((one) => one.complete && one.naturalWidth)).toBe(6);

    await form.getByRole("button", { name: words.away }).click();
    await form.getByRole("button", { name: words.save }).click();
    await expect(own).toHaveCount(0);
    await page.reload();
    await expect(form.getByLabel(words.label)).toHaveValue(words.line);
    await expect(own).toHaveCount(0);
    await visit(reader, url);
    await openThread(reader, "Is there a spare lid?");
    await expect(answer).toContainText(words.line);
    await expect(answer.locator("img")).toHaveCount(0);
  });
}

test("a file that is no picture is said so, in the console", async ({ page }) => {
  const brand = newBrand("f");
  await new Guest(brand).asks();
  const owner = await signedIn(page, newAddress("owner"));
  await owner.proves(brand);
  await go(page, brand, "people");
  await page.locator("#face").setInputFiles({ name: "me.txt", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(page.locator("#introduction")).toContainText("This picture cannot be read here");
});
