// Photos: what a visitor picked, pasted or dropped is read, turned the right way up, made smaller and written anew, so that
// nothing of where and with what it was taken goes along; then it is sent, one after the other. Loaded with the first photo that
// is picked or opened, or that was kept with a draft. It keeps house inside one element that the program drew for it, and answers there when the post is sent.
import { dropPicture, keepPicture, note, noted, pictureOf, sweep } from "./chie-kept.js";
import { written } from "./chie-written.js";

const MOST = 4;
const SIDE = 1600;
const BYTES = 1_500_000;
const WIDE = 4;
const HIGH = 3;
/** For so long a wish that was sent is the same wish after a reload; the server knows it longer. */
const SAME = 3_600_000;

const STYLE = `
.ch-picked ul { list-style: none; display: grid; gap: 12px; margin: 0; padding: 0; }
.ch-picked li { display: grid; grid-template-columns: 96px 1fr; gap: 6px 12px; align-items: start; padding: 10px; border: 1px solid var(--hair); border-radius: 8px; }
.ch-picked canvas { grid-row: span 4; inline-size: 96px; block-size: 72px; border-radius: 6px; background: var(--sunken); }
.ch-picked li > :not(canvas) { grid-column: 2; }
.ch-picked label { display: grid; gap: 4px; font-size: 14px; }
.ch-picked progress { inline-size: 100%; block-size: 6px; accent-color: var(--text); }
.ch-picked p { margin: 0; font-size: 14px; color: var(--muted); }
.ch-picked .ch-error { color: var(--danger); }
.ch-picked [hidden] { display: none; }
.ch-picked li > span { display: flex; flex-wrap: wrap; gap: 4px 12px; }
.ch .ch-picked .ch-btn { min-block-size: 44px; padding-inline: 2px; font-size: 14px; }
.ch-dropping { outline: 3px dashed var(--line); outline-offset: 4px; }
.ch .ch-large { inline-size: 100vw; block-size: 100dvh; max-inline-size: none; max-block-size: none; margin: 0; padding: 0; border: 0; background: #000d; color: #fff; }
.ch .ch-large[open] { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; justify-items: center; gap: 8px; }
.ch .ch-large img { max-inline-size: 100%; max-block-size: 100%; min-block-size: 0; object-fit: contain; align-self: center; }
.ch .ch-large p { margin: 0; padding: 8px 16px 16px; max-inline-size: 70ch; }
.ch .ch-large button { justify-self: end; margin: 8px; min-inline-size: 44px; background: #000; color: #fff; border-color: #fff; }
.ch .ch-large button:focus-visible { outline-color: #fff; }
`;

let sheet;

/** The looks of this part, once for each root. */
function dress(element) {
  const root = element.getRootNode();
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

const make = (name, props = {}, ...children) => {
  const element = Object.assign(document.createElement(name), props);
  element.append(...children);
  return element;
};

/** Takes files into the place that was drawn for them; those that were picked before the page was left are there already. */
export async function take(place, files, more) {
  const it = (place.chie ||= open(place));
  it.restored ||= begun(it, more);
  await it.restored;
  it.note.textContent = "";
  for (const file of files) {
    if (it.list.childElementCount >= MOST) {
      it.note.textContent = it.words.many;
      return;
    }
    add(it, file);
  }
}

function open(place) {
  dress(place);
  const it = { place, name: place.dataset.kept, items: [], awaited: [], queue: Promise.resolve() };
  it.list = make("ul");
  it.note = make("p", { className: "ch-error", role: "alert" });
  return it;
}

/** What is said here comes with the program's second part, which is needed to post anyway; whatever did not come is asked for again. */
async function begun(it, more) {
  const { place } = it;
  try {
    const [failed, unread, many, alt, remove, again, ready, unkept] = sentences(await more()).slice(__PHOTO_WORDS__);
    it.words = { offline: place.dataset.photos, failed, unread, many, alt, remove, again, ready, unkept };
  } catch (error) {
    it.restored = undefined;
    throw error;
  }
  place.replaceChildren(it.list, it.note);
  place.photos = (...token) => (token.length ? settled(it, token[0]) : clear(it));
  places.add(new WeakRef(it));
  await restore(it);
}

/** A table of sentences as it travels: the language, how many there are, then each; before each text stands its length. */
function sentences(buffer) {
  const bytes = new Uint8Array(buffer);
  let place = 0;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[place];
      place += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = number();
    place += length;
    return new TextDecoder().decode(bytes.subarray(place - length, place));
  };
  text();
  return Array.from({ length: number() }, text);
}

/** The places that stand somewhere, held by nobody but their elements. */
const places = new Set();

// One for all of them: places come and go with every form that is opened.
window.addEventListener("online", () => {
  for (const weak of places) {
    const it = weak.deref();
    if (it) it.items.filter((item) => item.failed).forEach((item) => retry(it, item));
    else places.delete(weak);
  }
});

/** What was picked for this text before the page was left. */
async function restore(it) {
  if (!it.name) return;
  it.awaited = noted(it.name);
  if (!it.awaited.length) return;
  while (it.awaited.length) {
    const [{ id, name, alt, key: same, at, colours }] = it.awaited;
    const blob = await pictureOf(it.name, id);
    it.awaited.shift();
    if (!(blob instanceof Blob)) continue;
    const item = begin(it, { file: { name: String(name) }, id, colours: String(colours), blob, isKept: true });
    item.alt.value = String(alt ?? "");
    if (Date.now() - at < SAME) Object.assign(item, { key: same, at });
    item.prepared = picture(item, blob).then((bitmap) => bitmap.close() ?? true, () => discard(it, item));
    enqueue(it, item);
  }
  remember(it);
  sweep(it.name);
}

/** Writes down what belongs to the text, what has not been read back yet too; whether that went well. */
function remember(it) {
  if (!it.name) return false;
  const kept = it.items.filter((item) => item.isKept);
  const told = kept.map((item) => ({ id: item.kept, name: item.file.name, alt: item.alt.value, key: item.key, at: item.at, colours: item.colours }));
  return note(it.name, [...told, ...it.awaited]);
}

/** Posted, or not wanted any more: the place is empty again. */
function clear(it) {
  it.items.forEach((item) => {
    item.request?.abort();
    if (item.isKept) dropPicture(it.name, item.kept);
  });
  it.items = [];
  it.awaited = [];
  remember(it);
  it.list.replaceChildren();
  it.note.textContent = "";
}

function add(it, file) {
  const item = begin(it, { file });
  item.prepared = prepare(item).then(() => true, () => {
    it.note.textContent = it.words.unread.replace("{name}", file.name);
    return discard(it, item);
  });
  enqueue(it, item);
  item.prepared.then((isThere) => isThere && keepItem(it, item));
}

/** A part of the draft from here on; where this browser does not keep it that is said, once and calmly. */
async function keepItem(it, item) {
  if (!it.name) return;
  // Written down before it is there: a picture that no draft names is swept away.
  item.isKept = true;
  item.isKept = remember(it) && await keepPicture(it.name, item.kept, item.blob);
  if (!it.items.includes(item)) {
    dropPicture(it.name, item.kept);
    return;
  }
  if (!item.isKept) remember(it);
  item.unkept.hidden = item.isKept;
}

/** The line of a photo. */
function begin(it, what) {
  const { words } = it;
  const item = { ...what, kept: what.id ?? key(), key: key(), at: Date.now(), node: make("li"), canvas: make("canvas", { width: 192, height: 144 }) };
  const { file } = item;
  delete item.id;
  item.alt = make("input", { className: "ch-input", type: "text", maxLength: 300, autocomplete: "off", dir: "auto" });
  // The key that ends a line sends no post from here.
  item.alt.onkeydown = (event) => { if (event.key === "Enter" && !event.isComposing) event.preventDefault(); };
  item.bar = make("progress", { max: 1, value: 0, ariaLabel: file.name });
  item.said = make("p", { role: "status" });
  item.again = make("button", { type: "button", className: "ch-btn ch-bare", textContent: words.again, hidden: true });
  item.again.onclick = () => retry(it, item);
  const away = make("button", { type: "button", className: "ch-btn ch-bare", textContent: words.remove, ariaLabel: `${words.remove}: ${file.name}` });
  away.onclick = () => drop(it, item);
  item.alt.oninput = () => remember(it);
  item.unkept = make("p", { textContent: words.unkept, hidden: true });
  item.node.append(item.canvas, make("label", {}, words.alt, item.alt), item.bar, item.said, item.unkept, make("span", {}, item.again, away));
  it.list.append(item.node);
  it.items.push(item);
  return item;
}

/** It cannot be read: its line goes. */
function discard(it, item) {
  drop(it, item);
  return false;
}

function drop(it, item) {
  const focused = item.node.contains(it.place.getRootNode().activeElement);
  it.items = it.items.filter((other) => other !== item);
  item.request?.abort();
  item.node.remove();
  if (item.isKept) dropPicture(it.name, item.kept);
  remember(it);
  if (focused) (it.items.at(-1)?.alt ?? it.place.parentElement.querySelector("input[type=file]"))?.focus();
}

/** Reads the file the way it was held, and writes it anew, smaller. A file that this browser cannot read is refused here. */
async function prepare(item) {
  const bitmap = await picture(item, item.file);
  const { width, height } = bitmap;
  item.colours = colours(item.canvas);
  let scale = Math.min(1, SIDE / Math.max(width, height));
  for (let quality = 0.86; ; quality -= 0.12) {
    item.blob = await written(bitmap, [0, 0, width, height], Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), quality);
    if (item.blob.size <= BYTES) break;
    if (quality < 0.5) [scale, quality] = [scale * 0.7, 0.86];
  }
  bitmap.close();
}

/** Reads a picture, and shows it small in its line. */
async function picture({ canvas }, blob) {
  const bitmap = await createImageBitmap(blob, { imageOrientation: "from-image" });
  const { width, height } = bitmap;
  const cover = Math.max(canvas.width / width, canvas.height / height);
  canvas.getContext("2d").drawImage(bitmap, (canvas.width - width * cover) / 2, (canvas.height - height * cover) / 2, width * cover, height * cover);
  return bitmap;
}

/** Twelve colours that stand for the picture while it is veiled. */
function colours(source) {
  const canvas = make("canvas", { width: WIDE, height: HIGH });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, WIDE, HIGH);
  const { data } = context.getImageData(0, 0, WIDE, HIGH);
  return [...data].filter((_, index) => index % 4 !== 3).map((value) => (value >> 4).toString(16)).join("");
}

/** A name for the wish. Sites without HTTPS have no `randomUUID`. */
function key() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** One after the other: the first one may bring the session that the others go under. */
function enqueue(it, item) {
  it.queue = it.queue.then(async () => {
    if ((await item.prepared) && it.items.includes(item)) await send(it, item);
  });
}

function retry(it, item) {
  item.failed = false;
  item.again.hidden = true;
  enqueue(it, item);
}

const stored = (it) => {
  try {
    return localStorage.getItem(it.place.dataset.session);
  } catch {
    return null;
  }
};

async function send(it, item) {
  const { words } = it;
  const token = it.token ?? stored(it);
  item.said.className = "";
  item.said.textContent = "";
  item.bar.hidden = false;
  let { status, body } = await upload(it, item, token);
  if (status === 401 && token) {
    // A session that ended is let go, as for everything else that is sent.
    it.token = stored(it) === token ? undefined : stored(it);
    item.key = key();
    ({ status, body } = await upload(it, item, it.token));
  }
  if (!it.items.includes(item)) return;
  item.bar.hidden = true;
  if (status === 200) {
    if (body.session) keep(it, body.session);
    Object.assign(item, { id: body.id, token: body.session ?? token, failed: false });
    item.said.textContent = words.ready;
    return;
  }
  // A refusal ends the wish; without an answer it is still the same.
  if (status >= 400 && status < 500) item.key = key();
  Object.assign(item, { id: undefined, failed: true });
  item.said.className = "ch-error";
  item.said.textContent = status === 0 && !navigator.onLine ? words.offline : words.failed;
  item.again.hidden = false;
}

function upload(it, item, token) {
  return new Promise((done) => {
    const request = (item.request = new XMLHttpRequest());
    request.open("POST", `${it.place.dataset.to}?colours=${item.colours}`);
    request.responseType = "json";
    request.timeout = 120_000;
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", item.blob.type);
    request.setRequestHeader("idempotency-key", item.key);
    if (token) request.setRequestHeader("authorization", `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => (item.bar.value = total ? loaded / total : 0);
    request.onloadend = () => done({ status: request.status, body: request.response });
    request.send(item.blob);
  });
}

/** The session that came with the first photo: the program finds it where it keeps its own. */
function keep(it, session) {
  it.token = session;
  try {
    localStorage.setItem(it.place.dataset.session, session);
  } catch {
    // Denied or full: it goes along with the post.
  }
}

/** What the post names, once everything is there; refuses while something is not. `token` is the session it will go under. */
async function settled(it, token) {
  await it.restored;
  await it.queue;
  if (token) it.token = token;
  for (const item of it.items) {
    // What was sent under another session is another person's.
    if (item.failed || (it.token && item.token !== it.token)) {
      if (!item.failed) item.key = key();
      retry(it, item);
    }
  }
  await it.queue;
  const missing = it.items.find((item) => !item.id);
  if (missing) throw Error("a photo is not there");
  return { photos: it.items.map(({ id, alt }) => ({ id, alt: alt.value.trim() || null })), session: it.token };
}

/** Shows a photo as large as the window. Escape, the button and a click beside it close it; the focus goes back. */
export function large(link) {
  dress(link);
  const small = link.querySelector("img");
  const close = make("button", { type: "button", className: "ch-btn ch-quiet", textContent: link.dataset.photo, autofocus: true });
  const image = make("img", { src: link.href, alt: small.alt, lang: small.lang, width: small.getAttribute("width"), height: small.getAttribute("height") });
  const dialog = make("dialog", { className: "ch-large", ariaLabel: small.alt }, close, image, make("p", { ariaHidden: "true", dir: "auto", textContent: small.alt }));
  close.onclick = () => dialog.close();
  dialog.onclick = ({ target }) => { if (target === dialog) dialog.close(); };
  dialog.onclose = () => {
    dialog.remove();
    link.focus();
  };
  link.closest(".ch").append(dialog);
  dialog.showModal();
}
