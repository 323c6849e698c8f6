//! What each view reads. Nothing here writes; everything official is worked out on the way.

pub(crate) mod addresses;
pub(crate) mod author;
pub(crate) mod comments;
pub(crate) mod community;
pub(crate) mod desk;
pub(crate) mod directory;
pub(crate) mod export;
pub(crate) mod figures;
pub(crate) mod helping;
pub(crate) mod home;
pub(crate) mod likely;
pub(crate) mod list;
pub(crate) mod matches;
pub(crate) mod member_page;
pub(crate) mod mine;
pub(crate) mod people;
pub(crate) mod private_notes;
pub(crate) mod product;
pub(crate) mod reply;
pub(crate) mod search_words;
pub(crate) mod sites;
pub(crate) mod thread;
pub(crate) mod triage;
pub(crate) mod waiting;
pub(crate) mod work;
pub(crate) mod written;
