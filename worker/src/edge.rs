//! The Worker's front: finds the route, finds out who calls, and hands on. Read this file as a table of contents.

mod aliases;
mod arrival;
mod bounces;
mod cache;
mod call;
mod caller;
mod carry;
mod codec;
mod codes;
mod community;
mod console;
mod embed;
mod find;
mod following;
mod guard;
mod helping;
mod house;
mod introductions;
mod keys;
mod limits;
mod names;
mod people;
mod photos;
mod posts;
mod private;
mod proofs;
mod respond;
mod room;
mod set_up;
mod sign_on;
mod test_routes;
mod webhooks;
mod work;

use chie_domain::api::error::ApiError;
use chie_domain::api::route::{Access, NoRoute, Route};
use worker::{Env, Request, Response, Result};

use crate::pages;
use crate::settings::Settings;
use call::{Call, HostKind};

pub(crate) use arrival::Plain;
pub(crate) use bounces::hear as hear_of_mail;
pub(crate) use cache::page as page_remembered;
pub(crate) use call::{Call as EdgeCall, HostKind as EdgeHost};
pub(crate) use community::{
    PagePost, PagePosted, ask_as_visitor, open_from_page, part as thread_part, post_from_page, view as community_view,
};
pub(crate) use embed::data as embed_data;
pub(crate) use find::{search as directory_search, threads_found as search_threads};
pub(crate) use following::{link_for_page, link_of_ticket, stop as stop_mail};
pub(crate) use house::{came_of, flag_from_page, record_of, request_from_outside};
pub(crate) use limits::check_looks;
pub(crate) use names::doubt_from_page;
pub(crate) use room::Page as EdgePage;

/// Answers every request. Nothing leaves here as an error: refusals are answers, and faults say so without details.
pub(crate) async fn answer(request: Request, env: Env) -> Result<Response> {
    let settings = match Settings::read(&env) {
        Ok(settings) => settings,
        Err(error) => {
            worker::console_error!("settings: {error}");
            return respond::misconfigured(&error.to_string());
        }
    };
    let call = Call::read(request, env, settings)?;
    if call.method == worker::Method::Options {
        return respond::preflight(&call);
    }
    let done = if call.path.starts_with("/v1/test/") {
        test_routes::handle(&call).await
    } else if call.path.starts_with("/v1/") || call.path.starts_with("/embed/") || call.path.starts_with("/p/") {
        api(&call).await
    } else if let Some(lang) = call.path.strip_prefix("/words/") {
        embed::words(&call, lang)
    } else {
        return pages::answer(&call).await;
    };
    match done {
        Ok(response) => Ok(response),
        Err(refusal) => respond::refusal(&call, &refusal),
    }
}

#[expect(clippy::too_many_lines, reason = "it is a table of contents: one line for each route")]
async fn api(call: &Call) -> std::result::Result<Response, ApiError> {
    let route = Route::parse(call.route_method()?, &call.path).map_err(|error| match error {
        NoRoute::NotFound => ApiError::new("not_found", "There is nothing at this address."),
        NoRoute::OtherMethod => ApiError::new("method_not_allowed", "This address is asked for with another method."),
        NoRoute::Brand(error) => ApiError::from_value(&error, "brand"),
        NoRoute::Product(error) => ApiError::from_value(&error, "product"),
    })?;
    call.codec()?;
    let key = keys::sent(call);
    if let Some(key) = &key {
        keys::admit(call, &route, key).await?;
    }
    if route.access() == Access::Console && call.host != HostKind::Console {
        return Err(ApiError::new("not_allowed", "Company actions exist only on the console's host."));
    }
    // A key's requests were counted, each of them.
    if key.is_none() {
        limits::check(call, &route).await?;
    }
    match &route {
        Route::GetEmbed(brand, product) => embed::get(call, brand, product).await,
        Route::SearchDirectory => find::directory(call).await,
        Route::OpenCommunity => community::open(call, &route).await,
        Route::GetCommunity(brand) => community::get(call, brand).await,
        Route::ListThreads(brand) => community::list(call, brand).await,
        Route::PostThread(brand) => community::post_thread(call, &route, brand).await,
        Route::GetThread(brand, thread) => community::thread(call, brand, thread).await,
        Route::PostReply(brand, thread) => community::post_reply(call, &route, brand, thread).await,
        Route::SetMeToo(brand, thread) => community::set_me_too(call, &route, brand, thread).await,
        Route::SetStar(brand, reply) => community::set_star(call, &route, brand, reply).await,
        Route::SetAccepted(brand, reply) => community::set_accepted(call, &route, brand, reply).await,
        Route::SuggestThreads(brand) => find::likely(call, brand).await,
        Route::EraseMe(brand) => community::erase_me(call, brand).await,
        Route::ExportMe(brand) => community::export_me(call, brand).await,
        Route::GetMine(brand) => community::mine(call, brand).await,
        Route::RequestCode => codes::request(call).await,
        Route::Join(brand) => codes::join(call, brand).await,
        Route::SignIn => codes::sign_in(call).await,
        Route::GetSession => console::session(call).await,
        Route::SignOut => console::sign_out(call).await,
        Route::GetDesk(brand) => console::desk(call, brand).await,
        Route::RequestProof(brand) => proofs::request(call, &route, brand).await,
        Route::CheckProof(brand, proof) => proofs::check(call, brand, proof).await,
        Route::ClaimThreads(brand) => console::claim(call, &route, brand).await,
        Route::ReleaseClaim(brand, claim) => console::release(call, &route, brand, claim).await,
        Route::PostOfficialReply(brand, thread) => console::post_official_reply(call, &route, brand, thread).await,
        Route::MarkOfficialAnswer(brand, thread) => console::mark_official_answer(call, &route, brand, thread).await,
        Route::SetStatus(brand, thread) => console::set_status(call, &route, brand, thread).await,
        Route::RemovePost(brand) => console::remove(call, &route, brand).await,
        Route::PostComment(brand, reply) => posts::comment(call, &route, brand, reply).await,
        Route::EditPost(brand, post) => posts::edit(call, &route, brand, post).await,
        Route::DeletePost(brand, post) => posts::delete(call, &route, brand, post).await,
        Route::GetVersions(brand, post) => posts::versions(call, brand, post).await,
        Route::SetKind(brand, thread) => posts::set_kind(call, &route, brand, thread).await,
        Route::SetMood(brand, thread) => posts::set_mood(call, &route, brand, thread).await,
        Route::SetNotSolved(brand, thread) => posts::set_not_solved(call, &route, brand, thread).await,
        Route::LiftDanger(brand, thread) => console::lift_danger(call, &route, brand, thread).await,
        Route::SetCaution(brand, reply) => console::set_caution(call, &route, brand, reply).await,
        Route::SetEmergency(brand) => console::set_emergency(call, &route, brand).await,
        Route::SearchThreads(brand) => find::threads(call, brand).await,
        Route::GetSearchWords(brand) => console::search_words(call, brand).await,
        Route::SetSearchWords(brand) => console::set_search_words(call, &route, brand).await,
        Route::CountReading(brand) => find::reading(call, brand).await,
        Route::GetFigures(brand) => find::figures(call, brand).await,
        Route::PostPhoto(brand) => photos::post(call, &route, brand).await,
        Route::GetPhoto(photo) => photos::get(call, photo).await,
        Route::SetPhotoOpen(brand, photo) => photos::set_open(call, brand, photo).await,
        Route::JudgePhoto(brand, photo) => photos::judge(call, brand, photo).await,
        Route::SetFollow(brand, thread) => following::set_follow(call, &route, brand, thread).await,
        Route::MakeKeepLink(brand, thread) => following::make_keep_link(call, brand, thread).await,
        Route::RevokeKeepLink(brand, thread) => following::revoke_keep_link(call, brand, thread).await,
        Route::ComeBack(brand) => following::come_back(call, brand).await,
        Route::GetHelping(brand) => helping::get(call, brand).await,
        Route::SetHelping(brand) => helping::set(call, brand).await,
        Route::GetTags(brand, thread) => helping::tags(call, brand, thread).await,
        Route::SetTags(brand, thread) => helping::set_tags(call, brand, thread).await,
        Route::SetDuplicate(brand, thread) => helping::set_duplicate(call, brand, thread).await,
        Route::ExportCommunity(brand) => carry::export(call, brand).await,
        Route::ImportCommunity(brand) => carry::import(call, brand).await,
        Route::GetSites(brand) => console::sites(call, brand).await,
        Route::SetSites(brand) => console::set_sites(call, &route, brand).await,
        Route::SettleKind(brand, thread) => console::settle_kind(call, &route, brand, thread).await,
        Route::SettleDuplicate(brand, thread) => console::settle_duplicate(call, &route, brand, thread).await,
        Route::GetPeople(brand) => people::get(call, brand).await,
        Route::InvitePerson(brand) => people::invite(call, brand).await,
        Route::SetRole(brand, member) => people::set_role(call, brand, member).await,
        Route::RemovePerson(brand, member) => people::remove(call, brand, member).await,
        Route::SetObjection(brand, member) => people::object(call, brand, member).await,
        Route::MakeRecoveryCode(brand) => people::make_code(call, brand).await,
        Route::JoinFormer(brand) => people::join_former(call, brand).await,
        Route::GetSessions => people::sessions(call).await,
        Route::EndSession(session) => people::end_session(call, session).await,
        Route::GetTriage(brand) => work::triage(call, brand).await,
        Route::UndoClaim(brand, act) => work::undo(call, brand, act).await,
        Route::SettleArrivals(brand) => work::settle(call, &route, brand).await,
        Route::GetWork(brand) => work::see(call, brand).await,
        Route::SetTaken(brand, thread) => work::take(call, &route, brand, thread).await,
        Route::GetNotes(brand, thread) => work::notes(call, brand, thread).await,
        Route::PostNote(brand, thread) => work::post_note(call, &route, brand, thread).await,
        Route::SetSavedReply(brand) => work::save_reply(call, &route, brand).await,
        Route::SetHours(brand) => work::set_hours(call, &route, brand).await,
        Route::GetOverview(brand) => work::overview(call, brand).await,
        Route::GetOverviewTable(brand) => work::overview_table(call, brand).await,
        Route::GetProducts(brand) => set_up::products(call, brand).await,
        Route::SetProduct(brand, product) => set_up::set_product(call, &route, brand, product).await,
        Route::MergeProduct(brand, product) => set_up::merge_product(call, &route, brand, product).await,
        Route::GetSetUp(brand) => set_up::get(call, brand).await,
        Route::ChangeSetUp(brand) => set_up::change(call, &route, brand).await,
        Route::SetSignpost(brand) => set_up::signpost(call, &route, brand).await,
        Route::GetContext(brand, thread) => set_up::context(call, brand, thread).await,
        Route::GetHistory(brand) => work::history(call, brand).await,
        Route::PostFlag(brand) => house::flag(call, brand).await,
        Route::FlagAsBrand(brand) => house::flag_for_brand(call, brand).await,
        Route::RequestRemoval(brand) => house::request_removal(call, brand).await,
        Route::PostAppeal(brand) => house::appeal(call, brand).await,
        Route::GetStatement(brand, about) => house::statement(call, brand, about).await,
        Route::Decide(brand) => house::decide(call, brand).await,
        Route::GetMatter(brand, about) => house::matter(call, brand, about).await,
        Route::GetHouse => house::queue(call).await,
        Route::GetRecord(brand) => house::record(call, brand).await,
        Route::GetNaming(brand) => names::get(call, brand).await,
        Route::SetName(brand) => names::set(call, brand).await,
        Route::JudgeName(brand) => names::judge(call, brand).await,
        Route::DoubtName(brand) => names::doubt(call, brand).await,
        Route::GetAliases(brand) => aliases::get(call, brand).await,
        Route::SetAlias(brand, domain) => aliases::set(call, brand, domain).await,
        Route::CheckAlias(brand, domain) => aliases::check(call, brand, domain).await,
        Route::SetMyName(brand) => names::set_mine(call, brand).await,
        Route::EndMySessions(brand) => names::end_my_sessions(call, brand).await,
        Route::SetChampion(brand, member) => people::set_champion(call, brand, member).await,
        Route::GetPrivateNotes(brand, thread) => private::get(call, brand, thread).await,
        Route::PostPrivateNote(brand, thread) => private::answer(call, &route, brand, thread).await,
        Route::PostPrivatePhoto(brand, thread) => private::post_photo(call, &route, brand, thread).await,
        Route::GetPrivatePhoto(brand, thread, photo) => private::get_photo(call, brand, thread, photo).await,
        Route::SeePrivateNotes(brand, thread) => private::see(call, brand, thread).await,
        Route::AskPrivately(brand, thread) => private::ask_for(call, &route, brand, thread).await,
        Route::SeePrivatePhoto(brand, thread, photo) => private::see_photo(call, brand, thread, photo).await,
        Route::SignOn(brand) => sign_on::take(call, brand).await,
        Route::GetSignOn(brand) => sign_on::get(call, brand).await,
        Route::MakeSignOnKey(brand) => sign_on::make(call, brand).await,
        Route::RevokeSignOnKey(brand, key) => sign_on::revoke(call, brand, key).await,
        Route::GetBrandKeys(brand) => keys::of_brand(call, brand).await,
        Route::MakeBrandKey(brand) => keys::make_for_brand(call, brand).await,
        Route::RevokeBrandKey(brand, key) => keys::revoke_of_brand(call, brand, key).await,
        Route::GetKeys => keys::of_person(call).await,
        Route::MakeKey => keys::make_for_person(call).await,
        Route::RevokeKey(key) => keys::revoke_of_person(call, key).await,
        Route::GetWebhooks(brand) => webhooks::get(call, brand).await,
        Route::MakeWebhook(brand) => webhooks::make(call, brand).await,
        Route::RemoveWebhook(brand, webhook) => webhooks::remove(call, brand, webhook).await,
        Route::RotateWebhook(brand, webhook) => webhooks::rotate(call, brand, webhook).await,
        Route::TestWebhook(brand, webhook) => webhooks::test(call, brand, webhook).await,
        Route::SendAgain(brand, webhook, delivery) => webhooks::send_again(call, brand, webhook, delivery).await,
        Route::GetIntroduction(brand) => introductions::get(call, brand).await,
        Route::SetIntroduction(brand) => introductions::set(call, brand).await,
        Route::PostFace(brand) => introductions::post_face(call, brand).await,
        Route::GetGuard(brand) => guard::get(call, brand).await,
        Route::SetGuard(brand) => guard::set(call, brand).await,
        Route::GetAudit(brand) => guard::audit(call, brand).await,
        Route::GetAuditRows(brand) => guard::audit_rows(call, brand).await,
        Route::GetChallenge(brand) => guard::challenge(call, brand),
    }
}
