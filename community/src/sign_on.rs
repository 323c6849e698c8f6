//! Brand sign-on in one community: the keys of the brand's own server, and taking what was signed with them. The Worker opens the key
//! and reads the token ([`token`]); what only this database can know is decided here, in one transaction: whether the key counts, and
//! whether the token was taken before. Whoever is signed on has an account of the brand's making in this tenancy: apart from everybody
//! who showed an address, whatever the brand's server says.

pub mod token;

use chie_domain::api::get_sign_on::{GetSignOnRefusal, SignOnKeyView};
use chie_domain::api::make_sign_on_key::MakeSignOnKeyRefusal;
use chie_domain::api::revoke_sign_on_key::RevokeSignOnKeyRefusal;
use chie_domain::api::sign_on::SignOnRefusal;
use chie_domain::id::{MemberId, SignOnKeyId, TenancyId};
use chie_domain::name::Likeness;
use chie_domain::policy::Act;
use chie_domain::sign_on::MOST_KEYS;
use chie_domain::site::Room;
use chie_domain::text::DisplayName;
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;

use crate::ask::{Outcome, SignOnAsk, SignedOn, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::who_may;
use crate::command::join;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::mine;
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};
use crate::tidings::{self, News};
use crate::{people, posts, schema};

/// How the accounts begin that the brand's word makes.
pub const ACCOUNT: &str = "b1_";
/// How often one customer is signed on while their tokens are remembered.
const PER_PERSON: u32 = 20;
/// For how long a token is known after it is over: whoever asked while it counted may still be on the way here.
const KNOWN: Span = Span::minutes(2);
/// How exactly it is known when a key was used last.
const USED: Span = Span::hours(1);

/// Does it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, ask: &SignOnAsk) -> Result<Outcome, Trouble> {
    match ask {
        SignOnAsk::See => see(here),
        SignOnAsk::Secret(key) => secret(here, key),
        SignOnAsk::Make(key, sealed) => here.whole(|here| make(here, key, sealed)),
        SignOnAsk::Revoke(key) => here.whole(|here| revoke(here, key)),
        SignOnAsk::Take(signed) => here.whole(|here| take(here, signed)),
    }
}

/// Whether a member is here by the brand's word.
pub(crate) fn is_signed_on<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM member WHERE id = ? AND substr(account, 1, 3) = ? AND merged_into IS NULL AND erased IS NULL";
    Ok(here.row(sql, args![member.as_str(), ACCOUNT])?.is_some())
}

fn see<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    let (_, tenancy) = who_may(here, &Act::ManagePeople)?.ok_or_else(|| refuse(GetSignOnRefusal::NotAllowed))?;
    Ok(Outcome::SignOnKeys(keys(here, &tenancy)?))
}

fn keys<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId) -> Result<Vec<SignOnKeyView>, Fault> {
    let rows = here.rows(
        "SELECT k.id, k.made, m.address, k.used FROM sign_on_key k JOIN member m ON m.id = k.maker \
         WHERE k.tenancy = ? AND k.revoked IS NULL ORDER BY k.made DESC, k.id",
        args![tenancy.as_str()],
    )?;
    let read = |row: &Row| {
        Ok(SignOnKeyView { id: row.parse(0)?, made: row.time(1)?, by: row.opt_text(2)?.map(str::to_owned), used: row.opt_time(3)? })
    };
    rows.iter().map(read).collect()
}

fn make<S: Sql>(here: &Here<'_, S>, key: &SignOnKeyId, sealed: &str) -> Result<Outcome, Trouble> {
    let (me, tenancy) = who_may(here, &Act::MakeKeys)?.ok_or_else(|| refuse(MakeSignOnKeyRefusal::NotAllowed))?;
    let counting = "SELECT count(*) FROM sign_on_key WHERE tenancy = ? AND revoked IS NULL";
    if here.row(counting, args![tenancy.as_str()])?.map_or(Ok(0), |row| row.count(0))? >= MOST_KEYS {
        return Err(refuse(MakeSignOnKeyRefusal::TooMany));
    }
    here.run(
        "INSERT INTO sign_on_key (id, tenancy, sealed, made, maker) VALUES (?, ?, ?, ?, ?)",
        args![key.as_str(), tenancy.as_str(), sealed, here.now, me.as_str()],
    )?;
    told(here, (&me, &tenancy), key, (Deed::SignOnKeyMade, Tiding::SignOnKeyMade))
}

fn revoke<S: Sql>(here: &Here<'_, S>, key: &SignOnKeyId) -> Result<Outcome, Trouble> {
    let (me, tenancy) = who_may(here, &Act::ManagePeople)?.ok_or_else(|| refuse(RevokeSignOnKeyRefusal::NotAllowed))?;
    let gone = here.rows(
        "UPDATE sign_on_key SET revoked = ?, sealed = '' WHERE id = ? AND tenancy = ? AND revoked IS NULL RETURNING id",
        args![here.now, key.as_str(), tenancy.as_str()],
    )?;
    if gone.is_empty() {
        return Err(refuse(RevokeSignOnKeyRefusal::NotFound));
    }
    told(here, (&me, &tenancy), key, (Deed::SignOnKeyRevoked, Tiding::SignOnKeyRevoked))
}

/// Records it, tells those who act for the brand, and gives the keys that count now.
fn told<S: Sql>(
    here: &Here<'_, S>,
    (me, tenancy): (&MemberId, &TenancyId),
    key: &SignOnKeyId,
    (deed, tiding): (Deed, Tiding),
) -> Result<Outcome, Trouble> {
    audit::record(here, deed, me, key.as_str())?;
    tidings::tell_all(here, tenancy, &News::about(tiding, me), key.as_str())?;
    Ok(Outcome::SignOnKeys(keys(here, tenancy)?))
}

/// The row of a key that counts now: one of the company that is here.
fn counting<S: Sql>(here: &Here<'_, S>, key: &SignOnKeyId) -> Result<Option<(TenancyId, String)>, Fault> {
    let company = Company::load(here)?;
    let Some(tenancy) = company.living() else { return Ok(None) };
    let sql = "SELECT sealed FROM sign_on_key WHERE id = ? AND tenancy = ? AND revoked IS NULL";
    let row = here.row(sql, args![key.as_str(), tenancy.as_str()])?;
    row.map(|row| Ok((tenancy.clone(), row.text(0)?.to_owned()))).transpose()
}

fn secret<S: Sql>(here: &Here<'_, S>, key: &SignOnKeyId) -> Result<Outcome, Trouble> {
    let (tenancy, sealed) = counting(here, key)?.ok_or_else(|| refuse(SignOnRefusal::Key))?;
    Ok(Outcome::SignOnSecret(tenancy, sealed))
}

/// Takes what was signed: once.
fn take<S: Sql>(here: &Here<'_, S>, signed: &SignedOn) -> Result<Outcome, Trouble> {
    schema::migrate(here)?;
    // Where things are only tried out there are no keys: those of the real community were asked for.
    if signed.room == Room::Public && counting(here, &signed.key)?.is_none() {
        return Err(refuse(SignOnRefusal::Key));
    }
    let (key, who) = (signed.key.as_str(), signed.account.0.as_str());
    here.run("DELETE FROM sign_on_taken WHERE until <= ?", args![here.now.before(KNOWN)])?;
    let took = here.rows(
        "INSERT INTO sign_on_taken (key, jti, who, until) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING jti",
        args![key, signed.jti.as_str(), who, signed.until],
    )?;
    if took.is_empty() {
        return Err(refuse(SignOnRefusal::Used));
    }
    let often = here.row("SELECT count(*) FROM sign_on_taken WHERE who = ? AND until > ?", args![who, here.now])?;
    if often.map_or(Ok(0), |row| row.count(0))? > PER_PERSON {
        return Err(refuse(SignOnRefusal::TooMany));
    }
    let before = here.now.before(USED);
    here.run("UPDATE sign_on_key SET used = ? WHERE id = ? AND (used IS NULL OR used <= ?)", args![here.now, key, before])?;
    let fresh = people::of_account(here, &signed.account)?.is_none();
    let member = join::as_account(here, &signed.account)?;
    if fresh {
        audit::record(here, Deed::SignedOn, &member, key)?;
    }
    call(here, &member, signed.name.as_ref())?;
    let view = mine::view(here, &member)?;
    Ok(Outcome::Joined(member, view))
}

/// Somebody who has no name yet goes by the one that the brand gave, unless it poses as somebody.
fn call<S: Sql>(here: &Here<'_, S>, member: &MemberId, name: Option<&DisplayName>) -> Result<(), Fault> {
    let Some(name) = name else { return Ok(()) };
    if matches!(posts::name_of(here, &Company::load(here)?, Some(name))?, Ok(Likeness::Nobodys)) {
        let sql = "UPDATE member SET name = ? WHERE id = ? AND name IS NULL";
        return here.run(sql, args![name.as_str(), member.as_str()]);
    }
    Ok(())
}
