// `npm run bench`: what can be measured in this tree so far is size. Times come with the load suite.
import { main as size } from "./size.mjs";

export async function main(args) {
  console.log("Measured here: sizes. Response times under load are not measured in this tree yet.\n");
  return size(args);
}
