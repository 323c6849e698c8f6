// The types that pages are offered: what they allow compiles, what the loader does not take does not.
import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { origins } from "../harness/actors.mjs";

const ts = createRequire(import.meta.url)("typescript");
const libraries = dirname(createRequire(import.meta.url).resolve("typescript"));

/** What the compiler says of a text beside the types. */
function complaints(types, text) {
  const files = { "/chie.d.ts": types, "/page.ts": text };
  const read = (name) => files[name] ?? (name.startsWith("/lib.") ? readFileSync(join(libraries, name.slice(1)), "utf8") : undefined);
  const program = ts.createProgram({
    rootNames: Object.keys(files),
    options: { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: [] },
    host: {
      getSourceFile: (name, target) => { const content = read(name); return content === undefined ? undefined : ts.createSourceFile(name, content, target); },
      getDefaultLibLocation: () => "/", getDefaultLibFileName: () => "/lib.d.ts", writeFile: () => {}, getCurrentDirectory: () => "/",
      getCanonicalFileName: (name) => name, useCaseSensitiveFileNames: () => true, getNewLine: () => "\n",
      fileExists: (name) => read(name) !== undefined, readFile: read,
    },
  });
  return ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
}

test("the types compile, and say what the calls, the element and the events take", async () => {
  const answer = await fetch(`${origins().chie}/chie.d.ts`);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  const types = await answer.text();
  expect(complaints(types, `
    window.ChieConfig = [{ brand: "acme.example", product: "kettle", place: "launcher", theme: "auto", productName: "Kettle" }];
    Chie.ask("Does it whistle?", "#help").then(() => Chie.close());
    Chie.setTheme({ theme: "dark", accent: "#0f6b5c" }); Chie.setLocale("ja"); Chie.open(); Chie.destroy(document.body);
    document.addEventListener("chie:asked", ({ detail }) => { const { brand, product, thread, url }: Record<string, string> = { ...detail }; void [brand, product, thread, url]; });
    const made: HTMLElement = document.createElement("chie-community"); made.setAttribute("brand", "acme.example");
  `)).toEqual([]);
  for (const wrong of ['Chie.setTheme("sepia");', "Chie.ask(1);", "Chie.nothing();", 'window.ChieConfig = { brand: "acme.example" };', 'window.ChieConfig = { brand: "a", product: "b", place: "top" };']) {
    expect(complaints(types, wrong), wrong).toHaveLength(1);
  }
});
