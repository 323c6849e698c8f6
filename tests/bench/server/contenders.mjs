// Who is asked, and how each is asked the same thing: a thread with fifty replies, a list of twenty threads, the thread as
// a page, threads likely to answer a line, and one more reply.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, node, npmBin } from "../../../scripts/place.mjs";
import { Plain } from "../../../scripts/shell.mjs";
import { freePort } from "../../harness/ports.mjs";
import { startStack } from "../../harness/stack.mjs";
import { entries, threads } from "../peers/entries.mjs";
import { isso as issoServer } from "../peers/isso.mjs";
import { post, serve } from "../peers/peer.mjs";
import { waline as walineServer } from "../peers/waline.mjs";

const JSON_TYPE = { "content-type": "application/json" };
const LINE = "why does the lid drip";
const text = (n) => `It was the gasket, **turned round** (${n}): [see here](https://kettle.example/gasket).\n\n- once\n- twice`;

/** Each resolves to `{ origin, pid, process, asks, stop }`; `asks` are paths, or functions that make one request for a number. */
export const contenders = [
  {
    name: "Chie", key: "chie", isOurs: true,
    async start() {
      const stack = await startStack({ testHooks: true });
      const base = "/v1/communities/acme.example";
      const send = (path, content) => post(stack.chie + base + path, content, { "idempotency-key": randomUUID() });
      await post(`${stack.chie}/v1/communities`, { domain: "acme.example", name: "Acme", product: "kettle", product_name: "Stove-top Kettle" }, { "idempotency-key": randomUUID() });
      for (const thread of threads()) await send("/threads", { product: "kettle", ...thread });
      const ask = async (title) => (await send("/threads", { product: "kettle", kind: "question", title, body: "Everything counts." })).thread.row.id;
      const [read, written] = [await ask("What did you learn in the first year?"), await ask("What did you learn in the second year?")];
      for (const { author, text: body } of entries()) await send(`/threads/${read}/replies`, { body, name: author });
      return {
        origin: stack.chie, pid: stack.pid, process: "workerd", stop: stack.stop,
        asks: {
          thread: `${base}/threads/${read}`, list: `${base}/threads?product=kettle`, page: `/c/acme.example/kettle/${read}`, likely: `${base}/likely?q=${encodeURIComponent(LINE)}&product=kettle`,
          post: (n) => ({ method: "POST", path: `${base}/threads/${written}/replies`, headers: { ...JSON_TYPE, "idempotency-key": randomUUID() }, body: JSON.stringify({ body: text(n), name: "Ada" }) }),
        },
      };
    },
  },
  {
    name: "Hono + D1 (control)", key: "control", isOurs: true,
    async start() {
      const folder = mkdtempSync(join(tmpdir(), "chie-control-"));
      const config = at("tests/load/control/wrangler.toml");
      const env = { CI: "1", WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false", NO_COLOR: "1", WRANGLER_LOG_PATH: join(folder, "log"), WRANGLER_REGISTRY_PATH: join(folder, "registry") };
      const made = spawnSync(node, [npmBin("wrangler"), "d1", "migrations", "apply", "DB", "--local", "--config", config, "--persist-to", folder], { env: { ...process.env, ...env }, encoding: "utf8" });
      if (made.status !== 0) throw new Plain(`The control's tables could not be made: ${made.stderr}`);
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      const args = [npmBin("wrangler"), "dev", "--config", config, "--port", port, "--ip", "127.0.0.1", "--inspector-port", await freePort(), "--persist-to", folder, "--show-interactive-dev-session", "false"];
      const server = await serve({ name: "The control", program: node, args, env, folder, url: `${origin}/threads?product=kettle` });
      const author = "Ada";
      const all = [...threads(), { kind: "question", title: "What did you learn in the first year?", body: "Everything counts." }, { kind: "question", title: "What did you learn in the second year?", body: "Everything counts." }];
      for (const [index, { kind, title, body }] of all.entries()) await post(`${origin}/threads`, { id: `t${index}`, product: "kettle", kind, title, body, author });
      const [read, written] = [`t${all.length - 2}`, `t${all.length - 1}`];
      for (const one of entries()) await post(`${origin}/threads/${read}/replies`, { body: one.text, author: one.author }, { "idempotency-key": randomUUID() });
      return {
        origin, pid: server.pid, process: "workerd", stop: async () => { await server.stop(); rmSync(folder, { recursive: true, force: true }); },
        asks: {
          thread: `/threads/${read}`, list: "/threads?product=kettle", page: `/pages/${read}`, likely: `/likely?q=${encodeURIComponent(LINE)}`,
          post: (n) => ({ method: "POST", path: `/threads/${written}/replies`, headers: { ...JSON_TYPE, "idempotency-key": randomUUID() }, body: JSON.stringify({ body: text(n), author }) }),
        },
      };
    },
  },
  {
    ...peer(issoServer(), "gunicorn"),
    asks: (host) => ({
      thread: "/?uri=%2Fisso%2F",
      post: (n) => ({ method: "POST", path: "/new?uri=%2Fwritten%2F", headers: { ...JSON_TYPE, origin: host }, body: JSON.stringify({ text: text(n), author: "Ada", title: "Kettle", email: null, website: null, parent: null }) }),
    }),
  },
  {
    ...peer(walineServer(), "node"),
    asks: () => ({
      thread: "/api/comment?path=%2Fwaline%2F&pageSize=50&page=1&lang=en&sortBy=insertedAt_desc",
      post: (n) => ({ method: "POST", path: "/api/comment?lang=en", headers: JSON_TYPE, body: JSON.stringify({ comment: text(n), nick: "Ada", url: "/written/", mail: "", link: "", ua: "" }) }),
    }),
  },
];

/** A published server; it knows a thread and a post, not the rest. */
function peer(server, process) {
  return {
    name: server.key === "isso" ? server.name : "Waline 1.39.3", key: server.key, install: server.install,
    async start() {
      const host = "http://127.0.0.1";
      const { upstream, pid, stop } = await server.start({ host });
      return { origin: upstream, pid, process, stop, asks: this.asks(host) };
    },
  };
}
