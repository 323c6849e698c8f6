// The control: the questions and answers of one product on Hono and D1, as a careful person would write them. Markdown is
// rendered when it is written; a retried post is one post; every write is one batch, which D1 makes one transaction.
import { Hono } from "hono";
import { html, raw } from "hono/html";
import { marked } from "marked";

type Env = { Bindings: { DB: D1Database } };
type Reply = { id: string; body: string; html: string; author: string; made: number; stars: number };
type Thread = Reply & { product: string; kind: string; title: string; active: number; replies: number };

const app = new Hono<Env>();
const LIST = "SELECT id, product, kind, title, author, made, active, replies FROM thread WHERE product = ? ORDER BY active DESC, id LIMIT 20";
const THREAD = "SELECT * FROM thread WHERE id = ?";
const REPLIES = "SELECT id, html, author, made, stars FROM reply WHERE thread = ? ORDER BY made, id LIMIT 50";
const LIKELY = "SELECT t.id, t.title, t.replies FROM words w JOIN thread t ON t.id = w.thread WHERE words MATCH ? ORDER BY bm25(words) LIMIT 5";

app.get("/threads", async (c) => {
  const { results } = await c.env.DB.prepare(LIST).bind(c.req.query("product")).all();
  return c.json({ threads: results });
});

app.get("/threads/:id", async (c) => {
  const [thread, replies] = await read(c.env.DB, c.req.param("id"));
  return thread ? c.json({ thread, replies }) : c.notFound();
});

app.get("/pages/:id", async (c) => {
  const [thread, replies] = await read(c.env.DB, c.req.param("id"));
  if (!thread) return c.notFound();
  const items = replies.map((one) => html`<article id="${one.id}"><p>${one.author} · ${new Date(one.made).toISOString()}</p>${raw(one.html)}</article>`);
  return c.html(html`<!doctype html><html lang="en"><head><title>${thread.title}</title></head><body><h1>${thread.title}</h1>${raw(thread.html)}${items}</body></html>`);
});

app.get("/likely", async (c) => {
  const words = (c.req.query("q") ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!words.length) return c.json({ likely: [] });
  const { results } = await c.env.DB.prepare(LIKELY).bind(words.map((one) => `"${one}"`).join(" OR ")).all();
  return c.json({ likely: results });
});

app.post("/threads", async (c) => {
  const { id, product, kind, title, body, author } = await c.req.json();
  const now = Date.now();
  await c.env.DB.batch([
    c.env.DB.prepare("INSERT INTO thread (id, product, kind, title, body, html, author, made, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").bind(id, product, kind, title, body, await marked.parse(body), author, now, now),
    c.env.DB.prepare("INSERT INTO words (thread, title, body) VALUES (?, ?, ?)").bind(id, title, body),
  ]);
  return c.json({ id });
});

app.post("/threads/:id/replies", async (c) => {
  const key = c.req.header("idempotency-key");
  if (!key) return c.json({ error: "The header Idempotency-Key is missing." }, 400);
  const { body, author } = await c.req.json();
  if (typeof body !== "string" || !body.trim() || body.length > 10_000) return c.json({ error: "Write something." }, 422);
  const db = c.env.DB;
  const thread = c.req.param("id");
  const [before, there, last] = await db.batch<Record<string, string>>([
    db.prepare("SELECT answer FROM wish WHERE key = ?").bind(key),
    db.prepare("SELECT title FROM thread WHERE id = ?").bind(thread),
    db.prepare("SELECT chain FROM audit ORDER BY seq DESC LIMIT 1"),
  ]);
  if (before.results[0]) return c.json(JSON.parse(before.results[0].answer));
  if (!there.results[0]) return c.notFound();
  const now = Date.now();
  const reply = { id: crypto.randomUUID(), html: await marked.parse(body), author: String(author ?? "Guest"), made: now, stars: 0 };
  const chain = await digest(`${last.results[0]?.chain ?? ""} reply ${reply.id} ${now}`);
  await db.batch([
    db.prepare("INSERT INTO reply (id, thread, body, html, author, made) VALUES (?, ?, ?, ?, ?, ?)").bind(reply.id, thread, body, reply.html, reply.author, now),
    db.prepare("UPDATE thread SET active = ?, replies = replies + 1 WHERE id = ?").bind(now, thread),
    db.prepare("INSERT INTO words (thread, title, body) VALUES (?, ?, ?)").bind(thread, there.results[0].title, body),
    db.prepare("INSERT INTO wish (key, answer, made) VALUES (?, ?, ?)").bind(key, JSON.stringify(reply), now),
    db.prepare("INSERT INTO outbox (what, due) VALUES (?, ?)").bind(reply.id, now),
    db.prepare("INSERT INTO audit (act, subject, made, chain) VALUES ('reply', ?, ?, ?)").bind(reply.id, now, chain),
  ]);
  return c.json(reply);
});

async function read(db: D1Database, id: string): Promise<[Thread | undefined, Reply[]]> {
  const [thread, replies] = await db.batch([db.prepare(THREAD).bind(id), db.prepare(REPLIES).bind(id)]);
  return [thread.results[0] as Thread | undefined, replies.results as Reply[]];
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export default app;
