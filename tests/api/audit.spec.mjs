// The record of what was done in whose name: everybody reads what was done, the operator by whom, anybody recomputes the chain, and a changed,
// missing or swapped row is found.
import { expect, test } from "@playwright/test";
import { broken, rowsOf } from "../../scripts/verify-audit.mjs";
import { Console, Guest, newBrand, ok, operator, origins, pathOf, refused } from "../harness/actors.mjs";

async function lived() {
  const brand = newBrand("a");
  const guest = new Guest(brand);
  const thread = await guest.asks({ title: "Secretcanary question" });
  const reply = await new Guest(brand).replies(thread);
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  await ok(owner.answer(brand, thread));
  await ok(owner.send("GET", pathOf(brand, "/export")));
  const judge = await operator();
  await ok(judge.remove(brand, { thread, reply, ground: "spam" }));
  await ok(guest.send("GET", "/me/export"));
  return { brand, owner, judge, thread, reply };
}

test("claims, roles, decisions and exports are all in it; the public part names no person, and neither has a word of anybody's", async () => {
  const { brand, owner, judge, reply } = await lived();
  const open = await rowsOf({ origin: origins().chie, brand });
  const whole = (await ok(judge.send("GET", pathOf(brand, "/audit-rows")))).rows;
  const deeds = whole.map((row) => row.what);
  for (const deed of ["proof_requested", "proof_confirmed", "tenancy_began", "seat_taken", "claimed", "answered_officially", "community_exported", "removed", "member_exported"]) expect(deeds).toContain(deed);
  expect(open.map(({ seq, at, what, hash }) => [seq, at, what, hash])).toEqual(whole.map(({ seq, at, what, hash }) => [seq, at, what, hash]));
  expect(open.every((row) => row.actor === null)).toBe(true);
  expect(open.find((row) => row.what === "removed").object).toBe(reply);
  expect(open.find((row) => row.what === "member_exported").object).toBe(null);
  expect(JSON.stringify([open, whole])).not.toMatch(/Secretcanary|@mail\.example|vinegar/i);
  await refused(owner.send("GET", pathOf(brand, "/audit-rows")), 403, "not_allowed");
  await refused(new Guest(newBrand()).send("GET", "/audit"), 404, "unknown_brand");
});

test("`npm run verify-audit` recomputes the chain from the rows alone, and finds whatever was changed", async () => {
  const { brand, judge } = await lived();
  const rows = await rowsOf({ origin: origins().chie, brand, cookie: judge.cookie });
  expect(rows.length).toBeGreaterThan(8);
  expect(broken(rows)).toBe(undefined);
  const changed = (place, fields) => rows.map((row, at) => (at === place ? { ...row, ...fields } : row));
  for (const fields of [{ actor: "m_somebody" }, { object: "t_else" }, { what: "released" }, { at: rows[3].at + 1 }, { hash: "0".repeat(64) }]) {
    expect(broken(changed(3, fields)), JSON.stringify(fields)).toBeGreaterThanOrEqual(rows[3].seq);
    expect(broken(changed(3, fields)), JSON.stringify(fields)).toBeLessThanOrEqual(rows[3].seq + 1);
  }
  expect(broken(rows.filter((_, at) => at !== 3))).toBe(rows[4].seq);
  expect(broken([...rows.slice(0, 3), rows[4], rows[3], ...rows.slice(5)])).toBe(rows[4].seq);
  // Without the names nothing can be recomputed, and gaps are found all the same.
  const open = await rowsOf({ origin: origins().chie, brand });
  expect([broken(open, { whole: false }), broken(open.slice(1), { whole: false })]).toEqual([undefined, 2]);
});
