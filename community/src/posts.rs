//! What opening posts and replies have in common: their words become a tree once, their names may not pose as the brand, and
//! a newcomer's first post with several links waits until somebody has looked at it.

use chie_domain::api::error::ApiError;
use chie_domain::ground::Ground;
use chie_domain::id::MemberId;
use chie_domain::markup::Markup;
use chie_domain::name::{check_display, looks_alike};
use chie_domain::personal;
use chie_domain::policy::Visibility;
use chie_domain::text::{Body, DisplayName, Title};

use crate::ask::Trouble;
use crate::company::Company;
use crate::here::Here;
use crate::query::community;
use crate::row::args;
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
    if check_display(name, here.brand, known.as_ref()).is_err() {
        return Ok(true);
    }
    // Whoever speaks for the brand is known by a name, too.
    let Some(tenancy) = Company::load(here)?.living().cloned() else { return Ok(false) };
    let rows = here.rows("SELECT known_as FROM seat WHERE tenancy = ? AND known_as IS NOT NULL", args![tenancy.as_str()])?;
    for row in &rows {
        if looks_alike(row.text(0)?, name.as_str()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Refuses private facts that the writer has not said they want to publish. The refusal repeats what was found, for the writer
/// only: nothing of it is kept.
pub(crate) fn check_private(title: Option<&Title>, body: Option<&Body>, ok: bool) -> Result<(), Trouble> {
    if ok {
        return Ok(());
    }
    let texts = [("title", title.map(Title::as_str)), ("body", body.map(Body::as_str))];
    for (field, text) in texts.into_iter().filter_map(|(field, text)| Some((field, text?))) {
        if let Some(found) = personal::find(text) {
            let (what, words) = (found.what.english(), found.words(text));
            let why = format!("this looks like {what} ({words}); leave it out, or send personal_data_ok to publish it");
            return Err(Trouble::Refused(ApiError::of_field("personal_data", why, field)));
        }
    }
    Ok(())
}

/// Who may see a post after its author changed it: what would have waited as a first post waits now too.
pub(crate) fn after_edit<S: Sql>(here: &Here<'_, S>, author: &MemberId, body: &Markup) -> Result<Visibility, Fault> {
    if body.links() >= LINKS && people::is_guest(here, author)? {
        return Ok(Visibility::Held { author: author.clone(), ground: Ground::Spam });
    }
    Ok(Visibility::Public)
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
        Visibility::Public | Visibility::Gone => None,
        Visibility::Held { ground, .. } | Visibility::Removed { ground, .. } => Some(ground.code()),
    };
    (visibility::code(visibility), ground)
}
