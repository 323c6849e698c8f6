//! A brand's name as the operator decides about it: the one that is held with whoever has it already, and what people wrote who say that
//! this is not that company.

use super::super::client;
use super::super::front::{Remote, use_front};
use super::super::loaded::use_loaded;
use super::super::locale::{House, Msg, Work};
use super::super::naming::reason;
use super::super::parts::{Button, Weight, waiting};
use super::super::screen::Screen;
use chie_domain::api::get_house::NameMatter;
use chie_domain::api::get_naming::{Doubt, Response};
use chie_domain::api::judge_name::{self, Judgement};
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use yew::prelude::*;

/// What can be decided, in the order of the buttons.
pub(super) const JUDGEMENTS: [Judgement; 3] = [Judgement::Release, Judgement::Refuse, Judgement::Settle];

#[derive(Properties, PartialEq)]
pub(super) struct NameProps {
    pub(super) brand: BrandDomain,
    /// What the queue says of it; nothing once it is decided.
    pub(super) matter: Option<NameMatter>,
    /// What was chosen by a key.
    pub(super) chosen: Option<Judgement>,
    pub(super) choose: Callback<Option<Judgement>>,
    /// Something was decided.
    pub(super) done: Callback<BrandDomain>,
}

/// One brand's name.
#[component]
pub(super) fn Name(props: &NameProps) -> Html {
    let front = use_front();
    let NameProps { brand, matter, chosen, choose, done } = props;
    let busy = use_state(|| false);
    let (naming, load) = use_loaded::<Response>(&front, Route::GetNaming(brand.clone()), true, &busy);
    let judge = {
        let (front, brand, naming, busy, done) = (front.clone(), brand.clone(), naming.clone(), busy.clone(), done.clone());
        Callback::from(move |what: Judgement| {
            if *busy {
                return;
            }
            let (route, told, naming) = (Route::JudgeName(brand.clone()), front.clone(), naming.clone());
            let (done, brand) = (done.clone(), brand.clone());
            let work = async move { client::write::<_, Response>(&route, &judge_name::Request { what }, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(now) => {
                    naming.set(Remote::Ready(now));
                    told.tell_done(words(what).1);
                    done.emit(brand);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let fits = |what: Judgement| match &*naming {
        Remote::Ready(now) if what == Judgement::Settle => open(now).next().is_some(),
        Remote::Ready(now) => now.given.is_some(),
        Remote::Loading | Remote::Failed(_) => false,
    };
    use_effect_with(*chosen, {
        let (choose, judge, may) = (choose.clone(), judge.clone(), chosen.is_some_and(fits));
        move |chosen| {
            if let Some(what) = *chosen {
                choose.emit(None);
                if may {
                    judge.emit(what);
                }
            }
        }
    });
    let back = html! { <p class="back house-back"><a href={Screen::House(None).href()}>{ front.house(House::Back) }</a></p> };
    let Remote::Ready(now) = &*naming else {
        return html! { <>{ back }{ waiting(&naming, front.say(Msg::Loading), &load) }</> };
    };
    let button = |(place, what): (usize, Judgement)| {
        let label = front.work(words(what).0);
        let spoken = front.work_of(Work::NameOf, &[&label, brand.as_str()]);
        let press = judge.reform(move |()| what);
        html! { <Button label={format!("{} {label}", place + 1)} {spoken} weight={Weight::Quiet} rest={*busy} {press} /> }
    };
    let like = matter.as_ref().map(|it| it.like.clone()).unwrap_or_default();
    let place = |of: &BrandDomain| format!("{}/badge/{of}", front.home);
    html! {
        <article class="matter">
            { back }
            <div class="head">
                <h2>{ front.house(House::ABrandName) }{ " · " }<bdi>{ brand.as_str() }</bdi></h2>
                <p class="meta">
                    <a href={place(brand)} target="_blank" rel="noopener">{ front.house(House::PublicPage) }</a>
                    <a href={format!("{}/record/{brand}", front.home)} target="_blank" rel="noopener">{ front.house(House::Record) }</a>
                </p>
            </div>
            <section class="thing">
                if let Some(given) = &now.given { <p class="name"><bdi>{ given.clone() }</bdi></p> }
                <p>{ front.work(reason(now.naming)) }{ " " }{ match &now.shown {
                    Some(shown) => front.work_of(Work::NameShown, &[shown]),
                    None => front.work_of(Work::NameNotShown, &[brand.as_str()]),
                } }</p>
                if !like.is_empty() {
                    <p>{ front.house(House::LikeThese) }</p>
                    <ul class="told-list">
                        { for like.iter().map(|of| html! { <li><a href={place(of)} target="_blank" rel="noopener"><bdi>{ of.as_str() }</bdi></a></li> }) }
                    </ul>
                }
            </section>
            <div class="actions verdicts" role="group" aria-label={front.house(House::Decide)}>
                { for JUDGEMENTS.into_iter().enumerate().filter(|(_, what)| fits(*what)).map(button) }
            </div>
            if open(now).next().is_some() {
                <section>
                    <h3>{ front.house(House::Doubts) }</h3>
                    <ul class="told-list doubts">
                        { for open(now).map(|doubt| html! {
                            <li><q><bdi>{ doubt.words.clone() }</bdi></q><span class="hint">{ front.minute(doubt.at) }</span></li>
                        }) }
                    </ul>
                </section>
            }
        </article>
    }
}

fn open(now: &Response) -> impl Iterator<Item = &Doubt> {
    now.doubts.iter().filter(|doubt| !doubt.settled)
}

/// What a decision is called, and what is told once it was made.
const fn words(what: Judgement) -> (Work, Work) {
    match what {
        Judgement::Release => (Work::NameRelease, Work::NameReleased),
        Judgement::Refuse => (Work::NameRefuse, Work::NameRefused),
        Judgement::Settle => (Work::DoubtsSettle, Work::DoubtsSettled),
    }
}
