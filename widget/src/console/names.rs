//! Names that wait for the operator: held ones, and brands of which somebody says that they are not that company.

use super::client;
use super::front::{Remote, use_front};
use super::locale::{Msg, Work};
use super::naming::reason;
use super::parts::{Button, Weight, waiting};
use chie_domain::api::get_names::{NameMatter, Response};
use chie_domain::api::get_naming;
use chie_domain::api::judge_name::{self, Judgement};
use chie_domain::api::route::Route;
use yew::prelude::*;

/// The page of names.
#[component]
pub(crate) fn Names() -> Html {
    let front = use_front();
    let state = use_state(|| Remote::<Response>::Loading);
    let busy = use_state(|| false);
    let load = {
        let (front, state, busy) = (front.clone(), state.clone(), busy.clone());
        Callback::from(move |()| {
            let state = state.clone();
            front.run(&busy, async move { client::read::<Response>(&Route::GetNames, &[]).await }, move |outcome| {
                state.set(outcome.map_or_else(Remote::Failed, Remote::Ready));
            });
        })
    };
    use_effect_with(front.epoch, {
        let load = load.clone();
        move |_| load.emit(())
    });
    let title = html! { <h1 tabindex="-1">{ front.work(Work::NamesTitle) }</h1> };
    let Remote::Ready(found) = &*state else {
        return html! { <>{ title }{ waiting(&state, front.say(Msg::Loading), &load) }</> };
    };
    html! {
        <>
            { title }
            <p class="lead">{ front.work(Work::NamesLead) }</p>
            if found.names.is_empty() {
                <p>{ front.work(Work::NamesNone) }</p>
            } else {
                <ul class="lines people">
                    { for found.names.iter().map(|matter| html! { <Matter key={matter.brand.as_str()} matter={matter.clone()} /> }) }
                </ul>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct MatterProps {
    matter: NameMatter,
}

/// One brand, with what people wrote about it and the operator's ways to decide.
#[component]
fn Matter(props: &MatterProps) -> Html {
    let front = use_front();
    let matter = &props.matter;
    let naming = use_state(|| Remote::<get_naming::Response>::Loading);
    let busy = use_state(|| false);
    let load = {
        let (front, brand, naming, busy) = (front.clone(), matter.brand.clone(), naming.clone(), busy.clone());
        Callback::from(move |()| {
            let route = Route::GetNaming(brand.clone());
            let naming = naming.clone();
            front.run(&busy, async move { client::read::<get_naming::Response>(&route, &[]).await }, move |outcome| {
                naming.set(outcome.map_or_else(Remote::Failed, Remote::Ready));
            });
        })
    };
    use_effect_with((), {
        let load = load.clone();
        move |()| load.emit(())
    });
    let judge = {
        let (front, brand, naming, busy) = (front.clone(), matter.brand.clone(), naming.clone(), busy.clone());
        Callback::from(move |(what, done): (Judgement, Work)| {
            let route = Route::JudgeName(brand.clone());
            let (told, naming) = (front.clone(), naming.clone());
            let work = async move { client::write::<_, get_naming::Response>(&route, &judge_name::Request { what }, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(now) => {
                    naming.set(Remote::Ready(now));
                    told.tell_done(done);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let button = |label: Work, weight: Weight, what: Judgement, done: Work| {
        let spoken = front.work_of(Work::NameOf, &[&front.work(label), matter.brand.as_str()]);
        html! { <Button label={front.work(label)} {spoken} {weight} rest={*busy} press={judge.reform(move |()| (what, done))} /> }
    };
    let like = matter.like.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let inner = match &*naming {
        Remote::Ready(now) => {
            let open = now.doubts.iter().any(|doubt| !doubt.settled);
            html! {
                <>
                    if let Some(given) = &now.given {
                        <p>{ front.work_of(Work::NameGiven, &[given]) }{ " " }{ front.work(reason(now.naming)) }</p>
                    }
                    if !like.is_empty() { <p>{ front.work_of(Work::NameLike, &[&like]) }</p> }
                    if open {
                        <ul class="doubts">
                            { for now.doubts.iter().filter(|doubt| !doubt.settled).map(|doubt| html! {
                                <li><q><bdi>{ doubt.words.clone() }</bdi></q>{ " " }<span class="hint">{ front.minute(doubt.at) }</span></li>
                            }) }
                        </ul>
                    }
                    <p class="actions">
                        if now.given.is_some() {
                            { button(Work::NameRelease, Weight::Quiet, Judgement::Release, Work::NameReleased) }
                            { button(Work::NameRefuse, Weight::Quiet, Judgement::Refuse, Work::NameRefused) }
                        }
                        if open { { button(Work::DoubtsSettle, Weight::Text, Judgement::Settle, Work::DoubtsSettled) } }
                    </p>
                </>
            }
        }
        Remote::Loading | Remote::Failed(_) => waiting(&naming, front.say(Msg::Loading), &load),
    };
    let badge = format!("{}/badge/{}", front.home, matter.brand);
    html! {
        <li>
            <div>
                <b><a href={badge}><bdi>{ matter.brand.as_str() }</bdi></a></b>
                { inner }
            </div>
        </li>
    }
}
