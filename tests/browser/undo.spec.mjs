// What was posted a moment ago can be taken back: its words stand in their field again, and nothing of it is left.
import { Guest, newBrand, ok } from "../harness/actors.mjs";
import { ask, expect, line, openThread, reload, siteWithTag, test, typeLine, visit } from "./stage.mjs";

const undo = (page) => page.locator(".ch-undo").getByRole("button", { name: "Undo" });
const send = (page) => page.locator("form.ch-form:not(.ch-keep) button[type=submit]");

test("a question is taken back with its words, nothing remains, and posting it again makes one thread", async ({ page }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "Which gasket fits?", body: "It is **white**.", name: "Ada" });
  await expect(page.locator(".ch-undo")).toContainText("Posted");
  await undo(page).click();
  await expect(page.locator("#ch-body")).toBeFocused();
  await expect(page.locator("#ch-title")).toHaveValue("Which gasket fits?");
  await expect(page.locator("#ch-body")).toHaveValue("It is **white**.");
  await expect(page.locator(".ch-fold > summary")).toContainText("Ada");
  await expect(page.getByRole("status").filter({ hasText: "It is taken back." })).toHaveCount(1);
  await expect(page.locator(".ch-undo")).toHaveCount(0);
  expect((await ok(new Guest(brand).list({}, { now: Date.now() }))).rows).toEqual([]);
  // It is a draft like any other.
  await reload(page);
  await expect(line(page, "Which gasket fits?")).toHaveCount(0);
  await expect(page.locator("#ch-line")).toHaveValue("Which gasket fits?");
  await page.locator(".ch-like-ask").click();
  await expect(page.locator("#ch-body")).toHaveValue("It is **white**.");
  await send(page).click();
  await expect(page.locator(".ch-done")).toBeVisible();
  await reload(page);
  await expect(page.locator(".ch-row")).toHaveCount(1);
  await expect(line(page, "Which gasket fits?")).toContainText("Yours");
});

test("a reply and a comment are taken back too", async ({ page }) => {
  const guest = new Guest(newBrand());
  const thread = await guest.asks({ title: "Which vinegar?" });
  await guest.replies(thread, { body: "White." });
  await visit(page, await siteWithTag(page, { brand: guest.brand }));
  await openThread(page, "Which vinegar?");
  await page.locator("#ch-reply").fill("Apple.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(page.locator(".ch-reply")).toHaveCount(2);
  await undo(page).click();
  await expect(page.locator("#ch-reply")).toBeFocused();
  await expect(page.locator("#ch-reply")).toHaveValue("Apple.");
  await expect(page.locator(".ch-reply")).toHaveCount(1);
  await page.locator(".ch-reply").getByRole("button", { name: "Comment" }).click();
  await page.locator("#ch-comment").fill("How much of it?");
  await page.getByRole("button", { name: "Post the comment" }).click();
  await expect(page.locator(".ch-comment")).toHaveCount(1);
  await undo(page).click();
  await expect(page.locator("#ch-comment")).toHaveValue("How much of it?");
  await expect(page.locator(".ch-comment")).toHaveCount(0);
  await reload(page);
  await openThread(page, "Which vinegar?");
  await expect(page.locator("#ch-reply")).toHaveValue("Apple.");
  await expect(page.locator(".ch-reply")).toHaveCount(1);
  await expect(page.locator(".ch-comment")).toHaveCount(0);
});

test("the offer ends by itself, stays under a finger, and says what is wrong without a connection", async ({ page, context, watch }) => {
  const brand = newBrand();
  await page.clock.install();
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "How much does it hold?" });
  await context.setOffline(true);
  watch.allow(/Failed to load resource: net::ERR_INTERNET_DISCONNECTED/);
  await undo(page).click();
  await expect(page.locator(".ch-undo").getByRole("alert")).toContainText("You seem to be offline");
  await context.setOffline(false);
  // Whoever points at it has not decided yet.
  await page.clock.runFor("00:15");
  await expect(undo(page)).toBeVisible();
  await page.mouse.move(0, 0);
  await page.locator("[data-ch-head]").focus();
  await page.clock.runFor("00:15");
  await expect(page.locator(".ch-undo")).toHaveCount(0);
  await reload(page);
  await expect(line(page, "How much does it hold?")).toBeVisible();
});

test("in Japanese", async ({ page }) => {
  await visit(page, await siteWithTag(page, { brand: newBrand(), lang: "ja" }));
  await typeLine(page, "容量はどれくらいですか");
  await page.locator(".ch-like-ask").click();
  await send(page).click();
  await expect(page.locator(".ch-undo")).toContainText("公開しました");
  await page.locator(".ch-undo").getByRole("button", { name: "取り消す" }).click();
  await expect(page.locator("#ch-title")).toHaveValue("容量はどれくらいですか");
});
