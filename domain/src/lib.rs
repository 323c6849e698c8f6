//! The words and rules of Chie, and nothing else: values that parse themselves, states as enums, policy, and the API
//! contract. No clock, no randomness, no async, no logging, no platform type lives here; time and random bytes come in as
//! arguments. The crate is read in the order of the modules below and doubles as the glossary.
//!
//! | word | means |
//! |---|---|
//! | [brand] | the maker a community is about, known by its domain; may exist before the company comes |
//! | product | a thing of the brand that threads hang on |
//! | community | all threads about one brand |
//! | [thread] | one opening post and its replies, of a [`Kind`](thread::Kind) |
//! | [reply] | one message under the opening post |
//! | comment | a short remark under a reply, one level deep |
//! | [mood] | an optional face and a few words on the opening post, asked once more when it is solved |
//! | [caution] | a dated, signed note of the brand or the operator on a reply that leaves it as it is |
//! | me-too | "I have this too" |
//! | star | a reader's "this helped" on a reply |
//! | steward | who stands behind a thread: fan-made or official |
//! | [proof] | evidence of control over the brand's domain |
//! | [claim] | the recorded act that makes fan-made threads official |
//! | [representative](policy::Representative) | a member acting for the brand on a confirmed proof |
//! | private note | on an official thread, between its asker and those who act for the brand only; see [private] |
//! | [photo] | a picture that a post carries; veiled until somebody who is known here has opened it, where a guest posted it |
//! | flag | somebody says that a thing breaks a published [ground]; weighted, see [`flag`] |
//! | [matter] | what a flag, a decision or an appeal is about |
//! | operator | who runs this installation |

pub mod id;
pub mod text;
pub mod time;
pub mod within;

pub mod brand;
#[cfg(feature = "parse")]
pub mod name;
#[cfg(feature = "parse")]
mod suffix;

pub mod follow;
pub mod ladder;
pub mod letter;
pub mod reply;
pub mod tag;
pub mod thread;

pub mod caution;
pub mod device;
pub mod event;
pub mod mood;

pub mod danger;
pub mod personal;

pub mod badge;
pub mod claim;
pub mod mark;
pub mod naming;
pub mod proof;
pub mod tenancy;
pub mod tiding;

pub mod hours;

pub mod flag;
pub mod ground;
pub mod guard;
pub mod level;
pub mod matter;
pub mod policy;

pub mod markup;
pub mod photo;
pub mod private;

pub mod api_key;
pub mod set_up;
pub mod sign_on;
pub mod site;
pub mod webhook;

pub mod api;
