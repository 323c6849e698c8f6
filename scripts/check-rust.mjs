// Format, lints, documentation and tests of the Rust crates, on the machines they are for.
import { run } from "./shell.mjs";

const NATIVE = ["--workspace", "--exclude", "chie-worker"];
const WASM = ["--target", "wasm32-unknown-unknown"];
/** Sizes differ by machine, and lints about them; the other crates are linted where they are tested. */
const ALONE = "--no-deps";
const DENY = ["--", "-D", "warnings"];

/** `[name, work]` for each; tests answer with their number. */
export function rustSteps() {
  const cargo = (...args) => async () => void (await run("cargo", args, { keep: "results" }));
  const clippy = (name, ...args) => [`lints: ${name}`, cargo("clippy", ...args, ...DENY)];
  return [
    ["format", cargo("fmt", "--check")],
    clippy("native", ...NATIVE, "--all-targets", "--features", "chie-widget/ssr,chie-community/native"),
    clippy("Worker", ...WASM, "-p", "chie-worker", ALONE),
    clippy("embed", ...WASM, "-p", "chie-widget", "--no-default-features", "--features", "embed", ALONE),
    clippy("console", ...WASM, "-p", "chie-widget", "--no-default-features", "--features", "console", ALONE),
    ["documentation", () => run("cargo", ["doc", "--no-deps", ...NATIVE], { keep: "results", env: { RUSTDOCFLAGS: "-D warnings" } }).then(() => undefined)],
    ["Rust tests", rustTests],
  ];
}

async function rustTests() {
  const output = await run("cargo", ["test", ...NATIVE, "--features", "chie-widget/ssr,chie-domain/parse"], { keep: "results" });
  const passed = [...output.matchAll(/test result: ok\. (\d+) passed/g)].reduce((total, [, number]) => total + Number(number), 0);
  return { passed };
}
