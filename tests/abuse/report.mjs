// Writes what was measured: numbers for programs, a table for people.
import { writeFileSync } from "node:fs";
import { at } from "../../scripts/place.mjs";

const percent = (rate) => `${(100 * rate).toFixed(1)} %`;

export function table(rows) {
  const head = "| layers | blocked | falsely held | wave blocked | newcomers held in the wave | delay of a newcomer in the wave |\n|---|---|---|---|---|---|";
  const line = (row) => `| ${row.without ? `without ${row.without}` : "all"} | ${percent(row.blocked)} | ${percent(row.falsely_held)} | ${percent(row.wave_blocked)} | ${percent(row.wave_people_held)} | ${(row.delay_ms / 1_000).toFixed(1)} s |`;
  return [head, ...rows.map(line)].join("\n");
}

export function attacks(row) {
  const line = ([attack, rate]) => `| ${attack.replaceAll("_", " ")} | ${percent(rate)} |`;
  return ["| attack | blocked |", "|---|---|", ...Object.entries(row.by_attack).sort(([a], [b]) => a.localeCompare(b)).map(line)].join("\n");
}

/** Writes `docs/bench/abuse.json` and `docs/bench/abuse.md`. */
export function write({ rows, fine, bad, machine }) {
  writeFileSync(at("docs/bench/abuse.json"), `${JSON.stringify({ machine, fine, bad, rows }, null, 2)}\n`);
  writeFileSync(at("docs/bench/abuse.md"), `# What the defence against waves stops, and whom it bothers

\`npm run bench:abuse\` sends ${fine} posts of real people and ${bad} of attackers (\`tests/abuse/posts.jsonl\`, English and Japanese) through the
whole Worker, mixed over a day of the clock, then 200 posts within five minutes with ten real newcomers among them. **Everybody is somebody who has
never been here**, each from a network of their own (one attacker writes from a single one): whoever has shown an address or was here a day
before is not asked for anything, so these figures are the worst case. Blocked is what nobody but its author sees: held or refused.

${table(rows)}

${attacks(rows[0])}

What gets through is mostly the first few posts of each campaign: nobody can know yet that others will follow. The posts of real people were written
by hand or put together from parts for this purpose, and so were the attacks; a real installation will see others. The delay is that of
a program on this machine, with all requests; a browser's is in \`tests/browser/wave.spec.mjs\`. ${machine}.
`);
}
