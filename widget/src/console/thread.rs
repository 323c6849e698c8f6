//! One thread: what was written, and what the brand can do in it.

mod champion;
mod context;
mod kind;
mod notes;
mod posts;
mod private;
mod remove;
mod reply;
mod same;
mod status;
mod warn;

use super::claim::{ConfirmClaim, Wish};
use super::client;
use super::desk::{Desk, Standing};
use super::front::{Front, Remote, use_front};
use super::locale::Msg;
use super::parts::{Button, Mood, Note, Weight, waiting};
use super::row;
use super::screen::{Room, Screen};
use super::trouble::Trouble;
use crate::parts::icon;
use chie_domain::api::get_context::Response;
use chie_domain::api::get_thread;
use chie_domain::api::route::Route;
use chie_domain::api::view::ThreadView;
use chie_domain::brand::BrandDomain;
use chie_domain::claim::Stewardship;
use chie_domain::id::ThreadId;
use chie_domain::policy::Role;
use chie_domain::thread::Status;
use kind::SetKind;
use notes::Notes;
use posts::Posts;
use private::Private;
use reply::OfficialReply;
use same::Same;
use warn::{About, Warn};
use yew::prelude::*;

/// A conversation is read to its end up to this many parts.
const MOST_PARTS: usize = 40;

#[derive(Properties, PartialEq)]
pub(crate) struct ThreadProps {
    pub(crate) desk: Desk,
    pub(crate) id: ThreadId,
}

async fn fetch(brand: BrandDomain, id: ThreadId) -> Result<ThreadView, Trouble> {
    let route = Route::GetThread(brand, id);
    let mut view: get_thread::Response = client::read(&route, &[]).await?;
    for _ in 1..MOST_PARTS {
        let Some(next) = view.next.take() else { break };
        let part: get_thread::Response = client::read(&route, &[("cursor", &next)]).await?;
        view.replies.extend(part.replies);
        view.next = part.next;
    }
    Ok(view)
}

/// One thread.
#[component]
pub(crate) fn Thread(props: &ThreadProps) -> Html {
    let front = use_front();
    let ThreadProps { desk, id } = props;
    let brand = desk.brand().clone();
    let state = use_state(|| Remote::<ThreadView>::Loading);
    let turn = use_state(|| 0_u32);
    let sees = matches!(desk.standing, Standing::Acts | Standing::InDoubt | Standing::Reads);
    let context = context::use_context_of(&front, &brand, id, sees, *turn);
    let wish = use_state(|| None::<Wish>);
    let warning = use_state(|| None::<About>);
    let load = {
        let (state, front, brand, id) = (state.clone(), front.clone(), brand.clone(), id.clone());
        Callback::from(move |()| {
            let (setter, front, brand, id) = (state.setter(), front.clone(), brand.clone(), id.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match fetch(brand, id).await {
                    Ok(view) => setter.set(Remote::Ready(view)),
                    Err(trouble) => {
                        if trouble == Trouble::SignedOut {
                            front.expired.emit(());
                        }
                        setter.set(Remote::Failed(trouble));
                    }
                }
            });
        })
    };
    use_effect_with(front.epoch, {
        let load = load.clone();
        move |_| load.emit(())
    });
    // What an act gave back is shown at once; a long conversation is then read to its end again.
    let changed = {
        let (setter, load, reload, turn) = (state.setter(), load.clone(), desk.reload.clone(), turn.clone());
        Callback::from(move |view: ThreadView| {
            turn.set(turn.wrapping_add(1));
            if view.next.is_some() {
                load.emit(());
            } else {
                setter.set(Remote::Ready(view));
            }
            reload.emit(());
        })
    };
    let back = html! {
        <p class="back"><a href={Screen::Brand(brand.clone(), Room::Threads).href()}>{ icon::icon(icon::BACK) }{ front.say(Msg::BackToThreads) }</a></p>
    };
    let Remote::Ready(view) = &*state else {
        return html! { <>{ back }<h1 tabindex="-1">{ front.say(Msg::Thread) }</h1>{ waiting(&state, front.say(Msg::Loading), &load) }</> };
    };
    let official = view.row.steward != Stewardship::FanMade;
    let claim = {
        let (wish, id) = (wish.clone(), id.clone());
        Callback::from(move |()| wish.set(Some(Wish::This(id.clone()))))
    };
    let reload = {
        let (load, desk) = (load.clone(), desk.reload.clone());
        Callback::from(move |()| {
            load.emit(());
            desk.emit(());
        })
    };
    let aside = match (official, desk.standing) {
        (true, Standing::Acts) => {
            html! { <SetKind brand={brand.clone()} view={view.clone()} changed={changed.clone()} /> }
        }
        (true, _) | (false, Standing::Nobody | Standing::Waits(_) | Standing::Reads) => html! {},
        (false, Standing::Acts | Standing::InDoubt) => html! {
            <Note mood={Mood::Plain}>
                <p>{ front.say(Msg::FanMadeNotice) }</p>
                <p class="actions"><Button label={front.say(Msg::ClaimThread)} press={claim} /></p>
            </Note>
        },
    };
    let same = (desk.standing == Standing::Acts)
        .then(|| html! { <Same brand={brand.clone()} view={view.clone()} changed={changed.clone()} /> });
    let compose = match (official, desk.standing) {
        (true, Standing::Acts) => {
            html! { <OfficialReply brand={brand.clone()} view={view.clone()}
            followers={context.as_ref().map(|it| it.followers)} changed={changed.clone()} /> }
        }
        (true, Standing::InDoubt) => html! { <Note mood={Mood::Care}><p>{ front.say(Msg::DoubtfulNoPosts) }</p></Note> },
        _ => html! {},
    };
    let acting = official && desk.standing == Standing::Acts;
    let owner = desk.standing == Standing::Acts && desk.data.seat.as_ref().is_some_and(|seat| seat.role == Role::Owner);
    let warns = acting || front.is_operator();
    let warn = {
        let warning = warning.clone();
        Callback::from(move |about: About| warning.set(Some(about)))
    };
    let danger = view.row.danger.map(|_| {
        let press = warn.reform(|()| About::NoDanger);
        html! {
            <Note mood={Mood::Care}>
                <p>{ front.say(Msg::DangerMarked) }</p>
                if warns { <p class="actions"><Button label={front.say(Msg::LiftDanger)} weight={Weight::Quiet} {press} /></p> }
            </Note>
        }
    });
    html! {
        <>
            { back }
            { head(&front, &brand, view, context.as_deref()) }
            { danger.unwrap_or_default() }
            <div class="two">
                <div>
                    <Posts brand={brand.clone()} view={view.clone()} {acting} {warns} {warn} {owner} changed={changed.clone()} {reload} />
                    { compose }
                </div>
                <aside>
                    // One block, because it stays in sight while the thread is read.
                    <div>
                        { aside }
                        if let Some(it) = &context { { context::asker(&front, &brand, it) } }
                        { same.unwrap_or_default() }
                        if official && desk.standing != Standing::Nobody { <Private brand={brand.clone()} id={id.clone()} /> }
                        if desk.standing != Standing::Nobody { <Notes brand={brand.clone()} id={id.clone()} /> }
                    </div>
                </aside>
            </div>
            <Warn brand={brand.clone()} id={id.clone()} about={(*warning).clone()} {changed}
                leave={let warning = warning.clone(); move |()| warning.set(None)} />
            <ConfirmClaim brand={brand.clone()} wish={(*wish).clone()}
                leave={let wish = wish.clone(); move |_| wish.set(None)}
                reload={let (load, desk) = (load.clone(), desk.reload.clone()); move |()| { load.emit(()); desk.emit(()); }} />
        </>
    }
}

fn head(front: &Front, brand: &BrandDomain, view: &ThreadView, beside: Option<&Response>) -> Html {
    let steward = match view.row.steward {
        Stewardship::FanMade => html! { <span class="fan">{ icon::icon(icon::PEOPLE) }{ front.say(Msg::RunByCustomers) }</span> },
        Stewardship::Official { since } => {
            html! { <span class="seal">{ icon::seal() }{ front.say(Msg::OfficialSince(&front.day(since))) }</span> }
        }
    };
    let reason = match &view.row.status {
        Status::Official(status) => status.reason().map(|reason| front.say(Msg::StatusReason(reason.as_str()))),
        Status::None | Status::FanMade(_) => None,
    };
    html! {
        <div class="head">
            <h1 tabindex="-1"><bdi>{ view.row.title.clone() }</bdi></h1>
            <div class="meta">
                { row::state(front, &view.row) }
                { row::kind(front, &view.row) }
                <span><bdi>{ view.product_name.clone() }</bdi></span>
                { row::me_too(front, &view.row) }
                { row::age(front, &view.row) }
                if let Some(it) = beside { { context::head(front, it) } }
            </div>
            if let Some(reason) = reason { <p class="reason">{ reason }</p> }
            <div class="meta">
                { steward }
                <a href={row::public_page(front, brand, &view.row)} target="_blank" rel="noopener">{ front.say(Msg::PublicPage) }</a>
            </div>
        </div>
    }
}
