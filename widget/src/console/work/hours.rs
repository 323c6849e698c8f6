//! When somebody is there: shifts, holidays, and how long a first answer may take.

use super::super::client;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::{submitted, typed_into};
use chie_domain::api::route::Route;
use chie_domain::api::set_hours::{Request, Response};
use chie_domain::brand::BrandDomain;
use chie_domain::hours::{Holidays, Hours, Week};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct HoursProps {
    pub(super) brand: BrandDomain,
    pub(super) hours: Option<Hours>,
}

/// The hours.
#[component]
pub(super) fn HoursForm(props: &HoursProps) -> Html {
    let front = use_front();
    let was = &props.hours;
    let week = use_state(|| was.as_ref().map(|it| String::from(it.week.clone())).unwrap_or_default());
    let days = use_state(|| was.as_ref().map(|it| String::from(it.holidays.clone())).unwrap_or_default());
    let ahead = use_state(|| was.as_ref().map_or_else(ahead_here, |it| it.ahead).to_string());
    let goal = use_state(|| was.as_ref().map_or(240, |it| it.goal).to_string());
    let wrong = use_state(|| false);
    let busy = use_state(|| false);
    let save = {
        let (front, brand, busy) = (front.clone(), props.brand.clone(), busy.clone());
        let (week, days, ahead, goal, wrong) = (week.clone(), days.clone(), ahead.clone(), goal.clone(), wrong.clone());
        Callback::from(move |()| {
            let (Ok(week), Ok(holidays), Ok(ahead), Ok(goal)) =
                (Week::parse(&week), Holidays::parse(&days), ahead.trim().parse(), goal.trim().parse())
            else {
                return wrong.set(true);
            };
            wrong.set(false);
            let route = Route::SetHours(brand.clone());
            let asked = Request { ahead, week, holidays, goal };
            let (told, wrong) = (front.clone(), wrong.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(_) => told.tell_done(Work::HoursSaved),
                Err(trouble) if trouble.field() == "ahead" => wrong.set(true),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    html! {
        <form class="narrow" onsubmit={submitted(save)} novalidate=true>
            <h2>{ front.work(Work::HoursTitle) }</h2>
            <p class="hint">{ front.work(Work::HoursLead) }</p>
            <Field id="hours-week" rows={5} label={front.work(Work::HoursWeek)} hint={front.work(Work::HoursWeekHint)}
                wrong={wrong.then(|| front.work(Work::HoursWrong))} value={(*week).clone()} typed={typed_into(&week)} />
            <Field id="hours-days" label={front.work(Work::HoursHolidays)} hint={front.work(Work::HoursHolidaysHint)} value={(*days).clone()} typed={typed_into(&days)} />
            <Field id="hours-ahead" label={front.work(Work::HoursAhead)} value={(*ahead).clone()} typed={typed_into(&ahead)} />
            <Field id="hours-goal" label={front.work(Work::HoursGoal)} inputmode="numeric" value={(*goal).clone()} typed={typed_into(&goal)} />
            <p class="actions"><Button label={front.work(Work::HoursSave)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}

/// How far this person's own clock is ahead.
fn ahead_here() -> i16 {
    #[expect(clippy::cast_possible_truncation, reason = "clocks are hours apart, not weeks")]
    let behind = js_sys::Date::new_0().get_timezone_offset() as i16;
    -behind
}
