// Set-up for tests in other engines than Chromium: WebKit and Firefox as Debian packages them. Where they cannot be
// installed, their tests say which package is missing and are left out.
import * as firefox from "../tests/engines/firefox.mjs";
import * as webkit from "../tests/engines/webkit.mjs";
import { aptInstall, say } from "./shell.mjs";

export async function setUpEngines() {
  await aptInstall([...webkit.missing(), ...firefox.missing()]);
  if (webkit.missing().length) say(`WebKit will not be tested: install ${webkit.missing().join(" and ")}.`);
  if (firefox.missing().length) say(`Firefox will not be tested: install ${firefox.missing().join(" and ")}.`);
}
