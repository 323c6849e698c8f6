// Opening a community through the directory page: plain forms that work without script, refusals beside their field.
import { newBrand, origins } from "../harness/actors.mjs";
import { expect, test } from "./stage.mjs";

test("the first opening makes a community, the second leads to it", async ({ page }) => {
  const brand = newBrand();
  const open = async (product) => {
    await page.goto(`${origins().chie}/?lang=en`);
    await page.locator("#ch-domain").fill(brand.toUpperCase());
    await page.locator("#ch-product_name").fill(product);
    await page.locator("#ch-name").fill("Kettle & Sons");
    await page.getByRole("button", { name: "Open it" }).click();
    await page.waitForURL(new RegExp(`/c/${brand}`));
  };
  await open("Whistling Kettle");
  const first = page.url();
  await expect(page.locator("[data-chie-brand]")).toHaveCount(1);
  await page.reload();
  await expect(page).toHaveURL(first);
  await open("Whistling Kettle");
  expect(new URL(page.url()).pathname).toBe(new URL(first).pathname);
  const { products } = await (await fetch(`${origins().chie}/v1/communities/${brand}`)).json();
  expect(products.map(({ name }) => name)).toEqual(["Whistling Kettle"]);
});

const REFUSED = [
  ["", "domain", /Write a domain such as acme\.example/],
  ["192.0.2.7", "domain", /not by an IP address/],
  ["localhost", "domain", /only on a local network/],
  ["co.uk", "domain", /Write the maker’s own domain/],
  ["a..b", "domain", /Write a domain such as acme\.example/],
  ["acme.example:8080", "domain", /Write a domain such as acme\.example/],
  ["user@acme.example", "domain", /Write a domain such as acme\.example/],
  [`${"a".repeat(250)}.example`, "domain", /Write a domain such as acme\.example/],
];
for (const [domain, field, sentence] of REFUSED) {
  test(`"${domain.slice(0, 30)}" is refused beside its field, and what was typed is kept`, async ({ page, watch }) => {
    watch.allow(/4\d\d POST \S*\/open|Failed to load resource/);
    await page.goto(`${origins().chie}/?lang=en`);
    await page.locator("#ch-domain").fill(domain);
    await page.locator("#ch-product_name").fill("Kettle");
    await page.getByRole("button", { name: "Open it" }).click();
    await expect(page.locator(`#ch-${field}-about .ch-error`)).toHaveText(sentence);
    await expect(page.locator(`#ch-${field}`)).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#ch-domain")).toHaveValue(domain);
    await expect(page.locator("#ch-product_name")).toHaveValue("Kettle");
  });
}

test("the same in Japanese", async ({ page, watch }) => {
  watch.allow(/4\d\d POST \S*\/open|Failed to load resource/);
  await page.goto(`${origins().chie}/?lang=ja`);
  await page.locator("#ch-domain").fill("localhost");
  await page.locator("form#open button[type=submit]").click();
  await expect(page.locator("#ch-domain-about .ch-error")).toHaveText(/[ぁ-ん]/);
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
});
