// Taking after the page: text and link colour, ground, corners and font are read where the tag stands; attributes correct
// that. What would be hard to read is corrected and said. Values are set through one rule of a constructed sheet, never as
// text of a style. The seal and the steward's looks take no colour from here.
import { brightness, channels, contrast, hex, inkOn, readable } from "./contrast.js";

const LIGHT = [1, 1, 1];
const DARK = [20 / 255, 26 / 255, 24 / 255];

/** What an attribute may say; whatever else it says counts as not said. What to write instead stands in `chie-trouble.js`. */
const KNOWN = {
  theme: /^(light|dark|auto)$/,
  place: /^(inline|launcher)$/,
  root: /^(open|closed)$/,
  loading: /^(eager|lazy)$/,
  radius: /^\d{1,3}(\.\d+)?(px)?$/,
  accent: { test: (value) => CSS.supports("color", value) },
  font: { test: (value) => CSS.supports("font-family", value) },
};

/** Dresses a widget; again whenever something of the page or of its tag has changed. */
export function dress(it) {
  const { skin } = it;
  // A launcher's panel has colours of its own: what it takes after is around the launcher.
  const host = it.outer ?? it.host;
  if (!skin) return;
  if (!it.told) begin(it);
  const said = (name) => {
    const value = it.is(name) || undefined;
    if (value === undefined || KNOWN[name].test(value)) return value;
    tell(it, name, value);
    return undefined;
  };
  ["place", "root", "loading"].forEach(said);
  const [wished, spoken] = [it.is("lang"), it.still?.firstElementChild?.lang];
  if (wished && spoken && wished.split("-")[0] !== spoken.split("-")[0]) tell(it, "lang", wished, spoken);
  const style = getComputedStyle(host);
  // A page may also set what our style sheets know by their own names.
  const given = (name) => (KNOWN[name] && said(name)) ?? (style.getPropertyValue(`--chie-${name}`).trim() || undefined);
  const set = (name, value) => (value ? skin.setProperty(name, value) : skin.removeProperty(name));

  const text = channels(style.color) ?? [0, 0, 0];
  const ground = groundOf(host);
  const pageIsDark = ground ? brightness(ground) < brightness(text) : brightness(text) > 0.4;
  const theme = said("theme");
  const dark = theme === "dark" || (theme !== "light" && pageIsDark);
  set("color-scheme", dark ? "dark" : "light");

  // Only grounds on which the colours of a status can be read are taken over; text goes with its ground.
  const fits = dark === pageIsDark && ground && isFar(ground, dark);
  const asked = (name) => given(name) && computed(host, given(name))[0];
  const own = asked("surface");
  const far = own && isFar(own, dark);
  const surface = far ? own : fits ? ground : dark ? DARK : LIGHT;
  if (own && !far) tell(it, "ground", given("surface"), hex(surface));
  set("--surface", hex(surface));
  // What is sunk into the ground carries text too, and has a breath of its colour.
  const sunken = (ink) => surface.map((part, at) => part * 0.95 + ink[at] * 0.05);
  const wish = asked("text") ?? (dark === pageIsDark && contrast(text, surface) >= 7 ? text : undefined);
  const ink = wish && corrected(it, "text", given("text"), wish, sunken(wish));
  set("--text", ink && hex(ink));
  const muted = asked("muted");
  set("--muted", muted && hex(corrected(it, "muted", given("muted"), muted, sunken(ink ?? (dark ? LIGHT : DARK)))));
  accent(it, given("accent"), surface, set);

  const radius = given("radius");
  set("--radius", radius ? `${parseFloat(radius)}px` : cornersOfPage());
  const font = given("font");
  set("--chie-font", font);
  // Families of the page first, then our own for the letters that they lack.
  const families = style.fontFamily.split(",").filter((one) => !/^\s*("?Times|serif|sans-serif|monospace|system-ui|ui-|-apple)/.test(one));
  set("--page-font", families.length && `${families},`);
}

/** What is opaque behind an element. */
function groundOf(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    const colour = channels(backgroundColor);
    if (colour?.cover > 0.9) return colour;
    if (backgroundImage !== "none") return undefined;
  }
  return undefined;
}

/** What a browser makes of a colour beside the widget; of no colour: the one of a link there. */
function computed(host, colour) {
  const link = document.createElement("a");
  link.href = "/";
  (host.getRootNode().host ?? host).after(link);
  if (colour) link.style.color = colour;
  const { color } = getComputedStyle(link);
  link.remove();
  return [channels(color), color];
}

/** Whether a ground is light or dark enough for everything that stands on it. */
const isFar = (ground, dark) => (dark ? brightness(ground) < 0.03 : brightness(ground) > 0.85);

/** A colour that was wished for: corrected until it can be read on a ground, which is said then. */
function corrected(it, name, own, wish, ground) {
  const colour = readable(wish, ground);
  if (colour !== wish) tell(it, "contrast", name, own, hex(wish), contrast(wish, ground).toFixed(1), hex(ground), hex(colour));
  return colour;
}

/** The accent: given, or the colour of the page's links where the page gave them one; corrected until it can be read. */
function accent(it, own, surface, set) {
  const [wish, read] = computed(it.host, own);
  const isBrowsers = /^rgb\((0, 0, 238|158, 158, 255)\)$/.test(read) && !own;
  if (!wish || isBrowsers) return ["--accent", "--accent-ink"].forEach((name) => set(name));
  const colour = corrected(it, "accent", own, wish, surface);
  set("--accent", hex(colour));
  set("--accent-ink", hex(inkOn(colour)));
}

/** The corners of the page's buttons and fields, where it gave them any. */
function cornersOfPage() {
  for (const one of document.querySelectorAll("main :is(button,input,[class*=btn],[class*=button]),button,input")) {
    const { borderTopLeftRadius, borderTopStyle } = getComputedStyle(one);
    // An outset or inset border is the browser's own.
    if (one.offsetHeight > 20 && !borderTopStyle.includes("set")) return `${Math.min(parseFloat(borderTopLeftRadius), 20) || 0}px`;
  }
  return undefined;
}

/** What is said once, by the module that has the words. */
function tell({ told, here }, ...what) {
  const once = `${what}`;
  if (!told.has(once)) here.load(__CHIE_TROUBLE__).then((trouble) => trouble.advise(here, ...what)).catch(() => {});
  told.add(once);
}

function begin(it) {
  it.told = new Set();
  const again = () => dress(it);
  it.on(matchMedia("(prefers-color-scheme: dark)"), "change", again);
  // Pages turn dark by an attribute of their outermost elements; a transition of theirs has an end.
  const watcher = new MutationObserver(() => requestAnimationFrame(again));
  for (const one of [document.documentElement, document.body]) {
    watcher.observe(one, { attributes: true });
    it.on(one, "transitionend", ({ target }) => target === one && again());
  }
  it.off.signal.addEventListener("abort", () => watcher.disconnect());
  // A page's style may come after its first elements, or be put in later. Its news do not rise.
  document.addEventListener("load", ({ target }) => /^(link|style)$/.test(target.localName) && again(), { capture: true, signal: it.off.signal });
}
