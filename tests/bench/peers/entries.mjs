// What every contender shows: the same fifty answers by the same people, from the sample communities.
import { readdirSync, readFileSync } from "node:fs";
import { at } from "../../../scripts/place.mjs";

export const HOW_MANY = 50;

const files = () => readdirSync(at("tests/harness/sample")).filter((name) => name.endsWith(".en.json")).sort()
  .map((name) => JSON.parse(readFileSync(at("tests/harness/sample", name), "utf8")));

/** `{ author, text }` of each, the shortest left out: fifty plain paragraphs. */
export function entries() {
  const replies = files().flatMap(({ threads }) => threads.flatMap((thread) => thread.replies));
  const plain = replies.map(({ author, body }) => ({ author: String(author?.name ?? author ?? "Guest"), text: body.replace(/\s+/g, " ").trim() }));
  const chosen = plain.filter(({ text }) => text.length > 40).slice(0, HOW_MANY);
  if (chosen.length < HOW_MANY) throw new Error(`The sample has only ${chosen.length} answers; ${HOW_MANY} are needed.`);
  return chosen;
}

/** Twenty different threads, for the list that a visitor meets first. */
export function threads() {
  return files().flatMap((file) => file.threads).slice(0, 20)
    .map(({ kind, title, body, author }) => ({ kind, title, body, name: String(author?.name ?? author ?? "Guest") }));
}

export const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
