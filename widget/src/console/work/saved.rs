//! Saved replies: kept under a title, with blanks that have to be filled before one is sent.

use super::super::client;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_work::SavedReply;
use chie_domain::api::route::Route;
use chie_domain::api::set_saved_reply::{Request, Response};
use chie_domain::brand::BrandDomain;
use chie_domain::text::{Body, DisplayName};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SavedProps {
    pub(super) brand: BrandDomain,
    pub(super) saved: Vec<SavedReply>,
    pub(super) again: Callback<()>,
}

/// The saved replies.
#[component]
pub(super) fn Saved(props: &SavedProps) -> Html {
    let front = use_front();
    let (title, body) = (use_state(String::new), use_state(String::new));
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let write = {
        let (front, brand, again, busy) = (front.clone(), props.brand.clone(), props.again.clone(), busy.clone());
        Callback::from(move |asked: Request| {
            let route = Route::SetSavedReply(brand.clone());
            let (told, again) = (front.clone(), again.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(_) => {
                    told.tell_done(Work::SavedKept);
                    again.emit(());
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let keep = {
        let (write, title, body, wrong) = (write.clone(), title.clone(), body.clone(), wrong.clone());
        Callback::from(move |()| match (DisplayName::parse(&title), Body::parse(&body)) {
            (Ok(name), Ok(words)) => {
                wrong.set(None);
                title.set(String::new());
                body.set(String::new());
                write.emit(Request { title: name, body: Some(words) });
            }
            (Err(error), _) => wrong.set(Some(ApiError::from_value(&error, "title").into())),
            (_, Err(error)) => wrong.set(Some(ApiError::from_value(&error, "body").into())),
        })
    };
    let at = |field: &str| wrong.as_ref().filter(|it| it.field() == field).map(|it| it.say(front.locale));
    html! {
        <section>
            <h2>{ front.work(Work::SavedTitle) }</h2>
            <p class="hint">{ front.work(Work::SavedLead) }</p>
            <ul class="lines">
                { for props.saved.iter().map(|it| {
                    let press = DisplayName::parse(&it.title).ok().map(|title| write.reform(move |()| Request { title: title.clone(), body: None }));
                    html! {
                        <li key={it.title.clone()}>
                            <div><b>{ it.title.clone() }</b><div class="meta"><span>{ it.body.as_str().chars().take(160).collect::<String>() }</span></div></div>
                            <Button label={front.work(Work::SavedForget)} spoken={front.work_of(Work::SavedForgetWhat, &[&it.title])} weight={Weight::Text} {press} />
                        </li>
                    }
                }) }
            </ul>
            <form class="narrow" onsubmit={submitted(keep)} novalidate=true>
                <Field id="saved-title" label={front.work(Work::SavedName)} wrong={at("title")} value={(*title).clone()} typed={typed_into(&title)} />
                <Field id="saved-body" rows={4} label={front.work(Work::SavedBody)} wrong={at("body")} value={(*body).clone()} typed={typed_into(&body)} />
                <p class="actions"><Button label={front.work(Work::SavedKeep)} weight={Weight::Quiet} rest={*busy} /></p>
            </form>
        </section>
    }
}
