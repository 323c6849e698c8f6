//! What a badge may say. It carries the domain first, then how and when it was proven; a name appears as fact only if it is
//! the domain's own label, so that proving `acme-help.example` never makes anything read "Acme official". The sentence
//! around these parts is the locale's; no other place decides what goes into it.

use crate::brand::BrandDomain;
use crate::proof::Method;
use crate::text::BrandName;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Whether the proof behind a badge was seen lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Seen at the last checks.
    Fresh,
    /// Missed for several days.
    Doubtful,
}

/// What the official look says of the brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Badge {
    /// The domain that was proven; always shown, always first.
    pub domain: BrandDomain,
    /// The name, where it may be shown as fact.
    pub name: Option<String>,
    /// How control was shown.
    pub method: Method,
    /// Since when.
    pub since: Timestamp,
    /// When the evidence was last seen.
    pub checked: Timestamp,
    /// Whether it is in doubt.
    pub standing: Standing,
}

/// The name to show for a brand: the one it was given if that is its domain's own label in another dress (`Acme` for
/// `acme.example`), otherwise none, and the community goes by its domain.
pub fn shown_name<'a>(domain: &BrandDomain, given: Option<&'a BrandName>) -> Option<&'a str> {
    given.map(BrandName::as_str).filter(|name| name.is_ascii() && is_spelled(domain.own_label(), name))
}

/// Whether the name has the label's letters in their order and is cut wherever the label has a hyphen. The hyphen is part of
/// what was registered: `ac-me` is not `acme`. A name may be cut in more places: `Acme Kitchen` is `acmekitchen`.
fn is_spelled(label: &str, name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let whole = label.split('-').filter(|part| !part.is_empty()).all(|part| {
        let mut spelled = String::new();
        while spelled.len() < part.len() {
            let Some(word) = words.next() else { return false };
            spelled.push_str(&word.to_ascii_lowercase());
        }
        spelled == part
    });
    whole && words.next().is_none()
}

#[cfg(test)]
#[cfg(feature = "parse")]
mod tests {
    use super::*;

    fn shown(domain: &str, name: &str) -> Option<String> {
        let domain = BrandDomain::parse(domain).expect("a domain");
        shown_name(&domain, BrandName::parse(name).ok().as_ref()).map(str::to_owned)
    }

    #[test]
    fn only_the_domains_own_label_is_shown_as_a_name() {
        assert_eq!(shown("acme.example", "Acme").as_deref(), Some("Acme"));
        assert_eq!(shown("acme-help.example", "Acme Help").as_deref(), Some("Acme Help"));
        assert_eq!(shown("acme-help.example", "Acme"), None);
        assert_eq!(shown("acmekitchen.example", "Acme Kitchen").as_deref(), Some("Acme Kitchen"));
        assert_eq!(shown("acme.example", "Acme!").as_deref(), Some("Acme!"));
        for (domain, name) in [
            ("acme.example", "Acme official"),
            ("acme.example", "Acm"),
            ("acme.example", "!"),
            ("ac-me.example", "Acme"),
            ("acme-help.example", "Acmehelp"),
            ("acmehelp.example", "Acme"),
            ("shop.someone.github.io", "GitHub"),
        ] {
            assert_eq!(shown(domain, name), None, "{name} for {domain}");
        }
        // A Cyrillic letter that looks Latin is another name.
        assert_eq!(shown("acme.example", "Асme"), None);
    }
}
