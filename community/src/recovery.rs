//! The recovery code: printed once, kept as a hash that is bound to the place it opens.

use chie_domain::id::{MemberId, TenancyId};
use sha2::{Digest, Sha256};

use crate::audit::{self, Deed};
use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// Makes a new code; the one before counts no more.
pub(crate) fn make<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, by: &MemberId) -> Result<String, Fault> {
    let letters: Vec<char> = here.mint.token().chars().take(24).collect();
    let code = letters.chunks(4).map(|some| some.iter().collect::<String>()).collect::<Vec<_>>().join("-");
    here.run(
        "UPDATE tenancy SET recovery = ?, recovery_at = ? WHERE id = ?",
        args![hash(tenancy, &code), here.now, tenancy.as_str()],
    )?;
    audit::record(here, Deed::RecoveryMade, by, tenancy.as_str())?;
    Ok(code)
}

/// Whether a code as somebody typed it is the one that was printed.
pub(crate) fn fits(tenancy: &TenancyId, typed: &str, kept: Option<&str>) -> bool {
    let hash = hash(tenancy, typed);
    // Compared whole, whatever differs first.
    kept.is_some_and(|kept| kept.len() == hash.len() && kept.bytes().zip(hash.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0)
}

fn hash(tenancy: &TenancyId, code: &str) -> String {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let digest = Sha256::digest(format!("{tenancy}|{plain}").as_bytes());
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    digest.into_iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
