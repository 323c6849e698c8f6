// `npm run convert -- --brand acme.example --out community.ndjson FILE…`: makes a file that a new installation can bring in out of
// what another forum gives out, and reports what could not be kept. Read are Discourse (the `dump.sql` of a backup, or the
// `.json` of topics) and Get Satisfaction (`topics.json` and `replies.json`, as many parts as there are). Nothing is written
// unless all of it could be read. `docs/import.md` says what is kept and how.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { dataOf } from "./convert/data.mjs";
import { ofDiscourse, ofDump } from "./convert/discourse.mjs";
import { write } from "./convert/file.mjs";
import { Lost } from "./convert/lost.mjs";
import { ofGetSatisfaction } from "./convert/get-satisfaction.mjs";
import { Plain, say } from "./shell.mjs";

/** How much is read at most, in bytes: a file that unpacks into more is no export. */
const MOST = 512 * 1024 * 1024;
/** How much an installation takes at once, in bytes. */
const TAKEN = 32 * 1024 * 1024;

/** Converts the texts of files, by their names; gives the new file and the report, or throws what is wrong with them. */
export function convert(files, { brand, product, now = Date.now() }) {
  if (!files.length) throw new Plain("Name the files of the export.");
  const lost = new Lost();
  const read = { dumps: [], topics: [], pages: [] };
  for (const [name, text] of files) {
    if (/^COPY public\.\w+ \(/m.test(text)) read.dumps.push([name, text]);
    else for (const value of dataOf(name, text)) sort(name, value, read);
  }
  const kinds = Object.entries(read).filter(([, all]) => all.length);
  if (kinds.length !== 1) throw new Plain(kinds.length ? "These are exports of different kinds. Convert them one by one." : "There is nothing in these files that is known of Discourse or Get Satisfaction.");
  const [kind, all] = kinds[0];
  const community = { dumps: ofDump, topics: ofDiscourse, pages: ofGetSatisfaction }[kind](all, lost);
  const { text, kept } = write(community, { brand, product, now, lost });
  return { text, report: { from: kind === "pages" ? "Get Satisfaction" : "Discourse", kept, lost: lost.all() } };
}

/** Which of the known forms a JSON value has. */
function sort(name, value, read) {
  if (Array.isArray(value)) return value.forEach((one) => sort(name, one, read));
  if (Array.isArray(value?.post_stream?.posts)) return read.topics.push(value);
  if (Array.isArray(value?.data)) return read.pages.push(...value.data);
  if (value && typeof value === "object" && ("subject" in value || "topic_id" in value)) return read.pages.push(value);
  throw new Plain(`${name} holds JSON that is neither of Discourse nor of Get Satisfaction.`);
}

export async function main(args) {
  const names = ["brand", "out", "product", "report"];
  const said = Object.fromEntries(names.map((name) => [name, args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined]));
  const paths = args.filter((one, place) => !one.startsWith("--") && !names.includes(args[place - 1]?.slice(2)));
  if (!/^[a-z0-9.-]+\.[a-z0-9-]+$/.test(said.brand ?? "") || !said.out) throw new Plain("Say which: npm run convert -- --brand acme.example --out community.ndjson FILE…");
  const { text, report } = convert(paths.map((path) => [path, opened(path)]), said);
  if (Buffer.byteLength(text) > TAKEN) throw new Plain(`The converted file is larger than the ${TAKEN / 1024 / 1024} MB that an installation takes. Convert fewer topics at once; a community takes one file.`);
  writeFileSync(said.out, text);
  if (said.report) writeFileSync(said.report, `${JSON.stringify(report, null, 2)}\n`);
  say(`${said.out}: ${Object.entries(report.kept).map(([what, many]) => `${many} ${what}`).join(", ")}, from ${report.from}.`);
  say(report.lost.length ? "Not kept:" : "Everything was kept.");
  for (const { what, many, first } of report.lost) say(`- ${many} × ${what}${first.length ? ` (${first.join(", ")}${many > first.length ? ", …" : ""})` : ""}`);
}

function opened(path) {
  let bytes;
  try {
    bytes = readFileSync(path);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes, { maxOutputLength: MOST });
  } catch (error) {
    throw new Plain(`${path} cannot be read: ${error.message}`);
  }
  if (bytes.length > MOST) throw new Plain(`${path} is larger than ${MOST / 1024 / 1024} MB.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Plain(`${path} is no UTF-8 text. Of a backup of Discourse, unpack the archive first and take its dump.sql.gz.`);
  }
}
