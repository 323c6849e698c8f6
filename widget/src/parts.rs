//! The leaves of the views: functions from values to nodes.

pub mod author;
pub mod face;
pub mod fact;
pub mod field;
pub mod icon;
pub mod markup;
pub mod photos;
pub mod status;
pub mod steward;
pub mod time;
