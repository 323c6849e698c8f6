// The Worker: Rust to `worker/build/index.js` and `index_bg.wasm`, guarded by `worker/entry.mjs`.
import { at, npmBin, tool, WASM_BINDGEN, WORKER_BUILD } from "./place.mjs";
import { cargoEnvironment } from "./cargo-wasm.mjs";
import { run } from "./shell.mjs";

/** The three variables keep worker-build from downloading its tools. */
export function buildWorker({ quick = false } = {}) {
  const how = quick ? ["--profile", "quick", "--no-opt"] : ["--release"];
  return run(tool("worker-build", WORKER_BUILD).binary, how, {
    cwd: at("worker"),
    env: {
      ...cargoEnvironment(),
      WASM_BINDGEN_BIN: tool("wasm-bindgen", WASM_BINDGEN).binary,
      WASM_OPT_BIN: npmBin("wasm-opt"),
      ESBUILD_BIN: npmBin("esbuild"),
    },
  });
}
