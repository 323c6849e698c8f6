// `npm start`: set-up, build, the local world with a sample community in it, and what to open and try.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { at, stateFolder, usualPorts } from "./place.mjs";
import { Plain, say, step } from "./shell.mjs";
import { setUp } from "./setup.mjs";
import { isTaken } from "../tests/harness/ports.mjs";
import { startStack } from "../tests/harness/stack.mjs";

/** The sample community is dated by a test hook: its posts are weeks old from the first minute. */
const HOOKS = { TEST_HOOKS: "on" };

export async function main() {
  const ports = usualPorts();
  for (const [name, port] of Object.entries(ports)) {
    if (await isTaken(port)) throw new Plain(`Port ${port} is taken. Free it, or choose another by ${name.toUpperCase()}_PORT.`);
  }
  await setUp();
  await build();
  const stack = await step("Starting", () => startStack({ ports, state: stateFolder, variables: HOOKS }));
  stopWhenAsked(stack);
  try {
    await seedOnce(stack);
  } catch (error) {
    await stack.stop();
    throw error;
  }
  console.log(`
chie: ${stack.chie}
brand: ${stack.brand}
console: ${stack.console}
world: ${stack.world}

Try: open the brand's site, choose a product and ask a question inside its page.
Try: sign in to the console as you@acme.example (the mail is on the world's page), prove acme.example with a TXT record.
Try: claim a fan-made thread in the console, answer officially, then look at the brand's site again.
Ctrl-C ends everything. \`npm run reset\` forgets what was posted.`);
}

async function seedOnce(stack) {
  const done = join(stateFolder, "seeded");
  if (existsSync(done) || !existsSync(at("scripts", "seed.mjs"))) return;
  const { seed } = await import("./seed.mjs");
  await step("Filling in a sample community", () => seed({ chie: stack.chie, console: stack.console, world: stack.world, log: (line) => say(`  ${line}`) }));
  mkdirSync(stateFolder, { recursive: true });
  writeFileSync(done, "");
}

/** Ends all processes on Ctrl-C, and when whoever started this is gone. */
function stopWhenAsked(stack) {
  const starter = process.ppid;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say("Stopping …");
    await stack.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  setInterval(() => process.ppid !== starter && stop(), 1000);
}
