//! What webhooks are told: a signed request to the brand's own server, after the Standard Webhooks specification. Only the host of a proven
//! domain is asked, and none whose name leads into a private network; redirects are not followed and next to nothing of an answer is read.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chie_community::ask::HookOut;
use chie_domain::api::request_proof::Finding;
use chie_domain::brand::BrandDomain;
use chie_domain::claim::Scope;
use chie_domain::time::Timestamp;
use chie_domain::webhook::{HookAnswer, HookPayload, SECRET_MARK};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::time::Duration;
use worker::Method;

use crate::clock;
use crate::evidence;
use crate::outbound::{self, Failure, Wish};
use crate::secret::{self, Of};
use crate::settings::Settings;

/// So many bytes of an answer are read: it says nothing but by its status.
const LIMIT: usize = 1_024;
/// For the whole of it but the look-up of the name.
const DEADLINE: Duration = Duration::from_secs(5);
/// Who it is that asks.
const USER_AGENT: &str = "Chie-Webhook/1";

/// The secret of a webhook, as it is shown.
pub(crate) fn new_secret() -> Option<String> {
    clock::random::<32>().ok().map(|bytes| [SECRET_MARK, &STANDARD.encode(bytes)].concat())
}

/// The signature over a message, not yet finished: to be written down or to be compared.
pub(crate) fn signature(key: &[u8], id: &str, at: &str, body: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).ok()?;
    for part in [id.as_bytes(), b".", at.as_bytes(), b".", body] {
        mac.update(part);
    }
    Some(mac)
}

/// Sends something, once.
pub(crate) async fn deliver(settings: &Settings, brand: &BrandDomain, out: &HookOut, now: Timestamp) -> HookAnswer {
    let Some(host) = out.address.host() else { return HookAnswer::Unreachable };
    if let Err((finding, _)) = evidence::public_only(settings, host.as_str()).await {
        return match finding {
            Finding::LeadsAway => HookAnswer::PrivateAddress,
            Finding::TimedOut => HookAnswer::TimedOut,
            _ => HookAnswer::Unreachable,
        };
    }
    let Some((body, at, signed)) = signed(settings, brand, out, now) else {
        worker::console_error!("a webhook could not be signed for: was ADDRESS_KEY changed?");
        return HookAnswer::Unreachable;
    };
    let headers = [
        ("content-type", "application/json"),
        ("user-agent", USER_AGENT),
        ("webhook-id", out.id.as_str()),
        ("webhook-timestamp", at.as_str()),
        ("webhook-signature", signed.as_str()),
    ];
    let url = [settings.site(&out.domain, &host).as_str(), out.address.path()].concat();
    let wish = Wish { url: &url, method: Method::Post, headers: &headers, body: Some(body), limit: LIMIT, deadline: DEADLINE };
    match outbound::send(wish).await {
        Ok(answer) => HookAnswer::Status(answer.status),
        Err(Failure::TimedOut) => HookAnswer::TimedOut,
        Err(Failure::Unreachable) => HookAnswer::Unreachable,
    }
}

/// Body, timestamp and signatures: by the secret, and by the one before while that signs as well.
fn signed(settings: &Settings, brand: &BrandDomain, out: &HookOut, now: Timestamp) -> Option<(String, String, String)> {
    let body = serde_json::to_string(&payload(settings, brand, out)).ok()?;
    let at = (now.millis() / 1_000).to_string();
    let mut signatures = Vec::new();
    for sealed in [Some(&out.sealed), out.old.as_ref()].into_iter().flatten() {
        let secret = secret::open_key(&settings.address_key, brand, Of::Webhook(&out.webhook), sealed)?;
        let key = STANDARD.decode(secret.strip_prefix(SECRET_MARK)?).ok()?;
        let mac = signature(&key, out.id.as_str(), &at, body.as_bytes())?;
        signatures.push(["v1,", &STANDARD.encode(mac.finalize().into_bytes())].concat());
    }
    Some((body, at, signatures.join(" ")))
}

fn payload(settings: &Settings, brand: &BrandDomain, out: &HookOut) -> HookPayload {
    let mut address = format!("{}/c/{brand}", settings.chie);
    let of_claim = out.claim.as_ref().map(|claim| &claim.scope);
    if let Some(thread) = &out.thread {
        address.extend(["/", thread.product.as_str(), "/", thread.id.as_str()]);
    } else if let Some(Scope::Product(product)) = of_claim {
        address.extend(["/", product.as_str()]);
    }
    HookPayload {
        what: out.event,
        id: out.id.clone(),
        at: out.at,
        brand: brand.clone(),
        address,
        thread: out.thread.clone(),
        reply: out.reply.clone(),
        claim: out.claim.clone(),
    }
}
