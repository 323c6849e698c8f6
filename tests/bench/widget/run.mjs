// The whole measurement: every contender is started, then visited in turn, round after round, so that whatever else the
// machine does meets all alike; the medians are taken at the end.
import { chromium } from "@playwright/test";
import { freePort } from "../../harness/ports.mjs";
import { Plain, say, step } from "../../../scripts/shell.mjs";
import { chie } from "./chie.mjs";
import { plainScript, serverPage } from "./floors.mjs";
import { startFront } from "../../harness/front.mjs";
import { bareBytes, startHost } from "./host.mjs";
import { isso } from "../peers/isso.mjs";
import { visit } from "./visit.mjs";
import { waline } from "../peers/waline.mjs";

const ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Resolves to `{ rows, ours, missing, browser }`. `only` names contenders by key. */
export async function measure({ executablePath, rounds = 7, only }) {
  const closing = [];
  try {
    const { contenders, missing, host } = await startAll(closing, only);
    const browser = await chromium.launch({ executablePath, args: ARGS });
    closing.push(() => browser.close());
    const visits = new Map(contenders.map(({ key }) => [key, { read: [], tap: [] }]));
    // The first round is for the servers to warm up and is forgotten.
    for (let round = 0; round <= rounds; round += 1) {
      await step(round ? `Round ${round} of ${rounds}` : "Warming up", async () => {
        for (const one of contenders) {
          const options = { url: `${host.origin}/${one.key}/`, log: one.log };
          const read = await visit(browser, one, { ...options, tap: false });
          const tap = await visit(browser, one, { ...options, tap: true });
          if (!round) continue;
          visits.get(one.key).read.push(read);
          visits.get(one.key).tap.push(tap);
        }
      });
    }
    return { rows: contenders.map((one) => row(one, visits.get(one.key))), missing, browser: browser.version(), rounds, visits };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function startAll(closing, only) {
  const hostPort = await freePort();
  const host = { origin: `http://127.0.0.1:${hostPort}` };
  const all = [serverPage(), plainScript(), ...chie(), isso(), waline()].filter(({ key }) => !only || only.includes(key));
  const missing = [];
  const contenders = [];
  const pages = {};
  for (const one of all) {
    try {
      if (one.install) await step(`Installing ${one.name}`, () => one.install());
      const started = await one.start({ host: host.origin });
      closing.push(started.stop);
      const port = await freePort();
      const origin = `http://localhost:${port}`;
      const { log, close } = await startFront({ port, upstream: started.upstream, files: one.files?.() });
      closing.push(close);
      pages[one.key] = { mark: one.mark({ origin }), head: one.head?.({ origin }) };
      contenders.push({ ...one, log });
    } catch (error) {
      if (one.isOurs || !one.install) throw error;
      missing.push(`${one.name}: ${error.message}`);
      say(`${one.name} is left out: ${error.message}`);
    }
  }
  if (!contenders.length) throw new Plain("There is nothing to measure by that name.");
  const served = await startHost({ port: hostPort, pages });
  closing.push(served.close);
  // The answers stand in the page itself there: what the page weighs more than a bare one is theirs.
  const page = contenders.find(({ key }) => key === "page");
  if (page) page.log = { length: 0, slice: () => [{ method: "GET", bytes: (served.log.findLast(({ path }) => path === "/page/")?.bytes ?? 0) - bareBytes() }] };
  return { contenders, missing, host };
}

function row({ name, key, isOurs }, { read, tap }) {
  const of = (some, what) => median(some.map(what));
  return {
    name, key,
    readable_ms: of([...read, ...tap], (one) => one.readable),
    tap_ms: of(tap, (one) => one.ready),
    blocked_ms: of(read, (one) => one.blocked),
    cls: Number(median(read.map((one) => one.cls), 4).toFixed(4)),
    br_bytes: of(tap, (one) => one.bytes),
    requests: of(tap, (one) => one.requests),
    ...(isOurs && { keys_after_readable_ms: of(tap, (one) => Math.max(0, one.field - one.readable) + one.kept - one.typed), taken_over_ms: of(tap, (one) => one.ready - one.tapped) }),
  };
}

function median(numbers, exact) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return exact ? middle : Math.round(middle);
}
