// People who use Chie, as the suites play them: somebody in a widget on some site, somebody on the console, and the
// outside world around them. Each speaks plain HTTP and keeps only what a browser would keep: a session or a cookie.
// Addresses come from `CHIE`, `CONSOLE`, `BRAND` and `WORLD`.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { OPERATOR } from "./stack.mjs";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** No id of any community. */
export const NOBODYS = "0".repeat(26);

/** A brand that no other test knows. */
export const newBrand = (beginning = "t") => `${beginning}${randomBytes(5).toString("hex")}.example`;
/** An address that no other test knows. */
export const newAddress = (name = "person") => `${name}-${randomBytes(5).toString("hex")}@mail.example`;
export const newKey = () => randomUUID();
export const pathOf = (brand, rest = "") => `/v1/communities/${brand}${rest}`;
export const origins = () => ({ chie: process.env.CHIE, console: process.env.CONSOLE, brand: process.env.BRAND, world: process.env.WORLD });

/**
 * One request. `body` is sent as JSON, `raw` as it is. Every POST gets a fresh `Idempotency-Key` unless `key` says which,
 * or `null` for none. `now` sets the clock of this request, `fault` what breaks in it.
 */
export async function send(method, path, options = {}) {
  const { at = origins().chie, body, raw, type = "application/json", session, cookie, origin, key, now, fault, headers = {}, signal } = options;
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const wanted = {
    ...(content !== undefined && type !== null && { "content-type": type }),
    ...(method === "POST" && key !== null && { "idempotency-key": key ?? newKey() }),
    ...(session && { authorization: `Bearer ${session}` }),
    ...(cookie && { cookie }),
    ...(origin && { origin }),
    ...(now !== undefined && { "x-chie-now": String(Math.round(now)) }),
    ...(fault && { "x-chie-fault": fault }),
    ...headers,
  };
  const answer = await fetch(at + path, { method, headers: wanted, body: content, redirect: "manual", signal });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = bytes.toString();
  return { status: answer.status, headers: answer.headers, bytes, text, body: parsed(text), what: `${method} ${path}` };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body of an answer that must be a good one. */
export async function ok(asked) {
  const answer = await asked;
  assert.equal(answer.status, 200, `${answer.what} answered ${answer.status}: ${answer.text.slice(0, 400)}`);
  return answer.body;
}

/** Checks that a request is refused in the one shape: status, code, field, and a sentence for people. */
export async function refused(asked, status, code, field) {
  const answer = await asked;
  const said = `${answer.what} answered ${answer.status}: ${answer.text.slice(0, 400)}`;
  assert.equal(answer.status, status, said);
  assert.deepEqual(Object.keys(answer.body ?? {}), ["error"], said);
  assert.equal(answer.body.error.code, code, said);
  assert.equal(answer.body.error.field, field || undefined, said);
  assert.ok(answer.body.error.message.length > 8, said);
  assert.match(answer.headers.get("cache-control") ?? "", /no-store/, said);
  return answer.body.error;
}

/** Somebody in the widget on a site. The first write gives them a session, which they keep. */
export class Guest {
  constructor(brand, { site = "https://shop.example", now } = {}) {
    Object.assign(this, { brand, site, now });
  }

  /** The same person with another memory: nothing kept, or only this session. */
  again(session) {
    return Object.assign(new Guest(this.brand, this), { session });
  }

  async send(method, rest, body, options = {}) {
    const { session, site: origin, now } = this;
    const answer = await send(method, rest.startsWith("/v1/") || rest.startsWith("/embed/") ? rest : pathOf(this.brand, rest), { session, origin, now, body, ...options });
    if (answer.body?.session) this.session = answer.body.session;
    return answer;
  }

  ask(fields = {}, options) {
    return this.send("POST", "/threads", { product: "kettle", kind: "question", title: "How do I descale it?", ...fields }, options);
  }

  /** Asks and gives back the thread's id. */
  async asks(fields, options) {
    return (await ok(this.ask(fields, options))).thread.row.id;
  }

  reply(thread, fields = {}, options) {
    return this.send("POST", `/threads/${thread}/replies`, { body: "Vinegar and half an hour.", ...fields }, options);
  }

  /** Answers and gives back the reply's id. */
  async replies(thread, fields, options) {
    return (await ok(this.reply(thread, fields, options))).reply.id;
  }

  meToo(thread, on = true) {
    return this.send("PUT", `/threads/${thread}/me-too`, { on });
  }

  star(reply, on = true) {
    return this.send("PUT", `/replies/${reply}/star`, { on });
  }

  accept(reply, on = true) {
    return this.send("PUT", `/replies/${reply}/accepted`, { on });
  }

  open(fields = {}, options) {
    return this.send("POST", "/v1/communities", { domain: this.brand, product_name: "Kettle", ...fields }, options);
  }

  community(options) {
    return ok(this.send("GET", "", undefined, options));
  }

  list(query = {}, options) {
    return this.send("GET", `/threads?${new URLSearchParams(query)}`, undefined, options);
  }

  /** A thread as this person sees it. */
  async thread(id, options) {
    return ok(this.send("GET", `/threads/${id}`, undefined, options));
  }

  mine(options) {
    return ok(this.send("GET", "/mine", undefined, options));
  }

  likely(q, product) {
    return ok(this.send("GET", `/likely?${new URLSearchParams({ q, ...(product && { product }) })}`));
  }

  /** Shows an address by the code mailed to it, and becomes a member. */
  async joins(email, { lang } = {}) {
    const code = await mailedCode(email, { now: this.now, lang });
    return ok(this.join(email, code, lang));
  }

  join(email, code, lang) {
    return this.send("POST", "/joins", { email, code, ...(lang && { lang }) });
  }

  follow(thread, on = true) {
    return this.send("PUT", `/threads/${thread}/follow`, { on });
  }

  keepLink(thread) {
    return this.send("POST", `/threads/${thread}/keep-link`);
  }

  revokeKeepLink(thread) {
    return this.send("DELETE", `/threads/${thread}/keep-link`);
  }

  comeBack(secret) {
    return this.send("POST", "/returns", { secret });
  }
}

/** Somebody on the console. The cookie is kept as a browser keeps it. */
export class Console {
  constructor(email = newAddress("rep"), { now } = {}) {
    Object.assign(this, { email, now });
  }

  async send(method, path, body, options = {}) {
    const { cookie, now } = this;
    const at = origins().console;
    const answer = await send(method, path, { at, origin: at, cookie, now, body, ...options });
    for (const line of answer.headers.getSetCookie()) this.cookie = line.split(";")[0];
    return answer;
  }

  signIn(code) {
    return this.send("POST", "/v1/console/session", { email: this.email, code });
  }

  async signsIn() {
    await ok(this.signIn(await mailedCode(this.email, { now: this.now })));
    return this;
  }

  whoAmI(options) {
    return this.send("GET", "/v1/console/session", undefined, options);
  }

  desk(brand, options) {
    return ok(this.send("GET", pathOf(brand, "/desk"), undefined, options));
  }

  requestProof(brand, fields = { method: "dns" }, options) {
    return this.send("POST", pathOf(brand, "/proofs"), fields, options);
  }

  check(brand, proof) {
    return this.send("POST", pathOf(brand, `/proofs/${proof}/check`));
  }

  /** Asks for a text, puts it into DNS and has it looked at: the way of most brands. */
  async proves(brand) {
    const { proof } = await ok(this.requestProof(brand));
    await putRecord(proof.placement.at, proof.placement.text);
    const checked = await ok(this.check(brand, proof.id));
    assert.ok("confirmed" in checked.proof.state, JSON.stringify(checked));
    return checked;
  }

  claim(brand, fields = {}, options) {
    return this.send("POST", pathOf(brand, "/claims"), { reach: "all", ...fields }, options);
  }

  /** Claims and gives back the claim. */
  async claims(brand, fields) {
    return (await ok(this.claim(brand, fields))).claim;
  }

  release(brand, claim) {
    return this.send("DELETE", pathOf(brand, `/claims/${claim}`));
  }

  answer(brand, thread, fields = {}, options) {
    return this.send("POST", pathOf(brand, `/threads/${thread}/official-replies`), { body: "We looked into it.", name: "Mika", ...fields }, options);
  }

  mark(brand, thread, reply) {
    return this.send("PUT", pathOf(brand, `/threads/${thread}/official-answer`), { reply });
  }

  setStatus(brand, thread, fields) {
    return this.send("PUT", pathOf(brand, `/threads/${thread}/status`), fields);
  }

  remove(brand, fields) {
    return this.send("POST", pathOf(brand, "/removals"), fields);
  }
}

/**
 * The operator, signed in. There is one operator and an hourly limit of codes for an address, so each sign-in happens on
 * another day of the clock; the cookie itself counts from that day on and is as good now.
 */
export async function operator() {
  const someday = Date.now() + Math.floor(Math.random() * 100_000) * HOUR;
  const person = await new Console(OPERATOR, { now: someday }).signsIn();
  person.now = undefined;
  return person;
}

/** Carries out what is due after an act of claiming can no longer be undone. */
export const afterUndo = (brand, now = Date.now()) => hooks.due(brand, now + 11 * MINUTE);

const CODE = /\b(\d{3}) (\d{3})\b/;

/** Asks for a code and reads it in the mailbox. */
export async function mailedCode(email, { now, lang = "en" } = {}) {
  // An operator gets other mail too.
  const codes = async () => (await mailTo(email)).filter((mail) => CODE.test(mail.text));
  // By their ids: a mailbox forgets its oldest mail.
  const before = new Set((await codes()).map(({ id }) => id));
  await ok(send("POST", "/v1/codes", { body: { email, lang }, now }));
  const fresh = (await codes()).filter(({ id }) => !before.has(id));
  assert.equal(fresh.length, 1, `one code to ${email}`);
  return codeIn(fresh[0]);
}

/** The letters in a mailbox that are no codes, newest first. */
export const lettersTo = async (email) => (await mailTo(email)).filter((mail) => mail.headers);

/** Carries out what is due at a moment until nothing is under way any more; resolves to the letters in a mailbox. */
export async function lettersAfter(brand, email, count, { now } = {}) {
  // The object's own alarm may be at work already; both together send each letter once.
  await expect.poll(async () => {
    await hooks.due(brand, now);
    return (await lettersTo(email)).length;
  }, { message: `letters to ${email}` }).toBe(count);
  return lettersTo(email);
}

export const codeIn = (mail) => mail.text.match(CODE).slice(1).join("");

/** Another code than the right one. */
export const otherCode = (code) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

const world = async (method, path, body) => {
  const answer = await fetch(origins().world + path, {
    method, ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer.json();
};

export const mailTo = (email) => world("GET", `/mail.json?to=${encodeURIComponent(email)}`);
export const putRecord = (name, data, more) => world("PUT", "/records", { name, type: "TXT", data, ...more });
export const removeRecords = (name) => world("DELETE", "/records", { name });
export const putFile = (path, body) => world("PUT", "/site", { wellKnown: { path, body } });
export const putMeta = (meta) => world("PUT", "/site", { meta });
export const misbehave = (how) => world("PUT", "/misbehave", how);
export const behave = () => world("DELETE", "/misbehave");

/** Says how the brand's server answers at an address of its webhooks: `fail`, `hang`, `huge`, `redirect`, or well. */
export const answersHooks = (path, how) => world("PUT", "/hooks", { path, how });
/** What it heard there, in the order in which it came. */
export const heardAt = (path) => world("GET", `/hooks?path=${encodeURIComponent(path)}`);

/** Hooks that exist only in tests. */
export const hooks = {
  /** Carries out what is due at a moment, as the alarm would. */
  due: (brand, now = Date.now(), room) => ok(send("POST", "/v1/test/due", { body: { brand, room }, now })),
  tables: async (brand, room) => (await ok(send("POST", "/v1/test/tables", { body: { brand, room } }))).filter((name) => !name.startsWith("_")),
  /** Whether the bytes of a brand's photo are in the bucket. */
  kept: (brand, photo) => ok(send("POST", "/v1/test/kept", { body: { brand, photo } })),
  /** How often a brand's object was asked since the last call of this. */
  watch: (brand) => ok(send("POST", "/v1/test/watch", { body: { brand } })),
  spoil: (brand) => ok(send("POST", "/v1/test/spoil", { body: { brand } })),
  /** Makes the directory fail, slow, forget that it wrote, or well again (`no`). */
  directory: (how) => ok(send("POST", "/v1/test/directory", { body: { how } })),
  reconcile: () => ok(send("POST", "/v1/test/reconcile", { body: {} })),
};

/** Everything public about a community in one text, read past every cache: two equal ones mean that nothing was written. */
export async function everythingOf(brand, now = Date.now()) {
  const read = async (rest) => (await ok(send("GET", pathOf(brand, rest), { now })));
  const community = await read("");
  const page = await read("/threads?limit=50&order=active");
  const threads = await Promise.all(page.rows.map((row) => read(`/threads/${row.id}`)));
  return JSON.stringify({ community, rows: page.rows, threads: threads.map((thread) => ({ ...thread, next: null })) }, null, 1);
}
