import { createHmac, timingSafeEqual } from "node:crypto";

const key = Buffer.from(process.env.CHIE_WEBHOOK_SECRET.replace("whsec_", ""), "base64");

/** `headers` and the body as it came, its very bytes: what happened, or nothing where nobody here signed it lately. */
export function heard(headers, body) {
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signatures } = headers;
  if (!(Math.abs(Date.now() / 1000 - at) < 300)) return null;
  const right = createHmac("sha256", key).update(`${id}.${at}.${body}`).digest();
  const fits = String(signatures).split(" ").some((one) => {
    const given = Buffer.from(one.replace("v1,", ""), "base64");
    return given.length === right.length && timingSafeEqual(given, right);
  });
  return fits ? JSON.parse(body) : null; // its `id` comes again where your answer was lost: do everything once
}
