//! Beneath the queue: where the maker is reached in an emergency, and how askers felt before and after.

use super::browser;
use super::client;
use super::desk::Desk;
use super::front::use_front;
use super::locale::Msg;
use super::parts::{Button, Field, Weight};
use super::sign_in::{submitted, typed_into};
use super::trouble::Trouble;
use crate::parts::face;
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::set_emergency::{Request, Response};
use chie_domain::markup::SafeUrl;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct CareProps {
    pub(crate) desk: Desk,
}

/// The emergency desk's address.
#[component]
pub(crate) fn Emergency(props: &CareProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let link = use_state(|| desk.data.community.emergency.clone().unwrap_or_default());
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let set = {
        let (front, brand, reload) = (front.clone(), desk.brand().clone(), desk.reload.clone());
        let (link, wrong, busy) = (link.clone(), wrong.clone(), busy.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let link = match link.trim() {
                "" => None,
                // A mail address is one without its scheme, too.
                text => match SafeUrl::parse(&if text.contains('@') && !text.contains(':') {
                    format!("mailto:{text}")
                } else {
                    text.to_owned()
                }) {
                    Ok(link) => Some(link),
                    Err(error) => {
                        wrong.set(Some(ApiError::from_value(&error, "link").into()));
                        return browser::focus("#emergency");
                    }
                },
            };
            wrong.set(None);
            let route = Route::SetEmergency(brand.clone());
            let (told, reload) = (front.clone(), reload.clone());
            let asked = Request { link };
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(_) => {
                    reload.emit(());
                    told.tell(Msg::EmergencyDone);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    html! {
        <form class="care" onsubmit={submitted(set)} novalidate=true>
            <h2>{ front.say(Msg::EmergencyTitle) }</h2>
            <Field id="emergency" kind="url" label={front.say(Msg::EmergencyLabel)} hint={front.say(Msg::EmergencyHint)}
                wrong={wrong.as_ref().map(|_| front.say(Msg::EmergencyWrong))} value={(*link).clone()} typed={typed_into(&link)} />
            <p class="actions"><Button label={front.say(Msg::EmergencySet)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}

/// How askers felt, before and after.
#[component]
pub(crate) fn Moods(props: &CareProps) -> Html {
    let front = use_front();
    let moods = &props.desk.data.community.moods;
    if moods.is_empty() {
        return Html::default();
    }
    let row = |change: &chie_domain::mood::MoodChange| {
        html! {
            <tr>
                <td>{ face::face(&front.words, change.before) }</td>
                <td>{ face::face(&front.words, change.after) }</td>
                <td>{ change.people }</td>
            </tr>
        }
    };
    html! {
        <section class="care">
            <h2>{ front.say(Msg::MoodsTitle) }</h2>
            <p class="hint">{ front.say(Msg::MoodsHow) }</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ front.say(Msg::MoodsBefore) }</th>
                        <th scope="col">{ front.say(Msg::MoodsAfter) }</th>
                        <th scope="col">{ front.say(Msg::MoodsPeople) }</th>
                    </tr>
                </thead>
                <tbody>{ for moods.iter().map(row) }</tbody>
            </table>
        </section>
    }
}
