//! How a post came in: the network under a hash whose salt changes daily (never the address itself), what its form tells, and work that the browser
//! did. Whatever a form tells can be made up; it only ever makes a post wait, or spares it a wait.

use chie_community::ask::{Arrival, Layer, Measured};
use chie_widget::locale::Audience;
use std::net::IpAddr;

use super::call::Call;
use super::limits;
use crate::settings::TestHooks;
use crate::work;

/// The header that forms of the widget send along.
const FORM: &str = "chie-form";

/// What a plain form tells, read by the page that it came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plain {
    /// Milliseconds since the form was drawn, by our own signature in it.
    pub took: Option<u32>,
    /// Whether the field was filled in that people do not see.
    pub trapped: bool,
}

/// How a request came in.
pub(crate) fn read(call: &Call, brand: &chie_domain::brand::BrandDomain) -> Arrival {
    let network = network(call);
    if let Some(plain) = call.plain.get() {
        return Arrival { network, took: plain.took, trapped: plain.trapped, plain: true, work: None, measured: measured(call) };
    }
    let mut arrival = Arrival { network, measured: measured(call), ..Arrival::default() };
    for part in call.header(FORM).unwrap_or_default().split(';').map(str::trim) {
        match part.split_once('=') {
            Some(("took", millis)) => arrival.took = millis.parse().ok(),
            Some(("work", done)) => arrival.work = work::check(&call.settings.token_key, brand, done, call.now),
            None if part == "trapped" => arrival.trapped = true,
            _ => {}
        }
    }
    arrival
}

/// The network, but for this machine itself: whoever develops is nobody's newcomer. Where nobody says which network it is, all are one.
fn network(call: &Call) -> Option<[u8; 16]> {
    let said = call.network();
    let here = match said.parse::<IpAddr>() {
        Ok(address) => address.to_canonical().is_loopback(),
        Err(_) => true,
    };
    if here && call.settings.audience == Audience::Makers {
        return None;
    }
    let mut short = [0; 16];
    short.iter_mut().zip(limits::caller(call)).for_each(|(short, byte)| *short = byte);
    Some(short)
}

/// What a measurement looks at.
fn measured(call: &Call) -> Option<Measured> {
    if call.settings.test_hooks == TestHooks::Off {
        return None;
    }
    let of = |layers| match layers {
        "counters" => Some(Layer::Counters),
        "links" => Some(Layer::Links),
        "form" => Some(Layer::Form),
        "alike" => Some(Layer::Alike),
        "work" => Some(Layer::Work),
        "names" => Some(Layer::Names),
        _ => None,
    };
    match call.header("x-chie-layers")?.split_once(' ')? {
        ("without", layer) => of(layer).map(Measured::Without),
        ("alone", layer) => of(layer).map(Measured::Alone),
        _ => None,
    }
}
