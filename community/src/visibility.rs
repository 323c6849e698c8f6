//! Who sees a post, as SQL. The condition is made by asking [`can_see`] about every stored state, once for the viewer's own
//! posts and once for a stranger's, so that lists, counts and search cannot disagree with the rule.

use chie_domain::ground::Ground;
use chie_domain::id::MemberId;
use chie_domain::policy::{Sight, Viewer, Visibility, can_see};
use chie_domain::time::Timestamp;

use crate::row::{Row, Statement, args};
use crate::sql::Fault;

/// How much must be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Want {
    /// The whole post: for lists, counts and search.
    Whole,
    /// At least that it was there: for the conversation.
    Trace,
}

impl Want {
    fn is_met(self, sight: Sight) -> bool {
        match self {
            Self::Whole => sight == Sight::Whole,
            Self::Trace => sight != Sight::Nothing,
        }
    }
}

/// The name under which a state is stored.
pub(crate) const fn code(visibility: &Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "public",
        Visibility::Held { .. } => "held",
        Visibility::Removed { .. } | Visibility::Gone => "removed",
    }
}

/// The condition under which a stored post is in a state.
fn stands(alias: &str, state: &Visibility) -> String {
    let ground = match state {
        Visibility::Public | Visibility::Held { .. } => "",
        Visibility::Removed { .. } => " AND {alias}.ground IS NOT NULL",
        Visibility::Gone => " AND {alias}.ground IS NULL",
    };
    format!("{alias}.visibility = '{}'{}", code(state), ground.replace("{alias}", alias))
}

/// The condition on the table of that alias under which a viewer sees a post.
pub(crate) fn condition(viewer: &Viewer, alias: &str, want: Want) -> Statement {
    let stranger = MemberId::mint(Timestamp::from_millis(0), [0; 10]);
    let me = match viewer {
        Viewer::Member(me) => Some(me),
        Viewer::Representative(it) => Some(it.member()),
        Viewer::Visitor | Viewer::Operator => None,
    };
    let of = |author: &MemberId| {
        let (author, ground) = (author.clone(), Ground::Spam);
        let held = Visibility::Held { author: author.clone(), ground };
        [Visibility::Public, held, Visibility::Removed { author, ground }, Visibility::Gone]
    };
    let mut statement = Statement::of("(0", &[]);
    let own = me.map(of);
    for (place, state) in of(&stranger).iter().enumerate() {
        let stands = stands(alias, state);
        if want.is_met(can_see(viewer, state)) {
            statement.add(&format!(" OR ({stands})"), &[]);
        } else if let Some((me, own)) = me.zip(own.as_ref().and_then(|own| own.get(place)))
            && want.is_met(can_see(viewer, own))
        {
            statement.add(&format!(" OR ({stands} AND {alias}.author = ?)"), args![me.as_str()]);
        }
    }
    statement.add(")", &[]);
    statement
}

/// The state of a stored post: its visibility, ground and author stand at these places of the row.
pub(crate) fn read(row: &Row, visibility: usize, ground: usize, author: usize) -> Result<Visibility, Fault> {
    let of = |held: bool| {
        let (author, ground) = (row.parse(author)?, row.code(ground, Ground::from_code)?);
        Ok(if held { Visibility::Held { author, ground } } else { Visibility::Removed { author, ground } })
    };
    match row.text(visibility)? {
        "public" => Ok(Visibility::Public),
        "held" => of(true),
        "removed" if row.opt_text(ground)?.is_none() => Ok(Visibility::Gone),
        "removed" => of(false),
        _ => Err(Fault("a post of unknown visibility".to_owned())),
    }
}
