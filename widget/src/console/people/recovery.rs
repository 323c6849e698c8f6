//! The recovery code: what it is for, when it was made, and a new one, shown once.

use super::super::client;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, CopyLine, Mood, Note, Weight};
use super::Table;
use chie_domain::api::make_recovery_code::Response;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct RecoveryProps {
    pub(super) brand: BrandDomain,
    pub(super) table: Table,
}

/// The recovery code.
#[component]
pub(super) fn Recovery(props: &RecoveryProps) -> Html {
    let front = use_front();
    let code = use_state(|| None::<String>);
    let busy = use_state(|| false);
    let press = {
        let (front, brand, code, busy) = (front.clone(), props.brand.clone(), code.clone(), busy.clone());
        Callback::from(move |()| {
            let route = Route::MakeRecoveryCode(brand.clone());
            let (told, code) = (front.clone(), code.clone());
            front.run(&busy, async move { client::act::<Response>(&route).await }, move |outcome| match outcome {
                Ok(answer) => code.set(Some(answer.code)),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    html! {
        <section>
            <h2>{ front.work(Work::RecoveryTitle) }</h2>
            if let Some(code) = &*code {
                <CodeOnce brand={props.brand.clone()} code={code.clone()} />
            } else {
                <p class="hint">{ front.work(Work::RecoveryLead) }</p>
                <p>{ match props.table.people.recovery {
                    Some(at) => front.work_of(Work::RecoveryMadeOn, &[&front.minute(at)]),
                    None => front.work(Work::RecoveryNone),
                } }</p>
                if props.table.owner {
                    <p class="actions"><Button label={front.work(Work::RecoveryNew)} weight={Weight::Quiet} rest={*busy} {press} /></p>
                }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct CodeOnceProps {
    pub(crate) brand: BrandDomain,
    pub(crate) code: String,
}

/// The code, for this once.
#[component]
pub(crate) fn CodeOnce(props: &CodeOnceProps) -> Html {
    let front = use_front();
    html! {
        <Note mood={Mood::Care} title={front.work(Work::RecoveryOnce)}>
            <p>{ front.work(Work::RecoveryLead) }</p>
            <ul class="copies"><CopyLine label={front.work_of(Work::RecoveryCode, &[props.brand.as_str()])} text={props.code.clone()} /></ul>
        </Note>
    }
}
