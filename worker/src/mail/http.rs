//! A provider that takes `{from, to, subject, text}` as JSON with a bearer key, as several do.

use super::local::{body, post};
use super::{Message, NotSent};

pub(super) async fn send(url: &str, key: &str, from: &str, message: &Message<'_>) -> Result<(), NotSent> {
    let authorization = format!("Bearer {key}");
    let headers = [("content-type", "application/json"), ("authorization", authorization.as_str())];
    post(url, &headers, &body(Some(from), message)).await
}
