//! `POST /v1/communities/{brand}/people`: an owner invites somebody by e-mail. Whoever reads mail at that address acts in that role as soon
//! as they sign in on the console; inviting the same address again changes nothing.

use super::error::Refusal;
use crate::policy::Role;
use crate::text::EmailAddress;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whom, and as what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The address.
    pub email: EmailAddress,
    /// The role. Owners prove the domain or are made owners later.
    pub role: Role,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum InvitePersonRefusal {
    /// Only owners invite.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// Nobody is invited as an owner.
    #[error("owner_proves: an owner proves the domain; invite them as a representative first")]
    OwnerProves,
    /// More people than fit.
    #[error("too_many: at most 200 people fit here")]
    TooMany,
}

impl Refusal for InvitePersonRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::OwnerProves => "role",
            Self::NotAllowed | Self::TooMany => "",
        }
    }
}
