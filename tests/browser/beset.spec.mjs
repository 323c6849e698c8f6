// A place that is beset, in real browsers: a wave of a thousand posts while real people go on, the switch against it in the console, an
// impostor, what is held when it comes by a plain form, flags of photos, names and the badge, and a community that is closed.
import AxeBuilder from "@axe-core/playwright";
import { Console, Guest, HOUR, hooks, mailTo, newAddress, newBrand, ok, operator, origins, pathOf } from "../harness/actors.mjs";
import { asNewcomer, networkOf, solve, somethingElse } from "../abuse/people.mjs";
import { plain } from "../harness/pictures.mjs";
import { atConsole, go, nobodyYet, signedIn } from "./desk.mjs";
import { becomes, button, expect, openThread, reload, siteWithTag, somebodyElse, test, typeLine, visit, widget } from "./stage.mjs";

async function clean(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
}

test("a wave of a thousand posts: people read, answer and ask meanwhile, the operator turns the switch, and it ends by itself", async ({ page, browser, watch }) => {
  test.setTimeout(150_000);
  watch.allow(/429/);
  const brand = newBrand("w");
  const known = new Guest(brand, { site: origins().brand });
  await new Guest(brand).asks({ title: "Which water?" });
  await known.asks({ title: "Which gas?" });
  await known.joins(newAddress("known"));

  // The wave: each from a network of its own, as fast as it goes.
  let turn = 0;
  const counted = { seen: 0, held: 0, refused: 0 };
  const bot = async () => {
    while (turn < 1_000) {
      const mine = (turn += 1);
      const answer = await asNewcomer(new Guest(brand), networkOf(`${brand} bot ${mine}`)).ask({ title: `Buy followers for every network, number ${mine}`, body: `Order at https://spam${mine % 9}.example/${mine} and get one free with every order.` });
      counted[answer.status === 429 ? "refused" : Object.keys(answer.body.thread.post)[0] === "held" ? "held" : "seen"] += 1;
    }
  };
  const wave = Promise.all(Array.from({ length: 8 }, bot));

  // Somebody who is known reads and answers.
  const url = await siteWithTag(page, { brand });
  await becomes(page, url, brand, known);
  await openThread(page, "Which water?");
  await page.locator("#ch-reply").fill("Rain water, boiled once.");
  await button(widget(page), "Reply").click();
  await expect(page.locator(".ch-reply")).toContainText("Rain water, boiled once.");

  // Somebody new asks; their browser works for a moment.
  const newcomer = await somebodyElse(browser, watch);
  await newcomer.context().setExtraHTTPHeaders({ "x-chie-network": networkOf(`person ${brand}`) });
  await visit(newcomer, await siteWithTag(newcomer, { brand }));
  await typeLine(newcomer, "Does it whistle at night?");
  await newcomer.locator(".ch-like-ask").click();
  await newcomer.locator("#ch-body").fill("Mine wakes the cat.");
  await button(newcomer, "Post the question").click();
  await expect(newcomer.getByRole("heading", { name: "Posted" })).toBeVisible({ timeout: 30_000 });

  // The operator turns the switch, without anything of this brand in the queue.
  const desk = await somebodyElse(browser, watch);
  nobodyYet(watch);
  await atConsole(desk, await operator());
  await desk.goto(`${origins().console}/#/house`);
  await desk.locator("#house-brand").fill(`https://www.${brand}/shop`);
  await button(desk, "Look at its community").click();
  const guard = desk.locator("#guard");
  await expect(guard).toContainText("They write as everybody does");
  await guard.getByRole("radio", { name: "What they write waits until you have looked" }).check();
  await guard.locator("#guard-hours").selectOption("6");
  await button(guard, "Set it").click();
  await expect(guard.getByRole("heading", { name: "What newcomers write waits until the operator has looked" })).toBeVisible();
  await expect(guard).toContainText(/Set by /);
  await expect(guard).toContainText("Ends by itself:");
  await clean(desk);
  await desk.reload();
  await expect(guard).toContainText("Ends by itself:");
  await wave;
  expect(counted.seen + counted.held + counted.refused).toBe(1_000);

  // Somebody whose browser does the work that a wave asks for posts, and waits until the operator has looked.
  const work = solve(await ok(new Guest(brand).send("GET", "/challenge")));
  const late = asNewcomer(new Guest(brand), networkOf(`${brand} late`), { "chie-form": `took=30000; work=${work}` });
  expect(Object.keys((await ok(late.ask({ title: somethingElse(3) }))).thread.post)).toEqual(["held"]);
  // What people wrote is there after a reload; of a thousand posts at most a few stand beside it.
  await reload(page);
  await openThread(page, "Which water?");
  await expect(page.locator(".ch-reply")).toContainText("Rain water, boiled once.");
  const { rows } = await ok(new Guest(brand).list({ limit: 50, order: "active" }, { now: Date.now() }));
  expect(rows.map((row) => row.title)).toContain("Does it whistle at night?");
  expect(rows.filter((row) => row.title.startsWith("Buy followers")).length).toBe(counted.seen);
  expect(counted.seen).toBeLessThan(10);

  // Nobody has to turn it back.
  await desk.context().setExtraHTTPHeaders({ "x-chie-now": String(Date.now() + 7 * HOUR) });
  await desk.reload();
  await expect(guard).toContainText("They write as everybody does");
  await expect(guard).not.toContainText("Ends by itself:");
});

test("an owner slows newcomers down and says for how long; holding them is not theirs, and what the operator set neither", async ({ page, watch }) => {
  nobodyYet(watch);
  const brand = newBrand("w");
  await new Guest(brand).asks();
  const owner = await signedIn(page, newAddress("owner"));
  await owner.proves(brand);
  await page.setViewportSize({ width: 360, height: 740 });
  await go(page, brand, "set-up");
  const guard = page.locator("#guard");
  await expect(guard.getByRole("radio")).toHaveCount(2);
  await guard.getByRole("radio", { name: "They post once in a while" }).check();
  await guard.locator("#guard-pause").selectOption("30");
  await guard.locator("#guard-hours").selectOption("1");
  await button(guard, "Set it").click();
  await expect(guard.getByRole("heading", { name: "Newcomers post once in 30 minutes" })).toBeVisible();
  await expect(guard).toContainText("@mail.example");
  await page.reload();
  await expect(guard.getByRole("heading", { name: "Newcomers post once in 30 minutes" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await clean(page);
  const newcomer = asNewcomer(new Guest(brand), networkOf(`${brand} slow`));
  await ok(newcomer.ask({ title: somethingElse(1) }));
  expect((await newcomer.ask({ title: somethingElse(2) })).status).toBe(429);
  // In the record of deeds everybody reads that it was set, and for how long.
  const { rows } = await ok(new Guest(brand).send("GET", "/audit"));
  expect(rows.filter(({ what }) => what === "guard_set").map(({ object }) => object)).toEqual(["slow:30 hold:0 hours:1 by:brand"]);

  // Turned off by hand, before it would end.
  await guard.getByRole("radio", { name: "They write as everybody does" }).check();
  await button(guard, "Set it").click();
  await expect(guard.getByRole("heading", { name: "Newcomers post once in 30 minutes" })).toHaveCount(0);
  await page.reload();
  await expect(guard.getByRole("radio", { name: "They write as everybody does" })).toBeChecked();
  await expect(guard).not.toContainText("Ends by itself:");
  await ok(newcomer.ask({ title: somethingElse(2) }));

  const judge = await operator();
  await ok(judge.send("PUT", pathOf(brand, "/guard"), { hold_newcomers: true }));
  // What was looked at before that is refused, says so, and changes nothing.
  watch.allow(/403 PUT \S*\/guard|Failed to load resource.*403/);
  await guard.getByRole("radio", { name: "They post once in a while" }).check();
  await button(guard, "Set it").click();
  await expect(page.getByRole("alert").filter({ hasText: "You cannot do this at the moment." })).toBeVisible();
  expect((await ok(judge.send("GET", pathOf(brand, "/guard")))).guard).toMatchObject({ slow: 0, hold_newcomers: true });
  await page.goto(`${origins().console}/?lang=ja#/${brand}/set-up`);
  await expect(guard).toContainText("変えられるのは運営だけです");
  await expect(guard).toContainText("設定: 運営");
  await expect(guard.getByRole("radio")).toHaveCount(0);
});

test("an impostor: a colleague's name is refused, a disguised one waits, the colleague is warned, and the stone says why", async ({ page, browser, watch }) => {
  const brand = newBrand("i");
  const thread = await new Guest(brand).asks({ title: "The lid sticks" });
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);
  await ok(rep.answer(brand, thread, { body: "We send you a new one.", name: "Mika" }));

  await page.context().setExtraHTTPHeaders({ "x-chie-network": networkOf(`impostor ${brand}`) });
  await visit(page, await siteWithTag(page, { brand }));
  await openThread(page, "The lid sticks");
  await expect(page.locator(".ch-rep")).toContainText(brand);
  const write = async (name, words) => {
    await page.locator("#ch-reply").fill(words);
    const fold = page.locator("form.ch-form .ch-fold > summary");
    if (await fold.count() && !(await page.locator("#ch-reply-name").isVisible())) await fold.click();
    await page.locator("#ch-reply-name").fill(name);
    await button(widget(page), "Reply").click();
  };
  watch.allow(/422 POST \S*\/replies|Failed to load resource.*422/);
  await write("Mika", "Send me your card number.");
  await expect(page.locator("#ch-reply-name")).toHaveAttribute("aria-invalid", "true");
  await write("Мika", "Send me your card number.");
  const own = page.locator(".ch-reply").filter({ hasText: "Send me your card number." });
  await expect(own).toContainText("Only you can see this");
  await expect(own.locator(".ch-seal")).toHaveCount(0);
  await reload(page);
  await openThread(page, "The lid sticks");
  await expect(own).toContainText("Only you can see this");

  const reader = await somebodyElse(browser, watch);
  await visit(reader, await siteWithTag(reader, { brand }));
  await openThread(reader, "The lid sticks");
  await expect(reader.locator(".ch-reply")).toHaveCount(1);
  await expect(widget(reader)).not.toContainText("card number");
  await hooks.due(brand);
  await expect.poll(async () => { await hooks.due(brand); return (await mailTo(rep.email)).filter(({ subject }) => subject?.startsWith(brand)).length; }).toBeGreaterThan(0);

  const judge = await operator();
  const { replies } = await new Guest(brand).thread(thread, { now: Date.now() });
  expect(replies.map(({ author }) => author.name)).toEqual([{ chosen: "Mika" }]);
  await expect.poll(async () => { await hooks.due(brand); return (await ok(judge.send("GET", "/v1/house"))).lines.filter((it) => it.brand === brand).map(({ ground }) => ground); }).toEqual(["posing_as_staff"]);
  const { lines } = await ok(judge.send("GET", "/v1/house"));
  const { about } = lines.find((it) => it.brand === brand);
  const desk = await somebodyElse(browser, watch);
  nobodyYet(watch);
  await atConsole(desk, judge);
  await desk.goto(`${origins().console}/#/house/${brand}/${about}`);
  await button(desk.locator(".matter"), "3 Remove").click();
  await desk.getByRole("dialog").getByRole("radio").nth(3).check();
  await button(desk.getByRole("dialog"), "Decide").click();
  await expect(desk.locator(".matter")).toContainText("It is removed");
  await reload(reader);
  await openThread(reader, "The lid sticks");
  await expect(reader.locator(`#${about}`)).toContainText("Removed on this ground of the rules");
  await expect(widget(reader)).not.toContainText("card number");
});

test("what a plain form brings and what has to wait leads to a page that says so, with the key to it", async ({ browser, watch }) => {
  const brand = newBrand("w");
  const thread = await new Guest(brand).asks({ title: "Which water?" });
  const judge = await operator();
  await ok(judge.send("PUT", pathOf(brand, "/guard"), { hold_newcomers: true }));
  const page = await somebodyElse(browser, watch, { javaScriptEnabled: false, extraHTTPHeaders: { "x-chie-network": networkOf(`plain ${brand}`) } });
  await page.goto(`${origins().chie}/c/${brand}/kettle/ask?lang=en`);
  await page.locator("#ch-title").fill("Which tea?");
  await page.getByRole("button", { name: "Post the question" }).click();
  await expect(page.getByRole("heading", { name: "It waits until somebody has looked at it" })).toBeVisible();
  await expect(page.getByRole("link", { name: /advertis|Advertis/ })).toHaveAttribute("href", "/rules?lang=en#spam");
  await expect(page.getByRole("heading", { name: "Keep this address" })).toBeVisible();
  const key = await page.locator(".page-code a").getAttribute("href");
  expect((await ok(new Guest(brand).list({}, { now: Date.now() }))).rows.map((row) => row.title)).toEqual(["Which water?"]);

  const again = await somebodyElse(browser, watch);
  await again.goto(key);
  await expect(again.getByRole("heading", { name: "It waits until somebody has looked at it" })).toBeVisible();
  await again.getByRole("link", { name: `${brand} · kettle` }).click();
  await expect(again).toHaveURL(new RegExp(`/c/${brand}/kettle\\?lang=en`));

  await page.goto(`${origins().chie}/c/${brand}/kettle/${thread}/reply?lang=ja`);
  await page.locator("textarea").first().fill("雨水です。");
  await page.locator("form button").last().click();
  await expect(page.getByRole("heading", { name: "確認後に表示されます" })).toBeVisible();
  await expect(page.locator("main")).toContainText("Which water?");
  await expect(page.locator("main")).not.toContainText("雨水");
});

test("without script a photo is flagged by the link beneath it", async ({ browser, watch }) => {
  const brand = newBrand("w");
  const author = new Guest(brand);
  const thread = await author.asks({ title: "The lid sticks" });
  await author.joins(newAddress("author"));
  const { id: photo } = await ok(author.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  await author.replies(thread, { body: "Look.", photos: [{ id: photo, alt: "The lid" }] });
  const page = await somebodyElse(browser, watch, { javaScriptEnabled: false });
  const url = `${origins().chie}/c/${brand}/kettle/${thread}?lang=en`;
  await page.goto(url);
  await expect(page.getByRole("img", { name: "The lid" })).toBeVisible();
  await page.getByRole("link", { name: "Flag this photo" }).click();
  await expect(page).toHaveURL(new RegExp(`/flag/${brand}/${photo}`));
  await page.getByRole("radio", { name: /private facts/i }).check();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await page.goto(url);
  await expect(page.locator("main")).toContainText("Look.");
  await expect(page.getByRole("img", { name: "The lid" })).toHaveCount(0);
});

test("a photo, a name and the badge are flagged where they stand, in the widget and without script", async ({ page, browser, watch }) => {
  const brand = newBrand("w");
  const author = new Guest(brand);
  const thread = await author.asks({ title: "The lid sticks" });
  await author.joins(newAddress("author"));
  const { id: photo } = await ok(author.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  const reply = await author.replies(thread, { body: "Look.", name: "Quetzalcoatl", photos: [{ id: photo }] });
  const rep = await new Console().signsIn();
  await rep.proves(brand);
  await rep.claims(brand);

  await visit(page, await siteWithTag(page, { brand }));
  await openThread(page, "The lid sticks");
  const post = page.locator(`#${reply}`);
  await post.getByRole("link", { name: "Flag this photo" }).click();
  const form = page.locator(".ch-house");
  await expect(form.getByRole("radio", { name: "Photo 1" })).toBeChecked();
  await form.getByRole("radio", { name: /^Leave out private facts/ }).check();
  await button(form, "Flag it").click();
  await expect(page.getByText("It is hidden until somebody has looked at it.").first()).toBeVisible();
  await reload(page);
  await openThread(page, "The lid sticks");
  await expect(post).toContainText("Look.");
  await expect(post.locator(".ch-photos img")).toHaveCount(0);

  const plainly = await somebodyElse(browser, watch, { javaScriptEnabled: false });
  await plainly.goto(`${origins().chie}/c/${brand}/kettle/${thread}?lang=en`);
  await plainly.locator(`#${reply}`).getByRole("link", { name: /^Flag/ }).last().click();
  await plainly.getByRole("radio", { name: "The name of whoever wrote it" }).check();
  await plainly.getByRole("radio", { name: /staff/i }).check();
  await plainly.getByRole("button", { name: "Send" }).click();
  await expect(plainly.getByRole("heading", { name: "Thank you" })).toBeVisible();
  const judge = await operator();
  const { me: { member } } = await author.mine();
  const seen = await ok(judge.send("GET", pathOf(brand, `/matters/${member}`)));
  expect([seen.name, seen.flags.map(({ ground }) => ground)]).toEqual(["Quetzalcoatl", ["posing_as_staff"]]);

  await ok(judge.send("POST", pathOf(brand, "/decisions"), { about: member, verdict: "kept" }));
  await plainly.goto(`${origins().chie}/member/${brand}/${member}?lang=en`);
  await plainly.getByRole("link", { name: "Flag this name" }).click();
  await expect(plainly).toHaveURL(new RegExp(`/flag/${brand}/${member}`));
  await plainly.goto(`${origins().chie}/badge/${brand}?lang=en`);
  await plainly.getByRole("link", { name: "Flag this badge" }).click();
  await plainly.getByRole("radio", { name: /staff/i }).check();
  await plainly.getByRole("button", { name: "Send" }).click();
  await expect(plainly.locator("main")).toContainText("Until then it stays.");
  expect((await ok(judge.send("GET", pathOf(brand, "/matters/badge")))).flags).toHaveLength(1);
});

test("the operator closes a whole community from the desk, everybody reads on which ground, and it is opened again", async ({ page, browser, watch }) => {
  nobodyYet(watch);
  const brand = newBrand("w");
  const thread = await new Guest(brand).asks({ title: "The lid sticks" });
  await atConsole(page, await operator());
  await page.goto(`${origins().console}/#/house`);
  await page.locator("#house-brand").fill("no domain at all");
  await button(page, "Look at its community").click();
  await expect(page.locator("#house-brand")).toHaveAttribute("aria-invalid", "true");
  await page.locator("#house-brand").fill(brand);
  await button(page, "Look at its community").click();
  const matter = page.locator(".matter");
  // From anything in it the way leads there as well.
  await expect(matter.getByRole("link", { name: "The whole community" })).toHaveCount(0);
  await page.goto(`${origins().console}/#/house/${brand}/${thread}`);
  await expect(matter).toContainText("The lid sticks");
  await matter.getByRole("link", { name: "The whole community" }).click();
  await expect(matter.locator(".head h2")).toContainText("The community");
  await matter.getByRole("button", { name: /Close the community$/ }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("Nobody reads or writes here any more");
  await question.getByRole("radio").nth(7).check();
  await button(question, "Decide").click();
  await expect(matter).toContainText("It is removed");
  await page.reload();
  await expect(matter).toContainText("It is removed");
  const reader = await somebodyElse(browser, watch);
  watch.allow(/404|410/);
  await reader.goto(`${origins().chie}/c/${brand}/kettle/${thread}?lang=en`);
  await expect(reader.getByRole("heading", { level: 1 })).toContainText("There is nothing here");
  await reader.goto(`${origins().chie}/record/${brand}?lang=en`);
  await expect(reader.locator("main")).toContainText("This community is closed since");
  await matter.getByRole("button", { name: /Open it again$/ }).click();
  await button(page.getByRole("dialog"), "Decide").click();
  await expect(matter).toContainText("Everybody sees it");
  await reader.goto(`${origins().chie}/c/${brand}/kettle/${thread}?lang=en`);
  await expect(reader.locator("main")).toContainText("The lid sticks");
});
