//! What guests are called in a thread: a colour that follows the person, and a number where several guests of one colour
//! write in the same thread. The number is given at the first post and never changes.

use chie_domain::api::view::{AuthorName, GuestColour};
use chie_domain::id::MemberId;

use crate::here::Here;
use crate::row::args;
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

/// What to call a member: by the name they chose, else by colour and number.
pub(crate) fn called(name: Option<&str>, member: &MemberId, number: Option<u64>) -> AuthorName {
    match name {
        Some(name) => AuthorName::Chosen(name.to_owned()),
        None => AuthorName::Guest(GuestColour::of(member), number.map_or(1, |n| u32::try_from(n).unwrap_or(u32::MAX))),
    }
}

fn colour(member: &MemberId) -> u32 {
    let colour = GuestColour::of(member);
    let place = GuestColour::ALL.iter().position(|other| *other == colour);
    place.and_then(|place| u32::try_from(place).ok()).unwrap_or(0)
}
