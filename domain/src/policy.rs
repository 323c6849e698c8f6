//! Who may see and who may do what. Authority is a value: a [`Representative`] can be built only from a valid proof, and
//! whatever needs authority takes that value. The SQL that lists use is made from the same [`Visibility`] and is tested
//! against [`can_see`].

use crate::ground::Ground;
use crate::id::MemberId;
use crate::proof::ProofState;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// What a member of a company may do on its behalf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything a representative may, and decides who else.
    Owner,
    /// Claims, answers, sets status.
    Representative,
    /// Writes replies that wait for approval.
    Trainee,
    /// Reads and notes.
    Observer,
}

impl Role {
    /// The role's stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Representative => "representative",
            Self::Trainee => "trainee",
            Self::Observer => "observer",
        }
    }

    /// The role of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Owner, Self::Representative, Self::Trainee, Self::Observer].into_iter().find(|role| role.code() == code)
    }
}

/// Somebody who acts for the brand now. It exists only while a proof is valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    member: MemberId,
    role: Role,
    doubtful: Doubt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    None,
    Doubtful,
}

impl Representative {
    /// Authority out of a proof: none from a request or a lapsed one.
    pub fn on(proof: ProofState, member: MemberId, role: Role, now: Timestamp) -> Option<Self> {
        match proof.at(now) {
            ProofState::Confirmed { .. } => Some(Self { member, role, doubtful: Doubt::None }),
            ProofState::Doubtful { .. } => Some(Self { member, role, doubtful: Doubt::Doubtful }),
            ProofState::Requested { .. } | ProofState::Lapsed { .. } => None,
        }
    }

    /// Who it is.
    pub const fn member(&self) -> &MemberId {
        &self.member
    }

    /// In which role.
    pub const fn role(&self) -> Role {
        self.role
    }
}

/// Who is looking or acting, as the community knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Viewer {
    /// Nobody in particular.
    Visitor,
    /// A guest or member of this community.
    Member(MemberId),
    /// Acting for the brand, on the console's host.
    Representative(Representative),
    /// Runs this installation, on the console's host.
    Operator,
}

/// Who may see a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Its author and those who decide; everybody else sees that nothing is there.
    Held {
        /// Who wrote it.
        author: MemberId,
        /// Why it waits.
        ground: Ground,
    },
    /// Nobody but the operator; a tombstone with the ground stays, for its author too.
    Removed {
        /// Who wrote it.
        author: MemberId,
        /// Why it went.
        ground: Ground,
    },
    /// Nobody: its author took it back before anybody had answered.
    Gone,
}

/// How much of a post somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// All of it.
    Whole,
    /// That it was there, and why it went.
    Tombstone,
    /// Not even that.
    Nothing,
}

/// Decides how much of a post a viewer sees.
pub fn can_see(viewer: &Viewer, visibility: &Visibility) -> Sight {
    match (visibility, viewer) {
        (Visibility::Public, _) | (Visibility::Held { .. } | Visibility::Removed { .. }, Viewer::Operator) => Sight::Whole,
        (Visibility::Held { author, .. }, Viewer::Member(me)) if author == me => Sight::Whole,
        (Visibility::Held { .. } | Visibility::Gone, _) => Sight::Nothing,
        (Visibility::Removed { .. }, _) => Sight::Tombstone,
    }
}

/// Something a person wants to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act<'a> {
    /// Ask, reply, say me-too, star.
    TakePart,
    /// Accept a reply on a thread.
    Accept {
        /// Who asked.
        asker: &'a MemberId,
    },
    /// See what the company sees.
    SeeDesk,
    /// Claim or release threads.
    Claim,
    /// Speak with the official voice, mark the official answer.
    AnswerOfficially,
    /// Set an official status.
    SetStatus,
    /// Remove a post by a published ground.
    Remove,
    /// Change or delete what somebody wrote.
    Rewrite {
        /// Who wrote it.
        author: &'a MemberId,
    },
    /// Say of which kind a thread is, and how its asker feels.
    Describe {
        /// Who asked.
        asker: &'a MemberId,
    },
    /// Put a caution on a reply, or take a mark of danger off.
    Warn,
    /// Say where the maker can be reached in an emergency.
    SetDesk,
    /// Invite, give roles, remove, object.
    ManagePeople,
    /// Take the whole community along as a file.
    TakeAlong,
    /// Bring a file into an empty community.
    Bring,
    /// Say on which sites the tag shows the community.
    SetSites,
    /// Make the secrets of the brand's own programs: for sign-on, for the API, for webhooks. Seeing and revoking them is [`Self::ManagePeople`],
    /// which goes on in doubt; this does not.
    MakeKeys,
    /// Take threads, save replies.
    Work,
    /// Say when somebody is there: every visitor reads it.
    SetHours,
    /// Open a veiled photo to everybody, or veil it again.
    JudgePhoto,
    /// Slow newcomers down for a while.
    SlowNewcomers,
    /// Let what newcomers write wait until somebody has looked at it.
    HoldNewcomers,
    /// Leave notes for colleagues.
    Note,
    /// Say for the brand that something breaks a rule.
    FlagForBrand,
    /// Look at what waits for the operator, and decide.
    Decide,
    /// Set the place up: why the brand is here, its own help, its own page; arrange its products.
    SetUp,
    /// Say from when on nothing new is asked here.
    Leave,
    /// Read the private notes of a thread.
    SeePrivately {
        /// Who asked.
        asker: &'a MemberId,
    },
    /// Ask the asker of a thread for something in private.
    AskPrivately,
    /// Answer what the brand asked in private.
    AnswerPrivately {
        /// Who asked.
        asker: &'a MemberId,
    },
}

impl Act<'_> {
    /// Whether it changes anything.
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::SeeDesk | Self::TakeAlong | Self::SeePrivately { .. })
    }
}

/// Decides whether a viewer may do it. Being the asker is a matter of identity, being official of authority; neither
/// includes the other, and nobody edits another's words.
pub fn can_act(viewer: &Viewer, act: &Act<'_>) -> bool {
    match (act, viewer) {
        (Act::TakePart, Viewer::Visitor | Viewer::Member(_))
        // Observers and trainees are of the company and read what it was told; they ask for nothing themselves.
        | (Act::SeeDesk | Act::Note | Act::SeePrivately { .. }, Viewer::Representative(_))
        | (
            Act::Remove
            | Act::Decide
            | Act::Warn
            | Act::TakeAlong
            | Act::Bring
            | Act::JudgePhoto
            | Act::SlowNewcomers
            | Act::HoldNewcomers,
            Viewer::Operator,
        ) => true,
        (
            Act::Accept { asker } | Act::Describe { asker } | Act::SeePrivately { asker } | Act::AnswerPrivately { asker },
            Viewer::Member(me),
        ) => *asker == me,
        (Act::Rewrite { author }, Viewer::Member(me)) => *author == me,
        (
            Act::AskPrivately
            | Act::Claim
            | Act::SetStatus
            | Act::AnswerOfficially
            | Act::Warn
            | Act::SetDesk
            | Act::SetUp
            | Act::SetHours
            | Act::JudgePhoto,
            Viewer::Representative(it),
        ) => {
            matches!(it.role, Role::Owner | Role::Representative) && (it.doubtful == Doubt::None || *act == Act::Claim)
        }
        // In doubt, too: who may act is what a brand in doubt has to mend, and what it may take along is nothing private.
        (Act::ManagePeople | Act::TakeAlong, Viewer::Representative(it)) => it.role == Role::Owner,
        // A brand may slow a flood down. It can let nothing wait: that would silence.
        (Act::SetSites | Act::MakeKeys | Act::Leave | Act::SlowNewcomers, Viewer::Representative(it)) => {
            it.role == Role::Owner && it.doubtful == Doubt::None
        }
        (Act::Work | Act::FlagForBrand, Viewer::Representative(it)) => it.role != Role::Observer,
        (Act::TakePart, Viewer::Representative(_) | Viewer::Operator)
        | (
            Act::Accept { .. }
            | Act::Describe { .. }
            | Act::Rewrite { .. }
            | Act::SeeDesk
            | Act::Claim
            | Act::AnswerOfficially
            | Act::SetStatus
            | Act::Warn
            | Act::SetDesk
            | Act::ManagePeople
            | Act::TakeAlong
            | Act::Bring
            | Act::SetSites
            | Act::MakeKeys
            | Act::Work
            | Act::SetHours
            | Act::JudgePhoto
            | Act::SlowNewcomers
            | Act::HoldNewcomers
            | Act::FlagForBrand
            | Act::Note
            | Act::SetUp
            | Act::Leave
            | Act::SeePrivately { .. }
            | Act::AskPrivately
            | Act::AnswerPrivately { .. },
            _,
        )
        | (Act::Remove | Act::Decide, Viewer::Visitor | Viewer::Member(_) | Viewer::Representative(_)) => false,
    }
}

#[cfg(test)]
mod tests;
