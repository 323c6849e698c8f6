// Firefox, driven over WebDriver BiDi, which it speaks by itself: one socket, one page, a profile that is thrown away.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ask } from "../../scripts/shell.mjs";
import { Engine } from "./engine.mjs";

const program = () => ["firefox-esr", "firefox"].find((name) => ask("sh", ["-c", `command -v ${name}`]));

/** What is missing, or nothing. */
export const missing = () => (program() ? [] : ["firefox-esr"]);

export async function start() {
  const profile = mkdtempSync(join(tmpdir(), "chie-firefox-"));
  const browser = spawn(program(), ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const stop = async () => {
    browser.kill();
    if (browser.exitCode === null && browser.signalCode === null) await once(browser, "exit");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return new Engine(await session(await address(browser), stop));
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Firefox says where it listens. */
async function address(browser) {
  for await (const line of createInterface(browser.stderr)) {
    const found = line.match(/WebDriver BiDi listening on (ws:\S+)/)?.[1];
    if (found) {
      browser.stderr.resume();
      return found;
    }
  }
  throw new Error("Firefox ended before it listened.");
}

async function session(url, stop) {
  const socket = new WebSocket(`${url}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("Firefox does not answer."));
  });
  const waiting = new Map();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    const [resolve, reject] = waiting.get(message.id) ?? [];
    waiting.delete(message.id);
    if (message.type === "success") resolve?.(message.result);
    else if (message.type === "error") reject?.(new Error(`Firefox refused: ${message.message}`));
  };
  const send = (method, params) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, [resolve, reject]);
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  await send("session.new", { capabilities: {} });
  const { contexts: [{ context }] } = await send("browsingContext.getTree", {});
  return {
    go: (page) => send("browsingContext.navigate", { context, url: page, wait: "complete" }),
    reload: () => send("browsingContext.reload", { context, wait: "complete" }),
    async call(text, args) {
      const functionDeclaration = `async (text) => JSON.stringify(await (${text})(...JSON.parse(text)) ?? null)`;
      const { type, result, exceptionDetails } = await send("script.callFunction", {
        functionDeclaration, arguments: [{ type: "string", value: JSON.stringify(args) }], awaitPromise: true, target: { context },
      });
      if (type === "exception") throw new Error(exceptionDetails.text);
      return JSON.parse(result.value);
    },
    perform: (actions) => send("input.performActions", { context, actions }),
    async end() {
      await send("session.end", {}).catch(() => {});
      socket.close();
      await stop();
    },
  };
}
