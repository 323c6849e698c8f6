// `npm test`: everything that must hold, cheapest first. Stops at the first failure and shows its output. Arguments go
// to Playwright, which then runs alone after the build: `npm test -- tests/api/post_thread.spec.mjs`.
import { existsSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { deploy } from "./deploy.mjs";
import { checkDocuments } from "./check-documents.mjs";
import { checkCrates, checkNpmLicences } from "./check-licences.mjs";
import { checkPurity } from "./check-purity.mjs";
import { at } from "./place.mjs";
import { rustSteps } from "./check-rust.mjs";
import { setUp } from "./setup.mjs";
import { setUpBrowser } from "./setup-browser.mjs";
import { setUpEngines } from "./setup-engines.mjs";
import { setUpPages } from "./setup-pages.mjs";
import { setUpProxy } from "./setup-proxy.mjs";
import { say } from "./shell.mjs";
import { gate, measure, table } from "./size.mjs";
import { runSuites } from "./suites.mjs";
import { startStack } from "../tests/harness/stack.mjs";

export async function main(args) {
  await setUp();
  const browser = await setUpBrowser();
  if (!args.length || args.some((one) => one.includes("engines"))) await setUpEngines();
  if (!args.length || args.some((one) => /pages|sign_on|webhooks/.test(one))) await setUpPages();
  if (!args.length || args.some((one) => one.includes("proxy"))) await setUpProxy();
  const suites = ["api, browser and engine suites", () => suitesOnOneStack(browser, args)];
  const all = [
    ...rustSteps(),
    ["purity of domain and community", checkPurity],
    ["documents name only what exists", checkDocuments],
    ["licences and sources of crates (cargo deny)", checkCrates],
    ["licences of npm packages", checkNpmLicences],
    ["build", build],
    ["deployment (dry run)", () => deploy(["--dry-run"], { keep: "everything" })],
    ["size gate", async () => { const sizes = await measure(); say(table(sizes)); gate(sizes); }],
    suites,
    ["kill test", killTest],
  ];
  return runSteps(args.length ? [["build", build], suites] : all);
}

/** Runs steps one after another; a step may resolve to a list of what it passed. */
export async function runSteps(steps) {
  let passed = 0;
  for (const [name, work] of steps) {
    const begun = Date.now();
    say(`\n== ${name}`);
    try {
      passed += (await work())?.passed ?? 1;
    } catch (error) {
      say(error.plain ? error.message : error.stack);
      say(`-- ${name} failed after ${seconds(begun)}`);
      console.log(`${passed + (error.passed ?? 0)} passed, ${error.failed ?? 1} failed`);
      return 1;
    }
    say(`-- ${name}: ${seconds(begun)}`);
  }
  console.log(`${passed} passed, 0 failed`);
  return 0;
}

async function suitesOnOneStack(browser, args) {
  // Kept after the run: when a test fails, the Worker's log is worth reading.
  const state = at("build", "suites");
  rmSync(state, { recursive: true, force: true });
  const stack = await startStack({ state, testHooks: true });
  try {
    return await runSuites({ browser, stack, args });
  } finally {
    await stack.stop();
  }
}

/** Five kills of the storing runtime while people post, and a control that the checker must catch. */
export async function killTest(kills = 5) {
  if (!existsSync(at("tests", "fault", "kill.mjs"))) return say("there is none in this tree");
  const { killTest: test } = await import("../tests/fault/kill.mjs");
  return test({ kills, startStack });
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
