//! Elements built by calls, for the views that a visitor downloads: `html!` writes the making of each element out at its
//! place, and that made the program a quarter larger than the same views built here. What only the server draws uses
//! `html!`. Attributes and text are values; there is no way to put markup in as a string.

use crate::locale::script;
use std::rc::Rc;
use yew::virtual_dom::{Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Event, Html, InputEvent, KeyboardEvent, MouseEvent, NodeRef, SubmitEvent};

/// An element under construction.
#[derive(Debug)]
#[must_use]
pub struct El(Rc<VTag>);

/// An element with a class; no class where it is empty.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let mut tag = VTag::new(AttrValue::Static(tag));
    if !class.is_empty() {
        tag.add_attribute("class", AttrValue::Static(class));
    }
    El(Rc::new(tag))
}

/// A text.
#[inline(never)]
pub fn text(text: AttrValue) -> Html {
    VText::new(text).into()
}

/// Nodes one after the other.
#[inline(never)]
pub fn all(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// A text in its own direction: names and titles that people wrote.
#[inline(never)]
pub fn bdi(words: &str) -> Html {
    isolate(words, script::language_of(words))
}

/// A sentence in its own direction and language: titles and excerpts on a page in the language `page`.
#[inline(never)]
pub fn written(words: &str, page: &str) -> Html {
    isolate(words, script::guess(words, page))
}

#[inline(never)]
fn isolate(words: &str, lang: Option<&'static str>) -> Html {
    el("bdi", "").attr_if("lang", lang.map(AttrValue::Static)).says(words.to_owned()).into()
}

impl El {
    /// The tag itself: nobody else holds an element before it is finished.
    fn tag(&mut self) -> Option<&mut VTag> {
        Rc::get_mut(&mut self.0)
    }

    /// A fixed attribute.
    #[inline(never)]
    pub fn set(self, name: &'static str, value: &'static str) -> Self {
        self.attribute(name, AttrValue::Static(value))
    }

    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.attribute(name, value.into())
    }

    /// A fixed attribute that may be missing.
    #[inline(never)]
    pub fn set_if(self, on: bool, name: &'static str, value: &'static str) -> Self {
        if on { self.set(name, value) } else { self }
    }

    /// Several classes; empty ones are left out.
    #[inline(never)]
    pub fn classes(self, classes: &[&'static str]) -> Self {
        let mut joined = String::new();
        for class in classes.iter().filter(|class| !class.is_empty()) {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(class);
        }
        self.attribute("class", joined.into())
    }

    /// An attribute that may be missing.
    #[inline(never)]
    pub fn attr_if(self, name: &'static str, value: Option<AttrValue>) -> Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        if let Some(tag) = self.tag() {
            tag.add_attribute(name, value);
        }
        self
    }

    /// A child.
    pub fn put(self, child: impl Into<Html>) -> Self {
        self.child(child.into())
    }

    /// A child that may be missing. Its place is kept: neighbours are told apart by their places, and a field whose place
    /// changes while somebody types is made anew without the focus.
    #[inline(never)]
    pub fn put_if(self, child: Option<Html>) -> Self {
        self.child(child.unwrap_or_default())
    }

    #[inline(never)]
    fn child(mut self, child: Html) -> Self {
        if let Some(tag) = self.tag() {
            tag.add_child(child);
        }
        self
    }

    /// A child that is text.
    pub fn says(self, words: impl Into<AttrValue>) -> Self {
        self.child(text(words.into()))
    }

    /// What a field holds.
    #[inline(never)]
    pub fn value(mut self, value: AttrValue) -> Self {
        if let Some(tag) = self.tag() {
            tag.set_value(Some(value));
        }
        self
    }

    /// Whether a choice is chosen.
    #[inline(never)]
    pub fn checked(mut self, on: bool) -> Self {
        if let Some(tag) = self.tag() {
            tag.set_checked(on);
        }
        self
    }

    /// What tells it from its neighbours when they move.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        if let Some(tag) = self.tag() {
            tag.key = Some(Key::from(key));
        }
        self
    }

    /// A handle on the element once it stands in a page.
    #[inline(never)]
    pub fn reference(mut self, reference: &NodeRef) -> Self {
        if let Some(tag) = self.tag() {
            tag.node_ref = reference.clone();
        }
        self
    }

    /// What follows a click.
    #[inline(never)]
    pub fn on_click(self, then: Callback<MouseEvent>) -> Self {
        self.listener(Rc::new(yew::html::onclick::Wrapper::new(then)))
    }

    /// What follows typing.
    #[inline(never)]
    pub fn on_input(self, then: Callback<InputEvent>) -> Self {
        self.listener(Rc::new(yew::html::oninput::Wrapper::new(then)))
    }

    /// What follows a choice.
    #[inline(never)]
    pub fn on_change(self, then: Callback<Event>) -> Self {
        self.listener(Rc::new(yew::html::onchange::Wrapper::new(then)))
    }

    /// What follows a key.
    #[inline(never)]
    pub fn on_key(self, then: Callback<KeyboardEvent>) -> Self {
        self.listener(Rc::new(yew::html::onkeydown::Wrapper::new(then)))
    }

    /// What follows sending a form.
    #[inline(never)]
    pub fn on_submit(self, then: Callback<SubmitEvent>) -> Self {
        self.listener(Rc::new(yew::html::onsubmit::Wrapper::new(then)))
    }

    #[inline(never)]
    fn listener(mut self, listener: Rc<dyn Listener>) -> Self {
        if let Some(tag) = self.tag() {
            tag.add_listener(listener);
        }
        self
    }
}

impl From<El> for Html {
    fn from(El(tag): El) -> Self {
        VNode::VTag(tag)
    }
}
