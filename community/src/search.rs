//! Full-text search over what everybody can see: words in [`tokens`], the index and its candidates in [`index`].

pub(crate) mod index;
pub(crate) mod tokens;
