//! A member's page in one community: what they asked and answered under their own name, and what came of it. It is for people who
//! met them in a thread; search engines are asked to leave it out. Guests have none, nor has whoever erased themselves.

use chie_community::ask::{Ask, MemberPage, Outcome};
use chie_domain::brand::BrandDomain;
use chie_domain::id::MemberId;
use chie_domain::level::Level;
use chie_widget::locale::when::{Zone, iso};
use chie_widget::parts::author;
use chie_widget::parts::status::Around;
use worker::{Response, Result};

use super::document::{self, Index, Page, escape};
use super::home::filled;
use super::places::Places;
use super::rows;
use super::said;
use super::words::Words;
use crate::edge::{EdgeCall, ask_as_visitor};

/// Shows it.
pub(super) async fn show(call: &EdgeCall, brand: &str, member: &str) -> Result<Response> {
    let words = Words::of(call);
    let (Ok(brand), Ok(member)) = (BrandDomain::parse(brand), MemberId::parse(member)) else {
        return document::not_found(call, words);
    };
    let page = match ask_as_visitor(call, &brand, Ask::MemberPage(member)).await {
        Ok(Outcome::MemberPage(Some(page))) => page,
        Err(error) if error.status() >= 500 => return document::away(call, words),
        Ok(_) | Err(_) => return document::not_found(call, words),
    };
    let table = chie_widget::locale::Words::of(words.locale);
    let name = author::name(&table, &page.who).to_string();
    let about = filled(Places::in_language(words.locale).member_about, &name);
    let body = drawn(call, words, &brand, &page, &name);
    document::respond(call, &Page { words, title: name, about: &about, body, status: 200, index: Index::No, head: String::new() })
}

fn drawn(call: &EdgeCall, words: Words, brand: &BrandDomain, page: &MemberPage, name: &str) -> String {
    let places = Places::in_language(words.locale);
    let table = chie_widget::locale::Words::of(words.locale);
    let (lang, at) = (words.locale.code(), call.home());
    let since = format!(r#"<time datetime="{}">{}</time>"#, iso(page.since), escape(&table.exact(Zone::Utc, page.since)));
    let levels: Vec<String> = page
        .levels
        .iter()
        .filter_map(|view| {
            let sentence = match view.level {
                Level::New => return None,
                Level::Known => places.known_in,
                Level::Trusted => places.trusted_in,
            };
            let product = format!(r#"<a href="{at}/c/{brand}/{key}?lang={lang}">{key}</a>"#, key = view.product);
            Some(format!("<li>{}</li>", filled(sentence, &product)))
        })
        .collect();
    let list = |lines: String, empty: bool| if empty { format!(r#"<p class="page-soft">{}</p>"#, places.nothing) } else { lines };
    let asked = rows::list(&at, brand.as_str(), page.asked.iter().map(|row| (row, None)), Around::FanMade, &table, lang);
    let answered = page.answered.iter().map(|(row, reply)| (row, Some(reply.to_string())));
    let answered = rows::list(&at, brand.as_str(), answered, Around::FanMade, &table, lang);
    format!(
        r#"<article class="ch ch-plain page-card page-place"><h1><bdi>{name}</bdi></h1><ul class="page-list"><li>{since}</li><li>{solved}</li><li>{thanks}</li>{levels}</ul>
<section aria-labelledby="answered"><h2 id="answered">{answered_word}</h2>{answered}</section>
<section aria-labelledby="asked"><h2 id="asked">{asked_word}</h2>{asked}</section>
<p class="page-soft">{utc}</p><p><a href="{at}/flag/{brand}/{member}?lang={lang}" rel="nofollow">{flag}</a></p><p><a href="{at}/c/{brand}?lang={lang}">{back}</a></p></article>"#,
        name = escape(name),
        levels = levels.concat(),
        since = filled(places.member_since, &since),
        solved = filled(places.member_solved, &page.who.solved.to_string()),
        thanks = filled(places.member_thanks, &page.thanks.to_string()),
        answered_word = places.answered,
        answered = list(answered, page.answered.is_empty()),
        asked_word = places.asked,
        asked = list(asked, page.asked.is_empty()),
        utc = places.utc,
        member = page.who.member,
        flag = said::Said::in_language(words.locale).flag_name,
        back = places.back,
    )
}
