// `npm run bench:widget`: how soon the widget is readable and takes a tap on a slow phone, beside two floors and two peers
// in the same run. `--rounds 3` measures less often, `--only thread,plain` only these; then nothing is written.
import { write } from "../tests/bench/widget/report.mjs";
import { measure } from "../tests/bench/widget/run.mjs";
import { scores } from "../tests/bench/widget/lighthouse.mjs";
import { knowLocalNames } from "../tests/harness/ports.mjs";
import { build } from "./build.mjs";
import { say } from "./shell.mjs";
import { setUp } from "./setup.mjs";
import { setUpBrowser } from "./setup-browser.mjs";

export async function main(args) {
  knowLocalNames();
  await setUp();
  const executablePath = await setUpBrowser();
  await build();
  const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const only = option("--only")?.split(",");
  const rounds = Number(option("--rounds")) || 7;
  const result = await measure({ executablePath, rounds, only });
  console.table(Object.fromEntries(result.rows.map(({ name, key, ...row }) => [name, row])));
  for (const line of result.missing) say(`Not measured: ${line}`);
  if (only) return;
  const page = await scores({ executablePath, rounds: 5 }).catch((error) => say(`Lighthouse was not run: ${error.message}`));
  if (process.env.CHIE_BUILD === "quick") say("This is a quick build: nothing is written, and nothing here may be quoted.");
  else console.log(write({ ...result, page }));
}
