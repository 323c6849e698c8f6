// Private notes: between the asker of an official thread and those who act for the brand. Everybody else learns how many there are,
// and nothing of them is found anywhere: in no page, feed, search, export, mail, and not on the disk.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, MINUTE, hooks, lettersTo, mailTo, newAddress, newBrand, newKey, ok, origins, pathOf, refused, removeRecords, send } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";

/** An official thread, its asker with an address on the brand's own page, and a representative. */
async function place({ now } = {}) {
  const brand = newBrand("s");
  const asker = new Guest(brand, { site: `https://www.${brand}`, now });
  const thread = await asker.asks({ kind: "problem", title: "It leaks" });
  const address = newAddress("asker");
  await asker.joins(address);
  const rep = await new Console(undefined, { now }).signsIn();
  const { proof } = await rep.proves(brand);
  const { id: claim } = await rep.claims(brand);
  const at = { brand, thread };
  return { brand, thread, asker, address, rep, claim, record: proof.placement.at, at };
}

const asks = (rep, { brand, thread }, fields = {}, options) => rep.send("POST", pathOf(brand, `/threads/${thread}/private-requests`), { wanted: "serial", body: "It stands under the base.", ...fields }, options);
const sees = (rep, { brand, thread }) => rep.send("GET", pathOf(brand, `/threads/${thread}/private-requests`));
const answers = (asker, thread, fields = {}, options) => asker.send("POST", `/threads/${thread}/private-notes`, { body: "K-100 4711", ...fields }, options);
const reads = (asker, thread, options) => asker.send("GET", `/threads/${thread}/private-notes`, undefined, options);
const shows = (asker, thread, bytes = plain("jpeg"), options = {}) => asker.send("POST", `/threads/${thread}/private-photos`, undefined, { raw: bytes, type: "image/jpeg", ...options });
const bodies = ({ notes }) => notes.map(({ side, body }) => `${side}: ${body}`);

test("the brand asks, the asker is told by mail and answers with a photo, both see it and everybody else a number", async () => {
  const { brand, thread, asker, address, rep, at } = await place();
  await refused(answers(asker, thread), 422, "nothing_asked");
  const asked = await ok(asks(rep, at));
  expect(asked).toMatchObject({ standing: "open", notes: [{ side: "brand", wanted: "serial", body: "It stands under the base.", photos: [] }] });
  expect(asked.notes[0].until - asked.notes[0].at).toBe(90 * DAY);
  expect((await asker.mine()).asked_privately.map(({ id }) => id)).toEqual([thread]);
  await hooks.due(brand);
  const [mail] = (await lettersTo(address)).filter(({ subject }) => subject.includes("in private"));
  expect(mail.text).toContain(`/c/${brand}/kettle/${thread}`);
  expect(mail.text).not.toContain("under the base");
  expect(mail.text).not.toContain("serial");

  const { id: photo } = await ok(shows(asker, thread));
  await ok(answers(asker, thread, { photos: [{ id: photo }] }));
  const both = ["brand: It stands under the base.", "asker: K-100 4711"];
  expect(bodies(await ok(reads(asker, thread)))).toEqual(both);
  const seen = await ok(sees(rep, at));
  expect(bodies(seen)).toEqual(both);
  expect(seen.notes[1].photos).toEqual([photo]);
  expect((await asker.mine()).asked_privately).toEqual([]);
  await hooks.due(brand);
  const told = (await mailTo(rep.email)).filter(({ subject }) => subject?.includes("answered"));
  expect(told).toHaveLength(1);
  expect(told[0].text).not.toContain("4711");

  // The picture: for both with their credentials, for nobody at any other address or without.
  const picture = await asker.send("GET", `/threads/${thread}/private-photos/${photo}`);
  expect([picture.status, picture.headers.get("content-type"), picture.headers.get("cache-control")]).toEqual([200, "image/jpeg", "private, no-store"]);
  expect(picture.bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  const theirs = await rep.send("GET", pathOf(brand, `/threads/${thread}/private-requests/${photo}`));
  expect(theirs.bytes).toEqual(picture.bytes);
  expect(theirs.headers.get("content-security-policy")).toContain("sandbox");
  const stranger = new Guest(brand, { site: asker.site });
  for (const asked of [stranger.send("GET", `/threads/${thread}/private-photos/${photo}`), reads(stranger, thread)]) await refused(asked, 403, "not_allowed");
  expect((await fetch(`${origins().chie}/p/${photo}`)).status).toBe(404);
  const other = await new Console().signsIn();
  await refused(sees(other, at), 403, "not_allowed");
  // Nobody puts it into a post.
  await refused(asker.reply(thread, { photos: [{ id: photo }] }), 422, "unknown_photo", "photos");

  expect((await stranger.thread(thread)).private_notes).toBe(2);
  const page = await (await fetch(`${origins().chie}/c/${brand}/kettle/${thread}?lang=en`)).text();
  expect(page).toContain("2 private notes");
  const along = await ok(asker.send("GET", "/me/export"));
  expect(along.private_notes.map(({ side, text, photos }) => [side, text, photos])).toEqual([["brand", "It stands under the base.", []], ["asker", "K-100 4711", [photo]]]);
});

/** Every file below a folder. */
const files = (folder) => readdirSync(folder).map((name) => join(folder, name)).flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]));

/** The files of the installation's storage that hold these bytes. */
function onDisk(bytes) {
  const all = files(dirname(process.env.CHIE_LOG));
  expect(all.length).toBeGreaterThan(5);
  return all.filter((path) => {
    try {
      return readFileSync(path).includes(bytes);
    } catch {
      // Storage tidies up behind itself.
      return false;
    }
  });
}

test("a word that was written in private is found nowhere: no page, feed, search, file, mail, and not on the disk", async () => {
  const { brand, thread, asker, address, rep, at } = await place();
  const word = `canary${Date.now().toString(36)}`;
  const open = `open${word}`;
  const helper = new Guest(brand);
  await helper.replies(thread, { body: `Everybody reads ${open}.` });
  await ok(asks(rep, at, { body: `What is ${word}?` }));
  const bytes = plain("jpeg");
  const { id: photo } = await ok(shows(asker, thread, bytes));
  await ok(answers(asker, thread, { body: `It is ${word}.`, photos: [{ id: photo }] }));
  await hooks.due(brand);
  await hooks.due(brand, Date.now() + MINUTE);

  const chie = origins().chie;
  const pages = ["", "/kettle", `/kettle/${thread}`, "/feed.atom", "/kettle/feed.atom", `/kettle/${thread}/feed.atom`, "/sitemap.xml"].map((rest) => `/c/${brand}${rest}`);
  const api = ["", "/threads", "/threads?order=active", `/threads/${thread}`, `/posts/${thread}/versions`, `/threads/${thread}/tags`, "/figures", "/history", `/search?q=${open}`].map((rest) => pathOf(brand, rest));
  let known = 0;
  for (const path of [...pages, ...api, `/embed/${brand}/kettle?lang=en`, `/embed/${brand}/kettle?lang=en&thread=${thread}`, "/v1/directory?q=kettle"]) {
    const text = await (await fetch(chie + path)).text();
    known += text.includes(open) ? 1 : 0;
    expect(text.replaceAll(open, ""), path).not.toContain(word);
    expect(text, path).not.toContain(photo);
  }
  expect(known, "the same trial finds what is public").toBeGreaterThan(3);
  const search = async (q) => (await (await fetch(chie + pathOf(brand, `/search?q=${q}`))).json()).matches.length;
  expect([await search(open), await search(word)]).toEqual([1, 0]);
  const likely = await ok(send("GET", pathOf(brand, `/likely?q=${word}`)));
  expect(likely.likely).toEqual([]);

  // Files that others take along, what colleagues see, and every mail.
  const file = await rep.send("GET", pathOf(brand, "/export"));
  expect([file.status, file.text.includes(open), file.text.replaceAll(open, "").includes(word), file.text.includes(photo)]).toEqual([200, true, false, false]);
  expect(JSON.stringify(await ok(helper.send("GET", "/me/export"))).replaceAll(open, "")).not.toContain(word);
  for (const rest of ["/desk", "/work", "/overview", "/overview-table", `/threads/${thread}/notes`, "/triage"]) {
    expect((await rep.send("GET", pathOf(brand, rest))).text.replaceAll(open, ""), rest).not.toContain(word);
  }
  for (const mail of [...await mailTo(address), ...await mailTo(rep.email)]) expect(JSON.stringify(mail).replaceAll(open, "")).not.toContain(word);

  // The disk: what is public stands there in plain sight, what is private nowhere, words and picture alike.
  expect(onDisk(open).length).toBeGreaterThan(0);
  expect(onDisk(`What is ${word}`)).toEqual([]);
  expect(onDisk(`It is ${word}`)).toEqual([]);
  const drawn = plain("png").subarray(-40, -12);
  await ok(helper.send("POST", "/photos", undefined, { raw: plain("png"), type: "image/png" }));
  expect(onDisk(drawn).length, "a photo that is not private").toBeGreaterThan(0);
  const secret = plain("webp");
  const { id: second } = await ok(shows(asker, thread, secret, { type: "image/webp" }));
  await ok(answers(asker, thread, { photos: [{ id: second }] }));
  const before = onDisk(secret.subarray(24, 56)).length;
  const { id: third } = await ok(shows(asker, thread, secret, { type: "image/webp" }));
  expect(third).not.toBe(second);
  expect(onDisk(secret.subarray(24, 56)).length, "sealed photos add nothing that can be read").toBe(before);
});

test("on a page that is neither the brand's nor Chie's nothing private is given out", async () => {
  const { thread, asker, address, rep, at } = await place();
  await ok(asks(rep, at));
  const elsewhere = new Guest(at.brand, { site: "https://fans.example" });
  await elsewhere.joins(address);
  expect((await elsewhere.mine()).asked_privately.map(({ id }) => id)).toEqual([thread]);
  for (const asked of [reads(elsewhere, thread), answers(elsewhere, thread), shows(elsewhere, thread)]) await refused(asked, 422, "other_site");
  expect((await ok(elsewhere.send("GET", "/me/export"))).private_notes).toEqual([]);
  const lookAlike = new Guest(at.brand, { site: `https://${at.brand}.evil.example` });
  await lookAlike.joins(address);
  await refused(reads(lookAlike, thread), 422, "other_site");
  const atChie = new Guest(at.brand, { site: origins().chie });
  await atChie.joins(address);
  expect((await ok(reads(atChie, thread))).notes).toHaveLength(1);
  expect((await ok(reads(asker, thread))).notes).toHaveLength(1);
});

test("only an official thread whose asker has an address, by those who answer officially; one wish is one note", async () => {
  const brand = newBrand("s");
  const guest = new Guest(brand, { site: `https://www.${brand}` });
  const thread = await guest.asks();
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  const at = { brand, thread };
  await refused(asks(rep, at), 422, "not_claimed");
  expect((await ok(sees(rep, at))).standing).toBe("not_official");
  await rep.claims(brand);
  await refused(asks(rep, at), 422, "asker_unconfirmed");
  expect((await ok(sees(rep, at))).standing).toBe("no_address");
  await guest.joins(newAddress());
  for (const [fields, status, code, field] of [
    [{ body: "" }, 422, "empty", "body"],
    [{ body: "x".repeat(10_001) }, 422, "too_long", "body"],
    [{ wanted: "password" }, 400, "unknown_value", "wanted"],
    [{ official: true }, 400, "unknown_field", "official"],
  ]) {
    const answer = await asks(rep, at, fields);
    expect([answer.status < 500, answer.body.error.code, answer.body.error.field], JSON.stringify(fields).slice(0, 60)).toEqual([true, code, field]);
    expect([400, 422]).toContain(status);
  }
  const key = newKey();
  const twice = [await ok(asks(rep, at, {}, { key })), await ok(asks(rep, at, {}, { key }))];
  expect(twice.map(({ notes }) => notes.length)).toEqual([1, 1]);
  await refused(asks(rep, at, { body: "Another." }, { key }), 422, "idempotency_key_reused");
  await refused(asks(rep, at, {}, { key: null }), 400, "idempotency_key_missing");
  // An observer reads, and asks for nothing.
  const observer = new Console();
  await ok(rep.send("POST", pathOf(brand, "/people"), { email: observer.email, role: "observer" }));
  await observer.signsIn();
  expect(await ok(sees(observer, at))).toMatchObject({ standing: "read_only", notes: [{ wanted: "serial" }] });
  await refused(asks(observer, at), 403, "not_allowed");
  // What is no picture, and a photo of another thread.
  await refused(shows(guest, thread, Buffer.from("GIF89a")), 422, "not_a_photo");
  const other = await guest.asks({ title: "Another thread" });
  await ok(asks(rep, { brand, thread: other }));
  const { id } = await ok(shows(guest, other));
  await refused(answers(guest, thread, { photos: [{ id }] }), 422, "unknown_photo", "photos");
});

/** Nothing is left, for nobody. */
async function gone({ brand, thread, asker, rep, at }, now, photo) {
  const later = Object.assign(asker.again(asker.session), { now });
  const theirs = Object.assign(Object.create(Object.getPrototypeOf(rep)), rep, { now });
  const read = await reads(later, thread);
  expect(read.status === 200 ? read.body.notes : [], "for the asker").toEqual([]);
  const seen = await sees(theirs, at);
  expect(seen.status === 200 ? seen.body.notes : [], "for the brand").toEqual([]);
  const view = await send("GET", pathOf(brand, `/threads/${thread}`), { now });
  if (view.status === 200) expect(view.body.private_notes).toBe(0);
  const picture = await later.send("GET", `/threads/${thread}/private-photos/${photo}`);
  expect(picture.status).toBeGreaterThanOrEqual(400);
}

for (const [what, ends] of [
  ["a lapse", async (it) => {
    await removeRecords(it.record);
    const later = Date.now() + 12 * DAY;
    it.rep = await new Console(it.rep.email, { now: later }).signsIn();
    return later;
  }],
  ["a release", async (it) => {
    await ok(it.rep.release(it.brand, it.claim));
    await ok(it.rep.claim(it.brand));
    return Date.now();
  }],
  ["erasure", async (it) => {
    await new Guest(it.brand).replies(it.thread);
    await ok(it.asker.send("DELETE", "/me"));
    return Date.now();
  }],
]) {
  test(`they are gone after ${what}, and the bytes of their photos with them`, async () => {
    const it = await place();
    await ok(asks(it.rep, it.at));
    const { id: photo } = await ok(shows(it.asker, it.thread));
    await ok(answers(it.asker, it.thread, { photos: [{ id: photo }] }));
    const now = await ends(it);
    await gone(it, now, photo);
    await hooks.due(it.brand, now);
    await gone(it, now, photo);
  });
}

test("they are gone after ninety days while everything else lives on", async () => {
  const it = await place();
  await ok(asks(it.rep, it.at));
  const { id: photo } = await ok(shows(it.asker, it.thread));
  await ok(answers(it.asker, it.thread, { photos: [{ id: photo }] }));
  const start = Date.now();
  // The record is seen again all the while.
  for (let day = 8; day <= 88; day += 8) await hooks.due(it.brand, start + day * DAY);
  it.rep = await new Console(it.rep.email, { now: start + 89 * DAY }).signsIn();
  expect((await ok(sees(it.rep, it.at))).notes).toHaveLength(2);
  for (const day of [90, 91]) await hooks.due(it.brand, start + day * DAY);
  it.rep = await new Console(it.rep.email, { now: start + 91 * DAY }).signsIn();
  expect(await ok(sees(it.rep, it.at))).toMatchObject({ standing: "open", notes: [] });
  await gone(it, start + 91 * DAY, photo);
});
