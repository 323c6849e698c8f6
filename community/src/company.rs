//! The company behind the brand as it is at this moment: its tenancy, its proofs and its wide claims. Everything official is
//! worked out from here at each reading; nothing of it is stored on a post.

use chie_domain::badge::{Badge, Standing};
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::claim::{self, Claim, ClaimState, Claimable, Reach, Scope, Stewardship};
use chie_domain::id::{ProofId, TenancyId, ThreadId};
use chie_domain::proof::{Method, ProofState};
use chie_domain::tenancy::{self, Tenancy};
use chie_domain::text::ProductKey;
use chie_domain::time::Timestamp;

use crate::here::Here;
use crate::life;
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql, Value};

/// The company now.
#[derive(Debug, Clone)]
pub(crate) struct Company {
    /// The latest tenancy that has begun, whatever became of it.
    pub(crate) tenancy: Option<TenancyId>,
    /// Whether it lives.
    pub(crate) state: Tenancy,
    /// The strongest proof that counts now; none unless the tenancy lives.
    pub(crate) proof: Option<ValidProof>,
    /// Live claims of a product or of everything.
    pub(crate) claims: Vec<Claim>,
    /// Since when the earliest live claim of any kind is there.
    pub(crate) present: Option<Timestamp>,
}

/// A valid proof, as the badge tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ValidProof {
    pub(crate) method: Method,
    pub(crate) state: ProofState,
}

/// A proof as it is stored.
#[derive(Debug, Clone)]
pub(crate) struct StoredProof {
    pub(crate) id: ProofId,
    pub(crate) method: Method,
    pub(crate) host: Host,
    pub(crate) token: String,
    pub(crate) asked: Timestamp,
    pub(crate) state: ProofState,
    pub(crate) looks: String,
    pub(crate) sought: Option<Timestamp>,
}

/// The columns that [`StoredProof::read`] takes.
pub(crate) const PROOF: &str = "id, method, host, token, asked, state, a, b, looks, sought";

impl StoredProof {
    pub(crate) fn read(row: &Row) -> Result<Self, Fault> {
        let state = read_state(row.text(5)?, row.time(6)?, row.opt_time(7)?)?;
        Ok(Self {
            id: row.parse(0)?,
            method: row.code(1, Method::from_code)?,
            host: row.parse(2)?,
            token: row.text(3)?.to_owned(),
            asked: row.time(4)?,
            state,
            looks: row.text(8)?.to_owned(),
            sought: row.opt_time(9)?,
        })
    }
}

/// A proof's state out of its code and its two moments.
pub(crate) fn read_state(code: &str, a: Timestamp, b: Option<Timestamp>) -> Result<ProofState, Fault> {
    let second = b.ok_or_else(|| Fault("a proof without its second moment".to_owned()));
    Ok(match code {
        "requested" => ProofState::Requested { at: a },
        "confirmed" => ProofState::Confirmed { since: a, seen: second? },
        "doubtful" => ProofState::Doubtful { since: a, seen: second? },
        "lapsed" => ProofState::Lapsed { since: a, at: second? },
        _ => return Err(Fault("a proof of unknown state".to_owned())),
    })
}

/// How a proof's state is stored: its code and its two moments.
pub(crate) const fn stored(state: ProofState) -> (&'static str, Timestamp, Option<Timestamp>) {
    match state {
        ProofState::Requested { at } => ("requested", at, None),
        ProofState::Confirmed { since, seen } => ("confirmed", since, Some(seen)),
        ProofState::Doubtful { since, seen } => ("doubtful", since, Some(seen)),
        ProofState::Lapsed { since, at } => ("lapsed", since, Some(at)),
    }
}

impl Company {
    /// No company has ever come.
    pub(crate) const fn none() -> Self {
        Self { tenancy: None, state: Tenancy::None, proof: None, claims: Vec::new(), present: None }
    }

    /// Loads what is known of the company at this moment.
    pub(crate) fn load<S: Sql>(here: &Here<'_, S>) -> Result<Self, Fault> {
        let latest = "SELECT id FROM tenancy WHERE began <= ? ORDER BY began DESC, id DESC LIMIT 1";
        let Some(row) = here.row(latest, args![here.now])? else { return Ok(Self::none()) };
        let id: TenancyId = row.parse(0)?;
        let wanted = format!("SELECT {PROOF} FROM proof x WHERE tenancy = ? AND counts <= ? AND NOT ");
        let mut wanted = Statement::of(&wanted, args![id.as_str(), here.now]);
        wanted.join(&life::contested(here.now));
        let proofs = here.all(&wanted)?;
        let proofs = proofs.iter().map(StoredProof::read).collect::<Result<Vec<_>, _>>()?;
        let state = tenancy::of_proofs(proofs.iter().map(|proof| proof.state), here.now);
        let proof = proofs
            .iter()
            .map(|proof| ValidProof { method: proof.method, state: proof.state.at(here.now) })
            .filter(|proof| proof.state.is_valid())
            .min_by_key(ValidProof::rank);
        let claims = here.rows(
            "SELECT id, scope, product, thread, reach, since, released FROM claim \
             WHERE tenancy = ? AND released IS NULL AND scope <> 'thread' ORDER BY n",
            args![id.as_str()],
        )?;
        let claims = claims.iter().map(read_claim).collect::<Result<Vec<_>, _>>()?;
        let present = here.row("SELECT min(since) FROM claim WHERE tenancy = ? AND released IS NULL", args![id.as_str()])?;
        let present = present.map_or(Ok(None), |row| row.opt_time(0))?;
        Ok(Self { tenancy: Some(id), state, proof, claims, present })
    }

    /// The tenancy, if it lives: only then does anything official of it count.
    pub(crate) fn living(&self) -> Option<&TenancyId> {
        self.tenancy.as_ref().filter(|_| matches!(self.state, Tenancy::Living { .. }))
    }

    /// The tenancy, if it lives or rests.
    pub(crate) fn held(&self) -> Option<&TenancyId> {
        self.tenancy.as_ref().filter(|_| matches!(self.state, Tenancy::Living { .. } | Tenancy::Resting { .. }))
    }

    /// The badge, while the company has claimed anything here and its proof is valid.
    pub(crate) fn badge(&self, brand: &BrandDomain, name: Option<&str>) -> Option<Badge> {
        let (proof, _) = self.proof.zip(self.present)?;
        let (since, checked, standing) = match proof.state {
            ProofState::Confirmed { since, seen } => (since, seen, Standing::Fresh),
            ProofState::Doubtful { since, seen } => (since, seen, Standing::Doubtful),
            ProofState::Requested { .. } | ProofState::Lapsed { .. } => return None,
        };
        let name = name.map(str::to_owned);
        Some(Badge { domain: brand.clone(), name, method: proof.method, since, checked, standing })
    }

    /// Who stands behind what is newly asked: about this product, or about anything.
    pub(crate) fn steward_of_new(&self, product: Option<&ProductKey>) -> Stewardship {
        if self.living().is_none() {
            return Stewardship::FanMade;
        }
        let of_product = |claim: &&Claim| matches!((&claim.scope, product), (Scope::Product(key), Some(asked)) if key == asked);
        let of_all = |claim: &&Claim| claim.scope == Scope::Community;
        let since = |found: Option<&Claim>| found.map(|claim| claim.since);
        since(self.claims.iter().filter(of_product).min_by_key(|claim| claim.since))
            .or_else(|| since(self.claims.iter().filter(of_all).min_by_key(|claim| claim.since)))
            .map_or(Stewardship::FanMade, |since| Stewardship::Official { since })
    }

    /// Who stands behind a thread; `claims` are the live claims of single threads that [`Self::claims_of`] gave.
    pub(crate) fn steward(&self, claims: &[Claim], it: Claimable<'_>) -> Stewardship {
        claim::steward(self.claims.iter().chain(claims), it, self.living().is_some())
    }

    /// The live claims of these single threads.
    pub(crate) fn claims_of<'t, S: Sql>(
        &self,
        here: &Here<'_, S>,
        threads: impl IntoIterator<Item = &'t ThreadId>,
    ) -> Result<Vec<Claim>, Fault> {
        let Some(tenancy) = self.living() else { return Ok(Vec::new()) };
        let threads: Vec<Value> = threads.into_iter().map(|id| Value::from(id.as_str())).collect();
        let mut claims = Vec::new();
        for some in threads.chunks(60) {
            let marks = vec!["?"; some.len()].join(", ");
            let mut statement = Statement::of("SELECT id, scope, product, thread, reach, since, released FROM claim", &[]);
            statement.add(&format!(" WHERE thread IN ({marks})"), some);
            statement.add(" AND released IS NULL AND tenancy = ?", args![tenancy.as_str()]);
            for row in here.all(&statement)? {
                claims.push(read_claim(&row)?);
            }
        }
        Ok(claims)
    }
}

impl ValidProof {
    const fn rank(&self) -> (u8, u8) {
        let doubt = matches!(self.state, ProofState::Doubtful { .. });
        let method = match self.method {
            Method::Dns => 0,
            Method::File => 1,
            Method::Meta => 2,
        };
        (doubt as u8, method)
    }
}

/// Reads a claim out of `id, scope, product, thread, reach, since, released`.
pub(crate) fn read_claim(row: &Row) -> Result<Claim, Fault> {
    let scope = match row.text(1)? {
        "product" => Scope::Product(row.parse(2)?),
        "thread" => Scope::Thread(row.parse(3)?),
        _ => Scope::Community,
    };
    let reach = if row.text(4)? == "all" { Reach::All } else { Reach::FromNowOn };
    let state = row.opt_time(6)?.map_or(ClaimState::Live, |at| ClaimState::Released { at });
    Ok(Claim { id: row.parse(0)?, scope, reach, since: row.time(5)?, state })
}
