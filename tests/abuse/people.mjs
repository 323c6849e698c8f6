// Who writes in the measurements and tests of waves: newcomers from networks of their own, and the work that their programs do.
import { createHash } from "node:crypto";

/** A network that only this name has: an address in a /64 of the documentation's range. */
export function networkOf(name) {
  const digits = createHash("sha256").update(name).digest("hex");
  return `2001:db8:${digits.slice(0, 4)}:${digits.slice(4, 8)}::1`;
}

/** A person of the harness as somebody who comes from outside: everything of theirs names their network. */
export function asNewcomer(guest, network, more = {}) {
  const headers = { "x-chie-network": network, "chie-form": "took=30000", ...more };
  const send = guest.send.bind(guest);
  guest.headers = headers;
  guest.send = (method, rest, body, options = {}) => send(method, rest, body, { ...options, headers: { ...headers, ...options.headers } });
  return guest;
}

/** Finds the number of a challenge, as a browser does. */
export function solve({ algorithm, challenge, maxnumber, salt, signature }) {
  for (let number = 0; number <= maxnumber; number += 1) {
    if (createHash("sha256").update(salt + number).digest("hex") === challenge) {
      return Buffer.from(JSON.stringify({ algorithm, challenge, number, salt, signature })).toString("base64url");
    }
  }
  throw new Error("There is no such number.");
}

const THINGS = ["kettle", "lid", "handle", "filter", "spout", "base", "cord", "switch", "whistle", "window"];
const TROUBLES = ["leaks", "rattles", "sticks", "smells of plastic", "hums", "drips on the table", "wobbles", "clicks all night"];

/** A question that nobody else asks. */
export const somethingElse = (turn) => `My ${THINGS[turn % 10]} ${TROUBLES[Math.floor(turn / 10) % 8]} since week ${turn}`;
