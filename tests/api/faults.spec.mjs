// Odd cursors, sessions, searches, forms and bodies break nothing, and reading goes on.
import { expect, test } from "@playwright/test";
import { Guest, newBrand, newKey, ok, pathOf, refused, send } from "../harness/actors.mjs";

/** Always the same chance. */
function chance(seed) {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

const ODD = ["\0", "\u{202e}", "%", "\"", "' OR 1=1 --", "NEAR(", "*", "é".repeat(40), "😀", "\ud83d", "-", "AND", "(", "^", ":", "ー", "ｱ", "\n"];

/** A text with something else in some of its places. */
function bent(text, random) {
  const letters = [...text];
  for (let turn = 0; turn <= random(4); turn += 1) {
    const at = random(letters.length || 1);
    const odd = random(2) ? ODD[random(ODD.length)] : String.fromCodePoint(33 + random(90));
    letters.splice(at, random(3), odd);
  }
  return letters.join("").toWellFormed();
}

test("three hundred bent cursors, sessions, searches and forms: each is read or refused for a reason, and nothing breaks", async () => {
  const brand = newBrand("bent");
  const guest = new Guest(brand);
  for (let turn = 0; turn < 21; turn += 1) await new Guest(brand).asks({ title: `Number ${turn}` });
  await guest.asks({ title: "Whistle" });
  const { next } = await ok(guest.list({ limit: 20 }));
  expect(next, "there is a cursor to bend").toBeTruthy();
  const random = chance(20_260_901);
  const asked = {
    cursor: (it) => send("GET", pathOf(brand, `/threads?${new URLSearchParams({ limit: 20, cursor: it })}`)),
    session: (it) => send("GET", pathOf(brand, "/mine"), { session: it.replaceAll(/[^\x21-\x7e]/g, "~"), origin: guest.site }),
    search: (it) => send("GET", pathOf(brand, `/search?${new URLSearchParams({ q: it })}`)),
    form: (it) => send("POST", pathOf(brand, "/threads"), { body: { product: "kettle", kind: "question", title: "Odd" }, headers: { "x-chie-network": "2001:db8::1", "chie-form": `took=1; work=${it.replaceAll(/[^\x21-\x7e]/g, "~")}` }, key: newKey() }),
    product: (it) => send("GET", `/embed/${brand}/${encodeURIComponent(it)}`),
  };
  const whole = { cursor: next, session: guest.session, search: "whistle \"of the\" -kettle", form: Buffer.from('{"challenge":"a","number":1,"salt":"b?expires=9999999999","signature":"c"}').toString("base64url"), product: "kettle" };
  for (const [what, ask] of Object.entries(asked)) {
    for (let turn = 0; turn < 60; turn += 1) {
      const it = bent(whole[what], random);
      const answer = await ask(it);
      expect(answer.status, `${what} ${JSON.stringify(it)}: ${answer.text.slice(0, 200)}`).toBeLessThan(500);
      if (what === "cursor" && it !== next) expect(answer.status, it).toBeGreaterThanOrEqual(400);
      if (what === "session" && it !== guest.session) expect(answer.status, it).toBe(401);
    }
  }
  await ok(guest.list());
});

test("a body of any size and shape that arrives at the limit is refused before it is read, and reading goes on", async () => {
  const brand = newBrand("size");
  const thread = await new Guest(brand).asks();
  const flood = Array.from({ length: 40 }, () => send("POST", pathOf(brand, `/threads/${thread}/replies`), { raw: "x".repeat(70 * 1024) }));
  const [reads, floods] = await Promise.all([Promise.all(Array.from({ length: 40 }, () => send("GET", pathOf(brand, `/threads/${thread}`)))), Promise.all(flood)]);
  expect(reads.every(({ status }) => status === 200)).toBe(true);
  expect(floods.every(({ status }) => status === 413)).toBe(true);
  await refused(send("POST", pathOf(brand, "/threads"), { raw: `{"title":${"[".repeat(5_000)}${"]".repeat(5_000)}}` }), 400, "wrong_type", "title");
});
