// What keyboard journeys share: what the focus stands on, and how one gets to something by Tab alone. Roots are open here.
import { expect } from "./stage.mjs";

/** What the focus stands on: its name as a reader hears it, roughly, and whether it is in sight. */
const stands = (page) => page.evaluate(() => {
  let on = document.activeElement;
  while (on?.shadowRoot?.activeElement) on = on.shadowRoot.activeElement;
  const name = on?.getAttribute("aria-label") ?? on?.labels?.[0]?.innerText ?? on?.innerText ?? "";
  return { tag: on?.localName, id: on?.id, name: name.trim().replace(/\s+/g, " "), seen: Boolean(on && on !== document.body && on.checkVisibility()) };
});

/** Tabs until the focus stands on what is called like this; `key` is Tab, or Shift+Tab for the way back. */
export async function to(page, name, key = "Tab", most = 70) {
  for (let step = 0; step < most; step += 1) {
    const on = await stands(page);
    if (on.seen && on.tag !== "article" && name.test(on.name)) return on;
    await page.keyboard.press(key);
  }
  throw new Error(`nothing called ${name} within ${most} tabs; now ${JSON.stringify(await stands(page))}`);
}

/** Goes there and presses a key. */
export async function press(page, name, key = "Enter") {
  await to(page, name);
  await page.keyboard.press(key);
}

/** After an act the focus is somewhere in the widget, in sight, and on this. */
export const on = (page, wanted) => expect.poll(async () => { const { tag, id, name, seen } = await stands(page); return `${seen ? "" : "lost "}${tag}#${id} ${name}`; }).toMatch(wanted);

/** From the page's own heading, which stands before the widget. */
export const fromTop = (page) => page.locator("h1").first().click();
