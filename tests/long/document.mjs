// schemathesis (PyPI) makes requests out of the API's own document, good ones and wrong ones, against the real Worker: none may break it, and
// each answer must have a status, a media type, headers and a form that the document names. Routes of the console are asked without its
// cookie, too, and must refuse. The control is a document that says something else than what is served.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Plain, run, say, step } from "../../scripts/shell.mjs";
import { pythonTool, SCHEMATHESIS } from "../../scripts/setup-python.mjs";
import { Console, Guest, newBrand, ok } from "../harness/actors.mjs";
import { startStack } from "../harness/stack.mjs";

const CHECKS = [
  "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance", "response_schema_conformance",
  "ignored_auth", "missing_required_header", "use_after_free",
];
/** Whoever does these is nobody afterwards, and a file of lines is nothing that it can make; they have tests of their own. */
const ENDS = ["eraseMe", "endMySessions", "signOut", "endSession", "importCommunity"];

/** For each operation so many requests at most. */
export async function documentTest({ examples = 25, seed = 20_260_901 } = {}) {
  const program = await pythonTool(SCHEMATHESIS);
  if (!program) return say("schemathesis cannot be installed here (it needs Python): left out.");
  const folder = mkdtempSync(join(tmpdir(), "chie-document-"));
  const stack = await startStack({ testHooks: true });
  Object.assign(process.env, { CHIE: stack.chie, CONSOLE: stack.console, BRAND: stack.brand, WORLD: stack.world });
  try {
    const at = await place();
    const document = await (await fetch(`${stack.chie}/docs/openapi.json`)).json();
    const st = (name, url, { tags, pinned = {}, headers = [], doc = document, only = [] }) => asked({ program, folder, name, url, tags, pinned, headers, doc, only, examples, seed });
    const guest = [`Authorization: Bearer ${at.guest.session}`, `Origin: ${at.guest.site}`];
    // Python knows no names under `localhost`: the console's host is said by hand.
    const { host, port } = new URL(stack.console);
    const owner = [`Host: ${host}`, `Cookie: ${at.owner.cookie}`, `Origin: ${stack.console}`, "X-Chie-Console: 1"];
    await step("as a guest", () => st("guest", stack.chie, { tags: ["public", "session"], pinned: at.things, headers: guest }));
    await step("as an owner", () => st("owner", `http://127.0.0.1:${port}`, { tags: ["console"], pinned: at.things, headers: owner }));
    await step("as a stranger, about things that are not here", () => st("stranger", stack.chie, { tags: ["public", "session"] }));
    const lying = structuredClone(document);
    const community = Object.values(lying.paths).map((path) => path.get).find((one) => one?.operationId === "getCommunity");
    community.responses[200].content["application/json"].schema = { type: "array" };
    const caught = await step("control: a document that lies", () => st("lying", stack.chie, { tags: ["public"], pinned: at.things, headers: guest, doc: lying, only: ["getCommunity"] }).then(() => false, () => true));
    if (!caught) throw new Plain("A document that says something else than what is served was not noticed.");
    return { passed: 4 };
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A community with a thing of each kind. */
async function place() {
  const brand = newBrand("o");
  const guest = new Guest(brand);
  const thread = await guest.asks({ kind: "problem", title: "The kettle leaks" });
  const reply = await new Guest(brand).replies(thread);
  const owner = await new Console().signsIn();
  const { proof } = await owner.proves(brand);
  const { id: claim } = await owner.claims(brand);
  const { me: { member } } = await guest.mine();
  await ok(guest.send("POST", "/flags", { about: reply, ground: "off_topic" }));
  return { guest, owner, things: { brand, thread, reply, post: thread, product: "kettle", proof: proof.id, claim, member, matter: reply } };
}

async function asked({ program, folder, name, url, tags, pinned, headers, doc, only, examples, seed }) {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(doc));
  const settings = join(folder, `${name}.toml`);
  writeFileSync(settings, ["[parameters]", ...Object.entries(pinned).map(([key, value]) => `"path.${key}" = ${JSON.stringify(value)}`)].join("\n"));
  const report = join(folder, `${name}.xml`);
  const args = [
    "--config-file", settings, "run", file, "--url", url, "--checks", CHECKS.join(","), "--phases", "examples,coverage,fuzzing", "--max-examples", String(examples),
    "--seed", String(seed), "--generation-database", "none", "--warnings", "off", "--no-color", "--continue-on-failure", "--suppress-health-check", "all", "--request-timeout", "15",
    "--report", "junit", "--report-junit-path", report,
    ...tags.flatMap((tag) => ["--include-tag", tag]), ...only.flatMap((one) => ["--include-operation-id", one]), ...ENDS.flatMap((one) => ["--exclude-operation-id", one]),
    ...headers.flatMap((one) => ["-H", one]),
  ];
  await run(program, args, { keep: "everything", cwd: folder });
  say(`  ${/tests="(\d+)"/.exec(readFileSync(report, "utf8"))?.[1] ?? "no"} operations`);
}
