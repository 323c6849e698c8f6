// The documents name only paths that exist, so that a map never leads nowhere.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { at } from "./place.mjs";
import { Plain } from "./shell.mjs";

const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/deploy.md", "docs/scale.md"];
const FOLDERS = /^(?:domain|community|worker|widget|reference|www|tests|scripts|docs|\.ci|\.cargo)\//;

export async function checkDocuments() {
  const wrong = DOCUMENTS.filter((name) => existsSync(at(name))).flatMap((name) => missing(name));
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
