//! Somebody asks. The first question of a tag opens the community and makes the product; the first write of a visitor makes
//! a guest of them.

use chie_domain::api::post_thread::{PostThreadRefusal, Request};
use chie_domain::api::view::ProductStanding;
use chie_domain::follow::Why;
use chie_domain::ground::RULES_VERSION;
use chie_domain::id::ThreadId;
use chie_domain::markup::{Markup, parse};
use chie_domain::mood::Face;
use chie_domain::name::Likeness;
use chie_domain::policy::{Viewer, Visibility};
use chie_domain::text::{Body, MoodWords};
use chie_domain::thread::Kind;
use chie_domain::webhook::HookEvent;

use crate::ask::{Caller, Outcome, Trouble};
use crate::command::climb_ladder;
use crate::command::open_community::{make_product, open_now};
use crate::company::Company;
use crate::gate::{self, Writing};
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::photos::Place;
use crate::query::set_up::SetUp;
use crate::query::{thread, waiting};
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::webhooks::About;
use crate::{danger, follow, handles, outbox, people, photos, posts, products, schema, webhooks};

/// Posts a thread.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    if !Kind::OPEN_TO_ALL.contains(&request.kind) {
        return Err(refuse(PostThreadRefusal::KindReserved));
    }
    posts::check_private(Some(&request.title), request.body.as_ref(), request.personal_data_ok)?;
    let body = request.body.as_ref().map(parse::parse).transpose().map_err(|_| refuse(PostThreadRefusal::BodyTooLong))?;
    let body = body.unwrap_or_default();
    here.whole(|here| {
        schema::migrate(here)?;
        let kept = once(here, || post(here, request, &body))?;
        let id = ThreadId::parse(&kept.object).map_err(|_| Fault("a key was kept for another kind of write".to_owned()))?;
        let viewer = as_written(here, kept.guest.clone());
        let view = thread::view(here, &Company::load(here)?, &viewer, &id, None)?;
        let wait = waiting::first_answer(here, &request.product)?;
        Ok(Outcome::PostedThread(view, kept.guest, wait))
    })
}

/// Who looks at what they have just written: the guest that came of it, else the member.
pub(crate) fn as_written<S: Sql>(here: &Here<'_, S>, guest: Option<chie_domain::id::MemberId>) -> Viewer {
    match (guest, here.caller) {
        (Some(guest), _) => Viewer::Member(guest),
        (None, Caller::Member(id)) => Viewer::Member(id.clone()),
        (None, _) => Viewer::Visitor,
    }
}

fn post<S: Sql>(here: &Here<'_, S>, request: &Request, body: &Markup) -> Result<Kept, Trouble> {
    let company = Company::load(here)?;
    let likeness = posts::name_of(here, &company, request.name.as_ref())?.map_err(|_| refuse(PostThreadRefusal::NameReserved))?;
    if SetUp::load(here, &company)?.is_signposted(here.now) {
        return Err(refuse(PostThreadRefusal::Signposted));
    }
    if products::is_retired(here, &request.product)? {
        return Err(refuse(PostThreadRefusal::ProductRetired));
    }
    let person = people::taking_part(here)?;
    let texts = [request.title.as_str(), request.body.as_ref().map_or("", Body::as_str)];
    let poses = likeness == Likeness::Disguised;
    let writing = Writing { author: &person.id, product: &request.product, texts, body, poses };
    let visibility = gate::pass(here, &writing)?;
    let body = &posts::tree(here, &person.id, &request.product, body)?;
    people::name(here, &person.id, request.name.as_ref())?;
    open_now(here)?;
    make_product(here, &request.product, request.product_name.as_ref(), ProductStanding::NotYetConfirmed)?;
    let id = ThreadId::mint(here.now, here.mint.ten());
    let (seen_by, ground) = posts::columns(&visibility);
    let waits = u32::from(request.kind != Kind::Praise);
    let made = here.row(
        "INSERT INTO thread (id, product, kind, title, body, author, at, active, rules, visibility, ground, waits, source, mood, \
         mood_words, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING n",
        args![
            id.as_str(),
            request.product.as_str(),
            request.kind.code(),
            request.title.as_str(),
            posts::stored(body)?,
            person.id.as_str(),
            here.now,
            here.now,
            u32::from(RULES_VERSION),
            seen_by,
            ground,
            waits,
            request.body.as_ref().map(Body::as_str),
            request.mood.map(Face::code),
            request.mood.and(request.mood_words.as_ref()).map(MoodWords::as_str),
            request.facts.clone().filter(|facts| !facts.facts().is_empty()).map(String::from),
        ],
    )?;
    let n = made.ok_or_else(|| Fault("a thread got no number".to_owned()))?.whole(0)?;
    handles::give(here, n, &person.id)?;
    follow::begin(here, n, &person.id, Why::Asked)?;
    if visibility == Visibility::Public {
        if matches!(request.kind, Kind::Question | Kind::Problem) {
            climb_ladder::begin(here, &id)?;
        }
        index::add(here, n, None)?;
        webhooks::tell(here, HookEvent::Asked, About::Thread(n))?;
    }
    if visibility == Visibility::Public {
        danger::look(here, &Company::load(here)?, n, None, &texts)?;
    }
    if poses {
        posts::tell_of_posing(here, &company)?;
    }
    if !photos::take(here, &person.id, &request.photos, Place { thread: n, reply: None })? {
        return Err(refuse(PostThreadRefusal::UnknownPhoto));
    }
    outbox::tell_directory(here)?;
    Ok(Kept { object: id.into(), guest: person.guest })
}
