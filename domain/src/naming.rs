//! What became of the name that somebody gave to a brand. A name is shown as fact only where it is the domain's own label, or
//! where the operator, or an owner with a DNS proof, set it and no other brand has it or one that looks like it; everywhere
//! else the community goes by its domain.

use crate::badge::shown_name;
use crate::brand::BrandDomain;
use crate::text::BrandName;
use serde::{Deserialize, Serialize};

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Naming {
    /// Somebody said it: it is shown where it is the domain's own label.
    Said,
    /// Another brand has it or one that looks like it: the operator decides.
    Held,
    /// An owner with a DNS proof set it: it is shown while that proof is there.
    ByOwner,
    /// The operator set it or let it pass.
    ByOperator,
    /// The operator refused it: never shown.
    Refused,
}

impl Naming {
    const ALL: [Self; 5] = [Self::Said, Self::Held, Self::ByOwner, Self::ByOperator, Self::Refused];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Held => "held",
            Self::ByOwner => "by_owner",
            Self::ByOperator => "by_operator",
            Self::Refused => "refused",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|naming| naming.code() == code)
    }
}

/// Whether the owner who set a name proves the domain by DNS now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnersProof {
    /// They do.
    Live,
    /// Not any more.
    Gone,
}

/// The name to show for a brand, if any.
pub fn named<'a>(domain: &BrandDomain, given: Option<&'a BrandName>, naming: Naming, proof: OwnersProof) -> Option<&'a str> {
    match (naming, proof) {
        (Naming::ByOperator, _) | (Naming::ByOwner, OwnersProof::Live) => given.map(BrandName::as_str),
        (Naming::Said, _) | (Naming::ByOwner, OwnersProof::Gone) => shown_name(domain, given),
        (Naming::Held | Naming::Refused, _) => None,
    }
}

#[cfg(test)]
#[cfg(feature = "parse")]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_fact_only_by_label_owner_or_operator() {
        let domain = BrandDomain::parse("acme-help.example").expect("a domain");
        let acme = BrandName::parse("Acme").expect("a name");
        let own = BrandName::parse("Acme Help").expect("a name");
        let shown = |name, naming, proof| named(&domain, Some(name), naming, proof).is_some();
        for (name, naming, proof, is) in [
            (&acme, Naming::Said, OwnersProof::Gone, false),
            (&acme, Naming::Said, OwnersProof::Live, false),
            (&acme, Naming::Held, OwnersProof::Live, false),
            (&acme, Naming::ByOwner, OwnersProof::Live, true),
            (&acme, Naming::ByOwner, OwnersProof::Gone, false),
            (&acme, Naming::ByOperator, OwnersProof::Gone, true),
            (&acme, Naming::Refused, OwnersProof::Live, false),
            (&own, Naming::Said, OwnersProof::Gone, true),
            (&own, Naming::ByOwner, OwnersProof::Gone, true),
            (&own, Naming::Held, OwnersProof::Gone, false),
            (&own, Naming::Refused, OwnersProof::Gone, false),
        ] {
            assert_eq!(shown(name, naming, proof), is, "{name:?} {naming:?} {proof:?}");
        }
    }
}
