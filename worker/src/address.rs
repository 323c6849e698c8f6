//! Members' addresses at rest: sealed with a key of their own, bound to the account they belong to, read only to write to them.
//! XChaCha20-Poly1305, because its nonces are long enough to be drawn by chance and its plain implementation takes the same time
//! for every key.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use chie_community::ask::AccountId;
use chie_domain::text::EmailAddress;
use sha2::{Digest, Sha256};

use crate::clock;

/// The version of the form and the key; another one is added before this one is retired.
const VERSION: &str = "v1.";
const NONCE: usize = 24;

fn cipher(key: &[u8]) -> XChaCha20Poly1305 {
    // A key may be longer than 32 bytes; its digest is not.
    XChaCha20Poly1305::new(&Sha256::digest(key))
}

/// Seals an address for its account.
pub(crate) fn seal(key: &[u8], account: &AccountId, email: &EmailAddress) -> Option<String> {
    let nonce: [u8; NONCE] = clock::random().ok()?;
    let payload = Payload { msg: email.as_str().as_bytes(), aad: account.0.as_bytes() };
    let sealed = cipher(key).encrypt(XNonce::from_slice(&nonce), payload).ok()?;
    Some(format!("{VERSION}{}", URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat())))
}

/// Opens it: nothing for another account, another key or another form.
pub(crate) fn open(key: &[u8], account: &AccountId, sealed: &str) -> Option<EmailAddress> {
    let bytes = URL_SAFE_NO_PAD.decode(sealed.strip_prefix(VERSION)?).ok()?;
    let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
    let payload = Payload { msg: sealed, aad: account.0.as_bytes() };
    let plain = cipher(key).decrypt(XNonce::from_slice(nonce), payload).ok()?;
    EmailAddress::parse(std::str::from_utf8(&plain).ok()?).ok()
}
