// The Worker's main: a thin guard around the build. Rust compiled to WebAssembly cannot catch its own panic, and a
// panic leaves its caller, and every neighbour in the same instance, waiting for ever. So each way in goes through
// here and is answered when the build does not: 503 `unavailable` after a trap or at the deadline, 500 `fault` for
// any other error. The build makes itself a new instance at the next call.
import Build, { Account as BuiltAccount, Community as BuiltCommunity } from "./build/index.js";

const DEADLINE_MS = 10_000;
/** A whole community comes in by one request, as fast as its sender's line: there it takes as many times as long. */
const PATIENCE = 30;
const PATIENT = /^\/v1\/communities\/[^/]+\/import$/;

export default {
  fetch: (request, env, ctx) => answered(env, () => new Build(ctx, env).fetch(request), PATIENT.test(new URL(request.url).pathname) ? PATIENCE : 1),
  scheduled: (event, env, ctx) => inTime(env, () => new Build(ctx, env).scheduled(event)),
};

export const Community = guarded(BuiltCommunity);
export const Account = guarded(BuiltAccount);

/** An object whose calls all end: requests with an answer, alarms with an error that the platform retries. */
function guarded(Built) {
  return class {
    constructor(ctx, env) {
      this.env = env;
      this.built = new Built(ctx, env);
    }
    fetch(request) {
      return answered(this.env, () => this.built.fetch(request));
    }
    alarm() {
      return inTime(this.env, () => this.built.alarm());
    }
    webSocketMessage(socket, message) {
      return inTime(this.env, () => this.built.webSocketMessage(socket, message));
    }
    webSocketClose(socket, code, reason, clean) {
      return inTime(this.env, () => this.built.webSocketClose(socket, code, reason, clean));
    }
    webSocketError(socket, error) {
      return inTime(this.env, () => this.built.webSocketError(socket, error));
    }
  };
}

async function answered(env, call, patience) {
  try {
    return await inTime(env, call, patience);
  } catch (error) {
    console.error(error);
    return error instanceof Late || isTrap(error)
      ? refusal(503, "unavailable", "This part of Chie does not answer right now. Please try again in a moment.")
      : refusal(500, "fault", "Something broke on our side. Please try again in a moment.");
  }
}

class Late extends Error {}

/** Calls under way. A trap ends the instance they all run in, so none of them would come back. */
const underWay = new Set();

addEventListener("error", ({ error }) => {
  if (isTrap(error)) for (const giveUp of underWay) giveUp(error);
});

async function inTime(env, call, patience = 1) {
  let timer, giveUp;
  const cut = new Promise((_, reject) => {
    giveUp = reject;
    timer = setTimeout(() => reject(new Late("deadline passed")), (Number(env.DEADLINE_MS) || DEADLINE_MS) * patience);
  });
  underWay.add(giveUp);
  try {
    return await Promise.race([call(), cut]);
  } finally {
    underWay.delete(giveUp);
    clearTimeout(timer);
  }
}

function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError;
}

function refusal(status, code, message) {
  const headers = { "access-control-allow-origin": "*", "cache-control": "no-store", "retry-after": "2" };
  return Response.json({ error: { code, message } }, { status, headers });
}
