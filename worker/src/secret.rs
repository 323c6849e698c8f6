//! What is sealed at rest: words and photos of private notes, under a key of the tenancy they were written with, and the secrets with
//! which a brand's server signs its customers on and webhooks are signed, each under one of the brand. Those keys are made here out of the installation's own, so that
//! neither the community's object nor the bucket ever holds anything that could open them, and each is bound to what it stands on.
//! XChaCha20-Poly1305, as for addresses.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{PhotoId, SignOnKeyId, TenancyId, ThreadId, WebhookId};
use chie_domain::private::Side;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::clock;

/// The version of the form and the key; another one is added before this one is retired.
const VERSION: &str = "v1";
const NONCE: usize = 24;

/// Seals and opens what is private between a customer and one tenancy of a brand.
pub(crate) struct Secret(XChaCha20Poly1305);

impl Secret {
    /// For a tenancy: its key follows from the installation's and from nothing that is stored beside what it seals.
    pub(crate) fn of(installation: &[u8], brand: &BrandDomain, tenancy: &TenancyId) -> Option<Self> {
        Self::under(installation, &format!("private notes {VERSION}|{brand}|{tenancy}"))
    }

    /// The key for one purpose.
    fn under(installation: &[u8], purpose: &str) -> Option<Self> {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(installation).ok()?;
        mac.update(purpose.as_bytes());
        Some(Self(XChaCha20Poly1305::new(&mac.finalize().into_bytes())))
    }

    fn seal(&self, plain: &[u8], bound: &str) -> Option<Vec<u8>> {
        let nonce: [u8; NONCE] = clock::random().ok()?;
        let sealed = self.0.encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: bound.as_bytes() }).ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    fn open(&self, sealed: &[u8], bound: &str) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        self.0.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: bound.as_bytes() }).ok()
    }

    /// Seals a photo.
    pub(crate) fn seal_photo(&self, id: &PhotoId, bytes: &[u8]) -> Option<Vec<u8>> {
        self.seal(bytes, &format!("photo|{id}"))
    }

    /// Opens it.
    pub(crate) fn open_photo(&self, id: &PhotoId, sealed: &[u8]) -> Option<Vec<u8>> {
        self.open(sealed, &format!("photo|{id}"))
    }
}

fn bound(thread: &ThreadId, side: Side) -> String {
    format!("note|{thread}|{}", side.code())
}

/// Seals a note's words; the tenancy is written beside them, because only with it can they be opened.
pub(crate) fn seal_words(
    installation: &[u8],
    brand: &BrandDomain,
    tenancy: &TenancyId,
    (thread, side): (&ThreadId, Side),
    words: &str,
) -> Option<String> {
    let sealed = Secret::of(installation, brand, tenancy)?.seal(words.as_bytes(), &bound(thread, side))?;
    Some(format!("{VERSION}.{tenancy}.{}", URL_SAFE_NO_PAD.encode(sealed)))
}

/// Opens them: nothing for another brand, thread or side, another key or another form.
pub(crate) fn open_words(installation: &[u8], brand: &BrandDomain, thread: &ThreadId, side: Side, sealed: &str) -> Option<String> {
    let (version, rest) = sealed.split_once('.')?;
    let (tenancy, sealed) = rest.split_once('.').filter(|_| version == VERSION)?;
    let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let plain = Secret::of(installation, brand, &TenancyId::parse(tenancy).ok()?)?.open(&sealed, &bound(thread, side))?;
    String::from_utf8(plain).ok()
}

/// What a secret of a brand's is for, and which one it is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Of<'a> {
    /// With it the brand's own server signs its customers on.
    SignOn(&'a SignOnKeyId),
    /// With it is signed what a webhook is told.
    Webhook(&'a WebhookId),
}

impl Of<'_> {
    fn key(self, installation: &[u8], brand: &BrandDomain) -> Option<Secret> {
        let purpose = match self {
            Self::SignOn(_) => "sign-on keys",
            Self::Webhook(_) => "webhooks",
        };
        Secret::under(installation, &format!("{purpose} {VERSION}|{brand}"))
    }

    fn id(&self) -> &str {
        match self {
            Self::SignOn(id) => id.as_str(),
            Self::Webhook(id) => id.as_str(),
        }
    }
}

/// Seals a secret of a brand's.
pub(crate) fn seal_key(installation: &[u8], brand: &BrandDomain, of: Of<'_>, secret: &str) -> Option<String> {
    let sealed = of.key(installation, brand)?.seal(secret.as_bytes(), of.id())?;
    Some(format!("{VERSION}.{}", URL_SAFE_NO_PAD.encode(sealed)))
}

/// Opens it: nothing for another brand, purpose or name, or another form.
pub(crate) fn open_key(installation: &[u8], brand: &BrandDomain, of: Of<'_>, sealed: &str) -> Option<String> {
    let (version, sealed) = sealed.split_once('.')?;
    let sealed = URL_SAFE_NO_PAD.decode(sealed).ok().filter(|_| version == VERSION)?;
    String::from_utf8(of.key(installation, brand)?.open(&sealed, of.id())?).ok()
}
