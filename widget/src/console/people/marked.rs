//! Customers with a mark: employees by their address, champions by an owner's word. None of them has any power.

use super::super::client;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Weight};
use super::Table;
use crate::parts::author;
use chie_domain::api::get_people::{MarkedPerson, Response};
use chie_domain::api::route::Route;
use chie_domain::api::set_champion;
use chie_domain::brand::BrandDomain;
use chie_domain::id::MemberId;
use chie_domain::mark::Mark;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct MarkedProps {
    pub(super) brand: BrandDomain,
    pub(super) table: Table,
}

/// The list.
#[component]
pub(super) fn Marked(props: &MarkedProps) -> Html {
    let front = use_front();
    let MarkedProps { brand, table } = props;
    let busy = use_state(|| false);
    let take_back = {
        let (front, busy, brand, changed) = (front.clone(), busy.clone(), brand.clone(), table.changed.clone());
        Callback::from(move |member: MemberId| {
            let route = Route::SetChampion(brand.clone(), member);
            let (told, changed) = (front.clone(), changed.clone());
            let asked = set_champion::Request { on: false };
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(people) => {
                    changed.emit(people);
                    told.tell_done(Work::ChampionGone);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let one = |person: &MarkedPerson| {
        let name = author::called(&front.words, &person.name);
        let (word, champion) = match person.mark {
            Mark::Employee(_) => (Work::MarkEmployee, false),
            Mark::Champion(_) => (Work::MarkChampion, true),
        };
        let member = person.member.clone();
        html! {
            <li key={person.member.as_str()}>
                <div>
                    <b><bdi>{ name.clone() }</bdi></b>
                    <div class="meta"><span>{ front.work(word) }</span></div>
                </div>
                if champion && table.owner {
                    <div class="acts">
                        <Button label={front.work(Work::ChampionTakeBack)} spoken={front.work_of(Work::ChampionTakeBackFrom, &[&name])}
                            weight={Weight::Text} rest={*busy} press={take_back.reform(move |()| member.clone())} />
                    </div>
                }
            </li>
        }
    };
    html! {
        <section>
            <h2>{ front.work(Work::MarkedTitle) }</h2>
            <p class="hint">{ front.work(Work::MarkedLead) }</p>
            if table.people.marked.is_empty() {
                <p>{ front.work(Work::MarkedNone) }</p>
            } else {
                <ul class="lines people">{ for table.people.marked.iter().map(one) }</ul>
            }
        </section>
    }
}
