// What is true in the outside world right now: DNS records, files and tags on the brand's site, delivered mail, and
// who misbehaves how. Kept in memory, and in a file when one is given.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const KEPT_SEEN = 1000;
const KEPT_MAILS = 500;

export function openState(file) {
  return new State(file);
}

class State {
  constructor(file) {
    this.file = file;
    const saved = file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    /** @type {{id: string, name: string, type: string, data: string, resolver?: number}[]} */
    this.records = saved.records ?? [];
    /** Files under `/.well-known/chie/` by last path segment, and the content of the front page's meta tag. */
    this.site = saved.site ?? { files: {}, meta: null };
    this.mails = saved.mails ?? [];
    this.next = saved.next ?? 1;
    this.misbehaviour = {};
    this.seen = [];
    this.hooks = {};
    this.version = 0;
  }

  /** Puts a record; without `resolver` both resolvers know it. */
  addRecord({ name = "", type = "TXT", data = "", resolver }) {
    const record = { id: String(this.next++), name: plainName(name), type: type.toUpperCase(), data: data.trim() };
    if (resolver) record.resolver = Number(resolver);
    if (record.name && record.data) this.records.push(record);
    this.changed();
    return record;
  }

  /** Takes away every record that agrees with all the fields given; with none, all records. */
  removeRecords(wanted) {
    const before = this.records.length;
    const plain = { ...wanted, ...(wanted.name && { name: plainName(wanted.name) }) };
    this.records = this.records.filter((record) => Object.entries(plain).some(([key, value]) => String(record[key]) !== String(value)));
    this.changed();
    return before - this.records.length;
  }

  /** `{ wellKnown: { path, body } | null, meta: string | null }`; what is not named stays as it is. */
  setSite({ wellKnown, meta }) {
    if (wellKnown === null) this.site.files = {};
    else if (wellKnown) this.putFile(wellKnown.path, wellKnown.body);
    if (meta !== undefined) this.site.meta = meta?.trim() ? contentOf(meta.trim()) : null;
    this.changed();
    return this.site;
  }

  /** Puts a file on the brand's site, or takes it away (`null`). A whole address counts by its last segment. */
  putFile(path = "", body = "") {
    const name = path.trim().split("/").filter(Boolean).at(-1);
    if (!name) return;
    if (body === null) delete this.site.files[name];
    else this.site.files[name] = body;
    this.changed();
  }

  /** A message with an `id` that was taken before is the same message: a provider sends it once. */
  deliver({ to, subject, text, html, headers, id }) {
    const known = id && this.mails.find((mail) => mail.number === id);
    if (known) return { id: known.id };
    const mail = { id: String(this.next++), to, subject, text, html, headers, number: id, at: new Date().toISOString() };
    this.mails = [mail, ...this.mails].slice(0, KEPT_MAILS);
    this.changed();
    return { id: mail.id };
  }

  /** Newest first; everybody's without an address. */
  mailTo(to) {
    return to ? this.mails.filter((mail) => mail.to === to) : this.mails;
  }

  clearMail() {
    this.mails = [];
    this.changed();
    return {};
  }

  /** `{ dns?, site?, mail? }`; what is not named behaves again. */
  setMisbehaviour(wanted) {
    this.misbehaviour = wanted;
    return wanted;
  }

  /** What the brand's server heard at each address of its webhooks, and how it answers there from now on. */
  setHook({ path, how }) {
    this.hooks[path] = { heard: [], ...this.hooks[path], how };
    return {};
  }

  noteHook(path, heard) {
    this.hooks[path] ??= { heard: [] };
    this.hooks[path].heard.push(heard);
  }

  noteSeen(request) {
    this.seen = [...this.seen, request].slice(-KEPT_SEEN);
  }

  forgetSeen() {
    this.seen = [];
    return {};
  }

  changed() {
    this.version += 1;
    if (!this.file) return;
    mkdirSync(dirname(this.file), { recursive: true });
    const { records, site, mails, next } = this;
    writeFileSync(this.file, JSON.stringify({ records, site, mails, next }, null, 2));
  }
}

function plainName(name) {
  return name.trim().replace(/\.$/, "").toLowerCase();
}

/** People paste the whole tag; its content is what counts. */
function contentOf(tag) {
  return tag.match(/content=["']([^"']*)["']/i)?.[1] ?? tag;
}
