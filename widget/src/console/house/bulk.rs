//! One decision about several things: what they are is shown first, then each gets it by itself.

use super::super::client;
use super::super::dialog::Dialog;
use super::super::front::use_front;
use super::super::locale::{House, Msg, verdict_words};
use super::super::parts::{Button, Weight};
use super::Picked;
use super::decide::{Grounds, by_digit};
use super::matter::fitting;
use super::queue::kind;
use chie_domain::api::decide::{Request, Response};
use chie_domain::api::get_matter;
use chie_domain::api::route::Route;
use chie_domain::ground::Ground;
use chie_domain::id::PostId;
use chie_domain::matter::{Matter, Verdict};
use yew::prelude::*;

/// What can be decided about several at once.
const VERDICTS: [Verdict; 3] = [Verdict::Kept, Verdict::Hidden, Verdict::Removed];
/// So many characters of each are shown.
const EXCERPT: usize = 160;

#[derive(Properties, PartialEq)]
pub(super) struct BulkProps {
    pub(super) picked: Picked,
    pub(super) unpick: Callback<()>,
    pub(super) done: Callback<()>,
}

/// What a matter says: a name, or the thread's title and the beginning of the words.
fn words_of(it: get_matter::Response) -> String {
    let title = it.place.filter(|_| matches!(it.about, Matter::Post(PostId::Opening(_)))).map(|place| place.title);
    let words = it.words.map(|words| words.excerpt(EXCERPT)).filter(|words| !words.is_empty());
    it.name.into_iter().chain(title).chain(words).collect::<Vec<_>>().join(" – ")
}

/// The bar of what is chosen, and the question.
#[component]
pub(super) fn Bulk(props: &BulkProps) -> Html {
    let front = use_front();
    let BulkProps { picked, unpick, done } = props;
    let (open, busy) = (use_state(|| false), use_state(|| false));
    let (verdict, ground) = (use_state(|| Verdict::Kept), use_state(|| Ground::Spam));
    let preview = use_state(Vec::<(usize, Option<String>)>::new);
    use_effect_with((*open, picked.clone()), {
        let preview = preview.setter();
        move |(open, picked): &(bool, Picked)| {
            if *open {
                let picked = picked.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    let mut seen = Vec::new();
                    for (place, (brand, about)) in picked.into_iter().enumerate() {
                        let route = Route::GetMatter(brand, about);
                        let found = client::read::<get_matter::Response>(&route, &[]).await.ok();
                        seen.push((place, found.map(words_of)));
                        preview.set(seen.clone());
                    }
                });
            }
        }
    });
    if picked.is_empty() {
        return Html::default();
    }
    let n = picked.len().to_string();
    let choose = {
        let ground = ground.clone();
        Callback::from(move |one| ground.set(one))
    };
    let leave = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let go = {
        let (front, busy, picked, leave, done) = (front.clone(), busy.clone(), picked.clone(), leave.clone(), done.clone());
        let (verdict, ground) = (*verdict, *ground);
        Callback::from(move |()| {
            let (all, told, leave, done) = (picked.clone(), front.clone(), leave.clone(), done.clone());
            let work = async move {
                let (mut well, mut not) = (0_u32, 0_u32);
                for (brand, about) in all {
                    if !fitting(&about).contains(&verdict) {
                        not += 1;
                        continue;
                    }
                    let ground = verdict.needs_ground().then_some(ground);
                    let asked = Request { about, verdict, ground, words: None, of: None, product: None };
                    match client::write::<_, Response>(&Route::Decide(brand), &asked, "").await {
                        Ok(_) => well += 1,
                        Err(trouble) if trouble == super::super::trouble::Trouble::SignedOut => return Err(trouble),
                        Err(_) => not += 1,
                    }
                }
                Ok((well, not))
            };
            front.run(&busy, work, move |outcome| {
                leave.emit(());
                match outcome {
                    Ok((well, not)) => {
                        done.emit(());
                        told.tell_house_of(House::DoneMany, &[&well.to_string(), &not.to_string()]);
                    }
                    Err(trouble) => told.tell_trouble(&trouble),
                }
            });
        })
    };
    let seen = |place: usize| preview.iter().find(|(at, _)| *at == place).and_then(|(_, words)| words.clone());
    let onkeydown = by_digit(choose.clone());
    html! {
        <>
            <div class="bar">
                <b>{ front.house_of(House::Picked, &[&n]) }</b>
                <Button label={front.house(House::DecideAll)} press={let open = open.clone(); move |()| open.set(true)} />
                <Button label={front.house(House::Unpick)} weight={Weight::Text} press={unpick.clone()} />
            </div>
            <Dialog id="bulk" title={front.house_of(House::BulkTitle, &[&n])} open={*open} leave={leave.clone()}>
                <div class="deciding" {onkeydown}>
                    <p>{ front.house(House::BulkPreview) }</p>
                    <ul class="told-list bulk">
                        { for picked.iter().enumerate().map(|(place, (brand, about))| html! {
                            <li>
                                <span class="meta"><b>{ kind(&front, about) }</b><bdi>{ brand.as_str() }</bdi></span>
                                <span><bdi>{ seen(place).unwrap_or_else(|| "…".to_owned()) }</bdi></span>
                            </li>
                        }) }
                    </ul>
                    <div class="tabs" role="group" aria-label={front.house(House::Decide)}>
                        { for VERDICTS.into_iter().map(|one| {
                            let press = { let verdict = verdict.clone(); move |()| verdict.set(one) };
                            html! { <Button label={front.house(verdict_words(one).0)} weight={Weight::Quiet} pressed={*verdict == one} {press} /> }
                        }) }
                    </div>
                    <p>{ front.house(verdict_words(*verdict).1) }</p>
                    <p class="hint">{ front.house(House::BulkRemove) }</p>
                    if verdict.needs_ground() { <Grounds chosen={*ground} {choose} /> }
                    <p class="actions">
                        <Button label={front.house(House::Decide)} rest={*busy} press={go}
                            weight={if *verdict == Verdict::Removed { Weight::Danger } else { Weight::Main }} />
                        <Button label={front.say(Msg::Cancel)} weight={Weight::Quiet} press={leave} />
                    </p>
                </div>
            </Dialog>
        </>
    }
}
