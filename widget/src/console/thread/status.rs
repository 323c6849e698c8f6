//! Saying where a thread stands, in the words of its kind. A refusal asks for its reason at once.

use super::super::browser;
use super::super::client;
use super::super::front::use_front;
use super::super::locale::Msg;
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use crate::parts::status::word_name;
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::set_status::{Request, Response, SetStatusRefusal};
use chie_domain::api::view::ThreadView;
use chie_domain::brand::BrandDomain;
use chie_domain::text::{ProductVersion, Reason};
use chie_domain::thread::{OfficialWord, Phase, Status};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SetStatusProps {
    pub(super) brand: BrandDomain,
    pub(super) view: ThreadView,
    pub(super) changed: Callback<ThreadView>,
}

/// Saying where a thread stands. Praise stands nowhere, and nothing is drawn for it.
#[component]
pub(super) fn SetStatus(props: &SetStatusProps) -> Html {
    let front = use_front();
    let SetStatusProps { brand, view, changed } = props;
    let said = match &view.row.status {
        Status::Official(status) => Some(status.clone()),
        Status::None | Status::FanMade(_) => None,
    };
    let word = use_state(|| said.as_ref().map(chie_domain::thread::OfficialStatus::word));
    let reason = use_state(|| said.as_ref().and_then(|it| it.reason()).map(Reason::to_string).unwrap_or_default());
    let version = use_state(String::new);
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let words: Vec<OfficialWord> = OfficialWord::for_kind(view.row.kind).collect();
    if words.is_empty() {
        return Html::default();
    }
    let refuses = word.is_some_and(|word| word.phase() == Phase::Declined);
    let set = {
        let (front, brand, id, changed) = (front.clone(), brand.clone(), view.row.id.clone(), changed.clone());
        let (word, reason, wrong, busy) = (*word, reason.clone(), wrong.clone(), busy.clone());
        let version = version.clone();
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let refused = |error: ApiError| {
                wrong.set(Some(error.into()));
                browser::focus("#reason");
            };
            let given = match (refuses, reason.trim()) {
                (false, _) => None,
                (true, "") => return refused(chie_domain::api::error::Refusal::to_error(&SetStatusRefusal::ReasonNeeded)),
                (true, text) => match Reason::parse(text) {
                    Ok(reason) => Some(reason),
                    Err(error) => return refused(ApiError::from_value(&error, "reason")),
                },
            };
            wrong.set(None);
            let asked = Request { word, reason: given, version: ProductVersion::parse(&version).ok() };
            let route = Route::SetStatus(brand.clone(), id.clone());
            let (told, changed, wrong) = (front.clone(), changed.clone(), wrong.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(answer) => {
                    changed.emit(answer.thread);
                    told.tell(Msg::StatusDone);
                }
                Err(trouble) if trouble.field() == "reason" => wrong.set(Some(trouble)),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let onchange = {
        let (word, wrong) = (word.clone(), wrong.clone());
        Callback::from(move |event: Event| {
            wrong.set(None);
            word.set(OfficialWord::from_code(&event.target_unchecked_into::<HtmlSelectElement>().value()));
        })
    };
    html! {
        <form class="status" onsubmit={submitted(set)} novalidate=true>
            <h2>{ front.say(Msg::StatusTitle) }</h2>
            <div class="entry">
                <label for="status">{ front.say(Msg::StatusLabel) }</label>
                <select id="status" class="field" {onchange}>
                    <option value="" selected={word.is_none()}>{ front.say(Msg::StatusFollows) }</option>
                    { for words.into_iter().map(|one| html! {
                        <option value={one.code()} selected={*word == Some(one)}>{ front.words.text(word_name(one)) }</option>
                    }) }
                </select>
            </div>
            if refuses {
                <Field id="reason" rows={4} label={front.say(Msg::ReasonLabel)} hint={front.say(Msg::ReasonHint)}
                    wrong={wrong.as_ref().map(|it| it.say(front.locale))} value={(*reason).clone()} typed={typed_into(&reason)} />
            }
            if word.is_some_and(OfficialWord::changes_product) {
                <Field id="version" label={front.say(Msg::VersionLabel)} hint={front.say(Msg::VersionHint)}
                    value={(*version).clone()} typed={typed_into(&version)} />
            }
            <p class="actions"><Button label={front.say(Msg::SetStatus)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}
