// The loader: finds its tags, fetches one body for each, shows what the server drew in it, and waits. A classic script
// without dependencies; everything that is not needed to read lives in `chie-more.js`.
(() => {
  const own = document.currentScript || document.querySelector('script[src*="/chie.js"]');
  const origin = new URL(own.src).origin;
  const here = (window[Symbol.for("chie")] ||= { seen: new WeakSet() });
  const say = (text) => console.warn(`Chie: ${text}`);
  const after = (ms) => new Promise((done) => setTimeout(done, ms));

  // What a policy of the page refused lately; a refusal itself says nothing of it.
  let refused = "";
  document.addEventListener("securitypolicyviolation", (event) => {
    if (event.blockedURI.startsWith(origin) || event.blockedURI === "wasm-eval") refused = event.blockedURI[0] === "w" ? "wasm" : event.effectiveDirective;
  });

  const explain = async (what, error) => {
    await after(50);
    const fix = refused === "wasm" || /WebAssembly.*Content Security/.test(error?.message)
      ? "add 'wasm-unsafe-eval' to the script-src directive of this page's Content-Security-Policy"
      : refused && `add ${origin} to the ${refused.replace("-elem", "")} directive of this page's Content-Security-Policy`;
    say(`${what}: ${fix || error?.message || error}.`);
  };

  const trusted = (html) => {
    if (!window.trustedTypes) return html;
    try {
      here.policy ||= trustedTypes.createPolicy("chie", { createHTML: (text) => text });
    } catch {
      throw Error("add chie to the trusted-types directive of this page's Content-Security-Policy");
    }
    return here.policy.createHTML(html);
  };

  // Light text means a dark page: the widget goes with what it stands on, not with what the system would like.
  const shade = (host) => {
    const [red, green, blue] = getComputedStyle(host).color.match(/^rgba?\((\d+), (\d+), (\d+)/)?.slice(1) ?? [];
    if (red) host.dataset.theme = red * 2 + green * 5 + +blue > 1100 ? "dark" : "light";
  };

  const begin = async (tag) => {
    if (here.seen.has(tag)) return;
    here.seen.add(tag);
    const is = (name) => tag.getAttribute(`data-chie-${name}`) ?? tag.getAttribute(`data-${name}`);
    const [brand, product] = [is("brand"), is("product")];
    if (!brand || !product) return say('a tag needs data-brand="your-domain.example" and data-product="a-key"');
    let host = tag;
    if (tag.localName === "script") {
      if (document.head.contains(tag)) return say("put the tag where the widget should stand, inside <body>");
      host = document.createElement("div");
      host.style.minHeight = "320px";
      tag.after(host);
    }
    const lang = is("lang") || tag.closest("[lang]")?.lang || navigator.language;
    const name = (is("product-name") || document.querySelector("h1")?.textContent || document.title)
      .replace(/[\p{C}\s]+/gu, " ").trim().slice(0, 80);
    const { hostname } = location;
    const at = hostname === brand || hostname.endsWith(`.${brand}`) || /^127\.|(^|\.)localhost$/.test(hostname) ? "own" : "elsewhere";
    const query = new URLSearchParams({ lang, at });
    if (name) query.set("name", name);
    if (is("thread")) query.set("thread", is("thread"));
    const page = `${origin}/c/${encodeURIComponent(brand)}/${encodeURIComponent(product)}`;
    try {
      const path = `/embed/${encodeURIComponent(brand)}/${encodeURIComponent(product)}?${query}`;
      const answer = await fetch(origin + path, { credentials: "omit" });
      if (!answer.ok) throw Error(`${answer.status} at ${path}`);
      const given = answer.headers.get("content-language");
      if (is("lang") && given && !is("lang").startsWith(given.slice(0, 2))) say(`data-lang="${is("lang")}" is not spoken here, and the widget is in ${given}; write a language such as en or ja`);
      show(host, new Uint8Array(await answer.arrayBuffer()), is);
    } catch (error) {
      // Never an error to a visitor: the tag's own content stays, or a link does its work.
      if (host !== tag) {
        const link = document.createElement("a");
        link.href = page;
        link.textContent = lang.startsWith("ja") ? "みんなの質問と答えを読む" : "Read questions and answers";
        host.style.minHeight = "";
        host.append(link);
      }
      explain("the widget could not be shown", error);
    }
  };

  const show = (host, body, is) => {
    const view = new DataView(body.buffer);
    let from = 16;
    const [style, html] = [0, 4].map((at) => new TextDecoder().decode(body.subarray(from, (from += view.getUint32(at, true)))));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    const template = document.createElement("template");
    template.innerHTML = trusted(html);
    const root = host.attachShadow({ mode: is("root") === "open" ? "open" : "closed" });
    root.adoptedStyleSheets = [sheet];
    const still = document.createElement("div");
    still.append(template.content);
    if (is("theme")) host.dataset.theme = is("theme");
    else {
      shade(host);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => shade(host));
    }
    root.append(still);
    wait({ host, root, still, body, origin, explain, typed: 0 });
  };

  // Until the live view stands there, what is done here is remembered, and clicks are kept for it.
  const wait = (it) => {
    const { host, root, still } = it;
    const on = (target, names, then) => names.split(" ").forEach((name) => target.addEventListener(name, then));
    const go = () => {
      it.more ||= import(origin + __CHIE_MORE__).then((more) => more.takeOver(it)).catch((error) => {
        it.over = true;
        explain("reading works, taking part does not", error);
        if (!it.kept) return;
        // What was pressed does what it does without a program: it leads to the public page.
        it.kept.ariaBusy = null;
        if (it.kept.href) location.href = it.kept.href;
        else it.kept.submit?.();
      });
    };
    on(root, "pointerdown focusin keydown", go);
    on(still, "compositionstart", () => (it.composing = true));
    on(still, "compositionend", () => { it.composing = false; it.typed = performance.now(); });
    on(still, "input", () => (it.typed = performance.now()));
    on(still, "pointerdown", () => (it.down = true));
    on(window, "pointerup pointercancel pageshow blur", () => (it.down = false));
    on(still, "click submit", (event) => {
      const kept = event.type === "submit" ? event.target : event.target.closest("[data-live],button:not([type=submit])");
      const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (kept && plain && !it.over) {
        event.preventDefault();
        if (it.composing) return;
        it.kept = kept;
        kept.ariaBusy = "true";
        go();
        // A link that nobody takes over in time does what links do.
        if (kept.href) after(9000).then(() => it.over || (location.href = kept.href));
      }
    });
    // The page's own hot keys are not for what is typed in here.
    on(host, "keydown keyup keypress", (event) => event.stopPropagation());
    if (navigator.connection?.saveData) return;
    new IntersectionObserver((seen, watcher) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      window.requestIdleCallback ? requestIdleCallback(go, { timeout: 4000 }) : after(200).then(go);
    }, { rootMargin: "800px" }).observe(host);
  };

  const find = () => {
    for (const tag of document.querySelectorAll("script[data-brand],[data-chie-brand]")) {
      if (tag.localName !== "script" || tag.src.startsWith(`${origin}/chie.js`)) begin(tag);
    }
  };
  find();
  document.addEventListener("DOMContentLoaded", find);
})();
