//! What a thread tells besides its posts: cautions, lines between the posts, mood, device, changes.

use super::super::cx::Cx;
use super::change;
use crate::draw::{bdi, el, written};
use crate::locale::Msg;
use crate::parts::{author, face, fact, icon, status, time};
use chie_domain::api::view::{ReplyView, ThreadView};
use chie_domain::caution::Warner;
use chie_domain::event::{Doer, Event, Happening};
use chie_domain::thread::Kind;
use chie_domain::time::Timestamp;
use yew::{AttrValue, Html};

/// Since when a post reads as it does; a tap shows what it said before.
pub(super) fn edited(cx: &Cx, id: &str, at: Option<Timestamp>, accepted: Option<Timestamp>) -> Option<Html> {
    let at = at?;
    let msg = if accepted.is_some_and(|accepted| accepted < at) { Msg::EditedAccepted } else { Msg::EditedOn };
    let words = cx.words();
    let post = id.to_owned();
    let label = words.fill(msg, &[("date", &words.date(cx.state.clock.zone, at))]);
    let open = cx.click(move |cx| change::show_versions(cx, post.clone()));
    let button = el("button", "ch-edited").set("type", "button").attr("title", cx.text(Msg::EarlierVersions)).on_click(open);
    Some(button.says(label).into())
}

/// Notes of the brand or the operator on a reply.
pub(super) fn cautions(cx: &Cx, reply: &ReplyView) -> Option<Html> {
    if reply.cautions.is_empty() {
        return None;
    }
    let brand = || bdi(&cx.scene.brand_name());
    let notes = reply.cautions.iter().fold(el("div", "ch-cautions"), |notes, caution| {
        let by = match &caution.by {
            Warner::Brand(_) => cx.words().nodes(Msg::CautionBrand, &[("brand", brand())]),
            Warner::FormerBrand(_) => cx.words().nodes(Msg::CautionFormer, &[("brand", brand())]),
            Warner::Operator => cx.say(Msg::CautionOperator),
        };
        let head = el("p", "ch-caution-by").put(el("b", "").put(by)).put(time::ago(cx.words(), cx.state.clock, caution.at));
        let reason = el("p", "").set("dir", "auto").put(written(caution.reason.as_str(), cx.words().lang()));
        notes.put(el("div", "ch-note ch-alert").put(status::danger_sign()).put(el("div", "").put(head).put(reason)))
    });
    Some(notes.into())
}

/// A line between the posts.
pub(super) fn event(cx: &Cx, view: &ThreadView, event: &Event) -> Html {
    let words = cx.words();
    let who = match event.by {
        Doer::Asker => bdi(&author::name(words, &view.author)),
        Doer::Brand => bdi(&cx.scene.brand_name()),
        Doer::Operator => cx.say(Msg::WhoOperator),
        Doer::Helper => cx.say(Msg::WhoHelper),
    };
    let plain = |text: AttrValue| crate::draw::text(text);
    let said = match &event.what {
        Happening::KindChanged(from, to) => {
            let (from, to) = (cx.say(status::kind_name(*from)), cx.say(status::kind_name(*to)));
            words.nodes(Msg::EventKind, &[("who", who), ("from", from), ("to", to)])
        }
        Happening::StatusSet(said) | Happening::ProductChanged(said, ..) => {
            let name = el("b", "").put(cx.say(status::word_name(said.word())));
            let status = match said.reason() {
                Some(reason) => {
                    let reason = written(reason.as_str(), words.lang());
                    crate::draw::all(vec![name.into(), plain(AttrValue::Static(" · ")), reason])
                }
                None => name.into(),
            };
            words.nodes(Msg::EventStatus, &[("who", who), ("status", status)])
        }
        Happening::DangerLifted(reason) => {
            words.nodes(Msg::EventDanger, &[("who", who), ("reason", written(reason.as_str(), words.lang()))])
        }
        Happening::NotSolved => {
            let status = el("b", "").put(cx.say(Msg::NotSolved)).into();
            words.nodes(Msg::EventStatus, &[("who", who), ("status", status)])
        }
        Happening::StatusCleared => words.nodes(Msg::EventCleared, &[("who", who)]),
        Happening::Accepted(_) => words.nodes(Msg::EventAccepted, &[("who", who)]),
        Happening::Cautioned(_) => words.nodes(Msg::EventCaution, &[("who", who)]),
        Happening::CautionWithdrawn(_) => words.nodes(Msg::EventCautionBack, &[("who", who)]),
        Happening::Claimed => words.nodes(Msg::EventClaimed, &[("who", who)]),
        Happening::Released => words.nodes(Msg::EventReleased, &[("who", who)]),
    };
    el("p", "ch-event").put(el("span", "").put(said)).put(time::ago(words, cx.state.clock, event.at)).into()
}

/// How the asker felt, and how they feel now.
pub(super) fn mood(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let mood = view.mood.as_ref()?;
    let words = mood.words.as_ref().map(|words| el("q", "").put(written(words.as_str(), cx.words().lang())).into());
    let line = el("p", "ch-mood").put(face::face(cx.words(), mood.before)).put_if(words);
    Some(match mood.after {
        Some(after) => {
            let now = el("span", "ch-mood-now").says("→ ").put(cx.say(Msg::MoodNow)).says(" ");
            line.put(now.put(face::face(cx.words(), after))).into()
        }
        None => line.into(),
    })
}

/// What the asker let be known of their device, folded.
pub(super) fn facts(cx: &Cx, view: &ThreadView) -> Option<Html> {
    if view.facts.is_empty() {
        return None;
    }
    let list = view.facts.iter().fold(el("dl", ""), |list, fact| {
        let name = el("dt", "").put(cx.say(fact::name(fact.name)));
        list.put(name).put(el("dd", "").put(bdi(&fact.value)))
    });
    Some(el("details", "ch-facts").put(el("summary", "").put(cx.say(Msg::FactsOf))).put(list).into())
}

/// Thanks to those whose reports changed the product.
pub(super) fn changed(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let changed = view.changed.as_ref()?;
    let words = cx.words();
    let reported = if view.row.kind == Kind::Idea { Msg::WishedBy } else { Msg::ReportedBy };
    let date = words.date(cx.state.clock.zone, changed.at);
    let since = match &changed.version {
        Some(version) => words.fill(Msg::ChangedIn, &[("date", &date), ("version", version.as_str())]),
        None => words.fill(Msg::ChangedSince, &[("date", &date)]),
    };
    let line = el("p", "").put(el("b", "").says(words.count(reported, changed.people))).says(cx.between()).says(since);
    Some(el("div", "ch-note ch-good").put(icon::icon(icon::TICK)).put(line).into())
}

/// The asker's own word beside a status.
pub(super) fn not_solved(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let at = view.not_solved?;
    let name = bdi(&author::name(cx.words(), &view.author));
    let said = cx.words().nodes(Msg::NotSolvedSaid, &[("name", name)]);
    let line = el("p", "").put(said).says(" ").put(time::ago(cx.words(), cx.state.clock, at));
    Some(el("div", "ch-note").put(line).into())
}
