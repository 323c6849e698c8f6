// `npm run bench:search`: how well and how fast the search finds, natively and in one run against plain FTS5 tables. Without
// arguments the corpora are the Debian FAQ in English and Japanese, taken from the packages `debian-faq` and `debian-faq-ja`
// (GPL-2+: their text stays outside this tree; only the reworded questions are here), and communities of 1,000, 10,000 and
// 100,000 generated threads. `--corpus docs.jsonl --queries queries.jsonl` measures another corpus instead (fields `id`, `text`
// and `text`, `relevant: [id]`), `--threads 1000,1000000` other sizes, `--out FILE` writes somewhere else.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

const SIZES = [1_000, 10_000, 100_000];
/** From so many threads on. */
const IN_A_FILE = 500_000;
const FAQ = [
  { lang: "en", pkg: "debian-faq", folder: "usr/share/doc/debian/FAQ", ending: ".en.html" },
  { lang: "ja", pkg: "debian-faq-ja", folder: "usr/share/doc/debian/FAQ/ja", ending: ".ja.html" },
];
const ENGINES = ["chie", "unicode61", "porter", "trigram"];

export async function main(args) {
  const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [docs, queries] = [option("--corpus"), option("--queries")];
  if (!docs !== !queries) throw plain("Give both --corpus and --queries, or neither.");
  const binary = build();
  const recall = {};
  if (docs) {
    recall.corpus = run(binary, ["recall", docs, queries]);
  } else {
    for (const faq of FAQ) recall[`debian-faq ${faq.lang}`] = run(binary, ["recall", corpus(faq), join("scripts", "bench-search", `debian-faq.${faq.lang}.jsonl`)]);
  }
  const sizes = option("--threads")?.split(",").map(Number) ?? (docs ? [] : SIZES);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw plain("--threads takes whole numbers with commas between them.");
  const speed = sizes.map((size) => {
    console.error(`Filling a community with ${size.toLocaleString("en")} threads …`);
    return measured(binary, size);
  });
  const result = { machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`, build: `native, release, SQLite in memory, in a file from ${IN_A_FILE.toLocaleString("en")} threads on`, recall, speed };
  for (const name of Object.keys(recall)) delete recall[name].missed_at_5;
  const out = option("--out") ?? (docs ? undefined : join("docs", "bench", "search.json"));
  const text = report(result);
  console.log(text);
  if (out) {
    mkdirSync(join(out, ".."), { recursive: true });
    writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
    writeFileSync(out.replace(/\.json$/, "") + ".md", text);
    console.error(`Written to ${out} and beside it as Markdown.`);
  }
  return judge(result) ? 0 : 1;
}

/** A community that is larger than memory should hold lies in a file, which goes afterwards. */
function measured(binary, size) {
  if (size < IN_A_FILE) return run(binary, ["speed", String(size)]);
  const folder = mkdtempSync(join(tmpdir(), "chie-search-"));
  try {
    return run(binary, ["speed", String(size), join(folder, "community.sqlite")]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function plain(message) {
  return Object.assign(new Error(message), { plain: true });
}

function build() {
  console.error("Building the measure …");
  const profile = ["--config", "profile.release.opt-level=3", "--config", "profile.release.lto='thin'"];
  const args = ["build", "--release", "-p", "chie-community", "--features", "native", "--bin", "bench_search", "--target-dir", join("target", "bench"), ...profile];
  const { status } = spawnSync("cargo", args, { stdio: ["ignore", 2, 2] });
  if (status !== 0) throw plain("The measure could not be built; cargo says why above.");
  return join("target", "bench", "release", "bench_search");
}

function run(binary, args) {
  return JSON.parse(execFileSync(binary, args, { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "inherit"] }));
}

/** The FAQ's questions with their answers as lines of JSON, made once in `build/`. */
function corpus({ lang, pkg, folder, ending }) {
  const out = join("build", "bench", `${pkg}.jsonl`);
  const wanted = new Set(lines(join("scripts", "bench-search", `debian-faq.${lang}.jsonl`)).flatMap((line) => line.relevant));
  const installed = join("/", folder);
  const root = existsSync(installed) && readdirSync(installed).some((file) => file.endsWith(ending)) ? installed : join(unpack(pkg), folder);
  const docs = readdirSync(root).filter((file) => file.endsWith(ending)).sort().flatMap((file) => sections(readFileSync(join(root, file), "utf8"), wanted));
  if (docs.length !== wanted.size) throw plain(`${pkg} has ${docs.length} of ${wanted.size} questions; version 11.1 was measured.`);
  mkdirSync(join("build", "bench"), { recursive: true });
  writeFileSync(out, docs.map((doc) => `${JSON.stringify(doc)}\n`).join(""));
  return out;
}

function lines(file) {
  return readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
}

/** Fetches a package without installing it. */
function unpack(pkg) {
  const folder = mkdtempSync(join(tmpdir(), "chie-faq-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { status } = spawnSync("apt-get", ["download", pkg], { cwd: folder, stdio: ["ignore", 2, 2] });
  const file = status === 0 && readdirSync(folder).find((name) => name.endsWith(".deb"));
  if (!file) throw plain(`The package ${pkg} could not be downloaded. Install it (apt install ${pkg}) or give another --corpus.`);
  execFileSync("dpkg-deb", ["-x", join(folder, file), folder]);
  return folder;
}

/** The sections of a page that are questions: the heading's words, a line break, and the text up to the next question. */
function sections(page, wanted) {
  const found = [];
  for (const part of page.split('<div class="navfooter">')[0].split(/(?=<h[1-4] class="title")/)) {
    const [, id, heading, text] = /^<h[1-4] class="title"[^>]*><a id="([^"]+)"><\/a>(.*?)<\/h[1-4]>(.*)$/s.exec(part) ?? [];
    if (id === undefined) continue;
    if (wanted.has(id)) found.push({ id, text: `${words(heading).replace(/^[\d.]+\s*/, "")}\n${words(text)}` });
    else if (found.length > 0 && !part.startsWith("<h1")) found.at(-1).text += ` ${words(heading)} ${words(text)}`;
  }
  return found;
}

function words(html) {
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", apos: "'" };
  const decoded = html.replace(/<[^>]+>/g, " ").replace(/&(#x?[\da-f]+|\w+);/gi, (_, name) => {
    if (!name.startsWith("#")) return named[name] ?? " ";
    return String.fromCodePoint(Number(name[1] === "x" ? `0${name.slice(1)}` : name.slice(1)));
  });
  return decoded.replace(/\s+/g, " ").trim();
}

function table(head, rows) {
  return [`| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;

function report({ machine, build, recall, speed }) {
  const parts = ["# Search, measured", `Made by \`npm run bench:search\` on ${machine} (${build}). Compare rows of one run; absolute times belong to this machine.`];
  for (const [name, { docs, queries, engines }] of Object.entries(recall)) {
    const rows = ENGINES.map((engine) => [engine, percent(engines[engine].recall_at_5), percent(engines[engine].recall_at_10), engines[engine].mrr.toFixed(3)]);
    parts.push(`## ${name}: ${queries} reworded questions, ${docs} documents`, table(["engine", "recall@5", "recall@10", "MRR"], rows));
  }
  if (speed.length > 0) {
    const time = (what) => `${what.p50_ms.toFixed(2)} / ${what.p95_ms.toFixed(2)}`;
    const rows = speed.map((it) => [it.threads.toLocaleString("en"), time(it.likely), time(it.search), time(it.search_filtered), time(it.lists), ...ENGINES.slice(1).map((engine) => time(it.plain[engine].search))]);
    parts.push("## Times in ms, p50 / p95, in one community", table(["threads", "likely threads", "search with counts", "search with filters", "lists", ...ENGINES.slice(1)], rows));
    const stored = speed.map((it) => [it.threads.toLocaleString("en"), it.text_bytes_per_thread, it.bytes_per_thread, ...ENGINES.slice(1).map((engine) => it.plain[engine].bytes_per_thread)]);
    parts.push("## Bytes per thread", "Everything a thread and its replies take: rows, people, every index and the search index. The plain tables hold a search index and nothing else.", table(["threads", "of which text", "chie, everything", ...ENGINES.slice(1)], stored));
  }
  return `${parts.join("\n\n")}\n`;
}

/** Says plainly what is not reached. */
function judge({ recall, speed }) {
  const wrong = [];
  for (const [name, { engines }] of Object.entries(recall)) {
    const best = Math.max(...ENGINES.slice(1).map((engine) => engines[engine].recall_at_5));
    if (engines.chie.recall_at_5 < best) wrong.push(`${name}: recall@5 ${percent(engines.chie.recall_at_5)} is below ${percent(best)}`);
  }
  const of = (threads) => speed.find((it) => it.threads === threads);
  const [small, large, huge] = [of(1_000), of(100_000), of(1_000_000)];
  if (large?.likely.p95_ms > 20) wrong.push("likely threads: p95 above 20 ms at 100,000 threads");
  if (large?.search.p95_ms > 40) wrong.push("search: p95 above 40 ms at 100,000 threads");
  if (huge?.search.p95_ms > 100) wrong.push("search: p95 above 100 ms at 1,000,000 threads");
  if (small && large && large.lists.p95_ms > 2 * small.lists.p95_ms) wrong.push("lists: p95 at 100,000 threads is more than twice that at 1,000");
  for (const line of wrong) console.error(`Not reached: ${line}.`);
  return wrong.length === 0;
}
