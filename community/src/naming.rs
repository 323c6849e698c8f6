//! What the brand is called: who may say so, what is held for the operator, and the public history of it. Whether another brand has a
//! name that looks the same is known only to the directory; the edge asks there first and says what it met.

use chie_domain::api::doubt_name::{self, DoubtNameRefusal};
use chie_domain::api::get_naming::{Doubt, GetNamingRefusal, Response};
use chie_domain::api::judge_name::{JudgeNameRefusal, Judgement};
use chie_domain::api::set_name::{self, SetNameRefusal};
use chie_domain::badge::shown_name;
use chie_domain::id::TenancyId;
use chie_domain::name::{check_brand, is_part_of_label};
use chie_domain::naming::Naming;
use chie_domain::policy::{Act, Viewer};
use chie_domain::text::BrandName;

use crate::ask::{Caller, Met, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::community::{self, Community};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{life, outbox, people, schema};

/// How many doubts may wait for the operator at once.
const DOUBTS: u32 = 50;
/// How many doubts the operator is shown.
const SHOWN: u32 = 100;

/// Whether a name has to wait: another brand has it or one that looks like it, or it is only a part of what was registered.
fn has_to_wait<S: Sql>(here: &Here<'_, S>, name: &BrandName, met: Met) -> bool {
    let own = shown_name(here.brand, Some(name)).is_some();
    met == Met::Another || (!own && is_part_of_label(name, here.brand))
}

/// Keeps the name with which the community is opened; whether it is held.
pub(crate) fn open<S: Sql>(here: &Here<'_, S>, name: &BrandName, met: Met) -> Result<bool, Fault> {
    // A name that is not the domain's own is not shown either way: only one that another brand has is worth the operator's time.
    let held = met == Met::Another;
    write(here, Some(name), if held { Naming::Held } else { Naming::Said }, None)?;
    if held {
        matter(here)?;
    }
    Ok(held)
}

/// An owner or the operator says what the brand is called.
pub(crate) fn set<S: Sql>(here: &Here<'_, S>, request: &set_name::Request, met: Met) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let by_operator = matches!(here.caller, Caller::Operator(_));
        if request.name.as_ref().is_some_and(|name| check_brand(name, here.brand).is_err()) {
            return Err(refuse(SetNameRefusal::NameReserved));
        }
        if by_operator && authorised(here, &company, &Act::ManagePeople)?.is_none() {
            write(here, request.name.as_ref(), Naming::ByOperator, None)?;
            audit::record(here, Deed::Named, &people::on_console(here)?, here.brand.as_str())?;
            outbox::tell_directory(here)?;
            return Ok(Outcome::Naming(view(here, &company)?));
        }
        let owner = authorised(here, &company, &Act::ManagePeople)?;
        let (_, member, tenancy) = owner.ok_or_else(|| refuse(SetNameRefusal::NotAllowed))?;
        if !life::has_dns(here, &tenancy, &member)? {
            return Err(refuse(SetNameRefusal::DnsProofNeeded));
        }
        let held = request.name.as_ref().is_some_and(|name| has_to_wait(here, name, met));
        let before = community::load(here)?;
        write(here, request.name.as_ref(), if held { Naming::Held } else { Naming::ByOwner }, Some(tenancy.as_str()))?;
        // The same name again is nothing new to look at.
        if held && !(before.naming == Naming::Held && before.name == request.name) {
            matter(here)?;
        }
        audit::record(here, Deed::Named, &member, here.brand.as_str())?;
        outbox::tell_directory(here)?;
        Ok(Outcome::Naming(view(here, &company)?))
    })
}

/// The operator decides.
pub(crate) fn judge<S: Sql>(here: &Here<'_, S>, what: Judgement) -> Result<Outcome, Trouble> {
    if !matches!(here.caller, Caller::Operator(_)) {
        return Err(refuse(JudgeNameRefusal::NotAllowed));
    }
    here.whole(|here| {
        let company = Company::load(here)?;
        let known = community::load(here)?;
        let naming = match what {
            Judgement::Release => Some(Naming::ByOperator),
            Judgement::Refuse => Some(Naming::Refused),
            Judgement::Settle => None,
        };
        let deed = if let Some(naming) = naming {
            let name = known.name.ok_or_else(|| refuse(JudgeNameRefusal::NoName))?;
            write(here, Some(&name), naming, None)?;
            if naming == Naming::ByOperator { Deed::NameReleased } else { Deed::NameRefused }
        } else {
            here.run("UPDATE doubt SET settled = ? WHERE settled IS NULL", args![here.now])?;
            Deed::DoubtsSettled
        };
        audit::record(here, deed, &people::on_console(here)?, here.brand.as_str())?;
        outbox::tell_directory(here)?;
        Ok(Outcome::Naming(view(here, &company)?))
    })
}

/// The directory has met the same look at another brand after this name was set. What the operator let pass stays, and so does what is
/// the domain's own label.
pub(crate) fn met<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let known = community::load(here)?;
        let own = shown_name(here.brand, known.name.as_ref()).is_some();
        if let Some(name) = known.name.as_ref().filter(|_| known.naming == Naming::ByOwner && !own) {
            write(here, Some(name), Naming::Held, known.naming_tenancy.as_ref().map(TenancyId::as_str))?;
            matter(here)?;
            audit::record_of(here, Deed::NameHeld, "directory", here.brand.as_str())?;
            outbox::tell_directory(here)?;
        }
        Ok(Outcome::Done)
    })
}

/// Somebody says that this is not that company.
pub(crate) fn doubt<S: Sql>(here: &Here<'_, S>, request: &doubt_name::Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        schema::migrate(here)?;
        if community::load(here)?.opened.is_none() {
            return Err(refuse(DoubtNameRefusal::NotFound));
        }
        let same = here.row("SELECT 1 FROM doubt WHERE settled IS NULL AND words = ?", args![request.words.as_str()])?;
        if same.is_some() {
            return Ok(Outcome::Done);
        }
        if open_doubts(here)? >= DOUBTS {
            return Err(refuse(DoubtNameRefusal::TooMany));
        }
        here.run("INSERT INTO doubt (words, at) VALUES (?, ?)", args![request.words.as_str(), here.now])?;
        matter(here)?;
        outbox::tell_directory(here)?;
        Ok(Outcome::Done)
    })
}

/// How many doubts nobody has looked at.
pub(crate) fn open_doubts<S: Sql>(here: &Here<'_, S>) -> Result<u32, Fault> {
    here.row("SELECT count(*) FROM doubt WHERE settled IS NULL", &[])?.map_or(Ok(0), |row| row.count(0))
}

/// What those who act for the brand, and the operator, may know of it.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Outcome, Trouble> {
    let operator = matches!(here.caller, Caller::Operator(_));
    if !operator && authorised(here, company, &Act::SeeDesk)?.is_none() {
        return Err(refuse(GetNamingRefusal::NotAllowed));
    }
    Ok(Outcome::Naming(view(here, company)?))
}

fn view<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Response, Fault> {
    let known = community::load(here)?;
    let doubts = if people::viewer(here, company)? == Viewer::Operator {
        let rows = here.rows("SELECT words, at, settled FROM doubt ORDER BY n DESC LIMIT ?", args![SHOWN])?;
        rows.iter()
            .map(|row| Ok(Doubt { words: row.text(0)?.to_owned(), at: row.time(1)?, settled: row.opt_time(2)?.is_some() }))
            .collect::<Result<_, Fault>>()?
    } else {
        Vec::new()
    };
    Ok(Response {
        shown: known.shown(here, company).map(str::to_owned),
        given: known.name.map(String::from),
        naming: known.naming,
        doubts,
    })
}

/// Writes the name down, and into the history if another one is shown from now on.
fn write<S: Sql>(here: &Here<'_, S>, name: Option<&BrandName>, naming: Naming, tenancy: Option<&str>) -> Result<(), Fault> {
    let company = Company::load(here)?;
    let shown = |known: &Community| known.shown(here, &company).map(str::to_owned);
    let before = shown(&community::load(here)?);
    here.run(
        "UPDATE community SET name = ?, naming = ?, naming_tenancy = ?",
        args![name.map(BrandName::as_str), naming.code(), tenancy],
    )?;
    let after = shown(&community::load(here)?);
    if before != after {
        let row = "INSERT INTO naming (shown, naming, at) VALUES (?, ?, ?)";
        here.run(row, args![after, naming.code(), here.now])?;
    }
    Ok(())
}

/// Something more for the operator to look at.
fn matter<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    here.run("UPDATE community SET matters = matters + 1", &[])
}

/// The operator was told of everything so far.
pub(crate) fn told<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    here.run("UPDATE community SET matters_told = matters", &[])
}
