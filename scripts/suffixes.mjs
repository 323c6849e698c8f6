// `node scripts/run.mjs suffixes`: writes `domain/data/suffixes.txt` anew from the public-suffix list that the crate `psl` carries, in
// the form in which domains travel. Update the crate (`cargo update -p psl`) before; a test compares both.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { domainToASCII } from "node:url";
import { at } from "./place.mjs";
import { Plain, run, say } from "./shell.mjs";

const NOTICE = `// The Public Suffix List (publicsuffix.org), sorted and in ASCII. This Source Code Form is subject to the terms of the Mozilla
// Public License, v. 2.0. If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
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
  const sorted = [...new Set(rules)].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  writeFileSync(at("domain/data/suffixes.txt"), `${NOTICE}\n${sorted.join("\n")}\n`);
  say(`${sorted.length} rules of psl ${psl.version}`);
}
