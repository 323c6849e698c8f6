//! What happened to a thread besides posts: dated lines that stand between them. They are history and stay, whatever becomes of
//! the status, the claim or the person.

use crate::id::ReplyId;
use crate::text::{ProductVersion, Reason};
use crate::thread::{Kind, OfficialStatus};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// In which capacity somebody did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doer {
    /// Whoever asked.
    Asker,
    /// Somebody acting for the brand then.
    Brand,
    /// Whoever runs this installation.
    Operator,
    /// A customer whom the community knows.
    Helper,
}

impl Doer {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Asker, Self::Brand, Self::Operator, Self::Helper];

    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asker => "asker",
            Self::Brand => "brand",
            Self::Operator => "operator",
            Self::Helper => "helper",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|doer| doer.code() == code)
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// The thread was of another kind before.
    KindChanged(Kind, Kind),
    /// A status was set.
    StatusSet(OfficialStatus),
    /// What was said was taken back: customers' acceptance speaks again.
    StatusCleared,
    /// The product was changed: in which version, and how many people had reported it.
    ProductChanged(OfficialStatus, Option<ProductVersion>, u32),
    /// The asker says that a reply solved it.
    Accepted(ReplyId),
    /// A caution was put on a reply.
    Cautioned(ReplyId),
    /// A caution was withdrawn.
    CautionWithdrawn(ReplyId),
    /// The thread became official.
    Claimed,
    /// It was given back to customers.
    Released,
    /// The mark of danger was taken off, for this reason.
    DangerLifted(Reason),
    /// The asker does not see it solved.
    NotSolved,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Doer,
    /// What.
    pub what: Happening,
}
