//! The page behind a badge: which domain, proven how and since when, what the place is called and was called before, and a form for
//! whoever says that this is not that company. It reads without script, and asks nobody for an account.

use chie_community::ask::{Ask, Outcome};
use chie_domain::api::doubt_name;
use chie_domain::api::get_history::{Line, What};
use chie_domain::api::view::CommunityView;
use chie_domain::badge::Standing;
use chie_domain::brand::BrandDomain;
use chie_domain::proof::Method;
use chie_domain::text::Reason;
use chie_widget::locale::Words as Sentences;
use chie_widget::locale::script::isolated;
use chie_widget::locale::when::Zone;
use worker::{Method as HttpMethod, Response, Result, Url};

use super::document::{self, Index, Page, escape};
use super::said;
use super::words::Words;
use crate::directory::names;
use crate::edge::{EdgeCall, ask_as_visitor, community_view, doubt_from_page};

/// What became of the form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubted {
    Not,
    Done,
    /// Nothing was written, or too much.
    Wrong,
    Many,
}

/// Shows it, or takes a doubt.
pub(super) async fn answer(call: &EdgeCall, brand: &str) -> Result<Response> {
    let words = Words::of(call);
    let Ok(brand) = BrandDomain::parse(brand) else { return document::not_found(call, words) };
    let (doubted, typed) = match call.method {
        HttpMethod::Get | HttpMethod::Head => (Doubted::Not, String::new()),
        HttpMethod::Post => doubt(call, &brand).await,
        _ => return document::not_found(call, words),
    };
    let community = match community_view(call, &brand).await {
        Ok(community) if community.opened.is_some() => community,
        Ok(_) => match names::leads_to(&call.env, &brand).await {
            Some(at) => {
                let to = format!("{}/badge/{at}?lang={}", call.home(), words.locale.code());
                return Response::redirect_with_status(Url::parse(&to)?, 302);
            }
            None => return document::not_found(call, words),
        },
        Err(error) if error.status() >= 500 => return document::away(call, words),
        Err(_) => return document::not_found(call, words),
    };
    let history = match ask_as_visitor(call, &brand, Ask::History).await {
        Ok(Outcome::History(history)) => history.lines,
        _ => Vec::new(),
    };
    let aliases = match ask_as_visitor(call, &brand, Ask::AliasesProven).await {
        Ok(Outcome::AliasesProven(aliases)) => aliases,
        _ => Vec::new(),
    };
    show(call, words, &community, &(history, aliases), doubted, &typed)
}

async fn doubt(call: &EdgeCall, brand: &BrandDomain) -> (Doubted, String) {
    let body = call.body().await.unwrap_or_default();
    let typed = form_urlencoded::parse(&body).find(|(name, _)| name == "words").map(|(_, words)| words.into_owned());
    let typed = typed.unwrap_or_default();
    let Ok(words) = Reason::parse(&typed) else { return (Doubted::Wrong, typed) };
    match doubt_from_page(call, brand, doubt_name::Request { words }).await {
        Ok(()) => (Doubted::Done, String::new()),
        Err(error) if error.code == "too_many" => (Doubted::Many, typed),
        Err(_) => (Doubted::Wrong, typed),
    }
}

fn show(
    call: &EdgeCall,
    words: Words,
    community: &CommunityView,
    (history, aliases): &(Vec<Line>, Vec<BrandDomain>),
    doubted: Doubted,
    typed: &str,
) -> Result<Response> {
    let say = said::of(words.locale);
    let brand = community.brand.to_string();
    let sentences = Sentences::of(words.locale);
    let date = |at| sentences.date(Zone::Utc, at).to_string();
    let stands = match &community.badge {
        Some(badge) => {
            let how = match badge.method {
                Method::Dns => say.by_dns,
                Method::File => say.by_file,
                Method::Meta => say.by_meta,
            };
            let fresh = match badge.standing {
                Standing::Fresh => say.checked.replace("{}", &date(badge.checked)),
                Standing::Doubtful => say.in_doubt.to_owned(),
            };
            format!("<p>{}</p><p>{} {}</p>", say.present.replace("{}", &escape(&date(badge.since))), escape(how), escape(&fresh))
        }
        None => format!("<p>{}</p>", say.run_by_customers),
    };
    let named = match &community.name {
        Some(name) => escape(&say.named.replace("{}", &isolated(name, false))),
        None => say.unnamed.to_owned(),
    };
    let held = form_urlencoded::parse(call.query.as_bytes()).any(|(name, _)| name == "held") && community.name.is_none();
    let held = if held { format!(r#"<p role="status"><b>{}</b></p>"#, say.held) } else { String::new() };
    let rows: String = history.iter().map(|line| row(say, line, &date)).collect();
    let lang = words.locale.code();
    let form = match doubted {
        Doubted::Done => format!(r#"<p role="status" id="doubt"><b>{}</b></p>"#, say.doubt_done),
        Doubted::Not | Doubted::Wrong | Doubted::Many => {
            let wrong = match doubted {
                Doubted::Wrong => say.doubt_wrong,
                Doubted::Many => say.doubt_many,
                Doubted::Not | Doubted::Done => "",
            };
            let (invalid, wrong) = if wrong.is_empty() {
                ("", String::new())
            } else {
                (r#" aria-invalid="true""#, format!(r#"<p class="page-error" id="words-wrong">{wrong}</p>"#))
            };
            format!(
                r#"<form method="post" action="?lang={lang}#doubt" id="doubt"><div class="page-field"><label for="words">{label}</label><p class="page-hint" id="words-hint">{hint}</p><textarea id="words" name="words" rows="4" maxlength="500" required aria-describedby="words-hint words-wrong"{invalid}>{typed}</textarea>{wrong}</div><p><button class="ch-btn" type="submit">{button}</button></p></form>"#,
                label = say.doubt_label,
                hint = say.doubt_hint,
                typed = escape(typed),
                button = say.doubt_button,
            )
        }
    };
    let also: String = aliases.iter().map(|domain| format!("<li><bdi>{}</bdi></li>", escape(domain.as_str()))).collect();
    let also = if also.is_empty() { also } else { format!(r#"<h2>{}</h2><ul class="badge-history">{also}</ul>"#, say.also_proven) };
    let title = say.badge_title.replace("{}", &brand);
    let to_place = format!(r#"<p><a href="{}/c/{brand}?lang={lang}">{}</a></p>"#, call.home(), say.to_place);
    let body = format!(
        r#"<section class="ch ch-plain page-card badge-page"><h1>{heading}</h1><p class="badge-domain"><b><bdi>{brand}</bdi></b></p>{stands}<p>{named}</p>{held}{to_place}{also}
<h2>{history_title}</h2><ul class="badge-history">{rows}</ul>
<h2>{doubt_title}</h2><p>{doubt_lead}</p>{form}</section>"#,
        heading = escape(&title),
        brand = escape(&brand),
        history_title = say.history_title,
        doubt_title = say.doubt_title,
        doubt_lead = say.doubt_lead,
    );
    let status = if matches!(doubted, Doubted::Wrong | Doubted::Many) { 422 } else { 200 };
    document::respond(call, &Page { words, title, about: "", body, status, index: Index::No, head: String::new() })
}

fn row(say: &said::Said, line: &Line, date: &dyn Fn(chie_domain::time::Timestamp) -> String) -> String {
    let what = match &line.what {
        What::Opened => say.opened.to_owned(),
        What::Proven(Method::Dns) => say.proven_dns.to_owned(),
        What::Proven(Method::File) => say.proven_file.to_owned(),
        What::Proven(Method::Meta) => say.proven_meta.to_owned(),
        What::Lapsed => say.lapsed.to_owned(),
        What::ClaimedAll => say.claimed_all.to_owned(),
        What::ClaimedFromThen => say.claimed_from_then.to_owned(),
        What::ClaimedProduct(product) => say.claimed_product.replace("{}", product.as_str()),
        What::ClaimedThreads(many) => say.claimed_threads.replace("{}", &many.to_string()),
        What::Released => say.released.to_owned(),
        What::Named(name) => say.was_named.replace("{}", &isolated(name, false)),
        What::Unnamed => say.was_unnamed.to_owned(),
    };
    format!("<li><time>{}</time> {}</li>", escape(&date(line.at)), escape(&what))
}
