//! `GET /v1/communities/{brand}/desk?cursor=`: what somebody signed in on the console sees of a brand: their proofs and seat
//! always; the claims and the threads to triage once they may act for it.

use super::join_former::Way;
use super::request_proof::ProofView;
use super::view::{CommunityView, SeatView, ThreadPage};
use crate::badge::Standing;
use crate::claim::Claim;
use serde::{Deserialize, Serialize};

/// Which part of the threads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// From where a former part ended.
    pub cursor: Option<String>,
}

/// The desk. To a stranger it says nothing that the public badge does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The community as everybody sees it.
    pub community: CommunityView,
    /// The caller's own requests and proofs, newest first.
    pub proofs: Vec<ProofView>,
    /// The caller's seat.
    pub seat: Option<SeatView>,
    /// The company's claims, newest first; empty for a stranger.
    pub claims: Vec<Claim>,
    /// The threads, longest waiting first; empty for a stranger.
    pub threads: ThreadPage,
    /// In which way the caller could join the place of the company that was here before.
    pub former: Option<Way>,
    /// How fresh the proof is on which the caller may act; none where they may not.
    pub proven: Option<Standing>,
    /// Whether the brand said that it is here above all to learn: then the overview comes before the queue.
    pub learns: bool,
}
