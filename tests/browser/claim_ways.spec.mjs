// Scenario 13 in one sitting: somebody claims by a DNS record, after a wrong one, one that was made for another brand, and a request that
// was over; another brand by a file, after its neighbour's; and a shared host, where only the exact name counts.
import { Console, DAY, Guest, SECOND, behave, newAddress, newBrand, origins, putFile, putRecord, removeRecords } from "../harness/actors.mjs";
import { PROVEN_BY_SITE } from "../harness/stack.mjs";
import { atConsole, go, signedIn } from "./desk.mjs";
import { expect, siteWithTag, somebodyElse, test, visit, widget } from "./stage.mjs";

const copies = (page) => page.locator(".copies code");
const looks = (page) => page.locator("table.looks");

test("scenario 13: claim by DNS and by file, wrong record, record for another brand, expired request, shared host", async ({ page, browser, watch }) => {
  const start = Date.now();
  let now = start;
  const at = async (moment) => {
    now = moment;
    await page.clock.setFixedTime(now);
    await page.setExtraHTTPHeaders({ "x-chie-now": String(now) });
  };
  const check = async () => {
    await at(now + 15 * SECOND);
    await page.getByRole("button", { name: /^Check (now|again)$/ }).click();
  };
  const email = newAddress("rep");
  await signedIn(page, email);
  const seen = await somebodyElse(browser, watch);
  const shownAs = async (brand, look, options) => {
    await seen.setExtraHTTPHeaders({ "x-chie-now": String(now) });
    await visit(seen, await siteWithTag(seen, { brand, site: process.env.FAN, ...options }));
    await expect(widget(seen)).toHaveClass(look);
  };
  const claimAll = async () => {
    await page.getByRole("button", { name: /^All \d+…$/ }).click();
    await page.locator("#hello").fill("");
    await page.getByRole("dialog").getByRole("button", { name: "Claim", exact: true }).click();
    await page.getByRole("button", { name: "I have put it away" }).click();
    await expect(page.locator(".claims")).toContainText("The whole community");
  };

  // By a DNS record. First nothing is there, then a wrong text, then the one that was made for another brand of the same person's.
  const [brand, second] = [newBrand("d"), newBrand("d")];
  await new Guest(brand).asks({ title: "Is there a spare lid?" });
  const record = async (of) => {
    await go(page, of, "proof");
    await page.getByRole("button", { name: /DNS record/ }).click();
    await expect(copies(page).first()).toHaveText(`_chie-challenge.${of}`);
    const [name, , text] = await copies(page).allInnerTexts();
    return { name, text };
  };
  const others = await record(second);
  const first = await record(brand);
  expect(first.text).not.toBe(others.text);
  await check();
  await expect(looks(page)).toContainText("no record");
  for (const wrong of [`${first.text}x`, others.text]) {
    await putRecord(first.name, wrong);
    await check();
    await expect(looks(page)).toContainText(wrong);
    await expect(page.getByText("not proven yet")).toBeVisible();
    await removeRecords(first.name);
  }
  await shownAs(brand, /ch-fan/);

  // The request is over after thirty days: its record proves nothing, and the new text is another one.
  await putRecord(first.name, first.text);
  await atConsole(page, await new Console(email, { now: start + 31 * DAY }).signsIn());
  watch.allow(/410 POST \S*\/check|Failed to load resource.*410/);
  await at(start + 31 * DAY);
  await check();
  await expect(page.getByText("This text was for thirty days and is over").first()).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: /DNS record/ }).click();
  await page.getByRole("button", { name: "Get a new text" }).click();
  const fresh = await record(brand);
  expect(fresh.text).not.toBe(first.text);
  await check();
  await expect(looks(page)).toContainText(first.text);
  await expect(page.getByText("not proven yet")).toBeVisible();
  await putRecord(fresh.name, fresh.text);
  await check();
  await expect(page.getByText("proven by DNS").first()).toBeVisible();
  await go(page, brand, "claim");
  await claimAll();
  await page.reload();
  await expect(page.locator(".claims")).toContainText("The whole community");
  await shownAs(brand, /ch-official/);

  // By the well-known file of another brand's site, after the file of its neighbour.
  const [sited, neighbour] = PROVEN_BY_SITE.slice(7);
  await new Guest(sited, { now }).asks({ title: "Does it whistle?" });
  const file = async (of) => {
    await go(page, of, "proof");
    await page.getByRole("button", { name: /^File/ }).click();
    await expect(copies(page).first()).toContainText(`https://${of}/`);
    return copies(page).allInnerTexts();
  };
  const [, theirs] = await file(neighbour);
  const [place, text] = await file(sited);
  for (const wrong of ["<h1>Welcome</h1>", theirs]) {
    await putFile(place, wrong);
    await check();
    await expect(looks(page)).toContainText(wrong);
    await expect(page.getByText("not proven yet")).toBeVisible();
  }
  await putFile(place, text);
  await check();
  await expect(page.getByText("proven by a file").first()).toBeVisible();
  await go(page, sited, "claim");
  await claimAll();
  await behave();
  await shownAs(sited, /ch-official/);
  await page.reload();
  await expect(page.locator(".claims")).toContainText("The whole community");

  // On a shared host nobody proves the host, nor a neighbour on it: the exact name counts.
  const [shared, beside] = [newBrand("p"), newBrand("p")].map((one) => `${one.split(".")[0]}.github.io`);
  for (const of of [shared, beside]) await new Guest(of, { now }).asks({ title: "Does it fit?" });
  watch.allow(/422 GET \S*\/github\.io\/desk|Failed to load resource.*422.*github\.io/);
  await page.goto(`${origins().console}/#/`);
  await page.getByLabel("The brand’s domain").fill("github.io");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Many brands share this ending.")).toBeVisible();
  const own = await record(shared);
  expect(own.name).toBe(`_chie-challenge.${shared}`);
  for (const other of ["_chie-challenge.github.io", `_chie-challenge.${beside}`]) await putRecord(other, own.text);
  await check();
  await expect(looks(page)).toContainText("no record");
  await removeRecords("_chie-challenge.github.io");
  await putRecord(own.name, own.text);
  await check();
  await expect(page.getByText("proven by DNS").first()).toBeVisible();
  await go(page, shared, "claim");
  await claimAll();
  await page.reload();
  await expect(page.locator(".claims")).toContainText("The whole community");
  await shownAs(shared, /ch-official/);
  await shownAs(beside, /ch-fan/);
  await go(page, beside, "claim");
  await expect(page.locator("main")).toContainText("First show that you speak for the brand");
  await expect(page.getByRole("button", { name: /^All \d+…$/ })).toHaveCount(0);
});
