// A smoke run in Firefox: read, take over, ask, and the same after a reload. Where it cannot be had, one line says so.
import { expect, test } from "@playwright/test";
import { Guest, newBrand } from "../harness/actors.mjs";
import { missing, start } from "./firefox.mjs";
import { startSite } from "./stage.mjs";

const lacks = missing();
test.skip(lacks.length > 0, `Firefox is not tested here: install ${lacks.join(" and ")}`);

test("Firefox: read, take over, ask, reload", async () => {
  const site = await startSite();
  const engine = await start();
  try {
    const guest = new Guest(newBrand("f"));
    await guest.asks({ title: "The lid drips", kind: "problem", body: "Only when it pours." });
    site.hold();
    await engine.open(site.page(guest));
    await engine.isThere(".ch-row");
    expect(await engine.textOf(".ch-row")).toContain("The lid drips");
    await engine.tap("#ch-line");
    await engine.type("How");
    expect(await engine.run(() => live())).toBe(false);
    site.letGo();
    await engine.isLive();
    expect(await engine.valueOf("#ch-line")).toBe("How");
    await engine.reload();
    await engine.isLive();
    // The line outlives the reload.
    expect(await engine.valueOf("#ch-line")).toBe("How");
    await engine.asks("How do I open the whistle?", "How");
    await engine.reload();
    await engine.isLive();
    await engine.until("the new thread is listed", () => deep(".ch-row")?.getRootNode().textContent.includes("How do I open the whistle?"), true);
  } finally {
    await engine.end();
    await site.close();
  }
});
