// A caching proxy of somebody else's make, Debian's nginx, before any server: it keeps what its server says that a shared cache may keep, and
// nothing else.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./ports.mjs";

const program = () => ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"].find((path) => existsSync(path));

/** What is missing, or nothing. */
export const missing = () => (program() ? [] : ["nginx-light"]);

/** Starts it before `server`, an origin; resolves to its own origin and the way to stop it. */
export async function startProxy(server) {
  const folder = mkdtempSync(join(tmpdir(), "chie-nginx-"));
  const port = await freePort();
  const { host } = new URL(server);
  writeFileSync(join(folder, "nginx.conf"), `
    worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 256; }
    http {
      access_log off;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/temp; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      proxy_cache_path ${folder}/cache keys_zone=kept:1m;
      map $upstream_http_cdn_cache_control $unkept { default 0; "" 1; }
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass ${server};
          proxy_set_header Host ${host};
          proxy_http_version 1.1;
          proxy_cache kept;
          proxy_cache_key "$request_method$request_uri";
          proxy_ignore_headers Cache-Control Expires;
          proxy_cache_valid 200 2s;
          proxy_no_cache $unkept;
          add_header x-kept $upstream_cache_status always;
        }
      }
    }`);
  const child = spawn(program(), ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "ignore" });
  const gone = new Promise((resolve) => child.on("exit", resolve));
  const origin = `http://127.0.0.1:${port}`;
  const until = Date.now() + 10_000;
  for (let up = false; !up; ) {
    up = await fetch(origin, { method: "HEAD" }).then(() => true, () => false);
    if (!up && Date.now() > until) throw new Error(`nginx did not start: ${execFileSync(program(), ["-v"]).toString()}`);
  }
  return { origin, stop: async () => { child.kill(); await gone; rmSync(folder, { recursive: true, force: true }); } };
}
