//! What opening posts and replies have in common: their words become a tree once, their names may not pose as the brand, and
//! a newcomer's first post with several links waits until somebody has looked at it.

use chie_domain::ground::Ground;
use chie_domain::id::MemberId;
use chie_domain::markup::Markup;
use chie_domain::name::check_display;
use chie_domain::policy::Visibility;
use chie_domain::text::DisplayName;

use crate::here::Here;
use crate::query::community;
use crate::sql::{Fault, Sql};
use crate::{people, visibility};

/// So many links in a newcomer's first post make it wait.
const LINKS: usize = 3;

/// A tree as it is stored.
pub(crate) fn stored(tree: &Markup) -> Result<String, Fault> {
    serde_json::to_string(tree).map_err(|_| Fault("a post could not be written down".to_owned()))
}

/// Whether a name could be taken for the brand's staff.
pub(crate) fn poses<S: Sql>(here: &Here<'_, S>, name: Option<&DisplayName>) -> Result<bool, Fault> {
    let Some(name) = name else { return Ok(false) };
    let known = community::load(here)?.name;
    Ok(check_display(name, here.brand, known.as_ref()).is_err())
}

/// Who may see a new post at first.
pub(crate) fn at_first<S: Sql>(here: &Here<'_, S>, author: &MemberId, body: &Markup) -> Result<Visibility, Fault> {
    if body.links() >= LINKS && people::is_new_guest(here, author)? {
        return Ok(Visibility::Held { author: author.clone(), ground: Ground::Spam });
    }
    Ok(Visibility::Public)
}

/// The two columns of a state.
pub(crate) const fn columns(visibility: &Visibility) -> (&'static str, Option<&'static str>) {
    let ground = match visibility {
        Visibility::Public => None,
        Visibility::Held { ground, .. } | Visibility::Removed { ground, .. } => Some(ground.code()),
    };
    (visibility::code(visibility), ground)
}
