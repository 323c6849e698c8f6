//! Who wrote something: the name they chose or a guest's colour, and in which capacity. The official mark carries the domain
//! and stands outside of what a person can type.

use super::{icon, time};
use crate::locale::when::Clock;
use crate::locale::{Msg, Words};
use chie_domain::api::view::{Author, AuthorName, GuestColour, Voice};
use chie_domain::time::Timestamp;
use yew::{AttrValue, Html, classes, html};

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
    match &author.name {
        AuthorName::Chosen(name) => name.clone().into(),
        AuthorName::Guest(shade, number) => {
            let shade = words.text(colour(*shade).0);
            if *number > 1 {
                words.fill(Msg::GuestNumber, &[("colour", &shade), ("n", &number.to_string())])
            } else {
                words.fill(Msg::Guest, &[("colour", &shade)])
            }
        }
    }
}

fn face(author: &Author) -> Html {
    let official = matches!(author.voice, Voice::Official(_));
    match &author.name {
        AuthorName::Chosen(name) => {
            let letter: String = name.chars().next().into_iter().flat_map(char::to_uppercase).collect();
            html! { <span class={classes!("ch-face", official.then_some("ch-face-rep"))} aria-hidden="true">{ letter }</span> }
        }
        AuthorName::Guest(shade, _) => html! { <span class={classes!("ch-face", colour(*shade).1)} aria-hidden="true"></span> },
    }
}

/// The line above a post. `mark` says what else they are in this thread.
pub fn byline(words: &Words, clock: Clock, author: &Author, at: Timestamp, mark: Option<Msg>) -> Html {
    let voice = match &author.voice {
        Voice::Guest | Voice::Member => Html::default(),
        Voice::Official(domain) => html! { <span class="ch-seal">{ icon::seal() }{ domain.as_str() }</span> },
        Voice::FormerlyOfficial(_, on) => {
            html! { <span>{ words.fill(Msg::FormerlyOfficial, &[("date", &words.date(clock.zone, *on))]) }</span> }
        }
    };
    html! {
        <div class="ch-by">
            { face(author) }
            <b><bdi>{ name(words, author) }</bdi></b>
            { voice }
            if let Some(mark) = mark { <span class="ch-tag">{ words.text(mark) }</span> }
            { time::ago(words, clock, at) }
        </div>
    }
}
