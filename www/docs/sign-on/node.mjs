import { createHmac, randomUUID } from "node:crypto";

const { CHIE_KEY, CHIE_SECRET } = process.env; // kid and secret, as the console showed them

/** For each page that is drawn for somebody who is signed in: `id` is your own name for them, and stays the same. */
export function signOn({ id, name }) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const head = part({ alg: "HS256", typ: "JWT", kid: CHIE_KEY });
  const claims = part({
    iss: "acme.example",
    aud: "https://chie.example/acme.example",
    sub: String(id),
    name,
    exp: Math.floor(Date.now() / 1000) + 120,
    jti: randomUUID(),
  });
  const signature = createHmac("sha256", CHIE_SECRET).update(`${head}.${claims}`).digest("base64url");
  return `${head}.${claims}.${signature}`;
}
