// Who acts for the brand: told of everything, invited, removed, objecting, coming back; and sessions that end on the server.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, HOUR, hooks, mailTo, newAddress, newBrand, ok, origins, pathOf, putRecord, refused, removeRecords, send } from "../harness/actors.mjs";

/** The person on the console at another time. */
const later = (person, now) => new Console(person.email, { now }).signsIn();
const people = (person, brand) => ok(person.send("GET", pathOf(brand, "/people")));
const other = async (person, brand) => (await people(person, brand)).people.find((one) => !one.me);

/** Subjects of the mail about a brand's place, oldest first. */
async function tidings(brand, email, now) {
  await hooks.due(brand, now);
  await hooks.due(brand, now);
  const all = (await mailTo(email)).map((mail) => mail.subject).filter((subject) => subject.startsWith(`${brand}: `));
  return all.reverse().map((subject) => subject.slice(brand.length + 2));
}

/** A community whose owner has proven by DNS and claimed. */
async function owned(now = Date.now()) {
  const brand = newBrand();
  const thread = await new Guest(brand, { now }).asks();
  const owner = await new Console(undefined, { now }).signsIn();
  const { proof } = await owner.proves(brand);
  const claimed = await ok(owner.claim(brand));
  return { brand, thread, owner, proof, claimed };
}

test("a stranger's request is told to those who sit, and shows the stranger nothing", async () => {
  const start = Date.now();
  const { brand, owner } = await owned(start);
  const stranger = await new Console(undefined, { now: start }).signsIn();
  const before = await new Guest(brand, { now: start }).community();
  await ok(stranger.requestProof(brand));
  expect(await new Guest(brand, { now: start }).community()).toEqual(before);
  expect((await tidings(brand, owner.email, start)).at(-1)).toMatch(/asked for a text that would prove this domain$/);
  expect(await tidings(brand, stranger.email, start)).toEqual([]);
  const desk = await stranger.desk(brand);
  expect([desk.claims, desk.threads.rows, desk.seat, desk.former, desk.proven]).toEqual([[], [], null, null, null]);
  await refused(stranger.send("GET", pathOf(brand, "/people")), 403, "not_allowed");
});

test("a second prover is announced and objected to, and both keep what they have", async () => {
  const start = Date.now();
  const { brand, owner } = await owned(start);
  const newcomer = await new Console(undefined, { now: start }).signsIn();
  await newcomer.proves(brand);
  expect((await tidings(brand, owner.email, start)).at(-1)).toMatch(/has proven the domain and joins as an owner$/);
  const { member } = await other(owner, brand);
  await refused(newcomer.send("PUT", pathOf(brand, `/people/${member}/objection`), { on: false }), 403, "not_allowed");
  const contested = await ok(owner.send("PUT", pathOf(brand, `/people/${member}/objection`), { on: true }));
  expect(contested.people.find((one) => !one.me).standing).toBe("contested");
  expect((await tidings(brand, newcomer.email, start)).at(-1)).toMatch(/^An owner objected/);
  await refused((await later(newcomer, start + 80 * HOUR)).claim(brand), 403, "not_allowed");
});

test("doubt, lapse and return are mailed, each once", async () => {
  const start = Date.now();
  const { brand, owner, proof } = await owned(start);
  await removeRecords(proof.placement.at);
  for (const [days, subject] of [[4, /not been seen for three days$/], [11, /has lapsed$/]]) {
    for (const more of [0, 2 * HOUR]) await hooks.due(brand, start + days * DAY + more);
    const told = await tidings(brand, owner.email, start + days * DAY + 3 * HOUR);
    expect(told.filter((one) => subject.test(one)).length).toBe(1);
  }
  const again = await later(owner, start + 12 * DAY);
  await again.proves(brand);
  expect((await tidings(brand, owner.email, start + 12 * DAY)).at(-1)).toMatch(/was seen again$/);
});

test("the recovery code comes with the first claim, once, and brings the former place back", async () => {
  const start = Date.now();
  const { brand, thread, owner, proof, claimed } = await owned(start);
  expect(claimed.recovery).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){5}$/);
  expect((await ok(owner.claim(brand, { product: "kettle" }))).recovery).toBe(null);
  await removeRecords(proof.placement.at);
  const end = start + 45 * DAY;
  await hooks.due(brand, end);
  const newcomer = await new Console(undefined, { now: end }).signsIn();
  await newcomer.proves(brand);
  expect((await tidings(brand, owner.email, end)).at(-1)).toMatch(/after your place here ended$/);
  expect((await newcomer.desk(brand)).former).toBe("by_code");
  await refused(newcomer.send("POST", pathOf(brand, "/succession"), { code: "aaaa-bbbb-cccc" }), 422, "code_wrong", "code");
  await ok(newcomer.send("POST", pathOf(brand, "/succession"), { code: claimed.recovery }));
  expect((await new Guest(brand, { now: end }).thread(thread)).row.steward).toMatchObject({ official: {} });
  expect((await people(newcomer, brand)).people.length).toBe(2);
});

test("a former owner consents", async () => {
  const start = Date.now();
  const { brand, owner, proof } = await owned(start);
  await removeRecords(proof.placement.at);
  const end = start + 45 * DAY;
  const newcomer = await new Console(undefined, { now: end }).signsIn();
  await newcomer.proves(brand);
  const former = await later(owner, end);
  expect((await former.desk(brand)).former).toBe("by_consent");
  await ok(former.send("POST", pathOf(brand, "/succession"), {}));
  expect((await newcomer.desk(brand)).claims.length).toBe(1);
});

test("an invited colleague acts by their address alone, and a removed one stops at once: posts say formerly", async () => {
  const { brand, thread, owner } = await owned();
  const colleague = newAddress("mika");
  const invited = await ok(owner.send("POST", pathOf(brand, "/people"), { email: colleague, role: "representative" }));
  const { member } = invited.people.find((one) => !one.me);
  expect(invited.people.find((one) => !one.me).standing).toBe("invited");
  await hooks.due(brand);
  expect((await mailTo(colleague)).some((mail) => mail.subject.includes("invited as representative"))).toBe(true);
  const mika = await new Console(colleague).signsIn();
  expect((await ok(mika.whoAmI())).brands).toContain(brand);
  await ok(mika.answer(brand, thread));
  expect((await people(owner, brand)).people.find((one) => !one.me).standing).toMatchObject({ acts: expect.any(Number) });
  await refused(mika.send("POST", pathOf(brand, "/people"), { email: newAddress(), role: "observer" }), 403, "not_allowed");
  await ok(owner.send("DELETE", pathOf(brand, `/people/${member}`)));
  await refused(mika.answer(brand, thread), 403, "not_allowed");
  expect((await mika.desk(brand)).threads.rows).toEqual([]);
  expect((await new Guest(brand).thread(thread)).replies[0].author.voice).toEqual({ alum: brand });
});

test("a check and a removal at the same moment have one outcome", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { brand, thread, owner } = await owned();
    const email = newAddress("mika");
    const { people: invited } = await ok(owner.send("POST", pathOf(brand, "/people"), { email, role: "representative" }));
    const { member } = invited.find((one) => !one.me);
    const mika = await new Console(email).signsIn();
    await ok(mika.answer(brand, thread));
    const { proof } = await ok(mika.requestProof(brand));
    await putRecord(proof.placement.at, proof.placement.text);
    const wishes = [() => mika.check(brand, proof.id), () => owner.send("DELETE", pathOf(brand, `/people/${member}`))];
    if (round % 2) wishes.reverse();
    const answers = await Promise.all(wishes.map((wish) => wish()));
    const removed = answers[round % 2 ? 0 : 1].status === 200;
    const still = (await people(owner, brand)).people.some((one) => one.member === member && one.standing?.acts);
    expect(still).toBe(!removed);
    expect((await mika.answer(brand, thread)).status).toBe(removed ? 403 : 200);
  }
});

test("a removed one's open page is told nothing more, and what they typed goes nowhere", async () => {
  const { brand, thread, owner } = await owned();
  const email = newAddress("mika");
  const { people: invited } = await ok(owner.send("POST", pathOf(brand, "/people"), { email, role: "representative" }));
  const { member } = invited.find((one) => !one.me);
  const mika = await new Console(email).signsIn();
  const reads = ["/triage", "/work", "/overview", "/people", "/sites", "/set-up", `/threads/${thread}/notes`];
  for (const path of reads) await ok(mika.send("GET", pathOf(brand, path)));
  await ok(owner.send("DELETE", pathOf(brand, `/people/${member}`)));
  for (const path of reads) await refused(mika.send("GET", pathOf(brand, path)), 403, "not_allowed");
  await refused(mika.answer(brand, thread, { body: "Typed before I was removed." }), 403, "not_allowed");
  await refused(mika.send("POST", pathOf(brand, `/threads/${thread}/notes`), { body: "Typed before I was removed." }), 403, "not_allowed");
  await refused(mika.setStatus(brand, thread, { word: "answered" }), 403, "not_allowed");
  expect(JSON.stringify(await new Guest(brand).thread(thread))).not.toContain("Typed before");
});

test("an observer reads and does nothing else; nobody is invited as an owner; an owner with a live record stays", async () => {
  const { brand, thread, owner } = await owned();
  const eyes = await new Console().signsIn();
  await ok(owner.send("POST", pathOf(brand, "/people"), { email: eyes.email, role: "observer" }));
  expect((await eyes.desk(brand)).threads.rows.length).toBe(1);
  for (const asked of [eyes.answer(brand, thread), eyes.claim(brand), eyes.setStatus(brand, thread, { word: "answered" })]) await refused(asked, 403, "not_allowed");
  await refused(owner.send("POST", pathOf(brand, "/people"), { email: newAddress(), role: "owner" }), 422, "owner_proves", "role");
  await refused(owner.send("POST", pathOf(brand, "/people"), { email: "nobody", role: "observer" }), 422, "malformed", "email");
  const me = (await people(owner, brand)).people.find((one) => one.me);
  await refused(owner.send("DELETE", pathOf(brand, `/people/${me.member}`)), 422, "last_owner");
});

test("a claim that is released takes the seal off what was said, and leaves its date", async () => {
  const { brand, thread, owner, claimed } = await owned();
  await ok(owner.answer(brand, thread));
  expect((await new Guest(brand).thread(thread)).replies[0].author.voice).toEqual({ official: brand });
  await ok(owner.release(brand, claimed.claim.id));
  expect((await new Guest(brand).thread(thread)).replies[0].author.voice).toEqual({ formerly_official: [brand, expect.any(Number)] });
});

test("signing out ends the session on the server: a copied cookie counts no more", async () => {
  const person = await new Console().signsIn();
  const copied = person.cookie;
  await ok(send("GET", "/v1/console/session", { at: origins().console, cookie: copied }));
  await ok(person.send("DELETE", "/v1/console/session"));
  await refused(send("GET", "/v1/console/session", { at: origins().console, cookie: copied }), 401, "sign_in_needed");
});

test("sessions are listed, and ended from another device", async () => {
  const here = await new Console().signsIn();
  const there = await new Console(here.email).signsIn();
  const { sessions } = await ok(here.send("GET", "/v1/console/sessions"));
  expect(sessions.map((one) => one.this).sort()).toEqual([false, true]);
  const elsewhere = sessions.find((one) => !one.this);
  const stranger = await new Console().signsIn();
  await refused(stranger.send("DELETE", `/v1/console/sessions/${elsewhere.id}`), 404, "not_found");
  await ok(there.whoAmI());
  await ok(here.send("DELETE", `/v1/console/sessions/${elsewhere.id}`));
  await refused(there.whoAmI(), 401, "sign_in_needed");
  await ok(here.whoAmI());
});
