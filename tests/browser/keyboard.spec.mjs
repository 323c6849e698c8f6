// Nothing but a keyboard, and a shadow root that is closed as it is on every real page: the accessibility tree and the
// focus are all there is to go by.
import { codeIn, Guest, mailTo, newAddress, newBrand, origins } from "../harness/actors.mjs";
import { on, to } from "./keys.mjs";
import { expect, line, reload, siteWithTag, test, visit } from "./stage.mjs";

/** What the focus stands on, by the browser's own tree for readers; it sees through a closed root. */
async function focused(session) {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const flag = (node, name) => node.properties?.find((one) => one.name === name)?.value.value;
  const inside = nodes.filter((node) => flag(node, "focused") && node.role?.value !== "RootWebArea").at(-1);
  return inside && { role: inside.role.value, name: inside.name?.value ?? "", value: inside.value?.value, invalid: flag(inside, "invalid"), id: inside.backendDOMNodeId };
}

/** Tabs until the focus stands on what has this role and name. */
async function tabTo(page, session, role, name, most = 40) {
  for (let step = 0; step < most; step += 1) {
    const on = await focused(session);
    if (on?.role === role && name.test(on.name)) return on;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no ${role} ${name} within ${most} tabs; now ${JSON.stringify(await focused(session))}`);
}

const settles = (session, role, name) => expect.poll(async () => { const on = await focused(session); return `${on?.role} ${on?.name}`; }).toMatch(new RegExp(`${role} .*${name}`));
const says = (session, name) => expect.poll(async () => (await session.send("Accessibility.getFullAXTree")).nodes.some((node) => name.test(node.name?.value ?? ""))).toBe(true);

test("open, search, ask, reply and go back in a closed root, with the focus always in sight", async ({ page, context }) => {
  const guest = new Guest(newBrand());
  const known = await guest.asks({ title: "The whistle stays silent", kind: "problem" });
  await guest.replies(known, { body: "Half an hour of vinegar." });
  const url = await siteWithTag(page, { brand: guest.brand, tag: { root: "closed" } });
  await page.goto(url);
  expect(await page.evaluate(() => [...document.querySelectorAll("*")].some((one) => one.shadowRoot))).toBe(false);
  const session = await context.newCDPSession(page);
  await session.send("Accessibility.enable");
  await page.locator("h1").click();

  // The thread, and back to its line.
  const link = await tabTo(page, session, "link", /The whistle stays silent/);
  const box = await session.send("DOM.getBoxModel", { backendNodeId: link.id });
  expect(box.model.width).toBeGreaterThan(0);
  await page.keyboard.press("Enter");
  await settles(session, "heading", "The whistle stays silent");
  await says(session, /Half an hour of vinegar/);
  await tabTo(page, session, "textbox", /Your reply/);
  await page.keyboard.type("It sang again.");
  await tabTo(page, session, "button", /^Reply$/);
  await page.keyboard.press("Enter");
  await settles(session, "article", "");
  await says(session, /It sang again\./);
  await page.reload();
  await page.locator("h1").click();
  await tabTo(page, session, "link", /The whistle stays silent/);
  await page.keyboard.press("Enter");
  await settles(session, "heading", "The whistle stays silent");
  await tabTo(page, session, "link", /All threads/);
  await page.keyboard.press("Enter");
  await settles(session, "link", "The whistle stays silent");

  // A filter keeps the focus where it is.
  await page.locator("h1").click();
  await tabTo(page, session, "link", /^Solved/);
  await page.keyboard.press("Enter");
  await says(session, /Nothing here fits|Solved/);
  await settles(session, "link", "Solved");

  // Asking: typing is never interrupted.
  await page.locator("h1").click();
  await tabTo(page, session, "textbox", /Search, or ask/);
  for (const part of ["Which oil", " for the", " wooden", " handle?"]) {
    await page.keyboard.type(part);
    await says(session, /^(Ask this|None of these: ask)$/);
  }
  await expect.poll(async () => (await focused(session))?.value).toBe("Which oil for the wooden handle?");
  await page.keyboard.press("Enter");
  await settles(session, "textbox", "Details");
  await page.keyboard.type("It looks dry.");
  await tabTo(page, session, "button", /^Post the/);
  await page.keyboard.press("Enter");
  await settles(session, "heading", "Posted");
  await page.reload();
  await page.locator("h1").click();
  await tabTo(page, session, "link", /Which oil for the wooden handle/);
});

test("what has the focus shows it", async ({ page }) => {
  const guest = new Guest(newBrand());
  await guest.asks({ title: "The lid drips" });
  await page.goto(await siteWithTag(page, { brand: guest.brand }));
  await expect(page.locator(".ch-row")).toBeVisible();
  await page.locator("h1").click();
  const unseen = [];
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press("Tab");
    const mark = await page.evaluate(() => {
      const on = [...document.querySelectorAll("*")].find((one) => one.shadowRoot)?.shadowRoot.activeElement;
      if (!on) return undefined;
      const ringed = [on, on.closest(".ch-row"), on.closest(".ch-ask-line"), on.closest("label")].filter(Boolean);
      const shown = ringed.some((one) => { const { outlineStyle, outlineWidth } = getComputedStyle(one); return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2; });
      return shown ? undefined : on.outerHTML.slice(0, 120);
    });
    if (mark) unseen.push(mark);
  }
  expect(unseen).toEqual([]);
});

test("every act in a thread by keys alone, and the focus is never lost", async ({ page }) => {
  const guest = new Guest(newBrand(), { site: origins().brand });
  const thread = await guest.asks({ title: "The lid drips", kind: "problem", body: "Only when it pours." });
  const reply = await new Guest(guest.brand).replies(thread, { body: "Turn the gasket." });
  await new Guest(guest.brand).replies(thread, { body: "Or buy another." });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await page.evaluate(([name, token]) => localStorage.setItem(name, token), [`chie:${guest.brand}:session`, guest.session]);
  await reload(page);
  await page.locator("h1").click();

  // The menu of kinds opens, leads on, and closes behind the choice.
  await to(page, /^Kind$/);
  await page.keyboard.press("Enter");
  await to(page, /^Problem$/);
  await page.keyboard.press("Enter");
  await expect(page.locator(".ch-menu[open]")).toHaveCount(0);
  await on(page, /^(summary|a|h2)#/);

  await page.locator("h1").click();
  await to(page, /^The lid drips/);
  await page.keyboard.press("Enter");
  await on(page, /^h2# The lid drips/);

  // Marks: the focus stays on the button that was pressed.
  await to(page, /^Helpful/);
  await page.keyboard.press("Space");
  await expect(page.locator(`[id="${reply}"] .ch-press`)).toHaveAttribute("aria-pressed", "true");
  await on(page, /^button#.*Helpful/);
  await to(page, /^This solved it/);
  await page.keyboard.press("Enter");
  await on(page, new RegExp(`^article#${reply}`));
  await expect(page.locator(`[id="${reply}"]`)).toContainText("Solved");

  // A remark: the form takes the focus; leaving it gives it back to the post.
  await to(page, /^Comment$/);
  await page.keyboard.press("Enter");
  await on(page, /^textarea#ch-comment/);
  await to(page, /^Cancel$/);
  await page.keyboard.press("Enter");
  await on(page, new RegExp(`^article#${reply}`));
  await to(page, /^Comment$/);
  await page.keyboard.press("Enter");
  await on(page, /^textarea#ch-comment/);
  await page.keyboard.type("Which way round?");
  await to(page, /^Post the comment$/);
  await page.keyboard.press("Enter");
  await on(page, /^(li|article)#/);
  await expect(page.locator(".ch-comments")).toContainText("Which way round?");

  // One's own words: change, and what stood there before.
  await page.locator("h1").click();
  await to(page, /^Change$/);
  await page.keyboard.press("Enter");
  await on(page, /^textarea#ch-change/);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" And when it is full.");
  await to(page, /^Save the change$/);
  await page.keyboard.press("Enter");
  await on(page, new RegExp(`^article#${thread}`));
  await expect(page.locator(".ch-post")).toContainText("And when it is full.");

  // Replying, and back to the line one came from.
  await to(page, /^Your reply/);
  await page.keyboard.type("It sang again.");
  await to(page, /^Reply$/);
  await page.keyboard.press("Enter");
  await on(page, /^article#r_/);
  await page.locator("h1").click();
  await to(page, /^All threads/);
  await page.keyboard.press("Enter");
  await on(page, /^a# The lid drips/);
  await reload(page);
  await expect(line(page, "The lid drips")).toContainText("3 replies");
});

test("an address is confirmed by keys alone, from the code back to the heading", async ({ page }) => {
  const email = newAddress("keys");
  await visit(page, await siteWithTag(page, { brand: newBrand() }));
  await page.locator("h1").click();
  await to(page, /^Search, or ask/);
  await page.keyboard.type("Which oil?");
  await expect(page.locator(".ch-like")).toBeVisible();
  await page.keyboard.press("Enter");
  await on(page, /^textarea#ch-body/);
  // What is wrong takes the focus to its field.
  await page.keyboard.press("Shift+Tab");
  await on(page, /^input#ch-title/);
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await on(page, /^input#ch-title/);
  await expect(page.locator("#ch-title")).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.type("Which oil?");
  await page.keyboard.press("Enter");
  await on(page, /^h2# Posted/);
  await to(page, /^E-mail address/);
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await on(page, /^input#ch-code/);
  await page.keyboard.type(codeIn((await mailTo(email))[0]));
  await page.keyboard.press("Enter");
  await on(page, /^h2#/);
  await expect(page.locator(".ch-kept")).toBeVisible();
  await reload(page);
  await expect(line(page, "Which oil?")).toContainText("Yours");
});

test("news is told to readers politely, and once each", async ({ page }) => {
  const guest = new Guest(newBrand());
  await guest.asks({ title: "The lid drips" });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await page.evaluate(() => {
    window.told = [];
    const { shadowRoot } = [...document.querySelectorAll("*")].find((one) => one.shadowRoot);
    const region = shadowRoot.querySelector(".ch-sr[role=status]");
    new MutationObserver(() => window.told.push(region.textContent)).observe(region, { subtree: true, childList: true, characterData: true });
  });
  await line(page, "The lid drips").getByRole("link").click();
  for (const body of ["Turn the gasket.", "Or buy another."]) {
    await page.locator("#ch-reply").fill(body);
    await page.locator(".ch-compose button[type=submit]").click();
    await expect(page.locator(".ch-reply").filter({ hasText: body })).toBeFocused();
  }
  const told = await page.evaluate(() => window.told.map((text) => text.trim()));
  expect(told).toEqual(["Your reply is there.", "Your reply is there."]);
});

test("what others wrote is told once, and looking again without news is silent", async ({ page }) => {
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "The lid drips" });
  await new Guest(guest.brand).replies(thread, { body: "Turn the gasket." });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await line(page, "The lid drips").getByRole("link").click();
  await expect(page.locator(".ch-reply")).toHaveCount(1);
  await page.evaluate(() => {
    window.told = [];
    const { shadowRoot } = [...document.querySelectorAll("*")].find((one) => one.shadowRoot);
    const region = shadowRoot.querySelector(".ch-sr[role=status]");
    new MutationObserver(() => window.told.push(region.textContent.trim())).observe(region, { subtree: true, childList: true, characterData: true });
  });
  /** Comes back to the page, whose widget looks for news, and lets what it heard be drawn. */
  const look = async () => {
    const heard = page.waitForResponse((response) => response.request().method() === "GET" && response.url().includes(`/threads/${thread}`));
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await (await heard).finished();
    await page.evaluate(() => new Promise((done) => { let frames = 10; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); }));
    return page.evaluate(() => window.told);
  };
  expect(await look()).toEqual([]);
  await new Guest(guest.brand).replies(thread, { body: "Or buy another." });
  expect(await look()).toEqual(["1 new reply"]);
  expect(await look()).toEqual(["1 new reply"]);
  await page.locator(".ch-fresh button").click();
  await expect(page.locator(".ch-reply")).toHaveCount(2);
  expect(await look()).toEqual(["1 new reply"]);
  await new Guest(guest.brand).replies(thread, { body: "Or the old one." });
  expect((await look()).filter((told) => told === "1 new reply"), "the next news is news again").toHaveLength(2);
});
