// Discourse: the `.json` of topics as its API gives it out, or the dump of its database as a backup holds it. The dump says who
// liked and who accepted; the API says only how many and what.
import { Plain } from "../shell.mjs";
import { countOf, listOf, momentOf, textOf } from "./data.mjs";
import { markdownOf } from "./markdown.mjs";

export function ofDiscourse(all, lost) {
  const topics = all.map((it) => {
    const id = textOf(it.id);
    if (it.archetype === "private_message") return lost.add("private messages", id);
    const posts = listOf(it.post_stream.posts);
    const missing = listOf(it.post_stream.stream).length || (Array.isArray(it.post_stream.stream) ? it.post_stream.stream.length : 0);
    lost.add("posts that are not in the file: ask for topics with print=true", id, Math.max(0, missing - posts.length));
    const shown = posts.filter((post) => isShown(post, lost));
    const likes = shown.map((post) => countOf(listOf(post.actions_summary).find((one) => Number(one.id) === 2)?.count));
    lost.add("likes: the file has only their number", undefined, likes.reduce((sum, one) => sum + one, 0));
    lost.add("tags", undefined, Array.isArray(it.tags) ? it.tags.length : 0);
    return topicOf({ id, title: textOf(it.title), category: { id: textOf(it.category_id), slug: textOf(it.category_slug), name: textOf(it.category_name) } }, shown.map((post) => ({
      id: textOf(post.id), number: countOf(post.post_number), to: countOf(post.reply_to_post_number), at: momentOf(post.created_at),
      text: post.raw === undefined ? markdownOf(textOf(post.cooked), (photo) => lost.add("photos", photo)) : cleaned(textOf(post.raw), lost),
      author: { key: textOf(post.user_id) || textOf(post.username), name: textOf(post.name) || textOf(post.username) },
      accepted: post.accepted_answer === true ? momentOf(post.created_at) : undefined, stars: [],
    })), lost);
  });
  return { topics: topics.filter(Boolean) };
}

function isShown(post, lost) {
  if (post.deleted_at || post.hidden === true || post.hidden === "t" || post.user_deleted === true || post.user_deleted === "t") {
    lost.add("posts that were deleted or hidden", textOf(post.id));
    return false;
  }
  const type = Number(post.post_type ?? 1);
  if (type === 4) lost.add("whispers of the staff", textOf(post.id));
  else if (type !== 1) lost.add("lines about what moderators did", undefined);
  return type === 1;
}

function topicOf({ id, title, category }, posts, lost) {
  posts.sort((one, other) => one.number - other.number);
  const [first, ...rest] = posts;
  if (!first || first.number !== 1) return lost.add("topics whose first post is not there to be shown", title || id);
  const byNumber = new Map(posts.map((post) => [post.number, post]));
  const product = (category.slug || category.id) && { key: category.slug || `category-${category.id}`, name: category.name || category.slug };
  return {
    ...first, id, title, kind: "question", product,
    replies: rest.map((post) => ({ ...post, parent: post.to > 1 ? byNumber.get(post.to)?.id : undefined })),
  };
}

/** Markdown of Discourse, without what only Discourse reads. */
function cleaned(raw, lost) {
  const photos = raw.replace(/!\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)/g, (_, alt) => { lost.add("photos", alt); return alt.split("|")[0]; });
  const quotes = photos.replace(/\[quote[^\]\n]{0,200}\]\n?([\s\S]*?)\n?\[\/quote\]/g, (_, text) => `${text.trim().split("\n").map((line) => `> ${line}`).join("\n")}\n`);
  if (/\[(poll|details|spoiler|wrap|event)[\]= ]/i.test(quotes)) lost.add("posts with what only Discourse draws (polls, spoilers, details): they came as text");
  return quotes.replace(/\[\/?(poll|details|spoiler|wrap|event)[^\]\n]{0,200}\]/gi, "");
}

/** The dump of a database; what nobody but some could read is left out. */
export function ofDump(dumps, lost) {
  const tables = new Map();
  for (const [name, text] of dumps) {
    readTables(name, text, tables);
    if (!text.includes("\n-- PostgreSQL database dump complete")) throw new Plain(`${name} is not whole: its last line is missing.`);
  }
  const rows = (table) => tables.get(table) ?? [];
  if (!rows("topics").length || !rows("posts").length) throw new Plain("There are no topics and posts in this dump.");
  const users = new Map(rows("users").map((user) => [user.id, user]));
  const categories = new Map(rows("categories").map((one) => [one.id, one]));
  const likes = Map.groupBy(rows("post_actions").filter((one) => one.post_action_type_id === "2" && !one.deleted_at), (one) => one.post_id);
  const solved = new Map(rows("discourse_solved_solved_topics").map((one) => [one.answer_post_id, one]));
  for (const one of rows("post_custom_fields")) if (one.name === "is_accepted_answer" && one.value === "true" && !solved.has(one.post_id)) solved.set(one.post_id, one);
  const posts = Map.groupBy(rows("posts"), (post) => post.topic_id);
  lost.add("tags", undefined, rows("topic_tags").length);
  lost.add("reactions other than likes", undefined, rows("discourse_reactions_reaction_users").length);
  const who = (id) => ({ key: id ?? "", name: users.get(id)?.name || users.get(id)?.username || "" });
  const topics = rows("topics").map((topic) => {
    if (topic.archetype !== "regular") return lost.add("private messages", topic.id);
    if (topic.deleted_at || topic.visible === "f") return lost.add("topics that were deleted or hidden", topic.title);
    const category = categories.get(topic.category_id);
    if (category?.read_restricted === "t") return lost.add("topics that not everybody could read", topic.title);
    const shown = (posts.get(topic.id) ?? []).filter((post) => isShown(post, lost));
    return topicOf({ id: topic.id, title: topic.title ?? "", category: { id: topic.category_id ?? "", slug: category?.slug ?? "", name: category?.name ?? "" } }, shown.map((post) => {
      const accepted = solved.get(post.id);
      const others = accepted?.accepter_user_id && accepted.accepter_user_id !== topic.user_id;
      if (others) lost.add("answers that somebody else accepted than who asked", post.id);
      return {
        id: post.id, number: countOf(post.post_number), to: countOf(post.reply_to_post_number), at: momentOf(post.created_at),
        text: cleaned(post.raw ?? "", lost), author: who(post.user_id), accepted: accepted && !others ? momentOf(accepted.created_at) ?? momentOf(post.created_at) : undefined,
        stars: (likes.get(post.id) ?? []).map((like) => ({ who: who(like.user_id), at: momentOf(like.created_at) })),
      };
    }), lost);
  });
  return { topics: topics.filter(Boolean) };
}

const WANTED = new Set(["topics", "posts", "users", "categories", "post_actions", "discourse_solved_solved_topics", "post_custom_fields", "topic_tags", "discourse_reactions_reaction_users"]);
const ESCAPES = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** The tables that are read, out of the blocks in which a dump lists its rows. */
function readTables(name, text, tables) {
  const head = /^COPY public\.(\w+) \(([^)]*)\) FROM stdin;\n/gm;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const [all, table, columns] = found;
    const begin = found.index + all.length;
    const end = text.startsWith("\\.\n", begin) ? begin : text.indexOf("\n\\.", begin);
    if (end < 0) throw new Plain(`${name} is not whole: the table ${table} breaks off.`);
    head.lastIndex = end;
    if (!WANTED.has(table)) continue;
    const names = columns.split(", ").map((column) => column.replaceAll('"', ""));
    const rows = text.slice(begin, end).split("\n").filter(Boolean).map((line, place) => {
      const cells = line.split("\t");
      if (cells.length !== names.length) throw new Plain(`${name} is damaged: row ${place + 1} of ${table} has ${cells.length} values for ${names.length} columns.`);
      const values = cells.map((cell) => (cell === "\\N" ? undefined : cell.replace(/\\(.)/gs, (_, letter) => ESCAPES[letter] ?? letter)));
      return Object.fromEntries(names.map((column, at) => [column, values[at]]).filter(([column]) => column !== "__proto__"));
    });
    tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  }
}
