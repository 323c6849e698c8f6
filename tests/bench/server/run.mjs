// The whole measurement: all servers run, and take turns, round after round, so that whatever else the machine does meets
// them alike; medians over the rounds are what counts.
import { Plain, say, step } from "../../../scripts/shell.mjs";
import { contenders } from "./contenders.mjs";
import { load } from "./load.mjs";

/** What is asked of everybody, and how often a second: slow enough for the slowest to keep up. */
export const KINDS = { thread: 30, list: 30, page: 30, likely: 30, post: 20 };

/** Resolves to `{ rows, missing, rounds, seconds }`. */
export async function measure({ rounds = 5, seconds = 6, only }) {
  const closing = [];
  const missing = [];
  const running = [];
  try {
    for (const one of contenders.filter(({ key }) => !only || only.includes(key))) {
      try {
        if (one.install) await step(`Installing ${one.name}`, () => one.install());
        const started = await step(`Starting ${one.name}`, () => one.start());
        closing.push(started.stop);
        running.push({ ...one, ...started });
      } catch (error) {
        if (one.isOurs) throw error;
        missing.push(`${one.name}: ${error.message}`);
        say(`${one.name} is left out: ${error.message}`);
      }
    }
    if (!running.length) throw new Plain("There is nothing to measure by that name.");
    const seen = new Map();
    // The first round is for the servers to warm up and is forgotten.
    for (let round = 0; round <= rounds; round += 1) {
      await step(round ? `Round ${round} of ${rounds}` : "Warming up", async () => {
        for (const [kind, rate] of Object.entries(KINDS)) {
          for (const one of running.filter(({ asks }) => asks[kind])) {
            const taken = await load({ ...one, ask: one.asks[kind], rate, seconds });
            if (round) seen.set(`${kind} ${one.key}`, [...(seen.get(`${kind} ${one.key}`) ?? []), taken]);
          }
        }
      });
    }
    const rows = [...seen].map(([name, taken]) => {
      const [kind, key] = name.split(" ");
      const of = (what) => median(taken.map((one) => one[what]));
      return {
        kind, name: running.find((one) => one.key === key).name, key, asked_per_second: KINDS[kind],
        p50_ms: of("p50"), p95_ms: of("p95"), p99_ms: of("p99"), answered_per_second: of("rate"),
        errors: taken.reduce((sum, { errors }) => sum + errors, 0), cpu_ms: of("cpu_ms"), rss_mb: of("rss_mb"),
      };
    });
    return { rows, missing, rounds, seconds };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
