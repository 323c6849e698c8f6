//! Saying where a thread stands, in the words of its kind: a choice inside the reply's own box, which goes out with the reply or by itself.
//! A refusal asks for its reason at once.

use super::super::browser;
use super::super::client;
use super::super::front::{Front, use_front};
use super::super::locale::Msg;
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::typed_into;
use super::super::trouble::Trouble;
use crate::parts::status::word_name;
use chie_domain::api::error::{ApiError, Refusal};
use chie_domain::api::route::Route;
use chie_domain::api::set_status::{Request, Response, SetStatusRefusal};
use chie_domain::api::view::ThreadView;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use chie_domain::text::{ProductVersion, Reason};
use chie_domain::thread::{OfficialWord, Phase, Status};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What is chosen.
pub(super) struct Choice {
    /// The fields of the choice; nothing for praise, which stands nowhere.
    pub(super) fields: Html,
    /// Sets it without a reply.
    pub(super) alone: Html,
    /// What is to be set: nothing where it stays as it is. Fails, and says so beside the field, where something is missing.
    pub(super) wish: Rc<dyn Fn() -> Result<Option<Request>, ()>>,
    /// Shows beside the field what the server refused.
    pub(super) refused: Callback<Trouble>,
    /// It is set: what was typed for it is said.
    pub(super) settled: Callback<()>,
}

/// Sets a status.
pub(super) async fn set(brand: BrandDomain, id: ThreadId, asked: Request) -> Result<ThreadView, Trouble> {
    let route = Route::SetStatus(brand, id);
    client::write::<_, Response>(&route, &asked, "").await.map(|answer| answer.thread)
}

fn word_of(view: &ThreadView) -> Option<OfficialWord> {
    match &view.row.status {
        Status::Official(status) => Some(status.word()),
        Status::None | Status::FanMade(_) => None,
    }
}

fn reason_of(view: &ThreadView) -> String {
    match &view.row.status {
        Status::Official(status) => status.reason().map(Reason::to_string).unwrap_or_default(),
        Status::None | Status::FanMade(_) => String::new(),
    }
}

/// The choice of a thread's status. `busy` is that of the form in which it stands: what goes out by itself and what goes along with a
/// reply never meet.
#[hook]
pub(super) fn use_status(
    brand: &BrandDomain,
    view: &ThreadView,
    changed: &Callback<ThreadView>,
    busy: &UseStateHandle<bool>,
) -> Choice {
    let front = use_front();
    let said = word_of(view);
    let word = use_state(|| said);
    let reason = use_state(|| reason_of(view));
    let version = use_state(String::new);
    let wrong = use_state(|| None::<Trouble>);
    // What was set, here or by a colleague, is what is chosen now.
    use_effect_with((said, reason_of(view)), {
        let (word, reason, version) = (word.setter(), reason.setter(), version.setter());
        move |(said, text)| {
            word.set(*said);
            reason.set(text.clone());
            version.set(String::new());
        }
    });
    let refuses = word.is_some_and(|word| word.phase() == Phase::Declined);
    let versioned = word.is_some_and(OfficialWord::changes_product);
    let stays = *word == said && (!refuses || *reason == reason_of(view)) && (!versioned || version.trim().is_empty());
    let wish: Rc<dyn Fn() -> Result<Option<Request>, ()>> = {
        let (word, reason, version, wrong) = (*word, (*reason).clone(), (*version).clone(), wrong.setter());
        Rc::new(move || {
            if stays {
                return Ok(None);
            }
            let refused = |error: ApiError| {
                browser::focus(if error.field == "version" { "#version" } else { "#reason" });
                wrong.set(Some(error.into()));
                Err(())
            };
            let given = match (refuses, reason.trim()) {
                (false, _) => None,
                (true, "") => return refused(SetStatusRefusal::ReasonNeeded.to_error()),
                (true, text) => match Reason::parse(text) {
                    Ok(reason) => Some(reason),
                    Err(error) => return refused(ApiError::from_value(&error, "reason")),
                },
            };
            let version = match version.trim() {
                text if versioned && !text.is_empty() => match ProductVersion::parse(text) {
                    Ok(version) => Some(version),
                    Err(error) => return refused(ApiError::from_value(&error, "version")),
                },
                _ => None,
            };
            wrong.set(None);
            Ok(Some(Request { word, reason: given, version }))
        })
    };
    let refused = {
        let (front, wrong) = (front.clone(), wrong.setter());
        Callback::from(move |trouble: Trouble| {
            if matches!(trouble.field(), "reason" | "version") { wrong.set(Some(trouble)) } else { front.tell_trouble(&trouble) }
        })
    };
    let settled = {
        let version = version.setter();
        Callback::from(move |()| version.set(String::new()))
    };
    let press = {
        let settled = settled.clone();
        let (front, brand, id, changed) = (front.clone(), brand.clone(), view.row.id.clone(), changed.clone());
        let (wish, refused, busy) = (wish.clone(), refused.clone(), busy.clone());
        move |()| {
            if *busy {
                return;
            }
            let Ok(Some(asked)) = wish() else { return };
            let (told, changed, refused, settled) = (front.clone(), changed.clone(), refused.clone(), settled.clone());
            front.run(&busy, set(brand.clone(), id.clone(), asked), move |outcome| match outcome {
                Ok(thread) => {
                    settled.emit(());
                    changed.emit(thread);
                    told.tell(Msg::StatusDone);
                }
                Err(trouble) => refused.emit(trouble),
            });
        }
    };
    let onchange = {
        let (word, wrong) = (word.clone(), wrong.clone());
        Callback::from(move |event: Event| {
            wrong.set(None);
            word.set(OfficialWord::from_code(&event.target_unchecked_into::<HtmlSelectElement>().value()));
        })
    };
    let sentence = |field: &str| wrong.as_ref().filter(|it| it.field() == field).map(|it| it.say(front.locale));
    let words: Vec<OfficialWord> = OfficialWord::for_kind(view.row.kind).collect();
    let fields = if words.is_empty() {
        Html::default()
    } else {
        html! {
            <div class="state">
                <div class="entry">
                    <label for="status">{ front.say(Msg::StatusLabel) }</label>
                    <select id="status" class="field" {onchange}>
                        <option value="" selected={word.is_none()}>{ named(&front, None, said) }</option>
                        { for words.into_iter().map(|one| html! {
                            <option value={one.code()} selected={*word == Some(one)}>{ named(&front, Some(one), said) }</option>
                        }) }
                    </select>
                </div>
                if refuses {
                    <Field id="reason" rows={3} label={front.say(Msg::ReasonLabel)} hint={front.say(Msg::ReasonHint)}
                        wrong={sentence("reason")} value={(*reason).clone()} typed={typed_into(&reason)} />
                }
                if versioned {
                    <Field id="version" label={front.say(Msg::VersionLabel)} hint={front.say(Msg::VersionHint)} wrong={sentence("version")}
                        value={(*version).clone()} typed={typed_into(&version)} />
                }
            </div>
        }
    };
    let alone = if stays {
        Html::default()
    } else {
        html! { <Button label={front.say(Msg::SetStatus)} weight={Weight::Quiet} rest={**busy} {press} /> }
    };
    Choice { fields, alone, wish, refused, settled }
}

/// A word of the choice; of the one that stands already it says that it stays.
fn named(front: &Front, word: Option<OfficialWord>, said: Option<OfficialWord>) -> AttrValue {
    let name = word.map_or_else(|| front.say(Msg::StatusFollows), |word| front.words.text(word_name(word)));
    if word == said { front.say(Msg::StatusStays(&name)) } else { name }
}
