// Set-up for the tests behind a caching proxy: nginx as Debian packages it. Where it cannot be installed, these tests are left out and
// say so.
import { missing } from "../tests/harness/nginx.mjs";
import { ask, run, say, step } from "./shell.mjs";

export async function setUpProxy() {
  if (missing().length && process.getuid?.() === 0 && ask("apt-get", ["--version"])) {
    await step("Installing nginx with apt", async () => {
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await run("apt-get", ["update", "-qq"], { env, keep: "everything" });
      await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "nginx"], { env, keep: "everything" });
    }).catch(() => {});
  }
  if (missing().length) say("Nothing will be tested behind a caching proxy: install nginx.");
}
