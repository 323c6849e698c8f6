//! What the clocks of a zone show, and what the zone is called: asked of the platform, which has a table of zones. The engine has none.

use chie_domain::hours::{Clock, Hours, ZoneName};
use chie_domain::time::{Span, Timestamp};
use wasm_bindgen::{JsCast, JsValue};

/// How far back and ahead changes are looked for.
const PAST: Span = Span::days(400);
const AHEAD: Span = Span::days(3 * 366);
/// Two changes are never nearer to one another than this.
const STEP: Span = Span::days(7);

/// A formatter of the platform's; nothing where it does not know the zone.
fn format(lang: &str, zone: &ZoneName, style: &str) -> Option<(JsValue, js_sys::Function)> {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let make = get(&get(&js_sys::global(), "Intl")?, "DateTimeFormat")?.dyn_into::<js_sys::Function>().ok()?;
    let options = js_sys::Object::new();
    for (name, value) in [("timeZone", zone.as_str()), ("timeZoneName", style)] {
        js_sys::Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    // An unknown zone is thrown, and caught here.
    let format = js_sys::Reflect::construct(&make, &js_sys::Array::of2(&lang.into(), &options)).ok()?;
    let parts = get(&format, "formatToParts")?.dyn_into::<js_sys::Function>().ok()?;
    Some((format, parts))
}

/// The part of a formatted moment that names the zone.
fn named((format, parts): &(JsValue, js_sys::Function), at: Timestamp) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this age fit into 53 bits")]
    let at = JsValue::from_f64(at.millis() as f64);
    let parts: js_sys::Array = parts.call1(format, &at).ok()?.dyn_into().ok()?;
    let text = |part: &JsValue, name: &str| js_sys::Reflect::get(part, &name.into()).ok()?.as_string();
    parts.iter().find(|part| text(part, "type").as_deref() == Some("timeZoneName")).and_then(|part| text(&part, "value"))
}

/// Minutes out of `GMT`, `GMT+09:00`, `GMT-03:30`.
fn minutes(name: &str) -> Option<i16> {
    let rest = name.strip_prefix("GMT")?;
    if rest.is_empty() {
        return Some(0);
    }
    let (sign, rest) =
        if let Some(rest) = rest.strip_prefix('+') { (1, rest) } else { (-1, rest.trim_start_matches(['-', '\u{2212}'])) };
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "0"));
    let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.get(..2).unwrap_or(minutes).parse().ok()?);
    Some(sign * (hours.checked_mul(60)?.checked_add(minutes)?))
}

/// What the clocks of a zone show around a moment; nothing where nobody knows the zone.
pub(crate) fn clock(zone: &ZoneName, now: Timestamp) -> Option<Clock> {
    let format = format("en-US", zone, "longOffset")?;
    let shown = |at: Timestamp| minutes(&named(&format, at)?);
    let first = now.before(PAST);
    let last = now.after(AHEAD);
    let (mut at, mut ahead) = (first, shown(first)?);
    let (begins, mut changes) = (ahead, Vec::new());
    while at < last {
        let next = at.after(STEP);
        let then = shown(next)?;
        if then != ahead {
            let change = between(at, next, |at| shown(at) == Some(ahead));
            changes.push((change, then));
            ahead = then;
        }
        at = next;
    }
    Clock::new(begins, changes)
}

/// The first minute between two moments at which something that held does not any more.
fn between(from: Timestamp, to: Timestamp, holds: impl Fn(Timestamp) -> bool) -> Timestamp {
    const MINUTE: u64 = Span::minutes(1).millis();
    let (mut low, mut high) = (from.millis() / MINUTE, to.millis() / MINUTE);
    while low + 1 < high {
        let middle = low.midpoint(high);
        if holds(Timestamp::from_millis(middle * MINUTE)) { low = middle } else { high = middle }
    }
    Timestamp::from_millis(high * MINUTE)
}

/// What the zone of some hours is called in a language; without one, how far its clock is ahead.
pub(crate) fn name(hours: &Hours, lang: &str, now: Timestamp) -> String {
    let named = hours.zone.as_ref().and_then(|zone| named(&format(lang, zone, "longGeneric")?, now));
    named.unwrap_or_else(|| {
        let ahead = hours.clock.ahead_at(now);
        let sign = if ahead < 0 { '\u{2212}' } else { '+' };
        format!("UTC{sign}{}:{:02}", ahead.unsigned_abs() / 60, ahead.unsigned_abs() % 60)
    })
}
