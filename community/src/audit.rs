//! The record of what was done in whose name: ids and a chain of hashes, never a text, a name or an address. The database
//! itself refuses to change or delete a row.

use chie_domain::api::get_audit::{MOST, Request, Response};
use chie_domain::id::MemberId;
use chie_domain::policy::Viewer;
use sha2::{Digest, Sha256};

use crate::ask::{Caller, Trouble};
use crate::here::{Here, not_allowed};
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};

/// What is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    Claimed,
    Released,
    ProofRequested,
    ProofConfirmed,
    ProofChanged,
    SeatTaken,
    TenancyBegan,
    Answered,
    Marked,
    Unmarked,
    StatusSet,
    StatusCleared,
    Removed,
    Merged,
    Cautioned,
    CautionWithdrawn,
    DangerLifted,
    EmergencySet,
    PhotoOpened,
    PhotoVeiled,
    LinkMade,
    LinkRevoked,
    LinkOpened,
    DuplicateMarked,
    DuplicateUnmarked,
    Erased,
    Joined,
    StandingChanged,
    SeatLost,
    Purged,
    Invited,
    RoleSet,
    RemovalAsked,
    Objected,
    ObjectionWithdrawn,
    RecoveryMade,
    FormerJoined,
    BroughtIn,
    SitesSet,
    ClaimUndone,
    Taken,
    HandedBack,
    Noted,
    ReplySaved,
    HoursSet,
    Settled,
    Lapsed,
    FlaggedForBrand,
    Appealed,
    Kept,
    Hidden,
    AuthorHeld,
    MergedByOperator,
    MovedByOperator,
    TakenDown,
    TriedToSilence,
    Named,
    NameHeld,
    NameReleased,
    NameRefused,
    DoubtsSettled,
    ChampionNamed,
    ChampionTakenBack,
    Renamed,
    SignedOut,
    AliasNamed,
    AliasTakenBack,
    AliasProven,
    ProductConfirmed,
    ProductRenamed,
    ProductRetired,
    ProductReopened,
    ProductMerged,
    SetUpChanged,
    Signposted,
    SignTaken,
    AskedPrivately,
    AnsweredPrivately,
    PrivateNotesGone,
    GuardSet,
    Exported,
    TakenAlong,
    SignOnKeyMade,
    SignOnKeyRevoked,
    ApiKeyMade,
    ApiKeyRevoked,
    SignedOn,
    Introduced,
    WebhookMade,
    WebhookRotated,
    WebhookRemoved,
    WebhookPaused,
}

impl Deed {
    const fn code(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Released => "released",
            Self::ProofRequested => "proof_requested",
            Self::ProofConfirmed => "proof_confirmed",
            Self::ProofChanged => "proof_changed",
            Self::SeatTaken => "seat_taken",
            Self::TenancyBegan => "tenancy_began",
            Self::Answered => "answered_officially",
            Self::Marked => "official_answer_marked",
            Self::Unmarked => "official_answer_unmarked",
            Self::StatusSet => "status_set",
            Self::StatusCleared => "status_cleared",
            Self::Removed => "removed",
            Self::Merged => "member_merged",
            Self::Cautioned => "cautioned",
            Self::CautionWithdrawn => "caution_withdrawn",
            Self::DangerLifted => "danger_lifted",
            Self::EmergencySet => "emergency_set",
            Self::PhotoOpened => "photo_opened",
            Self::PhotoVeiled => "photo_veiled",
            Self::LinkMade => "keep_link_made",
            Self::LinkRevoked => "keep_link_revoked",
            Self::LinkOpened => "keep_link_opened",
            Self::DuplicateMarked => "duplicate_marked",
            Self::Erased => "member_erased",
            Self::DuplicateUnmarked => "duplicate_unmarked",
            Self::Joined => "joined",
            Self::StandingChanged => "standing_changed",
            Self::SeatLost => "seat_lost",
            Self::Purged => "purged",
            Self::Invited => "invited",
            Self::RoleSet => "role_set",
            Self::RemovalAsked => "removal_asked",
            Self::Objected => "objected",
            Self::ObjectionWithdrawn => "objection_withdrawn",
            Self::RecoveryMade => "recovery_made",
            Self::FormerJoined => "former_joined",
            Self::BroughtIn => "brought_in",
            Self::SitesSet => "sites_set",
            Self::ClaimUndone => "claim_undone",
            Self::Taken => "thread_taken",
            Self::HandedBack => "thread_handed_back",
            Self::Noted => "noted",
            Self::ReplySaved => "reply_saved",
            Self::HoursSet => "hours_set",
            Self::Settled => "arrival_settled",
            Self::Lapsed => "lapsed",
            Self::FlaggedForBrand => "flagged_for_brand",
            Self::Appealed => "appealed",
            Self::Kept => "kept",
            Self::Hidden => "hidden",
            Self::AuthorHeld => "author_held",
            Self::MergedByOperator => "merged_by_operator",
            Self::MovedByOperator => "moved_by_operator",
            Self::TakenDown => "taken_down",
            Self::TriedToSilence => "tried_to_silence",
            Self::Named => "named",
            Self::NameHeld => "name_held",
            Self::NameReleased => "name_released",
            Self::NameRefused => "name_refused",
            Self::DoubtsSettled => "doubts_settled",
            Self::ChampionNamed => "champion_named",
            Self::ChampionTakenBack => "champion_taken_back",
            Self::Renamed => "renamed",
            Self::SignedOut => "signed_out",
            Self::AliasNamed => "alias_named",
            Self::AliasTakenBack => "alias_taken_back",
            Self::AliasProven => "alias_proven",
            Self::ProductConfirmed => "product_confirmed",
            Self::ProductRenamed => "product_renamed",
            Self::ProductRetired => "product_retired",
            Self::ProductReopened => "product_reopened",
            Self::ProductMerged => "product_merged",
            Self::SetUpChanged => "set_up_changed",
            Self::Signposted => "signposted",
            Self::SignTaken => "sign_taken",
            Self::AskedPrivately => "asked_privately",
            Self::AnsweredPrivately => "answered_privately",
            Self::PrivateNotesGone => "private_notes_gone",
            Self::GuardSet => "guard_set",
            Self::Exported => "community_exported",
            Self::TakenAlong => "member_exported",
            Self::SignOnKeyMade => "sign_on_key_made",
            Self::SignOnKeyRevoked => "sign_on_key_revoked",
            Self::ApiKeyMade => "api_key_made",
            Self::ApiKeyRevoked => "api_key_revoked",
            Self::SignedOn => "signed_on",
            Self::Introduced => "introduced",
            Self::WebhookMade => "webhook_made",
            Self::WebhookRotated => "webhook_rotated",
            Self::WebhookRemoved => "webhook_removed",
            Self::WebhookPaused => "webhook_paused",
        }
    }
}

/// Appends a row.
pub(crate) fn record<S: Sql>(here: &Here<'_, S>, deed: Deed, actor: &MemberId, object: &str) -> Result<(), Fault> {
    record_of(here, deed, actor.as_str(), object)
}

/// Appends a row of something that a member or the clock did.
pub(crate) fn record_of<S: Sql>(here: &Here<'_, S>, deed: Deed, actor: &str, object: &str) -> Result<(), Fault> {
    let last = here.row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", &[])?;
    let (seq, before) = match &last {
        Some(row) => (row.whole(0)? + 1, row.text(1)?),
        None => (1, ""),
    };
    let hash = chained(before, seq, here.now.millis(), deed.code(), actor, object);
    here.run(
        "INSERT INTO audit (seq, at, what, actor, object, hash) VALUES (?, ?, ?, ?, ?, ?)",
        args![seq, here.now, deed.code(), actor, object, hash],
    )
}

impl Deed {
    /// Whether everybody may know of what it was: of whatever was done to threads, posts and the brand's standing, and of nothing that
    /// is the company's or a member's own.
    fn is_public(what: &str) -> bool {
        const PUBLIC: [Deed; 21] = [
            Deed::Claimed,
            Deed::Released,
            Deed::ClaimUndone,
            Deed::ProofConfirmed,
            Deed::ProofChanged,
            Deed::TenancyBegan,
            Deed::StandingChanged,
            Deed::Lapsed,
            Deed::Purged,
            Deed::Answered,
            Deed::Marked,
            Deed::Unmarked,
            Deed::StatusSet,
            Deed::StatusCleared,
            Deed::Removed,
            Deed::Cautioned,
            Deed::CautionWithdrawn,
            Deed::DangerLifted,
            Deed::DuplicateMarked,
            Deed::DuplicateUnmarked,
            Deed::GuardSet,
        ];
        PUBLIC.iter().any(|deed| deed.code() == what)
    }
}

/// A part of the record: whole for the operator, for everybody else without who did it and without what is nobody's business.
pub(crate) fn part<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, request: &Request) -> Result<Response, Trouble> {
    let whole = *viewer == Viewer::Operator;
    if !whole && matches!(here.caller, Caller::Console(_)) {
        return Err(not_allowed(
            "only the operator reads the record with everybody's names; the public part is read without signing in",
        ));
    }
    let after = request.after.unwrap_or_default();
    let rows = here
        .rows("SELECT seq, at, what, actor, object, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?", args![after, MOST + 1])?;
    let more = rows.len() > usize::try_from(MOST).unwrap_or(usize::MAX);
    let shown = rows.iter().take(usize::try_from(MOST).unwrap_or(usize::MAX)).map(|row| {
        let what = row.text(2)?;
        Ok(chie_domain::api::get_audit::Row {
            seq: row.whole(0)?,
            at: row.time(1)?,
            actor: if whole { row.opt_text(3)?.map(str::to_owned) } else { None },
            object: if whole || Deed::is_public(what) { row.opt_text(4)?.map(str::to_owned) } else { None },
            hash: row.text(5)?.to_owned(),
            what: what.to_owned(),
        })
    });
    let rows = shown.collect::<Result<Vec<_>, Fault>>()?;
    // The whole chain is gone through once, at the beginning of the operator's reading.
    let broken_at = if whole && after == 0 { verify(here.sql)? } else { None };
    Ok(Response { rows, more, broken_at })
}

/// Goes through the whole record and gives the first row that does not follow from the ones before it.
pub fn verify<S: Sql>(sql: &S) -> Result<Option<u64>, Fault> {
    let mut before = String::new();
    let rows = sql.rows("SELECT seq, at, what, actor, object, hash FROM audit ORDER BY seq", &[])?;
    for (row, expected) in rows.into_iter().map(Row).zip(1_u64..) {
        let seq = row.whole(0)?;
        let hash = chained(&before, seq, row.whole(1)?, row.text(2)?, row.text(3)?, row.text(4)?);
        if seq != expected || hash != row.text(5)? {
            return Ok(Some(expected));
        }
        before = hash;
    }
    Ok(None)
}

fn chained(before: &str, seq: u64, at: u64, what: &str, actor: &str, object: &str) -> String {
    let line = format!("{before}|{seq}|{at}|{what}|{actor}|{object}");
    let digits = |byte: u8| [byte >> 4, byte & 15].map(|half| char::from_digit(u32::from(half), 16).unwrap_or('0'));
    Sha256::digest(line.as_bytes()).into_iter().flat_map(digits).collect()
}
