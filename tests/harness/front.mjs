// One and the same front for every contender, so that bytes compare: it passes requests on and compresses what comes back
// as a content network would, by brotli. What may be kept for long, and every file, at the highest quality (made once,
// ahead of time); answers made for one request at quality 5. What networks leave alone stays as the origin sent it.
import { createHash } from "node:crypto";
import { request as ask } from "node:http";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { listen } from "./ports.mjs";

/** Types that content networks compress; the rest travels as it is. */
const COMPRESSED = /^(text\/|application\/(javascript|json|wasm|xml|xhtml\+xml|manifest\+json)|image\/svg\+xml)/;
const PASSED_ON = new Set(["content-type", "cache-control", "location", "vary", "etag", "timing-allow-origin", "cross-origin-resource-policy", "content-encoding", "set-cookie"]);
const made = new Map();

function compressed(body, quality) {
  const key = `${quality} ${createHash("sha256").update(body).digest("hex")}`;
  if (!made.has(key)) made.set(key, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
  return made.get(key);
}

/**
 * Listens on `port`. `files` maps a path to `{ type, body, cache }`; everything else goes to `upstream` (an origin), once `held(path)`
 * has resolved. The result's `log` collects `{ method, path, bytes }` of what went out, bodies only.
 */
export async function startFront({ port, upstream, files = {}, held = async () => {} }) {
  const log = [];
  const close = await listen(port, async (request, response) => {
    const { pathname } = new URL(request.url, "http://front.example");
    await held(pathname);
    const answer = files[pathname]
      ? { status: 200, headers: { "content-type": files[pathname].type, "cache-control": files[pathname].cache ?? "public, max-age=31536000", "access-control-allow-origin": "*" }, body: Buffer.from(files[pathname].body), file: true }
      : await passOn(request, upstream);
    const { headers } = answer;
    let { body } = answer;
    if (COMPRESSED.test(headers["content-type"] ?? "") && body.length > 64) {
      if (headers["content-encoding"] === "br") body = brotliDecompressSync(body);
      // A script that names the origin's own address names this one instead.
      if (upstream && /javascript/.test(headers["content-type"])) body = Buffer.from(body.toString().replaceAll(upstream, `http://localhost:${port}`));
      body = compressed(body, answer.file || isFile(pathname, headers) ? 11 : 5);
      headers["content-encoding"] = "br";
    }
    log.push({ method: request.method, path: request.url, bytes: body.length });
    response.writeHead(answer.status, { ...headers, "content-length": body.length }).end(request.method === "HEAD" ? undefined : body);
  });
  return { log, close };
}

const isFile = (path, headers) => /\.(js|mjs|css|wasm|svg)$/.test(path) || /max-age=\d{5,}/.test(headers["cache-control"] ?? "");

function passOn(request, upstream) {
  if (!upstream) return { status: 404, headers: {}, body: Buffer.alloc(0) };
  return new Promise((resolve, reject) => {
    const onward = ask(new URL(request.url, upstream), { method: request.method, headers: { ...request.headers, host: new URL(upstream).host, "accept-encoding": "br" } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const kept = Object.entries(answer.headers).filter(([name]) => PASSED_ON.has(name) || name.startsWith("access-control-"));
        resolve({ status: answer.statusCode, headers: Object.fromEntries(kept), body: Buffer.concat(parts) });
      });
      answer.on("error", reject);
    });
    onward.on("error", reject);
    request.pipe(onward);
  });
}
