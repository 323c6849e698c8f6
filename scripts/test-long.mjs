// `npm run test:long`: the kill test at length.
import { build } from "./build.mjs";
import { setUp } from "./setup.mjs";
import { killTest, runSteps } from "./test.mjs";

export async function main() {
  await setUp();
  return runSteps([["build", build], ["kill test, 50 kills", () => killTest(50)]]);
}
