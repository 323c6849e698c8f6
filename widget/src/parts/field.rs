//! A labelled field with its hint and what is wrong with it, tied together for readers.

use yew::{AttrValue, Callback, Html, InputEvent, classes, html};

/// What a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// An e-mail address.
    Email,
    /// Digits of a code.
    Code,
}

/// A field under construction.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name, unique in the view.
    pub name: &'static str,
    /// What is typed.
    pub entry: Entry,
    /// What it is called.
    pub label: AttrValue,
    /// What to write.
    pub hint: Option<AttrValue>,
    /// What it holds.
    pub value: AttrValue,
    /// What is wrong with it.
    pub wrong: Option<AttrValue>,
}

/// The field. Hints stand in the field's own words, errors beside it in a sentence that says what to do.
pub fn field(it: &Field, typed: Callback<InputEvent>) -> Html {
    let id = AttrValue::from(["ch-", it.name].concat());
    let about = AttrValue::from(["ch-", it.name, "-about"].concat());
    let described = (it.hint.is_some() || it.wrong.is_some()).then(|| about.clone());
    let invalid = it.wrong.is_some().then_some("true");
    let (kind, mode, fill) = match it.entry {
        Entry::Email => ("email", None, Some("email")),
        Entry::Code => ("text", Some("numeric"), Some("one-time-code")),
        Entry::Line | Entry::Text => ("text", None, Some("off")),
    };
    let input = if it.entry == Entry::Text {
        html! {
            <textarea id={id.clone()} name={it.name} class="ch-input" rows="4" dir="auto" value={it.value.clone()}
                aria-describedby={described} aria-invalid={invalid} oninput={typed} />
        }
    } else {
        html! {
            <input id={id.clone()} name={it.name} class="ch-input" type={kind} inputmode={mode} autocomplete={fill} dir="auto"
                value={it.value.clone()} aria-describedby={described} aria-invalid={invalid} oninput={typed} />
        }
    };
    html! {
        <div class={classes!("ch-field", it.wrong.is_some().then_some("ch-wrong"))}>
            <label for={id}>{ it.label.clone() }</label>
            { input }
            <p class="ch-hint" id={about}>
                if let Some(wrong) = &it.wrong { <strong class="ch-error">{ wrong.clone() }</strong>{ " " } }
                { it.hint.clone() }
            </p>
        </div>
    }
}
