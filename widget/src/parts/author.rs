//! Who wrote something: the name they chose or a guest's colour, and in which capacity. The official mark carries the domain
//! and stands outside of what a person can type.

use super::{icon, time};
use crate::draw::{bdi, el};
use crate::locale::when::Clock;
use crate::locale::{Msg, Words};
use chie_domain::api::view::{Author, AuthorName, GuestColour, Voice};
use chie_domain::mark::Mark;
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

/// The first letters of a name's first two words; of a name without spaces its first.
fn letters(name: &str) -> String {
    name.split_whitespace().take(2).filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

/// A drawing out of the name: its letters on the colour that the person has for ever. The name stands beside it in words.
pub fn face(author: &Author) -> Html {
    let official = matches!(author.voice, Voice::Official(_));
    match &author.name {
        AuthorName::Chosen(name) => {
            let shade = if official { "ch-face-rep" } else { colour(GuestColour::of(&author.member)).1 };
            el("span", "").classes(&["ch-face", "ch-drawn", shade]).set("aria-hidden", "true").says(letters(name)).into()
        }
        AuthorName::Former => el("span", "ch-face ch-grey").set("aria-hidden", "true").into(),
        AuthorName::Guest(shade, _) => el("span", "").classes(&["ch-face", colour(*shade).1]).set("aria-hidden", "true").into(),
    }
}

/// Who a customer is to the brand: they speak for themselves.
fn marked(words: &Words, mark: &Mark) -> Html {
    let (msg, domain) = match mark {
        Mark::Employee(domain) => (Msg::WorksAt, domain),
        Mark::Champion(domain) => (Msg::TrustedBy, domain),
    };
    el("span", "ch-tag").says(words.fill(msg, &[("domain", domain.as_str())])).into()
}

/// The line above a post. `mark` says what else they are in this thread.
pub fn byline(words: &Words, clock: Clock, author: &Author, at: Timestamp, mark: Option<Msg>) -> Html {
    let voice = match &author.voice {
        Voice::Guest | Voice::Member => None,
        Voice::Official(domain) => Some(el("span", "ch-seal").put(icon::seal()).says(domain.to_string())),
        Voice::Alum(domain) => Some(el("span", "").says(words.fill(Msg::FormerlyOf, &[("domain", domain.as_str())]))),
        Voice::FormerlyOfficial(_, on) => {
            Some(el("span", "").says(words.fill(Msg::FormerlyOfficial, &[("date", &words.date(clock.zone, *on))])))
        }
    };
    el("div", "ch-by")
        .put(face(author))
        .put(el("b", "").put(bdi(&name(words, author))))
        .put_if(voice.map(Html::from))
        .put_if(author.mark.as_ref().map(|mark| marked(words, mark)))
        .put_if((author.solved > 0).then(|| el("span", "ch-solves").says(words.count(Msg::SolvedCount, author.solved)).into()))
        .put_if(mark.map(|mark| el("span", "ch-tag").says(words.text(mark)).into()))
        .put(time::ago(words, clock, at))
        .into()
}
