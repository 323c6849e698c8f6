// The Big List of Naughty Strings and every example of the CommonMark specification, what becomes of a text on its way in, and what
// no drawing of it may hold.
import spec from "commonmark-spec";
import { expect } from "@playwright/test";
import { ok } from "./actors.mjs";

export const MARKDOWN = spec.tests.map(({ markdown }) => markdown.replaceAll("→", "\t"));
/** White space as Unicode has it; JavaScript's own knows one more and one less. */
const SPACE = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const trimmed = (text) => text.replace(new RegExp(`^${SPACE}+|${SPACE}+$`, "gu"), "");
export const asLines = (text) => trimmed(text.replaceAll(/\r\n?/g, "\n"));
export const asLine = (text) => trimmed(text.replaceAll(new RegExp(`${SPACE}+`, "gu"), " "));
export const letters = (text) => [...text].length;
/** What cannot be seen, or changes how its neighbours read. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{M}{5}/u;
export const CONTROL = /(?![\n\t])\p{Cc}/u;

/** Does something with each, several at once. */
export async function each(all, work) {
  const queue = [...all.entries()];
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next[1], next[0]);
  }));
}

export const shown = (text) => JSON.stringify(text).slice(0, 80);

/** A refusal must be true: of an empty text, of one that is too long, of one with something unseen in it. */
export function justified(answer, text, { max, forbidden, field, also = [] }) {
  expect(answer.status, `${field}: ${shown(text)}: ${answer.text.slice(0, 200)}`).toBe(422);
  const { code, field: named } = answer.body.error;
  expect(named, shown(text)).toBe(field);
  if (code === "empty") expect(text, field).toBe("");
  else if (code === "too_long") expect(letters(text), field).toBeGreaterThan(max);
  else if (code === "forbidden_character") expect(text, field).toMatch(forbidden);
  else expect(also, `${field}: ${shown(text)}`).toContain(code);
}

/** The inside of a widget as the server draws it. */
export const drawn = ({ bytes }) => bytes.subarray(16 + bytes.readUInt32LE(0), 16 + bytes.readUInt32LE(0) + bytes.readUInt32LE(4)).toString();

const TAGS = /^(a|article|aside|b|bdi|blockquote|br|button|circle|code|dd|del|details|div|dl|dt|em|fieldset|footer|form|g|h[1-6]|header|hr|i|img|input|label|legend|li|line|main|mark|nav|ol|option|p|path|polyline|pre|rect|s|section|select|small|span|strong|style|summary|svg|table|tbody|td|textarea|th|thead|time|tr|u|ul|use)$/;

/** No tag that views do not draw, no handler, no address that leads astray. */
export function harmless(html, where) {
  const wrong = [];
  for (const [tag, name] of html.matchAll(/<([a-z][\w-]*)(?:"[^"]*"|[^">])*>/gi)) {
    const attributes = tag.replaceAll(/"[^"]*"/g, '""');
    if (!TAGS.test(name) || /\s(on\w+|style|srcdoc)=/i.test(attributes)) wrong.push(tag.slice(0, 120));
    for (const [, href] of tag.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      if (!/^(https?:|mailto:|\/|#|\?|$)/i.test(href)) wrong.push(href);
    }
  }
  expect(wrong, where).toEqual([]);
}

/** A public page: its head holds what search engines read and one program of ours, its body words. */
export function harmlessPage({ status, text, what }) {
  expect(status, what).toBeLessThan(500);
  expect(text.match(/<script/gi) ?? [], what).toHaveLength((text.match(/<script type="application\/ld\+json">|<script async src="\/chie\.js">/g) ?? []).length);
  harmless(text.slice(text.indexOf("<main")).replaceAll(/<\/?main[^>]*>|<script async src="\/chie\.js"><\/script>/g, ""), what);
}

/** The words of a tree, as a reader sees them. */
export function words(node) {
  if (typeof node === "string") return node;
  if (Array.isArray(node)) return node.map(words).join("");
  if (node && typeof node === "object") return Object.entries(node).map(([kind, inside]) => (kind === "link" ? words(inside[1]) : words(inside))).join("");
  return "";
}

const NAMED = { quot: '"', amp: "&", lt: "<", gt: ">" };
/** Text as a browser reads it out of HTML. */
export const unescaped = (html) => html.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(quot|amp|lt|gt));/gi, (_, hex, decimal, name) => (name ? NAMED[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))));

/** What stands in a field of a plain form. */
export function held(html, name) {
  const field = html.match(new RegExp(`<(input|textarea)(?:"[^"]*"|[^">])*\\sname="${name}"(?:"[^"]*"|[^">])*>(?:([\\s\\S]*?)</textarea>)?`));
  expect(field, name).not.toBeNull();
  const [tag, kind, inside] = field;
  return unescaped(kind === "textarea" ? inside.replace(/^\n/, "") : tag.match(/\svalue="([^"]*)"/)?.[1] ?? "");
}

/** What somebody takes along is what they wrote, letter for letter: `wanted` by the posts' ids, and nothing else. */
export async function comesBack(guest, wanted) {
  const found = new Map();
  for (let cursor; cursor !== null;) {
    const part = await ok(guest.send("GET", `/me/export${cursor ? `?cursor=${cursor}` : ""}`));
    for (const post of part.posts) found.set(post.id, post.text);
    cursor = part.next;
  }
  for (const [id, text] of wanted) expect(found.get(id), shown(text)).toBe(text);
  expect(found.size).toBe(wanted.size);
}
