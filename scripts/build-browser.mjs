// The browser's files: two WebAssembly programs, the visitors' one in two parts, their glue, the loader and the static pages. Whatever has a hash in
// its name lives under `/w/` and never changes; the loader's address is for ever and therefore has none.
import { build as bundle, transform } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { at, npmBin, tool, WASM_BINDGEN, WASM_SPLIT } from "./place.mjs";
import { cargoEnvironment, FEATURES, OPTIMISE, SMALLEST } from "./cargo-wasm.mjs";
import { referencePage } from "./reference.mjs";
import { run } from "./shell.mjs";
import { photoWords, wordsOfLoader } from "./words.mjs";

const out = at("build", "www");
const TARGET = "es2022";

/** The glue of the visitors' program, as `www/chie-more.js` imports it. */
const GLUE = at("build", "bindgen", "embed", "glue.js");

export async function buildBrowserFiles({ quick = false } = {}) {
  const programs = { embed: await program("embed", quick), console: await program("console", quick) };
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "w"), { recursive: true });

  const names = {};
  for (const [name, { glue, wasm, rest }] of Object.entries(programs)) {
    names[`${name}_wasm`] = hashed(name, "wasm", wasm);
    if (!rest) {
      names[`${name}_js`] = hashed(name, "js", glue);
      continue;
    }
    // What takes over and the program's glue are one file: neither is of any use without the other.
    writeFileSync(GLUE, glue);
    names[`${name}_rest`] = hashed(`${name}-rest`, "wasm", rest.wasm);
    names[`${name}_shared`] = rest.shared;
  }
  names.styles = styles();
  names.photo_words = photoWords();
  const words = wordsOfLoader();
  const only = (...which) => Object.fromEntries(Object.entries(words).map(([tag, said]) => [tag, Object.fromEntries(which.filter((one) => said[one]).map((one) => [one, said[one]]))]));
  names.chie_words = only("name", "close");
  names.chie_read = Object.fromEntries(Object.entries(words).flatMap(([tag, { read }]) => (read ? [[tag, read]] : [])));
  for (const part of ["photo", "trouble", "api", "mark", "more", "theme"]) {
    names[`chie_${part}`] = hashed(`chie-${part}`, "js", await script(`www/chie-${part}.js`, names));
  }
  writeFileSync(join(out, "chie.js"), await classicScript("www/chie.js", names));
  await pages(names);
  documents();
  await reference();
  writeFileSync(join(out, "_headers"), HEADERS);
  writeFileSync(at("build", "manifest.json"), `${JSON.stringify(names, null, 2)}\n`);
}

const HEADERS = `/w/*
  access-control-allow-origin: *
  cross-origin-resource-policy: cross-origin
  cache-control: public, max-age=31536000, immutable
  x-content-type-options: nosniff
/chie.js
  access-control-allow-origin: *
  cross-origin-resource-policy: cross-origin
  cache-control: public, max-age=300, stale-while-revalidate=86400
  x-content-type-options: nosniff
`;

/** What is divided is linked with its relocations, by which the divider knows who refers to whom. */
const DIVIDED = { embed: ["--", "-Clink-arg=--emit-relocs"], console: [] };

/** Compiles one program by itself: features would unify across one cargo call. */
async function program(name, quick) {
  const profile = quick ? "quick" : "release";
  const args = ["rustc", "--profile", profile, "--target", "wasm32-unknown-unknown", "-p", "chie-widget", "--bin", name];
  const env = { ...cargoEnvironment({ quick }), ...(quick ? {} : SMALLEST) };
  await run("cargo", [...args, "--no-default-features", "--features", name, ...DIVIDED[name]], { env });
  const made = at("build", "bindgen", name);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  const compiled = at("target", "wasm32-unknown-unknown", profile, `${name}.wasm`);
  const rest = DIVIDED[name].length ? await divide(compiled, made, name) : undefined;
  await run(tool("wasm-bindgen", WASM_BINDGEN).binary, [
    rest ? join(made, `${name}.wasm`) : compiled, "--target", "web", "--no-typescript", "--omit-default-module-path",
    "--out-dir", made, "--out-name", name, ...(rest ? ["--keep-lld-exports"] : []),
  ]);
  const wasm = join(made, `${name}_bg.wasm`);
  const short = quick ? [] : await optimise(wasm, rest);
  return {
    glue: await script(relative(at(), join(made, `${name}.js`)), {}, short),
    wasm: readFileSync(wasm),
    rest: rest && { wasm: readFileSync(rest), shared: shared(rest, short) },
  };
}

/**
 * Makes a program small, and gives the short names that now stand for those by which it, its glue and its second part know
 * one another: the bindings' own names end in a hash each, which no compression helps against.
 */
async function optimise(wasm, rest) {
  for (const part of [wasm, rest].filter(Boolean)) await run(npmBin("wasm-opt"), [part, "-o", part, ...OPTIMISE, ...FEATURES]);
  // By itself: in rounds, names that are short already would be shortened again.
  const shorten = [wasm, "-o", wasm, "--minify-imports-and-exports-and-modules", ...FEATURES];
  const printed = await run(npmBin("wasm-opt"), shorten, { keep: "results" });
  const { imports, exports } = JSON.parse(printed);
  return [...imports.flatMap(([module, name, short]) => [[module, "a"], [name, short]]), ...exports];
}

/** What the second part takes from the first: its own names, and the short ones. */
function shared(rest, short) {
  const names = new Map(short);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(rest)));
  return Object.fromEntries(imports.map(({ name }) => [name, names.get(name) ?? name]));
}

/** Takes what is loaded on demand out of a program (see `widget/src/views/rest.rs`) and gives the path of that part. */
async function divide(compiled, made, name) {
  const { binary } = tool("wasm_split_cli_support", WASM_SPLIT, "wasm-split-cli");
  await run(binary, [compiled, made, "--out-name", name], { keep: "results" });
  return join(made, "split_rest.wasm");
}

/**
 * Minifies a module and what it imports; `__EMBED_WASM__` and the like become the names of hashed files, and properties whose
 * names a program was given shorter ones for are renamed.
 */
async function script(path, names, short = []) {
  const renamed = short.length ? { mangleProps: exactly(short.map(([name]) => name)), mangleQuoted: true, mangleCache: Object.fromEntries(short) } : {};
  const { outputFiles } = await bundle({
    entryPoints: [at(path)], bundle: true, write: false, external: ["/w/*"], alias: { "chie-embed": GLUE, "chie-written": at("www", "chie-written.js") }, ...renamed, ...smallest("esm", names),
  });
  return outputFiles[0].contents;
}

function exactly(names) {
  return new RegExp(`^(${names.map((name) => name.replace(/[^\w]/g, "\\$&")).join("|")})$`);
}

/** The same for the loader, which is no module: its own names stay out of the page's globals. */
async function classicScript(path, names) {
  // Written in as they are: what is defined is set apart, and would stand around the whole script.
  const { en, ...read } = names.chie_read;
  const source = readFileSync(at(path), "utf8").replace("__CHIE_READ__", JSON.stringify(read)).replace("__CHIE_READ_ENGLISH__", JSON.stringify(en));
  const { code } = await transform(source, smallest("iife", names));
  return code;
}

function smallest(format, names) {
  const define = Object.fromEntries(Object.entries(placeholders(names)).map(([key, value]) => [key, JSON.stringify(value)]));
  return { minify: true, legalComments: "none", charset: "utf8", target: TARGET, format, define };
}

/** Style sheets of whole pages and of what the widget's second part draws. The first part's travel inside its first answer instead. */
function styles() {
  const names = {};
  if (!existsSync(at("www/style"))) return names;
  for (const file of readdirSync(at("www/style")).filter((name) => name.endsWith(".css"))) {
    const name = file.slice(0, -4);
    names[name] = hashed(name, "css", readFileSync(at("www/style", file)));
  }
  return names;
}

/** The other folders of `www` as they are, with the names of hashed files filled in. The demo is the brand's, not ours. */
async function pages(names) {
  const known = new Set(["demo", "docs", "style", "contrast.js", "words.js", "chie.js"]);
  for (const entry of readdirSync(at("www")).filter((name) => !known.has(name) && !/^(\.|chie-.*\.js$)/.test(name))) {
    cpSync(at("www", entry), join(out, entry), { recursive: true });
  }
  for (const path of readdirSync(out, { recursive: true })) {
    const file = join(out, path);
    const hashedAlready = path.startsWith("w/") || path === "chie.js";
    if (!hashedAlready && extname(path) === ".js") {
      writeFileSync(file, await script(join("www", path), names));
    } else if (extname(path) === ".html") {
      writeFileSync(file, filledIn(readFileSync(file, "utf8"), names));
    }
  }
}

const shown = (text) => text.trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A text with the examples that it names, out of files that the tests run: what is shown works. */
function withExamples(text) {
  const part = (kind, name) => {
    if (kind === "notice") return shown(readFileSync(at("www/docs", `notice.${name}.txt`), "utf8"));
    if (kind === "code") return `<pre class="page-code" tabindex="0" data-code="${name}"><code>${shown(readFileSync(at("www/docs", name), "utf8"))}</code></pre>`;
    const [, example] = readFileSync(at("www/docs/examples", `${name}.html`), "utf8").match(/<!-- example -->\n([\s\S]*?)<!-- end -->/);
    return `<pre class="page-code" tabindex="0" data-example="${name}"><code>${shown(example)}</code></pre>`;
  };
  // Japanese sets no space where a line of the source ends.
  const lines = text.replace(/([\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])\n/g, "$1");
  return lines.replace(/\{\{(example|notice|code) ([\w./-]+)\}\}/g, (_, kind, name) => part(kind, name));
}

/** The documents for brands. */
function documents() {
  mkdirSync(join(out, "docs"));
  for (const lang of ["en", "ja"]) {
    writeFileSync(join(out, "docs", `${lang}.html`), withExamples(readFileSync(at("www/docs", `${lang}.html`), "utf8")));
  }
}

/** The API's document, written by a program that reads the contract's sources, and its pages. */
async function reference() {
  const text = await run("cargo", ["run", "--quiet", "--package", "chie-reference"], { keep: "results" });
  const document = JSON.parse(text);
  writeFileSync(join(out, "docs", "openapi.json"), `${JSON.stringify(document)}\n`);
  for (const lang of ["en", "ja"]) {
    writeFileSync(join(out, "docs", `api.${lang}.html`), withExamples(referencePage(document, lang)));
  }
}

function filledIn(text, names) {
  return Object.entries(placeholders(names)).reduce((filled, [key, value]) => filled.replaceAll(key, value), text);
}

/** `{ embed_wasm, styles: { tokens } }` → `{ __EMBED_WASM__, __STYLE_TOKENS__ }`. */
function placeholders({ styles: sheets = {}, ...names }) {
  const flat = [
    ...Object.entries(names),
    ...Object.entries(sheets).map(([name, value]) => [`style_${name.replaceAll("-", "_")}`, value]),
  ];
  return Object.fromEntries(flat.map(([name, value]) => [`__${name.toUpperCase()}__`, value]));
}

function hashed(name, extension, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const address = `/w/${name}-${hash}.${extension}`;
  writeFileSync(join(out, address), contents);
  return address;
}
