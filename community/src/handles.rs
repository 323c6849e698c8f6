//! What guests are called in a thread: a colour that follows the person, and a number where several guests of one colour
//! write in the same thread. Both are given at the first post there and never change, whatever becomes of the person.

use chie_domain::api::view::{AuthorName, GuestColour};
use chie_domain::id::MemberId;

use crate::here::Here;
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};

/// Gives somebody without a name their number in a thread, unless they have one.
pub(crate) fn give<S: Sql>(here: &Here<'_, S>, thread: u64, member: &MemberId) -> Result<(), Fault> {
    let colour = colour(member);
    here.run(
        "INSERT INTO handle (thread, member, colour, number) \
         SELECT ?, m.id, ?, 1 + (SELECT coalesce(max(h.number), 0) FROM handle h WHERE h.thread = ? AND h.colour = ?) \
         FROM member m WHERE m.id = ? AND m.name IS NULL ON CONFLICT (thread, member) DO NOTHING",
        args![thread, colour, thread, colour, member.as_str()],
    )
}

/// The colour of whoever took everything of theirs away.
const FORMER: u32 = 99;

/// From now on somebody is a former member wherever they wrote.
pub(crate) fn make_former<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<(), Fault> {
    here.run("DELETE FROM handle WHERE member = ?", args![member.as_str()])?;
    here.run(
        "INSERT INTO handle (thread, member, colour, number) \
         SELECT n, author, ?, 0 FROM thread WHERE author = ? UNION SELECT thread, author, ?, 0 FROM reply WHERE author = ?",
        args![FORMER, member.as_str(), FORMER, member.as_str()],
    )
}

/// A handle as it was given: the colour's place in [`GuestColour::ALL`], and the number.
pub(crate) type Handle = (u32, u32);

/// What to call a member: by the name they chose, else by the handle they were given, else by their own colour.
pub(crate) fn called(name: Option<&str>, member: &MemberId, given: Option<Handle>) -> AuthorName {
    let place = |colour: u32| usize::try_from(colour).ok().and_then(|place| GuestColour::ALL.get(place).copied());
    match (name, given) {
        (Some(name), _) => AuthorName::Chosen(name.to_owned()),
        (None, Some((FORMER, _))) => AuthorName::Former,
        (None, Some((colour, number))) => AuthorName::Guest(place(colour).unwrap_or_else(|| GuestColour::of(member)), number),
        (None, None) => AuthorName::Guest(GuestColour::of(member), 1),
    }
}

/// The handle out of two columns, where one was given.
pub(crate) fn read(row: &Row, colour: usize, number: usize) -> Result<Option<Handle>, Fault> {
    if row.opt_whole(number)?.is_none() {
        return Ok(None);
    }
    Ok(Some((row.count(colour)?, row.count(number)?)))
}

fn colour(member: &MemberId) -> u32 {
    let colour = GuestColour::of(member);
    let place = GuestColour::ALL.iter().position(|other| *other == colour);
    place.and_then(|place| u32::try_from(place).ok()).unwrap_or(0)
}
