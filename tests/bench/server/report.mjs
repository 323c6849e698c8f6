// What the measurement leaves in `docs/bench`: rows for programs and a table for people. Only ratios within a run mean
// anything elsewhere.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { at } from "../../../scripts/place.mjs";

const BUDGETS = [
  ["a thread with 50 replies, p50", "thread", "p50_ms", 1, 0.6],
  ["a thread with 50 replies, p95", "thread", "p95_ms", 1, 0.6],
  ["a reply posted, p50", "post", "p50_ms", 1.3, 1],
  ["a reply posted, p95", "post", "p95_ms", 1.3, 1],
];
const WORDS = { thread: "a thread with 50 replies", list: "a list of 20 threads", page: "the thread as a page", likely: "likely threads for a line", post: "one more reply" };

/** Writes `server.json` and `server.md`; returns the table. */
export function write({ rows, missing, rounds, seconds, communities }) {
  const busy = loadavg()[2] > 1.5 * cpus().length ? `, busy with other work (load ${loadavg()[2].toFixed(0)})` : "";
  const machine = `${cpus().length} shared cores, Node ${process.version}${busy}`;
  const method = `requests leave at a fixed rate over 20 connections on loopback, ${seconds} s each, ${rounds} rounds in turn, medians of the rounds; time counts from when a request was due`;
  const verdicts = budgets(rows);
  mkdirSync(at("docs", "bench"), { recursive: true });
  writeFileSync(at("docs", "bench", "server.json"), `${JSON.stringify({ machine, method, rows: rows.map(({ key, ...row }) => row), budgets: verdicts, communities, missing }, null, 2)}\n`);
  const text = document({ rows, missing, machine, method, verdicts, communities });
  writeFileSync(at("docs", "bench", "server.md"), text);
  return text;
}

/** What is asked of ours, against the control of the same run. */
export function budgets(rows) {
  const of = (kind, key, what) => rows.find((row) => row.kind === kind && row.key === key)?.[what];
  return BUDGETS.flatMap(([what, kind, figure, must, aim]) => {
    const [ours, control] = [of(kind, "chie", figure), of(kind, "control", figure)];
    if (ours === undefined || !control) return [];
    const here = Number((ours / control).toFixed(2));
    return [{ what, here, must, holds: here <= must, aim, aim_holds: here <= aim }];
  });
}

function document({ rows, missing, machine, method, verdicts, communities }) {
  const control = (kind) => rows.find((row) => row.kind === kind && row.key === "control")?.p50_ms;
  const ratio = (row) => (control(row.kind) ? `${(row.p50_ms / control(row.kind)).toFixed(2)} ×` : "–");
  const line = (row) => `| ${[WORDS[row.kind], row.name, row.asked_per_second, row.p50_ms, ratio(row), row.p95_ms, row.p99_ms, row.errors, row.cpu_ms, row.rss_mb].join(" | ")} |`;
  const yes = (holds) => (holds ? "yes" : "**no**");
  return `# The server under a steady load

Written by \`npm run bench:server\`. Compare rows of this run with each other, never with numbers from elsewhere.

Machine: ${machine}.
Method: ${method}.

| asked for | of | a second | p50 ms | to the control | p95 ms | p99 ms | errors | processor ms a request | memory MB |
|---|---|---|---|---|---|---|---|---|---|
${rows.map(line).join("\n")}

- The control is in \`tests/load/control\`: Hono and D1 on the same runtime, Markdown rendered when it is written, and for a post the
  same durable work: the reply, one key once, search, outbox, chained audit.
- isso and Waline are their published servers with SQLite; they know no lists of threads, no pages and no suggestions.
- A reading of ours that others may share is remembered in the isolate for two seconds; a post goes to the brand's object and to disk.
- Processor time is that of the runtime's processes, all of it, divided by the requests; memory is theirs at the end of a stretch.
${missing.map((one) => `- Not measured: ${one}\n`).join("")}
## Against the control

| what | here | must | holds | aim | holds |
|---|---|---|---|---|---|
${verdicts.map((one) => `| ${one.what} | ${one.here} × | ≤ ${one.must} × | ${yes(one.holds)} | ≤ ${one.aim} × | ${yes(one.aim_holds)} |`).join("\n")}
${communities ? `
## Communities that were only looked at

${communities.read} brands that nobody opened were each read once: ${communities.files_after_reading - communities.files_before} databases with content were made by that. ${communities.opened} were then opened by one
question each: ${(communities.bytes / communities.opened / 1024).toFixed(0)} KB of storage a community; the last hundred took ${communities.last_to_first} × as long as the first hundred.
` : ""}`;
}
