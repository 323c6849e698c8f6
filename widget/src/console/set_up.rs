//! Set-up: five answers, hours, the desk for emergencies, the sites; and leaving with a date. A support lead reads it from top to bottom once.

mod reasons;
mod sign;

use super::brand_room::{RoomProps, gate};
use super::care::Emergency;
use super::desk::Standing;
use super::front::{Remote, use_front};
use super::guard::GuardSwitch;
use super::keys::Keys;
use super::loaded::use_loaded;
use super::locale::{Msg, Work};
use super::parts::waiting;
use super::sign_on::SignOn;
use super::sites::Sites;
use super::webhooks::Webhooks;
use super::work::{HoursForm, use_work};
use chie_domain::api::get_set_up::Response;
use chie_domain::api::route::Route;
use reasons::Why;
use sign::Sign;
use yew::prelude::*;

/// The set-up of a brand's place.
#[component]
pub(crate) fn SetUp(props: &RoomProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let acts = desk.standing == Standing::Acts;
    let busy = use_state(|| false);
    let (state, load) = use_loaded::<Response>(&front, Route::GetSetUp(desk.brand().clone()), acts, &busy);
    let work = use_work(&front, desk.brand(), acts);
    let changed = {
        let (state, reload) = (state.clone(), desk.reload.clone());
        Callback::from(move |now: Response| {
            state.set(Remote::Ready(now));
            reload.emit(());
        })
    };
    let title = html! { <h1 tabindex="-1">{ front.work_of(Work::SetUpTitle, &[desk.name()]) }</h1> };
    if let Some(gate) = gate(&front, desk) {
        return html! { <>{ title }{ gate }</> };
    }
    if !acts {
        return html! { <>{ title }<p class="lead">{ front.say(Msg::DoubtfulNoPosts) }</p></> };
    }
    let Remote::Ready(it) = &*state else {
        return html! { <>{ title }{ waiting(&state, front.say(Msg::Loading), &load) }</> };
    };
    html! {
        <div class="set-up">
            { title }
            <p class="lead">{ front.work(Work::SetUpLead) }</p>
            <Why brand={desk.brand().clone()} it={it.clone()} changed={changed.clone()} />
            if let Remote::Ready(data) = &work.state { <HoursForm brand={desk.brand().clone()} hours={data.hours.clone()} /> }
            <Emergency desk={desk.clone()} />
            if desk.is_owner() { <Sites desk={desk.clone()} /> }
            if desk.is_owner() { <SignOn brand={desk.brand().clone()} /> }
            if desk.is_owner() { <Keys brand={desk.brand().clone()} /> }
            if desk.is_owner() { <Webhooks brand={desk.brand().clone()} /> }
            if desk.is_owner() { <GuardSwitch brand={desk.brand().clone()} /> }
            <Sign desk={desk.clone()} it={it.clone()} {changed} />
        </div>
    }
}
