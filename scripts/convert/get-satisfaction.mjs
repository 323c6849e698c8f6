// Get Satisfaction as its API gave it out: topics with a style, a status and a mood, and replies, beside them or inside them. How
// many had the same and how many stars there were is a number there, and not who; so it is reported, not made up.
import { countOf, listOf, momentOf, textOf } from "./data.mjs";
import { markdownOf } from "./markdown.mjs";

const STYLES = new Map([["question", "question"], ["talk", "question"], ["problem", "problem"], ["idea", "idea"], ["praise", "praise"]]);
const FACES = new Map([["happy", "glad"], ["indifferent", "fine"], ["sad", "sad"]]);

export function ofGetSatisfaction(data, lost) {
  const topics = new Map();
  const replies = [];
  for (const one of listOf(data)) {
    if ("topic_id" in one) replies.push([textOf(one.topic_id), one]);
    else topics.set(textOf(one.id), topicOf(one, lost));
    for (const reply of [...listOf(one.reply_array), ...listOf(one.replies)]) replies.push([textOf(one.id), reply]);
  }
  for (const [id, reply] of replies) {
    const topic = topics.get(id);
    if (topic === null) continue;
    if (!topic) { lost.add("replies whose topic is in none of the files", textOf(reply.id)); continue; }
    topic.replies.push(...replyOf(reply, lost));
  }
  return { topics: [...topics.values()].filter(Boolean) };
}

function topicOf(it, lost) {
  const id = textOf(it.id);
  const style = textOf(it.style).toLowerCase();
  if (style === "update" || style === "announcement") {
    lost.add("updates of the company: only a proven brand posts them", textOf(it.subject));
    return null;
  }
  if (it.is_private === true || it.private === true) { lost.add("private topics", id); return null; }
  if (!STYLES.has(style)) lost.add("styles that are unknown; they became questions", style);
  lost.add("times that somebody had the same: the file has only their number", undefined, countOf(it.me_too_count));
  lost.add("followers: the file has only their number", undefined, countOf(it.follower_count));
  if (it.status && it.status !== "none") lost.add("statuses: who set them is not in the file, and a brand sets its own once it is proven", textOf(it.status));
  lost.add("tags: who set them is not in the file", undefined, Array.isArray(it.tags) ? it.tags.length : 0);
  const mood = it.emotitag && typeof it.emotitag === "object" ? it.emotitag : {};
  const face = textOf(mood.face).toLowerCase();
  if (face && !FACES.has(face)) lost.add("moods that have no face here", face);
  const product = listOf(it.products)[0];
  lost.add("further products of a topic: it is about one here", id, Math.max(0, listOf(it.products).length - 1));
  return {
    id, ...written(it, lost), title: textOf(it.subject), kind: STYLES.get(style) ?? "question",
    mood: FACES.get(face), feeling: FACES.has(face) ? textOf(mood.feeling) : "",
    product: product && { key: textOf(product.canonical_name) || textOf(product.name), name: textOf(product.name) }, replies: [],
  };
}

function replyOf(it, lost) {
  lost.add("stars on replies: the file has only their number", undefined, countOf(it.star_count));
  if (it.company_promoted) lost.add("marks of the company on replies: a brand marks its answers anew once it is proven", textOf(it.id));
  const reply = { id: textOf(it.id), parent: textOf(it.parent_id), ...written(it, lost) };
  const comments = listOf(it.comments).map((comment) => ({ id: textOf(comment.id), ...written(comment, lost), parent: reply.id }));
  return [reply, ...comments];
}

function written(it, lost) {
  const author = it.author && typeof it.author === "object" ? it.author : {};
  const employee = it.employee === true || author.employee === true;
  if (employee) lost.add("posts that were marked as of an employee: they came as those of members", textOf(author.name));
  const text = markdownOf(textOf(it.content), (photo) => lost.add("photos", photo));
  return { at: momentOf(it.created_at), text, author: { key: textOf(author.id) || textOf(author.canonical_name) || textOf(author.name), name: textOf(author.name) } };
}
