// What every release build for WebAssembly needs: flags for the compiler and for the optimiser.
import { homedir } from "node:os";
import { join } from "node:path";
import { root } from "./place.mjs";
import { ask } from "./shell.mjs";

/**
 * Variables for cargo. Paths are taken out of panic texts: they cost bytes and tell about the builder's machine. Not in a quick
 * build, which nobody is given: what was compiled for one checkout fits the next one then.
 */
export function cargoEnvironment({ quick }) {
  const always = ["--cfg", 'getrandom_backend="wasm_js"'];
  if (quick) return environment(always);
  const cargoHome = process.env.CARGO_HOME || join(homedir(), ".cargo");
  const sysroot = ask("rustc", ["--print", "sysroot"]);
  const flags = [...always];
  for (const [from, to] of [[join(cargoHome, "registry", "src"), "crates"], [sysroot, "rust"], [root, "chie"]]) {
    flags.push(`--remap-path-prefix=${from}=${to}`);
  }
  return environment(flags);
}

function environment(flags) {
  return { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"), CARGO_TERM_PROGRESS_WHEN: "never" };
}

/** Exactly what browsers and workerd accept; `--all-features` makes modules that browsers refuse. */
export const FEATURES = [
  "bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue",
].map((feature) => `--enable-${feature}`);

/** Below address 1024 lies nothing but the far end of the stack; further rounds find a little more than the first one. */
export const OPTIMISE = [
  "-Oz", "--low-memory-unused", "--converge", "--one-caller-inline-max-function-size=0", "--reorder-functions-by-name",
  "--strip-producers", "--strip-target-features",
];

/** Built only for size: a seventh less after brotli for what visitors download, a tenth less after gzip for the Worker. */
export const SMALLEST = { CARGO_PROFILE_RELEASE_OPT_LEVEL: "z" };
