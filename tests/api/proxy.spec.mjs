// Behind a caching proxy of somebody else's make: nothing that one person may see is kept for the next, nothing that a request makes up gets
// into what others are given, and what was removed goes within seconds.
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";
import { Guest, newBrand, ok, operator, origins, pathOf, send } from "../harness/actors.mjs";
import { freePort } from "../harness/ports.mjs";
import { missing, startProxy } from "../harness/nginx.mjs";

test.skip(missing().length > 0, `a real caching proxy is missing: ${missing().join(", ")}`);

let proxy;
test.beforeAll(async () => { proxy = await startProxy(origins().chie); });
test.afterAll(() => proxy?.stop());

const MADE_UP = { "x-forwarded-host": "evil.example", "x-host": "evil.example", "x-forwarded-scheme": "nothttps", "x-original-url": "/evil", "x-rewrite-url": "/evil", forwarded: "host=evil.example", referer: "https://evil.example/", origin: "https://evil.example" };

test("what is kept is the same for everybody: made-up hosts and origins reach nobody else", async () => {
  const brand = newBrand("px");
  const thread = await new Guest(brand).asks({ title: "Which water?" });
  let hits = 0;
  for (const path of [pathOf(brand), pathOf(brand, "/threads"), pathOf(brand, `/threads/${thread}`), `/embed/${brand}/kettle?lang=en`]) {
    await send("GET", path, { at: proxy.origin, headers: MADE_UP });
    const next = await send("GET", path, { at: proxy.origin });
    expect(next.status, path).toBe(200);
    expect(next.text + [...next.headers].join(), path).not.toContain("evil");
    const again = await send("GET", path, { at: proxy.origin });
    hits += [next, again].some((it) => it.headers.get("x-kept") === "HIT") ? 1 : 0;
  }
  expect(hits, "the proxy keeps something").toBeGreaterThan(0);
});

test("what one person sees is kept for nobody: two people in turn, with held words of one", async () => {
  const brand = newBrand("px");
  const author = new Guest(brand);
  await new Guest(brand).asks({ title: "Something ordinary" });
  const { thread } = await ok(author.ask({ title: "Casablanca offers", body: "https://a.example https://b.example https://c.example" }));
  for (const rest of [`/threads/${thread.row.id}`, "/mine", "/me/export", "/threads"]) {
    const mine = await author.send("GET", rest, undefined, { at: proxy.origin });
    const theirs = await new Guest(brand).send("GET", rest, undefined, { at: proxy.origin });
    expect(mine.headers.get("x-kept"), rest).not.toBe("HIT");
    expect(theirs.text, rest).not.toContain("Casablanca");
  }
  expect((await author.send("GET", `/threads/${thread.row.id}`, undefined, { at: proxy.origin })).text).toContain("Casablanca");
});

test("a removed text is gone from the proxy within seconds", async () => {
  const brand = newBrand("px");
  const thread = await new Guest(brand).asks({ title: "Timbuktu question", body: "Timbuktu details" });
  const path = pathOf(brand, `/threads/${thread}`);
  for (let turn = 0; turn < 3; turn += 1) expect((await send("GET", path, { at: proxy.origin })).text).toContain("Timbuktu");
  await ok((await operator()).remove(brand, { thread, ground: "spam" }));
  await expect.poll(async () => (await send("GET", path, { at: proxy.origin })).text.includes("Timbuktu")).toBe(false);
});

test("the control: a server that puts what a request made up into what may be kept is caught by the same steps", async () => {
  const port = await freePort();
  const bad = createServer((request, response) => {
    response.writeHead(200, { "cdn-cache-control": "max-age=2", "content-type": "text/plain" });
    response.end(`https://${request.headers["x-forwarded-host"] ?? "chie.example"}/`);
  });
  await new Promise((resolve) => bad.listen(port, "127.0.0.1", resolve));
  const before = await startProxy(`http://127.0.0.1:${port}`);
  try {
    await send("GET", "/page", { at: before.origin, headers: MADE_UP });
    expect((await send("GET", "/page", { at: before.origin })).text).toContain("evil");
  } finally {
    await before.stop();
    bad.close();
  }
});
