//! The page to forward to whoever runs the DNS: the exact record to put up, and what each resolver sees now. It needs no account,
//! lives as long as the request, and grants nothing: whoever has its address can read it, and the record proves the domain for the
//! person who asked for it, whoever puts it up.

use chie_community::ask::{Ask, Forwarded, Outcome, Sought};
use chie_domain::api::request_proof::{Finding, Look};
use chie_domain::brand::BrandDomain;
use chie_domain::id::ProofId;
use chie_domain::proof::{Method, placement};
use chie_widget::locale::Words as Sentences;
use chie_widget::locale::when::Zone;
use serde_json::json;
use worker::{Response, Result};

use super::document::{self, Index, Page, escape};
use super::said::Said;
use super::words::Words;
use crate::edge::{EdgeCall, ask_as_visitor, check_looks};
use crate::evidence;
use crate::token;

/// Shows it; with `looks` in the query, only what is seen now, for the page's script.
pub(super) async fn show(call: &EdgeCall, brand: &str, name: &str) -> Result<Response> {
    let words = Words::of(call);
    let Some((brand, proof)) = read(call, brand, name) else { return document::not_found(call, words) };
    let forwarded = match ask_as_visitor(call, &brand, Ask::Forwarded(proof.clone())).await {
        Ok(Outcome::Forwarded(forwarded)) => forwarded,
        Err(error) if error.status() >= 500 => return document::away(call, words),
        Ok(_) | Err(_) => None,
    };
    let say = &Said::in_language(words.locale);
    let Some(Forwarded { host, token, until }) = forwarded else {
        return over(call, words, say);
    };
    let sought = Sought { proof, method: Method::Dns, host: host.clone(), token: token.clone() };
    let looks =
        if check_looks(call).is_ok() { evidence::look(&call.settings, &brand, &sought, call.now).await } else { Vec::new() };
    let done = evidence::agree(&looks);
    if form_urlencoded::parse(call.query.as_bytes()).any(|(name, _)| name == "looks") {
        let rows: Vec<_> = looks.iter().map(|look| json!([look.asked, answer_of(say, look), meaning(say, look.finding)])).collect();
        let mut response = Response::from_json(&json!({ "said": status(say, &looks, done), "done": done, "rows": rows }))?;
        response.headers_mut().set("cache-control", "no-store")?;
        return Ok(response);
    }
    let place = placement(Method::Dns, &brand, &host, &token);
    let until = Sentences::of(words.locale).date(Zone::Utc, until).to_string();
    let rows: String = looks.iter().map(|look| row(say, look)).collect();
    let title = say.forward_title.replace("{}", brand.as_str());
    let copy = |id: &str, label: &str, text: &str| {
        format!(
            r#"<div class="forward-line"><b id="{id}-label">{label}</b><pre class="page-code" id="{id}" tabindex="0" aria-labelledby="{id}-label" translate="no">{text}</pre><button class="ch-btn ch-quiet" type="button" data-copy="{id}" data-done="{done}" aria-describedby="{id}-label" hidden>{copy}</button></div>"#,
            text = escape(text),
            done = say.copied,
            copy = say.copy,
        )
    };
    let body = format!(
        r#"<section class="ch ch-plain page-card forward-page"><h1>{heading}</h1><p>{lead}</p>
{name}{kind}{value}<p>{ttl}</p>
<h2>{seen}</h2><p id="forward-said" role="status"><b>{status}</b></p>
<div class="docs docs-wide" tabindex="0" role="region" aria-label="{seen}"><table><thead><tr><th scope="col">{asked}</th><th scope="col">{answer}</th><th scope="col">{means}</th></tr></thead><tbody id="forward-looks" data-asked="{asked}" data-answer="{answer}" data-means="{means}">{rows}</tbody></table></div>
<p><a class="ch-btn ch-quiet" href="?lang={lang}">{again}</a></p>
<p>{grants} {lives}</p><p>{ignore}</p></section>
<script type="module" src="/dns.js"></script>"#,
        heading = escape(&title),
        lead = escape(&say.forward_lead.replace("{}", brand.as_str())),
        name = copy("record-name", say.record_name, &place.at),
        kind = format_args!(
            r#"<div class="forward-line"><b>{}</b><pre class="page-code" translate="no">TXT</pre></div>"#,
            say.record_kind
        ),
        value = copy("record-value", say.record_value, &place.text),
        ttl = say.record_ttl,
        seen = say.seen_now,
        status = status(say, &looks, done),
        asked = say.asked,
        answer = say.answer,
        means = say.means,
        again = say.look_again,
        lang = words.locale.code(),
        grants = say.grants_nothing,
        lives = escape(&say.lives_until.replace("{}", &until)),
        ignore = say.ignore,
    );
    document::respond(call, &Page { words, title, about: "", body, status: 200, index: Index::No, head: String::new() })
}

/// The brand and proof of an address, if it is one that was given out.
fn read(call: &EdgeCall, brand: &str, name: &str) -> Option<(BrandDomain, ProofId)> {
    let brand = BrandDomain::parse(brand).ok()?;
    let (id, key) = name.split_once('-')?;
    let proof = ProofId::parse(id).ok()?;
    token::is_forward(&call.settings.token_key, &brand, &proof, key).then_some((brand, proof))
}

fn over(call: &EdgeCall, words: Words, say: &Said) -> Result<Response> {
    let body = format!(r#"<section class="ch ch-plain page-card"><h1>{}</h1><p>{}</p></section>"#, say.over_title, say.over_lead);
    let title = say.over_title.to_owned();
    document::respond(call, &Page { words, title, about: "", body, status: 410, index: Index::No, head: String::new() })
}

fn status(say: &Said, looks: &[Look], done: bool) -> &'static str {
    if done {
        say.all_see
    } else if looks.is_empty() {
        say.not_looked
    } else {
        say.not_all_see
    }
}

fn answer_of(say: &Said, look: &Look) -> String {
    if look.answer.trim().is_empty() { say.nothing.to_owned() } else { look.answer.clone() }
}

fn row(say: &Said, look: &Look) -> String {
    format!(
        r#"<tr><td data-column="{a}">{}</td><td data-column="{b}"><code dir="ltr" translate="no">{}</code></td><td data-column="{c}">{}</td></tr>"#,
        escape(&look.asked),
        escape(&answer_of(say, look)),
        meaning(say, look.finding),
        a = say.asked,
        b = say.answer,
        c = say.means,
    )
}

const fn meaning(say: &Said, finding: Finding) -> &'static str {
    match finding {
        Finding::Found => say.found,
        Finding::Nothing => say.not_there,
        Finding::Different => say.different,
        Finding::Unrelated => say.unrelated,
        Finding::TooMany | Finding::TooLarge => say.too_many,
        Finding::LeadsAway | Finding::BadStatus | Finding::TimedOut | Finding::Unreachable => say.no_answer,
    }
}
