//! The sites whose pages show a community. A page on somebody's own machine, and one on a host that is missing from a brand's
//! list of sites, is being tried out: what is written there stays out of the community.

use crate::brand::{BrandDomain, DomainError, Host};
use serde::{Deserialize, Serialize};
use std::net::{Ipv4Addr, Ipv6Addr};
use thiserror::Error;

/// Which of a brand's two communities is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    /// The one that everybody reads.
    Public,
    /// The one for trying things out: nothing of it is told to anybody, and it is wiped when nobody has written for a while.
    Test,
}

/// How many sites a brand may list.
pub const MOST_SITES: usize = 50;

/// The host of an origin such as `https://shop.acme.example:8443`, without its port; nothing for what is no origin of a site.
pub fn host_of(origin: &str) -> Option<&str> {
    let (scheme, rest) = origin.split_once("://")?;
    let host = match rest.strip_prefix('[') {
        Some(rest) => rest.split(']').next()?,
        None => rest.split([':', '/']).next()?,
    };
    (matches!(scheme, "http" | "https") && !host.is_empty()).then_some(host)
}

/// Endings of names that exist on somebody's own machine or network only.
const LOCAL_ENDINGS: [&str; 8] = ["localhost", "test", "local", "internal", "lan", "home", "invalid", "home.arpa"];

/// Whether a host is on somebody's own machine or network: nobody else can open its pages.
pub fn is_local(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_loopback() || address.is_private() || address.is_link_local() || address.is_unspecified();
    }
    if let Ok(address) = host.parse::<Ipv6Addr>() {
        let of_a_site = address.is_unique_local() || address.is_unicast_link_local();
        return address.is_loopback() || of_a_site || address.is_unspecified();
    }
    let ends = |ending: &&str| host.strip_suffix(ending).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    !host.contains('.') || LOCAL_ENDINGS.iter().any(ends)
}

/// Whether pages on a host show what everybody reads, as far as a brand's list says. An empty list leaves every site in.
pub fn is_listed(sites: &[Host], host: &str) -> bool {
    sites.is_empty() || sites.iter().any(|site| site.as_str().eq_ignore_ascii_case(host))
}

/// The sites that a brand lists, as an owner writes them: one host a line. None leaves every site in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sites(Vec<Host>);

/// Why a text is no list of sites.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SitesError {
    /// A line is no host.
    #[error("{1} (line {0})")]
    Line(usize, DomainError),
    /// A host that only exists on somebody's own machine or network.
    #[error("local_name: line {0} exists only on a local network, where the tag always runs in test mode; leave it out")]
    Local(usize),
    /// More than fifty.
    #[error("too_many_sites: at most {MOST_SITES} sites fit here")]
    TooMany,
}

impl Sites {
    /// Reads one host a line; empty lines say nothing.
    pub fn parse(text: &str) -> Result<Self, SitesError> {
        let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
        let read = |(number, line): (usize, &str)| {
            let host = Host::parse(line).map_err(|error| SitesError::Line(number, error))?;
            if is_local(host.as_str()) { Err(SitesError::Local(number)) } else { Ok(host) }
        };
        let mut hosts: Vec<Host> = lines.map(read).collect::<Result<_, _>>()?;
        hosts.sort();
        hosts.dedup();
        if hosts.len() > MOST_SITES { Err(SitesError::TooMany) } else { Ok(Self(hosts)) }
    }

    /// The hosts.
    pub fn hosts(&self) -> &[Host] {
        &self.0
    }
}

impl From<Vec<Host>> for Sites {
    fn from(hosts: Vec<Host>) -> Self {
        Self(hosts)
    }
}

impl TryFrom<String> for Sites {
    type Error = SitesError;
    fn try_from(text: String) -> Result<Self, SitesError> {
        Self::parse(&text)
    }
}

impl From<Sites> for String {
    fn from(it: Sites) -> Self {
        it.0.iter().map(Host::as_str).collect::<Vec<_>>().join("\n")
    }
}

/// The name of the place where a community is kept.
pub fn name_of(room: Room, brand: &BrandDomain) -> String {
    match room {
        Room::Public => brand.to_string(),
        // No domain has a colon in it.
        Room::Test => format!("{TEST}{brand}"),
    }
}

/// Reads such a name.
pub fn from_name(name: &str) -> Option<(Room, BrandDomain)> {
    let (room, brand) = name.strip_prefix(TEST).map_or((Room::Public, name), |brand| (Room::Test, brand));
    Some((room, BrandDomain::parse(brand).ok()?))
}

const TEST: &str = "test:";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_read_off_an_origin() {
        for (origin, host) in [
            ("https://shop.acme.example", Some("shop.acme.example")),
            ("http://localhost:3000", Some("localhost")),
            ("http://[::1]:8080", Some("::1")),
            ("http://127.0.0.1:5173/", Some("127.0.0.1")),
            ("null", None),
            ("none", None),
            ("file://", None),
            ("chrome-extension://abcdef", None),
            ("https://", None),
        ] {
            assert_eq!(host_of(origin), host, "{origin}");
        }
    }

    #[test]
    fn local_is_what_nobody_else_can_open() {
        for host in [
            "localhost",
            "shop.localhost",
            "LOCALHOST.",
            "shop.test",
            "printer.local",
            "intranet",
            "nas.home.arpa",
            "127.0.0.1",
            "127.9.9.9",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.1",
            "192.168.178.20",
            "169.254.1.1",
            "0.0.0.0",
            "::1",
            "fd00::1",
            "fe80::1",
        ] {
            assert!(is_local(host), "{host}");
        }
        for host in [
            "acme.example",
            "staging.acme.example",
            "localhost.acme.example",
            "test.acme.example",
            "mylocalhost.example",
            "172.32.0.1",
            "8.8.8.8",
            "2001:4860::8888",
        ] {
            assert!(!is_local(host), "{host}");
        }
    }

    #[test]
    fn an_empty_list_leaves_every_site_in() {
        let shop = Host::parse("shop.acme.example").expect("a host");
        assert!(is_listed(&[], "anywhere.example"));
        assert!(is_listed(std::slice::from_ref(&shop), "Shop.Acme.example"));
        for other in ["staging.acme.example", "acme.example", "shop.acme.example.evil.example", "a.shop.acme.example"] {
            assert!(!is_listed(std::slice::from_ref(&shop), other), "{other}");
        }
    }

    #[test]
    fn a_list_is_one_host_a_line() {
        let read = |text: &str| Sites::parse(text).map(String::from);
        assert_eq!(
            read("\n WWW.acme.example \n\nshop.acme.example\nwww.acme.example").as_deref(),
            Ok("shop.acme.example\nwww.acme.example")
        );
        assert_eq!(read("").as_deref(), Ok(""));
        assert_eq!(read("shop.acme.example\nhttps://acme.example/"), Err(SitesError::Line(2, DomainError::Malformed)));
        assert_eq!(read("10.0.0.8"), Err(SitesError::Line(1, DomainError::IpAddress)));
        for local in ["localhost", "shop.test", "a"] {
            assert_eq!(read(local), Err(SitesError::Local(1)), "{local}");
        }
        let many = (0..=MOST_SITES).map(|n| format!("s{n}.acme.example")).collect::<Vec<_>>().join("\n");
        assert_eq!(read(&many), Err(SitesError::TooMany));
    }

    #[test]
    fn the_two_communities_of_a_brand_have_two_names() {
        let acme = BrandDomain::parse("acme.example").expect("a domain");
        for room in [Room::Public, Room::Test] {
            assert_eq!(from_name(&name_of(room, &acme)), Some((room, acme.clone())));
        }
        assert_ne!(name_of(Room::Public, &acme), name_of(Room::Test, &acme));
        assert_eq!(from_name("test:test:acme.example"), None);
    }
}
