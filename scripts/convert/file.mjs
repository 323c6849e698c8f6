// A community that was read elsewhere, as lines that Chie brings in: people, products, then thread after thread. Every text is
// brought into the limits of its kind here, because one that does not fit would have the whole file refused.
import { createHash } from "node:crypto";

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const MAX = { title: 140, body: 10_000, name: 40, product: 80, key: 64, mood: 60 };
const UNSEEN = /[\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** An identifier as Chie mints them: of the moment, and of what it had been called. The same file gives the same ones again. */
export function idOf(letter, at, key) {
  const bits = (BigInt(at) << 80n) | BigInt(`0x${createHash("sha256").update(`${letter}:${key}`).digest("hex").slice(0, 20)}`);
  return `${letter}_${Array.from({ length: 26 }, (_, place) => DIGITS[Number((bits >> BigInt(5 * (25 - place))) & 31n)]).join("")}`;
}

/** What holds emoji and letters of several scripts together: it stays in titles. */
const JOINERS = /[\u200c\u200d\ufe0e\ufe0f]/;
/** How much a text may weigh as the tree that is stored: its bytes, and what an element costs that a sign may begin. */
const [HEAVIEST, ELEMENT] = [29_000, 40];

const short = (text, most) => [...text].slice(0, most).join("");
const oneLine = (text, most, kept = /(?!)/) => short(text.replace(/\s+/g, " ").replace(UNSEEN, (sign) => (kept.test(sign) ? sign : "")).trim(), most).trim();
/** A name: more than four marks on one letter hide the lines above and below. */
const nameIn = (text, most) => oneLine(text.normalize("NFC").replace(/\p{M}{5,}/gu, ""), most);

/** As much of a text as fits. */
function fitting(text) {
  let [signs, weight, end] = [0, 0, 0];
  for (const sign of text) {
    signs += 1;
    weight += Buffer.byteLength(sign) + (/["\\]/.test(sign) ? 1 : 0) + (/[*_`~[\]<>#|!\n-]/.test(sign) ? ELEMENT : 0);
    if (signs >= MAX.body || weight > HEAVIEST) return `${text.slice(0, end).trimEnd()}…`;
    end += sign.length;
  }
  return text;
}

export function write({ topics }, { brand, product, now, lost }) {
  const people = new Map();
  const products = new Map();
  const kept = { threads: 0, replies: 0, people: 0, stars: 0 };
  const label = brand.split(".")[0];
  const threads = [];
  const there = new Set();

  const person = (author, at) => {
    // Whoever is not named is somebody each time.
    const key = author.key || `#${people.size}`;
    const known = people.get(key);
    if (known) { known.at = Math.min(known.at, at); return known; }
    const made = { id: idOf("m", 0, key), name: nameOf(author.name), at };
    people.set(key, made);
    return made;
  };
  const nameOf = (text) => {
    const name = nameIn(text, MAX.name);
    if (!name) return undefined;
    const folded = name.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    if (folded.includes(label.replaceAll("-", "")) || /chie|official|staff|support|moderator|admin|公式|運営|サポート/u.test(folded)) {
      lost.add("names that could be taken for the maker’s or the operator’s: they go by a handle", name);
      return undefined;
    }
    return name;
  };
  const bodyOf = (text, what) => {
    const body = text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "").trim();
    const fits = fitting(body);
    if (fits !== body) lost.add("the ends of texts that are too long here", what);
    return fits;
  };
  const productOf = (of) => {
    const [given, name] = (product ?? "").split(/=(.*)/s);
    const key = given || (of?.key ?? "").toLowerCase().normalize("NFKD").replace(/[^a-z0-9._-]+/g, "-").replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "").slice(0, MAX.key).replace(/[^a-z0-9]+$/, "") || "general";
    if (!products.has(key)) products.set(key, nameIn((given ? name : of?.name) || key, MAX.product) || key);
    return key;
  };
  const moment = (at, fallback) => Math.min(at ?? fallback, now);

  for (const topic of topics) {
    const title = oneLine(topic.title, MAX.title, JOINERS);
    if (!title || topic.at === undefined) { lost.add("topics without a title or a moment", topic.title || topic.id); continue; }
    if (title !== topic.title.replace(/\s+/g, " ").trim()) lost.add("the ends of titles, and what cannot be seen in them", title);
    const at = moment(topic.at);
    const id = idOf("t", at, topic.id);
    if (there.has(id)) { lost.add("topics that are there twice", title); continue; }
    there.add(id);
    const lines = [];
    const known = new Map();
    let active = at;
    const replies = topic.replies.filter((one) => {
      one.text = bodyOf(one.text, title);
      if (!one.text) lost.add("replies without text", title);
      return one.text;
    }).sort((one, other) => moment(one.at, at) - moment(other.at, at));
    for (const [place, one] of replies.entries()) {
      const when = Math.max(moment(one.at, at), at);
      const its = idOf("r", when, `${topic.id}/${one.id || `#${place}`}`);
      if (there.has(its)) { lost.add("posts that are there twice", one.id); continue; }
      there.add(its);
      const reply = { id: its, thread: id, author: person(one.author, when).id, source: one.text, at: when, rules: 1, visibility: "public" };
      // A remark on a remark belongs to the reply that both stand under.
      const parent = known.get(one.parent);
      if (parent) reply.parent = parent.parent ?? parent.id;
      if (one.accepted !== undefined && !reply.parent) reply.accepted = Math.max(moment(one.accepted, when), when);
      if (one.id) known.set(one.id, reply);
      active = Math.max(active, when);
      lines.push({ reply });
      kept.replies += 1;
      const starred = new Set([reply.author]);
      for (const star of one.stars ?? []) {
        const starrer = person(star.who, moment(star.at, when));
        if (starred.has(starrer.id)) continue;
        starred.add(starrer.id);
        lines.push({ star: { reply: reply.id, member: starrer.id, at: moment(star.at, when) } });
        kept.stars += 1;
      }
    }
    lost.add("likes of first posts: Chie has stars for replies", undefined, topic.stars?.length ?? 0);
    const source = bodyOf(topic.text, title);
    const asker = person(topic.author, at).id;
    const answered = lines.find((line) => line.reply && !line.reply.parent && line.reply.author !== asker)?.reply.at;
    const thread = { id, product: productOf(topic.product), kind: topic.kind, title, author: asker, at, active, rules: 1, visibility: "public", ladder: 0 };
    if (answered) thread.answered = answered;
    if (source) thread.source = source;
    if (topic.mood) thread.mood = topic.mood;
    const feeling = topic.mood ? oneLine(topic.feeling ?? "", MAX.mood) : "";
    if (feeling) thread.mood_words = feeling;
    threads.push([at, [{ thread }, ...lines]]);
    kept.threads += 1;
  }

  if (!threads.length) lost.add("all of it: no topic could be read");
  threads.sort(([one], [other]) => one - other);
  const opened = threads[0]?.[0] ?? now;
  kept.people = people.size;
  const all = [
    { chie: { format: 1, brand, made: now } },
    { community: { opened } },
    ...[...people.values()].map(({ id, name, at }) => ({ member: { id, ...(name && { name }), at } })),
    ...[...products].map(([key, name]) => ({ product: { key, name, standing: "not_yet_confirmed", at: opened } })),
    ...threads.flatMap(([, lines]) => lines),
  ];
  all.push({ end: { lines: all.length } });
  return { text: all.map((line) => `${JSON.stringify(line)}\n`).join(""), kept };
}
