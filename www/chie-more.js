// Taking over: the live view is drawn beside the one that the server drew and takes its place in one frame. Never while an
// input method composes, a pointer is down or somebody is typing; what was typed, selected, focused and clicked goes along.

import init, { ask, mount, unmount } from "chie-embed";

let program, rest, shared;

/** One program serves every widget of a page. */
export const load = (here) =>
  (program ||= here.get(__EMBED_WASM__).then(async (wasm) => {
    shared = await init({ module_or_path: wasm });
  }).catch((error) => {
    program = here[__EMBED_WASM__] = undefined;
    throw error;
  }));

/** Compiled while it arrives, wherever the way here left its type alone. */
const compiled = async (answer) => answer.headers.get("content-type") === "application/wasm" ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());

/** Its second part, which most who ask never need, and the style of what that draws. What failed is tried again. */
const loadRest = (here) =>
  (rest ||= Promise.all([here.get(__EMBED_REST__).then(compiled), here.get(__STYLE_WIDGET_REST__), load(here)])
    .then(async ([part, style]) => {
      if (!style.ok) throw Error(`${style.url} was answered ${style.status}`);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await style.text());
      const taken = Object.entries(__EMBED_SHARED__).map(([name, short]) => [name, shared[short]]);
      await WebAssembly.instantiate(part, { __wasm_split: Object.fromEntries(taken) });
      return sheet;
    })
    .catch((error) => {
      rest = here[__EMBED_REST__] = here[__STYLE_WIDGET_REST__] = undefined;
      throw error;
    }));

/** What the second part says in one language; the next build asks under another address. What failed is tried again. */
const loadWords = (here, lang) => {
  const path = `/words/${lang}?v=${__EMBED_REST__.replace(/\W/g, "")}`;
  return here.get(path).then((answer) => {
    if (!answer.ok) throw Error(`${answer.url} was answered ${answer.status}`);
    return answer.clone().arrayBuffer();
  }).catch((error) => {
    here[path] = undefined;
    throw error;
  });
};

const after = (ms) => new Promise((done) => setTimeout(done, ms));

/** Where an element stands below `top`: both views have the same elements in the same places. */
const path = (top, element) => {
  const steps = [];
  for (let at = element; at && at !== top; at = at.parentElement) steps.unshift([...at.parentElement.children].indexOf(at));
  return steps;
};
const follow = (top, steps) => steps.reduce((at, step) => at?.children[step], top);

export async function takeOver(it) {
  const { root, host, off, here } = it;
  const { home } = here;
  const more = loader(here, root, it.shown.then(() => it.still?.firstElementChild.lang));
  // A thread is drawn by the second part; a page that begins with one needs both.
  const begun = it.is("thread") && more();
  await Promise.all([load(here), begun, it.shown]);
  if (off.signal.aborted) return;
  const tell = teller(host, it.brand);
  const live = mount(it.body, tell, more, !!begun, isPlaced(home));
  if (!live) throw Error("the answer is of another version than this program; load the page again");
  // On its way as soon as a pointer goes down on what needs it; whoever needs it then hears whether it came.
  it.on(live, "pointerdown", (event) => event.target.closest("[data-live]") && more().catch(() => {}));
  // A composition is looked for when it has ended, not while it goes on.
  it.on(live, "compositionend", ({ target }) => target.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true })));
  // A menu closes when one goes on elsewhere.
  it.on(root, "pointerdown focusin keydown", ({ target, key }) => {
    const menu = root.querySelector(".ch-menu[open]");
    if (!menu || (key ? key !== "Escape" : menu.contains(target))) return;
    menu.open = false;
    if (key) menu.firstElementChild.focus();
  });
  // Whoever comes back to a line finds it where it stood.
  let line = "", top;
  const place = (element) => element.getBoundingClientRect().top;
  // Before the program draws what was asked for.
  live.addEventListener("click", ({ target }) => {
    const of = target.closest("[data-thread]");
    if (of) [line, top] = [of.dataset.thread, place(of)];
  }, { signal: off.signal, capture: true });
  it.on(live, "focusin", ({ target }) => {
    if (target.dataset.thread !== line) return;
    scroller(it).scrollBy({ top: place(target) - top, behavior: "instant" });
    line = "";
  });
  // What sticks to the lower edge stands above a keyboard that lies over the page.
  const { visualViewport: seen } = window;
  it.on(seen, "resize scroll", () => it.skin.setProperty("--keys", `${Math.max(0, innerHeight - seen.height - seen.offsetTop)}px`));
  live.hidden = true;
  root.append(live);
  photos(it, live, more);
  it.leave = () => {
    live.remove();
    tell.stop();
    more.stop();
    unmount(live);
  };
  it.ask = (text) => ask(live, text);
  Object.assign(it, { tell, part: more });
  const token = it.is("sign-on");
  if (token) here.load(__CHIE_API__).then((api) => api.signIn(here, token, host)).catch(({ message }) => here.say(message));
  const late = performance.now() + 3000;
  while (!live.firstElementChild && performance.now() < late) await after(4);
  if (!live.firstElementChild) throw Error("the program drew nothing");
  // What carries over what is marked comes only where something is.
  let marks;
  while (!isCalm(it) || (!marks && isMarked(root) && (marks = await here.load(__CHIE_MARK__).catch(() => ({}))))) await after(40);
  if (off.signal.aborted) return;
  swap(it, live, marks);
  host.style.minHeight = "";
  if (it.kept) {
    const kept = it.steps && follow(live, it.steps);
    // The fields' own news come first.
    await after(0);
    if (kept?.localName === "form") kept.requestSubmit();
    else kept?.click();
  }
}

/** Whether the page is one of ours that was opened by an address with a place. */
const isPlaced = (home) => location.origin === home && /^\/c\/.*[?&]at=/.test(location.pathname + location.search);

/** For whoever has no widget: the program's own door. */
export { mount };

/** Loads the second part for a root, and resolves to what it says. Like the other one, it may be remembered for a while, but no element by it. */
function loader(here, root, lang) {
  const more = async () => {
    const [sheet, words] = await Promise.all([loadRest(here), lang.then((lang) => loadWords(here, lang))]);
    if (root && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return words;
  };
  more.stop = () => { root = undefined; };
  return more;
}

/** Tells the page what its visitors did. The program may remember this for a while after the widget has gone, but no element by it. */
function teller(host, brand) {
  // The program says beside it where everything of it is found.
  function tell(what, product, thread) {
    host?.dispatchEvent(new CustomEvent(`chie:${what}`, {
      bubbles: true, composed: true, detail: { brand, product, thread, url: `${this}/c/${brand}/${product}/${thread}` },
    }));
  }
  tell.stop = () => { host = undefined; };
  return tell;
}

/** Photos are a part of their own, which comes with the first one that is picked, pasted, dropped or opened. */
function photos({ root, on, off, here: { home } }, live, more) {
  let tries = 0;
  // A part that did not come is asked for under another name: browsers remember that it did not.
  const bring = (place, files, link) => import(`${home}${__CHIE_PHOTO__}#${tries}`).then((part) => (link ? part.large(link) : part.take(place, files, more))).catch(() => {
    tries += 1;
    if (link) return open(link.href);
    place.photos = undefined;
    place.textContent = place.dataset.photos;
    addEventListener("online", () => bring(place, files), { once: true });
  });
  // Those of a draft that was left come back where a place is drawn for them; what is posted meanwhile waits for them.
  const watcher = new MutationObserver(() => {
    for (const place of live.querySelectorAll("[data-kept]:empty")) {
      try {
        if (place.photos || !localStorage.getItem(place.dataset.kept)) continue;
        const back = bring(place, []);
        place.photos = (...token) => back.then(() => place.photos(...token));
      } catch {
        // Storage is denied: nothing was kept.
      }
    }
  });
  watcher.observe(live, { childList: true, subtree: true });
  off.signal.addEventListener("abort", () => watcher.disconnect());
  on(root, "click change paste drop dragover", (event) => {
    const { type, target } = event;
    const link = type === "click" && target.closest("a[data-photo]");
    const place = type !== "click" && target.closest("form")?.querySelector("[data-photos]");
    const from = event.clipboardData ?? event.dataTransfer ?? target;
    // Text that brings its picture along is text.
    if (type === "paste" && from.types.includes("text/plain")) return;
    const files = [...(from.files ?? [])].filter((file) => file.type.startsWith("image/") || type === "change");
    if (type === "dragover" ? place && from.types.includes("Files") : link || (place && files.length)) event.preventDefault();
    else return;
    if (type === "dragover" || event.metaKey || event.ctrlKey) return;
    if (type === "change") target.value = "";
    bring(place, files, link);
  });
}

/** What scrolls: the page, or the panel that the widget stands in. */
const scroller = (it) => (it.panel ? it.host.parentElement : document.scrollingElement ?? document.documentElement);

function isCalm({ root, composing, down, typed }) {
  if (composing || down) return false;
  const field = root.activeElement?.matches("input,textarea");
  return !field || performance.now() - typed > 300;
}

const isMarked = (root) => getSelection()?.getComposedRanges?.({ shadowRoots: [root] })[0]?.collapsed === false;

function swap(it, live, marks) {
  const { root, still } = it;
  it.over = true;
  if (it.kept) it.steps = path(still, it.kept);
  const focused = still.contains(root.activeElement) ? root.activeElement : null;
  const caret = focused && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd, focused.selectionDirection] : null;
  const marked = !caret && marks?.selection?.(root, still, path);
  const box = scroller(it);
  const { scrollLeft: left, scrollTop: top } = box;
  const typed = [...still.querySelectorAll("input,textarea")].filter((field) => field.value !== field.defaultValue);

  live.hidden = false;
  for (const field of typed) {
    const fresh = follow(live, path(still, field));
    if (!fresh) continue;
    fresh.value = field.value;
    fresh.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }
  for (const open of still.querySelectorAll("details[open]")) follow(live, path(still, open))?.setAttribute("open", "");
  const fresh = focused && follow(live, path(still, focused));
  still.remove();
  if (fresh) {
    fresh.focus({ preventScroll: true });
    if (caret) fresh.setSelectionRange(...caret);
  }
  if (marked) marks.select(live, marked, follow);
  if (box.scrollTop !== top) box.scrollTo({ left, top, behavior: "instant" });
}
