// Inside the frame: looks like the page around it by being told, says how high it is and what its visitor did. It listens to
// one window and one origin only: the ones that it was opened from.

const tag = document.querySelector("[data-brand-of-frame]");
const around = document.referrer && new URL(document.referrer).origin;
const tell = (message) => parent.postMessage({ chie: 1, ...message }, around);

/** What the page may say of its looks, and which property must be able to take it. */
const LOOKS = { surface: "color", text: "color", accent: "color", radius: "border-radius", font: "font-family" };

function dress(looks) {
  for (const [name, property] of Object.entries(LOOKS)) {
    const value = looks[name];
    if (typeof value === "string" && value.length < 400 && CSS.supports(property, value)) document.body.style.setProperty(`--chie-${name}`, value);
    else document.body.style.removeProperty(`--chie-${name}`);
  }
  if (["light", "dark"].includes(looks.theme)) tag.dataset.theme = looks.theme;
  for (const it of widgets()) it.dress?.();
}

const widgets = () => window[Symbol.for("chie")].widgets.values();

const isDenied = () => {
  try {
    return !localStorage;
  } catch {
    return true;
  }
};

/** Storage that the page around keeps. */
function borrowStorage(all) {
  const kept = new Map(Object.entries(all).filter(([, value]) => typeof value === "string"));
  Object.defineProperty(window, "localStorage", {
    value: {
      get length() { return kept.size; },
      key: (at) => [...kept.keys()][at] ?? null,
      getItem: (name) => kept.get(name) ?? null,
      setItem(name, value) {
        kept.set(name, String(value));
        tell({ say: "keep", name, value: String(value) });
      },
      removeItem(name) {
        kept.delete(name);
        tell({ say: "keep", name, value: null });
      },
    },
  });
}

function begin() {
  if (tag.dataset.chieBrand) return;
  tag.dataset.chieBrand = tag.dataset.brandOfFrame;
  window[Symbol.for("chie")].find();
  const measure = () => tell({ say: "size", height: tag.offsetHeight });
  new ResizeObserver(measure).observe(tag);
  // A frame that is not in sight is not drawn, and then nothing is observed: its first height is told without that.
  for (const it of widgets()) it.shown.then(measure);
}

if (around && parent !== window) {
  const needsStore = isDenied();
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== around || source !== parent || data?.chie !== 1) return;
    if (data.say === "kept" && needsStore && !tag.dataset.chieBrand && data.kept === Object(data.kept)) {
      borrowStorage(data.kept);
      begin();
    }
    if (data.say === "dress" && data.looks === Object(data.looks)) dress(data.looks);
    // Only pages of the brand's own sign its customers on, or out.
    if (data.say === "sign-on" && typeof data.token === "string" && tag.dataset.chieAt !== "elsewhere") {
      if (data.token) window.Chie.signIn(data.token.slice(0, 4096));
      else window.Chie.signOut();
    }
    if (data.say === "ask" && typeof data.text === "string") window.Chie.ask(data.text.slice(0, 200));
  });
  for (const what of ["asked", "replied", "resolved"]) {
    document.addEventListener(`chie:${what}`, ({ detail: { product, thread } }) => tell({ say: "did", what, product, thread }));
  }
  tell({ say: "here", needsStore });
  if (!needsStore) begin();
}
