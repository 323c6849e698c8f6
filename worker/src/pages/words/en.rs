//! English.

use super::Words;
use chie_widget::locale::Locale;

pub(super) const WORDS: Words = Words {
    locale: Locale::En,
    directory: "Find a maker’s community",
    directory_about: "Customers help one another, product by product. Makers can prove who they are and join in.",
    rules: "Rules",
    tag: "Put it on your site",
    tag_about: "One line of HTML puts a community on your product’s page. No account, nothing to run. Say what it is for:",
    tag_domain: "The maker’s domain",
    tag_key: "A short key for the product",
    tag_key_hint: "Lower-case Latin letters, digits and hyphens, such as kettle-12. It stays the same for ever.",
    tag_name: "The product’s name",
    tag_make: "Make the tag",
    tag_paste: "Paste this where the community should appear",
    tag_then: "That is all. The first question makes the product. If you are the maker, you can prove your domain at any time and answer officially.",
    tag_csp: "If your page has a content security policy, allow this origin in script-src, connect-src and img-src, and add 'wasm-unsafe-eval' to script-src:",
    tag_wrong: "Look at the marked field and try again.",
    docs: "Chie on your site: how it is done",
    docs_about: "Put a community on your pages in two minutes: the tag, its attributes, policies, looks, languages, and what data goes where.",
    api: "The API of Chie",
    api_about: "Every address of the API with what it takes, answers and refuses: reading, taking part, speaking for a brand.",
    customers_place: "customers’ place",
    not_found: "There is nothing here",
    not_found_about: "The address may be old or mistyped. Look for the maker or the product instead.",
    away: "This does not answer right now",
    away_about: "Nothing is lost. Please load the page again in a moment.",
    skip: "Skip to the content",
    run_by_customers: "Run by customers, not by",
    kept_title: "Posted. Keep this address",
    kept_about: "It is your key to what you wrote: whoever opens it is its author. It is shown only now; copy it or add it to your bookmarks, and show it to nobody.",
    ask_here: "Ask a question of your own",
    official: "official community",
};
