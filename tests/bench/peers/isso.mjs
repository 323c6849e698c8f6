// isso, from PyPI, under gunicorn: its own client, its own server.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../harness/ports.mjs";
import { run } from "../../../scripts/shell.mjs";
import { entries } from "./entries.mjs";
import { cache, isThere, post, serve } from "./peer.mjs";

const VERSION = "0.14.0";

export function isso() {
  const home = cache(`isso-${VERSION}`);
  return {
    name: `isso ${VERSION}`,
    key: "isso",
    mark: ({ origin }) => `<script data-isso="${origin}/" data-isso-max-comments-top="inf" data-isso-max-comments-nested="inf" src="${origin}/js/embed.min.js" async></script><section id="isso-thread" data-title="Stove-top Kettle"></section>`,
    entry: "#isso-root .isso-text p",
    field: ".isso-textarea",
    async install() {
      if (isThere(join(home, "bin", "gunicorn"))) return;
      await run("python3", ["-m", "venv", home], { keep: "everything" });
      await run(join(home, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", `isso==${VERSION}`, "gunicorn"], { keep: "everything" });
    },
    async start({ host }) {
      const folder = mkdtempSync(join(tmpdir(), "chie-isso-"));
      const port = await freePort();
      const settings = join(folder, "isso.cfg");
      writeFileSync(settings, `[general]\ndbpath = ${join(folder, "comments.db")}\nhost = ${host}/\nnotify =\n[server]\nlisten = http://127.0.0.1:${port}\n[guard]\nenabled = false\n`);
      const upstream = `http://127.0.0.1:${port}`;
      const { stop, pid } = await serve({
        name: "isso", program: join(home, "bin", "gunicorn"), args: ["-b", `127.0.0.1:${port}`, "isso.run"],
        env: { ISSO_SETTINGS: settings }, cwd: folder, url: `${upstream}/js/embed.min.js`, folder,
      });
      for (const { author, text } of entries()) {
        await post(`${upstream}/new?uri=${encodeURIComponent("/isso/")}`, { text, author, title: "Stove-top Kettle", email: null, website: null, parent: null }, { origin: host });
      }
      return { upstream, pid, stop: async () => { await stop(); rmSync(folder, { recursive: true, force: true }); } };
    },
  };
}
