//! When the brand opens or closes next, by the visitor's own clock, where that shows something else than the brand's.

use super::cx::Cx;
use crate::draw::text;
use crate::locale::when::Zone;
use chie_domain::api::get_embed::Open;
use yew::Html;

/// The sentence; nothing where both clocks show the same, or while no visitor is there.
pub(super) fn told(cx: &Cx, open: &Open) -> Option<Html> {
    let next = open.next.filter(|_| cx.state.clock.exact == Zone::Local)?;
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this age fit into 53 bits")]
    let at = js_sys::Date::new(&(next.millis() as f64).into());
    #[expect(clippy::cast_possible_truncation, reason = "clocks are hours apart, not weeks")]
    let ahead = -at.get_timezone_offset() as i16;
    if ahead == open.ahead {
        return None;
    }
    let time = cx.words().exact(Zone::Local, next);
    Some(text([cx.between().as_str(), &open.own.replace("{time}", &time)].concat().into()))
}
