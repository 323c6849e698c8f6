// What the browser journeys share: a page of somebody's site that holds the tag, a watch over everything that must not
// happen in a browser, and the few moves that every visitor makes. Shadow roots are open here, so that selectors reach
// into them; `keyboard.spec.mjs` walks a closed one.
import { expect, test as base } from "@playwright/test";
import { origins } from "../harness/actors.mjs";

export { expect };

/** The watch of one browser context: collects what went wrong; `allow` takes out what a test means to provoke. */
class Watch {
  constructor() {
    this.seen = [];
    this.allowed = [];
  }

  /** What matches is provoked on purpose. */
  allow(pattern) {
    this.allowed.push(pattern);
  }

  note(text) {
    this.seen.push(text);
  }

  rest() {
    return this.seen.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }

  async follow(context) {
    // Pages made up by a test come from no address at all, and then a browser asks before they reach this machine.
    await context.grantPermissions(["local-network-access"]);
    const ours = Object.values(origins());
    context.on("weberror", (error) => this.note(`uncaught: ${error.error()?.stack ?? error.error()}`));
    context.on("console", (message) => {
      const from = message.location().url;
      if (message.type() === "error" || message.text().startsWith("Chie:")) this.note(`console: ${message.text()} (${from})`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400 && ours.some((origin) => response.url().startsWith(origin))) {
        this.note(`${response.status()} ${response.request().method()} ${response.url()}`);
      }
    });
  }
}

export const test = base.extend({
  watch: [async ({ context }, use) => {
    const watch = new Watch();
    await watch.follow(context);
    await use(watch);
    expect(watch.rest(), "nothing goes wrong in the browser").toEqual([]);
  }, { auto: true }],
});

/** How much two pictures differ at most, in one colour of one pixel: the edges of letters are not drawn twice alike. */
export function difference(page, ...pictures) {
  return page.evaluate(async (all) => {
    const [one, other] = await Promise.all(all.map(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      canvas.drawImage(image, 0, 0);
      return canvas.getImageData(0, 0, image.width, image.height);
    }));
    if (one.width !== other.width || one.height !== other.height) return 255;
    return one.data.reduce((most, value, at) => Math.max(most, Math.abs(value - other.data[at])), 0);
  }, pictures.map((picture) => picture.toString("base64")));
}

/** Edges of letters differ by less, anything moved by more. */
export const NOT_VISIBLE = 80;

let pages = 0;

/** Further attributes of a tag as HTML. */
const attributes = (all) => Object.entries(all).map(([name, value]) => ` data-${name}="${String(value).replaceAll('"', "&quot;")}"`).join("");

/** Puts a page of one's own making on somebody's site and resolves to its address. */
export async function pageOf(target, { site = origins().brand, lang = "en", title = "Stove-top Kettle", head = "", body = "", headers = {} }) {
  pages += 1;
  const url = `${site}/p/${pages}`;
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,">${head}</head>
<body><h1>${title}</h1>${body}</body></html>`;
  await target.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers, body: html }));
  return url;
}

/** What our loader writes to the console of a page. */
export function heard(page) {
  const said = [];
  page.on("console", (message) => message.text().startsWith("Chie:") && said.push(message.text()));
  return said;
}

/**
 * Puts a page with the tag on somebody's site and resolves to its address. `site` is the site's origin, `head`, `before`
 * and `after` are HTML around the tag, `headers` those of the page; everything else becomes an attribute of the tag.
 */
export async function siteWithTag(target, { brand, product = "kettle", site = origins().brand, title = "Stove-top Kettle", lang = "en", head = "", before = "", after = "", headers = {}, tag = {} }) {
  pages += 1;
  const url = `${site}/t/${brand}/${product}/${pages}`;
  const icon = '<link rel="icon" href="data:,">';
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${icon}${head}</head>
<body><h1>${title}</h1>${before}
<script src="${origins().chie}/chie.js"${attributes({ brand, product, root: "open", ...tag })} async></script>
${after}</body></html>`;
  await target.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers, body: html }));
  return url;
}

/** The widget of a page. */
export const widget = (page) => page.locator("section.ch");

/** Whether the live view stands in the page; yew marks the element that it draws into. */
const isLive = () => [...document.querySelectorAll("*")].some(({ shadowRoot }) => {
  const top = shadowRoot?.firstElementChild;
  return top && !top.hidden && shadowRoot.childElementCount === 1 && Object.keys(top).some((key) => key.startsWith("__yew"));
});

/** Waits until the live view has taken over. */
export async function untilLive(page) {
  await page.waitForFunction(isLive);
}

/** Whether what the server drew stands there still. */
export const stillThere = (page) => page.evaluate(isLive).then((live) => !live);

/** Opens a page and waits until its widget lives. */
export async function visit(page, url) {
  await page.goto(url);
  await untilLive(page);
}

/** Opens a page as somebody who has a session there already. */
export async function becomes(page, url, brand, person) {
  await page.goto(url);
  await page.evaluate(([name, session]) => localStorage.setItem(name, session), [`chie:${brand}:session`, person.session]);
  await visit(page, url);
}

/** A button by all of its words. */
export const button = (within, name) => within.getByRole("button", { name, exact: true });

/** Loads the page again and waits until its widget lives. */
export async function reload(page) {
  await page.reload();
  await untilLive(page);
}

/** A gate in front of requests: they wait until `open` is called. */
export async function gate(page, pattern) {
  let open;
  const opened = new Promise((resolve) => { open = resolve; });
  await page.route(pattern, async (route) => {
    await opened;
    await route.continue();
  });
  return open;
}

/** Types the line and waits for what is found beneath it. */
export async function typeLine(page, line) {
  await page.locator("#ch-line").fill(line);
  await expect(page.locator(".ch-like")).toBeVisible();
}

/** Opens the fold of what nobody has to say: mood, name, device. */
export const unfold = (page) => page.locator(".ch-fold > summary").click();

/** Asks through the widget and stays on the screen that follows. */
export async function ask(page, { line, body, name }) {
  await typeLine(page, line);
  await page.locator(".ch-like-ask").click();
  await expect(page.locator("#ch-title")).toHaveValue(line);
  if (body) await page.locator("#ch-body").fill(body);
  if (name) {
    await unfold(page);
    await page.locator("#ch-name").fill(name);
  }
  await page.locator("form.ch-form button[type=submit]").click();
  await expect(page.locator(".ch-done")).toBeVisible();
}

/** The line of a thread in the list. */
export const line = (page, title) => page.locator(".ch-row:visible").filter({ hasText: title });

/** Opens a thread from the list and waits for all of it. */
export async function openThread(page, title) {
  await line(page, title).getByRole("link").click();
  await expect(page.locator(".ch-post")).toBeVisible();
}

/** Another person: a browser context of their own, under the same watch. */
export async function somebodyElse(browser, watch, options) {
  const context = await browser.newContext(options);
  await watch.follow(context);
  return context.newPage();
}
