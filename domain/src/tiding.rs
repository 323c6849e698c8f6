//! What everybody concerned is told of a brand's place: who asked, who joins, whether the proof holds, what became of the company.

use serde::{Deserialize, Serialize};

/// One piece of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tiding {
    /// Somebody who does not sit here asked for a text to prove the domain.
    Requested,
    /// Somebody has proven the domain and joins after the notice.
    WillJoin,
    /// Somebody joined.
    Joined,
    /// An owner objected to somebody's joining.
    Objected,
    /// The objection was taken back.
    ObjectionOver,
    /// The evidence has not been seen for some days.
    Doubtful,
    /// The last proof lapsed: nothing is official any more.
    Lapsed,
    /// The evidence was seen again.
    Returned,
    /// The place ended and somebody else began a new one.
    Succeeded,
    /// Somebody came back to the place that had ended.
    Rejoined,
    /// The person is invited.
    Invited,
    /// The person's role changed.
    RoleChanged,
    /// An owner is to be removed.
    RemovalAsked,
    /// Somebody is here no more.
    Removed,
    /// A new recovery code was made.
    RecoveryMade,
    /// A key was made with which the brand's server signs its customers on.
    SignOnKeyMade,
    /// Such a key counts no more.
    SignOnKeyRevoked,
    /// A key of the brand's own programs was made.
    ApiKeyMade,
    /// Such a key counts no more.
    ApiKeyRevoked,
    /// To owners: nothing has arrived at a webhook for three days, and nothing more is sent there.
    WebhookPaused,
    /// To a customer: the brand is present in threads that they follow.
    Claimed,
    /// To a customer: the brand asks them something in private.
    AskedPrivately,
    /// To whoever asked something in private: it was answered.
    AnsweredPrivately,
    /// Somebody wrote under a name that is made to look like that of somebody who speaks for the brand; the post waits.
    Posed,
    /// To an author: something of theirs is hidden.
    Hidden,
    /// To an author: something of theirs was removed.
    PostRemoved,
    /// To an author: something of theirs stands again.
    Restored,
    /// To an author: their appeal changed nothing.
    AppealOver,
    /// To an author: what they write waits until somebody has looked at it.
    AuthorHeld,
}

impl Tiding {
    /// All of them.
    pub const ALL: [Self; 29] = [
        Self::Requested,
        Self::WillJoin,
        Self::Joined,
        Self::Objected,
        Self::ObjectionOver,
        Self::Doubtful,
        Self::Lapsed,
        Self::Returned,
        Self::Succeeded,
        Self::Rejoined,
        Self::Invited,
        Self::RoleChanged,
        Self::RemovalAsked,
        Self::Removed,
        Self::RecoveryMade,
        Self::SignOnKeyMade,
        Self::SignOnKeyRevoked,
        Self::ApiKeyMade,
        Self::ApiKeyRevoked,
        Self::WebhookPaused,
        Self::Claimed,
        Self::AskedPrivately,
        Self::AnsweredPrivately,
        Self::Posed,
        Self::Hidden,
        Self::PostRemoved,
        Self::Restored,
        Self::AppealOver,
        Self::AuthorHeld,
    ];

    /// Whether it tells an author what became of something of theirs.
    pub const fn is_of_the_house(self) -> bool {
        matches!(self, Self::Hidden | Self::PostRemoved | Self::Restored | Self::AppealOver | Self::AuthorHeld)
    }

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::WillJoin => "will_join",
            Self::Joined => "joined",
            Self::Objected => "objected",
            Self::ObjectionOver => "objection_over",
            Self::Doubtful => "doubtful",
            Self::Lapsed => "lapsed",
            Self::Returned => "returned",
            Self::Succeeded => "succeeded",
            Self::Rejoined => "rejoined",
            Self::Invited => "invited",
            Self::RoleChanged => "role_changed",
            Self::RemovalAsked => "removal_asked",
            Self::Removed => "removed",
            Self::RecoveryMade => "recovery_made",
            Self::SignOnKeyMade => "sign_on_key_made",
            Self::SignOnKeyRevoked => "sign_on_key_revoked",
            Self::ApiKeyMade => "api_key_made",
            Self::ApiKeyRevoked => "api_key_revoked",
            Self::WebhookPaused => "webhook_paused",
            Self::Claimed => "claimed",
            Self::AskedPrivately => "asked_privately",
            Self::AnsweredPrivately => "answered_privately",
            Self::Posed => "posed",
            Self::Hidden => "hidden",
            Self::PostRemoved => "post_removed",
            Self::Restored => "restored",
            Self::AppealOver => "appeal_over",
            Self::AuthorHeld => "author_held",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tiding| tiding.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tidings_keep_their_names() {
        for tiding in Tiding::ALL {
            assert_eq!(Tiding::from_code(tiding.code()), Some(tiding));
        }
    }
}
