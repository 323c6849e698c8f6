//! The public page of a search: whatever its filters are, they stand in its address, so that it can be kept and passed on.

use chie_domain::api::get_embed::Embed;
use chie_domain::api::search_threads;
use chie_widget::render::{NAMES, search};
use worker::{Response, Result};

use super::community;
use super::document::{self, Index};
use super::words::Words;
use crate::edge::{EdgeCall, search_threads as edge_search};

/// The search that an address asks for: words, filters, order and page. What cannot be read is left out.
pub(super) fn asked(call: &EdgeCall) -> Option<search_threads::Request> {
    let asked: Vec<(String, String)> = form_urlencoded::parse(call.query.as_bytes())
        .filter(|(name, value)| {
            !value.trim().is_empty() && (NAMES.contains(&&**name) || matches!(&**name, "q" | "cursor" | "find"))
        })
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    if !asked.iter().any(|(name, _)| name == "q" || name == "find") {
        return None;
    }
    let mut kept: Vec<&(String, String)> = Vec::new();
    let read = |pairs: &[&(String, String)]| {
        let text =
            form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs.iter().map(|(name, value)| (name, value))).finish();
        serde_urlencoded::from_str::<search_threads::Request>(&text)
    };
    for pair in asked.iter().filter(|(name, _)| name != "find") {
        kept.push(pair);
        if read(&kept).is_err() {
            kept.pop();
        }
    }
    read(&kept).ok()
}

/// A page with what a search finds. It is whole without script: its filters are a form, its parts are links.
pub(super) async fn page(call: &EdgeCall, words: Words, embed: Embed, asked: search_threads::Request) -> Result<Response> {
    let brand = embed.community.brand.clone();
    let found = match edge_search(call, &brand, &asked).await {
        Ok(found) => Some(found),
        Err(error) if error.status() >= 500 => return document::away(call, words),
        Err(_) => None,
    };
    // Pages of results are for people: there is a page of its own for each thread.
    let nowhere = community::Found { index: Index::No, canonical: None };
    community::show(call, words, embed, community::Shown::Search(search(&asked, found)), nowhere, ("", "")).await
}
