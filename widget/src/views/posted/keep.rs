//! What follows posting: an e-mail address to be told at, confirmed by a code typed right here; the private link; the tags.

use super::super::ask::{check, forget_facts, note_place, submit, wrong_of, wrong_with_all};
use super::super::cx::Cx;
use super::super::list::button;
use super::super::mine::know;
use super::super::state::{Keeping, Wrong};
use super::super::thread::look_for_private;
use super::super::undo::{Posted, Undo};
use super::super::{follow, helping, photos, reading, undo};
use crate::client::Call;
use crate::draft::Draft;
use crate::draw::{El, all, bdi, el, text};
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::icon;
use chie_domain::api::confirm_code::Joined;
use chie_domain::api::request_code::Response as CodeSent;
use chie_domain::api::route::Route;
use chie_domain::id::ThreadId;
use chie_domain::text::EmailAddress;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// All of it.
pub(in super::super) fn below(cx: &Cx) -> Html {
    let view = cx.state.opened.as_ref().and_then(|opened| opened.view.as_ref());
    all(vec![keep(cx), view.and_then(|view| follow::link(cx, view)).unwrap_or_default(), helping::choose(cx)])
}

/// The visitor asked: what they read was no answer, the words of the situation are looked for, and for a moment it can be
/// taken back.
pub(in super::super) fn asked(cx: &Cx, thread: ThreadId, draft: Draft) {
    reading::asked(cx);
    photos::let_go(cx, cx.state.product.key.as_str());
    forget_facts(cx);
    note_place(cx);
    let id = thread.clone();
    // Who the visitor is here stands in the thread that arrived.
    cx.set(move |state| {
        let of = state.opened.as_ref().filter(|opened| opened.id == id).and_then(|opened| opened.view.clone());
        if let Some(view) = of {
            Rc::make_mut(&mut state.mine).me = Some(view.author.clone());
        }
    });
    let post = thread.to_string().into();
    undo::offer(cx, Undo { post, was: Posted::Thread, draft, sending: false, wrong: None });
    helping::begin_choosing(cx, thread, |_| {});
}

/// An address to be told at; what one wrote is kept under it.
pub(in super::super) fn keep(cx: &Cx) -> Html {
    if let Some(address) = &cx.state.mine.address {
        let kept = el("span", "").put(cx.words().nodes(Msg::KeptUnder, &[("email", bdi(address))]));
        return el("p", "ch-keep ch-kept").set("role", "status").put(icon::icon(icon::TICK)).put(kept).into();
    }
    let keeping = &cx.state.keeping;
    // Who only has it too waits for the end of it.
    let shared = keeping.offered.as_ref().is_some_and(|id| cx.state.mine.me_too.contains(id));
    let submit = cx.sent(|cx| match (cx.state.keeping.sending, cx.state.keeping.minutes) {
        (true, _) => {}
        (false, Some(_)) => confirm(cx),
        (false, None) => request(cx),
    });
    let form = el("form", "ch-keep ch-form")
        .set("novalidate", "")
        .on_submit(submit)
        .put(el("h3", "").put(cx.say(match (cx.state.ended, shared) {
            (true, _) => Msg::EndedTitle,
            (false, true) => Msg::KeepTitleSame,
            (false, false) => Msg::KeepTitle,
        })))
        .put(el("p", "ch-hint").put(cx.say(if cx.state.ended { Msg::EndedText } else { Msg::KeepText })));
    match keeping.minutes {
        Some(minutes) => code_step(cx, form, minutes),
        None => address_step(cx, form),
    }
}

fn address_step(cx: &Cx, form: El) -> Html {
    let keeping = &cx.state.keeping;
    let it = Field {
        name: "email",
        entry: Entry::Email,
        label: cx.text(Msg::EmailLabel),
        hint: None,
        value: keeping.email.clone(),
        wrong: wrong_of(&keeping.wrong, "email"),
    };
    form.put(field(&it, cx.typed(|cx, text| cx.set(|state| state.keeping.email = text.into()))))
        .put(wrong_with_all(&keeping.wrong, &["email"]))
        .put(submit(cx, "ch-btn ch-quiet ch-wide", keeping.sending, Msg::SendCode))
        .into()
}

fn code_step(cx: &Cx, form: El, minutes: u32) -> Html {
    let keeping = &cx.state.keeping;
    let it = Field {
        name: "code",
        entry: Entry::Code,
        label: cx.text(Msg::CodeLabel),
        hint: None,
        value: keeping.code.clone(),
        wrong: wrong_of(&keeping.wrong, "code"),
    };
    let gaps = [("email", bdi(&keeping.email)), ("minutes", text(minutes.to_string().into()))];
    let other = cx.click(|cx| {
        cx.set(|state| {
            state.keeping = Keeping { code: AttrValue::default(), minutes: None, wrong: Wrong::new(), ..state.keeping.clone() };
            state.focus_on("#ch-email");
        });
    });
    form.put(el("p", "").set("role", "status").put(cx.words().nodes(Msg::CodeSent, &gaps)))
        .put(field(&it, cx.typed(|cx, text| cx.set(|state| state.keeping.code = text.into()))))
        .put(wrong_with_all(&keeping.wrong, &["code"]))
        .put(submit(cx, "ch-btn ch-quiet ch-wide", keeping.sending, Msg::ConfirmCode))
        .put(button(cx, "ch-btn ch-bare", Msg::OtherAddress, other))
        .into()
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
    check(cx, &mut wrong, "email", EmailAddress::parse(&cx.state.keeping.email).err());
    if !wrong.is_empty() {
        return show_wrong(cx, wrong);
    }
    begin(cx);
    let email = cx.state.keeping.email.trim().to_owned();
    let call = Call::new(Route::RequestCode).text("email", &email).text("lang", cx.words().lang());
    cx.ask::<CodeSent>(call, |cx, answer| match answer {
        Ok(sent) => cx.set(move |state| {
            state.keeping.sending = false;
            state.keeping.minutes = Some(sent.minutes);
            state.focus_on("#ch-code");
        }),
        Err(failure) => show_wrong(cx, cx.explain(&failure)),
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
    let route = Route::Join(cx.scene.embed.community.brand.clone());
    let call = Call::new(route).text("email", &email).text("code", &code).text("lang", cx.words().lang());
    cx.ask::<Joined>(call, |cx, answer| match answer {
        Ok(joined) => {
            cx.keep(Some(joined.session));
            know(cx, &joined.mine);
            cx.set(move |state| {
                state.keeping = Keeping { offered: state.keeping.offered.clone(), ..Keeping::default() };
                state.ended = false;
                state.rename_me(joined.mine.me.as_ref());
                state.mine = Rc::new(joined.mine);
                state.focus_on("[data-ch-head]");
            });
            look_for_private(cx);
        }
        Err(failure) => show_wrong(cx, cx.explain(&failure)),
    });
}
