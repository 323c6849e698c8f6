// How answers travel: codecs, other sites, caches, methods, cursors. The same for every endpoint.
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, NOBODYS, behave, hooks, mailedCode, misbehave, newBrand, newKey, ok, origins, pathOf, refused, send } from "../harness/actors.mjs";

const POSTCARD = "application/vnd.chie.v1+postcard";

test("the widget gets postcard, everybody else JSON, an unknown version a 406", async () => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "Descaling" });
  const json = await send("GET", pathOf(brand));
  expect(json.headers.get("content-type")).toBe("application/json");
  const packed = await send("GET", pathOf(brand), { headers: { accept: POSTCARD } });
  expect(packed.headers.get("content-type")).toBe(POSTCARD);
  expect(packed.body).toBe(undefined);
  expect(packed.bytes[0]).toBe(brand.length);
  expect(packed.bytes.subarray(1, 1 + brand.length).toString()).toBe(brand);
  expect(packed.bytes.length).toBeLessThan(json.bytes.length / 2);
  for (const [one, other] of [[json, packed]]) {
    expect(one.headers.get("vary")).toContain("Accept");
    expect(other.headers.get("vary")).toContain("Accept");
  }
  await refused(send("GET", pathOf(brand), { headers: { accept: "application/vnd.chie.v9+postcard" } }), 406, "not_acceptable");
  const wrong = await send("GET", pathOf(brand, `/threads/t_${NOBODYS}`), { headers: { accept: POSTCARD } });
  expect([wrong.status, wrong.headers.get("content-type")]).toEqual([404, POSTCARD]);
  expect(wrong.bytes.subarray(1, 1 + wrong.bytes[0]).toString()).toBe("unknown_thread");
  expect((await send("GET", pathOf(brand), { headers: { accept: "*/*" } })).body.brand).toBe(brand);
});

test("what the platform would not compress is compressed for whoever takes brotli", async () => {
  const brand = newBrand();
  for (let number = 1; number <= 10; number += 1) await new Guest(brand).asks({ title: `Question ${number}: how do I descale it?` });
  for (const [path, accept] of [[`/embed/${brand}/kettle`, "*/*"], [pathOf(brand, "/threads"), POSTCARD]]) {
    // Node undoes the compression, so that both bodies can be compared.
    const packed = await send("GET", path, { headers: { accept, "accept-encoding": "gzip, br" } });
    expect(packed.headers.get("content-encoding"), path).toBe("br");
    const plain = await send("GET", path, { headers: { accept, "accept-encoding": "gzip" } });
    expect(plain.headers.get("content-encoding"), path).toBe(null);
    expect(packed.bytes.equals(plain.bytes), path).toBe(true);
    expect(packed.headers.get("vary")).toContain("Accept-Encoding");
  }
  const short = await send("GET", pathOf(brand), { headers: { accept: POSTCARD, "accept-encoding": "br" } });
  expect(short.headers.get("content-encoding")).toBe(null);
});

test("every site may read and write Chie, without cookies; the console's host answers no other site", async () => {
  const brand = newBrand();
  const asked = { origin: "https://fan.example", headers: { "access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type,idempotency-key" } };
  const preflight = await send("OPTIONS", pathOf(brand, "/threads"), asked);
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-credentials")).toBe(null);
  expect(preflight.headers.get("access-control-allow-methods")).toMatch(/PUT/);
  for (const name of ["authorization", "content-type", "idempotency-key", "accept"]) expect(preflight.headers.get("access-control-allow-headers")).toContain(name);
  const posted = await new Guest(brand, { site: "https://fan.example" }).ask();
  expect(posted.headers.get("access-control-allow-origin")).toBe("*");
  const refusal = await send("GET", pathOf(brand, `/threads/t_${NOBODYS}`));
  expect(refusal.headers.get("access-control-allow-origin")).toBe("*");
  for (const method of ["OPTIONS", "GET"]) {
    const desk = await send(method, pathOf(brand, "/desk"), { at: origins().console, origin: "https://fan.example" });
    expect(desk.headers.get("access-control-allow-origin")).toBe(null);
  }
});

test("Chie's host never sets a cookie and never looks at one", async () => {
  const brand = newBrand();
  const representative = await new Console().signsIn();
  expect(representative.cookie).toMatch(/^__Host-chie=/);
  const { cookie } = representative;
  const asks = [
    ["GET", pathOf(brand)], ["GET", pathOf(brand, "/threads")], ["GET", pathOf(brand, "/mine")], ["GET", `/embed/${brand}/kettle`],
    ["GET", "/v1/directory"], ["GET", `/c/${brand}`], ["GET", "/"], ["GET", "/chie.js"], ["GET", "/nothing"],
    ["POST", pathOf(brand, "/threads"), { product: "kettle", kind: "question", title: "Hello" }],
    ["POST", "/v1/codes", { email: "somebody@mail.example" }], ["POST", "/v1/console/session", { email: "a@mail.example", code: "000000" }],
    ["GET", "/v1/console/session"], ["DELETE", "/v1/console/session"],
  ];
  for (const [method, path, body] of asks) {
    const answer = await send(method, path, { body, cookie, origin: origins().console });
    expect(answer.headers.getSetCookie(), `${method} ${path}`).toEqual([]);
  }
  await refused(send("GET", "/v1/console/session", { cookie }), 403, "not_allowed");
});

test("the console's cookie is bound to its host, closed to scripts and to other sites, and ends", async () => {
  const person = new Console();
  await person.signsIn();
  const signedIn = await person.signIn(await mailedCode(person.email));
  const [line] = signedIn.headers.getSetCookie();
  for (const part of ["__Host-chie=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=43200"]) expect(line).toContain(part);
  expect(line).not.toContain("Domain");
  expect(await ok(person.whoAmI())).toMatchObject({ email: person.email, operator: false, brands: [] });
  await refused(person.whoAmI({ now: Date.now() + DAY }), 401, "sign_in_needed");
  await refused(person.send("POST", pathOf(newBrand(), "/proofs"), { method: "dns" }, { origin: "https://evil.example" }), 403, "wrong_origin");
  await refused(person.send("POST", pathOf(newBrand(), "/proofs"), { method: "dns" }, { origin: null }), 403, "wrong_origin");
  const out = await person.send("DELETE", "/v1/console/session");
  expect(out.headers.getSetCookie()[0]).toContain("Max-Age=0");
  await refused(person.whoAmI(), 401, "sign_in_needed");
});

test("private answers are kept by nobody, public ones briefly", async () => {
  const brand = newBrand();
  const guest = new Guest(brand);
  const id = await guest.asks();
  for (const rest of ["", "/threads", `/threads/${id}`, "/likely?q=kettle"]) {
    expect((await send("GET", pathOf(brand, rest))).headers.get("cache-control"), rest).toBe("public, no-cache");
  }
  for (const rest of [`/threads/${id}`, "/mine"]) {
    expect((await guest.send("GET", rest)).headers.get("cache-control"), rest).toBe("private, no-store");
  }
  expect((await guest.reply(id)).headers.get("cache-control")).toBe("private, no-store");
});

test("a forwarded host, an origin and a strange query change nothing that others read", async () => {
  const brand = newBrand();
  await new Guest(brand).asks();
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "ftp", referer: "https://evil.example/" };
  const answer = await send("GET", `/embed/${brand}/kettle?lang=en`, { headers, origin: "https://evil.example" });
  expect(answer.text).not.toContain("evil.example");
  expect([...answer.headers].flat().join(" ")).not.toContain("evil.example");
  expect((await send("GET", `/embed/${brand}/kettle?lang=en`)).text).not.toContain("evil.example");
  await refused(send("GET", `/embed/${brand}/kettle?utm=1`), 400, "unknown_field", "utm");
});

test("the tag's word that it stands on the brand's page is believed only from there", async () => {
  const brand = newBrand();
  const look = async (origin) => (await send("GET", `/embed/${brand}/kettle?at=own&lang=en`, { origin })).bytes;
  const [own, inside, elsewhere, none] = [await look(`https://${brand}`), await look(`https://shop.${brand}`), await look(`https://x${brand}`), await look()];
  const html = (bytes) => bytes.subarray(16 + bytes.readUInt32LE(0), 16 + bytes.readUInt32LE(0) + bytes.readUInt32LE(4)).toString();
  expect(html(own)).toBe(html(inside));
  expect(html(elsewhere)).toBe(html(none));
  expect(html(own)).not.toBe(html(none));
});

test("HEAD, unknown methods, unknown and half paths", async () => {
  const brand = newBrand();
  const id = await new Guest(brand).asks();
  const head = await send("HEAD", pathOf(brand));
  expect([head.status, head.text]).toEqual([200, ""]);
  for (const [method, path] of [["PUT", pathOf(brand, "/threads")], ["DELETE", pathOf(brand)], ["POST", pathOf(brand, "/mine")], ["PATCH", pathOf(brand)], ["GET", pathOf(brand, `/threads/${id}/me-too`)], ["POST", `/embed/${brand}/kettle`]]) {
    await refused(send(method, path, { body: method === "GET" ? undefined : {} }), 405, "method_not_allowed");
  }
  for (const path of ["/v1/", "/v1/communities/", pathOf(brand, "/"), pathOf(brand, "/nothing"), pathOf(brand, "/threads/t_short"), pathOf(brand, `/threads/r_${NOBODYS}`), pathOf(brand, "/threads/%2e%2e%2fx"), "/v1/directory/x", `/embed/${brand}/K%20x`]) {
    const answer = await send("GET", path);
    expect([404, 422], path).toContain(answer.status);
    expect(answer.body.error.code, path).toMatch(/not_found|malformed/);
  }
});

test("a cursor leads on, and only in the list that it was given out for, for a day, untouched", async () => {
  const brand = newBrand();
  const now = Date.now();
  for (let n = 0; n < 7; n += 1) await ok(new Guest(brand).ask({ title: `Question ${n}`, product: n === 6 ? "lamp" : "kettle", product_name: "Thing" }));
  const list = (query, options) => send("GET", `${pathOf(brand, "/threads")}?${new URLSearchParams(query)}`, options);
  for (const order of ["common", "active", "waiting"]) {
    const seen = [];
    for (let cursor; ;) {
      const page = await ok(list({ order, limit: 3, ...(cursor && { cursor }) }));
      seen.push(...page.rows.map((row) => row.title));
      cursor = page.next;
      if (!cursor) break;
      expect(page.rows.length).toBe(3);
    }
    expect([...seen].sort()).toEqual(Array.from({ length: 7 }, (_, n) => `Question ${n}`));
  }
  const { next: cursor } = await ok(list({ limit: 3 }));
  await ok(list({ limit: 3, cursor }));
  const invalid = (query, at = brand) => refused(send("GET", `${pathOf(at, "/threads")}?${new URLSearchParams(query)}`), 422, "cursor_invalid", "cursor");
  await invalid({ cursor, order: "active" });
  await invalid({ cursor, product: "kettle" });
  await invalid({ cursor, kind: "idea" });
  await invalid({ cursor: `${cursor.slice(0, -2)}${cursor.endsWith("AA") ? "BB" : "AA"}` });
  await invalid({ cursor: "1" });
  await invalid({ cursor: "" });
  const [head, payload, signature] = cursor.split(".");
  const changed = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(payload, "base64url")), position: "0" })).toString("base64url");
  await invalid({ cursor: [head, changed, signature].join(".") });
  const none = Buffer.from(JSON.stringify({ alg: "none", kid: "k1" })).toString("base64url");
  await invalid({ cursor: [none, payload, ""].join(".") });
  const other = newBrand();
  await new Guest(other).asks();
  await invalid({ cursor }, other);
  await ok(list({ cursor }, { now: now + DAY / 2 }));
  await refused(list({ cursor }, { now: now + DAY + 120_000 }), 410, "cursor_expired", "cursor");
});

test("a long thread comes in parts, each reply once", async () => {
  const brand = newBrand();
  const id = await new Guest(brand).asks();
  for (let n = 0; n < 55; n += 5) {
    await Promise.all([0, 1, 2, 3, 4].map((m) => ok(new Guest(brand).reply(id, { body: `Reply ${n + m}` }))));
  }
  const first = await ok(send("GET", pathOf(brand, `/threads/${id}`)));
  expect(first.replies.length).toBe(50);
  const rest = await ok(send("GET", pathOf(brand, `/threads/${id}?cursor=${encodeURIComponent(first.next)}`)));
  expect(rest.next).toBe(null);
  expect(new Set([...first.replies, ...rest.replies].map((reply) => reply.id)).size).toBe(55);
  const another = await new Guest(brand).asks();
  await refused(send("GET", pathOf(brand, `/threads/${another}?cursor=${encodeURIComponent(first.next)}`)), 422, "cursor_invalid", "cursor");
});

test("the mail server being down is said, and the code works when it is up again", async () => {
  const email = `down-${newKey().slice(0, 8)}@mail.example`;
  await misbehave({ mail: "fail" });
  await refused(send("POST", "/v1/codes", { body: { email } }), 503, "mail_failed", "email");
  await behave();
  await ok(send("POST", "/v1/codes", { body: { email } }));
});

test.afterEach(behave);

test("our own pages run nothing but our own files, build no markup from strings, and stand in no frame", async () => {
  for (const [at, path] of [[origins().chie, "/"], [origins().chie, "/put-it-on-your-site"], [origins().console, "/"]]) {
    const answer = await send("GET", path, { at });
    expect(answer.status, answer.what).toBe(200);
    const policy = answer.headers.get("content-security-policy");
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"]) expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
    expect(answer.text).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/i);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
});

test("another spelling of the console's files does not serve them on Chie's host", async () => {
  for (const path of ["/console/index.html", "/%63onsole/index.html", "//console/index.html"]) {
    expect((await send("GET", path)).status, path).toBe(404);
  }
});

test("what everybody reads is answered from memory: two hundred readers ask the object once", async () => {
  const brand = newBrand();
  const thread = await new Guest(brand).asks({ title: "The lid sticks" });
  for (const path of [pathOf(brand, "/threads?product=kettle"), pathOf(brand, `/threads/${thread}`), pathOf(brand, "/search?q=lid"), pathOf(brand, "/likely?q=lid"), pathOf(brand), `/embed/${brand}/kettle?lang=en`]) {
    const begun = Date.now();
    await hooks.watch(brand);
    const first = await send("GET", path);
    const asked = await hooks.watch(brand);
    expect([first.status, asked >= 1 && asked <= 2], path).toEqual([200, true]);
    const readers = await Promise.all(Array.from({ length: 200 }, () => send("GET", path)));
    const again = await hooks.watch(brand);
    for (const reader of readers) expect(reader.bytes.equals(first.bytes), path).toBe(true);
    // Two seconds are what an answer is kept for; a slow machine may take longer than that for two hundred.
    expect(again, path).toBeLessThanOrEqual(Math.floor((Date.now() - begun) / 2_000) * 2);
  }
  // Somebody writes: the next reader sees it, and asks the object for it.
  await new Guest(brand).asks({ title: "The lid rattles" });
  await hooks.watch(brand);
  expect((await ok(send("GET", pathOf(brand, "/threads?product=kettle")))).rows.length).toBe(2);
  expect(await hooks.watch(brand)).toBe(1);
});
