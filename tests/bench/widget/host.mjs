// The page around each contender: a maker's product page, the same for all, on another site than what it embeds.
import { brotliCompressSync } from "node:zlib";
import { startFront } from "../../harness/front.mjs";

const STYLE = "body{margin:0;font:17px/1.6 system-ui,sans-serif;color:#23262b;background:#fff}main{max-width:46rem;margin:0 auto;padding:16px}h1{font-size:1.6rem;margin:.4em 0}.e{border-top:1px solid #ddd;padding:12px 0}.e p{margin:.2em 0}textarea{width:100%;font:inherit}";

/** `mark` is the contender's HTML where comments stand. */
export const page = (mark, head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Stove-top Kettle</title><link rel="icon" href="data:,"><style>${STYLE}</style>${head}</head>
<body><main><h1>Stove-top Kettle</h1><p>A litre and a half, a whistle in two notes, and a handle that stays cool. Made to be repaired: every part can be had for fifteen years.</p>
${mark}
</main></body></html>`;

/** Bytes of the page with nothing in it: what every contender stands on. */
export const bareBytes = () => brotliCompressSync(Buffer.from(page(""))).length;

/** Serves the pages: `pages` maps a name to `{ mark, head }`. */
export function startHost({ port, pages }) {
  const files = Object.fromEntries(Object.entries(pages).map(([name, { mark, head }]) => [`/${name}/`, { type: "text/html; charset=utf-8", body: page(mark, head) }]));
  return startFront({ port, files });
}
