// Running other programs and saying what is going on. Progress goes to stderr, so that stdout stays for results.
import { spawn, spawnSync } from "node:child_process";
import { root } from "./place.mjs";

/** A failure whose message is enough: it is printed without a stack. */
export class Plain extends Error {
  plain = true;
}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Says what starts, runs it, says how long it took. */
export async function step(title, work) {
  const begun = Date.now();
  say(`• ${title}`);
  const result = await work();
  say(`  ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs a program to its end and resolves to what was kept of its output; refuses when it fails, showing that first.
 * `keep` is "nothing" (all is shown at once), "results" (stdout is kept, progress on stderr is shown) or "everything".
 */
export function run(program, args, { cwd = root, env = {}, keep = "nothing" } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", keep === "nothing" ? 2 : "pipe", keep === "everything" ? "pipe" : 2],
    });
    const kept = [];
    child.stdout?.on("data", (chunk) => kept.push(chunk));
    child.stderr?.on("data", (chunk) => kept.push(chunk));
    child.on("error", (error) => reject(new Plain(`${program} could not be started: ${error.message}`)));
    child.on("close", (code, signal) => {
      const output = Buffer.concat(kept).toString();
      if (code === 0) return resolve(output);
      if (output) say(output.trimEnd());
      return reject(new Plain(`${program} ${args.join(" ")} ended with ${signal ?? code}.`));
    });
  });
}

/** Installs packages of Debian's where that can be done: as root, with apt. Whoever asked looks whether they are there then. */
export async function aptInstall(names, ...flags) {
  if (!names.length || process.getuid?.() !== 0 || !ask("apt-get", ["--version"])) return;
  await step(`Installing ${names.join(", ")} with apt`, async () => {
    const how = { env: { DEBIAN_FRONTEND: "noninteractive" }, keep: "everything" };
    await run("apt-get", ["update", "-qq"], how);
    await run("apt-get", ["install", "-y", "-qq", ...flags, ...names], how);
  }).catch(() => {});
}

/** What a program prints, or undefined when it is missing or fails. */
export function ask(program, args, options = {}) {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: "utf8", ...options });
  return status === 0 ? stdout.trim() : undefined;
}
