// A guest asks: likely threads while typing, details, the screen after posting, and the same after a reload. Then the
// thread is kept under an address by a code typed in the widget, and is theirs in another browser.
import { chromium } from "@playwright/test";
import { codeIn, Guest, mailTo, newAddress, newBrand, origins } from "../harness/actors.mjs";
import { ask, expect, line, openThread, reload, siteWithTag, somebodyElse, test, typeLine, unfold, visit } from "./stage.mjs";

test("likely threads appear, and opening one loses no letter", async ({ page }) => {
  const guest = new Guest(newBrand());
  const known = await guest.asks({ title: "The whistle stays silent", kind: "problem" });
  const helped = await new Guest(guest.brand).replies(known, { body: "Lime in the slit: half an hour of vinegar." });
  await guest.accept(helped);
  await visit(page, await siteWithTag(page, { brand: guest.brand }));

  await typeLine(page, "whistle is silent");
  const likely = page.locator(".ch-like");
  await expect(likely).toContainText("The whistle stays silent");
  await expect(likely).toContainText("Lime in the slit");
  await likely.getByRole("link").click();
  await expect(page.locator(".ch-reply")).toContainText("half an hour of vinegar");
  await page.locator(".ch-back").click();
  await expect(page.locator("#ch-line")).toHaveValue("whistle is silent");

  await page.locator(".ch-like-ask").click();
  await expect(page.locator("#ch-title")).toHaveValue("whistle is silent");
  await expect(page.locator("#ch-body")).toBeFocused();
  await page.locator("#ch-body").fill("Since yesterday.\n\nI *did* try vinegar.");
  await unfold(page);
  await page.locator("#ch-name").fill("Ada");
  // A draft outlives a reload.
  await reload(page);
  await typeLine(page, "whistle is silent");
  await page.locator(".ch-like-ask").click();
  await expect(page.locator("#ch-body")).toHaveValue("Since yesterday.\n\nI *did* try vinegar.");
  await page.getByRole("radio", { name: "Problem" }).check({ force: true });
  await page.getByRole("button", { name: "Post the problem" }).click();

  await expect(page.getByRole("heading", { name: "Posted" })).toBeFocused();
  await page.getByRole("button", { name: "See it" }).click();
  await expect(page.locator(".ch-post em")).toHaveText("did");
  await expect(page.locator(".ch-post")).toContainText("Ada");
  await reload(page);
  await expect(line(page, "whistle is silent").filter({ hasText: "Yours" })).toContainText("Reported");
  await openThread(page, "whistle is silent");
  await expect(page.locator(".ch-post")).toContainText("You asked this");
  // The draft is gone with the post.
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("draft")))).toEqual([]);
});

test("posting works and survives a reload with third-party cookies blocked and storage partitioned", async ({ browser, watch, playwright }, info) => {
  const { launchOptions } = info.project.use;
  const strict = await (playwright?.chromium ?? chromium).launch({
    ...launchOptions, args: [...launchOptions.args, "--test-third-party-cookie-phaseout", "--enable-features=ThirdPartyStoragePartitioning"],
  });
  const page = await somebodyElse(strict, watch);
  await visit(page, await siteWithTag(page, { brand: newBrand() }));
  await ask(page, { line: "Does it fit a small ring?" });
  await reload(page);
  await expect(line(page, "Does it fit a small ring?")).toContainText("Yours");
  expect(await page.context().cookies()).toEqual([]);
  await strict.close();
  expect(browser.isConnected()).toBe(true);
});

test("keeps what one wrote under an address, and it is theirs in another browser", async ({ page, browser, watch }) => {
  const brand = newBrand();
  const email = newAddress("keeper");
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "Where is the serial number?" });

  await page.locator("#ch-email").fill("nobody@@nowhere");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.locator("#ch-email-about")).toContainText("An address looks like");
  await expect(page.locator("#ch-email")).toBeFocused();
  const keep = async (where, wrongFirst) => {
    await where.locator("#ch-email").fill(email);
    await where.getByRole("button", { name: "Send me a code" }).click();
    await expect(where.locator("#ch-code")).toBeFocused();
    const code = codeIn((await mailTo(email))[0]);
    if (wrongFirst) {
      watch.allow(/422 POST \S*\/joins/);
      watch.allow(/Failed to load resource.*422/);
      await where.locator("#ch-code").fill(code === "000000" ? "000001" : "000000");
      await where.getByRole("button", { name: "Confirm" }).click();
      await expect(where.locator("#ch-code-about")).toContainText("This code does not fit");
    }
    // As a person pastes it, and as a Japanese keyboard writes it.
    await where.locator("#ch-code").fill(`${[...code.slice(0, 3)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("")} ${code.slice(3)}`);
    await where.getByRole("button", { name: "Confirm" }).click();
    await expect(where.locator(".ch-kept")).toContainText(`${email[0]}…@mail.example`);
  };
  await keep(page, true);
  await reload(page);
  await expect(line(page, "Where is the serial number?")).toContainText("Yours");

  const other = await somebodyElse(browser, watch);
  await visit(other, await siteWithTag(other, { brand }));
  await expect(line(other, "Where is the serial number?")).not.toContainText("Yours");
  await ask(other, { line: "And where is the year?" });
  await keep(other, false);
  await reload(other);
  await expect(line(other, "Where is the serial number?")).toContainText("Yours");
  await other.context().close();
});

test("a thread asked in the widget stands on its public page", async ({ page }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "How much does it hold?" });
  await reload(page);
  const address = await line(page, "How much does it hold?").getByRole("link").getAttribute("href");
  expect(address).toMatch(`${origins().chie}/c/${brand}/kettle/`);
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("<h1 class=\"ch-h\" ");
});
