//! What a fact about a question is called: the asker's device, and the place of a printed code.

use crate::locale::Msg;
use chie_domain::device::FactName;

/// A fact's name.
pub const fn name(name: FactName) -> Msg {
    match name {
        FactName::Browser => Msg::FactBrowser,
        FactName::System => Msg::FactSystem,
        FactName::Screen => Msg::FactScreen,
        FactName::Page => Msg::FactPage,
        FactName::Place => Msg::FactPlace,
    }
}
