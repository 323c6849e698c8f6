//! What waits for the company, and what goes with a working day: the arrival tray, the overview, hours and saved replies.

mod arrivals;
mod hours;
mod overview;
mod saved;
mod waiting;

use super::client;
use super::front::{Front, Remote};
use arrivals::Arrivals;
use chie_domain::api::get_work::Response;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
pub(crate) use hours::HoursForm;
pub(crate) use overview::Overview;
use std::rc::Rc;
pub(crate) use waiting::Waiting;
use yew::prelude::*;

/// The work of a brand, and asking for it again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct WorkData {
    pub(crate) state: Remote<Rc<Response>>,
    pub(crate) again: Callback<()>,
}

/// Fetches the work once and after every act.
#[hook]
pub(crate) fn use_work(front: &Front, brand: &BrandDomain, acts: bool) -> WorkData {
    let state = use_state(|| Remote::<Rc<Response>>::Loading);
    let busy = use_state(|| false);
    let again = {
        let (front, state, brand) = (front.clone(), state.clone(), brand.clone());
        Callback::from(move |()| {
            let route = Route::GetWork(brand.clone());
            let state = state.clone();
            front.run(&busy, async move { client::read::<Response>(&route, &[]).await }, move |outcome| {
                state.set(outcome.map_or_else(Remote::Failed, |work| Remote::Ready(Rc::new(work))));
            });
        })
    };
    use_effect_with((brand.clone(), front.epoch, acts), {
        let again = again.clone();
        move |(_, _, acts)| {
            if *acts {
                again.emit(());
            }
        }
    });
    WorkData { state: (*state).clone(), again }
}
