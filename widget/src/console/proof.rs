//! Showing that the domain is theirs: choose a way, put a text somewhere, see what the checker sees.

mod evidence;
mod held;

use super::aliases::Aliases;
use super::brand_room::RoomProps;
use super::browser;
use super::client;
use super::desk::Standing;
use super::front::use_front;
use super::locale::Msg;
use super::naming::Name;
use super::parts::{Button, Mood, Note, Weight};
use super::sites::Sites;
use super::trouble::Trouble;
use chie_domain::api::request_proof::{Finding, ProofView, Request, Response};
use chie_domain::api::route::Route;
use chie_domain::brand::Host;
use chie_domain::policy::Role;
use chie_domain::proof::{Method, ProofState};
use evidence::Evidence;
use held::Held;
use yew::prelude::*;

/// While the page is open and seen, the evidence is looked at this often.
const LOOK_EVERY_MS: i32 = 60_000;

/// How a check began: only what a person asked for is answered when nothing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    ByPerson,
    ByItself,
}

/// The page of proofs.
#[component]
pub(crate) fn Proof(props: &RoomProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let (brand, now) = (desk.brand().clone(), browser::now());
    // Whoever has to put a text somewhere, or back, sees it at once.
    let newest = desk.data.proofs.iter().find(|proof| is_open(proof) || is_in_doubt(proof));
    let method = use_state(|| newest.map(|proof| proof.method));
    let host = use_state(|| newest.map(|proof| proof.host.clone()).or_else(|| Host::parse(brand.as_str()).ok()));
    let fresh = use_state(|| None::<ProofView>);
    // What a check found is said beside its button: a notice over the page would lie on the table that it speaks of.
    let said = use_state(|| None::<AttrValue>);
    let (asking, checking) = (use_state(|| false), use_state(|| false));

    // What was just asked for or checked is newer than the desk, until the desk has it too.
    let fits =
        |proof: &&ProofView| Some(proof.method) == *method && (proof.method == Method::Dns || Some(&proof.host) == host.as_ref());
    let current = fresh.as_ref().filter(fits).or_else(|| desk.data.proofs.iter().find(fits)).cloned();
    let open = current.clone().filter(is_open_or_held);
    let over = current.is_some() && open.is_none();

    let ask = {
        let (front, brand, fresh, asking, reload) =
            (front.clone(), brand.clone(), fresh.clone(), asking.clone(), desk.reload.clone());
        Callback::from(move |(method, host): (Method, Option<Host>)| {
            let wanted = Request { method, host: host.filter(|_| method != Method::Dns), fresh: false };
            let (route, key) = (Route::RequestProof(brand.clone()), browser::fresh_key());
            let work = async move { client::write::<_, Response>(&route, &wanted, &key).await };
            let (told, fresh, reload) = (front.clone(), fresh.clone(), reload.clone());
            front.run(&asking, work, move |outcome| match outcome {
                Ok(answer) => {
                    fresh.set(Some(answer.proof));
                    reload.emit(());
                }
                Err(trouble) if trouble.code() == "too_many" => told.tell(Msg::TooManyRequests),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let choose = {
        let (method, host, fresh, ask, proofs, said) =
            (method.clone(), host.clone(), fresh.clone(), ask.clone(), desk.data.proofs.clone(), said.setter());
        Callback::from(move |(wanted, at): (Method, Option<Host>)| {
            method.set(Some(wanted));
            said.set(None);
            host.set(at.clone());
            let same = |proof: &ProofView| proof.method == wanted && (wanted == Method::Dns || Some(&proof.host) == at.as_ref());
            let known = fresh.iter().chain(&proofs).find(|proof| same(proof));
            // Asking changes nothing for anybody; a text that is over is replaced only when somebody says so.
            if known.is_none() {
                ask.emit((wanted, at));
            }
        })
    };
    let check = {
        let (front, brand, fresh, checking, reload) =
            (front.clone(), brand.clone(), fresh.clone(), checking.clone(), desk.reload.clone());
        let (method, said) = (method.setter(), said.setter());
        let id = open.as_ref().map(|proof| proof.id.clone());
        Callback::from(move |asked: Asked| {
            let Some(id) = id.clone() else { return };
            let route = Route::CheckProof(brand.clone(), id);
            let (told, fresh, reload, brand, method, said) =
                (front.clone(), fresh.clone(), reload.clone(), brand.clone(), method.clone(), said.clone());
            said.set(None);
            let work = async move { client::act::<Response>(&route).await };
            front.run(&checking, work, move |outcome| match outcome {
                Ok(answer) => {
                    if answer.proof.state.is_valid() {
                        told.tell(Msg::JustProven(brand.as_str()));
                        reload.emit(());
                        // The text has done its work; what it gave stands on top of the page.
                        method.set(None);
                        if asked == Asked::ByPerson {
                            browser::soon(|| browser::focus("main h1"));
                        }
                    } else if asked == Asked::ByPerson {
                        said.set(Some(told.say(Msg::CheckMissed(&told.say(Msg::FindingWord(worst(&answer.proof)))))));
                    }
                    fresh.set(Some(answer.proof));
                }
                Err(Trouble::SignedOut) => {}
                Err(_) if asked == Asked::ByItself => {}
                Err(trouble) if trouble.code() == "too_many" => said.set(Some(told.say(Msg::LookedJustNow))),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    // Only a request waits for evidence; what is confirmed is looked at by the server every day.
    let looking_for = open.as_ref().filter(|proof| is_open(proof)).map(|proof| proof.id.clone());
    use_effect_with((looking_for, check.clone()), |(looking_for, check)| {
        let look = {
            let check = check.clone();
            move || {
                if browser::is_visible() {
                    check.emit(Asked::ByItself);
                }
            }
        };
        let watching =
            looking_for.as_ref().map(|_| (browser::every(LOOK_EVERY_MS, look.clone()), browser::on_visibility_change(look)));
        move || drop(watching)
    });

    let held: Vec<ProofView> =
        desk.data.proofs.iter().filter(|proof| !matches!(proof.state, ProofState::Requested { .. })).cloned().collect();
    let valid = held.iter().any(|proof| matches!(proof.state.at(now), ProofState::Confirmed { .. }));
    let others = desk.data.community.badge.as_ref().filter(|_| desk.standing == Standing::Nobody && !valid);
    html! {
        <>
            if valid {
                <h1 tabindex="-1">{ front.say(Msg::ProofHeld(brand.as_str())) }</h1>
            } else {
                <h1 tabindex="-1">{ front.say(Msg::ProofTitle(brand.as_str())) }</h1>
                <p class="lead">{ front.say(Msg::ProofLead) }</p>
            }
            <Held desk={desk.clone()} proofs={held} />
            if let Some(badge) = others {
                <Note mood={Mood::Plain} title={front.say(Msg::OthersTitle(brand.as_str()))}>
                    <p>{ front.say(Msg::OthersDetail { method: badge.method, since: &front.day(badge.since) }) }</p>
                </Note>
            }
            <h2 id="ways">{ front.say(if valid { Msg::AnotherProof } else { Msg::WaysToProve }) }</h2>
            <div class="cards" role="group" aria-labelledby="ways">
                { for [Method::Meta, Method::File, Method::Dns].map(|way| {
                    let pressed = if *method == Some(way) { "true" } else { "false" };
                    let onclick = { let (choose, host) = (choose.clone(), host.clone()); move |_| choose.emit((way, (*host).clone())) };
                    html! {
                        <button type="button" class="card" aria-pressed={pressed} {onclick}>
                            <b>{ front.say(Msg::MethodName(way)) }</b><small>{ front.say(Msg::MethodNote(way)) }</small>
                        </button>
                    }
                }) }
            </div>
            if let Some(way) = *method {
                if way != Method::Dns {
                    { hosts(&front, &brand, way, host.as_ref(), &choose) }
                }
                if let Some(proof) = open {
                    <Evidence brand={brand.clone()} {proof} busy={*checking} said={(*said).clone()} check={check.reform(|()| Asked::ByPerson)} />
                } else if over {
                    <Note mood={Mood::Care}>
                        <p>{ front.say(Msg::RequestOver) }</p>
                        <p class="actions">
                            <Button label={front.say(Msg::NewText)} rest={*asking}
                                press={let (ask, host) = (ask.clone(), host.clone()); move |()| ask.emit((way, (*host).clone()))} />
                        </p>
                    </Note>
                } else if *asking {
                    <p class="loading" role="status">{ front.say(Msg::Loading) }</p>
                } else {
                    <p class="actions">
                        <Button label={front.say(Msg::TryAgain)} weight={Weight::Quiet}
                            press={let (ask, host) = (ask.clone(), host.clone()); move |()| ask.emit((way, (*host).clone()))} />
                    </p>
                }
            } else {
                <p class="hint">{ front.say(Msg::ChooseMethod) }</p>
            }
            if desk.standing == Standing::Acts && desk.data.seat.as_ref().is_some_and(|seat| seat.role == Role::Owner) {
                <Aliases desk={desk.clone()} />
                <Name desk={desk.clone()} />
                <Sites desk={desk.clone()} />
            }
        </>
    }
}

/// A request that can still be fulfilled.
fn is_open(proof: &ProofView) -> bool {
    matches!(proof.state, ProofState::Requested { .. }) && proof.until >= browser::now()
}

fn is_in_doubt(proof: &ProofView) -> bool {
    matches!(proof.state.at(browser::now()), ProofState::Doubtful { .. })
}

fn is_open_or_held(proof: &ProofView) -> bool {
    is_open(proof) || proof.state.at(browser::now()).is_valid()
}

/// What a person has to look after first.
fn worst(proof: &ProofView) -> Finding {
    proof.looks.iter().map(|look| look.finding).find(|finding| *finding != Finding::Found).unwrap_or(Finding::Nothing)
}

/// The two front hosts of a brand.
fn hosts(
    front: &super::front::Front,
    brand: &chie_domain::brand::BrandDomain,
    way: Method,
    chosen: Option<&Host>,
    choose: &Callback<(Method, Option<Host>)>,
) -> Html {
    let both = [brand.to_string(), format!("www.{brand}")].into_iter().filter_map(|host| Host::parse(&host).ok());
    html! {
        <fieldset class="hosts">
            <legend>{ front.say(Msg::WhichHost) }</legend>
            { for both.map(|host| {
                let checked = chosen == Some(&host);
                let onchange = { let (choose, host) = (choose.clone(), host.clone()); move |_| choose.emit((way, Some(host.clone()))) };
                html! { <label><input type="radio" name="host" {checked} {onchange} /><bdi>{ host.as_str() }</bdi></label> }
            }) }
        </fieldset>
    }
}
