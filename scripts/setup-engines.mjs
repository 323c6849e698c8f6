// Set-up for tests in other engines than Chromium: WebKit and Firefox as Debian packages them. Where they cannot be
// installed, their tests say which package is missing and are left out.
import * as firefox from "../tests/engines/firefox.mjs";
import * as webkit from "../tests/engines/webkit.mjs";
import { ask, run, say, step } from "./shell.mjs";

const lacking = () => [...webkit.missing(), ...firefox.missing()];

export async function setUpEngines() {
  const packages = lacking();
  if (packages.length && process.getuid?.() === 0 && ask("apt-get", ["--version"])) {
    await step(`Installing ${packages.join(", ")} with apt`, async () => {
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await run("apt-get", ["update", "-qq"], { env, keep: "everything" });
      await run("apt-get", ["install", "-y", "-qq", ...packages], { env, keep: "everything" });
    }).catch(() => {});
  }
  if (webkit.missing().length) say(`WebKit will not be tested: install ${webkit.missing().join(" and ")}.`);
  if (firefox.missing().length) say(`Firefox will not be tested: install ${firefox.missing().join(" and ")}.`);
}
