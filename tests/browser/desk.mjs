// How a test gets to the console's screens.
import { Console, origins } from "../harness/actors.mjs";

/** Before anybody is signed in the console asks who is there, and the answer is nobody. */
export const nobodyYet = (watch) => watch.allow(/401 GET \S*\/v1\/console\/session|Failed to load resource.*401/);

/** Puts somebody's cookie of the console into a browser. */
export async function atConsole(page, person) {
  const [name, value] = person.cookie.split(/=(.*)/);
  await page.context().addCookies([{ name, value, secure: true, path: "/", domain: new URL(origins().console).hostname }]);
  return person;
}

/** Signs in without the screens. */
export const signedIn = async (page, email) => atConsole(page, await new Console(email).signsIn());

export const go = (page, brand, room) => page.goto(`${origins().console}/#/${brand}/${room}`);
