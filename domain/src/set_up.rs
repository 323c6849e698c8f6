//! How a brand sets its place up after it came: why it wants to be here, its own help, and the page of its own on which the
//! community stands. Five answers choose defaults; each can be changed later.

use crate::brand::Host;
use crate::id::ThreadId;
use crate::site::host_of;
use crate::text::{ProductKey, ProductName, TextError};
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// Why a brand wants to be here. What it has not said yet is nothing; then the first of the two ways that each line tells is taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasons {
    /// Somebody of it answers here (its hours are told, and a late answer is late), or it only reads.
    pub answers: Option<bool>,
    /// Customers go first (a thread waits for the brand only after a day, unless it speaks of danger or its asker is unhappy), or it answers at once.
    pub customers_first: Option<bool>,
    /// It is here above all to learn (the overview comes before the queue), or to answer.
    pub learns: Option<bool>,
    /// Its own site shows the community (threads have their one address there), or it does not.
    pub own_site: Option<bool>,
    /// It has help of its own that visitors are shown, or it has none.
    pub own_help: Option<bool>,
}

impl Reasons {
    /// For how long customers go first.
    pub const CUSTOMERS_FIRST: Span = Span::hours(24);

    /// Whether the brand promises to answer, as far as it said.
    pub fn answers(&self) -> bool {
        self.answers != Some(false)
    }

    /// Since when something has waited long enough to be the brand's turn.
    pub fn turn(&self, now: Timestamp) -> Timestamp {
        let wait = if self.customers_first == Some(true) { Self::CUSTOMERS_FIRST } else { Span::seconds(0) };
        now.before(wait)
    }
}

/// The page of a brand's own on which its community stands, with `{product}` and `{thread}` where these belong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PageAddress(String);

const WRONG: TextError =
    TextError::Malformed("write the whole address of a page, such as https://www.acme.example/help?thread={thread}");

impl PageAddress {
    /// The longest allowed, in characters.
    pub const MAX: usize = 500;

    /// Reads one: a page that everybody can open, its host in plain sight.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        if text.len() > Self::MAX {
            return Err(TextError::TooLong { max: Self::MAX });
        }
        let plain = text.replace("{product}", "p").replace("{thread}", "t");
        let fine = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '#');
        let host = host_of(&plain).filter(|host| text.get("https://".len()..).is_some_and(|rest| rest.starts_with(host)));
        let ends = host.and_then(|host| plain.get("https://".len() + host.len()..));
        let whole = plain.starts_with("https://") && ends.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        match host {
            Some(host) if whole && plain.chars().all(fine) && Host::parse(host).is_ok() => Ok(Self(text.to_owned())),
            _ => Err(WRONG),
        }
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its host.
    pub fn host(&self) -> Option<Host> {
        host_of(&self.0).and_then(|host| Host::parse(host).ok())
    }

    /// The page of a thread, or of a product where there is no thread.
    pub fn of(&self, product: &ProductKey, thread: Option<&ThreadId>) -> String {
        self.0.replace("{product}", product.as_str()).replace("{thread}", thread.map_or("", ThreadId::as_str))
    }
}

impl TryFrom<String> for PageAddress {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<PageAddress> for String {
    fn from(page: PageAddress) -> Self {
        page.0
    }
}

/// What else a product is called, model numbers above all: names with commas or lines between.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Aliases(Vec<ProductName>);

impl Aliases {
    /// So many fit.
    pub const MOST: usize = 24;

    /// Reads them; the same name twice is once.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let mut names: Vec<ProductName> = Vec::new();
        for name in text.split([',', '\n', '、', '，']).map(str::trim).filter(|name| !name.is_empty()) {
            let name = ProductName::parse(name)?;
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.len() > Self::MOST { Err(TextError::Malformed("at most 24 names fit here")) } else { Ok(Self(names)) }
    }

    /// The names.
    pub fn names(&self) -> &[ProductName] {
        &self.0
    }
}

impl TryFrom<String> for Aliases {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<Aliases> for String {
    fn from(it: Aliases) -> Self {
        it.0.iter().map(ProductName::as_str).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_one_that_everybody_can_open() {
        for (text, host) in [
            ("https://www.acme.example/help", "www.acme.example"),
            ("https://acme.example", "acme.example"),
            ("https://shop.acme.example/{product}?thread={thread}", "shop.acme.example"),
        ] {
            let page = PageAddress::parse(text).expect(text);
            assert_eq!(page.host().map(String::from).as_deref(), Some(host));
        }
        for wrong in [
            "",
            "www.acme.example/help",
            "http://www.acme.example/help",
            "https://",
            "https:///help",
            "https://user@acme.example/",
            "https://acme.example:8443/",
            "https://{product}.acme.example/",
            "https://acme.example.{thread}/",
            "https://acme.example/#thread={thread}",
            "https://acme.example/{other}",
            "https://acme.example/\"><script>",
            "https://acme.example/ a",
            "https://127.0.0.1/",
            "javascript://acme.example/%0aalert(1)",
        ] {
            assert!(PageAddress::parse(wrong).is_err(), "{wrong}");
        }
        let page = PageAddress::parse("https://acme.example/{product}?t={thread}").expect("a page");
        let key = ProductKey::parse("kettle").expect("a key");
        assert_eq!(page.of(&key, None), "https://acme.example/kettle?t=");
    }

    #[test]
    fn aliases_are_names_with_commas_between() {
        assert_eq!(Aliases::parse(" KT-1200,KT-1200、やかん\n").map(String::from).as_deref(), Ok("KT-1200, やかん"));
        let many = (0..=Aliases::MOST).map(|n| format!("K{n}")).collect::<Vec<_>>().join(",");
        assert!(Aliases::parse(&many).is_err() && Aliases::parse("a\u{202e}b").is_err());
        assert_eq!(Aliases::parse(""), Ok(Aliases::default()));
    }

    #[test]
    fn what_was_not_said_is_the_first_way() {
        let now = Timestamp::from_millis(1_800_000_000_000);
        let none = Reasons::default();
        assert!(none.answers() && none.turn(now) == now);
        let waits = Reasons { answers: Some(false), customers_first: Some(true), ..none };
        assert!(!waits.answers() && waits.turn(now) < now);
    }
}
