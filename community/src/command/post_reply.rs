//! Somebody answers.

use chie_domain::api::post_reply::{PostReplyRefusal, Request};
use chie_domain::ground::RULES_VERSION;
use chie_domain::id::{MemberId, ReplyId, TenancyId, ThreadId};
use chie_domain::markup::{Markup, parse};
use chie_domain::name::Likeness;
use chie_domain::policy::{Viewer, Visibility};
use chie_domain::text::DisplayName;
use chie_domain::webhook::HookEvent;

use crate::ask::{Outcome, Trouble};
use crate::command::post_thread::as_written;
use crate::company::Company;
use crate::gate::{self, Writing};
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::query::{reply, thread};
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::webhooks::About;
use crate::{danger, follow, handles, outbox, people, photos, posts, webhooks};

/// Posts a reply.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: &Request) -> Result<Outcome, Trouble> {
    posts::check_private(None, Some(&request.body), request.personal_data_ok)?;
    let body = parse::parse(&request.body).map_err(|_| refuse(PostReplyRefusal::BodyTooLong))?;
    here.whole(|here| {
        let kept = once(here, || post(here, id, request, &body))?;
        let reply = ReplyId::parse(&kept.object).map_err(|_| Fault("a key was kept for another kind of write".to_owned()))?;
        let viewer = as_written(here, kept.guest.clone());
        let view = reply::one(here, &Company::load(here)?, &viewer, &reply)?;
        // A retry may come after its author took it back.
        let view = view.ok_or_else(|| refuse(PostReplyRefusal::UnknownThread))?;
        Ok(Outcome::PostedReply(view, kept.guest))
    })
}

fn post<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: &Request, body: &Markup) -> Result<Kept, Trouble> {
    let company = Company::load(here)?;
    let viewer = people::viewer(here, &company)?;
    let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(PostReplyRefusal::UnknownThread))?;
    let likeness = posts::name_of(here, &company, request.name.as_ref())?.map_err(|_| refuse(PostReplyRefusal::NameReserved))?;
    let person = people::taking_part(here)?;
    let source = request.body.as_str();
    let poses = likeness == Likeness::Disguised;
    let writing = Writing { author: &person.id, product: &thread.product, texts: ["", source], body, poses };
    let visibility = gate::pass(here, &writing)?;
    let body = &posts::tree(here, &person.id, &thread.product, body)?;
    people::name(here, &person.id, request.name.as_ref())?;
    let seen = visibility == Visibility::Public;
    let reply = NewReply { thread: thread.n, parent: None, author: &person.id, visibility, voice: None, source };
    let id = save(here, &reply, body)?;
    if seen {
        danger::look(here, &company, thread.n, Some(&id), &[source])?;
    }
    if poses {
        posts::tell_of_posing(here, &company)?;
    }
    if !photos::take(here, &person.id, &request.photos, photos::place_of(here, &id)?)? {
        return Err(refuse(PostReplyRefusal::UnknownPhoto));
    }
    Ok(Kept { object: id.into(), guest: person.guest })
}

/// A reply about to be saved.
pub(crate) struct NewReply<'a> {
    pub(crate) thread: u64,
    /// The reply that it is a comment on.
    pub(crate) parent: Option<u64>,
    pub(crate) author: &'a MemberId,
    pub(crate) visibility: Visibility,
    /// For whom somebody with authority writes, and under which name.
    pub(crate) voice: Option<(&'a TenancyId, &'a DisplayName)>,
    /// As it was typed.
    pub(crate) source: &'a str,
}

/// Saves a reply with everything that follows from it.
pub(crate) fn save<S: Sql>(here: &Here<'_, S>, reply: &NewReply<'_>, body: &Markup) -> Result<ReplyId, Fault> {
    let id = ReplyId::mint(here.now, here.mint.ten());
    let (seen_by, ground) = posts::columns(&reply.visibility);
    let made = here.row(
        "INSERT INTO reply (id, thread, author, name, body, at, rules, visibility, ground, tenancy, parent, source) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING n",
        args![
            id.as_str(),
            reply.thread,
            reply.author.as_str(),
            reply.voice.map(|(_, name)| name.as_str()),
            posts::stored(body)?,
            here.now,
            u32::from(RULES_VERSION),
            seen_by,
            ground,
            reply.voice.map(|(tenancy, _)| tenancy.as_str()),
            reply.parent,
            reply.source,
        ],
    )?;
    let n = made.ok_or_else(|| Fault("a reply got no number".to_owned()))?.whole(0)?;
    if reply.voice.is_none() {
        handles::give(here, reply.thread, reply.author)?;
    }
    if reply.visibility == Visibility::Public {
        let counted = u32::from(reply.parent.is_none());
        here.run("UPDATE thread SET replies = replies + ?, active = ? WHERE n = ?", args![counted, here.now, reply.thread])?;
        let held = here.row("SELECT 1 FROM thread WHERE n = ? AND visibility <> 'public'", args![reply.thread])?;
        if held.is_none() {
            index::add(here, reply.thread, Some(n))?;
        }
        if reply.parent.is_none() {
            follow::first_answer(here, reply.thread, reply.author)?;
        }
        follow::answered(here, reply.thread, n, reply.author)?;
        webhooks::tell(here, HookEvent::Replied, About::Reply(reply.thread, n))?;
    }
    if matches!(reply.visibility, Visibility::Held { .. }) {
        outbox::tell_house(here)?;
    }
    Ok(id)
}

/// The reply of that id with its thread, if the viewer sees both and they are not removed: number, author, thread.
pub(crate) fn find<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, id: &ReplyId) -> Result<Option<Found>, Fault> {
    let row = here.row(
        "SELECT r.n, r.author, t.id, r.visibility, r.ground FROM reply r JOIN thread t ON t.n = r.thread \
         WHERE r.id = ? AND r.parent IS NULL AND r.deleted IS NULL",
        args![id.as_str()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let visibility = crate::visibility::read(&row, 3, 4, 1)?;
    if visibility != Visibility::Public {
        return Ok(None);
    }
    let thread: ThreadId = row.parse(2)?;
    let Some(thread) = thread::open_to(here, viewer, &thread)? else { return Ok(None) };
    Ok(Some(Found { n: row.whole(0)?, author: row.parse(1)?, thread }))
}

/// A reply that can be starred, accepted or marked.
pub(crate) struct Found {
    pub(crate) n: u64,
    pub(crate) author: MemberId,
    pub(crate) thread: thread::Thread,
}
