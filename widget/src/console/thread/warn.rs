//! Warning others: a caution on a reply, and taking the mark of danger off a thread. Both are given with a reason that everybody
//! reads; the reply itself stays as it is.

use super::super::browser;
use super::super::client;
use super::super::dialog::Dialog;
use super::super::front::use_front;
use super::super::locale::Msg;
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::view::ThreadView;
use chie_domain::api::{lift_danger, set_caution};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{ReplyId, ThreadId};
use chie_domain::text::Reason;
use yew::prelude::*;

/// What a reason is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    /// A caution on a reply.
    Caution(ReplyId),
    /// No danger after all.
    NoDanger,
}

#[derive(Properties, PartialEq)]
pub(super) struct WarnProps {
    pub(super) brand: BrandDomain,
    pub(super) id: ThreadId,
    /// What it is about; nothing keeps the dialog closed.
    pub(super) about: Option<About>,
    pub(super) changed: Callback<ThreadView>,
    pub(super) leave: Callback<()>,
}

/// The dialog that asks for the reason.
#[component]
pub(super) fn Warn(props: &WarnProps) -> Html {
    let front = use_front();
    let reason = use_state(String::new);
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let send = {
        let (front, brand, id, about) = (front.clone(), props.brand.clone(), props.id.clone(), props.about.clone());
        let (reason, wrong, busy) = (reason.clone(), wrong.clone(), busy.clone());
        let (changed, leave) = (props.changed.clone(), props.leave.clone());
        Callback::from(move |()| {
            let Some(about) = about.clone().filter(|_| !*busy) else { return };
            let given = match Reason::parse(&reason) {
                Ok(given) => given,
                Err(error) => {
                    wrong.set(Some(ApiError::from_value(&error, "reason").into()));
                    return browser::focus("#warn-reason");
                }
            };
            wrong.set(None);
            let (told, wrong, changed, leave, emptied) =
                (front.clone(), wrong.clone(), changed.clone(), leave.clone(), reason.setter());
            let done = if matches!(about, About::NoDanger) { Msg::DangerLifted } else { Msg::CautionDone };
            let (brand, id) = (brand.clone(), id.clone());
            let work = async move {
                match about {
                    About::Caution(reply) => {
                        let asked = set_caution::Request { reason: Some(given) };
                        let route = Route::SetCaution(brand, reply);
                        client::write::<_, set_caution::Response>(&route, &asked, "").await.map(|answer| answer.thread)
                    }
                    About::NoDanger => {
                        let asked = lift_danger::Request { reason: given };
                        let route = Route::LiftDanger(brand, id);
                        client::write::<_, lift_danger::Response>(&route, &asked, "").await.map(|answer| answer.thread)
                    }
                }
            };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(thread) => {
                    emptied.set(String::new());
                    leave.emit(());
                    changed.emit(thread);
                    told.tell(done);
                }
                Err(trouble) if trouble.field() == "reason" => wrong.set(Some(trouble)),
                Err(trouble) => {
                    leave.emit(());
                    told.tell_trouble(&trouble);
                }
            });
        })
    };
    let (title, lead) = match props.about {
        Some(About::NoDanger) => (Msg::LiftDangerTitle, Msg::LiftDangerLead),
        Some(About::Caution(_)) | None => (Msg::CautionTitle, Msg::CautionLead),
    };
    html! {
        <Dialog id="warn" title={front.say(title)} open={props.about.is_some()} leave={props.leave.clone()}>
            <p>{ front.say(lead) }</p>
            <form onsubmit={submitted(send)} novalidate=true>
                <Field id="warn-reason" rows={4} label={front.say(Msg::ReasonLabel)}
                    wrong={wrong.as_ref().map(|it| it.say(front.locale))} value={(*reason).clone()} typed={typed_into(&reason)} />
                <p class="actions">
                    <Button label={front.say(Msg::Publish)} rest={*busy} />
                    <Button label={front.say(Msg::Cancel)} weight={Weight::Quiet} press={props.leave.clone()} />
                </p>
            </form>
        </Dialog>
    }
}
