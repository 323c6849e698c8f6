// Behind a real caching proxy nobody can change what others are shown: not by headers that are in no key, not by hosts, cookies,
// languages, media types or queries, and what is somebody's own is kept nowhere. A server that reflects a header is the control:
// through the same proxy it is poisoned.
import { expect, test } from "@playwright/test";
import { Guest, newBrand, ok, operator, origins, pathOf } from "../harness/actors.mjs";
import { ask, missing, startProxy } from "../harness/nginx.mjs";
import { plain } from "../harness/pictures.mjs";
import { freePort, listen } from "../harness/ports.mjs";

test.skip(missing().length > 0, "nginx is not installed here: apt-get install nginx");

const EVIL = "evil-marker.example";
/** What an attacker sends first, hoping that it is kept for everybody. */
const ATTACKS = {
  "the host, forwarded": { "x-forwarded-host": EVIL },
  "the host, in the standard's way": { forwarded: `host=${EVIL};proto=http` },
  "the host, by another name": { "x-host": EVIL, "x-original-host": EVIL, "x-forwarded-server": EVIL, "x-http-host-override": EVIL },
  "another scheme": { "x-forwarded-proto": "http", "x-forwarded-scheme": "http", "x-forwarded-ssl": "off", "front-end-https": "off" },
  "another port": { "x-forwarded-port": "1337" },
  "another address inside": { "x-original-url": `/c/${EVIL}`, "x-rewrite-url": `/c/${EVIL}`, "x-forwarded-prefix": `/${EVIL}` },
  "another method inside": { "x-http-method-override": "POST", "x-http-method": "DELETE", "x-method-override": "PUT" },
  "another site": { origin: `https://${EVIL}` },
  "a page that is only tried out": { origin: "http://localhost:1" },
  "another page": { referer: `https://${EVIL}/page` },
  "a page of this machine": { referer: "http://localhost:1/page" },
  cookies: { cookie: `session=${EVIL}; __Host-chie=${EVIL}; lang=ja` },
  "credentials": { authorization: `Bearer ${EVIL}` },
  "another language": { "accept-language": "ja" },
  "another media type": { accept: "application/vnd.chie.v1+postcard" },
  "a version that nobody has": { accept: "application/vnd.chie.v9+postcard" },
  "a media type that nobody has": { accept: `application/${EVIL}` },
  "another packing": { "accept-encoding": "br" },
  "a part of it": { range: "bytes=0-3" },
  "only what is new": { "if-none-match": "*", "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" },
  "a large header": { "x-large": "x".repeat(7_000) },
  "somebody else's address": { "x-forwarded-for": EVIL, "x-real-ip": EVIL, "true-client-ip": EVIL, "cf-connecting-ip": EVIL },
  "the platform's names": { "cf-visitor": `{"scheme":"${EVIL}"}`, "cf-worker": EVIL, "cdn-loop": EVIL, "cache-tag": EVIL, "surrogate-key": EVIL },
};
const TWICE = ["lang=ja&lang=en", `q=&utm_source=${EVIL}`, `callback=${EVIL}`, `_=${EVIL}`, `lang=en;lang=ja`];

/** Everybody without anything of their own asks like this. */
const CLEAN = { accept: "*/*", "accept-language": "en" };

let room = 0;
/** What a clean request is shown after an attack, in a cache that held nothing before. */
async function after(proxy, path, attack, method) {
  room += 1;
  const named = { "x-cache-room": `room-${process.pid}-${room} ` };
  const attacked = await ask(proxy, path, { headers: { ...CLEAN, ...attack, ...named }, method });
  const shown = await ask(proxy, path, { headers: { ...CLEAN, ...named } });
  const again = await ask(proxy, path, { headers: { ...CLEAN, ...named } });
  return { attacked, shown, again };
}

/** What differs from what everybody should be shown; nothing, where nothing does. */
function harm(shown, truth) {
  const of = ({ status, headers }) => ({ status, type: headers["content-type"], packed: headers["content-encoding"], origin: headers["access-control-allow-origin"], to: headers.location });
  const found = [];
  if (shown.text.includes(EVIL) || JSON.stringify(shown.headers).includes(EVIL)) found.push("shows the attacker's word");
  for (const [name, value] of Object.entries(of(truth))) if (of(shown)[name] !== value) found.push(`${name} is ${of(shown)[name]} instead of ${value}`);
  const spoken = (answer) => /<html lang="(\w+)"/.exec(answer.text)?.[1];
  if (spoken(shown) !== spoken(truth)) found.push(`speaks ${spoken(shown)} instead of ${spoken(truth)}`);
  if (shown.text.includes('data-chie-at="test"') !== truth.text.includes('data-chie-at="test"')) found.push("is only tried out");
  return found;
}

/** A community with what there is to be kept of it. */
async function place() {
  const brand = newBrand("p");
  const guest = new Guest(brand);
  const thread = await guest.asks({ title: "Which water?" });
  await guest.replies(thread);
  const judge = await operator();
  const { id: photo } = await ok(guest.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  await guest.replies(thread, { photos: [{ id: photo }] });
  await ok(judge.send("PUT", pathOf(brand, `/photos/${photo}/judgement`), { open: true }));
  return { brand, guest, thread, photo };
}

/** Addresses of every kind that shared caches may keep, and some that they may not. */
const addresses = ({ brand, thread, photo }) => [
  `/embed/${brand}/kettle?lang=en`, `/embed/${brand}/kettle?lang=en&thread=${thread}`, pathOf(brand), pathOf(brand, "/threads"), pathOf(brand, `/threads/${thread}`), pathOf(brand, "/search?q=water"),
  pathOf(brand, "/record"), "/v1/directory?q=kettle", `/c/${brand}`, `/c/${brand}/kettle`, `/c/${brand}/kettle/${thread}`, `/c/${brand}/feed.atom`, `/c/${brand}/sitemap.xml`, `/badge/${brand}`, `/record/${brand}`,
  `/frame/${brand}/kettle`, `/p/${photo}`, "/", "/rules", "/docs", "/docs/openapi.json", "/chie.js", "/robots.txt", "/style/pages.css", "/nothing/here",
];

test.describe("behind nginx", () => {
  let proxy, at;
  test.beforeAll(async () => {
    at = await place();
    proxy = await startProxy(origins().chie);
  });
  test.afterAll(() => proxy?.stop());

  test("control: a server that reflects a header is poisoned through this proxy, and one that says `Vary` is not", async () => {
    const port = await freePort();
    const close = await listen(port, (request, response) => {
      const vary = request.url.includes("vary") ? { vary: "x-forwarded-host" } : {};
      response.writeHead(200, { "content-type": "text/html", "cdn-cache-control": "max-age=60", ...vary });
      response.end(`<a href="https://${request.headers["x-forwarded-host"] ?? "chie.example"}/">here</a>`);
    });
    const bad = await startProxy(`http://localhost:${port}`);
    try {
      const attack = ATTACKS["the host, forwarded"];
      const truth = await ask({ port }, "/", { headers: CLEAN });
      const poisoned = await after(bad, "/", attack);
      expect([poisoned.attacked.cache, poisoned.shown.cache], "the proxy keeps").toEqual(["MISS", "HIT"]);
      expect(harm(poisoned.shown, truth)).toEqual(["shows the attacker's word"]);
      const varied = await after(bad, "/vary", attack);
      expect([varied.shown.cache, varied.again.cache], "the proxy minds `Vary`").toEqual(["MISS", "HIT"]);
      expect(harm(varied.shown, truth)).toEqual([]);
    } finally {
      await bad.stop();
      await close();
    }
  });

  test("the proxy does keep what everybody reads", async () => {
    const { again } = await after(proxy, `/embed/${at.brand}/kettle?lang=en`, {});
    expect(again.cache).toBe("HIT");
  });

  for (const [what, attack] of Object.entries(ATTACKS)) {
    test(`${what}: nobody else is shown anything else`, async () => {
      const port = Number(new URL(origins().chie).port);
      const found = {};
      for (const path of addresses(at)) {
        const truth = await ask({ port }, path, { headers: { ...CLEAN, host: new URL(origins().chie).host } });
        const { shown, again } = await after(proxy, path, attack);
        const harms = [...harm(shown, truth), ...harm(again, truth)];
        if (harms.length) found[path] = harms;
      }
      expect(found).toEqual({});
    });
  }

  test("other methods and queries are kept under no other address", async () => {
    const port = Number(new URL(origins().chie).port);
    for (const path of addresses(at).filter((it) => !it.includes("?"))) {
      const truth = await ask({ port }, path, { headers: { ...CLEAN, host: new URL(origins().chie).host } });
      for (const method of ["HEAD", "OPTIONS", "POST"]) {
        const { shown } = await after(proxy, path, { "content-length": 0 }, method);
        expect(harm(shown, truth), `${method} ${path}`).toEqual([]);
      }
      for (const query of TWICE) {
        await ask(proxy, `${path}?${query}`, { headers: CLEAN });
        expect(harm(await ask(proxy, path, { headers: { ...CLEAN, "x-cache-room": `q-${room += 1} ` } }), truth), `${path}?${query}`).toEqual([]);
      }
    }
  });

  test("what is somebody's own, and every refusal, is kept nowhere", async () => {
    const { guest, thread, brand } = at;
    const own = [pathOf(brand, "/mine"), pathOf(brand, `/threads/${thread}`), pathOf(brand, "/me/export")];
    for (const path of own) {
      const { attacked, shown } = await after(proxy, path, { authorization: `Bearer ${guest.session}`, origin: guest.site });
      expect(attacked.status, path).toBe(200);
      expect(attacked.headers["cache-control"], path).toBe("private, no-store");
      expect([shown.cache, shown.text.includes(guest.session)], path).toEqual(["MISS", false]);
    }
    for (const [path, attack] of [[pathOf(brand), { accept: "application/vnd.chie.v9+postcard" }], [pathOf(brand, "/threads?limit=x"), {}], [`/embed/${brand}/kettle?lang=en&thread=x`, {}], [pathOf(brand, `/threads/t_${"0".repeat(26)}`), {}]]) {
      const { attacked } = await after(proxy, path, attack);
      expect(attacked.status, path).toBeGreaterThanOrEqual(400);
      expect(attacked.headers["cache-control"], path).toContain("no-store");
    }
  });

  test("what was removed is gone for whoever asks past the three seconds that an answer may be kept", async () => {
    const { brand, guest } = at;
    const thread = await guest.asks({ title: "Quetzalcoatl is named here" });
    const judge = await operator();
    await ok(judge.remove(brand, { thread, ground: "personal_data" }));
    for (const path of [pathOf(brand, "/threads"), `/c/${brand}/kettle`, `/c/${brand}/kettle/${thread}`, `/embed/${brand}/kettle?lang=en`]) {
      const { shown } = await after(proxy, path, {});
      expect(shown.text, path).not.toContain("Quetzalcoatl");
      const kept = /max-age=(\d+)/.exec(shown.headers["cdn-cache-control"] ?? "max-age=0")[1];
      expect(Number(kept), path).toBeLessThanOrEqual(2);
    }
  });
});

test("the Worker's own memory is as hard to poison as the proxy", async () => {
  test.setTimeout(120_000);
  const at = await place();
  const port = Number(new URL(origins().chie).port);
  const host = new URL(origins().chie).host;
  const found = {};
  for (const path of addresses(at)) {
    const truth = await ask({ port }, path, { headers: { ...CLEAN, host } });
    for (const [what, attack] of Object.entries(ATTACKS)) {
      await ask({ port }, path, { headers: { ...CLEAN, host, ...attack } });
      const harms = harm(await ask({ port }, path, { headers: { ...CLEAN, host } }), truth);
      if (harms.length) found[`${path} after ${what}`] = harms;
    }
  }
  expect(found).toEqual({});
});
