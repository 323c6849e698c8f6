//! What changes a community: one file per command. Each loads, lets the domain decide and saves within one transaction: on a
//! refusal nothing has changed.

pub(crate) mod claim_threads;
pub(crate) mod count_reading;
pub(crate) mod delete_post;
pub(crate) mod edit_post;
pub(crate) mod join;
pub(crate) mod lift_danger;
pub(crate) mod mark_official_answer;
pub(crate) mod open_community;
pub(crate) mod post_comment;
pub(crate) mod post_official_reply;
pub(crate) mod post_photo;
pub(crate) mod post_reply;
pub(crate) mod post_thread;
pub(crate) mod recheck_proof;
pub(crate) mod record_looks;
pub(crate) mod release_claim;
pub(crate) mod remove_post;
pub(crate) mod request_proof;
pub(crate) mod run_errands;
pub(crate) mod seek_evidence;
pub(crate) mod set_accepted;
pub(crate) mod set_caution;
pub(crate) mod set_emergency;
pub(crate) mod set_kind;
pub(crate) mod set_me_too;
pub(crate) mod set_mood;
pub(crate) mod set_not_solved;
pub(crate) mod set_photo_open;
pub(crate) mod set_search_words;
pub(crate) mod set_star;
pub(crate) mod set_status;
