// Opens a guest's private link: what stands behind the # is read here, taken out of the address at once, exchanged for a session of
// this site, and forgotten. Nothing is replaced without asking: somebody else may take part in this browser.
const say = (id) => {
  for (const line of ["keep-opening", "keep-other", "keep-go", "keep-over", "keep-held"]) document.getElementById(line).hidden = !id.includes(line);
};
const [brand, secret] = location.hash.slice(1).split("/");
history.replaceState(null, "", location.pathname + location.search);
// In test mode everything is found under addresses and names of its own.
const isTest = location.pathname.startsWith("/test/");
const home = isTest ? "/test" : "";
const name = `chie:${isTest ? "test:" : ""}${brand}:session`;

async function open() {
  say(["keep-opening"]);
  const answer = await fetch(`${home}/v1/communities/${encodeURIComponent(brand)}/returns`, {
    method: "POST", credentials: "omit", headers: { "content-type": "application/json" }, body: JSON.stringify({ secret }),
  });
  if (!answer.ok) return say(["keep-over"]);
  const { session, product, thread, mine } = await answer.json();
  localStorage.setItem(name, session);
  if (mine.held.includes(thread)) {
    // Nobody else sees it yet, so that it has no page to lead to.
    const list = document.getElementById("keep-list");
    list.href = `${home}/c/${brand}/${product}${location.search}`;
    list.textContent = `${brand} · ${product}`;
    return say(["keep-held"]);
  }
  return location.replace(`${home}/c/${brand}/${product}/${thread}${location.search}`);
}

const begin = () => open().catch(() => say(["keep-over"]));
if (!brand || !secret) say(["keep-over"]);
else if (localStorage.getItem(name)) {
  say(["keep-other", "keep-go"]);
  document.getElementById("keep-go").addEventListener("click", begin);
} else begin();
