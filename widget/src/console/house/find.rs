//! The way to a whole community, whether something of it waits or not.

use super::super::brand_form::BrandForm;
use super::super::front::use_front;
use super::super::locale::House;
use super::super::parts::Weight;
use super::super::screen::Screen;
use chie_domain::brand::BrandDomain;
use chie_domain::matter::Matter;
use yew::prelude::*;

/// A brand's domain, and its community.
#[component]
pub(super) fn Find() -> Html {
    let front = use_front();
    let chosen = |brand: BrandDomain| Screen::House(Some((brand, Matter::Community))).go();
    html! {
        <BrandForm id="house-brand" label={front.house(House::FindLabel)} hint={front.house(House::FindHint)} go={front.house(House::Find)}
            weight={Weight::Quiet} {chosen} />
    }
}
