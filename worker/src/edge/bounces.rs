//! What a mail provider tells of mail that came back: `POST /mail/events`, signed as the Standard Webhooks say (`webhook-id`,
//! `webhook-timestamp`, `webhook-signature`, or the same with `svix-`). An address that does not exist, or that calls our mail
//! spam, gets no letters from then on; a code can still be sent there, and one that comes back opens the address again. Nobody is
//! told of it, and an address that was never written to is not remembered.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chie_domain::text::EmailAddress;
use chie_domain::time::Span;
use hmac::Mac;
use serde::Deserialize;
use worker::{Response, Result};

use super::call::Call;
use super::codes::{account, ask_about};
use crate::hook;
use crate::protocol::AccountAsk;

/// Older ones were caught on the way and are sent again by somebody else.
const FRESH: Span = Span::minutes(5);

#[derive(Deserialize)]
struct Event {
    #[serde(rename = "type")]
    kind: String,
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    #[serde(default)]
    to: Vec<String>,
    #[serde(default)]
    bounce: Option<Bounce>,
}

#[derive(Deserialize)]
struct Bounce {
    #[serde(rename = "type", default)]
    kind: String,
}

impl Event {
    /// Whether mail to this address should end: a mailbox that is full or away comes back.
    fn ends(&self) -> bool {
        match self.kind.as_str() {
            "email.complained" => true,
            "email.bounced" => {
                self.data.bounce.as_ref().is_none_or(|it| !matches!(it.kind.as_str(), "Transient" | "Temporary" | "Undetermined"))
            }
            _ => false,
        }
    }
}

/// Hears what a provider says.
pub(crate) async fn hear(call: &Call) -> Result<Response> {
    let Some(key) = call.settings.mail_hook_key.clone() else {
        return Response::error("There is nothing at this address.", 404);
    };
    let body = call.body().await.unwrap_or_default();
    if !is_signed(call, &key, &body) {
        return Response::error("The signature does not fit.", 401);
    }
    let Ok(event) = serde_json::from_slice::<Event>(&body) else {
        return Response::error("This is no event of mail.", 400);
    };
    if event.ends() {
        for email in event.data.to.iter().filter_map(|text| EmailAddress::parse(text).ok()) {
            let Ok(account) = account(call, &email) else { continue };
            // The provider sends again what was not noted.
            if ask_about(call, &account, AccountAsk::NoteBounce).await.is_err() {
                return Response::error("Please send this again.", 503);
            }
        }
    }
    Ok(Response::empty()?.with_status(204))
}

fn is_signed(call: &Call, key: &[u8], body: &[u8]) -> bool {
    let header = |name: &str| call.header(&format!("webhook-{name}")).or_else(|| call.header(&format!("svix-{name}")));
    let (Some(id), Some(at), Some(signatures)) = (header("id"), header("timestamp"), header("signature")) else { return false };
    let now = call.now.millis() / 1_000;
    let is_fresh = at.parse::<u64>().is_ok_and(|at| at.abs_diff(now) <= FRESH.millis() / 1_000);
    is_fresh
        && signatures.split(' ').filter_map(|one| one.strip_prefix("v1,")).filter_map(|one| STANDARD.decode(one).ok()).any(
            |given| {
                // Compares in the same time whatever is wrong.
                hook::signature(key, &id, &at, body).is_some_and(|mac| mac.verify_slice(&given).is_ok())
            },
        )
}
