// A Monday morning: a company has proven its domain and finds 212 threads. Triage, claiming in one act, undoing it, claiming all, what waits,
// the arrival tray, a colleague, hours: on a desk and on a phone.
import { DAY, Guest, HOUR, newAddress, newBrand, ok, origins, pathOf } from "../harness/actors.mjs";
import { signedIn } from "./desk.mjs";
import { expect, test } from "./stage.mjs";

const THREADS = 212;
const TITLES = ["Whistle stopped working after descaling", "Can it go on an induction hob?", "The lid does not close", "Which water is best?", "Colour peeled at the base"];
const MOODS = [undefined, "puzzled", "cross", "fine", "sad"];

/** 212 threads of several ages; a tenth of them are old, and one speaks of danger. */
async function crowd(brand) {
  const now = Date.now();
  await ok(new Guest(brand, { now: now - 60 * DAY }).open({ product_name: "Kettle" }));
  for (let n = 0; n < THREADS; n += 20) {
    const some = Array.from({ length: Math.min(20, THREADS - n) }, (_, k) => n + k);
    await Promise.all(some.map((one) => {
      const age = one % 10 === 9 ? 40 * DAY + one * HOUR : (one % 20) * HOUR + HOUR;
      const title = one === 7 ? "The handle caught fire on gas" : `${TITLES[one % TITLES.length]} (${one + 1})`;
      return new Guest(brand, { now: now - age }).asks({ title, mood: MOODS[one % MOODS.length] });
    }));
  }
}

for (const [device, viewport] of [["desk", { width: 1280, height: 900 }], ["phone", { width: 360, height: 740 }]]) {
  test(`212 threads on a Monday, on a ${device}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(viewport);
    const brand = newBrand();
    await crowd(brand);
    const rep = await signedIn(page);
    await rep.proves(brand);
    const room = (name) => page.goto(`${origins().console}/#/${brand}/${name}`);
    const dialog = page.getByRole("dialog");

    // Triage: danger leads, with its words.
    await room("claim");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("212 threads that customers began");
    const lines = page.locator("table.triage tbody tr");
    await expect(lines).toHaveCount(50);
    await expect(lines.first()).toContainText("Words of danger: fire");
    if (device === "desk") {
      // Each cell begins and ends with its line.
      const cells = await lines.first().evaluate((row) => [...row.cells].map((cell) => [cell.getBoundingClientRect().top, cell.getBoundingClientRect().bottom].join()));
      expect(new Set(cells).size).toBe(1);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    if (process.env.CHIE_SHOTS) await page.screenshot({ path: `${process.env.CHIE_SHOTS}/triage-${device}.png`, fullPage: false });

    // A selection, with a hello; nobody was mailed, and it can be undone.
    for (const place of [0, 1, 2]) await lines.nth(place).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Claim 3 threads…" }).click();
    await expect(page.locator("#hello")).toHaveValue(/Hello from/);
    await dialog.getByRole("button", { name: "Claim", exact: true }).click();
    await expect(page.locator("#hello-name")).toBeFocused();
    await page.locator("#hello-name").fill("Mika");
    if (process.env.CHIE_SHOTS) await page.screenshot({ path: `${process.env.CHIE_SHOTS}/hello-${device}.png` });
    await dialog.getByRole("button", { name: "Claim", exact: true }).click();
    await expect(dialog.locator("code")).toHaveText(/^[a-z2-7]{4}(-[a-z2-7]{4}){5}$/);
    await page.getByRole("button", { name: "I have put it away" }).click();
    await expect(page.getByRole("heading", { name: "3 threads are official. Nobody was mailed yet." })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("209 threads that customers began");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("212 threads that customers began");

    // All of it, without a second hello.
    await page.getByRole("button", { name: "All 212…" }).click();
    await page.locator("#hello").fill("");
    await dialog.getByRole("button", { name: "Claim", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("heading", { name: /212 threads are official/ })).toBeVisible();

    // What waits: danger first; it is taken, noted on, answered with a saved reply whose blank must be filled.
    await ok(rep.send("PUT", pathOf(brand, "/saved-replies"), { title: "We look", body: "Thank you, {{name}}. We look into it." }));
    await room("threads");
    await expect(page.getByRole("button", { name: /^Waiting 19\d$/ })).toBeVisible();
    const first = page.locator(".work > li").first();
    await expect(first).toContainText("The handle caught fire on gas");
    if (process.env.CHIE_SHOTS) await page.screenshot({ path: `${process.env.CHIE_SHOTS}/waiting-${device}.png` });
    await first.getByRole("button", { name: /^Take/ }).click();
    await expect(first).toContainText("yours");
    await first.getByRole("link").click();
    await page.locator("#note").fill("Called the factory.");
    await page.getByRole("button", { name: "Add the note" }).click();
    await expect(page.locator("form.notes:has(#note) .lines")).toContainText("Called the factory.");
    await page.locator("#saved").selectOption("We look");
    await expect(page.locator("#reply")).toHaveValue(/\{\{name\}\}/);
    await page.getByRole("button", { name: "Reply officially" }).click();
    await expect(page.getByText("Fill what stands in double braces first.")).toBeVisible();
    await page.locator("#reply").fill("Thank you, Sota. We look into it.");
    await page.getByRole("button", { name: "Reply officially" }).click();
    await expect(page.locator(".post.rep")).toContainText("Thank you, Sota.");
    if (process.env.CHIE_SHOTS) await page.screenshot({ path: `${process.env.CHIE_SHOTS}/thread-${device}.png` });

    // The arrival tray, all at once.
    await room("threads");
    await page.getByRole("button", { name: /^Arrived old 21$/ }).click();
    await page.getByLabel("Select all that are shown").locator("visible=true").first().check();
    await page.getByRole("button", { name: "Ask “still so?”" }).last().click();
    await expect(page.getByText("21 threads left the tray.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: "Arrived old 0" })).toBeVisible();
    await expect(page.locator(".work > li").first()).not.toContainText("caught fire");

    // A colleague, hours, and the overview.
    await room("people");
    await page.locator("#invite-email").fill(newAddress("ben"));
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await expect(page.locator(".people > li")).toHaveCount(2);
    if (process.env.CHIE_SHOTS) await page.screenshot({ path: `${process.env.CHIE_SHOTS}/people-${device}.png`, fullPage: true });
    await room("overview");
    await expect(page.locator(".figures")).toContainText("212");
    // Each number stands under its word.
    const weeks = page.locator(".weeks");
    await expect(weeks.locator("tbody tr")).toHaveCount(8);
    const edges = (row) => weeks.locator(row).evaluate((it) => [...it.cells].map((cell) => cell.getBoundingClientRect().right));
    expect(await edges("tbody tr:last-child")).toEqual(await edges("thead tr"));
    await page.locator("#hours-week").fill("mon 9:00-12:00 13:00-17:30");
    await page.getByRole("button", { name: "Save the hours" }).click();
    await expect(page.getByText("The hours are kept.")).toBeVisible();
    await page.reload();
    await expect(page.locator("#hours-week")).toHaveValue("mon 9:00-12:00 13:00-17:30");
    if (process.env.CHIE_SHOTS) await page.screenshot({ path: `${process.env.CHIE_SHOTS}/overview-${device}.png`, fullPage: true });
  });
}
