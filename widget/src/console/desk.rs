//! What a signed-in person sees of a brand, kept while they walk from room to room and asked for again after every act.

use super::browser;
use super::client;
use super::front::{Front, Remote};
use super::shell::Seal;
use super::trouble::Trouble;
use chie_domain::api::get_desk::Response;
use chie_domain::api::route::Route;
use chie_domain::api::view::{ProductView, ThreadRow};
use chie_domain::badge::Standing as Fresh;
use chie_domain::brand::BrandDomain;
use chie_domain::claim::Stewardship;
use chie_domain::policy::Role;
use chie_domain::proof::{Method, ProofState};
use chie_domain::text::ProductKey;
use chie_domain::thread::Phase;
use chie_domain::time::Timestamp;
use std::rc::Rc;
use yew::prelude::*;

/// What this person may do for the brand now. The server decides anew at every act; this only chooses what is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing: no proof of theirs is valid.
    Nobody,
    /// Nothing yet: others speak for the brand, and this one joins them then.
    Waits(Timestamp),
    /// Reads, in the role that they have.
    Reads,
    /// Claims and releases, but does not speak officially: the proof was not seen lately.
    InDoubt,
    /// Everything.
    Acts,
}

/// A brand's desk.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Desk {
    /// What the server said.
    pub(crate) data: Rc<Response>,
    /// What this person may do.
    pub(crate) standing: Standing,
    /// Asks again.
    pub(crate) reload: Callback<()>,
    /// Asks for more threads.
    pub(crate) more: Callback<()>,
}

impl Desk {
    /// Which brand.
    pub(crate) fn brand(&self) -> &BrandDomain {
        &self.data.community.brand
    }

    /// Whether this person decides for the brand, now or while its proof is looked for again.
    pub(crate) fn is_owner(&self) -> bool {
        matches!(self.standing, Standing::Acts | Standing::InDoubt)
            && self.data.seat.as_ref().is_some_and(|seat| seat.role == Role::Owner)
    }

    /// The brand's name where it may be shown as fact, else its domain.
    pub(crate) fn name(&self) -> &str {
        self.data.community.name.as_deref().unwrap_or(self.brand().as_str())
    }

    /// Whether claiming is offered.
    pub(crate) const fn can_claim(&self) -> bool {
        matches!(self.standing, Standing::Acts | Standing::InDoubt)
    }

    /// A product of the brand.
    pub(crate) fn product(&self, key: &ProductKey) -> Option<&ProductView> {
        self.data.community.products.iter().find(|product| product.key == *key)
    }

    /// Threads that customers run.
    pub(crate) fn fan_made(&self) -> impl Iterator<Item = &ThreadRow> {
        self.data.threads.rows.iter().filter(|row| row.steward == Stewardship::FanMade)
    }

    /// Threads that the brand stands behind.
    pub(crate) fn official(&self) -> impl Iterator<Item = &ThreadRow> {
        self.data.threads.rows.iter().filter(|row| row.steward != Stewardship::FanMade)
    }
}

/// Whether somebody still waits in a thread.
pub(crate) const fn waits(row: &ThreadRow) -> bool {
    matches!(row.status.phase(), Some(Phase::Open | Phase::Active))
}

/// Works out what this person may do.
fn standing(data: &Response, now: Timestamp) -> Standing {
    let Some(seat) = &data.seat else { return Standing::Nobody };
    match (seat.role, data.proven) {
        _ if seat.from > now => Standing::Waits(seat.from),
        (_, None) => Standing::Nobody,
        (Role::Trainee | Role::Observer, _) => Standing::Reads,
        (Role::Owner | Role::Representative, Some(Fresh::Fresh)) => Standing::Acts,
        (Role::Owner | Role::Representative, Some(Fresh::Doubtful)) => Standing::InDoubt,
    }
}

/// What the header says of the proof: the strongest way of this person's own.
pub(crate) fn seal(data: &Response) -> Seal {
    let now = browser::now();
    let states = data.proofs.iter().map(|proof| (proof.method, proof.state.at(now)));
    let confirmed: Vec<Method> =
        states.clone().filter(|(_, state)| matches!(state, ProofState::Confirmed { .. })).map(|(method, _)| method).collect();
    let strongest = [Method::Dns, Method::File, Method::Meta].into_iter().find(|method| confirmed.contains(method));
    match strongest {
        Some(method) => Seal::Proven(method),
        None if states.clone().any(|(_, state)| state.is_valid()) => Seal::InDoubt,
        None => Seal::None,
    }
}

/// Parts of the threads that are read at once. The server sorts by who waits longest, whoever stands behind a thread; the
/// rooms sort by who does, so a first part alone could hide a claimed thread.
const PARTS_AT_ONCE: usize = 5;

async fn fetch(brand: BrandDomain, pages: usize) -> Result<Response, Trouble> {
    let route = Route::GetDesk(brand);
    let mut desk: Response = client::read(&route, &[]).await?;
    for _ in 1..pages {
        let Some(next) = desk.threads.next.take() else { break };
        let page: Response = client::read(&route, &[("cursor", &next)]).await?;
        desk.threads.rows.extend(page.threads.rows);
        desk.threads.next = page.threads.next;
    }
    Ok(desk)
}

/// The desk of a brand. It is asked for when `visit` changes; meanwhile the former answer stays on the screen.
#[hook]
pub(crate) fn use_desk<D: PartialEq + 'static>(front: &Front, brand: &BrandDomain, visit: D) -> (Remote<Desk>, Callback<()>) {
    let state = use_state(|| Remote::<Rc<Response>>::Loading);
    let pages = use_mut_ref(|| PARTS_AT_ONCE);
    let newest = use_mut_ref(|| 0_u32);
    let here = use_mut_ref(|| false);
    let load = use_callback((front.clone(), brand.clone()), {
        let (setter, pages) = (state.setter(), pages.clone());
        move |(), (front, brand)| {
            let number = newest.borrow().wrapping_add(1);
            *newest.borrow_mut() = number;
            let (setter, front, brand, pages) = (setter.clone(), front.clone(), brand.clone(), *pages.borrow());
            let (newest, here) = (newest.clone(), here.clone());
            if !*here.borrow() {
                setter.set(Remote::Loading);
            }
            wasm_bindgen_futures::spawn_local(async move {
                let outcome = fetch(brand, pages).await;
                // Whoever was asked later answers for what is shown.
                if *newest.borrow() != number {
                    return;
                }
                match outcome {
                    Ok(desk) => {
                        *here.borrow_mut() = true;
                        setter.set(Remote::Ready(Rc::new(desk)));
                    }
                    Err(trouble) => {
                        if trouble == Trouble::SignedOut || *here.borrow() {
                            front.tell_trouble(&trouble);
                        }
                        if !*here.borrow() {
                            setter.set(Remote::Failed(trouble));
                        }
                    }
                }
            });
        }
    });
    use_effect_with((visit, front.epoch), {
        let load = load.clone();
        move |_| load.emit(())
    });
    let more = use_callback(load.clone(), move |(), load| {
        *pages.borrow_mut() += PARTS_AT_ONCE;
        load.emit(());
    });
    let desk = match &*state {
        Remote::Loading => Remote::Loading,
        Remote::Failed(trouble) => Remote::Failed(trouble.clone()),
        Remote::Ready(data) => {
            let standing = standing(data, browser::now());
            Remote::Ready(Desk { data: data.clone(), standing, reload: load.clone(), more })
        }
    };
    (desk, load)
}
