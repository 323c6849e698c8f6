//! Saying of which kind an official thread is. A line tells of it, and a status in the words of the former kind falls away.

use super::super::client;
use super::super::front::use_front;
use super::super::locale::{Insight, Msg};
use super::super::parts::{Button, Weight};
use super::super::sign_in::submitted;
use crate::parts::status::kind_name;
use chie_domain::api::route::Route;
use chie_domain::api::set_kind::{Request, Response};
use chie_domain::api::view::ThreadView;
use chie_domain::brand::BrandDomain;
use chie_domain::thread::Kind;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SetKindProps {
    pub(super) brand: BrandDomain,
    pub(super) view: ThreadView,
    pub(super) changed: Callback<ThreadView>,
}

/// Saying of which kind a thread is. News of the brand stay news.
#[component]
pub(super) fn SetKind(props: &SetKindProps) -> Html {
    let front = use_front();
    let SetKindProps { brand, view, changed } = props;
    let kind = use_state(|| view.row.kind);
    let busy = use_state(|| false);
    if view.row.kind == Kind::Update {
        return Html::default();
    }
    let set = {
        let (front, brand, id, changed) = (front.clone(), brand.clone(), view.row.id.clone(), changed.clone());
        let (kind, busy) = (*kind, busy.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let (route, told, changed) = (Route::SettleKind(brand.clone(), id.clone()), front.clone(), changed.clone());
            let work = async move { client::write::<_, Response>(&route, &Request { kind }, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(answer) => {
                    changed.emit(answer.thread);
                    told.tell(Msg::Insight(Insight::KindDone));
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let onchange = {
        let kind = kind.clone();
        Callback::from(move |event: Event| {
            if let Some(chosen) = Kind::from_code(&event.target_unchecked_into::<HtmlSelectElement>().value()) {
                kind.set(chosen);
            }
        })
    };
    html! {
        <form class="status same" onsubmit={submitted(set)}>
            <h2>{ front.say(Msg::Insight(Insight::KindTitle)) }</h2>
            <div class="entry">
                <label for="kind">{ front.say(Msg::Insight(Insight::KindLabel)) }</label>
                <select id="kind" class="field" {onchange}>
                    { for Kind::OPEN_TO_ALL.iter().map(|one| html! {
                        <option value={one.code()} selected={*kind == *one}>{ front.words.text(kind_name(*one)) }</option>
                    }) }
                </select>
            </div>
            <p class="actions"><Button label={front.say(Msg::Insight(Insight::KindSet))} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}
