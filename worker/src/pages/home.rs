//! A brand's own page: search, products, what most people shared and is solved, news, and how the maker is reached. Before the
//! brand has claimed it says as plainly as every page that customers run it, and shows no logo.

use chie_community::ask::{Ask, Home, Outcome};
use chie_domain::brand::BrandDomain;
use chie_domain::claim::Stewardship;
use chie_widget::locale::Locale;
use chie_widget::parts::status::Around;
use worker::{Response, Result, Url};

use super::document::{self, Index, Page, escape};
use super::places::Places;
use super::rows;
use super::words::Words;
use crate::directory::names;
use crate::edge::{EdgeCall, ask_as_visitor, page_remembered};

/// Shows it; remembered for whoever brings no cookie.
pub(super) async fn show(call: &EdgeCall, brand: &str) -> Result<Response> {
    let words = Words::of(call);
    let Ok(brand) = BrandDomain::parse(brand) else {
        return document::not_found(call, words);
    };
    let fresh = Box::pin(fresh(call, words, &brand));
    page_remembered(call, &brand, words.locale.code(), document::headers, fresh).await
}

async fn fresh(call: &EdgeCall, words: Words, brand: &BrandDomain) -> Result<Response> {
    let home = match ask_as_visitor(call, brand, Ask::Home).await {
        Ok(Outcome::Home(home)) => home,
        Ok(_) => return document::away(call, words),
        Err(error) if error.status() >= 500 => return document::away(call, words),
        Err(_) => return document::not_found(call, words),
    };
    if home.community.opened.is_none() {
        // The domain may be a further one of a brand's.
        return match names::leads_to(&call.env, brand).await {
            Some(at) => {
                let to = format!("{}/c/{at}?{}", call.home(), call.query);
                Response::redirect_with_status(Url::parse(&to)?, 302)
            }
            None => document::not_found(call, words),
        };
    }
    let places = Places::in_language(words.locale);
    let name = home.community.name.clone().unwrap_or_else(|| brand.to_string());
    let official = home.community.badge.is_some();
    let (title, about) = if official {
        (format!("{name}: {}", words.official), filled(places.home_official, brand.as_str()))
    } else {
        (filled(places.home_customers, &name), filled(places.home_denial, &name))
    };
    let body = drawn(call, words, &home, &title, &about);
    let index = if home.worth_finding && !call.is_test.get() { Index::Yes } else { Index::No };
    let address = format!("{}/c/{brand}", call.settings.chie);
    let feed = format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{}/feed.atom\">\n", escape(&address));
    let head = if call.is_test.get() { String::new() } else { feed + &head(call, &address, &title, &about, official) };
    document::respond(call, &Page { words, title, about: &about, body, status: 200, index, head })
}

/// A sentence with its one blank filled in; what is filled in is kept apart from the sentence's direction.
pub(super) fn filled(sentence: &str, with: &str) -> String {
    sentence.replacen("{}", with, 1)
}

/// What only programs read of a page: its one address, its languages, a preview.
pub(super) fn head(call: &EdgeCall, address: &str, title: &str, about: &str, official: bool) -> String {
    let escaped = escape(address);
    let translated: Vec<String> = Locale::all()
        .map(Locale::code)
        .map(|code| format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{escaped}?lang={code}\">\n"))
        .collect();
    format!(
        "<link rel=\"canonical\" href=\"{escaped}\">\n<link rel=\"alternate\" hreflang=\"x-default\" href=\"{escaped}\">\n{translated}\
         <meta property=\"og:type\" content=\"website\"><meta property=\"og:url\" content=\"{escaped}\">\
         <meta property=\"og:site_name\" content=\"Chie\"><meta property=\"og:title\" content=\"{}\">\
         <meta property=\"og:description\" content=\"{}\">\n{}",
        escape(title),
        escape(about),
        preview(call, official),
        translated = translated.concat(),
    )
}

/// The picture of a preview: one for places of customers, one for official ones, neither with anything of a brand's.
pub(super) fn preview(call: &EdgeCall, official: bool) -> String {
    let name = if official { "official" } else { "customers" };
    format!(
        "<meta property=\"og:image\" content=\"{}/preview-{name}.png\"><meta property=\"og:image:width\" content=\"1200\">\
         <meta property=\"og:image:height\" content=\"630\"><meta name=\"twitter:card\" content=\"summary_large_image\">\n",
        escape(&call.settings.chie),
    )
}

fn drawn(call: &EdgeCall, words: Words, home: &Home, title: &str, about: &str) -> String {
    let places = Places::in_language(words.locale);
    let table = chie_widget::locale::Words::of(words.locale);
    let (lang, at) = (words.locale.code(), call.home());
    let community = &home.community;
    let brand = community.brand.as_str();
    let around = if community.badge.is_some() { Around::Official } else { Around::FanMade };
    let search = community.products.first().map_or_else(String::new, |first| {
        format!(
            r#"<form class="page-find" method="get" action="{at}/c/{brand}/{key}" role="search"><input type="hidden" name="lang" value="{lang}"><label for="find">{find}</label><div><input id="find" name="q" type="search" required maxlength="200"><button class="ch-btn">{button}</button></div></form>"#,
            key = first.key,
            find = places.find,
            button = places.find_button,
        )
    });
    let products: Vec<String> = community
        .products
        .iter()
        .map(|product| {
            let mark = if product.steward == Stewardship::FanMade { String::new() } else { format!(" · {}", words.official) };
            format!(
                r#"<li><a href="{at}/c/{brand}/{key}?lang={lang}"><bdi>{name}</bdi></a> <span class="page-soft">{count}{mark}</span></li>"#,
                key = product.key,
                name = escape(&product.name),
                count = filled(places.threads, &product.threads.to_string()),
            )
        })
        .collect();
    let solved = if home.solved.is_empty() {
        format!(r#"<p class="page-soft">{}</p>"#, places.nothing_solved)
    } else {
        rows::list(&at, brand, home.solved.iter().map(|row| (row, None)), around, &table, lang)
    };
    let news = if home.news.is_empty() {
        String::new()
    } else {
        let listed = rows::list(&at, brand, home.news.iter().map(|row| (row, None)), around, &table, lang);
        format!(r#"<section aria-labelledby="news"><h2 id="news">{}</h2>{listed}</section>"#, places.news)
    };
    let emergency = community.emergency.as_ref().map_or_else(String::new, |link| {
        format!(r#"<li><a href="{}" rel="nofollow noopener">{}</a></li>"#, escape(link), places.emergency)
    });
    let (look, proven) = match &community.badge {
        Some(_) => ("page-official", format!(r#" <a href="{at}/badge/{brand}?lang={lang}">{}</a>"#, places.how_proven)),
        None => ("page-customers", String::new()),
    };
    let claim = if community.badge.is_some() {
        String::new()
    } else {
        format!(
            r#"<li><a href="{console}/#/{brand}/proof">{text}</a></li><li><a href="{at}/badge/{brand}?lang={lang}">{how}</a></li>"#,
            console = escape(&call.settings.console),
            text = places.your_company,
            how = places.who_stands,
        )
    };
    format!(
        r#"<article class="ch ch-plain page-card page-place{fan}"><h1>{title}</h1><p class="{look}">{about}{proven}</p>{search}
<section aria-labelledby="products"><h2 id="products">{products_title}</h2><ul class="page-list">{products}</ul></section>
{news}
<section aria-labelledby="solved"><h2 id="solved">{solved_title}</h2>{solved}</section>
<section aria-labelledby="reach"><h2 id="reach">{reach}</h2><ul class="page-list">{emergency}<li><a href="https://{brand}/" rel="nofollow noopener">{own}</a></li><li><a href="{at}/c/{brand}/feed.atom?lang={lang}">{feed}</a></li>{claim}</ul></section></article>"#,
        title = escape(title),
        about = escape(about),
        products_title = places.products,
        products = products.concat(),
        fan = if community.badge.is_some() { "" } else { " page-fan" },
        solved_title = places.solved,
        reach = places.reach,
        own = filled(places.own_site, brand),
        feed = places.feed,
    )
}
