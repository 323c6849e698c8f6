// Set-up for tests and pictures: a Chromium, found or installed.
import { existsSync } from "node:fs";
import { node, npmBin } from "./place.mjs";
import { aptInstall, ask, Plain, run, step } from "./shell.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium to drive; `CHROMIUM` names one explicitly. */
export async function setUpBrowser() {
  const found = installedBrowser();
  if (found) return found;
  await aptInstall(["chromium", "fonts-noto-cjk"]);
  if (installedBrowser()) return installedBrowser();
  await step("Downloading Chromium for Playwright", () => run(node, [npmBin("playwright"), "install", "chromium"])).catch(() => {});
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Plain("The browser suite needs Chromium: install the package `chromium` or set CHROMIUM to its path.");
}

/** A Chromium that is there already, or undefined: then Playwright looks for its own. */
export function installedBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of NAMES) {
    const path = ask("sh", ["-c", `command -v ${name}`]);
    if (path) return path;
  }
  return undefined;
}
