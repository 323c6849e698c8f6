// `npm run deploy`: build, apply the directory's migrations, deploy. Arguments go to `wrangler deploy`; with `--dry-run` nothing
// leaves the machine, and no account is needed.
import { build } from "./build.mjs";
import { node, npmBin } from "./place.mjs";
import { run, step } from "./shell.mjs";
import { setUp } from "./setup.mjs";

export async function main(args) {
  await setUp();
  await build();
  await deploy(args);
}

/** Sends what was built to the account, or with `--dry-run` checks that it could be sent. */
export async function deploy(args, options = {}) {
  const dry = args.includes("--dry-run");
  const env = dry ? { CI: "1", WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false" } : {};
  const wrangler = (...words) => run(node, [npmBin("wrangler"), ...words], { ...options, env });
  if (!dry) await step("Directory migrations", () => wrangler("d1", "migrations", "apply", "DIRECTORY", "--remote"));
  await step(dry ? "What would be deployed" : "Deploying", () => wrangler("deploy", ...args));
}
