// Moving into a frame on our own origin, where the page's policy forbids our connection or our program, or where the page
// has changed what a widget stands on. The frame counts as there only when it has said so: by its exact origin, from its own
// window, in the few forms that are known here. Its height follows what stands in it; Tab goes in and out by itself.
import { wordsOf } from "./words.js";

const PATIENCE = 8000;
const KEY = /^[\w.-]{1,64}$/;
/** The names under which this site keeps what a frame may not keep itself. */
const NAME = /^chie:[\w.:-]{1,200}$/;
const OURS = "chie-frame:";

/** Resolves to whether the widget now stands in a frame. */
export async function move(it) {
  const { here: { home, roots }, host, off, brand, product, is } = it;
  const frame = document.createElement("iframe");
  const query = new URLSearchParams({ lang: it.lang });
  for (const name of ["product-name", "thread", "view", "root"]) if (is(name)) query.set(name, is(name));
  if (is("at") === "test") query.set("at", "test");
  if (!is("product-name")) query.set("product-name", (document.querySelector("h1")?.textContent || document.title).trim().slice(0, 80));
  frame.src = `${home}/frame/${encodeURIComponent(brand)}/${encodeURIComponent(product)}?${query}`;
  frame.title = wordsOf(it.lang).name;
  // The frame is told where it stands, and no page of that place.
  frame.referrerPolicy = "origin";
  const set = (style) => Object.entries(style).forEach(([name, value]) => frame.style.setProperty(name, value, "important"));
  set({ display: "block", border: "0", width: "100%", height: "0", "min-height": "0", position: "absolute", visibility: "hidden", "color-scheme": "light" });

  const root = it.root ?? roots.get(host) ?? makeRoot(it);
  const send = (message) => frame.contentWindow?.postMessage({ chie: 1, ...message }, home);
  const typed = () => it.still?.querySelector("#ch-line")?.value;

  return new Promise((resolve) => {
    const failed = () => {
      frame.remove();
      resolve(false);
    };
    setTimeout(() => it.framed || failed(), PATIENCE);
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === "frame-src" && blockedURI.startsWith(home)) failed();
    }, off);
    window.addEventListener("message", ({ origin, source, data }) => {
      if (origin !== home || source !== frame.contentWindow || data?.chie !== 1) return;
      if (data.say === "here") {
        if (data.needsStore) send({ say: "kept", kept: kept() });
        dressFrame(it, send);
      }
      if (data.say === "keep" && NAME.test(data.name)) keep(data.name, data.value);
      if (data.say === "size" && Number.isFinite(data.height) && data.height > 0 && data.height < 1e5) {
        frame.style.setProperty("height", `${Math.ceil(data.height)}px`, "important");
        if (!it.framed) stand();
      }
      if (data.say === "did" && ["asked", "replied", "resolved"].includes(data.what) && KEY.test(data.product) && KEY.test(data.thread)) {
        host.dispatchEvent(new CustomEvent(`chie:${data.what}`, {
          bubbles: true, composed: true, detail: { brand, product: data.product, thread: data.thread, url: `${home}/c/${brand}/${data.product}/${data.thread}` },
        }));
      }
    }, off);
    const stand = () => {
      const text = typed();
      it.framed = true;
      set({ position: "static", visibility: "visible" });
      for (const other of [...root.children]) if (other !== frame) other.remove();
      host.style.minHeight = "";
      it.ask = (asked) => {
        frame.focus();
        send({ say: "ask", text: asked });
      };
      it.leave = () => frame.remove();
      it.signOn = (token) => send({ say: "sign-on", token });
      if (is("sign-on")) it.signOn(is("sign-on"));
      if (text) it.ask(text);
      resolve(true);
    };
    root.append(frame);
  });
}

/** Where the frame stands: in a root of its own, or where the page took that away in the element itself. */
function makeRoot({ host, is, here: { roots } }) {
  try {
    const root = host.attachShadow({ mode: is("root") === "open" ? "open" : "closed" });
    root.append(document.createElement("slot"));
    roots.set(host, root);
    return root;
  } catch {
    return host;
  }
}

// Browsers deny a frame from elsewhere its own storage; then it is kept where the widget itself would keep it.
function kept() {
  try {
    return Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.startsWith(OURS)).map(([name, value]) => [name.slice(OURS.length), value]));
  } catch {
    return {};
  }
}

function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(OURS + name);
    else if (typeof value === "string" && value.length < 1e5) localStorage.setItem(OURS + name, value);
  } catch {
    // Denied here too, or full: the frame remembers it until it is closed.
  }
}

/** Tells the frame what the page looks like: the same reading as everywhere, written down instead of worn. */
async function dressFrame(it, send) {
  const worn = {};
  it.skin = { setProperty: (name, value) => { worn[name] = String(value); }, removeProperty: (name) => { delete worn[name]; } };
  await it.theme.catch(() => {});
  const wear = it.dress;
  it.dress = () => {
    wear?.();
    const { fontFamily } = getComputedStyle(it.host);
    send({ say: "dress", looks: { theme: worn["color-scheme"], surface: worn["--surface"], text: worn["--text"], accent: worn["--accent"], radius: worn["--radius"], font: worn["--chie-font"] ?? fontFamily } });
  };
  it.dress();
}
