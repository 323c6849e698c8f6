// Free ports, listening on loopback, and names under `localhost` for programs whose resolver does not know them.
import dns from "node:dns";
import { createServer } from "node:http";
import { createServer as createPlainServer } from "node:net";

/** A port that nobody listens on right now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createPlainServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Whether somebody listens on a port of this machine's loopback. */
export function isTaken(port) {
  return new Promise((resolve) => {
    const probe = createPlainServer().once("error", () => resolve(true));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(false)));
  });
}

/** Serves `handle` on loopback, IPv6 as well where there is one. Resolves to a function that stops it. */
export async function listen(port, handle) {
  const servers = await Promise.all(["127.0.0.1", "::1"].map((host) => new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      Promise.resolve(handle(request, response)).catch((error) => {
        console.error(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
    server.once("error", host === "::1" ? () => resolve(undefined) : reject);
    server.listen(port, host, () => resolve(server));
  })));
  return () => Promise.all(servers.map((server) => new Promise((resolve) => {
    if (!server) return resolve();
    server.close(resolve);
    server.closeAllConnections();
    return undefined;
  })));
}

/** Browsers know that `*.localhost` is this machine; Node asks the system, which often does not. */
export function knowLocalNames() {
  if (dns.lookup.knowsLocalNames) return;
  for (const holder of [dns, dns.promises]) {
    const { lookup } = holder;
    holder.lookup = (name, ...rest) => lookup(name.endsWith(".localhost") ? "127.0.0.1" : name, ...rest);
  }
  dns.lookup.knowsLocalNames = true;
}
