// What runs inside the page before anything else: it notes when the first entry is painted, what blocked the main thread,
// what moved, and, after a tap, when the field has taken a key and is ready. Passed to the browser as text, so it
// may use nothing from outside itself.

/** `entry` and `field` are selectors, `live` is the text of a function of the contender's root, or nothing. */
export function watch({ entry, field, live, typed: text, mustTap }) {
  const seen = (globalThis.__seen = { readable: null, tasks: [], shifts: [], ready: null, place: null, focused: null });
  const isLive = live && (0, eval)(`(${live})`);
  const root = () => {
    if (!isLive) return document;
    for (const one of document.querySelectorAll("main *")) if (one.shadowRoot) return one.shadowRoot;
    return null;
  };
  const painted = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  };
  const each = (type, into) => new PerformanceObserver((list) => into.push(...list.getEntries())).observe({ type, buffered: true });
  each("longtask", seen.tasks);
  each("layout-shift", seen.shifts);

  const stands = (element) => element?.getClientRects().length > 0;
  let read;
  const look = () => {
    const at = root();
    // A field that stands there takes letters, whatever else is still to come.
    if (stands(at?.querySelector(field))) seen.field ??= performance.now();
    const first = at?.querySelector(entry);
    if (!read && stands(first) && first.textContent.trim()) {
      read = true;
      painted((now) => { seen.readable = now; });
    }
    if (!seen.readable || !seen.field) return requestAnimationFrame(look);
    if (mustTap) tap();
  };
  requestAnimationFrame(look);

  /** Says where to tap, the field in view, and waits until it holds what is typed and all that it leads to can go on. */
  const tap = () => {
    const found = root().querySelector(field);
    found.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = found.getBoundingClientRect();
    seen.place = [left + width / 2, top + Math.min(height / 2, 20)];
    addEventListener("pointerdown", () => { seen.tapped ??= performance.now(); }, { capture: true });
    addEventListener("focusin", () => { seen.focused ??= performance.now(); }, { capture: true });
    addEventListener("keydown", ({ timeStamp }) => { seen.typed = timeStamp; }, { capture: true });
    const wait = () => {
      const at = root();
      const found = at?.querySelector(field);
      const holds = (found?.value ?? found?.textContent) === text;
      if (holds) seen.kept ??= performance.now();
      if (holds && (!isLive || isLive(at))) return painted((now) => { seen.ready = now; });
      requestAnimationFrame(wait);
    };
    wait();
  };
}
