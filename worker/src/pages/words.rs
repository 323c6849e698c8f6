//! Words around pages: titles, the frame, the page that makes a tag. What they say stands with all other words of a language
//! (`widget/src/locale`); here each page finds them by the names that it knows them by.

use crate::edge::EdgeCall;

/// A table of sentences under names of its own, in one language, which it may remember.
macro_rules! sentences {
    ($(#[$about:meta])* $table:ident $(+ $locale:ident)? { $($name:ident: $page:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy)]
        pub(in crate::pages) struct $table {
            $(pub(in crate::pages) $locale: chie_widget::locale::Locale,)?
            $(pub(in crate::pages) $name: &'static str,)*
        }

        impl $table {
            /// The words of a language.
            pub(in crate::pages) fn in_language(locale: chie_widget::locale::Locale) -> Self {
                Self { $($locale: locale,)? $($name: locale.page(chie_widget::locale::Page::$page),)* }
            }
        }
    };
}

pub(super) use sentences;

sentences! {
    /// Words that stand on every page.
    Words + locale {
        directory: Directory,
        directory_about: DirectoryAbout,
        rules: Rules,
        tag: Tag,
        tag_about: TagAbout,
        tag_domain: TagDomain,
        tag_key: TagKey,
        tag_key_hint: TagKeyHint,
        tag_name: TagName,
        tag_make: TagMake,
        tag_paste: TagPaste,
        tag_then: TagThen,
        tag_csp: TagCsp,
        tag_wrong: TagWrong,
        docs: Docs,
        docs_about: DocsAbout,
        api: Api,
        api_about: ApiAbout,
        customers_place: CustomersPlace,
        not_found: NotFound,
        not_found_about: NotFoundAbout,
        away: Away,
        away_about: AwayAbout,
        skip: Skip,
        run_by_customers: RunByCustomers,
        kept_title: KeptTitle,
        kept_about: KeptAbout,
        ask_here: AskHere,
        official: Official,
    }
}

impl Words {
    /// The words for a request.
    pub(super) fn of(call: &EdgeCall) -> Self {
        Self::in_language(call.locale(call.language().as_deref()))
    }
}
