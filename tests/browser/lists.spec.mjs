// Lists and where one stands in them: a line is found again where it was; on Chie's own pages the address follows what is shown;
// an empty list invites; what was looked for is not typed twice.
import { Guest, newBrand, origins } from "../harness/actors.mjs";
import { expect, line, openThread, reload, siteWithTag, somebodyElse, test, untilLive, visit } from "./stage.mjs";

/** Chie's own pages keep their roots closed; here a test reaches in. */
const open = (page) => page.addInitScript(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function opened(how) { return attach.call(this, { ...how, mode: "open" }); };
});

/** A community with so many questions; a newcomer may not write many in a short time. */
async function many(count) {
  const brand = newBrand();
  for (let n = 0; n < count; n += 1) await new Guest(brand).asks({ title: `Question ${n}`, kind: n % 2 ? "problem" : "question" });
  return brand;
}

const top = (target) => target.evaluate((element) => Math.round(element.getBoundingClientRect().top));

for (const place of ["in the page", "in a launcher"]) {
  test(`whoever comes back from a thread finds its line where it stood, ${place}`, async ({ page }) => {
    const brand = await many(18);
    const launcher = place === "in a launcher";
    const tall = '<div style="height: 700px">A long page</div>';
    await page.goto(await siteWithTag(page, { brand, before: tall, after: tall, tag: launcher ? { place: "launcher" } : {} }));
    if (launcher) await page.getByRole("button").first().click();
    await page.locator(".ch-row").first().waitFor();
    // A launcher's widget stands in a root inside a root.
    await expect.poll(() => page.locator("section.ch:visible").evaluate(({ parentElement }) => Object.keys(parentElement).some((key) => key.startsWith("__yew")))).toBe(true);
    const row = line(page, "Question 5");
    for (const again of [false, true]) {
      await row.evaluate((element) => element.scrollIntoView({ block: "center" }));
      const before = await top(row);
      await row.getByRole("link").click();
      await expect(page.getByRole("heading", { name: "Question 5" })).toBeFocused();
      await expect(page.locator(".ch-noreply")).toBeVisible();
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.locator(".ch-back").click();
      await expect(row.getByRole("link"), String(again)).toBeFocused();
      expect(Math.abs((await top(row)) - before)).toBeLessThanOrEqual(1);
    }
  });
}

test("on Chie's own pages the address follows, goes back without loading, and is the same after a reload", async ({ page }) => {
  const brand = await many(4);
  await open(page);
  const home = `${origins().chie}/c/${brand}/kettle?lang=en`;
  await visit(page, home);
  const title = await page.title();
  await page.evaluate(() => { window.same = true; });
  await openThread(page, "Question 1");
  await expect(page).toHaveURL(/\/kettle\/t_/);
  await expect(page).toHaveTitle("Question 1 · Chie");
  await page.goBack();
  await expect(page).toHaveURL(home);
  await expect(page).toHaveTitle(title);
  await expect(line(page, "Question 1").getByRole("link")).toBeFocused();
  expect(await page.evaluate(() => window.same)).toBe(true);
  // What the server draws for the address forth is taken over like any page.
  await Promise.all([page.waitForEvent("load"), page.goForward()]);
  await untilLive(page);
  await expect(page.getByRole("heading", { name: "Question 1" })).toBeVisible();
  await expect(page).toHaveURL(/\/kettle\/t_/);
  await page.locator(".ch-back:visible").click();
  await expect(page.locator(".ch-row:visible")).toHaveCount(4);
  await expect(page).not.toHaveURL(/\/t_/);

  // A filter stands in the address, and a reload shows the same.
  await visit(page, home);
  await page.locator(".ch-menu > summary:visible").click();
  await page.locator(".ch-menu-box a:visible", { hasText: "Problem" }).click();
  await expect(page.locator(".ch-row:visible")).toHaveCount(2);
  await expect(page).toHaveURL(/[?&]kind=problem/);
  // This one stands as the server drew it: nothing in it needs the widget.
  await page.reload();
  await expect(page.locator(".ch-row:visible")).toHaveCount(2);
  await expect(page.locator(".ch-menu.ch-on summary:visible")).toHaveText("Problem");
});

test("without script a filtered list says what it shows and goes on in parts", async ({ browser, watch }) => {
  const brand = await many(46);
  const page = await somebodyElse(browser, watch, { javaScriptEnabled: false });
  await page.goto(`${origins().chie}/c/${brand}/kettle?lang=en`);
  await page.getByRole("link", { name: "Needs an answer" }).click();
  await expect(page.locator(".ch-tabs [aria-current]")).toContainText("Needs an answer");
  await expect(page.locator(".ch-row")).toHaveCount(20);
  const seen = await page.locator(".ch-row h3").allTextContents();
  for (const count of [20, 20, 6]) {
    await page.getByRole("link", { name: "Show more" }).click();
    await expect(page.locator(".ch-row")).toHaveCount(count);
    seen.push(...(await page.locator(".ch-row h3").allTextContents()));
    if (count === 6) await expect(page.getByRole("link", { name: "Show more" })).toHaveCount(0);
  }
  expect(new Set(seen).size).toBe(46);
  await page.context().close();
});

test("in somebody's page the address is that page's", async ({ page }) => {
  const brand = await many(2);
  const url = await siteWithTag(page, { brand });
  await visit(page, url);
  await openThread(page, "Question 1");
  await expect(page).toHaveURL(url);
  expect(await page.evaluate(() => history.length)).toBe(2);
});

test("coming back to the page, a bar says what is new in the open thread; nothing jumps, and the first new reply has the focus", async ({ page }) => {
  const brand = newBrand();
  const thread = await new Guest(brand).asks({ title: "Which gasket?" });
  await new Guest(brand).replies(thread, { body: "The grey one." });
  await visit(page, await siteWithTag(page, { brand }));
  await openThread(page, "Which gasket?");
  const replies = page.locator(".ch-reply");
  await expect(replies).toHaveCount(1);
  await page.locator("#ch-reply").fill("I believe");
  for (const body of ["The white one.", "Either."]) await new Guest(brand).replies(thread, { body });
  const before = await top(page.locator("#ch-reply"));
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  const bar = page.locator(".ch-fresh button");
  await expect(bar).toHaveText("2 new replies");
  await expect(replies).toHaveCount(1);
  expect(await top(page.locator("#ch-reply"))).toBe(before);
  await expect(page.locator("#ch-reply")).toBeFocused();
  await bar.click();
  await expect(replies).toHaveCount(3);
  await expect(replies.nth(1)).toBeFocused();
  await expect(bar).toHaveCount(0);
  await expect(page.locator("#ch-reply")).toHaveValue("I believe");
  await reload(page);
  await openThread(page, "Which gasket?");
  await expect(replies).toHaveCount(3);
});

test("the menu of kinds closes when one goes on elsewhere, and by Escape", async ({ page }) => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "Which gasket?" });
  await visit(page, await siteWithTag(page, { brand }));
  const box = page.locator(".ch-menu-box");
  const open = async () => {
    await page.locator(".ch-menu > summary").click();
    await expect(box).toBeVisible();
  };
  await open();
  await page.locator("#ch-line").click();
  await expect(box).toBeHidden();
  await open();
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await expect(page.locator(".ch-menu > summary")).toBeFocused();
});

test("empty places invite, and say what can be done", async ({ page }) => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "Which gasket?" });
  await visit(page, await siteWithTag(page, { brand, product: "lamp", title: "Desk Lamp Arc" }));
  await expect(page.locator(".ch-invite")).toContainText("No questions yet about Desk Lamp Arc");
  await expect(page.locator(".ch-invite")).toContainText("Ask the first one.");
  await visit(page, await siteWithTag(page, { brand }));
  await page.getByRole("link", { name: "Solved" }).click();
  await expect(page.locator(".ch-none")).toContainText("Nothing here fits.");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.locator(".ch-row")).toHaveCount(1);
  await openThread(page, "Which gasket?");
  await expect(page.locator(".ch-noreply")).toContainText("If you know something, it helps.");
  await reload(page);
  await expect(page.locator(".ch-row")).toHaveCount(1);
});

test("without script, what was looked for is the title of what is asked", async ({ browser, watch }) => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "Which gasket?" });
  const page = await somebodyElse(browser, watch, { javaScriptEnabled: false });
  for (const how of [(it) => it.getByRole("link", { name: "Ask this" }), (it) => it.locator(".page-ask a")]) {
    await page.goto(`${origins().chie}/c/${brand}/kettle?lang=en`);
    await page.locator("#ch-line").fill("zebra & 笛 + “spout”");
    await page.locator("#ch-line").press("Enter");
    await expect(page.locator(".ch-none")).toContainText("Nothing was found");
    await how(page).click();
    await expect(page.locator("#ch-title")).toHaveValue("zebra & 笛 + “spout”");
    await page.reload();
    await expect(page.locator("#ch-title")).toHaveValue("zebra & 笛 + “spout”");
  }
  await page.context().close();
});
