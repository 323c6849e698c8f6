//! A provider that takes `{from, to, subject, text, html, headers}` as JSON with a bearer key, as several do. A letter's number goes
//! along as `Idempotency-Key`, so that one that is handed over twice is sent once.

use super::local::{body, post};
use super::{Message, NotSent};

pub(super) async fn send(url: &str, key: &str, from: &str, message: &Message<'_>) -> Result<(), NotSent> {
    let authorization = format!("Bearer {key}");
    let mut headers = vec![("content-type", "application/json"), ("authorization", authorization.as_str())];
    headers.extend(message.id.as_deref().map(|id| ("idempotency-key", id)));
    post(url, &headers, &body(Some(from), message)).await
}
