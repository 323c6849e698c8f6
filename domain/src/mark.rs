//! Marks beside a customer's name: who they are to the brand. None of them gives any power, and none is taken from what
//! somebody says of themselves: an employee has shown an address at the domain, a champion was named by an owner.

use crate::brand::BrandDomain;
use serde::{Deserialize, Serialize};

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// They read mail at an address of this domain, and speak for themselves.
    Employee(BrandDomain),
    /// A customer whom the brand of this domain trusts.
    Champion(BrandDomain),
}

/// Domains at which anybody gets an address: reading mail there says nothing about who somebody works for.
const ANYBODYS: [&str; 24] = [
    "aol.com",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "au.com",
    "gmail.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "naver.com",
    "outlook.com",
    "outlook.jp",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "softbank.ne.jp",
    "yahoo.co.jp",
    "yahoo.com",
];

/// Whether an address at this domain says for whom somebody works.
pub fn says_employer(domain: &BrandDomain) -> bool {
    !ANYBODYS.contains(&domain.as_str())
}

#[cfg(test)]
#[cfg(feature = "parse")]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_anybody_gets_say_nothing() {
        let says = |domain: &str| says_employer(&BrandDomain::parse(domain).expect("a domain"));
        assert!(says("acme.example"));
        assert!(!says("gmail.com") && !says("yahoo.co.jp"));
    }
}
