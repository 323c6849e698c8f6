// `domain` and `community` know no platform: nothing they bring along may be the browser's or Cloudflare's.
import { Plain, run } from "./shell.mjs";

const FORBIDDEN = ["web-sys", "js-sys", "worker", "worker-sys", "wasm-bindgen"];

export async function checkPurity() {
  for (const crate of ["chie-domain", "chie-community"]) {
    const args = ["tree", "-p", crate, "-e", "normal", "--target", "wasm32-unknown-unknown", "--prefix", "none", "--all-features"];
    const names = (await run("cargo", args, { quiet: true })).split("\n").map((line) => line.split(" ")[0]);
    const found = FORBIDDEN.filter((name) => names.includes(name));
    if (found.length) throw new Plain(`${crate} brings along ${found.join(", ")}.`);
  }
}
