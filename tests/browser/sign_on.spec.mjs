// Brand sign-on in a browser: an owner makes a key in the console, the brand's server signs its customer by the documents' code, the tag
// hands it over; a guest keeps what they wrote; reloads, a second widget, a frame and another tab go along; a token of nobody's does nothing.
import { Console, Guest, newAddress, newBrand, ok, origins, pathOf } from "../harness/actors.mjs";
import { PROVEN_BY_SITE } from "../harness/stack.mjs";
import { SERVERS, pageWith, signed } from "../harness/signing.mjs";
import { go, signedIn } from "./desk.mjs";
import { ask, expect, heard, line, pageOf, reload, siteWithTag, somebodyElse, test, untilLive, visit, widget } from "./stage.mjs";

const copied = (page, label) => page.locator("li.copy", { hasText: new RegExp(`^${label}`) }).locator("code").innerText();
const HELP = "Questions you may know";
const account = async (page) => {
  const lines = page.locator(".ch-account");
  // The way there is open already where one has just been.
  if (!await lines.isVisible()) await page.getByRole("link", { name: HELP }).first().click();
  return lines;
};

async function place(brand = newBrand("on")) {
  await new Guest(brand).asks({ title: "Which water?" });
  const owner = await new Console().signsIn();
  await owner.proves(brand);
  return { brand, owner, key: await ok(owner.send("POST", pathOf(brand, "/sign-on-keys"))) };
}

test("an owner makes a key, sees its secret once, and what is signed with it signs a customer on; revoked, it signs on nobody", async ({ page, browser, watch }) => {
  const brand = newBrand("on");
  await new Guest(brand).asks({ title: "Which water?" });
  const owner = await signedIn(page, newAddress("owner"));
  await owner.proves(brand);
  await go(page, brand, "set-up");
  const section = page.locator("#sign-on");
  await expect(section).toContainText("No key counts");
  expect([await copied(page, "aud"), await copied(page, "iss")]).toEqual([`${origins().chie}/${brand}`, brand]);
  await section.getByRole("button", { name: "Make a key" }).click();
  await expect(section).toContainText("This is shown once");
  const key = { id: await copied(page, "kid"), secret: await copied(page, "Secret") };
  await page.reload();
  await expect(section).toContainText("not used yet");
  expect(await page.locator("main").innerText()).not.toContain(key.secret);

  const reader = await somebodyElse(browser, watch);
  const customer = { id: "7", name: "Aoi" };
  await visit(reader, await siteWithTag(reader, { brand, tag: { "sign-on": await SERVERS.node(brand, key, customer) } }));
  await expect(await account(reader)).toContainText("Aoi");
  await expect(reader.locator(".ch-account")).toContainText(`Signed in through ${brand}`);
  await page.reload();
  await expect(section).toContainText("last used");
  await section.getByRole("button", { name: "Revoke the key made on" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(section).toContainText("No key counts");
  await page.reload();
  await expect(section).toContainText("No key counts");

  watch.allow(/422 POST \S*\/sign-ons|Failed to load resource.*422|Chie: sign-on: token_key/);
  const late = await somebodyElse(browser, watch);
  const said = heard(late);
  await visit(late, await siteWithTag(late, { brand, tag: { "sign-on": await SERVERS.node(brand, key, customer) } }));
  await expect.poll(() => said.join()).toContain("token_key");
  // The visitor notices nothing, and goes on as a guest.
  await ask(late, { line: "Does it whistle?" });
});

test("a guest keeps what they wrote; a reload, a kept page and another widget go along; signing out ends it", async ({ page }) => {
  const { brand, key } = await place();
  const url = await siteWithTag(page, { brand });
  await visit(page, url);
  await ask(page, { line: "Does it whistle?" });
  // The page learns later who they are: a call instead of an attribute.
  const token = signed(brand, key, { claims: { name: "Aoi" } });
  await reload(page);
  await page.evaluate((it) => window.Chie.signIn(it), token);
  await expect(line(page, "Does it whistle?")).toContainText("Yours");
  await reload(page);
  await expect(line(page, "Does it whistle?")).toContainText("Yours");
  // The very same page again, from a cache: its token was used, and nobody minds.
  await page.evaluate((it) => window.Chie.signIn(it), token);
  await expect(await account(page)).toContainText("Aoi");
  // Two products on one page: one token, and both know.
  const both = await pageOf(page, { body: `<div id="one"></div>${pageWith(brand, signed(brand, key)).replace("data-brand", 'data-root="open" data-loading="eager" data-brand')}<div data-chie-brand="${brand}" data-chie-product="lamp" data-chie-root="open" data-chie-loading="eager"></div>` });
  await page.goto(both);
  await untilLive(page);
  await expect(widget(page)).toHaveCount(2);
  await page.evaluate(() => window.Chie.signOut());
  await expect.poll(() => page.evaluate((of) => Object.keys(localStorage).filter((name) => name.startsWith(`chie:${of}:`) && /session|sign-on/.test(name)), brand)).toEqual([]);
  await visit(page, url);
  await expect(line(page, "Does it whistle?")).not.toContainText("Yours");
});

test("another customer on the same device is another member, in another tab too", async ({ page, context }) => {
  const { brand, key } = await place();
  const url = await siteWithTag(context, { brand });
  await visit(page, url);
  await page.evaluate((it) => window.Chie.signIn(it), signed(brand, key, { claims: { sub: "one", name: "Aoi" } }));
  await ask(page, { line: "Does it whistle?" });
  const tab = await context.newPage();
  await visit(tab, url);
  await expect(line(tab, "Does it whistle?")).toContainText("Yours");
  await tab.evaluate((it) => window.Chie.signIn(it), signed(brand, key, { claims: { sub: "two", name: "Ken" } }));
  await expect(await account(tab)).toContainText("Ken");
  await visit(page, url);
  await expect(line(page, "Does it whistle?")).not.toContainText("Yours");
});

test("in a frame too, on the brand's own page and on no other", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie: the widget stands in a frame|Refused|violates the following/i);
  // A brand whose own pages stand on this machine.
  const { brand, key } = await place(PROVEN_BY_SITE[9]);
  const headers = { "content-security-policy": `default-src 'none'; script-src ${origins().chie}; frame-src ${origins().chie}; img-src data:` };
  const frame = page.frameLocator("iframe");
  const tag = () => ({ "sign-on": signed(brand, key, { claims: { name: "Aoi" } }) });
  // Asked as the frame's program asks: where it may keep nothing of its own, the page around keeps it.
  const kept = () => page.frames().at(-1).evaluate((of) => localStorage.getItem(`chie:${of}:sign-on`), brand);

  await page.goto(await siteWithTag(page, { brand, headers, site: process.env.FAN, tag: tag() }));
  await expect(line(frame, "Which water?").first()).toBeVisible();
  // Time enough for whoever would sign on.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1_500)));
  expect(await kept()).toBe(null);
  await page.goto(await siteWithTag(page, { brand, headers, tag: tag() }));
  await expect(line(frame, "Which water?").first()).toBeVisible();
  await expect.poll(kept).toBe("customer-7");
  await expect(await account(frame)).toContainText("Aoi");
});
