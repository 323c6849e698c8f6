// Public pages as programs see them: valid HTML, one address with its languages, a preview, links that lead somewhere; who has a page
// and who has none; and a text browser that reads and asks.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { checker, textBrowser } from "../../scripts/setup-pages.mjs";
import { Console, DAY, Guest, hooks, newAddress, newBrand, ok, operator, origins, removeRecords, send } from "../harness/actors.mjs";

const run = promisify(execFile);
const get = (path) => send("GET", path);
const NOINDEX = '<meta name="robots" content="noindex">';

/** A community with an answer, a member who gave it, and an official sibling. */
async function place({ claimed = false } = {}) {
  const brand = newBrand("page");
  const asker = new Guest(brand);
  const thread = await asker.asks({ title: "Why <does> it \"hiss\"?", body: "On gas & *electric*.", mood: "sad" });
  const member = new Guest(brand);
  const reply = await member.replies(thread, { body: "Tighten the **lid**.", name: "Ada" });
  await member.joins(newAddress());
  await ok(asker.accept(reply));
  const { me } = await member.mine();
  let proof;
  if (claimed) {
    const company = await new Console().signsIn();
    ({ proof } = await company.proves(brand));
    await company.claims(brand);
  }
  return { brand, asker, thread, member, reply, me, proof };
}

const kinds = ({ brand, thread, me }) => [
  "/", "/?q=kettle", "/rules", "/put-it-on-your-site", `/put-it-on-your-site?brand=${brand}&product=kettle`, "/docs/", "/docs/ja/", "/docs/api/", "/docs/ja/api/",
  `/c/${brand}`, `/c/${brand}/kettle`, `/c/${brand}/kettle?q=hiss`, `/c/${brand}/kettle?phase=resolved`, `/c/${brand}/kettle/${thread}`,
  `/c/${brand}/kettle/ask`, `/c/${brand}/kettle/ask?at=2F`, `/c/${brand}/kettle/code`, `/c/${brand}/kettle/code?at=1F%0A2F%20%26`, `/c/${brand}/kettle/${thread}/reply`, `/badge/${brand}`, `/member/${brand}/${me.member}`, "/keep", "/nothing",
];

test("every kind of page is valid HTML, in both languages", async () => {
  test.skip(!checker(), "the checker of HTML is not there");
  const folder = mkdtempSync(join(tmpdir(), "chie-pages-"));
  const [fan, official] = [await place(), await place({ claimed: true })];
  const files = [];
  for (const lang of ["en", "ja"]) {
    for (const path of [...kinds(fan), ...kinds(official)]) {
      const { text } = await get(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      if (!text.startsWith("<!doctype html>")) continue;
      files.push({ path: `${path} ${lang}`, file: join(folder, `${files.length}.html`) });
      writeFileSync(files.at(-1).file, text);
    }
  }
  expect(files.length).toBeGreaterThan(30);
  const { stderr } = await run("java", ["-Xss1m", "-jar", checker(), "--errors-only", "--exit-zero-always", "--format", "json", ...files.map(({ file }) => file)], { maxBuffer: 1 << 26 });
  rmSync(folder, { recursive: true });
  // The widget's headings begin below those of whatever page it stands in, which on our own pages leaves a step out.
  const wrong = JSON.parse(stderr).messages.filter(({ message, extract }) => !(/skipping 1 heading level/.test(message) && /<h3><a|ch-sr/.test(extract))).map(({ url, message, extract }) => `${files.find(({ file }) => url.endsWith(file))?.path}: ${message} ${extract ?? ""}`);
  expect(wrong).toEqual([]);
});

test("each page that is found says its one address, its languages and a preview, and whether the maker is there", async () => {
  const [fan, official] = [await place(), await place({ claimed: true })];
  for (const [it, picture, says] of [[fan, "customers", "does not run it"], [official, "official", "official"]]) {
    for (const path of [`/c/${it.brand}`, `/c/${it.brand}/kettle`, `/c/${it.brand}/kettle/${it.thread}`]) {
      const { text } = await get(path);
      const address = origins().chie + path;
      expect(text, path).toContain(`<link rel="canonical" href="${address}">`);
      for (const lang of ["en", "ja", "x-default"]) expect(text, path).toContain(`hreflang="${lang}" href="${address}${lang === "x-default" ? "" : `?lang=${lang}`}"`);
      expect(text, path).toContain(`property="og:image" content="${origins().chie}/preview-${picture}.png"`);
      expect(text.toLowerCase(), path).toContain(says);
      for (const name of ["og:title", "og:description", "og:url"]) expect(text, path).toMatch(new RegExp(`property="${name}" content="[^"]+"`));
    }
  }
  for (const picture of ["customers", "official"]) {
    const answer = await get(`/preview-${picture}.png`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect([answer.bytes.readUInt32BE(16), answer.bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  }
  const { text } = await get("/robots.txt");
  for (const part of ["/embed/", "/frame/", "/v1/"]) expect(text).toContain(`Disallow: ${part}`);
});

test("every link of every kind of page leads somewhere", async () => {
  const [fan, official] = [await place(), await place({ claimed: true })];
  const seen = new Map();
  const at = async (url) => {
    if (!seen.has(url)) seen.set(url, await fetch(url, { redirect: "manual" }).then(async (answer) => ({ status: answer.status, text: await answer.text() })));
    return seen.get(url);
  };
  const lost = [];
  for (const path of [...kinds(fan), ...kinds(official)].filter((path) => path !== "/nothing")) {
    const page = new URL(path, origins().chie);
    const { text } = await at(page.href);
    const links = [...text.matchAll(/<(?:a|link)\b[^>]*?\bhref="([^"]+)"|<(?:img|script)\b[^>]*?\bsrc="([^"]+)"/g)].map(([, href, src]) => (href ?? src).replaceAll("&amp;", "&").replaceAll("&#39;", "'"));
    for (const link of new Set(links)) {
      const to = new URL(link, page);
      if (to.protocol === "mailto:" || ![origins().chie, origins().console].includes(to.origin)) continue;
      const mark = to.hash.slice(1);
      to.hash = "";
      const found = await at(to.href);
      if (![200, 302, 303].includes(found.status)) lost.push(`${path} → ${link}: ${found.status}`);
      // The console's places and the private link are read by their own programs.
      else if (mark && to.origin === origins().chie && to.pathname !== "/keep" && !new RegExp(`\\bid="${mark}"`).test(found.text)) lost.push(`${path} → ${link}: no such place`);
    }
  }
  expect(lost).toEqual([]);
  expect(seen.size).toBeGreaterThan(60);
});

test("a brand's own page leads to its products, to what is solved and to the maker, and is looked for from ten threads by five people on", async () => {
  const { brand, thread, asker } = await place();
  const en = (await get(`/c/${brand}?lang=en`)).text;
  expect(en).toContain(NOINDEX);
  expect(en).toContain(`href="${origins().chie}/c/${brand}/kettle?lang=en"`);
  expect(en).toContain("Why &lt;does&gt; it &quot;hiss&quot;?");
  expect(en).toContain(`href="https://${brand}/"`);
  expect(en).toContain("Is this your company?");
  expect((await get(`/c/${brand}?lang=ja`)).text).toContain("運営するものではありません");
  expect((await get(`/c/${newBrand()}`)).status).toBe(404);
  await ok((await operator()).remove(brand, { thread, ground: "spam" }));
  const people = [asker, ...Array.from({ length: 4 }, () => new Guest(brand))];
  for (let n = 0; n < 10; n += 1) await people[n % 5].asks({ title: `Question ${n}` });
  const later = (await get(`/c/${brand}?lang=en&again=1`)).text;
  expect(later).not.toContain(NOINDEX);
  expect(later).not.toContain("hiss");
  expect((await get(`/c/${brand}/sitemap.xml`)).text).toContain(`<loc>${origins().chie}/c/${brand}</loc>`);
});

test("the page behind a badge says how it was proven, and when it is not", async () => {
  const { brand, proof } = await place({ claimed: true });
  const proven = (await get(`/badge/${brand}?lang=en`)).text;
  expect(proven).toContain("a DNS record of the whole domain");
  expect(proven).toContain(`<code>_chie-challenge.${brand}</code>`);
  expect(proven).toContain("The whole community was claimed.");
  expect((await get(`/c/${brand}?lang=en`)).text).toContain(`/badge/${brand}?lang=en`);
  const none = newBrand("page");
  await new Guest(none).asks();
  const unproven = (await get(`/badge/${none}?lang=en`)).text;
  expect(unproven).toContain(`Nobody has proven ${none} here.`);
  expect(unproven).toContain(NOINDEX);
  expect((await get(`/badge/${newBrand()}`)).status).toBe(404);
  await removeRecords(proof.placement.at);
  const later = Date.now() + 12 * DAY;
  for (const day of [1, 4, 11, 12]) await hooks.due(brand, Date.now() + day * DAY);
  const lapsed = await send("GET", `/badge/${brand}?lang=en`, { now: later });
  expect(lapsed.text).toContain(`Nobody has proven ${brand} here.`);
  expect(lapsed.text).toContain("The proof lapsed");
});

test("a member has a page with what they wrote under their name; guests, other names, what is gone and whoever left are not on it", async () => {
  const { brand, member, me, thread, reply, asker } = await place();
  const address = `/member/${brand}/${me.member}?lang=en`;
  expect((await get(`/c/${brand}/kettle/${thread}?lang=en`)).text).toContain(`/member/${brand}/${me.member}`);
  const own = await member.asks({ title: "A question of Ada's" });
  const spam = await member.replies(own, { body: "Buy this" });
  const shown = await get(address);
  expect(shown.text).toContain(NOINDEX);
  expect(shown.text).toContain("<h1><bdi>Ada</bdi></h1>");
  expect(shown.text).toContain(`/c/${brand}/kettle/${thread}?lang=en&amp;at=${reply}#${reply}`);
  expect(shown.text).toContain("A question of Ada&#39;s");
  expect(shown.text).toContain("questions that their answers solved: 1");
  await ok((await operator()).remove(brand, { thread: own, ground: "spam" }));
  await ok(member.send("DELETE", `/posts/${spam}`));
  expect((await get(address)).text).not.toContain("A question of Ada");
  // A guest's handles are told apart within a thread, and are joined by nobody.
  const guest = (await asker.mine()).me.member;
  for (const nobody of [guest, "m_00000000000000000000000000", "x"]) expect((await get(`/member/${brand}/${nobody}`)).status, nobody).toBe(404);
  expect((await get(`/member/${newBrand()}/${me.member}`)).status).toBe(404);
  await ok(member.send("DELETE", "/me"));
  const gone = await get(address);
  expect(gone.status).toBe(404);
  expect(gone.text).not.toContain("Ada");
});

test("a text browser reads a community and asks in it", async () => {
  test.skip(!textBrowser(), "there is no text browser");
  const { brand, thread } = await place();
  const dump = async (...args) => (await run(textBrowser(), ["-dump", "-cols", "100", "-o", "accept_language=en", ...args], { encoding: "utf8" })).stdout;
  const home = await dump(`${origins().chie}/c/${brand}?lang=en`);
  expect(home).toContain(`${brand} does not run it`);
  expect(home).toContain('Why <does> it "hiss"?');
  const read = await dump(`${origins().chie}/c/${brand}/kettle/${thread}?lang=en`);
  expect(read).toContain("Tighten the lid.");
  expect(read.indexOf('Why <does> it "hiss"?')).toBeLessThan(read.indexOf("Tighten the lid."));
  // The form's own hidden fields go along, as a person's browser would send them.
  const address = `${origins().chie}/c/${brand}/kettle/ask?lang=en`;
  const source = (await get(`/c/${brand}/kettle/ask?lang=en`)).text;
  const [form] = source.match(/<form[^>]*method="post"[\s\S]*?<\/form>/i);
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [tag.match(/name="([^"]*)"/)[1], tag.match(/value="([^"]*)"/)?.[1] ?? ""]);
  const folder = mkdtempSync(join(tmpdir(), "chie-text-"));
  const typed = join(folder, "typed");
  writeFileSync(typed, new URLSearchParams([...hidden, ["kind", "question"], ["title", "Which gas does it want?"], ["body", "The label is gone."]]).toString());
  const action = new URL(form.match(/action="([^"]*)"/)[1].replaceAll("&amp;", "&"), address).href;
  const posted = await dump("-post", typed, action);
  rmSync(folder, { recursive: true });
  expect(posted).toContain("Which gas does it want?");
  expect((await ok(new Guest(brand).list())).rows.map((row) => row.title)).toContain("Which gas does it want?");
});
