//! What a thread's page tells search engines: an answered question as `QAPage`, everything else as `DiscussionForumPosting`
//! (schema.org). Only what everybody can read is said; who stands behind the place is said as plainly as on the page.

use chie_domain::api::view::{Author, AuthorName, Post, ReplyView, ThreadView, Voice};
use chie_domain::reply::AnswerBy;
use chie_domain::thread::Kind;
use chie_widget::locale::Words;
use chie_widget::locale::when::iso;
use serde_json::{Map, Value, json};

/// The structured data of a thread's page as a block for its head, or nothing where the opening post cannot be read.
pub(super) fn of_thread(thread: &ThreadView, address: &str, site: &str, words: &Words) -> Option<String> {
    let text = readable(&thread.post)?;
    let is_answered_question = thread.row.kind == Kind::Question && !thread.answers.is_empty();
    let told =
        if is_answered_question { question(thread, &text, address, words) } else { posting(thread, &text, address, site, words) };
    // Inside a script element only `</` and `<!--` could end the block: no `<` is left.
    let block = told.to_string().replace('<', "\\u003c");
    Some(format!(r#"<script type="application/ld+json">{block}</script>"#))
}

fn question(thread: &ThreadView, text: &str, address: &str, words: &Words) -> Value {
    let chosen: Vec<_> = thread.answers.iter().filter(|answer| answer.by != AnswerBy::Crowd).map(|answer| &answer.reply).collect();
    let answer = |reply: &ReplyView| -> Option<Value> {
        Some(json!({
            "@type": "Answer",
            "text": readable(&reply.post)?,
            "dateCreated": iso(reply.at),
            "upvoteCount": reply.stars,
            "url": address_of(address, reply),
            "author": author(&reply.author, words),
        }))
    };
    let (accepted, suggested): (Vec<_>, Vec<_>) = thread.replies.iter().partition(|reply| chosen.contains(&&reply.id));
    let listed = |replies: Vec<&ReplyView>| replies.into_iter().filter_map(answer).collect::<Vec<_>>();
    let mut entity = opening(thread, text, words);
    entity.insert("@type".to_owned(), json!("Question"));
    entity.insert("name".to_owned(), json!(thread.row.title));
    entity.insert("answerCount".to_owned(), json!(thread.row.replies));
    entity.insert("acceptedAnswer".to_owned(), json!(listed(accepted)));
    entity.insert("suggestedAnswer".to_owned(), json!(listed(suggested)));
    json!({ "@context": "https://schema.org", "@type": "QAPage", "url": address, "mainEntity": entity })
}

fn posting(thread: &ThreadView, text: &str, address: &str, site: &str, words: &Words) -> Value {
    let comment = |reply: &ReplyView| -> Option<Value> {
        Some(json!({
            "@type": "Comment",
            "text": readable(&reply.post)?,
            "dateCreated": iso(reply.at),
            "url": address_of(address, reply),
            "author": author(&reply.author, words),
        }))
    };
    let mut posting = opening(thread, text, words);
    posting.insert("@context".to_owned(), json!("https://schema.org"));
    posting.insert("@type".to_owned(), json!("DiscussionForumPosting"));
    posting.insert("headline".to_owned(), json!(thread.row.title));
    posting.insert("url".to_owned(), json!(address));
    posting.insert("isPartOf".to_owned(), json!({ "@type": "WebSite", "name": site }));
    posting.insert("commentCount".to_owned(), json!(thread.row.replies));
    posting.insert("comment".to_owned(), thread.replies.iter().filter_map(comment).collect());
    Value::Object(posting)
}

fn opening(thread: &ThreadView, text: &str, words: &Words) -> Map<String, Value> {
    let told = json!({
        "text": text,
        "datePublished": iso(thread.row.at),
        "dateModified": iso(thread.row.active),
        "author": author(&thread.author, words),
        "upvoteCount": thread.row.me_too,
    });
    match told {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// A person by the name that readers see; the brand by its domain.
fn author(author: &Author, words: &Words) -> Value {
    match (&author.voice, &author.name) {
        (Voice::Official(domain), _) => json!({ "@type": "Organization", "name": domain.to_string() }),
        (_, AuthorName::Chosen(name)) => json!({ "@type": "Person", "name": name }),
        (_, AuthorName::Guest(..) | AuthorName::Former) => {
            json!({ "@type": "Person", "name": chie_widget::parts::author::name(words, author).to_string() })
        }
    }
}

fn readable(post: &Post) -> Option<String> {
    match post {
        Post::Whole(markup) => Some(markup.words()),
        _ => None,
    }
}

fn address_of(address: &str, reply: &ReplyView) -> String {
    format!("{address}#{}", reply.id)
}
