// The documents name only paths that exist, so that a map never leads nowhere.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { at } from "./place.mjs";
import { Plain } from "./shell.mjs";
import { outdated } from "../tests/abuse/report.mjs";

/** The list of threats names tests as `file`: "part of a title"; each is there, and no line is without one. */
function untested() {
  const rows = readFileSync(at("SECURITY.md"), "utf8").split("## What can go wrong")[1].split("\n").filter((line) => /^\| (?!#|promise|-)/.test(line));
  return rows.flatMap((row) => {
    const named = [...row.matchAll(/`([^`]+)`: "([^"]+)"/g)];
    const gone = named.filter(([, path, title]) => !existsSync(at(path)) || !readFileSync(at(path), "utf8").includes(title));
    const said = gone.map(([, path, title]) => `SECURITY.md names a test "${title}" in ${path}, which is not there.`);
    return named.length ? said : [`SECURITY.md has a line without a test: ${row}`];
  });
}

const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/deploy.md", "docs/scale.md", "docs/trust.md"];
const FOLDERS = /^(?:domain|community|worker|widget|reference|fuzz|www|tests|scripts|docs|\.ci|\.cargo)\//;

export async function checkDocuments() {
  const wrong = DOCUMENTS.filter((name) => existsSync(at(name))).flatMap((name) => missing(name));
  wrong.push(...untested(), ...outdated());
  if (wrong.length) throw new Plain(wrong.join("\n"));
}

function missing(name) {
  const text = readFileSync(at(name), "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, path]) => join(dirname(name), path));
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, path]) => path).filter((path) => FOLDERS.test(path));
  return [...new Set([...links, ...code.flatMap(spelledOut)])]
    .filter((path) => !existsSync(at(path.replace(/^\//, ""))))
    .map((path) => `${name} names ${path}, which does not exist.`);
}

/** `a/{b,c}.rs` → two paths; patterns such as `a/<verb>.rs` and `a/*.rs` count by their folder. */
function spelledOut(path) {
  const braces = path.match(/^(.*)\{([^}]+)\}(.*)$/);
  if (braces) return braces[2].split(",").flatMap((part) => spelledOut(braces[1] + part.trim() + braces[3]));
  const pattern = path.search(/[<*… ]/);
  return [pattern < 0 ? path : path.slice(0, path.lastIndexOf("/", pattern) + 1)];
}
