// One way to drive any browser: open a page, tap, type, look. What differs between WebKit's WebDriver and Firefox's BiDi
// is how three things are sent: going somewhere, running a function in the page, and input.
import { expect } from "@playwright/test";

/** The first element that a selector finds, in shadow roots too. Runs in the page. */
const deep = (selector, from = document) => from.querySelector(selector)
  ?? [...from.querySelectorAll("*")].reduce((found, one) => found ?? (one.shadowRoot ? deep(selector, one.shadowRoot) : null), null);

/** Whether the live view stands there; see `stage.mjs`. Runs in the page. */
const live = () => [...document.querySelectorAll("*")].some(({ shadowRoot }) => {
  const top = shadowRoot?.firstElementChild;
  return top && !top.hidden && shadowRoot.childElementCount === 1 && Object.keys(top).some((key) => key.startsWith("__yew"));
});

const PATIENCE = { timeout: 15_000, intervals: [30, 60, 120] };

/** `wire` has `go(url)`, `reload()`, `call(functionText, args)`, `perform(sources)` and `end()`. */
export class Engine {
  constructor(wire) {
    this.wire = wire;
  }

  open(url) {
    return this.wire.go(url);
  }

  reload() {
    return this.wire.reload();
  }

  /** Runs a function in the page; `deep` and `live` are at hand there. */
  run(work, ...args) {
    return this.wire.call(`(...args) => { const deep = ${deep}, live = ${live}; return (${work})(...args); }`, args);
  }

  /** Waits until the function gives `expected`. */
  until(what, work, expected, ...args) {
    return expect.poll(() => this.run(work, ...args), { ...PATIENCE, message: what }).toEqual(expected);
  }

  isThere(selector) {
    return this.until(`${selector} is there`, (it) => Boolean(deep(it)?.getClientRects().length), true, selector);
  }

  isLive() {
    return this.until("the live view has taken over", () => live(), true);
  }

  textOf(selector) {
    return this.run((it) => deep(it)?.textContent, selector);
  }

  valueOf(selector) {
    return this.run((it) => deep(it)?.value, selector);
  }

  async tap(selector) {
    await this.isThere(selector);
    const [x, y] = await this.run((it) => {
      const found = deep(it);
      found.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = found.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    }, selector);
    await this.wire.perform([{ type: "pointer", id: "pointer", parameters: { pointerType: "mouse" }, actions: [
      { type: "pointerMove", x, y, duration: 0, origin: "viewport" }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 },
    ] }]);
  }

  /** Types with the keys. */
  type(text) {
    const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    return this.wire.perform([{ type: "key", id: "keys", actions }]);
  }

  /** Asks through the widget, from the line, of which `kept` stands there already, to the screen that says it is posted. */
  async asks(line, kept = "") {
    await this.tap("#ch-line");
    await this.type(line.slice(kept.length));
    await this.tap(".ch-like-ask");
    await this.until("the title is taken along", (it) => deep(it)?.value, line, "#ch-title");
    await this.tap("form.ch-form button[type=submit]");
    await this.isThere(".ch-done");
  }

  end() {
    return this.wire.end();
  }
}
