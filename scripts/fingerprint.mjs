// Skipping work whose inputs did not change: a hash over the contents of files, kept beside what was made from them.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "./place.mjs";
import { say, step } from "./shell.mjs";

const SKIPPED = new Set(["build", "target", "node_modules", "tests", "benches"]);

/** Runs `work` unless it was already done with the same `inputs` (paths, in this tree) and all `outputs` exist. */
export async function unlessFresh(name, { inputs, outputs, also = "" }, work) {
  const now = fingerprint(inputs, also);
  const stamp = at("build", ".stamps", name);
  const fresh = outputs.every((path) => existsSync(at(path))) && existsSync(stamp) && readFileSync(stamp, "utf8") === now;
  if (fresh) return say(`• ${name}: nothing changed`);
  await step(name, work);
  mkdirSync(at("build", ".stamps"), { recursive: true });
  writeFileSync(stamp, now);
}

export function fingerprint(inputs, also = "") {
  const hash = createHash("sha256").update(also);
  for (const path of inputs) feed(hash, path);
  return hash.digest("hex");
}

function feed(hash, path) {
  if (!existsSync(at(path))) return;
  if (statSync(at(path)).isDirectory()) {
    const names = readdirSync(at(path)).filter((name) => !SKIPPED.has(name)).sort();
    for (const name of names) feed(hash, join(path, name));
  } else {
    hash.update(`\0${path}\0`).update(readFileSync(at(path)));
  }
}
