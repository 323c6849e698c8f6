//! The contract between Chie and everybody who talks to it: one file per endpoint with its request, its response and its
//! refusals, one [`route::Route`] that both parses and formats every path, and the shapes that the public may see.
//!
//! Requests are small flat JSON objects; unknown fields are refused. Answers are JSON for everyone and postcard for the
//! widget, from the same types, so nothing here may use an attribute that only self-describing formats understand
//! (`skip_serializing_if`, `flatten`, `tag`, `untagged`, `default` on answers): a test forbids them in the shapes that are
//! answered.

pub mod error;
pub mod route;
pub mod view;

pub mod get_community;
pub mod get_embed;
pub mod get_mine;
pub mod get_thread;
pub mod get_versions;
pub mod list_threads;
pub mod search_directory;
pub mod suggest_threads;

pub mod delete_post;
pub mod edit_post;
pub mod open_community;
pub mod post_comment;
pub mod post_reply;
pub mod post_thread;
pub mod set_accepted;
pub mod set_kind;
pub mod set_me_too;
pub mod set_mood;
pub mod set_not_solved;
pub mod set_star;

pub mod confirm_code;
pub mod get_brand_keys;
pub mod get_introduction;
pub mod get_keys;
pub mod get_sign_on;
pub mod make_brand_key;
pub mod make_key;
pub mod make_sign_on_key;
pub mod post_face;
pub mod request_code;
pub mod revoke_brand_key;
pub mod revoke_key;
pub mod revoke_sign_on_key;
pub mod set_introduction;
pub mod sign_on;

pub mod get_webhooks;
pub mod make_webhook;
pub mod remove_webhook;
pub mod rotate_webhook;
pub mod send_again;
pub mod test_webhook;

pub mod check_proof;
pub mod claim_threads;
pub mod get_desk;
pub mod lift_danger;
pub mod mark_official_answer;
pub mod post_official_reply;
pub mod release_claim;
pub mod remove_post;
pub mod request_proof;
pub mod set_caution;
pub mod set_emergency;
pub mod set_status;

pub mod come_back;
pub mod count_reading;
pub mod get_figures;
pub mod get_helping;
pub mod get_photo;
pub mod get_search_words;
pub mod get_tags;
pub mod import_community;
pub mod make_keep_link;
pub mod post_photo;
pub mod search_threads;
pub mod set_duplicate;
pub mod set_follow;
pub mod set_helping;
pub mod set_photo_open;
pub mod set_search_words;
pub mod set_tags;

pub mod end_session;
pub mod erase_me;
pub mod export_me;
pub mod get_people;
pub mod get_sessions;
pub mod get_sites;
pub mod invite_person;
pub mod join_former;
pub mod make_recovery_code;
pub mod remove_person;
pub mod set_objection;
pub mod set_role;
pub mod set_sites;

pub mod get_audit;
pub mod get_challenge;
pub mod get_guard;
pub mod get_history;
pub mod get_notes;
pub mod get_overview;
pub mod get_overview_table;
pub mod get_triage;
pub mod get_work;
pub mod post_note;
pub mod set_guard;
pub mod set_hours;
pub mod set_saved_reply;
pub mod set_taken;
pub mod settle_arrivals;
pub mod undo_claim;

pub mod ask_privately;
pub mod change_set_up;
pub mod check_alias;
pub mod decide;
pub mod doubt_name;
pub mod end_my_sessions;
pub mod get_aliases;
pub mod get_context;
pub mod get_house;
pub mod get_matter;
pub mod get_naming;
pub mod get_private_notes;
pub mod get_private_photo;
pub mod get_products;
pub mod get_record;
pub mod get_set_up;
pub mod get_statement;
pub mod judge_name;
pub mod merge_product;
pub mod post_appeal;
pub mod post_flag;
pub mod post_private_note;
pub mod post_private_photo;
pub mod request_removal;
pub mod set_alias;
pub mod set_champion;
pub mod set_my_name;
pub mod set_name;
pub mod set_product;
pub mod set_signpost;
