// Web servers of other people, on one port: the brand's own site (host 127.0.0.1), a fan's blog (fan.localhost), a
// second maker (kettle.localhost) and a workshop's log (workshop.localhost). All embed Chie; the brand's also holds the evidence that a person puts there
// and hears of webhooks.
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { listen } from "./ports.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif",
  ".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2", ".json": "application/json",
};

/** Starts all sites. `folder` holds `acme`, and `<name>` for each `<name>.localhost`; `__CHIE__` in their pages becomes Chie's origin. */
export async function startBrand({ port, folder, chie, state }) {
  return { close: await listen(port, (request, response) => handle({ folder, chie, state }, request, response)) };
}

async function handle(site, request, response) {
  const { method, headers } = request;
  const url = new URL(request.url, `http://${headers.host ?? "127.0.0.1"}`);
  const which = url.hostname.match(/^([a-z]+)\.localhost$/)?.[1] ?? "acme";
  site.state.noteSeen({ at: Date.now(), method, host: headers.host, path: request.url, headers });
  if (method === "POST" && url.pathname.startsWith("/hooks/")) return hook(site.state, url.pathname, request, response);
  if (!["GET", "HEAD"].includes(method)) return plain(response, 405, "Only reading here.\n");
  const token = url.pathname.match(/^\/(?:\.well-known\/chie|elsewhere)\/([^/]+)$/)?.[1];
  if (token && which === "acme") return evidence(site.state, url, tryDecoding(token), response);
  return file(site, which, url.pathname, response);
}

/** The brand's own server hears of something, and answers as a test said it should. */
async function hook(state, path, request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  state.noteHook(path, { headers: request.headers, body: Buffer.concat(chunks).toString() });
  switch (state.hooks[path]?.how) {
    case "fail": return plain(response, 503, "Not now.\n");
    case "hang": return undefined;
    case "huge": return flood(response);
    case "redirect": return response.writeHead(307, { location: "/hooks/elsewhere" }).end();
    default: return response.writeHead(204).end();
  }
}

/** `/.well-known/chie/<token>`, with the ways in which a site can be slow, huge or evasive. */
function evidence({ site, misbehaviour }, url, token, response) {
  const body = site.files[token];
  const redirect = (location) => response.writeHead(302, { location }).end();
  const elsewhere = url.pathname.startsWith("/elsewhere/");
  switch (misbehaviour.site) {
    case "slow": return drip(response, body ?? "");
    case "huge": return flood(response);
    case "gzip":
      return response.writeHead(200, { "content-type": "text/plain", "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(64 << 20)));
    case "soft404":
      return response.writeHead(200, { "content-type": TYPES[".html"] }).end(`<h1>Nothing here</h1><p>We looked for ${token} everywhere.</p>`);
    case "redirect-out": return redirect(`http://elsewhere.example/.well-known/chie/${token}`);
    case "redirect-ip": return redirect(`http://192.0.2.1/.well-known/chie/${token}`);
    case "redirect-loop": return redirect(url.pathname);
    case "redirect-in": return elsewhere ? plain(response, 200, body ?? "") : redirect(`/elsewhere/${token}`);
    default: break;
  }
  return body === undefined || elsewhere ? plain(response, 404, "Not found.\n") : plain(response, 200, body);
}

async function file({ folder, chie, state }, which, path, response) {
  const found = await firstReadable(join(folder, which), path);
  if (!found) return plain(response, 404, "Not found.\n");
  const type = TYPES[extname(found.path)] ?? "application/octet-stream";
  let content = found.content;
  if (type.startsWith("text/html")) {
    content = content.toString().replaceAll("__CHIE__", chie);
    if (which === "acme" && path === "/" && state.site.meta) content = content.replace(/<head>/i, `<head>\n${metaTag(state.site.meta)}`);
  }
  response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(content);
}

async function firstReadable(base, path) {
  const clean = normalize(tryDecoding(path)).replace(/^(\.\.[/\\])+/, "");
  for (const candidate of [clean, join(clean, "index.html"), `${clean}.html`]) {
    const full = join(base, candidate);
    if (!full.startsWith(base) || full.includes("\0")) return undefined;
    try {
      return { path: full, content: await readFile(full) };
    } catch {
      // The next spelling of the same address may exist.
    }
  }
  return undefined;
}

function tryDecoding(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function metaTag(content) {
  const safe = content.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<meta name="chie-proof" content="${safe}">`;
}

function drip(response, body) {
  response.writeHead(200, { "content-type": "text/plain" });
  let sent = 0;
  const timer = setInterval(() => response.write(body[sent++] ?? " "), 1000);
  response.on("close", () => clearInterval(timer));
}

function flood(response) {
  response.writeHead(200, { "content-type": "text/plain" });
  const chunk = Buffer.alloc(64 << 10, "a");
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}

function plain(response, status, text) {
  response.writeHead(status, { "content-type": TYPES[".txt"], "cache-control": "no-store" }).end(text);
}
