//! Public pages of a community: the same views as the widget, readable without script, with the tag that brings them to life.

use chie_community::ask::{Ask, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::get_embed::{self, Embed};
use chie_domain::api::view::{AuthorName, Voice};
use chie_domain::api::{get_thread, list_threads};
use chie_domain::brand::{BrandDomain, Place};
use chie_domain::claim::Stewardship;
use chie_domain::id::{MemberId, ReplyId, ThreadId};
use chie_domain::set_up::PageAddress;
use chie_domain::tag::Tag;
use chie_domain::text::ProductKey;
use chie_domain::thread::{Kind, Phase};
use chie_widget::locale::Locale;
use chie_widget::render::{Filter, Search};
use worker::{Response, Result, Url};

use super::document::{self, Index, Page, escape};
use super::home::{self, preview};
use super::places::Places;
use super::words::Words;
use super::{meaning, plain, search, sheet};
use crate::edge::{EdgeCall, ask_as_visitor, embed_data, page_remembered, thread_part};

/// What brings a page to life.
const ALIVE: &str = r#"<script async src="/chie.js"></script>"#;

fn refused(call: &EdgeCall, words: Words, error: &ApiError) -> Result<Response> {
    if error.status() >= 500 { document::away(call, words) } else { document::not_found(call, words) }
}

/// A product's list, or one of its threads; remembered for whoever brings no cookie.
pub(super) async fn product(call: &EdgeCall, brand: &str, product: &str, thread: Option<&str>) -> Result<Response> {
    let words = Words::of(call);
    let (Ok(brand), Ok(product)) = (BrandDomain::parse(brand), ProductKey::parse(product)) else {
        return document::not_found(call, words);
    };
    let lang = words.locale.code();
    let fresh = Box::pin(fresh_product(call, words, &brand, &product, thread));
    page_remembered(call, &brand, lang, document::headers, fresh).await
}

async fn fresh_product(
    call: &EdgeCall,
    words: Words,
    brand: &BrandDomain,
    product: &ProductKey,
    thread: Option<&str>,
) -> Result<Response> {
    let thread = match thread.map(ThreadId::parse) {
        None => None,
        Some(Ok(thread)) => Some(thread),
        Some(Err(_)) => return document::not_found(call, words),
    };
    let request = get_embed::Request { lang: None, at: None, name: None, thread: thread.clone(), view: None, v: None };
    let (embed, found) = match embed_data(call, brand, product, &request, Place::Elsewhere, words.locale).await {
        Ok(first) => {
            (first.embed, Found { index: if first.worth_finding { Index::Yes } else { Index::No }, canonical: first.canonical })
        }
        Err(error) => return refused(call, words, &error),
    };
    // A further domain of a brand's leads to its community.
    if embed.community.brand != *brand {
        let thread = thread.as_ref().map(|thread| format!("/{thread}")).unwrap_or_default();
        let to = format!("{}/c/{}/{product}{thread}?{}", call.home(), embed.community.brand, call.query);
        return Response::redirect_with_status(Url::parse(&to)?, 302);
    }
    // A product that was merged into another one, or a name of it: the address leads on, and so does all that hangs on it.
    if embed.product.key != *product {
        let thread = thread.map_or_else(String::new, |thread| format!("/{thread}"));
        let query = if call.query.is_empty() { String::new() } else { format!("?{}", call.query) };
        let to = format!("{}/c/{brand}/{}{thread}{query}", call.home(), embed.product.key);
        return Response::redirect_with_status(Url::parse(&to)?, 301);
    }
    if embed.community.opened.is_none() || (thread.is_some() && embed.thread.is_none()) {
        return document::not_found(call, words);
    }
    if thread.is_none()
        && let Some(asked) = search::asked(call)
    {
        return search::page(call, words, embed, asked).await;
    }
    let kept = plain::keep(call, brand, words);
    if embed.thread.is_some() {
        let (embed, script) = turned(call, embed).await;
        return show(call, words, embed, Shown::List(Filter::All, None), found, (&kept, script)).await;
    }
    let (embed, by) = narrowed(call, embed).await;
    let script = if by == (Filter::All, None) { ALIVE } else { "" };
    show(call, words, embed, Shown::List(by.0, by.1), found, (&kept, script)).await
}

/// The part of a thread that a reader without script turned to: where a reply stands (`at`), or what lies before or after
/// (`part`). Such a page stays as it was drawn, because the script would begin with the first part.
async fn turned(call: &EdgeCall, mut embed: Embed) -> (Embed, &'static str) {
    let asked = |name: &str| {
        let found = form_urlencoded::parse(call.query.as_bytes()).find(|(key, _)| key == name);
        found.map(|(_, value)| value.into_owned())
    };
    let request = get_thread::Request { cursor: asked("part"), around: asked("at").and_then(|id| ReplyId::parse(&id).ok()) };
    let Some(first) = embed.thread.as_ref() else { return (embed, ALIVE) };
    let here = |id: &ReplyId| first.replies.iter().any(|reply| reply.id == *id);
    if request.cursor.is_none() && request.around.as_ref().is_none_or(here) {
        return (embed, ALIVE);
    }
    let id = first.row.id.clone();
    // A part that cannot be had is no reason to show nothing.
    let Ok(part) = thread_part(call, &embed.community.brand, &id, request).await else { return (embed, ALIVE) };
    embed.thread = Some(part);
    (embed, "")
}

/// The filter that a reader without script asked of the list. Such a page stays as it was drawn, because
/// the script would begin with the whole list. Whatever cannot be read narrows nothing.
async fn narrowed(call: &EdgeCall, mut embed: Embed) -> (Embed, (Filter, Option<Tag>)) {
    let whole = (Filter::All, None);
    let asked = |name: &str| {
        let found = form_urlencoded::parse(call.query.as_bytes()).find(|(key, _)| key == name);
        found.map(|(_, value)| value.into_owned())
    };
    let (what, by) = {
        let phase = [Phase::Open, Phase::Active, Phase::Resolved, Phase::Declined]
            .into_iter()
            .find(|phase| asked("phase").as_deref() == Some(phase.code()));
        let kind = asked("kind").and_then(|code| Kind::from_code(&code));
        let tag = asked("tag").and_then(|text| Tag::parse(&text).ok());
        let filter = match (phase, kind) {
            (_, Some(kind)) => Filter::Kind(kind),
            (Some(Phase::Resolved), None) => Filter::Solved,
            (Some(Phase::Open), None) => Filter::Waiting,
            (Some(Phase::Active | Phase::Declined), None) => Filter::Other,
            (None, None) => Filter::All,
        };
        let by = (filter, tag.clone());
        if by == whole {
            return (embed, whole);
        }
        let product = Some(embed.product.key.clone());
        (Ask::List(list_threads::Request { product, phase, kind, tag, ..Default::default() }), by)
    };
    match ask_as_visitor(call, &embed.community.brand, what).await {
        Ok(Outcome::List(page)) => embed.threads = page,
        _ => return (embed, whole),
    }
    (embed, by)
}

/// What those who find pages are told of one.
pub(super) struct Found {
    pub(super) index: Index,
    /// The page of the brand's own on which threads have their one address.
    pub(super) canonical: Option<PageAddress>,
}

/// What a product's own page shows.
pub(super) enum Shown {
    /// Its list, with the filter and the tag that its lines were chosen by; or the thread that the embed names.
    List(Filter, Option<Tag>),
    /// A search.
    Search(Search),
}

/// A name in a title, which has no elements to keep it apart in.
fn apart(name: &str) -> String {
    chie_widget::locale::script::isolated(name, false).to_string()
}

pub(super) async fn show(
    call: &EdgeCall,
    words: Words,
    embed: Embed,
    shown: Shown,
    Found { index, canonical }: Found,
    (kept, script): (&str, &str),
) -> Result<Response> {
    let brand_name = embed.community.name.clone().unwrap_or_else(|| embed.community.brand.to_string());
    let official = |steward: &Stewardship| *steward != Stewardship::FanMade;
    let (title, about) = match &embed.thread {
        Some(thread) if official(&thread.row.steward) => {
            (thread.row.title.clone(), format!("{}: {}", embed.community.brand, words.official))
        }
        Some(thread) => (thread.row.title.clone(), format!("{} {}", words.run_by_customers, apart(&brand_name))),
        None if official(&embed.product.steward) => {
            (embed.product.name.clone(), format!("{}: {}", embed.community.brand, words.official))
        }
        None => (
            format!("{}: {}", apart(&embed.product.name), words.customers_place),
            format!("{} {}", words.run_by_customers, apart(&brand_name)),
        ),
    };
    let thread = embed.thread.as_ref().map(|thread| thread.row.id.to_string());
    let (brand, product) = (embed.community.brand.to_string(), embed.product.key.to_string());
    let lang = words.locale.code();
    let table = chie_widget::locale::Words::of(words.locale);
    let closed = embed.says.sign.as_ref().is_some_and(|sign| sign.closed);
    let head = head(call, &embed, canonical.as_ref(), (&title, &about), &table);
    let (embed_people, is_proven) = (people(&embed), embed.community.badge.is_some());
    let view = match (&thread, shown) {
        (Some(_), _) => chie_widget::render::thread_page(embed, table).await,
        (None, Shown::Search(search)) => chie_widget::render::search_page(embed, table, search).await,
        (None, Shown::List(filter, tag)) => chie_widget::render::list_page(embed, table, (filter, tag)).await,
    };
    // Whoever reads without script asks by a form, with the words they looked for.
    let ask = if thread.is_none() && !closed {
        // So does, with its place, whoever opened a printed code.
        let said = |name: &str| form_urlencoded::parse(call.query.as_bytes()).find(|(key, _)| key == name).map(|(_, it)| it);
        let mut title = form_urlencoded::Serializer::new(String::new());
        title.append_pair("title", &said("q").unwrap_or_default());
        let title = said("at").iter().fold(&mut title, |title, at| title.append_pair("at", at)).finish();
        let address = format!("{}/c/{brand}/{product}/ask?lang={lang}&{title}", call.home());
        format!(r#"<p class="page-ask"><a href="{}">{}</a></p>"#, escape(&address), words.ask_here)
    } else {
        String::new()
    };
    let thread = thread.map(|thread| format!(r#" data-chie-thread="{}""#, escape(&thread))).unwrap_or_default();
    let around = around(call, words, &embed_people, &brand, (is_proven, thread.is_empty().then_some(&product)));
    let body = format!(
        r#"{kept}<div class="page-widget" data-chie-brand="{brand}" data-chie-product="{product}" data-chie-lang="{lang}" data-chie-at="{at}"{thread}>{view}{ask}</div>
{around}
{script}"#,
        at = if call.is_test.get() { "test" } else { "elsewhere" },
        brand = escape(&brand),
        product = escape(&product),
    );
    document::respond(call, &Page { words, title, about: &about, body, status: 200, index, head })
}

/// The members of a thread who have a page of their own, by the name that they go by, each once.
fn people(embed: &Embed) -> Vec<(MemberId, String)> {
    let mut all: Vec<(MemberId, String)> = Vec::new();
    let thread = embed.thread.iter();
    for author in thread.flat_map(|thread| std::iter::once(&thread.author).chain(thread.replies.iter().map(|reply| &reply.author)))
    {
        if let (Voice::Member, AuthorName::Chosen(name)) = (&author.voice, &author.name)
            && !all.iter().any(|(member, _)| *member == author.member)
        {
            all.push((author.member.clone(), name.clone()));
        }
    }
    all
}

/// Where one goes on from here: the brand's own page, what stands behind its badge, a product's code to print, who wrote in this thread.
fn around(
    call: &EdgeCall,
    words: Words,
    people: &[(MemberId, String)],
    brand: &str,
    (is_proven, product): (bool, Option<&str>),
) -> String {
    let (places, lang, home) = (Places::in_language(words.locale), words.locale.code(), call.home());
    let brand = escape(brand);
    let proof = if is_proven {
        format!(r#" · <a href="{home}/badge/{brand}?lang={lang}">{}</a>"#, places.how_proven)
    } else {
        String::new()
    };
    let sheet = product.map_or_else(String::new, |product| {
        let (product, label) = (escape(product), sheet::label(words.locale));
        format!(r#" · <a href="{home}/c/{brand}/{product}/code?lang={lang}" rel="nofollow">{label}</a>"#)
    });
    let listed: Vec<String> = people
        .iter()
        .map(|(member, name)| {
            format!(r#"<a href="{home}/member/{brand}/{member}?lang={lang}" rel="nofollow"><bdi>{}</bdi></a>"#, escape(name))
        })
        .collect();
    let people = if listed.is_empty() { String::new() } else { format!("<p>{}: {}</p>", places.people, listed.join(" · ")) };
    format!(
        r#"<nav class="page-around" aria-label="{label}"><p><a href="{home}/c/{brand}?lang={lang}">{all}</a>{proof}{sheet}</p>{people}</nav>"#,
        label = places.around,
        all = home::filled(places.all_of, &brand)
    )
}

/// What only programs read: the page's one address whatever its language and filters, what a preview shows, the feed, and
/// the thread's structured data.
fn head(
    call: &EdgeCall,
    embed: &Embed,
    canonical: Option<&PageAddress>,
    (title, about): (&str, &str),
    words: &chie_widget::locale::Words,
) -> String {
    // What is tried out is for nobody to find.
    if call.is_test.get() {
        return String::new();
    }
    let product = format!("{}/c/{}/{}", call.settings.chie, embed.community.brand, embed.product.key);
    let address = match &embed.thread {
        Some(thread) => format!("{product}/{}", thread.row.id),
        None => product,
    };
    let site = if embed.community.badge.is_some() { about.to_owned() } else { format!("Chie. {about}") };
    let meaning = embed.thread.as_ref().and_then(|thread| meaning::of_thread(thread, &address, &site, words));
    let escaped = escape(&address);
    // A brand that shows the community on its own site may have its threads found there.
    let of_brand = canonical.zip(embed.thread.as_ref()).map(|(page, thread)| page.of(&thread.row.product, Some(&thread.row.id)));
    let canonical = of_brand.as_deref().map_or_else(|| escaped.clone(), escape);
    let mut head = format!(
        r#"<link rel="canonical" href="{canonical}">
<link rel="alternate" hreflang="x-default" href="{escaped}">
<link rel="alternate" type="application/atom+xml" href="{escaped}/feed.atom">
<meta property="og:type" content="article"><meta property="og:url" content="{escaped}"><meta property="og:site_name" content="Chie">
<meta property="og:title" content="{title}"><meta property="og:description" content="{about}">
"#,
        title = escape(title),
        about = escape(about),
    );
    let translated = Locale::all()
        .map(Locale::code)
        .map(|code| format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{escaped}?lang={code}\">\n"));
    let translated: Vec<String> = translated.collect();
    head.push_str(&translated.concat());
    head.push_str(&preview(call, embed.community.badge.is_some()));
    head.push_str(&meaning.unwrap_or_default());
    head
}

/// The published rules.
pub(super) async fn rules(call: &EdgeCall) -> Result<Response> {
    let words = Words::of(call);
    let body = chie_widget::render::rules(chie_widget::locale::Words::of(words.locale)).await;
    let title = words.rules.to_owned();
    document::respond(
        call,
        &Page { words, title, about: words.directory_about, body, status: 200, index: Index::Yes, head: String::new() },
    )
}
