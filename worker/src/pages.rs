//! Pages of Chie's own hosts: the directory, public pages of communities, the rules, the page that makes a tag, the
//! documents for brands, the console's shell,
//! and static files. Pages are drawn by the widget's views inside a document, readable without any script; where the widget
//! belongs, the same tag that brands use brings it to life.

mod assets;
mod badge;
mod community;
mod directory;
mod docs;
mod document;
mod doubt;
mod feed;
mod forward;
mod frame;
mod home;
mod house;
mod mail;
mod meaning;
mod member;
mod places;
mod plain;
mod rows;
mod said;
mod search;
mod sheet;
mod sitemap;
mod tag;
mod words;

use chie_widget::locale::Locale;
use worker::{Method, Response, Result};

use crate::edge::EdgeHost;
use crate::edge::{EdgeCall, hear_of_mail};
use docs::Which;
use words::Words;

/// Answers whatever is neither API nor embed.
pub(crate) async fn answer(call: &EdgeCall) -> Result<Response> {
    let reads = matches!(call.method, Method::Get | Method::Head);
    if call.host == EdgeHost::Console {
        return assets::console(call).await;
    }
    let parts: Vec<&str> = call.path.trim_matches('/').split('/').collect();
    match parts.as_slice() {
        [""] if reads => directory::show(call).await,
        ["open"] if call.method == Method::Post => directory::open(call).await,
        ["rules"] if reads => community::rules(call).await,
        ["put-it-on-your-site"] if reads => tag::show(call),
        ["docs"] if reads => docs::show(call, Which::Tag, Locale::En).await,
        ["docs", "ja"] if reads => docs::show(call, Which::Tag, Locale::Ja).await,
        ["docs", "api"] if reads => docs::show(call, Which::Api, Locale::En).await,
        ["docs", "ja", "api"] if reads => docs::show(call, Which::Api, Locale::Ja).await,
        ["docs", "openapi.json"] if reads => docs::openapi(call).await,
        // The pages are made of these; none of them is a page.
        ["docs", ..] => document::not_found(call, Words::of(call)),
        ["chie.js"] if reads => assets::loader(call).await,
        ["chie.d.ts"] if reads => assets::types(call).await,
        ["style", "frame.css"] if reads => document::frame_style(),
        ["style", "pages.css"] if reads => document::style(),
        // What is tried out is in no feed and on no map.
        [.., "feed.atom" | "sitemap.xml" | "robots.txt"] if call.is_test.get() => document::not_found(call, Words::of(call)),
        ["robots.txt"] if reads => sitemap::robots(),
        ["c", brand, "sitemap.xml"] if reads => sitemap::show(call, brand).await,
        ["c", brand, "feed.atom"] if reads => feed::list(call, brand, None).await,
        ["c", brand, product, "feed.atom"] if reads => feed::list(call, brand, Some(product)).await,
        ["c", brand, product, thread, "feed.atom"] if reads => feed::thread(call, brand, product, thread).await,
        ["mail", "events"] if call.method == Method::Post => hear_of_mail(call).await,
        ["stop", token] => mail::stop(call, token).await,
        ["badge", brand] => badge::answer(call, brand).await,
        ["dns", brand, name] if reads => forward::show(call, brand, name).await,
        ["keep"] if reads => mail::keep(call).await,
        ["dev", "mail", rest @ ..] if reads => mail::preview(call, rest).await,
        ["flag", brand, about] if reads => house::flag_form(call, brand, about),
        ["flag", brand, about] if call.method == Method::Post => house::flag(call, brand, about).await,
        ["request", brand, receipt] if reads => house::request(call, brand, receipt).await,
        ["record", brand] if reads => house::record(call, brand).await,
        ["frame", brand, product] if reads => frame::show(call, brand, product).await,
        ["c", brand, product, "ask"] if reads => plain::ask(call, brand, product).await,
        ["c", brand, product, "ask"] if call.method == Method::Post => plain::post_thread(call, brand, product).await,
        ["c", brand, product, "code"] if reads => sheet::show(call, brand, product).await,
        ["c", brand, product, thread, "reply"] if reads => plain::reply(call, brand, product, thread).await,
        ["c", brand, product, thread, "reply"] if call.method == Method::Post => {
            plain::post_reply(call, brand, product, thread).await
        }
        ["c", brand] if reads => home::show(call, brand).await,
        ["member", brand, member] if reads => member::show(call, brand, member).await,
        ["c", brand, product] if reads => community::product(call, brand, product, None).await,
        ["c", brand, product, thread] if reads => community::product(call, brand, product, Some(thread)).await,
        _ if reads => assets::public(call).await,
        _ => document::not_found(call, Words::of(call)),
    }
}
