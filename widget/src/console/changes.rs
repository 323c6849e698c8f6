//! One calm page before proof: what claiming changes, what it does not, what it obliges to, how to leave.

use super::brand_room::RoomProps;
use super::front::use_front;
use super::locale::Msg;
use super::screen::{Room, Screen};
use yew::prelude::*;

/// What claiming changes.
#[component]
pub(crate) fn Changes(props: &RoomProps) -> Html {
    let front = use_front();
    let brand = props.desk.brand();
    let list = |messages: &[Msg<'_>]| html! { <ul>{ for messages.iter().map(|msg| html! { <li>{ front.say(*msg) }</li> }) }</ul> };
    let (room, label) = if props.desk.can_claim() { (Room::Claim, Msg::GoToClaim) } else { (Room::Proof, Msg::GoToProof) };
    html! {
        <article class="changes">
            <h1 tabindex="-1">{ front.say(Msg::ChangesTitle(brand.as_str())) }</h1>
            <p class="lead">{ front.say(Msg::ChangesLead) }</p>
            <section>
                <h2>{ front.say(Msg::Changes) }</h2>
                { list(&[Msg::ChangesSeal(brand.as_str()), Msg::ChangesVoice, Msg::ChangesSentence]) }
            </section>
            <section>
                <h2>{ front.say(Msg::Stays) }</h2>
                { list(&[Msg::StaysPosts, Msg::StaysAnswers, Msg::StaysAddresses, Msg::StaysRest]) }
            </section>
            <section>
                <h2>{ front.say(Msg::Obliges) }</h2>
                <p><b>{ front.say(Msg::ObligesNothing) }</b>{ " " }{ front.say(Msg::ObligesDetail) }</p>
            </section>
            <section>
                <h2>{ front.say(Msg::Leaving) }</h2>
                { list(&[Msg::LeavingRelease, Msg::LeavingProof]) }
            </section>
            <p class="actions"><a class="btn" href={Screen::Brand(brand.clone(), room).href()}>{ front.say(label) }</a></p>
        </article>
    }
}
