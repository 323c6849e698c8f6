// A community taken along as a file and brought into another installation: the same addresses, the same content and meaning,
// nothing private, and nothing at all of a file that is damaged.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, hooks, newAddress, newBrand, NOBODYS, ok, operator, origins, pathOf, refused, send } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";
import { startStack } from "../harness/stack.mjs";

/** A brand's community with two threads, four people, an official answer and a removed reply. */
async function lively() {
  const brand = newBrand("c");
  const [asker, helper, reader] = [new Guest(brand), new Guest(brand), new Guest(brand)];
  const thread = await asker.asks({ title: "The lid drips", body: "Only when it **pours**.", name: "Ada" });
  const reply = await helper.replies(thread, { body: "Turn the gasket round." });
  const rude = await helper.replies(thread, { body: "Nobody should read this again." });
  await ok(asker.send("PUT", `/replies/${reply}/accepted`, { on: true }));
  await ok(reader.send("PUT", `/threads/${thread}/me-too`, { on: true }));
  await ok(reader.send("PUT", `/replies/${reply}/star`, { on: true }));
  await ok((await operator()).remove(brand, { thread, reply: rude, ground: "hostility" }));
  await asker.asks({ title: "パッキンはどこで買えますか" });
  await asker.joins(newAddress("ada"));
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  await ok(rep.answer(brand, thread, { body: "The new gasket fits." }));
  return { brand, thread, rep };
}

async function take(who, brand) {
  const answer = await who.send("GET", pathOf(brand, "/export"));
  expect(answer.status, answer.text.slice(0, 300)).toBe(200);
  return answer.text;
}
const bring = (who, brand, raw) => who.send("POST", pathOf(brand, "/import"), undefined, { raw, type: "application/x-ndjson" });
const linesOf = (file) => file.trimEnd().split("\n").map((line) => JSON.parse(line));

/** Everything up to then is asked of another installation. */
async function elsewhere(work) {
  const before = { ...process.env };
  const stack = await startStack({ testHooks: true });
  try {
    Object.assign(process.env, { CHIE: stack.chie, CONSOLE: stack.console, BRAND: stack.brand, WORLD: stack.world });
    await work();
  } finally {
    const { CHIE, CONSOLE, BRAND, WORLD } = before;
    Object.assign(process.env, { CHIE, CONSOLE, BRAND, WORLD });
    await stack.stop();
  }
}

test("a community is the same in another installation: addresses, content, meaning; the badge is proven anew", async () => {
  test.setTimeout(90_000);
  const { brand, thread, rep } = await lively();
  const file = await take(rep, brand);
  expect(await take(await operator(), brand).then((other) => linesOf(other).slice(1))).toEqual(linesOf(file).slice(1));
  for (const secret of ["Nobody should read this", "@mail.example", "sealed"]) expect(file).not.toContain(secret);
  const read = async () => {
    const view = await ok(send("GET", pathOf(brand, `/threads/${thread}`)));
    const rows = (await ok(send("GET", pathOf(brand, "/threads?order=active")))).rows;
    return {
      titles: rows.map(({ id, title, replies, me_too: same }) => [id, title, replies, same]),
      replies: view.replies.map(({ id, post, stars, accepted }) => [id, post, stars, accepted]), post: view.post,
    };
  };
  const here = await read();
  await elsewhere(async () => {
    const runner = await operator();
    expect(await ok(bring(runner, brand, file))).toEqual({ lines: linesOf(file).length });
    await hooks.due(brand);
    expect(await read()).toEqual(here);
    expect((await ok(send("GET", pathOf(brand)))).badge).toBeNull();
    expect(linesOf(await take(runner, brand)).slice(1)).toEqual(linesOf(file).slice(1));
    expect((await ok(send("GET", pathOf(brand, `/likely?${new URLSearchParams({ q: "lid drips" })}`)))).likely.length).toBe(1);
    expect((await send("GET", `/c/${brand}/kettle/${thread}`)).text).toContain("Turn the gasket round.");
    await refused(bring(runner, brand, file), 409, "not_empty");
  });
});

/** A community with a member's photo, which everybody sees, and a guest's, which waits to be opened. */
async function pictured() {
  const brand = newBrand("c");
  const [member, guest] = [new Guest(brand), new Guest(brand)];
  const photo = async (who, kind) => (await ok(who.send("POST", "/photos", undefined, { raw: plain(kind), type: `image/${kind}` }))).id;
  await member.asks({ title: "Which lid is this?" });
  await member.joins(newAddress("ada"));
  const open = await photo(member, "jpeg");
  const thread = await member.asks({ title: "The lid drips", photos: [{ id: open, alt: "The lid, from above" }] });
  const veiled = await photo(guest, "png");
  await guest.replies(thread, { body: "Like mine.", photos: [{ id: veiled }] });
  return { brand, thread, open, veiled, runner: await operator() };
}

const pictures = (file) => linesOf(file).flatMap((line) => line.picture ?? []);
const photosOf = async (brand, thread) => {
  const view = await new Guest(brand).thread(thread);
  return [view, ...view.replies].flatMap(({ photos }) => photos);
};
const got = (id) => send("GET", `/p/${id}`);

test("photos travel with their pictures, and are seen by the same people as before", async () => {
  test.setTimeout(90_000);
  const { brand, thread, open, veiled, runner } = await pictured();
  const file = await take(runner, brand);
  const here = await photosOf(brand, thread);
  expect(here.map(({ id, alt, veil }) => [id, alt, typeof veil])).toEqual([[open, "The lid, from above", "string"], [veiled, null, "object"]]);
  const shown = await got(open);
  expect(pictures(file).map(({ photo, data }) => [photo, data.length > 60])).toEqual([[open, true], [veiled, true]]);
  expect(Buffer.from(pictures(file)[0].data, "base64")).toEqual(shown.bytes);
  await elsewhere(async () => {
    const other = await operator();
    expect(await ok(bring(other, brand, file))).toEqual({ lines: linesOf(file).length });
    expect(await photosOf(brand, thread)).toEqual(here);
    const there = await got(open);
    expect([there.status, there.headers.get("content-type"), there.bytes]).toEqual([200, "image/jpeg", shown.bytes]);
    expect((await got(veiled)).status).toBe(404);
    expect((await ok(other.send("PUT", pathOf(brand, `/photos/${veiled}/judgement`), { open: true }))).photo.veil).toBe("lifted");
    expect((await got(veiled)).status).toBe(200);
    // What came in stays; the same file comes out again.
    await hooks.due(brand, Date.now() + 2 * DAY);
    expect((await got(open)).status).toBe(200);
    await ok(other.send("PUT", pathOf(brand, `/photos/${veiled}/judgement`), { open: false }));
    expect(linesOf(await take(other, brand)).slice(1)).toEqual(linesOf(file).slice(1));
  });
});

test("a picture in a file is looked at like every other, takes nobody's place, and goes with a file that is refused", async () => {
  test.setTimeout(90_000);
  const { brand, thread, open, veiled, runner } = await pictured();
  const file = await take(runner, brand);
  const other = newBrand("c");
  const lines = file.replace(brand, other).split("\n");
  const at = lines.findIndex((line) => line.startsWith('{"picture"'));
  const withPicture = (picture) => lines.with(at, JSON.stringify({ picture })).join("\n");
  const cases = {
    "another brand's photo has this name here": lines.join("\n"),
    "this is no picture": withPicture({ photo: open, data: Buffer.from("<svg><script>1</script></svg>").toString("base64") }),
    "photo_broken": withPicture({ photo: open, data: plain("jpeg").subarray(0, 500).toString("base64") }),
    "the picture is no base64": withPicture({ photo: open, data: "*" }),
    "a `picture` names its `photo`": withPicture({ photo: "../x", data: "" }),
    "has its `data`": withPicture({ photo: open, data: "", brand }),
    "is too long": lines.with(at - 1, JSON.stringify({ photo: "x".repeat(600_000) })).join("\n"),
  };
  for (const [what, raw] of Object.entries(cases)) {
    const { message } = await refused(bring(runner, other, raw), 422, "bad_file");
    expect(message).toContain(what);
    expect((await ok(send("GET", pathOf(other)))).opened).toBeNull();
  }
  expect([(await got(open)).status, await hooks.kept(brand, open)], "nobody's place was taken").toEqual([200, true]);
  expect((await photosOf(brand, thread)).map(({ id }) => id)).toEqual([open, veiled]);
  await elsewhere(async () => {
    const there = await operator();
    const { message } = await refused(bring(there, brand, file.replace('{"end"', '{"ends"')), 422, "bad_file");
    expect(message).toContain("there is no kind `ends`");
    const stranger = file.split("\n").with(at, JSON.stringify({ picture: { photo: `f_${NOBODYS}` } })).join("\n");
    expect((await refused(bring(there, brand, stranger), 422, "bad_file")).message).toContain("is the picture of no photo that stands further up");
    expect([await hooks.kept(brand, open), (await got(open)).status], "nobody sees it").toEqual([true, 404]);
    await hooks.due(brand, Date.now() + DAY + 60_000);
    expect([await hooks.kept(brand, open), await hooks.kept(brand, veiled)]).toEqual([false, false]);
    // One that was gone when the file was made stays behind, alone.
    const gone = file.split("\n").map((line) => (line.includes(`"picture":{"photo":"${open}"`) ? JSON.stringify({ picture: { photo: open } }) : line));
    await ok(bring(there, brand, gone.join("\n")));
    expect((await photosOf(brand, thread)).map(({ id }) => id)).toEqual([veiled]);
  });
});

test("a damaged file is told by its lines, and the place stays empty", async () => {
  const { brand, rep } = await lively();
  const file = await take(rep, brand);
  const runner = await operator();
  const other = newBrand("c");
  const moved = file.replace(brand, other);
  const cases = {
    "not of": file,
    "line 3: is no JSON object": moved.split("\n").with(2, "<html>").join("\n"),
    "the file is not whole": moved.slice(0, moved.lastIndexOf('{"end"')),
    "`thread.kind` has a value that it cannot have": moved.replace('"kind":"question"', '"kind":"<script>"'),
    "has no field `account`": moved.replace('"author":', '"account":"x","author":'),
    "names a member that does not stand further up": moved.replace(/"author":"m\w+"/, '"author":"m00000000000000000000000000"'),
  };
  for (const [what, raw] of Object.entries(cases)) {
    const { message } = await refused(bring(runner, other, raw), 422, "bad_file");
    expect(message).toContain(what);
    expect(message).toContain("Nothing was brought in.");
    expect((await ok(send("GET", pathOf(other)))).opened).toBeNull();
    expect((await ok(send("GET", pathOf(other, "/threads")))).rows).toEqual([]);
  }
  await refused(bring(runner, other, "\ufffd".repeat(3)), 422, "bad_file");
  await refused(bring(runner, other, Buffer.alloc(33 * 1024 * 1024, 32)), 413, "too_large");
  expect(await ok(bring(runner, other, moved))).toEqual({ lines: linesOf(moved).length });
});

test("only owners and the operator take along, only the operator brings", async () => {
  const { brand, rep } = await lively();
  const stranger = await new Console().signsIn();
  await refused(stranger.send("GET", pathOf(brand, "/export")), 403, "not_allowed");
  await refused(bring(rep, newBrand("c"), "{}"), 403, "not_allowed");
  await refused((await operator()).send("GET", pathOf(newBrand("c"), "/export")), 404, "not_found");
});
