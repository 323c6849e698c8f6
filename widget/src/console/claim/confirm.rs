//! The question before a claim: what it does, what it does not do, the hello post that goes with it, and then doing it.

use super::super::browser;
use super::super::client;
use super::super::dialog::Dialog;
use super::super::front::{Front, use_front};
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, Field, Weight};
use super::super::people::CodeOnce;
use super::super::sign_in::typed_into;
use super::super::trouble::Trouble;
use super::Wish;
use crate::parts::author;
use chie_domain::api::claim_threads::Response;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_triage;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::text::{Body, DisplayName};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ConfirmClaimProps {
    pub(crate) brand: BrandDomain,
    /// What is about to be claimed; nothing keeps the dialog closed.
    pub(crate) wish: Option<Wish>,
    /// Who made this place, for the hello post; without it none is offered.
    #[prop_or_default]
    pub(crate) made_by: Option<MadeBy>,
    /// Something was claimed: the desk is old.
    pub(crate) reload: Callback<()>,
    /// The dialog is over, and whether everything was claimed.
    pub(crate) leave: Callback<bool>,
}

/// Who made this place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MadeBy {
    /// The brand's name where it may be shown as fact, else its domain.
    pub(crate) brand: String,
    pub(crate) founder: Option<String>,
    pub(crate) helpers: Vec<String>,
}

impl MadeBy {
    pub(crate) fn of(front: &Front, brand: &str, triage: &get_triage::Response) -> Self {
        let called = |name| author::called(&front.words, name).to_string();
        Self {
            brand: brand.to_owned(),
            founder: triage.founder.as_ref().map(called),
            helpers: triage.helpers.iter().map(|helper| called(&helper.name)).collect(),
        }
    }

    /// The hello post as it is offered; whoever claims makes it their own.
    fn hello(&self, front: &Front) -> String {
        let mut text = front.work_of(Work::HelloTitle, &[&self.brand]).to_string();
        text.push_str("\n\n");
        if let Some(founder) = &self.founder {
            text.push_str(&front.work_of(Work::HelloFounder, &[founder]));
        }
        if !self.helpers.is_empty() {
            text.push_str(&front.work_of(Work::HelloHelpers, &[&self.helpers.join(&front.work(Work::ListComma))]));
        }
        text.push_str(&front.work(Work::HelloRest));
        text
    }
}

/// The question before a claim.
#[component]
pub(crate) fn ConfirmClaim(props: &ConfirmClaimProps) -> Html {
    let front = use_front();
    let busy = use_state(|| false);
    let wrong = use_state(|| None::<Trouble>);
    let code = use_state(|| None::<String>);
    let hello = use_state(|| None::<String>);
    let name_key = format!("name.{}", props.brand);
    let name = use_state(|| browser::kept(&name_key).unwrap_or_default());
    // Trying again sends the same wish, not a second one.
    let key = use_mut_ref(|| None::<(String, String)>);
    let words = (*hello).clone().or_else(|| props.made_by.as_ref().map(|by| by.hello(&front))).unwrap_or_default();
    let go = {
        let (front, brand, wish, offered) = (front.clone(), props.brand.clone(), props.wish.clone(), props.made_by.is_some());
        let (reload, leave, words) = (props.reload.clone(), props.leave.clone(), words.clone());
        let (busy, wrong, code, name, hello) = (busy.clone(), wrong.clone(), code.clone(), name.clone(), hello.clone());
        Callback::from(move |()| {
            let Some(wish) = wish.clone() else { return };
            let Ok(mut asked) = wish.request() else { return };
            if offered && !words.trim().is_empty() {
                match (Body::parse(&words), DisplayName::parse(&name)) {
                    (Ok(body), Ok(name)) => {
                        browser::keep(&name_key, name.as_str());
                        asked.hello = Some(body);
                        asked.name = Some(name);
                    }
                    (Err(error), _) => return wrong.set(Some(ApiError::from_value(&error, "hello").into())),
                    (_, Err(error)) => {
                        wrong.set(Some(ApiError::from_value(&error, "name").into()));
                        return browser::focus("#hello-name");
                    }
                }
            }
            wrong.set(None);
            let said = serde_json::to_string(&asked).unwrap_or_default();
            let same = key.borrow().as_ref().filter(|(before, _)| *before == said).map(|(_, key)| key.clone());
            let fresh = same.unwrap_or_else(browser::fresh_key);
            *key.borrow_mut() = Some((said, fresh.clone()));
            let route = Route::ClaimThreads(brand.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, &fresh).await };
            let (told, reload, leave, wrong) = (front.clone(), reload.clone(), leave.clone(), wrong.clone());
            let (code, hello) = (code.setter(), hello.setter());
            front.run(&busy, work, move |outcome| match outcome {
                Ok(answer) => {
                    code.set(answer.recovery);
                    hello.set(None);
                    leave.emit(true);
                    reload.emit(());
                    told.tell(Msg::Claimed(wish.what()));
                }
                Err(Trouble::SignedOut) => leave.emit(false),
                Err(trouble) => wrong.set(Some(trouble)),
            });
        })
    };
    let escape = {
        let (leave, wrong) = (props.leave.clone(), wrong.clone());
        Callback::from(move |()| {
            wrong.set(None);
            leave.emit(false);
        })
    };
    let put_away = {
        let code = code.clone();
        Callback::from(move |()| code.set(None))
    };
    let typed_hello = {
        let hello = hello.clone();
        Callback::from(move |text: String| hello.set(Some(text)))
    };
    let (title, does) = props
        .wish
        .as_ref()
        .map_or_else(Default::default, |wish| (front.say(Msg::ClaimAsk(wish.what())), front.say(Msg::DoesSeal(wish.what()))));
    let at = |field: &str| wrong.as_ref().filter(|it| it.field() == field).map(|it| it.say(front.locale));
    let elsewhere = wrong.as_ref().filter(|it| !matches!(it.field(), "hello" | "name"));
    html! {
        <>
            <Dialog id="code" title={front.work(Work::RecoveryTitle)} open={code.is_some()} leave={put_away.clone()}>
                if let Some(code) = &*code { <CodeOnce brand={props.brand.clone()} code={code.clone()} /> }
                <p class="actions"><Button label={front.work(Work::RecoveryKept)} press={put_away} /></p>
            </Dialog>
            <Dialog id="claim" {title} open={props.wish.is_some()} leave={escape.clone()}>
                <h3>{ front.say(Msg::ItDoes) }</h3>
                <ul><li>{ does }</li><li>{ front.say(Msg::DoesVoice) }</li><li>{ front.work(Work::DoesMail) }</li></ul>
                <h3>{ front.say(Msg::ItDoesNot) }</h3>
                <ul>
                    <li>{ front.say(Msg::DoesNotAgree) }</li>
                    <li>{ front.say(Msg::DoesNotTouch) }</li>
                    <li>{ front.say(Msg::DoesNotBind) }</li>
                </ul>
                if props.made_by.is_some() {
                    <Field id="hello" rows={6} label={front.work(Work::HelloLabel)} hint={front.work(Work::HelloHint)} wrong={at("hello")}
                        value={words} typed={typed_hello} />
                    <Field id="hello-name" label={front.say(Msg::YourName)} wrong={at("name")} autocomplete="given-name"
                        value={(*name).clone()} typed={typed_into(&name)} />
                }
                if let Some(trouble) = elsewhere { <p class="wrong" role="alert">{ trouble.say(front.locale) }</p> }
                <p class="actions">
                    <Button label={front.say(Msg::ClaimIt)} rest={*busy} press={go} />
                    <Button label={front.say(Msg::Cancel)} weight={Weight::Quiet} press={escape} />
                </p>
            </Dialog>
        </>
    }
}
