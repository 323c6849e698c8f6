//! A file under `/.well-known/chie/` or a meta tag on the front page, on the brand's own front host. Redirects are followed by hand,
//! at most three, and only inside the brand's domain over https.

use chie_community::ask::Sought;
use chie_domain::api::request_proof::{Finding, Look};
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::proof::page::tokens_in;
use chie_domain::proof::{Method, placement};
use chie_domain::time::Timestamp;
use std::time::Duration;
use worker::{Method as HttpMethod, Url};

use super::shown;
use crate::clock;
use crate::outbound::{self, Answer, Body, Failure, Wish};
use crate::settings::Settings;

const FILE_LIMIT: usize = 128;
const PAGE_LIMIT: usize = 256 * 1024;
const MOST_REDIRECTS: usize = 3;
/// For the whole of it, redirects included.
const DEADLINE: Duration = Duration::from_secs(8);

pub(super) async fn look(settings: &Settings, brand: &BrandDomain, sought: &Sought, now: Timestamp) -> Look {
    let place = placement(sought.method, brand, &sought.host, &sought.token);
    let (finding, answer) = match fetch(settings, brand, sought, &place.at).await {
        Err((finding, why)) => (finding, why),
        Ok(answer) if answer.status != 200 => (Finding::BadStatus, format!("status {}", answer.status)),
        Ok(answer) if sought.method == Method::File => file(&answer.body, &place.text),
        Ok(answer) => page(&answer.body, &sought.token),
    };
    Look { asked: place.at, answer: shown(&answer), finding, at: now }
}

async fn fetch(settings: &Settings, brand: &BrandDomain, sought: &Sought, at: &str) -> Result<Answer, (Finding, String)> {
    let path = at.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let site = settings.site(brand, &sought.host);
    let mut url = format!("{site}/{path}");
    let begun = clock::now();
    let limit = if sought.method == Method::File { FILE_LIMIT } else { PAGE_LIMIT };
    for _ in 0..=MOST_REDIRECTS {
        // This machine's own copy of a site goes by the site's name.
        let host = host_of(&url).filter(|_| !url.starts_with(&format!("{site}/"))).unwrap_or_else(|| sought.host.to_string());
        super::public_only(settings, &host).await?;
        let spent = Duration::from_millis(clock::now().since(begun).millis());
        let Some(deadline) = DEADLINE.checked_sub(spent) else {
            return Err((Finding::TimedOut, String::new()));
        };
        let wish = Wish { url: &url, method: HttpMethod::Get, headers: &[], body: None, limit, deadline };
        let answer = outbound::send(wish).await.map_err(|failure| match failure {
            Failure::TimedOut => (Finding::TimedOut, String::new()),
            Failure::Unreachable => (Finding::Unreachable, String::new()),
        })?;
        match (answer.status, &answer.location) {
            (301 | 302 | 303 | 307 | 308, Some(to)) => {
                url = follow(&url, to, brand, &site)
                    .ok_or_else(|| (Finding::LeadsAway, format!("status {} to {to}", answer.status)))?;
            }
            _ => return Ok(answer),
        }
    }
    Err((Finding::LeadsAway, format!("more than {MOST_REDIRECTS} redirects")))
}

fn host_of(url: &str) -> Option<String> {
    Url::parse(url).ok()?.host_str().map(str::to_owned)
}

/// Where a redirect leads, if it stays with the brand: https, no port or user, a host name inside the domain. On this machine's
/// own copy of the site, the very same origin.
fn follow(from: &str, to: &str, brand: &BrandDomain, site: &str) -> Option<String> {
    let next = Url::parse(from).ok()?.join(to).ok()?;
    if next.origin().ascii_serialization() == site {
        return Some(next.to_string());
    }
    let inside = Host::parse(next.host_str()?).ok()?.is_inside(brand);
    let plain = next.scheme() == "https" && next.port().is_none() && next.username().is_empty() && next.password().is_none();
    (inside && plain).then(|| next.to_string())
}

fn file(body: &Body, wanted: &str) -> (Finding, String) {
    match body {
        Body::Cut(bytes) => (Finding::TooLarge, String::from_utf8_lossy(bytes).into_owned()),
        Body::Whole(bytes) => {
            let text = String::from_utf8_lossy(bytes);
            let finding = match text.trim_end_matches(['\r', '\n']) {
                exact if exact == wanted => Finding::Found,
                other if other.starts_with("chie=") => Finding::Different,
                "" => Finding::Nothing,
                _ => Finding::Unrelated,
            };
            (finding, text.into_owned())
        }
    }
}

fn page(body: &Body, token: &str) -> (Finding, String) {
    let (Body::Whole(bytes) | Body::Cut(bytes)) = body;
    let found = tokens_in(&String::from_utf8_lossy(bytes));
    let right = found.iter().find(|it| *it == token);
    let shown = |it: &String| format!(r#"<meta name="chie-proof" content="{it}">"#);
    match (right, found.first()) {
        (Some(it), _) => (Finding::Found, shown(it)),
        (None, Some(it)) => (Finding::Different, shown(it)),
        (None, None) => (Finding::Nothing, String::new()),
    }
}
