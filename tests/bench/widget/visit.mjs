// One visit on a slow phone: a cold cache, 150 ms round trips, 1.44 Mbit/s, a processor four times as slow.
import { watch } from "./watch.mjs";

export const PHONE = { latency: 150, down: 1.44e6, up: 0.675e6, cpu: 4, screen: { width: 412, height: 823 } };
const TYPED = "hot";

/** Every visit has a context of its own, so that nothing is kept of an earlier one. `tap` taps as soon as one can read. */
export async function visit(browser, contender, { url, log, tap }) {
  const context = await browser.newContext({ viewport: PHONE.screen, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  try {
    await context.grantPermissions(["local-network-access"]).catch(() => {});
    const page = await context.newPage();
    const slow = await throttled(context, page);
    const { entry, field, live } = contender;
    await page.addInitScript(watch, { entry, field, live: live?.toString(), typed: TYPED, mustTap: tap });
    const before = log.length;
    await page.goto(url, { waitUntil: "commit" });
    await until(page, "__seen.readable");
    if (tap) await tapAndType(page, slow);
    const bytes = log.slice(before);
    if (!tap) await quiet(page, contender);
    return { ...(await page.evaluate(summary)), ...sums(tap ? bytes : log.slice(before)) };
  } catch (error) {
    throw new Error(`${contender.name}${tap ? ", tapped" : ""}: ${error.message}`);
  } finally {
    await context.close();
  }
}

async function throttled(context, page) {
  const slow = await context.newCDPSession(page);
  await slow.send("Network.enable");
  await slow.send("Network.emulateNetworkConditions", { offline: false, latency: PHONE.latency, downloadThroughput: PHONE.down / 8, uploadThroughput: PHONE.up / 8 });
  await slow.send("Emulation.setCPUThrottlingRate", { rate: PHONE.cpu });
  return slow;
}

const until = (page, expression) => page.waitForFunction(`typeof __seen === "object" && ${expression} !== null`, undefined, { polling: "raf", timeout: 30_000 });

/** The letters are sent at once, so that the way from here to the browser counts little. */
async function tapAndType(page, slow) {
  await until(page, "__seen.place");
  const [x, y] = await page.evaluate(() => globalThis.__seen.place);
  slow.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await slow.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await until(page, "__seen.focused");
  const sent = [];
  for (const text of TYPED) {
    const key = { key: text, code: `Key${text.toUpperCase()}` };
    sent.push(slow.send("Input.dispatchKeyEvent", { type: "keyDown", text, ...key }), slow.send("Input.dispatchKeyEvent", { type: "keyUp", ...key }));
  }
  await Promise.all(sent);
  await until(page, "__seen.ready");
}

/** Until the network and the main thread have rested for a second and, for ours, the live view stands there. */
async function quiet(page, { live }) {
  if (live) {
    await page.waitForFunction((text) => {
      const root = [...document.querySelectorAll("main *")].find((one) => one.shadowRoot)?.shadowRoot;
      return root && (0, eval)(`(${text})`)(root);
    }, live.toString(), { timeout: 30_000 });
  }
  await page.waitForFunction(() => {
    const last = Math.max(...performance.getEntriesByType("resource").map((one) => one.responseEnd), ...globalThis.__seen.tasks.map((one) => one.startTime + one.duration), 0);
    return performance.now() - last > 1000;
  }, undefined, { polling: 100, timeout: 30_000 });
}

/** Runs in the page. */
function summary() {
  const { readable, field, typed, kept, ready, tapped, tasks, shifts } = globalThis.__seen;
  return {
    readable, field, typed, kept, ready, tapped,
    blocked: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    cls: shifts.filter((one) => !one.hadRecentInput).reduce((sum, { value }) => sum + value, 0),
  };
}

const sums = (sent) => ({ bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), requests: sent.filter(({ method }) => method === "GET").length, sent });
