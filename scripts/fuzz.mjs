// Fuzzing of whatever reads text from outside: Markdown, the domain's values, cursors, signed texts, searches, photos. It needs a nightly
// compiler and `cargo fuzz`; where there is no nightly one it is left out and says so, and the properties in the crates' own tests stand.
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { at, tool } from "./place.mjs";
import { ask, run, say, step } from "./shell.mjs";

const CARGO_FUZZ = "0.13.1";

/** The names of all targets. */
export const targets = () => [...readFileSync(at("fuzz", "Cargo.toml"), "utf8").matchAll(/\[\[bin\]\]\nname = "(\w+)"/g)].map(([, name]) => name);

/** Each target for so many seconds. */
export async function fuzz(seconds = 60) {
  if (!ask("rustc", ["+nightly", "--version"])) return say("There is no nightly Rust here: no fuzzing. (rustup toolchain install nightly)");
  const { folder, binary } = tool("cargo-fuzz", CARGO_FUZZ);
  if (!existsSync(binary)) {
    await step(`Compiling cargo-fuzz ${CARGO_FUZZ} into ${folder} (once, about 2 minutes)`, () => run("cargo", ["install", `cargo-fuzz@${CARGO_FUZZ}`, "--root", folder], { keep: "everything" }));
  }
  const env = { PATH: `${dirname(binary)}:${process.env.PATH}` };
  for (const target of targets()) {
    await step(`${target}, ${seconds} s`, () =>
      run("cargo", ["+nightly", "fuzz", "run", target, "--", `-max_total_time=${seconds}`, "-max_len=4096", "-timeout=10", "-print_final_stats=1"], { env, keep: "everything" }));
  }
  return { passed: targets().length };
}

export const main = async ([seconds]) => void (await fuzz(Number(seconds) || 60));
