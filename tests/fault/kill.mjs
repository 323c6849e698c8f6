// Kills the runtime that holds storage while people post, and checks what every acknowledgement is worth: acknowledged ⊆
// stored ⊆ sent, nothing twice, a retried key the same write. The control then answers before it writes; the same
// checker has to catch it, or it could not have caught anything.
//
//   node tests/fault/kill.mjs [kills, 5]
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";

const WRITERS = 6;
/** How long people post between two kills. */
const BETWEEN = 700;
/** The pause before an unanswered post is tried again. */
const RETRY = 25;

/** Resolves to how many checks passed; refuses with what was lost, doubled or missed. */
export async function killTest({ kills = 5, startStack, log = (line) => process.stderr.write(`${line}\n`) }) {
  const stack = await startStack({ testHooks: true });
  try {
    const real = await postAndKill(stack, { kills, brand: newBrand() });
    const wrong = check(real);
    log(`${real.killed} kills: ${real.sent.size} sent, ${real.acked.size} acknowledged, ${real.stored.length} stored, ${real.retries} tries again`);
    if (wrong.length) throw plain(`The kill test found:\n${wrong.join("\n")}`);
    if (real.acked.size < kills * WRITERS) throw plain(`Only ${real.acked.size} posts were acknowledged: too few to show anything.`);
    const again = await sameAgain(stack, real);
    if (again.length) throw plain(`Keys sent again:\n${again.join("\n")}`);

    const control = await postAndKill(stack, { kills: Math.min(kills, 3), brand: newBrand(), fault: "answer_first" });
    const caught = check(control).filter((line) => line.startsWith("lost"));
    log(`the control: ${control.sent.size} sent, ${control.acked.size} acknowledged, ${control.stored.length} stored, ${caught.length} caught as lost`);
    if (!caught.length) throw plain("The control answers before it writes, and the checker did not notice.");
    return { passed: 6 };
  } finally {
    await stack.stop();
  }
}

/** Writers post without a pause, each post under its own key until it is acknowledged, while storage is killed. */
async function postAndKill(stack, { kills, brand, fault }) {
  const run = { brand, fault, sent: new Map(), acked: new Map(), answers: [], retries: 0, killed: 0 };
  let over = false;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let n = 0; !over; n += 1) await postUntilAnswered(stack, run, `Post ${writer}-${n}`, () => over);
  });
  await until(() => run.acked.size >= WRITERS, "the first posts are acknowledged");
  while (run.killed < kills) {
    await pause(BETWEEN);
    const before = run.acked.size;
    await stack.killStorage();
    run.killed += 1;
    await until(() => run.acked.size > before, "posting goes on after a kill");
  }
  over = true;
  await Promise.all(writers);
  run.stored = await stored(stack, brand);
  return run;
}

async function postUntilAnswered(stack, run, title, isOver) {
  const key = randomUUID();
  run.sent.set(title, key);
  for (let tries = 0; ; tries += 1) {
    const answer = await post(stack, run, title, key).catch(() => undefined);
    if (answer?.status === 200) {
      run.acked.set(title, answer.id);
      return;
    }
    if (answer && answer.status < 500) throw plain(`${title} was refused: ${answer.status} ${answer.text}`);
    if (isOver() && tries > 200) return;
    run.retries += 1;
    await pause(RETRY);
  }
}

async function post(stack, { brand, fault }, title, key) {
  const answer = await fetch(`${stack.chie}/v1/communities/${brand}/threads`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key, ...(fault && { "x-chie-fault": fault }) },
    body: JSON.stringify({ product: "kettle", kind: "question", title }),
    signal: AbortSignal.timeout(15_000),
  });
  const text = await answer.text();
  return { status: answer.status, text, id: answer.status === 200 ? JSON.parse(text).thread.row.id : undefined };
}

/** Every thread of a brand, by the list that everybody reads. */
async function stored(stack, brand) {
  const all = [];
  for (let cursor = ""; ;) {
    const query = new URLSearchParams({ limit: "50", order: "active", ...(cursor && { cursor }) });
    const answer = await fetch(`${stack.chie}/v1/communities/${brand}/threads?${query}`, { headers: { "x-chie-now": String(Date.now()) } });
    if (!answer.ok) throw plain(`The list answered ${answer.status}.`);
    const { rows, next } = await answer.json();
    all.push(...rows.map(({ id, title }) => ({ id, title })));
    if (!next) return all;
    cursor = next;
  }
}

/** What is wrong with a run, a line each. */
export function check({ sent, acked, stored: rows }) {
  const byTitle = grouped(rows, (row) => row.title);
  const ids = grouped(rows, (row) => row.id);
  return [
    ...[...acked].filter(([title, id]) => !byTitle.get(title)?.some((row) => row.id === id)).map(([title, id]) => `lost: ${title} (${id}) was acknowledged`),
    ...rows.filter(({ title }) => !sent.has(title)).map(({ title }) => `invented: nobody sent ${title}`),
    ...[...byTitle].filter(([, same]) => same.length > 1).map(([title, same]) => `doubled: ${title} is stored ${same.length} times`),
    ...[...ids].filter(([, same]) => same.length > 1).map(([id]) => `doubled: ${id} is listed twice`),
  ];
}

function grouped(rows, name) {
  const groups = new Map();
  for (const row of rows) groups.set(name(row), [...(groups.get(name(row)) ?? []), row]);
  return groups;
}

/** Every twentieth key once more: the same id, and nothing new. */
async function sameAgain(stack, run) {
  const some = [...run.acked].filter((_, index) => index % 20 === 0);
  const wrong = [];
  for (const [title, id] of some) {
    const answer = await post(stack, run, title, run.sent.get(title));
    if (answer.id !== id) wrong.push(`${title} was ${id} and became ${answer.id ?? answer.status}`);
  }
  const now = await stored(stack, run.brand);
  if (now.length !== run.stored.length) wrong.push(`there were ${run.stored.length} threads, now ${now.length}`);
  return wrong;
}

async function until(holds, what) {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw plain(`Waited too long until ${what}.`);
    await pause(20);
  }
}

const newBrand = () => `k${randomUUID().slice(0, 8)}.example`;
const plain = (message) => Object.assign(new Error(message), { plain: true });
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kills = Number(process.argv[2] ?? 5);
  const { startStack } = await import("../harness/stack.mjs");
  try {
    const { passed } = await killTest({ kills, startStack });
    console.log(`${passed} passed, 0 failed`);
  } catch (error) {
    console.error(error.plain ? error.message : error);
    console.log("0 passed, 1 failed");
    process.exitCode = 1;
  }
}
