// `npm run test:long`: what takes longer than anybody wants to wait for each time: the kill test at length, requests made out of the API's
// own document, fuzzing, and known weaknesses of what is brought along.
import { build } from "./build.mjs";
import { checkAdvisories } from "./check-licences.mjs";
import { fuzz } from "./fuzz.mjs";
import { setUp } from "./setup.mjs";
import { killTest, runSteps } from "./test.mjs";
import { documentTest } from "../tests/long/document.mjs";

export async function main(args) {
  await setUp();
  const all = [
    ["build", build],
    ["kill test, 50 kills", () => killTest(50)],
    ["requests out of the API's document", documentTest],
    ["fuzzing", () => fuzz()],
    ["known weaknesses of crates", checkAdvisories],
  ];
  return runSteps(args.length ? all.filter(([name]) => name === "build" || args.some((one) => name.includes(one))) : all);
}
