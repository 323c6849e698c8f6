// How the suites run: against a stack that `npm test` started, or, with `npx playwright test` alone, against one that
// the set-up below starts. One worker and no retries: a test that needs luck is wrong.
import { defineConfig } from "@playwright/test";
import { installedBrowser } from "../scripts/setup-browser.mjs";
import { knowLocalNames } from "./harness/ports.mjs";

knowLocalNames();

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  snapshotPathTemplate: "{testDir}/browser/trees/{arg}{ext}",
  globalSetup: "./harness/playwright-setup.mjs",
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 45_000,
  expect: { timeout: 8_000 },
  reporter: [["list"]],
  use: {
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: installedBrowser(),
      args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "api", testMatch: "api/**/*.spec.mjs" },
    { name: "browser", testMatch: "browser/**/*.spec.mjs" },
    { name: "engines", testMatch: "engines/**/*.spec.mjs" },
  ],
});
