// WebKit itself, as Debian packages it: its driver speaks WebDriver, and a virtual screen holds the window.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../../scripts/shell.mjs";
import { freePort } from "../harness/ports.mjs";
import { Engine } from "./engine.mjs";

const LIBRARIES = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"];

/** What is missing, or nothing. */
export function missing() {
  const lacks = [];
  if (!ask("sh", ["-c", "command -v WebKitWebDriver"]) || !miniBrowser()) lacks.push("webkit2gtk-driver");
  if (!process.env.DISPLAY && !ask("sh", ["-c", "command -v Xvfb"])) lacks.push("xvfb");
  return lacks;
}

function miniBrowser() {
  const folders = LIBRARIES.filter((one) => existsSync(one)).flatMap((one) => readdirSync(one).filter((name) => name.startsWith("webkit2gtk-")).map((name) => join(one, name)));
  return folders.map((one) => join(one, "MiniBrowser")).find((one) => existsSync(one));
}

export async function start() {
  const running = [];
  const end = async () => {
    for (const one of running.splice(0).reverse()) {
      one.kill();
      if (one.exitCode === null && one.signalCode === null) await once(one, "exit");
    }
  };
  try {
    const display = process.env.DISPLAY || await screen(running);
    const port = await freePort();
    running.push(spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: display, LANG: "C.UTF-8", NO_AT_BRIDGE: "1" } }));
    return new Engine(await session(`http://127.0.0.1:${port}`, end));
  } catch (error) {
    await end();
    throw error;
  }
}

/** A virtual screen on a number that it chooses itself and says on its fourth channel. */
async function screen(running) {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  running.push(server);
  const [number] = await once(server.stdio[3], "data");
  return `:${String(number).trim()}`;
}

async function session(base, stop) {
  const send = async (method, path, content) => {
    const answer = await fetch(base + path, { method, headers: { "content-type": "application/json" }, body: content && JSON.stringify(content) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKit refused ${path}: ${value?.message}`);
    return value;
  };
  await untilListening(base);
  const wish = { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } };
  const { sessionId } = await send("POST", "/session", { capabilities: { alwaysMatch: wish } });
  const path = `/session/${sessionId}`;
  return {
    go: (url) => send("POST", `${path}/url`, { url }),
    reload: () => send("POST", `${path}/refresh`, {}),
    call: (text, args) => send("POST", `${path}/execute/sync`, { script: `return (${text})(...arguments);`, args }),
    perform: (actions) => send("POST", `${path}/actions`, { actions }),
    end: async () => {
      await send("DELETE", path).catch(() => {});
      await stop();
    },
  };
}

async function untilListening(base) {
  const late = Date.now() + 10_000;
  for (;;) {
    if (await fetch(`${base}/status`).then((answer) => answer.ok, () => false)) return;
    if (Date.now() > late) throw new Error("WebKit's driver does not answer.");
    await new Promise((resolve) => { setTimeout(resolve, 30); });
  }
}
