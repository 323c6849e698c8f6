// Keys of programs in the console, in both languages: an owner makes one, sees it once and revokes it; anybody who is signed in does so for
// themselves. What keys do is in `../api/keys`.
import { Guest, newAddress, newBrand, ok, origins, pathOf, send } from "../harness/actors.mjs";
import { nobodyYet, signedIn } from "./desk.mjs";
import { expect, test } from "./stage.mjs";

const by = (key, path) => send("GET", path, { at: origins().console, headers: { authorization: `Bearer ${key}` } });

const SAID = {
  en: { name: "What it is for", read: "Read what a representative’s desk shows", answer: "Answer officially and set statuses", days: "For how long", year: "A year", make: "Make this key", none: "No key counts.", once: "This is shown once", unused: "not used yet", used: "last used", revoke: "Revoke the key “Ticket desk”", sure: "Revoke", choose: "Choose at least one.", empty: "Write something here.", own: "Your keys" },
  ja: { name: "用途", read: "担当者の画面に出るものを読む", answer: "公式に返信し、状態を決める", days: "期間", year: "1年", make: "この鍵を作る", none: "有効な鍵はありません。", once: "表示されるのは今だけです", unused: "まだ使われていません", used: "最後の使用", revoke: "「Ticket desk」の鍵を無効にする", sure: "無効にする", choose: "1つ以上お選びください。", empty: "ここに入力してください。", own: "自分の鍵" },
};

for (const [lang, said] of Object.entries(SAID)) {
  test(`${lang}: an owner makes a key, sees it once, and revokes it`, async ({ page, watch }) => {
    nobodyYet(watch);
    const brand = newBrand("key");
    await new Guest(brand).asks({ title: "Which water?" });
    const owner = await signedIn(page, newAddress("owner"));
    await owner.proves(brand);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${origins().console}/?lang=${lang}#/${brand}/set-up`);
      const section = page.locator("#keys");
      await expect(section).toContainText(said.none);
      // What is missing is said where it is missing.
      await section.getByRole("button", { name: said.make }).click();
      await expect(section.getByLabel(said.name)).toBeFocused();
      await expect(section.locator(".wrong")).toHaveText(said.empty);
      await section.getByLabel(said.name).fill("Ticket desk");
      await section.getByLabel(said.read).uncheck();
      await section.getByRole("button", { name: said.make }).click();
      await expect(section).toContainText(said.choose);
      await expect(section.getByLabel(said.read)).toBeFocused();
      await section.getByLabel(said.read).check();
      await section.getByLabel(said.answer).check();
      await section.getByLabel(said.days).selectOption(said.year);
      await section.getByRole("button", { name: said.make }).click();
      await expect(section).toContainText(said.once);
      const key = await section.locator("li.copy code").innerText();
      expect(key).toMatch(/^chie_bk_[\w-]{43}$/);
      const { keys: [made] } = await ok(owner.send("GET", pathOf(brand, "/keys")));
      expect([made.scopes, Math.round((made.until - made.made) / 86_400_000)]).toEqual([["read", "answer"], 365]);
      expect(await page.locator("html").evaluate((it) => it.scrollWidth)).toBe(width);
      await page.reload();
      await expect(section).toContainText(said.unused);
      await expect(section).toContainText(key.slice(0, 14));
      expect(await page.locator("main").innerText()).not.toContain(key);
      await ok(by(key, pathOf(brand, "/work")));
      await page.reload();
      await expect(section).toContainText(said.used);
      await section.getByRole("button", { name: said.revoke }).click();
      await page.getByRole("dialog").getByRole("button", { name: said.sure, exact: true }).click();
      await expect(section).toContainText(said.none);
      expect((await by(key, pathOf(brand, "/work"))).status).toBe(401);
      await page.reload();
      await expect(section).toContainText(said.none);
    }
  });
}

test("whoever is signed in makes a key for themselves, which reads what is theirs, and revokes it", async ({ page, watch }) => {
  nobodyYet(watch);
  const brand = newBrand("key");
  const member = new Guest(brand);
  const thread = await member.asks({ title: "Which water?" });
  const email = newAddress("member");
  await member.joins(email);
  await signedIn(page, email);
  await page.goto(origins().console);
  await page.getByText("Your keys").click();
  const section = page.locator("#keys");
  await section.getByLabel("What it is for").fill("Ticket desk");
  await expect(section.getByRole("checkbox")).toHaveCount(0);
  await section.getByRole("button", { name: "Make this key" }).click();
  const key = await section.locator("li.copy code").innerText();
  expect((await ok(by(key, pathOf(brand, "/mine")))).asked).toEqual([thread]);
  await page.reload();
  await page.getByText("Your keys").click();
  await expect(section).toContainText("last used");
  await section.getByRole("button", { name: "Revoke the key “Ticket desk”" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(section).toContainText("No key counts.");
  expect((await by(key, pathOf(brand, "/mine"))).status).toBe(401);
});
