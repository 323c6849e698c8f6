//! From a letter of the outbox to a message: the address is opened, the words are written by the widget's letters, and the link that
//! stops it goes along in the headers too, so that a mail program can offer it as one click.

use chie_community::ask::Letter;
use chie_domain::brand::BrandDomain;
use chie_domain::letter::Stop;
use chie_domain::time::Timestamp;
use chie_widget::letter::Letter as Written;
use chie_widget::locale::{Locale, Page, Words};

use super::{Message, NotSent, html, send as hand_over, takes_mail};
use crate::address;
use crate::settings::Settings;
use crate::token;

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
    html::document(locale.code(), &letter.html(Words::of(locale)).await)
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
    // What cannot arrive is as good as sent.
    if !takes_mail(env, &letter.account, now).await {
        return Ok(());
    }
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

/// Sends several to one person as one mail: what happened in each thread, in a line, and where to read it. Its one click ends all
/// of the community's mail, because no single thread is what it is about.
pub(crate) async fn send_digest(
    env: &worker::Env,
    settings: &Settings,
    brand: &BrandDomain,
    letters: &[&Letter],
    now: Timestamp,
) -> Result<(), NotSent> {
    let (Some(first), Some(number)) = (letters.first(), letters.first().and_then(|letter| letter.digest)) else { return Ok(()) };
    let Some(to) = address::open(&settings.address_key, &first.account, &first.sealed) else {
        worker::console_error!("an address of {brand} could not be opened: was ADDRESS_KEY changed?");
        return Err(NotSent);
    };
    if !takes_mail(env, &first.account, now).await {
        return Ok(());
    }
    let (subject, text, stop) = digest(settings, brand, letters, now).ok_or(NotSent)?;
    let message = Message {
        headers: vec![
            ("List-Unsubscribe", format!("<{stop}>")),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
        ],
        id: Some(format!("{brand}.digest.{number}")),
        ..Message::plain(&to, Locale::pick(Some(&first.lang)).code(), &subject, text)
    };
    hand_over(env, settings, &message).await
}

/// A digest's subject, its text, and where to stop such mail.
pub(crate) fn digest(
    settings: &Settings,
    brand: &BrandDomain,
    letters: &[&Letter],
    now: Timestamp,
) -> Option<(String, String, String)> {
    let first = letters.first()?;
    let locale = Locale::pick(Some(&first.lang));
    let words = Words::of(locale);
    let name = first.brand_name.clone().unwrap_or_else(|| brand.to_string());
    let stop = token::stop(&settings.token_key, brand, first.member.clone(), first.line.id.clone(), Stop::Everything, now)?;
    let stop = format!("{}/stop/{stop}?lang={}", settings.chie, locale.code());
    let lines: Vec<String> = letters
        .iter()
        .filter_map(|letter| written(settings, brand, letter, now))
        .map(|it| format!("{}\n{}", it.subject(&words), it.open))
        .collect();
    let n = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let subject = locale.page_about(Page::DigestSubject, n, &[("name", &name)]);
    let intro = locale.page_about(Page::DigestLead, n, &[]);
    let run = locale.page_of(Page::DigestWhy, &[("brand", brand.as_str())]);
    let end = locale.page(Page::DigestStop);
    Some((subject, format!("{intro}\n\n{}\n\n-- \n{run}\n{end}\n{stop}\n", lines.join("\n\n")), stop))
}
