//! Who acts for the brand, and where somebody is signed in. Addresses are sealed here, before the community hears of anybody.

use chie_community::ask::{Ask, Outcome, PeopleAsk};
use chie_domain::api::end_session::EndSessionRefusal;
use chie_domain::api::error::{ApiError, Refusal};
use chie_domain::api::{
    get_sessions, invite_person, join_former, make_recovery_code, remove_person, set_champion, set_objection, set_role,
};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{MemberId, SessionId};
use worker::Response;

use super::call::Call;
use super::codes::{account, ask_about, contact, shortened};
use super::community::{ask, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};
use crate::protocol::{AccountAsk, AccountOutcome};

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    everybody(call, ask(call, brand, who, None, Ask::SeePeople).await?)
}

pub(super) async fn invite(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (invite_person::Request, _) = codec::body(call).await?;
    let of = account(call, &request.email)?;
    let contact = contact(call, &of, &request.email, None)?;
    let invited = PeopleAsk::Invite { account: of.clone(), address: shortened(&request.email), contact, role: request.role };
    let done = ask(call, brand, who, None, Ask::People(invited)).await?;
    // So that they find the brand when they sign in.
    ask_about(call, &of, AccountAsk::NoteBrand(brand.clone())).await?;
    everybody(call, done)
}

pub(super) async fn set_role(call: &Call, brand: &BrandDomain, member: &MemberId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (set_role::Request, _) = codec::body(call).await?;
    everybody(call, ask(call, brand, who, None, Ask::People(PeopleAsk::SetRole(member.clone(), request.role))).await?)
}

pub(super) async fn remove(call: &Call, brand: &BrandDomain, member: &MemberId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    match ask(call, brand, who, None, Ask::People(PeopleAsk::Remove(member.clone()))).await? {
        Outcome::Removal(standing) => respond::value(call, Keep::Private, &remove_person::Response { standing }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn object(call: &Call, brand: &BrandDomain, member: &MemberId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (set_objection::Request, _) = codec::body(call).await?;
    everybody(call, ask(call, brand, who, None, Ask::People(PeopleAsk::Object(member.clone(), request.on))).await?)
}

pub(super) async fn set_champion(call: &Call, brand: &BrandDomain, member: &MemberId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (set_champion::Request, _) = codec::body(call).await?;
    everybody(call, ask(call, brand, who, None, Ask::People(PeopleAsk::Champion(member.clone(), request.on))).await?)
}

pub(super) async fn make_code(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    match ask(call, brand, who, None, Ask::People(PeopleAsk::MakeRecoveryCode)).await? {
        Outcome::RecoveryCode(code) => respond::value(call, Keep::Private, &make_recovery_code::Response { code }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn join_former(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (join_former::Request, _) = codec::body(call).await?;
    match ask(call, brand, who, None, Ask::People(PeopleAsk::JoinFormer(request.code))).await? {
        Outcome::Done => respond::value(call, Keep::Private, &()),
        _ => Err(unexpected()),
    }
}

fn everybody(call: &Call, outcome: Outcome) -> Result<Response, ApiError> {
    match outcome {
        Outcome::People(people) => respond::value(call, Keep::Private, &people),
        _ => Err(unexpected()),
    }
}

pub(super) async fn sessions(call: &Call) -> Result<Response, ApiError> {
    let console = caller::signed_in(call).await?;
    match ask_about(call, &console.account, AccountAsk::Sessions).await? {
        AccountOutcome::Sessions(mut sessions) => {
            for session in &mut sessions {
                session.this = session.id == console.session;
            }
            respond::value(call, Keep::Private, &get_sessions::Response { sessions })
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn end_session(call: &Call, session: &SessionId) -> Result<Response, ApiError> {
    let console = caller::signed_in(call).await?;
    match ask_about(call, &console.account, AccountAsk::EndSession(session.clone())).await? {
        AccountOutcome::Done => respond::value(call, Keep::Private, &()),
        _ => Err(EndSessionRefusal::NotFound.to_error()),
    }
}
