//! Who wrote something: the name they chose or a guest's colour, and in which capacity. The official mark carries the domain
//! and stands outside of what a person can type.

use super::{icon, time};
use crate::draw::{bdi, el};
use crate::locale::when::Clock;
use crate::locale::{Msg, Words};
use chie_domain::api::view::{Author, AuthorName, GuestColour, Voice};
use chie_domain::time::Timestamp;
use yew::{AttrValue, Html};

const fn colour(colour: GuestColour) -> (Msg, &'static str) {
    match colour {
        GuestColour::Blue => (Msg::Blue, "ch-blue"),
        GuestColour::Green => (Msg::Green, "ch-green"),
        GuestColour::Yellow => (Msg::Yellow, "ch-yellow"),
        GuestColour::Orange => (Msg::Orange, "ch-orange"),
        GuestColour::Red => (Msg::Red, "ch-red"),
        GuestColour::Purple => (Msg::Purple, "ch-purple"),
        GuestColour::White => (Msg::White, "ch-white"),
        GuestColour::Grey => (Msg::Grey, "ch-grey"),
    }
}

/// What somebody is called.
pub fn name(words: &Words, author: &Author) -> AttrValue {
    called(words, &author.name)
}

/// A name in words.
pub fn called(words: &Words, name: &AuthorName) -> AttrValue {
    match name {
        AuthorName::Chosen(name) => name.clone().into(),
        AuthorName::Guest(shade, number) => {
            let shade = words.text(colour(*shade).0);
            if *number > 1 {
                words.fill(Msg::GuestNumber, &[("colour", &shade), ("n", &number.to_string())])
            } else {
                words.fill(Msg::Guest, &[("colour", &shade)])
            }
        }
        AuthorName::Former => words.text(Msg::FormerMember),
    }
}

fn face(author: &Author) -> Html {
    let official = matches!(author.voice, Voice::Official(_));
    match &author.name {
        AuthorName::Chosen(name) => {
            let letter: String = name.chars().next().map(|first| first.to_ascii_uppercase()).into_iter().collect();
            el("span", "")
                .classes(&["ch-face", if official { "ch-face-rep" } else { "" }])
                .set("aria-hidden", "true")
                .says(letter)
                .into()
        }
        AuthorName::Former => el("span", "ch-face ch-grey").set("aria-hidden", "true").into(),
        AuthorName::Guest(shade, _) => el("span", "").classes(&["ch-face", colour(*shade).1]).set("aria-hidden", "true").into(),
    }
}

/// The line above a post. `mark` says what else they are in this thread.
pub fn byline(words: &Words, clock: Clock, author: &Author, at: Timestamp, mark: Option<Msg>) -> Html {
    let voice = match &author.voice {
        Voice::Guest | Voice::Member => None,
        Voice::Official(domain) => Some(el("span", "ch-seal").put(icon::seal()).says(domain.to_string())),
        Voice::FormerlyOfficial(_, on) => {
            Some(el("span", "").says(words.fill(Msg::FormerlyOfficial, &[("date", &words.date(clock.zone, *on))])))
        }
    };
    el("div", "ch-by")
        .put(face(author))
        .put(el("b", "").put(bdi(&name(words, author))))
        .put_if(voice.map(Html::from))
        .put_if((author.solved > 0).then(|| el("span", "ch-solves").says(words.count(Msg::SolvedCount, author.solved)).into()))
        .put_if(mark.map(|mark| el("span", "ch-tag").says(words.text(mark)).into()))
        .put(time::ago(words, clock, at))
        .into()
}
