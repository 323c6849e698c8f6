//! Work for browsers in a wave, as `altcha` has it: the challenge is the hash of a salt and a number, signed by us, and finding the number is the
//! work. Nothing of it is kept here: the salt says until when and in which community it counts, and the community that it counts once.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use chie_domain::api::get_challenge::Response;
use chie_domain::brand::BrandDomain;
use chie_domain::time::{Span, Timestamp};
use hmac::{Hmac, Mac};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::clock;

/// For how long the work counts.
const LIVES: Span = Span::minutes(10);
/// The number is at most this: about a second on a desk, a few on a telephone.
const MOST: u32 = 50_000;

/// Work that was done.
#[derive(Deserialize)]
struct Done {
    challenge: String,
    number: u32,
    salt: String,
    signature: String,
}

/// Gives out work for one post.
pub(crate) fn give(key: &[u8], brand: &BrandDomain, now: Timestamp) -> Option<Response> {
    let chance: [u8; 16] = clock::random().ok()?;
    let number = chance.iter().take(4).fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte)) % (MOST + 1);
    let until = now.after(LIVES).millis() / 1_000;
    let (_, salt) = chance.split_at(4);
    let salt = format!("{}?expires={until}&brand={brand}", hex(salt));
    let challenge = hash(&salt, number);
    let signature = sign(key, &challenge)?;
    Some(Response { algorithm: "SHA-256".to_owned(), challenge, maxnumber: MOST, salt, signature })
}

/// What was done, if it was given out here, for this community, is right and not too late.
pub(crate) fn check(key: &[u8], brand: &BrandDomain, done: &str, now: Timestamp) -> Option<[u8; 16]> {
    let done = done.trim_end_matches('=');
    let bytes = URL_SAFE_NO_PAD.decode(done).or_else(|_| STANDARD_NO_PAD.decode(done)).ok()?;
    let done: Done = serde_json::from_slice(&bytes).ok()?;
    let (_, said) = done.salt.split_once('?')?;
    let said = |name: &str| said.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let until: u64 = said("expires")?.parse().ok()?;
    if until <= now.millis() / 1_000 || said("brand")? != brand.as_str() || hash(&done.salt, done.number) != done.challenge {
        return None;
    }
    let signed = sign(key, &done.challenge)?;
    if !same(signed.as_bytes(), done.signature.as_bytes()) {
        return None;
    }
    let mut short = [0; 16];
    short.iter_mut().zip(Sha256::digest(done.challenge.as_bytes())).for_each(|(short, byte)| *short = byte);
    Some(short)
}

fn hash(salt: &str, number: u32) -> String {
    hex(&Sha256::digest(format!("{salt}{number}").as_bytes()))
}

/// A key of one's own for this purpose: what is signed here is nothing elsewhere.
pub(crate) fn sign(key: &[u8], text: &str) -> Option<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(b"work\0");
    mac.update(text.as_bytes());
    Some(hex(&mac.finalize().into_bytes()))
}

/// Compares in a time that says nothing of where they differ.
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (one, other)| differs | (one ^ other)) == 0
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |text, byte| text + &format!("{byte:02x}"))
}
