// The site that another engine visits: a page on a second origin, and between it and Chie a front that can hold the program
// back, so that what happens before taking over is seen however fast the machine is.
import { startFront } from "../harness/front.mjs";
import { origins } from "../harness/actors.mjs";
import { freePort, knowLocalNames } from "../harness/ports.mjs";

const PROGRAM = /^\/w\/embed-[0-9a-f]+\.wasm$/;

/** `page({ brand, head })` gives the address of a page with the tag; `hold()` keeps the program back until `letGo()`. */
export async function startSite() {
  knowLocalNames();
  let opened = Promise.resolve();
  let letGo = () => {};
  const chie = await freePort();
  const front = await startFront({ port: chie, upstream: origins().chie, held: (path) => (PROGRAM.test(path) ? opened : undefined) });
  const files = {};
  const port = await freePort();
  const host = await startFront({ port, files });
  return {
    page({ brand, head = "" }) {
      const path = `/${brand}/${Object.keys(files).length}`;
      const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Stove-top Kettle</title><link rel="icon" href="data:,">${head}</head>
<body><h1>Stove-top Kettle</h1><script src="http://localhost:${chie}/chie.js" data-brand="${brand}" data-product="kettle" data-root="open" async></script></body></html>`;
      files[path] = { type: "text/html; charset=utf-8", body, cache: "no-store" };
      return `http://127.0.0.1:${port}${path}`;
    },
    hold() {
      opened = new Promise((resolve) => { letGo = resolve; });
    },
    letGo: () => letGo(),
    async close() {
      letGo();
      await host.close();
      await front.close();
    },
  };
}
