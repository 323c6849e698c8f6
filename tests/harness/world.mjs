// The outside world in one server: DNS resolvers, the brand's own web space and everybody's mail. A person plays it on
// a page, a test by JSON. Nothing of Chie is imitated here, only what Chie meets outside.
import { listen } from "./ports.mjs";
import { answerDns } from "./world/dns.mjs";
import { page } from "./world/page.mjs";
import { openState } from "./world/state.mjs";

/** Starts the world. With `file`, what people set survives a restart. */
export async function startWorld({ port, file, links = {} }) {
  const state = openState(file);
  const close = await listen(port, (request, response) => handle(state, links, request, response));
  return { state, close };
}

async function handle(state, links, request, response) {
  const url = new URL(request.url, "http://world.invalid");
  const resolver = url.pathname.match(/^\/dns-query\/([12])$/);
  if (resolver) return answerDns(state, Number(resolver[1]), url, response);
  // A page of somebody else must not be able to play this world through the visitor's browser.
  if (request.headers["sec-fetch-site"] === "cross-site" && request.method !== "GET") return json(response, 403, {});
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) return json(response, 404, { error: "no such page" });
  const given = request.method === "GET" ? Object.fromEntries(url.searchParams) : await body(request);
  if (given === undefined) return json(response, 400, { error: "the body is neither JSON nor a form" });
  return route({ state, links, given, response });
}

const routes = {
  "GET /": ({ state, links, response }) => send(response, 200, "text/html; charset=utf-8", page(state, links)),
  "GET /version": ({ state, response }) => json(response, 200, { version: state.version }),

  // By JSON, for tests.
  "GET /records": ({ state, response }) => json(response, 200, state.records),
  "PUT /records": ({ state, given, response }) => json(response, 200, state.addRecord(given)),
  "DELETE /records": ({ state, given, response }) => json(response, 200, { removed: state.removeRecords(given) }),
  "PUT /site": ({ state, given, response }) => json(response, 200, state.setSite(given)),
  "GET /site": ({ state, response }) => json(response, 200, state.site),
  "PUT /misbehave": ({ state, given, response }) => json(response, 200, state.setMisbehaviour(given)),
  "DELETE /misbehave": ({ state, response }) => json(response, 200, state.setMisbehaviour({})),
  "GET /mail.json": ({ state, given, response }) => json(response, 200, state.mailTo(given.to)),
  "DELETE /mail": ({ state, response }) => json(response, 200, state.clearMail()),
  "PUT /hooks": ({ state, given, response }) => json(response, 200, state.setHook(given)),
  "GET /hooks": ({ state, given, response }) => json(response, 200, state.hooks[given.path]?.heard ?? []),
  "GET /__seen": ({ state, response }) => json(response, 200, state.seen),
  "DELETE /__seen": ({ state, response }) => json(response, 200, state.forgetSeen()),

  // By Chie.
  "POST /mail": ({ state, given, response }) => {
    if (state.misbehaviour.mail === "fail") return json(response, 500, { error: "the mail server is down" });
    const taken = state.deliver(given);
    // The message went out, but whoever handed it over never hears of it.
    if (state.misbehaviour.mail === "take_and_fail") return json(response, 500, { error: "the connection broke" });
    return json(response, 202, taken);
  },

  // By a person, with plain forms.
  "POST /records/add": ({ state, given, response }) => { state.addRecord(given); back(response, "dns"); },
  "POST /records/remove": ({ state, given, response }) => { state.removeRecords({ id: given.id }); back(response, "dns"); },
  "POST /site/file": ({ state, given, response }) => { state.putFile(given.path, given.body); back(response, "site"); },
  "POST /site/file/remove": ({ state, given, response }) => { state.putFile(given.path, null); back(response, "site"); },
  "POST /site/meta": ({ state, given, response }) => { state.setSite({ meta: given.meta }); back(response, "site"); },
  "POST /mail/clear": ({ state, response }) => { state.clearMail(); back(response, "mail"); },
};

async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  if (!text.startsWith("{") && request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function json(response, status, value) {
  send(response, status, "application/json", JSON.stringify(value));
}

function send(response, status, type, text) {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
}

function back(response, section) {
  response.writeHead(303, { location: `/#${section}` }).end();
}
