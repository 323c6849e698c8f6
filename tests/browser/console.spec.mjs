// The console in a browser: signing in, proving in three ways with wrong proofs first, claiming one thread, a product and
// everything, releasing, answering officially; and what visitors then see in the brand's page.
import { behave, codeIn, Guest, mailTo, newAddress, newBrand, origins, otherCode, putFile, putMeta, putRecord, SECOND } from "../harness/actors.mjs";
import { PROVEN_BY_SITE } from "../harness/stack.mjs";
import { go, nobodyYet, signedIn } from "./desk.mjs";
import { expect, line, openThread, siteWithTag, somebodyElse, test, visit, widget } from "./stage.mjs";

const own = PROVEN_BY_SITE.toReversed().slice(2);

/** Signs in as a person does. */
async function signIn(page, watch, email, { wrongFirst = false } = {}) {
  nobodyYet(watch);
  await page.goto(origins().console);
  await page.locator("#email").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.locator("#code")).toBeFocused();
  const code = codeIn((await mailTo(email))[0]);
  if (wrongFirst) {
    watch.allow(/422 POST \S*\/v1\/console\/session|Failed to load resource.*422/);
    await page.locator("#code").fill("12");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("The code has six digits")).toBeVisible();
    await page.locator("#code").fill(otherCode(code));
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("This code does not fit")).toBeVisible();
    await expect(page.locator("#code")).toBeFocused();
  }
  await page.locator("#code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
}

const copies = (page) => page.locator(".copies code");

/** A check, a quarter of a minute after the one before: the console asks for patience between two. */
async function check(page) {
  page.later = (page.later ?? Date.now()) + 15 * SECOND;
  await page.setExtraHTTPHeaders({ "x-chie-now": String(page.later) });
  await page.getByRole("button", { name: /^Check (now|again)$/ }).click();
}
const table = (page) => page.locator("table.looks");

test("somebody signs in, chooses a brand and proves it by DNS after a wrong record", async ({ page, watch }) => {
  const brand = newBrand();
  await new Guest(brand).asks({ title: "Is there a spare lid?" });
  await signIn(page, watch, newAddress("mika"), { wrongFirst: true });
  await page.locator("#brand").fill("https://192.0.2.7/");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("not by an IP address")).toBeVisible();
  await page.locator("#brand").fill(`https://www.${brand}/products/kettle`);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("link", { name: "Proof", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Proof", exact: true }).click();
  await page.getByRole("button", { name: /DNS record/ }).click();
  // Where, of which type, what; and the page for whoever runs the DNS.
  await expect(copies(page)).toHaveCount(4);
  const [at, type, text] = await copies(page).allInnerTexts();
  expect(type).toBe("TXT");

  await check(page);
  await expect(table(page)).toBeVisible();
  await expect(table(page).locator("tbody tr")).toHaveCount(2);
  await putRecord(at, `${text}x`);
  await check(page);
  await expect(table(page)).toContainText(`${text}x`);
  await expect(page.getByText("not proven yet")).toBeVisible();
  await putRecord(at, text);
  await check(page);
  await expect(page.getByText("proven by DNS").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("proven by DNS").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(brand);
});

test("by a file after a wrong one", async ({ page, watch }) => {
  const [brand] = own;
  await signIn(page, watch, newAddress("file"));
  await go(page, brand, "proof");
  await page.getByRole("button", { name: /^File/ }).click();
  await expect(copies(page)).toHaveCount(2);
  const [at, text] = await copies(page).allInnerTexts();
  await check(page);
  await expect(table(page)).toContainText("404");
  await putFile(at, "<h1>Welcome</h1>");
  await check(page);
  await expect(table(page)).toContainText("<h1>Welcome</h1>");
  await putFile(at, text);
  await check(page);
  await expect(page.getByText("proven by a file").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("proven by a file").first()).toBeVisible();
});

test("by a meta tag after another's", async ({ page, watch }) => {
  const [, brand] = own;
  await signIn(page, watch, newAddress("meta"));
  await go(page, brand, "proof");
  await page.getByRole("button", { name: /^Meta tag/ }).click();
  await expect(copies(page)).toHaveCount(2);
  const [, text] = await copies(page).allInnerTexts();
  await putMeta('<meta name="chie-proof" content="00000000000000000000000000">');
  await check(page);
  await expect(table(page)).toContainText("0000000000");
  await putMeta(text);
  await check(page);
  await expect(page.getByText("proven by a meta tag").first()).toBeVisible();
  await putMeta(null);
  await behave();
  await page.reload();
  await expect(page.getByText("proven by a meta tag").first()).toBeVisible();
});

test("one thread, a product, everything; an official answer; and back again", async ({ page, browser, watch }) => {
  const brand = newBrand();
  const guest = new Guest(brand);
  const first = await guest.asks({ title: "Is there a spare lid?", product: "kettle", product_name: "Kettle", body: "Mine fell." });
  const helped = await new Guest(brand).replies(first, { body: "I bought one at the market.", name: "Ben" });
  await guest.asks({ title: "Does it fit induction?", product: "kettle" });
  await guest.asks({ title: "The arm sinks", kind: "problem", product: "lamp", product_name: "Lamp" });
  const rep = await signedIn(page);
  await rep.proves(brand);

  const visitor = await somebodyElse(browser, watch);
  const kettlePage = await siteWithTag(visitor, { brand, product: "kettle" });
  const lampPage = await siteWithTag(visitor, { brand, product: "lamp" });
  const seenAs = async (url, look) => {
    await visit(visitor, url);
    await expect(widget(visitor)).toHaveClass(look);
  };
  const claim = async (done, { first: isFirst } = {}) => {
    // The hello post goes with the first claim only; it is offered with each.
    await expect(page.locator("#hello")).toHaveValue(/^Hello from/);
    if (isFirst) await page.locator("#hello-name").fill("Mika");
    else await page.locator("#hello").fill("");
    await page.getByRole("dialog").getByRole("button", { name: "Claim", exact: true }).click();
    if (isFirst) {
      await expect(page.getByRole("dialog").locator("code")).toHaveText(/^[a-z2-7]{4}(-[a-z2-7]{4}){5}$/);
      await page.getByRole("button", { name: "I have put it away" }).click();
    }
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.locator(".claims")).toContainText(done);
  };
  const release = async (name) => {
    await page.getByRole("button", { name }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Release", exact: true }).click();
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  };

  // One thread.
  await go(page, brand, "claim");
  await page.getByRole("checkbox", { name: "Select: Is there a spare lid?" }).check();
  await page.getByRole("button", { name: "Claim 1 thread…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Claim 1 thread…" }).click();
  await claim("Thread: Is there a spare lid?", { first: true });
  await seenAs(kettlePage, /ch-fan/);
  await expect(line(visitor, "Is there a spare lid?")).toHaveClass(/ch-off/);
  await expect(line(visitor, "Does it fit induction?")).not.toHaveClass(/ch-off/);

  // Answering in it.
  await page.goto(`${origins().console}/#/${brand}/threads/${first}`);
  await page.getByRole("button", { name: "Reply officially" }).click();
  // The name is known from the hello post; the words are missing.
  await expect(page.locator("#reply")).toBeFocused();
  await expect(page.locator("#as")).toHaveValue("Mika");
  await page.locator("#reply").fill("Yes: part K-3, in the shop.");
  // A draft outlives a reload.
  await page.reload();
  await expect(page.locator("#reply")).toHaveValue("Yes: part K-3, in the shop.");
  // Where it stands is chosen in the reply's own box, and goes out with the reply.
  const status = page.locator("form.compose #status");
  await expect(status.locator("option:checked")).toHaveText("stays “What customers say”");
  await status.selectOption("looking_into");
  await page.getByRole("button", { name: "Reply officially" }).click();
  await expect(page.locator(".post.rep")).toContainText("part K-3");
  await expect(page.locator("#reply")).toHaveValue("");
  await expect(status.locator("option:checked")).toHaveText("stays “Being looked into”");
  await expect(page.locator(".head")).toContainText("Being looked into");
  await expect(page.getByRole("button", { name: "Set status" })).toHaveCount(0);
  await page.locator(".post.rep").getByRole("button", { name: "Make this our official answer" }).click();
  await expect(page.locator(".post.ours")).toContainText("Your official answer");
  await page.locator("#status").selectOption("answered");
  await page.getByRole("button", { name: "Set status" }).click();
  await expect(page.getByText("The status is public now.")).toBeVisible();
  await page.reload();
  await expect(page.locator(".post.ours")).toContainText("Your official answer");
  await visit(visitor, kettlePage);
  await openThread(visitor, "Is there a spare lid?");
  await expect(visitor.locator(".ch-answer").first()).toHaveClass(/ch-by-brand/);
  await expect(visitor.locator(".ch-rep .ch-seal")).toHaveText(brand);
  await expect(visitor.locator(`[id="${helped}"]`)).toContainText("at the market");

  // A product, with a refusal that needs its reason.
  await go(page, brand, "claim");
  await page.getByRole("button", { name: "Claim a product…" }).click();
  await page.getByRole("button", { name: "Lamp · 1 thread" }).click();
  await claim("Product: Lamp");
  await seenAs(lampPage, /ch-official/);
  await expect(visitor.locator(".ch-steward .ch-domain")).toHaveText(brand);
  await page.goto(`${origins().console}/#/${brand}/threads`);
  await page.getByRole("link", { name: "The arm sinks" }).click();
  await page.locator("#status").selectOption("as_designed");
  await page.getByRole("button", { name: "Set status" }).click();
  await expect(page.locator("#reason")).toBeFocused();
  await page.locator("#reason").fill("The arm needs its screw tightened once a year.");
  await page.getByRole("button", { name: "Set status" }).click();
  await expect(page.getByText("The status is public now.")).toBeVisible();
  await visit(visitor, lampPage);
  await openThread(visitor, "The arm sinks");
  await expect(visitor.locator(".ch-reason")).toContainText("tightened once a year");
  await expect(visitor.locator(".ch-head")).toContainText("Works as designed");

  // Everything, and back.
  await go(page, brand, "claim");
  await page.getByRole("button", { name: /^All \d+…$/ }).click();
  await claim("The whole community");
  await seenAs(kettlePage, /ch-official/);
  await release("Release: The whole community");
  await seenAs(kettlePage, /ch-fan/);
  await seenAs(lampPage, /ch-official/);
  await release("Release: Product: Lamp");
  await release("Release: Thread: Is there a spare lid?");
  await page.reload();
  await expect(page.getByText("3 released claims")).toBeVisible();
  for (const url of [kettlePage, lampPage]) await seenAs(url, /ch-fan/);
  await visit(visitor, kettlePage);
  await openThread(visitor, "Is there a spare lid?");
  await expect(visitor.locator(".ch-by-brand")).toHaveCount(0);
  // What was written stays; its seal is gone, and its date says when it was official.
  await expect(visitor.locator(".ch-rep")).toHaveCount(0);
  const said = visitor.locator(".ch-reply", { hasText: "Yes: part K-3, in the shop." });
  await expect(said).toContainText("official on");
  await visitor.context().close();
});

test("the console keeps its cookie to itself and has no place for nobody", async ({ page, watch }) => {
  nobodyYet(watch);
  const brand = newBrand();
  await new Guest(brand).asks();
  await go(page, brand, "claim");
  await expect(page.locator("#email")).toBeVisible();
  await signIn(page, watch, newAddress("alone"));
  await page.reload();
  await expect(page.locator("#brand")).toBeVisible();
  const cookies = await page.context().cookies();
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict", domain: "console.localhost" });
  expect(cookies[0].name).toMatch(/^__Host-/);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.locator("#email")).toBeVisible();
  await page.reload();
  await expect(page.locator("#email")).toBeVisible();
});

test("in Japanese the console says it in Japanese", async ({ page, watch }) => {
  nobodyYet(watch);
  const brand = newBrand();
  await new Guest(brand).asks({ title: "ふたはありますか", product_name: "直火ケトル" });
  const rep = await signedIn(page);
  await rep.proves(brand);
  await rep.claims(brand);
  for (const room of ["claim", "threads", "overview", "people", "proof", "changes"]) {
    await page.goto(`${origins().console}/?lang=ja#/${brand}/${room}`);
    await expect(page.locator("main h1")).toHaveText(/[ぁ-んァ-ヶ一-龠]/);
    // Names of hosts are no words, the brand's own and those of examples, nor are those of time zones.
    const words = (await page.locator("main").innerText()).replaceAll(/[\w.-]+\.example\b|[A-Z]\w+\/[A-Z]\w+/g, "").match(/[A-Za-z]{3,}/g) ?? [];
    expect(words.filter((word) => !["DNS", "TXT", "CSV", "mon", "name", "node", "Chie", "https", "www", "example", "meta", "head", "HTML", "mail", "Meta"].includes(word) && !/^_?chie/.test(word)), room).toEqual([]);
  }
});
