// What becomes of a proof as time passes, told by the clock: seen daily, missed, doubtful, lapsed, proven again.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, HOUR, hooks, newBrand, ok, putRecord, refused, removeRecords } from "../harness/actors.mjs";

/** The person on the console at another time. */
const later = (person, now) => new Console(person.email, { now }).signsIn();

test("record removed: doubtful, then lapsed and fan-made with its old voice dated, then proven again", async () => {
  const start = Date.now();
  const brand = newBrand();
  const asker = new Guest(brand, { now: start });
  const thread = await asker.asks({ kind: "problem" });
  const owner = await new Console(undefined, { now: start }).signsIn();
  const { proof } = await owner.proves(brand);
  await owner.claims(brand);
  await ok(owner.answer(brand, thread));
  await ok(owner.setStatus(brand, thread, { word: "in_progress" }));
  const at = async (now) => {
    const guest = new Guest(brand, { now });
    const [community, seen] = [await guest.community(), await guest.thread(thread)];
    return { badge: community.badge?.standing ?? null, steward: seen.row.steward, status: seen.row.status, voice: seen.replies[0].author.voice };
  };
  const official = { steward: { official: { since: expect.any(Number) } }, status: { official: { word: "in_progress", reason: null } }, voice: { official: brand } };
  expect(await at(start)).toEqual({ badge: "fresh", ...official });

  await hooks.due(brand, start + DAY + HOUR);
  expect(await at(start + DAY + HOUR)).toEqual({ badge: "fresh", ...official });
  await removeRecords(proof.placement.at);
  const seen = start + DAY + HOUR;
  for (let day = 2; day <= 4; day += 1) await hooks.due(brand, seen + day * DAY);
  expect(await at(seen + 4 * DAY)).toEqual({ badge: "doubtful", ...official });
  const doubted = await later(owner, seen + 4 * DAY);
  await refused(doubted.answer(brand, thread), 403, "not_allowed");
  await refused(doubted.setStatus(brand, thread, { word: "solved" }), 403, "not_allowed");

  for (let day = 5; day <= 11; day += 1) await hooks.due(brand, seen + day * DAY);
  const fan = { badge: null, steward: "fan_made", status: { fan_made: "open" }, voice: { formerly_official: [brand, expect.any(Number)] } };
  expect(await at(seen + 11 * DAY)).toEqual(fan);
  const lapsed = await later(owner, seen + 11 * DAY);
  for (const asked of [lapsed.answer(brand, thread), lapsed.claim(brand), lapsed.setStatus(brand, thread, { word: "solved" }), lapsed.mark(brand, thread, null)]) {
    await refused(asked, 403, "not_allowed");
  }
  const desk = await lapsed.desk(brand);
  expect([desk.claims, desk.threads.rows]).toEqual([[], []]);

  // The old record put back proves nothing by itself; a new one, within thirty days, wakes what was claimed.
  await putRecord(proof.placement.at, proof.placement.text);
  await hooks.due(brand, seen + 12 * DAY);
  expect(await at(seen + 12 * DAY)).toEqual(fan);
  const again = await later(owner, seen + 12 * DAY);
  const { proof: fresh } = await again.proves(brand);
  expect(fresh.id).not.toBe(proof.id);
  expect(await at(seen + 12 * DAY)).toEqual({ badge: "fresh", ...official });
});

test("a proof nobody could look at grows old just the same", async () => {
  const start = Date.now();
  const brand = newBrand();
  const thread = await new Guest(brand, { now: start }).asks();
  const owner = await new Console(undefined, { now: start }).signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  const steward = async (now) => (await new Guest(brand, { now }).thread(thread)).row.steward;
  expect(await steward(start + 9 * DAY)).toMatchObject({ official: {} });
  expect((await new Guest(brand, { now: start + 9 * DAY }).community()).badge.standing).toBe("doubtful");
  expect(await steward(start + 10 * DAY + HOUR)).toBe("fan_made");
});

test("seen again while in doubt, it is whole again", async () => {
  const start = Date.now();
  const brand = newBrand();
  await new Guest(brand, { now: start }).asks();
  const owner = await new Console(undefined, { now: start }).signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  const badge = async (now) => (await new Guest(brand, { now }).community()).badge;
  expect((await badge(start + 5 * DAY)).standing).toBe("doubtful");
  await hooks.due(brand, start + 5 * DAY);
  expect(await badge(start + 5 * DAY)).toMatchObject({ standing: "fresh", checked: start + 5 * DAY });
});

test("after the tenancy ended a newcomer begins anew and inherits nothing", async () => {
  const start = Date.now();
  const brand = newBrand();
  const thread = await new Guest(brand, { now: start }).asks();
  const owner = await new Console(undefined, { now: start }).signsIn();
  const { proof } = await owner.proves(brand);
  await owner.claims(brand);
  await ok(owner.answer(brand, thread));
  await removeRecords(proof.placement.at);
  const end = start + 45 * DAY;
  await hooks.due(brand, end);
  const newcomer = await new Console(undefined, { now: end }).signsIn();
  const { seat } = await newcomer.proves(brand);
  expect(seat).toMatchObject({ role: "owner" });
  expect(seat.from).toBeLessThanOrEqual(end);
  expect((await newcomer.desk(brand)).claims).toEqual([]);
  const seen = await new Guest(brand, { now: end }).thread(thread);
  expect(seen.row.steward).toBe("fan_made");
  expect(seen.replies[0].author.voice).toMatchObject({ formerly_official: [brand, expect.any(Number)] });
  await newcomer.claims(brand);
  expect((await new Guest(brand, { now: end }).thread(thread)).replies[0].author.voice).toMatchObject({ formerly_official: [brand, expect.any(Number)] });
  await refused((await later(owner, end)).claim(brand), 403, "not_allowed");
});
