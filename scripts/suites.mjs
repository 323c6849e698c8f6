// Running Playwright's suites against a stack that is up, or one that it starts itself.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { at, npmBin, root } from "./place.mjs";
import { Plain } from "./shell.mjs";

const RESULTS = at("build", "suites.json");

/** Resolves to how many tests passed; refuses with the same when one did not. */
export async function runSuites({ browser, stack, args = [] }) {
  rmSync(RESULTS, { force: true });
  const env = {
    ...process.env, CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: RESULTS,
    CHIE: stack.chie, CONSOLE: stack.console, BRAND: stack.brand, FAN: stack.fan, MAKER: stack.maker, WORLD: stack.world, CHIE_LOG: stack.log,
  };
  const command = ["test", "--config", at("tests", "playwright.config.mjs"), "--reporter", "list,json", ...args];
  const code = await new Promise((resolve, reject) => {
    spawn(process.execPath, [npmBin("playwright"), ...command], { cwd: root, env, stdio: ["ignore", 2, 2] })
      .on("error", reject).on("close", resolve);
  });
  const { expected = 0, unexpected = 0, flaky = 0 } = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")).stats : {};
  if (code === 0) return { passed: expected };
  throw Object.assign(new Plain(`The Worker's own log is ${stack.log}`), { passed: expected, failed: Math.max(1, unexpected + flaky) });
}
