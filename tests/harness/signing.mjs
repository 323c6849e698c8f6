// A brand's own server, as the documents show it: the code of `www/docs/sign-on` with this world's addresses and a key of the
// console's, run as it stands. And the same by hand, for whatever a server must not send.
import { execFile } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { php } from "../../scripts/setup-pages.mjs";
import { origins } from "./actors.mjs";

const run = promisify(execFile);
const shown = (name, brand) => readFileSync(new URL(`../../www/docs/sign-on/${name}`, import.meta.url), "utf8")
  .replaceAll("https://chie.example", origins().chie).replaceAll("acme.example", brand);

/** The page's part, with a token in it. */
export const pageWith = (brand, token) => shown("page.html", brand).replace("the token", token);

/** What the snippets sign, by their languages. PHP is there where its program is. */
export const SERVERS = {
  node: async (brand, key, who) => {
    const text = `${shown("node.mjs", brand)}\nprocess.stdout.write(signOn(${JSON.stringify(who)}));`;
    return (await run(process.execPath, ["--input-type=module", "-e", text], { env: environment(key) })).stdout;
  },
  ...(php() && {
    php: async (brand, key, { id, name }) => {
      const text = `${shown("php.php", brand).replace(/^<\?php/, "")}\necho chie_sign_on(getenv("ID"), getenv("NAME"));`;
      return (await run(php(), ["-r", text], { env: { ...environment(key), ID: id, NAME: name } })).stdout;
    },
  }),
};

const environment = ({ id, secret }) => ({ PATH: process.env.PATH, CHIE_KEY: id, CHIE_SECRET: secret });

export const encoded = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** A token by hand: what it says is changed by `header` and `claims`, the moment by `now`, the signature by `secret`. */
export function signed(brand, key, { header, claims, now = Date.now(), secret = key.secret } = {}) {
  const head = { alg: "HS256", typ: "JWT", kid: key.id, ...header };
  const body = {
    iss: brand, aud: `${origins().chie}/${brand}`, sub: "customer-7", exp: Math.floor(now / 1000) + 120, jti: randomUUID(), ...claims,
  };
  const message = `${encoded(head)}.${encoded(body)}`;
  return `${message}.${createHmac("sha256", secret).update(message).digest("base64url")}`;
}
