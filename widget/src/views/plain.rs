//! Asking and replying where no program runs: the same fields as a plain form that a browser sends by itself. What was wrong
//! comes back beside its field with everything kept. Drawn on the server only.

use super::ask::{guess, readers, rules_line};
use super::cx::Cx;
use super::failure::sentence;
use super::state::State;
use super::{warn, wave};
use crate::draw::{all, bdi, el};
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::steward::{self, About};
use crate::parts::{icon, status};
use crate::scene::{Scene, Setting};
use chie_domain::api::error::ApiError;
use chie_domain::personal::{self, Private};
use chie_domain::thread::Kind;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, Properties, function_component, use_node_ref, use_reducer};

/// What a form holds: nothing at first, and what was typed when it was refused.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlainForm {
    /// The name of the wish: sent again, it is the same post.
    pub key: String,
    /// The line of a new thread; nothing in a reply.
    pub title: String,
    /// The text.
    pub body: String,
    /// The name to go by.
    pub name: String,
    /// Where the code hung that led here; nothing without one.
    pub place: String,
    /// The kind that was chosen.
    pub kind: Option<Kind>,
    /// Why it was refused.
    pub refusal: Option<ApiError>,
}

/// What the page is made from.
#[derive(Debug, Clone, Properties)]
pub struct PlainProps {
    /// The data of the product, and of the thread that is replied to.
    pub scene: Rc<Scene>,
    /// What stands in the form.
    pub form: PlainForm,
}

impl PartialEq for PlainProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene) && self.form == other.form
    }
}

/// The page's content.
#[function_component]
pub fn Plain(props: &PlainProps) -> Html {
    let state = use_reducer(|| State::new(&props.scene));
    let root = use_node_ref();
    let cx = Cx { scene: props.scene.clone(), state, root };
    let opened = cx.state.opened.as_ref();
    let look = opened.map_or_else(|| cx.look_of_list(), |opened| cx.look_of_thread(opened));
    let (back, title) = match opened {
        Some(opened) => (cx.scene.thread_page(&opened.row.product, &opened.id), Html::from(bdi(&opened.row.title))),
        None => (cx.scene.product_page(&cx.state.product.key), cx.say(Msg::AskHeading)),
    };
    let level = if cx.scene.setting == Setting::Page { "h1" } else { "h2" };
    let way_back = el("a", "ch-back").attr("href", back).put(icon::icon(icon::BACK)).put(cx.say(Msg::Back));
    let head = el("div", "ch-head").put(way_back).put(el(level, "ch-h").put(title));
    let form = if opened.is_some() { reply(&cx, &props.form) } else { ask(&cx, &props.form) };
    el("section", "")
        .classes(&["ch", look.class()])
        .attr("lang", cx.words().lang().clone())
        .attr("dir", cx.words().direction())
        .put(steward::strip(&cx.scene, &look, About::List))
        .put(head)
        .put(form)
        .into()
}

fn ask(cx: &Cx, form: &PlainForm) -> Html {
    let now = form.kind.unwrap_or_else(|| guess::kind(cx.words(), &[&form.title, " ", &form.body].concat()));
    let kinds = [Kind::Problem, Kind::Question, Kind::Idea, Kind::Praise];
    let choices = kinds.iter().fold(el("div", ""), |choices, kind| {
        let input = el("input", "").set("type", "radio").set("name", "kind").set("value", kind.code());
        let input = input.set_if(*kind == now, "checked", "");
        choices.put(el("label", "").put(input).put(icon::kind(*kind)).put(cx.say(status::kind_name(*kind))))
    });
    let kinds = el("fieldset", "ch-kinds").put(el("legend", "").put(cx.say(Msg::KindLegend))).put(choices);
    begin(cx, form)
        .put(line(cx, form, "title", Entry::Line, (Msg::TitleLabel, None), &form.title))
        .put(line(cx, form, "body", Entry::Text, (Msg::DetailsLabel, Some(Msg::DetailsHint)), &form.body))
        .put(kinds)
        .put(line(cx, form, "name", Entry::Line, (Msg::NameLabel, Some(Msg::NameHint)), &form.name))
        .put_if(placed(cx, form))
        .put(warn::danger(cx, &[&form.title, &form.body]))
        .put(readers(cx))
        .put(end(cx, form, &["title", "body", "name", "place"], Msg::PostQuestion))
        .into()
}

/// The place of a code, which whoever asks may change or leave out.
fn placed(cx: &Cx, form: &PlainForm) -> Option<Html> {
    let labels = (Msg::FactPlace, Some(Msg::PlaceHint));
    (!form.place.is_empty()).then(|| line(cx, form, "place", Entry::Line, labels, &form.place))
}

fn reply(cx: &Cx, form: &PlainForm) -> Html {
    begin(cx, form)
        .put(line(cx, form, "body", Entry::Text, (Msg::ReplyLabel, Some(Msg::ReplyHint)), &form.body))
        .put(line(cx, form, "name", Entry::Line, (Msg::NameLabel, Some(Msg::NameHint)), &form.name))
        .put(end(cx, form, &["body", "name"], Msg::ReplyButton))
        .into()
}

fn begin(cx: &Cx, form: &PlainForm) -> crate::draw::El {
    let hidden = |name, value: &str| el("input", "").set("type", "hidden").set("name", name).attr("value", value.to_owned());
    let page = match &cx.state.opened {
        Some(opened) => cx.scene.reply_page(&opened.row.product, &opened.id),
        None => cx.scene.ask_page(&cx.state.product.key),
    };
    el("form", "ch-body ch-form")
        .set("method", "post")
        .set("novalidate", "")
        .attr("action", page)
        .put(hidden("key", &form.key))
        .put(hidden("lang", cx.words().lang()))
        .put(wave::trap())
}

fn line(cx: &Cx, form: &PlainForm, name: &'static str, entry: Entry, (label, hint): (Msg, Option<Msg>), value: &str) -> Html {
    let refusal = form.refusal.as_ref().filter(|refusal| refusal.field == name);
    let it = Field {
        name,
        entry,
        label: cx.text(label),
        hint: hint.map(|hint| cx.text(hint)),
        value: value.to_owned().into(),
        wrong: refusal.map(|refusal| why(cx, refusal, value)),
    };
    field(&it, Callback::noop())
}

/// What is wrong, in the reader's language; a private fact is named.
fn why(cx: &Cx, refusal: &ApiError, value: &str) -> AttrValue {
    match personal::find(value).filter(|_| refusal.code == "personal_data") {
        Some(found) => {
            let msg = match found.what {
                Private::Card => Msg::PrivateCard,
                Private::Phone => Msg::PrivatePhone,
                Private::Address => Msg::PrivateAddress,
                Private::Email => Msg::PrivateEmail,
            };
            cx.words().fill(msg, &[("words", found.words(value))])
        }
        None => sentence(cx.words(), refusal),
    }
}

/// What is wrong with the form as a whole, the choice to publish what was warned of, the button, and what one agrees to.
fn end(cx: &Cx, form: &PlainForm, fields: &[&str], button: Msg) -> Html {
    let refusal = form.refusal.as_ref();
    let rest = refusal.filter(|refusal| !fields.contains(&refusal.field.as_str()));
    let rest = rest.map(|refusal| el("p", "ch-note ch-alert").set("role", "alert").says(sentence(cx.words(), refusal)).into());
    let warned = refusal.is_some_and(|refusal| refusal.code == "personal_data").then(|| {
        let box_ = el("input", "").set("type", "checkbox").set("name", "personal_data_ok").set("value", "1");
        el("label", "ch-check").put(box_).says(" ").put(cx.say(Msg::LeaveIn)).into()
    });
    let send = el("button", "ch-btn ch-wide").set("type", "submit").put(cx.say(button));
    all(vec![warned.unwrap_or_default(), rest.unwrap_or_default(), send.into(), rules_line(cx, None)])
}
