//! Every route is written as it is read, and nothing else is a route.

use super::samples::{
    act_id, api_key_id, brand, claim_id, delivery_id, key, member_id, photo_id, proof_id, reply_id, session_id, sign_on_key_id,
    thread_id, webhook_id,
};
use chie_domain::api::route::{Access, Method, NoRoute, Route};
use chie_domain::api_key::{KeyNeeds, KeyScope};
use chie_domain::id::PostId;
use chie_domain::matter::Matter;
use proptest::prelude::*;
use std::collections::HashSet;

/// Lists every variant; one that is missing here does not compile.
macro_rules! every_route {
    ($($variant:ident = $make:expr,)*) => {
        fn every_route() -> Vec<Route> {
            fn listed(route: &Route) {
                match route {
                    $(Route::$variant { .. })|* => {}
                }
            }
            let all = vec![$($make),*];
            all.iter().for_each(listed);
            let names = [$(stringify!($variant)),*];
            for (route, name) in all.iter().zip(names) {
                assert!(format!("{route:?}").starts_with(name), "{route:?} stands for {name}");
            }
            all
        }
    };
}

every_route! {
    GetEmbed = Route::GetEmbed(brand(), key()),
    SearchDirectory = Route::SearchDirectory,
    OpenCommunity = Route::OpenCommunity,
    GetCommunity = Route::GetCommunity(brand()),
    ListThreads = Route::ListThreads(brand()),
    PostThread = Route::PostThread(brand()),
    GetThread = Route::GetThread(brand(), thread_id()),
    PostReply = Route::PostReply(brand(), thread_id()),
    SetMeToo = Route::SetMeToo(brand(), thread_id()),
    SetStar = Route::SetStar(brand(), reply_id()),
    SetAccepted = Route::SetAccepted(brand(), reply_id()),
    SuggestThreads = Route::SuggestThreads(brand()),
    GetMine = Route::GetMine(brand()),
    RequestCode = Route::RequestCode,
    Join = Route::Join(brand()),
    SignIn = Route::SignIn,
    GetSession = Route::GetSession,
    SignOut = Route::SignOut,
    GetDesk = Route::GetDesk(brand()),
    RequestProof = Route::RequestProof(brand()),
    CheckProof = Route::CheckProof(brand(), proof_id()),
    ClaimThreads = Route::ClaimThreads(brand()),
    ReleaseClaim = Route::ReleaseClaim(brand(), claim_id()),
    PostOfficialReply = Route::PostOfficialReply(brand(), thread_id()),
    MarkOfficialAnswer = Route::MarkOfficialAnswer(brand(), thread_id()),
    SetStatus = Route::SetStatus(brand(), thread_id()),
    RemovePost = Route::RemovePost(brand()),
    PostComment = Route::PostComment(brand(), reply_id()),
    EditPost = Route::EditPost(brand(), PostId::Opening(thread_id())),
    DeletePost = Route::DeletePost(brand(), PostId::Opening(thread_id())),
    GetVersions = Route::GetVersions(brand(), PostId::Reply(reply_id())),
    SetKind = Route::SetKind(brand(), thread_id()),
    SetMood = Route::SetMood(brand(), thread_id()),
    SetNotSolved = Route::SetNotSolved(brand(), thread_id()),
    LiftDanger = Route::LiftDanger(brand(), thread_id()),
    SetCaution = Route::SetCaution(brand(), reply_id()),
    SetEmergency = Route::SetEmergency(brand()),
    SearchThreads = Route::SearchThreads(brand()),
    GetSearchWords = Route::GetSearchWords(brand()),
    SetSearchWords = Route::SetSearchWords(brand()),
    CountReading = Route::CountReading(brand()),
    GetFigures = Route::GetFigures(brand()),
    PostPhoto = Route::PostPhoto(brand()),
    GetPrivateNotes = Route::GetPrivateNotes(brand(), thread_id()),
    PostPrivateNote = Route::PostPrivateNote(brand(), thread_id()),
    PostPrivatePhoto = Route::PostPrivatePhoto(brand(), thread_id()),
    GetPrivatePhoto = Route::GetPrivatePhoto(brand(), thread_id(), photo_id()),
    SeePrivateNotes = Route::SeePrivateNotes(brand(), thread_id()),
    AskPrivately = Route::AskPrivately(brand(), thread_id()),
    SeePrivatePhoto = Route::SeePrivatePhoto(brand(), thread_id(), photo_id()),
    GetPhoto = Route::GetPhoto(photo_id()),
    SetPhotoOpen = Route::SetPhotoOpen(brand(), photo_id()),
    JudgePhoto = Route::JudgePhoto(brand(), photo_id()),
    SetFollow = Route::SetFollow(brand(), thread_id()),
    MakeKeepLink = Route::MakeKeepLink(brand(), thread_id()),
    RevokeKeepLink = Route::RevokeKeepLink(brand(), thread_id()),
    ComeBack = Route::ComeBack(brand()),
    GetHelping = Route::GetHelping(brand()),
    SetHelping = Route::SetHelping(brand()),
    GetTags = Route::GetTags(brand(), thread_id()),
    SetTags = Route::SetTags(brand(), thread_id()),
    SetDuplicate = Route::SetDuplicate(brand(), thread_id()),
    SettleDuplicate = Route::SettleDuplicate(brand(), thread_id()),
    GetPeople = Route::GetPeople(brand()),
    InvitePerson = Route::InvitePerson(brand()),
    SetRole = Route::SetRole(brand(), member_id()),
    RemovePerson = Route::RemovePerson(brand(), member_id()),
    SetObjection = Route::SetObjection(brand(), member_id()),
    MakeRecoveryCode = Route::MakeRecoveryCode(brand()),
    JoinFormer = Route::JoinFormer(brand()),
    GetSessions = Route::GetSessions,
    EndSession = Route::EndSession(session_id()),
    ExportCommunity = Route::ExportCommunity(brand()),
    ImportCommunity = Route::ImportCommunity(brand()),
    GetSites = Route::GetSites(brand()),
    SetSites = Route::SetSites(brand()),
    GetTriage = Route::GetTriage(brand()),
    UndoClaim = Route::UndoClaim(brand(), act_id()),
    SettleArrivals = Route::SettleArrivals(brand()),
    GetWork = Route::GetWork(brand()),
    SetTaken = Route::SetTaken(brand(), thread_id()),
    GetNotes = Route::GetNotes(brand(), thread_id()),
    PostNote = Route::PostNote(brand(), thread_id()),
    SetSavedReply = Route::SetSavedReply(brand()),
    SetHours = Route::SetHours(brand()),
    GetOverview = Route::GetOverview(brand()),
    GetOverviewTable = Route::GetOverviewTable(brand()),
    GetHistory = Route::GetHistory(brand()),
    GetGuard = Route::GetGuard(brand()),
    SetGuard = Route::SetGuard(brand()),
    GetAudit = Route::GetAudit(brand()),
    GetAuditRows = Route::GetAuditRows(brand()),
    GetChallenge = Route::GetChallenge(brand()),
    SettleKind = Route::SettleKind(brand(), thread_id()),
    GetProducts = Route::GetProducts(brand()),
    SetProduct = Route::SetProduct(brand(), key()),
    MergeProduct = Route::MergeProduct(brand(), key()),
    GetSetUp = Route::GetSetUp(brand()),
    ChangeSetUp = Route::ChangeSetUp(brand()),
    SetSignpost = Route::SetSignpost(brand()),
    GetContext = Route::GetContext(brand(), thread_id()),
    EraseMe = Route::EraseMe(brand()),
    ExportMe = Route::ExportMe(brand()),
    PostFlag = Route::PostFlag(brand()),
    FlagAsBrand = Route::FlagAsBrand(brand()),
    RequestRemoval = Route::RequestRemoval(brand()),
    PostAppeal = Route::PostAppeal(brand()),
    GetStatement = Route::GetStatement(brand(), Matter::Post(PostId::Reply(reply_id()))),
    Decide = Route::Decide(brand()),
    GetMatter = Route::GetMatter(brand(), Matter::Badge),
    GetHouse = Route::GetHouse,
    GetRecord = Route::GetRecord(brand()),
    GetNaming = Route::GetNaming(brand()),
    SetName = Route::SetName(brand()),
    JudgeName = Route::JudgeName(brand()),
    DoubtName = Route::DoubtName(brand()),
    SetMyName = Route::SetMyName(brand()),
    EndMySessions = Route::EndMySessions(brand()),
    GetAliases = Route::GetAliases(brand()),
    SetAlias = Route::SetAlias(brand(), brand()),
    CheckAlias = Route::CheckAlias(brand(), brand()),
    SetChampion = Route::SetChampion(brand(), member_id()),
    SignOn = Route::SignOn(brand()),
    GetIntroduction = Route::GetIntroduction(brand()),
    SetIntroduction = Route::SetIntroduction(brand()),
    PostFace = Route::PostFace(brand()),
    GetSignOn = Route::GetSignOn(brand()),
    MakeSignOnKey = Route::MakeSignOnKey(brand()),
    RevokeSignOnKey = Route::RevokeSignOnKey(brand(), sign_on_key_id()),
    GetBrandKeys = Route::GetBrandKeys(brand()),
    MakeBrandKey = Route::MakeBrandKey(brand()),
    RevokeBrandKey = Route::RevokeBrandKey(brand(), api_key_id()),
    GetKeys = Route::GetKeys,
    MakeKey = Route::MakeKey,
    RevokeKey = Route::RevokeKey(api_key_id()),
    GetWebhooks = Route::GetWebhooks(brand()),
    MakeWebhook = Route::MakeWebhook(brand()),
    RemoveWebhook = Route::RemoveWebhook(brand(), webhook_id()),
    RotateWebhook = Route::RotateWebhook(brand(), webhook_id()),
    TestWebhook = Route::TestWebhook(brand(), webhook_id()),
    SendAgain = Route::SendAgain(brand(), webhook_id(), delivery_id()),
}

const METHODS: [Method; 4] = [Method::Get, Method::Post, Method::Put, Method::Delete];

#[test]
fn every_route_is_read_as_it_is_written() {
    let mut places = HashSet::new();
    for route in every_route() {
        let (method, path) = (route.method(), route.path());
        assert_eq!(Route::parse(method, &path), Ok(route), "{method:?} {path}");
        assert!(places.insert((method, path)), "two routes share a place");
    }
}

#[test]
fn a_known_path_asked_for_in_another_way_says_so() {
    for route in every_route() {
        let path = route.path();
        for method in METHODS {
            let known = every_route().iter().any(|other| other.method() == method && other.path() == path);
            let read = Route::parse(method, &path);
            assert_eq!(read.is_ok(), known, "{method:?} {path}");
            assert!(known || read == Err(NoRoute::OtherMethod), "{method:?} {path}");
        }
    }
}

#[test]
fn what_is_nearly_a_route_is_none() {
    let (thread, reply) = (thread_id(), reply_id());
    for path in [
        String::new(),
        "/".to_owned(),
        "v1/directory".to_owned(),
        "//v1/directory".to_owned(),
        "/v1/directory/".to_owned(),
        "/v1/Directory".to_owned(),
        "/v2/directory".to_owned(),
        "/v1/communities/acme.example/".to_owned(),
        "/v1/communities/acme.example/rows".to_owned(),
        format!("/v1/communities/acme.example/threads/{reply}"),
        format!("/v1/communities/acme.example/threads/{thread}/"),
        format!("/v1/communities/acme.example/threads/{thread}'"),
        "/v1/communities/acme.example/threads/../mine".to_owned(),
    ] {
        assert_eq!(Route::parse(Method::Get, &path), Err(NoRoute::NotFound), "{path}");
    }
    for product in ["Kettle", "", "-a"] {
        let read = Route::parse(Method::Get, &format!("/embed/acme.example/{product}"));
        assert!(matches!(read, Err(NoRoute::Product(_))), "{product}: {read:?}");
    }
    for brand in ["127.0.0.1", "localhost", "a..b", "", "acme.example:8080", "user@acme.example"] {
        let read = Route::parse(Method::Get, &format!("/v1/communities/{brand}/threads"));
        assert!(matches!(read, Err(NoRoute::Brand(_))), "{brand}: {read:?}");
    }
}

#[test]
fn whatever_acts_for_a_brand_is_asked_for_on_the_console() {
    for route in every_route() {
        let acts = matches!(
            route,
            Route::GetDesk(_)
                | Route::FlagAsBrand(_)
                | Route::Decide(_)
                | Route::GetMatter(..)
                | Route::GetHouse
                | Route::RequestProof(_)
                | Route::CheckProof(..)
                | Route::ClaimThreads(_)
                | Route::ReleaseClaim(..)
                | Route::PostOfficialReply(..)
                | Route::MarkOfficialAnswer(..)
                | Route::SetStatus(..)
                | Route::RemovePost(_)
                | Route::LiftDanger(..)
                | Route::SetCaution(..)
                | Route::SetEmergency(_)
                | Route::GetSearchWords(_)
                | Route::SetSearchWords(_)
                | Route::JudgePhoto(..)
                | Route::SettleDuplicate(..)
                | Route::SettleKind(..)
                | Route::GetPeople(_)
                | Route::InvitePerson(_)
                | Route::SetRole(..)
                | Route::RemovePerson(..)
                | Route::SetObjection(..)
                | Route::MakeRecoveryCode(_)
                | Route::JoinFormer(_)
                | Route::GetSessions
                | Route::EndSession(_)
                | Route::ExportCommunity(_)
                | Route::ImportCommunity(_)
                | Route::GetSites(_)
                | Route::SetSites(_)
                | Route::GetTriage(_)
                | Route::UndoClaim(..)
                | Route::SettleArrivals(_)
                | Route::GetWork(_)
                | Route::SetTaken(..)
                | Route::GetNotes(..)
                | Route::PostNote(..)
                | Route::SeePrivateNotes(..)
                | Route::AskPrivately(..)
                | Route::SeePrivatePhoto(..)
                | Route::SetSavedReply(_)
                | Route::SetHours(_)
                | Route::GetOverview(_)
                | Route::GetOverviewTable(_)
                | Route::GetNaming(_)
                | Route::SetName(_)
                | Route::JudgeName(_)
                | Route::GetAliases(_)
                | Route::SetAlias(..)
                | Route::CheckAlias(..)
                | Route::SetChampion(..)
                | Route::GetSignOn(_)
                | Route::GetIntroduction(_)
                | Route::SetIntroduction(_)
                | Route::PostFace(_)
                | Route::MakeSignOnKey(_)
                | Route::RevokeSignOnKey(..)
                | Route::GetBrandKeys(_)
                | Route::MakeBrandKey(_)
                | Route::RevokeBrandKey(..)
                | Route::GetKeys
                | Route::MakeKey
                | Route::RevokeKey(_)
                | Route::GetWebhooks(_)
                | Route::MakeWebhook(_)
                | Route::RemoveWebhook(..)
                | Route::RotateWebhook(..)
                | Route::TestWebhook(..)
                | Route::SendAgain(..)
                | Route::GetProducts(_)
                | Route::SetProduct(..)
                | Route::MergeProduct(..)
                | Route::GetSetUp(_)
                | Route::ChangeSetUp(_)
                | Route::SetSignpost(_)
                | Route::GetContext(..)
                | Route::GetGuard(_)
                | Route::SetGuard(_)
                | Route::GetAuditRows(_)
                | Route::SignIn
                | Route::GetSession
                | Route::SignOut
        );
        assert_eq!(route.access() == Access::Console, acts, "{route:?}");
        assert!(!route.needs_key() || route.method() == Method::Post, "{route:?}");
        assert!(route.access() != Access::Public || !route.needs_key(), "{route:?}");
    }
}

#[test]
fn a_key_reaches_what_everybody_reads_its_scope_and_no_more() {
    for route in every_route() {
        let Some((_, needs)) = route.by_key() else { continue };
        match needs {
            KeyNeeds::Any => assert!(route.access() != Access::Console && route.method() == Method::Get, "{route:?}"),
            KeyNeeds::Person => assert!(route.access() == Access::Session && route.method() == Method::Get, "{route:?}"),
            KeyNeeds::Scope(KeyScope::Read | KeyScope::Export) => {
                assert!(route.access() == Access::Console && route.method() == Method::Get, "{route:?}");
            }
            KeyNeeds::Scope(KeyScope::Answer) => assert_eq!(route.access(), Access::Console, "{route:?}"),
        }
    }
    for route in [Route::MakeBrandKey(brand()), Route::GetPeople(brand()), Route::SeePrivateNotes(brand(), thread_id())] {
        assert_eq!(route.by_key(), None, "{route:?}");
    }
}

proptest! {
    #[test]
    fn any_path_is_read_without_a_panic_and_to_one_place(path in "(/|v1|communities|acme\\.example|WWW\\.acme\\.example|threads|embed|kettle|[ -~あ]){0,12}") {
        for method in METHODS {
            if let Ok(route) = Route::parse(method, &path) {
                prop_assert_eq!(route.method(), method);
                prop_assert_eq!(Route::parse(method, &route.path()), Ok(route));
            }
        }
    }
}
