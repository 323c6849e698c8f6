// What every kind of page of ours may run, load and stand in: one policy without unsafe parts, Trusted Types, no frames but for the one page
// that is made for them. A page that is new is added here.
import { expect, test } from "@playwright/test";
import { Guest, newBrand, origins, send } from "../harness/actors.mjs";

const brand = newBrand("h");
let thread, author;
test.beforeAll(async () => {
  const guest = new Guest(brand);
  thread = await guest.asks({ title: "Which water?" });
  await new Guest(brand).replies(thread);
  author = (await guest.thread(thread)).author.member;
});

/** Every kind of page by the pattern of its route; what stands in a frame says so. */
const PAGES = {
  '[""]': () => "/",
  '["rules"]': () => "/rules?lang=en",
  '["put-it-on-your-site"]': () => "/put-it-on-your-site",
  '["docs"]': () => "/docs",
  '["docs", "ja"]': () => "/docs/ja",
  '["docs", "api"]': () => "/docs/api",
  '["docs", "ja", "api"]': () => "/docs/ja/api",
  '["keep"]': () => "/keep",
  '["stop", token]': () => "/stop/nothing",
  '["c", brand]': () => `/c/${brand}`,
  '["badge", brand]': () => `/badge/${brand}`,
  '["member", brand, member]': () => `/member/${brand}/${author}`,
  '["c", brand, product]': () => `/c/${brand}/kettle`,
  '["c", brand, product, thread]': () => `/c/${brand}/kettle/${thread}`,
  '["c", brand, product, "ask"]': () => `/c/${brand}/kettle/ask`,
  '["c", brand, product, "code"]': () => `/c/${brand}/kettle/code`,
  '["c", brand, product, thread, "reply"]': () => `/c/${brand}/kettle/${thread}/reply`,
  nowhere: () => "/nothing/here",
};
const strict = (answer, path) => {
  const policy = answer.headers.get("content-security-policy") ?? "";
  for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "base-uri 'none'", "form-action 'self'", "require-trusted-types-for 'script'", "trusted-types chie"]) expect(policy, path).toContain(part);
  expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|unsafe-hashes|https?:(?!\/\/[\w.:-]+\/p\/)|\bblob:/);
  expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
  expect(answer.headers.get("referrer-policy"), path).toBeTruthy();
  expect(answer.text, path).not.toMatch(/<script(?![^>]*\b(src=|type="(?:application\/ld\+json|text\/plain)"))|\sstyle="|\son(?:click|load|error|submit|input|change)=|="\s*javascript:/i);
  return policy;
};

for (const [pattern, path] of Object.entries(PAGES)) {
  test(`the page of ${pattern} runs our own files only and stands in no frame`, async () => {
    const answer = await send("GET", path());
    expect(answer.headers.get("content-type"), path()).toMatch(/^text\/html/);
    expect(strict(answer, path())).toContain("frame-ancestors 'none'");
  });
}

test("the console runs its own files only, stands in no frame, and is not on Chie's host", async () => {
  for (const path of ["/", "/index.html"]) {
    const answer = await send("GET", path, { at: origins().console });
    // Whatever leads nowhere else is a page.
    if (path === "/") expect(answer.status).toBe(200);
    else if (answer.status !== 200) continue;
    expect(strict(answer, path)).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("x-frame-options")).toBe("DENY");
  }
});

test("the one page that is made for frames says so, and is as strict in everything else", async () => {
  const answer = await send("GET", `/frame/${brand}/kettle?lang=en`);
  expect(answer.status).toBe(200);
  expect(strict(answer, "frame")).toContain("frame-ancestors *");
  expect(answer.headers.get("x-frame-options")).toBeNull();
});
