//! The community engine: everything about one brand, on any `SQLite`. A request comes in as an [`ask::Ask`] with who asks and
//! the moment; commands load, let the domain decide and save within one transaction; queries read. No HTTP, no Cloudflare and
//! no clock live here: the Worker's object and the native tests bring their own [`sql::Sql`].
//!
//! Nothing is created before the first write: reading a community that nobody has opened answers with an empty one. Nothing
//! official is stored on a post: it is worked out at each reading from a live claim, a valid proof and the author's seat.

pub mod ask;
pub mod sql;

#[cfg(any(test, feature = "native"))]
pub mod native;

mod admission;
mod aliases;
pub mod api_keys;
mod audit;
mod carry;
mod claiming;
mod command;
mod company;
mod credit;
mod danger;
mod due;
mod duplicates;
mod events;
mod follow;
mod gate;
mod handles;
mod here;
mod house;
mod idempotency;
mod introductions;
mod letters;
mod life;
mod marks;
mod mint;
mod naming;
mod outbox;
mod past;
mod people;
mod photos;
mod posts;
mod private;
mod products;
mod query;
mod recovery;
mod row;
mod schema;
pub mod search;
mod seats;
pub mod sign_on;
mod steward;
mod tags;
mod tidings;
mod unopened;
mod visibility;
mod webhooks;

#[cfg(test)]
mod tests;

use chie_domain::api::error::ApiError;
use chie_domain::api::list_threads;
use chie_domain::api::view::MineView;
use chie_domain::brand::BrandDomain;
use chie_domain::id::MemberId;
use chie_domain::time::Timestamp;

pub use crate::audit::verify as verify_audit;

use crate::ask::{Ask, Caller, EmbedParts, IdempotencyKey, Moment, Outcome, Trouble};
use crate::company::Company;
use crate::here::Here;
use crate::mint::Mint;
use crate::query::{
    addresses, community, context, desk, directory, export, figures, helping, home, likely, list, matches, matter, member_page,
    mine, product, record, search_words, set_up, sites, statement, thread, triage, work, written,
};
use crate::sql::{Fault, Sql};

/// How many products travel with a first view: every visitor of every page carries them.
const PRODUCTS_ON_A_PAGE: usize = 20;

/// Answers one ask. On a refusal or a fault nothing has changed.
#[expect(clippy::too_many_lines, reason = "one line an ask")]
pub fn answer<S: Sql>(
    sql: &S,
    brand: &BrandDomain,
    moment: &Moment,
    caller: &Caller,
    key: Option<&IdempotencyKey>,
    ask: Ask,
) -> Result<Outcome, Trouble> {
    admission::admit(caller, &ask)?;
    let mint = Mint::of(moment);
    let here = &Here { sql, brand, now: moment.now, arrival: moment.arrival, mint: &mint, caller, key };
    let there = schema::is_there(here)?;
    if there {
        if schema::is_behind(here)? {
            here.whole(|here| Ok(schema::migrate(here)?))?;
        } else if ask.writes() {
            schema::refuse_newer(here)?;
        }
        if let Some(closed) = house::down::answer(here, &ask) {
            return closed;
        }
    } else if let Some(answer) = unopened::answer(brand, caller, &ask) {
        return answer;
    }
    match if there { products::follow(here, ask)? } else { ask } {
        Ask::Open(request, met) => command::open_community::run(here, &request, met),
        Ask::PostThread(request) => command::post_thread::run(here, &request),
        Ask::PostReply(id, request) => command::post_reply::run(here, &id, &request),
        Ask::SetMeToo(id, request) => command::set_me_too::run(here, &id, request),
        Ask::SetStar(id, request) => command::set_star::run(here, &id, request),
        Ask::SetAccepted(id, request) => command::set_accepted::run(here, &id, request),
        Ask::Join { account, address, contact } => command::join::run(here, &account, &address, &contact),
        Ask::RequestProof(request) => command::request_proof::run(here, &request),
        Ask::Evidence(id) => command::seek_evidence::run(here, &id),
        Ask::RecordLooks(id, looks) => command::record_looks::run(here, &id, &looks),
        Ask::Claim(request) => command::claim_threads::run(here, &request),
        Ask::Release(id) => command::release_claim::run(here, &id),
        Ask::PostOfficialReply(id, request) => command::post_official_reply::run(here, &id, &request),
        Ask::MarkOfficialAnswer(id, request) => command::mark_official_answer::run(here, &id, &request),
        Ask::SetStatus(id, request) => command::set_status::run(here, &id, &request),
        Ask::Remove(request, others) => command::remove_post::run(here, &request, others),
        Ask::Flag(request, network) => command::post_flag::run(here, &request, network.as_deref()),
        Ask::FlagForBrand(request) => command::post_flag::for_brand(here, &request),
        Ask::RequestRemoval(request, receipt, network) => command::post_flag::from_outside(here, &request, &receipt, &network),
        Ask::Appeal(request) => command::post_appeal::run(here, &request),
        Ask::Decide(request, others) => command::decide::run(here, &request, others),
        Ask::Due => command::run_errands::run(here),
        Ask::OutboxDone(seq) => command::run_errands::carried_out(here, seq),
        Ask::OutboxFailed => command::run_errands::failed(here),
        Ask::Rechecked(id, seen) => command::recheck_proof::run(here, &id, seen),
        Ask::PostComment(id, request) => command::post_comment::run(here, &id, &request),
        Ask::EditPost(id, request) => command::edit_post::run(here, &id, &request),
        Ask::DeletePost(id) => command::delete_post::run(here, &id),
        Ask::EraseMe => command::erase_me::run(here),
        Ask::SetKind(id, request) => command::set_kind::run(here, &id, request),
        Ask::SetMood(id, request) => command::set_mood::run(here, &id, request),
        Ask::SetNotSolved(id, request) => command::set_not_solved::run(here, &id, request),
        Ask::LiftDanger(id, request) => command::lift_danger::run(here, &id, &request),
        Ask::SetCaution(id, request) => command::set_caution::run(here, &id, &request),
        Ask::SetEmergency(request) => command::set_emergency::run(here, &request),
        Ask::AlarmTold(id, told) => command::run_errands::alarm_told(here, id, told),
        Ask::SetSearchWords(request) => command::set_search_words::run(here, &request),
        Ask::CountReading(request) => command::count_reading::run(here, &request),
        Ask::PostPhoto(photo) => command::post_photo::run(here, &photo),
        Ask::PhotoArrived(id) => command::post_photo::arrived(here, &id),
        Ask::SetPhotoOpen(id, request) => command::set_photo_open::run(here, &id, request),
        Ask::PhotosDeleted(ids) => command::run_errands::photos_deleted(here, &ids),
        Ask::PhotosKept => command::run_errands::photos_kept(here),
        Ask::SetFollow(id, request) => command::set_follow::run(here, &id, request),
        Ask::MakeKeepLink(id, hash) => command::keep_link::make(here, &id, &hash),
        Ask::RevokeKeepLink(id) => command::keep_link::revoke(here, &id),
        Ask::ComeBack(hash) => command::keep_link::open(here, &hash),
        Ask::Stop(member, id, what) => command::run_errands::stop(here, &member, &id, what),
        Ask::SetHelping(request) => command::set_helping::run(here, &request),
        Ask::SetTags(id, request) => command::set_tags::run(here, &id, &request),
        Ask::Export(from) => here.whole(|here| carry::export(here, from.as_deref())),
        Ask::ExportMe(request) => here.whole(|here| export::run(here, &request)),
        Ask::ImportPart(number, text) => carry::part(here, number, &text),
        Ask::ImportPicture(id, photo) => carry::picture(here, &id, &photo),
        Ask::Import(parts) => carry::import(here, parts),
        Ask::SetDuplicate(id, request) => command::set_duplicate::run(here, &id, &request),
        Ask::SetSites(request) => command::set_sites::run(here, &request),
        Ask::SetGuard(request) => command::set_guard::run(here, request),
        Ask::LetterSent(seq) => command::run_errands::letter_sent(here, seq),
        Ask::LetterFailed(seq) => command::run_errands::letter_failed(here, seq),
        Ask::Contact { address, contact } => command::join::reached_on_console(here, &address, &contact),
        Ask::TidingSent(seq) => command::run_errands::tiding_sent(here, seq),
        Ask::TidingFailed(seq) => command::run_errands::tiding_failed(here, seq),
        Ask::People(ask) => command::manage_people::run(here, &ask),
        Ask::SetName(request, met) => naming::set(here, &request, met),
        Ask::JudgeName(request) => naming::judge(here, request.what),
        Ask::DoubtName(request) => naming::doubt(here, &request),
        Ask::NameMet => naming::met(here),
        Ask::Alias(ask) => aliases::run(here, &ask),
        Ask::SetMyName(request) => command::set_my_name::run(here, &request),
        Ask::EndMySessions => command::set_my_name::sign_out(here),
        // Asked with every request of a page: it loads nothing that it does not need.
        Ask::CountingSites => Ok(Outcome::Sites(sites::counting(here)?)),
        Ask::Work(ask) => command::do_work::run(here, &ask),
        Ask::SetProduct(key, request) => command::arrange_products::set(here, &key, &request),
        Ask::MergeProduct(from, into) => command::arrange_products::merge(here, &from, &into),
        Ask::ChangeSetUp(request) => command::change_set_up::run(here, &request),
        Ask::SetSignpost(from) => command::change_set_up::signpost(here, from),
        Ask::ZoneSeen(zone, clock) => command::do_work::zone_seen(here, &zone, clock.as_ref()),
        Ask::Private(ask) => command::write_privately::run(here, &ask),
        Ask::SignOn(ask) => sign_on::run(here, &ask),
        Ask::Key(ask) => api_keys::run(here, &ask),
        Ask::Introduce(ask) => introductions::run(here, &ask),
        Ask::Webhook(ask) => webhooks::run(here, &ask),
        reading => read(here, reading),
    }
}

/// Writes down that somebody of the brand tried to change, remove or decide about what others wrote, after they were refused it.
pub fn note_refusal<S: Sql>(
    sql: &S,
    brand: &BrandDomain,
    moment: &Moment,
    caller: &Caller,
    ask: &Ask,
    refusal: &ApiError,
) -> Result<bool, Fault> {
    let mint = Mint::of(moment);
    let here = &Here { sql, brand, now: moment.now, arrival: moment.arrival, mint: &mint, caller, key: None };
    sql.atomically(|_| house::silence::note(here, ask, refusal))
}

/// Whether a session of a member's that was given out then counts still: they may have signed out everywhere since.
///
/// # Errors
/// The database failed.
pub fn session_holds<S: Sql>(
    sql: &S,
    brand: &BrandDomain,
    moment: &Moment,
    member: &MemberId,
    given: Timestamp,
) -> Result<bool, Fault> {
    let mint = Mint::of(moment);
    let here = &Here { sql, brand, now: moment.now, mint: &mint, caller: &Caller::Visitor, arrival: moment.arrival, key: None };
    // Where the schema is older than signing out, nobody has done so.
    Ok(!schema::is_there(here)? || schema::is_behind(here)? || command::set_my_name::holds(here, member, given)?)
}

fn read<S: Sql>(here: &Here<'_, S>, ask: Ask) -> Result<Outcome, Trouble> {
    let company = Company::load(here)?;
    let viewer = people::viewer(here, &company)?;
    Ok(match ask {
        Ask::Community => Outcome::Community(community::view(here, &company)?),
        Ask::Embed { product, name, thread } => {
            let mut community = community::view(here, &company)?;
            let lines = list_threads::Request { product: Some(product.clone()), ..Default::default() };
            let product = product::one(here, &community.products, &company, &product, name.as_ref())?;
            community.products.truncate(PRODUCTS_ON_A_PAGE);
            let threads = list::page(here, &company, &viewer, &lines)?;
            // A thread that is not there is no reason to show nothing.
            let thread = match thread {
                Some(id) => absent(thread::view(here, &company, &viewer, &id, None))?,
                None => None,
            };
            let worth_finding = addresses::is_worth_finding(here)?;
            let set_up = set_up::SetUp::load(here, &company)?;
            let hours = work::told_hours(here, &company, &set_up, &product)?;
            let canonical = set_up::canonical(here, &company, &set_up)?;
            Outcome::Embed(EmbedParts { community, product, threads, thread, worth_finding, hours, canonical })
        }
        Ask::List(request) => Outcome::List(list::page(here, &company, &viewer, &request)?),
        Ask::Versions(id) => Outcome::Versions(written::versions(here, &viewer, &id)?),
        Ask::Thread(id, request) => {
            // The one thing that a reading notes: a follower has come back, so that the next answer is told again.
            if let Caller::Member(me) = here.caller {
                follow::visited(here, &id, me)?;
            }
            Outcome::Thread(match &request.around {
                Some(reply) if request.cursor.is_none() => thread::view_around(here, &company, &viewer, &id, reply)?,
                _ => thread::view(here, &company, &viewer, &id, request.cursor.as_deref())?,
            })
        }
        Ask::Likely(request) => Outcome::Likely(likely::likely(here, &company, &viewer, &request)?),
        Ask::Helping(request) => Outcome::HelpingView(helping::view(here, &company, &viewer, &request)?),
        Ask::Tags(id) => Outcome::Tags(command::set_tags::view(here, &viewer, &id)?),
        Ask::Mine => match here.caller {
            Caller::Member(id) if people::is_here(here, id)? => Outcome::Mine(mine::view(here, id)?),
            Caller::Visitor | Caller::Member(_) | Caller::Console(_) | Caller::Operator(_) => Outcome::Mine(MineView::default()),
        },
        Ask::Desk(request) => Outcome::Desk(desk::view(here, &company, &request)?),
        Ask::Triage(request) => triage::see(here, &company, &request)?,
        Ask::SeeWork => work::see(here, &company)?,
        Ask::Notes(id) => command::do_work::notes(here, &company, &id)?,
        Ask::Overview => work::overview(here, &company)?,
        Ask::SeePrivate(id, see) => query::private_notes::see(here, &company, &id, see)?,
        Ask::History => Outcome::History(work::history(here)?),
        Ask::Aliases => aliases::see(here, &company)?,
        Ask::AliasesProven => Outcome::AliasesProven(aliases::proven(here, &company)?),
        Ask::Forwarded(id) => Outcome::Forwarded(desk::forwarded(here, &id)?),
        Ask::Naming => naming::see(here, &company)?,
        Ask::Products => product::see(here, &company)?,
        Ask::SetUp => set_up::see(here, &company)?,
        Ask::Context(id) => context::see(here, &company, &id)?,
        Ask::Audit(request) => Outcome::Audit(audit::part(here, &viewer, &request)?),
        Ask::Guard => Outcome::Guard(command::set_guard::view(here, &viewer)?),
        Ask::SeePeople => command::manage_people::see(here, &company)?,
        Ask::DirectoryEntry => Outcome::DirectoryEntry(directory::entry(here)?.map(Box::new)),
        Ask::Addresses => Outcome::Addresses(addresses::all(here)?),
        Ask::Home => Outcome::Home(Box::new(home::view(here, &company)?)),
        Ask::MemberPage(member) => Outcome::MemberPage(member_page::view(here, &company, &member)?.map(Box::new)),
        Ask::Search(request) => Outcome::Search(matches::search(here, &company, &viewer, &request)?),
        Ask::SearchWords => Outcome::SearchWords(search_words::view(here, &company)?),
        Ask::Figures => Outcome::Figures(figures::view(here)?),
        Ask::PhotoSeen(id) => Outcome::PhotoSeen(photos::seen(here, &id)?),
        Ask::Statement(about) => Outcome::Statement(Box::new(statement::view(here, &about)?)),
        Ask::Matter(about) => matter::see(here, &company, &about)?,
        Ask::Record => Outcome::Record(record::view(here)?),
        Ask::HouseEntry => Outcome::HouseEntry(house::waiting::entry(here)?),
        Ask::Requested(receipt) => Outcome::Requested(house::flags::requested(here, &receipt)?),
        Ask::Sites => Outcome::Sites(sites::view(here, &company)?),
        Ask::AllPhotos => Outcome::Photos(photos::all(here)?),
        Ask::PhotosOf(member) => Outcome::Photos(photos::of_member(here, &member)?),
        _ => Outcome::Done,
    })
}

fn absent<T>(answer: Result<T, Trouble>) -> Result<Option<T>, Trouble> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(Trouble::Refused(_)) => Ok(None),
        Err(fault) => Err(fault),
    }
}
