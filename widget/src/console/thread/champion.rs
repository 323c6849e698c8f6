//! Naming a customer whom the brand trusts, beside what they wrote.

use super::super::client;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Weight};
use crate::parts::author;
use chie_domain::api::get_people;
use chie_domain::api::route::Route;
use chie_domain::api::set_champion::Request;
use chie_domain::api::view::{Author, Voice};
use chie_domain::brand::BrandDomain;
use chie_domain::mark::Mark;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ChampionProps {
    pub(super) brand: BrandDomain,
    pub(super) author: Author,
    pub(super) reload: Callback<()>,
}

/// The button, for a member who is nothing to the brand yet, or its champion.
#[component]
pub(super) fn Champion(props: &ChampionProps) -> Html {
    let front = use_front();
    let busy = use_state(|| false);
    let ChampionProps { brand, author: it, reload } = props;
    let on = match (&it.voice, &it.mark) {
        (Voice::Member, None) => true,
        (Voice::Member, Some(Mark::Champion(_))) => false,
        _ => return Html::default(),
    };
    let name = author::name(&front.words, it);
    let press = {
        let (front, busy, reload) = (front.clone(), busy.clone(), reload.clone());
        let route = Route::SetChampion(brand.clone(), it.member.clone());
        Callback::from(move |()| {
            let (route, told, reload) = (route.clone(), front.clone(), reload.clone());
            let work = async move { client::write::<_, get_people::Response>(&route, &Request { on }, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(_) => {
                    reload.emit(());
                    told.tell_done(if on { Work::ChampionNamed } else { Work::ChampionGone });
                }
                Err(trouble) if trouble.code() == "is_seated" => told.tell_wrong(Work::ChampionSeated),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let (label, spoken) =
        if on { (Work::ChampionName, Work::ChampionNameWho) } else { (Work::ChampionTakeBack, Work::ChampionTakeBackFrom) };
    html! {
        <Button label={front.work(label)} spoken={front.work_of(spoken, &[&name])} weight={Weight::Text} rest={*busy} {press} />
    }
}
