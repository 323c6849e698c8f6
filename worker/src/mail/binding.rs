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

/// The message as it travels, with the number that the platform refuses to go without. Subject and text are encoded, so that nothing in them can end a header.
fn write(from: &str, message: &Message<'_>, number: &[u8]) -> String {
    let text = STANDARD.encode(&message.text);
    let lines: Vec<String> = text.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    format!(
        "From: Chie <{from}>\r\nTo: <{to}>\r\nMessage-ID: <{number}@{domain}>\r\nSubject: =?utf-8?B?{subject}?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n",
        to = message.to,
        number = URL_SAFE_NO_PAD.encode(number),
        domain = from.rsplit('@').next().unwrap_or_default(),
        subject = STANDARD.encode(&message.subject),
        body = lines.join("\r\n"),
    )
}
