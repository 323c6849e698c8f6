// `npm run reset`: forgets everything that was posted, proven and mailed in the local world.
import { rmSync } from "node:fs";
import { stateFolder, usualPorts } from "./place.mjs";
import { Plain, say } from "./shell.mjs";
import { isTaken } from "../tests/harness/ports.mjs";

export async function main() {
  if (await isTaken(usualPorts().chie)) throw new Plain("Chie is running. End it first (Ctrl-C), then reset.");
  rmSync(stateFolder, { recursive: true, force: true });
  say("The local world is empty again.");
}
