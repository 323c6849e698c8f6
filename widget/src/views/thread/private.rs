//! Private notes of a thread: everybody is told how many there are; whoever asked reads them here and answers. On pages of others
//! the server does not give them out, and the way to Chie's own page is shown.

use super::super::ask::{check, wrong_of, wrong_with_all};
use super::super::cx::Cx;
use super::super::list::open_thread;
use super::super::state::{Secrets, State, Writing, Wrong};
use super::super::{photos, posted};
use crate::client::{Call, Failure, decode, new_key};
use crate::draft::{self, Draft};
use crate::draw::{El, bdi, el};
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::{icon, time};
use crate::session::storage_name;
use chie_domain::api::get_private_notes::{PrivateNoteView, Response};
use chie_domain::api::get_private_photo;
use chie_domain::api::route::Route;
use chie_domain::api::view::ThreadView;
use chie_domain::id::{PhotoId, ThreadId};
use chie_domain::private::{PrivateStanding, Side, Wanted};
use chie_domain::text::Body;
use std::fmt::Write as _;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// One of the sentences about notes, about whom or what it is.
fn say(cx: &Cx, msg: Msg, about: &str) -> AttrValue {
    cx.words().fill(msg, &[("", about)])
}

/// What stands where the notes are: for their asker all of them, for everybody else one line.
pub(super) fn part(cx: &Cx, view: &ThreadView) -> Option<Html> {
    if view.private_notes == 0 {
        return None;
    }
    if cx.state.mine.asked.contains(&view.row.id) {
        return Some(mine(cx, view));
    }
    let count = cx.words().count(Msg::NoteCount, view.private_notes);
    let domain = cx.scene.embed.community.brand.as_str();
    let said = el("p", "ch-hint").says(count).says(AttrValue::Static(" · ")).says(say(cx, Msg::NoteBetween, domain));
    let line = el("div", "ch-secret-line").put(icon::icon(icon::LOCK)).put(said);
    // Somebody who is not known on this site may still be whoever asked.
    let stranger = cx.scene.client.is_some() && cx.state.mine.address.is_none();
    let signing_in = cx.state.private.as_ref().is_some_and(|it| it.thread == view.row.id);
    let id = view.row.id.clone();
    let begin = cx.click(move |cx| {
        let it = Secrets::of(id.clone());
        cx.set(move |state| {
            state.private = Some(Rc::new(it));
            state.focus_on("#ch-email");
        });
    });
    let line = line.put_if((stranger && !signing_in).then(|| {
        el("button", "ch-btn ch-bare").set("type", "button").on_click(begin).says(cx.words().text(Msg::NoteAskedThis)).into()
    }));
    let form = (stranger && signing_in).then(|| el("div", "ch-offer").put(posted::keep(cx)).into());
    Some(el("div", "").put(line).put_if(form).into())
}

fn mine(cx: &Cx, view: &ThreadView) -> Html {
    let domain = cx.scene.embed.community.brand.as_str();
    let head = el("div", "ch-secret-line")
        .put(icon::icon(icon::LOCK))
        .put(el("h3", "").set("id", "ch-private").set("tabindex", "-1").says(say(cx, Msg::NoteTitle, domain)));
    let whole = el("section", "ch-secret").set("aria-labelledby", "ch-private").put(head);
    let it = cx.state.private.as_ref().filter(|it| it.thread == view.row.id);
    let id = view.row.id.clone();
    let show = cx.click(move |cx| load(cx, id.clone()));
    let button = |msg| el("button", "ch-btn ch-quiet").set("type", "button").on_click(show).says(cx.words().text(msg));
    match it {
        None => whole.put(button(Msg::NoteShow)).into(),
        Some(it) if it.elsewhere => {
            let page = el("a", "").attr("href", cx.scene.thread_page(&view.row.product, &view.row.id)).set("target", "_blank");
            let page = page.set("rel", "noopener").says(cx.words().text(Msg::NoteThisThread));
            whole.put(el("p", "ch-hint").says(cx.words().text(Msg::NoteElsewhere)).says(AttrValue::Static(" ")).put(page)).into()
        }
        Some(it) => match &it.view {
            None if it.failed => whole
                .put(el("p", "ch-hint").set("role", "alert").says(cx.words().text(Msg::NoteFailed)))
                .put(button(Msg::NoteShow))
                .into(),
            None => whole.put(el("i", "ch-bone")).put(el("i", "ch-bone")).into(),
            Some(notes) => {
                let list = notes.notes.iter().fold(el("ul", "ch-secrets"), |list, note| list.put(one(cx, it, note)));
                let whole = whole.put(el("p", "ch-hint").says(say(cx, Msg::NoteLead, domain))).put(list);
                whole.put_if((notes.standing == PrivateStanding::Open).then(|| form(cx, it))).into()
            }
        },
    }
}

fn one(cx: &Cx, it: &Secrets, note: &PrivateNoteView) -> Html {
    let who = match note.side {
        Side::Brand => bdi(cx.scene.embed.community.brand.as_str()),
        Side::Asker => crate::draw::text(cx.words().text(Msg::NoteYou)),
    };
    let gone = cx.words().date(cx.state.clock.zone, note.until);
    let by = el("p", "ch-by")
        .put(el("b", "").put(who))
        .put(time::ago(cx.words(), cx.state.clock, note.at))
        .put(el("span", "").says(say(cx, Msg::NoteGoneOn, &gone)));
    let wanted = note.wanted.map(|wanted| el("p", "ch-wanted").says(cx.words().text(wanted_words(wanted))).into());
    let photos = note.photos.iter().fold(el("div", "ch-secret-photos"), |all, id| all.put(photo(cx, it, id)));
    let photos = (!note.photos.is_empty()).then(|| photos.into());
    el("li", "")
        .put(by)
        .put_if(wanted)
        .put(el("p", "ch-note-text").set("dir", "auto").says(note.body.clone()))
        .put_if(photos)
        .into()
}

/// A photo is fetched when it is wanted, with the credentials of the notes; its bytes become part of this page and stand nowhere else.
fn photo(cx: &Cx, it: &Secrets, id: &PhotoId) -> Html {
    if let Some((_, address)) = it.pictures.iter().find(|(other, _)| other == id) {
        return el("img", "").attr("src", address.clone()).attr("alt", cx.words().text(Msg::NotePhoto)).into();
    }
    let id = id.clone();
    let show = cx.click(move |cx| show_photo(cx, id.clone()));
    el("button", "ch-btn ch-quiet")
        .set("type", "button")
        .on_click(show)
        .put(icon::icon(icon::PHOTO))
        .says(cx.words().text(Msg::NoteShowPhoto))
        .into()
}

fn show_photo(cx: &Cx, id: PhotoId) {
    let Some(thread) = cx.state.private.as_ref().map(|it| it.thread.clone()) else { return };
    let call = Call::new(Route::GetPrivatePhoto(cx.scene.embed.community.brand.clone(), thread, id.clone()));
    cx.ask::<get_private_photo::Response>(call, move |cx, answer| {
        let failed = cx.words().text(Msg::NoteFailed);
        let address = answer.ok().and_then(|picture| {
            // A string of bytes, as the platform's own encoder takes it; a page's policy may know no blobs.
            let bytes: String = picture.bytes.iter().map(|byte| char::from(*byte)).collect();
            let encoded = web_sys::window()?.btoa(&bytes).ok()?;
            Some(["data:", picture.media.mime(), ";base64,", &encoded].concat())
        });
        change(cx, move |it| match address {
            Some(address) => it.pictures.push((id, address.into())),
            None => it.writing.wrong = vec![(AttrValue::default(), failed)],
        });
    });
}

fn form(cx: &Cx, it: &Secrets) -> Html {
    let writing = &it.writing;
    let text = Field {
        name: "private-answer",
        entry: Entry::Text,
        label: cx.words().text(Msg::NoteAnswer),
        hint: Some(cx.words().text(Msg::NoteAnswerHint)),
        value: writing.draft.body.clone().into(),
        wrong: wrong_of(&writing.wrong, "body"),
    };
    let typed = cx.typed(|cx, text| {
        let Some(name) = cx.state.private.as_ref().map(|it| draft_name(cx, &it.thread)) else { return };
        change(cx, move |it| it.writing.change(&name, |draft| draft.body = text));
    });
    let to = [&cx.scene.embed.home, &Route::PostPrivatePhoto(cx.scene.embed.community.brand.clone(), it.thread.clone()).path()];
    let submit = el("button", "ch-btn").set("type", "submit").set_if(writing.sending, "aria-disabled", "true");
    let submit = submit.says(cx.words().text(if writing.sending { Msg::Sending } else { Msg::NoteSend }));
    el("form", "ch-form ch-secret-form")
        .set("novalidate", "")
        .on_submit(cx.sent(send))
        .put(field(&text, typed))
        .put(photos::field_to(cx, "private", to.map(String::as_str).concat(), String::new()))
        .put(wrong_with_all(&writing.wrong, &["body"]))
        .put(el("div", "ch-actions").put(submit))
        .into()
}

/// A draft of something private is kept on the writer's own device, like every other, until it is sent.
fn draft_name(cx: &Cx, thread: &ThreadId) -> String {
    storage_name(&cx.scene.embed, &["private:", thread.as_str()].concat())
}

fn change(cx: &Cx, change: impl FnOnce(&mut Secrets) + 'static) {
    cx.set(move |state| {
        if let Some(it) = &mut state.private {
            change(Rc::make_mut(it));
        }
    });
}

fn show_wrong(cx: &Cx, wrong: Wrong) {
    cx.set(move |state| {
        if let Some(it) = &mut state.private {
            let writing = &mut Rc::make_mut(it).writing;
            (writing.sending, writing.wrong) = (false, wrong);
            state.focus_on("[aria-invalid]");
        }
    });
}

fn send(cx: &Cx) {
    let Some(it) = cx.state.private.clone().filter(|it| !it.writing.sending) else { return };
    let mut wrong = Wrong::new();
    check(cx, &mut wrong, "body", Body::parse(&it.writing.draft.body).err());
    if !wrong.is_empty() {
        return show_wrong(cx, wrong);
    }
    let key = if it.writing.draft.key.is_empty() { new_key() } else { it.writing.draft.key.clone() };
    let kept = key.clone();
    change(cx, move |it| {
        (it.writing.sending, it.writing.draft.key) = (true, kept);
        it.writing.wrong.clear();
    });
    let call = Call::new(Route::PostPrivateNote(cx.scene.embed.community.brand.clone(), it.thread.clone()))
        .key(&key)
        .text("body", &it.writing.draft.body);
    let thread = it.thread.clone();
    photos::ready_in(
        cx,
        photos::PRIVATE,
        Box::new(move |cx, photos| match photos {
            Err(wrong) => show_wrong(cx, wrong),
            Ok(photos) => cx.ask_for_bytes(photos::with(call, photos), Box::new(move |cx, answer| sent(cx, &thread, answer))),
        }),
    );
}

fn sent(cx: &Cx, thread: &ThreadId, answer: Result<Vec<u8>, Failure>) {
    match answer.and_then(|bytes| decode::<Response>(&bytes)) {
        Ok(view) => {
            draft::forget(&draft_name(cx, thread));
            photos::clear_in(cx, photos::PRIVATE);
            let said = say(cx, Msg::NoteSent, cx.scene.embed.community.brand.as_str());
            let (thread, many) = (thread.clone(), u32::try_from(view.notes.len()).unwrap_or(u32::MAX));
            cx.set(move |state| {
                state.tell(said);
                Rc::make_mut(&mut state.mine).asked_privately.retain(|row| row.id != thread);
                state.with_thread(&thread, |opened| {
                    if let Some(view) = &mut opened.view {
                        Rc::make_mut(view).private_notes = many;
                    }
                });
                if let Some(it) = state.private.as_mut().filter(|it| it.thread == thread) {
                    let it = Rc::make_mut(it);
                    (it.view, it.writing) = (Some(view), Writing::default());
                }
                state.focus_on("#ch-private");
            });
        }
        Err(failure) => {
            if failure.ends_the_wish() {
                change(cx, |it| it.writing.draft.key = new_key());
            }
            let over = matches!(&failure, Failure::Refused(error) if error.code == "nothing_asked");
            let wrong = if over { vec![(AttrValue::default(), cx.words().text(Msg::NoteOver))] } else { cx.explain(&failure) };
            show_wrong(cx, wrong);
        }
    }
}

/// Fetches the notes of a thread of the visitor's own.
fn load(cx: &Cx, id: ThreadId) {
    cx.set_and(move |cx, state| begin(cx, state, id));
}

/// Begins to fetch them, within a change: what was typed of an answer is there at once.
fn begin(cx: &Cx, state: &mut State, id: ThreadId) {
    if state.private.as_ref().is_none_or(|it| it.thread != id) {
        let writing = Writing::of(Draft::load(&draft_name(cx, &id)).unwrap_or_default());
        state.private = Some(Rc::new(Secrets { writing, ..Secrets::of(id.clone()) }));
    }
    let call = Call::new(Route::GetPrivateNotes(cx.scene.embed.community.brand.clone(), id.clone()));
    cx.ask::<Response>(call, move |cx, answer| {
        change(cx, move |it| {
            if it.thread != id {
                return;
            }
            match answer {
                Ok(view) => it.view = Some(view),
                Err(Failure::Refused(error)) if error.code == "other_site" => it.elsewhere = true,
                Err(_) => it.failed = true,
            }
        });
    });
}

/// Fetches the notes of the open thread, if it is the visitor's and has any.
pub(in super::super) fn look(cx: &Cx) {
    cx.set_and(look_within);
}

/// The same within a change.
pub(in super::super) fn look_within(cx: &Cx, state: &mut State) {
    let view = state.opened.as_ref().and_then(|opened| opened.view.as_ref());
    let Some(view) = view.filter(|view| view.private_notes > 0 && state.mine.asked.contains(&view.row.id)) else { return };
    let id = view.row.id.clone();
    let here = |it: &Rc<Secrets>| it.thread == id && (it.view.is_some() || it.elsewhere);
    if !state.private.as_ref().is_some_and(here) {
        begin(cx, state, id);
    }
}

/// The way to a thread in which the brand waits for an answer to something private, unless it is open.
pub(in super::super) fn bar(cx: &Cx) -> Option<El> {
    let open = cx.state.opened.as_ref().filter(|_| cx.state.screen == super::super::state::Screen::Thread).map(|opened| &opened.id);
    let row = cx.state.mine.asked_privately.iter().find(|row| Some(&row.id) != open)?.clone();
    let mut said = String::new();
    let _ = write!(said, "{}", say(cx, Msg::NoteWaits, cx.scene.embed.community.brand.as_str()));
    let show = cx.click(move |cx| open_thread(cx, row.clone()));
    Some(el("button", "ch-btn").set("type", "button").on_click(show).put(icon::icon(icon::LOCK)).says(said))
}

/// What is asked for.
const fn wanted_words(wanted: Wanted) -> Msg {
    match wanted {
        Wanted::Serial => Msg::NoteWantsSerial,
        Wanted::Address => Msg::NoteWantsAddress,
        Wanted::Receipt => Msg::NoteWantsReceipt,
        Wanted::Photo => Msg::NoteWantsPhoto,
        Wanted::Other => Msg::NoteWantsOther,
    }
}
