//! How the brand has set its place up. It counts while the tenancy lives that said so.

use chie_domain::api::get_set_up::{GetSetUpRefusal, Response};
use chie_domain::brand::Host;
use chie_domain::markup::SafeUrl;
use chie_domain::policy::Act;
use chie_domain::proof::Method;
use chie_domain::set_up::{PageAddress, Reasons};
use chie_domain::time::Timestamp;

use crate::ask::{Outcome, Trouble};
use crate::command::claim_threads::authorised;
use crate::company::{Company, PROOF, StoredProof};
use crate::here::{Here, refuse};
use crate::row::args;
use crate::sql::{Fault, Sql};

/// What the brand said.
#[derive(Debug, Clone, Default)]
pub(crate) struct SetUp {
    pub(crate) reasons: Reasons,
    pub(crate) help: Option<SafeUrl>,
    pub(crate) page: Option<PageAddress>,
    pub(crate) signpost: Option<Timestamp>,
}

impl SetUp {
    /// What it said that counts now; nothing of it without a living tenancy.
    pub(crate) fn load<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Self, Fault> {
        let Some(tenancy) = company.living() else { return Ok(Self::default()) };
        let sql = "SELECT answers, customers_first, learns, own_site, own_help, help, page, signpost FROM set_up WHERE tenancy = ?";
        let Some(row) = here.row(sql, args![tenancy.as_str()])? else { return Ok(Self::default()) };
        let said = |place| row.opt_whole(place).map(|it| it.map(|it| it == 1));
        Ok(Self {
            reasons: Reasons {
                answers: said(0)?,
                customers_first: said(1)?,
                learns: said(2)?,
                own_site: said(3)?,
                own_help: said(4)?,
            },
            help: row.opt_parse(5)?,
            page: row.opt_parse(6)?,
            signpost: row.opt_time(7)?,
        })
    }

    /// The help that visitors are shown: where the brand said that it has some, or leads everybody there.
    pub(crate) fn shown_help(&self) -> Option<&SafeUrl> {
        self.help.as_ref().filter(|_| self.reasons.own_help == Some(true) || self.signpost.is_some())
    }

    /// Whether nothing new is asked here now.
    pub(crate) fn is_signposted(&self, now: Timestamp) -> bool {
        self.signpost.is_some_and(|from| from <= now)
    }
}

/// What is proven now: hosts, the whole domain where the proof is one of DNS.
fn proven<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Vec<(Method, Host)>, Fault> {
    let Some(tenancy) = company.living() else { return Ok(Vec::new()) };
    let sql = format!("SELECT {PROOF} FROM proof WHERE tenancy = ? AND counts <= ? ORDER BY n");
    let mut scopes = Vec::new();
    for row in here.rows(&sql, args![tenancy.as_str(), here.now])? {
        let proof = StoredProof::read(&row)?;
        if proof.state.at(here.now).is_valid() && !scopes.contains(&(proof.method, proof.host.clone())) {
            scopes.push((proof.method, proof.host));
        }
    }
    Ok(scopes)
}

/// Whether a page of the brand's lies inside what is proven now.
pub(crate) fn is_proven<S: Sql>(here: &Here<'_, S>, company: &Company, page: &PageAddress) -> Result<bool, Fault> {
    let Some(host) = page.host() else { return Ok(false) };
    let covers = |(method, of): &(Method, Host)| match method {
        Method::Dns => host.is_inside(here.brand),
        Method::File | Method::Meta => host == *of,
    };
    Ok(proven(here, company)?.iter().any(covers))
}

/// The page on which threads have their one address: while the brand says so and has proven it.
pub(crate) fn canonical<S: Sql>(here: &Here<'_, S>, company: &Company, set_up: &SetUp) -> Result<Option<PageAddress>, Fault> {
    match &set_up.page {
        Some(page) if set_up.reasons.own_site == Some(true) && is_proven(here, company, page)? => Ok(Some(page.clone())),
        _ => Ok(None),
    }
}

/// The set-up as whoever acts for the brand sees it.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Response, Fault> {
    let SetUp { reasons, help, page, signpost } = SetUp::load(here, company)?;
    let scope = |(method, host): (Method, Host)| match method {
        Method::Dns => format!("*.{}", here.brand),
        Method::File | Method::Meta => host.to_string(),
    };
    let mut scopes: Vec<String> = proven(here, company)?.into_iter().map(scope).collect();
    scopes.sort();
    scopes.dedup();
    Ok(Response { reasons, help, page, signpost, proven: scopes })
}

/// The set-up, for those who act for the brand.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Outcome, Trouble> {
    authorised(here, company, &Act::SeeDesk)?.ok_or_else(|| refuse(GetSetUpRefusal::NotAllowed))?;
    Ok(Outcome::SetUp(view(here, company)?))
}
