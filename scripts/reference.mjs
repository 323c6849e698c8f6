// The reference of the API as a page, drawn from the OpenAPI document and from nothing else: `www/docs/api.<lang>.html` holds what
// introduces it, `www/docs/api.<lang>.json` the words around it and, beside English, one line for each operation.
import { readFileSync } from "node:fs";
import { at } from "./place.mjs";

const escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
/** Running text: `code` and **stress**, nothing else. */
const prose = (text) => escape(text).replace(/`([^`]+)`/g, "<code>$1</code>").replace(/\*\*([^*]+)\*\*/g, "<b>$1</b>");
const nameOf = (reference) => reference.slice(reference.lastIndexOf("/") + 1);
const METHODS = ["get", "post", "put", "delete"];

/** Every operation of a document, in the order of its paths. */
export function operations(document) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method]).map((method) => ({ path, method: method.toUpperCase(), ...methods[method] })));
}

/** How an operation is asked for in a terminal, with everything that it needs filled in. */
export function example({ operationId, path, method, parameters, requestBody, tags, servers }, document) {
  const sample = (parameter) => exampleOf(parameter.schema, document);
  const blank = (_, name) => sample(parameters.find((one) => one.in === "path" && one.name === name)) ?? name;
  const query = parameters.filter((one) => one.in === "query" && one.required).map((one) => `${one.name}=${encodeURIComponent(sample(one))}`);
  const address = (servers ?? document.servers)[0].url + path.replace(/\{(\w+)\}/g, blank) + (query.length ? `?${query.join("&")}` : "");
  const lines = [`curl ${method === "GET" ? "" : `-X ${method} `}'${address}'`];
  if (parameters.some((one) => one.name === "Idempotency-Key")) lines.push(`-H 'Idempotency-Key: my-${operationId}-0001'`);
  if (tags[0] === "session") lines.push('-H "Authorization: Bearer $SESSION"');
  if (tags[0] === "console") lines.push('-H "Cookie: __Host-chie=$COOKIE"', ...(method === "GET" ? [] : [`-H 'Origin: ${servers[0].url}'`]));
  const [media, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (media === "application/json") lines.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(body.example).replaceAll("'", "'\\''")}'`);
  else if (media) lines.push(`-H 'Content-Type: ${media}'`, "--data-binary @file");
  return lines.join(" \\\n  ");
}

function exampleOf(schema, document) {
  if (schema.$ref) return exampleOf(document.components.schemas[nameOf(schema.$ref)], document);
  if (schema.pattern?.startsWith("^")) return `${schema.pattern[1]}_01m7xpe600040g2081040g2081`;
  return schema.examples?.[0] ?? schema.enum?.[0] ?? (schema.type === "integer" ? 1 : undefined);
}

export function referencePage(document, lang) {
  const read = (name) => readFileSync(at("www/docs", name), "utf8");
  const words = JSON.parse(read(`api.${lang}.json`));
  const said = (operation) => words.operations?.[operation.operationId];
  const groups = ["public", "session", "console"].map((tag) => {
    const all = operations(document).filter((one) => one.tags[0] === tag);
    return `<section aria-labelledby="${tag}"><h2 id="${tag}">${escape(words.tags[tag][0])}</h2><p>${prose(words.tags[tag][1])}</p>
${all.map((one) => drawn(one, said(one), words, document)).join("\n")}</section>`;
  });
  const shapes = Object.entries(document.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  const shown = `<section aria-labelledby="shapes"><h2 id="shapes">${escape(words.shapes)}</h2><p>${prose(words.shapes_about)}</p>
${shapes.map(([name, schema]) => `<details class="docs-op" id="shape-${name}"><summary><code>${name}</code></summary>
${said_in_english(schema.description, lang)}${fields(schema, words, lang)}</details>`).join("\n")}</section>`;
  return read(`api.${lang}.html`).replace("{{reference}}", () => `${groups.join("\n")}\n${shown}`);
}

/** What only the document says is English. */
function said_in_english(text, lang) {
  if (!text) return "";
  return text.split("\n\n").map((part) => `<p${lang === "en" ? "" : ' lang="en"'}>${prose(part).replaceAll("\n", "<br>")}</p>`).join("");
}

function drawn(operation, said, words, document) {
  const { lang } = words;
  const { path, method, summary, description, parameters, requestBody, responses, operationId } = operation;
  const asked = [...parameters.map((one) => row(one.name, one.schema, one.required, one.description ?? words.blanks[one.name], words, lang))];
  const body = requestBody?.content["application/json"]?.schema;
  const shape = body && document.components.schemas[nameOf(body.$ref)];
  const answer = responses[200].content;
  const [media, { schema, example: sample } = {}] = Object.entries(answer ?? {})[0] ?? [];
  const refusals = Object.entries(responses).filter(([status]) => status !== "200");
  const shownSample = sample !== undefined && JSON.stringify(sample, null, 2).length < 1500 ? `<pre class="page-code" tabindex="0"><code>${escape(JSON.stringify(sample, null, 2))}</code></pre>` : "";
  const about = said ? `<p>${prose(said)}</p>` : said_in_english(summary, lang);
  return `<details class="docs-op" id="${operationId}"><summary><span class="docs-method">${method}</span> <code>${escape(path)}</code></summary>
${about}${description && lang === "en" ? said_in_english(description, lang) : ""}
<pre class="page-code" tabindex="0" data-curl="${operationId}"><code>${escape(example(operation, document))}</code></pre>
${byKey(operation, words)}${asked.length || shape ? `<h3>${words.request}</h3>${table([...asked, ...rows(shape, words, lang)], words)}` : ""}
<h3>${words.answer}</h3><p>${schema ? type(schema, words) : media ? `<code>${media}</code>` : `<code>null</code>`}</p>${shownSample}
<h3>${words.refusals}</h3><ul>${refusals.map(([status, one]) => one.description.split("\n").map((line) => `<li><b>${status}</b> <span${lang === "en" ? "" : ' lang="en"'}>${prose(line)}</span></li>`).join("")).join("")}</ul>
</details>`;
}

/** Which keys lead there. */
function byKey({ security }, words) {
  const ways = security.flatMap((one) => Object.entries(one)).filter(([name]) => name.endsWith("Key"));
  if (!ways.length) return "";
  const any = ways.length > 1 && ways.every(([, scopes]) => !scopes.length);
  const said = any ? [words.any_key] : ways.map(([name, scopes]) => (name === "brandKey" ? `${words.brand_key} <code>${escape(scopes[0])}</code>` : words.personal_key));
  return `<p><b>${words.by_key}</b>: ${said.join(", ")}</p>`;
}

function table(rows, words) {
  if (!rows.length) return "";
  return `<div class="docs-wide"><table><thead><tr><th scope="col">${words.field}</th><th scope="col">${words.type}</th><th scope="col">${words.says}</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function fields(schema, words, lang) {
  if (schema.oneOf) return `<ul>${schema.oneOf.map((one) => `<li>${one.enum ? one.enum.map((word) => `<code>"${escape(word)}"</code>`).join(" ") : Object.entries(one.properties).map(([name, inside]) => `<code>{"${escape(name)}": …}</code> ${type(inside, words)} <span${lang === "en" ? "" : ' lang="en"'}>${prose(one.description ?? "")}</span>`).join("")}</li>`).join("")}</ul>`;
  if (schema.properties) return table(rows(schema, words, lang), words);
  return `<p>${type(schema, words)}</p>`;
}

function rows(schema, words, lang) {
  return Object.entries(schema?.properties ?? {}).map(([name, inside]) => row(name, inside, schema.required?.includes(name), inside.description, words, lang));
}

function row(name, schema, needed, about, words, lang) {
  return `<tr><th scope="row"><code>${escape(name)}</code>${needed ? ` <small>${words.needed}</small>` : ""}</th><td data-column="${words.type}">${type(schema, words)}</td><td data-column="${words.says}"><span${lang === "en" ? "" : ' lang="en"'}>${prose(about ?? "")}</span></td></tr>`;
}

function type(schema, words) {
  if (schema.$ref) return `<a href="#shape-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  const all = schema.anyOf ?? schema.oneOf;
  if (all) return all.map((one) => type(one, words)).join(" | ");
  if (schema.enum) return schema.enum.map((word) => `<code>"${escape(word)}"</code>`).join(" | ");
  if (schema.type === "array") return `${words.list} ${schema.items ? type(schema.items, words) : (schema.prefixItems ?? []).map((one) => type(one, words)).join(", ")}`;
  const name = [schema.type ?? "any"].flat().join(" | ");
  return `<code>${name}</code>${schema.maxLength ? ` ≤ ${schema.maxLength}` : ""}`;
}
