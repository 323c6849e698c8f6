// A community taken along as a file and brought into another installation: the same addresses, the same content and meaning,
// nothing private, and nothing at all of a file that is damaged.
import { expect, test } from "@playwright/test";
import { Console, Guest, hooks, newAddress, newBrand, ok, operator, origins, pathOf, refused, send } from "../harness/actors.mjs";
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
