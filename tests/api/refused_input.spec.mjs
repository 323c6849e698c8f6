// What is refused: each case says the status, the code and the field, and afterwards everything reads as before.
import { expect, test } from "@playwright/test";
import { Console, Guest, NOBODYS, everythingOf, hooks, newBrand, newKey, ok, origins, pathOf, refused, send } from "../harness/actors.mjs";

const question = { product: "kettle", kind: "question", title: "A question" };

/** A community with one thread and one reply, and the checks that everything in it stays as it is. */
async function still(work) {
  const brand = newBrand();
  const guest = new Guest(brand);
  const thread = await guest.asks();
  const reply = await new Guest(brand).replies(thread);
  const now = Date.now();
  const before = await everythingOf(brand, now);
  await work({ brand, guest, thread, reply });
  expect(await everythingOf(brand, now)).toBe(before);
}

test("texts: empty, blank, over-long, unseen characters", () => still(async ({ brand, guest, thread }) => {
  const ask = (fields) => guest.send("POST", "/threads", { ...question, ...fields });
  for (const title of ["", "   ", "\n\t"]) await refused(ask({ title }), 422, "empty", "title");
  await refused(ask({ title: "あ".repeat(141) }), 422, "too_long", "title");
  for (const title of ["a\u202eb", "a\u0000b", "a\u2066b"]) await refused(ask({ title }), 422, "forbidden_character", "title");
  for (const body of ["", " \n "]) await refused(ask({ body }), 422, "empty", "body");
  await refused(ask({ body: "x".repeat(10_001) }), 422, "too_long", "body");
  await refused(ask({ body: "bell\u0007" }), 422, "forbidden_character", "body");
  await refused(ask({ name: "x".repeat(41) }), 422, "too_long", "name");
  await refused(ask({ name: "A\u200bb" }), 422, "forbidden_character", "name");
  await refused(ask({ name: "" }), 422, "empty", "name");
  for (const product of ["Kettle", "a/b", "../x", "ケトル", "-a"]) await refused(ask({ product }), 422, "malformed", "product");
  await refused(ask({ product: "x".repeat(65) }), 422, "too_long", "product");
  await refused(ask({ product_name: "x".repeat(81), product: "new" }), 422, "too_long", "product_name");
  await refused(guest.reply(thread, { body: "" }), 422, "empty", "body");
  await refused(guest.reply(thread, { body: "x".repeat(10_001) }), 422, "too_long", "body");
  await refused(guest.send("GET", "/likely?q="), 422, "empty", "q");
  // Nobody types that much: it finds nothing, and says no more than that.
  expect((await ok(guest.send("GET", `/likely?q=${"x".repeat(201)}`))).likely).toEqual([]);
  await refused(guest.send("GET", "/search?q="), 422, "empty", "q");
  await refused(guest.open({ product_name: " " }), 422, "empty", "product_name");
  await refused(guest.open({ name: "x".repeat(61) }), 422, "too_long", "name");
  await refused(guest.open({ product_name: "湯沸かし" }), 422, "key_needed", "product");
  expect((await ok(send("GET", pathOf(brand, `/threads/${thread}`)))).replies.length).toBe(1);
}));

test("values: unknown kinds, wrong types, missing and unknown fields", () => still(async ({ guest, thread, reply }) => {
  const ask = (fields) => guest.send("POST", "/threads", { ...question, ...fields });
  await refused(ask({ kind: "complaint" }), 422, "unknown_value", "kind");
  await refused(ask({ kind: "update" }), 422, "kind_reserved", "kind");
  await refused(ask({ title: 7 }), 400, "wrong_type", "title");
  await refused(ask({ title: null }), 400, "wrong_type", "title");
  await refused(ask({ body: ["x"] }), 400, "wrong_type", "body");
  await refused(ask({ title: undefined }), 400, "missing_field", "title");
  for (const [field, value] of Object.entries({
    official: true, role: "owner", created_at: 0, at: 0, id: `t_${NOBODYS}`, author: "m_x", steward: { official: { since: 0 } }, status: "planned",
    voice: "member", accepted: true, stars: 99, brand: "acme.example", __proto__x: {}, visibility: "public",
  })) {
    await refused(ask({ [field]: value }), 400, "unknown_field", field);
    await refused(guest.reply(thread, { [field]: value }), 400, "unknown_field", field);
    await refused(guest.send("PUT", `/threads/${thread}/me-too`, { on: true, [field]: value }), 400, "unknown_field", field);
    await refused(guest.send("PUT", `/replies/${reply}/star`, { on: true, [field]: value }), 400, "unknown_field", field);
    await refused(guest.send("PUT", `/replies/${reply}/accepted`, { on: true, [field]: value }), 400, "unknown_field", field);
    await refused(guest.open({ [field]: value }), 400, "unknown_field", field);
  }
  for (const on of ["yes", 1, null]) await refused(guest.meToo(thread, on), 400, "wrong_type", "on");
  await refused(guest.send("PUT", `/threads/${thread}/me-too`, {}), 400, "missing_field", "on");
  await refused(guest.list({ kind: "rant" }), 422, "unknown_value", "kind");
  await refused(guest.list({ limit: "many" }), 400, "bad_query", "limit");
  await refused(guest.list({ limit: "-1" }), 400, "bad_query", "limit");
  await refused(guest.list({ sort: "me" }), 400, "unknown_field", "sort");
  await refused(guest.send("GET", "/likely"), 400, "missing_field", "q");
  expect((await ok(guest.list({ limit: 255 }))).rows.length).toBe(1);
}));

test("bodies: too large, no JSON, two values, odd bytes, another type", () => still(async ({ brand, guest }) => {
  const post = (raw, options) => guest.send("POST", "/threads", undefined, { raw, ...options });
  await refused(post(JSON.stringify({ ...question, body: "x".repeat(64 * 1024) })), 413, "too_large");
  await refused(post(`{"a":"${"x".repeat(3_000_000)}"}`), 413, "too_large");
  await refused(post(new Blob([`{"a":"${"x".repeat(70_000)}"}`]).stream(), { signal: AbortSignal.timeout(9000) }).catch(() => send("POST", pathOf(brand, "/threads"), { raw: "x".repeat(70_000) })), 413, "too_large");
  for (const raw of ["", "{", "[", "null x", "{'title':1}", '{"title":"a",}', `${JSON.stringify(question)} {}`, "\ufeff{}", "NaN", "\u0000", '{"title":"\\ud800"}', '{"a":\u0001}']) {
    const { code } = await refusedAs(post(raw), 400);
    expect(["bad_json", "missing_field", "wrong_type", "unknown_field"], raw).toContain(code);
  }
  await refused(post("{"), 400, "bad_json");
  await refused(post(`${JSON.stringify(question)}x`), 400, "bad_json");
  const deep = await post(`{"title":${"[".repeat(30_000)}`);
  expect(deep.status).toBe(400);
  await refused(post(`{"product":"kettle","product":"lamp","kind":"question","title":"x"}`), 400, "unknown_field", "product");
  await refused(post("[]"), 400, "wrong_type");
  await refused(post(Buffer.from([0x7b, 0xff, 0x7d])), 400, "bad_json");
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", null]) {
    await refused(send("POST", pathOf(brand, "/threads"), { raw: JSON.stringify(question), type, headers: type === null ? { "content-type": "" } : {} }), 415, "wrong_content_type");
  }
  await refused(send("PUT", pathOf(brand, `/threads/t_${NOBODYS}/me-too`), { raw: "on=true", type: "text/plain" }), 415, "wrong_content_type");
}));

async function refusedAs(asked, status) {
  const answer = await asked;
  expect(answer.status, answer.text).toBe(status);
  return answer.body.error;
}

test("ids of another community, of nobody and of another kind look all the same", () => still(async (mine) => {
  await still(async (theirs) => {
    const { brand, guest } = mine;
    const nowhere = async (use) => {
      const answers = [await use(theirs), await use({ thread: `t_${NOBODYS}`, reply: `r_${NOBODYS}` })];
      expect(answers.map((answer) => answer.status)).toEqual([404, 404]);
      expect(answers[0].text).toBe(answers[1].text);
    };
    await nowhere(({ thread }) => guest.send("GET", `/threads/${thread}`));
    await nowhere(({ thread }) => guest.reply(thread));
    await nowhere(({ thread }) => guest.meToo(thread));
    await nowhere(({ reply }) => guest.star(reply));
    await nowhere(({ reply }) => guest.accept(reply));
    const drawn = await send("GET", `/embed/${brand}/kettle?lang=en&thread=${theirs.thread}`);
    const without = await send("GET", `/embed/${brand}/kettle?lang=en&thread=t_${NOBODYS}`);
    expect(drawn.status).toBe(200);
    expect(drawn.bytes.length).toBe(without.bytes.length);
    for (const wrong of [theirs.reply, "x", "t_", `t_${NOBODYS}'--`, "t_%00", `T_${NOBODYS}`]) {
      expect((await guest.send("GET", `/threads/${wrong}`)).status, wrong).toBe(404);
    }
  });
}));

test("keys: missing, badly formed, and used again for something else", () => still(async ({ brand, guest, thread }) => {
  const writes = [["/threads", question], [`/threads/${thread}/replies`, { body: "x" }]];
  for (const [rest, body] of writes) {
    await refused(guest.send("POST", rest, body, { key: null }), 400, "idempotency_key_missing");
    for (const key of ["", "short", "x".repeat(65), "with space and more text", "ключ-ключ-ключ-ключ".slice(0, 0) || "a;b;c;d;e;f;g;h;i"]) {
      await refused(guest.send("POST", rest, body, { key: null, headers: { "idempotency-key": key } }), 400, "idempotency_key_missing");
    }
  }
  await refused(send("POST", "/v1/communities", { body: { domain: brand, product_name: "Kettle" }, key: null }), 400, "idempotency_key_missing");
}));

test("a used key gives the first answer again, to the same person only, and refuses another wish", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  const thread = await guest.asks();
  const key = newKey();
  const first = await ok(guest.reply(thread, { body: "Once." }, { key }));
  expect((await ok(guest.reply(thread, { body: "Once." }, { key }))).reply.id).toBe(first.reply.id);
  await refused(guest.reply(thread, { body: "Twice." }, { key }), 422, "idempotency_key_reused");
  await refused(guest.ask({ title: "Twice" }, { key }), 422, "idempotency_key_reused");
  const other = new Guest(brand);
  expect((await ok(other.reply(thread, { body: "Once." }, { key }))).reply.id).not.toBe(first.reply.id);
  const seen = await new Guest(brand).thread(thread);
  expect(seen.replies.map((reply) => reply.id).length).toBe(2);
  expect((await new Guest(brand).community()).threads).toBe(1);
});

test("domains that are none", async () => {
  const cases = [
    ["127.0.0.1", "ip_address"], ["[::1]", "ip_address"], ["0x7f.1", "ip_address"], ["2130706433", "ip_address"], ["::ffff:127.0.0.1", "ip_address"],
    ["localhost", "local_name"], ["printer.local", "local_name"], ["acme", "local_name"], ["db.internal", "local_name"],
    ["co.uk", "public_suffix"], ["github.io", "public_suffix"], ["com", "local_name"],
    ["a..b", "malformed_domain"], [".acme.example", "malformed_domain"], ["acme.example:8080", "malformed_domain"], ["user@acme.example", "malformed_domain"],
    ["https://acme.example", "malformed_domain"], ["acme.example/path", "malformed_domain"], ["-a.example", "malformed_domain"], ["a_b.example", "malformed_domain"],
    ["xn--zzzzzzz---.example", "malformed_domain"], [`${"a".repeat(246)}.example`, "malformed_domain"], [`${"a.".repeat(124)}example`, "malformed_domain"],
    ["acme example", "malformed_domain"], ["acme.example\u0000", "malformed_domain"], ["", "malformed_domain"], ["acme.example?x", "malformed_domain"],
  ];
  for (const [domain, code] of cases) {
    await refused(send("POST", "/v1/communities", { body: { domain, product_name: "Thing" } }), 422, code, "domain");
    if (domain === "" || /[/?#\u0000]/.test(domain)) continue;
    for (const path of [pathOf(encodeURI(domain)), `/embed/${encodeURI(domain)}/kettle`]) {
      const answer = await send("GET", path);
      expect(answer.status, path).toBe(422);
      expect([code, "malformed_domain"], path).toContain(answer.body.error.code);
      expect(answer.body.error.field, path).toBe("brand");
    }
  }
  await refused(send("POST", pathOf("github.io", "/threads"), { body: question }), 422, "public_suffix", "brand");
  await refused(send("POST", "/v1/communities", { body: { domain: 7, product_name: "Thing" } }), 400, "wrong_type", "domain");
});

test("searching for anything at all is only searching", async () => {
  const brand = newBrand();
  await new Guest(brand).asks();
  for (const q of ["' OR 1=1 --", "\"", "* NEAR(", "kettle AND NOT", "%", "_", "title:kettle", "-kettle", "\\", "{x}", "ケ", "🫖", "a".repeat(200), ";DROP TABLE thread"]) {
    for (const path of [`/v1/directory?q=${encodeURIComponent(q)}`, pathOf(brand, `/likely?q=${encodeURIComponent(q)}`)]) {
      const answer = await send("GET", path);
      expect(answer.status, path).toBe(200);
      expect((answer.body.brands ?? answer.body.likely).length, path).toBeLessThanOrEqual(20);
    }
  }
  await refused(send("GET", "/v1/directory?q="), 422, "empty", "q");
  expect((await new Guest(brand).community()).threads).toBe(1);
});

test("a refused write of somebody new makes no community", async () => {
  for (const body of [{ ...question, title: "" }, { ...question, official: true }, { ...question, kind: "update" }, { ...question, name: "Official Support" }]) {
    const brand = newBrand();
    const answer = await send("POST", pathOf(brand, "/threads"), { body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain("session");
    expect(await hooks.tables(brand)).toEqual([]);
    expect(await ok(send("GET", pathOf(brand)))).toMatchObject({ opened: null, threads: 0, products: [] });
  }
  const brand = newBrand();
  await refused(send("POST", pathOf(brand, `/threads/t_${NOBODYS}/replies`), { body: { body: "x" } }), 404, "unknown_thread");
  await refused(send("PUT", pathOf(brand, `/threads/t_${NOBODYS}/me-too`), { body: { on: true } }), 404, "unknown_thread");
  expect((await new Guest(brand).community()).opened).toBe(null);
});

test("names that pose as the maker, its staff or Chie", () => still(async ({ brand, guest, thread }) => {
  const label = brand.split(".")[0];
  for (const name of [label, label.toUpperCase(), `${label} Support`, "Official", "Оfficial", "ｏｆｆｉｃｉａｌ", "公式", "サポート担当", "Acme staff", "Moderator", "Admin_1", "お客様相談室", "Support", "Team Support", "0fficial"]) {
    await refused(guest.reply(thread, { name }), 422, "name_reserved", "name");
    await refused(guest.ask({ name }), 422, "name_reserved", "name");
  }
  for (const name of [`${label} Official`, "Official Kettles", "公式ケトル"]) {
    await refused(new Guest(newBrand()).open({ domain: brand, name }), 422, "brand_name_reserved", "name");
  }
}));

test("ordinary names are ordinary", async () => {
  const brand = newBrand();
  const id = await new Guest(brand).asks({ name: "Stafford" });
  for (const name of ["青木 そら", "Zoë", "O'Brien-Smith", "スタッフォード", "掃除担当"]) {
    const reply = await ok(new Guest(brand).reply(id, { name }));
    expect(reply.reply.author.name).toEqual({ chosen: name });
  }
});

test("addresses of mail that are none", async () => {
  for (const email of ["", "a", "a@b", "@mail.example", "a b@mail.example", "a@mail.example\r\nBcc: b@mail.example", "a@-x.example", "a@mail..example", `${"a".repeat(250)}@mail.example`]) {
    const error = await refusedAs(send("POST", "/v1/codes", { body: { email } }), 422);
    expect([error.field, ["empty", "malformed", "too_long"].includes(error.code)], email).toEqual(["email", true]);
  }
  await refused(send("POST", "/v1/codes", { body: { email: "a@mail.example", admin: true } }), 400, "unknown_field", "admin");
});

test("the console's requests are read as strictly", async () => {
  const brand = newBrand();
  const thread = await new Guest(brand).asks({ kind: "idea" });
  const person = await new Console().signsIn();
  await person.proves(brand);
  await person.claims(brand);
  const now = Date.now();
  const before = await everythingOf(brand, now);
  await refused(person.requestProof(brand, { method: "pigeon" }), 422, "unknown_value", "method");
  await refused(person.requestProof(brand, { method: "file", host: "127.0.0.1" }), 422, "ip_address", "host");
  await refused(person.requestProof(brand, { method: "file", host: "shop.example" }), 422, "wrong_host", "host");
  await refused(person.requestProof(brand, { method: "dns" }, { key: null }), 400, "idempotency_key_missing");
  await refused(person.claim(brand, { reach: "some" }), 422, "unknown_value", "reach");
  await refused(person.claim(brand, { thread, product: "kettle" }), 422, "one_scope");
  await refused(person.claim(brand, { thread: `t_${NOBODYS}` }), 404, "unknown_thread", "thread");
  await refused(person.claim(brand, { thread: "x" }), 422, "malformed_id", "thread");
  await refused(person.claim(brand, { product: "nothing" }), 422, "unknown_product", "product");
  await refused(person.claim(brand, {}, { key: null }), 400, "idempotency_key_missing");
  await refused(person.answer(brand, thread, { body: "" }), 422, "empty", "body");
  await refused(person.answer(brand, thread, { name: undefined }), 400, "missing_field", "name");
  await refused(person.answer(brand, thread, { official: true }), 400, "unknown_field", "official");
  await refused(person.answer(brand, thread, {}, { key: null }), 400, "idempotency_key_missing");
  await refused(person.setStatus(brand, thread, { word: "maybe" }), 422, "unknown_value", "word");
  await refused(person.setStatus(brand, thread, { word: "answered" }), 422, "wrong_kind", "word");
  await refused(person.setStatus(brand, thread, { word: "not_planned" }), 422, "reason_needed", "reason");
  await refused(person.setStatus(brand, thread, { word: "not_planned", reason: " " }), 422, "empty", "reason");
  await refused(person.setStatus(brand, thread, { word: "not_planned", reason: "x".repeat(501) }), 422, "too_long", "reason");
  await refused(person.setStatus(brand, thread, {}), 400, "missing_field", "word");
  await refused(person.mark(brand, thread, `r_${NOBODYS}`), 422, "unknown_reply", "reply");
  await refused(person.send("PUT", pathOf(brand, `/threads/${thread}/official-answer`), {}), 400, "missing_field", "reply");
  await refused(person.send("POST", pathOf(brand, "/claims"), undefined, { raw: JSON.stringify({ reach: "all" }), type: "text/plain" }), 415, "wrong_content_type");
  await refused(person.send("POST", pathOf(brand, "/claims"), undefined, { raw: "x".repeat(70_000) }), 413, "too_large");
  await refused(send("POST", "/v1/console/session", { at: origins().console, origin: origins().console, body: { email: person.email, code: "1", remember: true } }), 400, "unknown_field", "remember");
  expect(await everythingOf(brand, now)).toBe(before);
});
