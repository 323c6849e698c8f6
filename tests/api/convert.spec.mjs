// What other forums give out, made into a file and brought in: what is kept reads the same, what is not is reported, and of a
// damaged or hostile file nothing is made.
import { mkdtempSync, readFileSync, existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { convert, main } from "../../scripts/convert.mjs";
import { markdownOf } from "../../scripts/convert/markdown.mjs";
import { newBrand, ok, operator, pathOf, send } from "../harness/actors.mjs";

const get = async (brand, rest) => ok(send("GET", pathOf(brand, rest)));
const bring = async (brand, raw) => (await operator()).send("POST", pathOf(brand, "/import"), undefined, { raw, type: "application/x-ndjson" });
const lostOf = ({ report }) => Object.fromEntries(report.lost.map(({ what, many }) => [what.split(/[:;]/)[0], many]));
const linesOf = (text) => text.trimEnd().split("\n").map((line) => JSON.parse(line));

/** A dump as `pg_dump` writes it: a few tables, `\N` for nothing, tabs between, `\.` at the end. */
const dump = (tables) => `-- PostgreSQL database dump\n\nSET client_encoding = 'UTF8';\n\n${Object.entries(tables).map(([name, [columns, ...rows]]) =>
  `COPY public.${name} (${columns.join(", ")}) FROM stdin;\n${rows.map((row) => `${row.map((cell) => cell === null ? "\\N" : String(cell).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n")).join("\t")}\n`).join("")}\\.\n`).join("\n")}\n--\n-- PostgreSQL database dump complete\n--\n`;

const DISCOURSE = {
  users: [["id", "username", "name"], [1, "ada", "Ada"], [2, "ben", null], [3, "acme_support", "Acme Support"]],
  categories: [["id", "name", "slug", "read_restricted"], [7, "Kettles & Pots", "kettles", "f"], [8, "Staff", "staff", "t"]],
  topics: [
    ["id", "title", "user_id", "category_id", "archetype", "visible", "deleted_at", "created_at"],
    [1, "The lid drips", 1, 7, "regular", "t", null, "2019-05-01 10:00:00.123"], [2, "Our secret plans", 3, 8, "regular", "t", null, "2019-05-02 10:00:00"],
    [3, "Hello Ben", 1, null, "private_message", "t", null, "2019-05-03 10:00:00"], [4, "Gone", 1, 7, "regular", "t", "2019-06-01 00:00:00", "2019-05-04 10:00:00"],
  ],
  posts: [
    ["id", "topic_id", "user_id", "post_number", "reply_to_post_number", "raw", "post_type", "hidden", "deleted_at", "created_at"],
    [11, 1, 1, 1, null, "Only when it **pours**.\n\n![lid|690x388](upload://abc.jpeg)\tand \\ back", 1, "f", null, "2019-05-01 10:00:00.123"],
    [12, 1, 2, 2, null, "[quote=\"ada, post:1, topic:1\"]\nOnly when it pours.\n[/quote]\n\nTurn the gasket.", 1, "f", null, "2019-05-01 11:00:00"],
    [13, 1, 1, 3, 2, "Thanks!", 1, "f", null, "2019-05-01 12:00:00"], [14, 1, 3, 4, null, "A whisper of ours", 4, "f", null, "2019-05-01 13:00:00"],
    [15, 1, 2, 5, 3, "Welcome.", 1, "f", null, "2019-05-01 14:00:00"], [16, 1, 2, 6, null, "Buy pills", 1, "t", null, "2019-05-01 15:00:00"],
    [17, 1, 3, 7, null, "We sell gaskets.", 1, "f", null, "2019-05-01 16:00:00"],
    [21, 2, 3, 1, null, "A canary of the staff", 1, "f", null, "2019-05-02 10:00:00"], [31, 3, 1, 1, null, "A canary between two", 1, "f", null, "2019-05-03 10:00:00"],
  ],
  post_actions: [["id", "post_id", "user_id", "post_action_type_id", "deleted_at", "created_at"], [1, 12, 1, 2, null, "2019-05-01 12:01:00"], [2, 12, 2, 2, null, "2019-05-01 12:02:00"], [3, 17, 1, 8, null, "2019-05-01 17:00:00"]],
  discourse_solved_solved_topics: [["id", "topic_id", "answer_post_id", "accepter_user_id", "created_at"], [1, 1, 12, 1, "2019-05-01 12:00:30"]],
};

test("a dump of Discourse: threads, replies, remarks, likes and what solved it; nothing that only some could read", async () => {
  const brand = `acme-${newBrand("d")}`;
  const made = convert([["dump.sql", dump(DISCOURSE)]], { brand });
  expect(made.report.kept).toEqual({ threads: 1, replies: 4, people: 3, stars: 1 });
  expect(lostOf(made)).toEqual({
    "private messages": 1, "topics that were deleted or hidden": 1, "topics that not everybody could read": 1, "whispers of the staff": 1,
    "posts that were deleted or hidden": 1, photos: 1, "names that could be taken for the maker’s or the operator’s": 1,
  });
  for (const secret of ["canary", "whisper", "pills", "Hello Ben", "Acme Support"]) expect(made.text).not.toContain(secret);
  expect(convert([["dump.sql", dump(DISCOURSE)]], { brand, now: JSON.parse(made.text.split("\n")[0]).chie.made }).text).toBe(made.text);
  expect(await ok(bring(brand, made.text))).toEqual({ lines: linesOf(made.text).length });
  const { rows } = await get(brand, "/threads");
  expect(rows.map(({ title, product, replies, kind }) => [title, product, replies, kind])).toEqual([["The lid drips", "kettles", 2, "question"]]);
  const view = await get(brand, `/threads/${rows[0].id}`);
  expect(view.row.at).toBe(Date.UTC(2019, 4, 1, 10, 0, 0, 123));
  expect(view.product_name).toBe("Kettles & Pots");
  expect([view.author.name, view.author.voice]).toEqual([{ chosen: "Ada" }, "guest"]);
  expect(JSON.stringify(view.post)).toContain("pours");
  const [gasket, selling] = view.replies;
  expect([gasket.stars, gasket.accepted, gasket.author.name, gasket.comments.length]).toEqual([1, Date.UTC(2019, 4, 1, 12, 0, 30), { chosen: "ben" }, 2]);
  expect(JSON.stringify(gasket.post)).toContain("quote");
  expect([Object.keys(selling.author.name), selling.author.voice]).toEqual([["guest"], "guest"]);
  // A file of Chie's own comes of it like of any community.
  const file = await (await operator()).send("GET", pathOf(brand, "/export"));
  expect(linesOf(file.text).filter((line) => line.thread ?? line.reply ?? line.star)).toHaveLength(6);
});

test("topics of Discourse as its API gives them out, one a line or all in one", async () => {
  const topic = {
    id: 5, title: "Does it whistle?", archetype: "regular", category_id: 7, tags: ["gas"],
    post_stream: {
      stream: [1, 2, 3],
      posts: [
        { id: 51, post_number: 1, created_at: "2020-02-03T04:05:06.000Z", user_id: 1, username: "ada", name: "", cooked: "<p>On <strong>gas</strong>, see <a href=\"https://acme.example/a\">this</a>.</p><script>alert(1)</script>", actions_summary: [{ id: 2, count: 4 }], post_type: 1 },
        { id: 52, post_number: 2, created_at: "2020-02-03T05:05:06.000Z", user_id: 2, username: "ben", raw: "It does.", accepted_answer: true, post_type: 1 },
      ],
    },
  };
  const brand = newBrand("d");
  const whole = convert([["topics.json", JSON.stringify([topic])]], { brand, product: "kettle=Stove-top Kettle", now: 1_700_000_000_000 });
  expect(convert([["topics.ndjson", `${JSON.stringify(topic)}\n${JSON.stringify({ ...topic, id: 6 })}\n`]], { brand }).report.kept.threads).toBe(2);
  expect(lostOf(whole)).toEqual({ "posts that are not in the file": 1, likes: 4, tags: 1 });
  await ok(bring(brand, whole.text));
  const { rows } = await get(brand, "/threads");
  expect(rows.map(({ title, product, status }) => [title, product, status])).toEqual([["Does it whistle?", "kettle", { fan_made: "solved" }]]);
  const { post } = await get(brand, `/threads/${rows[0].id}`);
  expect(JSON.stringify(post)).toContain("https://acme.example/a");
  expect(JSON.stringify(post)).not.toContain("alert");
});

test("Get Satisfaction: styles, moods, products, replies beside and inside topics; numbers without people are reported", async () => {
  const author = (id, name) => ({ id, name, canonical_name: name.toLowerCase() });
  const topics = { total: 3, data: [
    { id: 1, subject: "The whistle is silent", content: "<p>It <em>used</em> to sing.</p><p><img src=\"https://img.example/a.jpg\" alt=\"my kettle\"></p>", style: "problem", status: "complete", me_too_count: 12, follower_count: 3, created_at: "2011/03/25 22:50:51 +0000", author: author(1, "Carla"), emotitag: { face: "sad", feeling: "let down" }, products: [{ name: "Kettle 12", canonical_name: "kettle_12" }, { name: "Pot" }], tags: ["gas"] },
    { id: 2, subject: "New colours", content: "We have blue.", style: "update", created_at: "2011/03/26 00:00:00 +0000", author: author(2, "Dan"), employee: true },
    { id: 3, subject: "  A longer\n handle ", content: "Please.", style: "idea", created_at: "2011/03/27 00:00:00 +0000", author: author(3, "Eve"), reply_array: [{ id: 31, content: "Yes &amp; soon", created_at: "2011/03/28 00:00:00 +0000", author: author(2, "Dan"), employee: true, star_count: 2, comments: [{ id: 32, content: "Great", created_at: "2011/03/29 00:00:00 +0000", author: author(3, "Eve") }] }] },
  ] };
  const replies = { total: 2, data: [
    { id: 11, topic_id: 1, content: "Half an hour of <b>vinegar</b>.", created_at: "2011/03/25 23:00:00 +0000", author: author(3, "Eve"), star_count: 5, company_promoted: true },
    { id: 99, topic_id: 77, content: "Lost", created_at: "2011/03/25 23:00:00 +0000", author: author(3, "Eve") },
  ] };
  const brand = newBrand("g");
  const made = convert([["topics.json", JSON.stringify(topics)], ["replies.json", JSON.stringify(replies)]], { brand });
  expect(made.report.from).toBe("Get Satisfaction");
  expect(made.report.kept).toEqual({ threads: 2, replies: 3, people: 3, stars: 0 });
  expect(lostOf(made)).toMatchObject({
    "times that somebody had the same": 12, followers: 3, statuses: 1, tags: 1, photos: 1, "stars on replies": 7, "further products of a topic": 1,
    "updates of the company": 1, "replies whose topic is in none of the files": 1, "marks of the company on replies": 1, "posts that were marked as of an employee": 1,
  });
  await ok(bring(brand, made.text));
  const { rows } = await get(brand, "/threads?order=active");
  expect(rows.map(({ title, kind, product }) => [title, kind, product])).toEqual([["A longer handle", "idea", "general"], ["The whistle is silent", "problem", "kettle_12"]]);
  const silent = await get(brand, `/threads/${rows[1].id}`);
  expect(silent.mood).toEqual({ before: "sad", words: "let down", after: null });
  expect(JSON.stringify(silent.replies[0].post)).toContain("vinegar");
  const handle = await get(brand, `/threads/${rows[0].id}`);
  expect([handle.replies[0].author.voice, handle.replies[0].comments.length]).toEqual(["guest", 1]);
});

test("damaged and hostile files are told of, and nothing is written", async () => {
  const whole = dump(DISCOURSE);
  const wrong = {
    "is damaged": [["a.json", '{"data": [{"id": 1, "subject": "x"']],
    "is damaged in line 2": [["a.ndjson", '{"topic_id": 1}\n{"topic_id": \n']],
    "breaks off": [["dump.sql", whole.slice(0, whole.indexOf("We sell"))]],
    "has 3 values for 2 columns": [["dump.sql", dump({ ...DISCOURSE, topic_tags: [["id", "tag_id"], [1, 2, 3]] })]],
    "its last line is missing": [["dump.sql", whole.slice(0, -40)]],
    "no topics and posts": [["dump.sql", dump({ users: DISCOURSE.users })]],
    "neither of Discourse nor of Get Satisfaction": [["a.json", '{"hello": "world"}']],
    "different kinds": [["dump.sql", whole], ["a.json", '{"data": [{"id": 1, "subject": "x"}]}']],
    "nothing in these files": [["a.json", '{"data": []}']],
  };
  for (const [what, files] of Object.entries(wrong)) expect(() => convert(files, { brand: "acme.example" }), what).toThrow(what);
  // Through the command: no file is left where one was refused, and one that unpacks into too much or into no text is refused.
  const folder = mkdtempSync(join(tmpdir(), "chie-convert-"));
  const [input, out, report] = ["in", "out.ndjson", "report.json"].map((name) => join(folder, name));
  // Members of one file unpack one after another: a small file that would fill 576 MB.
  const tooMuch = Buffer.concat(Array(9).fill(gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 1 })));
  for (const bytes of [whole.slice(0, -40), tooMuch, Buffer.from([0x1f, 0x8b, 1]), Buffer.from([0xff, 0xfe, 0])]) {
    writeFileSync(input, bytes);
    await expect(main(["--brand", "acme.example", "--out", out, input])).rejects.toThrow(/not whole|cannot be read|no UTF-8/);
    expect(existsSync(out)).toBe(false);
  }
  writeFileSync(input, gzipSync(whole));
  await main(["--brand", "acme.example", "--out", out, "--report", report, input]);
  expect(JSON.parse(readFileSync(report, "utf8")).kept.threads).toBe(1);
  expect(linesOf(readFileSync(out, "utf8"))[0].chie.brand).toBe("acme.example");
});

test("whatever stands in an export, what is made of it can be brought in", async () => {
  const odd = ["\u202eevil", "a\u0000b", "x".repeat(20_000), "<script>alert(1)</script>", "__proto__", "", "  \n", "👩‍👩‍👧 \ufe0f", "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306algo", "[a](javascript:alert(1))", "\\", "```", "&#x110000;&#0;&amp;", "> ".repeat(200), "\ud800"];
  const data = odd.map((text, id) => ({ id, subject: text, content: text, style: text, status: text, created_at: id % 3 ? "2012/01/01 00:00:00 +0000" : "2999/01/01 00:00:00 +0000", emotitag: { face: "happy", feeling: text }, author: { id: text, name: text }, products: [{ name: text, canonical_name: text }], reply_array: [{ id: `r${id}`, parent_id: `r${id}`, content: text, created_at: text, author: { id: text, name: text }, comments: [null, 7, { content: text, author: null }] }] }));
  data.push(null, 7, { id: [], subject: {}, author: [], reply_array: "x", created_at: -1 });
  const brand = newBrand("g");
  const made = convert([["a.json", JSON.stringify({ data })]], { brand });
  await ok(bring(brand, made.text));
  expect((await get(brand, "/threads")).rows.length).toBeGreaterThan(5);
  expect((await send("GET", `/c/${brand}/general`)).text).not.toContain("<script>alert");
});

test("HTML becomes Markdown that means the same", () => {
  for (const [html, text] of [
    ["<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree"],
    ["<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>d", "- a\n- b\n  1. c\n\nd"],
    ["<p>a</p><blockquote><p>said</p><p>more</p></blockquote>after", "a\n\n> said\n>\n> more\n\nafter"],
    ["<pre><code>a &lt; b &amp;&amp; *c*\n  d</code></pre>", "```\na < b && *c*\n  d\n```"],
    ["2 * 3 * 4 [x] <b>bold</b> &lt;i&gt;", "2 \\* 3 \\* 4 \\[x\\] **bold** \\<i\\>"],
    ['<a href="javascript:alert(1)">x</a> <a href="https://a.example/b">y</a>', "x [y](https://a.example/b)"],
    ["<!-- secret --><style>p{}</style><iframe src=x>in</iframe>seen", "seen"],
    ["<b", "\\<b"],
  ]) {
    expect(markdownOf(html)).toBe(text);
  }
});
