//! Helping others: the questions somebody may know, hearing of those that wait, and what a level allows: tags of threads, and saying
//! that two threads are one. Also what a thread shows of it to everybody, and the maker's own help for a question that nobody
//! answers.

use super::cx::Cx;
use super::leave;
use super::list::{button, failed, heading, open_thread, show_tag};
use super::posted;
use super::state::{Choosing, Fetch, Screen, State};
use crate::client::{Call, Failure};
use crate::draw::{El, all, bdi, el};
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::{author, icon, time};
use chie_domain::api::route::Route;
use chie_domain::api::view::{Post, ThreadView};
use chie_domain::api::{get_helping, get_tags, set_duplicate, set_helping, set_tags};
use chie_domain::id::ThreadId;
use chie_domain::ladder::OWN_HELP_AFTER;
use chie_domain::level::Power;
use chie_domain::tag::MOST_TAGS;
use chie_domain::thread::Kind;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// Goes to the questions.
pub(super) fn open(cx: &Cx) {
    cx.set(|state| state.show(Screen::Helping));
    load(cx);
}

/// Fetches the questions.
fn load(cx: &Cx) {
    cx.set(|state| state.helping.fetch = Fetch::Busy);
    let embed = &cx.scene.embed;
    let call = Call::new(Route::GetHelping(embed.community.brand.clone())).query("product", cx.state.product.key.as_str());
    cx.ask::<get_helping::Response>(call, |cx, answer| {
        cx.set(move |state| match answer {
            Ok(view) => {
                state.helping.view = Some(Rc::new(view));
                state.helping.fetch = Fetch::Idle;
            }
            Err(_) => state.helping.fetch = Fetch::Failed,
        });
    });
}

/// The questions, and what one has earned.
pub(super) fn screen(cx: &Cx) -> Html {
    let back = cx.click(|cx| cx.set(|state| state.show(Screen::List)));
    let back = el("button", "ch-back").set("type", "button").on_click(back).put(icon::icon(icon::BACK)).put(cx.say(Msg::ToList));
    let head = el("div", "ch-head").put(back).put(heading(cx, cx.say(Msg::HelpOthers)));
    let Some(view) = &cx.state.helping.view else {
        let rest = if cx.state.helping.fetch == Fetch::Failed {
            failed(cx, cx.click(load))
        } else {
            el("div", "ch-none").put(el("p", "ch-late").put(cx.say(Msg::Loading))).into()
        };
        // Missing parts keep their places, so that the heading is not made anew under the focus.
        return all(vec![head.into(), rest, Html::default(), Html::default()]);
    };
    let product = &cx.state.product.key;
    let earned = (view.solved > 0).then(|| el("p", "").says(cx.words().count(Msg::SolvedCount, view.solved)).into());
    let level = if view.level.may(Power::MarkDuplicate) {
        Some(Msg::LevelTrusted)
    } else {
        view.level.may(Power::Retag).then_some(Msg::LevelKnown)
    };
    let head = head.put_if(earned).put_if(level.map(|level| el("p", "ch-hint").put(cx.say(level)).into()));
    let lines = all(view
        .questions
        .iter()
        .map(|row| {
            let opened = row.clone();
            let open = cx.click(move |cx| open_thread(cx, opened.clone()));
            let link = el("a", "").attr("href", cx.scene.thread_page(&row.product, &row.id)).set("data-live", "");
            let link = link.attr("data-thread", row.id.to_string()).on_click(open);
            let meta = el("p", "ch-meta").put(time::ago(cx.words(), cx.state.clock, row.at));
            el("li", "ch-row")
                .key(row.id.as_str())
                .put(icon::kind(row.kind))
                .put(el("h3", "").put(link.put(bdi(&row.title))))
                .put(meta)
                .into()
        })
        .collect());
    let rows: Html = if view.questions.is_empty() {
        el("div", "ch-none").put(el("p", "").put(cx.say(Msg::HelpNone))).into()
    } else {
        el("ul", "ch-rows").attr("aria-label", cx.text(Msg::HelpOthers)).put(lines).into()
    };
    let on = view.hears_of.contains(product);
    let address = cx.state.mine.address.is_some();
    let set = cx.click(move |cx| hear(cx, !on));
    let tell = el("button", "ch-btn ch-quiet ch-press")
        .set("type", "button")
        .set("aria-pressed", if on { "true" } else { "false" })
        .on_click(set)
        .put(icon::icon(icon::TICK))
        .put(cx.say(Msg::HelpTellMe));
    // Mail needs an address first.
    let tell: Html = if address { el("div", "ch-body").put(el("div", "ch-actions").put(tell)).into() } else { posted::keep(cx) };
    all(vec![head.into(), rows, tell, leave::yours(cx).unwrap_or_default()])
}

/// Back among the questions: one that was answered meanwhile has no line any more that could take the focus.
pub(super) fn back(cx: &Cx, from: &ThreadId) {
    let listed = cx.state.helping.view.as_ref().is_some_and(|view| view.questions.iter().any(|row| row.id == *from));
    if cx.state.came_from == Screen::Helping && !listed {
        cx.later(0, Box::new(|cx| cx.set(|state| state.focus_on("[data-ch-head]"))));
    }
}

fn hear(cx: &Cx, on: bool) {
    let product = cx.state.product.key.clone();
    let call =
        Call::new(Route::SetHelping(cx.scene.embed.community.brand.clone())).text("product", product.as_str()).flag("on", on);
    cx.ask::<set_helping::Response>(call, move |cx, answer| {
        let Ok(answer) = answer else { return say(cx, Msg::WrongOther) };
        cx.set(move |state| {
            let Some(view) = state.helping.view.as_mut().map(Rc::make_mut) else { return };
            view.hears_of.retain(|other| *other != product);
            if answer.on {
                view.hears_of.push(product);
            }
        });
    });
}

fn say(cx: &Cx, msg: Msg) {
    let said = cx.text(msg);
    cx.set(move |state| {
        state.reply.wrong = vec![(AttrValue::default(), said.clone())];
        state.said = said;
    });
}

/// Whether the visitor has a power in the product of a thread.
pub(super) fn may(cx: &Cx, view: &ThreadView, power: Power) -> bool {
    cx.state.mine.levels.iter().any(|it| it.product == view.row.product && it.level.may(power))
}

/// The tags of a thread, each leading to its like, and the way to change them for whoever may.
pub(super) fn tags(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let id = &view.row.id;
    if cx.state.choosing.as_ref().is_some_and(|choosing| choosing.thread == *id) {
        return Some(choose(cx));
    }
    let own = cx.state.mine.asked.contains(id) || may(cx, view, Power::Retag);
    if view.tags.is_empty() && !own {
        return None;
    }
    let page = cx.scene.product_page(&view.row.product);
    let chips = view.tags.iter().fold(el("p", "ch-tags"), |line, tag| {
        let chosen = tag.clone();
        let show = cx.click(move |cx| show_tag(cx, Some(chosen.clone())));
        let link = el("a", "ch-tag").attr("href", [&page, "&tag=", tag.as_str()].concat()).set("data-live", "").on_click(show);
        line.put(link.put(bdi(tag.as_str())))
    });
    let change = own.then(|| {
        let id = id.clone();
        button(
            cx,
            "ch-btn ch-bare",
            Msg::TagsChange,
            cx.click(move |cx| begin_choosing(cx, id.clone(), |state| state.focus_on(".ch-tags .ch-press, #ch-tag"))),
        )
    });
    Some(chips.put_if(change).into())
}

/// Begins to choose tags: what the words suggest is fetched; then what follows from that.
pub(super) fn begin_choosing(cx: &Cx, thread: ThreadId, then: fn(&mut State)) {
    let call = Call::new(Route::GetTags(cx.scene.embed.community.brand.clone(), thread.clone()));
    cx.ask::<get_tags::Response>(call, move |cx, answer| {
        let Ok(answer) = answer else { return };
        cx.set(move |state| {
            let chosen = answer.tags.iter().map(ToString::to_string).collect();
            let offered = answer.tags.into_iter().chain(answer.offered).map(String::from).collect();
            state.choosing = Some(Choosing { thread, chosen, offered, own: AttrValue::default(), wrong: None });
            then(state);
        });
    });
}

/// Choosing up to three: those that are offered, or a word of one's own.
pub(super) fn choose(cx: &Cx) -> Html {
    let Some(choosing) = &cx.state.choosing else { return Html::default() };
    let full = choosing.chosen.len() >= MOST_TAGS;
    let offers = choosing.offered.iter().fold(el("div", "ch-tags"), |line, tag| {
        let on = choosing.chosen.contains(tag);
        let word = tag.clone();
        let toggle = cx.click(move |cx| {
            let word = word.clone();
            cx.set(move |state| {
                let Some(choosing) = state.choosing.as_mut() else { return };
                if choosing.chosen.contains(&word) {
                    choosing.chosen.retain(|other| *other != word);
                } else if choosing.chosen.len() < MOST_TAGS {
                    choosing.chosen.push(word);
                }
            });
        });
        let chip =
            el("button", "ch-btn ch-quiet ch-press").set("type", "button").set("aria-pressed", if on { "true" } else { "false" });
        line.put(chip.set_if(full && !on, "aria-disabled", "true").on_click(toggle).put(icon::icon(icon::TICK)).put(bdi(tag)))
    });
    let own = Field {
        name: "tag",
        entry: Entry::Line,
        label: cx.text(Msg::TagsOwn),
        hint: None,
        value: choosing.own.clone(),
        wrong: choosing.wrong.clone(),
    };
    let typed = cx.typed(|cx, text| {
        cx.set(|state| {
            if let Some(choosing) = state.choosing.as_mut() {
                choosing.own = text.into();
            }
        });
    });
    let save = el("button", "ch-btn ch-quiet").set("type", "submit").put(cx.say(Msg::TagsSave));
    el("form", "ch-keep ch-form")
        .set("novalidate", "")
        .on_submit(cx.sent(save_tags))
        .put(el("h3", "").put(cx.say(Msg::TagsAsk)))
        .put(offers)
        .put(field(&own, typed))
        .put(el("div", "ch-actions").put(save))
        .into()
}

fn save_tags(cx: &Cx) {
    let Some(choosing) = &cx.state.choosing else { return };
    let words: Vec<&str> =
        choosing.chosen.iter().map(String::as_str).chain([choosing.own.trim()]).filter(|it| !it.is_empty()).collect();
    let thread = choosing.thread.clone();
    let route = Route::SetTags(cx.scene.embed.community.brand.clone(), thread.clone());
    let call = Call::new(route).text("tags", &words.join(", "));
    cx.ask::<set_tags::Response>(call, move |cx, answer| match answer {
        Ok(answer) => cx.set(move |state| {
            state.choosing = None;
            state.with_thread(&thread, |opened| {
                if let Some(view) = opened.view.as_mut() {
                    Rc::make_mut(view).tags = answer.tags;
                }
            });
            state.focus_on("[data-ch-head]");
        }),
        Err(failure) => {
            let wrong = cx.explain(&failure).into_iter().map(|(_, text)| text).next();
            cx.set(move |state| {
                if let Some(choosing) = state.choosing.as_mut() {
                    choosing.wrong = wrong;
                }
                state.focus_on("#ch-tag");
            });
        }
    });
}

/// What a thread is the same as, and for whoever may the way to say so or to take it back.
pub(super) fn same(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let id = view.row.id.clone();
    let me = cx.state.mine.me.as_ref().map(|me| &me.member);
    let Some(mark) = &view.duplicate else {
        let may = cx.state.mine.asked.contains(&id) || may(cx, view, Power::MarkDuplicate);
        return may.then(|| mark_form(cx, id));
    };
    let row = mark.thread.clone();
    let go = cx.click(move |cx| open_thread(cx, row.clone()));
    let link =
        el("a", "").attr("href", cx.scene.thread_page(&mark.thread.product, &mark.thread.id)).set("data-live", "").on_click(go);
    let link = link.put(bdi(&mark.thread.title)).into();
    let said = cx.words().nodes(Msg::SameAs, &[("name", bdi(&author::name(cx.words(), &mark.by))), ("thread", link)]);
    let undo = (me == Some(&mark.by.member))
        .then(|| button(cx, "ch-btn ch-bare", Msg::SameUndo, cx.click(move |cx| set_same(cx, id.clone(), None))));
    let note = el("p", "ch-note").put(icon::icon(icon::PEOPLE)).put(el("span", "").put(said));
    Some(all(vec![note.into(), undo.unwrap_or_default()]))
}

fn mark_form(cx: &Cx, id: ThreadId) -> Html {
    let it = Field {
        name: "same",
        entry: Entry::Line,
        label: cx.text(Msg::SameField),
        hint: None,
        value: cx.state.helping.same.clone(),
        wrong: cx.state.helping.same_wrong.clone(),
    };
    let typed = cx.typed(|cx, text| cx.set(|state| state.helping.same = text.into()));
    let sent = cx.sent(move |cx| {
        let of = thread_in(&cx.state.helping.same);
        match of {
            Some(of) => set_same(cx, id.clone(), Some(&of)),
            None => same_wrong(cx),
        }
    });
    let button = el("button", "ch-btn ch-quiet").set("type", "submit").put(cx.say(Msg::SameMark));
    let form = el("form", "ch-form").set("novalidate", "").on_submit(sent).put(field(&it, typed)).put(button);
    el("details", "ch-more-about").put(el("summary", "").put(cx.say(Msg::SameMark))).put(form).into()
}

/// The thread that a link names.
fn thread_in(text: &str) -> Option<ThreadId> {
    let at = text.find("t_")?;
    ThreadId::parse(text.get(at..at + 28)?).ok()
}

fn same_wrong(cx: &Cx) {
    let wrong = cx.text(Msg::WrongSame);
    cx.set(move |state| {
        state.helping.same_wrong = Some(wrong);
        state.focus_on("#ch-same");
    });
}

fn set_same(cx: &Cx, id: ThreadId, of: Option<&ThreadId>) {
    let call = Call::new(Route::SetDuplicate(cx.scene.embed.community.brand.clone(), id));
    let call = match of {
        Some(of) => call.text("of", of.as_str()),
        None => call.nothing("of"),
    };
    cx.ask::<set_duplicate::Response>(call, |cx, answer| match answer {
        Ok(answer) => cx.set(move |state| {
            state.helping.same = AttrValue::default();
            state.helping.same_wrong = None;
            state.replace_thread(answer.thread);
            state.focus_on("[data-ch-head]");
        }),
        Err(Failure::Refused(_)) => same_wrong(cx),
        Err(_) => say(cx, Msg::Unavailable),
    });
}

/// A question that nobody answered for three days leads its asker to the maker's own help, with the text ready to copy.
pub(super) fn own_help(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let row = &view.row;
    let asked = cx.state.mine.asked.contains(&row.id) && matches!(row.kind, Kind::Question | Kind::Problem);
    let answered = view.replies.iter().any(|reply| reply.author.member != view.author.member);
    let Post::Whole(post) = &view.post else { return None };
    if !asked || answered || view.duplicate.is_some() || cx.state.clock.now.since(row.at) < OWN_HELP_AFTER {
        return None;
    }
    let text: AttrValue = [row.title.as_str(), "\n\n", &post.plain()].concat().into();
    let copied = text.clone();
    let copy = cx.click(move |cx| {
        let done = super::thread::tell::copy(&copied);
        let said = cx.text(Msg::LinkCopied);
        cx.set(move |state| {
            state.said = if done { said } else { AttrValue::default() };
            state.focus_on("#ch-own-text");
        });
    });
    let brand = bdi(&cx.scene.brand_name());
    let link = el("a", "").attr("href", cx.scene.makers_site()).set("rel", "noopener").set("target", "_blank");
    let area = el("textarea", "ch-input").set("id", "ch-own-text").set("readonly", "").set("rows", "4").set("dir", "auto");
    let panel: El = el("section", "ch-offer ch-form ch-own")
        .put(el("h3", "").put(cx.say(Msg::OwnHelpTitle)))
        .put(el("p", "").put(cx.words().nodes(Msg::OwnHelpText, &[("brand", brand.clone())])))
        .put(el("p", "").put(link.put(cx.words().nodes(Msg::MakersSite, &[("brand", brand)]))))
        .put(area.attr("aria-label", cx.text(Msg::OwnHelpYours)).value(text))
        .put(el("div", "ch-actions").put(button(cx, "ch-btn ch-quiet", Msg::LinkCopy, copy)));
    Some(panel.into())
}
