//! Words around pages: titles, the frame, the page that makes a tag. The words of the views are the widget's. English and
//! Japanese say everything; a further language is one more file here.

mod en;
mod ja;

use chie_widget::locale::Locale;

use crate::edge::EdgeCall;

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    pub locale: Locale,
    pub directory: &'static str,
    pub directory_about: &'static str,
    pub rules: &'static str,
    pub tag: &'static str,
    pub tag_about: &'static str,
    pub tag_domain: &'static str,
    pub tag_key: &'static str,
    pub tag_key_hint: &'static str,
    pub tag_name: &'static str,
    pub tag_make: &'static str,
    pub tag_paste: &'static str,
    pub tag_then: &'static str,
    pub tag_csp: &'static str,
    pub tag_wrong: &'static str,
    pub docs: &'static str,
    pub docs_about: &'static str,
    pub api: &'static str,
    pub api_about: &'static str,
    pub customers_place: &'static str,
    pub not_found: &'static str,
    pub not_found_about: &'static str,
    pub away: &'static str,
    pub away_about: &'static str,
    pub skip: &'static str,
    pub run_by_customers: &'static str,
    pub kept_title: &'static str,
    pub kept_about: &'static str,
    pub ask_here: &'static str,
    pub official: &'static str,
}

impl Words {
    /// The words for a request.
    pub(super) fn of(call: &EdgeCall) -> Self {
        Self::in_language(call.locale(call.language().as_deref()))
    }

    /// The words of a language.
    pub(super) fn in_language(locale: Locale) -> Self {
        let words = match locale {
            Locale::Ja => ja::WORDS,
            Locale::Further(_) => FURTHER.iter().find(|(code, _)| *code == locale.code()).map_or(en::WORDS, |(_, words)| *words),
            Locale::En | Locale::Accented | Locale::Mirrored => en::WORDS,
        };
        Self { locale, ..words }
    }
}

// A further language's file in this folder (found by the build script): its words, and `..super::en::WORDS` for what it misses.
include!(concat!(env!("OUT_DIR"), "/page_languages.rs"));
