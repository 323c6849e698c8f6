// What could not be kept: counted by what it is, with the first few named.

const NAMED = 5;

export class Lost {
  #all = new Map();

  /** Something was not kept; `which` names it where that helps, `many` of it at once. */
  add(what, which, many = 1) {
    if (!many) return;
    const entry = this.#all.get(what) ?? { what, many: 0, first: [] };
    entry.many += many;
    if (which !== undefined && entry.first.length < NAMED) entry.first.push(String(which).slice(0, 80));
    this.#all.set(what, entry);
  }

  all() {
    return [...this.#all.values()];
  }
}
