// Before the suites: the stack, unless its addresses were given, and the browser, unless its path was. Tests read the
// addresses from `CHIE`, `CONSOLE`, `BRAND`, `FAN`, `MAKER` and `WORLD`.
import { build } from "../../scripts/build.mjs";
import { setUp } from "../../scripts/setup.mjs";
import { startStack } from "./stack.mjs";

export default async function before() {
  if (process.env.CHIE) return undefined;
  await setUp();
  await build();
  const stack = await startStack({ testHooks: true });
  for (const name of ["chie", "console", "brand", "fan", "maker", "world"]) process.env[name.toUpperCase()] = stack[name];
  process.env.CHIE_LOG = stack.log;
  return stack.stop;
}
