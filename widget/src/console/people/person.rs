//! One person's line, and what an owner can do about them.

use super::super::client;
use super::super::dialog::Sure;
use super::super::front::{Front, use_front};
use super::super::locale::Work;
use super::super::parts::{Button, Weight};
use super::super::trouble::Trouble;
use super::{Table, role_word};
use chie_domain::api::get_people::{PersonView, Response, SeatStanding};
use chie_domain::api::route::Route;
use chie_domain::api::{remove_person, set_objection, set_role};
use chie_domain::brand::BrandDomain;
use chie_domain::policy::Role;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PersonProps {
    pub(super) brand: BrandDomain,
    pub(super) person: PersonView,
    pub(super) table: Table,
}

/// What a refusal of these acts says.
fn tell(front: &Front, trouble: &Trouble) {
    let word = match trouble.code() {
        "proof_is_live" => Work::ProofIsLive,
        "last_owner" => Work::LastOwner,
        "fresh_proof_needed" => Work::FreshProofNeeded,
        "dns_proof_needed" => Work::DnsNeeded,
        "is_owner" => Work::IsOwner,
        _ => return front.tell_trouble(trouble),
    };
    front.tell_wrong(word);
}

/// One person's line.
#[component]
pub(super) fn Person(props: &PersonProps) -> Html {
    let front = use_front();
    let PersonProps { brand, person, table } = props;
    let busy = use_state(|| false);
    let asked = use_state(|| false);
    let address = person.address.clone().unwrap_or_else(|| "…".to_owned());
    let object = |on: bool, label: Work, done: Work, spoken: Option<AttrValue>| {
        let (told, working, changed) = (front.clone(), busy.clone(), table.changed.clone());
        let route = Route::SetObjection(brand.clone(), person.member.clone());
        let press = Callback::from(move |()| {
            let (route, told, changed) = (route.clone(), told.clone(), changed.clone());
            let work = async move { client::write::<_, Response>(&route, &set_objection::Request { on }, "").await };
            told.clone().run(&working, work, move |outcome| match outcome {
                Ok(people) => {
                    changed.emit(people);
                    told.tell_done(done);
                }
                Err(trouble) => tell(&told, &trouble),
            });
        });
        html! { <Button label={front.work(label)} {spoken} weight={Weight::Quiet} rest={*busy} {press} /> }
    };
    let set_role = {
        let (front, busy, changed) = (front.clone(), busy.clone(), table.changed.clone());
        let route = Route::SetRole(brand.clone(), person.member.clone());
        Callback::from(move |event: Event| {
            let Some(role) = Role::from_code(&event.target_unchecked_into::<HtmlSelectElement>().value()) else { return };
            let (route, told, changed) = (route.clone(), front.clone(), changed.clone());
            let work = async move { client::write::<_, Response>(&route, &set_role::Request { role }, "").await };
            front.clone().run(&busy, work, move |outcome| match outcome {
                Ok(people) => {
                    changed.emit(people);
                    told.tell_done(Work::RoleChanged);
                }
                Err(trouble) => tell(&told, &trouble),
            });
        })
    };
    let leave = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(false))
    };
    let remove = {
        let (front, busy, asked, again, address) =
            (front.clone(), busy.clone(), asked.clone(), table.again.clone(), address.clone());
        let route = Route::RemovePerson(brand.clone(), person.member.clone());
        Callback::from(move |()| {
            let (route, told, again, asked, address) =
                (route.clone(), front.clone(), again.clone(), asked.clone(), address.clone());
            let work = async move { client::act::<remove_person::Response>(&route).await };
            front.clone().run(&busy, work, move |outcome| {
                asked.set(false);
                match outcome {
                    Ok(answer) => {
                        match answer.standing {
                            Some(SeatStanding::LeavesAt(at)) => told.tell_done_of(Work::RemovalPlanned, &[&told.minute(at)]),
                            Some(_) => told.tell_done(Work::RemovalNeedsTwo),
                            None => told.tell_done_of(Work::RemovedNow, &[&address]),
                        }
                        again.emit(());
                    }
                    Err(trouble) => tell(&told, &trouble),
                }
            });
        })
    };
    let ask = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(true))
    };
    let may_change = table.owner && !person.me && person.role != Role::Owner;
    let newcomer = matches!(person.standing, SeatStanding::JoinsAt(_)) && person.role == Role::Owner;
    html! {
        <li>
            <div>
                <b><bdi>{ address.clone() }</bdi></b>
                <div class="meta">
                    <span>{ front.work(role_word(person.role)) }</span>
                    if person.me { <span>{ front.work(Work::You) }</span> }
                    <span>{ standing(&front, person.standing) }</span>
                    if person.by_dns { <span>{ front.work(Work::HasDns) }</span> }
                </div>
            </div>
            <div class="acts">
                if may_change {
                    <select class="field" aria-label={front.work_of(Work::RoleOf, &[&address])} onchange={set_role}>
                        { for [Role::Owner, Role::Representative, Role::Observer].into_iter().map(|role| html! {
                            <option value={role.code()} selected={person.role == role}>{ front.work(role_word(role)) }</option>
                        }) }
                    </select>
                }
                if table.owner && !person.me && newcomer {
                    { object(true, Work::Object, Work::Objected, Some(front.work_of(Work::ObjectTo, &[&address]))) }
                }
                if table.owner && person.standing == SeatStanding::Contested {
                    { object(false, Work::WithdrawObjection, Work::ObjectionGone, None) }
                }
                if person.me || (table.owner && !newcomer) {
                    <Button label={front.work(if person.me { Work::Leave } else { Work::Remove })} weight={Weight::Text}
                        spoken={(!person.me).then(|| front.work_of(Work::RemoveWho, &[&address]))} press={ask} />
                }
            </div>
            <Sure id={format!("remove-{}", person.member)} title={front.work_of(Work::RemoveAsk, &[&address])} open={*asked}
                label={front.work(if person.me { Work::Leave } else { Work::Remove })} busy={*busy} go={remove} {leave}>
                <ul>
                    <li>{ front.work(Work::RemoveDoes) }</li>
                    <li>{ front.work(Work::RemoveKeeps) }</li>
                    if person.role == Role::Owner && !person.me { <li>{ front.work(Work::RemoveOwner) }</li> }
                </ul>
            </Sure>
        </li>
    }
}

fn standing(front: &Front, standing: SeatStanding) -> AttrValue {
    match standing {
        SeatStanding::Invited => front.work(Work::InvitedStill),
        SeatStanding::Acts(since) => front.work_of(Work::ActsSince, &[&front.day(since)]),
        SeatStanding::JoinsAt(at) => front.work_of(Work::JoinsOn, &[&front.minute(at)]),
        SeatStanding::Contested => front.work(Work::ContestedStill),
        SeatStanding::LeavesAt(at) => front.work_of(Work::LeavesOn, &[&front.minute(at)]),
        SeatStanding::RemovalAsked => front.work(Work::RemovalAskedStill),
    }
}
