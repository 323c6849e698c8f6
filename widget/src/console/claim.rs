//! Claiming and releasing: the threads that customers began, the ways to claim them, and what is claimed already.

mod claims;
mod confirm;
mod undo;

use super::brand_room::{RoomProps, gate};
use super::front::{Remote, use_front};
use super::locale::{ClaimWhat, Msg, Work};
use super::parts::{Button, Weight, waiting};
use super::triage::{TriageTable, use_triage};
use chie_domain::api::claim_threads::Request;
use chie_domain::claim::{ClaimState, Reach, Scope, Stewardship, ThreadIds};
use chie_domain::id::ThreadId;
use chie_domain::text::{ProductKey, TextError};
use claims::Claims;
pub(crate) use confirm::ConfirmClaim;
use confirm::MadeBy;
use std::collections::BTreeSet;
use undo::Undo;
use yew::prelude::*;

/// What somebody is about to claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Chosen threads.
    Threads(Vec<ThreadId>),
    /// The thread on the screen.
    This(ThreadId),
    /// A product, with its name.
    Product(ProductKey, String),
    /// Everything.
    Everything,
    /// Only what begins from now on.
    FromNowOn,
}

impl Wish {
    /// The wish in words.
    pub(crate) fn what(&self) -> ClaimWhat<'_> {
        match self {
            Self::Threads(ids) => ClaimWhat::Threads(ids.len()),
            Self::This(_) => ClaimWhat::ThisThread,
            Self::Product(_, name) => ClaimWhat::Product(name),
            Self::Everything => ClaimWhat::Everything,
            Self::FromNowOn => ClaimWhat::FromNowOn,
        }
    }

    /// The wish as the server is asked.
    fn request(&self) -> Result<Request, TextError> {
        let mut request = Request { thread: None, threads: None, product: None, reach: Reach::All, hello: None, name: None };
        match self {
            Self::Threads(ids) => request.threads = Some(ThreadIds::of(ids)?),
            Self::This(id) => request.thread = Some(id.clone()),
            Self::Product(key, _) => request.product = Some(key.clone()),
            Self::Everything => {}
            Self::FromNowOn => request.reach = Reach::FromNowOn,
        }
        Ok(request)
    }
}

/// The page of claims.
#[component]
pub(crate) fn Claim(props: &RoomProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let selected = use_state(BTreeSet::<ThreadId>::new);
    let wish = use_state(|| None::<Wish>);
    let menu = use_state(|| false);

    let triage = use_triage(&front, desk.brand(), desk.can_claim());
    let found = match &triage.state {
        Remote::Ready(found) => Some(found.clone()),
        Remote::Loading | Remote::Failed(_) => None,
    };
    let rows = found.as_ref().map(|it| it.rows.clone()).unwrap_or_default();
    // What became official meanwhile is no longer chosen.
    let chosen: Vec<ThreadId> = rows.iter().map(|it| it.row.id.clone()).filter(|id| selected.contains(id)).collect();
    let total = found.as_ref().map_or(0, |it| usize::try_from(it.total).unwrap_or(usize::MAX));
    let title = match (desk.can_claim() && found.is_some(), total) {
        (false, _) => Msg::NavClaim,
        (true, 0) => Msg::ClaimTitleNone,
        (true, n) => Msg::ClaimTitle(n),
    };
    if let Some(gate) = gate(&front, desk) {
        return html! { <><h1 tabindex="-1">{ front.say(title) }</h1>{ gate }</> };
    }
    let wanted = |it: Wish| {
        let wish = wish.clone();
        Callback::from(move |()| wish.set(Some(it.clone())))
    };
    let some = {
        let (front, wish, chosen) = (front.clone(), wish.clone(), chosen.clone());
        Callback::from(
            move |()| if chosen.is_empty() { front.tell(Msg::SelectFirst) } else { wish.set(Some(Wish::Threads(chosen.clone()))) },
        )
    };
    let live = |reach: Option<Reach>| {
        desk.data.claims.iter().any(|claim| {
            claim.scope == Scope::Community && claim.state == ClaimState::Live && reach.is_none_or(|reach| claim.reach == reach)
        })
    };
    let products: Vec<_> = desk.data.community.products.iter().filter(|it| it.steward == Stewardship::FanMade).cloned().collect();
    let leave = {
        let (wish, selected) = (wish.clone(), selected.clone());
        Callback::from(move |done: bool| {
            if done && matches!(&*wish, Some(Wish::Threads(_))) {
                selected.set(BTreeSet::new());
            }
            wish.set(None);
        })
    };
    let reload = {
        let (again, desk) = (triage.again.clone(), desk.reload.clone());
        Callback::from(move |()| {
            again.emit(());
            desk.emit(());
        })
    };
    let made_by = found.as_ref().map(|it| MadeBy::of(&front, desk.name(), it));
    let next = found.as_ref().and_then(|it| it.next.clone());
    let lead = if rows.is_empty() { Msg::ClaimNoneLead(desk.name()) } else { Msg::ClaimLead(desk.name()) };
    html! {
        <>
            <h1 tabindex="-1">{ front.say(title) }</h1>
            <p class="lead">{ front.say(lead) }</p>
            { waiting(&triage.state, front.say(Msg::Loading), &triage.again) }
            if let Some(found) = &found { <Undo brand={desk.brand().clone()} acts={found.undoable.clone()} changed={reload.clone()} /> }
            if !rows.is_empty() { <TriageTable brand={desk.brand().clone()} {rows} selected={selected.clone()} /> }
            if next.is_some() {
                <p class="actions"><Button label={front.say(Msg::LoadMore)} weight={Weight::Quiet} press={triage.more.clone()} /></p>
            }
            <div class="bar">
                if total > 0 {
                    <Button label={front.say(Msg::ClaimSelected(chosen.len()))} press={some} />
                }
                if !products.is_empty() {
                    <div class="menu">
                        <button type="button" class="btn quiet" aria-expanded={if *menu { "true" } else { "false" }} aria-controls="products"
                            onclick={let menu = menu.clone(); move |_| menu.set(!*menu)}>
                            { front.say(Msg::ClaimProduct) }<i class="drop" aria-hidden="true"></i>
                        </button>
                        <ul id="products" hidden={!*menu}>
                            { for products.into_iter().map(|product| {
                                let label = front.say(Msg::ProductLine { name: &product.name, threads: product.threads });
                                let press = wanted(Wish::Product(product.key, product.name));
                                html! { <li><Button {label} weight={Weight::Text} {press} /></li> }
                            }) }
                        </ul>
                    </div>
                }
                if !live(Some(Reach::All)) {
                    <Button label={front.work_of(Work::ClaimAllOf, &[&total.to_string()])} weight={Weight::Quiet} press={wanted(Wish::Everything)} />
                    if !live(None) {
                        <Button label={front.say(Msg::ClaimFromNow)} weight={Weight::Quiet} press={wanted(Wish::FromNowOn)} />
                    }
                }
            </div>
            <Claims desk={desk.clone()} />
            <ConfirmClaim brand={desk.brand().clone()} wish={(*wish).clone()} {made_by} {reload} {leave} />
        </>
    }
}
