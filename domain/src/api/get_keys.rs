//! `GET /v1/console/keys`: the personal keys of whoever is signed in.

/// The keys that count, the newest first; ten at most.
pub use super::get_brand_keys::Response;
