// Pages that do not make it easy: a strict policy, style sheets that undo everything, scripts that listen to every key.
import { Guest, newBrand, origins } from "../harness/actors.mjs";
import { ask, expect, heard, line, pageOf, reload, siteWithTag, test, visit, widget } from "./stage.mjs";

const community = async () => {
  const guest = new Guest(newBrand());
  await guest.asks({ title: "The lid drips", kind: "problem" });
  return guest.brand;
};

const POLICIES = [
  ["no connection", (chie) => `default-src 'none'; script-src ${chie}; img-src data:`, /connect-src/],
  ["no program", (chie) => `default-src 'none'; script-src ${chie}; connect-src ${chie}; style-src ${chie}; img-src data:`, /'wasm-unsafe-eval'.*script-src/],
];
for (const [name, policy, message] of POLICIES) {
  test(`a strict policy (${name}) is named in a readable message, and the page stays as it is`, async ({ page, watch }) => {
    watch.allow(/Content Security Policy|Chie:|Refused|wasm/i);
    const said = heard(page);
    const url = await siteWithTag(page, { brand: await community(), headers: { "content-security-policy": policy(origins().chie) }, after: "<p>The page’s own words.</p>" });
    for (const again of [false, true]) {
      said.length = 0;
      await (again ? page.reload() : page.goto(url));
      await expect.poll(() => said.join("\n")).toMatch(message);
      await expect(page.getByText("The page’s own words.")).toBeVisible();
    }
    if (name === "no program") {
      await expect(line(page, "The lid drips"), "reading works").toBeVisible();
    } else {
      await expect(page.getByRole("link", { name: "Read questions and answers" })).toBeVisible();
    }
    await expect(page.locator("iframe")).toHaveCount(0);
  });
}

test("a policy with trusted types is named too", async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Chie:|trusted/i);
  const said = heard(page);
  const url = await siteWithTag(page, { brand: await community(), headers: { "content-security-policy": "frame-src 'none'; require-trusted-types-for 'script'; trusted-types other" } });
  await page.goto(url);
  await expect.poll(() => said.join("\n")).toMatch(/trusted-types/);
  await expect(page.getByRole("link", { name: "Read questions and answers" })).toBeVisible();
});

test("a policy that names what is needed lets everything through", async ({ page }) => {
  const { chie } = origins();
  const policy = `default-src 'none'; script-src ${chie} 'wasm-unsafe-eval'; connect-src ${chie}; img-src data:; require-trusted-types-for 'script'; trusted-types chie`;
  await visit(page, await siteWithTag(page, { brand: await community(), headers: { "content-security-policy": policy } }));
  await ask(page, { line: "Does it whistle?" });
  await reload(page);
  await expect(line(page, "Does it whistle?")).toContainText("Yours");
});

test("a style sheet that undoes everything does not undo the widget", async ({ page }) => {
  const brand = await community();
  const facts = () => widget(page).evaluate((section) => {
    const { display, fontSize, color, visibility, maxInlineSize } = getComputedStyle(section);
    const { height, width } = section.getBoundingClientRect();
    return { display, fontSize, color, visibility, maxInlineSize, height: Math.round(height), width: Math.round(width) };
  });
  await visit(page, await siteWithTag(page, { brand }));
  const calm = await facts();
  const hostile = "<style>* { all: unset !important } div, section { display: none !important; visibility: hidden !important; font-size: 3px !important; color: red !important } body, h1, html { display: block !important }</style>";
  await visit(page, await siteWithTag(page, { brand, head: hostile }));
  const there = await facts();
  expect(there.display).toBe(calm.display);
  expect(there.fontSize).toBe(calm.fontSize);
  expect(there.visibility).toBe("visible");
  expect(there.width).toBeGreaterThan(300);
  await ask(page, { line: "Does it whistle?" });
  await reload(page);
  await expect(line(page, "Does it whistle?")).toContainText("Yours");
});

test("a page's own hot keys do not get what is typed in the widget, and a click elsewhere stays theirs", async ({ page }) => {
  const keys = "<script>window.got = []; document.addEventListener('keydown', (event) => { window.got.push(event.key); if (event.key === '/') event.preventDefault(); });</script>";
  await visit(page, await siteWithTag(page, { brand: await community(), head: keys }));
  await page.locator("#ch-line").pressSequentially("and/or");
  await expect(page.locator("#ch-line")).toHaveValue("and/or");
  expect(await page.evaluate(() => window.got)).toEqual([]);
  await page.locator("h1").click();
  await page.keyboard.press("j");
  expect(await page.evaluate(() => window.got)).toEqual(["j"]);
});

test("a tag without what it needs says so and shows nothing", async ({ page, watch }) => {
  watch.allow(/Chie: a tag needs/);
  const said = heard(page);
  await page.goto(await siteWithTag(page, { brand: "", product: "", after: "<p>The page’s own words.</p>" }));
  await expect.poll(() => said.join("\n")).toMatch(/a tag needs data-brand/);
  await expect(page.getByText("The page’s own words.")).toBeVisible();
});

test("trusted types that allow ours are enforced, and everything goes on", async ({ page }) => {
  await visit(page, await siteWithTag(page, { brand: await community(), headers: { "content-security-policy": "require-trusted-types-for 'script'; trusted-types chie" } }));
  await ask(page, { line: "Does it whistle?" });
  await reload(page);
  await expect(line(page, "Does it whistle?")).toContainText("Yours");
});

test("where storage is denied one asks and replies all the same", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
  });
  await visit(page, await siteWithTag(page, { brand: await community() }));
  await ask(page, { line: "Does it whistle?" });
  await page.getByRole("button", { name: "See it" }).click();
  await page.getByRole("textbox", { name: "Your reply" }).fill("It does.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(page.locator(".ch-reply")).toContainText("It does.");
  await reload(page);
  await expect(line(page, "Does it whistle?")).toBeVisible();
});

const POLLUTIONS = {
  "a fetch that gives its own kind of promise": () => {
    const real = window.fetch.bind(window);
    window.fetch = (...what) => { const sent = real(...what); return { then: (...next) => sent.then(...next) }; };
  },
  "more on every object and list": () => {
    Object.prototype.x = 1;
    Object.prototype.extra = () => {};
    Array.prototype.last = function last() { return this[this.length - 1]; };
    String.prototype.shout = function shout() { return this.toUpperCase(); };
  },
  "no random names": () => { delete Crypto.prototype.randomUUID; },
  "an attachShadow of its own": () => {
    const real = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function attachShadow(how) { return real.call(this, { ...how, serializable: true }); };
  },
  "no idle callbacks and no sight of what is near": () => { window.requestIdleCallback = undefined; },
};
for (const [name, pollute] of Object.entries(POLLUTIONS)) {
  test(`a page with ${name} changes nothing`, async ({ page }) => {
    await page.addInitScript(pollute);
    await visit(page, await siteWithTag(page, { brand: await community() }));
    await ask(page, { line: "Does it whistle?" });
    await reload(page);
    await expect(line(page, "Does it whistle?")).toContainText("Yours");
  });
}

test("in a page that is drawn by Yew itself, each hears only its own", async ({ page }) => {
  const brand = await community();
  const { chie } = origins();
  // The host's program is another copy of one that we have at hand: a Yew application in the page's own tree.
  const head = `<script type="module">
    const manifest = await (await fetch("${chie}/chie.js")).text();
    const more = await import("${chie}" + manifest.match(/\\/w\\/chie-more-[0-9a-f]+\\.js/)[0] + "?host");
    await more.load({ get: (path) => fetch("${chie}" + path) });
    const body = new Uint8Array(await (await fetch("${chie}/embed/${brand}/lamp?lang=en&v=1")).arrayBuffer());
    const app = more.mount(body, "${chie}", () => { window.hostHeard = true; }, () => Promise.reject(Error("not here")), false);
    app.id = "host";
    document.body.append(app);
    const inner = document.createElement("chie-community");
    for (const [name, value] of Object.entries({ brand: "${brand}", product: "kettle", loading: "eager" })) inner.setAttribute(name, value);
    const until = setInterval(() => {
      const section = app.querySelector("section");
      if (!section) return;
      clearInterval(until);
      section.append(inner);
    }, 10);
    document.addEventListener("chie:asked", ({ detail }) => { window.asked = detail; });
  </script><script async src="${chie}/chie.js"></script>`;
  await page.goto(await pageOf(page, { head }));
  await page.waitForFunction(() => document.querySelector("#host chie-community")?.offsetHeight > 200);
  await page.evaluate(() => window.Chie.ask("Does it whistle at night?"));
  await page.waitForFunction(() => document.activeElement?.localName === "chie-community");
  await page.keyboard.press("Enter");
  await page.keyboard.type(" ");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => window.asked?.product)).toBe("kettle");
  // The host's own view noticed nothing of all that, and still works.
  expect(await page.evaluate(() => window.hostHeard)).toBe(undefined);
  await expect(page.locator("#host > section > form.ch-ask #ch-line")).toHaveValue("");
  await page.locator("#host > section > form.ch-ask #ch-line").fill("lamp too bright");
  await expect(page.locator("#host > section > form.ch-ask .ch-like-ask")).toBeVisible();
});
