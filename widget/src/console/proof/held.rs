//! The proofs that were once confirmed: how they stand now, what they give, and what to do when one is in doubt.

use super::super::browser;
use super::super::desk::{Desk, Standing};
use super::super::front::use_front;
use super::super::locale::Msg;
use super::super::parts::{Mood, Note};
use super::super::screen::{Room, Screen};
use crate::parts::icon;
use chie_domain::api::request_proof::ProofView;
use chie_domain::proof::{LAPSE_AFTER, ProofState};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct HeldProps {
    pub(super) desk: Desk,
    pub(super) proofs: Vec<ProofView>,
}

/// The proofs that were once confirmed.
#[component]
pub(super) fn Held(props: &HeldProps) -> Html {
    let front = use_front();
    let HeldProps { desk, proofs } = props;
    let (now, brand) = (browser::now(), desk.brand().as_str());
    let alive = proofs.iter().any(|proof| proof.state.at(now).is_valid());
    let one = |proof: &ProofView| match proof.state.at(now) {
        ProofState::Confirmed { since, seen } => html! {
            <div class="held">
                { icon::seal() }
                <div>
                    <b>{ front.say(Msg::ProvenTitle { brand, method: proof.method }) }</b>
                    <p>{ front.say(Msg::ProvenSince { since: &front.day(since), seen: &front.minute(seen) }) }</p>
                    <p class="hint">{ front.say(Msg::LeaveInPlace) }</p>
                </div>
            </div>
        },
        ProofState::Doubtful { seen, .. } => html! {
            <Note mood={Mood::Care} title={front.say(Msg::DoubtTitle(proof.method))}>
                <p>{ front.say(Msg::DoubtDetail { seen: &front.minute(seen), until: &front.day(seen.after(LAPSE_AFTER)) }) }</p>
            </Note>
        },
        ProofState::Lapsed { at, .. } if !alive => html! {
            <Note mood={Mood::Care} title={front.say(Msg::LapsedTitle(proof.method))}>
                <p>{ front.say(Msg::LapsedDetail(&front.day(at))) }</p>
            </Note>
        },
        ProofState::Lapsed { .. } | ProofState::Requested { .. } => html! {},
    };
    html! {
        <>
            { for proofs.iter().map(one) }
            if let Standing::Waits(from) = desk.standing {
                <Note mood={Mood::Good} title={front.say(Msg::SeatWaitsTitle(&front.minute(from)))}>
                    <p>{ front.say(Msg::SeatWaits(brand)) }</p>
                </Note>
            }
            if desk.standing == Standing::Acts {
                <p class="actions">
                    <a class="btn" href={Screen::Brand(desk.brand().clone(), Room::Claim).href()}>{ front.say(Msg::GoToClaim) }</a>
                </p>
            }
        </>
    }
}
