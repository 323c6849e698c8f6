//! The leaves that the console's screens are made of: buttons, fields, notes, texts to copy.

use super::browser;
use super::front::{Remote, use_front};
use super::locale::Msg;
use super::trouble::Trouble;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::html::IntoPropValue;
use yew::prelude::*;

/// How much a button weighs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Weight {
    /// The next step; one on a screen.
    #[default]
    Main,
    /// Another way.
    Quiet,
    /// As light as a link.
    Text,
    /// Takes something away.
    Danger,
}

/// Whether a button answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Rest {
    /// It does.
    #[default]
    Ready,
    /// What it began is still going on; it keeps the focus and ignores presses.
    Busy,
}

impl IntoPropValue<Rest> for bool {
    /// Whether something goes on, as views hold it.
    fn into_prop_value(self) -> Rest {
        if self { Rest::Busy } else { Rest::Ready }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ButtonProps {
    pub(crate) label: AttrValue,
    /// What it says to those who cannot see what it stands beside.
    #[prop_or_default]
    pub(crate) spoken: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) weight: Weight,
    #[prop_or_default]
    pub(crate) rest: Rest,
    /// Whether it is the chosen one of several.
    #[prop_or_default]
    pub(crate) pressed: Option<bool>,
    /// What it does; a button without it submits its form.
    #[prop_or_default]
    pub(crate) press: Option<Callback<()>>,
}

/// A button.
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let class = match props.weight {
        Weight::Main => "btn",
        Weight::Quiet => "btn quiet",
        Weight::Text => "btn text",
        Weight::Danger => "btn danger",
    };
    let busy = props.rest == Rest::Busy;
    let onclick = {
        let press = props.press.clone();
        Callback::from(move |event: MouseEvent| {
            if busy {
                event.prevent_default();
            } else if let Some(press) = &press {
                press.emit(());
            }
        })
    };
    let kind = if props.press.is_some() { "button" } else { "submit" };
    html! {
        <button type={kind} {class} {onclick} aria-label={props.spoken.clone()} aria-disabled={busy.then_some("true")}
            aria-pressed={props.pressed.map(|it| if it { "true" } else { "false" })}>
            { props.label.clone() }
        </button>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct FieldProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) wrong: Option<AttrValue>,
    pub(crate) value: AttrValue,
    pub(crate) typed: Callback<String>,
    #[prop_or("text".into())]
    pub(crate) kind: AttrValue,
    #[prop_or_default]
    pub(crate) autocomplete: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) inputmode: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) class: Option<AttrValue>,
    /// How many lines; one makes a field of one line.
    #[prop_or(1)]
    pub(crate) rows: u32,
}

/// A field with its label, its hint, and what is wrong with it.
#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let (hint_id, wrong_id) = (format!("{}-hint", props.id), format!("{}-wrong", props.id));
    let described = [props.hint.as_ref().map(|_| hint_id.clone()), props.wrong.as_ref().map(|_| wrong_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described = (!described.is_empty()).then_some(described);
    let invalid = props.wrong.as_ref().map(|_| "true");
    let control = if props.rows > 1 {
        let typed = props.typed.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            typed.emit(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        });
        html! {
            <textarea id={props.id.clone()} class="field" rows={props.rows.to_string()} value={props.value.clone()} {oninput}
                aria-describedby={described} aria-invalid={invalid} />
        }
    } else {
        let typed = props.typed.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            typed.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        });
        html! {
            <input id={props.id.clone()} class={classes!("field", props.class.clone())} type={props.kind.clone()}
                value={props.value.clone()} {oninput} autocomplete={props.autocomplete.clone()}
                inputmode={props.inputmode.clone()} autocapitalize="none" spellcheck="false"
                aria-describedby={described} aria-invalid={invalid} />
        }
    };
    html! {
        <div class="entry">
            <label for={props.id.clone()}>{ props.label.clone() }</label>
            if let Some(hint) = &props.hint { <p class="hint" id={hint_id}>{ hint.clone() }</p> }
            { control }
            if let Some(wrong) = &props.wrong { <p class="wrong" id={wrong_id}>{ wrong.clone() }</p> }
        </div>
    }
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// To know.
    Plain,
    /// It is well.
    Good,
    /// To look after.
    Care,
}

#[derive(Properties, PartialEq)]
pub(crate) struct NoteProps {
    pub(crate) mood: Mood,
    #[prop_or_default]
    pub(crate) title: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A note on the page.
#[component]
pub(crate) fn Note(props: &NoteProps) -> Html {
    let class = match props.mood {
        Mood::Plain => "note",
        Mood::Good => "note good",
        Mood::Care => "note care",
    };
    html! {
        <div {class}>
            if let Some(title) = &props.title { <h2>{ title.clone() }</h2> }
            { props.children.clone() }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct CopyLineProps {
    pub(crate) label: AttrValue,
    pub(crate) text: AttrValue,
}

/// A text to put somewhere else, letter by letter, with a button that copies exactly it.
#[component]
pub(crate) fn CopyLine(props: &CopyLineProps) -> Html {
    let front = use_front();
    let code = use_node_ref();
    let press = {
        let (front, code, label, text) = (front.clone(), code.clone(), props.label.clone(), props.text.clone());
        Callback::from(move |()| {
            let (front, code, label, text) = (front.clone(), code.clone(), label.clone(), text.to_string());
            wasm_bindgen_futures::spawn_local(async move {
                if browser::copy(text).await {
                    front.tell(Msg::Copied(&label));
                } else {
                    if let Some(node) = code.get() {
                        browser::select(&node);
                    }
                    front.tell(Msg::CopyFailed);
                }
            });
        })
    };
    html! {
        <li class="copy">
            <div><span class="label">{ props.label.clone() }</span><code ref={code} dir="ltr" translate="no">{ props.text.clone() }</code></div>
            <Button label={front.say(Msg::Copy)} spoken={front.say(Msg::CopyWhat(&props.label))} weight={Weight::Quiet} {press} />
        </li>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct FailedProps {
    pub(crate) trouble: Trouble,
    pub(crate) again: Callback<()>,
}

/// Something did not come; a button asks for it again.
#[component]
pub(crate) fn Failed(props: &FailedProps) -> Html {
    let front = use_front();
    html! {
        <Note mood={Mood::Care}>
            <p role="alert">{ props.trouble.say(front.locale) }</p>
            <p class="actions"><Button label={front.say(Msg::TryAgain)} weight={Weight::Quiet} press={props.again.clone()} /></p>
        </Note>
    }
}

/// What stands where something is on its way or did not come; nothing once it is here.
pub(crate) fn waiting<T>(remote: &Remote<T>, loading: AttrValue, again: &Callback<()>) -> Html {
    match remote {
        Remote::Loading => html! { <p class="loading" role="status">{ loading }</p> },
        Remote::Failed(trouble) => html! { <Failed trouble={trouble.clone()} again={again.clone()} /> },
        Remote::Ready(_) => Html::default(),
    }
}
