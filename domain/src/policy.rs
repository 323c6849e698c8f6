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
mod tests {
    use super::*;
    use crate::level::{Level, can_open_photo};
    use crate::time::Span;
    use proptest::prelude::*;

    const T0: Timestamp = Timestamp::from_millis(1_000_000_000_000);

    fn member(byte: u8) -> MemberId {
        MemberId::mint(T0, [byte; 10])
    }

    fn representative(role: Role, days: u64) -> Option<Viewer> {
        let proof = ProofState::Confirmed { since: T0, seen: T0 };
        Representative::on(proof, member(9), role, T0.after(Span::days(days))).map(Viewer::Representative)
    }

    #[test]
    fn authority_needs_a_valid_proof() {
        assert!(representative(Role::Owner, 1).is_some());
        assert!(representative(Role::Owner, 11).is_none());
        assert_eq!(Representative::on(ProofState::Requested { at: T0 }, member(9), Role::Owner, T0), None);
    }

    #[test]
    fn who_may_do_what() {
        let (asker, other) = (member(1), member(2));
        let owner = representative(Role::Owner, 1).expect("an owner");
        let doubtful = representative(Role::Owner, 5).expect("an owner in doubt");
        let observer = representative(Role::Observer, 1).expect("an observer");
        let speaker = representative(Role::Representative, 1).expect("a representative");
        let accept = Act::Accept { asker: &asker };
        for (viewer, act, may) in [
            (Viewer::Visitor, &Act::TakePart, true),
            (Viewer::Member(asker.clone()), &accept, true),
            (Viewer::Member(other.clone()), &accept, false),
            (owner.clone(), &accept, false),
            (owner.clone(), &Act::AnswerOfficially, true),
            (doubtful.clone(), &Act::Leave, false),
            (doubtful.clone(), &Act::ManagePeople, true),
            (doubtful.clone(), &Act::MakeKeys, false),
            (doubtful.clone(), &Act::SetUp, false),
            (doubtful.clone(), &Act::AnswerOfficially, false),
            (speaker.clone(), &Act::SetUp, true),
            (speaker, &Act::Leave, false),
            (owner.clone(), &Act::Leave, true),
            (observer.clone(), &Act::SetUp, false),
            (observer.clone(), &Act::SetStatus, false),
            (observer.clone(), &Act::SeeDesk, true),
            (Viewer::Member(other.clone()), &Act::Rewrite { author: &asker }, false),
            (owner.clone(), &Act::Rewrite { author: &asker }, false),
            (owner.clone(), &Act::Warn, true),
            (Viewer::Member(other.clone()), &Act::Claim, false),
            (owner.clone(), &Act::Remove, false),
            (owner.clone(), &Act::Decide, false),
            (owner.clone(), &Act::FlagForBrand, true),
            (Viewer::Operator, &Act::Decide, true),
            (Viewer::Operator, &Act::Remove, true),
            (Viewer::Operator, &Act::Claim, false),
            (Viewer::Operator, &Act::Warn, true),
            (Viewer::Operator, &Act::Rewrite { author: &asker }, false),
            (Viewer::Member(asker.clone()), &Act::Rewrite { author: &asker }, true),
            (Viewer::Member(asker.clone()), &Act::Warn, false),
            (Viewer::Member(asker.clone()), &Act::SeePrivately { asker: &asker }, true),
            (Viewer::Member(other.clone()), &Act::SeePrivately { asker: &asker }, false),
            (Viewer::Visitor, &Act::SeePrivately { asker: &asker }, false),
            (Viewer::Operator, &Act::SeePrivately { asker: &asker }, false),
            (observer.clone(), &Act::SeePrivately { asker: &asker }, true),
            (doubtful.clone(), &Act::SeePrivately { asker: &asker }, true),
            (observer, &Act::AskPrivately, false),
            (doubtful, &Act::AskPrivately, false),
            (owner.clone(), &Act::AskPrivately, true),
            (owner.clone(), &Act::AnswerPrivately { asker: &asker }, false),
            (Viewer::Member(other.clone()), &Act::AnswerPrivately { asker: &asker }, false),
            (Viewer::Member(asker.clone()), &Act::AnswerPrivately { asker: &asker }, true),
        ] {
            assert_eq!(can_act(&viewer, act), may, "{viewer:?} {act:?}");
        }
    }

    #[test]
    fn a_held_post_is_seen_by_its_author_and_a_removed_one_leaves_a_stone() {
        let author = member(1);
        let held = Visibility::Held { author: author.clone(), ground: Ground::Spam };
        let gone = Visibility::Removed { author: author.clone(), ground: Ground::Threat };
        assert_eq!(can_see(&Viewer::Member(author), &held), Sight::Whole);
        assert_eq!(can_see(&Viewer::Visitor, &held), Sight::Nothing);
        assert_eq!(can_see(&Viewer::Visitor, &gone), Sight::Tombstone);
        assert_eq!(can_see(&representative(Role::Owner, 1).expect("an owner"), &held), Sight::Nothing);
        assert_eq!(can_see(&Viewer::Operator, &gone), Sight::Whole);
        assert_eq!(can_see(&Viewer::Operator, &Visibility::Gone), Sight::Nothing);
    }

    /// Every act, about somebody.
    fn acts(who: &MemberId) -> Vec<Act<'_>> {
        vec![
            Act::TakePart,
            Act::Accept { asker: who },
            Act::SeeDesk,
            Act::Claim,
            Act::AnswerOfficially,
            Act::SetStatus,
            Act::Remove,
            Act::Rewrite { author: who },
            Act::Describe { asker: who },
            Act::Warn,
            Act::SetDesk,
            Act::ManagePeople,
            Act::TakeAlong,
            Act::Bring,
            Act::SetSites,
            Act::MakeKeys,
            Act::Work,
            Act::SetHours,
            Act::JudgePhoto,
            Act::SlowNewcomers,
            Act::HoldNewcomers,
            Act::Note,
            Act::FlagForBrand,
            Act::Decide,
            Act::SetUp,
            Act::Leave,
            Act::SeePrivately { asker: who },
            Act::AskPrivately,
            Act::AnswerPrivately { asker: who },
        ]
    }

    #[test]
    fn whoever_learns_or_looks_on_changes_nothing_that_visitors_read() {
        let who = member(9);
        for (role, may) in [
            (Role::Observer, vec![Act::SeeDesk, Act::Note, Act::SeePrivately { asker: &who }]),
            (Role::Trainee, vec![Act::SeeDesk, Act::Work, Act::Note, Act::FlagForBrand, Act::SeePrivately { asker: &who }]),
        ] {
            let viewer = representative(role, 1).expect("one of the company");
            let allowed: Vec<Act<'_>> = acts(&who).into_iter().filter(|act| can_act(&viewer, act)).collect();
            assert_eq!(allowed, may, "{role:?}");
            assert!(!can_open_photo(&viewer, Level::Trusted), "{role:?} opens no photo, whatever they have earned");
        }
    }

    proptest! {
        #[test]
        fn a_higher_role_may_no_less_and_doubt_gives_nothing(byte in 1_u8..12, days in 0_u64..9) {
            let who = member(byte);
            let roles = [Role::Observer, Role::Trainee, Role::Representative, Role::Owner];
            let ranks: Vec<Viewer> = roles.into_iter().filter_map(|role| representative(role, days)).collect();
            for act in acts(&who) {
                let may: Vec<bool> = ranks.iter().map(|viewer| can_act(viewer, &act)).collect();
                prop_assert!(may.is_sorted(), "{act:?}: {may:?}");
                for (role, now) in roles.into_iter().zip(&may) {
                    let fresh = representative(role, 0).expect("one of the company");
                    prop_assert!(!now || can_act(&fresh, &act), "{role:?} {act:?} only in doubt");
                }
            }
            // Whoever acts for the brand is nobody's author and nobody's asker, and decides about nobody's words.
            for viewer in &ranks {
                for act in [Act::Rewrite { author: &who }, Act::Accept { asker: &who }, Act::Remove, Act::Decide, Act::HoldNewcomers] {
                    prop_assert!(!can_act(viewer, &act), "{act:?}");
                }
            }
        }
    }
}
