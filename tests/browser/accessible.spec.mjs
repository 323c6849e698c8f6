// Every screen through axe, light and dark: no serious or critical violation. The rules that a page of somebody else breaks
// by itself are not ours; only what is inside the widget or on Chie's own pages counts.
import AxeBuilder from "@axe-core/playwright";
import { Console, Guest, newBrand, origins } from "../harness/actors.mjs";
import { ask, expect, openThread, siteWithTag, somebodyElse, test, typeLine, visit } from "./stage.mjs";

async function clean(page, where, without = []) {
  const { violations } = await new AxeBuilder({ page }).disableRules(without).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  const grave = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  expect.soft(grave.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(" ")} ${failureSummary.split("\n")[1]}`).slice(0, 3).join(" | ")}`), where).toEqual([]);
}

async function community() {
  const brand = newBrand();
  const guest = new Guest(brand);
  const thread = await guest.asks({ title: "The lid drips", kind: "problem", body: "Only when it pours.\n\n> quoted\n\n`code` and a [link](https://acme.example/)", name: "Ada" });
  const reply = await new Guest(brand).replies(thread, { body: "Turn the gasket round." });
  await guest.accept(reply);
  await guest.asks({ title: "Could the handle be longer?", kind: "idea" });
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  return { brand, thread, rep };
}

for (const colorScheme of ["light", "dark"]) {
  test(`the widget, ${colorScheme}`, async ({ browser, watch }) => {
    const { brand, thread, rep } = await community();
    const page = await somebodyElse(browser, watch, { colorScheme });
    const url = await siteWithTag(page, { brand, head: colorScheme === "dark" ? "<style>body { background: #111; color: #eee }</style>" : "" });
    await visit(page, url);
    await clean(page, "list");
    await page.locator(".ch-menu > summary").click();
    // What the menu lies over is no target while it is open.
    await clean(page, "kinds", ["target-size"]);
    await page.locator(".ch-menu > summary").click();
    await typeLine(page, "lid drips");
    await clean(page, "likely");
    await page.locator(".ch-like-ask").click();
    await page.locator("#ch-title").fill("");
    await page.locator("form.ch-form button[type=submit]").click();
    await clean(page, "ask, refused");
    await visit(page, url);
    await ask(page, { line: "Is the lid glass?" });
    await clean(page, "posted");
    await rep.claims(brand);
    await rep.answer(brand, thread, {}).then(({ body }) => rep.mark(brand, thread, body.thread.replies.find(({ author }) => author.voice.official).id));
    await visit(page, url);
    await clean(page, "official list");
    await openThread(page, "The lid drips");
    await clean(page, "official thread");
    await page.context().close();
  });

  test(`Chie's own pages, ${colorScheme}`, async ({ browser, watch }) => {
    const { brand, thread } = await community();
    const page = await somebodyElse(browser, watch, { colorScheme });
    for (const path of ["/", "/?q=nobody.example", "/rules", "/put-it-on-your-site", "/put-it-on-your-site?domain=acme.example&product=kettle", `/c/${brand}`, `/c/${brand}/kettle`, `/c/${brand}/kettle/${thread}`]) {
      const answer = await page.goto(origins().chie + path);
      expect(answer.status(), path).toBe(200);
      await clean(page, path);
    }
    await page.context().close();
  });

  test(`the console, ${colorScheme}`, async ({ browser, watch }) => {
    watch.allow(/401 GET \S*\/v1\/console\/session|Failed to load resource.*401/);
    const { brand, thread, rep } = await community();
    await rep.claim(brand, { reach: "all" });
    const page = await somebodyElse(browser, watch, { colorScheme });
    await page.goto(origins().console);
    await expect(page.locator("#email")).toBeVisible();
    await clean(page, "sign in");
    const [name, value] = rep.cookie.split(/=(.*)/);
    await page.context().addCookies([{ name, value, domain: "console.localhost", path: "/", secure: true }]);
    await page.reload();
    for (const room of ["", `${brand}/changes`, `${brand}/proof`, `${brand}/claim`, `${brand}/threads`, `${brand}/threads/${thread}`]) {
      await page.goto(`${origins().console}/#/${room}`);
      await expect(page.locator("main h1")).not.toHaveText("Loading");
      await expect(page.locator("main .loading")).toHaveCount(0);
      await clean(page, `#/${room}`);
    }
    await page.context().close();
  });
}
