//! Who somebody is here: what they are called, at which address they are reached, and signing out, on this device or everywhere. Only
//! members have it; a guest goes by their colour and has no other key than this device's.

use super::cx::Cx;
use super::leave::{forget_who, press};
use super::mine::nobody;
use super::state::Renaming;
use crate::client::{Call, Failure};
use crate::draw::{bdi, el};
use crate::locale::Msg;
use crate::parts::author;
use crate::parts::field::{Entry, Field, field};
use chie_domain::api::route::Route;
use chie_domain::api::view::{AuthorName, MineView, Voice};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// The lines about the member.
pub(super) fn lines(cx: &Cx) -> Option<Html> {
    let me = cx.state.mine.me.as_ref().filter(|me| me.voice == Voice::Member)?;
    let reached = match &cx.state.mine.address {
        Some(address) => bdi(address),
        // Whoever is a member and has shown no address is here by the brand's word.
        None => cx.words().nodes(Msg::SignedOnBy, &[("domain", bdi(cx.scene.embed.community.brand.as_str()))]),
    };
    let who = el("div", "ch-by ch-me")
        .put(author::face(me))
        .put(el("b", "").put(bdi(&author::name(cx.words(), me))))
        .put(el("span", "").put(reached));
    let called = match &me.name {
        AuthorName::Chosen(name) => AttrValue::from(name.clone()),
        AuthorName::Guest(..) | AuthorName::Former => AttrValue::default(),
    };
    let rest: Html = if let Some(renaming) = &cx.state.helping.renaming {
        form(cx, renaming)
    } else {
        let rename = press(cx, "ch-btn ch-quiet", Msg::Rename, false, move |cx| {
            let name = called.clone();
            cx.set(|state| {
                state.helping.renaming = Some(Rc::new(Renaming { name, wrong: None, busy: false }));
                state.focus_on("#ch-my-name");
            });
        });
        let here = press(cx, "ch-btn ch-bare", Msg::SignOutHere, false, |cx| out(cx, Msg::SignedOutHere));
        let everywhere = press(cx, "ch-btn ch-bare", Msg::SignOutAll, false, everywhere);
        el("div", "ch-actions").put(rename).put(here).put(everywhere).into()
    };
    Some(el("div", "ch-account").put(who).put(rest).into())
}

fn form(cx: &Cx, renaming: &Renaming) -> Html {
    let typed = cx.typed(|cx, name| {
        change(cx, move |renaming| {
            renaming.name = name.into();
            renaming.wrong = None;
        });
    });
    let it = Field {
        name: "my-name",
        entry: Entry::Line,
        label: cx.text(Msg::RenameLabel),
        hint: Some(cx.text(Msg::RenameHint)),
        value: renaming.name.clone(),
        wrong: renaming.wrong.clone(),
    };
    let save =
        el("button", "ch-btn").set("type", "submit").set_if(renaming.busy, "aria-disabled", "true").put(cx.say(Msg::RenameSave));
    let leave = press(cx, "ch-btn ch-quiet", Msg::Cancel, false, |cx| cx.set(|state| state.helping.renaming = None));
    el("form", "")
        .set("novalidate", "")
        .on_submit(cx.sent(rename))
        .put(field(&it, typed))
        .put(el("div", "ch-actions").put(save).put(leave))
        .into()
}

fn change(cx: &Cx, how: impl FnOnce(&mut Renaming) + 'static) {
    cx.set(|state| {
        if let Some(renaming) = state.helping.renaming.as_mut().map(Rc::make_mut) {
            how(renaming);
        }
    });
}

fn rename(cx: &Cx) {
    let Some(renaming) = cx.state.helping.renaming.as_ref().filter(|renaming| !renaming.busy) else { return };
    let call = Call::new(Route::SetMyName(cx.scene.embed.community.brand.clone())).text("name", &renaming.name);
    change(cx, |renaming| renaming.busy = true);
    cx.ask::<MineView>(call, |cx, answer| match answer {
        Ok(mine) => {
            let said = cx.text(Msg::Renamed);
            cx.set(move |state| {
                state.helping.renaming = None;
                state.mine = Rc::new(mine);
                // What is shown bears the former name.
                state.opened = None;
                state.said = said;
                state.focus_on(".ch-account .ch-quiet");
            });
        }
        Err(failure) => {
            let said = match &failure {
                // What the field says of a name that is too long or empty fits; so does everything else.
                Failure::Refused(error) if error.code == "too_many" => cx.text(Msg::RenameMany),
                _ => cx.explain(&failure).into_iter().next().map(|(_, said)| said).unwrap_or_default(),
            };
            cx.set(|state| {
                if let Some(renaming) = state.helping.renaming.as_mut().map(Rc::make_mut) {
                    renaming.busy = false;
                    renaming.wrong = Some(said);
                }
                state.focus_on("#ch-my-name");
            });
        }
    });
}

fn everywhere(cx: &Cx) {
    let call = Call::new(Route::EndMySessions(cx.scene.embed.community.brand.clone()));
    cx.ask::<()>(call, |cx, answer| match answer {
        Ok(()) | Err(Failure::SignedOut) => out(cx, Msg::SignedOutAll),
        Err(_) => {
            let said = cx.text(Msg::WrongOther);
            cx.set(move |state| state.said = said);
        }
    });
}

/// Nobody is signed in on this device any more.
fn out(cx: &Cx, said: Msg) {
    let said = cx.text(if cx.state.mine.address.is_some() { said } else { Msg::SignedOutPlain });
    forget_who(cx);
    nobody(cx);
    cx.set(move |state| {
        state.helping.out = Some(said.clone());
        state.said = said;
        state.focus_on(".ch-out");
    });
}

/// What is said once somebody has signed out.
pub(super) fn out_note(cx: &Cx) -> Option<Html> {
    let said = cx.state.helping.out.clone().filter(|_| cx.state.mine.me.is_none())?;
    let section = el("section", "ch-body ch-yours");
    Some(section.put(el("p", "ch-out").set("tabindex", "-1").says(said)).into())
}
