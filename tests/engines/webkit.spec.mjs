// What must hold in WebKit, the engine of Safari: taking over, an input method, storage that is there or denied, posting.
// Where the engine cannot be had, one line says so and nothing fails.
import { expect, test } from "@playwright/test";
import { Guest, newBrand } from "../harness/actors.mjs";
import { startSite } from "./stage.mjs";
import { missing, start } from "./webkit.mjs";

const lacks = missing();
test.skip(lacks.length > 0, `WebKit is not tested here: install ${lacks.join(" and ")}`);

let engine;
let site;
test.beforeAll(async () => {
  if (lacks.length) return;
  site = await startSite();
  engine = await start();
});
test.afterEach(() => site?.letGo());
test.afterAll(async () => {
  await engine?.end();
  await site?.close();
});

async function community() {
  const guest = new Guest(newBrand("w"));
  await guest.asks({ title: "The lid drips", kind: "problem", body: "Only when it pours." });
  return guest;
}

test("WebKit: one reads before the program is there, and what was typed is taken along", async () => {
  const { brand } = await community();
  site.hold();
  await engine.open(site.page({ brand }));
  await engine.isThere(".ch-row");
  expect(await engine.textOf(".ch-row")).toContain("The lid drips");
  await engine.tap("#ch-line");
  await engine.type("whistles");
  expect(await engine.valueOf("#ch-line")).toBe("whistles");
  expect(await engine.run(() => live())).toBe(false);
  site.letGo();
  await engine.isLive();
  expect(await engine.valueOf("#ch-line")).toBe("whistles");
  expect(await engine.run(() => deep("#ch-line").getRootNode().activeElement?.id)).toBe("ch-line");
  await engine.type(" late");
  expect(await engine.valueOf("#ch-line")).toBe("whistles late");
  await engine.isThere(".ch-like");
});

test("WebKit: nothing takes over while an input method composes", async () => {
  const { brand } = await community();
  site.hold();
  await engine.open(site.page({ brand }));
  await engine.tap("#ch-line");
  // The driver has no input method: its events are played as the engine sends them.
  const compose = (type, data) => engine.run((type, data) => {
    const field = deep("#ch-line");
    if (type === "compositionupdate") field.value = data;
    field.dispatchEvent(new CompositionEvent(type, { data, bubbles: true, composed: true }));
    if (type !== "compositionstart") field.dispatchEvent(new InputEvent("input", { data, inputType: "insertCompositionText", isComposing: type === "compositionupdate", bubbles: true, composed: true }));
  }, type, data);
  await compose("compositionstart", "");
  await compose("compositionupdate", "ふた");
  site.letGo();
  await engine.until("the live view stands ready beside the drawn one", () => deep("#ch-line").getRootNode().childElementCount, 2);
  await compose("compositionupdate", "ふたの");
  expect(await engine.run(() => live())).toBe(false);
  await compose("compositionend", "蓋の");
  await engine.run(() => { deep("#ch-line").value = "蓋の"; });
  await engine.isLive();
  expect(await engine.valueOf("#ch-line")).toBe("蓋の");
  // Return belongs to the input method while it composes.
  await engine.run(() => deep("#ch-line").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, keyCode: 229, bubbles: true, composed: true, cancelable: true })));
  expect(await engine.run(() => Boolean(deep("form.ch-form")))).toBe(false);
});

test("WebKit: a question is posted, and is one's own after a reload", async () => {
  const guest = await community();
  await engine.open(site.page(guest));
  await engine.isLive();
  await engine.asks("How do I open the whistle?");
  await engine.reload();
  await engine.isLive();
  await engine.until("the new thread is listed", () => deep(".ch-row")?.getRootNode().textContent.includes("How do I open the whistle?"), true);
  expect(await engine.run((brand) => Object.keys(localStorage).some((name) => name.includes(brand)), guest.brand)).toBe(true);
  const { rows } = (await guest.list({ product: "kettle" })).body;
  expect(rows.map((row) => row.title)).toContain("How do I open the whistle?");
});

test("WebKit: a draft outlives a reload", async () => {
  const guest = await community();
  await engine.open(site.page(guest));
  await engine.isLive();
  await engine.tap("#ch-line");
  await engine.type("The gasket is too thin");
  await engine.tap(".ch-like-ask");
  await engine.tap("#ch-body");
  await engine.type("Two millimetres would do.");
  await engine.until("the draft is kept", () => Object.keys(localStorage).some((name) => name.includes("draft")), true);
  await engine.reload();
  await engine.isLive();
  await engine.tap("#ch-line");
  await engine.type("The gasket");
  await engine.tap(".ch-like-ask");
  await engine.until("the text is there again", () => deep("#ch-body")?.value, "Two millimetres would do.");
});

test("WebKit: where storage is denied, posting works all the same", async () => {
  const guest = await community();
  const denied = `<script>for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });</script>`;
  await engine.open(site.page({ brand: guest.brand, head: denied }));
  await engine.isLive();
  await engine.asks("Is there a longer handle?");
  const { rows } = (await guest.list({ product: "kettle" })).body;
  expect(rows.map((row) => row.title)).toContain("Is there a longer handle?");
});
