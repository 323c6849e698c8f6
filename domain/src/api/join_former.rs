//! `POST /v1/communities/{brand}/succession`: whoever has proven the domain after the former company's place had ended joins that place instead of
//! beginning anew: by the recovery code that was printed at the first claim, or because an owner of then consents. It can be done
//! until the new one claims anything, for 72 hours at most; afterwards what was private is gone.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The code; a former owner who consents has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// As it was printed.
    pub code: Option<String>,
}

/// In which way somebody could do this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// They have proven the domain now and may have the code.
    ByCode,
    /// They were an owner then and may consent.
    ByConsent,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum JoinFormerRefusal {
    /// Neither a new prover nor a former owner.
    #[error("not_allowed: this is for whoever has proven the domain now, or was an owner then")]
    NotAllowed,
    /// There is no former place to join, or not any more.
    #[error("nothing_to_join: there is nothing to come back to, or its time is over")]
    NothingToJoin,
    /// The code is another one.
    #[error("code_wrong: this is not the code that was printed")]
    CodeWrong,
}

impl Refusal for JoinFormerRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::CodeWrong => "code",
            Self::NotAllowed | Self::NothingToJoin => "",
        }
    }
}
