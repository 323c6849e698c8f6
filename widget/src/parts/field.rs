//! A labelled field with its hint and what is wrong with it, tied together for readers.

use crate::draw::{el, text};
use yew::{AttrValue, Callback, Html, InputEvent};

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
    let id = ["ch-", it.name].concat();
    let about = [&id, "-about"].concat();
    let described = (it.hint.is_some() || it.wrong.is_some()).then(|| AttrValue::from(about.clone()));
    let input = match it.entry {
        Entry::Text => el("textarea", "ch-input").set("rows", "4"),
        Entry::Line => el("input", "ch-input").set("type", "text").set("autocomplete", "off"),
        Entry::Email => el("input", "ch-input").set("type", "email").set("autocomplete", "email"),
        Entry::Code => el("input", "ch-input").set("type", "text").set("inputmode", "numeric").set("autocomplete", "one-time-code"),
    };
    let input = input
        .attr("id", id.clone())
        .set("name", it.name)
        .set("dir", "auto")
        .attr_if("aria-describedby", described)
        .set_if(it.wrong.is_some(), "aria-invalid", "true")
        .value(it.value.clone())
        .on_input(typed);
    let wrong = it.wrong.as_ref().map(|wrong| el("strong", "ch-error").says(wrong.clone()).into());
    let hint = el("p", "ch-hint").attr("id", about).put_if(wrong);
    let hint = if it.wrong.is_some() && it.hint.is_some() { hint.says(AttrValue::Static(" ")) } else { hint };
    el("div", "")
        .classes(&["ch-field", if it.wrong.is_some() { "ch-wrong" } else { "" }])
        .put(el("label", "").attr("for", id).says(it.label.clone()))
        .put(input)
        .put(hint.put_if(it.hint.clone().map(text)))
        .into()
}
