// `npm run size`: what visitors and the platform have to load, in bytes. `--json` prints the numbers and nothing else on
// stdout, `--gate` fails when one is over its limit. What a visitor loads is not listed here: a browser asks a question, and
// every file that it fetches from Chie until it hears that the question is posted counts.
import { chromium } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { at, node, npmBin } from "./place.mjs";
import { Plain, run } from "./shell.mjs";
import { setUp } from "./setup.mjs";
import { setUpBrowser } from "./setup-browser.mjs";
import { startStack } from "../tests/harness/stack.mjs";

const KB = 1024;
/** What the gate allows: the budgets. */
const LIMITS = { loader_br: 3 * KB, visitor_br: 110 * KB, worker_gz: 1536 * KB };
const MEANING = {
  loader_br: "the loader, brotli",
  visitor_br: "everything that an asking visitor loads, brotli",
  later_br: "what the widget loads on demand besides, brotli",
  console_br: "the console, brotli",
  worker_gz: "the Worker, gzip",
};

export async function main(args) {
  await setUp();
  await build();
  const sizes = await measure();
  if (args.includes("--json")) console.log(JSON.stringify(sizes));
  else console.log(table(sizes));
  if (args.includes("--gate")) gate(sizes);
}

export async function measure() {
  const names = JSON.parse(readFileSync(at("build", "manifest.json"), "utf8"));
  const loader_br = brotli(served("/chie.js"));
  const { asking, consoleFiles } = await askStack(names);
  const later = [names.embed_rest, names.styles["widget-rest"]].filter((path) => !asking.has(path));
  return {
    loader_br,
    visitor_br: sum([...asking.values()].map(brotli)),
    later_br: sum(later.map(served).map(brotli)),
    console_br: sum(consoleFiles.map(brotli)),
    worker_gz: await worker(),
  };
}

export function gate(sizes) {
  const over = Object.keys(LIMITS).filter((name) => sizes[name] > LIMITS[name]);
  if (over.length) throw new Plain(over.map((name) => `${name} is ${sizes[name]} bytes, over its limit of ${LIMITS[name]}.`).join("\n"));
}

export function table(sizes) {
  const line = ([name, bytes]) => {
    const limit = LIMITS[name] ? `of ${LIMITS[name] / KB} KB` : "";
    return `${name.padEnd(11)} ${(bytes / KB).toFixed(1).padStart(7)} KB ${limit.padEnd(11)} ${MEANING[name]}`;
  };
  return Object.entries(sizes).map(line).join("\n");
}

/** What an asking visitor of a community with twenty threads loads, and the console as its host serves it. */
async function askStack(names) {
  const stack = await startStack({ variables: { TEST_HOOKS: "on" } });
  try {
    await fillIn(stack.chie);
    return { asking: await askingLoads(stack), consoleFiles: await consoleOf(stack.console, names) };
  } finally {
    await stack.stop();
  }
}

/** Asks in a browser, and gives the files that it took, by path; answers about threads are no files. */
async function askingLoads({ chie, fan }) {
  const browser = await chromium.launch({ executablePath: await setUpBrowser(), args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  try {
    const context = await browser.newContext({ locale: "en", permissions: ["local-network-access"] });
    const page = await context.newPage();
    const asked = [];
    let posted = false;
    page.on("request", (request) => {
      if (!posted && request.url().startsWith(chie) && !request.url().startsWith(`${chie}/v1/`)) asked.push(request);
    });
    page.on("response", (answer) => (posted ||= answer.request().method() === "POST"));
    const tag = `<script src="${chie}/chie.js" data-brand="acme.example" data-product="kettle" data-root="open" async></script>`;
    await page.route(`${fan}/size`, (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang=en><body>${tag}` }));
    await page.goto(`${fan}/size`);
    // While the live view is drawn beside the one from the server, one of both is seen.
    await page.locator("#ch-line:visible").fill("Does it whistle in C sharp?");
    await page.locator(".ch-like-ask:visible").click();
    await page.locator("#ch-body").fill("It whistles in D for now.");
    await page.locator(".ch-form [type=submit]").click();
    await page.locator(".ch-done").waitFor();
    const loaded = await Promise.all(asked.map(async (request) => [new URL(request.url()).pathname, await (await request.response()).body()]));
    return new Map(loaded);
  } finally {
    await browser.close();
  }
}

/** Twenty different threads of the sample, each by another guest. */
async function fillIn(chie) {
  const files = ["kettle", "grinder", "lamp", "general"].map((product) =>
    JSON.parse(readFileSync(at("tests", "harness", "sample", `${product}.en.json`), "utf8")));
  const threads = files.flatMap((file) => file.threads).slice(0, 20);
  const post = async (path, content) => {
    const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
    const answer = await fetch(chie + path, { method: "POST", headers, body: JSON.stringify(content) });
    if (!answer.ok) throw new Plain(`${path} answered ${answer.status}: ${await answer.text()}`);
  };
  const wish = { domain: "acme.example", name: "Acme", product: "kettle", product_name: files[0].product.name };
  await post("/v1/communities", wish);
  for (const { kind, title, body, author } of threads) {
    const content = { product: "kettle", kind, title, body, name: author };
    await post("/v1/communities/acme.example/threads", content);
  }
}

/** The console's page and every file of ours that it names, its program included. */
async function consoleOf(origin, names) {
  const page = await fetch(`${origin}/`);
  if (!page.ok) throw new Plain(`The console answered ${page.status}.`);
  const shell = Buffer.from(await page.arrayBuffer());
  const paths = new Set([names.console_js, names.console_wasm]);
  for (const [, path] of shell.toString().matchAll(/(?:href|src)="(\/[^"#?]+\.(?:js|css|wasm))"/g)) paths.add(path);
  return [shell, ...[...paths].map(served)];
}

/** What `wrangler deploy` would upload. */
async function worker() {
  const out = at("build", "deploy");
  rmSync(out, { recursive: true, force: true });
  const env = { CI: "1", WRANGLER_SEND_METRICS: "false" };
  await run(node, [npmBin("wrangler"), "deploy", "--dry-run", "--outdir", out], { env, keep: "everything" });
  const files = readdirSync(out).filter((name) => [".js", ".wasm"].includes(extname(name)));
  return gzipSync(Buffer.concat(files.map((name) => readFileSync(join(out, name))))).length;
}

function served(path) {
  const file = at("build", "www", path);
  if (!existsSync(file)) throw new Plain(`${path} was not built.`);
  return readFileSync(file);
}

function brotli(contents) {
  return brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
