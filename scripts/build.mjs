// Building everything that is served: the browser's files into `build/www`, their names into `build/manifest.json`
// (which the Worker compiles in), then the Worker into `worker/build`.
import { setUp } from "./setup.mjs";
import { unlessFresh } from "./fingerprint.mjs";
import { buildBrowserFiles } from "./build-browser.mjs";
import { buildWorker } from "./build-worker.mjs";

const RUST = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", ".cargo", "domain", "widget"];
const TOOLS = ["package-lock.json", "scripts/cargo-wasm.mjs"];

/** `CHIE_BUILD=quick` is for working on it: the same behaviour from a faster, larger build. */
export async function build() {
  const quick = process.env.CHIE_BUILD === "quick";
  const also = quick ? "quick" : "";
  await unlessFresh("Browser files", {
    inputs: [...RUST, ...TOOLS, "reference", "www", "scripts/build-browser.mjs", "scripts/reference.mjs"],
    outputs: ["build/www/chie.js", "build/manifest.json"],
    also,
  }, () => buildBrowserFiles({ quick }));
  await unlessFresh("Worker", {
    inputs: [...RUST, ...TOOLS, "community", "worker", "www/style", "build/manifest.json", "scripts/build-worker.mjs"],
    outputs: ["worker/build/index.js", "worker/build/index_bg.wasm"],
    also,
  }, () => buildWorker({ quick }));
}

export async function main() {
  await setUp();
  await build();
}
