//! What an author is told by mail of something of theirs: what became of it, on which ground, and what they can do. In the widget
//! they see the same beside the post. Whoever has no address sees it only there.

use chie_domain::ground::Ground;
use chie_domain::id::MemberId;
use chie_domain::tiding::Tiding;

use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::tidings;

/// Tells them.
pub(crate) fn tell<S: Sql>(
    here: &Here<'_, S>,
    member: &MemberId,
    what: Tiding,
    ground: Option<Ground>,
    words: Option<&str>,
    thread: Option<u64>,
    mark: &str,
) -> Result<(), Fault> {
    if here.row("SELECT 1 FROM member WHERE id = ? AND sealed IS NOT NULL", args![member.as_str()])?.is_none() {
        return Ok(());
    }
    here.run("UPDATE community SET outbox_seq = outbox_seq + 1", &[])?;
    here.run(
        "INSERT INTO tiding (seq, once, member, what, thread, ground, words, made, at) \
         SELECT outbox_seq, ?, ?, ?, ?, ?, ?, ?, ? FROM community WHERE true ON CONFLICT (once) DO NOTHING",
        args![
            format!("{}:{mark}:{member}", what.code()),
            member.as_str(),
            what.code(),
            thread,
            ground.map(Ground::code),
            words,
            here.now,
            here.now,
        ],
    )?;
    tidings::plan(here)
}
