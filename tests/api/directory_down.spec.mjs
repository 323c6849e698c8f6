// The directory refuses, hangs, or writes and says that it did not: nobody who writes or reads in a community notices, and afterwards
// it says what the communities say. The control: without the outbox's repetition and without `reconcile` it would stay wrong.
import { expect, test } from "@playwright/test";
import { Guest, MINUTE, behave, hooks, newBrand, ok, operator, pathOf, refused, send } from "../harness/actors.mjs";

test.afterEach(async () => {
  await hooks.directory("no");
  await behave();
});

/** What the directory says of a brand. */
const listed = async (brand) => (await ok(send("GET", `/v1/directory?q=${brand}`))).brands.find((entry) => entry.brand === brand);
/** What its community says. */
const truth = async (brand) => ok(send("GET", pathOf(brand), { now: Date.now() }));

for (const how of ["fails", "slow", "forgets"]) {
  test(`the directory ${how}: opening, asking, answering and reading go on at once, and it is told afterwards`, async () => {
    const brand = newBrand("d");
    const asker = new Guest(brand);
    const thread = await asker.asks({ title: "Before" });
    await expect.poll(async () => { await hooks.due(brand); return (await listed(brand))?.threads; }).toBe(1);

    await hooks.directory(how);
    const begun = Date.now();
    const during = [await asker.asks({ title: "Meanwhile" }), await new Guest(brand).asks({ title: "Meanwhile, too" })];
    await new Guest(brand).replies(thread);
    expect((await truth(brand)).threads).toBe(3);
    expect((await send("GET", `/embed/${brand}/kettle?lang=en`)).status).toBe(200);
    expect((await send("GET", `/c/${brand}/kettle/${during[0]}`)).status).toBe(200);
    expect(Date.now() - begun, "nobody waited for the directory").toBeLessThan(2000);
    // What stands on the directory alone says so, and does not hang.
    if (how !== "forgets") await refused(send("GET", `/v1/directory?q=${brand}`), 503, "unavailable");
    expect((await send("GET", "/")).status).toBe(200);
    // Opening compares names; what cannot be compared is held, and the community is there.
    const other = newBrand("d");
    const opened = await ok(new Guest(other).open({ name: "Kettlery" }));
    expect(opened.brand).toBe(other);
    if (how !== "forgets") expect(opened.outcome).toBe("held");
    await hooks.due(brand);
    expect((await truth(brand)).threads, "what was acknowledged is there").toBe(3);

    await hooks.directory("no");
    // It is tried again by itself: later and later, but within the hour.
    await expect.poll(async () => { await hooks.due(brand, Date.now() + 60 * MINUTE); return (await listed(brand))?.threads; }).toBe(3);
    await expect.poll(() => hooks.reconcile(), "nothing differs any more").toBe(0);
  });
}

test("control: a row that nobody tells again stays wrong until it is reconciled", async () => {
  const brand = newBrand("d");
  await new Guest(brand).asks();
  await expect.poll(async () => { await hooks.due(brand); return (await listed(brand))?.threads; }).toBe(1);
  await hooks.spoil(brand);
  await hooks.due(brand, Date.now() + 60 * MINUTE);
  expect(await listed(brand), "the outbox has nothing left to tell").toBeUndefined();
  await expect.poll(async () => { await hooks.reconcile(); return (await listed(brand))?.threads; }).toBe(1);
});

test("the operator's desk says that its list does not answer, and decides all the same", async () => {
  const brand = newBrand("d");
  const thread = await new Guest(brand).asks();
  const judge = await operator();
  await ok(new Guest(brand).send("POST", "/flags", { about: thread, ground: "spam" }));
  await hooks.directory("fails");
  await refused(judge.send("GET", "/v1/house"), 503, "unavailable");
  await ok(judge.send("POST", pathOf(brand, "/decisions"), { about: thread, verdict: "removed", ground: "spam" }));
  expect((await new Guest(brand).thread(thread, { now: Date.now() })).post).toEqual({ removed: "spam" });
});
