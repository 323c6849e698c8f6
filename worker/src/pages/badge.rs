//! The page behind a badge: which domain was proven, how, since when and when it was last seen, what that means and what it does
//! not, where anybody can look for themselves, and what happened here before.

use chie_community::ask::{Ask, IntroduceAsk, Introduced, Outcome};
use chie_domain::api::get_history;
use chie_domain::api::view::CommunityView;
use chie_domain::badge::{Badge, Standing};
use chie_domain::brand::BrandDomain;
use chie_domain::proof::Method;
use chie_domain::time::Timestamp;
use chie_widget::locale::script::isolated;
use chie_widget::locale::when::{Zone, iso};
use worker::{Method as HttpMethod, Response, Result, Url};

use super::document::{self, Index, Page, escape};
use super::doubt::{self, Doubt};
use super::home::{filled, head};
use super::places::Places;
use super::said::Said;
use super::words::Words;
use crate::directory::names;
use crate::edge::{EdgeCall, ask_as_visitor, community_view, page_remembered};

/// Shows it, for brands that nobody has proven too: then it says so. Takes the form of whoever says that this is not that company.
pub(super) async fn answer(call: &EdgeCall, brand: &str) -> Result<Response> {
    let words = Words::of(call);
    let Ok(brand) = BrandDomain::parse(brand) else {
        return document::not_found(call, words);
    };
    if call.method == HttpMethod::Post {
        let doubted = doubt::taken(call, &brand).await;
        return fresh(call, words, &brand, doubted).await;
    }
    if !matches!(call.method, HttpMethod::Get | HttpMethod::Head) {
        return document::not_found(call, words);
    }
    let fresh = Box::pin(fresh(call, words, &brand, Doubt::default()));
    page_remembered(call, &brand, words.locale.code(), document::headers, fresh).await
}

async fn fresh(call: &EdgeCall, words: Words, brand: &BrandDomain, doubted: Doubt) -> Result<Response> {
    let (Ok(community), Ok(Outcome::History(history)), Ok(Outcome::AliasesProven(aliases)), Ok(Outcome::Introductions(people))) = (
        community_view(call, brand).await,
        ask_as_visitor(call, brand, Ask::History).await,
        ask_as_visitor(call, brand, Ask::AliasesProven).await,
        ask_as_visitor(call, brand, Ask::Introduce(IntroduceAsk::All)).await,
    ) else {
        return document::away(call, words);
    };
    if community.opened.is_none() {
        return match names::leads_to(&call.env, brand).await {
            Some(at) => {
                let to = format!("{}/badge/{at}?lang={}", call.home(), words.locale.code());
                Response::redirect_with_status(Url::parse(&to)?, 302)
            }
            None => document::not_found(call, words),
        };
    }
    let places = Places::in_language(words.locale);
    let title = filled(places.badge_title, brand.as_str());
    let official = community.badge.is_some();
    let about = if official { places.badge_means.to_owned() } else { filled(places.badge_none, brand.as_str()) };
    let body = drawn(call, words, &community, &(history, aliases, people), &title, &doubted);
    let status = doubted.status();
    let index = if official && !call.is_test.get() { Index::Yes } else { Index::No };
    let address = format!("{}/badge/{brand}", call.settings.chie);
    let head = if index == Index::Yes { head(call, &address, &title, &about, official) } else { String::new() };
    document::respond(call, &Page { words, title, about: &about, body, status, index, head })
}

fn way(places: &Places, method: Method) -> &'static str {
    match method {
        Method::Dns => places.by_dns,
        Method::File => places.by_file,
        Method::Meta => places.by_meta,
    }
}

fn drawn(
    call: &EdgeCall,
    words: Words,
    community: &CommunityView,
    (history, aliases, people): &(get_history::Response, Vec<BrandDomain>, Vec<Introduced>),
    title: &str,
    doubted: &Doubt,
) -> String {
    let say = &Said::in_language(words.locale);
    let places = Places::in_language(words.locale);
    let table = chie_widget::locale::Words::of(words.locale);
    let (lang, at, brand) = (words.locale.code(), call.home(), &community.brand);
    let moment = |at| format!(r#"<time datetime="{}">{}</time>"#, iso(at), escape(&table.exact(Zone::Utc, at)));
    let shown = match &community.badge {
        Some(badge) => proven(&places, badge, &moment),
        None => format!(
            r#"<p class="page-customers">{}</p><p>{}</p><p><a href="{}/#/{brand}/proof">{}</a></p>"#,
            filled(places.badge_none, brand.as_str()),
            places.badge_none_more,
            escape(&call.settings.console),
            places.your_company,
        ),
    };
    let also: Vec<String> = aliases.iter().map(|domain| format!("<li><bdi>{}</bdi></li>", escape(domain.as_str()))).collect();
    let also = also.concat();
    let also = if also.is_empty() {
        also
    } else {
        format!(
            r#"<section aria-labelledby="also"><h2 id="also">{}</h2><ul class="page-list">{also}</ul></section>"#,
            say.also_proven
        )
    };
    // Only while the brand is officially here does anybody answer for it.
    let people = if community.badge.is_some() { introduced(say, at.as_str(), people) } else { String::new() };
    let held = form_urlencoded::parse(call.query.as_bytes()).any(|(name, _)| name == "held") && community.name.is_none();
    let named = match &community.name {
        Some(name) => format!("<p>{}</p>", escape(&say.named.replace("{}", &isolated(name, false)))),
        None if held => format!(r#"<p role="status"><b>{}</b></p>"#, say.held),
        None => format!("<p>{}</p>", say.unnamed),
    };
    let lines: Vec<String> = history
        .lines
        .iter()
        .map(|line| {
            format!(
                "<li><span class=\"page-soft\">{}</span><br>{}</li>",
                moment(line.at),
                escape(&happened(&places, say, &line.what, &|at| table.exact(Zone::Utc, at).to_string()))
            )
        })
        .collect();
    format!(
        r#"<article class="ch ch-plain page-card page-place"><h1>{title}</h1>{shown}{named}{also}{people}
<section aria-labelledby="history"><h2 id="history">{history}</h2><ul class="page-list">{lines}</ul></section>
<p class="page-soft">{utc}</p>{doubt}<p><a href="{at}/flag/{brand}/badge?lang={lang}" rel="nofollow">{flag}</a></p><p><a href="{at}/c/{brand}?lang={lang}">{back}</a></p></article>"#,
        title = escape(title),
        history = places.history,
        lines = lines.concat(),
        utc = places.utc,
        doubt = doubted.form(words),
        flag = say.flag_badge,
        back = places.back,
    )
}

/// Those who answer for the brand, as they show themselves.
fn introduced(say: &Said, at: &str, people: &[Introduced]) -> String {
    if people.is_empty() {
        return String::new();
    }
    let one = |it: &Introduced| {
        let face = it
            .introduction
            .face
            .as_ref()
            .map(|id| format!(r#"<img class="page-face" src="{at}/p/{id}" alt="" width="48" height="48" loading="lazy">"#));
        let line = it.introduction.line.as_deref().map(|line| format!("<br>{}", escape(&isolated(line, false))));
        format!(
            "<li class=\"page-person\">{}<span><b>{}</b>{}</span></li>",
            face.unwrap_or_default(),
            escape(&isolated(&it.name, false)),
            line.unwrap_or_default()
        )
    };
    let lines: String = people.iter().map(one).collect();
    format!(
        r#"<section aria-labelledby="people"><h2 id="people">{}</h2><ul class="page-list">{lines}</ul></section>"#,
        say.who_answers
    )
}

fn proven(places: &Places, badge: &Badge, moment: &dyn Fn(Timestamp) -> String) -> String {
    let doubt = if badge.standing == Standing::Doubtful {
        format!(r#"<p class="page-error">{}</p>"#, places.badge_doubtful)
    } else {
        String::new()
    };
    let look = if badge.method == Method::Dns {
        let place = format!("<code>_chie-challenge.{}</code>", badge.domain);
        format!("<p>{}</p>", filled(places.badge_look, &place))
    } else {
        String::new()
    };
    let name = badge.name.as_deref().map(|name| format!(" <bdi>({})</bdi>", escape(name))).unwrap_or_default();
    format!(
        r#"<dl class="page-facts"><dt>{domain_word}</dt><dd><b>{domain}</b>{name}</dd><dt>{way_word}</dt><dd>{way}</dd><dt>{since_word}</dt><dd>{since}</dd><dt>{checked_word}</dt><dd>{checked}</dd></dl>{doubt}<p>{means}</p><p>{means_not}</p>{look}"#,
        domain_word = places.badge_domain,
        domain = badge.domain,
        way_word = places.badge_way,
        way = way(places, badge.method),
        since_word = places.badge_since,
        since = moment(badge.since),
        checked_word = places.badge_checked,
        checked = moment(badge.checked),
        means = places.badge_means,
        means_not = places.badge_means_not,
    )
}

fn happened(places: &Places, say: &Said, what: &get_history::What, moment: &dyn Fn(Timestamp) -> String) -> String {
    use get_history::What;
    match what {
        What::Opened => places.opened.to_owned(),
        What::Proven(method) => filled(places.proven, way(places, *method)),
        What::Lapsed => places.lapsed.to_owned(),
        What::ClaimedAll => places.claimed_all.to_owned(),
        What::ClaimedFromThen => places.claimed_from.to_owned(),
        What::ClaimedProduct(product) => filled(places.claimed_product, product.as_str()),
        What::ClaimedThreads(n) => filled(places.claimed_threads, &n.to_string()),
        What::Released => places.released.to_owned(),
        What::Named(name) => say.was_named.replace("{}", &isolated(name, false)),
        What::Unnamed => say.was_unnamed.to_owned(),
        What::Renamed(before, now) => filled(&filled(places.renamed, now), before),
        What::Confirmed(product) => filled(places.confirmed, product),
        What::Merged(gone, stays) => filled(&filled(places.merged, stays), gone),
        What::Retired(product) => filled(places.retired, product),
        What::Reopened(product) => filled(places.reopened, product),
        What::Signposted(from) => filled(places.signposted, &moment(*from)),
        What::SignTaken => places.sign_taken.to_owned(),
    }
}
