//! Which kind of caller may ask what, before anything is loaded: a session on a brand's page never does what belongs to the
//! console, and the console never takes part in the brand's page.

use crate::ask::{AliasAsk, Ask, Caller, IntroduceAsk, KeyAsk, PrivateAsk, SignOnAsk, Trouble, WebhookAsk};
use crate::here::not_allowed;

/// Refuses an ask that this kind of caller can never do.
#[expect(clippy::too_many_lines, reason = "one line an ask")]
pub(crate) fn admit(caller: &Caller, ask: &Ask) -> Result<(), Trouble> {
    let on_page = matches!(caller, Caller::Visitor | Caller::Member(_));
    match ask {
        Ask::PostThread(_)
        | Ask::PostReply(..)
        | Ask::SetMeToo(..)
        | Ask::SetStar(..)
        | Ask::SetAccepted(..)
        | Ask::PostComment(..)
        | Ask::EditPost(..)
        | Ask::DeletePost(_)
        | Ask::SetMood(..)
        | Ask::SetNotSolved(..)
        | Ask::PostPhoto(_)
        | Ask::Join { .. }
        | Ask::SetFollow(..)
        | Ask::MakeKeepLink(..)
        | Ask::RevokeKeepLink(_)
        | Ask::ComeBack(_)
        | Ask::SetHelping(_)
        | Ask::EraseMe
        | Ask::SetMyName(_)
        | Ask::EndMySessions
        | Ask::ExportMe(_)
        | Ask::Flag(..)
        | Ask::Appeal(_)
        | Ask::Statement(_)
        | Ask::Private(PrivateAsk::Answer(..) | PrivateAsk::PostPhoto(..))
        | Ask::SignOn(SignOnAsk::Take(_))
        | Ask::SetTags(..) => {
            if on_page {
                Ok(())
            } else {
                Err(not_allowed("take part on the brand's page, not from the console"))
            }
        }
        Ask::Desk(_)
        | Ask::RequestProof(_)
        | Ask::Evidence(_)
        | Ask::RecordLooks(..)
        | Ask::Claim(_)
        | Ask::Release(_)
        | Ask::PostOfficialReply(..)
        | Ask::MarkOfficialAnswer(..)
        | Ask::SetStatus(..)
        | Ask::LiftDanger(..)
        | Ask::SetCaution(..)
        | Ask::SetEmergency(_)
        | Ask::SearchWords
        | Ask::SetSearchWords(_)
        | Ask::Sites
        | Ask::SetSites(_)
        | Ask::Remove(..)
        | Ask::FlagForBrand(_)
        | Ask::Decide(..)
        | Ask::Matter(_)
        | Ask::SeePeople
        | Ask::People(_)
        | Ask::Export(_)
        | Ask::ImportPart(..)
        | Ask::ImportPicture(..)
        | Ask::Import(_)
        | Ask::Triage(_)
        | Ask::SeeWork
        | Ask::Notes(_)
        | Ask::Overview
        | Ask::Work(_)
        | Ask::Naming
        | Ask::Aliases
        | Ask::Alias(AliasAsk::Set(..) | AliasAsk::Evidence(_) | AliasAsk::Looked(..))
        | Ask::SetName(..)
        | Ask::JudgeName(_)
        | Ask::Products
        | Ask::SetProduct(..)
        | Ask::MergeProduct(..)
        | Ask::SetUp
        | Ask::ChangeSetUp(_)
        | Ask::SetSignpost(_)
        | Ask::Context(_)
        | Ask::Private(PrivateAsk::Ask(..))
        | Ask::Key(KeyAsk::See | KeyAsk::Make(_) | KeyAsk::Revoke(_))
        | Ask::SignOn(SignOnAsk::See | SignOnAsk::Make(..) | SignOnAsk::Revoke(_))
        | Ask::Webhook(
            WebhookAsk::See
            | WebhookAsk::Make(..)
            | WebhookAsk::Rotate(..)
            | WebhookAsk::Remove(_)
            | WebhookAsk::Test(_)
            | WebhookAsk::Again(..),
        )
        | Ask::Introduce(IntroduceAsk::Mine | IntroduceAsk::Face(_) | IntroduceAsk::Set(_))
        | Ask::Guard
        | Ask::SetGuard(_)
        | Ask::Contact { .. } => {
            if on_page {
                Err(not_allowed("this is done on the console, after signing in there"))
            } else {
                Ok(())
            }
        }
        Ask::Community
        | Ask::Embed { .. }
        | Ask::List(_)
        | Ask::Thread(..)
        | Ask::Likely(_)
        | Ask::Mine
        | Ask::Open(..)
        | Ask::DoubtName(_)
        | Ask::NameMet
        | Ask::Forwarded(_)
        | Ask::AliasesProven
        | Ask::Alias(AliasAsk::Rechecked(..))
        | Ask::Due
        | Ask::OutboxDone(_)
        | Ask::OutboxFailed
        | Ask::Rechecked(..)
        | Ask::Search(_)
        | Ask::CountReading(_)
        | Ask::Figures
        | Ask::Versions(_)
        | Ask::AlarmTold(..)
        | Ask::DirectoryEntry
        | Ask::CountingSites
        | Ask::AllPhotos
        | Ask::Addresses
        | Ask::Home
        | Ask::MemberPage(_)
        | Ask::PhotoArrived(_)
        | Ask::SetPhotoOpen(..)
        | Ask::PhotoSeen(_)
        | Ask::PhotosOf(_)
        | Ask::PhotosDeleted(_)
        | Ask::PhotosKept
        | Ask::Helping(_)
        | Ask::Tags(_)
        | Ask::SetDuplicate(..)
        | Ask::SetKind(..)
        | Ask::Stop(..)
        | Ask::LetterSent(_)
        | Ask::LetterFailed(_)
        | Ask::TidingSent(_)
        | Ask::TidingFailed(_)
        | Ask::RequestRemoval(..)
        | Ask::Requested(_)
        | Ask::Record
        | Ask::HouseEntry
        | Ask::ZoneSeen(..)
        | Ask::SeePrivate(..)
        | Ask::Private(PrivateAsk::PhotoArrived(_))
        | Ask::SignOn(SignOnAsk::Secret(_))
        | Ask::Key(KeyAsk::Use(..) | KeyAsk::MemberOf(_))
        | Ask::Webhook(WebhookAsk::Tried(..))
        | Ask::Introduce(IntroduceAsk::FaceArrived(_) | IntroduceAsk::All)
        | Ask::Audit(_)
        | Ask::History => Ok(()),
    }
}
