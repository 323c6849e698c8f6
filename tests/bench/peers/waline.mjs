// Waline, from npm, with SQLite: its own client as its documents embed it, its own server.
import { once } from "node:events";
import { createServer } from "node:http";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../harness/ports.mjs";
import { run } from "../../../scripts/shell.mjs";
import { entries } from "./entries.mjs";
import { cache, isThere, post, serve } from "./peer.mjs";

const CLIENT = "3.15.2";
const SERVER = "1.39.3";

/** The tables that its server expects to find. */
const TABLES = `
CREATE TABLE wl_Comment (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INT, comment TEXT, insertedAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP, ip VARCHAR(100) DEFAULT '', link VARCHAR(255), mail VARCHAR(255), nick VARCHAR(255), pid INT, rid INT, sticky NUMERIC, status VARCHAR(50) NOT NULL DEFAULT '', "like" INT, ua TEXT, url VARCHAR(255), createdAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updatedAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE wl_Counter (id INTEGER PRIMARY KEY AUTOINCREMENT, time INT, reaction0 INT, reaction1 INT, reaction2 INT, reaction3 INT, reaction4 INT, reaction5 INT, reaction6 INT, reaction7 INT, reaction8 INT, url VARCHAR(255) NOT NULL DEFAULT '', createdAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updatedAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE wl_Users (id INTEGER PRIMARY KEY AUTOINCREMENT, display_name VARCHAR(255) NOT NULL DEFAULT '', email VARCHAR(255) NOT NULL DEFAULT '', password VARCHAR(255) NOT NULL DEFAULT '', type VARCHAR(50) NOT NULL DEFAULT '', label VARCHAR(255), url VARCHAR(255), avatar VARCHAR(255), github VARCHAR(255), twitter VARCHAR(255), facebook VARCHAR(255), google VARCHAR(255), weibo VARCHAR(255), qq VARCHAR(255), oidc VARCHAR(255), "2fa" VARCHAR(32), createdAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updatedAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
`;

export function waline() {
  const home = cache(`waline-${CLIENT}-${SERVER}`);
  const packages = join(home, "node_modules", "@waline");
  return {
    name: `Waline ${CLIENT}`,
    key: "waline",
    head: ({ origin }) => `<link rel="stylesheet" href="${origin}/waline.css">`,
    mark: ({ origin }) => `<div id="waline"></div><script type="module">import{init}from"${origin}/waline.js";init({el:"#waline",serverURL:"${origin}",path:"/waline/",lang:"en",pageSize:50,emoji:false,search:false})</script>`,
    entry: ".wl-card .wl-content",
    field: "#wl-edit",
    files: () => ({
      "/waline.js": { type: "text/javascript; charset=utf-8", body: readFileSync(join(packages, "client", "dist", "waline.js")) },
      "/waline.css": { type: "text/css; charset=utf-8", body: readFileSync(join(packages, "client", "dist", "waline.css")) },
    }),
    async install() {
      if (isThere(join(packages, "vercel", "vanilla.js"))) return;
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, "package.json"), '{"private":true}');
      await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel", "error", `@waline/client@${CLIENT}`, `@waline/vercel@${SERVER}`], { cwd: home, keep: "everything" });
    },
    async start() {
      const folder = mkdtempSync(join(tmpdir(), "chie-waline-"));
      const port = await freePort();
      // Before each answer the server asks its makers which accounts one may sign in with: none here.
      const makers = createServer((_, response) => response.end('{"services":[]}')).listen(await freePort(), "127.0.0.1");
      await once(makers, "listening");
      const { DatabaseSync } = await import("node:sqlite");
      const database = new DatabaseSync(join(folder, "waline.sqlite"));
      database.exec(TABLES);
      database.close();
      const upstream = `http://127.0.0.1:${port}`;
      const { stop, pid } = await serve({
        name: "Waline", program: process.execPath, args: [join(packages, "vercel", "vanilla.js"), port], cwd: folder, folder,
        env: {
          SQLITE_PATH: folder, JWT_TOKEN: "of-this-run", IPQPS: "0", AKISMET_KEY: "false", DISABLE_REGION: "true",
          OAUTH_URL: `http://127.0.0.1:${makers.address().port}`, GRAVATAR_STR: "data:,",
        },
        url: `${upstream}/api/comment?type=count&url=/`,
      });
      for (const { author, text } of entries()) {
        const taken = await post(`${upstream}/api/comment`, { comment: text, nick: author, url: "/waline/", mail: "", link: "", ua: "" });
        if (taken.errno) throw new Error(`Waline refused: ${taken.errmsg}`);
      }
      return { upstream, pid, stop: async () => { await stop(); makers.close(); rmSync(folder, { recursive: true, force: true }); } };
    },
  };
}
