// A brand's own server that hears of webhooks, as the documents show it: the code of `www/docs/webhooks`, run as it stands. And signing
// by hand, for whatever is not sent from here.
import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { php } from "../../scripts/setup-pages.mjs";

const run = promisify(execFile);
const shown = (name) => readFileSync(new URL(`../../www/docs/webhooks/${name}`, import.meta.url), "utf8");
const environment = (secret, headers, body) => ({
  PATH: process.env.PATH, CHIE_WEBHOOK_SECRET: secret, HEADERS: JSON.stringify(headers), BODY: body,
});

/** What the snippets make of a request, by their languages. PHP is there where its program is. */
export const RECEIVERS = {
  node: async (secret, headers, body) => {
    const text = `${shown("node.mjs")}\nconst { HEADERS, BODY } = process.env;\nprocess.stdout.write(JSON.stringify(heard(JSON.parse(HEADERS), BODY)));`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", text], { env: environment(secret, headers, body) });
    return JSON.parse(stdout);
  },
  ...(php() && {
    php: async (secret, headers, body) => {
      const text = `${shown("php.php").replace(/^<\?php/, "")}\necho json_encode(chie_heard(json_decode(getenv("HEADERS"), true), getenv("BODY")));`;
      return JSON.parse((await run(php(), ["-r", text], { env: environment(secret, headers, body) })).stdout);
    },
  }),
};

/** The headers of a request that is signed for another moment. */
export function signedBy(secret, id, at, body) {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(at), "webhook-signature": `v1,${signature}` };
}
