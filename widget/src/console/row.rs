//! The pieces of a thread's line that several screens share.

use super::front::Front;
use super::screen::{Room, Screen};
use crate::parts::status::{self, Around};
use crate::parts::{icon, time};
use chie_domain::api::view::ThreadRow;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use yew::prelude::*;

/// The address of a thread's public page.
pub(crate) fn public_page(front: &Front, brand: &BrandDomain, row: &ThreadRow) -> String {
    format!("{}/c/{brand}/{}/{}", front.home, row.product, row.id)
}

/// The address of a thread in the console.
pub(crate) fn in_console(brand: &BrandDomain, id: &ThreadId) -> String {
    Screen::Brand(brand.clone(), Room::Thread(id.clone())).href()
}

/// Where a thread stands, in the words of its kind.
pub(crate) fn state(front: &Front, row: &ThreadRow) -> Html {
    status::status(&front.words, row, Around::Official)
}

/// The kind with its sign.
pub(crate) fn kind(front: &Front, row: &ThreadRow) -> Html {
    html! { <span class="kind">{ icon::kind(row.kind) }{ front.words.text(status::kind_name(row.kind)) }</span> }
}

/// How many have it too, if anybody.
pub(crate) fn me_too(front: &Front, row: &ThreadRow) -> Html {
    if row.me_too == 0 {
        return Html::default();
    }
    html! { <span>{ front.words.count(status::same_count(row.kind), row.me_too) }</span> }
}

/// How long ago it began.
pub(crate) fn age(front: &Front, row: &ThreadRow) -> Html {
    time::ago(&front.words, front.clock(), row.at)
}
