// `npm run bench:abuse`: the labelled posts and a wave, with every layer of the defence, with each left out in turn, and with each alone.
// `--only "all,alone links"` measures less; then nothing is written.
import { cpus } from "node:os";
import { CONFIGURATIONS, measure, posts } from "../tests/abuse/measure.mjs";
import { attacks, table, write } from "../tests/abuse/report.mjs";
import { startStack } from "../tests/harness/stack.mjs";
import { build } from "./build.mjs";
import { setUp } from "./setup.mjs";
import { say, step } from "./shell.mjs";

export async function main(args) {
  await setUp();
  await build();
  const only = args.includes("--only") ? args[args.indexOf("--only") + 1].split(",") : undefined;
  const stack = await startStack({ testHooks: true });
  Object.assign(process.env, { CHIE: stack.chie, CONSOLE: stack.console, BRAND: stack.brand, WORLD: stack.world, CHIE_LOG: stack.log });
  const rows = [];
  try {
    for (const layers of CONFIGURATIONS.filter((one) => !only || only.includes(one))) {
      rows.push({ layers, ...(await step(`Layers: ${layers}`, () => measure({ layers }))) });
    }
  } finally {
    await stack.stop();
  }
  console.log(table(rows));
  say(attacks(rows[0]));
  for (const one of rows[0].falsely) say(`Falsely held: ${JSON.stringify(one)}`);
  if (only) return;
  const all = posts();
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}`;
  write({ rows, fine: all.filter((one) => one.label === "fine").length, bad: all.filter((one) => one.label === "abuse").length, machine });
}
