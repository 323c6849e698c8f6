//! Leaving with a date: the signpost.

use super::super::browser;
use super::super::client;
use super::super::desk::Desk;
use super::super::dialog::Sure;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Field, Mood, Note, Weight};
use super::super::sign_in::{submitted, typed_into};
use chie_domain::api::get_set_up::Response;
use chie_domain::api::route::Route;
use chie_domain::api::set_signpost::Request;
use chie_domain::time::Timestamp;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SignProps {
    pub(super) desk: Desk,
    pub(super) it: Response,
    pub(super) changed: Callback<Response>,
}

/// The signpost.
#[component]
pub(super) fn Sign(props: &SignProps) -> Html {
    let front = use_front();
    let SignProps { desk, it, changed } = props;
    let day = use_state(String::new);
    let asked = use_state(|| None::<Timestamp>);
    let wrong = use_state(|| false);
    let busy = use_state(|| false);
    let set = {
        let (front, brand, changed, busy, asked) =
            (front.clone(), desk.brand().clone(), changed.clone(), busy.clone(), asked.clone());
        Callback::from(move |from: Option<Timestamp>| {
            let route = Route::SetSignpost(brand.clone());
            let (told, changed, asked) = (front.clone(), changed.clone(), asked.clone());
            let work = async move { client::write::<_, Response>(&route, &Request { from }, "").await };
            front.run(&busy, work, move |outcome| {
                asked.set(None);
                match outcome {
                    Ok(now) => {
                        changed.emit(now);
                        told.tell_done(if from.is_some() { Work::SignUp } else { Work::SignTaken });
                    }
                    Err(trouble) if trouble.code() == "help_needed" => told.tell_wrong(Work::SignHelpFirst),
                    Err(trouble) if trouble.code() == "too_far" => told.tell_wrong(Work::SignDayWrong),
                    Err(trouble) => told.tell_trouble(&trouble),
                }
            });
        })
    };
    let ask = {
        let (front, day, asked, wrong, help) = (front.clone(), day.clone(), asked.clone(), wrong.clone(), it.help.is_some());
        Callback::from(move |()| match midnight(&day) {
            _ if !help => front.tell_wrong(Work::SignHelpFirst),
            Some(at) => {
                wrong.set(false);
                asked.set(Some(at));
            }
            None => {
                wrong.set(true);
                browser::focus("#sign-day");
            }
        })
    };
    let leave = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let put = {
        let (set, asked) = (set.clone(), asked.clone());
        Callback::from(move |()| set.emit(*asked))
    };
    let stands = it.signpost.map(|from| {
        let word = if from <= browser::now() { Work::SignStands } else { Work::SignComes };
        let take = set.reform(|()| None);
        html! {
            <Note mood={Mood::Care} title={front.work_of(word, &[&front.day(from)])}>
                <p>{ front.work(Work::SignStandsLead) }</p>
                if desk.is_owner() { <p class="actions"><Button label={front.work(Work::SignTake)} weight={Weight::Quiet} rest={*busy} press={take} /></p> }
            </Note>
        }
    });
    let body = match stands {
        Some(stands) => stands,
        None if !desk.is_owner() => html! { <p class="hint">{ front.work(Work::OnlyOwners) }</p> },
        None => html! {
            <form class="narrow" onsubmit={submitted(ask)} novalidate=true>
                <Field id="sign-day" kind="date" label={front.work(Work::SignDay)} wrong={wrong.then(|| front.work(Work::SignDayWrong))}
                    value={(*day).clone()} typed={typed_into(&day)} />
                <p class="actions"><Button label={front.work(Work::SignPut)} weight={Weight::Quiet} rest={*busy} /></p>
            </form>
        },
    };
    html! {
        <section class="sign" id="sign">
            <h2>{ front.work(Work::SignTitle) }</h2>
            <p class="hint">{ front.work(Work::SignLead) }</p>
            { body }
            <Sure id="signpost" title={front.work(Work::SignAsk)} open={asked.is_some()}
                label={front.work(Work::SignIt)} busy={*busy} go={put} {leave}>
                <ul>
                    <li>{ front.work_of(Work::SignDoesClosed, &[&asked.map(|at| front.day(at)).unwrap_or_default()]) }</li>
                    <li>{ front.work(Work::SignDoesReads) }</li>
                    <li>{ front.work(Work::SignDoesPublic) }</li>
                </ul>
            </Sure>
        </section>
    }
}

/// The beginning of a day, by this person's own clock; nothing if it is none.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a moment is whole milliseconds after 1970")]
fn midnight(day: &str) -> Option<Timestamp> {
    let at = js_sys::Date::parse(&format!("{}T00:00", day.trim()));
    (at.is_finite() && at > 0.0).then(|| Timestamp::from_millis(at as u64))
}
