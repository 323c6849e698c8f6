// The labelled posts against a running Chie: every post comes from somebody who has never been here, real people and attackers mixed over a day
// of the clock, then a wave within minutes. One run per configuration: every layer, each left out, and each alone.
import { readFileSync } from "node:fs";
import { Console, Guest, MINUTE, newBrand, ok, pathOf, send } from "../harness/actors.mjs";
import { asNewcomer, networkOf, solve, somethingElse } from "./people.mjs";

/** The layers, as the Worker's hook names them. */
const LAYERS = ["counters", "links", "form", "alike", "work", "names"];

export const posts = () => readFileSync(new URL("posts.jsonl", import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** Mixed always in the same way. */
function mixed(all) {
  let seed = 11;
  const next = () => (seed = (seed * 16_807) % 2_147_483_647);
  return all.map((one) => [next(), one]).sort(([a], [b]) => a - b).map(([, one]) => one);
}

/** Whether everybody sees what was answered. */
const isSeen = ({ status, body }) => status === 200 && Object.keys((body.thread ?? body.reply).post)[0] === "whole";

/** What can stand: every layer, all but one, one alone. */
export const CONFIGURATIONS = ["all", ...LAYERS.map((layer) => `without ${layer}`), ...LAYERS.map((layer) => `alone ${layer}`)];

/** Measures one configuration. */
export async function measure({ layers, all = posts() }) {
  const brand = newBrand("b");
  const start = Date.now();
  const more = layers === "all" ? {} : { "x-chie-layers": layers };
  const threads = {};
  for (const [lang, title] of [["en", "What do you all use it for?"], ["ja", "みなさんは何に使っていますか"]]) threads[lang] = await new Guest(brand, { now: start }).asks({ title });
  await speaks(brand, start, threads.en);
  const outcomes = [];
  for (const [place, post] of mixed(all.filter((one) => one.attack !== "gibberish_wave")).entries()) {
    const bad = post.label === "abuse";
    const form = !bad ? "took=25000" : post.form === "filled" ? "took=900; trapped" : "took=900";
    const who = asNewcomer(new Guest(brand, { now: start + (place + 1) * 2.9 * MINUTE }), networkOf(post.network ?? `${place}`), { ...more, "chie-form": form });
    // One attacker within one network writes within minutes.
    if (post.network) who.now = start + 60 * MINUTE + place * 1_000;
    const said = { ...(post.name && { name: post.name }), personal_data_ok: true };
    const answer = post.title
      ? await who.ask({ title: post.title, ...(post.body && { body: post.body }), ...said })
      : await who.reply(threads[post.lang], { body: post.body, ...said });
    outcomes.push({ ...post, seen: isSeen(answer), status: answer.status, code: answer.body?.error?.code });
  }
  return { ...counted(outcomes), ...(await wave(brand, start + 2 * 24 * 60 * MINUTE, more, all)) };
}

/** Somebody who speaks for the brand, so that there is a name to pose as. */
async function speaks(brand, now, thread) {
  const mika = await new Console(undefined, { now }).signsIn();
  await mika.proves(brand);
  await mika.claims(brand);
  await ok(mika.answer(brand, thread, { name: "Mika" }));
}

function counted(outcomes) {
  const rate = (some) => some.filter((one) => !one.seen).length / some.length;
  const [fine, bad] = [outcomes.filter((one) => one.label === "fine"), outcomes.filter((one) => one.label === "abuse")];
  const attacks = [...new Set(bad.map((one) => one.attack))];
  return {
    blocked: rate(bad), falsely_held: rate(fine), falsely: fine.filter((one) => !one.seen).map(({ title, body, status, code }) => ({ title, body, status, code })),
    by_attack: Object.fromEntries(attacks.map((attack) => [attack, rate(bad.filter((one) => one.attack === attack))])),
  };
}

/** Two hundred different posts within five minutes from as many networks, and real newcomers among them, whose programs work. */
async function wave(brand, start, more, all) {
  const noise = all.filter((one) => one.attack === "gibberish_wave");
  const outcome = { bots: 0, stopped: 0, people: 0, delays: [], worked: [] };
  for (let turn = 0; turn < 200; turn += 1) {
    const now = start + turn * 1_500;
    const bot = asNewcomer(new Guest(brand, { now }), networkOf(`wave ${turn}`), { ...more, "chie-form": "took=900" });
    outcome.bots += 1;
    if (!isSeen(await bot.ask({ title: `${noise[turn % noise.length].title} ${turn}` }))) outcome.stopped += 1;
    if (turn % 20 === 10) {
      const person = asNewcomer(new Guest(brand, { now }), networkOf(`person ${turn}`), more);
      const began = performance.now();
      let answer = await person.ask({ title: somethingElse(turn) });
      if (answer.body?.error?.code === "work_needed") {
        const challenge = await ok(send("GET", pathOf(brand, "/challenge"), { now }));
        const before = performance.now();
        const form = `took=60000; work=${solve(challenge)}`;
        outcome.worked.push(performance.now() - before);
        answer = await person.ask({ title: somethingElse(turn) }, { headers: { "chie-form": form } });
      }
      outcome.delays.push(performance.now() - began);
      if (isSeen(answer)) outcome.people += 1;
    }
  }
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return {
    wave_blocked: outcome.stopped / outcome.bots, wave_people_held: 1 - outcome.people / outcome.delays.length,
    delay_ms: Math.round(median(outcome.delays)), work_ms: Math.round(median(outcome.worked)),
  };
}
