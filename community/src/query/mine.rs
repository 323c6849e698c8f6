//! What is the caller's, apart from the public answers that are the same for everybody.

use chie_domain::api::view::MineView;
use chie_domain::id::MemberId;

use crate::credit;
use crate::here::Here;
use crate::photos;
use crate::private;
use crate::query::author;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// How many of each are given, newest first.
const MOST: u32 = 500;

/// What is a member's.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<MineView, Fault> {
    let ids = |sql: &str| here.rows(sql, args![member.as_str(), MOST]);
    let address = here.row("SELECT address FROM member WHERE id = ?", args![member.as_str()])?;
    let mut held = Vec::new();
    for table in ["thread", "reply"] {
        let sql = format!("SELECT id FROM {table} WHERE author = ? AND visibility = 'held' ORDER BY at DESC LIMIT ?");
        for row in ids(&sql)? {
            held.push(row.text(0)?.to_owned());
        }
    }
    Ok(MineView {
        me: author::me(here, member)?,
        address: address.map_or(Ok(None), |row| row.opt_text(0).map(|text| text.map(str::to_owned)))?,
        asked: ids("SELECT id FROM thread t WHERE author = ? AND NOT (visibility = 'removed' AND ground IS NULL) ORDER BY at DESC, n DESC LIMIT ?")?
            .iter()
            .map(|row| row.parse(0))
            .collect::<Result<_, _>>()?,
        me_too: ids("SELECT t.id FROM me_too x JOIN thread t ON t.n = x.thread WHERE x.member = ? ORDER BY x.at DESC LIMIT ?")?
            .iter()
            .map(|row| row.parse(0))
            .collect::<Result<_, _>>()?,
        stars: ids("SELECT r.id FROM star x JOIN reply r ON r.n = x.reply WHERE x.member = ? ORDER BY x.at DESC LIMIT ?")?
            .iter()
            .map(|row| row.parse(0))
            .collect::<Result<_, _>>()?,
        held,
        opens_photos: photos::opened_by(here, member)?,
        following: ids("SELECT t.id FROM follow f JOIN thread t ON t.n = f.thread WHERE f.member = ? ORDER BY f.at DESC LIMIT ?")?
            .iter()
            .map(|row| row.parse(0))
            .collect::<Result<_, _>>()?,
        levels: credit::levels(here, member)?,
        asked_privately: private::waiting_for(here, member)?,
    })
}
