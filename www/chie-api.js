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

/** Signs the brand's own customer on, by what its server has signed. */
export const signIn = (here, token, target) => hand(here, String(token), target);

/** Whoever is signed in is nobody here any more, on this device. */
export const signOut = (here, target) => hand(here, "", target);

/** One after the other: each is asked about whom the one before left here. */
async function hand(here, token, target) {
  const it = which(here, target);
  if (it) await (it.handing = Promise.resolve(it.handing).catch(() => {}).then(() => handTo(it, token)));
}

/** The program listens to what other tabs keep; what is meant for one widget lies beside the function by which that one tells us things. */
async function handTo(it, token) {
  const { here } = it;
  await it.shown;
  await it.go?.();
  if (it.signOn) return it.signOn(token);
  if (!it.tell) throw Error("the widget has not taken over, so that nobody can be signed in");
  await it.part();
  const wrong = await new Promise((done) => {
    // A widget that ends meanwhile has nothing to say.
    it.off.signal.addEventListener("abort", () => done("the widget was taken off its page"));
    Object.assign(it.tell, { token, who: subject(token), done });
    say("chie:sign-on");
  });
  if (wrong) here.say(`sign-on: ${wrong}`);
  else say("chie:signed-on");
}

/** The brand's own name of whom a token signs on. */
function subject(token) {
  try {
    return JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/"))).sub;
  } catch {
    // The server says what is wrong with it.
  }
}

const say = (key) => window.dispatchEvent(new StorageEvent("storage", { key }));

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
