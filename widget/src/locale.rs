//! Every word of the interface. A [`Msg`] names a sentence; English and Japanese are one exhaustive match each, so that a missing
//! sentence fails the build, and what a further language misses falls back to English sentence by sentence. What only pages and
//! mail say is a `Page`. The tables stay
//! on the server: a browser receives the one it needs as a list of texts in the order of [`Msg::ALL`], what only the program's
//! second part says with that part.

#[cfg(feature = "tables")]
mod en;
mod intl;
#[cfg(feature = "tables")]
mod ja;
#[cfg(feature = "tables")]
mod language;
mod msg;
#[cfg(feature = "tables")]
mod page;
mod plural;
#[cfg(feature = "tables")]
mod pseudo;
pub mod script;
pub mod when;

#[cfg(feature = "tables")]
pub use language::{Audience, Locale};
pub use msg::Msg;
#[cfg(feature = "tables")]
pub use page::Page;

use crate::draw::{all, text};
use std::cell::OnceCell;
use std::ops::Range;
use yew::{AttrValue, Html};

/// A locale's message table.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    lang: AttrValue,
    table: Vec<AttrValue>,
    /// What follows the table, once the program's second part is here.
    late: OnceCell<Vec<AttrValue>>,
}

/// A part of a table as it travels: the language, then the edition and the sentences.
pub type Travelling = (String, Vec<String>);

impl Words {
    /// The table of a locale.
    #[cfg(feature = "tables")]
    pub fn of(locale: Locale) -> Self {
        let table = Msg::ALL.iter().map(|msg| locale.text(*msg)).collect();
        Self { lang: AttrValue::Static(locale.code()), table, late: OnceCell::new() }
    }

    /// What the program's first part says, as it travels to the widget.
    pub fn first(&self) -> Travelling {
        self.travelling(0..Msg::FIRST_OF_REST as usize)
    }

    /// What its second part says besides.
    pub fn rest(&self) -> Travelling {
        self.travelling(Msg::FIRST_OF_REST as usize..Msg::FIRST_OF_PAGES as usize)
    }

    /// What both parts say; the widget is not sent what only pages of their own do.
    pub fn both(&self) -> Travelling {
        self.travelling(0..Msg::FIRST_OF_PAGES as usize)
    }

    fn travelling(&self, which: Range<usize>) -> Travelling {
        let sentences = self.table.iter().take(which.end).skip(which.start).map(ToString::to_string);
        (self.lang.to_string(), std::iter::once(Msg::EDITION.to_string()).chain(sentences).collect())
    }

    /// A table that travelled here; nothing if it is of another edition than this program.
    pub fn arrived(bytes: &[u8]) -> Option<Self> {
        let (lang, table): Travelling = postcard::from_bytes(bytes).ok()?;
        let mut table = table.into_iter().map(AttrValue::from);
        let same = table.next()?.parse() == Ok(Msg::EDITION);
        same.then(|| Self { lang: lang.into(), table: table.collect(), late: OnceCell::new() })
    }

    /// Takes up what the second part says; nothing if it is of another edition than this program.
    pub fn take_up(&self, bytes: &[u8]) -> Option<()> {
        // Another may have been quicker.
        let _ = self.late.set(Self::arrived(bytes)?.table);
        Some(())
    }

    /// The BCP 47 code of its language.
    pub const fn lang(&self) -> &AttrValue {
        &self.lang
    }

    /// A sentence as it is.
    pub fn text(&self, msg: Msg) -> AttrValue {
        let (at, known) = (msg as usize, self.table.len());
        let late = || self.late.get()?.get(at.wrapping_sub(known));
        self.table.get(at).or_else(late).cloned().unwrap_or_default()
    }

    /// The direction of its writing, as the attribute has it.
    pub fn direction(&self) -> AttrValue {
        self.text(Msg::Direction)
    }

    /// A sentence with a text in each of its gaps. What runs the other way than the sentence may is set apart by isolates: it
    /// must not turn its neighbours round, and an attribute has no element to keep it in.
    pub fn fill(&self, msg: Msg, gaps: &[(&str, &str)]) -> AttrValue {
        let leftward = self.direction() == "rtl";
        let mut filled = String::new();
        walk(&self.text(msg), |piece| match piece {
            Piece::Plain(text) => filled.push_str(text),
            Piece::Gap(name) => {
                let text = gaps.iter().find(|(gap, _)| *gap == name).map_or("", |(_, text)| text);
                filled.push_str(&script::isolated(text, leftward));
            }
        });
        filled.into()
    }

    /// A number in the language's digits.
    pub fn number(&self, n: u32) -> AttrValue {
        intl::number(&self.lang, n).into()
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
        let number = intl::number(&self.lang, n);
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

/// The names of a text's gaps, once each, over all of its forms.
#[cfg(all(test, feature = "tables"))]
fn gaps(text: &str) -> std::collections::BTreeSet<String> {
    let mut names = std::collections::BTreeSet::new();
    for form in text.split('|') {
        walk(form, |piece| {
            if let Piece::Gap(name) = piece {
                names.insert(name.to_owned());
            }
        });
    }
    names
}

#[cfg(all(test, feature = "tables"))]
#[expect(clippy::expect_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;

    #[test]
    fn every_locale_has_the_same_gaps_and_every_plural_an_other() {
        let english = Words::of(Locale::En);
        for locale in Locale::all().chain([Locale::Accented, Locale::Mirrored]) {
            let words = Words::of(locale);
            for msg in Msg::ALL {
                assert_eq!(gaps(&words.text(*msg)), gaps(&english.text(*msg)), "{locale:?} {msg:?}");
                let text = words.text(*msg);
                assert!(
                    (!text.is_empty() || *msg == Msg::Between) && (!text.contains("one=") || text.contains("other=")),
                    "{locale:?} {msg:?}"
                );
            }
        }
    }

    #[test]
    fn plurals_follow_the_language() {
        let english = Words::of(Locale::En);
        assert_eq!(english.count(Msg::Replies, 1).as_str(), "1 reply");
        assert_eq!(english.count(Msg::Replies, 7).as_str(), "7 replies");
        assert_eq!(english.count(Msg::Replies, 12_345).as_str(), "12,345 replies");
        assert_eq!(Words::of(Locale::Ja).count(Msg::Replies, 1).as_str(), "返信 1");
    }

    #[test]
    fn what_runs_the_other_way_is_set_apart() {
        let filled = |locale, name| Words::of(locale).fill(Msg::PublicAs, &[("name", name)]).to_string();
        assert!(!filled(Locale::En, "Ada").contains('\u{2068}'));
        assert!(filled(Locale::En, "עדה").contains("\u{2068}עדה\u{2069}"));
        assert!(filled(Locale::Mirrored, "Ada").contains("\u{2068}Ada\u{2069}"));
    }

    fn sent(part: &Travelling) -> Vec<u8> {
        postcard::to_allocvec(part).expect("texts")
    }

    #[test]
    fn a_table_of_another_edition_is_refused() {
        let words = Words::of(Locale::En);
        let other = |(lang, mut table): Travelling| {
            table.splice(..1, ["1".to_owned()]);
            sent(&(lang, table))
        };
        assert_eq!(Words::arrived(&other(words.first())), None);
        let arrived = Words::arrived(&sent(&words.first())).expect("the same edition");
        assert_eq!(arrived.take_up(&other(words.rest())), None);
        assert_eq!(arrived.text(Msg::FIRST_OF_REST), "");
    }

    #[test]
    fn a_table_travels_in_two_parts_and_as_far_as_the_widget_needs_it() {
        let words = Words::of(Locale::Ja);
        let says = |arrived: &Words, until: Msg| {
            for msg in Msg::ALL {
                let needed = (*msg as usize) < until as usize;
                assert_eq!(arrived.text(*msg), if needed { words.text(*msg) } else { AttrValue::default() });
            }
        };
        let arrived = Words::arrived(&sent(&words.first())).expect("the same edition");
        says(&arrived, Msg::FIRST_OF_REST);
        arrived.take_up(&sent(&words.rest())).expect("the same edition");
        says(&arrived, Msg::FIRST_OF_PAGES);
        says(&Words::arrived(&sent(&words.both())).expect("the same edition"), Msg::FIRST_OF_PAGES);
    }
}
