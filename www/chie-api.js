// What pages can do with widgets, and what widgets do that few pages need: ending, beginning anew, opening as a panel. Each
// function gets what the loader knows, then what the caller gave; the last argument says which widget is meant, the first
// one of the page where it is left out.
export { launch } from "./chie-panel.js";

/** The widget of an element, of a selector or the first. */
function which(here, target) {
  const element = typeof target === "string" ? document.querySelector(target) : target;
  for (const [host, it] of here.widgets) {
    if (!target || host === element || it.tag === element || element?.contains(host)) return it;
  }
  here.say(`there is no widget ${target ? `at ${typeof target === "string" ? `"${target}"` : "this element"}` : "on this page"}; give the element or a selector of its tag`);
  return undefined;
}

/** Ends a widget: nothing of it stays but an empty root, which cannot be taken off an element. */
export function end(it) {
  const { here, tag } = it;
  const host = it.outer ?? it.host;
  const root = here.roots.get(host);
  it.off.abort();
  it.leave?.();
  here.widgets.delete(host);
  if (host !== tag && host !== tag.target) host.remove();
  else if (root) {
    // What the element held before shows again.
    root.replaceChildren(document.createElement("slot"));
    root.adoptedStyleSheets = [];
  }
}

export function destroy(here, target) {
  const it = which(here, target);
  if (it) end(it);
}

async function show(it) {
  // The button of a launcher may not be there yet.
  await it.floats;
  if (it.panel) it.panel.open();
  else it.host.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

export async function open(here, target) {
  const it = which(here, target);
  if (it) await show(it);
}

export function close(here, target) {
  which(here, target)?.panel?.close();
}

export async function ask(here, text = "", target) {
  const it = which(here, target);
  if (!it) return;
  await show(it);
  await it.shown;
  await it.go?.();
  it.ask?.(String(text));
}

const THEMES = ["light", "dark", "auto"];

/** `theme` is a word, or an object with `theme`, `accent`, `radius` and `font`. */
export function setTheme(here, theme, target) {
  const it = which(here, target);
  if (!it) return;
  const looks = typeof theme === "string" ? { theme } : theme;
  const before = it.is;
  it.is = (name) => looks[name] ?? before(name);
  it.dress?.();
}

/** Begins anew in another language; a draft is kept. */
export async function setLocale(here, lang, target) {
  const it = which(here, target);
  if (!it || it.lang === lang) return;
  const { tag, is, now, name } = it;
  const host = it.outer ?? it.host;
  const stays = host === tag || host === tag.target;
  const next = stays ? host : host.cloneNode();
  if (!stays) {
    next.style.minHeight = `${host.offsetHeight}px`;
    host.after(next);
  }
  end(it);
  const made = here.begin(tag, (asked) => (asked === "lang" ? lang : is(asked)), next);
  if (made) Object.assign(made, { now, name });
}
