// The few words that the loader's modules say before any answer of the Worker is here. They stand with all other words of a language in
// `widget/src/locale`; this takes them out of its sources, so that a further language is one file for these too.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "./place.mjs";

/** What the modules call a sentence, and its name in the sources. */
const SENTENCES = { name: "Widget", close: "Close", read: "ReadInstead" };

/** Two letters, or more with a script or a region; other files of the folder have longer names. */
const TAG = /^([a-z]{2}|[a-z]{2,3}-[a-z]{2,4})\.rs$/;

/** Where the words of the part that takes photos begin in the table that comes with the program's second part, behind its edition. */
export function photoWords(source = readFileSync(at("widget/src/locale/msg.rs"), "utf8")) {
  const [, first] = source.match(/FIRST_OF_REST: Self = Self::(\w+)/);
  const names = [...source.slice(source.indexOf("\nmessages! {")).matchAll(/^ {4}([A-Z]\w+)$/gm)].map(([, name]) => name);
  return 1 + names.indexOf("PhotoFailed") - names.indexOf(first);
}

/** `{ en: { name, close, read }, … }`; a sentence that a language misses is left out. */
export function wordsOfLoader(folder = at("widget/src/locale")) {
  const all = Object.fromEntries(readdirSync(folder).filter((file) => TAG.test(file)).sort().map((file) => {
    const tag = file.slice(0, -3);
    // A complete language keeps what pages say in a file beside it.
    const apart = join(folder, tag, "pages.rs");
    const source = readFileSync(existsSync(apart) ? apart : join(folder, file), "utf8");
    const said = Object.entries(SENTENCES).flatMap(([ours, name]) => {
      const found = source.match(new RegExp(`Page::${name} => "((?:[^"\\\\]|\\\\.)*)"`));
      return found ? [[ours, JSON.parse(`"${found[1]}"`)]] : [];
    });
    return [tag, Object.fromEntries(said)];
  }));
  // Whoever reads another region's kind of it is served by the one that is there.
  for (const tag of Object.keys(all)) all[tag.split("-")[0]] ??= all[tag];
  return all;
}
