//! `POST /v1/communities/{brand}/sign-ons`: the brand's page hands over what its server signed, and its customer is a member here. A
//! guest keeps what they wrote. The token counts once, and nothing of it is kept but that it was there.

use super::error::Refusal;
use super::view::MineView;
use crate::sign_on::SignOnToken;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What the brand's server signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// A JSON Web Token: `alg` HS256 and `kid` in its header; `iss`, `aud`, `sub`, `exp`, `jti` and, if wanted, `name` in its claims.
    pub token: SignOnToken,
}

/// Who the caller is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The session that replaces the one before.
    pub session: String,
    /// Whether it is one of the community for trying things out.
    pub test: bool,
    /// What is the caller's.
    pub mine: MineView,
}

/// Why not. Each names what whoever writes the brand's server has to put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SignOnRefusal {
    /// Header or claims cannot be read, or say something that does not belong there.
    #[error(
        "token_malformed: the header holds alg, kid and typ, the claims hold iss, aud, sub, exp, jti and, if wanted, name, iat and nbf"
    )]
    Malformed,
    /// Another algorithm, or none.
    #[error("token_algorithm: sign with HS256")]
    Algorithm,
    /// No key of this name counts for this brand.
    #[error("token_key: no key of this name counts for this brand; make one in the console")]
    Key,
    /// Signed with something else, or changed since.
    #[error(
        "token_signature: the signature does not fit; sign header and claims as they are sent, with the secret's characters as the key"
    )]
    Signature,
    /// For somebody else.
    #[error("token_audience: aud must be this installation's address and the brand's domain, as the console shows it")]
    Audience,
    /// By somebody else.
    #[error("token_issuer: iss must be the brand's domain")]
    Issuer,
    /// No usable name of whoever it is.
    #[error("token_subject: sub must have 1 to 128 characters, and jti 8 to 64")]
    Subject,
    /// Over, or not begun.
    #[error("token_over: exp must lie ahead, and nbf behind; make a token for each page that is shown")]
    Over,
    /// Good for longer than five minutes.
    #[error("token_long: exp may lie at most five minutes ahead")]
    Long,
    /// Taken before.
    #[error("token_used: this token was used before; make a token for each page that is shown")]
    Used,
    /// The page is none of the brand's.
    #[error("token_elsewhere: customers are signed on from pages inside the brand's domain or on one of its listed sites")]
    Elsewhere,
    /// One person, far too often.
    #[error("too_many: this customer was signed on too often just now; wait a few minutes")]
    TooMany,
}

impl Refusal for SignOnRefusal {
    fn field(&self) -> &'static str {
        "token"
    }
}
