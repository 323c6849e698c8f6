//! After posting: what happens next, and keeping the post under an e-mail address by a code typed right here.

use super::ask::{check, wrong_of, wrong_with_all};
use super::list::heading;
use super::state::{Cx, Keeping, Screen, Wrong};
use crate::client::Fields;
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::icon;
use chie_domain::api::confirm_code::Joined;
use chie_domain::api::request_code::Response as CodeSent;
use chie_domain::api::route::Route;
use chie_domain::api::view::Post;
use chie_domain::text::EmailAddress;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, SubmitEvent, html};

/// What happens next.
pub(super) fn screen(cx: &Cx) -> Html {
    let held = cx.state.opened.as_ref().and_then(|opened| opened.view.as_ref()).is_some_and(|view| matches!(view.post, Post::Held(..)));
    html! {
        <>
            <div class="ch-done">
                { icon::icon(icon::TICK) }
                { heading(cx, html! { { cx.text(Msg::PostedTitle) } }) }
                <p>{ cx.text(if held { Msg::HeldNew } else { Msg::PostedNext }) }</p>
                <div class="ch-actions">
                    <button type="button" class="ch-btn" onclick={cx.click(|cx| cx.set(|state| state.show(Screen::Thread)))}>{ cx.text(Msg::SeeThread) }</button>
                    <button type="button" class="ch-btn ch-quiet" onclick={cx.click(|cx| cx.set(|state| state.show(Screen::List)))}>{ cx.text(Msg::ToList) }</button>
                </div>
            </div>
            { keep(cx) }
        </>
    }
}

/// Keeping what one wrote under an address.
pub(super) fn keep(cx: &Cx) -> Html {
    if let Some(address) = &cx.state.mine.address {
        let address = html! { <bdi>{ address.as_str() }</bdi> };
        return html! { <p class="ch-keep ch-kept" role="status">{ icon::icon(icon::TICK) }<span>{ cx.words().nodes(Msg::KeptUnder, &[("email", address)]) }</span></p> };
    }
    let keeping = &cx.state.keeping;
    let submit = {
        let cx = cx.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if cx.state.keeping.sending {
                return;
            }
            if cx.state.keeping.minutes.is_some() { confirm(&cx) } else { request(&cx) }
        })
    };
    html! {
        <form class="ch-keep ch-form" novalidate=true onsubmit={submit}>
            <p class="ch-h3">{ cx.text(Msg::KeepTitle) }</p>
            <p class="ch-hint">{ cx.text(Msg::KeepText) }</p>
            { if let Some(minutes) = keeping.minutes { code_step(cx, minutes) } else { address_step(cx) } }
        </form>
    }
}

fn address_step(cx: &Cx) -> Html {
    let keeping = &cx.state.keeping;
    let it = Field {
        name: "email",
        entry: Entry::Email,
        label: cx.text(Msg::EmailLabel),
        hint: None,
        value: keeping.email.clone(),
        wrong: wrong_of(&keeping.wrong, "email"),
    };
    html! {
        <>
            { field(&it, cx.typed(|cx, text| cx.set(|state| state.keeping.email = text.into()))) }
            { wrong_with_all(&keeping.wrong, &["email"]) }
            { button(cx, Msg::SendCode) }
        </>
    }
}

fn code_step(cx: &Cx, minutes: u32) -> Html {
    let keeping = &cx.state.keeping;
    let it = Field {
        name: "code",
        entry: Entry::Code,
        label: cx.text(Msg::CodeLabel),
        hint: None,
        value: keeping.code.clone(),
        wrong: wrong_of(&keeping.wrong, "code"),
    };
    let email = html! { <bdi>{ keeping.email.clone() }</bdi> };
    let gaps = [("email", email), ("minutes", html! { { minutes } })];
    html! {
        <>
            <p role="status">{ cx.words().nodes(Msg::CodeSent, &gaps) }</p>
            { field(&it, cx.typed(|cx, text| cx.set(|state| state.keeping.code = text.into()))) }
            { wrong_with_all(&keeping.wrong, &["code"]) }
            { button(cx, Msg::ConfirmCode) }
            <button type="button" class="ch-btn ch-bare" onclick={cx.click(|cx| cx.set(|state| {
                state.keeping = Keeping { email: state.keeping.email.clone(), ..Keeping::default() };
                state.focus_on("#ch-email");
            }))}>{ cx.text(Msg::OtherAddress) }</button>
        </>
    }
}

fn button(cx: &Cx, msg: Msg) -> Html {
    let sending = cx.state.keeping.sending;
    html! {
        <button type="submit" class="ch-btn ch-quiet ch-wide" aria-disabled={sending.then_some("true")}>
            { cx.text(if sending { Msg::Sending } else { msg }) }
        </button>
    }
}

fn begin(cx: &Cx) {
    cx.set(|state| {
        state.keeping.sending = true;
        state.keeping.wrong.clear();
    });
}

fn show_wrong(cx: &Cx, wrong: Wrong) {
    cx.set(move |state| {
        state.keeping.sending = false;
        state.keeping.wrong = wrong;
        state.focus_on("[aria-invalid]");
    });
}

fn request(cx: &Cx) {
    let mut wrong = Wrong::new();
    check(cx, &mut wrong, "email", EmailAddress::parse(&cx.state.keeping.email));
    if !wrong.is_empty() {
        return show_wrong(cx, wrong);
    }
    begin(cx);
    let email = cx.state.keeping.email.trim().to_owned();
    cx.ask(|cx, client| async move {
        let fields = Fields::default().text("email", &email).text("lang", cx.words().lang());
        match client.send::<CodeSent>(&Route::RequestCode, &fields, None).await {
            Ok(sent) => cx.set(move |state| {
                state.keeping.sending = false;
                state.keeping.minutes = Some(sent.minutes);
                state.focus_on("#ch-code");
            }),
            Err(failure) => show_wrong(&cx, cx.explain(&failure)),
        }
    });
}

fn confirm(cx: &Cx) {
    // Phones with a Japanese keyboard give full-width digits.
    let digit = |c: char| if ('０'..='９').contains(&c) { char::from_u32(u32::from(c) - 0xff10 + 0x30).unwrap_or(c) } else { c };
    let code: String = cx.state.keeping.code.chars().map(digit).filter(|c| !c.is_whitespace()).collect();
    if code.is_empty() {
        let empty = (AttrValue::Static("code"), cx.text(Msg::WrongEmpty));
        return show_wrong(cx, vec![empty]);
    }
    begin(cx);
    let email = cx.state.keeping.email.trim().to_owned();
    cx.ask(|cx, client| async move {
        let route = Route::Join(cx.scene.embed.community.brand.clone());
        let fields = Fields::default().text("email", &email).text("code", &code);
        match client.send::<Joined>(&route, &fields, None).await {
            Ok(joined) => {
                client.session.keep(Some(joined.session));
                cx.set(move |state| {
                    state.keeping = Keeping::default();
                    state.mine = Rc::new(joined.mine);
                    state.focus_on("[data-ch-head]");
                });
            }
            Err(failure) => show_wrong(&cx, cx.explain(&failure)),
        }
    });
}
