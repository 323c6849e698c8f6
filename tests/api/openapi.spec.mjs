// The document of the API says what is served: every route is in it, every sample of the contract and every real answer fits its
// schemas, and every request that it shows is understood as it is shown.
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { example, operations } from "../../scripts/reference.mjs";
import { Console, Guest, newBrand, ok, origins } from "../harness/actors.mjs";

const domain = new URL("../../domain/", import.meta.url);
const document = async () => (await fetch(`${origins().chie}/docs/openapi.json`)).json();

/** What in a value does not fit a schema; nothing where it fits. */
function misfits(value, schema, all, at = "$") {
  if (schema === undefined) return [];
  if (schema.$ref) return misfits(value, all[schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1)], all, at);
  const wrong = [];
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) {
    const fits = choices.filter((one) => !misfits(value, one, all, at).length).length;
    if (fits !== 1) wrong.push(`${at}: ${JSON.stringify(value)?.slice(0, 80)} fits ${fits} of ${choices.length} choices`);
  }
  if (schema.enum && !schema.enum.includes(value)) wrong.push(`${at}: ${value} is none of ${schema.enum}`);
  if (schema.type) {
    const kind = value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
    const wanted = [schema.type].flat();
    if (!wanted.includes(kind) && !(kind === "integer" && wanted.includes("number"))) wrong.push(`${at}: ${kind}, not ${wanted}`);
  }
  if (typeof value === "string") {
    if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) wrong.push(`${at}: ${value} is not like ${schema.pattern}`);
    if (schema.maxLength && [...value].length > schema.maxLength) wrong.push(`${at}: too long`);
  }
  if (Array.isArray(value)) {
    value.forEach((one, place) => wrong.push(...misfits(one, schema.prefixItems?.[place] ?? schema.items, all, `${at}[${place}]`)));
    if (schema.minItems > value.length || schema.maxItems < value.length) wrong.push(`${at}: ${value.length} entries`);
  } else if (value && typeof value === "object") {
    for (const name of schema.required ?? []) if (!(name in value)) wrong.push(`${at}: ${name} is missing`);
    for (const [name, inside] of Object.entries(value)) {
      if (!schema.properties) continue;
      // Answers hold exactly what is documented: an undocumented field is a fault of the document.
      if (!(name in schema.properties)) wrong.push(`${at}: ${name} is not documented`);
      else wrong.push(...misfits(inside, schema.properties[name], all, `${at}.${name}`));
    }
  }
  return wrong;
}

test("the checker of schemas checks", () => {
  const all = { Row: { type: "object", properties: { id: { type: "string", pattern: "^t_" }, at: { type: ["integer", "null"] } }, required: ["id"] } };
  const row = { $ref: "#/components/schemas/Row" };
  expect(misfits({ id: "t_1", at: null }, row, all)).toEqual([]);
  expect(misfits({ id: "r_1", at: "x", more: 1 }, row, all)).toHaveLength(3);
  expect(misfits({}, row, all)).toHaveLength(1);
  expect(misfits("b", { oneOf: [{ enum: ["a"] }, { type: "object" }] }, all)).toHaveLength(1);
});

test("every route is in it, once, with the method and the path that it has", async () => {
  const source = readFileSync(new URL("src/api/route.rs", domain), "utf8");
  const [, table] = source.match(/pub enum Route \{\n([\s\S]*?)\n\}/);
  const routes = [...table.matchAll(/\/\/\/ `(\w+) ([^`]+)`\n\s+(\w+)/g)].map(([, method, path, name]) => [name[0].toLowerCase() + name.slice(1), `${method} ${path}`]);
  const found = operations(await document()).map((one) => [one.operationId, `${one.method} ${one.path}`]);
  expect(routes.length).toBeGreaterThan(80);
  expect(found.sort()).toEqual(routes.sort());
});

test("every sample of the contract fits the schema of what answers it", async () => {
  const { components: { schemas }, paths } = await document();
  let seen = 0;
  for (const one of operations({ paths })) {
    const { schema, example: sample } = one.responses[200].content["application/json"] ?? {};
    if (sample === undefined) continue;
    seen += 1;
    expect(misfits(sample, schema, schemas), one.operationId).toEqual([]);
  }
  expect(seen).toBeGreaterThan(60);
  expect(readdirSync(new URL("tests/golden/", domain)).length).toBeGreaterThan(60);
});

/** Who signed in where, so that nothing is refused for want of somebody. */
async function people(brand) {
  const guest = new Guest(brand, { site: undefined });
  guest.site = undefined;
  await guest.asks();
  return { guest, person: await new Console().signsIn() };
}

const UNREAD = ["bad_json", "unknown_field", "missing_field", "wrong_type", "bad_query", "idempotency_key_missing", "wrong_content_type", "method_not_allowed"];

test("every request is understood as it is shown, and its answer is one of those that are documented", async () => {
  const doc = await document();
  const brand = newBrand("api");
  const { guest, person } = await people(brand);
  const run = promisify(execFile);
  const env = { ...process.env, SESSION: guest.session, COOKIE: person.cookie.split("=")[1] };
  for (const one of operations(doc)) {
    const { operationId, requestBody } = one;
    // What ends a session or a person would change what comes after it; a file is not at hand here.
    if (["signOut", "eraseMe", "importCommunity", "postPhoto", "postPrivatePhoto", "postFace"].includes(operationId)) continue;
    const shown = example(one, doc).replaceAll("acme.example", brand);
    const { stdout } = await run("sh", ["-c", `${shown} -s -w '\n%{http_code}'`], { env, encoding: "utf8", maxBuffer: 1 << 24 });
    const at = stdout.lastIndexOf("\n");
    const [text, status] = [stdout.slice(0, at), stdout.slice(at + 1)];
    const said = `${operationId}: ${status} ${text.slice(0, 300)}`;
    const answer = one.responses[status];
    expect(answer, said).toBeTruthy();
    if (status === "200" && !answer.content["application/json"]) continue;
    const body = JSON.parse(text);
    expect(misfits(body, answer.content["application/json"].schema, doc.components.schemas), said).toEqual([]);
    if (status === "200") continue;
    expect(UNREAD, said).not.toContain(body.error.code);
    expect(answer.description, said).toContain(`\`${body.error.code}\``);
    if (requestBody) expect(misfits(requestBody.content["application/json"].example, requestBody.content["application/json"].schema, doc.components.schemas), said).toEqual([]);
  }
});

test("what people do is answered as the document says", async () => {
  const doc = await document();
  const fits = (operationId, body) => {
    const one = operations(doc).find((one) => one.operationId === operationId);
    expect(misfits(body, one.responses[200].content["application/json"].schema, doc.components.schemas), operationId).toEqual([]);
  };
  const brand = newBrand("api");
  const [asker, other] = [new Guest(brand), new Guest(brand)];
  const posted = await ok(asker.ask({ kind: "problem", mood: "sad", facts: "browser=Firefox 140" }));
  fits("postThread", posted);
  const thread = posted.thread.row.id;
  const replied = await ok(other.reply(thread));
  fits("postReply", replied);
  fits("setAccepted", await ok(asker.accept(replied.reply.id)));
  fits("setMeToo", await ok(other.meToo(thread)));
  fits("setStar", await ok(asker.star(replied.reply.id)));
  const company = await new Console().signsIn();
  fits("checkProof", await company.proves(brand));
  fits("claimThreads", await ok(company.claim(brand)));
  fits("postOfficialReply", await ok(company.answer(brand, thread)));
  fits("getDesk", await company.desk(brand));
  fits("getThread", await asker.thread(thread));
  fits("listThreads", await ok(asker.list()));
  fits("getCommunity", await asker.community());
  fits("getMine", await asker.mine());
  for (const [name, rest] of [["getPeople", "/people"], ["getWork", "/work"], ["getTriage", "/triage"], ["getOverview", "/overview"]]) {
    fits(name, await ok(company.send("GET", `/v1/communities/${brand}${rest}`)));
  }
  for (const [name, rest] of [["searchThreads", "/search?q=descale"], ["suggestThreads", "/likely?q=descale"], ["getHistory", "/history"], ["exportMe", "/me/export"]]) {
    fits(name, await ok(asker.send("GET", rest)));
  }
});
