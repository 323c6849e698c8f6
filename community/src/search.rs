//! Full-text search over what everybody can see: words in `tokens`, the index and its candidates in `index`.

pub(crate) mod index;
pub(crate) mod tokens;

/// The words of a text as the index has them, each once: for the directory, which must find what this search finds.
pub fn words(text: &str) -> std::collections::BTreeSet<String> {
    tokens::to_index(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words that somebody looks for; each may be the beginning of one.
pub fn sought(text: &str) -> Vec<String> {
    tokens::of_query(text)
        .into_iter()
        .map(|token| match token {
            tokens::Token::Whole(word) | tokens::Token::Prefix(word) | tokens::Token::Typed(word) => word,
        })
        .collect()
}
