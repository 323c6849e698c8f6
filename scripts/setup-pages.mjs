// Set-up for the tests of public pages: the W3C's checker of HTML (npm, where Java is), a text browser and PHP, which the documents
// show code in (Debian). Where one cannot be had, one line says so and its tests are left out.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { tool } from "./place.mjs";
import { aptInstall, ask, run, say, step } from "./shell.mjs";

const VNU = "26.9.27";
const { folder } = tool("vnu-jar", VNU);
const jar = join(folder, "package", "build", "dist", "vnu.jar");

/** The checker's file, or nothing where it cannot run. */
export const checker = () => (ask("java", ["-version"]) !== undefined && existsSync(jar) ? jar : undefined);
/** The text browser, or nothing. */
export const textBrowser = () => (ask("w3m", ["-version"]) ? "w3m" : undefined);

/** What runs PHP, or nothing. */
export const php = () => (ask("php", ["-v"]) ? "php" : undefined);

export async function setUpPages() {
  if (ask("java", ["-version"]) === undefined) {
    say("Pages are not checked as HTML: install Java.");
  } else if (!existsSync(jar)) {
    await step("Fetching the checker of HTML (npm)", async () => {
      mkdirSync(folder, { recursive: true });
      await run("npm", ["pack", "--silent", `vnu-jar@${VNU}`], { cwd: folder, keep: "everything" });
      await run("tar", ["xzf", `vnu-jar-${VNU}.tgz`], { cwd: folder, keep: "everything" });
    }).catch(() => say("Pages are not checked as HTML: vnu-jar could not be fetched."));
  }
  await aptInstall([!textBrowser() && "w3m", !php() && "php-cli"].filter(Boolean));
  if (!textBrowser()) say("No text browser reads the pages: install w3m.");
  if (!php()) say("The PHP in the documents is not run: install php-cli.");
}
