//! Claiming and releasing: the threads that customers began, the ways to claim them, and what is claimed already.

mod claims;
mod confirm;

use super::brand_room::{RoomProps, gate};
use super::browser;
use super::client;
use super::desk::Desk;
use super::front::{Front, use_front};
use super::locale::{ClaimWhat, Msg};
use super::parts::{Button, Weight};
use super::row;
use super::trouble::Trouble;
use chie_domain::api::claim_threads::{Request, Response};
use chie_domain::api::route::Route;
use chie_domain::api::view::ThreadRow;
use chie_domain::brand::BrandDomain;
use chie_domain::claim::{ClaimState, Reach, Scope, Stewardship};
use chie_domain::id::ThreadId;
use chie_domain::text::ProductKey;
use claims::Claims;
pub(crate) use confirm::ConfirmClaim;
use std::collections::{BTreeMap, BTreeSet};
use web_sys::HtmlInputElement;
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

    /// The wish as the server is asked: chosen threads one by one.
    fn requests(&self) -> Vec<Request> {
        let whole = |reach| Request { thread: None, product: None, reach };
        let thread = |id: &ThreadId| Request { thread: Some(id.clone()), product: None, reach: Reach::All };
        match self {
            Self::Threads(ids) => ids.iter().map(thread).collect(),
            Self::This(id) => vec![thread(id)],
            Self::Product(key, _) => vec![Request { thread: None, product: Some(key.clone()), reach: Reach::All }],
            Self::Everything => vec![whole(Reach::All)],
            Self::FromNowOn => vec![whole(Reach::FromNowOn)],
        }
    }
}

/// Keys of claims under way: trying again sends the same wish, not a second one.
pub(crate) type Keys = BTreeMap<String, String>;

/// Claims one after the other and stops at the first trouble; gives back the recovery code, with the first claim of all.
pub(crate) async fn claim_all(
    brand: BrandDomain,
    wish: Wish,
    keys: std::rc::Rc<std::cell::RefCell<Keys>>,
    progress: Callback<usize>,
) -> Result<Option<String>, (usize, Trouble)> {
    let mut code = None;
    let route = Route::ClaimThreads(brand);
    let requests = wish.requests();
    for (done, request) in requests.iter().enumerate() {
        let name = serde_json::to_string(request).unwrap_or_default();
        let key = keys.borrow_mut().entry(name.clone()).or_insert_with(browser::fresh_key).clone();
        let answer = client::write::<_, Response>(&route, request, &key).await.map_err(|trouble| (done, trouble))?;
        code = answer.recovery.or(code);
        keys.borrow_mut().remove(&name);
        progress.emit(done + 1);
    }
    Ok(code)
}

/// The page of claims.
#[component]
pub(crate) fn Claim(props: &RoomProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let selected = use_state(BTreeSet::<ThreadId>::new);
    let wish = use_state(|| None::<Wish>);
    let menu = use_state(|| false);

    let rows: Vec<ThreadRow> = desk.fan_made().cloned().collect();
    // What became official meanwhile is no longer chosen.
    let chosen: Vec<ThreadId> = rows.iter().map(|row| row.id.clone()).filter(|id| selected.contains(id)).collect();
    let title = match (rows.len(), &desk.data.threads.next) {
        _ if !desk.can_claim() => Msg::NavClaim,
        (0, None) => Msg::ClaimTitleNone,
        (n, None) => Msg::ClaimTitle(n),
        (n, Some(_)) => Msg::ClaimTitleMore(n),
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
    let lead = if rows.is_empty() { Msg::ClaimNoneLead(desk.name()) } else { Msg::ClaimLead(desk.name()) };
    html! {
        <>
            <h1 tabindex="-1">{ front.say(title) }</h1>
            <p class="lead">{ front.say(lead) }</p>
            if !rows.is_empty() { { table(&front, desk, &rows, &selected) } }
            if desk.data.threads.next.is_some() {
                <p class="actions"><Button label={front.say(Msg::LoadMore)} weight={Weight::Quiet} press={desk.more.clone()} /></p>
            }
            <div class="bar">
                if !rows.is_empty() {
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
                    <Button label={front.say(Msg::ClaimAll)} weight={Weight::Quiet} press={wanted(Wish::Everything)} />
                    if !live(None) {
                        <Button label={front.say(Msg::ClaimFromNow)} weight={Weight::Quiet} press={wanted(Wish::FromNowOn)} />
                    }
                }
            </div>
            <Claims desk={desk.clone()} />
            <ConfirmClaim brand={desk.brand().clone()} wish={(*wish).clone()} reload={desk.reload.clone()} {leave} />
        </>
    }
}

fn table(front: &Front, desk: &Desk, rows: &[ThreadRow], selected: &UseStateHandle<BTreeSet<ThreadId>>) -> Html {
    let all = rows.iter().all(|row| selected.contains(&row.id));
    let every: BTreeSet<ThreadId> = rows.iter().map(|row| row.id.clone()).collect();
    let toggle_all = {
        let selected = selected.clone();
        move |_| selected.set(if all { BTreeSet::new() } else { every.clone() })
    };
    let line = |row: &ThreadRow| {
        let onchange = {
            let (selected, id) = (selected.clone(), row.id.clone());
            Callback::from(move |event: Event| {
                let mut next = (*selected).clone();
                if event.target_unchecked_into::<HtmlInputElement>().checked() {
                    next.insert(id.clone());
                } else {
                    next.remove(&id);
                }
                selected.set(next);
            })
        };
        let (brand, product) = (desk.brand(), desk.product(&row.product).map_or(row.product.as_str(), |it| it.name.as_str()));
        html! {
            <tr key={row.id.as_str()}>
                <td class="pick"><input type="checkbox" checked={selected.contains(&row.id)} {onchange} aria-label={front.say(Msg::SelectThread(&row.title))} /></td>
                <td class="title">
                    <a href={row::public_page(front, brand, row)} target="_blank" rel="noopener"><bdi>{ row.title.clone() }</bdi></a>
                    <div class="meta">if row.danger.is_some() { <b class="late">{ front.words.text(crate::locale::Msg::DangerTag) }</b> }{ row::kind(front, row) }<span><bdi>{ product.to_owned() }</bdi></span><span>{ front.words.count(crate::locale::Msg::Replies, row.replies) }</span><a href={row::in_console(brand, &row.id)} aria-label={front.say(Msg::ReadHereTitle(&row.title))}>{ front.say(Msg::ReadHere) }</a></div>
                </td>
                <td class="state">{ row::state(front, row) }</td>
                <td class="n same" data-label={front.say(Msg::ColSame)}>if row.me_too > 0 { { row.me_too } }</td>
                <td class="n">{ row::age(front, row) }</td>
            </tr>
        }
    };
    html! {
        <table class="threads">
            <thead><tr>
                <th scope="col" class="pick"><input type="checkbox" checked={all} onchange={toggle_all} aria-label={front.say(Msg::SelectAll)} /></th>
                <th scope="col">{ front.say(Msg::ColThread) }</th>
                <th scope="col">{ front.say(Msg::ColState) }</th>
                <th scope="col" class="n">{ front.say(Msg::ColSame) }</th>
                <th scope="col" class="n">{ front.say(Msg::ColAge) }</th>
            </tr></thead>
            <tbody>{ for rows.iter().map(line) }</tbody>
        </table>
    }
}
