// Where things are: folders of this tree, tools outside it, ports and addresses of the local world.
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const at = (...parts) => join(root, ...parts);

/** Compiled tools live by version outside the clone, so that a clean clone does not compile them again. */
const tools = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "chie", "tools");
export const tool = (name, version, binary = name) => ({
  folder: join(tools, `${name}-${version}`),
  binary: join(tools, `${name}-${version}`, "bin", process.platform === "win32" ? `${binary}.exe` : binary),
});

export const WASM_BINDGEN = "0.2.130";
export const WORKER_BUILD = "0.8.7";
export const WASM_SPLIT = "0.2.4";
/** A Node that is new enough for wrangler, whichever started this. */
export const node = Number(process.versions.node.split(".")[0]) >= 22 ? process.execPath : at("node_modules", ".bin", "node");
export const npmBin = (name) => at("node_modules", ".bin", name);

export const stateFolder = at(".state");

/** The addresses of a local world. Chie, its console and the brand are three sites, so third-party rules are real. */
export function addresses({ chie, brand, world }) {
  return {
    chie: `http://localhost:${chie}`,
    console: `http://console.localhost:${chie}`,
    brand: `http://127.0.0.1:${brand}`,
    fan: `http://fan.localhost:${brand}`,
    maker: `http://kettle.localhost:${brand}`,
    workshop: `http://workshop.localhost:${brand}`,
    world: `http://127.0.0.1:${world}`,
  };
}

export const usualPorts = () => ({
  chie: Number(process.env.CHIE_PORT) || 8787,
  brand: Number(process.env.BRAND_PORT) || 8788,
  world: Number(process.env.WORLD_PORT) || 8789,
});
