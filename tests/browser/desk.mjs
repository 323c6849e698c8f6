// How a test gets to the console's screens.
import { Console, origins } from "../harness/actors.mjs";

/** Before anybody is signed in the console asks who is there, and the answer is nobody. */
export const nobodyYet = (watch) => watch.allow(/401 GET \S*\/v1\/console\/session|Failed to load resource.*401/);

/** Signs in without the screens. */
export async function signedIn(page, email) {
  const person = await new Console(email).signsIn();
  const [name, value] = person.cookie.split(/=(.*)/);
  await page.context().addCookies([{ name, value, url: origins().console.replace("http:", "https:"), secure: true, path: "/" }].map(({ url, path, ...cookie }) => ({ ...cookie, domain: new URL(url).hostname, path })));
  return person;
}

export const go = (page, brand, room) => page.goto(`${origins().console}/#/${brand}/${room}`);
