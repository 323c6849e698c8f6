//! Looks for the evidence of a proof where it should be and says what was seen, in words a person can act on. It decides nothing
//! about the proof: that is the domain's.

mod dns;
mod page;

use chie_community::ask::{AliasSought, Sought};
use chie_domain::api::request_proof::{Finding, Look};
use chie_domain::brand::BrandDomain;
use chie_domain::proof::Method;
use chie_domain::proof::address::is_public;
use chie_domain::time::Timestamp;

use crate::settings::Settings;

/// Looks once, everywhere the method says.
pub(crate) async fn look(settings: &Settings, brand: &BrandDomain, sought: &Sought, now: Timestamp) -> Vec<Look> {
    match sought.method {
        Method::Dns => dns::look(settings, brand, &sought.token, now).await,
        Method::File | Method::Meta => vec![page::look(settings, brand, sought, now).await],
    }
}

/// Looks at the DNS of a further domain of a brand's.
pub(crate) async fn look_at_alias(settings: &Settings, sought: &AliasSought, now: Timestamp) -> Vec<Look> {
    dns::look(settings, &sought.domain, &sought.token, now).await
}

/// Refuses a host whose name leads into somebody's own network: a Worker cannot see the address that it connects to.
pub(crate) async fn public_only(settings: &Settings, host: &str) -> Result<(), (Finding, String)> {
    let addresses = dns::addresses(settings, host).await?;
    match addresses.iter().find(|address| !is_public(**address)) {
        Some(inner) => Err((Finding::LeadsAway, format!("{host} has the address {inner}"))),
        None if addresses.is_empty() => Err((Finding::Unreachable, format!("{host} has no address"))),
        None => Ok(()),
    }
}

/// Whether everything that was looked at shows the exact evidence.
pub(crate) fn agree(looks: &[Look]) -> bool {
    !looks.is_empty() && looks.iter().all(|look| look.finding == Finding::Found)
}

/// What came back, for people: without controls, cut short.
fn shown(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(160).collect();
    clean.trim().to_owned()
}
