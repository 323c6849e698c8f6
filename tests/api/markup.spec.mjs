// What people write comes back as a tree of words: no text becomes markup, no link leads anywhere unsafe.
import { expect, test } from "@playwright/test";
import { Guest, newBrand, ok, send } from "../harness/actors.mjs";
import { drawn, words } from "../harness/naughty.mjs";

const links = (tree) => JSON.stringify(tree).match(/"link":\["[^"]*"/g) ?? [];

async function written(bodies) {
  const brand = newBrand();
  const id = await new Guest(brand).asks();
  const seen = [];
  for (const body of bodies) seen.push((await ok(new Guest(brand).reply(id, { body }))).reply);
  const page = await send("GET", `/embed/${brand}/kettle?lang=en&thread=${id}`);
  return { seen, html: drawn(page) };
}

test("raw HTML is text", async () => {
  const bodies = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
    "</textarea></script><style>*{all:unset}</style>", "<!-- hidden -->", "<iframe src=//evil.example></iframe>", "&lt;b&gt;",
  ];
  const { seen, html } = await written(bodies);
  seen.forEach((reply, index) => {
    expect(words(reply.post.whole)).toBe(index === 7 ? "<b>" : bodies[index]);
    expect(JSON.stringify(reply.post)).not.toContain("html");
  });
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  for (const tag of ["<script", "<img", "<iframe", "<svg/", "<style"]) expect(html).not.toContain(tag);
});

test("hostile links are words, good ones are kept", async () => {
  const hostile = [
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#09;script:alert(1))", "[x](&#x6a;avascript:alert(1))", "[x](data:text/html,x)",
    "[x](vbscript:x)", "[x](//evil.example)", "[x](/v1/x)", "[x](file:///etc/passwd)", "[x][1]\n\n[1]: javascript:alert(1)", "<javascript:alert(1)>",
    "![x](data:image/svg+xml,x)", "[x](https:evil)", "[x](http://)",
  ];
  const { seen, html } = await written(hostile);
  seen.forEach((reply, index) => expect(links(reply.post), hostile[index]).toEqual([]));
  expect(html).not.toMatch(/href="(?!https?:|mailto:|\/|#)/i);
  const good = await written(["[manual](https://kettle.example/manual?a=1&b=2)", "[mail](mailto:help@kettle.example)"]);
  expect(good.seen.map((reply) => JSON.stringify(reply.post).includes('"link":["'))).toEqual([true, true]);
});

test("nesting bombs end flat and fast", async () => {
  const bodies = [`${"> ".repeat(4999)}x`, `${"- ".repeat(4990)}x`, `${"*".repeat(4990)}x`, `${"[".repeat(4990)}x`, `${"[x](".repeat(2400)}`, `${"**a *b ".repeat(1400)}`, `${"`".repeat(4990)}x`, `${"1. ".repeat(3300)}x`];
  const brand = newBrand();
  const id = await new Guest(brand).asks();
  for (const body of bodies) {
    const begun = Date.now();
    const answer = await new Guest(brand).reply(id, { body });
    expect([200, 422], body.slice(0, 20)).toContain(answer.status);
    if (answer.status === 422) expect(answer.body.error).toMatchObject({ code: "too_long", field: "body" });
    expect(Date.now() - begun, body.slice(0, 20)).toBeLessThan(3000);
    if (answer.status === 200) expect(depth(answer.body.reply.post)).toBeLessThan(120);
  }
  expect((await new Guest(brand).thread(id)).row.replies).toBeGreaterThan(0);
});

function depth(node) {
  return node && typeof node === "object" ? 1 + Math.max(0, ...Object.values(node).map(depth)) : 0;
}

test("letters of all kinds survive, in titles too", async () => {
  const brand = newBrand();
  const title = "ケトルの笛 🫖 \u0627\u0644\u0628 — <b> & \"quotes\" 'x' \\ ${x} {{x}} %s NULL";
  const id = await new Guest(brand).asks({ title, body: "null\n\n\u{1F468}\u200D\u{1F469}\u200D\u{1F467} and ' OR 1=1; --" });
  const seen = await new Guest(brand).thread(id);
  expect(seen.row.title).toBe(title);
  expect(words(seen.post.whole)).toContain("\u{1F468}\u200D\u{1F469}\u200D\u{1F467} and ' OR 1=1; --");
});
