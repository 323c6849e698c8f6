// Looks again at what resolvers see, each minute while somebody looks at the page, until all of them see the record; and copies.
const rows = document.getElementById("forward-looks");
const said = document.querySelector("#forward-said b");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 3_000);
  });
}

const cell = (column, text, code) => {
  const made = document.createElement("td");
  made.dataset.column = column;
  const inner = code ? made.appendChild(document.createElement("code")) : made;
  if (code) Object.assign(inner, { dir: "ltr", translate: false });
  inner.textContent = text;
  return made;
};

async function look() {
  const address = new URL(location.href);
  address.searchParams.set("looks", "1");
  const answer = await fetch(address, { credentials: "omit" });
  if (!answer.ok) return;
  const seen = await answer.json();
  const { asked, answer: reply, means } = rows.dataset;
  rows.replaceChildren(...seen.rows.map(([place, text, meaning]) => {
    const row = document.createElement("tr");
    row.append(cell(asked, place), cell(reply, text, true), cell(means, meaning));
    return row;
  }));
  // Said only when it is news: it is read out.
  if (said.textContent !== seen.said) said.textContent = seen.said;
  if (seen.done) clearInterval(ticking);
}

const ticking = setInterval(() => {
  if (document.visibilityState === "visible") look().catch(() => {});
}, 60_000);
