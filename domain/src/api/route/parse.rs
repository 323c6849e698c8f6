//! From a method and a path to the route.

use super::{Method, NoRoute, Route};
use crate::brand::BrandDomain;
use crate::id::{
    ActId, ApiKeyId, ClaimId, DeliveryId, MemberId, PhotoId, PostId, ProofId, ReplyId, SessionId, SignOnKeyId, ThreadId, WebhookId,
};
use crate::matter::Matter;
use crate::text::ProductKey;

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
        let api_key = |text: &&str| ApiKeyId::parse(text).map_err(|_| NoRoute::NotFound);
        let webhook = |text: &&str| WebhookId::parse(text).map_err(|_| NoRoute::NotFound);
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
            ["v1", "communities", b, "keys"] => match method {
                Method::Get => Ok(Self::GetBrandKeys(brand(b)?)),
                Method::Post => Ok(Self::MakeBrandKey(brand(b)?)),
                Method::Put | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "keys", k] => at(Method::Delete, Self::RevokeBrandKey(brand(b)?, api_key(k)?)),
            ["v1", "console", "keys"] => match method {
                Method::Get => Ok(Self::GetKeys),
                Method::Post => Ok(Self::MakeKey),
                Method::Put | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "console", "keys", k] => at(Method::Delete, Self::RevokeKey(api_key(k)?)),
            ["v1", "communities", b, "webhooks"] => match method {
                Method::Get => Ok(Self::GetWebhooks(brand(b)?)),
                Method::Post => Ok(Self::MakeWebhook(brand(b)?)),
                Method::Put | Method::Delete => Err(NoRoute::OtherMethod),
            },
            ["v1", "communities", b, "webhooks", w] => at(Method::Delete, Self::RemoveWebhook(brand(b)?, webhook(w)?)),
            ["v1", "communities", b, "webhooks", w, "secrets"] => at(Method::Post, Self::RotateWebhook(brand(b)?, webhook(w)?)),
            ["v1", "communities", b, "webhooks", w, "tests"] => at(Method::Post, Self::TestWebhook(brand(b)?, webhook(w)?)),
            ["v1", "communities", b, "webhooks", w, "deliveries", d, "tries"] => {
                let delivery = DeliveryId::parse(d).map_err(|_| NoRoute::NotFound)?;
                at(Method::Post, Self::SendAgain(brand(b)?, webhook(w)?, delivery))
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
}
