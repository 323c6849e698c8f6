// HTML as forums give it out, as the Markdown that Chie reads. Nothing of it is believed: what it makes is text, and Chie reads
// that like anything that somebody typed.

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", hellip: "…", mdash: "—", ndash: "–", rsquo: "’", lsquo: "‘", ldquo: "“", rdquo: "”" };
const DROPPED = new Set(["script", "style", "iframe", "object", "svg", "template", "noscript", "head"]);
const AROUND = { b: "**", strong: "**", i: "*", em: "*" };
const BLOCKS = new Set(["p", "div", "section", "article", "table", "tr", "ul", "ol", "aside", "details", "summary", "dl", "dt", "dd", "figure"]);

export function unescaped(text) {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,12});/gi, (all, name) => {
    if (name[0] !== "#") return ENTITIES[name.toLowerCase()] ?? all;
    const code = Number(name[1].toLowerCase() === "x" ? `0${name.slice(1)}` : name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : "";
  });
}

const plain = (text) => unescaped(text).replace(/[\\`*_[\]<>#~|]/g, "\\$&");

/** The Markdown; `onPhoto` hears the address of each picture, which is left out. */
export function markdownOf(html, onPhoto = () => {}) {
  let out = "";
  let quote = 0;
  let code = false;
  let dropped = 0;
  // How many lines end before the next text: none, one, or a paragraph's two.
  let ends = 0;
  // How deep in quotes the last text stood.
  let stood = 0;
  const lists = [];
  const links = [];
  const end = (lines) => { ends = Math.max(ends, lines); };
  const put = (text) => {
    if (!text) return;
    const before = "> ".repeat(quote);
    const begins = !out || ends > 0;
    if (!out) out = before;
    else if (ends) out += `${ends === 2 ? `\n${"> ".repeat(Math.min(stood, quote))}` : ""}\n${before}`;
    stood = quote;
    out += begins && !code ? text.replace(/^ (?=\S)/, "") : text;
    ends = 0;
  };
  for (const [piece, , close, name, rest] of html.matchAll(/<!--[\s\S]*?-->|(<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>)|[^<]+|</gi)) {
    const tag = name?.toLowerCase();
    if (tag && DROPPED.has(tag)) {
      dropped = Math.max(0, dropped + (close ? -1 : rest.endsWith("/") ? 0 : 1));
    } else if (dropped || piece.startsWith("<!--")) {
      // Nothing of it is read.
    } else if (!tag) {
      if (code) unescaped(piece).replace(/\n$/, "").split("\n").forEach((line, place) => { if (place) ends = 1; put(line || " "); });
      else if (piece.trim() || (out && !ends)) put(plain(piece.replace(/\s+/g, " ")));
    } else if (tag === "br") {
      end(1);
    } else if (tag === "hr") {
      end(2); put("---"); end(2);
    } else if (tag in AROUND) {
      put(AROUND[tag]);
    } else if (tag === "pre") {
      code = false;
      end(close ? 1 : 2); put("```"); end(close ? 2 : 1);
      code = !close;
    } else if (tag === "code") {
      if (!code) put("`");
    } else if (tag === "blockquote") {
      end(2);
      quote = close ? Math.max(0, quote - 1) : Math.min(8, quote + 1);
    } else if (tag === "ul" || tag === "ol") {
      end(lists.length - (close ? 1 : 0) > 0 ? 1 : 2);
      if (close) lists.pop();
      else if (lists.length < 8) lists.push(tag);
    } else if (tag === "li") {
      end(1);
      if (!close) put(`${"  ".repeat(Math.max(0, lists.length - 1))}${lists.at(-1) === "ol" ? "1." : "-"} `);
    } else if (/^h[1-6]$/.test(tag)) {
      end(2);
      if (!close) put("## ");
    } else if (tag === "a") {
      const href = attribute(rest, "href");
      if (close) put(links.pop());
      else { const goes = /^https?:\/\/[^\s()<>]+$/.test(href); links.push(goes ? `](${href})` : ""); put(goes ? "[" : ""); }
    } else if (tag === "img") {
      onPhoto(attribute(rest, "src"));
      put(plain(attribute(rest, "alt")));
    } else if (BLOCKS.has(tag)) {
      end(lists.length ? 1 : 2);
    }
  }
  return out.split("\n").map((line) => line.trimEnd()).join("\n").trim();
}

function attribute(rest, name) {
  const found = rest.match(new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i"));
  return unescaped(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}
