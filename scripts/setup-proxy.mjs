// Set-up for the tests behind a caching proxy: Debian's nginx. Where it cannot be installed, one line says so and they are left out.
import { missing } from "../tests/harness/nginx.mjs";
import { ask, run, say, step } from "./shell.mjs";

export async function setUpProxy() {
  const packages = missing();
  if (packages.length && process.getuid?.() === 0 && ask("apt-get", ["--version"])) {
    await step(`Installing ${packages.join(", ")} with apt`, async () => {
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await run("apt-get", ["update", "-qq"], { env, keep: "everything" });
      await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env, keep: "everything" });
    }).catch(() => {});
  }
  if (missing().length) say(`Nothing will be tested behind a caching proxy: install ${missing().join(" and ")}.`);
}
