//! The languages that Chie speaks. English and Japanese are complete; each further one is one file in this folder (found by the
//! build script) and may miss sentences: those fall back to English one by one. Two more exist for development and tests
//! only, made from English at run time: one accented and lengthened, one written from right to left.

use super::{Msg, en, ja, pseudo};

/// A further language: what its file holds.
#[derive(Debug)]
pub(super) struct Language {
    /// Its BCP 47 tag.
    pub(super) code: &'static str,
    /// Its name in itself.
    pub(super) name: &'static str,
    /// Its sentences, as far as it has them.
    pub(super) text: fn(Msg) -> Option<&'static str>,
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_language_misses_falls_back_alone() {
        let text = |msg| matches!(msg, Msg::More).then_some("Mehr zeigen");
        let german = Language { code: "de", name: "Deutsch", text };
        assert_eq!((german.or_english(Msg::More), german.or_english(Msg::Retry)), ("Mehr zeigen", "Try again"));
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
