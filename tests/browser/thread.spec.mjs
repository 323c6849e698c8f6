// Several people in one thread: a reply, a star, "me too", the asker's thanks, and an official answer beside the two.
import { Console, Guest, newBrand } from "../harness/actors.mjs";
import { ask, expect, line, openThread, reload, siteWithTag, somebodyElse, test, visit } from "./stage.mjs";

test("people help one another, and the asker says what helped", async ({ page, browser, watch }) => {
  const brand = newBrand();
  await visit(page, await siteWithTag(page, { brand }));
  await ask(page, { line: "How do I get the lime out?", body: "It is white inside.", name: "Ada" });

  const helper = await somebodyElse(browser, watch);
  await visit(helper, await siteWithTag(helper, { brand }));
  await openThread(helper, "How do I get the lime out?");
  await expect(helper.locator(".ch-noreply")).toBeVisible();
  await helper.getByRole("button", { name: "I want to know too" }).click();
  await expect(helper.getByRole("button", { name: "I want to know too" })).toHaveAttribute("aria-pressed", "true");
  await helper.locator("#ch-reply").fill("Vinegar and half an hour.");
  await helper.locator("#ch-reply-name").fill("Ben");
  await helper.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(helper.locator(".ch-reply")).toContainText("Ben");
  await expect(helper.locator(".ch-reply")).toBeFocused();
  await expect(helper.locator("#ch-reply")).toHaveValue("");
  // Nobody stars their own.
  await expect(helper.locator(".ch-reply").getByRole("button", { name: /Helpful/ })).toHaveCount(0);
  await expect(helper.locator(".ch-reply").getByRole("button", { name: "This solved it" })).toHaveCount(0);
  await reload(helper);
  await expect(line(helper, "How do I get the lime out?")).toContainText("1 reply");
  await expect(line(helper, "How do I get the lime out?")).toContainText("1 wants to know too");

  const reader = await somebodyElse(browser, watch);
  await visit(reader, await siteWithTag(reader, { brand }));
  await openThread(reader, "How do I get the lime out?");
  await reader.locator(".ch-reply").getByRole("button", { name: /Helpful/ }).click();
  await expect(reader.locator(".ch-reply").getByRole("button", { name: "Helpful · 1" })).toHaveAttribute("aria-pressed", "true");
  // The mark is shown at once; it is kept when the answer has come.
  await reader.waitForFunction(() => Object.keys(localStorage).some((name) => name.endsWith(":session")));
  await reload(reader);
  await openThread(reader, "How do I get the lime out?");
  await expect(reader.locator(".ch-reply").getByRole("button", { name: "Helpful · 1" })).toHaveAttribute("aria-pressed", "true");

  await reload(page);
  await openThread(page, "How do I get the lime out?");
  await page.locator(".ch-reply").getByRole("button", { name: "This solved it" }).click();
  await expect(page.locator(".ch-solved")).toBeVisible();
  await expect(page.locator(".ch-by-asker")).toContainText("Solved it for Ada");
  await reload(page);
  await expect(line(page, "How do I get the lime out?")).toContainText("Answered");
  await openThread(page, "How do I get the lime out?");
  await expect(page.locator(".ch-solved")).toBeVisible();
  await page.getByRole("button", { name: "Not solved after all" }).click();
  await expect(page.locator(".ch-solved")).toHaveCount(0);
});

test("scenario 16: three answers of three people stand side by side after an official mark", async ({ page }) => {
  const brand = newBrand();
  const asker = new Guest(brand);
  const thread = await asker.asks({ title: "Which gasket fits?", name: "Ada" });
  const [accepted, starred] = [await new Guest(brand).replies(thread, { body: "The grey one fitted mine.", name: "Ben" }), await new Guest(brand).replies(thread, { body: "Measure the lid first.", name: "Cleo" })];
  await asker.accept(accepted);
  for (let reader = 0; reader < 3; reader += 1) await new Guest(brand).star(starred);
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  const { thread: answered } = await rep.answer(brand, thread, { body: "Part K-7 fits all kettles since 2019.", name: "Mika" }).then(({ body }) => body);
  const official = answered.replies.find(({ author }) => author.voice.official).id;
  await rep.mark(brand, thread, official);

  await visit(page, await siteWithTag(page, { brand }));
  for (const again of [false, true]) {
    if (again) await reload(page);
    await openThread(page, "Which gasket fits?");
    const answers = page.locator(".ch-answer");
    await expect(answers).toHaveCount(3);
    await expect(answers.nth(0)).toHaveClass(/ch-by-brand.*ch-open/);
    await expect(answers.nth(0)).toContainText("Part K-7");
    await expect(answers.nth(1)).toHaveClass(/ch-by-asker/);
    await expect(answers.nth(1)).toContainText("The grey one");
    await expect(answers.nth(2)).toHaveClass(/ch-by-crowd/);
    await expect(answers.nth(2)).toContainText("3 found this helpful");
  }
  await page.locator(".ch-by-crowd").click();
  await expect(page.locator(`[id="${starred}"]`)).toBeFocused();
  await expect(page.locator(".ch-rep .ch-seal")).toHaveText(brand);
});
