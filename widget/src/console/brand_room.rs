//! The rooms of a brand: its desk is fetched once and handed to whichever room the address names.

use super::browser;
use super::changes::Changes;
use super::claim::Claim;
use super::desk::{self, Desk, Standing, use_desk, waits};
use super::figures::Figures;
use super::front::{Front, Remote, use_front};
use super::locale::Msg;
use super::parts::{Mood, Note, waiting};
use super::people::{Former, People};
use super::products::Products;
use super::proof::Proof;
use super::screen::{Room, Screen};
use super::set_up::SetUp;
use super::shell::{Plate, Seal, Shell};
use super::thread::Thread;
use super::threads::Threads;
use super::words::SearchWords;
use super::work::Overview;
use chie_domain::brand::BrandDomain;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct BrandRoomProps {
    pub(crate) brand: BrandDomain,
    pub(crate) room: Room,
}

/// A room that has its brand's desk.
#[derive(Properties, PartialEq)]
pub(crate) struct RoomProps {
    pub(crate) desk: Desk,
}

/// A room of a brand.
#[component]
pub(crate) fn BrandRoom(props: &BrandRoomProps) -> Html {
    let front = use_front();
    let (desk, again) = use_desk(&front, &props.brand, props.room.clone());
    let elsewhere = match &desk {
        Remote::Ready(desk) => leads_to(desk, &props.brand, &props.room),
        Remote::Loading | Remote::Failed(_) => None,
    };
    use_effect_with(elsewhere, |elsewhere| {
        if let Some(screen) = elsewhere {
            browser::go_instead(&screen.href());
        }
    });
    let (seal, count) = match &desk {
        Remote::Ready(desk) => (desk::seal(&desk.data), desk.can_claim().then(|| desk.official().filter(|row| waits(row)).count())),
        Remote::Loading | Remote::Failed(_) => (Seal::Unknown, None),
    };
    let plate = Plate { brand: props.brand.clone(), room: props.room.clone(), seal, waiting: count.filter(|n| *n > 0) };
    let body = match (&desk, &props.room) {
        (Remote::Ready(desk), Room::Changes) => html! { <Changes desk={desk.clone()} /> },
        (Remote::Ready(desk), Room::Proof) => html! { <Proof desk={desk.clone()} /> },
        (Remote::Ready(desk), Room::Claim) => html! { <Claim desk={desk.clone()} /> },
        (Remote::Ready(desk), Room::Threads) => html! { <Threads desk={desk.clone()} /> },
        (Remote::Ready(desk), Room::Thread(id)) => {
            html! { <Thread key={id.as_str()} desk={desk.clone()} id={id.clone()} /> }
        }
        (Remote::Ready(desk), Room::People) => html! { <People desk={desk.clone()} /> },
        (Remote::Ready(desk), Room::Words) => html! { <SearchWords desk={desk.clone()} /> },
        (Remote::Ready(desk), Room::Figures) => html! { <Figures desk={desk.clone()} /> },
        (Remote::Ready(desk), Room::Overview) => html! { <Overview desk={desk.clone()} /> },
        (Remote::Ready(desk), Room::Products) => html! { <Products desk={desk.clone()} /> },
        (Remote::Ready(desk), Room::SetUp) => html! { <SetUp desk={desk.clone()} /> },
        (Remote::Ready(_), Room::Next) => html! { <h1 tabindex="-1">{ front.say(Msg::Loading) }</h1> },
        (Remote::Loading | Remote::Failed(_), _) => html! {
            <>
                <h1 tabindex="-1"><bdi>{ props.brand.as_str() }</bdi></h1>
                { waiting(&desk, front.say(Msg::Loading), &again) }
            </>
        },
    };
    let former = match &desk {
        Remote::Ready(desk) => html! { <Former desk={desk.clone()} /> },
        Remote::Loading | Remote::Failed(_) => html! {},
    };
    html! { <Shell {plate}>{ former }{ body }</Shell> }
}

/// Where this address leads on to: the brand's own domain (from a subdomain of it), or whatever comes next.
fn leads_to(desk: &Desk, asked: &BrandDomain, room: &Room) -> Option<Screen> {
    let brand = desk.brand().clone();
    if *room == Room::Next {
        let next = match desk.standing {
            Standing::Acts | Standing::InDoubt if desk.data.learns && desk.official().next().is_some() => Room::Overview,
            Standing::Acts | Standing::InDoubt if desk.fan_made().next().is_none() && desk.official().next().is_some() => {
                Room::Threads
            }
            Standing::Acts | Standing::InDoubt => Room::Claim,
            Standing::Reads => Room::Threads,
            Standing::Nobody if desk.data.proofs.is_empty() => Room::Changes,
            Standing::Nobody | Standing::Waits(_) => Room::Proof,
        };
        Some(Screen::Brand(brand, next))
    } else {
        (brand != *asked).then(|| Screen::Brand(brand, room.clone()))
    }
}

/// What stands in a room where this person cannot act yet: why, and the way there.
pub(crate) fn gate(front: &Front, desk: &Desk) -> Option<Html> {
    let brand = desk.brand().as_str();
    match desk.standing {
        Standing::Acts | Standing::InDoubt => None,
        Standing::Reads => Some(html! { <Note mood={Mood::Plain}><p>{ front.say(Msg::NoPower) }</p></Note> }),
        Standing::Waits(from) => Some(html! {
            <Note mood={Mood::Good} title={front.say(Msg::SeatWaitsTitle(&front.minute(from)))}>
                <p>{ front.say(Msg::SeatWaits(brand)) }</p>
            </Note>
        }),
        Standing::Nobody => {
            let href = Screen::Brand(desk.brand().clone(), Room::Proof).href();
            Some(html! {
                <Note mood={Mood::Plain} title={front.say(Msg::NeedProofTitle)}>
                    <p>{ front.say(Msg::NeedProof(brand)) }</p>
                    <p class="actions"><a class="btn" {href}>{ front.say(Msg::GoToProof) }</a></p>
                </Note>
            })
        }
    }
}
