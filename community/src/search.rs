//! Full-text search over what everybody can see. `fold` makes spellings of one word one, `stem` drops English endings, `tokens`
//! makes words for the index, `index` keeps it, `synonyms` knows what means the same, `question` reads what somebody looks for,
//! `find` finds it and `mark` says where it stands.

pub(crate) mod find;
pub(crate) mod fold;
pub(crate) mod index;
pub(crate) mod mark;
pub(crate) mod print;
pub(crate) mod question;
pub(crate) mod stem;
pub(crate) mod synonyms;
pub(crate) mod tokens;

/// The words of a name: for the directory, which must find whatever its words begin with.
pub fn words(text: &str) -> std::collections::BTreeSet<String> {
    tokens::of_name(text)
}

/// The words that somebody looks for in the directory; each may be the beginning of one.
pub fn sought(text: &str) -> Vec<String> {
    tokens::sought_name(text)
}
