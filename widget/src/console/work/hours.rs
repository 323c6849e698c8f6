//! When somebody is there: shifts, holidays, and how long a first answer may take.

use super::super::browser;
use super::super::client;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::{submitted, typed_into};
use chie_domain::api::route::Route;
use chie_domain::api::set_hours::{Request, Response};
use chie_domain::brand::BrandDomain;
use chie_domain::hours::{Holidays, Hours, Week, ZoneName};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct HoursProps {
    pub(crate) brand: BrandDomain,
    pub(crate) hours: Option<Hours>,
}

/// The hours.
#[component]
pub(crate) fn HoursForm(props: &HoursProps) -> Html {
    let front = use_front();
    let was = &props.hours;
    let week = use_state(|| was.as_ref().map(|it| String::from(it.week.clone())).unwrap_or_default());
    let days = use_state(|| was.as_ref().map(|it| String::from(it.holidays.clone())).unwrap_or_default());
    let zone = use_state(|| was.as_ref().and_then(|it| it.zone.clone()).map_or_else(zone_here, String::from));
    let unknown = use_state(|| false);
    let goal = use_state(|| was.as_ref().map_or(240, |it| it.goal).to_string());
    let wrong = use_state(|| false);
    let busy = use_state(|| false);
    let save = {
        let (front, brand, busy) = (front.clone(), props.brand.clone(), busy.clone());
        let (week, days, zone, goal) = (week.clone(), days.clone(), zone.clone(), goal.clone());
        let (wrong, unknown) = (wrong.clone(), unknown.clone());
        Callback::from(move |()| {
            let Ok(zone) = ZoneName::parse(&zone) else {
                unknown.set(true);
                return browser::focus("#hours-zone");
            };
            unknown.set(false);
            let (Ok(week), Ok(holidays), Ok(goal)) = (Week::parse(&week), Holidays::parse(&days), goal.trim().parse()) else {
                wrong.set(true);
                return browser::focus("#hours-week");
            };
            wrong.set(false);
            let route = Route::SetHours(brand.clone());
            let asked = Request { zone: Some(zone), ahead: 0, week, holidays, goal };
            let (told, unknown) = (front.clone(), unknown.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(_) => told.tell_done(Work::HoursSaved),
                Err(trouble) if trouble.field() == "zone" => {
                    unknown.set(true);
                    browser::focus("#hours-zone");
                }
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
            <Field id="hours-zone" label={front.work(Work::HoursZone)} hint={front.work(Work::HoursZoneHint)}
                wrong={unknown.then(|| front.work(Work::HoursZoneWrong))} value={(*zone).clone()} typed={typed_into(&zone)} />
            <Field id="hours-goal" label={front.work(Work::HoursGoal)} inputmode="numeric" value={(*goal).clone()} typed={typed_into(&goal)} />
            <p class="actions"><Button label={front.work(Work::HoursSave)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}

/// The zone of this person's own clock.
fn zone_here() -> String {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    let zone = js_sys::Reflect::get(&format.resolved_options(), &"timeZone".into()).ok();
    zone.and_then(|zone| zone.as_string()).unwrap_or_default()
}
