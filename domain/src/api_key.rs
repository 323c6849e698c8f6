//! Keys for programs: a key is sent as `Authorization: Bearer` from a server and stands for the person who made it, for no longer and for
//! no more than that person may at the moment. A brand's key acts for the brand as its maker does, within its scopes; a personal key
//! reads what is its maker's own. Only a hash of a key is kept anywhere.

use crate::api::error::Refusal;
use crate::api::route::Route;
use crate::brand::BrandDomain;
use crate::text::TextError;
use crate::time::Span;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What every key begins with.
pub const BEGINS: &str = "chie_";
const BRAND: &str = "chie_bk_";
const PERSONAL: &str = "chie_pk_";
/// How many characters the random part of a key has.
pub const SECRET: usize = 43;
/// How many characters of it are shown in lists.
const SHOWN: usize = 6;
/// How many keys a brand, or a person, has at once.
pub const MOST_KEYS: u32 = 10;
/// The longest that a key counts, in days.
pub const MOST_DAYS: u16 = 365;
/// How many requests a key may make within a [`WINDOW`].
pub const REQUESTS: u32 = 120;
/// Requests are counted from the first one on for so long.
pub const WINDOW: Span = Span::minutes(1);

/// What a brand's key may do. The brand's own words only: nothing that a key does decides about what others wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyScope {
    /// Read what a representative's desk shows: threads, what waits, the overview, products.
    Read,
    /// Answer officially, mark the official answer, set a status.
    Answer,
    /// Take the whole community along as a file.
    Export,
}

impl KeyScope {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Read, Self::Answer, Self::Export];

    /// The scope's stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Answer => "answer",
            Self::Export => "export",
        }
    }

    /// The scope of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

/// The scopes of one key, with spaces or commas between: at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyScopes(Vec<KeyScope>);

impl KeyScopes {
    /// Reads them from outside text.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let words = text.split([' ', ',']).filter(|word| !word.is_empty());
        let named: Option<Vec<KeyScope>> = words.map(KeyScope::from_code).collect();
        let named = named.ok_or(TextError::Malformed("a key may `read`, `answer` and `export`"))?;
        Self::of(&named).ok_or(TextError::Empty)
    }

    /// These, each once; nothing where there is none.
    pub fn of(scopes: &[KeyScope]) -> Option<Self> {
        let each: Vec<KeyScope> = KeyScope::ALL.into_iter().filter(|scope| scopes.contains(scope)).collect();
        (!each.is_empty()).then_some(Self(each))
    }

    /// Each of them.
    pub fn each(&self) -> &[KeyScope] {
        &self.0
    }
}

impl TryFrom<String> for KeyScopes {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<KeyScopes> for String {
    fn from(scopes: KeyScopes) -> Self {
        scopes.0.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(" ")
    }
}

/// What it takes to reach a route by a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyNeeds {
    /// Any key: it is what everybody may read.
    Any,
    /// A key of this brand's with this scope.
    Scope(KeyScope),
    /// A personal key: it is what is its maker's own.
    Person,
}

impl Route {
    /// Of which brand it is, and what it takes to reach it by a key; nothing where no key leads.
    pub const fn by_key(&self) -> Option<(&BrandDomain, KeyNeeds)> {
        if let Self::GetCommunity(brand)
        | Self::ListThreads(brand)
        | Self::GetThread(brand, _)
        | Self::SearchThreads(brand)
        | Self::SuggestThreads(brand)
        | Self::GetFigures(brand)
        | Self::GetRecord(brand)
        | Self::GetHistory(brand) = self
        {
            return Some((brand, KeyNeeds::Any));
        }
        if let Self::GetDesk(brand)
        | Self::GetTriage(brand)
        | Self::GetWork(brand)
        | Self::GetOverview(brand)
        | Self::GetOverviewTable(brand)
        | Self::GetProducts(brand) = self
        {
            return Some((brand, KeyNeeds::Scope(KeyScope::Read)));
        }
        if let Self::PostOfficialReply(brand, _) | Self::MarkOfficialAnswer(brand, _) | Self::SetStatus(brand, _) = self {
            return Some((brand, KeyNeeds::Scope(KeyScope::Answer)));
        }
        if let Self::ExportCommunity(brand) = self {
            return Some((brand, KeyNeeds::Scope(KeyScope::Export)));
        }
        if let Self::GetMine(brand) | Self::ExportMe(brand) = self {
            return Some((brand, KeyNeeds::Person));
        }
        None
    }
}

/// A key as somebody sent it. Nothing in it is believed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentKey {
    /// Of a brand.
    Brand,
    /// Of a person: the account that it says it is of.
    Personal(String),
}

impl SentKey {
    /// Reads a key; nothing if it has none of the forms in which keys are given out.
    pub fn parse(text: &str) -> Option<Self> {
        let secret = |text: &str| text.len() == SECRET && text.chars().all(is_of_key);
        if let Some(rest) = text.strip_prefix(BRAND) {
            return secret(rest).then_some(Self::Brand);
        }
        let (random, account) = text.strip_prefix(PERSONAL)?.split_once('.')?;
        (secret(random) && account.len() <= 64 && account.chars().all(is_of_key)).then(|| Self::Personal(account.to_owned()))
    }
}

const fn is_of_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// A brand's key out of its random part.
pub fn of_brand(random: &str) -> String {
    [BRAND, random].concat()
}

/// A personal key out of its random part and its maker's account.
pub fn of_person(random: &str, account: &str) -> String {
    [PERSONAL, random, ".", account].concat()
}

/// The beginning of a key, by which its owner knows it again.
pub fn shown(key: &str) -> String {
    key.chars().take(BRAND.len() + SHOWN).collect()
}

/// Until when a key counts that is made for so many days; nothing where that is too few or too many.
pub const fn lives(days: u16) -> Option<Span> {
    if days == 0 || days > MOST_DAYS { None } else { Some(Span::days(days as u64)) }
}

/// Why a key leads nowhere. It is said before anything else of a request is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UseKeyRefusal {
    /// It is none, or counts no more.
    #[error("key_invalid: this key does not count here; it may have ended, or its maker's seat or the brand's proof has")]
    Invalid,
    /// It leads elsewhere.
    #[error("key_scope: this key does not reach this; the reference says which keys do")]
    Scope,
    /// Keys are for servers.
    #[error("key_in_browser: keys are for servers; a key that is in a page is everybody's, so revoke it")]
    InBrowser,
    /// Keys count on one host.
    #[error("key_elsewhere: keys count on the console's host only; send this request there")]
    Elsewhere,
}

impl Refusal for UseKeyRefusal {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_one_of_two_forms() {
        let random = "a".repeat(SECRET);
        assert_eq!(SentKey::parse(&of_brand(&random)), Some(SentKey::Brand));
        assert_eq!(SentKey::parse(&of_person(&random, "a1_xyz")), Some(SentKey::Personal("a1_xyz".to_owned())));
        assert_eq!(shown(&of_brand(&random)), "chie_bk_aaaaaa");
        assert_eq!(shown(&of_person(&random, "a1_xyz")), "chie_pk_aaaaaa");
        for wrong in [
            String::new(),
            BEGINS.to_owned(),
            of_brand(""),
            of_brand(&"a".repeat(SECRET + 1)),
            of_brand(&format!("{} ", "a".repeat(SECRET - 1))),
            of_person(&random, &"a".repeat(65)),
            of_person(&random, "a.b"),
            format!("{PERSONAL}{random}"),
            format!("chie_xk_{random}"),
        ] {
            assert_eq!(SentKey::parse(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn scopes_are_each_named_once() {
        let both = KeyScopes::parse("answer, read read").expect("scopes");
        assert_eq!(both.each(), [KeyScope::Read, KeyScope::Answer]);
        assert_eq!(String::from(both), "read answer");
        assert_eq!(KeyScopes::parse(" ,"), Err(TextError::Empty));
        assert!(matches!(KeyScopes::parse("read everything"), Err(TextError::Malformed(_))));
    }

    #[test]
    fn a_key_ends_within_a_year() {
        assert_eq!(lives(0), None);
        assert_eq!(lives(30), Some(Span::days(30)));
        assert_eq!(lives(MOST_DAYS), Some(Span::days(365)));
        assert_eq!(lives(MOST_DAYS + 1), None);
    }
}
