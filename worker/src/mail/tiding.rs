//! Mail about a brand's place, to those who act for it: what happened, what follows, what to do. Plain text in the person's language; names of
//! people are shortened addresses, and nothing of any thread stands in it.

use chie_community::ask::TidingLetter;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use chie_domain::letter::Stop;
use chie_domain::policy::Role;
use chie_domain::text::ProductKey;
use chie_domain::tiding::Tiding;
use chie_domain::time::Timestamp;
use chie_widget::locale::when::Zone;
use chie_widget::locale::{Locale, Page, Words};

use super::{Message, NotSent, send as hand_over, takes_mail};
use crate::address;
use crate::settings::Settings;
use crate::token;

/// Sends one.
pub(crate) async fn send(
    env: &worker::Env,
    settings: &Settings,
    brand: &BrandDomain,
    letter: &TidingLetter,
    now: Timestamp,
) -> Result<(), NotSent> {
    let Some(to) = address::open(&settings.address_key, &letter.account, &letter.sealed) else {
        worker::console_error!("an address of {brand} could not be opened: was ADDRESS_KEY changed?");
        return Err(NotSent);
    };
    // What cannot arrive is as good as sent; the place's owners are told on the console, too.
    if !takes_mail(env, &letter.account, now).await {
        return Ok(());
    }
    let locale = Locale::pick(Some(&letter.lang));
    let (subject, text, stop) = put_together(settings, brand, letter, now).ok_or(NotSent)?;
    if let Some(stop) = stop {
        let headers =
            vec![("List-Unsubscribe", format!("<{stop}>")), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())];
        let message =
            Message { id: Some(format!("{brand}.{}", letter.seq)), headers, ..Message::plain(&to, locale.code(), &subject, text) };
        return hand_over(env, settings, &message).await;
    }
    let message = Message { id: Some(format!("{brand}.{}", letter.seq)), ..Message::plain(&to, locale.code(), &subject, text) };
    hand_over(env, settings, &message).await
}

/// What one says: its subject, its text, and where to stop it, if it can be.
pub(crate) fn put_together(
    settings: &Settings,
    brand: &BrandDomain,
    letter: &TidingLetter,
    now: Timestamp,
) -> Option<(String, String, Option<String>)> {
    let locale = Locale::pick(Some(&letter.lang));
    if let (Tiding::Claimed | Tiding::AskedPrivately, Some((thread, product))) = (letter.what, &letter.thread) {
        let (stop, open) = links(settings, brand, letter, thread, product, now)?;
        let (subject, text) = match letter.what {
            Tiding::AskedPrivately => asked_privately(brand, locale, &open, &stop),
            _ => claimed(brand, letter, locale, &open, &stop),
        };
        return Some((subject, text, Some(stop)));
    }
    if letter.what.is_of_the_house() {
        let (home, lang) = (&settings.chie, &letter.lang);
        let open = match &letter.thread {
            Some((thread, product)) => format!("{home}/c/{brand}/{product}/{thread}?lang={lang}"),
            None => format!("{home}/c/{brand}?lang={lang}"),
        };
        let rules = format!("{home}/rules?lang={lang}");
        let (subject, text) = super::house::written(brand, letter, locale, &open, &rules);
        return Some((subject, text, None));
    }
    let (subject, text) = written(brand, letter, locale, &settings.console);
    Some((subject, text, None))
}

/// Where to stop it, and where to read on.
fn links(
    settings: &Settings,
    brand: &BrandDomain,
    letter: &TidingLetter,
    thread: &ThreadId,
    product: &ProductKey,
    now: Timestamp,
) -> Option<(String, String)> {
    let (home, lang) = (&settings.chie, &letter.lang);
    let stop = token::stop(&settings.token_key, brand, letter.member.clone(), thread.clone(), Stop::Everything, now)?;
    Some((format!("{home}/stop/{stop}?lang={lang}"), format!("{home}/c/{brand}/{product}/{thread}?lang={lang}")))
}

/// To a customer: the brand has come. One mail, however many threads they follow.
fn claimed(brand: &BrandDomain, letter: &TidingLetter, locale: Locale, open: &str, stop: &str) -> (String, String) {
    let name = letter.brand_name.clone().unwrap_or_else(|| brand.to_string());
    let what = locale.page_of(Page::NewsClaimed, &[("name", &name)]);
    let threads = u32::try_from(letter.number.unwrap_or(1)).unwrap_or(u32::MAX);
    let more = locale.page_about(Page::NewsClaimedMore, threads, &[("brand", brand.as_str())]);
    stoppable(what, &more, locale, open, stop)
}

/// To whoever asked: the brand wants to know something that is nobody else's business, and so is it what.
fn asked_privately(brand: &BrandDomain, locale: Locale, open: &str, stop: &str) -> (String, String) {
    let what = locale.page_of(Page::NewsAskedPrivately, &[("brand", brand.as_str())]);
    stoppable(what, locale.page(Page::NewsAskedPrivatelyMore), locale, open, stop)
}

fn stoppable(what: String, more: &str, locale: Locale, open: &str, stop: &str) -> (String, String) {
    let text = format!("{what}\n\n{more}\n\n{open}\n\n-- \n{}\n{stop}\n", locale.page(Page::NewsStop));
    (what, text)
}

/// Subject and text.
fn written(brand: &BrandDomain, letter: &TidingLetter, locale: Locale, console: &str) -> (String, String) {
    let who = letter.who.as_deref().unwrap_or(locale.page(Page::NewsSomebody));
    let when = letter.moment.map(|at| Words::of(locale).exact(Zone::Utc, at).to_string()).unwrap_or_default();
    let room = match letter.what {
        Tiding::Doubtful | Tiding::Lapsed | Tiding::Returned => "proof",
        Tiding::Succeeded => "",
        Tiding::SignOnKeyMade | Tiding::SignOnKeyRevoked | Tiding::ApiKeyMade | Tiding::ApiKeyRevoked | Tiding::WebhookPaused => {
            "set-up"
        }
        _ => "people",
    };
    let thread = letter.thread.as_ref().filter(|_| letter.what == Tiding::AnsweredPrivately);
    let link = match thread {
        Some((thread, _)) => format!("{console}/#/{brand}/threads/{thread}"),
        None => format!("{console}/#/{brand}/{room}"),
    };
    let role = letter.role.map_or("", |role| locale.page(role_word(role)));
    let gaps = [("who", who), ("when", when.as_str()), ("role", role)];
    let (what, more) = sentences(letter.what, letter.moment.is_some());
    let (what, more) = (locale.page_of(what, &gaps), more.map(|more| locale.page_of(more, &gaps)).unwrap_or_default());
    let foot = locale.page_of(Page::NewsFoot, &[("brand", brand.as_str())]);
    (format!("{brand}: {what}"), format!("{what}\n\n{more}\n\n{foot}\n{link}\n"))
}

const fn role_word(role: Role) -> Page {
    match role {
        Role::Owner => Page::NewsRoleOwner,
        Role::Representative => Page::NewsRoleRepresentative,
        Role::Trainee => Page::NewsRoleTrainee,
        Role::Observer => Page::NewsRoleObserver,
    }
}

/// What happened, and what follows from it; `dated` is whether it happens on a day that is known.
const fn sentences(what: Tiding, dated: bool) -> (Page, Option<Page>) {
    let (what, more) = match what {
        Tiding::Requested => (Page::NewsRequested, Page::NewsRequestedMore),
        Tiding::WillJoin => (Page::NewsWillJoin, Page::NewsWillJoinMore),
        Tiding::Joined => (Page::NewsJoined, Page::NewsJoinedMore),
        Tiding::Objected => (Page::NewsObjected, Page::NewsObjectedMore),
        Tiding::ObjectionOver => (Page::NewsObjectionOver, Page::NewsObjectionOverMore),
        Tiding::Doubtful => (Page::NewsDoubtful, Page::NewsDoubtfulMore),
        Tiding::Lapsed => (Page::NewsLapsed, Page::NewsLapsedMore),
        Tiding::Returned => (Page::NewsReturned, Page::NewsReturnedMore),
        Tiding::Succeeded => (Page::NewsSucceeded, Page::NewsSucceededMore),
        Tiding::Rejoined => (Page::NewsRejoined, Page::NewsRejoinedMore),
        Tiding::Invited => (Page::NewsInvited, Page::NewsInvitedMore),
        Tiding::RoleChanged => (Page::NewsRoleChanged, Page::NewsRoleChangedMore),
        Tiding::RemovalAsked if !dated => (Page::NewsRemovalAskedBySecond, Page::NewsRemovalAskedBySecondMore),
        Tiding::RemovalAsked => (Page::NewsRemovalAsked, Page::NewsRemovalAskedMore),
        Tiding::Removed => (Page::NewsRemoved, Page::NewsRemovedMore),
        Tiding::AnsweredPrivately => (Page::NewsAnsweredPrivately, Page::NewsAnsweredPrivatelyMore),
        Tiding::Posed => (Page::NewsPosed, Page::NewsPosedMore),
        Tiding::RecoveryMade => (Page::NewsRecoveryMade, Page::NewsRecoveryMadeMore),
        Tiding::SignOnKeyMade => (Page::NewsSignOnKeyMade, Page::NewsSignOnKeyMadeMore),
        Tiding::SignOnKeyRevoked => (Page::NewsSignOnKeyRevoked, Page::NewsSignOnKeyRevokedMore),
        Tiding::ApiKeyMade => (Page::NewsApiKeyMade, Page::NewsApiKeyMadeMore),
        Tiding::ApiKeyRevoked => (Page::NewsApiKeyRevoked, Page::NewsApiKeyRevokedMore),
        Tiding::WebhookPaused => (Page::NewsWebhookPaused, Page::NewsWebhookPausedMore),
        // These are written otherwise.
        Tiding::Claimed
        | Tiding::AskedPrivately
        | Tiding::Hidden
        | Tiding::PostRemoved
        | Tiding::Restored
        | Tiding::AppealOver
        | Tiding::AuthorHeld => return (Page::NewsSomebody, None),
    };
    (what, Some(more))
}
