// Further domains of a brand: each proven by its own record, each leading to the brand's community, none giving anybody anything.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, HOUR, MINUTE, hooks, newAddress, newBrand, ok, pathOf, putRecord, refused, removeRecords, send } from "../harness/actors.mjs";

const named = (who, brand, domain, on = true, options) => who.send("PUT", pathOf(brand, `/aliases/${domain}`), { on }, options);
const checked = (who, brand, domain, options) => who.send("POST", pathOf(brand, `/aliases/${domain}/check`), undefined, options);
const listed = async (brand) => (await send("GET", `/badge/${brand}?lang=en`)).text;

/** A brand with an owner, claimed, and its thread. */
async function claimed(now) {
  const brand = newBrand("a");
  const thread = await new Guest(brand, { now }).asks({ title: "Does it whistle?" });
  const owner = await new Console(undefined, { now }).signsIn();
  await owner.proves(brand);
  await owner.claims(brand);
  return { brand, thread, owner };
}

/** Names a further domain and puts its record up. */
async function proven(owner, brand, domain, options) {
  const { aliases } = await ok(named(owner, brand, domain, true, options));
  const { placement } = aliases.find((it) => it.domain === domain);
  await putRecord(placement.at, placement.text);
  const after = await ok(checked(owner, brand, domain, options));
  return { placement, state: after.aliases.find((it) => it.domain === domain).state };
}

test("a further domain leads to the community once its own DNS shows its own record", async () => {
  const { brand, thread, owner } = await claimed();
  const second = newBrand("a");
  const { aliases: [asked] } = await ok(named(owner, brand, second));
  expect(asked).toMatchObject({ domain: second, placement: { at: `_chie-challenge.${second}` }, state: { requested: {} } });
  // Nothing yet; another's record; the brand's own record at the wrong place.
  expect((await ok(checked(owner, brand, second))).aliases[0].state).toMatchObject({ requested: {} });
  await refused(checked(owner, brand, second), 429, "too_many");
  await hooks.due(brand);
  expect((await send("GET", `/c/${second}`)).status).toBe(404);
  const later = Date.now() + MINUTE;
  await putRecord(asked.placement.at, "token=aaaaaaaaaaaaaaaaaaaaaaaaaa");
  expect((await ok(checked(owner, brand, second, { now: later }))).aliases[0]).toMatchObject({ state: { requested: {} }, looks: [{ finding: "different" }, { finding: "different" }] });
  await putRecord(asked.placement.at, asked.placement.text);
  expect((await ok(checked(owner, brand, second, { now: later + MINUTE }))).aliases[0].state).toMatchObject({ confirmed: {} });
  await hooks.due(brand, later + MINUTE);
  // Its addresses lead here, by page, by badge, by tag and by opening.
  for (const [path, to] of [[`/c/${second}?lang=en`, `/c/${brand}?lang=en`], [`/c/${second}/kettle/${thread}?lang=en`, `/c/${brand}/kettle/${thread}?lang=en`], [`/badge/${second}?lang=en`, `/badge/${brand}?lang=en`]]) {
    const answer = await send("GET", path);
    expect([answer.status, answer.headers.get("location")?.endsWith(to)], path).toEqual([302, true]);
  }
  expect((await send("GET", `/embed/${second}/kettle?lang=en`)).text).toContain("Does it whistle?");
  expect(await ok(new Guest(second).open({ domain: second, product_name: "Kettle" }))).toMatchObject({ outcome: "was_open", brand });
  expect((await hooks.tables(second)).length).toBe(0);
  expect(await listed(brand)).toContain(second);
  // Whoever reads mail there works there; nobody there has any authority here.
  const worker = new Guest(brand);
  const own = await worker.asks({ title: "Is it ours?" });
  await worker.joins(newAddress().replace("mail.example", second));
  expect((await new Guest(brand).thread(own, { now: Date.now() })).author.mark).toEqual({ employee: second });
  // Taken back, it leads nowhere.
  await ok(named(owner, brand, second, false));
  await hooks.due(brand, later + MINUTE);
  expect((await send("GET", `/c/${second}`)).status).toBe(404);
  expect(await listed(brand)).not.toContain(second);
});

test("it is looked at every day: without its record it is in doubt, then over, and only that one", async () => {
  const start = Date.now();
  const { brand, owner } = await claimed(start);
  const [second, third] = [newBrand("a"), newBrand("a")];
  owner.now = start;
  const { placement } = await proven(owner, brand, second);
  await proven(owner, brand, third);
  await removeRecords(placement.at);
  const stands = async (now) => {
    const again = await new Console(owner.email, { now }).signsIn();
    const { aliases } = await ok(again.send("GET", pathOf(brand, "/aliases")));
    return Object.fromEntries(aliases.map((it) => [it.domain, Object.keys(it.state)[0]]));
  };
  for (const day of [1.1, 2.2, 3.3, 4.4]) await hooks.due(brand, start + day * DAY);
  expect(await stands(start + 4.4 * DAY + HOUR)).toEqual({ [second]: "doubtful", [third]: "confirmed" });
  for (const day of [5.5, 6.6, 7.7, 8.8, 9.9, 11]) await hooks.due(brand, start + day * DAY);
  expect(await stands(start + 11 * DAY + HOUR)).toEqual({ [second]: "lapsed", [third]: "confirmed" });
  await hooks.due(brand, start + 11 * DAY + 2 * HOUR);
  expect((await send("GET", `/c/${third}`)).status).toBe(302);
});

test("wrong domains, strangers and other people's domains", async () => {
  const { brand, owner } = await claimed();
  for (const wrong of ["co.uk", "github.io", "192.0.2.1", "localhost", "a..b", "acme.example:80", "user@acme.example", `${"a".repeat(64)}.example`]) {
    const answer = await named(owner, brand, wrong);
    expect([404, 422].includes(answer.status), `${wrong}: ${answer.status}`).toBe(true);
  }
  await refused(named(owner, brand, brand), 422, "own_domain");
  const stranger = await new Console().signsIn();
  await refused(named(stranger, brand, newBrand("a")), 403, "not_allowed");
  const mate = newAddress();
  await ok(owner.send("POST", pathOf(brand, "/people"), { email: mate, role: "representative" }));
  await refused(named(await new Console(mate).signsIn(), brand, newBrand("a")), 403, "not_allowed");
  await refused(checked(owner, brand, newBrand("a")), 404, "not_found");
  // A domain of another community stays where it is, however somebody proves it here.
  const other = newBrand("a");
  await new Guest(other).asks({ title: "Mine" });
  await proven(owner, brand, other);
  await hooks.due(brand);
  expect((await send("GET", `/c/${other}/kettle?lang=en`)).text).toContain("Mine");
  // The first brand that proves a further domain keeps it.
  const shared = newBrand("a");
  await proven(owner, brand, shared);
  await hooks.due(brand);
  const rival = await claimed();
  await proven(rival.owner, rival.brand, shared);
  await hooks.due(rival.brand);
  expect((await send("GET", `/c/${shared}?lang=en`)).headers.get("location")).toContain(`/c/${brand}?`);
  for (let n = 0; n < 18; n += 1) await ok(named(owner, brand, newBrand("a")));
  await refused(named(owner, brand, newBrand("a")), 429, "too_many");
});
