// `npm run verify-audit -- https://chie.example acme.example`: goes through the record of a community of a running installation and recomputes its chain of
// hashes here, row by row, believing nothing but the rows. The operator's cookie comes from the variable CHIE_COOKIE (sign in on the console and
// copy `__Host-chie`). `--public` reads what everybody reads: without who did what it cannot be recomputed, so the numbers, their
// order and the last hash are shown; note that hash down and give it later as `--known SEQ:HASH` to see that nothing before it was changed.
import { createHash } from "node:crypto";
import { Plain, say } from "./shell.mjs";

/** The first row that does not follow from the ones before it; undefined where all do. */
export function broken(rows, { whole = true } = {}) {
  let before = "";
  for (const [place, row] of rows.entries()) {
    const expected = createHash("sha256").update(`${before}|${row.seq}|${row.at}|${row.what}|${row.actor}|${row.object}`).digest("hex");
    if (row.seq !== place + 1 || (whole && row.hash !== expected)) return row.seq;
    before = row.hash;
  }
  return undefined;
}

/** All rows, part by part. */
export async function rowsOf({ origin, brand, cookie, headers = {} }) {
  const rows = [];
  for (let more = true; more; ) {
    const at = cookie ? origin.replace("://", "://console.") : origin;
    const path = `/v1/communities/${brand}/${cookie ? "audit-rows" : "audit"}?after=${rows.at(-1)?.seq ?? 0}`;
    const answer = await fetch(at + path, { headers: { ...headers, ...(cookie && { cookie: cookie.includes("=") ? cookie : `__Host-chie=${cookie}` }) } });
    const body = await answer.json();
    if (answer.status !== 200) throw new Plain(`${at}${path} answered ${answer.status}: ${body.error?.message}`);
    rows.push(...body.rows);
    more = body.more;
  }
  return rows;
}

export async function main(args) {
  const [origin, brand] = args.filter((one) => !one.startsWith("--") && !/^\d+:[0-9a-f]{64}$/.test(one));
  if (!origin || !brand) throw new Plain("Say which: npm run verify-audit -- https://chie.example acme.example");
  const isPublic = args.includes("--public");
  const cookie = process.env.CHIE_COOKIE;
  if (!isPublic && !cookie) throw new Plain("Set CHIE_COOKIE to the operator's cookie, or add --public for what everybody reads.");
  const rows = await rowsOf({ origin: origin.replace(/\/$/, ""), brand, cookie: isPublic ? undefined : cookie });
  const at = broken(rows, { whole: !isPublic });
  if (at !== undefined) throw new Plain(`Row ${at} does not follow from the ones before it: somebody changed the record of ${brand}.`);
  const known = args.includes("--known") ? args[args.indexOf("--known") + 1].split(":") : undefined;
  if (known && rows.find((row) => row.seq === Number(known[0]))?.hash !== known[1]) throw new Plain(`Row ${known[0]} is not what it was when you noted it.`);
  say(`${rows.length} rows, ${isPublic ? "in order" : "each follows from the ones before it"}. The last is ${rows.at(-1)?.seq ?? 0}:${rows.at(-1)?.hash ?? ""}`);
}
