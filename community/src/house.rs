//! The house and its rules: what was flagged, what waits for the operator, what becomes of it and who is told. Flags, appeals and
//! decisions are rows that are only added; what waits now is worked out from them and kept in `matter`.

pub(crate) mod down;
pub(crate) mod flags;
pub(crate) mod notice;
pub(crate) mod silence;
pub(crate) mod subject;
pub(crate) mod waiting;

use chie_domain::ground::Ground;
use chie_domain::id::MemberId;
use chie_domain::time::Timestamp;

use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// Since when an author's posts wait to be looked at, and on which ground.
pub(crate) fn author_held<S: Sql>(here: &Here<'_, S>, author: &MemberId) -> Result<Option<(Timestamp, Ground)>, Fault> {
    let row = here.row("SELECT at, ground FROM author_hold WHERE member = ?", args![author.as_str()])?;
    row.map(|row| Ok((row.time(0)?, row.code(1, Ground::from_code)?))).transpose()
}

/// Moves what a guest flagged and appealed to the member they turned out to be. Who flagged the same thing twice counts once.
pub(crate) fn merge<S: Sql>(here: &Here<'_, S>, from: &str, to: &str) -> Result<(), Fault> {
    here.run("UPDATE OR IGNORE flag SET who = ? WHERE who = ?", args![to, from])?;
    here.run("UPDATE appeal SET member = ? WHERE member = ?", args![to, from])?;
    here.run("UPDATE OR IGNORE author_hold SET member = ? WHERE member = ?", args![to, from])?;
    here.run("UPDATE member SET name_held = NULL WHERE id = ?", args![from])
}

/// Takes the words of somebody who leaves out of flags, appeals and what they were told. That they flagged stays, without them.
pub(crate) fn forget<S: Sql>(here: &Here<'_, S>, me: &MemberId) -> Result<(), Fault> {
    let id = me.as_str();
    here.run("UPDATE flag SET words = NULL, network = NULL WHERE who = ?", args![id])?;
    here.run("UPDATE appeal SET words = NULL WHERE member = ?", args![id])?;
    here.run(
        "UPDATE decision SET words = NULL WHERE about = ? OR about IN (SELECT id FROM thread WHERE author = ? \
         UNION ALL SELECT id FROM reply WHERE author = ? UNION ALL SELECT id FROM photo WHERE member = ?)",
        args![id, id, id, id],
    )?;
    here.run("UPDATE member SET name_held = NULL WHERE id = ?", args![id])
}
