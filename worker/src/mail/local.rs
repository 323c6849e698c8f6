//! The mailbox of the local outside world, where a newcomer and the tests read what would have been sent.

use super::{Message, NotSent};
use crate::outbound::{self, Wish};
use std::time::Duration;
use worker::Method;

pub(super) async fn send(url: &str, message: &Message<'_>) -> Result<(), NotSent> {
    let mut headers = vec![("content-type", "application/json")];
    headers.extend(message.id.as_deref().map(|id| ("idempotency-key", id)));
    post(url, &headers, &body(None, message)).await
}

pub(super) fn body(from: Option<&str>, message: &Message<'_>) -> String {
    let mut body = serde_json::json!({ "to": message.to.as_str(), "subject": message.subject, "text": message.text });
    if let Some(fields) = body.as_object_mut() {
        let mut add = |name: &str, value: serde_json::Value| fields.insert(name.to_owned(), value);
        from.map(|from| add("from", from.into()));
        message.html.as_ref().map(|html| add("html", html.as_str().into()));
        message.id.as_ref().map(|id| add("id", id.as_str().into()));
        if !message.headers.is_empty() {
            let headers = message.headers.iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into()));
            add("headers", serde_json::Value::Object(headers.collect()));
        }
    }
    body.to_string()
}

pub(super) async fn post(url: &str, headers: &[(&str, &str)], body: &str) -> Result<(), NotSent> {
    let deadline = Duration::from_secs(8);
    let wish = Wish { url, method: Method::Post, headers, body: Some(body.to_owned()), limit: 4_096, deadline };
    match outbound::send(wish).await {
        Ok(answer) if (200..300).contains(&answer.status) => Ok(()),
        Ok(answer) => {
            worker::console_error!("mail was refused with status {}", answer.status);
            Err(NotSent)
        }
        Err(failure) => {
            worker::console_error!("mail could not be handed over: {failure:?}");
            Err(NotSent)
        }
    }
}
