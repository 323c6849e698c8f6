//! The house's public pages: a plain form to flag something, or to ask for a post that names one, without account and without script; what
//! became of that; and the public record.

mod words;

use chie_community::ask::Requested;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_record;
use chie_domain::api::{post_flag, request_removal};
use chie_domain::brand::BrandDomain;
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, PostId};
use chie_domain::matter::{Asked, Matter};
use chie_domain::text::Reason;
use chie_widget::locale::Words as Sentences;
use chie_widget::locale::when::Zone;
use chie_widget::parts::markup::ground_text;
use worker::{Response, Result};

use super::document::{self, Index, Page, escape};
use super::words::Words;
use crate::edge::{EdgeCall, came_of, flag_from_page, record_of, request_from_outside};
use words::House;

fn asked(fields: &[u8], name: &str) -> String {
    let found = form_urlencoded::parse(fields).find(|(key, _)| key == name);
    found.map(|(_, value)| value.into_owned()).unwrap_or_default()
}

fn rule(words: Words, ground: Ground) -> String {
    ground_text(&Sentences::of(words.locale), ground).to_string()
}

fn page(call: &EdgeCall, words: Words, title: &str, body: String, status: u16) -> Result<Response> {
    let about = words.directory_about;
    document::respond(call, &Page { words, title: title.to_owned(), about, body, status, index: Index::No, head: String::new() })
}

/// What was typed so far.
#[derive(Default)]
struct Form {
    ground: Option<Ground>,
    words: String,
    about_me: bool,
    /// The author's name, which can be flagged instead of the post.
    name: Option<MemberId>,
    /// Whether it is.
    about_name: bool,
}

impl Form {
    /// Nothing typed yet.
    fn begun(call: &EdgeCall) -> Self {
        Self { name: MemberId::parse(&asked(call.query.as_bytes(), "name")).ok(), ..Self::default() }
    }

    /// What it is about.
    fn about(&self, page: &Matter) -> Matter {
        self.name.clone().filter(|_| self.about_name).map_or_else(|| page.clone(), Matter::Name)
    }
}

/// The form.
pub(super) fn flag_form(call: &EdgeCall, brand: &str, about: &str) -> Result<Response> {
    let words = Words::of(call);
    match (BrandDomain::parse(brand), Matter::parse(about)) {
        (Ok(brand), Ok(about)) => show(call, words, &brand, &about, &Form::begun(call), None),
        _ => document::not_found(call, words),
    }
}

/// It was sent.
pub(super) async fn flag(call: &EdgeCall, brand: &str, about: &str) -> Result<Response> {
    let words = Words::of(call);
    let (Ok(brand), Ok(about)) = (BrandDomain::parse(brand), Matter::parse(about)) else {
        return document::not_found(call, words);
    };
    let body = match call.body().await {
        Ok(body) => body,
        Err(refusal) => return show(call, words, &brand, &about, &Form::default(), Some(&refusal)),
    };
    let form = Form {
        ground: Ground::from_code(&asked(&body, "ground")),
        words: asked(&body, "words"),
        about_me: !asked(&body, "about_me").is_empty(),
        about_name: asked(&body, "about") == "name",
        ..Form::begun(call)
    };
    match send(call, &brand, &form.about(&about), &form).await {
        Ok(done) => thanked(call, words, &brand, &done),
        Err(refusal) => show(call, words, &brand, &about, &form, Some(&refusal)),
    }
}

/// Whether it is hidden now, and the key of somebody who asked from outside.
struct Done {
    hidden: bool,
    receipt: Option<String>,
}

async fn send(call: &EdgeCall, brand: &BrandDomain, about: &Matter, form: &Form) -> std::result::Result<Done, ApiError> {
    let ground = form.ground.ok_or_else(|| ApiError::of_field("missing_field", "choose one", "ground"))?;
    if let (true, Matter::Post(post)) = (form.about_me, about) {
        let words = Reason::parse(&form.words).map_err(|error| ApiError::from_value(&error, "words"))?;
        let request = request_removal::Request { post: post.clone(), ground, words };
        let done = request_from_outside(call, brand, request).await?;
        return Ok(Done { hidden: done.hidden, receipt: Some(done.receipt) });
    }
    let words = if form.words.trim().is_empty() { None } else { Some(Reason::parse(&form.words)) };
    let words = words.transpose().map_err(|error| ApiError::from_value(&error, "words"))?;
    let request = post_flag::Request { about: about.clone(), ground, words };
    Ok(Done { hidden: flag_from_page(call, brand, request).await?, receipt: None })
}

fn thanked(call: &EdgeCall, words: Words, brand: &BrandDomain, done: &Done) -> Result<Response> {
    let house = House::in_language(words.locale);
    let state = if done.hidden { house.hidden_now } else { house.looked_at };
    let key = done.receipt.as_ref().map_or_else(String::new, |receipt| {
        let link = escape(&format!("{}/request/{brand}/{receipt}?lang={}", call.home(), words.locale.code()));
        format!(r#"<h2>{}</h2><p>{}</p><p class="page-code"><a href="{link}">{link}</a></p>"#, house.key_title, house.key_about)
    });
    let body = format!(
        r#"<section class="ch ch-plain page-card" role="status"><h1>{}</h1><p>{state}</p>{key}<p class="page-docs"><a href="/record/{brand}?lang={lang}">{}</a></p></section>"#,
        house.thanks,
        house.record,
        lang = words.locale.code(),
    );
    page(call, words, house.thanks, body, 200)
}

fn show(
    call: &EdgeCall,
    words: Words,
    brand: &BrandDomain,
    about: &Matter,
    form: &Form,
    refusal: Option<&ApiError>,
) -> Result<Response> {
    let house = House::in_language(words.locale);
    if refusal.is_some_and(|it| it.status() == 404) {
        return document::not_found(call, words);
    }
    let grounds: String = Ground::ALL.into_iter().fold(String::new(), |list, ground| {
        let checked = if form.ground == Some(ground) { " checked" } else { "" };
        list + &format!(
            r#"<label class="page-choice"><input type="radio" name="ground" value="{}" required{checked}><span>{}</span></label>"#,
            ground.code(),
            escape(&rule(words, ground))
        )
    });
    let wrong = |field: &str| match refusal.filter(|it| it.field == field) {
        Some(error) => format!(r#"<p class="page-error" role="alert">{}</p>"#, house.wrong(error)),
        None => String::new(),
    };
    let other = refusal.filter(|it| it.field.is_empty() || !matches!(it.field.as_str(), "ground" | "words"));
    let other = other.map(|error| format!(r#"<p class="page-error" role="alert">{}</p>"#, house.wrong(error))).unwrap_or_default();
    let about_me = if matches!(about, Matter::Post(PostId::Opening(_) | PostId::Reply(_))) {
        let checked = if form.about_me { " checked" } else { "" };
        format!(
            r#"<label class="page-choice"><input type="checkbox" name="about_me" value="1"{checked}><span><b>{}</b><br>{}</span></label>"#,
            house.about_me, house.about_me_hint
        )
    } else {
        String::new()
    };
    let body = format!(
        r#"<section class="ch ch-plain page-card"><h1>{title}</h1><p>{lead}</p>
<form method="post" action="/flag/{brand}/{about}?lang={lang}{named}">{subjects}<fieldset class="page-choices"><legend>{which}</legend>{grounds}</fieldset>{wrong_ground}
<div class="page-field"><label for="words">{words_label}</label><p class="page-hint">{words_hint}</p><textarea id="words" name="words" rows="3" maxlength="500">{typed}</textarea>{wrong_words}</div>
{about_me}{other}<p><button class="ch-btn">{send}</button></p></form>
<p class="page-docs"><a href="/rules?lang={lang}">{rules}</a></p></section>"#,
        title = house.title,
        lead = house.lead,
        named = form.name.as_ref().map(|name| format!("&amp;name={name}")).unwrap_or_default(),
        subjects = subjects(&house, about, form),
        which = house.which,
        words_label = house.words_label,
        words_hint = house.words_hint,
        typed = escape(&form.words),
        send = house.send,
        rules = words.rules,
        lang = words.locale.code(),
        wrong_ground = wrong("ground"),
        wrong_words = wrong("words"),
    );
    page(call, words, house.title, body, refusal.map_or(200, ApiError::status))
}

/// The words or the name, where the post has one.
fn subjects(house: &House, about: &Matter, form: &Form) -> String {
    if form.name.is_none() || !matches!(about, Matter::Post(_)) {
        return String::new();
    }
    let one = |value: &str, label: &str, on: bool| {
        let checked = if on { " checked" } else { "" };
        format!(
            r#"<label class="page-choice"><input type="radio" name="about" value="{value}"{checked}><span>{label}</span></label>"#
        )
    };
    format!(
        r#"<fieldset class="page-choices"><legend>{}</legend>{}{}</fieldset>"#,
        house.about,
        one("post", house.about_post, !form.about_name),
        one("name", house.about_name, form.about_name)
    )
}

/// What became of what somebody outside asked for.
pub(super) async fn request(call: &EdgeCall, brand: &str, receipt: &str) -> Result<Response> {
    let words = Words::of(call);
    let house = House::in_language(words.locale);
    let Ok(brand) = BrandDomain::parse(brand) else { return document::not_found(call, words) };
    let came = match came_of(call, &brand, receipt).await {
        Ok(Some(came)) => came,
        Ok(None) => return document::not_found(call, words),
        Err(_) => return document::away(call, words),
    };
    let Requested { ground, at, decided, .. } = came;
    let texts = chie_widget::locale::Words::of(words.locale);
    let when = |at| texts.exact(Zone::Utc, at).to_string();
    let state = match decided {
        Some((at, verdict)) => format!("<p><b>{}</b> · {}</p>", house.verdict(verdict), escape(&when(at))),
        None => format!("<p>{}</p>", house.waits),
    };
    let body = format!(
        r#"<section class="ch ch-plain page-card"><h1>{}</h1>{state}<p class="page-hint">{} · {}</p></section>"#,
        house.request_title,
        escape(&when(at)),
        escape(&rule(words, ground)),
    );
    page(call, words, house.request_title, body, 200)
}

/// The public record.
pub(super) async fn record(call: &EdgeCall, brand: &str) -> Result<Response> {
    let words = Words::of(call);
    let house = &House::in_language(words.locale);
    let Ok(brand) = BrandDomain::parse(brand) else { return document::not_found(call, words) };
    let Ok(record) = record_of(call, &brand).await else { return document::away(call, words) };
    let texts = chie_widget::locale::Words::of(words.locale);
    let closed = record.taken_down.map(|(at, ground)| {
        let when = escape(&texts.exact(Zone::Utc, at));
        format!(r#"<p class="page-error">{} {when}: {}</p>"#, house.closed, escape(&rule(words, ground)))
    });
    let body = format!(
        r#"<section class="ch ch-plain page-card docs"><h1>{title}: <bdi>{brand}</bdi></h1><p>{lead}</p>{closed}
<div class="docs-wide" tabindex="0" role="region" aria-label="{title}"><table class="page-record"><thead><tr><th scope="col">{ground}</th>{columns}</tr></thead><tbody>{rows}</tbody></table></div>
<p class="page-hint">{reading}</p><h2>{appeals_title}</h2><p>{appeals}</p><h2>{decided_title}</h2>{verdicts}
<p class="page-docs"><a href="/rules?lang={lang}">{rules}</a></p><p class="page-hint"><a href="/v1/communities/{brand}/record">JSON</a></p></section>"#,
        title = house.record,
        lead = house.record_lead,
        closed = closed.unwrap_or_default(),
        ground = house.ground,
        columns = Asked::ALL.map(|asked| format!(r#"<th scope="col">{}</th>"#, house.asked(asked))).concat(),
        rows = rows(words, house, &record, &texts),
        reading = house.reading,
        appeals_title = house.appeals_title,
        appeals = house.appeals(record.appeals, record.appeals_upheld, record.appeals_waiting),
        decided_title = house.decided_title,
        verdicts = verdicts(house, &record),
        rules = words.rules,
        lang = words.locale.code(),
    );
    page(call, words, house.record, body, 200)
}

fn verdicts(house: &House, record: &get_record::Response) -> String {
    if record.verdicts.is_empty() {
        return format!("<p>{}</p>", house.nothing);
    }
    let lines: Vec<String> =
        record.verdicts.iter().map(|(verdict, number)| format!("<li>{}: {number}</li>", house.verdict(*verdict))).collect();
    format!("<ul>{}</ul>", lines.concat())
}

fn rows(words: Words, house: &House, record: &get_record::Response, texts: &chie_widget::locale::Words) -> String {
    let cell = |count: &get_record::Count| {
        let (column, number) = (house.asked(count.asked), texts.number(count.number));
        let came = if count.number == 0 {
            "–".to_owned()
        } else {
            format!("{number} <small>({} / {})</small>", count.upheld, count.not_upheld)
        };
        format!(r#"<td data-column="{column}">{came}</td>"#)
    };
    let row = |line: &get_record::Line| {
        let cells: String = line.by.iter().map(cell).collect();
        format!(r#"<tr><th scope="row">{}</th>{cells}</tr>"#, escape(&rule(words, line.ground)))
    };
    record.lines.iter().map(row).collect()
}
