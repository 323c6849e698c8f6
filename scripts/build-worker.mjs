// The Worker: Rust to `worker/build/index.js` and `index_bg.wasm`, guarded by `worker/entry.mjs`.
import { at, npmBin, tool, WASM_BINDGEN, WORKER_BUILD } from "./place.mjs";
import { cargoEnvironment, FEATURES, OPTIMISE, SMALLEST } from "./cargo-wasm.mjs";
import { run } from "./shell.mjs";

/** The three variables keep worker-build from downloading its tools. */
export async function buildWorker({ quick = false } = {}) {
  const how = quick ? ["--profile", "quick", "--no-opt"] : ["--release", "--no-opt"];
  await run(tool("worker-build", WORKER_BUILD).binary, how, {
    cwd: at("worker"),
    env: {
      ...cargoEnvironment({ quick }),
      ...(quick ? {} : SMALLEST),
      WASM_BINDGEN_BIN: tool("wasm-bindgen", WASM_BINDGEN).binary,
      WASM_OPT_BIN: npmBin("wasm-opt"),
      ESBUILD_BIN: npmBin("esbuild"),
    },
  });
  if (quick) return;
  // By ourselves: worker-build keeps every function's name and copies bodies into their one caller, together a fifth of what is
  // uploaded. Rounds until nothing changes would take minutes here, for a thousandth.
  const wasm = at("worker/build/index_bg.wasm");
  const flags = [...OPTIMISE.filter((flag) => flag !== "--converge"), ...FEATURES, "--enable-exception-handling"];
  await run(npmBin("wasm-opt"), [wasm, "-o", wasm, ...flags]);
}
