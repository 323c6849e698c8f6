// Ours, twice: a tag that opens a thread with the fifty answers, and the tag as most sites have it, which opens the list.
// Both from one real Worker, with nothing but the same front before it.
import { randomUUID } from "node:crypto";
import { startStack } from "../../harness/stack.mjs";
import { entries, threads } from "../peers/entries.mjs";
import { post } from "../peers/peer.mjs";

const BRAND = "acme.example";

/** Whether the live view stands there instead of the drawn one. */
const live = (root) => {
  const top = root.firstElementChild;
  return root.childElementCount === 1 && !top.hidden && Object.keys(top).some((key) => key.startsWith("__yew"));
};

const tag = (origin, more) => `<script async src="${origin}/chie.js" data-brand="${BRAND}" data-product="kettle" data-root="open"${more}></script>`;

export function chie() {
  let stack;
  let thread;
  const start = async () => {
    stack ??= await startStack();
    thread ??= await fill(stack.chie);
    return { upstream: stack.chie, stop: async () => { await stack?.stop(); stack = undefined; } };
  };
  const ours = { start, live, isOurs: true };
  return [
    { ...ours, name: "Chie, a thread", key: "thread", mark: ({ origin }) => tag(origin, ` data-thread="${thread}"`), entry: ".ch-body .ch-text p, .ch-body .ch-post p", field: "textarea" },
    { ...ours, name: "Chie, the list", key: "list", mark: ({ origin }) => tag(origin, ""), entry: ".ch-row a", field: "#ch-line" },
  ];
}

/** Twenty threads, and one more with the fifty answers. */
async function fill(chie) {
  const send = (path, content) => post(`${chie}/v1/communities${path}`, content, { "idempotency-key": randomUUID() });
  await send("", { domain: BRAND, name: "Acme", product: "kettle", product_name: "Stove-top Kettle" });
  for (const thread of threads()) await send(`/${BRAND}/threads`, { product: "kettle", ...thread });
  const asked = await send(`/${BRAND}/threads`, { product: "kettle", kind: "question", title: "What did you learn in the first year?", body: "Everything counts." });
  const { id } = asked.thread.row;
  for (const { author, text } of entries()) await send(`/${BRAND}/threads/${id}/replies`, { body: text, name: author });
  return id;
}
