// `node scripts/run.mjs suffixes`: writes `domain/data/suffixes.txt` anew from the public-suffix list that the crate `psl` carries, in
// the form in which domains travel. Update the crate (`cargo update -p psl`) before; a test compares both.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { domainToASCII } from "node:url";
import { at } from "./place.mjs";
import { Plain, run, say } from "./shell.mjs";

const NOTICE = `// The Public Suffix List (publicsuffix.org), sorted and in ASCII: a suffix, then what is one directly under it. This Source Code
// Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not distributed with this file, You can
// obtain one at https://mozilla.org/MPL/2.0/.
`;

export async function main() {
  const { packages } = JSON.parse(await run("cargo", ["metadata", "--format-version", "1", "--locked"], { keep: "results" }));
  const psl = packages.find(({ name }) => name === "psl");
  if (!psl) throw new Plain("The crate psl is not among the dependencies any more.");
  const lines = readFileSync(join(dirname(psl.manifest_path), "data/rules.txt"), "utf8").trim().split(/\s+/);
  const rules = lines.map((line) => {
    const [, mark, name] = line.match(/^(!|\*\.)?(.*)$/);
    return (mark ?? "") + domainToASCII(name);
  });
  const under = Map.groupBy(new Set(rules), (rule) => rule.split(".").slice(1).join("."));
  const grouped = sorted([...under.keys()]).map((suffix) => `${suffix} ${sorted(under.get(suffix).map((rule) => rule.split(".")[0])).join(",")}`);
  writeFileSync(at("domain/data/suffixes.txt"), `${NOTICE}\n${grouped.join("\n")}\n`);
  say(`${new Set(rules).size} rules of psl ${psl.version}`);
}

/** By their bytes. */
function sorted(texts) {
  return texts.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}
