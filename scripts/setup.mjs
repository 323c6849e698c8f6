// Set-up for building: the Rust toolchain and three compiled tools. Safe to run again; says only what it does.
import { existsSync, readFileSync } from "node:fs";
import { at, tool, WASM_BINDGEN, WASM_SPLIT, WORKER_BUILD } from "./place.mjs";
import { ask, Plain, run, step } from "./shell.mjs";

export async function setUp() {
  await toolchain();
  await compiled("wasm-bindgen-cli", WASM_BINDGEN, tool("wasm-bindgen", WASM_BINDGEN), "about 4 minutes");
  await compiled("worker-build", WORKER_BUILD, tool("worker-build", WORKER_BUILD), "about 4 minutes");
  const split = tool("wasm_split_cli_support", WASM_SPLIT, "wasm-split-cli");
  await compiled("wasm_split_cli_support", WASM_SPLIT, split, "about 1 minute", ["--features", "build-binary"]);
}

async function toolchain() {
  if (!["cc", "gcc", "clang"].some((name) => ask(name, ["--version"]))) {
    throw new Plain("A C compiler is needed for linking: install gcc or clang (on Debian: apt-get install build-essential).");
  }
  if (!ask("rustup", ["--version"])) {
    throw new Plain("Rust is needed: install rustup from https://rustup.rs and run the command again.");
  }
  const channel = readFileSync(at("rust-toolchain.toml"), "utf8").match(/channel\s*=\s*"([^"]+)"/)[1];
  if (!ask("rustc", [`+${channel}`, "--version"])) {
    await step(`Installing Rust ${channel}`, () => run("rustup", ["toolchain", "install", channel, "--profile", "minimal"]));
  }
  const parts = ask("rustup", ["component", "list", "--installed", "--toolchain", channel]) ?? "";
  const missing = ["clippy", "rustfmt"].filter((part) => !parts.includes(part));
  if (missing.length) {
    await step(`Adding ${missing.join(" and ")}`, () => run("rustup", ["component", "add", "--toolchain", channel, ...missing]));
  }
  if (!parts.includes("rust-std-wasm32-unknown-unknown")) {
    const target = ["target", "add", "--toolchain", channel, "wasm32-unknown-unknown"];
    await step("Adding the WebAssembly target", () => run("rustup", target));
  }
}

/** Compiled without the crate's own lock file: that may name versions that a mirror of the registry lacks. */
async function compiled(crate, version, { folder, binary }, duration, also = []) {
  if (existsSync(binary)) return;
  await step(`Compiling ${crate} ${version} into ${folder} (once, ${duration})`, () =>
    run("cargo", ["install", `${crate}@${version}`, ...also, "--root", folder]));
}
