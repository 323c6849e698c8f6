//! Mail that goes out. A message is a subject, plain text and the same as simple HTML; three ways hand it over.

mod binding;
mod danger;
pub(crate) mod html;
mod http;
pub(crate) mod letter;
mod local;
pub(crate) mod tiding;

use chie_community::ask::AccountId;
use chie_domain::letter::subject_line;
use chie_domain::text::EmailAddress;
use chie_domain::time::Timestamp;

use crate::protocol::{AccountAsk, AccountOutcome, ToAccount, ask_account};
use crate::settings::{MailWay, Settings};

pub(crate) use danger::danger;

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
pub(crate) fn code<'a>(to: &'a EmailAddress, lang: Option<&str>, code: &str, minutes: u64) -> Message<'a> {
    let (head, tail) = code.split_at_checked(3).unwrap_or((code, ""));
    let spaced = format!("{head} {tail}");
    if lang.is_some_and(|lang| lang.starts_with("ja")) {
        let subject = format!("Chie の確認コード: {spaced}");
        let text = format!(
            "確認コードは {spaced} です。\n\n{minutes}分以内に、コードを求めた画面に入力してください。\n心あたりがないときは、このメールを無視してください。何も起こりません。\n"
        );
        Message::plain(to, "ja", &subject, text)
    } else {
        let subject = format!("Your Chie code: {spaced}");
        let text = format!(
            "Your code is {spaced}.\n\nType it within {minutes} minutes where you were asked for it.\nIf you did not ask for it, ignore this mail; nothing will happen.\n"
        );
        Message::plain(to, "en", &subject, text)
    }
}
