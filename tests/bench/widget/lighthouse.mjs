// What the tag costs the page that holds it: Lighthouse's performance score of the demo maker's product page with the tag
// and without it, in turn. Lighthouse comes from npm into the same cache as the peers.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { at } from "../../../scripts/place.mjs";
import { run, step } from "../../../scripts/shell.mjs";
import { freePort } from "../../harness/ports.mjs";
import { chie } from "./chie.mjs";
import { startFront } from "../../harness/front.mjs";
import { cache, isThere } from "../peers/peer.mjs";

const VERSION = "13.5.0";
const PAGE = "www/demo/acme/products/kettle/index.html";

/** Resolves to `{ with, without, rounds, version }`: medians of the score, 0 to 100. */
export async function scores({ executablePath, rounds = 5 }) {
  const lighthouse = await installed();
  const closing = [];
  try {
    const ours = chie()[0];
    const { upstream, stop } = await ours.start();
    closing.push(stop);
    const front = await freePort();
    closing.push((await startFront({ port: front, upstream })).close);
    const port = await freePort();
    closing.push((await startFront({ port, files: pages(`http://localhost:${front}`) })).close);
    const debugging = await freePort();
    const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", `--remote-debugging-port=${debugging}`] });
    closing.push(() => browser.close());
    const found = { with: [], without: [] };
    await step(`Lighthouse, ${rounds} times each`, async () => {
      for (let round = 0; round < rounds; round += 1) {
        for (const which of ["without", "with"]) {
          const { lhr } = await lighthouse(`http://127.0.0.1:${port}/${which}`, { port: debugging, logLevel: "error", onlyCategories: ["performance"] });
          if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
          found[which].push(Math.round(lhr.categories.performance.score * 100));
        }
      }
    });
    const median = (some) => some.sort((a, b) => a - b)[Math.floor(some.length / 2)];
    return { without: median(found.without), with: median(found.with), rounds, version: VERSION };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** The page as it is, and the same without the tag. */
function pages(origin) {
  const html = readFileSync(at(PAGE), "utf8").replaceAll("__CHIE__", origin);
  const bare = html.replace(/<script[^>]*\/chie\.js[^>]*><\/script>/, "");
  if (bare === html) throw new Error(`${PAGE} holds no tag.`);
  const type = "text/html; charset=utf-8";
  return { "/with": { type, body: html }, "/without": { type, body: bare }, "/shop.css": { type: "text/css; charset=utf-8", body: readFileSync(at("www/demo/acme/shop.css")) } };
}

async function installed() {
  const home = cache(`lighthouse-${VERSION}`);
  const entry = join(home, "node_modules", "lighthouse", "core", "index.js");
  if (!isThere(entry)) {
    await step(`Installing Lighthouse ${VERSION}`, async () => {
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, "package.json"), '{"private":true}');
      await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel", "error", `lighthouse@${VERSION}`], { cwd: home, keep: "everything" });
    });
  }
  return (await import(pathToFileURL(entry))).default;
}
