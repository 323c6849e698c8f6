//! Brands, their domains and the places that embed them. A brand is known by its registrable domain; on a shared host (a
//! private suffix of the public-suffix list) only the exact host counts. Domains are compared label by label, never as
//! strings: `attacker-acme.example` is not inside `acme.example`.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is not a brand's domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DomainError {
    /// Not a host name at all: wrong characters, empty labels, a port, a path, bad punycode, too long.
    #[error("malformed_domain: write a domain such as acme.example, without https://, port or path")]
    Malformed,
    /// An address in numbers.
    #[error("ip_address: a brand is known by its domain, not by an IP address")]
    IpAddress,
    /// A single label, or a name that is reserved for local use.
    #[error("local_name: this name exists only on a local network")]
    LocalName,
    /// A public suffix such as `co.uk`, or the suffix of a shared host such as `github.io`.
    #[error("public_suffix: many brands share this ending; write the brand's own domain")]
    PublicSuffix,
}

/// The domain a brand is known by, in lower-case ASCII (punycode for other scripts), without a trailing dot.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BrandDomain(String);

/// A host name that was checked for its form only: where a page or a proof lives.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Host(String);

/// Where the widget stands: it decides between the pending look and the denial of a fan-made place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// On a host inside the brand's own domain. The host's name proves nothing.
    Own,
    /// Anywhere else.
    Elsewhere,
    /// Where a page is tried out: nothing of the real community is shown or touched there.
    Test,
}

const LOCAL: [&str; 7] = ["localhost", "local", "internal", "lan", "home", "onion", "invalid"];

fn well_formed(host: &str) -> bool {
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && l.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    host.len() <= 253 && host.split('.').all(label)
}

fn looks_like_ip(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    // One colon belongs to a port or a scheme; numbers of the sixth version have several.
    host.matches(':').count() > 1
        || host.starts_with('[')
        || (!last.is_empty() && last.bytes().all(|b| b.is_ascii_digit()))
        || (last.starts_with("0x") && last.bytes().skip(2).all(|b| b.is_ascii_hexdigit()))
}

impl Host {
    /// Reads a host name: letters, digits, hyphens and dots; other scripts only where the server can convert them.
    pub fn parse(text: &str) -> Result<Self, DomainError> {
        let text = text.trim().strip_suffix('.').unwrap_or(text.trim());
        if looks_like_ip(text) {
            return Err(DomainError::IpAddress);
        }
        let host = ascii(text)?;
        if !well_formed(&host) {
            return Err(DomainError::Malformed);
        }
        if looks_like_ip(&host) {
            return Err(DomainError::IpAddress);
        }
        Ok(Self(host))
    }

    fn given(text: &str) -> Result<Self, DomainError> {
        Self::parse(text)
    }

    /// The host as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this host is the brand's domain or lies inside it.
    pub fn is_inside(&self, brand: &BrandDomain) -> bool {
        self.0.strip_suffix(brand.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }
}

#[cfg(feature = "parse")]
fn ascii(text: &str) -> Result<String, DomainError> {
    idna::domain_to_ascii_strict(text).map_err(|_| DomainError::Malformed)
}

#[cfg(not(feature = "parse"))]
fn ascii(text: &str) -> Result<String, DomainError> {
    if text.is_ascii() { Ok(text.to_ascii_lowercase()) } else { Err(DomainError::Malformed) }
}

impl BrandDomain {
    /// Reads what a person typed or a tag says as the brand it belongs to: `www.shop.acme.example` is `acme.example`.
    #[cfg(feature = "parse")]
    pub fn parse(text: &str) -> Result<Self, DomainError> {
        let host = Host::parse(text)?;
        let labels: Vec<&str> = host.as_str().split('.').collect();
        let last = labels.last().copied().unwrap_or_default();
        if labels.len() < 2 || LOCAL.contains(&last) || host.as_str() == "home.arpa" || host.as_str().ends_with(".home.arpa") {
            return Err(DomainError::LocalName);
        }
        let registrable = crate::suffix::registrable(host.as_str()).ok_or(DomainError::PublicSuffix)?;
        Ok(Self(registrable.to_owned()))
    }

    /// Reads what a person typed as far as that goes without the public-suffix list, which stays on the server.
    #[cfg(not(feature = "parse"))]
    pub fn parse(text: &str) -> Result<Self, DomainError> {
        let host = Host::parse(text)?;
        let last = host.as_str().rsplit('.').next().unwrap_or_default();
        // By its bytes: looking for a letter as a pattern brings the search for whole texts along, more than a visitor's
        // program has for all of this.
        if !host.as_str().bytes().any(|b| b == b'.') || LOCAL.contains(&last) {
            return Err(DomainError::LocalName);
        }
        Ok(Self(host.0))
    }

    /// Reads what another program of ours wrote down.
    #[cfg(feature = "parse")]
    fn given(text: &str) -> Result<Self, DomainError> {
        Self::parse(text)
    }

    /// Reads what the server gave out. Every visitor downloads what is looked at here: its form, and nothing that people mistype.
    #[cfg(not(feature = "parse"))]
    fn given(text: &str) -> Result<Self, DomainError> {
        if well_formed(text) && text.bytes().any(|b| b == b'.') { Ok(Self(text.to_owned())) } else { Err(DomainError::Malformed) }
    }

    /// The domain as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first label: `acme` of `acme.example`.
    pub fn own_label(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }

    /// The two hosts whose front page speaks for the brand: the domain itself and its `www`.
    pub fn is_front(&self, host: &Host) -> bool {
        host.as_str() == self.0 || host.as_str().strip_prefix("www.") == Some(self.0.as_str())
    }
}

macro_rules! texts_of_hosts {
    ($($name:ident)*) => {$(
        impl TryFrom<String> for $name {
            type Error = DomainError;
            fn try_from(text: String) -> Result<Self, DomainError> {
                Self::given(&text)
            }
        }

        impl From<$name> for String {
            fn from(it: $name) -> String {
                it.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

texts_of_hosts!(BrandDomain Host);

#[cfg(test)]
#[cfg(feature = "parse")]
mod tests {
    use super::*;

    #[test]
    fn any_host_of_a_brand_leads_to_its_registrable_domain() {
        for (typed, brand) in [
            ("acme.example", "acme.example"),
            (" WWW.Acme.Example. ", "acme.example"),
            ("shop.acme.co.uk", "acme.co.uk"),
            ("someone.github.io", "someone.github.io"),
            ("docs.someone.github.io", "someone.github.io"),
            ("知恵.example", "xn--fiq53p.example"),
        ] {
            let read = BrandDomain::parse(typed).map(String::from);
            if typed.is_ascii() {
                assert_eq!(read.as_deref(), Ok(brand), "{typed}");
            } else {
                assert!(read.is_ok_and(|d| d.starts_with("xn--")), "{typed}");
            }
        }
    }

    #[test]
    fn what_is_no_domain_is_refused_with_its_reason() {
        let long = format!("{}.example", "a".repeat(254));
        for (typed, why) in [
            ("", DomainError::Malformed),
            ("localhost", DomainError::LocalName),
            ("printer.local", DomainError::LocalName),
            ("127.0.0.1", DomainError::IpAddress),
            ("[::1]", DomainError::IpAddress),
            ("0x7f.1", DomainError::IpAddress),
            ("1.2.3", DomainError::IpAddress),
            ("co.uk", DomainError::PublicSuffix),
            ("github.io", DomainError::PublicSuffix),
            ("a..b", DomainError::Malformed),
            ("-a.example", DomainError::Malformed),
            ("a_b.example", DomainError::Malformed),
            ("user@acme.example", DomainError::Malformed),
            ("acme.example:8080", DomainError::Malformed),
            ("https://acme.example", DomainError::Malformed),
            ("::1", DomainError::IpAddress),
            ("１２７.0.0.1", DomainError::IpAddress),
            ("home.arpa", DomainError::LocalName),
            ("acme.example/path", DomainError::Malformed),
            ("xn--zzzzzzz---.example", DomainError::Malformed),
            (long.as_str(), DomainError::Malformed),
        ] {
            assert_eq!(BrandDomain::parse(typed), Err(why), "{typed:?}");
        }
    }

    #[test]
    fn inside_is_decided_by_labels() {
        let acme = BrandDomain::parse("acme.example").expect("a domain");
        let inside = |host: &str| Host::parse(host).expect("a host").is_inside(&acme);
        assert!(inside("acme.example") && inside("shop.acme.example"));
        assert!(!inside("attacker-acme.example") && !inside("acme.example.evil.example"));
    }
}
