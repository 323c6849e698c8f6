//! Every path of the API in one enum that both parses and formats: the Worker's router and all clients use it, so a path is
//! written down once.

use crate::brand::BrandDomain;
use crate::id::{ActId, ClaimId, MemberId, PhotoId, PostId, ProofId, ReplyId, SessionId, SignOnKeyId, ThreadId};
use crate::matter::Matter;
use crate::text::ProductKey;

/// How a route is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Makes.
    Post,
    /// Sets.
    Put,
    /// Takes back.
    Delete,
}

/// Whose credentials a route looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Nobody's: the answer is the same for everyone and may be cached.
    Public,
    /// A guest's or member's session in one community, if there is one.
    Session,
    /// The console's cookie, on the console's host only.
    Console,
}

/// A place of the API.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// `GET /embed/{brand}/{product}`
    GetEmbed(BrandDomain, ProductKey),
    /// `GET /v1/directory`
    SearchDirectory,
    /// `POST /v1/communities`
    OpenCommunity,
    /// `GET /v1/communities/{brand}`
    GetCommunity(BrandDomain),
    /// `GET /v1/communities/{brand}/threads`
    ListThreads(BrandDomain),
    /// `POST /v1/communities/{brand}/threads`
    PostThread(BrandDomain),
    /// `GET /v1/communities/{brand}/threads/{thread}`
    GetThread(BrandDomain, ThreadId),
    /// `POST /v1/communities/{brand}/threads/{thread}/replies`
    PostReply(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/me-too`
    SetMeToo(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/replies/{reply}/star`
    SetStar(BrandDomain, ReplyId),
    /// `PUT /v1/communities/{brand}/replies/{reply}/accepted`
    SetAccepted(BrandDomain, ReplyId),
    /// `GET /v1/communities/{brand}/likely`
    SuggestThreads(BrandDomain),
    /// `GET /v1/communities/{brand}/mine`
    GetMine(BrandDomain),
    /// `POST /v1/codes`
    RequestCode,
    /// `POST /v1/communities/{brand}/joins`
    Join(BrandDomain),
    /// `POST /v1/console/session`
    SignIn,
    /// `GET /v1/console/session`
    GetSession,
    /// `DELETE /v1/console/session`
    SignOut,
    /// `GET /v1/communities/{brand}/desk`
    GetDesk(BrandDomain),
    /// `POST /v1/communities/{brand}/proofs`
    RequestProof(BrandDomain),
    /// `POST /v1/communities/{brand}/proofs/{proof}/check`
    CheckProof(BrandDomain, ProofId),
    /// `POST /v1/communities/{brand}/claims`
    ClaimThreads(BrandDomain),
    /// `DELETE /v1/communities/{brand}/claims/{claim}`
    ReleaseClaim(BrandDomain, ClaimId),
    /// `POST /v1/communities/{brand}/threads/{thread}/official-replies`
    PostOfficialReply(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/official-answer`
    MarkOfficialAnswer(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/status`
    SetStatus(BrandDomain, ThreadId),
    /// `POST /v1/communities/{brand}/removals`
    RemovePost(BrandDomain),
    /// `POST /v1/communities/{brand}/replies/{reply}/comments`
    PostComment(BrandDomain, ReplyId),
    /// `PUT /v1/communities/{brand}/posts/{post}`
    EditPost(BrandDomain, PostId),
    /// `DELETE /v1/communities/{brand}/posts/{post}`
    DeletePost(BrandDomain, PostId),
    /// `GET /v1/communities/{brand}/posts/{post}/versions`
    GetVersions(BrandDomain, PostId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/kind`
    SetKind(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/mood`
    SetMood(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/not-solved`
    SetNotSolved(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/danger`
    LiftDanger(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/replies/{reply}/caution`
    SetCaution(BrandDomain, ReplyId),
    /// `PUT /v1/communities/{brand}/emergency`
    SetEmergency(BrandDomain),
    /// `GET /v1/communities/{brand}/search`
    SearchThreads(BrandDomain),
    /// `GET /v1/communities/{brand}/search-words`
    GetSearchWords(BrandDomain),
    /// `PUT /v1/communities/{brand}/search-words`
    SetSearchWords(BrandDomain),
    /// `POST /v1/communities/{brand}/readings`
    CountReading(BrandDomain),
    /// `GET /v1/communities/{brand}/figures`
    GetFigures(BrandDomain),
    /// `POST /v1/communities/{brand}/photos`
    PostPhoto(BrandDomain),
    /// `GET /p/{photo}`
    GetPhoto(PhotoId),
    /// `PUT /v1/communities/{brand}/photos/{photo}/open`
    SetPhotoOpen(BrandDomain, PhotoId),
    /// `PUT /v1/communities/{brand}/photos/{photo}/judgement`
    JudgePhoto(BrandDomain, PhotoId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/follow`
    SetFollow(BrandDomain, ThreadId),
    /// `POST /v1/communities/{brand}/threads/{thread}/keep-link`
    MakeKeepLink(BrandDomain, ThreadId),
    /// `DELETE /v1/communities/{brand}/threads/{thread}/keep-link`
    RevokeKeepLink(BrandDomain, ThreadId),
    /// `POST /v1/communities/{brand}/returns`
    ComeBack(BrandDomain),
    /// `GET /v1/communities/{brand}/helping`
    GetHelping(BrandDomain),
    /// `PUT /v1/communities/{brand}/helping`
    SetHelping(BrandDomain),
    /// `GET /v1/communities/{brand}/threads/{thread}/tags`
    GetTags(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/tags`
    SetTags(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/duplicate`
    SetDuplicate(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/threads/{thread}/duplicate-mark`
    SettleDuplicate(BrandDomain, ThreadId),
    /// `GET /v1/communities/{brand}/people`
    GetPeople(BrandDomain),
    /// `POST /v1/communities/{brand}/people`
    InvitePerson(BrandDomain),
    /// `PUT /v1/communities/{brand}/people/{member}`
    SetRole(BrandDomain, MemberId),
    /// `DELETE /v1/communities/{brand}/people/{member}`
    RemovePerson(BrandDomain, MemberId),
    /// `PUT /v1/communities/{brand}/people/{member}/objection`
    SetObjection(BrandDomain, MemberId),
    /// `POST /v1/communities/{brand}/recovery-codes`
    MakeRecoveryCode(BrandDomain),
    /// `POST /v1/communities/{brand}/succession`
    JoinFormer(BrandDomain),
    /// `GET /v1/console/sessions`
    GetSessions,
    /// `DELETE /v1/console/sessions/{session}`
    EndSession(SessionId),
    /// `GET /v1/communities/{brand}/export`
    ExportCommunity(BrandDomain),
    /// `POST /v1/communities/{brand}/import`
    ImportCommunity(BrandDomain),
    /// `GET /v1/communities/{brand}/sites`
    GetSites(BrandDomain),
    /// `PUT /v1/communities/{brand}/sites`
    SetSites(BrandDomain),
    /// `GET /v1/communities/{brand}/triage`
    GetTriage(BrandDomain),
    /// `DELETE /v1/communities/{brand}/claim-acts/{act}`
    UndoClaim(BrandDomain, ActId),
    /// `POST /v1/communities/{brand}/arrivals`
    SettleArrivals(BrandDomain),
    /// `GET /v1/communities/{brand}/work`
    GetWork(BrandDomain),
    /// `PUT /v1/communities/{brand}/threads/{thread}/taken`
    SetTaken(BrandDomain, ThreadId),
    /// `GET /v1/communities/{brand}/threads/{thread}/notes`
    GetNotes(BrandDomain, ThreadId),
    /// `POST /v1/communities/{brand}/threads/{thread}/notes`
    PostNote(BrandDomain, ThreadId),
    /// `PUT /v1/communities/{brand}/saved-replies`
    SetSavedReply(BrandDomain),
    /// `PUT /v1/communities/{brand}/hours`
    SetHours(BrandDomain),
    /// `GET /v1/communities/{brand}/overview`
    GetOverview(BrandDomain),
    /// `GET /v1/communities/{brand}/overview-table`
    GetOverviewTable(BrandDomain),
    /// `GET /v1/communities/{brand}/history`
    GetHistory(BrandDomain),
    /// `GET /v1/communities/{brand}/guard`
    GetGuard(BrandDomain),
    /// `PUT /v1/communities/{brand}/guard`
    SetGuard(BrandDomain),
    /// `GET /v1/communities/{brand}/audit`
    GetAudit(BrandDomain),
    /// `GET /v1/communities/{brand}/audit-rows`
    GetAuditRows(BrandDomain),
    /// `GET /v1/communities/{brand}/challenge`
    GetChallenge(BrandDomain),
    /// `PUT /v1/communities/{brand}/threads/{thread}/kind-mark`
    SettleKind(BrandDomain, ThreadId),
    /// `GET /v1/communities/{brand}/products`
    GetProducts(BrandDomain),
    /// `PUT /v1/communities/{brand}/products/{product}`
    SetProduct(BrandDomain, ProductKey),
    /// `PUT /v1/communities/{brand}/products/{product}/merged`
    MergeProduct(BrandDomain, ProductKey),
    /// `GET /v1/communities/{brand}/set-up`
    GetSetUp(BrandDomain),
    /// `PUT /v1/communities/{brand}/set-up`
    ChangeSetUp(BrandDomain),
    /// `PUT /v1/communities/{brand}/signpost`
    SetSignpost(BrandDomain),
    /// `GET /v1/communities/{brand}/threads/{thread}/context`
    GetContext(BrandDomain, ThreadId),
    /// `DELETE /v1/communities/{brand}/me`
    EraseMe(BrandDomain),
    /// `GET /v1/communities/{brand}/me/export`
    ExportMe(BrandDomain),
    /// `POST /v1/communities/{brand}/flags`
    PostFlag(BrandDomain),
    /// `POST /v1/communities/{brand}/brand-flags`
    FlagAsBrand(BrandDomain),
    /// `POST /v1/communities/{brand}/requests`
    RequestRemoval(BrandDomain),
    /// `POST /v1/communities/{brand}/appeals`
    PostAppeal(BrandDomain),
    /// `GET /v1/communities/{brand}/statements/{matter}`
    GetStatement(BrandDomain, Matter),
    /// `POST /v1/communities/{brand}/decisions`
    Decide(BrandDomain),
    /// `GET /v1/communities/{brand}/matters/{matter}`
    GetMatter(BrandDomain, Matter),
    /// `GET /v1/house`
    GetHouse,
    /// `GET /v1/communities/{brand}/record`
    GetRecord(BrandDomain),
    /// `GET /v1/communities/{brand}/naming`
    GetNaming(BrandDomain),
    /// `PUT /v1/communities/{brand}/name`
    SetName(BrandDomain),
    /// `PUT /v1/communities/{brand}/name-judgement`
    JudgeName(BrandDomain),
    /// `POST /v1/communities/{brand}/doubts`
    DoubtName(BrandDomain),
    /// `PUT /v1/communities/{brand}/me/name`
    SetMyName(BrandDomain),
    /// `DELETE /v1/communities/{brand}/me/sessions`
    EndMySessions(BrandDomain),
    /// `GET /v1/communities/{brand}/aliases`
    GetAliases(BrandDomain),
    /// `PUT /v1/communities/{brand}/aliases/{domain}`
    SetAlias(BrandDomain, BrandDomain),
    /// `POST /v1/communities/{brand}/aliases/{domain}/check`
    CheckAlias(BrandDomain, BrandDomain),
    /// `PUT /v1/communities/{brand}/people/{member}/champion`
    SetChampion(BrandDomain, MemberId),
    /// `GET /v1/communities/{brand}/threads/{thread}/private-notes`
    GetPrivateNotes(BrandDomain, ThreadId),
    /// `POST /v1/communities/{brand}/threads/{thread}/private-notes`
    PostPrivateNote(BrandDomain, ThreadId),
    /// `POST /v1/communities/{brand}/threads/{thread}/private-photos`
    PostPrivatePhoto(BrandDomain, ThreadId),
    /// `GET /v1/communities/{brand}/threads/{thread}/private-photos/{photo}`
    GetPrivatePhoto(BrandDomain, ThreadId, PhotoId),
    /// `GET /v1/communities/{brand}/threads/{thread}/private-requests`
    SeePrivateNotes(BrandDomain, ThreadId),
    /// `POST /v1/communities/{brand}/threads/{thread}/private-requests`
    AskPrivately(BrandDomain, ThreadId),
    /// `GET /v1/communities/{brand}/threads/{thread}/private-requests/{photo}`
    SeePrivatePhoto(BrandDomain, ThreadId, PhotoId),
    /// `GET /v1/communities/{brand}/introduction`
    GetIntroduction(BrandDomain),
    /// `PUT /v1/communities/{brand}/introduction`
    SetIntroduction(BrandDomain),
    /// `POST /v1/communities/{brand}/faces`
    PostFace(BrandDomain),
    /// `DELETE /v1/communities/{brand}/sign-on-keys/{key}`
    RevokeSignOnKey(BrandDomain, SignOnKeyId),
    /// `POST /v1/communities/{brand}/sign-on-keys`
    MakeSignOnKey(BrandDomain),
    /// `GET /v1/communities/{brand}/sign-on`
    GetSignOn(BrandDomain),
    /// `POST /v1/communities/{brand}/sign-ons`
    SignOn(BrandDomain),
}

/// Why a path is no route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRoute {
    /// Nothing has this path.
    NotFound,
    /// Something has this path, but is asked for in another way.
    OtherMethod,
    /// The path's brand is no domain.
    Brand(crate::brand::DomainError),
    /// The path's product is no key.
    Product(crate::text::TextError),
}

impl Route {
    /// Reads a method and a path (without its query).
    #[expect(clippy::too_many_lines, reason = "one line a route")]
    pub fn parse(method: Method, path: &str) -> Result<Self, NoRoute> {
        let parts: Vec<&str> = path.strip_prefix('/').ok_or(NoRoute::NotFound)?.split('/').collect();
        let brand = |text: &&str| BrandDomain::parse(text).map_err(NoRoute::Brand);
        let thread = |text: &&str| ThreadId::parse(text).map_err(|_| NoRoute::NotFound);
        let reply = |text: &&str| ReplyId::parse(text).map_err(|_| NoRoute::NotFound);
        let post = |text: &&str| PostId::parse(text).map_err(|_| NoRoute::NotFound);
        let act = |text: &&str| ActId::parse(text).map_err(|_| NoRoute::NotFound);
        let member = |text: &&str| MemberId::parse(text).map_err(|_| NoRoute::NotFound);
        let session = |text: &&str| SessionId::parse(text).map_err(|_| NoRoute::NotFound);
        let product = |text: &&str| ProductKey::parse(text).map_err(NoRoute::Product);
        let photo = |text: &&str| PhotoId::parse(text).map_err(|_| NoRoute::NotFound);
        let matter = |text: &&str| Matter::parse(text).map_err(|_| NoRoute::NotFound);
        let at = |wanted: Method, route: Self| if wanted == method { Ok(route) } else { Err(NoRoute::OtherMethod) };
        match parts.as_slice() {
            ["embed", b, p] => {
                let brand = brand(b)?;
                let product = ProductKey::parse(p).map_err(NoRoute::Product)?;
                at(Method::Get, Self::GetEmbed(brand, product))
            }
            ["v1", "directory"] => at(Method::Get, Self::SearchDirectory),
            ["v1", "codes"] => at(Method::Post, Self::RequestCode),
            ["v1", "console", "session"] => match method {
                Method::Post => Ok(Self::SignIn),
                Method::Get => Ok(Self::GetSession),
                Method::Delete => Ok(Self::SignOut),
                Method::Put => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities"] => at(Method::Post, Self::OpenCommunity),
            ["v1", "communities", b] => at(Method::Get, Self::GetCommunity(brand(b)?)),
            ["v1", "communities", b, "threads"] => match method {
                Method::Get => Ok(Self::ListThreads(brand(b)?)),
                Method::Post => Ok(Self::PostThread(brand(b)?)),
                Method::Put | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "likely"] => at(Method::Get, Self::SuggestThreads(brand(b)?)),
            ["v1", "communities", b, "mine"] => at(Method::Get, Self::GetMine(brand(b)?)),
            ["v1", "communities", b, "joins"] => at(Method::Post, Self::Join(brand(b)?)),
            ["v1", "communities", b, "desk"] => at(Method::Get, Self::GetDesk(brand(b)?)),
            ["v1", "communities", b, "proofs"] => at(Method::Post, Self::RequestProof(brand(b)?)),
            ["v1", "communities", b, "claims"] => at(Method::Post, Self::ClaimThreads(brand(b)?)),
            ["v1", "communities", b, "removals"] => at(Method::Post, Self::RemovePost(brand(b)?)),
            ["v1", "communities", b, "search"] => at(Method::Get, Self::SearchThreads(brand(b)?)),
            ["v1", "communities", b, "search-words"] => match method {
                Method::Get => Ok(Self::GetSearchWords(brand(b)?)),
                Method::Put => Ok(Self::SetSearchWords(brand(b)?)),
                Method::Post | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "readings"] => at(Method::Post, Self::CountReading(brand(b)?)),
            ["v1", "communities", b, "figures"] => at(Method::Get, Self::GetFigures(brand(b)?)),
            ["v1", "communities", b, "threads", t] => at(Method::Get, Self::GetThread(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "replies"] => at(Method::Post, Self::PostReply(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "me-too"] => at(Method::Put, Self::SetMeToo(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "official-replies"] => {
                at(Method::Post, Self::PostOfficialReply(brand(b)?, thread(t)?))
            }
            ["v1", "communities", b, "threads", t, "official-answer"] => {
                at(Method::Put, Self::MarkOfficialAnswer(brand(b)?, thread(t)?))
            }
            ["v1", "communities", b, "threads", t, "status"] => at(Method::Put, Self::SetStatus(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "replies", r, "star"] => at(Method::Put, Self::SetStar(brand(b)?, reply(r)?)),
            ["v1", "communities", b, "replies", r, "accepted"] => at(Method::Put, Self::SetAccepted(brand(b)?, reply(r)?)),
            ["v1", "communities", b, "proofs", p, "check"] => {
                let proof = ProofId::parse(p).map_err(|_| NoRoute::NotFound)?;
                at(Method::Post, Self::CheckProof(brand(b)?, proof))
            }
            ["v1", "communities", b, "claims", c] => {
                let claim = ClaimId::parse(c).map_err(|_| NoRoute::NotFound)?;
                at(Method::Delete, Self::ReleaseClaim(brand(b)?, claim))
            }
            ["v1", "communities", b, "replies", r, "comments"] => at(Method::Post, Self::PostComment(brand(b)?, reply(r)?)),
            ["v1", "communities", b, "replies", r, "caution"] => at(Method::Put, Self::SetCaution(brand(b)?, reply(r)?)),
            ["v1", "communities", b, "posts", p] => match method {
                Method::Put => Ok(Self::EditPost(brand(b)?, post(p)?)),
                Method::Delete => Ok(Self::DeletePost(brand(b)?, post(p)?)),
                Method::Get | Method::Post => brand(b).and_then(|_| post(p)).and(Err(NoRoute::OtherMethod)),
            },
            ["v1", "communities", b, "posts", p, "versions"] => at(Method::Get, Self::GetVersions(brand(b)?, post(p)?)),
            ["v1", "communities", b, "threads", t, "kind"] => at(Method::Put, Self::SetKind(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "mood"] => at(Method::Put, Self::SetMood(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "not-solved"] => at(Method::Put, Self::SetNotSolved(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "danger"] => at(Method::Put, Self::LiftDanger(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "emergency"] => at(Method::Put, Self::SetEmergency(brand(b)?)),
            ["p", p] => at(Method::Get, Self::GetPhoto(photo(p)?)),
            ["v1", "communities", b, "photos"] => at(Method::Post, Self::PostPhoto(brand(b)?)),
            ["v1", "communities", b, "photos", p, "open"] => at(Method::Put, Self::SetPhotoOpen(brand(b)?, photo(p)?)),
            ["v1", "communities", b, "photos", p, "judgement"] => at(Method::Put, Self::JudgePhoto(brand(b)?, photo(p)?)),
            ["v1", "communities", b, "threads", t, "follow"] => at(Method::Put, Self::SetFollow(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "keep-link"] => match method {
                Method::Post => Ok(Self::MakeKeepLink(brand(b)?, thread(t)?)),
                Method::Delete => Ok(Self::RevokeKeepLink(brand(b)?, thread(t)?)),
                Method::Get | Method::Put => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "returns"] => at(Method::Post, Self::ComeBack(brand(b)?)),
            ["v1", "communities", b, "helping"] => match method {
                Method::Get => Ok(Self::GetHelping(brand(b)?)),
                Method::Put => Ok(Self::SetHelping(brand(b)?)),
                Method::Post | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "threads", t, "tags"] => match method {
                Method::Get => Ok(Self::GetTags(brand(b)?, thread(t)?)),
                Method::Put => Ok(Self::SetTags(brand(b)?, thread(t)?)),
                Method::Post | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "threads", t, "duplicate"] => at(Method::Put, Self::SetDuplicate(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "duplicate-mark"] => {
                at(Method::Put, Self::SettleDuplicate(brand(b)?, thread(t)?))
            }
            ["v1", "communities", b, "people"] => match method {
                Method::Get => Ok(Self::GetPeople(brand(b)?)),
                Method::Post => Ok(Self::InvitePerson(brand(b)?)),
                Method::Put | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "people", m] => match method {
                Method::Put => Ok(Self::SetRole(brand(b)?, member(m)?)),
                Method::Delete => Ok(Self::RemovePerson(brand(b)?, member(m)?)),
                Method::Get | Method::Post => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "people", m, "objection"] => at(Method::Put, Self::SetObjection(brand(b)?, member(m)?)),
            ["v1", "communities", b, "recovery-codes"] => at(Method::Post, Self::MakeRecoveryCode(brand(b)?)),
            ["v1", "communities", b, "succession"] => at(Method::Post, Self::JoinFormer(brand(b)?)),
            ["v1", "console", "sessions"] => at(Method::Get, Self::GetSessions),
            ["v1", "communities", b, "sites"] => match method {
                Method::Get => Ok(Self::GetSites(brand(b)?)),
                Method::Put => Ok(Self::SetSites(brand(b)?)),
                Method::Post | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "threads", t, "kind-mark"] => at(Method::Put, Self::SettleKind(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "me"] => at(Method::Delete, Self::EraseMe(brand(b)?)),
            ["v1", "communities", b, "me", "export"] => at(Method::Get, Self::ExportMe(brand(b)?)),
            ["v1", "console", "sessions", s] => at(Method::Delete, Self::EndSession(session(s)?)),
            ["v1", "communities", b, "export"] => at(Method::Get, Self::ExportCommunity(brand(b)?)),
            ["v1", "communities", b, "import"] => at(Method::Post, Self::ImportCommunity(brand(b)?)),
            ["v1", "communities", b, "triage"] => at(Method::Get, Self::GetTriage(brand(b)?)),
            ["v1", "communities", b, "claim-acts", a] => at(Method::Delete, Self::UndoClaim(brand(b)?, act(a)?)),
            ["v1", "communities", b, "arrivals"] => at(Method::Post, Self::SettleArrivals(brand(b)?)),
            ["v1", "communities", b, "work"] => at(Method::Get, Self::GetWork(brand(b)?)),
            ["v1", "communities", b, "threads", t, "taken"] => at(Method::Put, Self::SetTaken(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "notes"] => match method {
                Method::Get => Ok(Self::GetNotes(brand(b)?, thread(t)?)),
                Method::Post => Ok(Self::PostNote(brand(b)?, thread(t)?)),
                Method::Put | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "saved-replies"] => at(Method::Put, Self::SetSavedReply(brand(b)?)),
            ["v1", "communities", b, "hours"] => at(Method::Put, Self::SetHours(brand(b)?)),
            ["v1", "communities", b, "overview"] => at(Method::Get, Self::GetOverview(brand(b)?)),
            ["v1", "communities", b, "overview-table"] => at(Method::Get, Self::GetOverviewTable(brand(b)?)),
            ["v1", "communities", b, "products"] => at(Method::Get, Self::GetProducts(brand(b)?)),
            ["v1", "communities", b, "products", p] => at(Method::Put, Self::SetProduct(brand(b)?, product(p)?)),
            ["v1", "communities", b, "products", p, "merged"] => at(Method::Put, Self::MergeProduct(brand(b)?, product(p)?)),
            ["v1", "communities", b, "set-up"] => match method {
                Method::Get => Ok(Self::GetSetUp(brand(b)?)),
                Method::Put => Ok(Self::ChangeSetUp(brand(b)?)),
                Method::Post | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "signpost"] => at(Method::Put, Self::SetSignpost(brand(b)?)),
            ["v1", "communities", b, "threads", t, "context"] => at(Method::Get, Self::GetContext(brand(b)?, thread(t)?)),
            ["v1", "communities", b, "threads", t, "private-notes"] => match method {
                Method::Get => Ok(Self::GetPrivateNotes(brand(b)?, thread(t)?)),
                Method::Post => Ok(Self::PostPrivateNote(brand(b)?, thread(t)?)),
                Method::Put | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "threads", t, "private-photos"] => {
                at(Method::Post, Self::PostPrivatePhoto(brand(b)?, thread(t)?))
            }
            ["v1", "communities", b, "threads", t, "private-photos", p] => {
                at(Method::Get, Self::GetPrivatePhoto(brand(b)?, thread(t)?, photo(p)?))
            }
            ["v1", "communities", b, "threads", t, "private-requests"] => match method {
                Method::Get => Ok(Self::SeePrivateNotes(brand(b)?, thread(t)?)),
                Method::Post => Ok(Self::AskPrivately(brand(b)?, thread(t)?)),
                Method::Put | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "threads", t, "private-requests", p] => {
                at(Method::Get, Self::SeePrivatePhoto(brand(b)?, thread(t)?, photo(p)?))
            }
            ["v1", "communities", b, "history"] => at(Method::Get, Self::GetHistory(brand(b)?)),
            ["v1", "communities", b, "flags"] => at(Method::Post, Self::PostFlag(brand(b)?)),
            ["v1", "communities", b, "brand-flags"] => at(Method::Post, Self::FlagAsBrand(brand(b)?)),
            ["v1", "communities", b, "requests"] => at(Method::Post, Self::RequestRemoval(brand(b)?)),
            ["v1", "communities", b, "appeals"] => at(Method::Post, Self::PostAppeal(brand(b)?)),
            ["v1", "communities", b, "statements", m] => at(Method::Get, Self::GetStatement(brand(b)?, matter(m)?)),
            ["v1", "communities", b, "decisions"] => at(Method::Post, Self::Decide(brand(b)?)),
            ["v1", "communities", b, "matters", m] => at(Method::Get, Self::GetMatter(brand(b)?, matter(m)?)),
            ["v1", "house"] => at(Method::Get, Self::GetHouse),
            ["v1", "communities", b, "record"] => at(Method::Get, Self::GetRecord(brand(b)?)),
            ["v1", "communities", b, "naming"] => at(Method::Get, Self::GetNaming(brand(b)?)),
            ["v1", "communities", b, "name"] => at(Method::Put, Self::SetName(brand(b)?)),
            ["v1", "communities", b, "name-judgement"] => at(Method::Put, Self::JudgeName(brand(b)?)),
            ["v1", "communities", b, "doubts"] => at(Method::Post, Self::DoubtName(brand(b)?)),
            ["v1", "communities", b, "me", "name"] => at(Method::Put, Self::SetMyName(brand(b)?)),
            ["v1", "communities", b, "me", "sessions"] => at(Method::Delete, Self::EndMySessions(brand(b)?)),
            ["v1", "communities", b, "aliases"] => at(Method::Get, Self::GetAliases(brand(b)?)),
            ["v1", "communities", b, "aliases", d] => at(Method::Put, Self::SetAlias(brand(b)?, brand(d)?)),
            ["v1", "communities", b, "aliases", d, "check"] => at(Method::Post, Self::CheckAlias(brand(b)?, brand(d)?)),
            ["v1", "communities", b, "people", m, "champion"] => at(Method::Put, Self::SetChampion(brand(b)?, member(m)?)),
            ["v1", "communities", b, "guard"] => match method {
                Method::Get => Ok(Self::GetGuard(brand(b)?)),
                Method::Put => Ok(Self::SetGuard(brand(b)?)),
                Method::Post | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "audit"] => at(Method::Get, Self::GetAudit(brand(b)?)),
            ["v1", "communities", b, "audit-rows"] => at(Method::Get, Self::GetAuditRows(brand(b)?)),
            ["v1", "communities", b, "sign-ons"] => at(Method::Post, Self::SignOn(brand(b)?)),
            ["v1", "communities", b, "sign-on"] => at(Method::Get, Self::GetSignOn(brand(b)?)),
            ["v1", "communities", b, "sign-on-keys"] => at(Method::Post, Self::MakeSignOnKey(brand(b)?)),
            ["v1", "communities", b, "sign-on-keys", k] => {
                let key = SignOnKeyId::parse(k).map_err(|_| NoRoute::NotFound)?;
                at(Method::Delete, Self::RevokeSignOnKey(brand(b)?, key))
            }
            ["v1", "communities", b, "introduction"] => match method {
                Method::Get => Ok(Self::GetIntroduction(brand(b)?)),
                Method::Put => Ok(Self::SetIntroduction(brand(b)?)),
                Method::Post | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "faces"] => at(Method::Post, Self::PostFace(brand(b)?)),
            ["v1", "communities", b, "challenge"] => at(Method::Get, Self::GetChallenge(brand(b)?)),
            _ => Err(NoRoute::NotFound),
        }
    }

    /// How this route is asked for.
    #[expect(clippy::inline_always, reason = "what is known where it stands costs a visitor's download nothing")]
    #[inline(always)]
    #[expect(clippy::too_many_lines, reason = "one line a route")]
    pub const fn method(&self) -> Method {
        match self {
            Self::GetEmbed(..)
            | Self::SearchDirectory
            | Self::GetCommunity(_)
            | Self::ListThreads(_)
            | Self::GetThread(..)
            | Self::SuggestThreads(_)
            | Self::GetMine(_)
            | Self::GetSession
            | Self::GetVersions(..)
            | Self::SearchThreads(_)
            | Self::GetSearchWords(_)
            | Self::GetFigures(_)
            | Self::GetDesk(_)
            | Self::GetPhoto(_)
            | Self::GetHelping(_)
            | Self::ExportMe(_)
            | Self::GetTags(..)
            | Self::GetPeople(_)
            | Self::GetSessions
            | Self::ExportCommunity(_)
            | Self::GetSites(_)
            | Self::GetTriage(_)
            | Self::GetWork(_)
            | Self::GetNotes(..)
            | Self::GetOverview(_)
            | Self::GetOverviewTable(_)
            | Self::GetStatement(..)
            | Self::GetMatter(..)
            | Self::GetHouse
            | Self::GetRecord(_)
            | Self::GetHistory(_)
            | Self::GetNaming(_)
            | Self::GetAliases(_)
            | Self::GetProducts(_)
            | Self::GetSetUp(_)
            | Self::GetContext(..)
            | Self::GetPrivateNotes(..)
            | Self::GetPrivatePhoto(..)
            | Self::SeePrivateNotes(..)
            | Self::SeePrivatePhoto(..)
            | Self::GetGuard(_)
            | Self::GetAudit(_)
            | Self::GetAuditRows(_)
            | Self::GetSignOn(_)
            | Self::GetIntroduction(_)
            | Self::GetChallenge(_) => Method::Get,
            Self::OpenCommunity
            | Self::PostThread(_)
            | Self::PostReply(..)
            | Self::RequestCode
            | Self::Join(_)
            | Self::SignIn
            | Self::RequestProof(_)
            | Self::CheckProof(..)
            | Self::ClaimThreads(_)
            | Self::PostOfficialReply(..)
            | Self::PostComment(..)
            | Self::CountReading(_)
            | Self::RemovePost(_)
            | Self::PostPhoto(_)
            | Self::MakeKeepLink(..)
            | Self::ComeBack(_)
            | Self::InvitePerson(_)
            | Self::MakeRecoveryCode(_)
            | Self::JoinFormer(_)
            | Self::ImportCommunity(_)
            | Self::SettleArrivals(_)
            | Self::PostFlag(_)
            | Self::FlagAsBrand(_)
            | Self::RequestRemoval(_)
            | Self::PostAppeal(_)
            | Self::Decide(_)
            | Self::PostNote(..)
            | Self::CheckAlias(..)
            | Self::DoubtName(_)
            | Self::PostPrivateNote(..)
            | Self::PostPrivatePhoto(..)
            | Self::SignOn(_)
            | Self::MakeSignOnKey(_)
            | Self::PostFace(_)
            | Self::AskPrivately(..) => Method::Post,
            Self::SetMeToo(..)
            | Self::SetStar(..)
            | Self::SetAccepted(..)
            | Self::MarkOfficialAnswer(..)
            | Self::SetSearchWords(_)
            | Self::SetStatus(..)
            | Self::EditPost(..)
            | Self::SetKind(..)
            | Self::SetMood(..)
            | Self::SetNotSolved(..)
            | Self::LiftDanger(..)
            | Self::SetCaution(..)
            | Self::SetEmergency(_)
            | Self::SetPhotoOpen(..)
            | Self::JudgePhoto(..)
            | Self::SetFollow(..)
            | Self::SetHelping(_)
            | Self::SetTags(..)
            | Self::SetDuplicate(..)
            | Self::SettleDuplicate(..)
            | Self::SettleKind(..)
            | Self::SetRole(..)
            | Self::SetObjection(..)
            | Self::SetSites(_)
            | Self::SetTaken(..)
            | Self::SetSavedReply(_)
            | Self::SetProduct(..)
            | Self::MergeProduct(..)
            | Self::ChangeSetUp(_)
            | Self::SetSignpost(_)
            | Self::SetHours(_)
            | Self::SetName(_)
            | Self::JudgeName(_)
            | Self::SetMyName(_)
            | Self::SetAlias(..)
            | Self::SetChampion(..)
            | Self::SetIntroduction(_)
            | Self::SetGuard(_) => Method::Put,
            Self::SignOut
            | Self::ReleaseClaim(..)
            | Self::DeletePost(..)
            | Self::RevokeKeepLink(..)
            | Self::RemovePerson(..)
            | Self::EndSession(_)
            | Self::UndoClaim(..)
            | Self::EraseMe(_)
            | Self::RevokeSignOnKey(..)
            | Self::EndMySessions(_) => Method::Delete,
        }
    }

    /// Whose credentials it looks at.
    #[expect(clippy::inline_always, reason = "what is known where it stands costs a visitor's download nothing")]
    #[inline(always)]
    #[expect(clippy::too_many_lines, reason = "one line a route")]
    pub const fn access(&self) -> Access {
        match self {
            Self::GetEmbed(..)
            | Self::SearchDirectory
            | Self::GetCommunity(_)
            | Self::ListThreads(_)
            | Self::SuggestThreads(_)
            | Self::SearchThreads(_)
            | Self::GetFigures(_)
            // A reading is nobody's: no session may go along with it.
            | Self::CountReading(_)
            | Self::RequestCode
            | Self::GetPhoto(_)
            | Self::GetRecord(_)
            // Whoever is named in a post need not be anybody here.
            | Self::RequestRemoval(_)
            | Self::GetHistory(_)
            | Self::DoubtName(_)
            | Self::GetAudit(_)
            | Self::GetChallenge(_) => Access::Public,
            // A thread may hold a post that only its author sees.
            Self::GetThread(..)
            | Self::OpenCommunity
            | Self::PostThread(_)
            | Self::PostReply(..)
            | Self::SetMeToo(..)
            | Self::SetStar(..)
            | Self::SetAccepted(..)
            | Self::GetMine(_)
            | Self::PostComment(..)
            | Self::EditPost(..)
            | Self::DeletePost(..)
            | Self::GetVersions(..)
            | Self::SetKind(..)
            | Self::SetMood(..)
            | Self::SetNotSolved(..)
            | Self::Join(_)
            | Self::PostPhoto(_)
            | Self::SetPhotoOpen(..)
            | Self::SetFollow(..)
            | Self::MakeKeepLink(..)
            | Self::RevokeKeepLink(..)
            | Self::ComeBack(_)
            | Self::GetHelping(_)
            | Self::SetHelping(_)
            | Self::GetTags(..)
            | Self::SetTags(..)
            | Self::EraseMe(_)
            | Self::ExportMe(_)
            | Self::PostFlag(_)
            | Self::PostAppeal(_)
            | Self::GetStatement(..)
            | Self::SetMyName(_)
            | Self::EndMySessions(_)
            | Self::GetPrivateNotes(..)
            | Self::PostPrivateNote(..)
            | Self::PostPrivatePhoto(..)
            | Self::GetPrivatePhoto(..)
            | Self::SignOn(_)
            | Self::SetDuplicate(..) => Access::Session,
            Self::SignIn
            | Self::GetSession
            | Self::SignOut
            | Self::GetDesk(_)
            | Self::RequestProof(_)
            | Self::CheckProof(..)
            | Self::ClaimThreads(_)
            | Self::ReleaseClaim(..)
            | Self::PostOfficialReply(..)
            | Self::MarkOfficialAnswer(..)
            | Self::SetStatus(..)
            | Self::LiftDanger(..)
            | Self::SetCaution(..)
            | Self::SetEmergency(_)
            | Self::GetSearchWords(_)
            | Self::SetSearchWords(_)
            | Self::RemovePost(_)
            | Self::JudgePhoto(..)
            | Self::SettleDuplicate(..)
            | Self::GetPeople(_)
            | Self::InvitePerson(_)
            | Self::SetRole(..)
            | Self::RemovePerson(..)
            | Self::SetObjection(..)
            | Self::MakeRecoveryCode(_)
            | Self::JoinFormer(_)
            | Self::GetSessions
            | Self::EndSession(_)
            | Self::SettleKind(..)
            | Self::ExportCommunity(_)
            | Self::ImportCommunity(_)
            | Self::GetSites(_)
            | Self::SetSites(_)
            | Self::GetTriage(_)
            | Self::UndoClaim(..)
            | Self::SettleArrivals(_)
            | Self::GetWork(_)
            | Self::SetTaken(..)
            | Self::GetNotes(..)
            | Self::PostNote(..)
            | Self::SetSavedReply(_)
            | Self::SetHours(_)
            | Self::SeePrivateNotes(..)
            | Self::AskPrivately(..)
            | Self::SeePrivatePhoto(..)
            | Self::GetOverview(_)
            | Self::FlagAsBrand(_)
            | Self::Decide(_)
            | Self::GetMatter(..)
            | Self::GetHouse
            | Self::GetOverviewTable(_)
            | Self::GetNaming(_)
            | Self::SetName(_)
            | Self::JudgeName(_)
            | Self::GetAliases(_)
            | Self::SetAlias(..)
            | Self::CheckAlias(..)
            | Self::SetChampion(..)
            | Self::GetProducts(_)
            | Self::SetProduct(..)
            | Self::MergeProduct(..)
            | Self::GetSetUp(_)
            | Self::ChangeSetUp(_)
            | Self::SetSignpost(_)
            | Self::GetContext(..)

            | Self::GetGuard(_)
            | Self::SetGuard(_)
            | Self::GetSignOn(_)
            | Self::MakeSignOnKey(_)
            | Self::RevokeSignOnKey(..)
            | Self::GetIntroduction(_)
            | Self::SetIntroduction(_)
            | Self::PostFace(_)
            | Self::GetAuditRows(_) => Access::Console,
        }
    }

    /// Whether a retry must be told from a second wish by an `Idempotency-Key`.
    pub const fn needs_key(&self) -> bool {
        matches!(
            self,
            Self::OpenCommunity
                | Self::PostThread(_)
                | Self::PostReply(..)
                | Self::PostComment(..)
                | Self::RequestProof(_)
                | Self::ClaimThreads(_)
                | Self::PostOfficialReply(..)
                | Self::PostPhoto(_)
                | Self::SettleArrivals(_)
                | Self::PostPrivateNote(..)
                | Self::PostPrivatePhoto(..)
                | Self::AskPrivately(..)
                | Self::PostNote(..)
        )
    }

    /// The path, without a query. Compiled in where it is asked for: a program that visitors download carries the paths that it
    /// knows, and not all of them.
    #[expect(
        clippy::inline_always,
        clippy::too_many_lines,
        reason = "what is known where it stands costs a visitor's download nothing"
    )]
    #[inline(always)]
    pub fn path(&self) -> String {
        match self {
            Self::GetEmbed(b, p) => format!("/embed/{b}/{p}"),
            Self::SearchDirectory => "/v1/directory".to_owned(),
            Self::OpenCommunity => "/v1/communities".to_owned(),
            Self::GetCommunity(b) => of(b, ""),
            Self::ListThreads(b) | Self::PostThread(b) => of(b, "/threads"),
            Self::GetThread(b, t) => of(b, &format!("/threads/{t}")),
            Self::PostReply(b, t) => of(b, &format!("/threads/{t}/replies")),
            Self::SetMeToo(b, t) => of(b, &format!("/threads/{t}/me-too")),
            Self::SetStar(b, r) => of(b, &format!("/replies/{r}/star")),
            Self::SetAccepted(b, r) => of(b, &format!("/replies/{r}/accepted")),
            Self::SuggestThreads(b) => of(b, "/likely"),
            Self::GetMine(b) => of(b, "/mine"),
            Self::RequestCode => "/v1/codes".to_owned(),
            Self::Join(b) => of(b, "/joins"),
            Self::SignIn | Self::GetSession | Self::SignOut => "/v1/console/session".to_owned(),
            Self::GetDesk(b) => of(b, "/desk"),
            Self::RequestProof(b) => of(b, "/proofs"),
            Self::CheckProof(b, p) => of(b, &format!("/proofs/{p}/check")),
            Self::ClaimThreads(b) => of(b, "/claims"),
            Self::ReleaseClaim(b, c) => of(b, &format!("/claims/{c}")),
            Self::PostOfficialReply(b, t) => of(b, &format!("/threads/{t}/official-replies")),
            Self::MarkOfficialAnswer(b, t) => of(b, &format!("/threads/{t}/official-answer")),
            Self::SetStatus(b, t) => of(b, &format!("/threads/{t}/status")),
            Self::RemovePost(b) => of(b, "/removals"),
            Self::PostComment(b, r) => of(b, &format!("/replies/{r}/comments")),
            Self::EditPost(b, p) | Self::DeletePost(b, p) => of(b, &format!("/posts/{p}")),
            Self::GetVersions(b, p) => of(b, &format!("/posts/{p}/versions")),
            Self::SetKind(b, t) => of(b, &format!("/threads/{t}/kind")),
            Self::SetMood(b, t) => of(b, &format!("/threads/{t}/mood")),
            Self::SetNotSolved(b, t) => of(b, &format!("/threads/{t}/not-solved")),
            Self::LiftDanger(b, t) => of(b, &format!("/threads/{t}/danger")),
            Self::SetCaution(b, r) => of(b, &format!("/replies/{r}/caution")),
            Self::SetEmergency(b) => of(b, "/emergency"),
            Self::SearchThreads(b) => of(b, "/search"),
            Self::GetSites(b) | Self::SetSites(b) => of(b, "/sites"),
            Self::GetSearchWords(b) | Self::SetSearchWords(b) => of(b, "/search-words"),
            Self::CountReading(b) => of(b, "/readings"),
            Self::GetFigures(b) => of(b, "/figures"),
            Self::PostPhoto(b) => of(b, "/photos"),
            Self::GetPhoto(p) => format!("/p/{p}"),
            Self::SetPhotoOpen(b, p) => of(b, &format!("/photos/{p}/open")),
            Self::JudgePhoto(b, p) => of(b, &format!("/photos/{p}/judgement")),
            Self::SetFollow(b, t) => of(b, &format!("/threads/{t}/follow")),
            Self::MakeKeepLink(b, t) | Self::RevokeKeepLink(b, t) => of(b, &format!("/threads/{t}/keep-link")),
            Self::ComeBack(b) => of(b, "/returns"),
            Self::GetHelping(b) | Self::SetHelping(b) => of(b, "/helping"),
            Self::GetTags(b, t) | Self::SetTags(b, t) => of(b, &format!("/threads/{t}/tags")),
            Self::SetDuplicate(b, t) => of(b, &format!("/threads/{t}/duplicate")),
            Self::SettleDuplicate(b, t) => of(b, &format!("/threads/{t}/duplicate-mark")),
            Self::GetPeople(b) | Self::InvitePerson(b) => of(b, "/people"),
            Self::SetRole(b, m) | Self::RemovePerson(b, m) => of(b, &format!("/people/{m}")),
            Self::SetObjection(b, m) => of(b, &format!("/people/{m}/objection")),
            Self::MakeRecoveryCode(b) => of(b, "/recovery-codes"),
            Self::JoinFormer(b) => of(b, "/succession"),
            Self::GetSessions => "/v1/console/sessions".to_owned(),
            Self::EndSession(s) => format!("/v1/console/sessions/{s}"),
            Self::ExportCommunity(b) => of(b, "/export"),
            Self::ImportCommunity(b) => of(b, "/import"),
            Self::GetTriage(b) => of(b, "/triage"),
            Self::UndoClaim(b, a) => of(b, &format!("/claim-acts/{a}")),
            Self::SettleArrivals(b) => of(b, "/arrivals"),
            Self::GetWork(b) => of(b, "/work"),
            Self::SetTaken(b, t) => of(b, &format!("/threads/{t}/taken")),
            Self::GetNotes(b, t) | Self::PostNote(b, t) => of(b, &format!("/threads/{t}/notes")),
            Self::SetSavedReply(b) => of(b, "/saved-replies"),
            Self::SetHours(b) => of(b, "/hours"),
            Self::GetOverview(b) => of(b, "/overview"),
            Self::GetOverviewTable(b) => of(b, "/overview-table"),
            Self::GetHistory(b) => of(b, "/history"),
            Self::GetProducts(b) => of(b, "/products"),
            Self::SetProduct(b, p) => of(b, &format!("/products/{p}")),
            Self::MergeProduct(b, p) => of(b, &format!("/products/{p}/merged")),
            Self::GetSetUp(b) | Self::ChangeSetUp(b) => of(b, "/set-up"),
            Self::SetSignpost(b) => of(b, "/signpost"),
            Self::GetContext(b, t) => of(b, &format!("/threads/{t}/context")),
            Self::GetGuard(b) | Self::SetGuard(b) => of(b, "/guard"),
            Self::GetAudit(b) => of(b, "/audit"),
            Self::GetAuditRows(b) => of(b, "/audit-rows"),
            Self::GetChallenge(b) => of(b, "/challenge"),
            Self::SettleKind(b, t) => of(b, &format!("/threads/{t}/kind-mark")),
            Self::GetPrivateNotes(b, t) | Self::PostPrivateNote(b, t) => of(b, &format!("/threads/{t}/private-notes")),
            Self::PostPrivatePhoto(b, t) => of(b, &format!("/threads/{t}/private-photos")),
            Self::GetPrivatePhoto(b, t, p) => of(b, &format!("/threads/{t}/private-photos/{p}")),
            Self::SeePrivateNotes(b, t) | Self::AskPrivately(b, t) => of(b, &format!("/threads/{t}/private-requests")),
            Self::SeePrivatePhoto(b, t, p) => of(b, &format!("/threads/{t}/private-requests/{p}")),
            Self::EraseMe(b) => of(b, "/me"),
            Self::ExportMe(b) => of(b, "/me/export"),
            Self::PostFlag(b) => of(b, "/flags"),
            Self::FlagAsBrand(b) => of(b, "/brand-flags"),
            Self::RequestRemoval(b) => of(b, "/requests"),
            Self::PostAppeal(b) => of(b, "/appeals"),
            Self::GetStatement(b, m) => of(b, &format!("/statements/{m}")),
            Self::Decide(b) => of(b, "/decisions"),
            Self::GetMatter(b, m) => of(b, &format!("/matters/{m}")),
            Self::GetHouse => "/v1/house".to_owned(),
            Self::GetRecord(b) => of(b, "/record"),
            Self::GetNaming(b) => of(b, "/naming"),
            Self::SetName(b) => of(b, "/name"),
            Self::JudgeName(b) => of(b, "/name-judgement"),
            Self::DoubtName(b) => of(b, "/doubts"),
            Self::SetMyName(b) => of(b, "/me/name"),
            Self::EndMySessions(b) => of(b, "/me/sessions"),
            Self::GetAliases(b) => of(b, "/aliases"),
            Self::SetAlias(b, d) => of(b, &format!("/aliases/{d}")),
            Self::CheckAlias(b, d) => of(b, &format!("/aliases/{d}/check")),
            Self::SetChampion(b, m) => of(b, &format!("/people/{m}/champion")),
            Self::GetIntroduction(b) | Self::SetIntroduction(b) => of(b, "/introduction"),
            Self::PostFace(b) => of(b, "/faces"),
            Self::RevokeSignOnKey(b, k) => of(b, &format!("/sign-on-keys/{k}")),
            Self::MakeSignOnKey(b) => of(b, "/sign-on-keys"),
            Self::GetSignOn(b) => of(b, "/sign-on"),
            Self::SignOn(b) => of(b, "/sign-ons"),
        }
    }
}

#[inline(never)]
fn of(brand: &BrandDomain, rest: &str) -> String {
    ["/v1/communities/", brand.as_str(), rest].concat()
}
