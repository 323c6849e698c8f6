//! Every word of the interface. A [`Msg`] names a sentence; each locale is one file with an exhaustive match, so that a
//! missing sentence fails the build. The tables stay on the server: a browser receives the one it needs as a list of
//! texts in the order of [`Msg::ALL`].

#[cfg(feature = "tables")]
mod en;
#[cfg(feature = "tables")]
mod ja;
mod msg;
mod plural;
pub mod when;

pub use msg::Msg;

use crate::draw::{all, text};
use yew::{AttrValue, Html};

/// A language that Chie speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English.
    En,
    /// Japanese.
    Ja,
}

impl Locale {
    /// All of them, the fallback first.
    pub const ALL: [Self; 2] = [Self::En, Self::Ja];

    /// The locale nearest to a BCP 47 tag: its primary language decides; English where there is none.
    pub fn pick(requested: Option<&str>) -> Self {
        let primary = requested.and_then(|tag| tag.trim().split(['-', '_']).next()).unwrap_or_default();
        Self::ALL.into_iter().find(|locale| primary.eq_ignore_ascii_case(locale.code())).unwrap_or(Self::En)
    }

    /// Its BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }
}

/// A locale's message table.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    lang: AttrValue,
    table: Vec<AttrValue>,
}

impl Words {
    /// The table of a locale.
    #[cfg(feature = "tables")]
    pub fn of(locale: Locale) -> Self {
        let text = match locale {
            Locale::En => en::text,
            Locale::Ja => ja::text,
        };
        let table = Msg::ALL.iter().map(|msg| AttrValue::Static(text(*msg))).collect();
        Self { lang: AttrValue::Static(locale.code()), table }
    }

    /// The table as it travels to the widget: the edition, then the sentences without those that only pages of their own say.
    pub fn to_table(&self) -> Vec<String> {
        let sentences = self.table.iter().take(Msg::FIRST_OF_PAGES as usize).map(ToString::to_string);
        std::iter::once(Msg::EDITION.to_string()).chain(sentences).collect()
    }

    /// A table that travelled here; nothing if it is of another edition than this program.
    pub fn from_table(lang: String, table: Vec<String>) -> Option<Self> {
        let mut table = table.into_iter().map(AttrValue::from);
        let same = table.next()?.parse() == Ok(Msg::EDITION);
        same.then(|| Self { lang: lang.into(), table: table.collect() })
    }

    /// The BCP 47 code of its language.
    pub const fn lang(&self) -> &AttrValue {
        &self.lang
    }

    /// A sentence as it is.
    pub fn text(&self, msg: Msg) -> AttrValue {
        self.table.get(msg as usize).cloned().unwrap_or_default()
    }

    /// A sentence with a text in each of its gaps.
    pub fn fill(&self, msg: Msg, gaps: &[(&str, &str)]) -> AttrValue {
        let mut filled = String::new();
        walk(&self.text(msg), |piece| match piece {
            Piece::Plain(text) => filled.push_str(text),
            Piece::Gap(name) => filled.push_str(gaps.iter().find(|(gap, _)| *gap == name).map_or("", |(_, text)| text)),
        });
        filled.into()
    }

    /// A sentence with nodes in its gaps, so that names stand in their own direction and links stay links.
    pub fn nodes(&self, msg: Msg, gaps: &[(&str, Html)]) -> Html {
        let mut nodes = Vec::new();
        walk(&self.text(msg), |piece| match piece {
            Piece::Plain(plain) => nodes.push(text(plain.to_owned().into())),
            Piece::Gap(name) => nodes.extend(gaps.iter().find(|(gap, _)| *gap == name).map(|(_, node)| node.clone())),
        });
        all(nodes)
    }

    /// A sentence about a number, in the plural form of the language.
    pub fn count(&self, msg: Msg, n: u32) -> AttrValue {
        let forms = self.text(msg);
        let number = n.to_string();
        let form = plural::form(&self.lang, &forms, n);
        let mut filled = String::new();
        walk(form, |piece| match piece {
            Piece::Plain(text) => filled.push_str(text),
            Piece::Gap(_) => filled.push_str(&number),
        });
        filled.into()
    }
}

enum Piece<'a> {
    Plain(&'a str),
    Gap(&'a str),
}

/// Walks over the plain pieces and the `{gaps}` of a template.
fn walk<'a>(template: &'a str, mut each: impl FnMut(Piece<'a>)) {
    let mut rest = template;
    while let Some((plain, after)) = rest.split_once('{') {
        let (gap, tail) = after.split_once('}').unwrap_or((after, ""));
        if !plain.is_empty() {
            each(Piece::Plain(plain));
        }
        each(Piece::Gap(gap));
        rest = tail;
    }
    if !rest.is_empty() {
        each(Piece::Plain(rest));
    }
}

#[cfg(all(test, feature = "tables"))]
#[expect(clippy::expect_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_locale_is_picked() {
        for (asked, given) in [
            (None, Locale::En),
            (Some("ja-JP"), Locale::Ja),
            (Some("JA"), Locale::Ja),
            (Some("de-AT"), Locale::En),
            (Some(""), Locale::En),
        ] {
            assert_eq!(Locale::pick(asked), given, "{asked:?}");
        }
    }

    #[test]
    fn every_locale_has_the_same_gaps_and_every_plural_an_other() {
        let gaps = |text: &str| {
            let mut names = Vec::new();
            for form in text.split('|') {
                walk(form, |piece| {
                    if let Piece::Gap(name) = piece {
                        names.push(name.to_owned());
                    }
                });
            }
            names.sort();
            names.dedup();
            names
        };
        let english = Words::of(Locale::En);
        for locale in Locale::ALL {
            let words = Words::of(locale);
            for msg in Msg::ALL {
                assert_eq!(gaps(&words.text(*msg)), gaps(&english.text(*msg)), "{locale:?} {msg:?}");
                let text = words.text(*msg);
                assert!(!text.is_empty() && (!text.contains("one=") || text.contains("other=")), "{locale:?} {msg:?}");
            }
        }
    }

    #[test]
    fn plurals_follow_the_language() {
        let english = Words::of(Locale::En);
        assert_eq!(english.count(Msg::Replies, 1).as_str(), "1 reply");
        assert_eq!(english.count(Msg::Replies, 7).as_str(), "7 replies");
        assert_eq!(Words::of(Locale::Ja).count(Msg::Replies, 1).as_str(), "返信 1");
    }

    #[test]
    fn a_table_of_another_edition_is_refused() {
        let mut table = Words::of(Locale::En).to_table();
        table.splice(..1, ["1".to_owned()]);
        assert_eq!(Words::from_table("en".to_owned(), table), None);
    }

    #[test]
    fn a_table_travels_as_far_as_the_widget_needs_it() {
        let words = Words::of(Locale::Ja);
        let arrived = Words::from_table("ja".to_owned(), words.to_table()).expect("the same edition");
        for msg in Msg::ALL {
            let needed = (*msg as usize) < Msg::FIRST_OF_PAGES as usize;
            assert_eq!(arrived.text(*msg), if needed { words.text(*msg) } else { AttrValue::default() });
        }
    }
}
