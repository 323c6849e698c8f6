// The console's rooms beside the queue: the words that people search with, figures with their methods, threads that are the same,
// and that danger leads wherever threads are listed.
import { readFileSync } from "node:fs";
import { DAY, Guest, newAddress, newBrand, ok, pathOf, send } from "../harness/actors.mjs";
import { go, nobodyYet, signedIn } from "./desk.mjs";
import { expect, test } from "./stage.mjs";

const refusedOnce = (watch) => watch.allow(/422 PUT \S*\/search-words|Failed to load resource.*422/);

/** Somebody who has proven the brand and claimed everything in it. */
async function representative(page, watch, brand) {
  nobodyYet(watch);
  const person = await signedIn(page, newAddress("rep"));
  await person.proves(brand);
  await person.claims(brand);
  return person;
}

test("a representative says what means the same, is told which line is wrong, and sees what customers find now", async ({ page, watch }) => {
  const brand = newBrand("w");
  await new Guest(brand).asks({ title: "It is loud", body: "Nothing more." });
  await representative(page, watch, brand);
  await go(page, brand, "words");
  await expect(page.getByRole("heading", { level: 1, name: "Words that people search with" })).toBeVisible();
  const tries = async (words) => {
    await page.getByLabel("What a customer would type").fill(words);
    await page.getByRole("button", { name: "Search" }).click();
  };
  await tries("roaring");
  await expect(page.getByText("Nothing is found with these words.")).toBeVisible();
  refusedOnce(watch);
  const synonyms = page.getByLabel("Words that mean the same");
  await synonyms.fill("loud, roaring\nalone");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Line 2 needs two to eight words")).toBeVisible();
  await expect(synonyms).toBeFocused();
  await synonyms.fill("loud, roaring");
  const aliases = page.getByLabel("Other names of products");
  await aliases.fill("toaster: T1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Line 1 names a product that is not here")).toBeVisible();
  await expect(aliases).toBeFocused();
  await aliases.fill("kettle: KT-1200");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It counts from the next search on.")).toBeVisible();
  for (const words of ["roaring", "KT-1200"]) {
    await tries(words);
    await expect(page.getByText("1 thread is found.")).toBeVisible();
    await expect(page.getByRole("link", { name: "It is loud" })).toBeVisible();
  }
  await page.reload();
  await expect(synonyms).toHaveValue("loud, roaring");
  await expect(aliases).toHaveValue("kettle: KT-1200");
  // The groups that come with Chie can be looked at, and switched off.
  await page.getByText(/^See these \d+ groups$/).click();
  await expect(page.locator("pre.groups")).toContainText("蓋, ふた");
  await page.getByLabel("Use the groups that come with Chie, too").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It counts from the next search on.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Use the groups that come with Chie, too")).not.toBeChecked();
});

test("figures stand beside how they are counted, in both languages", async ({ page, watch }) => {
  const brand = newBrand("w");
  const asker = new Guest(brand);
  const solved = await asker.asks({ title: "It is loud" });
  await ok(asker.accept(await new Guest(brand).replies(solved)));
  await asker.asks({ title: "Nobody knows" });
  const read = (now) => ok(send("POST", pathOf(brand, "/readings"), { body: {}, now, key: null }));
  for (const ago of [10, 9, 8, 1]) await read(Date.now() - ago * DAY);
  await representative(page, watch, brand);
  await go(page, brand, "figures");
  const number = (name) => page.getByRole("row", { name }).getByRole("cell");
  await expect(number("In the last 30 counted days")).toHaveText("3");
  await expect(number("Since counting began")).toHaveText("3");
  await expect(number("Readings that are not counted yet")).toHaveText("1");
  await expect(page.locator("#left")).toContainText("Counted low on purpose");
  await expect(page.locator("#left")).toContainText("seven days");
  await expect(number("With an answer of any kind")).toHaveText("1");
  await expect(number("Where the asker says that it is solved")).toHaveText("1");
  await expect(number("With your official answer")).toHaveText("0");
  await page.getByRole("button", { name: "日本語" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "数字" })).toBeVisible();
  await expect(number("数え終えた直近30日")).toHaveText("3");
  await expect(page.locator("#left")).toContainText("控えめに数えています");
});

test("an owner downloads the whole community as a file", async ({ page, watch }) => {
  const brand = newBrand("w");
  await new Guest(brand).asks({ title: "It is loud" });
  await representative(page, watch, brand);
  await go(page, brand, "figures");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download everything" }).click()]);
  expect(download.suggestedFilename()).toBe(`${brand}.chie.ndjson`);
  const lines = readFileSync(await download.path(), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  expect(lines[0].chie.brand).toBe(brand);
  expect(lines.filter(({ thread }) => thread).map(({ thread }) => thread.title)).toEqual(["It is loud"]);
  expect(lines.at(-1)).toEqual({ end: { lines: lines.length - 1 } });
});

test("what others said is the same is taken back, and what looks alike is said to be the same", async ({ page, watch }) => {
  const brand = newBrand("w");
  const asker = new Guest(brand);
  const [first, second] = [await asker.asks({ title: "The lid sticks after boiling" }), await asker.asks({ title: "Lid sticks when boiling" })];
  await ok(asker.send("PUT", `/threads/${second}/duplicate`, { of: first }));
  await representative(page, watch, brand);
  await go(page, brand, `threads/${second}`);
  const same = page.locator("#same");
  await expect(same).toContainText("said on");
  await expect(same.getByRole("link", { name: "The lid sticks after boiling" })).toBeVisible();
  await same.getByRole("button", { name: "It is not the same" }).click();
  await expect(page.getByText("The mark is taken off.")).toBeVisible();
  expect((await new Guest(brand).thread(second, { now: Date.now() })).duplicate).toBeNull();
  // What looks alike is there without a press, on a page that was opened anew too.
  await expect(same.getByRole("button", { name: "The same as “The lid sticks after boiling”" })).toBeVisible();
  await page.reload();
  await same.getByRole("button", { name: "The same as “The lid sticks after boiling”" }).click();
  await expect(page.getByText("It goes on in the other thread; followers are told.")).toBeVisible();
  expect((await new Guest(brand).thread(second, { now: Date.now() })).duplicate.thread.id).toBe(first);
  await page.reload();
  await expect(same.getByRole("link", { name: "The lid sticks after boiling" })).toBeVisible();
});

test("what looks alike did not come: that is said, and can be asked for again", async ({ page, watch }) => {
  const brand = newBrand("w");
  const thread = await new Guest(brand).asks({ title: "Lid sticks when boiling" });
  await new Guest(brand).asks({ title: "The lid sticks after boiling" });
  await representative(page, watch, brand);
  watch.allow(/ERR_FAILED/);
  await page.route(/\/likely\?/, (route) => route.abort());
  await go(page, brand, `threads/${thread}`);
  const same = page.locator("#same");
  await expect(same.getByRole("alert")).toBeVisible();
  await expect(same).not.toContainText("No other thread looks like this one");
  await page.unroute(/\/likely\?/);
  await same.getByRole("button", { name: "Try again" }).click();
  await expect(same.getByRole("button", { name: "The same as “The lid sticks after boiling”" })).toBeVisible();
});

test("a version is said after its status, and one that is too long is told beside its field", async ({ page, watch }) => {
  const brand = newBrand("w");
  const thread = await new Guest(brand).asks({ title: "The lid drips", kind: "problem" });
  const rep = await representative(page, watch, brand);
  await ok(rep.send("PUT", pathOf(brand, `/threads/${thread}/status`), { word: "changed" }));
  await go(page, brand, `threads/${thread}`);
  const [version, set] = [page.locator("#version"), page.getByRole("button", { name: "Set status" })];
  await expect(version).toBeVisible();
  await expect(set).toHaveCount(0);
  await version.fill("x".repeat(41));
  await set.click();
  await expect(version).toBeFocused();
  await expect(version).toHaveAttribute("aria-invalid", "true");
  await version.fill("1.3");
  await set.click();
  await expect(page.getByText("The status is public now.")).toBeVisible();
  // It is said: nothing is left to be set.
  await expect(version).toHaveValue("");
  await expect(set).toHaveCount(0);
  await page.reload();
  await expect(set).toHaveCount(0);
  // With a reply it goes out as well.
  await page.locator("#as").fill("Mika");
  await page.locator("#reply").fill("It came with the next one.");
  await version.fill("1.4");
  await page.getByRole("button", { name: "Reply officially" }).click();
  await expect(page.locator(".post.rep")).toContainText("It came with the next one.");
  await expect(version).toHaveValue("");
  const { rows } = await ok(new Guest(brand).send("GET", "/audit"));
  expect(rows.filter(({ what }) => what === "status_set")).toHaveLength(3);
});

test("a status that is refused after its reply went out is told, and the reply stands", async ({ page, watch }) => {
  const brand = newBrand("w");
  const thread = await new Guest(brand).asks({ title: "A whistle would be good", kind: "idea" });
  const rep = await representative(page, watch, brand);
  await go(page, brand, `threads/${thread}`);
  await page.locator("#status").selectOption("planned");
  await page.locator("#as").fill("Mika");
  await page.locator("#reply").fill("We like it.");
  // A colleague says meanwhile that it is a question: nothing is planned about one.
  await ok(rep.send("PUT", pathOf(brand, `/threads/${thread}/kind-mark`), { kind: "question" }));
  watch.allow(/422 PUT \S*\/status|409 PUT \S*\/status|Failed to load resource.*4(09|22)/);
  await page.getByRole("button", { name: "Reply officially" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "belongs to another kind of thread" })).toBeVisible();
  await expect(page.locator(".post.rep")).toContainText("We like it.");
  await expect(page.locator("#reply")).toHaveValue("");
  await page.reload();
  await expect(page.locator(".post.rep")).toHaveCount(1);
  await expect(page.locator("#status option:checked")).toHaveText("stays “What customers say”");
});

test("danger leads the threads to claim and the queue, and says so", async ({ page, watch }) => {
  const brand = newBrand("w");
  const early = new Guest(brand, { now: Date.now() - 2 * DAY });
  await early.asks({ title: "Which tea is best?" });
  await new Guest(brand).asks({ title: "It caught fire" });
  nobodyYet(watch);
  const person = await signedIn(page, newAddress("rep"));
  await person.proves(brand);
  await go(page, brand, "claim");
  await expect(page.locator("table.threads tbody tr").first()).toContainText("It caught fire");
  await expect(page.locator("table.threads tbody tr").first().locator(".late")).toBeVisible();
  await person.claims(brand);
  await go(page, brand, "threads");
  await expect(page.locator("ul.rows li").first()).toContainText("It caught fire");
  await expect(page.locator("ul.rows li").first().locator(".late")).toBeVisible();
});

test("the brand says of which kind a thread is, and remarks beneath a customer's reply", async ({ page, watch }) => {
  const brand = newBrand("w");
  const asker = new Guest(brand);
  const thread = await asker.asks({ title: "The handle wobbles", kind: "question" });
  const reply = await new Guest(brand).replies(thread, { body: "Tighten the screw." });
  await representative(page, watch, brand);
  await go(page, brand, `threads/${thread}`);
  await page.locator("#kind").selectOption("problem");
  await page.getByRole("button", { name: "Set kind" }).click();
  await expect(page.getByText("The kind is public now; a status of the former kind is gone.")).toBeVisible();
  await page.locator("#as").fill("Mika");
  await page.locator("#under").selectOption(reply);
  await page.locator("#reply").fill("Only with the cold handle.");
  await page.locator("form:has(#reply) button[type=submit]").click();
  const read = async () => (await new Guest(brand).thread(thread, { now: Date.now() }));
  await expect.poll(async () => (await read()).replies[0].comments?.length).toBe(1);
  const view = await read();
  expect(view.row.kind).toBe("problem");
  expect(JSON.stringify(view.replies[0].comments[0])).toContain("Only with the cold handle.");
  expect(view.replies[0].comments[0].author).toMatchObject({ voice: expect.anything() });
  await page.reload();
  await expect(page.locator("#kind")).toHaveValue("problem");
});
