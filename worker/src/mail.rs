//! Mail that goes out. A message is a subject, plain text and the same as simple HTML; three ways hand it over.

mod binding;
mod danger;
mod house;
pub(crate) mod html;
mod http;
pub(crate) mod letter;
mod local;
mod matter;
pub(crate) mod tiding;

use chie_community::ask::AccountId;
use chie_domain::letter::subject_line;
use chie_domain::text::EmailAddress;
use chie_domain::time::Timestamp;
use chie_widget::locale::{Locale, Page};

use crate::protocol::{AccountAsk, AccountOutcome, ToAccount, ask_account};
use crate::settings::{MailWay, Settings};

pub(crate) use danger::danger;
pub(crate) use matter::matter;

/// A message.
#[derive(Debug)]
pub(crate) struct Message<'a> {
    pub to: &'a EmailAddress,
    pub subject: String,
    pub text: String,
    /// The same as HTML.
    pub html: Option<String>,
    /// Further headers, in plain ASCII.
    pub headers: Vec<(&'static str, String)>,
    /// What makes the same message the same for whoever takes it, however often it is handed over.
    pub id: Option<String>,
}

impl<'a> Message<'a> {
    /// A message whose HTML says what its text says.
    fn plain(to: &'a EmailAddress, lang: &str, subject: &str, text: String) -> Self {
        let html = Some(html::of_text(lang, &text));
        Self { to, subject: subject_line(subject), text, html, headers: Vec::new(), id: None }
    }
}

/// Whether letters may go to an account's address. Where that cannot be asked they do: a letter too many is better than none.
async fn takes_mail(env: &worker::Env, account: &AccountId, now: Timestamp) -> bool {
    let asked = ToAccount { account: account.clone(), now, what: AccountAsk::TakesMail };
    !matches!(ask_account(env, &asked).await, Ok(AccountOutcome::Wrong))
}

/// The way did not take the message.
#[derive(Debug)]
pub(crate) struct NotSent;

/// Hands a message over.
pub(crate) async fn send(env: &worker::Env, settings: &Settings, message: &Message<'_>) -> Result<(), NotSent> {
    match &settings.mail {
        MailWay::Local { url } => local::send(url, message).await,
        MailWay::Http { url, key, from } => http::send(url, key, from, message).await,
        MailWay::Binding { from } => binding::send(env, from, message).await,
    }
}

/// The mail with a sign-in code, in the person's language.
pub(crate) fn code<'a>(to: &'a EmailAddress, locale: Locale, code: &str, minutes: u64) -> Message<'a> {
    let (head, tail) = code.split_at_checked(3).unwrap_or((code, ""));
    let gaps = [("code", [head, tail].join(" ")), ("minutes", minutes.to_string())];
    let [subject, text] = [Page::CodeSubject, Page::CodeText]
        .map(|page| locale.page_of(page, &gaps.each_ref().map(|(gap, text)| (*gap, text.as_str()))));
    Message::plain(to, locale.code(), &subject, text)
}
