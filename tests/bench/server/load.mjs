// One stretch of load at a stated rate: requests leave when they are due, whether or not earlier ones came back, and
// time counts from when each was due (autocannon corrects for requests that it could not send in time).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { at } from "../../../scripts/place.mjs";
import { Plain } from "../../../scripts/shell.mjs";
import { descendants } from "../../harness/wrangler.mjs";

const TICKS_PER_MS = 0.1;

/** Resolves to `{ p50, p95, p99, rate, errors, cpu_ms, rss_mb }`: milliseconds, requests a second, those that did not end in 2xx, processor time of a request. */
export async function load({ origin, pid, process: name, ask, rate, seconds }) {
  const autocannon = createRequire(at("tests/load/package.json"))("autocannon");
  let sent = 0;
  const one = (request) => Object.assign(request, ask(sent += 1));
  const before = weigh(pid, name);
  const result = await autocannon({
    url: origin, connections: 20, overallRate: rate, duration: seconds, timeout: 10,
    requests: [typeof ask === "string" ? { method: "GET", path: ask } : { method: "POST", path: "/", setupRequest: one }],
  });
  const after = weigh(pid, name);
  if (!result["2xx"]) throw new Plain(`${origin} answered nothing of what it was asked; its figures would say nothing.`);
  const count = result.requests.total;
  return {
    p50: result.latency.p50, p95: result.latency.p95 ?? result.latency.p97_5, p99: result.latency.p99,
    rate: Number(result.requests.average.toFixed(1)), errors: result.non2xx + result.errors + result.timeouts,
    cpu_ms: Number(((after.ticks - before.ticks) / TICKS_PER_MS / Math.max(1, count)).toFixed(2)), rss_mb: Math.round(after.bytes / 2 ** 20),
  };
}

/** What the processes of that name below `pid` hold of memory and took of the processor. */
function weigh(pid, name) {
  const sum = { ticks: 0, bytes: 0 };
  for (const one of [pid, ...descendants(pid)]) {
    try {
      const stat = readFileSync(`/proc/${one}/stat`, "utf8");
      if (!stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")")).includes(name)) continue;
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      sum.ticks += Number(fields[11]) + Number(fields[12]);
      sum.bytes += Number(fields[21]) * 4096;
    } catch {
      // It ended meanwhile.
    }
  }
  return sum;
}
