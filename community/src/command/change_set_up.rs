//! A representative sets the brand's place up; an owner says from when on it leads elsewhere.

use chie_domain::api::change_set_up::{ChangeSetUpRefusal, Request};
use chie_domain::api::get_history::What;
use chie_domain::api::set_signpost::SetSignpostRefusal;
use chie_domain::markup::SafeUrl;
use chie_domain::policy::Act;
use chie_domain::set_up::PageAddress;
use chie_domain::time::{Span, Timestamp};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::past;
use crate::query::set_up::{self, SetUp};
use crate::row::args;
use crate::sql::Sql;

/// No signpost is put up for later than this.
const FURTHEST: Span = Span::days(2 * 366);

/// Takes the set-up.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let authorised = authorised(here, &company, &Act::SetUp)?;
        let (_, me, tenancy) = authorised.ok_or_else(|| refuse(ChangeSetUpRefusal::NotAllowed))?;
        let before = SetUp::load(here, &company)?;
        if let Some(page) = &request.page
            && !set_up::is_proven(here, &company, page)?
        {
            return Err(refuse(ChangeSetUpRefusal::NotProven));
        }
        if before.signpost.is_some() && request.help.is_none() {
            return Err(refuse(ChangeSetUpRefusal::HelpNeeded));
        }
        let said = |it: Option<bool>| it.map(u32::from);
        here.run(
            "INSERT INTO set_up (tenancy, answers, customers_first, learns, own_site, own_help, help, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?) \
             ON CONFLICT (tenancy) DO UPDATE SET answers = excluded.answers, customers_first = excluded.customers_first, \
             learns = excluded.learns, own_site = excluded.own_site, own_help = excluded.own_help, help = excluded.help, page = excluded.page",
            args![
                tenancy.as_str(),
                said(request.answers),
                said(request.customers_first),
                said(request.learns),
                said(request.own_site),
                said(request.own_help),
                request.help.as_ref().map(SafeUrl::as_str),
                request.page.as_ref().map(PageAddress::as_str),
            ],
        )?;
        audit::record(here, Deed::SetUpChanged, &me, tenancy.as_str())?;
        Ok(Outcome::SetUp(set_up::view(here, &company)?))
    })
}

/// Puts the signpost up for a moment, or takes it down.
pub(crate) fn signpost<S: Sql>(here: &Here<'_, S>, from: Option<Timestamp>) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let authorised = authorised(here, &company, &Act::Leave)?;
        let (_, me, tenancy) = authorised.ok_or_else(|| refuse(SetSignpostRefusal::NotAllowed))?;
        let before = SetUp::load(here, &company)?;
        // What lies behind begins now: nobody was told of it before.
        let from = from.map(|from| from.max(here.now));
        if from.is_some() && before.help.is_none() {
            return Err(refuse(SetSignpostRefusal::HelpNeeded));
        }
        if from.is_some_and(|from| from > here.now.after(FURTHEST)) {
            return Err(refuse(SetSignpostRefusal::TooFar));
        }
        if from == before.signpost {
            return Ok(Outcome::SetUp(set_up::view(here, &company)?));
        }
        here.run(
            "INSERT INTO set_up (tenancy, signpost) VALUES (?, ?) ON CONFLICT (tenancy) DO UPDATE SET signpost = excluded.signpost",
            args![tenancy.as_str(), from],
        )?;
        let (deed, what) = match from {
            Some(from) => (Deed::Signposted, What::Signposted(from)),
            None => (Deed::SignTaken, What::SignTaken),
        };
        audit::record(here, deed, &me, tenancy.as_str())?;
        past::note(here, &what)?;
        Ok(Outcome::SetUp(set_up::view(here, &company)?))
    })
}
