//! Somebody says that something breaks a rule. A visitor counts by their network and becomes nobody by it; a guest or member counts
//! once; the brand counts once, whoever of it flags, and as much as a trusted member. What harms while it is read is hidden at once.

use chie_domain::api::post_flag::{PostFlagRefusal, Request};
use chie_domain::api::request_removal::{self, RequestRemovalRefusal};
use chie_domain::flag::{Flagger, Standing, hides};
use chie_domain::ground::Ground;
use chie_domain::id::MemberId;
use chie_domain::level::Level;
use chie_domain::matter::{Asked, Matter, Waits};
use chie_domain::policy::{Act, Visibility};
use chie_domain::text::Reason;
use chie_domain::tiding::Tiding;

use crate::ask::{Caller, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::house::flags::{self, NewFlag};
use crate::house::subject::{self, Subject};
use crate::house::{notice, waiting};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{credit, people};

/// Somebody on a page flags. `network` is the hash of where they are, of today.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request, network: Option<&str>) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let subject = flaggable(here, &company, &request.about)?;
        let (flagger, who) = match here.caller {
            Caller::Member(me) => {
                // A session of somebody who is gone is no session any more.
                people::taking_part(here)?;
                if subject.author.as_ref() == Some(me) {
                    return Err(refuse(PostFlagRefusal::Own));
                }
                (known(here, me, &subject)?, me.as_str().to_owned())
            }
            Caller::Visitor | Caller::Console(_) | Caller::Operator(_) => {
                (Flagger::Guest, format!("network:{}", network.unwrap_or_default()))
            }
        };
        let flag = Flag { who: &who, asked: Asked::Visitors, flagger, network, receipt: None };
        let hidden = take(here, &company, &subject, request.ground, request.words.as_ref(), &flag)?;
        Ok(Outcome::Flagged(hidden))
    })
}

/// Somebody who acts for the brand flags in its name.
pub(crate) fn for_brand<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let (_, member, tenancy) =
            authorised(here, &company, &Act::FlagForBrand)?.ok_or_else(|| refuse(PostFlagRefusal::NotAllowed))?;
        let subject = flaggable(here, &company, &request.about)?;
        if subject.author.as_ref() == Some(&member) {
            return Err(refuse(PostFlagRefusal::Own));
        }
        let flag = Flag { who: tenancy.as_str(), asked: Asked::Brand, flagger: Flagger::Brand, network: None, receipt: None };
        let hidden = take(here, &company, &subject, request.ground, request.words.as_ref(), &flag)?;
        audit::record(here, Deed::FlaggedForBrand, &member, request.about.as_str())?;
        Ok(Outcome::Flagged(hidden))
    })
}

/// Somebody outside asks. `receipt` is the hash of the key that they keep; asking again replaces it.
pub(crate) fn from_outside<S: Sql>(
    here: &Here<'_, S>,
    request: &request_removal::Request,
    receipt: &str,
    network: &str,
) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let about = Matter::Post(request.post.clone());
        let who = format!("outsider:{network}");
        let sql = "UPDATE flag SET receipt = ? WHERE about = ? AND who = ? RETURNING n";
        if here.row(sql, args![receipt, about.as_str(), who.as_str()])?.is_some() {
            return Ok(Outcome::Flagged(is_hidden(here, &about)?));
        }
        let subject = flaggable(here, &company, &about).map_err(|_| refuse(RequestRemovalRefusal::NotFound))?;
        let flag =
            Flag { who: &who, asked: Asked::Outsiders, flagger: Flagger::Guest, network: Some(network), receipt: Some(receipt) };
        let hidden = take(here, &company, &subject, request.ground, Some(&request.words), &flag)?;
        Ok(Outcome::Flagged(hidden))
    })
}

/// Who flags, and how they are counted.
struct Flag<'a> {
    who: &'a str,
    asked: Asked,
    flagger: Flagger,
    network: Option<&'a str>,
    receipt: Option<&'a str>,
}

fn known<S: Sql>(here: &Here<'_, S>, me: &MemberId, subject: &Subject) -> Result<Flagger, Fault> {
    if people::is_guest(here, me)? {
        return Ok(Flagger::Guest);
    }
    let level = subject.product().map_or(Ok(Level::New), |product| credit::level(here, me, product))?;
    Ok(Flagger::Member(level))
}

/// The thing, if it is there and everybody could see it until now.
fn flaggable<S: Sql>(here: &Here<'_, S>, company: &Company, about: &Matter) -> Result<Subject, Trouble> {
    let not_found = || refuse(PostFlagRefusal::NotFound);
    let is_there = match about {
        Matter::Community => false,
        Matter::Badge => company.badge(here.brand, None).is_some(),
        Matter::Post(_) | Matter::Photo(_) | Matter::Name(_) => true,
    };
    let subject = subject::find(here, about)?.filter(|_| is_there).ok_or_else(not_found)?;
    if let Some(post) = subject.post() {
        let around = here.row("SELECT 1 FROM thread WHERE n = ? AND visibility = 'held'", args![post.thread])?;
        if around.is_some() && post.reply.is_some() {
            return Err(not_found());
        }
    }
    Ok(subject)
}

fn is_hidden<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<bool, Fault> {
    Ok(subject::find(here, about)?.is_some_and(|it| it.visibility != Visibility::Public))
}

fn take<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    subject: &Subject,
    ground: Ground,
    words: Option<&Reason>,
    flag: &Flag<'_>,
) -> Result<bool, Trouble> {
    let about = &subject.about;
    if flags::again(here, about, flag.who, flag.flagger, flag.network)? {
        return Ok(subject.visibility != Visibility::Public);
    }
    if subject.visibility != Visibility::Public {
        return Err(refuse(PostFlagRefusal::NotFound));
    }
    let (wrong, right) = flags::past(here, flag.who)?;
    let own = flag.flagger.weight(wrong, right);
    let (before, _) = flags::since_decision(here, about)?;
    let looked_at = here.row("SELECT 1 FROM decision WHERE about = ? LIMIT 1", args![about.as_str()])?.is_some();
    let standing = Standing {
        weight: before.saturating_add(own),
        own,
        flagger: flag.flagger,
        looked_at,
        official: subject.official() || *about == Matter::Badge,
        hidden_by_guests: flags::hidden_by_guests(here)?,
    };
    let hid = hides(ground, standing);
    let Flag { who, asked, flagger, network, receipt } = *flag;
    let words = words.map(Reason::as_str);
    flags::add(here, &NewFlag { about, who, asked, ground, weight: own, hid, flagger, network, words, receipt })?;
    if hid {
        subject::hide(here, company, subject, ground)?;
        if let Some(author) = &subject.author {
            let mark = format!("{about}:{}", here.now.millis());
            notice::tell(here, author, Tiding::Hidden, Some(ground), None, subject.thread(), &mark)?;
        }
    }
    let waits = if asked == Asked::Outsiders { Waits::Requested } else { Waits::Flagged };
    waiting::wait(here, about, waits, ground, standing.weight, hid)?;
    Ok(hid)
}
