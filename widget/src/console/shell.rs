//! The frame around a screen: the way past it for the keyboard, the header, the main part.

use super::front::use_front;
use super::locale::{Insight, Msg, Work};
use super::parts::{Button, Weight};
use super::screen::{Room, Screen};
use crate::locale::Locale;
use crate::parts::icon;
use chie_domain::brand::BrandDomain;
use chie_domain::proof::Method;
use yew::prelude::*;

/// What the header says of the proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seal {
    /// It is not known yet.
    Unknown,
    /// Nothing is proven.
    None,
    /// Proven so.
    Proven(Method),
    /// Proven so, but not seen lately.
    InDoubt,
}

/// The header of a brand's rooms.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plate {
    /// Which brand.
    pub(crate) brand: BrandDomain,
    /// In which room.
    pub(crate) room: Room,
    /// What is proven.
    pub(crate) seal: Seal,
    /// How many threads wait, where that is known.
    pub(crate) waiting: Option<usize>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct ShellProps {
    #[prop_or_default]
    pub(crate) plate: Option<Plate>,
    pub(crate) children: Html,
}

/// The frame around a screen.
#[component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let front = use_front();
    let skip = Callback::from(|event: MouseEvent| {
        // The address behind `#` names the screen, so the way past the header is walked by hand.
        event.prevent_default();
        super::browser::focus("main h1");
    });
    let languages = Locale::all().filter(|other| *other != front.locale).map(|other| {
        let press = front.speak.reform(move |()| other);
        html! { <span lang={other.code()}><Button label={AttrValue::Static(other.name())} weight={Weight::Text} {press} /></span> }
    });
    html! {
        <>
            <header>
                <a class="skip" href="#" onclick={skip}>{ front.say(Msg::SkipToContent) }</a>
                if let Some(plate) = &props.plate { <PlateView plate={plate.clone()} /> } else { <b class="brand">{ front.say(Msg::Console) }</b> }
                <div class="self">
                    if props.plate.is_some() { <a href={Screen::Start.href()}>{ front.say(Msg::Brands) }</a> }
                    { for languages }
                    if let Some(who) = &front.who {
                        <span class="who" title={front.say(Msg::SignedInAs(&who.email))}><bdi>{ who.email.clone() }</bdi></span>
                        <Button label={front.say(Msg::SignOut)} weight={Weight::Text} press={front.sign_out.clone()} />
                    }
                </div>
            </header>
            <main>{ props.children.clone() }</main>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct PlateProps {
    plate: Plate,
}

#[component]
fn PlateView(props: &PlateProps) -> Html {
    let front = use_front();
    let Plate { brand, room, seal, waiting } = &props.plate;
    let seal = match seal {
        Seal::Unknown => html! {},
        Seal::None => html! { <span class="st wait"><i></i>{ front.say(Msg::NotProven) }</span> },
        Seal::Proven(method) => html! { <span class="seal">{ icon::seal() }{ front.say(Msg::ProvenBy(*method)) }</span> },
        Seal::InDoubt => html! { <span class="st go"><i></i>{ front.say(Msg::InDoubt) }</span> },
    };
    let link = |to: Room, label: AttrValue, count: Option<usize>| {
        let here = *room == to || (to == Room::Threads && matches!(room, Room::Thread(_)));
        let href = Screen::Brand(brand.clone(), to).href();
        html! {
            <li><a {href} aria-current={here.then_some("page")}>{ label }if let Some(n) = count { <span class="count">{ n }</span> }</a></li>
        }
    };
    html! {
        <>
            <b class="brand"><bdi>{ brand.as_str() }</bdi></b>
            { seal }
            <nav aria-label={front.say(Msg::Sections)}>
                <ul>
                    { link(Room::Claim, front.say(Msg::NavClaim), None) }
                    { link(Room::Threads, front.work(Work::WaitingTitle), *waiting) }
                    { link(Room::Overview, front.work(Work::NavOverview), None) }
                    { link(Room::Products, front.work(Work::NavProducts), None) }
                    { link(Room::SetUp, front.work(Work::NavSetUp), None) }
                    { link(Room::People, front.work(Work::NavPeople), None) }
                    { link(Room::Proof, front.say(Msg::NavProof), None) }
                    { link(Room::Words, front.say(Msg::Insight(Insight::NavWords)), None) }
                    { link(Room::Figures, front.say(Msg::Insight(Insight::NavFigures)), None) }
                    { link(Room::Changes, front.say(Msg::NavChanges), None) }
                </ul>
            </nav>
        </>
    }
}
