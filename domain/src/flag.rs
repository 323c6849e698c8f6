//! How much a flag weighs, and what it does before anybody has looked. A person counts once; who is known weighs more; a brand
//! weighs as much as a trusted member and no more; whoever is wrong weighs less each time.

use crate::ground::Ground;
use crate::level::Level;
use crate::time::Span;

/// Who flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flagger {
    /// Somebody without a confirmed address.
    Guest,
    /// A member, at their level in the product.
    Member(Level),
    /// The brand, however many of its people flag it.
    Brand,
}

/// From this weight on a post is hidden until somebody has looked at it, whatever the ground.
pub const HIDES: u32 = 6;

/// So many things may be hidden at once at a time by flags of guests alone: more wait in the queue, visible, because whoever
/// makes guests could otherwise empty a community.
pub const HIDDEN_BY_GUESTS: u32 = 5;

/// For how long being right or wrong is remembered.
pub const REMEMBERED: Span = Span::days(180);

/// For how long a decision can be appealed against.
pub const APPEALS: Span = Span::days(180);

/// After so long the operator who decided may decide about the appeal, where there is no other.
pub const SECOND_LOOK: Span = Span::days(1);

impl Flagger {
    const fn base(self) -> u32 {
        match self {
            Self::Guest => 1,
            Self::Member(Level::New) => 2,
            Self::Member(Level::Known) => 3,
            Self::Member(Level::Trusted) | Self::Brand => 4,
        }
    }

    /// What a flag weighs: each wrong one takes one off, three right ones give one back. Nobody weighs more than their level.
    pub const fn weight(self, wrong: u32, right: u32) -> u32 {
        self.base().saturating_sub(wrong.saturating_sub(right / 3))
    }
}

/// What is known when a flag comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// What all flags since the last decision weigh, this one among them.
    pub weight: u32,
    /// What this one weighs.
    pub own: u32,
    /// Who flags.
    pub flagger: Flagger,
    /// Whether the operator has looked at it before.
    pub looked_at: bool,
    /// Whether it was said for the brand, on a proof that is valid.
    pub official: bool,
    /// How many things are hidden by guests' flags alone and wait.
    pub hidden_by_guests: u32,
}

/// Whether it is hidden now, until somebody has looked. What is official is never hidden by flags alone: advice on safety must not
/// vanish by a click; and what the operator has looked at takes more than one click.
pub fn hides(ground: Ground, it: Standing) -> bool {
    let guest_may = it.flagger != Flagger::Guest || it.hidden_by_guests < HIDDEN_BY_GUESTS;
    let at_once = ground.hides_at_once() && it.own > 0 && !it.looked_at && guest_may;
    !it.official && (at_once || it.weight >= HIDES)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANDING: Standing =
        Standing { weight: 1, own: 1, flagger: Flagger::Guest, looked_at: false, official: false, hidden_by_guests: 0 };

    #[test]
    fn a_flag_weighs_by_level_and_less_with_each_wrong_one() {
        for (flagger, wrong, right, weight) in [
            (Flagger::Guest, 0, 0, 1),
            (Flagger::Member(Level::New), 0, 0, 2),
            (Flagger::Member(Level::Known), 0, 9, 3),
            (Flagger::Member(Level::Trusted), 0, 0, 4),
            (Flagger::Brand, 0, 0, 4),
            (Flagger::Brand, 3, 0, 1),
            (Flagger::Brand, 9, 0, 0),
            (Flagger::Member(Level::Trusted), 3, 6, 3),
            (Flagger::Guest, 1, 0, 0),
        ] {
            assert_eq!(flagger.weight(wrong, right), weight, "{flagger:?} {wrong} {right}");
        }
        assert_eq!(Flagger::Brand.weight(0, 0), Flagger::Member(Level::Trusted).weight(0, 0));
    }

    #[test]
    fn four_grounds_hide_at_once_and_the_others_by_weight() {
        for ground in Ground::ALL {
            assert_eq!(hides(ground, STANDING), ground.hides_at_once(), "{ground:?}");
            assert!(hides(ground, Standing { weight: HIDES, ..STANDING }), "{ground:?}");
        }
        let ground = Ground::Threat;
        assert!(!hides(ground, Standing { own: 0, ..STANDING }), "who was wrong too often");
        assert!(!hides(ground, Standing { looked_at: true, ..STANDING }), "the operator has looked");
        assert!(!hides(ground, Standing { official: true, weight: 99, ..STANDING }), "an official post");
        assert!(!hides(ground, Standing { hidden_by_guests: HIDDEN_BY_GUESTS, ..STANDING }), "a crowd of guests");
        let member = Standing { hidden_by_guests: 99, flagger: Flagger::Member(Level::New), ..STANDING };
        assert!(hides(ground, member), "a member while a crowd is at it");
    }
}
