//! What a room shows comes over the network: read when the room opens, again when somebody else signs in, and when asked to.

use super::client;
use super::front::{Front, Remote};
use chie_domain::api::route::Route;
use serde::de::DeserializeOwned;
use yew::prelude::*;

/// The answer of a `route` that reads, and the way to ask again. It is asked for while `may` holds: at first, for another route, and
/// for whoever signs in; `busy` holds meanwhile.
#[hook]
pub(crate) fn use_loaded<T: DeserializeOwned + 'static>(
    front: &Front,
    route: Route,
    may: bool,
    busy: &UseStateHandle<bool>,
) -> (UseStateHandle<Remote<T>>, Callback<()>) {
    let state = use_state(|| Remote::<T>::Loading);
    let load = {
        let (front, route, state, busy) = (front.clone(), route.clone(), state.setter(), busy.clone());
        Callback::from(move |()| {
            let (route, state) = (route.clone(), state.clone());
            front.run(&busy, async move { client::read::<T>(&route, &[]).await }, move |outcome| {
                state.set(outcome.map_or_else(Remote::Failed, Remote::Ready));
            });
        })
    };
    use_effect_with((route, front.epoch, may), {
        let load = load.clone();
        move |(.., may)| {
            if *may {
                load.emit(());
            }
        }
    });
    (state, load)
}
