// `npm run test:long`: the kill test at length, and whatever schemathesis makes up out of the OpenAPI document.
import { schemathesis } from "../tests/fault/schemathesis.mjs";
import { build } from "./build.mjs";
import { setUp } from "./setup.mjs";
import { killTest, runSteps } from "./test.mjs";

export async function main() {
  await setUp();
  return runSteps([["build", build], ["schemathesis", schemathesis], ["kill test, 50 kills", () => killTest(50)]]);
}
