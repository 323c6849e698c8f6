//! The question before a claim: what it does, what it does not do, and then doing it.

use super::super::dialog::Dialog;
use super::super::front::use_front;
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, Weight};
use super::super::people::CodeOnce;
use super::super::trouble::Trouble;
use super::{Keys, Wish, claim_all};
use chie_domain::brand::BrandDomain;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ConfirmClaimProps {
    pub(crate) brand: BrandDomain,
    /// What is about to be claimed; nothing keeps the dialog closed.
    pub(crate) wish: Option<Wish>,
    /// Something was claimed: the desk is old.
    pub(crate) reload: Callback<()>,
    /// The dialog is over, and whether everything was claimed.
    pub(crate) leave: Callback<bool>,
}

/// The question before a claim.
#[component]
pub(crate) fn ConfirmClaim(props: &ConfirmClaimProps) -> Html {
    let front = use_front();
    let busy = use_state(|| false);
    let done = use_state(|| 0_usize);
    let wrong = use_state(|| None::<Trouble>);
    let code = use_state(|| None::<String>);
    let keys = use_mut_ref(Keys::new);
    let go = {
        let (front, props_brand, wish) = (front.clone(), props.brand.clone(), props.wish.clone());
        let (reload, leave) = (props.reload.clone(), props.leave.clone());
        let (busy, done, wrong, code) = (busy.clone(), done.clone(), wrong.clone(), code.clone());
        Callback::from(move |()| {
            let Some(wish) = wish.clone() else { return };
            let (told, reload, leave, wrong, code) = (front.clone(), reload.clone(), leave.clone(), wrong.clone(), code.setter());
            let progress = Callback::from({
                let setter = done.setter();
                move |n| setter.set(n)
            });
            let work = {
                let (brand, wish, keys) = (props_brand.clone(), wish.clone(), keys.clone());
                async move {
                    match claim_all(brand, wish, keys, progress).await {
                        Err((0, trouble)) => Err(trouble),
                        other => Ok(other),
                    }
                }
            };
            let reset = done.setter();
            wrong.set(None);
            front.run(&busy, work, move |outcome| {
                reset.set(0);
                match outcome {
                    Ok(Ok(printed)) => {
                        code.set(printed);
                        leave.emit(true);
                        reload.emit(());
                        told.tell(Msg::Claimed(wish.what()));
                    }
                    Ok(Err((some, trouble))) => {
                        leave.emit(false);
                        reload.emit(());
                        let of = wish.requests().len();
                        if trouble == Trouble::SignedOut {
                            told.expired.emit(());
                        } else {
                            told.tell(Msg::ClaimedSome { done: some, of });
                        }
                    }
                    Err(Trouble::SignedOut) => leave.emit(false),
                    Err(trouble) => wrong.set(Some(trouble)),
                }
            });
        })
    };
    let put_away = {
        let code = code.clone();
        Callback::from(move |()| code.set(None))
    };
    let escape = {
        let (leave, wrong) = (props.leave.clone(), wrong.clone());
        Callback::from(move |()| {
            wrong.set(None);
            leave.emit(false);
        })
    };
    let (title, does, many) = props.wish.as_ref().map_or_else(Default::default, |wish| {
        (front.say(Msg::ClaimAsk(wish.what())), front.say(Msg::DoesSeal(wish.what())), wish.requests().len())
    });
    let label = if *busy && many > 1 { Msg::Claiming { done: *done, of: many } } else { Msg::ClaimIt };
    html! {
        <>
        <Dialog id="code" title={front.work(Work::RecoveryTitle)} open={code.is_some()} leave={put_away.clone()}>
            if let Some(code) = &*code { <CodeOnce brand={props.brand.clone()} code={code.clone()} /> }
            <p class="actions"><Button label={front.work(Work::RecoveryKept)} press={put_away} /></p>
        </Dialog>
        <Dialog id="claim" {title} open={props.wish.is_some()} leave={escape.clone()}>
            <h3>{ front.say(Msg::ItDoes) }</h3>
            <ul><li>{ does }</li><li>{ front.say(Msg::DoesVoice) }</li></ul>
            <h3>{ front.say(Msg::ItDoesNot) }</h3>
            <ul>
                <li>{ front.say(Msg::DoesNotAgree) }</li>
                <li>{ front.say(Msg::DoesNotTouch) }</li>
                <li>{ front.say(Msg::DoesNotBind) }</li>
            </ul>
            if let Some(trouble) = &*wrong { <p class="wrong" role="alert">{ trouble.say(front.locale) }</p> }
            <p class="actions">
                <Button label={front.say(label)} rest={*busy} press={go} />
                <Button label={front.say(Msg::Cancel)} weight={Weight::Quiet} press={escape} />
            </p>
        </Dialog>
        </>
    }
}
