//! The languages that Chie speaks. English and Japanese are complete; each further one is one file in this folder (found by the
//! build script; an example that only tests know is `tests/locale/nl.rs`) and may miss sentences: those fall back to English one by one. Two more exist for development and tests
//! only, made from English at run time: one accented and lengthened, one written from right to left.

use super::{Msg, Page, Piece, en, intl, ja, plural, pseudo, script, walk};

/// A further language: what its file holds.
#[derive(Debug)]
pub(super) struct Language {
    /// Its BCP 47 tag.
    pub(super) code: &'static str,
    /// Its name in itself.
    pub(super) name: &'static str,
    /// Its sentences, as far as it has them.
    pub(super) text: fn(Msg) -> Option<&'static str>,
    /// What pages and mail say in it, as far as it has that.
    pub(super) page: fn(Page) -> Option<&'static str>,
}

impl Language {
    /// A sentence, or the English one where there is none.
    fn or_english(&self, msg: Msg) -> &'static str {
        (self.text)(msg).unwrap_or(en::text(msg))
    }
}

mod further {
    use super::Language;
    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}

/// A language that Chie speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English.
    En,
    /// Japanese.
    Ja,
    /// Another one, by its place in the list.
    Further(usize),
    /// English with accents and a third longer: finds what is not in a table and what has no room.
    Accented,
    /// English from right to left: finds what stands on a side of its own.
    Mirrored,
}

/// Who is asking: languages that nobody speaks exist only where Chie is built and tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    Public,
    /// Whoever works on Chie.
    Makers,
}

impl Locale {
    /// All that are for readers, the fallback first.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::En, Self::Ja].into_iter().chain((0..further::FURTHER.len()).map(Self::Further))
    }

    /// The locale nearest to a list of BCP 47 tags in the order of preference, as browsers send it: the whole tag decides,
    /// then its primary language; English where none is spoken here.
    pub fn pick(requested: Option<&str>) -> Self {
        Self::pick_for(Audience::Public, requested)
    }

    /// The same for readers who may be working on Chie.
    pub fn pick_for(audience: Audience, requested: Option<&str>) -> Self {
        let tags = || requested.into_iter().flat_map(|list| list.split(',')).filter_map(|one| one.split(';').next()).map(str::trim);
        if audience == Audience::Makers
            && let Some(made) = tags()
                .find_map(|tag| [Self::Accented, Self::Mirrored].into_iter().find(|made| tag.eq_ignore_ascii_case(made.code())))
        {
            return made;
        }
        tags().find_map(Self::nearest).unwrap_or(Self::En)
    }

    fn nearest(tag: &str) -> Option<Self> {
        let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let whole = Self::all().find(|locale| tag.eq_ignore_ascii_case(locale.code()));
        whole.or_else(|| Self::all().find(|locale| primary(tag) == primary(locale.code())))
    }

    fn language(self) -> Option<&'static Language> {
        match self {
            Self::Further(place) => further::FURTHER.get(place),
            Self::En | Self::Ja | Self::Accented | Self::Mirrored => None,
        }
    }

    /// Its BCP 47 tag.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
            Self::Further(_) => self.language().map_or("en", |language| language.code),
            Self::Accented => "en-XA",
            Self::Mirrored => "ar-XB",
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ja => "日本語",
            Self::Further(_) => self.language().map_or("English", |language| language.name),
            Self::En | Self::Accented | Self::Mirrored => "English",
        }
    }

    /// A sentence, or the English one where this language has none.
    pub(super) fn text(self, msg: Msg) -> yew::AttrValue {
        let english = en::text(msg);
        match self {
            Self::Ja => ja::text(msg).into(),
            Self::Further(_) => self.language().map_or(english, |language| language.or_english(msg)).into(),
            Self::En => english.into(),
            Self::Accented => pseudo::accented(msg, english).into(),
            Self::Mirrored => pseudo::mirrored(msg, english).into(),
        }
    }

    /// A sentence of a page or of mail as it stands in its table, or the English one where this language has none.
    pub fn page(self, page: Page) -> &'static str {
        match self {
            Self::Ja => ja::pages::text(page),
            Self::Further(_) => self.language().and_then(|language| (language.page)(page)).unwrap_or(en::pages::text(page)),
            Self::En | Self::Accented | Self::Mirrored => en::pages::text(page),
        }
    }

    /// The same with a text in each of its gaps; what runs the other way is set apart, as in [`super::Words::fill`].
    pub fn page_of(self, page: Page, gaps: &[(&str, &str)]) -> String {
        self.filled(self.page(page), gaps)
    }

    /// The same about a number, which stands in the gap `{n}`, in the plural form of the language.
    pub fn page_about(self, page: Page, n: u32, gaps: &[(&str, &str)]) -> String {
        let number = intl::number(self.code(), n);
        let gaps: Vec<(&str, &str)> = gaps.iter().copied().chain([("n", number.as_str())]).collect();
        self.filled(plural::form(self.code(), self.page(page), n), &gaps)
    }

    fn filled(self, template: &str, gaps: &[(&str, &str)]) -> String {
        let leftward = self.text(Msg::Direction) == "rtl";
        let mut filled = String::new();
        walk(template, |piece| match piece {
            Piece::Plain(text) => filled.push_str(text),
            Piece::Gap(name) => {
                let text = gaps.iter().find(|(gap, _)| *gap == name).map_or("", |(_, text)| text);
                filled.push_str(&script::isolated(text, leftward));
            }
        });
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Words, gaps};
    use super::*;

    /// The language of one file that only tests have, found and picked as every other is.
    #[test]
    fn what_a_language_misses_falls_back_alone() {
        let dutch = Locale::pick(Some("nl-BE, ja;q=0.5"));
        assert_eq!((dutch.code(), dutch.name()), ("nl", "Nederlands"));
        assert!(Locale::all().any(|locale| locale == dutch));
        let words = Words::of(dutch);
        assert_eq!(
            (words.lang().as_str(), words.text(Msg::Retry).as_str(), words.text(Msg::More).as_str()),
            ("nl", "Probeer het opnieuw", "Show more")
        );
        assert_eq!((words.count(Msg::Replies, 1).as_str(), words.count(Msg::Replies, 2).as_str()), ("1 antwoord", "2 antwoorden"));
        // What comes with the program's second part, pages and mail are out of the same file.
        assert_eq!(
            (words.text(Msg::FlagTitle).as_str(), words.text(Msg::FlagLead)),
            ("Welke regel wordt overtreden?", Words::of(Locale::En).text(Msg::FlagLead))
        );
        assert_eq!(dutch.page_of(Page::CodeSubject, &[("code", "123 456")]), "Uw code van Chie: 123 456");
        assert_eq!(dutch.page(Page::CodeText), Locale::En.page(Page::CodeText));
        assert_eq!(dutch.page_of(Page::NewsJoined, &[("who", "m…@acme.example")]), "m…@acme.example is nu eigenaar");
        assert_eq!(dutch.page(Page::NewsJoinedMore), Locale::En.page(Page::NewsJoinedMore));
    }

    #[test]
    fn pages_have_the_same_gaps_in_every_language() {
        // A number may be said in words where there is one.
        let without_n = |text| gaps(text).into_iter().filter(|name| name != "n").collect::<Vec<_>>();
        for locale in Locale::all() {
            for page in Page::ALL {
                let (text, english) = (locale.page(*page), Locale::En.page(*page));
                assert_eq!(without_n(text), without_n(english), "{locale:?} {page:?}");
                assert!(!text.trim().is_empty() || text == " " && *page == Page::TimeNext, "{locale:?} {page:?}");
            }
        }
        assert_eq!(Locale::En.page_about(Page::DigestLead, 1, &[]), "1 thing happened where you follow:");
        assert_eq!(Locale::En.page_about(Page::DigestLead, 3, &[]), "3 things happened where you follow:");
    }

    #[test]
    fn the_nearest_locale_is_picked() {
        for (asked, given) in [
            (None, Locale::En),
            (Some("ja-JP"), Locale::Ja),
            (Some("JA"), Locale::Ja),
            (Some("xx-YY"), Locale::En),
            (Some("xx, ja;q=0.8, en;q=0.5"), Locale::Ja),
            (Some("ar-XB"), Locale::En),
            (Some(""), Locale::En),
        ] {
            assert_eq!(Locale::pick(asked), given, "{asked:?}");
        }
        assert_eq!(Locale::pick_for(Audience::Makers, Some("ar-xb")), Locale::Mirrored);
        assert_eq!(Locale::pick_for(Audience::Makers, Some("ja")), Locale::Ja);
    }
}
