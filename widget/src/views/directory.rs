//! The directory: one field to find a maker or a product, what was found, and a form that opens a community for what was
//! not. The form carries every sentence that it may need, so that its few lines of script hold no words.

use crate::locale::when::Zone;
use crate::locale::{Msg, Words};
use crate::parts::icon;
use chie_domain::api::search_directory::{BrandEntry, Response};
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, classes, function_component, html};

/// What the page is made from.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DirectoryProps {
    /// What was found.
    pub result: Response,
    /// What was looked for.
    pub query: AttrValue,
    /// The words.
    pub words: Rc<Words>,
}

/// The directory.
#[function_component]
pub fn Directory(props: &DirectoryProps) -> Html {
    let DirectoryProps { result, query, words } = props;
    let looked = !query.trim().is_empty();
    html! {
        <section class="ch ch-plain" lang={words.lang()} dir="ltr">
            <div class="ch-head"><h1 class="ch-h">{ words.text(Msg::DirectoryTitle) }</h1></div>
            <form class="ch-ask" role="search" method="get">
                <div class="ch-ask-line">
                    { icon::icon(icon::FIND) }
                    <input name="q" type="search" value={query.clone()} maxlength="200" dir="auto" autocomplete="off"
                        aria-label={words.text(Msg::DirectoryField)} placeholder={words.text(Msg::DirectoryField)} />
                    <button type="submit" class="ch-btn">{ words.text(Msg::DirectoryButton) }</button>
                </div>
            </form>
            { found(words, result, query, looked) }
            { open_form(words, query) }
        </section>
    }
}

fn found(words: &Words, result: &Response, query: &AttrValue, looked: bool) -> Html {
    if result.brands.is_empty() {
        let text = if looked {
            words.nodes(Msg::DirectoryNone, &[("q", html! { <bdi>{ query.trim() }</bdi> })])
        } else {
            html! { { words.text(Msg::DirectoryEmpty) } }
        };
        return html! { <p class="ch-none">{ text }</p> };
    }
    let title = if looked { Msg::DirectoryFound } else { Msg::DirectoryLively };
    html! {
        <>
            <h2 class="ch-group">{ words.text(title) }</h2>
            <ul class="ch-rows ch-brands">{ for result.brands.iter().map(|brand| entry(words, brand)) }</ul>
        </>
    }
}

fn entry(words: &Words, entry: &BrandEntry) -> Html {
    let domain = entry.brand.as_str();
    let (mark, steward) = match entry.official {
        Some(since) => (icon::seal(), words.fill(Msg::OfficialSince, &[("date", &words.date(Zone::Utc, since))])),
        None => (icon::icon(icon::PEOPLE), words.text(Msg::FanMade)),
    };
    html! {
        <li class={classes!("ch-row", entry.official.is_some().then_some("ch-off"))}>
            { mark }
            <h3><span class="ch-domain">{ domain }</span>if let Some(name) = &entry.name { { " " }<bdi class="ch-name">{ name.as_str() }</bdi> }</h3>
            <p class="ch-meta"><span>{ steward }</span><span>{ words.count(Msg::Threads, entry.threads) }</span></p>
            <ul class="ch-products">
                { for entry.products.iter().map(|product| html! {
                    <li><a href={["/c/", domain, "/", product.key.as_str()].concat()}><bdi>{ product.name.as_str() }</bdi></a>{ " " }<span class="ch-num">{ product.threads }</span></li>
                }) }
            </ul>
        </li>
    }
}

/// Every refusal that the form may meet, by code.
const REFUSALS: [(&str, Msg); 13] = [
    ("empty", Msg::WrongEmpty),
    ("missing_field", Msg::WrongEmpty),
    ("forbidden_character", Msg::WrongCharacter),
    ("malformed_domain", Msg::WrongDomain),
    ("ip_address", Msg::WrongIp),
    ("local_name", Msg::WrongLocal),
    ("public_suffix", Msg::WrongSuffix),
    ("name_reserved", Msg::WrongBrandName),
    ("key_needed", Msg::WrongKey),
    ("malformed", Msg::WrongKey),
    ("too_many", Msg::WrongMany),
    ("unavailable", Msg::Unavailable),
    ("other", Msg::WrongOther),
];

fn open_form(words: &Words, query: &AttrValue) -> Html {
    // Whoever looked for a domain finds it filled in.
    let domain = if query.contains('.') && !query.trim().contains(' ') { query.clone() } else { AttrValue::default() };
    let refusals = REFUSALS.map(|(code, msg)| html! { <li data-code={code}>{ words.text(msg) }</li> });
    html! {
        <form class="ch-open ch-form" id="open" data-open-community="" novalidate=true>
            <h2 class="ch-h">{ words.text(Msg::OpenTitle) }</h2>
            <p class="ch-hint">{ words.text(Msg::OpenText) }</p>
            { line(words, "domain", Msg::DomainLabel, Some(Msg::DomainHint), domain) }
            { line(words, "product_name", Msg::ProductLabel, Some(Msg::ProductHint), AttrValue::default()) }
            { line(words, "name", Msg::BrandNameLabel, None, AttrValue::default()) }
            { line(words, "product", Msg::KeyLabel, Some(Msg::KeyHint), AttrValue::default()) }
            <p class="ch-note ch-alert" role="alert" data-wrong="" hidden=true></p>
            <button type="submit" class="ch-btn ch-wide">{ words.text(Msg::OpenButton) }</button>
            <p class="ch-hint">
                { words.nodes(Msg::RulesLine, &[("rules", html! { <a href="/rules">{ words.text(Msg::RulesInLine) }</a> })]) }
            </p>
            <noscript><p class="ch-note">{ words.text(Msg::NeedsScript) }</p></noscript>
            <ul hidden=true data-refusals="">{ for refusals }</ul>
        </form>
    }
}

fn line(words: &Words, name: &'static str, label: Msg, hint: Option<Msg>, value: AttrValue) -> Html {
    let id = AttrValue::from(["ch-open-", name].concat());
    let about = AttrValue::from(["ch-open-", name, "-about"].concat());
    html! {
        <div class="ch-field">
            <label for={id.clone()}>{ words.text(label) }</label>
            <input class="ch-input" id={id} name={name} type="text" value={value} dir="auto" autocomplete="off" aria-describedby={about.clone()} />
            <p class="ch-hint" id={about}><strong class="ch-error" data-wrong={name}></strong>{ " " }if let Some(hint) = hint { { words.text(hint) } }</p>
        </div>
    }
}
