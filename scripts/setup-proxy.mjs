// Set-up for the tests behind a caching proxy: nginx as Debian packages it. Where it cannot be installed, these tests are left out and
// say so.
import { missing } from "../tests/harness/nginx.mjs";
import { aptInstall, say } from "./shell.mjs";

export async function setUpProxy() {
  await aptInstall(missing(), "--no-install-recommends");
  if (missing().length) say("Nothing will be tested behind a caching proxy: install nginx.");
}
