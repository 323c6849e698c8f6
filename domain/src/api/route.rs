//! Every path of the API in one enum that both parses and formats: the Worker's router and all clients use it, so a path is
//! written down once.

mod asked;
mod parse;
mod path;

use crate::brand::BrandDomain;
use crate::id::{
    ActId, ApiKeyId, ClaimId, DeliveryId, MemberId, PhotoId, PostId, ProofId, ReplyId, SessionId, SignOnKeyId, ThreadId, WebhookId,
};
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
    /// `GET /v1/communities/{brand}/keys`
    GetBrandKeys(BrandDomain),
    /// `POST /v1/communities/{brand}/keys`
    MakeBrandKey(BrandDomain),
    /// `DELETE /v1/communities/{brand}/keys/{api_key}`
    RevokeBrandKey(BrandDomain, ApiKeyId),
    /// `GET /v1/console/keys`
    GetKeys,
    /// `POST /v1/console/keys`
    MakeKey,
    /// `DELETE /v1/console/keys/{api_key}`
    RevokeKey(ApiKeyId),
    /// `GET /v1/communities/{brand}/webhooks`
    GetWebhooks(BrandDomain),
    /// `POST /v1/communities/{brand}/webhooks`
    MakeWebhook(BrandDomain),
    /// `DELETE /v1/communities/{brand}/webhooks/{webhook}`
    RemoveWebhook(BrandDomain, WebhookId),
    /// `POST /v1/communities/{brand}/webhooks/{webhook}/secrets`
    RotateWebhook(BrandDomain, WebhookId),
    /// `POST /v1/communities/{brand}/webhooks/{webhook}/tests`
    TestWebhook(BrandDomain, WebhookId),
    /// `POST /v1/communities/{brand}/webhooks/{webhook}/deliveries/{delivery}/tries`
    SendAgain(BrandDomain, WebhookId, DeliveryId),
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
