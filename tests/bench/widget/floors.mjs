// Two floors: what cannot be beaten by much. A page that has the fifty answers in it, and the smallest script that fetches
// them and draws them.
import { entries, escaped } from "../peers/entries.mjs";

const one = ({ author, text }) => `<div class="e"><b>${escaped(author)}</b><p>${escaped(text)}</p></div>`;

/** The answers stand in the page itself. */
export function serverPage() {
  return {
    name: "floor: a server page",
    key: "page",
    mark: () => `<form><textarea rows="2"></textarea></form>${entries().map(one).join("")}`,
    entry: ".e p",
    field: "textarea",
    start: async () => ({ stop: async () => {} }),
  };
}

const SCRIPT = `{const s=document.currentScript,o=new URL(s.src).origin;fetch(o+"/entries.json").then(r=>r.json()).then(a=>{const d=document.createElement("div");d.append(document.createElement("textarea"));for(const{author,text}of a){const e=document.createElement("div"),b=document.createElement("b"),p=document.createElement("p");e.className="e";b.textContent=author;p.textContent=text;e.append(b,p);d.append(e)}s.after(d)})}`;

/** A few hundred bytes of JavaScript fetch the answers and draw them. */
export function plainScript() {
  return {
    name: "floor: plain JavaScript",
    key: "plain",
    mark: ({ origin }) => `<script async src="${origin}/floor.js"></script>`,
    entry: ".e p",
    field: "textarea",
    files: () => ({
      "/floor.js": { type: "text/javascript; charset=utf-8", body: SCRIPT },
      "/entries.json": { type: "application/json", body: JSON.stringify(entries()) },
    }),
    start: async () => ({ stop: async () => {} }),
  };
}
