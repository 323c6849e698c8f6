//! Webhooks: the brand's own server hears of what happens in its community. Where it may be told, of what, how often it is tried, and
//! what is sent. Only what everybody can read travels, and only to a host inside a domain that the brand has proven.

use crate::api::view::{ReplyView, ThreadRow};
use crate::brand::{BrandDomain, Host};
use crate::claim::Claim;
use crate::id::DeliveryId;
use crate::set_up::PageAddress;
use crate::text::TextError;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How many webhooks a brand has at most.
pub const MOST_WEBHOOKS: u32 = 5;
/// For how long a delivery can be seen and sent again.
pub const KEPT: Span = Span::days(7);
/// For how long the secret before signs as well, once there is a new one.
pub const OLD_SIGNS: Span = Span::hours(24);
/// After nothing has arrived for this long, nothing more is sent until something does.
pub const PAUSED_AFTER: Span = Span::days(3);
/// How the secret is shown: the bytes in base64 stand behind this.
pub const SECRET_MARK: &str = "whsec_";

/// How long it is waited after each failed try: nine times, three days in all.
const WAITS: [Span; 9] = [
    Span::seconds(15),
    Span::minutes(5),
    Span::minutes(30),
    Span::hours(2),
    Span::hours(5),
    Span::hours(10),
    Span::hours(14),
    Span::hours(17),
    Span::hours(24),
];

/// How long to wait after so many tries have failed; nothing once it rests. `chance` spreads what would otherwise come back at once:
/// it draws a number below the one it is given.
pub fn wait_after(failed: u32, chance: impl FnOnce(u64) -> u64) -> Option<Span> {
    let before = usize::try_from(failed.checked_sub(1)?).ok()?;
    let wait = WAITS.get(before)?.millis();
    Some(Span::from_millis(wait.saturating_add(chance(wait / 10))))
}

/// What a webhook can tell of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HookEvent {
    /// Somebody asked, reported, wished or praised something.
    Asked,
    /// Somebody replied or remarked on a reply, a customer or the brand.
    Replied,
    /// The brand put its name to a reply.
    OfficialAnswer,
    /// The asker accepted a reply, or the brand says that it is solved.
    Solved,
    /// The brand set or cleared a status.
    StatusChanged,
    /// Words of danger stand in a thread.
    Danger,
    /// The brand claimed threads; told once it can no longer be undone.
    Claimed,
    /// The brand released what it had claimed.
    Released,
    /// An owner tries out whether it arrives.
    Test,
}

impl HookEvent {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Asked,
        Self::Replied,
        Self::OfficialAnswer,
        Self::Solved,
        Self::StatusChanged,
        Self::Danger,
        Self::Claimed,
        Self::Released,
        Self::Test,
    ];

    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Replied => "replied",
            Self::OfficialAnswer => "official_answer",
            Self::Solved => "solved",
            Self::StatusChanged => "status_changed",
            Self::Danger => "danger",
            Self::Claimed => "claimed",
            Self::Released => "released",
            Self::Test => "test",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.code() == code)
    }

    /// Whether it can be chosen: a test comes when somebody asks for it.
    pub const fn is_chosen(self) -> bool {
        !matches!(self, Self::Test)
    }
}

/// The events that somebody chose, by their names with commas between: at least one, each once, in their own order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HookEvents(Vec<HookEvent>);

impl HookEvents {
    /// What was chosen of all that can be.
    pub fn of(chosen: &[HookEvent]) -> Result<Self, TextError> {
        let kept: Vec<HookEvent> = HookEvent::ALL.into_iter().filter(|event| event.is_chosen() && chosen.contains(event)).collect();
        if kept.is_empty() { Err(TextError::Empty) } else { Ok(Self(kept)) }
    }

    /// Reads their names.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let names = text.split([',', ' ']).filter(|name| !name.is_empty());
        let read = names.map(|name| HookEvent::from_code(name).filter(|event| event.is_chosen()));
        let chosen: Option<Vec<HookEvent>> = read.collect();
        Self::of(&chosen.ok_or(TextError::Malformed("write names of events with commas between, such as asked, danger"))?)
    }

    /// They.
    pub fn all(&self) -> &[HookEvent] {
        &self.0
    }
}

impl TryFrom<String> for HookEvents {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<HookEvents> for String {
    fn from(events: HookEvents) -> Self {
        events.0.iter().map(|event| event.code()).collect::<Vec<_>>().join(", ")
    }
}

/// Where a webhook leads: a whole https address, its host in plain sight, without a port.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HookAddress(PageAddress);

const WRONG: TextError = TextError::Malformed("write the whole https address, such as https://www.acme.example/hooks/chie");

impl HookAddress {
    /// Reads one.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        if text.bytes().any(|b| b == b'{') {
            return Err(WRONG);
        }
        PageAddress::parse(text).map(Self).map_err(|error| if matches!(error, TextError::Malformed(_)) { WRONG } else { error })
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Its host.
    pub fn host(&self) -> Option<Host> {
        self.0.host()
    }

    /// What stands behind the host: path and query.
    pub fn path(&self) -> &str {
        let behind = self.as_str().get("https://".len()..).unwrap_or_default();
        behind.find('/').and_then(|at| behind.get(at..)).unwrap_or("/")
    }
}

impl TryFrom<String> for HookAddress {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<HookAddress> for String {
    fn from(address: HookAddress) -> Self {
        address.0.into()
    }
}

/// What came back when something was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HookAnswer {
    /// The server answered with this status: it took it with one of 200 to 299. A redirect is not followed.
    Status(u16),
    /// It did not answer in time.
    TimedOut,
    /// It was not reached.
    Unreachable,
    /// Its name leads into somebody's own network.
    PrivateAddress,
}

impl HookAnswer {
    /// Whether the server took it.
    pub const fn took(self) -> bool {
        matches!(self, Self::Status(200..=299))
    }
}

/// What is sent, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HookPayload {
    /// What happened.
    #[serde(rename = "type")]
    pub what: HookEvent,
    /// The same for the same delivery, however often it is tried.
    pub id: DeliveryId,
    /// When it happened, in milliseconds since 1970.
    pub at: Timestamp,
    /// In whose community.
    pub brand: BrandDomain,
    /// The public page of the thread, of the product where a product was claimed, or of the brand.
    pub address: String,
    /// The thread as its line in a list is now.
    pub thread: Option<ThreadRow>,
    /// The reply as everybody reads it now.
    pub reply: Option<ReplyView>,
    /// What was claimed or released.
    pub claim: Option<Claim>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_keep_their_names_and_are_chosen_once() {
        for event in HookEvent::ALL {
            assert_eq!(HookEvent::from_code(event.code()), Some(event));
            assert_eq!(serde_json::to_value(event).ok(), Some(event.code().into()));
        }
        let chosen = HookEvents::of(&[HookEvent::Solved, HookEvent::Test, HookEvent::Asked, HookEvent::Solved]);
        assert_eq!(chosen.clone().map(String::from).as_deref(), Ok("asked, solved"));
        assert_eq!(HookEvents::parse(" solved,asked solved"), chosen);
        assert_eq!((HookEvents::of(&[HookEvent::Test]), HookEvents::parse(" , ")), (Err(TextError::Empty), Err(TextError::Empty)));
        for wrong in ["test", "asked, everything", "Asked"] {
            assert!(matches!(HookEvents::parse(wrong), Err(TextError::Malformed(_))), "{wrong}");
        }
    }

    #[test]
    fn an_address_is_a_whole_one_of_a_host() {
        for (text, host, path) in [
            ("https://acme.example/hooks/chie?at=1", "acme.example", "/hooks/chie?at=1"),
            ("https://shop.acme.example", "shop.acme.example", "/"),
        ] {
            let address = HookAddress::parse(text).expect("an address");
            assert_eq!((address.host().expect("a host").as_str(), address.path()), (host, path));
        }
        for wrong in [
            "http://acme.example/",
            "https://acme.example:8443/",
            "https://user:secret@acme.example/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://acme.example/{thread}",
            "https://acme.example/#there",
            "//acme.example/",
        ] {
            assert_eq!(HookAddress::parse(wrong), Err(WRONG), "{wrong}");
        }
        assert_eq!(HookAddress::parse(" "), Err(TextError::Empty));
    }

    #[test]
    fn tries_come_later_each_time_for_three_days_and_then_rest() {
        let waits: Vec<u64> = (1..).map_while(|failed| wait_after(failed, |_| 0)).map(Span::millis).collect();
        assert!(waits.is_sorted());
        let (all, most) = (waits.iter().sum::<u64>(), Span::days(3).millis());
        assert!(all > most && all < most + Span::hours(1).millis(), "{all}");
        assert!(PAUSED_AFTER.millis() <= all, "what failed to the end pauses its webhook");
        // At most a tenth is added, by chance.
        assert_eq!(wait_after(3, |limit| limit - 1), Some(Span::from_millis(30 * 60_000 + 3 * 60_000 - 1)));
        assert_eq!(wait_after(0, |_| 0), None);
    }
}
