// The launcher: a button in the corner that opens the widget as a panel, on narrow screens as a sheet. The panel is a modal
// dialog of the browser's own: it keeps the focus, closes by Escape and gives the focus back.
import { wordsOf } from "./words.js";

// Drawn in ink, not in the accent: who runs the place is not known before it is opened.
const STYLE = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: auto 0 0 auto !important; z-index: 2147483000 !important; color: inherit !important; font: inherit !important; }
.ch { --ink: var(--text, light-dark(#16201d, #e8eeeb)); --ground: var(--surface, light-dark(#fff, #141a18)); font: 400 16px/1.5 sans-serif; font-family: var(--chie-font, inherit); color: var(--ink); }
button { display: inline-flex; align-items: center; gap: 8px; min-block-size: 48px; padding: 8px 18px; border: 2px solid var(--ground); border-radius: max(var(--radius, 10px), 10px); background: var(--ink); color: var(--ground); font: inherit; font-weight: 700; cursor: pointer; }
.open { margin: 16px; margin-block-end: max(16px, env(safe-area-inset-bottom)); box-shadow: 0 4px 20px #0004; }
svg { inline-size: 20px; block-size: 20px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
dialog { inline-size: min(440px, 100vw - 32px); block-size: min(720px, 100dvh - 32px); max-inline-size: none; max-block-size: none; margin: auto 16px 16px auto; padding: 0; border: 0; border-radius: 16px; background: none; color: inherit; overflow: visible; }
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: #0005; }
.bar { display: flex; justify-content: flex-end; padding-block-end: 8px; }
.bar button { min-block-size: 44px; }
.scroll { flex: 1; min-block-size: 0; overflow: auto; overscroll-behavior: contain; border-radius: max(var(--radius, 10px), 10px); background: var(--ground); }
@media (max-width: 520px) {
  dialog { inline-size: 100vw; block-size: 92dvh; margin: auto 0 0; border-radius: 16px 16px 0 0; }
  .bar { padding-inline: 12px; }
  .scroll { border-radius: 16px 16px 0 0; }
}
@media (prefers-reduced-motion: no-preference) {
  dialog[open] { animation: rise .15s ease-out; }
  @keyframes rise { from { translate: 0 24px; opacity: 0; } }
}
@media print { :host { display: none !important; } }
`;

const make = (name, className, ...children) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svg.namespaceURI, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** Puts the button into the page; the widget is fetched when somebody opens it. */
export function launch(it) {
  const { here, is, on, host: outer } = it;
  const { name, close: closing, lang } = wordsOf(it.lang);
  const root = here.roots.get(outer) ?? outer.attachShadow({ mode: is("root") === "open" ? "open" : "closed" });
  here.roots.set(outer, root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  it.cover = new CSSStyleSheet();
  it.cover.replaceSync(".ch{}");
  it.skin = it.cover.cssRules[0].style;
  root.adoptedStyleSheets = [sheet, it.cover];

  const button = make("button", "open", icon("M4 5h16v11H10l-5 4v-4H4zM8.500 9h7M8.500 12h4"), name);
  button.ariaHasPopup = "dialog";
  const close = make("button", "", icon("M6 6l12 12M18 6 6 18"), closing);
  const inner = document.createElement("div");
  const dialog = make("dialog", "", make("div", "bar", close), make("div", "scroll", inner));
  dialog.ariaLabel = name;
  const all = make("div", "ch", button, dialog);
  all.lang = lang;
  root.replaceChildren(all);

  Object.assign(it, { outer, host: inner, panel: {
    open() {
      if (!dialog.open) dialog.showModal();
      it.shown ??= it.read();
      return it.shown;
    },
    close: () => dialog.close(),
  } });
  on(button, "click", () => it.panel.open());
  on(close, "click", () => dialog.close());
  // A press beside the panel is one on the dialog itself.
  on(dialog, "click", (event) => event.target === dialog && dialog.close());
  on(outer, "keydown keyup keypress", (event) => event.stopPropagation());
  it.theme.then(() => it.dress?.());
}
