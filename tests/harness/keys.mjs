// The examples of the documents that use a key, run as they stand, with this world's addresses.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { origins } from "./actors.mjs";

const run = promisify(execFile);
const folder = new URL("../../www/docs/keys/", import.meta.url);

/** Names of this machine, which a program of its own does not know. */
const LOCAL = `import { knowLocalNames } from ${JSON.stringify(new URL("ports.mjs", import.meta.url).href)}; knowLocalNames();`;

/** The names of all of them. */
export const EXAMPLES = readdirSync(folder).sort();

const shown = (name, brand) => readFileSync(new URL(name, folder), "utf8")
  .replaceAll("https://console.chie.example", origins().console).replaceAll("acme.example", brand);

/** Runs one with a key: what it wrote to the terminal, or into the file that it names. For a module, `then` goes on in it. */
export async function runExample(name, brand, key, { then = "", file } = {}) {
  const cwd = mkdtempSync(join(tmpdir(), "chie-"));
  const env = { PATH: process.env.PATH, CHIE_KEY: key };
  try {
    const { stdout } = name.endsWith(".mjs")
      ? await run(process.execPath, ["--input-type=module", "-e", `${LOCAL}\n${shown(name, brand)}\n${then}`], { env, cwd })
      : await run("sh", ["-c", shown(name, brand)], { env, cwd, maxBuffer: 1 << 24 });
    return file ? readFileSync(join(cwd, file), "utf8") : stdout;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
