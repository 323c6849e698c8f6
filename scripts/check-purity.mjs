// `domain` and `community` know no platform: nothing they bring along may be the browser's or Cloudflare's.
import { Plain, run } from "./shell.mjs";

const FORBIDDEN = ["web-sys", "js-sys", "worker", "worker-sys", "wasm-bindgen"];

export async function checkPurity() {
  for (const [crate, ...features] of [["chie-domain", "--features", "parse"], ["chie-community"]]) {
    const args = ["tree", "-p", crate, "-e", "normal", "--target", "wasm32-unknown-unknown", "--prefix", "none", ...features];
    const names = (await run("cargo", args, { keep: "everything" })).split("\n").map((line) => line.split(" ")[0]);
    const found = FORBIDDEN.filter((name) => names.includes(name));
    if (found.length) throw new Plain(`${crate} brings along ${found.join(", ")}.`);
  }
}
