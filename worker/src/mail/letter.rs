//! From a letter of the outbox to a message: the address is opened, the words are written by the widget's letters, and the link that
//! stops it goes along in the headers too, so that a mail program can offer it as one click.

use chie_community::ask::Letter;
use chie_domain::brand::BrandDomain;
use chie_domain::time::Timestamp;
use chie_widget::letter::Letter as Written;
use chie_widget::locale::{Locale, Words};

use super::{Message, NotSent, send as hand_over};
use crate::address;
use crate::settings::Settings;
use crate::token;

const STYLE: &str = "body{font:16px/1.6 system-ui,-apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP',sans-serif;color:#1c2420;\
    background:#fff;max-width:36em;margin:24px auto;padding:0 16px}blockquote{margin:16px 0;padding:0 0 0 16px;border-left:3px solid \
    #c8d1cc}.text{padding:12px 16px;border:1px solid #c8d1cc;border-radius:8px}.open a{font-weight:700}h2{font-size:17px;margin:20px 0 \
    4px}pre{white-space:pre-wrap}footer{margin-top:28px;border-top:1px solid #dde3e0;color:#55625e;font-size:14px}";

/// What a letter says, with its links.
pub(crate) fn written(settings: &Settings, brand: &BrandDomain, letter: &Letter, now: Timestamp) -> Option<Written> {
    let what = letter.subject.stops();
    let stop = token::stop(&settings.token_key, brand, letter.member.clone(), letter.line.id.clone(), what, now)?;
    let (home, lang) = (&settings.chie, &letter.lang);
    let (thread, product) = letter.other.as_ref().map_or((&letter.line.id, &letter.line.product), |(id, product, _)| (id, product));
    Some(Written {
        subject: letter.subject,
        brand: brand.clone(),
        brand_name: letter.brand_name.clone(),
        official: letter.official,
        product_name: letter.product_name.clone(),
        line: letter.line.clone(),
        asker: letter.asker.clone(),
        writer: letter.writer.clone(),
        post: letter.post.clone(),
        other: letter.other.as_ref().map(|(_, _, title)| title.clone()),
        days: now.since(letter.line.at).millis() / chie_domain::time::Span::days(1).millis(),
        open: format!("{home}/c/{brand}/{product}/{thread}?lang={lang}"),
        stop: format!("{home}/stop/{stop}?lang={lang}"),
    })
}

/// The whole HTML document of a letter.
pub(crate) async fn document(letter: Written, locale: Locale) -> String {
    let body = letter.html(Words::of(locale)).await;
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <style>{STYLE}</style></head><body>{body}</body></html>",
        locale.code()
    )
}

/// Sends one.
pub(crate) async fn send(
    env: &worker::Env,
    settings: &Settings,
    brand: &BrandDomain,
    letter: &Letter,
    now: Timestamp,
) -> Result<(), NotSent> {
    let Some(to) = address::open(&settings.address_key, &letter.account, &letter.sealed) else {
        worker::console_error!("an address of {brand} could not be opened: was ADDRESS_KEY changed?");
        return Err(NotSent);
    };
    let written = written(settings, brand, letter, now).ok_or(NotSent)?;
    let locale = Locale::pick(Some(&letter.lang));
    let words = Words::of(locale);
    let message = Message {
        to: &to,
        subject: written.subject(&words),
        text: written.text(&words),
        headers: vec![
            ("List-Unsubscribe", format!("<{}>", written.stop)),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
        ],
        id: Some(format!("{brand}.{}", letter.seq)),
        html: Some(document(written, locale).await),
    };
    hand_over(env, settings, &message).await
}
