// Two DNS-over-HTTPS resolvers in the JSON form that public ones speak. They may disagree, fail or answer oddly.

const TYPES = { A: 1, CNAME: 5, TXT: 16, AAAA: 28 };
const NO_ERROR = 0;
const SERVER_FAILURE = 2;
const NO_SUCH_NAME = 3;

/** Every site of this world stands at one ordinary public address. Nothing connects to it. */
const ANYBODYS_ADDRESS = "93.184.215.14";

export function answerDns(state, resolver, url, response) {
  const name = (url.searchParams.get("name") ?? "").replace(/\.$/, "").toLowerCase();
  const type = typeName(url.searchParams.get("type") ?? "A");
  const odd = state.misbehaviour.dns;
  if (odd === "timeout") return;
  if (odd === "garbled") return void response.writeHead(200, { "content-type": "application/dns-json" }).end("<html>");
  const known = state.records.filter((record) => record.name === name && (record.resolver ?? resolver) === resolver);
  const found = withDefaults(name, type, known);
  const status = odd === "servfail" ? SERVER_FAILURE : known.length || found.length ? NO_ERROR : NO_SUCH_NAME;
  const answer = odd === "servfail" || (odd === "disagree" && resolver === 2) ? [] : answers(name, type, found, odd);
  const question = { name: spelled(name, resolver), type: TYPES[type] };
  const message = { Status: status, TC: false, RD: true, RA: true, AD: false, CD: false, Question: [question] };
  if (answer.length) message.Answer = answer.map((one) => ({ ...one, name: spelled(one.name, resolver) }));
  response.writeHead(200, { "content-type": "application/dns-json", "cache-control": "no-store" });
  response.end(JSON.stringify(message));
}

function withDefaults(name, type, known) {
  const found = known.filter((record) => record.type === type).map((record) => record.data);
  if (type === "A" && name.endsWith(".example") && !known.some((record) => ["A", "AAAA"].includes(record.type))) {
    return [ANYBODYS_ADDRESS];
  }
  return found;
}

function answers(name, type, found, odd) {
  const entry = (owner, kind, data) => ({ name: owner, type: TYPES[kind], TTL: 60, data });
  if (type !== "TXT") return found.map((data) => entry(name, type, data));
  const pieces = odd === "split" ? (text) => quoted(text, Math.max(1, Math.ceil(text.length / 3))) : (text) => quoted(text);
  const texts = found.map(pieces);
  if (odd === "many") {
    const noise = Array.from({ length: 60 }, (_, index) => quoted(`v=noise${index}`));
    return [...noise, ...texts].map((data) => entry(name, "TXT", data));
  }
  if (odd === "cname") {
    const elsewhere = "challenge.elsewhere.example";
    return [entry(name, "CNAME", `${elsewhere}.`), ...texts.map((data) => entry(elsewhere, "TXT", data))];
  }
  return texts.map((data) => entry(name, "TXT", data));
}

/** A TXT record is strings of at most 255 bytes, each in quotes. */
function quoted(text, size = 255) {
  const parts = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [""];
  return parts.map((part) => `"${part.replace(/[\\"]/g, "\\$&")}"`).join(" ");
}

/** One public resolver writes names with the final dot, another without. */
function spelled(name, resolver) {
  return resolver === 2 ? `${name}.` : name;
}

function typeName(given) {
  return Object.keys(TYPES).find((name) => name === given.toUpperCase() || String(TYPES[name]) === given) ?? "A";
}
