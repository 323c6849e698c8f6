//! Cautions: a dated, signed note on a reply by somebody of the brand or by the operator, "we advise against this". It leaves
//! the reply as it is, and can be withdrawn, which leaves a line.

use crate::brand::BrandDomain;
use crate::text::Reason;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Who put a caution on a reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warner {
    /// The brand, on a proof that is valid now.
    Brand(BrandDomain),
    /// The brand when it was written; its proof has ended since.
    FormerBrand(BrandDomain),
    /// Whoever runs this installation.
    Operator,
}

/// One caution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caution {
    /// Who says so.
    pub by: Warner,
    /// Why, in words that everybody reads.
    pub reason: Reason,
    /// Since when.
    pub at: Timestamp,
}
