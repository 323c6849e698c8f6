//! A community in which nobody has ever written anything: what can be read of it without creating it, and what is not there.

use chie_domain::api::check_proof::CheckProofRefusal;
use chie_domain::api::claim_threads::ClaimThreadsRefusal;
use chie_domain::api::come_back::ComeBackRefusal;
use chie_domain::api::count_reading::CountReadingRefusal;
use chie_domain::api::delete_post::DeletePostRefusal;
use chie_domain::api::doubt_name::DoubtNameRefusal;
use chie_domain::api::edit_post::EditPostRefusal;
use chie_domain::api::end_my_sessions::EndMySessionsRefusal;
use chie_domain::api::erase_me::EraseMeRefusal;
use chie_domain::api::export_me::ExportMeRefusal;
use chie_domain::api::get_audit::GetAuditRefusal;
use chie_domain::api::get_brand_keys::GetBrandKeysRefusal;
use chie_domain::api::get_guard::GetGuardRefusal;
use chie_domain::api::get_introduction::GetIntroductionRefusal;
use chie_domain::api::get_matter::GetMatterRefusal;
use chie_domain::api::get_naming::GetNamingRefusal;
use chie_domain::api::get_people::GetPeopleRefusal;
use chie_domain::api::get_private_notes::GetPrivateNotesRefusal;
use chie_domain::api::get_search_words::GetSearchWordsRefusal;
use chie_domain::api::get_sign_on::GetSignOnRefusal;
use chie_domain::api::get_sites::GetSitesRefusal;
use chie_domain::api::get_statement::GetStatementRefusal;
use chie_domain::api::get_thread::GetThreadRefusal;
use chie_domain::api::get_versions::GetVersionsRefusal;
use chie_domain::api::get_webhooks::GetWebhooksRefusal;
use chie_domain::api::judge_name::JudgeNameRefusal;
use chie_domain::api::lift_danger::LiftDangerRefusal;
use chie_domain::api::make_keep_link::MakeKeepLinkRefusal;
use chie_domain::api::mark_official_answer::MarkOfficialAnswerRefusal;
use chie_domain::api::post_appeal::PostAppealRefusal;
use chie_domain::api::post_comment::PostCommentRefusal;
use chie_domain::api::post_flag::PostFlagRefusal;
use chie_domain::api::post_official_reply::PostOfficialReplyRefusal;
use chie_domain::api::post_reply::PostReplyRefusal;
use chie_domain::api::release_claim::ReleaseClaimRefusal;
use chie_domain::api::remove_post::RemovePostRefusal;
use chie_domain::api::request_removal::RequestRemovalRefusal;
use chie_domain::api::search_threads::SearchThreadsRefusal;
use chie_domain::api::set_accepted::SetAcceptedRefusal;
use chie_domain::api::set_alias::SetAliasRefusal;
use chie_domain::api::set_caution::SetCautionRefusal;
use chie_domain::api::set_duplicate::SetDuplicateRefusal;
use chie_domain::api::set_emergency::SetEmergencyRefusal;
use chie_domain::api::set_follow::SetFollowRefusal;
use chie_domain::api::set_helping::SetHelpingRefusal;
use chie_domain::api::set_kind::SetKindRefusal;
use chie_domain::api::set_me_too::SetMeTooRefusal;
use chie_domain::api::set_mood::SetMoodRefusal;
use chie_domain::api::set_my_name::SetMyNameRefusal;
use chie_domain::api::set_name::SetNameRefusal;
use chie_domain::api::set_not_solved::SetNotSolvedRefusal;
use chie_domain::api::set_photo_open::SetPhotoOpenRefusal;
use chie_domain::api::set_search_words::SetSearchWordsRefusal;
use chie_domain::api::set_sites::SetSitesRefusal;
use chie_domain::api::set_star::SetStarRefusal;
use chie_domain::api::set_status::SetStatusRefusal;
use chie_domain::api::set_tags::SetTagsRefusal;
use chie_domain::api::sign_on::SignOnRefusal;
use chie_domain::api::view::{CommunityView, MineView, ThreadPage};
use chie_domain::api::{get_desk, get_helping, get_history, get_naming, list_threads, search_threads, suggest_threads};
use chie_domain::brand::BrandDomain;
use chie_domain::claim::Stewardship;
use chie_domain::level::Level;
use chie_domain::naming::Naming;
use chie_domain::site::Room;

use chie_domain::api_key::UseKeyRefusal;

use crate::ask::{
    Ask, Caller, Due, EmbedParts, Home, HouseEntry, IntroduceAsk, KeyAsk, Outcome, PhotoSeen, SignOnAsk, SignedOn, Trouble,
};
use crate::carry;
use crate::here::refuse;
use crate::query::product::unmade;
use crate::query::{figures, record};

/// The answer to an ask that creates nothing; nothing for the few that do.
#[expect(clippy::too_many_lines, reason = "one line an ask")]
pub(crate) fn answer(brand: &BrandDomain, caller: &Caller, ask: &Ask) -> Option<Result<Outcome, Trouble>> {
    let nowhere = |cursor: Option<&String>| match cursor {
        Some(_) => Err(refuse(list_threads::ListThreadsRefusal::CursorInvalid)),
        None => Ok(ThreadPage { rows: Vec::new(), next: None }),
    };
    Some(match ask {
        Ask::Open(..)
        | Ask::PostThread(_)
        | Ask::PostPhoto(_)
        | Ask::RequestProof(_)
        | Ask::Join { .. }
        | Ask::SignOn(SignOnAsk::Take(SignedOn { room: Room::Test, .. }))
        | Ask::Contact { .. }
        | Ask::ImportPart(..)
        | Ask::ImportPicture(..)
        | Ask::Import(_) => {
            return None;
        }
        Ask::Community => Ok(Outcome::Community(empty(brand))),
        Ask::Embed { product, name, .. } => nowhere(None).map(|threads| {
            let product = unmade(product, name.as_ref(), Stewardship::FanMade);
            Outcome::Embed(EmbedParts {
                community: empty(brand),
                product,
                threads,
                thread: None,
                worth_finding: false,
                hours: None,
                canonical: None,
            })
        }),
        Ask::List(request) => nowhere(request.cursor.as_ref()).map(Outcome::List),
        Ask::Desk(request) => nowhere(request.cursor.as_ref()).map(|threads| {
            let (proofs, claims) = (Vec::new(), Vec::new());
            Outcome::Desk(get_desk::Response {
                community: empty(brand),
                proofs,
                seat: None,
                claims,
                threads,
                former: None,
                proven: None,
                learns: false,
            })
        }),
        Ask::Likely(_) => Ok(Outcome::Likely(suggest_threads::Response { likely: Vec::new() })),
        Ask::Search(request) => match request.cursor {
            Some(_) => Err(refuse(SearchThreadsRefusal::CursorInvalid)),
            None => Ok(Outcome::Search(search_threads::Response::default())),
        },
        Ask::SearchWords => Err(refuse(GetSearchWordsRefusal::NotAllowed)),
        Ask::SetSearchWords(_) => Err(refuse(SetSearchWordsRefusal::NotAllowed)),
        Ask::Sites => Err(refuse(GetSitesRefusal::NotAllowed)),
        Ask::SetSites(_) => Err(refuse(SetSitesRefusal::NotAllowed)),
        Ask::CountingSites => Ok(Outcome::Sites(Vec::new())),
        Ask::CountReading(_) => Err(refuse(CountReadingRefusal::NotFound)),
        Ask::Figures => Ok(Outcome::Figures(figures::none())),
        Ask::Mine => Ok(Outcome::Mine(MineView::default())),
        Ask::Due => Ok(Outcome::Due(Due::default())),
        Ask::DirectoryEntry => Ok(Outcome::DirectoryEntry(None)),
        Ask::Addresses => Ok(Outcome::Addresses(Vec::new())),
        Ask::Home => Ok(Outcome::Home(Box::new(Home {
            community: empty(brand),
            solved: Vec::new(),
            news: Vec::new(),
            worth_finding: false,
        }))),
        Ask::MemberPage(_) => Ok(Outcome::MemberPage(None)),
        Ask::PostComment(..) => Err(refuse(PostCommentRefusal::NotFound)),
        Ask::EditPost(..) => Err(refuse(EditPostRefusal::NotFound)),
        Ask::DeletePost(_) => Err(refuse(DeletePostRefusal::NotFound)),
        Ask::Versions(_) => Err(refuse(GetVersionsRefusal::NotFound)),
        Ask::SetKind(..) => Err(refuse(match caller {
            Caller::Visitor | Caller::Member(_) | Caller::Operator(_) => SetKindRefusal::UnknownThread,
            Caller::Console(_) => SetKindRefusal::NotTheAsker,
        })),
        Ask::SetMood(..) => Err(refuse(SetMoodRefusal::UnknownThread)),
        Ask::SetNotSolved(..) => Err(refuse(SetNotSolvedRefusal::UnknownThread)),
        Ask::SetEmergency(_) => Err(refuse(SetEmergencyRefusal::NotAllowed)),
        Ask::LiftDanger(..) => Err(refuse(match caller {
            Caller::Operator(_) => LiftDangerRefusal::UnknownThread,
            Caller::Visitor | Caller::Member(_) | Caller::Console(_) => LiftDangerRefusal::NotAllowed,
        })),
        Ask::SetCaution(..) => Err(refuse(match caller {
            Caller::Operator(_) => SetCautionRefusal::NotFound,
            Caller::Visitor | Caller::Member(_) | Caller::Console(_) => SetCautionRefusal::NotAllowed,
        })),
        Ask::PhotoSeen(_) => Ok(Outcome::PhotoSeen(PhotoSeen::ByNobody)),
        Ask::Export(_) => Err(carry::nothing_to_take(caller)),
        Ask::PhotosOf(_) | Ask::AllPhotos => Ok(Outcome::Photos(Vec::new())),
        Ask::PhotoArrived(_) | Ask::SetPhotoOpen(..) => Err(refuse(SetPhotoOpenRefusal::NotFound)),
        Ask::NameMet
        | Ask::OutboxDone(_)
        | Ask::OutboxFailed
        | Ask::Rechecked(..)
        | Ask::AlarmTold(..)
        | Ask::PhotosDeleted(_)
        | Ask::PhotosKept
        | Ask::Stop(..)
        | Ask::LetterSent(_)
        | Ask::LetterFailed(_)
        | Ask::TidingSent(_)
        | Ask::TidingFailed(_)
        | Ask::ZoneSeen(..) => Ok(Outcome::Done),
        Ask::Flag(..) => Err(refuse(PostFlagRefusal::NotFound)),
        Ask::FlagForBrand(_) => Err(refuse(PostFlagRefusal::NotAllowed)),
        Ask::RequestRemoval(..) => Err(refuse(RequestRemovalRefusal::NotFound)),
        Ask::Requested(_) => Ok(Outcome::Requested(None)),
        Ask::Appeal(_) => Err(refuse(PostAppealRefusal::NotFound)),
        Ask::Statement(_) => Err(refuse(GetStatementRefusal::NotFound)),
        Ask::Decide(..) | Ask::Matter(_) => Err(refuse(match caller {
            Caller::Operator(_) => GetMatterRefusal::NotFound,
            Caller::Visitor | Caller::Member(_) | Caller::Console(_) => GetMatterRefusal::NotAllowed,
        })),
        Ask::Record => Ok(Outcome::Record(record::none())),
        Ask::HouseEntry => Ok(Outcome::HouseEntry(HouseEntry { brand: brand.clone(), lines: Vec::new(), total: 0 })),
        Ask::History => Ok(Outcome::History(get_history::Response { lines: Vec::new() })),
        Ask::Audit(_) if matches!(caller, Caller::Console(_)) => Err(refuse(GetGuardRefusal::NotAllowed)),
        Ask::Guard | Ask::SetGuard(_) if !matches!(caller, Caller::Operator(_)) => Err(refuse(GetGuardRefusal::NotAllowed)),
        Ask::Audit(_) | Ask::Guard | Ask::SetGuard(_) => Err(refuse(GetAuditRefusal::UnknownBrand)),
        Ask::SeePeople
        | Ask::Products
        | Ask::SetProduct(..)
        | Ask::MergeProduct(..)
        | Ask::SetUp
        | Ask::ChangeSetUp(_)
        | Ask::SetSignpost(_)
        | Ask::Context(_)
        | Ask::People(_)
        | Ask::Triage(_)
        | Ask::SeeWork
        | Ask::Notes(_)
        | Ask::Overview
        | Ask::Work(_) => Err(refuse(GetPeopleRefusal::NotAllowed)),
        Ask::SeePrivate(..) | Ask::Private(_) => Err(refuse(match caller {
            Caller::Visitor | Caller::Member(_) => GetPrivateNotesRefusal::UnknownThread,
            Caller::Console(_) | Caller::Operator(_) => GetPrivateNotesRefusal::NotAllowed,
        })),
        Ask::Introduce(IntroduceAsk::All) => Ok(Outcome::Introductions(Vec::new())),
        Ask::Introduce(_) => Err(refuse(GetIntroductionRefusal::NotAllowed)),
        Ask::SignOn(SignOnAsk::Take(_) | SignOnAsk::Secret(_)) => Err(refuse(SignOnRefusal::Key)),
        Ask::SignOn(_) => Err(refuse(GetSignOnRefusal::NotAllowed)),
        Ask::Key(KeyAsk::Use(..)) => Err(refuse(UseKeyRefusal::Invalid)),
        Ask::Key(KeyAsk::MemberOf(_)) => Ok(Outcome::MemberOf(None)),
        Ask::Key(_) => Err(refuse(GetBrandKeysRefusal::NotAllowed)),
        Ask::Webhook(_) => Err(refuse(GetWebhooksRefusal::NotAllowed)),
        Ask::EraseMe => Err(refuse(EraseMeRefusal::Nobody)),
        Ask::SetMyName(_) => Err(refuse(SetMyNameRefusal::Nobody)),
        Ask::EndMySessions => Err(refuse(EndMySessionsRefusal::Nobody)),
        Ask::DoubtName(_) => Err(refuse(DoubtNameRefusal::NotFound)),
        Ask::AliasesProven => Ok(Outcome::AliasesProven(Vec::new())),
        Ask::Aliases | Ask::Alias(_) => Err(refuse(SetAliasRefusal::NotAllowed)),
        Ask::Forwarded(_) => Ok(Outcome::Forwarded(None)),
        Ask::SetName(..) => match caller {
            // The operator may name a brand that nobody has asked about yet.
            Caller::Operator(_) => return None,
            Caller::Visitor | Caller::Member(_) | Caller::Console(_) => Err(refuse(SetNameRefusal::NotAllowed)),
        },
        Ask::Naming => match caller {
            Caller::Operator(_) => {
                Ok(Outcome::Naming(get_naming::Response { given: None, shown: None, naming: Naming::Said, doubts: Vec::new() }))
            }
            Caller::Visitor | Caller::Member(_) | Caller::Console(_) => Err(refuse(GetNamingRefusal::NotAllowed)),
        },
        Ask::JudgeName(_) => Err(refuse(match caller {
            Caller::Operator(_) => JudgeNameRefusal::NoName,
            Caller::Visitor | Caller::Member(_) | Caller::Console(_) => JudgeNameRefusal::NotAllowed,
        })),
        Ask::ExportMe(_) => Err(refuse(ExportMeRefusal::Nobody)),
        Ask::SetFollow(..) => Err(refuse(SetFollowRefusal::UnknownThread)),
        Ask::MakeKeepLink(..) | Ask::RevokeKeepLink(_) => Err(refuse(MakeKeepLinkRefusal::UnknownThread)),
        Ask::ComeBack(_) => Err(refuse(ComeBackRefusal::LinkOver)),
        Ask::Helping(_) => {
            let (questions, hears_of) = (Vec::new(), Vec::new());
            Ok(Outcome::HelpingView(get_helping::Response { questions, hears_of, solved: 0, level: Level::New }))
        }
        Ask::SetHelping(_) => Err(refuse(SetHelpingRefusal::AddressNeeded)),
        Ask::SetTags(..) => Err(refuse(SetTagsRefusal::UnknownThread)),
        Ask::SetDuplicate(..) => Err(refuse(match caller {
            Caller::Visitor | Caller::Member(_) => SetDuplicateRefusal::UnknownThread,
            Caller::Console(_) | Caller::Operator(_) => SetDuplicateRefusal::NotAllowed,
        })),
        Ask::Thread(..) | Ask::Tags(_) => Err(refuse(GetThreadRefusal::UnknownThread)),
        Ask::PostReply(..) => Err(refuse(PostReplyRefusal::UnknownThread)),
        Ask::SetMeToo(..) => Err(refuse(SetMeTooRefusal::UnknownThread)),
        Ask::SetStar(..) => Err(refuse(SetStarRefusal::NotFound)),
        Ask::SetAccepted(..) => Err(refuse(SetAcceptedRefusal::NotFound)),
        Ask::Evidence(_) | Ask::RecordLooks(..) => Err(refuse(CheckProofRefusal::NotFound)),
        Ask::Claim(_) => Err(refuse(ClaimThreadsRefusal::NotAllowed)),
        Ask::Release(_) => Err(refuse(ReleaseClaimRefusal::NotAllowed)),
        Ask::PostOfficialReply(..) => Err(refuse(PostOfficialReplyRefusal::NotAllowed)),
        Ask::MarkOfficialAnswer(..) => Err(refuse(MarkOfficialAnswerRefusal::NotAllowed)),
        Ask::SetStatus(..) => Err(refuse(SetStatusRefusal::NotAllowed)),
        Ask::Remove(..) => Err(refuse(match caller {
            Caller::Operator(_) => RemovePostRefusal::NotFound,
            Caller::Visitor | Caller::Member(_) | Caller::Console(_) => RemovePostRefusal::NotAllowed,
        })),
    })
}

fn empty(brand: &BrandDomain) -> CommunityView {
    CommunityView {
        brand: brand.clone(),
        name: None,
        opened: None,
        badge: None,
        steward: Stewardship::FanMade,
        products: Vec::new(),
        threads: 0,
        emergency: None,
        moods: Vec::new(),
        help: None,
        signpost: None,
    }
}
