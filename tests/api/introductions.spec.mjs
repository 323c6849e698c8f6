// Faces and lines of those who answer for the brand: sent and cleaned like photos, shown beside the official answer and on the badge's
// page, and gone with whoever leaves.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, hooks, newAddress, newBrand, ok, origins, pathOf, refused, removeRecords, send } from "../harness/actors.mjs";
import { plain, telling, tells } from "../harness/pictures.mjs";

const face = (who, brand, raw = telling("jpeg"), options) => who.send("POST", pathOf(brand, "/faces"), undefined, { raw, type: "image/jpeg", ...options });
const introduce = (who, brand, body) => who.send("PUT", pathOf(brand, "/introduction"), body);
const picture = (id) => send("GET", `/p/${id}`, { now: Date.now() });

/** An official thread with an official answer by a representative who can be removed. */
async function place() {
  const brand = newBrand("f");
  const thread = await new Guest(brand).asks();
  const owner = await new Console().signsIn();
  const { proof } = await owner.proves(brand);
  await owner.claims(brand);
  const email = newAddress("mei");
  const { people } = await ok(owner.send("POST", pathOf(brand, "/people"), { email, role: "representative" }));
  const mei = await new Console(email).signsIn();
  const answered = await ok(mei.answer(brand, thread, { name: "Mei" }));
  await ok(mei.mark(brand, thread, answered.thread.replies.at(-1).id));
  const beside = async (now) => (await new Guest(brand, { now }).thread(thread, { now: now ?? Date.now() })).answers[0].introduction;
  return { brand, thread, owner, mei, member: people.find((one) => !one.me).member, record: proof.placement.at, beside };
}

test("a face and a line are shown beside the official answer and on the badge's page, in both languages", async () => {
  const { brand, mei, beside } = await place();
  const { id } = await ok(face(mei, brand));
  expect((await picture(id)).status).toBe(404);
  expect(await ok(introduce(mei, brand, { line: "I write <b>manuals</b>.", face: id }))).toEqual({ line: "I write <b>manuals</b>.", face: id });
  expect(await ok(mei.send("GET", pathOf(brand, "/introduction")))).toEqual({ line: "I write <b>manuals</b>.", face: id });
  expect(await beside()).toEqual({ line: "I write <b>manuals</b>.", face: id });
  const shown = await picture(id);
  expect([shown.status, tells(shown.bytes), shown.headers.get("content-security-policy"), shown.headers.get("x-content-type-options")])
    .toEqual([200, false, "sandbox; default-src 'none'", "nosniff"]);
  for (const [lang, words] of [["en", "Who answers for them here"], ["ja", "ここで回答している方"]]) {
    const { text } = await send("GET", `/badge/${brand}?lang=${lang}`, { now: Date.now() });
    for (const part of [words, "Mei", `src="${origins().chie}/p/${id}"`, "&lt;b&gt;manuals&lt;/b&gt;"]) expect(text, lang).toContain(part);
    expect(text).not.toContain("<b>manuals</b>");
  }
  const audit = (await ok(send("GET", pathOf(brand, "/audit")))).rows.map(({ what }) => what);
  expect(audit.filter((what) => what === "introduced").length).toBe(1);
  await ok(introduce(mei, brand, { line: null, face: null }));
  expect([await beside(), (await picture(id)).status]).toEqual([null, 404]);
  expect((await send("GET", `/badge/${brand}?lang=en`, { now: Date.now() })).text).not.toContain("Who answers for them here");
});

test("it goes with whoever leaves, at once, and with the proof", async () => {
  const { brand, owner, mei, member, record, beside } = await place();
  const { id } = await ok(face(mei, brand));
  await ok(introduce(mei, brand, { line: "I write manuals.", face: id }));
  await ok(owner.send("DELETE", pathOf(brand, `/people/${member}`)));
  expect([await beside(), (await picture(id)).status]).toEqual([null, 404]);
  await refused(introduce(mei, brand, { line: "Still here", face: null }), 403, "not_allowed");
  await hooks.due(brand);
  // An owner shows themselves; then the record goes.
  const { id: own } = await ok(face(owner, brand));
  await ok(introduce(owner, brand, { line: null, face: own }));
  expect((await picture(own)).status).toBe(200);
  await removeRecords(record);
  const later = Date.now() + 12 * DAY;
  await hooks.due(brand, later);
  expect((await send("GET", `/p/${own}`, { now: later })).status).toBe(404);
});

test("bad faces and lines, and those who answer for nobody", async () => {
  const { brand, owner, mei } = await place();
  const other = await place();
  for (const raw of [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), Buffer.from("GIF89a"), plain("png"), Buffer.alloc(0)]) {
    expect((await face(mei, brand, raw)).status).toBe(422);
  }
  await refused(face(mei, brand, plain("jpeg"), { type: "image/svg+xml" }), 415, "wrong_content_type");
  for (const [line, code] of [["x".repeat(121), "too_long"], ["a\u202eb", "forbidden_character"], [" ", "empty"]]) {
    await refused(introduce(mei, brand, { line, face: null }), 422, code, "line");
  }
  await refused(introduce(mei, brand, { line: "Hello" }), 400, "missing_field", "face");
  const { id } = await ok(face(owner, brand));
  await refused(introduce(mei, brand, { line: null, face: id }), 422, "no_face", "face");
  const { id: elsewhere } = await ok(face(other.mei, other.brand));
  await refused(introduce(mei, brand, { line: null, face: elsewhere }), 422, "no_face", "face");
  await refused(introduce(await new Console().signsIn(), brand, { line: "Hello", face: null }), 403, "not_allowed");
  const broken = await face(mei, brand, plain("jpeg"), { fault: "photos" });
  expect([broken.status, broken.body.error.code]).toEqual([503, "unavailable"]);
});
