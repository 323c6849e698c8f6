//! The second step of asking: the line again, details, the kind that the words suggest, an optional name, and above the
//! button who will read it. The draft is kept from the first letter on; sending it again is the same write.

pub(super) mod guess;
mod more;
mod place;
mod private;

pub(super) use more::facts::{forget as forget_facts, restore as restore_facts};
pub(super) use more::mood::more;
pub(super) use place::{beside, note as note_place};
pub(super) use private::{private, stops as ask_stops};

use super::cx::Cx;
use super::list::{heading, keep_line, look_for, show_thread};
use super::moves::ask_draft;
use super::photos;
use super::rest::Table;
use super::state::{Fetch, Keeping, Opened, Screen, Writing, Wrong};
use super::warn;
use super::{other_tab, outbox};
use crate::client::{Call, Failure, decode, new_key};
use crate::draft::Draft;
use crate::draw::{all, bdi, el};
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::{icon, status};
use crate::scene::Look;
use chie_domain::api::error::ApiError;
use chie_domain::api::post_thread::{Beginning, Standing};
use chie_domain::api::route::Route;
use chie_domain::api::view::ProductStanding;
use chie_domain::brand::Place;
use chie_domain::mood::Face;
use chie_domain::text::{Body, DisplayName, TextError, Title};
use chie_domain::thread::Kind;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// Goes on from the line to its details.
pub(super) fn begin(cx: &Cx) {
    // Where nothing new is asked, the way leads to the brand's own help.
    if cx.is_closed() {
        return cx.set(|state| state.focus_on(".ch-sign a"));
    }
    // What was to be looked for a moment later is no longer of use.
    look_for(cx, AttrValue::default());
    let line = cx.state.line.trim().to_owned();
    // It stands in the draft from here on.
    keep_line(cx, "");
    change(cx, move |draft| draft.title = line);
    cx.set(|state| {
        state.ask.wrong.clear();
        state.screen = Screen::Ask;
        state.focus_on("#ch-body");
    });
}

/// Changes the draft and keeps it.
fn change(cx: &Cx, change: impl FnOnce(&mut Draft) + 'static) {
    let name = ask_draft(cx);
    cx.set_and(move |cx, state| {
        state.ask.warned = None;
        state.ask.private_ok = false;
        state.ask.change(&name, change);
        outbox::hold(state, &name);
        warn::heed(cx, &[&state.ask.draft.title, &state.ask.draft.body]);
    });
}

/// What is wrong with a field, if anything.
pub(super) fn wrong_of(wrong: &Wrong, name: &str) -> Option<AttrValue> {
    wrong.iter().find(|(field, _)| field == name).map(|(_, text)| text.clone())
}

/// What is wrong with a form as a whole: whatever names none of its fields.
pub(super) fn wrong_with_all(wrong: &Wrong, fields: &[&str]) -> Html {
    let rest = wrong.iter().filter(|(field, _)| !fields.contains(&field.as_str()));
    all(rest.map(|(_, text)| el("p", "ch-note ch-alert").set("role", "alert").says(text.clone()).into()).collect())
}

/// Checks a text by the rules that the server has too, so that most errors need no round trip.
pub(super) fn check(cx: &Cx, wrong: &mut Wrong, field: &str, error: Option<TextError>) {
    if let Some(error) = error {
        wrong.extend(cx.explain(&Failure::Refused(ApiError::from_value(&error, field))));
    }
}

/// The details.
pub(super) fn screen(cx: &Cx) -> Html {
    let writing = &cx.state.ask;
    let draft = &writing.draft;
    let kind = kind_of(cx);
    let line = |name, entry, label, hint: Option<Msg>, value: &str| Field {
        name,
        entry,
        label: cx.text(label),
        hint: hint.map(|hint| cx.text(hint)),
        value: value.to_owned().into(),
        wrong: wrong_of(&writing.wrong, name),
    };
    let title = line("title", Entry::Line, Msg::TitleLabel, None, &draft.title);
    let body = line("body", Entry::Text, Msg::DetailsLabel, Some(Msg::DetailsHint), &draft.body);
    let name = line("name", Entry::Line, Msg::NameLabel, Some(Msg::NameHint), &draft.name);
    let head = el("div", "ch-head").put(back(cx)).put(heading(cx, cx.say(Msg::AskHeading)));
    let form = el("form", "ch-body ch-form")
        .set("novalidate", "")
        .set("method", "post")
        .attr("action", cx.scene.ask_page(&cx.state.product.key))
        .on_submit(cx.sent(send))
        .put(field(&title, cx.typed(|cx, text| change(cx, |draft| draft.title = text))))
        .put(field(&body, cx.typed(|cx, text| change(cx, |draft| draft.body = text))))
        .put(photos::field(cx, cx.state.product.key.as_str()))
        .put(kinds(cx, kind))
        .put(more::folded(cx, field(&name, cx.typed(|cx, text| change(cx, |draft| draft.name = text)))))
        .put(warn::danger(cx, &[&draft.title, &draft.body]))
        .put(readers(cx))
        .put_if(writing.warned.as_ref().and(cx.rest()).and_then(|rest| (rest.ask_private)(cx)))
        .put(wrong_with_all(&writing.wrong, &["title", "body", "name", "kind", "mood_words"]))
        .put_if(cx.rest().map(|rest| (rest.trap)(cx)))
        .put_if(writing.other.as_ref().and(cx.rest()).map(|rest| (rest.ask_note)(cx)))
        .put(el("div", "ch-send").put(submit(cx, "ch-btn ch-wide", writing.sending, send_name(kind))))
        .put(rules_line(cx, Some(if writing.unkept { Msg::KeptInMemory } else { Msg::DraftKept })));
    all(vec![head.into(), form.into(), outbox::ended(cx)])
}

/// That another tab changed the question.
pub(super) fn note(cx: &Cx) -> Html {
    other_tab::note(cx, &cx.state.ask, cx.click(|cx| other_tab::put_back(cx, ask_draft(cx), |state| &mut state.ask)))
}

/// The button that sends a form.
pub(super) fn submit(cx: &Cx, class: &'static str, sending: bool, msg: Msg) -> Html {
    let button = el("button", class).set("type", "submit").set_if(sending, "aria-disabled", "true");
    button.put(cx.say(if sending { Msg::Sending } else { msg })).into()
}

fn back(cx: &Cx) -> Html {
    let to_list = cx.click(|cx| {
        cx.set(|state| {
            // What was changed in the line here is what is looked for there.
            state.line = state.ask.draft.title.clone().into();
            state.screen = Screen::List;
            state.focus_on("#ch-line");
        });
    });
    el("button", "ch-back").set("type", "button").on_click(to_list).put(icon::icon(icon::BACK)).put(cx.say(Msg::Back)).into()
}

const fn send_name(kind: Kind) -> Msg {
    match kind {
        Kind::Question | Kind::Update => Msg::PostQuestion,
        Kind::Problem => Msg::PostProblem,
        Kind::Idea => Msg::PostIdea,
        Kind::Praise => Msg::PostPraise,
    }
}

fn kind_of(cx: &Cx) -> Kind {
    let draft = &cx.state.ask.draft;
    draft.kind.unwrap_or_else(|| guess::kind(cx.words(), &[&draft.title, " ", &draft.body].concat()))
}

fn kinds(cx: &Cx, now: Kind) -> Html {
    let kinds = [Kind::Problem, Kind::Question, Kind::Idea, Kind::Praise];
    let choices = kinds.iter().fold(el("div", ""), |choices, kind| choices.put(choice(cx, *kind, now)));
    let wrong = wrong_of(&cx.state.ask.wrong, "kind").map(|wrong| el("strong", "ch-error").says(wrong).into());
    let guessed = cx.state.ask.draft.kind.is_none().then(|| cx.say(Msg::KindGuessed));
    el("fieldset", "ch-kinds")
        .set("aria-describedby", "ch-kind-about")
        .put(el("legend", "").put(cx.say(Msg::KindLegend)))
        .put(choices)
        .put(el("p", "ch-hint").set("id", "ch-kind-about").put_if(wrong).put_if(guessed))
        .into()
}

fn choice(cx: &Cx, kind: Kind, now: Kind) -> Html {
    let chosen = cx.chosen(move |cx, _| change(cx, move |draft| draft.kind = Some(kind)));
    let input = el("input", "")
        .set("type", "radio")
        .set("name", "kind")
        .value(AttrValue::Static(kind.code()))
        .checked(kind == now)
        .on_change(chosen);
    el("label", "").put(input).put(icon::kind(kind)).put(cx.say(status::kind_name(kind))).into()
}

/// Who will read it.
pub(super) fn readers(cx: &Cx) -> Html {
    let who = match cx.look_of_list() {
        Look::FanMade => Msg::ReadersFan,
        Look::Pending if cx.scene.embed.place == Place::Test => Msg::PlaceTest,
        Look::Pending => Msg::ReadersPending,
        Look::Official(_) => Msg::ReadersOfficial,
    };
    let who = cx.words().nodes(who, &[("brand", bdi(&cx.scene.brand_name()))]);
    let line = el("p", "").put(who).says(cx.between()).put(cx.say(Msg::LeaveOut));
    let line = line.put_if(super::app::hours(cx));
    el("div", "ch-readers").put(icon::icon(icon::EYE)).put(line).into()
}

/// What one agrees to by posting.
pub(super) fn rules_line(cx: &Cx, more: Option<Msg>) -> Html {
    let rules = el("a", "").attr("href", cx.scene.rules_page()).set("target", "_blank").set("rel", "noopener");
    let rules = rules.put(cx.say(Msg::RulesInLine)).into();
    let line = el("p", "ch-hint").put(cx.words().nodes(Msg::RulesLine, &[("rules", rules)]));
    match more {
        Some(more) => line.says(cx.between()).put(cx.say(more)).into(),
        None => line.into(),
    }
}

fn send(cx: &Cx) {
    send_it(cx, false);
}

pub(super) fn send_it(cx: &Cx, private_ok: bool) {
    if cx.state.ask.sending {
        return;
    }
    let draft = cx.state.ask.draft.clone();
    let kind = kind_of(cx);
    let mut wrong = Wrong::new();
    check(cx, &mut wrong, "title", Title::parse(&draft.title).err());
    if !draft.body.trim().is_empty() {
        check(cx, &mut wrong, "body", Body::parse(&draft.body).err());
    }
    if !draft.name.trim().is_empty() {
        check(cx, &mut wrong, "name", DisplayName::parse(&draft.name).err());
    }
    if !wrong.is_empty() {
        return show_wrong(cx, wrong);
    }
    let private_ok = private_ok || cx.state.ask.private_ok;
    cx.set(|state| {
        state.ask.sending = true;
        state.ask.wrong.clear();
    });
    // No private fact is without a digit or an at sign; whatever has one is looked at before it leaves.
    let suspect = |c: char| matches!(c, '0'..='9' | '\u{ff10}'..='\u{ff19}' | '@' | '\u{ff20}');
    if private_ok || ![&draft.title, &draft.body].iter().any(|text| text.contains(suspect)) {
        return deliver(cx, draft, kind, private_ok);
    }
    cx.with_rest(move |cx, rest| {
        if !rest.is_some_and(|rest| stops(cx, rest)) {
            deliver(cx, draft, kind, private_ok);
        }
    });
}

fn deliver(cx: &Cx, draft: Draft, kind: Kind, private_ok: bool) {
    let product = &cx.state.product;
    let call = Call::new(Route::PostThread(cx.scene.embed.community.brand.clone()))
        .key(&draft.key)
        .text("product", product.key.as_str())
        .text("kind", kind.code())
        .text("title", &draft.title)
        .text_if_any("body", &draft.body)
        .text_if_any("name", &draft.name)
        .text_if_any("mood", draft.mood.map_or("", Face::code))
        .text_if_any("mood_words", if draft.mood.is_some() { &draft.mood_words } else { "" })
        .text_if_any("facts", &more::told(cx));
    let call = if private_ok { call.flag("personal_data_ok", true) } else { call };
    // The name goes along when the product is there already: the same wish sent again must be the same request, and the
    // first sending may have made the product.
    let call = call.text("product_name", &product.name);
    photos::ready(
        cx,
        Box::new(|cx, photos| match photos {
            Ok(photos) => outbox::send(cx, ask_draft(cx), draft, photos::with(call, photos)),
            Err(wrong) => show_wrong(cx, wrong),
        }),
    );
}

/// A question was answered for.
pub(super) fn sent(cx: &Cx, draft: &Draft, answer: Result<Vec<u8>, Failure>) {
    match answer.and_then(|bytes| begun(&bytes)) {
        Ok((session, first_answer, begun, thread)) => {
            cx.keep(session);
            cx.tell("asked", &begun.row);
            let (id, sent) = (begun.row.id.clone(), draft.clone());
            posted(cx, begun, draft.clone(), first_answer);
            show_thread(cx, id.clone(), Some(thread));
            cx.with_rest(move |cx, rest| {
                if let Some(rest) = rest {
                    (rest.asked)(cx, id, sent);
                }
            });
        }
        Err(failure) => {
            renew(cx, &failure);
            // Its words are loaded on demand.
            cx.with_rest(move |cx, _| show_wrong(cx, cx.explain(&failure)));
        }
    }
}

/// Looks for a private fact before it becomes public; says whether there is one, and shows it.
fn stops(cx: &Cx, rest: &'static Table) -> bool {
    let mut writing = cx.state.ask.clone();
    let stops = (rest.ask_stops)(&mut writing);
    if let (true, Some(warned)) = (stops, writing.warned) {
        cx.set(move |state| {
            state.ask.warned = Some(warned);
            state.ask.sending = false;
            warn::show(state);
        });
    }
    stops
}

/// A session, how soon answers come, how the thread begins, and the thread as it came.
type Begun = (Option<String>, Option<u32>, Beginning, Vec<u8>);

/// The beginning of the answer, and the thread as it came: the rest of it takes the part that shows threads.
fn begun(bytes: &[u8]) -> Result<Begun, Failure> {
    let ((session, first_answer), thread) = postcard::take_from_bytes(bytes).map_err(|_| Failure::Unavailable)?;
    Ok((session, first_answer, decode(thread)?, thread.to_owned()))
}

/// A refusal ends the wish: what is sent after it is another one. Without an answer it is still the same.
fn renew(cx: &Cx, failure: &Failure) {
    if failure.ends_the_wish() {
        change(cx, |draft| draft.key = new_key());
    }
}

fn show_wrong(cx: &Cx, wrong: Wrong) {
    cx.set(move |state| {
        state.ask.sending = false;
        state.ask.wrong = wrong;
        state.focus_on("[aria-invalid]");
    });
}

fn posted(cx: &Cx, begun: Beginning, sent: Draft, first_answer: Option<u32>) {
    let said = cx.text(Msg::PostedTitle);
    cx.set(move |state| {
        state.keeping = Keeping { first_answer, ..Keeping::default() };
        let mine = Rc::make_mut(&mut state.mine);
        mine.asked.insert(0, begun.row.id.clone());
        mine.following.insert(0, begun.row.id.clone());
        state.ask.settle(&sent);
        state.facts.clear();
        // Another line that stands here by now is somebody's next question.
        if state.screen == Screen::Ask || state.line == sent.title {
            state.line = state.ask.draft.title.clone().into();
            state.likely = None;
        }
        if state.product.standing == ProductStanding::Unmade {
            state.product.standing = ProductStanding::NotYetConfirmed;
        }
        // A retry gives the same thread: it stands here once.
        if state.list.page.rows.iter().all(|row| row.id != begun.row.id) {
            state.product.threads += 1;
            state.list.page.rows.insert(0, begun.row.clone());
        }
        // What went out by itself tears nobody away from what they read.
        if state.screen != Screen::Ask {
            state.tell(said);
            return;
        }
        state.reply = Writing::default();
        let (id, row, held) = (begun.row.id.clone(), begun.row, begun.post == Standing::Held);
        state.opened = Some(Opened { id, row, view: None, fetch: Fetch::Busy, held });
        state.show(Screen::Posted);
    });
}
