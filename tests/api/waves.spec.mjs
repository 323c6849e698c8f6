// Newcomers and waves, through the real edge: what each network, form and name comes to, what a real newcomer notices of it, and that a wave of
// a thousand posts keeps nobody else from anything.
import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";
import { Console, Guest, MINUTE, hooks, mailTo, newAddress, newBrand, ok, operator, pathOf, refused, send } from "../harness/actors.mjs";
import { asNewcomer, networkOf, solve, somethingElse } from "../abuse/people.mjs";

test("a network writes so much, and hears in a plain sentence and in `Retry-After` when it goes on", async () => {
  const brand = newBrand("w");
  const now = Date.now();
  const network = networkOf("one household");
  for (let turn = 0; turn < 10; turn += 1) {
    await ok(asNewcomer(new Guest(brand, { now: now + turn }), network).ask({ title: `Question number ${turn}` }));
  }
  const answer = await asNewcomer(new Guest(brand, { now: now + 60_000 }), network).ask({ title: "One more" });
  const error = await refused(Promise.resolve(answer), 429, "too_many");
  const [, at] = error.message.match(/after (\S+Z)\.$/);
  expect(Date.parse(at) - (now + 600_000)).toBeLessThan(1_001);
  expect(Date.parse(at)).toBeGreaterThanOrEqual(now + 600_000);
  expect(Number(answer.headers.get("retry-after"))).toBe(Math.ceil((Date.parse(at) - (now + 60_000)) / 1_000));
  // The same /64 however it is written, another /64, and an IPv4 address that is written as IPv6.
  const same = network.replace("::1", ":ffff:1:2:3");
  await refused(asNewcomer(new Guest(brand, { now: now + 60_000 }), same).ask({ title: "From the next room" }), 429, "too_many");
  await ok(asNewcomer(new Guest(brand, { now: now + 60_000 }), networkOf("a neighbour")).ask({ title: "From next door" }));
  await ok(asNewcomer(new Guest(brand, { now: Date.parse(at) }), network).ask({ title: "Now it goes on" }));
});

test("no address of anybody's is kept anywhere, only a hash that another day makes differently", async () => {
  const brand = newBrand("w");
  const network = "203.0.113.77";
  await ok(asNewcomer(new Guest(brand), network).ask({ title: "Who am I?" }));
  const judge = await operator();
  const texts = [
    (await new Guest(brand).send("GET", "/audit")).text, (await judge.send("GET", pathOf(brand, "/audit-rows"))).text,
    (await judge.send("GET", pathOf(brand, "/guard"))).text, (await judge.send("GET", pathOf(brand, "/export"))).text,
    ...(await Promise.all(["/threads", "/figures", "/history"].map((rest) => new Guest(brand).send("GET", rest)))).map((it) => it.text),
  ];
  for (const text of texts) expect(text).not.toContain("203.0.113");
});

test("in a wave a newcomer's program works once a post, a wrong or used or foreign answer counts for nothing, and nobody works in quiet times", async () => {
  const brand = newBrand("w");
  for (let turn = 0; turn < 25; turn += 1) await ok(asNewcomer(new Guest(brand), networkOf(`wave ${turn}`)).ask({ title: `Number ${turn}` }));
  const newcomer = () => asNewcomer(new Guest(brand), networkOf(`later ${Math.random()}`));
  await refused(newcomer().ask({ title: "Without work" }), 429, "work_needed");
  const challenge = await ok(send("GET", pathOf(brand, "/challenge")));
  expect([challenge.algorithm, challenge.challenge.length, challenge.maxnumber]).toEqual(["SHA-256", 64, 50_000]);
  const done = solve(challenge);
  const form = (work) => ({ headers: { ...newcomer().headers, "chie-form": `took=9000; work=${work}` } });
  const again = (fields) => Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(done, "base64url")), ...fields })).toString("base64url");
  const easy = createHash("sha256").update(`${challenge.salt}0`).digest("hex");
  for (const wrong of ["", "x", "e30", again({ number: 50_001 }), again({ number: 0, challenge: easy }), again({ signature: "0".repeat(64) }), again({ salt: challenge.salt.replace(/expires=\d+/, "expires=9999999999") })]) {
    await refused(newcomer().ask({ title: "Wrong work" }, form(wrong)), 429, "work_needed");
  }
  const late = solve(await ok(send("GET", pathOf(brand, "/challenge"), { now: Date.now() - 11 * MINUTE })));
  await refused(newcomer().ask({ title: "Too late" }, form(late)), 429, "work_needed");
  await ok(newcomer().ask({ title: "With work" }, form(solve(await ok(send("GET", pathOf(brand, "/challenge")))))));
  const twice = solve(await ok(send("GET", pathOf(brand, "/challenge"))));
  await ok(newcomer().ask({ title: "Once" }, form(twice)));
  await refused(newcomer().ask({ title: "Twice" }, form(twice)), 429, "work_needed");
  const other = newBrand("w");
  const foreign = solve(await ok(send("GET", pathOf(other, "/challenge"))));
  await refused(newcomer().ask({ title: "Foreign" }, form(foreign)), 429, "work_needed");
  // Whoever has shown an address is asked for nothing.
  const known = asNewcomer(new Guest(brand), networkOf("known"));
  known.session = (await ok(known.ask({ title: "Before joining" }, form(solve(await ok(send("GET", pathOf(brand, "/challenge")))))))).session;
  await known.joins(newAddress());
  await ok(known.ask({ title: "After joining" }));
});

test("a plain form is slowed in a wave, posts without any work, and one that a program fills in waits", async () => {
  const brand = newBrand("w");
  await ok(new Guest(brand).open({ product_name: "Kettle" }));
  const form = async (network, fields, { wait = 0 } = {}) => {
    const headers = { "x-chie-network": networkOf(network) };
    const page = await send("GET", `/c/${brand}/kettle/ask?lang=en`, { headers });
    const [, key] = page.text.match(/name="key" value="([^"]+)"/);
    const content = new URLSearchParams({ key, lang: "en", kind: "question", ...fields }).toString();
    return send("POST", `/c/${brand}/kettle/ask?lang=en`, { raw: content, type: "application/x-www-form-urlencoded", headers, key: null, now: wait ? Date.now() + wait : undefined });
  };
  expect((await form("a reader", { title: "Does it whistle when it boils?" })).status).toBe(303);
  expect((await form("a program", { title: "Does it whistle a tune?", homepage: "https://spam.example" })).status).toBe(303);
  expect((await ok(new Guest(brand).list())).rows.map((row) => row.title)).toEqual(["Does it whistle when it boils?"]);
  for (let turn = 0; turn < 25; turn += 1) await asNewcomer(new Guest(brand), networkOf(`wave ${turn}`)).ask({ title: `Number ${turn}` });
  expect((await form("first", { title: "A question in a wave" })).status).toBe(303);
  const slowed = await form("first", { title: "And at once another" });
  expect(slowed.status).toBe(429);
  expect(slowed.text).toContain("And at once another");
});

test("slow mode and holding newcomers: one switch that says who turned it and ends, and nobody is mailed about what waits", async () => {
  const brand = newBrand("w");
  const [asker, address] = [new Guest(brand), newAddress()];
  const thread = await asker.asks({ title: "Which water?" });
  await asker.joins(address);
  await ok(asker.follow(thread));
  const judge = await operator();
  const guard = (body) => judge.send("PUT", pathOf(brand, "/guard"), body);
  await refused(guard({ slow: 241 }), 422, "out_of_range", "slow");
  await refused(guard({ slow: 1, fast: 2 }), 400, "unknown_field", "fast");
  const someone = await new Console().signsIn();
  await refused(someone.send("PUT", pathOf(brand, "/guard"), { slow: 5 }), 403, "not_allowed");
  await refused(guard({ slow: 1, hours: 169 }), 422, "out_of_range", "hours");
  const turned = await ok(guard({ slow: 5, hold_newcomers: true, hours: 6 }));
  expect(turned.guard).toEqual({ slow: 5, hold_newcomers: true });
  expect([turned.set.by, turned.set.until - turned.set.at]).toEqual(["operator", 6 * 60 * MINUTE]);
  const newcomer = asNewcomer(new Guest(brand), networkOf("slow"));
  const { reply } = await ok(newcomer.reply(thread, { body: "Rain water is best." }));
  expect(Object.keys(reply.post)).toEqual(["held"]);
  await refused(newcomer.reply(thread, { body: "Snow is better." }), 429, "too_many");
  await ok(asker.reply(thread, { body: "Whoever is known goes on." }));
  await hooks.due(brand, Date.now() + 60 * MINUTE);
  expect((await mailTo(address)).filter((mail) => mail.text.includes("Rain water"))).toEqual([]);
  expect((await ok(judge.send("GET", pathOf(brand, "/guard")))).held).toBe(1);
  expect((await ok(guard({}))).guard).toEqual({ slow: 0, hold_newcomers: false });
  const record = await ok(new Guest(brand).send("GET", "/audit"));
  expect(record.rows.filter((row) => row.what === "guard_set").map((row) => row.object)).toEqual(["slow:5 hold:1 hours:6 by:operator", "slow:0 hold:0 hours:0 by:operator"]);
});

test("a thousand posts of a wave from a thousand networks: few are seen, and real people read, ask and answer meanwhile", async () => {
  test.setTimeout(120_000);
  const brand = newBrand("w");
  const known = new Guest(brand);
  const thread = await known.asks({ title: "Which water?" });
  await known.joins(newAddress());
  const outcomes = { seen: 0, held: 0, refused: 0 };
  const people = [];
  let turn = 0;
  const bot = async () => {
    while (turn < 1_000) {
      const mine = (turn += 1);
      const from = asNewcomer(new Guest(brand), networkOf(`bot ${mine % 700}`));
      const title = `Buy followers for every network at the best price today, number ${mine}`;
      const answer = await from.ask({ title, body: `Order the package at https://spam${mine % 9}.example/${mine} and get one free with every order.` });
      if (answer.status === 200) outcomes[Object.keys(answer.body.thread.post)[0] === "held" ? "held" : "seen"] += 1;
      else { expect(answer.status).toBe(429); outcomes.refused += 1; }
      if (mine % 100 === 0) people.push(person(mine));
    }
  };
  const person = async (mine) => {
    const began = Date.now();
    expect((await new Guest(brand).list()).status).toBe(200);
    await ok(known.reply(thread, { body: `Water number ${mine} is fine.` }));
    const newcomer = asNewcomer(new Guest(brand), networkOf(`person ${mine}`));
    const first = await newcomer.ask({ title: somethingElse(mine) });
    if (first.status === 429) {
      const work = solve(await ok(send("GET", pathOf(brand, "/challenge"))));
      const { thread: mineNow } = await ok(newcomer.ask({ title: somethingElse(mine) }, { headers: { ...newcomer.headers, "chie-form": `took=9000; work=${work}` } }));
      expect(Object.keys(mineNow.post)).toEqual(["whole"]);
    }
    return Date.now() - began;
  };
  await Promise.all(Array.from({ length: 12 }, bot));
  expect((await Promise.all(people)).length).toBe(10);
  expect(outcomes.seen + outcomes.held + outcomes.refused).toBe(1_000);
  expect(outcomes.seen).toBeLessThanOrEqual(3);
  expect((await new Guest(brand).community()).threads).toBeLessThanOrEqual(3 + 11);
});
