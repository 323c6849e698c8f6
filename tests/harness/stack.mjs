// The whole local world: Chie's Worker, the sites of others, and everything else outside. Used by `npm start`, by
// the suites and by the kill test.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addresses, at } from "../../scripts/place.mjs";
import { startBrand } from "./brand.mjs";
import { freePort, knowLocalNames } from "./ports.mjs";
import { startWorker } from "./wrangler.mjs";
import { startWorld } from "./world.mjs";

/** With which the provider of this world's mail signs what it tells. */
export const MAIL_HOOK_KEY = "whsec_Y2hpZS1pbi10aGUtbG9jYWwtd29ybGQtMDE=";

export const OPERATOR = "operator@chie.example";
/** Brands of the suites whose front page is the brand's server, one for each test that proves by file or tag. */
export const PROVEN_BY_SITE = Array.from({ length: 16 }, (_, index) => `proof-${index + 1}.example`);

/** Brands of the suites whose server hears of webhooks, one for each test that has one. */
export const TOLD_BY_WEBHOOK = Array.from({ length: 12 }, (_, index) => `told-${index + 1}.example`);

/**
 * Starts everything on the given ports (free ones otherwise) and waits until Chie answers. Without `state`, storage is
 * temporary. `variables` override those of the Worker. The result has the addresses, `killStorage` and `stop`.
 */
export async function startStack({ ports, state, variables = {}, testHooks = false } = {}) {
  knowLocalNames();
  const used = ports ?? { chie: await freePort(), brand: await freePort(), world: await freePort() };
  const urls = addresses(used);
  const folder = state ?? mkdtempSync(join(tmpdir(), "chie-"));
  const closing = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
    if (!state) rmSync(folder, { recursive: true, force: true });
  };
  try {
    mkdirSync(folder, { recursive: true });
    const { chie, console, brand, fan, maker } = urls;
    const world = await startWorld({ port: used.world, file: state && join(state, "world.json"), links: { chie, console, brand, fan, maker } });
    closing.push(world.close);
    const site = await startBrand({ port: used.brand, folder: at("www", "demo"), chie, state: world.state });
    closing.push(site.close);
    const worker = await startWorker({ state: folder, port: used.chie, variables: { ...settings(urls, testHooks), ...variables } });
    closing.push(worker.stop);
    await worker.untilReady();
    return { ...urls, log: worker.log, pid: worker.pid, world: urls.world, killStorage: worker.killStorage, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The Worker's variables in the local world; what they mean is in `wrangler.toml`. */
function settings({ chie, console, brand, maker, world }, testHooks) {
  return {
    ENVIRONMENT: "development",
    CHIE_ORIGIN: chie,
    CONSOLE_ORIGIN: console,
    DEV_SITES: [`acme.example=${brand}`, `kettle.example=${maker}`, ...(testHooks ? [...PROVEN_BY_SITE, ...TOLD_BY_WEBHOOK].map((name) => `${name}=${brand}`) : [])].join(","),
    // The local world's own pages are the real thing; every other one on this machine is being tried out.
    REAL_HOSTS: "127.0.0.1,fan.localhost,kettle.localhost,workshop.localhost",
    RESOLVERS: `${world}/dns-query/1,${world}/dns-query/2`,
    MAIL: "local",
    MAIL_HOOK_KEY,
    WORLD_URL: world,
    OPERATORS: OPERATOR,
    // Everybody of the local world comes from one address; a suite is not a flood.
    WRITES_PER_CALLER: "1000000",
    DEADLINE_MS: "10000",
    TEST_HOOKS: testHooks ? "on" : "",
  };
}
