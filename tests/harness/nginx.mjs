// A real caching proxy in front of a server: nginx, as Debian packages it, in a folder of its own. It keeps what the server lets shared
// caches keep (`CDN-Cache-Control` before `Cache-Control`, as the platform's cache does), under the address alone, and minds `Vary`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "./ports.mjs";

const PLACES = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];

/** What is missing, or nothing. */
export const missing = () => (PLACES.some((one) => existsSync(one)) ? [] : ["nginx"]);

/** Starts it in front of an origin. `stop` ends it and takes its folder away. */
export async function startProxy(origin) {
  const folder = mkdtempSync(join(tmpdir(), "chie-proxy-"));
  // Its workers are somebody else where it is started by root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { host } = new URL(origin);
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, port, host));
  const child = spawn(PLACES.find((one) => existsSync(one)), ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], { stdio: ["ignore", "ignore", "inherit"] });
  const stop = async () => {
    child.kill("SIGQUIT");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
  const proxy = { port, stop };
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`nginx ended with ${child.exitCode ?? child.signalCode}`);
    const answer = await ask(proxy, "/proxy-is-up").catch(() => undefined);
    if (answer?.status === 204) return proxy;
    // It says nothing when it begins to listen; the machine is left to it meanwhile.
    await setTimeout(20);
  }
}

function configuration(folder, port, upstream) {
  return `
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log warn;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxied;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=kept:4m levels=1:2;
  map $upstream_http_cdn_cache_control $says { "" $upstream_http_cache_control; default $upstream_http_cdn_cache_control; }
  map $says $leave { "" 1; ~*(no-store|no-cache|private|max-age=0) 1; default 0; }
  server {
    listen 127.0.0.1:${port};
    location = /proxy-is-up { return 204; }
    location / {
      proxy_pass http://127.0.0.1:${upstream.split(":").at(-1)};
      proxy_set_header Host ${upstream};
      # Only tests name a room: so each begins with nothing kept.
      proxy_set_header X-Cache-Room "";
      proxy_cache kept;
      proxy_cache_key $http_x_cache_room$request_uri;
      proxy_ignore_headers Cache-Control Expires;
      proxy_cache_valid any 60s;
      proxy_no_cache $leave;
      add_header X-Cache $upstream_cache_status always;
    }
  }
}
`;
}

/** One request as it is written: `fetch` would refuse some of these headers. */
export function ask({ port }, path, { method = "GET", headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, setHost: !Object.keys(headers).some((name) => name.toLowerCase() === "host"), agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part)).on("end", () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: answer.statusCode, headers: answer.headers, bytes, text: bytes.toString(), cache: answer.headers["x-cache"] });
      }).on("error", reject);
    });
    asked.on("error", reject).end();
  });
}
