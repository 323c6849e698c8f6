// Peers come from their registries into a cache outside the tree, by version, and run as their makers say.
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { at } from "../../../scripts/place.mjs";

/** Where what peers need is kept. */
export const cache = (...parts) => join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "chie", "bench", ...parts);

/** Starts a server that does not outlive this program; waits until it answers at `url`. */
export async function serve({ name, program, args, env = {}, cwd, url, folder }) {
  mkdirSync(folder, { recursive: true });
  const log = join(folder, "server.log");
  const output = openSync(log, "w");
  const child = spawn(process.execPath, [at("tests/harness/leash.mjs"), program, ...args.map(String)], {
    cwd, env: { ...process.env, ...env }, stdio: ["ignore", output, output], detached: true,
  });
  closeSync(output);
  const ended = new Promise((resolve) => { child.on("exit", resolve); });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer) return { stop, pid: child.pid };
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`${name} does not answer: ${readFileSync(log, "utf8").trim().split("\n").at(-1)}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

/** Posts JSON and wants it taken. */
export async function post(url, content, headers = {}) {
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(content) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 200)}`);
  return JSON.parse(text);
}

export const isThere = existsSync;
