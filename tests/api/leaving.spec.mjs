// Leaving a community: what is taken along before, and that nothing of the person is found anywhere afterwards: no name, no word
// that nobody relies on, no address, no photo; while what others rely on stays.
import { expect, test } from "@playwright/test";
import { Guest, HOUR, hooks, lettersTo, mailTo, newAddress, newBrand, ok, origins, pathOf, refused, send } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";

/** Everything public that a community shows in any form, as one text. */
async function everywhere(brand, threads, words) {
  const chie = origins().chie;
  const pages = [`/c/${brand}`, `/c/${brand}/kettle`, `/c/${brand}/kettle?q=${words}`, ...threads.map((id) => `/c/${brand}/kettle/${id}`), `/embed/${brand}/kettle?lang=en`, ...threads.map((id) => `/embed/${brand}/kettle?lang=en&thread=${id}`), `/c/${brand}/feed.atom`, `/c/${brand}/kettle/feed.atom`, ...threads.map((id) => `/c/${brand}/kettle/${id}/feed.atom`), `/?q=${words}`, `/c/${brand}/sitemap.xml`];
  const api = ["", "/threads", "/threads?order=active", `/search?q=${words}`, `/likely?q=${words}`, "/figures", ...threads.flatMap((id) => [`/threads/${id}`, `/posts/${id}/versions`, `/threads/${id}/tags`])].map((rest) => pathOf(brand, rest));
  const texts = [];
  for (const path of [...pages, ...api, `/v1/directory?q=${words}`]) {
    const answer = await fetch(chie + path);
    // A page that searches shows what was searched for.
    const text = (await answer.text()).toLowerCase();
    if (!path.startsWith(`/c/${brand}/kettle?q=`) && !path.startsWith("/?q=") && text.includes(words.toLowerCase())) texts.push(`${path} ${text}`);
  }
  return texts;
}

test("what one wrote, follows and sent is taken along, with the address", async () => {
  const brand = newBrand("l");
  const me = new Guest(brand);
  const thread = await me.asks({ title: "It hums", body: "A **loud** hum.\n\n- at night", name: "Marigold", facts: "browser=Firefox 141", mood: "cross" });
  const address = newAddress("marigold");
  await me.joins(address);
  await ok(me.send("PUT", `/posts/${thread}`, { title: "It hums at night", body: "A **louder** hum." }));
  const other = await new Guest(brand).asks({ title: "Which tea?" });
  const reply = await me.replies(other, { body: "Sencha, at 70 °C." });
  await ok(me.meToo(other));
  const { id: photo, key } = await ok(me.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  const along = await ok(me.send("GET", "/me/export"));
  expect(along).toMatchObject({ brand, person: { name: "Marigold", address }, next: null });
  expect(along.posts.map(({ id, title, text, state }) => ({ id, title, text, state }))).toEqual([
    { id: thread, title: "It hums at night", text: "A **louder** hum.", state: "public" },
    { id: reply, title: null, text: "Sencha, at 70 °C.", state: "public" },
  ]);
  expect(along.posts[0].versions[0]).toMatchObject({ title: "It hums", text: expect.stringContaining("loud hum") });
  expect([along.posts[0].mood, along.posts[0].facts]).toEqual([["cross"], [{ name: "browser", value: "Firefox 141" }]]);
  expect(along.following.map(({ post }) => post).sort()).toEqual([thread, other].sort());
  expect(along.me_too.map(({ post }) => post)).toEqual([other]);
  expect(along.photos.map((it) => it.id)).toEqual([photo]);
  expect(along.photos[0].key).toBeTruthy();
  expect(key === undefined || key === along.photos[0].key).toBe(true);
  // It is nobody else's.
  await refused(new Guest(brand).send("GET", "/me/export"), 404, "not_found");
  await refused(me.send("GET", "/me/export?cursor=x~1"), 422, "cursor_invalid", "cursor");
  expect((await me.send("GET", "/me/export")).headers.get("cache-control")).toContain("no-store");
});

test("nothing of somebody who erased themselves is found anywhere, and what others rely on stays", async () => {
  const brand = newBrand("l");
  const word = `marigold${Date.now().toString(36)}`;
  const me = new Guest(brand);
  const shared = await me.asks({ title: "It hums", body: "A loud hum.", name: word, facts: `browser=${word} 141`, mood: "cross", mood_words: word });
  await ok(me.keepLink(shared));
  const address = newAddress(word);
  await me.joins(address);
  const lonely = await me.asks({ title: `Only ${word} asks`, body: word });
  const helper = new Guest(brand);
  await helper.replies(shared, { body: "Descale it." });
  const other = new Guest(brand);
  const asked = await other.asks({ title: "Which tea?" });
  const { id: photo, key } = await ok(me.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  const helpful = await me.replies(asked, { body: "Sencha, at 70 °C.", photos: [{ id: photo, alt: word }] });
  const lost = await me.replies(asked, { body: `${word} thinks so too.` });
  await ok(other.accept(helpful));
  await ok(me.send("PUT", `/posts/${helpful}`, { body: "Sencha, at 60 °C." }));
  await hooks.due(brand);
  const threads = [shared, lonely, asked];
  expect((await everywhere(brand, threads, word)).length, "the trial would see it").toBeGreaterThan(8);
  expect([(await fetch(`${origins().chie}/p/${photo}`)).status, await hooks.kept(brand, photo)]).toEqual([200, true]);

  const session = me.session;
  const before = (await mailTo(address)).length;
  expect(await ok(me.send("DELETE", "/me"))).toEqual({ removed: 2, kept: 2 });
  expect(await everywhere(brand, threads, word)).toEqual([]);
  expect(await everywhere(brand, threads, address.split("@")[0])).toEqual([]);
  expect((await fetch(`${origins().chie}/p/${photo}${key ? `?key=${key}` : ""}`)).status).toBe(404);
  await expect.poll(async () => { await hooks.due(brand); return hooks.kept(brand, photo); }).toBe(false);
  await hooks.due(brand, Date.now() + HOUR);
  expect(await everywhere(brand, threads, word)).toEqual([]);

  const reader = new Guest(brand);
  const stays = await reader.thread(asked);
  expect(stays.replies.map(({ id, author }) => [id, author.name])).toEqual([[helpful, "former"]]);
  expect(stays.replies[0].photos).toEqual([]);
  expect(stays.row.status).toEqual({ fan_made: "solved" });
  expect((await reader.thread(shared)).author.name).toBe("former");
  await refused(reader.send("GET", `/threads/${lonely}`), 404, "unknown_thread");
  await refused(reader.send("GET", `/posts/${lost}/versions`), 404, "not_found");
  const page = await (await fetch(`${origins().chie}/c/${brand}/kettle/${asked}?lang=en`)).text();
  expect(page).toContain("Former member");

  // The session is over, and a new answer is mailed to nobody.
  const again = me.again(session);
  for (const ask of [again.send("DELETE", "/me"), again.send("GET", "/me/export"), again.reply(asked)]) await refused(ask, 401, "token_invalid");
  await helper.replies(shared, { body: "And again." });
  await hooks.due(brand);
  expect((await mailTo(address)).length).toBe(before);
  expect((await lettersTo(address)).filter((mail) => mail.text.includes("And again"))).toEqual([]);
});
