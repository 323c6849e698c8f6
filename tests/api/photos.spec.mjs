// Photos over HTTP: what is taken, what is cut out, whose they are, who sees them when, and that they go.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { photoWords } from "../../scripts/words.mjs";
import { Console, DAY, Guest, HOUR, hooks, newAddress, newBrand, newKey, NOBODYS, ok, operator, origins, pathOf, refused, send } from "../harness/actors.mjs";
import { announcing, plain, telling, tells } from "../harness/pictures.mjs";

const KINDS = ["jpeg", "png", "webp"];

/** Sends a picture; the session that comes back is kept. */
function sendPhoto(guest, { raw = plain("jpeg"), kind = "jpeg", colours, ...options } = {}) {
  return guest.send("POST", `/photos${colours ? `?colours=${colours}` : ""}`, undefined, { raw, type: `image/${kind}`, ...options });
}
const photoOf = async (guest, options) => (await ok(sendPhoto(guest, options))).id;
const picture = (id, { key, headers } = {}) => send("GET", `/p/${id}${key ? `?key=${key}` : ""}`, { headers });
const open = (guest, id, wish = true) => guest.send("PUT", `/photos/${id}/open`, { open: wish });
const judge = (console, brand, id, wish = true) => console.send("PUT", pathOf(brand, `/photos/${id}/judgement`), { open: wish });
const veilOf = async (guest, thread) => (await guest.thread(thread)).photos[0].veil;

/** A guest asks with a photo. */
async function showing(brand = newBrand(), options) {
  const guest = new Guest(brand);
  const photo = await photoOf(guest, options);
  const thread = await guest.asks({ photos: [{ id: photo, alt: "The lid, from above" }] });
  return { brand, guest, photo, thread };
}

/** Somebody whose answer a member accepted. */
async function knownHelper(brand) {
  const [asker, helper] = [new Guest(brand), new Guest(brand)];
  const thread = await asker.asks({ title: "What is the ring for?" });
  const reply = await helper.replies(thread, { body: "It seals the lid." });
  await asker.joins(newAddress("asker"));
  await helper.joins(newAddress("helper"));
  await ok(asker.accept(reply));
  for (const _ of [1, 2]) {
    const other = new Guest(brand);
    await other.asks({ title: "Something else" });
    await ok(other.star(reply));
  }
  return helper;
}

for (const kind of KINDS) {
  test(`${kind}: where and with what it was taken is cut out, the picture stays`, async () => {
    const guest = new Guest(newBrand());
    const raw = telling(kind);
    expect(tells(raw)).toBe(true);
    const sent = await ok(sendPhoto(guest, { raw, kind }));
    expect([sent.width, sent.height, typeof sent.session]).toEqual([8, 6, "string"]);
    const member = guest;
    await member.joins(newAddress("photographer"));
    const thread = await member.asks({ photos: [{ id: sent.id }] });
    expect((await new Guest(guest.brand).thread(thread)).photos).toEqual([{ id: sent.id, width: 8, height: 6, alt: null, veil: "lifted" }]);
    const got = await picture(sent.id);
    expect(got.status).toBe(200);
    expect(tells(got.bytes)).toBe(false);
    expect(got.bytes.length).toBeGreaterThan(50);
    const header = (name) => got.headers.get(name);
    expect(header("content-type")).toBe(`image/${kind}`);
    expect(header("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(header("content-disposition")).toBe(`inline; filename="photo.${kind}"`);
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("cross-origin-resource-policy")).toBe("cross-origin");
    // Gone within a minute from whatever keeps it.
    expect(header("cache-control")).toBe("public, max-age=60, must-revalidate");
    const again = await picture(sent.id, { headers: { "if-none-match": header("etag") } });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });
}

test("what is no photo, another kind, damaged or too large is refused, and nothing is kept", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  const cases = [
    [{ raw: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"), kind: "jpeg" }, 422, "not_a_photo"],
    [{ raw: Buffer.from("GIF89a\x01\0\x01\0"), kind: "png" }, 422, "not_a_photo"],
    [{ raw: Buffer.from("%PDF-1.7"), kind: "webp" }, 422, "not_a_photo"],
    [{ raw: Buffer.alloc(0), kind: "jpeg" }, 422, "not_a_photo"],
    [{ raw: plain("png"), kind: "jpeg" }, 422, "not_a_photo"],
    [{ raw: plain("jpeg"), kind: "svg+xml" }, 415, "wrong_content_type"],
    [{ raw: plain("jpeg"), kind: "gif" }, 415, "wrong_content_type"],
    [{ raw: plain("jpeg").subarray(0, 500), kind: "jpeg" }, 422, "photo_broken"],
    [{ raw: plain("png").subarray(0, 60), kind: "png" }, 422, "photo_broken"],
    [{ raw: plain("webp").subarray(0, 40), kind: "webp" }, 422, "photo_broken"],
    [{ raw: announcing(8_000, 5_000), kind: "jpeg" }, 422, "photo_too_large"],
    [{ raw: announcing(65_535, 65_535), kind: "jpeg" }, 422, "photo_too_large"],
    [{ raw: Buffer.concat([plain("jpeg"), Buffer.alloc(2 * 1024 * 1024)]), kind: "jpeg" }, 413, "too_large"],
  ];
  for (const [what, status, code] of cases) await refused(sendPhoto(guest, what), status, code);
  await refused(sendPhoto(guest, { colours: "red" }), 400, "bad_query", "colours");
  await refused(sendPhoto(guest, { key: null }), 400, "idempotency_key_missing");
  await refused(guest.send("POST", "/photos", { id: "f" }), 415, "wrong_content_type");
  expect([await hooks.tables(brand), guest.session]).toEqual([[], undefined]);
  // Everything else keeps its own, smaller limit.
  await refused(guest.send("POST", "/threads", { product: "kettle", kind: "question", title: "x", body: "a".repeat(70_000) }), 413, "too_large");
});

test("only its sender posts it, once, and four at most", async () => {
  const brand = newBrand();
  const [owner, other] = [new Guest(brand), new Guest(brand)];
  const photo = await photoOf(owner);
  const thread = await other.asks();
  const posted = (guest, ...ids) => guest.reply(thread, { photos: ids.map((id) => ({ id })) });
  await refused(posted(other, photo), 422, "unknown_photo", "photos");
  await refused(posted(new Guest(brand), photo), 422, "unknown_photo", "photos");
  await refused(posted(owner, photo, `f_${NOBODYS}`), 422, "unknown_photo", "photos");
  await refused(posted(owner, photo, photo), 422, "photo_twice", "photos");
  const five = await Promise.all([1, 2, 3, 4, 5].map(() => photoOf(owner)));
  await refused(posted(owner, ...five), 422, "too_many_photos", "photos");
  await refused(owner.reply(thread, { photos: [{ id: photo, veil: "lifted" }] }), 400, "unknown_field", "veil");
  await refused(owner.reply(thread, { photos: [{ id: photo, alt: "a".repeat(301) }] }), 422, "too_long", "photos[0].alt");
  expect((await new Guest(brand).thread(thread)).replies).toEqual([]);
  const elsewhere = new Guest(newBrand());
  await refused(elsewhere.ask({ photos: [{ id: photo }] }), 422, "unknown_photo", "photos");
  const { reply } = await ok(posted(owner, photo, ...five.slice(0, 3)));
  expect(reply.photos.map((it) => it.id)).toEqual([photo, ...five.slice(0, 3)]);
  await refused(posted(owner, photo), 422, "unknown_photo", "photos");
  // Until a post takes it, nobody sees it.
  expect((await picture(five[4])).status).toBe(404);
});

test("one wish makes one photo, and a bucket that fails leaves nothing half-done", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  const key = newKey();
  const failed = await refused(sendPhoto(guest, { key, fault: "photos" }), 503, "unavailable");
  expect(failed.message).toContain("text is not touched");
  expect(guest.session).toBe(undefined);
  const [first, second] = [await ok(sendPhoto(guest, { key })), await ok(sendPhoto(guest, { key, session: undefined }))];
  expect(second.id).toBe(first.id);
  await refused(sendPhoto(guest, { key, raw: plain("png"), kind: "png", session: undefined }), 422, "idempotency_key_reused");
  const lost = newKey();
  await refused(sendPhoto(guest, { key: lost, fault: "photos" }), 503, "unavailable");
  const thread = await guest.asks({ photos: [{ id: first.id }] });
  expect((await guest.thread(thread)).photos).toHaveLength(1);
});

test("a guest's photo is veiled for others until somebody known opens it", async () => {
  const colours = "a3c".repeat(12);
  const { brand, guest, photo, thread } = await showing(newBrand(), { colours });
  const helper = await knownHelper(brand);
  const reader = new Guest(brand);
  expect(await veilOf(reader, thread)).toEqual({ down: colours });
  await refused(picture(photo), 404, "not_found");
  await refused(picture(photo, { key: "guessed" }), 404, "not_found");
  const { by_key: key } = await veilOf(guest, thread);
  const own = await picture(photo, { key });
  expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-store"]);

  await refused(open(reader, photo), 403, "not_allowed");
  await refused(open(guest, photo), 403, "not_allowed");
  expect([(await helper.mine()).opens_photos, (await guest.mine()).opens_photos]).toEqual([["kettle"], []]);
  expect((await ok(open(helper, photo))).photo.veil).toBe("lifted");
  expect([await veilOf(reader, thread), (await picture(photo)).status]).toEqual(["lifted", 200]);
  expect((await ok(open(helper, photo, false))).photo.veil).toEqual({ down: colours });
  expect([await veilOf(reader, thread), (await picture(photo)).status]).toEqual([{ down: colours }, 404]);

  const judgeMe = await operator();
  expect((await ok(judge(judgeMe, brand, photo))).photo.veil).toBe("lifted");
  await ok(judge(judgeMe, brand, photo, false));
  const representative = await new Console().signsIn();
  await refused(judge(representative, brand, photo), 403, "not_allowed");
  await representative.proves(brand);
  expect((await ok(judge(representative, brand, photo))).photo.veil).toBe("lifted");
  expect((await picture(photo)).status).toBe(200);
});

test("a photo goes with its post: at once for those who ask, from the bucket soon after", async () => {
  const { brand, photo, thread } = await showing();
  const judgeMe = await operator();
  await ok(judge(judgeMe, brand, photo));
  expect([(await picture(photo)).status, await hooks.kept(brand, photo)]).toEqual([200, true]);
  const { etag } = Object.fromEntries((await picture(photo)).headers);
  await ok(judgeMe.remove(brand, { thread, ground: "personal_data" }));
  expect((await picture(photo)).status).toBe(404);
  expect((await picture(photo, { headers: { "if-none-match": etag } })).status).toBe(404);
  expect((await new Guest(brand).thread(thread)).photos).toEqual([]);
  await expect.poll(async () => { await hooks.due(brand); return hooks.kept(brand, photo); }).toBe(false);
});

test("what no post took is deleted after a day, and then cannot be posted", async () => {
  const brand = newBrand();
  const now = Date.now();
  const guest = new Guest(brand, { now });
  const photo = await photoOf(guest);
  await hooks.due(brand, now + 23 * HOUR);
  const kept = new Guest(brand, { now: now + 23 * HOUR }).again(guest.session);
  await ok(kept.ask({ photos: [{ id: photo }] }));
  const unused = await photoOf(guest);
  expect(await hooks.kept(brand, unused)).toBe(true);
  await hooks.due(brand, now + 2 * DAY);
  expect([await hooks.kept(brand, unused), await hooks.kept(brand, photo)]).toEqual([false, true]);
  await refused(guest.ask({ photos: [{ id: unused }] }), 422, "unknown_photo", "photos");
  expect((await guest.mine()).asked).toHaveLength(1);
});

test("a flood of photos is told to wait, by person and by network", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  for (let sent = 0; sent < 24; sent += 1) await photoOf(guest);
  await refused(sendPhoto(guest), 429, "too_many");
  const headers = { "x-chie-network": "203.0.113.77", "x-chie-writes": "9" };
  const visitor = () => sendPhoto(new Guest(brand), { headers });
  await ok(visitor());
  await ok(visitor());
  await refused(visitor(), 429, "too_many");
});

test("the console's host serves no photos' page of its own, and a photo is found on Chie's by any site", async () => {
  const { photo, guest, thread } = await showing();
  const { by_key: key } = await veilOf(guest, thread);
  const answer = await send("GET", `/p/${photo}?key=${key}`, { origin: "https://shop.example" });
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  for (const path of [`/p/${photo}/`, "/p/", "/p/x", `/p/${photo}?key=${key}&x=1`, `/p/f_${NOBODYS}`]) {
    expect((await send("GET", path)).status, path).not.toBe(200);
  }
  expect((await send("POST", `/p/${photo}`)).status).toBe(405);
  expect(origins().chie).not.toBe(origins().console);
});

test("what the part for photos says lies in the table where it looks for it, in its order", async () => {
  // Failed, unread, many, alt, remove, again, ready, unkept: so they are read out of the table.
  const names = ["PhotoFailed", "PhotoUnread", "PhotoMany", "PhotoAlt", "PhotoRemove", "PhotoAgain", "PhotoReady", "PhotoUnkept"];
  for (const lang of ["en", "ja"]) {
    const { bytes } = await send("GET", `/words/${lang}`);
    const source = readFileSync(new URL(`../../widget/src/locale/${lang}.rs`, import.meta.url), "utf8");
    const said = names.map((name) => JSON.parse(source.match(new RegExp(`Msg::${name} => (?:\\{\\s*)?("(?:[^"\\\\]|\\\\.)*")`))[1]));
    expect(sentences(bytes).slice(photoWords()).slice(0, names.length), lang).toEqual(said);
  }
});

/** A table of sentences as it travels: the language, how many there are, then each; before each text stands its length. */
function sentences(bytes) {
  let place = 0;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[place];
      place += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = number();
    place += length;
    return Buffer.from(bytes.subarray(place - length, place)).toString();
  };
  text();
  return Array.from({ length: number() }, text);
}
