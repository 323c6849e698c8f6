//! Keys of the brand's own programs. The object knows each by its hash. A key stands for its maker: whoever sends it is its maker on the
//! console as long as that person's seat, the brand's proof and the tenancy are there, within the key's scopes; the rules decide what that is
//! worth, as they do for the person. Its requests are counted here, each of them, so that the count is exact.

use chie_domain::api::error::ApiError;
use chie_domain::api::get_brand_keys::{ApiKeyView, GetBrandKeysRefusal};
use chie_domain::api::make_brand_key::MakeBrandKeyRefusal;
use chie_domain::api::revoke_brand_key::RevokeBrandKeyRefusal;
use chie_domain::api_key::{KeyScope, MOST_KEYS, REQUESTS, UseKeyRefusal, WINDOW, lives};
use chie_domain::id::{ApiKeyId, MemberId, TenancyId};
use chie_domain::policy::Act;
use chie_domain::tiding::Tiding;
use chie_domain::time::Timestamp;

use crate::ask::{AccountId, Caller, KeyAsk, KeyUsed, NewKey, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::who_may;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::people;
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};
use crate::tidings::{self, News};

/// Does it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, ask: &KeyAsk) -> Result<Outcome, Trouble> {
    match ask {
        KeyAsk::See => {
            let (_, tenancy) = who_may(here, &Act::ManagePeople)?.ok_or_else(|| refuse(GetBrandKeysRefusal::NotAllowed))?;
            Ok(Outcome::Keys(keys(here, &tenancy)?))
        }
        KeyAsk::Make(key) => here.whole(|here| make(here, key)),
        KeyAsk::Revoke(key) => here.whole(|here| revoke(here, key)),
        KeyAsk::Use(hash, scope) => here.whole(|here| use_it(here, hash, *scope)),
        KeyAsk::MemberOf(account) => Ok(Outcome::MemberOf(people::of_account(here, account)?)),
    }
}

fn keys<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId) -> Result<Vec<ApiKeyView>, Fault> {
    let rows = here.rows(
        "SELECT k.id, k.name, k.shown, k.scopes, k.made, m.address, k.until, k.used FROM api_key k JOIN member m ON m.id = k.maker \
         WHERE k.tenancy = ? AND k.until > ? ORDER BY k.made DESC, k.id DESC",
        args![tenancy.as_str(), here.now],
    )?;
    let read = |row: &Row| {
        Ok(ApiKeyView {
            id: row.parse(0)?,
            name: row.parse(1)?,
            shown: row.text(2)?.to_owned(),
            scopes: scopes(row.text(3)?),
            made: row.time(4)?,
            by: row.opt_text(5)?.map(str::to_owned),
            until: row.time(6)?,
            used: row.opt_time(7)?,
        })
    };
    rows.iter().map(read).collect()
}

fn scopes(stored: &str) -> Vec<KeyScope> {
    stored.split(' ').filter_map(KeyScope::from_code).collect()
}

fn make<S: Sql>(here: &Here<'_, S>, key: &NewKey) -> Result<Outcome, Trouble> {
    let (me, tenancy) = who_may(here, &Act::MakeKeys)?.ok_or_else(|| refuse(MakeBrandKeyRefusal::NotAllowed))?;
    let until = here.now.after(lives(key.days).ok_or_else(|| refuse(MakeBrandKeyRefusal::TooLong))?);
    here.run("DELETE FROM api_key WHERE until <= ?", args![here.now])?;
    if here.row("SELECT 1 FROM api_key WHERE id = ?", args![key.id.as_str()])?.is_some() {
        return Ok(Outcome::Keys(keys(here, &tenancy)?));
    }
    let counting = "SELECT count(*) FROM api_key WHERE tenancy = ?";
    if here.row(counting, args![tenancy.as_str()])?.map_or(Ok(0), |row| row.count(0))? >= MOST_KEYS {
        return Err(refuse(MakeBrandKeyRefusal::TooMany));
    }
    here.run(
        "INSERT INTO api_key (id, tenancy, hash, name, shown, scopes, made, maker, until, began, count) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
        args![
            key.id.as_str(),
            tenancy.as_str(),
            key.hash.as_str(),
            key.name.as_str(),
            key.shown.as_str(),
            String::from(key.scopes.clone()),
            here.now,
            me.as_str(),
            until
        ],
    )?;
    told(here, (&me, &tenancy), &key.id, (Deed::ApiKeyMade, Tiding::ApiKeyMade))
}

fn revoke<S: Sql>(here: &Here<'_, S>, key: &ApiKeyId) -> Result<Outcome, Trouble> {
    let (me, tenancy) = who_may(here, &Act::ManagePeople)?.ok_or_else(|| refuse(RevokeBrandKeyRefusal::NotAllowed))?;
    let gone = here.rows("DELETE FROM api_key WHERE id = ? AND tenancy = ? RETURNING id", args![key.as_str(), tenancy.as_str()])?;
    if gone.is_empty() {
        return Err(refuse(RevokeBrandKeyRefusal::NotFound));
    }
    told(here, (&me, &tenancy), key, (Deed::ApiKeyRevoked, Tiding::ApiKeyRevoked))
}

/// Records it, tells those who act for the brand, and gives the keys that count now.
fn told<S: Sql>(
    here: &Here<'_, S>,
    (me, tenancy): (&MemberId, &TenancyId),
    key: &ApiKeyId,
    (deed, tiding): (Deed, Tiding),
) -> Result<Outcome, Trouble> {
    audit::record(here, deed, me, key.as_str())?;
    tidings::tell_all(here, tenancy, &News::about(tiding, me), key.as_str())?;
    Ok(Outcome::Keys(keys(here, tenancy)?))
}

/// Somebody's seat is gone, and their keys with it.
pub(crate) fn end_with_seat<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, member: &MemberId) -> Result<(), Fault> {
    let gone =
        here.rows("DELETE FROM api_key WHERE tenancy = ? AND maker = ? RETURNING id", args![tenancy.as_str(), member.as_str()])?;
    for row in gone {
        audit::record(here, Deed::ApiKeyRevoked, member, row.text(0)?)?;
    }
    Ok(())
}

/// Whom a key stands for now, if it counts and has this scope; one of its requests is counted.
fn use_it<S: Sql>(here: &Here<'_, S>, hash: &str, scope: Option<KeyScope>) -> Result<Outcome, Trouble> {
    let invalid = || refuse(UseKeyRefusal::Invalid);
    let company = Company::load(here)?;
    let tenancy = company.living().ok_or_else(invalid)?;
    let sql = "SELECT k.id, k.scopes, k.began, k.count, m.account FROM api_key k JOIN member m ON m.id = k.maker \
               WHERE k.hash = ? AND k.tenancy = ? AND k.until > ?";
    let row = here.row(sql, args![hash, tenancy.as_str(), here.now])?.ok_or_else(invalid)?;
    let account = AccountId(row.opt_text(4)?.ok_or_else(invalid)?.to_owned());
    let maker = Caller::Console(account.clone());
    if people::acting(&Here { caller: &maker, ..*here }, &company)?.is_none() {
        return Err(invalid());
    }
    if scope.is_some_and(|scope| !scopes(row.text(1).unwrap_or_default()).contains(&scope)) {
        return Err(refuse(UseKeyRefusal::Scope));
    }
    let (began, count) = counted(here.now, row.time(2)?, row.count(3)?);
    let until = began.after(WINDOW);
    if count > REQUESTS {
        return Err(Trouble::Refused(ApiError::too_many(until)));
    }
    here.run("UPDATE api_key SET began = ?, count = ?, used = ? WHERE id = ?", args![began, count, here.now, row.text(0)?])?;
    Ok(Outcome::KeyUsed(KeyUsed { account, left: REQUESTS - count, until }))
}

/// The window in which a request falls, and the how manyth of it this one is.
pub fn counted(now: Timestamp, began: Timestamp, count: u32) -> (Timestamp, u32) {
    if began > now || now.since(began) >= WINDOW { (now, 1) } else { (began, count.saturating_add(1)) }
}
