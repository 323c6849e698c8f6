// `npm run bench:server`: the Worker under a steady load beside a plain Hono and D1 Worker, isso and Waline in one run.
// `--rounds 2` and `--seconds 3` measure less; `--only chie,control` only these; then nothing is written.
import { existsSync } from "node:fs";
import { touch } from "../tests/bench/server/communities.mjs";
import { write } from "../tests/bench/server/report.mjs";
import { measure } from "../tests/bench/server/run.mjs";
import { knowLocalNames } from "../tests/harness/ports.mjs";
import { build } from "./build.mjs";
import { at } from "./place.mjs";
import { run, say, step } from "./shell.mjs";
import { setUp } from "./setup.mjs";

export async function main(args) {
  knowLocalNames();
  await setUp();
  await build();
  if (!existsSync(at("tests/load/node_modules/autocannon"))) {
    await step("Packages of the load test", () => run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel", "error"], { cwd: at("tests/load"), keep: "everything" }));
  }
  const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const only = option("--only")?.split(",");
  const result = await measure({ rounds: Number(option("--rounds")) || undefined, seconds: Number(option("--seconds")) || undefined, only });
  console.table(result.rows.map(({ key, ...row }) => row));
  for (const line of result.missing) say(`Not measured: ${line}`);
  const communities = only ? undefined : await step("Communities touched once", () => touch(Number(option("--communities")) || 10_000));
  if (only) return;
  if (process.env.CHIE_BUILD === "quick") say("This is a quick build: nothing is written, and nothing here may be quoted.");
  else console.log(write({ ...result, communities }));
}
