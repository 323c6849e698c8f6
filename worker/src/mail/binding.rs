//! The platform's own binding `SEND_EMAIL`: a whole message in RFC 5322 form.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use worker::{EmailMessage, Env};

use super::{Message, NotSent};
use crate::clock;

pub(super) async fn send(env: &Env, from: &str, message: &Message<'_>) -> Result<(), NotSent> {
    let failed = |error: &dyn std::fmt::Debug| {
        worker::console_error!("mail could not be handed over: {error:?}");
        NotSent
    };
    let number: [u8; 16] = clock::random().map_err(|error| failed(&error))?;
    let address = bare(from);
    let whole = write(address, message, &number);
    let email = EmailMessage::new(address, message.to.as_str(), &whole).map_err(|error| failed(&error))?;
    let binding = env.send_email("SEND_EMAIL").map_err(|error| failed(&error))?;
    let binding: &JsValue = binding.as_ref();
    let send: js_sys::Function =
        js_sys::Reflect::get(binding, &"send".into()).and_then(JsCast::dyn_into).map_err(|error| failed(&error))?;
    let promise: js_sys::Promise = send.call1(binding, &email).and_then(JsCast::dyn_into).map_err(|error| failed(&error))?;
    JsFuture::from(promise).await.map(|_| ()).map_err(|error| failed(&error))
}

/// The address alone of `Chie <hello@chie.example>`.
fn bare(from: &str) -> &str {
    from.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(from, |(address, _)| address)
}

/// The message as it travels, with the number that the platform refuses to go without: a letter's own, so that mailboxes know it
/// again, else one by chance. Subject and contents are encoded, so that nothing in them can end a header.
fn write(from: &str, message: &Message<'_>, number: &[u8]) -> String {
    let number = message.id.clone().unwrap_or_else(|| URL_SAFE_NO_PAD.encode(number));
    let domain = from.rsplit('@').next().unwrap_or_default();
    let headers: Vec<String> = message.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let headers = headers.concat();
    let head = format!(
        "From: Chie <{from}>\r\nTo: <{to}>\r\nMessage-ID: <{number}@{domain}>\r\nSubject: {subject}\r\n{headers}MIME-Version: 1.0\r\n",
        to = message.to,
        subject = encoded_words(&message.subject),
    );
    let text = part("text/plain", &message.text);
    match &message.html {
        None => format!("{head}{text}"),
        Some(html) => {
            // Base64 has no hyphens at the beginning of a line, so that the border is found nowhere else.
            let border = format!("--{number}");
            let html = part("text/html", html);
            format!(
                "{head}Content-Type: multipart/alternative; boundary=\"{border}\"\r\n\r\n--{border}\r\n{text}--{border}\r\n{html}--{border}--\r\n"
            )
        }
    }
}

fn part(kind: &str, content: &str) -> String {
    let content = STANDARD.encode(content);
    let lines: Vec<String> = content.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    format!("Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n", lines.join("\r\n"))
}

/// A header's text in words of at most 75 characters, as mail wants it.
fn encoded_words(text: &str) -> String {
    let mut words = vec![String::new()];
    for c in text.chars() {
        if words.last().is_some_and(|word| word.len() + c.len_utf8() > 42) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    let encoded: Vec<String> = words.iter().map(|word| format!("=?utf-8?B?{}?=", STANDARD.encode(word))).collect();
    encoded.join("\r\n ")
}
