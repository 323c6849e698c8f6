//! The operator removes a post on a published ground.

use super::super::client;
use super::super::dialog::Dialog;
use super::super::front::use_front;
use super::super::locale::Msg;
use super::super::parts::{Button, Weight};
use crate::parts::markup::ground_text;
use chie_domain::api::remove_post::{Request, Response};
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::ground::Ground;
use chie_domain::id::{ReplyId, ThreadId};
use yew::prelude::*;

/// Which post of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Which {
    /// The first one.
    Opening,
    /// A reply.
    Reply(ReplyId),
}

#[derive(Properties, PartialEq)]
pub(super) struct RemoveProps {
    pub(super) brand: BrandDomain,
    pub(super) id: ThreadId,
    /// Which post; nothing keeps the dialog closed.
    pub(super) which: Option<Which>,
    pub(super) reload: Callback<()>,
    pub(super) leave: Callback<()>,
}

/// The question before a removal.
#[component]
pub(super) fn Remove(props: &RemoveProps) -> Html {
    let front = use_front();
    let ground = use_state(|| Ground::PersonalData);
    let busy = use_state(|| false);
    let go = {
        let (front, ground, busy) = (front.clone(), *ground, busy.clone());
        let (brand, id, which) = (props.brand.clone(), props.id.clone(), props.which.clone());
        let (reload, leave) = (props.reload.clone(), props.leave.clone());
        Callback::from(move |()| {
            let reply = match which.clone() {
                None => return,
                Some(Which::Opening) => None,
                Some(Which::Reply(id)) => Some(id),
            };
            let asked = Request { thread: id.clone(), reply, ground };
            let route = Route::RemovePost(brand.clone());
            let (told, reload, leave) = (front.clone(), reload.clone(), leave.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| {
                leave.emit(());
                match outcome {
                    Ok(_) => {
                        reload.emit(());
                        told.tell(Msg::RemovedDone);
                    }
                    Err(trouble) => told.tell_trouble(&trouble),
                }
            });
        })
    };
    let rule = |ground| ground_text(&front.words, ground);
    html! {
        <Dialog id="remove" title={front.say(Msg::RemoveTitle)} open={props.which.is_some()} leave={props.leave.clone()}>
            <p>{ front.say(Msg::RemoveLead) }</p>
            <fieldset class="grounds">
                <legend>{ front.say(Msg::GroundLabel) }</legend>
                { for Ground::ALL.map(|one| {
                    let onchange = { let ground = ground.clone(); move |_| ground.set(one) };
                    html! { <label><input type="radio" name="ground" checked={*ground == one} {onchange} /><span>{ rule(one) }</span></label> }
                }) }
            </fieldset>
            <p class="actions">
                <Button label={front.say(Msg::RemoveIt)} weight={Weight::Danger} rest={*busy} press={go} />
                <Button label={front.say(Msg::Cancel)} weight={Weight::Quiet} press={props.leave.clone()} />
            </p>
        </Dialog>
    }
}
