//! What to put where, letter by letter, and what the checker saw there last.

use super::super::browser;
use super::super::front::use_front;
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, CopyLine, Weight};
use chie_domain::api::request_proof::{Finding, Look, ProofView};
use chie_domain::brand::BrandDomain;
use chie_domain::proof::{Method, ProofState, USER_AGENT};
use yew::prelude::*;

/// How DNS calls the record, in every language.
const RECORD_TYPE: &str = "TXT";

#[derive(Properties, PartialEq)]
pub(super) struct EvidenceProps {
    pub(super) brand: BrandDomain,
    pub(super) proof: ProofView,
    pub(super) busy: bool,
    /// What the last check that was asked for found, in a sentence.
    pub(super) said: Option<AttrValue>,
    pub(super) check: Callback<()>,
}

/// What to put where, and what is there.
#[component]
pub(super) fn Evidence(props: &EvidenceProps) -> Html {
    let front = use_front();
    let EvidenceProps { brand, proof, busy, said, check } = props;
    let (method, until) = (proof.method, front.day(proof.until));
    let requested = matches!(proof.state, ProofState::Requested { .. });
    let forward = {
        let (front, brand, proof, until) = (front.clone(), brand.clone(), proof.clone(), until.clone());
        Callback::from(move |()| {
            let front = front.clone();
            let (brand, placement) = (brand.as_str(), &proof.placement);
            let text = front.say(Msg::Forward { brand, method: proof.method, placement, until: &until }).to_string();
            wasm_bindgen_futures::spawn_local(async move {
                let what = front.say(Msg::ForwardWhat);
                front.tell(if browser::copy(text).await { Msg::Copied(&what) } else { Msg::CopyFailed });
            });
        })
    };
    let label = match (*busy, proof.looks.is_empty()) {
        (true, _) => Msg::Checking,
        (false, true) => Msg::CheckNow,
        (false, false) => Msg::CheckAgain,
    };
    html! {
        <section class="evidence">
            <h3>{ front.say(Msg::PutThere(method)) }</h3>
            <ul class="copies">
                <CopyLine label={front.say(Msg::PlaceLabel(method))} text={proof.placement.at.clone()} />
                if method == Method::Dns {
                    <li class="copy"><div><span class="label">{ front.say(Msg::PlaceType) }</span><code translate="no">{ RECORD_TYPE }</code></div></li>
                }
                <CopyLine label={front.say(Msg::TextLabel(method))} text={proof.placement.text.clone()} />
            </ul>
            <p class="hint">{ front.say(Msg::PlaceHint(method)) }</p>
            if requested {
                <p class="hint forward"><Button label={front.say(Msg::ForwardLabel)} weight={Weight::Text} press={forward} /></p>
                if let Some(page) = &proof.forward {
                    <ul class="copies"><CopyLine label={front.work(Work::ForwardPage)} text={page.clone()} /></ul>
                    <p class="hint">{ front.work_of(Work::ForwardPageHint, &[&until]) }</p>
                }
            }
            <h3>{ front.say(Msg::LooksTitle) }</h3>
            if proof.looks.is_empty() {
                <p>{ front.say(Msg::NotLookedYet) }</p>
            } else {
                <table class="looks">
                    <thead><tr>
                        <th scope="col">{ front.say(Msg::Asked) }</th>
                        <th scope="col">{ front.say(Msg::Answer) }</th>
                        <th scope="col">{ front.say(Msg::Meaning) }</th>
                    </tr></thead>
                    <tbody>{ for proof.looks.iter().map(|look| row(&front, look, method)) }</tbody>
                </table>
            }
            <div class="actions">
                <Button label={front.say(label)} rest={*busy} press={check.clone()} />
                <b role="status">{ said.clone() }</b>
            </div>
            if method != Method::Dns { <p class="hint">{ front.work(Work::AskedAs) }{ " " }<code dir="ltr" translate="no">{ USER_AGENT }</code></p> }
            if requested { <p class="hint">{ front.say(Msg::WeLookUntil(&until)) }</p> }
        </section>
    }
}

fn row(front: &super::super::front::Front, look: &Look, method: Method) -> Html {
    let class = match look.finding {
        Finding::Found => "good",
        Finding::Nothing | Finding::TimedOut => "plain",
        Finding::Different
        | Finding::Unrelated
        | Finding::TooMany
        | Finding::TooLarge
        | Finding::LeadsAway
        | Finding::BadStatus
        | Finding::Unreachable => "bad",
    };
    let answer = if look.answer.trim().is_empty() {
        let nothing = if look.finding == Finding::Nothing { Msg::NothingThere(method) } else { Msg::NoAnswer };
        html! { { front.say(nothing) } }
    } else {
        html! { <code dir="ltr" translate="no">{ look.answer.clone() }</code> }
    };
    html! {
        <tr>
            <td data-label={front.say(Msg::Asked)}><bdi>{ look.asked.clone() }</bdi><br /><span class="hint">{ front.minute(look.at) }</span></td>
            <td data-label={front.say(Msg::Answer)}>{ answer }</td>
            <td data-label={front.say(Msg::Meaning)}>
                <b {class}>{ front.say(Msg::FindingWord(look.finding)) }</b><br />{ front.say(Msg::FindingMeaning(look.finding, method)) }
            </td>
        </tr>
    }
}
