//! Coming back to the place of the company that was here before: by its printed code, or because one of its owners consents.

use super::super::client;
use super::super::desk::Desk;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Field, Mood, Note, Weight};
use super::super::sign_in::{submitted, typed_into};
use chie_domain::api::join_former::{Request, Way};
use chie_domain::api::route::Route;
use serde::de::IgnoredAny;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct FormerProps {
    pub(crate) desk: Desk,
}

/// What stands above every room while there is something to come back to.
#[component]
pub(crate) fn Former(props: &FormerProps) -> Html {
    let front = use_front();
    let code = use_state(String::new);
    let wrong = use_state(|| None::<AttrValue>);
    let busy = use_state(|| false);
    let Some(way) = props.desk.data.former else { return html! {} };
    let go = {
        let (front, brand, reload) = (front.clone(), props.desk.brand().clone(), props.desk.reload.clone());
        let (code, wrong, busy) = (code.clone(), wrong.clone(), busy.clone());
        Callback::from(move |()| {
            let route = Route::JoinFormer(brand.clone());
            let asked = Request { code: (way == Way::ByCode).then(|| code.trim().to_owned()) };
            let (told, reload, wrong) = (front.clone(), reload.clone(), wrong.clone());
            let work = async move { client::write::<_, IgnoredAny>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(_) => {
                    told.tell_done(Work::FormerJoined);
                    reload.emit(());
                }
                Err(trouble) => match trouble.code() {
                    "code_wrong" => wrong.set(Some(told.work(Work::CodeIsWrong))),
                    "nothing_to_join" => {
                        told.tell_wrong(Work::NothingToJoin);
                        reload.emit(());
                    }
                    _ => told.tell_trouble(&trouble),
                },
            });
        })
    };
    match way {
        Way::ByCode => html! {
            <Note mood={Mood::Care} title={front.work(Work::FormerCodeTitle)}>
                <p>{ front.work(Work::FormerCodeLead) }</p>
                <form onsubmit={submitted(go)} novalidate=true>
                    <Field id="former-code" label={front.work(Work::FormerCode)} autocomplete="off"
                        wrong={(*wrong).clone()} value={(*code).clone()} typed={typed_into(&code)} />
                    <p class="actions"><Button label={front.work(Work::FormerJoin)} weight={Weight::Quiet} rest={*busy} /></p>
                </form>
            </Note>
        },
        Way::ByConsent => html! {
            <Note mood={Mood::Care} title={front.work(Work::FormerConsentTitle)}>
                <p>{ front.work(Work::FormerConsentLead) }</p>
                <p class="actions"><Button label={front.work(Work::FormerConsent)} weight={Weight::Quiet} rest={*busy} press={go} /></p>
            </Note>
        },
    }
}
