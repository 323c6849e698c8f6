// The page on which a person plays the outside world. Plain forms, no script needed; a few lines of script only notice
// new mail. Everything that was typed by anybody is escaped.

const esc = (text) => String(text ?? "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export function page(state, links) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The outside world</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>The outside world</h1>
<p>Here you play everybody Chie meets outside: the DNS of acme.example, its web server, and the mailboxes of all people. Nothing leaves this machine.</p>
${linkBar(links)}
</header>
<main>
<section id="mail" aria-labelledby="mail-title">
<div class="bar"><h2 id="mail-title">Mail <small>${state.mails.length}</small></h2>
${state.mails.length ? `<form method="post" action="/mail/clear"><button class="quiet">Empty all mailboxes</button></form>` : ""}</div>
${state.mails.length ? `<ol class="mails">${state.mails.slice(0, 30).map(mail).join("")}</ol>` : `<p class="empty">No mail yet. Ask the console for a sign-in code and it arrives here.</p>`}
</section>
<section id="dns" aria-labelledby="dns-title">
<h2 id="dns-title">DNS records</h2>
<p>What both resolvers of this world answer. To prove acme.example, add the TXT record that the console shows you.</p>
${records(state.records)}
<form method="post" action="/records/add" class="grid">
<label>Name<input name="name" required placeholder="_chie-challenge.acme.example" autocomplete="off" spellcheck="false"></label>
<label class="short">Type<select name="type"><option>TXT</option><option>CNAME</option><option>A</option><option>AAAA</option></select></label>
<label class="long">Value<input name="data" required placeholder="token=…" autocomplete="off" spellcheck="false"></label>
<button>Add record</button>
</form>
</section>
<section id="site" aria-labelledby="site-title">
<h2 id="site-title">The web server of acme.example</h2>
<p>Two other ways to prove a site: a file below <code>/.well-known/chie/</code>, or a tag on the front page.</p>
${files(state.site.files)}
<form method="post" action="/site/file" class="grid">
<label class="long">Address or name of the file<input name="path" required placeholder="https://acme.example/.well-known/chie/…" autocomplete="off" spellcheck="false"></label>
<label class="long">Its exact content<input name="body" required autocomplete="off" spellcheck="false"></label>
<button>Put the file</button>
</form>
<form method="post" action="/site/meta" class="grid">
<label class="long">Tag on the front page <span class="hint">(leave empty to take it away)</span><input name="meta" value="${esc(state.site.meta)}" placeholder='&lt;meta name="chie-proof" content="…"&gt;' autocomplete="off" spellcheck="false"></label>
<button>Save the tag</button>
</form>
</section>
</main>
<script>${notice(state.version)}</script>
</body>
</html>
`;
}

function linkBar(links) {
  const items = Object.entries(links).map(([name, url]) => `<a href="${esc(url)}">${esc(name)}</a>`);
  return items.length ? `<nav aria-label="The other places">${items.join(" ")}</nav>` : "";
}

function mail({ to, subject, text, html, at }) {
  return `<li><article>
<h3>${esc(subject)}</h3>
<p class="hint">to <b>${esc(to)}</b> · <time datetime="${esc(at)}">${esc(at.slice(0, 19).replace("T", " "))} UTC</time></p>
<pre>${esc(text)}</pre>
${html ? `<details><summary>As HTML</summary><iframe sandbox title="${esc(subject)}" srcdoc="${esc(html)}"></iframe></details>` : ""}
</article></li>`;
}

function records(list) {
  if (!list.length) return `<p class="empty">No records. Sites of this world still have an address.</p>`;
  const row = ({ id, name, type, data, resolver }) => `<tr><td><code>${esc(name)}</code></td><td>${esc(type)}</td>
<td><code>${esc(data)}</code>${resolver ? ` <span class="hint">only resolver ${esc(resolver)}</span>` : ""}</td>
<td><form method="post" action="/records/remove"><input type="hidden" name="id" value="${esc(id)}"><button class="quiet" aria-label="Remove ${esc(type)} ${esc(name)}">Remove</button></form></td></tr>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="DNS records"><table><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Value</th><th scope="col"><span class="unseen">Remove</span></th></tr></thead><tbody>${list.map(row).join("")}</tbody></table></div>`;
}

function files(map) {
  const names = Object.keys(map);
  if (!names.length) return "";
  const row = (name) => `<li><code>/.well-known/chie/${esc(name)}</code> <span class="hint">contains</span> <code>${esc(map[name])}</code>
<form method="post" action="/site/file/remove"><input type="hidden" name="path" value="${esc(name)}"><button class="quiet" aria-label="Remove the file ${esc(name)}">Remove</button></form></li>`;
  return `<ul class="files">${names.map(row).join("")}</ul>`;
}

/** Loads the page again when something changed and nobody is typing. */
function notice(version) {
  return `setInterval(async () => {
  const typing = [...document.querySelectorAll("input:not([type=hidden])")].some((field) => field.value !== field.defaultValue) || document.activeElement.matches("input, select");
  if (document.hidden || typing) return;
  const now = await fetch("/version").then((answer) => answer.json()).catch(() => null);
  if (now && now.version !== ${version}) location.reload();
}, 1500);`;
}

const STYLE = `
:root { --ink: #1c2024; --soft: #59636e; --paper: #fbfaf8; --card: #fff; --hair: #e2dfd8; --line: #7d7a72; --deep: #1f4e79; --on-deep: #fff; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e7e2; --soft: #aaa69d; --paper: #15171a; --card: #1d2024; --hair: #31353b; --line: #8a877f; --deep: #9cc4ee; --on-deep: #0d2136; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans JP", "Noto Sans CJK JP", sans-serif; color: var(--ink); background: var(--paper); }
header, main { max-width: 860px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 32px; } header p { max-width: 62ch; color: var(--soft); margin: 4px 0 12px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0; letter-spacing: -.01em; } h2 { font-size: 19px; margin: 0; } h3 { font-size: 16px; margin: 0; }
h2 small { font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; }
nav { display: flex; gap: 4px 18px; flex-wrap: wrap; } nav a { padding: 8px 0; }
a { color: var(--deep); text-underline-offset: 3px; }
section { background: var(--card); border: 1px solid var(--hair); border-radius: 12px; padding: 20px; margin: 20px 0; }
section > p { color: var(--soft); margin: 4px 0 14px; max-width: 66ch; }
.bar { display: flex; justify-content: space-between; align-items: center; gap: 12px; flex-wrap: wrap; }
.mails { list-style: none; margin: 12px 0 0; padding: 0; } .mails li { border-top: 1px solid var(--hair); padding: 14px 0; } .mails li:last-child { padding-bottom: 0; }
pre { font: 14px/1.6 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--paper); border-radius: 8px; padding: 12px 14px; margin: 8px 0 0; }
code { font: 14px/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.hint { color: var(--soft); font-size: 14px; font-weight: 400; margin: 0; }
.empty { border: 1.5px dashed var(--line); border-radius: 8px; padding: 14px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 15px; }
th { text-align: start; font-size: 14px; color: var(--soft); } th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--hair); vertical-align: middle; } td:last-child { text-align: end; padding-inline-end: 0; }
.files { list-style: none; margin: 0 0 8px; padding: 0; } .files li { display: flex; gap: 4px 10px; align-items: center; flex-wrap: wrap; padding: 6px 0; border-bottom: 1px solid var(--hair); } .files form { margin-inline-start: auto; }
.grid { display: flex; gap: 12px; flex-wrap: wrap; align-items: end; margin-top: 16px; }
.grid label { display: grid; gap: 4px; font-size: 14px; font-weight: 600; flex: 1 1 220px; } .grid .short { flex: 0 0 110px; } .grid .long { flex: 2 1 260px; } .grid .hint { display: inline; }
input, select, button { font: inherit; min-height: 44px; border-radius: 8px; }
input, select { color: inherit; background: var(--card); border: 1.5px solid var(--line); padding: 8px 12px; width: 100%; font-weight: 400; font-size: 16px; } input::placeholder { color: var(--soft); opacity: 1; }
button { border: 0; padding: 0 18px; font-weight: 700; background: var(--deep); color: var(--on-deep); cursor: pointer; }
button.quiet { background: none; color: var(--ink); border: 1.5px solid var(--line); font-weight: 400; padding: 0 14px; min-height: 36px; font-size: 15px; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 520px) { header, main { padding-inline: 14px; } section { padding: 16px; } }
`;
