//! The second step of asking: the line again, details, the kind that the words suggest, an optional name, and above the
//! button who will read it. The draft is kept from the first letter on; sending it again is the same write.

mod guess;

use super::list::heading;
use super::moves::ask_draft;
use super::state::{Cx, Screen, Wrong};
use crate::client::{Failure, Fields, new_key};
use crate::draft::Draft;
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::{icon, status};
use crate::scene::Look;
use chie_domain::api::error::ApiError;
use chie_domain::api::post_thread::Response;
use chie_domain::api::route::Route;
use chie_domain::api::view::{MineView, ProductStanding};
use chie_domain::text::{Body, DisplayName, TextError, Title};
use chie_domain::thread::Kind;
use std::rc::Rc;
use yew::{AttrValue, Callback, Event, Html, SubmitEvent, html};

/// Goes on from the line to its details.
pub(super) fn begin(cx: &Cx) {
    let line = cx.state.line.trim().to_owned();
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
    cx.set(move |state| {
        let draft = &mut state.ask.draft;
        change(draft);
        if draft.key.is_empty() {
            draft.key = new_key();
        }
        draft.save(&name);
    });
}

/// What is wrong with a field, if anything.
pub(super) fn wrong_of(wrong: &Wrong, name: &str) -> Option<AttrValue> {
    wrong.iter().find(|(field, _)| field == name).map(|(_, text)| text.clone())
}

/// What is wrong with a form as a whole: whatever names none of its fields.
pub(super) fn wrong_with_all(wrong: &Wrong, fields: &[&str]) -> Html {
    let rest = wrong.iter().filter(|(field, _)| !fields.contains(&field.as_str()));
    html! { {for rest.map(|(_, text)| html! { <p class="ch-note ch-alert" role="alert">{ text.clone() }</p> })} }
}

/// Checks a text by the rules that the server has too, so that most errors need no round trip.
pub(super) fn check<T>(cx: &Cx, wrong: &mut Wrong, field: &str, read: Result<T, TextError>) {
    if let Err(error) = read {
        wrong.extend(cx.explain(&Failure::Refused(ApiError::from_value(&error, field))));
    }
}

/// The details.
pub(super) fn screen(cx: &Cx) -> Html {
    let writing = &cx.state.ask;
    let draft = &writing.draft;
    let kind = kind_of(cx);
    let submit = {
        let cx = cx.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send(&cx);
        })
    };
    let look = cx.look_of_list();
    let line = |name, entry, label, hint, value: &str| Field {
        name,
        entry,
        label: cx.text(label),
        hint,
        value: value.to_owned().into(),
        wrong: wrong_of(&writing.wrong, name),
    };
    html! {
        <>
            <div class="ch-head">
                { back(cx) }
                { heading(cx, html! { { cx.text(Msg::AskHeading) } }) }
            </div>
            <form class="ch-body ch-form" novalidate=true onsubmit={submit}>
                { field(&line("title", Entry::Line, Msg::TitleLabel, None, &draft.title), cx.typed(|cx, text| change(cx, |draft| draft.title = text))) }
                { field(&line("body", Entry::Text, Msg::DetailsLabel, Some(cx.text(Msg::DetailsHint)), &draft.body), cx.typed(|cx, text| change(cx, |draft| draft.body = text))) }
                { kinds(cx, kind) }
                { field(&line("name", Entry::Line, Msg::NameLabel, Some(cx.text(Msg::NameHint)), &draft.name), cx.typed(|cx, text| change(cx, |draft| draft.name = text))) }
                { readers(cx, &look) }
                { wrong_with_all(&writing.wrong, &["title", "body", "name", "kind"]) }
                <button type="submit" class="ch-btn ch-wide" aria-disabled={writing.sending.then_some("true")}>
                    { cx.text(if writing.sending { Msg::Sending } else { button(kind) }) }
                </button>
                { rules_line(cx, true) }
            </form>
        </>
    }
}

fn back(cx: &Cx) -> Html {
    html! {
        <button type="button" class="ch-back" onclick={cx.click(|cx| cx.set(|state| {
            state.screen = Screen::List;
            state.focus_on("#ch-line");
        }))}>{ icon::icon(icon::BACK) }{ cx.text(Msg::Back) }</button>
    }
}

const fn button(kind: Kind) -> Msg {
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
    let one = |kind: Kind| {
        let chosen = {
            let cx = cx.clone();
            Callback::from(move |_: Event| change(&cx, move |draft| draft.kind = Some(kind)))
        };
        html! {
            <label>
                <input type="radio" name="kind" value={kind.code()} checked={kind == now} onchange={chosen} />
                { icon::kind(kind) }{ cx.text(status::kind_name(kind)) }
            </label>
        }
    };
    html! {
        <fieldset class="ch-kinds" aria-describedby="ch-kind-about">
            <legend>{ cx.text(Msg::KindLegend) }</legend>
            <div>{ for [Kind::Problem, Kind::Question, Kind::Idea, Kind::Praise].map(one) }</div>
            <p class="ch-hint" id="ch-kind-about">
                if let Some(wrong) = wrong_of(&cx.state.ask.wrong, "kind") { <strong class="ch-error">{ wrong }</strong> }
                if cx.state.ask.draft.kind.is_none() { { cx.text(Msg::KindGuessed) } }
            </p>
        </fieldset>
    }
}

/// Who will read it.
fn readers(cx: &Cx, look: &Look) -> Html {
    let brand = html! { <bdi>{ cx.scene.brand_name() }</bdi> };
    let who = match look {
        Look::FanMade => Msg::ReadersFan,
        Look::Pending => Msg::ReadersPending,
        Look::Official(_) => Msg::ReadersOfficial,
    };
    html! {
        <div class="ch-readers">
            { icon::icon(icon::EYE) }
            <p>{ cx.words().nodes(who, &[("brand", brand)]) }{ " " }{ cx.text(Msg::LeaveOut) }</p>
        </div>
    }
}

/// What one agrees to by posting.
pub(super) fn rules_line(cx: &Cx, kept: bool) -> Html {
    let rules = html! { <a href={cx.scene.rules_page()} target="_blank" rel="noopener">{ cx.text(Msg::RulesInLine) }</a> };
    html! {
        <p class="ch-hint">
            { cx.words().nodes(Msg::RulesLine, &[("rules", rules)]) }
            if kept { { " " }{ cx.text(Msg::DraftKept) } }
        </p>
    }
}

fn send(cx: &Cx) {
    if cx.state.ask.sending {
        return;
    }
    let draft = cx.state.ask.draft.clone();
    let kind = kind_of(cx);
    let mut wrong = Wrong::new();
    check(cx, &mut wrong, "title", Title::parse(&draft.title));
    if !draft.body.trim().is_empty() {
        check(cx, &mut wrong, "body", Body::parse(&draft.body));
    }
    if !draft.name.trim().is_empty() {
        check(cx, &mut wrong, "name", DisplayName::parse(&draft.name));
    }
    if !wrong.is_empty() {
        return show_wrong(cx, wrong);
    }
    cx.set(|state| {
        state.ask.sending = true;
        state.ask.wrong.clear();
    });
    cx.ask(|cx, client| async move {
        let product = &cx.state.product;
        let mut fields = Fields::default()
            .text("product", product.key.as_str())
            .text("kind", kind.code())
            .text("title", &draft.title)
            .text_if_any("body", &draft.body)
            .text_if_any("name", &draft.name);
        if product.standing == ProductStanding::Unmade {
            fields = fields.text("product_name", &product.name);
        }
        let route = Route::PostThread(cx.scene.embed.community.brand.clone());
        match client.send::<Response>(&route, &fields, Some(&draft.key)).await {
            Ok(answer) => {
                client.session.keep(answer.session.clone());
                Draft::forget(&ask_draft(&cx));
                posted(&cx, answer);
            }
            Err(failure) => {
                renew(&cx, &failure);
                let wrong = cx.explain(&failure);
                show_wrong(&cx, wrong);
            }
        }
    });
}

/// A refusal ends the wish: what is sent after it is another one. Without an answer it is still the same.
fn renew(cx: &Cx, failure: &Failure) {
    if matches!(failure, Failure::Refused(_)) {
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

fn posted(cx: &Cx, answer: Response) {
    cx.set(move |state| {
        let view = answer.thread;
        let mine = Rc::make_mut(&mut state.mine);
        remember(mine, &view.author);
        mine.asked.insert(0, view.row.id.clone());
        state.ask = super::state::Writing::default();
        state.reply = super::state::Writing::default();
        state.line = AttrValue::default();
        state.likely = None;
        state.product.threads += 1;
        if state.product.standing == ProductStanding::Unmade {
            state.product.standing = ProductStanding::NotYetConfirmed;
        }
        state.list.page.rows.insert(0, view.row.clone());
        state.opened = Some(super::state::Opened {
            id: view.row.id.clone(),
            row: view.row.clone(),
            view: Some(Rc::new(view)),
            fetch: super::state::Fetch::Idle,
        });
        state.show(Screen::Posted);
    });
}

/// Remembers who the visitor has become by writing.
pub(super) fn remember(mine: &mut MineView, author: &chie_domain::api::view::Author) {
    mine.me = Some(author.clone());
}
