// Webhooks in the console: an owner adds one, sees its secret once, tries it out, sees what came back and sends it again, makes a new
// secret, removes it; in both languages, on a desk and on a phone.
import AxeBuilder from "@axe-core/playwright";
import { Guest, answersHooks, heardAt, hooks, newAddress, ok, origins, pathOf } from "../harness/actors.mjs";
import { RECEIVERS } from "../harness/hearing.mjs";
import { TOLD_BY_WEBHOOK } from "../harness/stack.mjs";
import { signedIn } from "./desk.mjs";
import { expect, test } from "./stage.mjs";

const WORDS = {
  en: {
    viewport: { width: 1280, height: 900 }, brand: TOLD_BY_WEBHOOK.at(-1), address: "Address", add: "Add", secret: "Secret", once: "This is shown once", test: "Send a test to",
    arrived: "It arrived.", not: "It did not arrive. The list says what came back.", status: "refused with status 503", took: "arrived (204)", sent: "Sent within seven days", again: "Send again: Question asked",
    rotate: "New secret for", rotateNow: "New secret", remove: "Remove https", removeNow: "Remove", none: "Choose at least one.", outside: "This host does not lie inside a domain that you have proven.", inner: "This name leads into a private network.",
    old: "the secret before signs as well", events: "Question asked, Words of danger", danger: "Words of danger", replied: "Reply posted",
  },
  ja: {
    viewport: { width: 360, height: 740 }, brand: TOLD_BY_WEBHOOK.at(-2), address: "アドレス", add: "加える", secret: "秘密の値", once: "表示されるのは今だけです", test: "にテストを送る",
    arrived: "届きました。", not: "届きませんでした。一覧に応答が出ています。", status: "ステータス 503 で断られました", took: "届きました（204）", sent: "7日以内に送ったもの", again: "送り直す：質問など",
    rotate: "の秘密の値を新しくする", rotateNow: "秘密の値を新しくする", remove: "を削除する", removeNow: "削除する", none: "1つ以上お選びください。", outside: "証明済みのドメインの中にありません。", inner: "プライベートネットワークのアドレスです。",
    old: "前の秘密の値でも署名します", events: "質問など、危険を示すことば", danger: "危険を示すことば", replied: "返信",
  },
};
const shot = async (page, name) => {
  if (process.env.CHIE_SHOTS) await page.locator("#webhooks").screenshot({ path: `${process.env.CHIE_SHOTS}/${name}.png` });
};

for (const [lang, words] of Object.entries(WORDS)) {
  test(`an owner adds a webhook, tries it out, and sends again what did not arrive, in ${lang}`, async ({ page, watch }) => {
    const { brand } = words;
    const at = `/hooks/${brand}/console`;
    await page.setViewportSize(words.viewport);
    const guest = new Guest(brand);
    await guest.asks();
    const owner = await signedIn(page, newAddress("rep"));
    await owner.proves(brand);
    await page.goto(`${origins().console}/?lang=${lang}#/${brand}/set-up`);
    const section = page.locator("#webhooks");
    const button = (name, options) => section.getByRole("button", { name, ...options });
    const address = section.getByLabel(words.address);
    await address.fill(`http://${brand}${at}`);
    await button(words.add, { exact: true }).click();
    await expect(address).toBeFocused();
    await expect(address).toHaveAttribute("aria-invalid", "true");
    // Refused by the server: somebody else's host.
    watch.allow(/422 POST \S*\/webhooks|Failed to load resource.*422/);
    await address.fill("https://evil.example/hook");
    await button(words.add, { exact: true }).click();
    await expect(section).toContainText(words.outside);
    await address.fill(`https://${brand}${at}`);
    await section.getByLabel(words.replied).uncheck();
    await section.getByLabel(/^(Question asked|質問など)$/).uncheck();
    await button(words.add, { exact: true }).click();
    await expect(section).toContainText(words.none);
    await section.getByLabel(/^(Question asked|質問など)$/).check();
    await section.getByLabel(words.danger).check();
    await button(words.add, { exact: true }).click();
    await expect(section).toContainText(words.once);
    await expect(section.locator("article.hook")).toContainText(words.events);
    const secret = await section.locator("li.copy", { hasText: words.secret }).locator("code").innerText();
    await shot(page, `webhooks-made-${lang}`);
    await page.reload();
    await expect(section.locator("article.hook")).toContainText(`https://${brand}${at}`);
    expect(await page.locator("main").innerText()).not.toContain(secret);

    await button(words.test).click();
    await expect(page.getByText(words.arrived, { exact: true })).toBeVisible();
    await expect(section.locator("details")).toContainText(words.took);
    const [{ headers, body }] = await heardAt(at);
    expect(await RECEIVERS.node(secret, headers, body)).toMatchObject({ type: "test", brand });

    await answersHooks(at, "fail");
    await guest.asks({ title: "Does it whistle?" });
    const first = async () => (await ok(owner.send("GET", pathOf(brand, "/webhooks")))).webhooks[0];
    await expect.poll(async () => { await hooks.due(brand); return (await first()).failing; }).toBeGreaterThan(0);
    await page.reload();
    await section.locator("summary").click();
    await expect(section.locator("details li").first()).toContainText(words.status);
    await button(words.again).click();
    await expect(page.getByText(words.not, { exact: true })).toBeVisible();
    await shot(page, `webhooks-failing-${lang}`);
    const axe = await new AxeBuilder({ page }).include("#webhooks").analyze();
    expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await answersHooks(at, "take");
    await button(words.again).click();
    await expect(section.locator("details li").first()).toContainText(words.took);

    await button(words.rotate).click();
    await page.getByRole("dialog").getByRole("button", { name: words.rotateNow, exact: true }).click();
    await expect(section).toContainText(words.old);
    expect(await section.locator("li.copy", { hasText: words.secret }).locator("code").innerText()).not.toBe(secret);
    await button(words.remove).click();
    await page.getByRole("dialog").getByRole("button", { name: words.removeNow, exact: true }).click();
    await expect(section.locator("article.hook")).toHaveCount(0);
    await page.reload();
    await expect(address).toBeVisible();
    await expect(section.locator("article.hook")).toHaveCount(0);
  });
}
