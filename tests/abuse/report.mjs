// Writes what was measured: numbers for programs, a table for people.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { at } from "../../scripts/place.mjs";

const percent = (rate) => `${(100 * rate).toFixed(1)} %`;

export function table(rows) {
  const head = "| layers | blocked | falsely held | wave blocked | newcomers held in the wave | delay of a newcomer in the wave |\n|---|---|---|---|---|---|";
  const line = (row) => `| ${row.layers.replace(/^alone (.*)/, "$1 alone")} | ${percent(row.blocked)} | ${percent(row.falsely_held)} | ${percent(row.wave_blocked)} | ${percent(row.wave_people_held)} | ${(row.delay_ms / 1_000).toFixed(1)} s |`;
  return [head, ...rows.map(line)].join("\n");
}

export function attacks(row) {
  const line = ([attack, rate]) => `| ${attack.replaceAll("_", " ")} | ${percent(rate)} |`;
  return ["| attack | blocked |", "|---|---|", ...Object.entries(row.by_attack).sort(([a], [b]) => a.localeCompare(b)).map(line)].join("\n");
}

const [BEGIN, END] = ["<!-- measured -->", "<!-- /measured -->"];

/** What `docs/trust.md` says of it. */
function figures({ rows, fine, bad }) {
  const [whole] = rows;
  const worst = rows.filter(({ layers }) => layers.startsWith("without ")).reduce((one, other) => (other.blocked < one.blocked ? other : one));
  return `Of ${bad} posts of attackers nobody saw ${percent(whole.blocked)}, of ${fine} posts of real people who had never been here before ${percent(whole.falsely_held)} waited
without need. Of a wave of 200 posts ${percent(whole.wave_blocked)} were stopped, and of the real newcomers within it ${percent(whole.wave_people_held)} waited; each of them was
delayed by ${(whole.delay_ms / 1_000).toFixed(1)} s. The layer whose absence lets most through is \`${worst.layers.split(" ")[1]}\`: without it ${percent(worst.blocked)} would be stopped. All of it, with each
layer left out in turn and each alone: \`docs/bench/abuse.json\`.`;
}

/** What is wrong with the figures in a document; nothing where they are those that were measured last. */
export function outdated(path = "docs/trust.md") {
  if (!existsSync(at("docs/bench/abuse.json"))) return [];
  const measured = figures(JSON.parse(readFileSync(at("docs/bench/abuse.json"), "utf8")));
  return readFileSync(at(path), "utf8").includes(`${BEGIN}\n${measured}\n${END}`) ? [] : [`${path} has other figures than docs/bench/abuse.json: run npm run bench:abuse.`];
}

/** Writes `docs/bench/abuse.json` and `docs/bench/abuse.md`, and the figures in `docs/trust.md`. */
export function write({ rows, fine, bad, machine }) {
  const trust = readFileSync(at("docs/trust.md"), "utf8");
  const [before, after] = [trust.split(BEGIN)[0], trust.split(END)[1]];
  writeFileSync(at("docs/trust.md"), `${before}${BEGIN}\n${figures({ rows, fine, bad })}\n${END}${after}`);
  writeFileSync(at("docs/bench/abuse.json"), `${JSON.stringify({ machine, fine, bad, rows }, null, 2)}\n`);
  writeFileSync(at("docs/bench/abuse.md"), `# What the defence against waves stops, and whom it bothers

\`npm run bench:abuse\` sends ${fine} posts of real people and ${bad} of attackers (\`tests/abuse/posts.jsonl\`, English and Japanese) through the
whole Worker, mixed over a day of the clock, then 200 posts within five minutes with ten real newcomers among them. **Everybody is somebody who has
never been here**, each from a network of their own (one attacker writes from a single one): whoever has shown an address or was here a day
before is not asked for anything, so these figures are the worst case. Blocked is what nobody but its author sees: held or refused.

${table(rows)}

${attacks(rows[0])}

The layers overlap on purpose: what one misses another one stops, so that leaving out a single one shows little and each alone shows what it is for.

What gets through is mostly the first few posts of each campaign: nobody can know yet that others will follow. The posts of real people were written
by hand or put together from parts for this purpose, and so were the attacks; a real installation will see others. The delay is that of
a program on this machine, with all requests; a browser's is in \`tests/browser/wave.spec.mjs\`. ${machine}.
`);
}
