// The element for pages that build themselves, the calls that a page can make, and the events that it hears. Whatever comes
// and goes leaves nothing behind.
import { Guest, newBrand, origins } from "../harness/actors.mjs";
import { ask, expect, heard, line, openThread, pageOf, reload, siteWithTag, test, typeLine, untilLive, visit, widget } from "./stage.mjs";

const community = async (title = "The lid drips") => {
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title, kind: "problem" });
  return { brand: guest.brand, thread, guest };
};
const head = () => `<script async src="${origins().chie}/chie.js"></script>`;
const element = (brand, more = "") => `<chie-community brand="${brand}" product="kettle" root="open" ${more}></chie-community>`;

test("an element shows its own content again when it goes, and another product when it changes", async ({ page }) => {
  const { brand } = await community();
  await visit(page, await pageOf(page, { head: head(), body: element(brand) }));
  await expect(line(page, "The lid drips")).toBeVisible();
  await page.locator("chie-community").evaluate((one) => one.setAttribute("product", "lamp"));
  await expect(page.locator(".ch-invite").first()).toBeVisible();
  await untilLive(page);
  await page.locator("chie-community").evaluate((one) => one.setAttribute("lang", "ja"));
  await expect(widget(page).first()).toHaveAttribute("lang", "ja");
  await untilLive(page);
  // After a reload it is again what the page says.
  await reload(page);
  await expect(widget(page).first()).toHaveAttribute("lang", "en");
  await expect(line(page, "The lid drips")).toBeVisible();
});

test("an element that moves keeps its view and what is typed", async ({ page }) => {
  const { brand } = await community();
  const asked = [];
  page.on("request", (request) => request.url().includes("/embed/") && asked.push(request.url()));
  await visit(page, await pageOf(page, { head: head(), body: `<main>${element(brand)}</main><aside></aside>` }));
  await page.locator("#ch-line").fill("whistles too late");
  await page.evaluate(() => document.querySelector("aside").append(document.querySelector("chie-community")));
  await expect(page.locator("aside #ch-line")).toHaveValue("whistles too late");
  await page.locator("aside #ch-line").press("End");
  await page.keyboard.type(" today");
  await expect(page.locator(".ch-like-ask")).toBeVisible();
  await page.locator(".ch-like-ask").click();
  await expect(page.locator("#ch-title")).toHaveValue("whistles too late today");
  expect(asked.length).toBe(1);
  await reload(page);
  await expect(page.locator("main #ch-line")).toHaveValue("whistles too late today");
});

test("fifty times mounted, moved and taken away, nothing stays", async ({ page, context }) => {
  const { brand } = await community();
  await visit(page, await pageOf(page, { head: head(), body: `<main></main><aside></aside>${element(brand)}` }));
  const session = await context.newCDPSession(page);
  const counts = async () => {
    for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
    const { documents, nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    return { documents, nodes, jsEventListeners };
  };
  const rounds = (times) => page.evaluate(async ({ brand, times }) => {
    const until = async (is) => { while (!is()) await new Promise((done) => setTimeout(done, 5)); };
    window.kept ??= [];
    for (let round = 0; round < times; round += 1) {
      const made = document.createElement("chie-community");
      for (const [name, value] of Object.entries({ brand, product: "kettle", root: "open", loading: "eager" })) made.setAttribute(name, value);
      document.querySelector("main").append(made);
      const top = () => made.shadowRoot?.firstElementChild;
      await until(() => top() && !top().hidden && Object.keys(top()).some((key) => key.startsWith("__yew")) && made.shadowRoot.childElementCount === 1);
      document.querySelector("aside").append(made);
      await until(() => made.shadowRoot.querySelector(".ch-row"));
      window.kept.push(new WeakRef(made), new WeakRef(made.shadowRoot.querySelector("section.ch")));
      made.remove();
      await until(() => !made.shadowRoot.querySelector("section.ch"));
    }
  }, { brand, times });
  await rounds(5);
  const before = await counts();
  await rounds(50);
  await expect.poll(async () => { await counts(); return page.evaluate(() => window.kept.filter((one) => one.deref()).length); }).toBe(0);
  const afterwards = await counts();
  expect(afterwards.nodes - before.nodes, "nodes").toBeLessThan(50);
  expect(afterwards.jsEventListeners - before.jsEventListeners, "listeners").toBeLessThan(50);
  // The one that stayed works, and is the same after a reload.
  await ask(page, { line: "Does it whistle?" });
  await reload(page);
  await expect(line(page, "Does it whistle?")).toContainText("Yours");
});

test("calls before anything is loaded are carried out, for the first widget or the one that is named", async ({ page }) => {
  const { brand } = await community();
  const body = `${element(brand, 'id="one"')}<div style="height:1500px"></div><chie-community id="two" brand="${brand}" product="lamp" root="open"></chie-community>
    <script>addEventListener("load", () => { Chie.ask("the lid drips"); });</script>`;
  await page.goto(await pageOf(page, { head: `<script src="${origins().chie}/chie.js"></script>`, body }));
  await expect(page.locator("#one section.ch:visible #ch-line")).toHaveValue("the lid drips");
  await expect(page.locator("#one section.ch")).toHaveCount(1);
  await expect(page.locator("#one #ch-line")).toBeFocused();
  await expect(page.locator("#one .ch-like")).toContainText("The lid drips");
  await page.evaluate(() => window.Chie.ask("too bright", "#two"));
  await expect(page.locator("#two section.ch:visible #ch-line")).toHaveValue("too bright");
  await expect(page.locator("#two section.ch")).toHaveCount(1);
  await expect(page.locator("#two #ch-line")).toBeInViewport();
  await page.evaluate(() => window.Chie.destroy("#one"));
  await expect(page.locator("#one section.ch")).toHaveCount(0);
  await expect(page.locator("#two section.ch")).toHaveCount(1);
});

test("asking from a thread goes back to the line", async ({ page }) => {
  const { brand, thread } = await community();
  await visit(page, await siteWithTag(page, { brand, tag: { thread } }));
  await page.evaluate(() => window.Chie.ask("does it whistle"));
  await expect(page.locator("#ch-line")).toHaveValue("does it whistle");
  await expect(page.locator("#ch-line")).toBeFocused();
});

test("a page changes theme and language", async ({ page }) => {
  const { brand } = await community();
  await visit(page, await siteWithTag(page, { brand }));
  const scheme = () => widget(page).evaluate((one) => getComputedStyle(one).colorScheme);
  expect(await scheme()).toBe("light");
  await page.evaluate(() => window.Chie.setTheme("dark"));
  await expect.poll(scheme).toBe("dark");
  await page.evaluate(() => window.Chie.setTheme({ theme: "light", radius: "3" }));
  await expect.poll(() => widget(page).evaluate((one) => getComputedStyle(one).borderRadius)).toBe("3px");
  await typeLine(page, "whistles too late");
  await page.locator(".ch-like-ask").click();
  await page.evaluate(() => window.Chie.setLocale("ja"));
  await expect(widget(page).first()).toHaveAttribute("lang", "ja");
  await untilLive(page);
  await expect(page.locator("#ch-line")).toHaveValue("whistles too late");
});

test("a page hears of what its visitors ask, reply and accept", async ({ page }) => {
  const { brand } = await community();
  await visit(page, await siteWithTag(page, { brand }));
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ["asked", "replied", "resolved"]) document.addEventListener(`chie:${name}`, ({ type, detail }) => window.heard.push({ type, ...detail }));
  });
  const heardLast = () => page.evaluate(() => window.heard.at(-1));
  await ask(page, { line: "Does it whistle?" });
  const asked = await heardLast();
  expect(asked).toEqual({ type: "chie:asked", brand, product: "kettle", thread: asked.thread, url: `${origins().chie}/c/${brand}/kettle/${asked.thread}` });
  await page.goto(asked.url);
  await expect(page.locator("h1, h2").first()).toBeAttached();
  await page.goBack();
  await untilLive(page);
  const helper = new Guest(brand);
  await helper.replies(asked.thread, { body: "It does." });
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ["asked", "replied", "resolved"]) document.addEventListener(`chie:${name}`, ({ type, detail }) => window.heard.push({ type, ...detail }));
  });
  await openThread(page, "Does it whistle?");
  await page.getByRole("button", { name: /solved it/i }).first().click();
  await expect.poll(heardLast).toMatchObject({ type: "chie:resolved", thread: asked.thread });
  await page.getByRole("textbox", { name: "Your reply" }).fill("Thank you.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect.poll(heardLast).toMatchObject({ type: "chie:replied", thread: asked.thread, product: "kettle" });
});

test("a call for a widget that is not there tells the developer", async ({ page, watch }) => {
  watch.allow(/Chie:/);
  const said = heard(page);
  const { brand } = await community();
  await visit(page, await siteWithTag(page, { brand }));
  await page.evaluate(() => window.Chie.open("#nowhere"));
  await expect.poll(() => said.join("\n")).toMatch(/no widget at "#nowhere".*selector/);
});

for (const [name, viewport] of [["a panel", { width: 1280, height: 800 }], ["a sheet on a phone", { width: 360, height: 740 }]]) {
  test(`a launcher opens ${name}, which keeps the focus, closes by Escape and gives the focus back`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const { brand } = await community();
    const fetched = [];
    page.on("request", (request) => request.url().includes("/embed/") && fetched.push(request.url()));
    await page.goto(await siteWithTag(page, { brand, tag: { place: "launcher" }, after: '<a href="#x">Another link</a>' }));
    const button = page.getByRole("button", { name: "Questions and answers" });
    await expect(button).toBeVisible();
    expect(fetched).toEqual([]);
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Questions and answers" });
    await expect(dialog).toBeVisible();
    await expect(line(page, "The lid drips")).toBeVisible();
    const box = await dialog.boundingBox();
    expect(box.x >= 0 && box.x + box.width <= viewport.width && box.y + box.height <= viewport.height).toBe(true);
    if (viewport.width < 520) expect(Math.round(box.width)).toBe(viewport.width);
    // All the way round: the focus never reaches the page.
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent ?? "")).not.toBe("Another link");
    }
    await ask(page, { line: "Does it whistle?" });
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
    await page.reload();
    await page.evaluate(() => window.Chie.ask("whistle"));
    await expect(dialog).toBeVisible();
    await expect(page.locator("section.ch:visible #ch-line")).toHaveValue("whistle");
    await expect(page.locator(".ch-like")).toContainText("Does it whistle?");
    await page.evaluate(() => window.Chie.close());
    await expect(dialog).toBeHidden();
  });
}
