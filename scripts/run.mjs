// The one way into every command of this tree (`npm start`, `npm test`, …). It needs nothing but Node 18: it brings
// the packages up to date with the lock file, finds a Node that is new enough and hands over to `scripts/<command>.mjs`.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 22;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...rest] = process.argv.slice(2);

process.chdir(root);
if (!existsSync(join(root, "scripts", `${command}.mjs`))) stop(`There is no command "${command ?? ""}".`);
installPackages();
if (major(process.version) >= NEEDED) {
  process.argv.splice(2, 1);
  const { main } = await import(`./${command}.mjs`);
  try {
    process.exitCode = (await main(rest)) ?? process.exitCode;
  } catch (error) {
    stop(error.plain ? error.message : error.stack);
  }
} else {
  handOver(newerNode());
}

/** Runs `npm ci` when `node_modules` is missing or was made from another lock file. */
function installPackages() {
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  const stamp = join("node_modules", ".chie-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing npm packages (once per lock file) …");
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === "win32" ? "npm.cmd" : "npm"];
  const { status } = spawnSync(npm[0], [...npm.slice(1), "ci", "--no-audit", "--no-fund", "--loglevel", "error"], {
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) stop("`npm ci` failed. Its message is above; check the network and run the command again.");
  writeFileSync(stamp, lock);
}

function newerNode() {
  const brought = join(root, "node_modules", ".bin", "node");
  const { stdout } = spawnSync(brought, ["--version"], { encoding: "utf8" });
  if (stdout && major(stdout.trim()) >= NEEDED) return brought;
  return stop(`Chie needs Node ${NEEDED} or newer and this is ${process.version}. Install Node ${NEEDED} and run the command again.`);
}

/** Runs this file again in `node`, passing signals on and leaving with its result. */
function handOver(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit" });
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function major(version) {
  return Number(version.replace(/^v/, "").split(".")[0]);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
