// Fills a fresh installation with the sample communities of `tests/harness/sample`, as people do it: through the public
// API only, each person with a session of their own, in the order of time. acme.example stays fan-made and unproven, so
// that whoever tries Chie can prove and claim it; kettle.example is played by its maker too, and is official.
//
//   node scripts/seed.mjs [chie] [console] [world]      addresses of a running local world; the usual ones otherwise
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { knowLocalNames } from "../tests/harness/ports.mjs";
import { addresses, at, usualPorts } from "./place.mjs";

const COMMUNITIES = [
  { brand: "acme.example", name: "Acme", founder: "Sota K.", products: ["kettle", "grinder", "lamp", "general"] },
  { brand: "kettle.example", name: "Kettle", founder: "Hedda", products: ["pot"], maker: "noemi@kettle.example" },
];
const HOUR = 3_600_000;
const AT_ONCE = 4;
/** The maker does everything within an hour of yesterday, so that the proof is fresh and the session lives. */
const MAKER_CAME = 26 * HOUR;

/** Posts both communities; leaves alone what is there already. Resolves to what was posted. */
export async function seed({ chie, console: desk, world, log = () => {}, now = Date.now() }) {
  knowLocalNames();
  const posted = { threads: 0, replies: 0, marks: 0 };
  for (const community of COMMUNITIES) {
    const place = new Place(chie, community.brand);
    if (await place.isFilled()) {
      log(`${community.brand} has its threads already`);
      continue;
    }
    const files = community.products.flatMap(sampleFiles);
    const threads = files.flatMap(({ product, threads: some }) => some.map((thread) => ({ ...thread, product: product.key })));
    const happenings = threads.flatMap((thread) => lifeOf(thread, place, posted, now)).sort((a, b) => a.when - b.when);
    await open(place, community, files, happenings[0].when - HOUR);
    for (const { when, act } of happenings) await act(when);
    if (community.maker) await playMaker({ place, desk, world, maker: community.maker, threads, came: now - MAKER_CAME });
    log(`${community.brand}: ${threads.length} threads`);
  }
  return posted;
}

/** A community as its people reach it. */
class Place {
  constructor(chie, brand) {
    this.chie = chie;
    this.path = `/v1/communities/${brand}`;
    this.brand = brand;
    this.sessions = new Map();
    this.ids = new Map();
  }

  async isFilled() {
    const answer = await fetch(this.chie + this.path, { headers: { accept: "application/json" } });
    return answer.ok && (await answer.json()).threads > 0;
  }

  /** One request by one person; the first gives them a session, which they keep. */
  async by(person, when, method, path, content, key) {
    const answer = await send(this.chie + path, { method, when, content, key, session: this.sessions.get(person) });
    if (answer.session) this.sessions.set(person, answer.session);
    return answer;
  }
}

async function open(place, { brand, name, founder }, files, when) {
  const products = new Map(files.map(({ product }) => [product.key, product.name]));
  for (const [product, product_name] of products) {
    const wish = { domain: brand, name, product, product_name };
    await place.by(founder, when, "POST", "/v1/communities", wish, `open-${brand}-${product}`);
  }
}

/** Everything that happens around one thread, each with its time. */
function lifeOf(thread, place, posted, now) {
  const { path, ids } = place;
  const asked = now - span(thread.ago);
  const key = (rest) => `sample ${place.brand} ${thread.ref}${rest}`;
  const life = [];
  const add = (when, act) => life.push({ when: Math.round(when), act });
  add(asked, async (when) => {
    const { product, kind, title, body, author } = thread;
    const answer = await place.by(author, when, "POST", `${path}/threads`, { product, kind, title, body, name: author }, key(""));
    ids.set(thread.ref, answer.thread.row.id);
    posted.threads += 1;
  });
  // What readers do is spread between the beginning and now.
  add(asked + (now - asked) * 0.4, (when) =>
    crowd(thread.me_too, (reader) => place.by(reader, when, "PUT", `${path}/threads/${ids.get(thread.ref)}/me-too`, { on: true }), posted));
  for (const reply of thread.replies) {
    const said = now - span(reply.ago);
    const full = `${thread.ref}/${reply.ref}`;
    add(said, async (when) => {
      const { author, body } = reply;
      const answer = await place.by(author, when, "POST", `${path}/threads/${ids.get(thread.ref)}/replies`, { body, name: author }, key(`-${reply.ref}`));
      ids.set(full, answer.reply.id);
      posted.replies += 1;
    });
    add(said + (now - said) * 0.5, (when) =>
      crowd(reply.stars, (reader) => place.by(reader, when, "PUT", `${path}/replies/${ids.get(full)}/star`, { on: true }), posted));
    if (!reply.accepted) continue;
    const thanks = thread.replies.find(({ author, ago }) => author === thread.author && span(ago) < span(reply.ago));
    const solved = thanks ? now - span(thanks.ago) - 60_000 : said + (now - said) * 0.25;
    add(solved, (when) => place.by(thread.author, when, "PUT", `${path}/replies/${ids.get(full)}/accepted`, { on: true }));
  }
  return life;
}

/** So many different readers do the same, a few at a time. */
async function crowd(size, act, posted) {
  const readers = Array.from({ length: size }, (_, index) => `reader ${index + 1}`);
  while (readers.length) await Promise.all(readers.splice(0, AT_ONCE).map(act));
  posted.marks += size;
}

/** The brand signs in on the console, proves its domain, claims everything and answers where the sample says so. */
async function playMaker({ place, desk, world, maker, threads, came }) {
  const { path, ids, brand } = place;
  let when = came;
  const cookies = new Map();
  const act = (method, rest, content, key) =>
    send(desk + rest, { method, content, key, when: (when += 60_000), cookies, origin: desk });
  await act("POST", "/v1/codes", { email: maker, lang: "en" });
  await act("POST", "/v1/console/session", { email: maker, code: await mailedCode(world, maker) });
  const { proof } = await act("POST", `${path}/proofs`, { method: "dns" }, `sample-${brand}-proof`);
  await send(`${world}/records`, { method: "PUT", content: { name: proof.placement.at, type: "TXT", data: proof.placement.text } });
  const checked = await act("POST", `${path}/proofs/${proof.id}/check`, {});
  if (!checked.seat) throw new Error(`the proof of ${brand} was not confirmed: ${JSON.stringify(checked.proof.looks)}`);
  await act("POST", `${path}/claims`, { reach: "all" }, `sample-${brand}-claim`);
  for (const { ref, official } of threads.filter((thread) => thread.official)) {
    const rest = `${path}/threads/${ids.get(ref)}`;
    const { reply, mark_official_reply: mark, status: word, reason } = official;
    const { thread } = await act("POST", `${rest}/official-replies`, { body: reply.body, name: reply.author }, `sample-${brand}-${ref}-official`);
    const own = thread.replies.findLast(({ author }) => author.voice.official)?.id;
    if (mark) await act("PUT", `${rest}/official-answer`, { reply: mark === "official" ? own : ids.get(`${ref}/${mark}`) });
    if (word) await act("PUT", `${rest}/status`, reason ? { word, reason } : { word });
  }
}

/** The code in the newest mail to an address. */
async function mailedCode(world, address) {
  for (let waited = 0; waited < 50; waited += 1) {
    const mails = await (await fetch(`${world}/mail.json?to=${encodeURIComponent(address)}`)).json();
    const code = mails.at(0)?.text.match(/\b(\d{3})\s?(\d{3})\b/);
    if (code) return code[1] + code[2];
    await pause(100);
  }
  throw new Error(`no code came for ${address}`);
}

/** One write. A busy installation is asked again; any other refusal ends the seeding with what was said. */
async function send(url, { method, content, when, key, session, cookies, origin }, tries = 6) {
  const headers = { "content-type": "application/json", accept: "application/json", "idempotency-key": key ? fixed(key) : crypto.randomUUID() };
  // Heeded only by a local installation with its test hooks on; elsewhere everything happens now.
  if (when) headers["x-chie-now"] = String(when);
  if (session) headers.authorization = `Bearer ${session}`;
  if (cookies?.size) headers.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  if (origin) headers.origin = origin;
  const answer = await fetch(url, { method, headers, body: JSON.stringify(content) });
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? [];
    if (name) cookies?.set(name, value);
  }
  const text = await answer.text();
  if (answer.ok) return text ? JSON.parse(text) : {};
  if ([429, 503].includes(answer.status) && tries > 1) {
    await pause(1000 * (Number(answer.headers.get("retry-after")) || 1));
    return send(url, { method, content, when, key, session, cookies, origin }, tries - 1);
  }
  throw new Error(`${method} ${new URL(url).pathname} answered ${answer.status}: ${text.slice(0, 300)}`);
}

/** An Idempotency-Key out of a wish's name: the same at every run, so that a broken run can be repeated. */
function fixed(name) {
  return createHash("sha256").update(name).digest("hex").slice(0, 40);
}

function sampleFiles(product) {
  const folder = at("tests", "harness", "sample");
  const names = readdirSync(folder).filter((name) => name.startsWith(`${product}.`) && name.endsWith(".json"));
  return names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
}

/** Milliseconds of an ISO 8601 duration of days, hours and minutes. */
function span(text) {
  const parts = text.match(/^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/);
  if (!parts) throw new Error(`not a duration: ${text}`);
  const [days, hours, minutes] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60_000;
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const usual = addresses(usualPorts());
  const [chie = usual.chie, desk = usual.console, world = usual.world] = process.argv.slice(2);
  const begun = Date.now();
  const posted = await seed({ chie, console: desk, world, log: (line) => process.stderr.write(`${line}\n`) });
  process.stderr.write(`${JSON.stringify(posted)} in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
}
