//! Atom feeds (RFC 4287) of a brand, a product and a thread: what everybody can read, for readers who come back. Each feed says
//! who runs the place as plainly as the pages do.

use chie_community::ask::{Ask, Outcome};
use chie_domain::api::get_thread;
use chie_domain::api::list_threads::{self, MAX_LIMIT, Order};
use chie_domain::api::view::{CommunityView, ThreadView};
use chie_domain::brand::BrandDomain;
use chie_domain::claim::Stewardship;
use chie_domain::id::ThreadId;
use chie_domain::text::ProductKey;
use chie_domain::time::Timestamp;
use chie_widget::locale;
use chie_widget::locale::when::iso;
use chie_widget::parts::{author, status};
use worker::{Headers, Response, Result, Url};

use super::document::{self, escape};
use super::words::Words;
use crate::edge::{EdgeCall, ask_as_visitor, community_view};

/// One entry.
struct Entry {
    address: String,
    title: String,
    author: String,
    at: Timestamp,
    updated: Timestamp,
    /// HTML that was drawn by views, or a plain sentence.
    content: Option<String>,
    summary: String,
}

/// The threads of a brand, or of one product, the most recently active first.
pub(super) async fn list(call: &EdgeCall, brand: &str, product: Option<&str>) -> Result<Response> {
    let words = Words::of(call);
    let product = product.map(ProductKey::parse).transpose();
    let (Ok(brand), Ok(product)) = (BrandDomain::parse(brand), product) else {
        return document::not_found(call, words);
    };
    let Ok(community) = community_view(call, &brand).await else {
        return document::away(call, words);
    };
    if let Some(key) = &product
        && let Some(to) = led(call, &brand, key).await
    {
        let to = format!("{}/c/{brand}/{to}/feed.atom", call.settings.chie);
        return Response::redirect_with_status(Url::parse(&to)?, 301);
    }
    let known = product.as_ref().map(|key| community.products.iter().find(|product| product.key == *key));
    if community.opened.is_none() || known == Some(None) {
        return document::not_found(call, words);
    }
    let name = known.flatten().map_or_else(|| shown_name(&community), |product| product.name.clone());
    let request = list_threads::Request { product, order: Order::Active, limit: Some(MAX_LIMIT), ..Default::default() };
    let Ok(Outcome::List(page)) = ask_as_visitor(call, &brand, Ask::List(request.clone())).await else {
        return document::away(call, words);
    };
    let table = locale::Words::of(words.locale);
    let home = format!("{}/c/{brand}", call.settings.chie);
    let entries = page.rows.iter().map(|row| Entry {
        address: format!("{home}/{}/{}", row.product, row.id),
        title: row.title.clone(),
        author: name.clone(),
        at: row.at,
        updated: row.active,
        content: None,
        summary: table.text(status::kind_name(row.kind)).to_string(),
    });
    let address = request.product.map_or_else(|| home.clone(), |key| format!("{home}/{key}"));
    respond(
        words,
        &format!("{name}: {}", words.customers_place),
        &steward(words, &community, &community.steward),
        &address,
        entries.collect(),
    )
}

/// Where the key of a product leads, if it was merged into another one or is one of its names.
async fn led(call: &EdgeCall, brand: &BrandDomain, key: &ProductKey) -> Option<ProductKey> {
    let asked = Ask::Embed { product: key.clone(), name: None, thread: None };
    match ask_as_visitor(call, brand, asked).await {
        Ok(Outcome::Embed(parts)) if parts.product.key != *key => Some(parts.product.key),
        _ => None,
    }
}

/// A thread: its opening post and its replies.
pub(super) async fn thread(call: &EdgeCall, brand: &str, product: &str, thread: &str) -> Result<Response> {
    let words = Words::of(call);
    let (Ok(brand), Ok(thread)) = (BrandDomain::parse(brand), ThreadId::parse(thread)) else {
        return document::not_found(call, words);
    };
    let Ok(community) = community_view(call, &brand).await else {
        return document::away(call, words);
    };
    let asked = Ask::Thread(thread, get_thread::Request::default());
    let Ok(Outcome::Thread(view)) = ask_as_visitor(call, &brand, asked).await else {
        return document::not_found(call, words);
    };
    if view.row.product.as_str() != product {
        // Only a key that leads to the thread's product leads on.
        let leads = match ProductKey::parse(product) {
            Ok(key) => led(call, &brand, &key).await,
            Err(_) => None,
        };
        if leads.as_ref() != Some(&view.row.product) {
            return document::not_found(call, words);
        }
        let to = format!("{}/c/{brand}/{}/{}/feed.atom", call.settings.chie, view.row.product, view.row.id);
        return Response::redirect_with_status(Url::parse(&to)?, 301);
    }
    let address = format!("{}/c/{brand}/{product}/{}", call.settings.chie, view.row.id);
    let entries = entries(words, &view, &address).await;
    respond(words, &view.row.title, &steward(words, &community, &view.row.steward), &address, entries)
}

async fn entries(words: Words, view: &ThreadView, address: &str) -> Vec<Entry> {
    let table = || locale::Words::of(words.locale);
    let title = view.row.title.clone();
    let mut entries = vec![Entry {
        address: address.to_owned(),
        title: title.clone(),
        author: author::name(&table(), &view.author).to_string(),
        at: view.row.at,
        updated: view.row.at,
        content: Some(chie_widget::render::post(view.post.clone(), table()).await),
        summary: String::new(),
    }];
    for reply in &view.replies {
        let author = author::name(&table(), &reply.author).to_string();
        entries.push(Entry {
            address: format!("{address}#{}", reply.id),
            title: format!("{author}: {title}"),
            author,
            at: reply.at,
            updated: reply.at,
            content: Some(chie_widget::render::post(reply.post.clone(), table()).await),
            summary: String::new(),
        });
    }
    entries
}

fn shown_name(community: &CommunityView) -> String {
    community.name.clone().unwrap_or_else(|| community.brand.to_string())
}

/// Who runs the place, in one line.
fn steward(words: Words, community: &CommunityView, steward: &Stewardship) -> String {
    match steward {
        Stewardship::Official { .. } => format!("{}: {}", community.brand, words.official),
        Stewardship::FanMade => format!("{} {}", words.run_by_customers, shown_name(community)),
    }
}

fn respond(words: Words, title: &str, about: &str, address: &str, entries: Vec<Entry>) -> Result<Response> {
    let updated = entries.iter().map(|entry| entry.updated).max().unwrap_or(Timestamp::from_millis(0));
    let address = escape(address);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n\
         <id>{address}</id><title>{title}</title><subtitle>{about}</subtitle><updated>{updated}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/><link rel=\"self\" type=\"application/atom+xml\" href=\"{address}/feed.atom\"/>\n",
        lang = words.locale.code(),
        title = text(title),
        about = text(about),
        updated = iso(updated),
    );
    for entry in entries {
        feed.push_str(&written(&entry));
    }
    feed.push_str("</feed>\n");
    let headers = Headers::new();
    headers.set("content-type", "application/atom+xml; charset=utf-8")?;
    headers.set("cache-control", "public, max-age=300")?;
    headers.set("vary", "Accept-Encoding, Accept-Language")?;
    headers.set("x-content-type-options", "nosniff")?;
    Ok(Response::from_bytes(feed.into_bytes())?.with_headers(headers))
}

fn written(entry: &Entry) -> String {
    let address = escape(&entry.address);
    let content = match &entry.content {
        Some(html) => format!("<content type=\"html\">{}</content>", text(html)),
        None => format!("<summary>{}</summary>", text(&entry.summary)),
    };
    format!(
        "<entry><id>{address}</id><title>{}</title><link href=\"{address}\"/><author><name>{}</name></author>\
         <published>{}</published><updated>{}</updated>{content}</entry>\n",
        text(&entry.title),
        text(&entry.author),
        iso(entry.at),
        iso(entry.updated),
    )
}

/// Text as it may stand in XML: escaped, without the control characters that XML cannot hold.
fn text(text: &str) -> String {
    let allowed: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    escape(&allowed)
}
