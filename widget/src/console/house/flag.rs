//! A brand flags a post: a question with the published rules. It weighs as much as a trusted member's flag, and the operator decides.

use super::super::client;
use super::super::dialog::Dialog;
use super::super::front::use_front;
use super::super::locale::{House, Msg};
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::typed_into;
use super::decide::{Grounds, by_digit};
use chie_domain::api::post_flag::{Request, Response};
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::ground::Ground;
use chie_domain::matter::Matter;
use chie_domain::text::Reason;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct FlagProps {
    pub(crate) brand: BrandDomain,
    /// What is flagged; nothing keeps the question closed.
    pub(crate) about: Option<Matter>,
    pub(crate) leave: Callback<()>,
    pub(crate) reload: Callback<()>,
}

/// The question.
#[component]
pub(crate) fn FlagForBrand(props: &FlagProps) -> Html {
    let front = use_front();
    let (ground, words, busy) = (use_state(|| Ground::PersonalData), use_state(String::new), use_state(|| false));
    let choose = {
        let ground = ground.clone();
        Callback::from(move |one| ground.set(one))
    };
    let go = {
        let (front, busy, ground, typed) = (front.clone(), busy.clone(), *ground, (*words).clone());
        let (brand, about, leave, reload) = (props.brand.clone(), props.about.clone(), props.leave.clone(), props.reload.clone());
        Callback::from(move |()| {
            let Some(about) = about.clone() else { return };
            let asked = Request { about, ground, words: Reason::parse(&typed).ok() };
            let route = Route::FlagAsBrand(brand.clone());
            let (told, leave, reload) = (front.clone(), leave.clone(), reload.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| {
                leave.emit(());
                match outcome {
                    Ok(answer) => {
                        reload.emit(());
                        told.tell_house(if answer.hidden { House::FlaggedHidden } else { House::Flagged });
                    }
                    Err(trouble) => told.tell_trouble(&trouble),
                }
            });
        })
    };
    let onkeydown = by_digit(choose.clone());
    html! {
        <Dialog id="brand-flag" title={front.house(House::FlagTitle)} open={props.about.is_some()} leave={props.leave.clone()}>
            <div class="deciding" {onkeydown}>
                <p>{ front.house(House::FlagLead) }</p>
                <Grounds chosen={*ground} {choose} />
                <Field id="flag-words" rows={3} label={front.house(House::FlagWords)} value={(*words).clone()} typed={typed_into(&words)} />
                <p class="actions">
                    <Button label={front.house(House::FlagIt)} rest={*busy} press={go} />
                    <Button label={front.say(Msg::Cancel)} weight={Weight::Quiet} press={props.leave.clone()} />
                </p>
            </div>
        </Dialog>
    }
}
