//! What every screen shares: the language, who is signed in, and where results and troubles are told.

use super::browser;
use super::locale::{self, House, Msg, Own, Work};
use super::trouble::Trouble;
use crate::locale::when::{Clock, Zone};
use crate::locale::{Locale, Words};
use chie_domain::api::confirm_code::SignedIn;
use chie_domain::time::Timestamp;
use std::rc::Rc;
use yew::prelude::*;

/// How a result is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// It worked.
    Done,
    /// It did not.
    Trouble,
}

/// A result as it is told: seen by everybody, spoken once to those who listen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    /// How it is meant.
    pub(crate) tone: Tone,
    /// In words.
    pub(crate) text: AttrValue,
}

/// What every screen shares.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Front {
    /// The language.
    pub(crate) locale: Locale,
    /// The words that the public reads as well.
    pub(crate) words: Rc<Words>,
    /// Who is signed in.
    pub(crate) who: Option<Rc<SignedIn>>,
    /// Rises with each signing in, so that what was asked for before is asked for again.
    pub(crate) epoch: u32,
    /// Chie's public origin.
    pub(crate) home: AttrValue,
    /// Tells a result.
    pub(crate) notices: Callback<Option<Notice>>,
    /// Says that the session is over.
    pub(crate) expired: Callback<()>,
    /// Changes the language.
    pub(crate) speak: Callback<Locale>,
    /// Signs out.
    pub(crate) sign_out: Callback<()>,
    /// Somebody signed in.
    pub(crate) signed_in: Callback<SignedIn>,
}

impl Front {
    /// Says it in the language of this person.
    pub(crate) fn say(&self, msg: Msg<'_>) -> AttrValue {
        locale::say(self.locale, msg)
    }

    /// Says what belongs to the company's work.
    pub(crate) fn work(&self, word: Work) -> AttrValue {
        locale::say_work(self.locale, word, &[])
    }

    /// Says what belongs to the company's work, with what it is about.
    pub(crate) fn work_of(&self, word: Work, about: &[&str]) -> AttrValue {
        locale::say_work(self.locale, word, about)
    }

    /// Says what belongs to what is the brand's own.
    pub(crate) fn own(&self, word: Own) -> AttrValue {
        locale::say_own(self.locale, word, &[])
    }

    /// Says what belongs to what is the brand's own, with what it is about.
    pub(crate) fn own_of(&self, word: Own, about: &[&str]) -> AttrValue {
        locale::say_own(self.locale, word, about)
    }

    /// Tells that something worked with what is the brand's own.
    pub(crate) fn tell_own(&self, word: Own) {
        self.notices.emit(Some(Notice { tone: Tone::Done, text: self.own(word) }));
    }

    /// Says what belongs to the operator's desk.
    pub(crate) fn house(&self, word: House) -> AttrValue {
        locale::say_house(self.locale, word, &[])
    }

    /// Says what belongs to the operator's desk, with what it is about.
    pub(crate) fn house_of(&self, word: House, about: &[&str]) -> AttrValue {
        locale::say_house(self.locale, word, about)
    }

    /// Tells that something worked at the operator's desk.
    pub(crate) fn tell_house(&self, word: House) {
        self.tell_house_of(word, &[]);
    }

    /// Tells that something worked at the operator's desk, with what it is about.
    pub(crate) fn tell_house_of(&self, word: House, about: &[&str]) {
        self.notices.emit(Some(Notice { tone: Tone::Done, text: self.house_of(word, about) }));
    }

    /// Tells that something worked.
    pub(crate) fn tell_done(&self, word: Work) {
        self.tell_done_of(word, &[]);
    }

    /// Tells that something worked, with what it is about.
    pub(crate) fn tell_done_of(&self, word: Work, about: &[&str]) {
        self.notices.emit(Some(Notice { tone: Tone::Done, text: self.work_of(word, about) }));
    }

    /// Tells why something cannot be done.
    pub(crate) fn tell_wrong(&self, word: Work) {
        self.notices.emit(Some(Notice { tone: Tone::Trouble, text: self.work(word) }));
    }

    /// Tells that something worked.
    pub(crate) fn tell(&self, msg: Msg<'_>) {
        self.notices.emit(Some(Notice { tone: Tone::Done, text: self.say(msg) }));
    }

    /// Tells what went wrong; a session that is over asks to sign in again.
    pub(crate) fn tell_trouble(&self, trouble: &Trouble) {
        if *trouble == Trouble::SignedOut {
            self.expired.emit(());
        } else {
            self.notices.emit(Some(Notice { tone: Tone::Trouble, text: trouble.say(self.locale) }));
        }
    }

    /// The day, written out.
    pub(crate) fn day(&self, at: Timestamp) -> AttrValue {
        self.words.date(Zone::Local, at)
    }

    /// The day and the minute, written out.
    pub(crate) fn minute(&self, at: Timestamp) -> AttrValue {
        self.words.exact(Zone::Local, at)
    }

    /// From when times are told.
    #[expect(clippy::unused_self, reason = "asked like every other word of this person's")]
    pub(crate) fn clock(&self) -> Clock {
        Clock { now: browser::now(), zone: Zone::Local, exact: Zone::Local }
    }

    /// Whether this person runs the installation.
    pub(crate) fn is_operator(&self) -> bool {
        self.who.as_ref().is_some_and(|who| who.operator)
    }

    /// Does something over the network: `busy` holds meanwhile, a session that is over asks to sign in again, and `done` gets
    /// the outcome either way.
    pub(crate) fn run<T: 'static>(
        &self,
        busy: &UseStateHandle<bool>,
        work: impl Future<Output = Result<T, Trouble>> + 'static,
        done: impl FnOnce(Result<T, Trouble>) + 'static,
    ) {
        let (busy, expired) = (busy.setter(), self.expired.clone());
        busy.set(true);
        wasm_bindgen_futures::spawn_local(async move {
            let outcome = work.await;
            busy.set(false);
            if matches!(outcome, Err(Trouble::SignedOut)) {
                expired.emit(());
            }
            done(outcome);
        });
    }
}

/// What every screen shares.
#[hook]
pub(crate) fn use_front() -> Front {
    use_context::<Front>().unwrap_or_else(|| Front {
        locale: Locale::En,
        words: Rc::new(Words::of(Locale::En)),
        who: None,
        epoch: 0,
        home: AttrValue::default(),
        notices: Callback::noop(),
        expired: Callback::noop(),
        speak: Callback::noop(),
        sign_out: Callback::noop(),
        signed_in: Callback::noop(),
    })
}

/// Something that comes over the network.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Remote<T> {
    /// It is on its way.
    Loading,
    /// It is here.
    Ready(T),
    /// It did not come.
    Failed(Trouble),
}
