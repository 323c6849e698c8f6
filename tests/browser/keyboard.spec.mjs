// Nothing but a keyboard, and a shadow root that is closed as it is on every real page: the accessibility tree and the
// focus are all there is to go by.
import { Guest, newBrand } from "../harness/actors.mjs";
import { expect, siteWithTag, test } from "./stage.mjs";

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
