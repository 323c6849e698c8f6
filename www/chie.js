// The loader: finds its tags, fetches one body for each, shows what the server drew in it, and waits. A classic script
// without dependencies; everything that is not needed to read lives in modules that it loads when they are wanted.
(() => {
  // The Worker writes its own address in, so that a copy that somebody inlined or renamed knows where it comes from.
  const home = "__CHIE_ORIGIN__";
  const own = document.currentScript;
  const say = (text) => console.warn(`Chie: ${text}`);
  const after = (ms) => new Promise((done) => setTimeout(done, ms));
  const load = (path) => import(home + path);
  const isScript = (tag) => tag.localName === "script";

  /** What a tag, an element, a script's address or an object says, by the attribute's name. */
  const reader = (tag) => (name) => tag.getAttribute
    ? tag.getAttribute(`data-chie-${name}`) ?? tag.getAttribute(`data-${name}`) ?? (tag.localName.includes("-") ? tag.getAttribute(name) : tag.src && new URL(tag.src).searchParams.get(name)) ?? undefined
    : tag[name.replace(/-./, (it) => it[1].toUpperCase())];
  const ANOTHER = ["brand", "product", "thread", "view", "lang", "product-name", "place", "root", "loading"];

  const start = () => {
    const here = {
      widgets: new Map(), roots: new WeakMap(), find, begin, home, say, load,
      /** What is the same for everybody is fetched once. Whoever finds it broken forgets it, so that it can be tried again. */
      get: (path) => (here[path] ||= (async () => fetch(home + path, { credentials: "omit" }))()),
    };
    const seen = new WeakSet();
    // What a policy of the page refused lately; a refusal itself says nothing of it.
    document.addEventListener("securitypolicyviolation", (event) => {
      if (event.blockedURI.startsWith(home) || event.blockedURI === "wasm-eval") here.refused = event;
    });

    const trusted = (html) => {
      if (!window.trustedTypes) return html;
      here.policy ||= trustedTypes.createPolicy("chie", { createHTML: (text) => text });
      return here.policy.createHTML(html);
    };

    // Never an error to a visitor: what stands there stays, or a link does its work.
    const trouble = (it, error) => {
      it.over = true;
      if (it.off.signal.aborted) return;
      const { host, kept, page } = it;
      // What was pressed does what it does without a program: it leads to the public page.
      if (kept) kept.ariaBusy = null;
      if (!it.still && host !== it.tag && page) {
        const link = document.createElement("a");
        link.href = page;
        link.textContent = (__CHIE_READ__)[it.lang.slice(0, 2)] || __CHIE_READ_ENGLISH__;
        host.style.minHeight = "";
        host.append(link);
      }
      return load(__CHIE_TROUBLE__).then((more) => more.trouble(it, error)).catch(() => say(`${home} cannot be reached: ${error?.message}; unblock it`));
    };

    function begin(tag, is, host) {
      const [brand, product] = ["brand", "product"].map(is);
      if (!brand || !product) return say("a tag needs data-brand and data-product");
      const off = new AbortController();
      const it = { here, tag, is, host, off, brand, product, typed: 0 };
      here.widgets.set(host, it);
      // A controller is an options object too: its `signal` ends what it was given to.
      it.on = (target, names, then) => names.split(" ").forEach((name) => target.addEventListener(name, then, off));
      it.lang = is("lang") || host.closest("[lang]")?.lang || navigator.language;
      const path = [brand, product].map(encodeURIComponent).join("/");
      it.page = `${home}/c/${path}`;
      it.read = () => (it.shown = (async () => {
        const { is } = it;
        const { hostname, protocol } = location;
        const at = is("at") || (protocol === "file:" ? "test" : hostname === brand || hostname.endsWith(`.${brand}`) || /^127\.|(^|\.)localhost$/.test(hostname) ? "own" : "elsewhere");
        const query = new URLSearchParams({ v: 1, lang: it.lang, at });
        const name = (is("product-name") || document.querySelector("h1")?.textContent || document.title)
          .replace(/[\p{C}\s]+/gu, " ").trim().slice(0, 80);
        if (name) query.set("name", name);
        for (const more of ["thread", "view"]) if (is(more)) query.set(more, is(more));
        try {
          const answer = await fetch(`${home}/embed/${path}?${query}`, { credentials: "omit", signal: off.signal });
          if (!answer.ok) throw await answer.json();
          // What people read is shown before what only the program reads has come.
          const reader = answer.body.getReader();
          let shown, part;
          it.body = new Uint8Array();
          while ((part = (await reader.read()).value)) {
            const body = new Uint8Array(it.body.length + part.length);
            body.set(it.body);
            body.set(part, it.body.length);
            it.body = body;
            await (shown ||= show(it));
          }
          if (!shown) throw Error("cut short");
        } catch (error) {
          await trouble(it, error);
        }
      })());
      if (is("place") === "launcher") it.floats = load(__CHIE_API__).then((api) => api.launch(it)).catch((error) => trouble(it, error));
      else if (is("loading") === "lazy") near(it, it.read);
      else it.read();
      it.theme = load(__CHIE_THEME__).then((theme) => (it.dress = () => theme.dress(it)), () => {});
      return it;
    }

    /** Nothing as long as it is too early. */
    const show = (it) => {
      const { body } = it;
      if (body.length < 16) return;
      const view = new DataView(body.buffer);
      const middle = 16 + view.getUint32(0, true);
      const end = middle + view.getUint32(4, true);
      const text = (from, to) => new TextDecoder().decode(body.subarray(from, to));
      if (body.length >= end) return lay(it, text(16, middle), text(middle, end));
    };

    const lay = async (it, style, html) => {
      const { host, is, off } = it;
      const [sheet, skin] = [style, ".ch{}"].map((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      });
      const cover = (it.cover ??= skin);
      it.skin = cover.cssRules[0].style;
      const template = document.createElement("template");
      template.innerHTML = trusted(html);
      const still = it.still = document.createElement("div");
      still.append(template.content);
      // It looks like its page before it stands there: laid out once, and never seen to change.
      await Promise.race([it.theme, after(500)]);
      if (off.signal.aborted) return;
      if (it.dress) it.dress();
      else it.theme.then(() => it.dress?.());
      const root = here.roots.get(host) ?? host.attachShadow({ mode: is("root") === "open" ? "open" : "closed" });
      here.roots.set(host, root);
      root.adoptedStyleSheets = [sheet, cover];
      root.replaceChildren(still);
      wait(Object.assign(it, { root }));
    };

    const near = ({ host, off }, then) => {
      const watcher = new IntersectionObserver((seen) => {
        if (!seen.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        then();
      }, { rootMargin: "800px" });
      watcher.observe(host);
      off.signal.onabort = () => watcher.disconnect();
    };

    // Until the live view stands there, what is done here is remembered, and clicks are kept for it.
    const wait = (it) => {
      const { host, root, still, on } = it;
      const go = it.go = () => {
        // The program is by far the largest: it sets out at once, and whoever puts it to work says what goes wrong.
        for (const path of [__EMBED_WASM__, it.is("thread") && __EMBED_REST__]) if (path) here.get(path).catch(() => {});
        return (it.more ||= load(__CHIE_MORE__).then((more) => more.takeOver(it)).catch((error) => trouble(it, error)));
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
      if (it.is("loading") === "eager") go();
      else if (!navigator.connection?.saveData) near(it, () => window.requestIdleCallback ? requestIdleCallback(go, { timeout: 4000 }) : after(200).then(go));
    };

    /** The element itself, a new one after its script, or a new one for what floats. */
    const place = (tag, is) => {
      const target = tag.getAttribute ? tag : tag.target?.localName ? tag.target : document.querySelector(tag.target || "#chie");
      const floats = is("place") === "launcher";
      if (target && !isScript(target) && !floats) return target;
      const host = document.createElement("div");
      if (floats) document.body?.append(host);
      else if (target && !document.head.contains(target)) {
        host.style.minHeight = "320px";
        target.after(host);
      }
      return host.isConnected && host;
    };

    function find(ran) {
      const names = new Set([...here.widgets.values()].map((it) => it.name));
      let homeless;
      for (const tag of [...document.querySelectorAll('script[src*="/chie.js"],script[data-brand][data-product],[data-chie-brand]'), ran, ...[window.ChieConfig ?? []].flat()]) {
        if (!tag || seen.has(Object(tag))) continue;
        const is = reader(tag);
        const name = ["brand", "product", "thread", "view"].map(is).join(" ");
        if (isScript(tag)) {
          // A script is one of ours by its address, or, where that was changed, by a domain for a brand.
          if (!name.trim() && is("brand") !== "" || tag !== ran && !tag.src.startsWith(home) && !is("brand").includes(".")) continue;
          if (names.has(name)) {
            seen.add(tag);
            say(`data-brand and data-product of two tags are the same (${name.trim()}); remove one`);
            continue;
          }
        }
        const host = place(tag, is);
        if (!host) {
          homeless = true;
          continue;
        }
        seen.add(tag);
        names.add(name);
        const it = begin(tag, is, host);
        if (it) it.name = name;
      }
      if (homeless && !here.widgets.size && document.readyState === "complete") say("put the tag into <body> or set ChieConfig.target");
    }

    /** The element, for pages that build themselves: it may come, go, move and change at any time. */
    const settle = async (element) => {
      await after(0);
      const it = here.widgets.get(element);
      const is = reader(element);
      const now = element.isConnected && ANOTHER.map(is).join("\n");
      if (it && it.now === now) return it.dress?.();
      if (it) {
        const api = await load(__CHIE_API__);
        if (here.widgets.get(element) === it) api.end(it);
        settle(element);
      } else if (now) (begin(element, is, element) || {}).now = now;
    };
    customElements.define("chie-community", class extends HTMLElement {
      static observedAttributes = [...ANOTHER, "theme", "accent", "radius", "font"];
      connectedCallback() { settle(this); }
      disconnectedCallback() { settle(this); }
      attributeChangedCallback() { settle(this); }
    });

    // Calls wait for what carries them out.
    window.Chie ??= Object.fromEntries(["open", "close", "ask", "setTheme", "setLocale", "destroy", "signIn", "signOut"].map((name) =>
      [name, (...what) => load(__CHIE_API__).then((api) => api[name](here, ...what)).catch((error) => say(`${name}: ${error.message}`))]));
    for (const name of ["DOMContentLoaded", "load"]) window.addEventListener(name, () => find());
    return here;
  };

  (window[Symbol.for("chie")] ||= start()).find(own);
})();
