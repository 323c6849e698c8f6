//! What is to be seen beside a thread: who asks, what else they wrote here, who follows, who has taken it.

use super::super::client;
use super::super::front::{Front, Remote};
use super::super::locale::Work;
use super::super::row;
use crate::parts::author;
use chie_domain::api::get_context::Response;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use std::rc::Rc;
use yew::prelude::*;

/// The context of a thread, fetched once and again after acts in it.
#[hook]
pub(super) fn use_context_of(front: &Front, brand: &BrandDomain, id: &ThreadId, acts: bool, turn: u32) -> Option<Rc<Response>> {
    let state = use_state(|| Remote::<Rc<Response>>::Loading);
    let busy = use_state(|| false);
    use_effect_with((brand.clone(), id.clone(), front.epoch, acts, turn), {
        let (front, state) = (front.clone(), state.clone());
        move |(brand, id, _, acts, _)| {
            if *acts {
                let route = Route::GetContext(brand.clone(), id.clone());
                front.run(&busy, async move { client::read::<Response>(&route, &[]).await }, move |outcome| {
                    state.set(outcome.map_or_else(Remote::Failed, |it| Remote::Ready(Rc::new(it))));
                });
            }
        }
    });
    match &*state {
        Remote::Ready(it) => Some(it.clone()),
        Remote::Loading | Remote::Failed(_) => None,
    }
}

/// Who has taken it and since when it is the company's, for the thread's own head.
pub(super) fn head(front: &Front, it: &Response) -> Html {
    let taken = it.taken.as_ref().map(|taken| match (taken.me, &taken.by) {
        (true, _) => front.work(Work::ContextTaken),
        (false, by) => front.work_of(Work::ContextTakenBy, &[by.as_deref().unwrap_or("…")]),
    });
    html! {
        <>
            if let Some(taken) = taken { <b><bdi>{ taken }</bdi></b> }
            if let Some(at) = it.claimed { <span>{ front.work_of(Work::ContextClaimed, &[&front.day(at)]) }</span> }
        </>
    }
}

/// Who asks.
pub(super) fn asker(front: &Front, brand: &BrandDomain, it: &Response) -> Html {
    let name = author::called(&front.words, &it.asker);
    html! {
        <section class="beside">
            <h2>{ front.work(Work::ContextTitle) }</h2>
            <p><b><bdi>{ name }</bdi></b></p>
            <ul class="facts">
                <li>{ front.work_of(Work::ContextAsked, &[&it.asked.to_string(), &it.solved.to_string()]) }</li>
                if it.founder { <li>{ front.work(Work::ContextFounder) }</li> }
                if it.helped > 0 { <li>{ front.work_of(Work::ContextHelped, &[&it.helped.to_string()]) }</li> }
                <li>{ front.work_of(Work::ContextSince, &[&front.day(it.since)]) }</li>
            </ul>
            if !it.others.is_empty() {
                <h3>{ front.work(Work::ContextOthers) }</h3>
                <ul class="facts">
                    { for it.others.iter().map(|other| html! {
                        <li key={other.id.as_str()}><a href={row::in_console(brand, &other.id)}><bdi>{ other.title.clone() }</bdi></a></li>
                    }) }
                </ul>
            }
        </section>
    }
}
