//! `PUT /v1/communities/{brand}/hours`: when somebody is there: split shifts, holidays, and how long a first answer may take within them.

use super::error::Refusal;
use crate::hours::{Holidays, Hours, Week, ZoneName};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The zone by whose clocks the hours are told, summer time and all: `Europe/Berlin`.
    #[serde(default)]
    pub zone: Option<ZoneName>,
    /// Without a zone: minutes that the brand's clocks are ahead of universal time; negative where they are behind.
    #[serde(default)]
    pub ahead: i16,
    /// A line for each day: `mon 9:00-12:00 13:00-17:30`.
    pub week: Week,
    /// Days on which nobody is there: `2026-12-31, 2027-01-01`.
    #[serde(default)]
    pub holidays: Holidays,
    /// Within how many minutes of these hours a first answer is meant to come.
    pub goal: u16,
}

/// The hours as they are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The hours.
    pub hours: Hours,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetHoursRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can do this")]
    NotAllowed,
    /// No clock is that far ahead.
    #[error("malformed: clocks are at most 14 hours ahead or 12 behind")]
    NoSuchClock,
    /// Nobody knows a zone of that name.
    #[error("unknown_zone: there is no such zone; write one such as Europe/Berlin or Asia/Tokyo")]
    UnknownZone,
}

impl Refusal for SetHoursRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed => "",
            Self::NoSuchClock => "ahead",
            Self::UnknownZone => "zone",
        }
    }
}
