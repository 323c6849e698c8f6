// `npm run deploy`: build, apply the directory's migrations, deploy. Arguments go to `wrangler deploy`.
import { build } from "./build.mjs";
import { node, npmBin } from "./place.mjs";
import { run, step } from "./shell.mjs";
import { setUp } from "./setup.mjs";

export async function main(args) {
  await setUp();
  await build();
  const wrangler = (...words) => run(node, [npmBin("wrangler"), ...words]);
  const dry = args.includes("--dry-run");
  if (!dry) await step("Directory migrations", () => wrangler("d1", "migrations", "apply", "DIRECTORY", "--remote"));
  await step("Deploying", () => wrangler("deploy", ...args));
}
