//! Signing in: an address, then the code that was sent to it. On a page of its own, and over any screen whose session is over.

use super::browser;
use super::client;
use super::front::use_front;
use super::locale::Msg;
use super::parts::{Button, Field, Weight};
use super::trouble::Trouble;
use chie_domain::api::confirm_code::{self, SignedIn};
use chie_domain::api::request_code;
use chie_domain::api::route::Route;
use chie_domain::text::EmailAddress;
use yew::prelude::*;

const ADDRESS: &str = "signin.address";
const SENT: &str = "signin.sent";
const DIGITS: usize = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Address,
    Code,
}

/// The digits of what was typed or pasted: `Code: 123 456`, and the wide digits of a Japanese keyboard.
fn digits(typed: &str) -> String {
    typed
        .chars()
        .filter_map(|c| match c {
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
            _ => c.is_ascii_digit().then_some(c),
        })
        .collect()
}

/// Signing in, without a heading of its own.
#[component]
pub(crate) fn SignIn() -> Html {
    let front = use_front();
    let address = use_state(|| browser::kept(ADDRESS).unwrap_or_default());
    let code = use_state(String::new);
    let step = use_state(|| if browser::kept(SENT).is_some() { Step::Code } else { Step::Address });
    let said = use_state(|| None::<AttrValue>);
    let wrong = use_state(|| None::<Trouble>);
    let incomplete = use_state(|| false);
    let busy = use_state(|| false);

    let send = {
        let (front, address, step, said, wrong, busy) =
            (front.clone(), address.clone(), step.clone(), said.clone(), wrong.clone(), busy.clone());
        Callback::from(move |again: bool| {
            if *busy {
                return;
            }
            let email = match EmailAddress::parse(&address) {
                Ok(email) => email,
                Err(error) => {
                    let trouble = chie_domain::api::error::ApiError::from_value(&error, "email").into();
                    wrong.set(Some(trouble));
                    browser::focus("#email");
                    return;
                }
            };
            let (front, step, said, wrong) = (front.clone(), step.clone(), said.clone(), wrong.clone());
            let asked = request_code::Request { email: email.clone(), lang: Some(front.locale.code().to_owned()) };
            let work = async move { client::write::<_, request_code::Response>(&Route::RequestCode, &asked, "").await };
            front.clone().run(&busy, work, move |outcome| match outcome {
                Ok(sent) => {
                    browser::keep(ADDRESS, email.as_str());
                    browser::keep(SENT, "1");
                    wrong.set(None);
                    said.set(Some(if again {
                        front.say(Msg::SentAgain)
                    } else {
                        front.say(Msg::CodeSent { email: email.as_str(), minutes: sent.minutes })
                    }));
                    step.set(Step::Code);
                    browser::soon(|| browser::focus("#code"));
                }
                Err(trouble) => wrong.set(Some(trouble)),
            });
        })
    };
    let confirm = {
        let (front, address, code, wrong, incomplete, busy) =
            (front.clone(), address.clone(), code.clone(), wrong.clone(), incomplete.clone(), busy.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let typed = digits(&code);
            let Ok(email) = EmailAddress::parse(&address) else { return };
            if typed.len() != DIGITS {
                incomplete.set(true);
                browser::focus("#code");
                return;
            }
            incomplete.set(false);
            let asked = confirm_code::Request { email, code: typed, lang: None };
            let work = async move { client::write::<_, SignedIn>(&Route::SignIn, &asked, "").await };
            let (front, wrong) = (front.clone(), wrong.clone());
            front.clone().run(&busy, work, move |outcome| match outcome {
                Ok(who) => {
                    browser::keep(SENT, "");
                    front.signed_in.emit(who);
                }
                Err(trouble) => {
                    wrong.set(Some(trouble));
                    browser::focus("#code");
                }
            });
        })
    };
    let other = {
        let (step, code, wrong) = (step.clone(), code.clone(), wrong.clone());
        Callback::from(move |()| {
            browser::keep(SENT, "");
            code.set(String::new());
            wrong.set(None);
            step.set(Step::Address);
            browser::soon(|| browser::focus("#email"));
        })
    };
    let sentence = wrong.as_ref().map(|trouble| trouble.say(front.locale));
    match *step {
        Step::Address => {
            let onsubmit = submitted(send.reform(|()| false));
            html! {
                <form class="narrow" {onsubmit} novalidate=true>
                    <p>{ front.say(Msg::SignInLead) }</p>
                    <Field id="email" label={front.say(Msg::Email)} hint={front.say(Msg::EmailHint)} wrong={sentence} kind="email"
                        autocomplete="email" inputmode="email" value={(*address).clone()} typed={typed_into(&address)} />
                    <p class="actions"><Button label={front.say(Msg::SendCode)} rest={*busy} /></p>
                </form>
            }
        }
        Step::Code => {
            let wrong = if *incomplete { Some(front.say(Msg::CodeIncomplete)) } else { sentence };
            let sent = (*said).clone().unwrap_or_else(|| front.say(Msg::CodeSentBefore(&address)));
            html! {
                <form class="narrow" onsubmit={submitted(confirm)} novalidate=true>
                    <p role="status">{ sent }</p>
                    <Field id="code" class="digits" label={front.say(Msg::Code)} hint={front.say(Msg::CodeHint)} {wrong}
                        autocomplete="one-time-code" inputmode="numeric" value={(*code).clone()} typed={typed_into(&code)} />
                    <p class="actions">
                        <Button label={front.say(Msg::SignIn)} rest={*busy} />
                        <Button label={front.say(Msg::SendAgain)} weight={Weight::Text} press={send.reform(|()| true)} rest={*busy} />
                        <Button label={front.say(Msg::OtherAddress)} weight={Weight::Text} press={other} />
                    </p>
                </form>
            }
        }
    }
}

/// A form's submission, without leaving the page.
pub(crate) fn submitted(then: Callback<()>) -> Callback<SubmitEvent> {
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        then.emit(());
    })
}

/// What a field types into.
pub(crate) fn typed_into(state: &UseStateHandle<String>) -> Callback<String> {
    let setter = state.setter();
    Callback::from(move |text| setter.set(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_was_pasted() {
        for typed in ["123456", " 123 456 ", "Your code: 123-456", "１２３４５６"] {
            assert_eq!(digits(typed), "123456", "{typed}");
        }
    }
}
