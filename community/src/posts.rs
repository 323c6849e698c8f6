//! What opening posts and replies have in common: their words become a tree once, their names may not pose as the brand, and
//! a newcomer's links are text, and several of them make a post wait until somebody has looked at it.

use chie_domain::api::error::ApiError;
use chie_domain::brand::Host;
use chie_domain::ground::Ground;
use chie_domain::guard::Rank;
use chie_domain::id::MemberId;
use chie_domain::markup::{Markup, SafeUrl};
use chie_domain::name::{Likeness, NameReserved, check_person};
use chie_domain::personal;
use chie_domain::policy::Visibility;
use chie_domain::text::{Body, DisplayName, ProductKey, Title};
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;

use crate::ask::{Layer, Trouble};
use crate::company::Company;
use crate::gate::LINKS;
use crate::here::Here;
use crate::query::community;
use crate::sql::{Fault, Sql};
use crate::tidings::{self, News};
use crate::{gate, people, seats, visibility};

/// A tree as it is stored.
pub(crate) fn stored(tree: &Markup) -> Result<String, Fault> {
    serde_json::to_string(tree).map_err(|_| Fault("a post could not be written down".to_owned()))
}

/// What a name could be taken for, if for anything; a name that poses as the brand or its staff is refused.
pub(crate) fn name_of<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    name: Option<&DisplayName>,
) -> Result<Result<Likeness, NameReserved>, Fault> {
    let Some(name) = name else { return Ok(Ok(Likeness::Nobodys)) };
    let known = community::load(here)?.name;
    Ok(check_person(name, here.brand, known.as_ref(), &seats::names(here, company)?))
}

/// Tells those who act for the brand, once a day, that somebody wrote under a name that is made to look like one of theirs.
pub(crate) fn tell_of_posing<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<(), Fault> {
    let Some(tenancy) = company.living() else { return Ok(()) };
    let day = here.now.millis() / Span::days(1).millis();
    tidings::tell(here, &tidings::seated(here, tenancy)?, &News::of(Tiding::Posed), &day.to_string())
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

/// A newcomer's links are text, but for those to the brand's own pages.
pub(crate) fn tree<S: Sql>(here: &Here<'_, S>, author: &MemberId, product: &ProductKey, body: &Markup) -> Result<Markup, Fault> {
    let body = body.clone();
    if body.links() == 0 || !gate::is_on(here, Layer::Links) || gate::rank(here, author, product)? > Rank::Newcomer {
        return Ok(body);
    }
    let own = |url: &SafeUrl| {
        let host = url.as_str().split_once("://").map(|(_, rest)| rest.split(['/', '?', '#', ':']).next().unwrap_or_default());
        host.and_then(|host| Host::parse(host).ok()).is_some_and(|host| host.is_inside(here.brand))
    };
    Ok(body.with_links_as_text(&own))
}

/// The two columns of a state.
pub(crate) const fn columns(visibility: &Visibility) -> (&'static str, Option<&'static str>) {
    let ground = match visibility {
        Visibility::Public | Visibility::Gone => None,
        Visibility::Held { ground, .. } | Visibility::Removed { ground, .. } => Some(ground.code()),
    };
    (visibility::code(visibility), ground)
}
