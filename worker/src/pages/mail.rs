//! Pages that mail leads to: stopping it (by one click of a mail program, or by a button), and opening a guest's private link. In
//! development with test hooks, every letter can be looked at.

use chie_community::ask::{AccountId, Alarm, Letter, TidingLetter};
use chie_domain::api::view::{AuthorName, GuestColour, ThreadRow};
use chie_domain::brand::BrandDomain;
use chie_domain::claim::Stewardship;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::letter::Subject;
use chie_domain::markup::{Block, Inline, Markup};
use chie_domain::policy::Role;
use chie_domain::text::{EmailAddress, ProductKey};
use chie_domain::thread::{FanStatus, Kind, Status};
use chie_domain::tiding::Tiding;
use chie_domain::time::{Span, Timestamp};
use chie_widget::locale::{Locale, Words as Sentences};
use chie_widget::render::{self, Stopping};
use worker::{Method, Response, Result};

use super::document::{self, Index, Page, escape};
use super::said;
use super::words::Words;
use crate::edge::{EdgeCall, stop_mail};
use crate::mail::{self, html, letter, tiding};
use crate::settings::TestHooks;
use crate::token;

/// Looking changes nothing, because whoever looks through mail for others opens every link; a POST ends the mail, from the button or
/// from a mail program.
pub(super) async fn stop(call: &EdgeCall, token: &str) -> Result<Response> {
    let Ok(link) = token::read_stop(&call.settings.token_key, token, call.now) else {
        return show_stop(call, Stopping::Over, 410).await;
    };
    match call.method {
        Method::Get | Method::Head => show_stop(call, Stopping::Asked(link.what), 200).await,
        Method::Post => {
            let body = call.body().await.unwrap_or_default();
            let everything = form_urlencoded::parse(&body).any(|(name, value)| name == "stop" && value == "everything");
            match stop_mail(call, link, everything).await {
                Ok(()) => show_stop(call, Stopping::Done, 200).await,
                Err(_) => document::away(call, Words::of(call)),
            }
        }
        _ => document::not_found(call, Words::of(call)),
    }
}

async fn show_stop(call: &EdgeCall, stopping: Stopping, status: u16) -> Result<Response> {
    let words = Words::of(call);
    let sentences = Sentences::of(words.locale);
    let title = sentences.text(chie_widget::locale::Msg::StopTitle).to_string();
    let body = render::stop(stopping, sentences).await;
    document::respond(call, &Page { words, title, about: "", body, status, index: Index::No, head: String::new() })
}

/// The page that opens a private link; what the link says is read by its script and by nobody on the way.
pub(super) async fn keep(call: &EdgeCall) -> Result<Response> {
    let words = Words::of(call);
    let sentences = Sentences::of(words.locale);
    let title = sentences.text(chie_widget::locale::Msg::KeepOpenTitle).to_string();
    let said = said::Said::in_language(words.locale);
    let held = format!(
        r#"<section class="ch ch-plain page-card" id="keep-held" role="status" hidden><h2>{}</h2><p>{}</p><p><a id="keep-list"></a></p></section>"#,
        said.waits_title, said.waits_about,
    );
    let body = render::keep(sentences).await + &held + r#"<script type="module" src="/keep.js"></script>"#;
    document::respond(call, &Page { words, title, about: "", body, status: 200, index: Index::No, head: String::new() })
}

/// Every letter as it would go out, in both languages: a list, then one as HTML.
pub(super) async fn preview(call: &EdgeCall, rest: &[&str]) -> Result<Response> {
    let words = Words::of(call);
    if call.settings.test_hooks == TestHooks::Off {
        return document::not_found(call, words);
    }
    match rest {
        [] => {
            let mut all = Vec::new();
            for locale in Locale::all() {
                for (name, subject, text) in templates(call, locale) {
                    all.push(format!(
                        r#"<section class="ch ch-plain page-card"><h2><a href="/dev/mail/{name}/{lang}">{line}</a></h2><pre class="page-code" tabindex="0" lang="{lang}">{text}</pre></section>"#,
                        lang = locale.code(),
                        line = escape(&subject),
                        text = escape(&text),
                    ));
                }
            }
            let body = all.concat();
            document::respond(
                call,
                &Page { words, title: "Mail".to_owned(), about: "", body, status: 200, index: Index::No, head: String::new() },
            )
        }
        [name, lang] => {
            let locale = Locale::pick(Some(lang));
            let written = Subject::from_code(name)
                .and_then(|subject| sample(subject, locale))
                .and_then(|it| letter::written(&call.settings, &it.0, &it.1, call.now));
            let html = match written {
                Some(written) => letter::document(written, locale).await,
                None => match templates(call, locale).into_iter().find(|(one, ..)| one == name) {
                    Some((_, _, text)) => html::of_text(locale.code(), &text),
                    None => return document::not_found(call, words),
                },
            };
            let headers = document::headers()?;
            headers.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")?;
            Ok(Response::from_bytes(html.into_bytes())?.with_headers(headers))
        }
        _ => document::not_found(call, words),
    }
}

/// Every template by its name, with the subject and the text that it makes.
fn templates(call: &EdgeCall, locale: Locale) -> Vec<(String, String, String)> {
    let (settings, now, sentences) = (&call.settings, call.now, Sentences::of(locale));
    let mut all = Vec::new();
    let mut letters = Vec::new();
    for subject in Subject::ALL {
        let Some((brand, it)) = sample(subject, locale) else { continue };
        if let Some(written) = letter::written(settings, &brand, &it, now) {
            all.push((subject.code().to_owned(), written.subject(&sentences), written.text(&sentences)));
        }
        letters.push((brand, it));
    }
    let Some((brand, first)) = letters.first() else { return all };
    let several: Vec<&Letter> = letters.iter().take(3).map(|(_, letter)| letter).collect();
    all.extend(letter::digest(settings, brand, &several, now).map(|(subject, text, _)| ("digest".to_owned(), subject, text)));
    if let Ok(to) = EmailAddress::parse("aoi@mail.example") {
        let code = mail::code(&to, locale, "123456", 10);
        all.push(("code".to_owned(), code.subject, code.text));
        let alarm = Alarm {
            thread: first.line.id.clone(),
            product: first.line.product.clone(),
            title: first.line.title.clone(),
            official: true,
        };
        let alarm = mail::danger(&to, brand, &alarm, &settings.chie);
        all.push(("alarm".to_owned(), alarm.subject, alarm.text));
    }
    for what in Tiding::ALL {
        let letter = TidingLetter {
            seq: 1,
            account: first.account.clone(),
            sealed: String::new(),
            lang: locale.code().to_owned(),
            what,
            who: Some("m…@acme.example".to_owned()),
            moment: Some(now),
            role: Some(Role::Representative),
            number: Some(3),
            thread: Some((first.line.id.clone(), first.line.product.clone())),
            member: first.member.clone(),
            brand_name: Some("Acme".to_owned()),
            ground: Some(chie_domain::ground::Ground::PersonalData),
            words: Some("It names a street.".to_owned()),
        };
        let written = tiding::put_together(settings, brand, &letter, now);
        all.extend(written.map(|(subject, text, _)| (format!("place-{}", what.code()), subject, text)));
    }
    all
}

/// A letter about the demo brand.
fn sample(subject: Subject, locale: Locale) -> Option<(BrandDomain, Letter)> {
    let brand = BrandDomain::parse("acme.example").ok()?;
    let at = Timestamp::from_millis(1_795_000_000_000);
    let (title, product_name, answer) = match locale {
        Locale::Ja => ("湯あか取りのあと、笛が鳴らなくなりました", "直火ケトル 1.2 L", "笛を酢に30分つけると直りました。"),
        _ => ("Whistle stopped working after descaling", "Stove-top Kettle 1.2 L", "Soak the whistle in vinegar for half an hour."),
    };
    let paragraph = |words: &str| Block::Paragraph(vec![Inline::Text(words.to_owned())]);
    let status = if subject == Subject::Solved { FanStatus::Solved } else { FanStatus::Open };
    let product = ProductKey::parse("kettle").ok()?;
    let line = ThreadRow {
        id: ThreadId::mint(at, [1; 10]),
        product: product.clone(),
        kind: Kind::Problem,
        title: title.to_owned(),
        status: Status::FanMade(status),
        steward: Stewardship::FanMade,
        replies: 1,
        me_too: 3,
        at,
        active: at.after(Span::hours(5)),
        danger: None,
    };
    let other = (subject == Subject::Duplicate).then(|| (ThreadId::mint(at, [2; 10]), product, title.to_owned()));
    let letter = Letter {
        seq: 1,
        member: MemberId::mint(at, [3; 10]),
        account: AccountId(String::new()),
        sealed: String::new(),
        lang: locale.code().to_owned(),
        subject,
        brand_name: Some("Acme".to_owned()),
        official: matches!(subject, Subject::Called | Subject::Danger),
        product_name: product_name.to_owned(),
        line,
        asker: AuthorName::Guest(GuestColour::Blue, 1),
        writer: subject.is_about_a_reply().then(|| AuthorName::Chosen("Ada".to_owned())),
        post: Markup(vec![paragraph(answer), Block::Bullets(vec![vec![paragraph("1")], vec![paragraph("2")]])]),
        other,
        digest: None,
    };
    Some((brand, letter))
}
