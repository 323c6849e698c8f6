// What the measurement leaves behind, in `docs/bench`: rows for programs, a table for people, a chart for both colours of
// page. Times of one run belong together; only their ratios mean anything elsewhere.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { at } from "../../../scripts/place.mjs";
import { PHONE } from "./visit.mjs";

const FLOOR = "plain";

/** Writes `widget.json`, `widget.md` and `widget.svg`; resolves to the table. */
export function write({ rows, missing, browser, rounds, page, busy }) {
  // The last quarter of an hour, this run included: alone it needs less than all cores.
  const load = busy ?? loadavg()[2];
  const others = load > 1.5 * cpus().length ? `, busy with other work (load ${load.toFixed(0)}): every time is longer than on a quiet machine, most of all what computes` : "";
  const machine = `${cpus().length} shared cores, Chromium ${browser}${others}`;
  const method = `${PHONE.latency} ms round trip, ${PHONE.down / 1e6} Mbit/s, processor ${PHONE.cpu} times as slow, cold cache, median of ${rounds} interleaved rounds, 50 answers (the list: 21 threads) on a page of another site`;
  const folder = at("docs", "bench");
  mkdirSync(folder, { recursive: true });
  const save = (name, text) => writeFileSync(at("docs", "bench", name), text);
  const verdicts = budgets(rows, page);
  save("widget.json", `${JSON.stringify({ machine, method, rows: rows.map(({ key, ...row }) => row), budgets: verdicts, host_page: page, missing }, null, 2)}\n`);
  save("widget.svg", chart(rows, `${machine}; ${method}`));
  const text = document({ rows, missing, machine, method, page, verdicts });
  save("widget.md", text);
  return text;
}

const ratio = (value, floor) => (floor ? `${(value / floor).toFixed(2)} ×` : "–");
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

function document({ rows, missing, machine, method, page, verdicts }) {
  const floor = rows.find(({ key }) => key === FLOOR);
  const line = (row) => `| ${[
    row.name, row.readable_ms, ratio(row.readable_ms, floor?.readable_ms), row.tap_ms, ratio(row.tap_ms, floor?.tap_ms), row.blocked_ms, row.cls.toFixed(3), kb(row.br_bytes), row.requests,
  ].join(" | ")} |`;
  return `# The widget on a slow phone

Written by \`npm run bench:widget\`. Compare rows of this run with each other, never with numbers from elsewhere.

Machine: ${machine}.
Profile: ${method}.

| | readable ms | to the floor | tap answered ms | to the floor | blocked ms | layout shift | brotli | requests |
|---|---|---|---|---|---|---|---|---|
${rows.map(line).join("\n")}

![The same as a chart](widget.svg)

- **readable**: the first answer's text is painted, from the beginning of the visit.
- **tap answered**: as soon as it is readable, the field is tapped and three letters are typed; the field holds them and whatever
  is needed to go on is there (for Chie: the live view has taken over, its program loaded after the page was opened cold).
- **blocked**: what tasks of the main thread take beyond 50 ms each; **layout shift**: the sum of all shifts; both from a
  visit that touches nothing and lasts until everything rests, Chie's taking over included.
- **brotli**, **requests**: what the contender's own origin sent until the tap was answered, without the page around it.
- Everybody is served by the same front: files by brotli 11, answers by brotli 5, what networks do not compress as its origin sends it.
- Round trips are those of Chromium's own throttling, which charges each request once and the opening of connections not at all.
- isso and Waline are their published clients with their own servers, SQLite behind both; Waline without its emoji
  and picture search, which come from elsewhere.
${missing.map((line) => `- Not measured: ${line}\n`).join("")}
## Budgets

| what | here | must | holds | aim | holds |
|---|---|---|---|---|---|
${verdicts.map((one) => `| ${one.what} | ${one.here} | ${one.must} | ${yes(one.holds)} | ${one.aim} | ${yes(one.aim_holds)} |`).join("\n")}

What stands in the way of those that do not hold, and what was done: [speed](../speed.md).
${page ? `
## The page around it

Lighthouse's performance score of the host page, median of ${page.rounds}: ${page.without} without the tag, ${page.with} with it.
` : ""}`;
}

const yes = (holds) => (holds ? "yes" : "**no**");

/** What `performance` asks of ours, judged within this run. */
export function budgets(rows, page) {
  const floor = rows.find(({ key }) => key === FLOOR);
  const ours = rows.filter(({ taken_over_ms }) => taken_over_ms !== undefined);
  const judged = ours.flatMap((row) => {
    const of = (what, here, must, aim, unit) => ({ what: `${row.name}: ${what}`, here: `${here}${unit}`, must: `≤ ${must}${unit}`, holds: here <= must, aim: `≤ ${aim}${unit}`, aim_holds: here <= aim });
    return [
      ...(floor ? [of("readable, to plain JavaScript", Number((row.readable_ms / floor.readable_ms).toFixed(2)), 1.15, 1, " ×")] : []),
      of("a letter taken and kept, after readable", row.keys_after_readable_ms, 50, 0, " ms"),
      of("taken over, after the first tap", row.taken_over_ms, 1600, 1200, " ms"),
      of("blocked", row.blocked_ms, 50, 0, " ms"),
      of("layout shift", row.cls, 0.01, 0, ""),
    ];
  });
  if (!page) return judged;
  const lost = page.without - page.with;
  return [...judged, { what: "the host page's Lighthouse score", here: `−${lost}`, must: "−2", holds: lost <= 2, aim: "0", aim_holds: lost <= 0 }];
}

const WIDTH = 760;
const LEFT = 178;
const BAR = 15;

/** Two bars for each contender: readable, and the tap answered. */
function chart(rows, about) {
  const most = Math.max(...rows.flatMap(({ readable_ms, tap_ms }) => [readable_ms, tap_ms]));
  const scale = (WIDTH - LEFT - 84) / most;
  const height = 74 + rows.length * 48;
  const safe = (text) => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const bars = rows.map((row, index) => {
    const top = 58 + index * 48;
    const bar = (kind, value, y) => `<rect class="${kind}" x="${LEFT}" y="${y}" width="${Math.max(2, Math.round(value * scale))}" height="${BAR}" rx="3"/><text class="n" x="${LEFT + Math.round(value * scale) + 7}" y="${y + 12}">${value} ms</text>`;
    return `<g><text class="l${row.taken_over_ms === undefined ? "" : " us"}" x="${LEFT - 12}" y="${top + 20}" text-anchor="end">${safe(row.name)}</text>${bar("a", row.readable_ms, top)}${bar("b", row.tap_ms, top + BAR + 3)}</g>`;
  });
  const said = rows.map((row) => `${row.name}: readable after ${row.readable_ms} ms, tap answered after ${row.tap_ms} ms`).join("; ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13">
<title id="t">Time until readable and until a tap is answered, on a slow phone</title>
<desc id="d">${safe(`${said}. ${about}.`)}</desc>
<style>
text{fill:#23262b}.us{font-weight:700}.n{font-size:12px;fill:#4c535d}.a{fill:#1f5f8b}.b{fill:#d08a2e}.p{fill:#fff}
@media (prefers-color-scheme:dark){text{fill:#eceae5}.n{fill:#b9b6af}.a{fill:#6fb3e0}.b{fill:#e5ae5e}.p{fill:#17191c}}
</style>
<rect class="p" width="${WIDTH}" height="${height}" rx="8"/>
<rect class="a" x="${LEFT}" y="20" width="14" height="14" rx="3"/><text x="${LEFT + 21}" y="32">readable</text>
<rect class="b" x="${LEFT + 106}" y="20" width="14" height="14" rx="3"/><text x="${LEFT + 127}" y="32">tap answered</text>
${bars.join("\n")}
</svg>
`;
}
