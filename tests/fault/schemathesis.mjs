// Schemathesis against the OpenAPI document that describes the running API: whatever it makes up out of the document, nothing breaks, answers are of a
// kind and with a status that the document names, and routes that need somebody refuse whoever brings nothing or something made up.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { run, say } from "../../scripts/shell.mjs";
import { cache } from "../bench/peers/peer.mjs";
import { startStack } from "../harness/stack.mjs";

const VERSION = "4.32.5";
/** What is checked. Bodies are checked against the document by `tests/api/openapi.spec.mjs`, with what people really write. */
const CHECKS = ["not_a_server_error", "content_type_conformance", "ignored_auth"];

async function program() {
  const home = cache(`schemathesis-${VERSION}`);
  const path = join(home, "bin", "schemathesis");
  if (!existsSync(path)) {
    await run("python3", ["-m", "venv", home], { keep: "everything" });
    await run(join(home, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", `schemathesis==${VERSION}`], { keep: "everything" });
  }
  return path;
}

/** `examples` for each operation; where PyPI is out of reach, one line says so. */
export async function schemathesis({ examples = 30 } = {}) {
  const path = await program().catch((error) => say(`Schemathesis could not be installed: skipped (${error.message.split("\n")[0]})`));
  if (!path) return;
  const stack = await startStack({ testHooks: true });
  try {
    await run(path, ["run", `${stack.chie}/docs/openapi.json`, "--origin", stack.chie, "--checks", CHECKS.join(","), "--max-examples", String(examples), "--phases", "examples,coverage,fuzzing", "--seed", "7", "--suppress-health-check", "all", "--warnings", "off", "--no-color"], { keep: "everything" });
  } finally {
    await stack.stop();
  }
}
