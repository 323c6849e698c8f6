//! A TXT record at `_chie-challenge.<domain>`, asked of every resolver that the settings name over DNS-over-HTTPS. All must see it.

use chie_domain::api::request_proof::{Finding, Look};
use chie_domain::brand::BrandDomain;
use chie_domain::time::Timestamp;
use serde::Deserialize;
use std::net::IpAddr;
use std::time::Duration;
use worker::Method;

use super::shown;
use crate::outbound::{self, Body, Failure, Wish};
use crate::settings::Settings;

const MOST_RECORDS: usize = 20;
const LIMIT: usize = 16 * 1024;
const DEADLINE: Duration = Duration::from_secs(5);
const TXT: u16 = 16;
const NO_SUCH_NAME: u16 = 3;

#[derive(Deserialize)]
struct Resolved {
    #[serde(rename = "Status")]
    status: u16,
    #[serde(rename = "Answer", default)]
    answer: Vec<Record>,
}

#[derive(Deserialize)]
struct Record {
    name: String,
    #[serde(rename = "type")]
    kind: u16,
    data: String,
}

pub(super) async fn look(settings: &Settings, brand: &BrandDomain, token: &str, now: Timestamp) -> Vec<Look> {
    let name = format!("_chie-challenge.{brand}");
    let each = settings.resolvers.iter().enumerate().map(|(place, resolver)| ask(place + 1, resolver, &name, token, now));
    futures_util::future::join_all(each).await
}

async fn ask(place: usize, resolver: &str, name: &str, token: &str, now: Timestamp) -> Look {
    let asked = format!("DNS {place}: TXT {name}");
    let (finding, answer) = match resolve(resolver, name, "TXT").await {
        Ok(records) => read(&records, name, token),
        Err(nothing) => nothing,
    };
    Look { asked, answer, finding, at: now }
}

/// The addresses of a host, as the first resolver knows them, behind whatever names it may have.
pub(super) async fn addresses(settings: &Settings, host: &str) -> Result<Vec<IpAddr>, (Finding, String)> {
    let resolver = settings.resolvers.first().map_or("", String::as_str);
    let (v4, v6) = futures_util::future::join(resolve(resolver, host, "A"), resolve(resolver, host, "AAAA")).await;
    let mut found = Vec::new();
    for answer in [v4, v6] {
        match answer {
            Ok(records) => found.extend(records.iter().filter_map(|record| record.data.parse::<IpAddr>().ok())),
            Err((Finding::Nothing, _)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(found)
}

async fn resolve(resolver: &str, name: &str, kind: &str) -> Result<Vec<Record>, (Finding, String)> {
    let url = format!("{resolver}{}name={name}&type={kind}&do=1", if resolver.contains('?') { '&' } else { '?' });
    let headers = [("accept", "application/dns-json")];
    let wish = Wish { url: &url, method: Method::Get, headers: &headers, body: None, limit: LIMIT, deadline: DEADLINE };
    let answer = outbound::send(wish).await.map_err(|failure| match failure {
        Failure::TimedOut => (Finding::TimedOut, String::new()),
        Failure::Unreachable => (Finding::Unreachable, String::new()),
    })?;
    if answer.status != 200 {
        return Err((Finding::Unreachable, format!("status {}", answer.status)));
    }
    let Body::Whole(bytes) = answer.body else { return Err((Finding::TooLarge, String::new())) };
    let Ok(dns) = serde_json::from_slice::<Resolved>(&bytes) else {
        return Err((Finding::Unreachable, "no DNS answer".to_owned()));
    };
    match dns.status {
        0 => Ok(dns.answer),
        NO_SUCH_NAME => Err((Finding::Nothing, String::new())),
        other => Err((Finding::Unreachable, format!("DNS error {other}"))),
    }
}

fn read(records: &[Record], name: &str, token: &str) -> (Finding, String) {
    // A CNAME would let another domain's owner prove this one: only records of this very name count.
    let own = |record: &&Record| record.kind == TXT && record.name.trim_end_matches('.').eq_ignore_ascii_case(name);
    let texts: Vec<String> = records.iter().filter(own).map(|record| unquote(&record.data)).collect();
    if texts.len() > MOST_RECORDS {
        return (Finding::TooMany, format!("{} records", texts.len()));
    }
    let seen = shown(&texts.join(" · "));
    let finding = if texts.iter().any(|text| text.trim() == format!("token={token}")) {
        Finding::Found
    } else if texts.iter().any(|text| text.trim_start().starts_with("token=")) {
        Finding::Different
    } else if texts.is_empty() {
        Finding::Nothing
    } else {
        Finding::Unrelated
    };
    (finding, seen)
}

/// A TXT record's text: its quoted strings joined, as resolvers write them.
fn unquote(data: &str) -> String {
    if !data.starts_with('"') {
        return data.to_owned();
    }
    let (mut text, mut inside, mut escaped) = (String::new(), false, false);
    for c in data.chars() {
        match c {
            _ if escaped => {
                text.push(c);
                escaped = false;
            }
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            _ if inside => text.push(c),
            _ => {}
        }
    }
    text
}
