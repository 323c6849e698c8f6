// What an installation is told: production refuses what is for development and tests, and says which variable it is; without
// the hooks nothing of them works. Each test starts a Worker of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../harness/ports.mjs";
import { startWorker } from "../harness/wrangler.mjs";
import { newBrand, newKey, origins } from "../harness/actors.mjs";

const variables = () => ({
  ENVIRONMENT: "production", CHIE_ORIGIN: "https://chie.example", CONSOLE_ORIGIN: "https://console.chie.example", DEV_SITES: "", TEST_HOOKS: "",
  RESOLVERS: "https://one.example/q,https://two.example/q", MAIL: "http", MAIL_URL: "https://mail.chie.example", MAIL_KEY: "a-secret", MAIL_FROM: "chie@chie.example", OPERATORS: "",
});

/** Starts a Worker with these variables, asks it, and ends it. */
async function withWorker(given, work) {
  const state = mkdtempSync(join(tmpdir(), "chie-settings-"));
  const port = await freePort();
  const worker = await startWorker({ state, port, variables: { ...variables(), ...given } });
  const ask = (path, options) => fetch(`http://localhost:${port}${path}`, { ...options, signal: AbortSignal.timeout(15_000) });
  try {
    await expect.poll(() => ask("/v1/directory").then((answer) => answer.status, () => 0), { timeout: 30_000 }).toBeGreaterThan(0);
    await work(ask);
  } finally {
    await worker.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

const wrong = {
  "sites of this machine in production": [{ DEV_SITES: "acme.example=http://127.0.0.1:1" }, "DEV_SITES"],
  "real hosts of this machine in production": [{ REAL_HOSTS: "127.0.0.1" }, "REAL_HOSTS"],
  "test hooks in production": [{ TEST_HOOKS: "on" }, "TEST_HOOKS"],
};
test("settings that may not be are refused in words, without their values", async () => {
  test.setTimeout(90_000);
  for (const [name, [given, variable]] of Object.entries(wrong)) {
    await withWorker(given, async (ask) => {
      for (const path of ["/v1/directory", "/", `/v1/communities/${newBrand()}`]) {
        const answer = await ask(path);
        const text = await answer.text();
        expect([answer.status, JSON.parse(text).error.code], name).toEqual([500, "misconfigured"]);
        expect(text, name).toContain(variable);
        expect(text, name).not.toMatch(/127\.0\.0\.1|a-secret/);
      }
    });
  }
});

test("without the hooks nobody sets the clock, breaks an object or looks inside", async () => {
  const given = { ENVIRONMENT: "development", CHIE_ORIGIN: origins().chie, CONSOLE_ORIGIN: origins().console, MAIL: "local", WORLD_URL: origins().world };
  await withWorker(given, async (ask) => {
    const brand = newBrand();
    const path = `/v1/communities/${brand}`;
    const headers = { "content-type": "application/json", "idempotency-key": newKey(), "x-chie-now": "1000", "x-chie-fault": "panic", "x-chie-writes": "0", "x-chie-network": "a" };
    const posted = await ask(`${path}/threads`, { method: "POST", headers, body: JSON.stringify({ product: "kettle", kind: "question", title: "Hello" }) });
    expect(posted.status).toBe(200);
    expect((await posted.json()).thread.row.at).toBeGreaterThan(Date.now() - 60_000);
    for (const hook of ["due", "tables", "spoil", "reconcile"]) {
      const answer = await ask(`/v1/test/${hook}`, { method: "POST", headers, body: JSON.stringify({ brand }) });
      expect([answer.status, (await answer.json()).error.code], hook).toEqual([404, "not_found"]);
    }
    expect((await (await ask(path)).json()).threads).toBe(1);
  });
});
