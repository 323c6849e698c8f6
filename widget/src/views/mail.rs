//! Pages that mail and private links lead to: stopping mail with one button, and opening a guest's private link. Drawn on the
//! server only; the first needs no script.

use crate::draw::{El, el, text};
use crate::locale::{Msg, Words};
use std::rc::Rc;
use yew::{Html, Properties, function_component};

/// Where stopping stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopping {
    /// The link says what would end.
    Asked(chie_domain::letter::Stop),
    /// It ended.
    Done,
    /// The link cannot be read.
    Over,
}

/// What the page for stopping mail is drawn from.
#[derive(Debug, Clone, Properties, PartialEq)]
pub struct StopProps {
    /// Where it stands.
    pub stopping: Stopping,
    /// The sentences.
    pub words: Rc<Words>,
}

fn card(words: &Words, title: Msg) -> El {
    el("section", "ch ch-plain page-card").put(el("h1", "").put(text(words.text(title))))
}

/// The page for stopping mail: a button, because whoever looks through mail for others opens every link.
#[function_component]
pub fn StopPage(props: &StopProps) -> Html {
    use chie_domain::letter::Stop;
    let words = &props.words;
    let line = |msg: Msg| -> Html { el("p", "").put(text(words.text(msg))).into() };
    let what = match props.stopping {
        Stopping::Done => {
            return card(words, Msg::StopTitle).put(el("p", "").set("role", "status").put(text(words.text(Msg::StopDone)))).into();
        }
        Stopping::Over => return card(words, Msg::StopTitle).put(line(Msg::StopOver)).into(),
        Stopping::Asked(Stop::Thread) => Msg::StopThread,
        Stopping::Asked(Stop::Thanks) => Msg::StopThanks,
        Stopping::Asked(Stop::Helping) => Msg::StopHelping,
        Stopping::Asked(Stop::Calls) => Msg::StopCalls,
        Stopping::Asked(Stop::Everything) => Msg::StopEverything,
    };
    let button = |class: &'static str, value: &'static str, msg: Msg| -> Html {
        el("button", class).set("name", "stop").set("value", value).put(text(words.text(msg))).into()
    };
    let form = el("form", "ch-actions").set("method", "post").put(button("ch-btn", "these", Msg::StopButton)).put(button(
        "ch-btn ch-quiet",
        "everything",
        Msg::StopEverything,
    ));
    card(words, Msg::StopTitle).put(line(what)).put(form).into()
}

/// What the page that opens a private link is drawn from.
#[derive(Debug, Clone, Properties, PartialEq)]
pub struct KeepProps {
    /// The sentences.
    pub words: Rc<Words>,
}

/// The page that opens a private link: its script reads what stands behind the `#`, which no server sees.
#[function_component]
pub fn KeepPage(props: &KeepProps) -> Html {
    let words = &props.words;
    let line = |id: &'static str, msg: Msg| el("p", "").set("id", id).put(text(words.text(msg)));
    let go = el("button", "ch-btn")
        .set("id", "keep-go")
        .set("type", "button")
        .set("hidden", "")
        .put(text(words.text(Msg::KeepOpenButton)));
    card(words, Msg::KeepOpenTitle)
        .put(line("keep-opening", Msg::KeepOpenText).set("role", "status"))
        .put(line("keep-other", Msg::KeepOpenOther).set("hidden", ""))
        .put(go)
        .put(line("keep-over", Msg::KeepOpenOver).set("role", "alert").set("hidden", ""))
        .put(el("noscript", "").put(el("p", "").put(text(words.text(Msg::KeepOpenScript)))))
        .into()
}
