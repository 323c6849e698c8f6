// Who sees what: each thing that not everybody may see carries a word of its own, and every route that reads and every page of the
// tables is asked by every role. The word may be found where this table says so, and nowhere else. A route or a page that is missing
// here fails.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, MINUTE, hooks, newAddress, newBrand, ok, operator, origins, pathOf, removeRecords, send } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";

/** How each route that reads is asked, with what there is: one address or several. */
const READS = {
  GetEmbed: ({ brand, threads }) => ["", ...threads.map((id) => `&thread=${id}`)].map((more) => `/embed/${brand}/kettle?lang=en${more}`),
  SearchDirectory: ({ words }) => words.map((word) => `/v1/directory?q=${word}`),
  GetCommunity: ({ path }) => path(""),
  ListThreads: ({ path }) => ["common", "active", "waiting"].map((order) => path(`/threads?order=${order}&limit=50`)),
  GetThread: ({ path, threads }) => threads.map((id) => path(`/threads/${id}`)),
  SuggestThreads: ({ path, words }) => words.map((word) => path(`/likely?q=${word}`)),
  GetMine: ({ path }) => path("/mine"),
  GetSession: () => "/v1/console/session",
  GetDesk: ({ path }) => path("/desk"),
  GetVersions: ({ path, posts }) => posts.map((id) => path(`/posts/${id}/versions`)),
  SearchThreads: ({ path, words }) => words.map((word) => path(`/search?q=${word}`)),
  GetSearchWords: ({ path }) => path("/search-words"),
  GetFigures: ({ path }) => path("/figures"),
  GetPhoto: ({ photos }) => photos.map((id) => `/p/${id}`),
  GetHelping: ({ path }) => path("/helping"),
  GetTags: ({ path, threads }) => threads.map((id) => path(`/threads/${id}/tags`)),
  GetPeople: ({ path }) => path("/people"),
  GetSessions: () => "/v1/console/sessions",
  ExportCommunity: ({ path }) => path("/export"),
  GetSites: ({ path }) => path("/sites"),
  GetTriage: ({ path }) => path("/triage"),
  GetWork: ({ path }) => path("/work"),
  GetNotes: ({ path, threads }) => threads.map((id) => path(`/threads/${id}/notes`)),
  GetOverview: ({ path }) => path("/overview"),
  GetOverviewTable: ({ path }) => path("/overview-table"),
  GetHistory: ({ path }) => path("/history"),
  GetGuard: ({ path }) => path("/guard"),
  GetAudit: ({ path }) => path("/audit"),
  GetAuditRows: ({ path }) => path("/audit-rows"),
  GetChallenge: ({ path }) => path("/challenge"),
  GetProducts: ({ path }) => path("/products"),
  GetSetUp: ({ path }) => path("/set-up"),
  GetContext: ({ path, threads }) => threads.map((id) => path(`/threads/${id}/context`)),
  ExportMe: ({ path }) => path("/me/export"),
  GetStatement: ({ path, matters }) => matters.map((id) => path(`/statements/${id}`)),
  GetMatter: ({ path, matters }) => matters.map((id) => path(`/matters/${id}`)),
  GetHouse: () => "/v1/house",
  GetRecord: ({ path }) => path("/record"),
  GetNaming: ({ path }) => path("/naming"),
  GetAliases: ({ path }) => path("/aliases"),
  GetSignOn: ({ path }) => path("/sign-on"),
  GetBrandKeys: ({ path }) => path("/keys"),
  GetKeys: () => "/v1/console/keys",
  GetWebhooks: ({ path }) => path("/webhooks"),
  GetIntroduction: ({ path }) => path("/introduction"),
  GetPrivateNotes: ({ path, threads }) => threads.map((id) => path(`/threads/${id}/private-notes`)),
  GetPrivatePhoto: ({ path, threads, photos }) => photos.map((id) => path(`/threads/${threads[0]}/private-photos/${id}`)),
  SeePrivateNotes: ({ path, threads }) => threads.map((id) => path(`/threads/${id}/private-requests`)),
  SeePrivatePhoto: ({ path, threads, photos }) => photos.map((id) => path(`/threads/${threads[0]}/private-requests/${id}`)),
};

/** How each page is asked for, under the pattern by which it is found. */
const PAGES = {
  '[""]': ({ words }) => ["/", ...words.map((word) => `/?q=${word}`)],
  '["rules"]': () => "/rules",
  '["put-it-on-your-site"]': () => "/put-it-on-your-site",
  '["docs"]': () => "/docs",
  '["docs", "ja"]': () => "/docs/ja",
  '["docs", "api"]': () => "/docs/api",
  '["docs", "ja", "api"]': () => "/docs/ja/api",
  '["docs", "openapi.json"]': () => "/docs/openapi.json",
  '["chie.js"]': () => "/chie.js",
  '["chie.d.ts"]': () => "/chie.d.ts",
  '["style", "frame.css"]': () => "/style/frame.css",
  '["style", "pages.css"]': () => "/style/pages.css",
  '["robots.txt"]': () => "/robots.txt",
  '["c", brand, "sitemap.xml"]': ({ brand }) => `/c/${brand}/sitemap.xml`,
  '["c", brand, "feed.atom"]': ({ brand }) => `/c/${brand}/feed.atom`,
  '["c", brand, product, "feed.atom"]': ({ brand }) => `/c/${brand}/kettle/feed.atom`,
  '["c", brand, product, thread, "feed.atom"]': ({ brand, threads }) => threads.map((id) => `/c/${brand}/kettle/${id}/feed.atom`),
  '["dns", brand, name]': ({ brand, proof }) => `/dns/${brand}/${proof}-x`,
  '["keep"]': () => "/keep",
  '["dev", "mail", rest @ ..]': () => "/dev/mail",
  '["flag", brand, about]': ({ brand, matters }) => matters.map((id) => `/flag/${brand}/${id}`),
  '["request", brand, receipt]': ({ brand, receipt }) => `/request/${brand}/${receipt}`,
  '["record", brand]': ({ brand }) => `/record/${brand}`,
  '["frame", brand, product]': ({ brand }) => `/frame/${brand}/kettle`,
  '["c", brand, product, "ask"]': ({ brand }) => `/c/${brand}/kettle/ask`,
  '["c", brand, product, "code"]': ({ brand }) => `/c/${brand}/kettle/code`,
  '["c", brand, product, thread, "reply"]': ({ brand, threads }) => threads.map((id) => `/c/${brand}/kettle/${id}/reply`),
  '["c", brand]': ({ brand }) => `/c/${brand}`,
  '["member", brand, member]': ({ brand, members }) => members.map((id) => `/member/${brand}/${id}`),
  '["c", brand, product]': ({ brand, words }) => [`/c/${brand}/kettle`, ...words.map((word) => `/c/${brand}/kettle?q=${word}`)],
  '["c", brand, product, thread]': ({ brand, threads }) => threads.map((id) => `/c/${brand}/kettle/${id}`),
  // These answer to whatever method they are asked by.
  '["stop", token]': ({ receipt }) => `/stop/${receipt}`,
  '["badge", brand]': ({ brand }) => `/badge/${brand}`,
};

/** Where each thing may be seen, and by whom: whoever wrote it, those it was told to, and the operator who decides about it. */
const SEEN = {
  "a held question": { keeper: ["ExportMe", "GetTags", "GetThread", "GetVersions"], operator: ["GetMatter"] },
  "a reply that flags hid": { keeper: ["ExportMe", "GetThread", "GetVersions"], operator: ["GetMatter"] },
  "a removed reply": { keeper: ["ExportMe"], operator: ["GetMatter"] },
  "a removed question": { keeper: ["ExportMe"], operator: ["GetMatter"] },
  "what a flag said": { flagger: ["ExportMe"], operator: ["GetMatter"] },
  "what somebody outside said": { operator: ["GetMatter"] },
  "an appeal": { keeper: ["ExportMe", "GetStatement"], operator: ["GetMatter"] },
  "what the operator wrote to the author": { keeper: ["GetStatement"], operator: ["GetMatter"] },
  "a private note": { asker: ["ExportMe", "GetPrivateNotes"], owner: ["SeePrivateNotes"], trainee: ["SeePrivateNotes"], observer: ["SeePrivateNotes"] },
  "a note for colleagues": { owner: ["GetNotes"], trainee: ["GetNotes"], observer: ["GetNotes"] },
  "a saved reply": { owner: ["GetWork"], trainee: ["GetWork"], observer: ["GetWork"] },
  "an address that somebody showed": { asker: ["ExportMe"] },
  "the bytes of a veiled photo": {},
  "the key of a veiled photo": { keeper: ["ExportMe", "GetThread"], operator: ["GetMatter"] },
  "the bytes of a hidden photo": {},
  "the bytes of a private photo": { asker: ["GetPrivatePhoto"], owner: ["SeePrivatePhoto"], trainee: ["SeePrivatePhoto"], observer: ["SeePrivatePhoto"] },
};

const ROLES = ["visitor", "asker", "keeper", "flagger", "owner", "trainee", "observer", "another brand's", "lapsed", "operator"];

/** Somebody whom an owner invited, signed in. */
async function seated(owner, brand, role, now) {
  const person = new Console(undefined, { now });
  await ok(owner.send("POST", pathOf(brand, "/people"), { email: person.email, role }));
  return person.signsIn();
}

/** A community in which each of these things is, and the words that give them away. */
async function build(now, judge) {
  const brand = newBrand("s");
  const site = `https://www.${brand}`;
  const word = (name) => `q${name}${Math.random().toString(36).slice(2, 8)}`;
  const told = Object.fromEntries(["held", "flagged", "removed", "gone", "flag", "outside", "appeal", "decision", "private", "note", "saved", "address"].map((name) => [name, word(name)]));
  const [asker, keeper, flagger] = [1, 2, 3].map(() => new Guest(brand, { now, site }));
  const thread = await asker.asks({ kind: "problem", title: "The kettle leaks" });
  const showing = async (guest) => (await ok(guest.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }))).id;
  const veiled = await showing(keeper);
  await keeper.replies(thread, { body: "It stood like this.", photos: [{ id: veiled }] });
  const hiddenPhoto = await showing(keeper);
  await keeper.replies(thread, { body: "And later like this.", photos: [{ id: hiddenPhoto }] });
  const flagged = await keeper.replies(thread, { body: `Ask ${told.flagged} about it.` });
  const removed = await keeper.replies(thread, { body: `Nobody needs ${told.removed}.` });
  const gone = await keeper.asks({ title: `Where is ${told.gone}?`, body: told.gone });
  await asker.joins(newAddress(told.address));
  // Whoever is nobody here counts by their network, and all of these people come from one.
  await flagger.asks({ title: "Does it rust?" });
  await flagger.joins(newAddress());
  const owner = await new Console(undefined, { now }).signsIn();
  const { proof } = await owner.proves(brand);
  await owner.claims(brand);
  const [trainee, observer] = [await seated(owner, brand, "trainee", now), await seated(owner, brand, "observer", now)];
  await ok(owner.send("POST", pathOf(brand, `/threads/${thread}/notes`), { body: told.note }));
  await ok(owner.send("PUT", pathOf(brand, "/saved-replies"), { title: "Thanks", body: told.saved }));
  await ok(owner.send("POST", pathOf(brand, `/threads/${thread}/private-requests`), { wanted: "serial", body: "Which one?" }));
  const { id: secret } = await ok(asker.send("POST", `/threads/${thread}/private-photos`, undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  await ok(asker.send("POST", `/threads/${thread}/private-notes`, { body: told.private, photos: [{ id: secret }] }));
  const decide = (body) => ok(Object.assign(Object.create(judge), { now }).send("POST", pathOf(brand, "/decisions"), body));
  await decide({ about: removed, verdict: "removed", ground: "spam", words: told.decision });
  await decide({ about: gone, verdict: "removed", ground: "off_topic" });
  // Held from the beginning: what newcomers write waits.
  const guard = (body) => ok(Object.assign(Object.create(judge), { now }).send("PUT", pathOf(brand, "/guard"), body));
  await guard({ hold_newcomers: true });
  const { thread: held } = await ok(keeper.ask({ title: `Who knows ${told.held}?` }));
  expect(Object.keys(held.post)).toEqual(["held"]);
  await guard({});
  const { receipt } = await ok(send("POST", pathOf(brand, "/requests"), { now, body: { post: flagged, ground: "hostility", words: told.outside } }));
  await ok(flagger.send("POST", "/flags", { about: flagged, ground: "personal_data", words: told.flag }));
  await ok(flagger.send("POST", "/flags", { about: hiddenPhoto, ground: "personal_data" }));
  await ok(keeper.send("POST", "/appeals", { about: removed, words: told.appeal }));
  const { photos } = await ok(keeper.send("GET", "/me/export"));
  const { me: { member } } = await asker.mine();
  const words = [told.held, told.flagged, told.removed, told.gone];
  const threads = [thread, held.row.id, gone];
  const posts = [...threads, flagged, removed];
  const at = {
    brand, words, threads, posts, receipt, proof: proof.id, members: [member], photos: [veiled, hiddenPhoto, secret],
    matters: [...posts, veiled, hiddenPhoto, member, "badge", "community"], path: (rest) => pathOf(brand, rest),
  };
  const signs = {
    "a held question": told.held, "a reply that flags hid": told.flagged, "a removed reply": told.removed, "a removed question": told.gone,
    "what a flag said": told.flag, "what somebody outside said": told.outside, "an appeal": told.appeal, "what the operator wrote to the author": told.decision,
    "a private note": told.private, "a note for colleagues": told.note, "a saved reply": told.saved, "an address that somebody showed": told.address,
    "the key of a veiled photo": photos.find(({ id }) => id === veiled).key,
  };
  const pictures = { [veiled]: "the bytes of a veiled photo", [hiddenPhoto]: "the bytes of a hidden photo", [secret]: "the bytes of a private photo" };
  return { brand, at, signs, pictures, record: proof.placement.at, people: { asker, keeper, flagger, owner, trainee, observer } };
}

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("the tables name every route that reads, and every page", () => {
  const [, reading] = source("domain/src/api/route/asked.rs").match(/pub const fn method[\s\S]*?match self \{([\s\S]*?)=> Method::Get,/);
  expect(Object.keys(READS).sort()).toEqual([...reading.matchAll(/Self::(\w+)/g)].map(([, name]) => name).sort());
  const [, pages] = source("worker/src/pages.rs").match(/match parts\.as_slice\(\) \{([\s\S]*)\n {4}\}/);
  const patterns = [...pages.matchAll(/^ {8}(\[.*?\]) (?:if reads )?=> (?!document::not_found)/gm)].map(([, pattern]) => pattern);
  expect(Object.keys(PAGES).sort()).toEqual(patterns.sort());
});

test("what not everybody may see is seen where the table says, by whom it says, and nowhere else", async () => {
  test.setTimeout(180_000);
  const start = Date.now();
  const [now, later] = [start + MINUTE, start + 12 * DAY];
  const judge = await operator();
  const [home, former, other] = [await build(start, judge), await build(start, judge), await build(start, judge)];
  await removeRecords(former.record);
  await hooks.due(former.brand, later);
  const lapsed = await new Console(former.people.owner.email, { now: later }).signsIn();
  const people = { visitor: {}, ...home.people, "another brand's": other.people.owner, lapsed, operator: judge };
  const found = {};
  for (const role of ROLES) {
    const place = role === "lapsed" ? former : home;
    const who = people[role];
    for (const [name, addresses] of [...Object.entries(READS), ...Object.entries(PAGES)]) {
      const asked = [addresses(place.at)].flat().map(async (path) => ({ path, answers: await answers(who, path, role === "lapsed" ? later : now) }));
      for (const { path, answers: all } of await Promise.all(asked)) {
        for (const answer of all) {
          for (const [what, sign] of Object.entries(place.signs)) {
            // What was searched for may be shown again to whoever searched.
            if (!path.includes(sign) && answer.text.includes(sign)) note(found, what, role, name);
          }
          const photo = Object.keys(place.pictures).find((id) => path.endsWith(id));
          if (photo && answer.bytes[0] === 0xff && answer.bytes[1] === 0xd8) note(found, place.pictures[photo], role, name);
        }
      }
    }
  }
  const sorted = (table) => Object.fromEntries(Object.keys(SEEN).map((what) => [what, Object.fromEntries(Object.entries(table[what] ?? {}).map(([role, names]) => [role, [...names].sort()]))]));
  expect(sorted(found)).toEqual(sorted(SEEN));
});

/** The answers on Chie's host and, for whoever is signed in there, on the console's, with whatever credentials somebody has. */
function answers({ session, cookie, site }, path, now) {
  const { chie, console: desk } = origins();
  const ask = (at, origin) => send("GET", path, { at, origin, session, cookie, now, headers: { accept: "application/json" } });
  return Promise.all([ask(chie, site), ...(cookie ? [ask(desk, desk)] : [])]);
}

function note(found, what, role, name) {
  const by = ((found[what] ??= {})[role] ??= []);
  if (!by.includes(name)) by.push(name);
}
