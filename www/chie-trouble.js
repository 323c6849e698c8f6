// When something does not work: one line for whoever runs the page, which names the attribute or the directive and the fix.
// Where the page's policy is what stands in the way, the widget moves into a frame on our own origin.
import { move } from "./chie-frame.js";

const after = (ms) => new Promise((done) => setTimeout(done, ms));

export async function trouble(it, error) {
  const { here: { home, say }, kept } = it;
  const field = error?.error?.field;
  if (field in ATTRIBUTE) {
    // A widget without what this attribute wanted is better than none.
    say(`${reason(error)}. It was left out.`);
    const before = it.is;
    it.is = (name) => (name === ATTRIBUTE[field] ? undefined : before(name));
    return it.read();
  }
  await after(50);
  const fix = policyFix(it.here, error);
  if ((fix || isOdd(it, error)) && !location.href.startsWith(`${home}/frame/`)) {
    if (await move(it).catch(() => false)) {
      return say(`the widget stands in a frame from ${home}, because of ${fix ? "this page's Content-Security-Policy" : reason(error)}${fix ? `; to have it in the page itself, ${fix}` : ""}.`);
    }
  }
  const frame = fix ? `, or ${home} to its frame-src directive` : "";
  say(`${it.still ? "reading works, taking part does not" : "the widget could not be shown"}: ${fix ?? reason(error, home)}${frame}.`);
  if (kept?.href) location.href = kept.href;
  else kept?.submit?.();
}

const FIX = { theme: "use light, dark or auto", place: "use inline or launcher", root: "use open or closed", loading: "use eager or lazy", radius: "give pixels, such as 8", accent: "give a colour, such as #0f6b5c", font: "give families, such as Georgia, serif" };

const ADVICE = {
  lang: (wished, spoken) => `data-lang="${wished}" is not spoken here, and the widget is in ${spoken}; write a language such as en or ja`,
  contrast: (name, own, wish, ratio, ground, used) => `${name === "accent" ? (own ? `data-accent="${own}"` : `the page's link colour ${wish}`) : own ? `--chie-${name}: ${own}` : `the page's colour ${wish}`} has a contrast of ${ratio}:1 on ${ground}, less than 4.5:1, so that ${used} is used; set ${name === "accent" ? "data-accent" : `--chie-${name}`} to choose another colour`,
  ground: (own, used) => `--chie-surface: ${own} is neither light nor dark enough for what stands on it, so that ${used} is used; set --chie-surface to choose another colour`,
};

/** What troubles no visitor and is worth knowing for whoever runs the page. */
export const advise = ({ say }, what, ...found) => say(`${ADVICE[what]?.(...found) ?? `data-${what}="${found}" is not known; ${FIX[what]}`}.`);

/** Whether the page itself has changed what a widget stands on: neither a refusal nor the network is to blame. */
function isOdd(it, error) {
  return !it.still && !error?.error && !UNREACHED.test(error?.message);
}

/** What the page's policy has to allow; nothing if it is not the policy. */
function policyFix({ home, refused }, error) {
  const directive = (name, value) => `add ${value} to the ${name} directive of this page's Content-Security-Policy`;
  if (refused?.blockedURI === "wasm-eval" || /WebAssembly.*Content Security/.test(error?.message)) return directive("script-src", "'wasm-unsafe-eval'");
  if (refused) return directive(refused.effectiveDirective.replace("-elem", ""), home);
  if (/createPolicy|Trusted ?Type/i.test(error?.message)) return directive("trusted-types", "chie");
  return undefined;
}

/** The attributes that one can do without, by the fields that an answer names. */
const ATTRIBUTE = { __proto__: null, name: "product-name", thread: "thread", view: "view", lang: "lang" };

/** What browsers say where nothing came back. */
const UNREACHED = /failed to fetch|network|load failed/i;

function reason(error, home) {
  const refusal = error?.error;
  if (UNREACHED.test(error?.message)) return `${home} cannot be reached (${error.message}); let it through whatever filters this network, such as a blocker, a proxy or a firewall, and open it in a tab to see whether it answers`;
  if (!refusal) return error?.message ?? String(error);
  const message = refusal.message.replace(/\.$/, "");
  return refusal.field ? `data-${ATTRIBUTE[refusal.field] ?? refusal.field}: ${message}` : message;
}
