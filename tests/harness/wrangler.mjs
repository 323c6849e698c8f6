// The Worker under wrangler's local runtime: its variables, its storage on disk, its processes.
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at, node, npmBin, root } from "../../scripts/place.mjs";
import { freePort } from "./ports.mjs";

/** Without these, wrangler asks questions, phones home and looks for an account. */
const QUIET = { CI: "1", WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false", NO_COLOR: "1" };

/** Starts `wrangler dev`. Resolves at once; `untilReady` waits for the first answer. */
export async function startWorker({ state, port, variables }) {
  mkdirSync(state, { recursive: true });
  const env = { ...process.env, ...QUIET, WRANGLER_LOG_PATH: join(state, "wrangler"), WRANGLER_REGISTRY_PATH: join(state, "registry") };
  const storage = join(state, "storage");
  migrateDirectory(state, storage, env);

  const variablesFile = join(state, "variables");
  const all = { ...variables, ...developmentKeys(state) };
  writeFileSync(variablesFile, Object.entries(all).map(([name, value]) => `${name}="${value}"\n`).join(""), { mode: 0o600 });
  const log = join(state, "worker.log");
  const output = openSync(log, "w");
  const leash = spawn(process.execPath, [
    at("tests", "harness", "leash.mjs"), node, npmBin("wrangler"), "dev", "--port", port, "--ip", "127.0.0.1",
    "--inspector-port", await freePort(), "--persist-to", storage, "--env-file", variablesFile,
    "--show-interactive-dev-session", "false",
  ].map(String), { cwd: root, env, stdio: ["ignore", output, output], detached: true });
  closeSync(output);
  const ended = new Promise((resolve) => leash.on("exit", resolve));
  let over = false;
  ended.then(() => { over = true; });

  const untilReady = (milliseconds = 60_000) => untilAnswers(`http://localhost:${port}/chie.js`, milliseconds, () => {
    if (over) throw new Error(`The Worker ended while starting:\n${tail(log)}`);
  }, log);
  return {
    log,
    pid: leash.pid,
    untilReady,
    /** SIGKILLs the runtime that holds storage; wrangler starts another one. Resolves when that one answers. */
    async killStorage() {
      const holder = storageHolders(leash.pid, storage);
      if (!holder.length) throw new Error("No process holds the storage.");
      for (const pid of holder) process.kill(pid, "SIGKILL");
      await untilReady();
    },
    async stop() {
      leash.kill("SIGTERM");
      await ended;
    },
  };
}

async function untilAnswers(url, milliseconds, check, log) {
  const end = Date.now() + milliseconds;
  for (;;) {
    check();
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > end) throw new Error(`The Worker is not ready after ${milliseconds / 1000} s (${answer?.status ?? "no answer"}):\n${tail(log)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function tail(log) {
  return readFileSync(log, "utf8").split("\n").slice(-30).join("\n");
}

/** Keys that make local tokens valid across restarts: made once, kept with the state they belong to. */
function developmentKeys(state) {
  const file = join(state, "keys.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = ["TOKEN_KEY", "ACCOUNT_KEY", "ADDRESS_KEY"].filter((name) => !kept[name]);
  for (const name of missing) kept[name] = randomBytes(32).toString("base64url");
  if (missing.length) writeFileSync(file, JSON.stringify(kept), { mode: 0o600 });
  return kept;
}

function migrateDirectory(state, storage, env) {
  const folder = at("worker", "directory-migrations");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".sql")).sort() : [];
  if (!files.length) return;
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  const now = hash.digest("hex");
  const stamp = join(state, "directory-migrations");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  const { status, stdout, stderr } = spawnSync(node, [
    npmBin("wrangler"), "d1", "migrations", "apply", "DIRECTORY", "--local", "--persist-to", storage,
  ], { cwd: root, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The directory's migrations failed:\n${stdout}\n${stderr}`);
  writeFileSync(stamp, now);
}

/** Descendants of `pid` that have a file below `folder` open. Reads /proc, so only on Linux. */
function storageHolders(pid, folder) {
  return descendants(pid).filter((one) => openFiles(one).some((name) => name.startsWith(folder)));
}

/** All processes that `pid` started, and those that they started. */
export function descendants(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    try {
      return readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    } catch {
      return [];
    }
  });
  return children.flatMap((child) => [child, ...tryOr([], () => descendants(child))]);
}

function openFiles(pid) {
  return tryOr([], () => {
    const { stdout } = spawnSync("ls", ["-l", `/proc/${pid}/fd`], { encoding: "utf8" });
    return stdout.split("\n").map((line) => line.split(" -> ")[1] ?? "");
  });
}

function tryOr(otherwise, work) {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
