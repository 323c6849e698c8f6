// Picked photos that are not posted yet are a part of the draft: they come back after a reload or a crash. What is kept is what would be
// sent (smaller, without place and camera), in a database of the site's own in this browser, one for each community; beside
// the drafts stands which of them belong to which text, and what was said about them. Where a browser keeps no such thing
// everything here says so by `false` or nothing, and never throws.

const STORE = "photos";

/** `chie:acme.example:photos:kettle` lies in `chie:acme.example:photos`. */
const baseOf = (name) => name.slice(0, name.indexOf(":photos:") + 7);

const opened = (name) => new Promise((done, failed) => {
  const asked = indexedDB.open(name, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  asked.onsuccess = () => done(asked.result);
  asked.onerror = asked.onblocked = () => failed(asked.error);
});

/** One step in the database. It is closed behind it, so that it can be deleted at any time. */
async function step(name, mode, work) {
  const base = await opened(baseOf(name));
  try {
    return await new Promise((done, failed) => {
      const transaction = base.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    base.close();
  }
}

/** Keeps a picture under an identifier; whether it could be kept. */
export const keepPicture = (name, id, blob) => step(name, "readwrite", (store) => store.put(blob, id)).then(() => true, () => false);

/** The picture of an identifier, if it is there still. */
export const pictureOf = (name, id) => step(name, "readonly", (store) => store.get(id)).catch(() => undefined);

/** Lets go of a picture. */
export const dropPicture = (name, id) => step(name, "readwrite", (store) => store.delete(id)).catch(() => {});

/** Lets go of what no draft of this community names any more: a post may have gone out while its form was not there. */
export async function sweep(name) {
  try {
    const there = await step(name, "readonly", (store) => store.getAllKeys());
    const named = new Set(Object.keys(localStorage).filter((one) => one.startsWith(`${baseOf(name)}:`)).flatMap(noted).map(({ id }) => id));
    for (const id of there) if (!named.has(id)) dropPicture(name, id);
  } catch {
    // Where nothing is kept there is nothing to let go of.
  }
}

/** What belongs to a text; whether it could be written down. */
export function note(name, photos) {
  try {
    if (photos.length) localStorage.setItem(name, JSON.stringify(photos));
    else localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}

/** What belonged to a text when it was left. */
export function noted(name) {
  try {
    const photos = JSON.parse(localStorage.getItem(name));
    return Array.isArray(photos) ? photos.filter((one) => typeof one?.id === "string") : [];
  } catch {
    return [];
  }
}
