//! Who acts for the brand: roles, who is about to join, inviting, leaving; the proofs behind it, the recovery code, and one's own sessions.

mod former;
mod introduction;
mod invite;
mod marked;
mod person;
mod recovery;
mod sessions;

use super::brand_room::{RoomProps, gate};
use super::browser;
use super::client;
use super::desk::Standing;
use super::front::{Front, Remote, use_front};
use super::loaded::use_loaded;
use super::locale::{Msg, Work};
use super::parts::{Button, Weight, waiting};
use super::screen::{Room, Screen};
use chie_domain::api::get_people::{LiveProof, Response};
use chie_domain::api::request_proof;
use chie_domain::api::route::Route;
use chie_domain::policy::Role;
use chie_domain::proof::{Method, ProofState};
pub(crate) use former::Former;
use introduction::Introduction;
use invite::Invite;
use marked::Marked;
use person::Person;
pub(crate) use recovery::CodeOnce;
use recovery::Recovery;
use sessions::Sessions;
use yew::prelude::*;

/// A role in words.
pub(crate) const fn role_word(role: Role) -> Work {
    match role {
        Role::Owner => Work::RoleOwner,
        Role::Representative => Work::RoleRepresentative,
        Role::Trainee => Work::RoleTrainee,
        Role::Observer => Work::RoleObserver,
    }
}

/// What the page has and can do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub(crate) people: Response,
    /// Whether the caller is an owner.
    pub(crate) owner: bool,
    /// Takes what came back.
    pub(crate) changed: Callback<Response>,
    /// Asks again.
    pub(crate) again: Callback<()>,
}

/// The page of people.
#[component]
pub(crate) fn People(props: &RoomProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let busy = use_state(|| false);
    let acts = gate(&front, desk).is_none() || desk.standing == Standing::Reads;
    let (state, load) = use_loaded::<Response>(&front, Route::GetPeople(desk.brand().clone()), acts, &busy);
    let title = html! { <h1 tabindex="-1">{ front.work_of(Work::PeopleTitle, &[desk.brand().as_str()]) }</h1> };
    if !acts {
        return html! { <>{ title }{ gate(&front, desk) }<Sessions /></> };
    }
    let Remote::Ready(people) = &*state else {
        return html! { <>{ title }{ waiting(&state, front.say(Msg::Loading), &load) }</> };
    };
    let owner = people.people.iter().any(|person| person.me && person.role == Role::Owner);
    let speaks = desk.standing == Standing::Acts;
    let changed = {
        let state = state.clone();
        Callback::from(move |people| state.set(Remote::Ready(people)))
    };
    let prove_anew = {
        let (front, busy, brand, reload) = (front.clone(), busy.clone(), desk.brand().clone(), desk.reload.clone());
        Callback::from(move |()| {
            let route = Route::RequestProof(brand.clone());
            let asked = request_proof::Request { method: Method::Dns, host: None, fresh: true };
            let (told, brand, reload, key) = (front.clone(), brand.clone(), reload.clone(), browser::fresh_key());
            let work = async move { client::write::<_, request_proof::Response>(&route, &asked, &key).await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(_) => {
                    reload.emit(());
                    Screen::Brand(brand, Room::Proof).go();
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let table = Table { people: people.clone(), owner, changed, again: load };
    html! {
        <>
            { title }
            <p class="lead">{ front.work(Work::PeopleLead) }</p>
            <ul class="lines people">
                { for people.people.iter().map(|person| html! {
                    <Person key={person.member.as_str()} brand={desk.brand().clone()} person={person.clone()} table={table.clone()} />
                }) }
            </ul>
            if speaks { <Introduction brand={desk.brand().clone()} /> }
            if owner { <Invite brand={desk.brand().clone()} table={table.clone()} /> }
            <section>
                <h2>{ front.work(Work::ProofsTitle) }</h2>
                <ul class="lines">{ for people.proofs.iter().map(|proof| one_proof(&front, proof)) }</ul>
                if owner {
                    <p class="hint">{ front.work(Work::FreshProofLead) }</p>
                    <p class="actions"><Button label={front.work(Work::FreshProof)} weight={Weight::Quiet} rest={*busy} press={prove_anew} /></p>
                }
            </section>
            <Marked brand={desk.brand().clone()} table={table.clone()} />
            <Recovery brand={desk.brand().clone()} table={table} />
            <Sessions />
        </>
    }
}

fn one_proof(front: &Front, proof: &LiveProof) -> Html {
    let (ProofState::Confirmed { seen, .. } | ProofState::Doubtful { seen, .. }) = proof.state else { return html! {} };
    let method = front.say(Msg::MethodName(proof.method));
    html! {
        <li key={proof.id.as_str()}>
            <div>
                <b>{ front.work_of(Work::ProofLine, &[&method, &front.minute(seen)]) }</b>
                <div class="meta"><bdi>{ proof.address.clone().unwrap_or_default() }</bdi><bdi>{ proof.host.as_str() }</bdi></div>
                if proof.left_over { <p class="wrong">{ front.work(Work::LeftOver) }</p> }
            </div>
        </li>
    }
}
