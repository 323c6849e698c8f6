//! The house in a thread: flagging a post, a name, a photo or the badge; and for the author of something hidden or removed the reasons
//! and the appeal. Without the program the flag is a plain form on a page of its own.

use super::super::ask::{wrong_of, wrong_with_all};
use super::super::cx::Cx;
use super::super::list::button;
use super::super::state::{Desk, Doing, House, Wrong};
use super::change::{close, is_mine, is_open, type_body};
use crate::client::{Call, Failure};
use crate::draw::{El, all, bdi, el, text, written};
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::{author, markup};
use chie_domain::api::route::Route;
use chie_domain::api::view::{Author, AuthorName, PhotoView, Post, ThreadView, Veil};
use chie_domain::api::{get_statement, post_appeal, post_flag};
use chie_domain::ground::Ground;
use chie_domain::matter::{Asked, Matter, Verdict};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// One of the sentences about a thing.
fn say_of(cx: &Cx, msg: Msg, about: &str) -> AttrValue {
    cx.words().fill(msg, &[("", about)])
}

/// What stands under a post: a way to flag it, or to the reasons for its author.
pub(super) fn link(cx: &Cx, id: &str, who: &Author, post: &Post) -> Option<Html> {
    let own = is_mine(cx, who);
    match post {
        Post::Held(..) | Post::Removed(_) if own => {
            let id = id.to_owned();
            let tap = cx.click(move |cx| why(cx, id.clone()));
            Some(el("button", "ch-btn ch-quiet").set("type", "button").on_click(tap).says(cx.words().text(Msg::HouseWhy)).into())
        }
        Post::Whole(_) if !own => {
            let mut page = cx.scene.page(&["/flag/", cx.scene.embed.community.brand.as_str(), "/", id]);
            if let AuthorName::Chosen(_) = &who.name {
                page = [&page, "&name=", who.member.as_str()].concat();
            }
            let post = id.to_owned();
            let tap = cx.click(move |cx| begin(cx, post.clone(), post.clone()));
            let name = bdi(&author::name(cx.words(), who));
            // Readers hear whose words it is about; everybody else sees where it stands.
            let heard = el("span", "ch-sr").put(cx.words().nodes(Msg::FlagWhat, &[("name", name)]));
            let seen = el("span", "").set("aria-hidden", "true").put(cx.say(Msg::Flag));
            let link = el("a", "ch-btn ch-bare ch-flag").attr("href", page).set("rel", "nofollow").set("data-live", "");
            Some(link.on_click(tap).put(seen).put(heard).into())
        }
        Post::Whole(_) | Post::Held(..) | Post::Removed(_) | Post::Deleted => None,
    }
}

/// What stands under a photo: the way to flag it alone.
pub(super) fn photo_link(cx: &Cx, id: &str, who: &Author, photo: &PhotoView) -> Option<Html> {
    // A photo behind a veil has no address here; whoever may open it flags what it shows.
    if is_mine(cx, who) || matches!(photo.veil, Veil::Down(_)) {
        return None;
    }
    let page = cx.scene.page(&["/flag/", cx.scene.embed.community.brand.as_str(), "/", photo.id.as_str()]);
    let (post, about) = (id.to_owned(), photo.id.to_string());
    let tap = cx.click(move |cx| begin(cx, post.clone(), about.clone()));
    let link = el("a", "ch-btn ch-bare ch-flag").attr("href", page).set("rel", "nofollow").set("data-live", "");
    Some(link.on_click(tap).says(cx.words().text(Msg::FlagPhoto)).into())
}

/// What stands beneath a post while it is flagged, or its author reads the reasons.
pub(super) fn below(cx: &Cx, view: &ThreadView, id: &str, who: &Author, photos: &[PhotoView]) -> Option<Html> {
    if is_open(cx, id, Doing::Flag) {
        Some(form(cx, view, id, who, photos))
    } else if is_open(cx, id, Doing::Statement) {
        cx.state.desk.house.as_ref()?.statement.as_ref().map(|stated| statement(cx, id, stated))
    } else {
        None
    }
}

fn begin(cx: &Cx, post: String, about: String) {
    cx.set(move |state| {
        let house = House { about: about.into(), ground: None, statement: None };
        state.desk = Desk { post: post.into(), doing: Some(Doing::Flag), house: Some(Rc::new(house)), ..Desk::default() };
        state.focus_on("[data-ch-flag]");
    });
}

fn change(cx: &Cx, change: impl FnOnce(&mut House) + 'static) {
    cx.set(move |state| {
        if let Some(house) = state.desk.house.as_mut() {
            change(Rc::make_mut(house));
        }
        state.desk.writing.wrong.clear();
    });
}

fn form(cx: &Cx, view: &ThreadView, id: &str, who: &Author, photos: &[PhotoView]) -> Html {
    let Some(house) = cx.state.desk.house.clone() else { return Html::default() };
    let writing = &cx.state.desk.writing;
    let grounds = Ground::ALL.map(|ground| {
        let tap = cx.chosen(move |cx, _| change(cx, move |house| house.ground = Some(ground)));
        let input = el("input", "").set("type", "radio").set("name", "ch-ground").attr("value", ground.code());
        let input = input.checked(house.ground == Some(ground)).on_change(tap);
        el("label", "ch-choice").put(input).put(el("span", "").says(markup::ground_text(cx.words(), ground))).into()
    });
    let wrong = wrong_of(&writing.wrong, "ground");
    let list = el("fieldset", "ch-choices")
        .set("tabindex", "-1")
        .set("data-ch-flag", "")
        .put(el("legend", "ch-h3").says(cx.words().text(Msg::FlagTitle)))
        .put(el("p", "ch-hint").says(cx.words().text(Msg::FlagLead)))
        .put(all(grounds.into()))
        .put_if(wrong.map(|wrong| el("strong", "ch-error").set("role", "alert").says(wrong).into()));
    let words = Field {
        name: "flag",
        entry: Entry::Text,
        label: cx.words().text(Msg::FlagWords),
        hint: Some(cx.words().text(Msg::FlagWordsHint)),
        value: writing.draft.body.clone().into(),
        wrong: wrong_of(&writing.wrong, "words"),
    };
    let send_it = cx.sent(send);
    let actions = el("div", "ch-actions")
        .put(el("button", "ch-btn").set_if(writing.sending, "aria-disabled", "true").says(cx.words().text(Msg::FlagSend)))
        .put(button(cx, "ch-btn ch-bare", Msg::Cancel, cx.click(close)));
    el("form", "ch-form ch-desk ch-house")
        .set("novalidate", "")
        .on_submit(send_it)
        .put(list)
        .put_if(subjects(cx, view, id, who, photos, &house))
        .put(field(&words, cx.typed(type_body)))
        .put(wrong_with_all(&writing.wrong, &["ground", "words"]))
        .put(actions)
        .into()
}

/// What of the post it is about, where there is more than its words.
fn subjects(cx: &Cx, view: &ThreadView, id: &str, who: &Author, photos: &[PhotoView], house: &House) -> Option<Html> {
    let mut all = vec![(id.to_owned(), cx.words().text(Msg::HouseAboutPost))];
    if let AuthorName::Chosen(name) = &who.name {
        all.push((who.member.to_string(), say_of(cx, Msg::HouseAboutName, name)));
    }
    all.extend(photos.iter().zip(1_u32..).map(|(it, n)| (it.id.to_string(), say_of(cx, Msg::HouseAboutPhoto, &n.to_string()))));
    if view.badge.is_some() && view.row.id.as_str() == id {
        all.push(("badge".to_owned(), cx.words().text(Msg::HouseAboutBadge)));
    }
    if all.len() < 2 {
        return None;
    }
    let options = all.into_iter().map(|(about, label)| {
        let on = house.about == about;
        let tap = cx.chosen({
            let about = about.clone();
            move |cx, _| {
                let about = about.clone();
                change(cx, move |house| house.about = about.into());
            }
        });
        let input = el("input", "").set("type", "radio").set("name", "ch-about").attr("value", about).checked(on).on_change(tap);
        Html::from(el("label", "ch-choice").put(input).put(bdi(&label)))
    });
    let list = el("fieldset", "ch-choices ch-inline").put(el("legend", "ch-h3").says(cx.words().text(Msg::HouseAboutWhat)));
    Some(options.fold(list, El::put).into())
}

fn send(cx: &Cx) {
    let Some(house) = cx.state.desk.house.clone().filter(|_| !cx.state.desk.writing.sending) else { return };
    let Some(ground) = house.ground else {
        let wrong: Wrong = vec![("ground".into(), cx.words().text(Msg::HouseChoose))];
        return cx.set(move |state| {
            state.desk.writing.wrong = wrong;
            state.focus_on("[data-ch-flag]");
        });
    };
    cx.set(|state| state.desk.writing.sending = true);
    let call = Call::new(Route::PostFlag(cx.scene.embed.community.brand.clone()))
        .text("about", &house.about)
        .text("ground", ground.code())
        .text_if_any("words", &cx.state.desk.writing.draft.body);
    let post = cx.state.desk.post.clone();
    cx.ask::<post_flag::Response>(call, move |cx, answer| match answer {
        Ok(answer) => {
            let said = cx.words().text(if answer.hidden { Msg::HouseHidden } else { Msg::HouseNoted });
            let whole = answer.hidden && house.about == post;
            cx.set(move |state| {
                state.desk = Desk::default();
                state.tell(said);
                state.focus_on(["#", &post].concat());
                if whole {
                    gone(state, &post);
                }
            });
        }
        Err(failure) => {
            let own = matches!(&failure, Failure::Refused(error) if error.code == "own_post");
            let wrong = if own { vec![(AttrValue::default(), cx.words().text(Msg::HouseOwn))] } else { cx.explain(&failure) };
            cx.set(move |state| {
                state.desk.writing.sending = false;
                state.desk.writing.wrong = wrong;
            });
        }
    });
}

/// What was hidden just now is not shown any longer.
fn gone(state: &mut super::super::state::State, post: &str) {
    let Some(id) = state.opened.as_ref().map(|opened| opened.id.clone()) else { return };
    if id.as_str() == post {
        super::change::forget_thread(state, post);
        return state.show(super::super::state::Screen::List);
    }
    state.with_thread(&id, |opened| {
        let Some(view) = opened.view.as_mut().map(Rc::make_mut) else { return };
        let before = view.replies.len();
        view.replies.retain(|reply| reply.id.as_str() != post);
        view.answers.retain(|answer| answer.reply.as_str() != post);
        if view.replies.len() < before {
            view.row.replies = view.row.replies.saturating_sub(1);
        }
        for reply in &mut view.replies {
            reply.comments.retain(|comment| comment.id.as_str() != post);
        }
        opened.row = view.row.clone();
    });
    state.focus_on("[data-ch-head]");
}

/// Fetches the reasons.
fn why(cx: &Cx, post: String) {
    let Ok(about) = Matter::parse(&post) else { return };
    let call = Call::new(Route::GetStatement(cx.scene.embed.community.brand.clone(), about));
    cx.ask::<get_statement::Response>(call, move |cx, answer| match answer {
        Ok(stated) => cx.set(move |state| {
            let house = House { about: post.clone().into(), ground: None, statement: Some(stated) };
            state.desk = Desk { post: post.into(), doing: Some(Doing::Statement), house: Some(Rc::new(house)), ..Desk::default() };
            state.focus_on("[data-ch-why]");
        }),
        Err(failure) => super::act::say(cx, &failure),
    });
}

fn statement(cx: &Cx, id: &str, stated: &get_statement::Response) -> Html {
    let when = |at| cx.words().exact(cx.state.clock.zone, at);
    let line = |words| Html::from(el("p", "").says(words));
    let removed = stated.verdict == Some(Verdict::Removed);
    let rules = el("a", "").attr("href", [&cx.scene.rules_page(), "#", stated.ground.code()].concat()).set("target", "_blank");
    let rules = rules.set("rel", "noopener").says(say_of(cx, Msg::HouseRulesOf, &stated.rules.to_string()));
    let record = cx.scene.page(&["/record/", cx.scene.embed.community.brand.as_str()]);
    let record =
        el("a", "").attr("href", record).set("target", "_blank").set("rel", "noopener").says(cx.words().text(Msg::HouseRecord));
    let decided = if stated.verdict.is_some() { Msg::HouseDecided } else { Msg::HouseNotDecided };
    let said = stated.words.as_ref().map(|words| {
        let quote = el("blockquote", "ch-quote").put(written(words, cx.words().lang()));
        all(vec![line(cx.words().text(Msg::HouseOperatorSays)), quote.into()])
    });
    let title = if removed { Msg::HouseWhyRemovedTitle } else { Msg::HouseWhyTitle };
    el("section", "ch-desk ch-house")
        .set("tabindex", "-1")
        .set("data-ch-why", "")
        .attr("aria-label", cx.words().text(title))
        .put(el("p", "ch-h3").says(cx.words().text(title)))
        .put(el("p", "ch-ground").says(markup::ground_text(cx.words(), stated.ground)))
        .put(line(cx.words().text(asked(stated.asked))))
        .put(line(cx.words().text(decided)))
        .put_if(said)
        .put(el("p", "ch-hint").says(say_of(cx, Msg::HouseSince, &when(stated.at))).put(text(" · ".into())).put(rules))
        .put(el("p", "ch-hint").put(record))
        .put(match (&stated.appeal, stated.until) {
            (Some(appeal), _) => appealed(cx, appeal),
            (None, Some(until)) => appeal_form(cx, id, stated, &when(until)),
            (None, None) => Html::default(),
        })
        .put(button(cx, "ch-btn ch-quiet", Msg::CloseIt, cx.click(close)))
        .into()
}

fn appealed(cx: &Cx, appeal: &get_statement::Appeal) -> Html {
    let when = cx.words().exact(cx.state.clock.zone, appeal.at);
    let verdict = appeal.decided.map(|(_, verdict)| verdict);
    all(vec![
        el("p", "").says(say_of(cx, Msg::HouseAppealed, &when)).into(),
        el("blockquote", "ch-quote").put(written(&appeal.words, cx.words().lang())).into(),
        el("p", "").put(el("b", "").says(cx.words().text(came_of(verdict)))).into(),
    ])
}

fn appeal_form(cx: &Cx, id: &str, stated: &get_statement::Response, until: &str) -> Html {
    let writing = &cx.state.desk.writing;
    let hint = if stated.verdict.is_some() { Msg::HouseAppealHint } else { Msg::HouseAppealHintFirst };
    let words = Field {
        name: "appeal",
        entry: Entry::Text,
        label: cx.words().text(Msg::HouseAppealLabel),
        hint: Some(cx.words().text(hint)),
        value: writing.draft.body.clone().into(),
        wrong: wrong_of(&writing.wrong, "words"),
    };
    let id = id.to_owned();
    el("form", "ch-form")
        .set("novalidate", "")
        .on_submit(cx.sent(move |cx| send_appeal(cx, id.clone())))
        .put(field(&words, cx.typed(type_body)))
        .put(wrong_with_all(&writing.wrong, &["words"]))
        .put(el("p", "ch-hint").says(say_of(cx, Msg::HouseAppealUntil, until)))
        .put(el("div", "ch-actions").put(
            el("button", "ch-btn").set_if(writing.sending, "aria-disabled", "true").says(cx.words().text(Msg::HouseAppealSend)),
        ))
        .into()
}

fn send_appeal(cx: &Cx, post: String) {
    let writing = &cx.state.desk.writing;
    if writing.sending {
        return;
    }
    if let Err(error) = chie_domain::text::Reason::parse(&writing.draft.body) {
        let error = chie_domain::api::error::ApiError::from_value(&error, "words");
        let wrong = cx.explain(&Failure::Refused(error));
        return cx.set(move |state| {
            state.desk.writing.wrong = wrong;
            state.focus_on("[aria-invalid]");
        });
    }
    let call = Call::new(Route::PostAppeal(cx.scene.embed.community.brand.clone()))
        .text("about", &post)
        .text("words", &writing.draft.body);
    cx.set(|state| state.desk.writing.sending = true);
    cx.ask::<post_appeal::Response>(call, move |cx, answer| match answer {
        Ok(answer) => {
            let said = cx.words().text(Msg::HouseAppealSent);
            cx.set(move |state| {
                let house = House { about: post.clone().into(), ground: None, statement: Some(answer.statement) };
                state.desk =
                    Desk { post: post.into(), doing: Some(Doing::Statement), house: Some(Rc::new(house)), ..Desk::default() };
                state.tell(said);
                state.focus_on("[data-ch-why]");
            });
        }
        Err(failure) => {
            let wrong = cx.explain(&failure);
            cx.set(move |state| {
                state.desk.writing.sending = false;
                state.desk.writing.wrong = wrong;
            });
        }
    });
}

/// Who asked.
const fn asked(asked: Asked) -> Msg {
    match asked {
        Asked::Visitors => Msg::HouseByVisitors,
        Asked::Brand => Msg::HouseByBrand,
        Asked::Outsiders => Msg::HouseByOutsiders,
        Asked::Operator => Msg::HouseByOperator,
        Asked::Chie => Msg::HouseByChie,
    }
}

/// What came of an appeal.
const fn came_of(verdict: Option<Verdict>) -> Msg {
    match verdict {
        None => Msg::HouseAppealWaits,
        Some(Verdict::Kept) => Msg::HouseAppealKept,
        Some(_) => Msg::HouseAppealOver,
    }
}
