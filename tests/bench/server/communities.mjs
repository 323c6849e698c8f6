// Many communities, each touched once: reading makes nothing, opening costs the same for the last as for the first.
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStack } from "../../harness/stack.mjs";
import { networkOf } from "../../abuse/people.mjs";
import { post } from "../peers/peer.mjs";

const AT_ONCE = 8;
/** An object that was only asked has an empty database; one with tables takes at least this much. */
const CONTENT = 16_384;

/** Reads `count` brands that nobody opened, then opens a tenth of them. */
export async function touch(count) {
  const state = mkdtempSync(join(tmpdir(), "chie-many-"));
  const stack = await startStack({ state, testHooks: true });
  try {
    const before = databases(state);
    await each(count, async (index) => {
      const answer = await fetch(`${stack.chie}/v1/communities/b${index}.example/threads?product=kettle`, { headers: { connection: "keep-alive" } });
      await answer.arrayBuffer();
    });
    const read = databases(state);
    const opened = Math.max(200, Math.round(count / 10));
    const took = [];
    await each(opened, async (index) => {
      const begun = performance.now();
      // Each by somebody from somewhere else, as communities are opened.
      const from = { "x-chie-network": networkOf(`${index}`), "chie-form": "took=30000" };
      const content = { product: "kettle", kind: "question", title: "Does it fit?", body: "Mine is small." };
      await post(`${stack.chie}/v1/communities/b${index}.example/threads`, content, { "idempotency-key": randomUUID(), ...from });
      took.push(performance.now() - begun);
    });
    const sum = (some) => some.reduce((all, one) => all + one, 0);
    const after = databases(state);
    return {
      read: count, opened, files_before: before.count, files_after_reading: read.count,
      bytes: after.bytes - read.bytes, last_to_first: Number((sum(took.slice(-100)) / sum(took.slice(0, 100))).toFixed(2)),
    };
  } finally {
    await stack.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

async function each(count, work) {
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < count) await work(next++);
  }));
}

/** How many databases of objects hold something, and how much. */
function databases(state) {
  const files = readdirSync(join(state, "storage"), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.parentPath.includes("Community") && /\.sqlite(-wal)?$/.test(one.name))
    // An object that goes to rest takes its journal away.
    .map((one) => statSync(join(one.parentPath, one.name), { throwIfNoEntry: false })?.size ?? 0);
  return { count: files.filter((size) => size >= CONTENT).length, bytes: files.reduce((sum, size) => sum + size, 0) };
}
