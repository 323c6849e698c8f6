//! The published rules: the grounds on which a post may be held, flagged or removed, with the text that everybody can read.
//! Enum and text stand side by side, so that a decision can name no ground that is not published; every post keeps the
//! version that was in force when it was written.

use serde::{Deserialize, Serialize};

/// The version of the rules that new posts agree to. Raise it with every change of meaning below.
pub const RULES_VERSION: u16 = 1;

/// A ground out of the published rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Somebody's address, number, face or other private facts.
    PersonalData,
    /// A threat or a call to harm somebody.
    Threat,
    /// Advice that can injure whoever follows it.
    Danger,
    /// Posing as the brand, its staff, Chie or another person.
    PosingAsStaff,
    /// Advertising, repetition, links for their own sake.
    Spam,
    /// Contempt for a person or a group.
    Hostility,
    /// Nothing to do with the brand's products.
    OffTopic,
    /// Against the law where it is published.
    Unlawful,
}

impl Ground {
    /// All grounds, in the order in which they are published.
    pub const ALL: [Self; 8] = [
        Self::PersonalData,
        Self::Threat,
        Self::Danger,
        Self::PosingAsStaff,
        Self::Spam,
        Self::Hostility,
        Self::OffTopic,
        Self::Unlawful,
    ];

    /// The ground's stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PersonalData => "personal_data",
            Self::Threat => "threat",
            Self::Danger => "danger",
            Self::PosingAsStaff => "posing_as_staff",
            Self::Spam => "spam",
            Self::Hostility => "hostility",
            Self::OffTopic => "off_topic",
            Self::Unlawful => "unlawful",
        }
    }

    /// The ground of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.code() == code)
    }

    /// Whether one flag on this ground hides a thing until somebody has looked at it: what harms while it is read.
    pub const fn hides_at_once(self) -> bool {
        matches!(self, Self::PersonalData | Self::Threat | Self::Danger | Self::PosingAsStaff)
    }

    /// The published rule in English.
    pub const fn english(self) -> &'static str {
        match self {
            Self::PersonalData => {
                "Leave out private facts: addresses, telephone numbers, serial numbers, other people's names and faces."
            }
            Self::Threat => "No threats, and no call to harm anybody.",
            Self::Danger => "No advice that can injure whoever follows it.",
            Self::PosingAsStaff => "Speak as yourself: not as the maker, its staff, Chie or somebody else.",
            Self::Spam => "No advertising, no repetition, no links for their own sake.",
            Self::Hostility => "Be as cross with a product as you like; treat people with respect.",
            Self::OffTopic => "Stay with the products of this maker.",
            Self::Unlawful => "Nothing that is against the law.",
        }
    }

    /// The published rule in Japanese.
    pub const fn japanese(self) -> &'static str {
        match self {
            Self::PersonalData => "住所、電話番号、製造番号、ほかの人の名前や顔など、個人にかかわることは書かないでください。",
            Self::Threat => "人をおどすこと、危害を呼びかけることはできません。",
            Self::Danger => "まねをするとけがをするおそれのある助言はできません。",
            Self::PosingAsStaff => "ご自身として書いてください。メーカーや担当者、Chie、ほかの人を名のることはできません。",
            Self::Spam => "宣伝、同じ内容の繰り返し、リンクを貼るだけの投稿はできません。",
            Self::Hostility => "製品への不満は遠慮なくどうぞ。人には敬意をもって接してください。",
            Self::OffTopic => "このメーカーの製品についての話題にかぎります。",
            Self::Unlawful => "法律に反することは書けません。",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ground_has_its_own_name_in_code_and_json() {
        for ground in Ground::ALL {
            assert_eq!(Ground::from_code(ground.code()), Some(ground));
            assert_eq!(serde_json::to_string(&ground).expect("json"), format!("\"{}\"", ground.code()));
            assert!(!ground.english().is_empty() && !ground.japanese().is_empty());
        }
    }
}
