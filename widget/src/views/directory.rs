//! The directory: one field to find a maker or a product, what was found, and a form that opens a community for what was
//! not. Both are plain forms: they need no script, and what was wrong comes back beside its field with everything kept.

use crate::locale::when::Zone;
use crate::locale::{Msg, Words};
use crate::parts::field::{Entry, Field, field};
use crate::parts::icon;
use crate::views::failure::sentence;
use chie_domain::api::error::ApiError;
use chie_domain::api::search_directory::{BrandEntry, Response};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, Properties, classes, function_component, html};

/// The fields of the form that opens a community.
const FIELDS: [&str; 4] = ["domain", "product_name", "name", "product"];

/// What stands in the form that opens a community: nothing at first, and what was typed when it was refused.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OpenForm {
    /// The maker's domain.
    pub domain: String,
    /// What the maker is called.
    pub name: String,
    /// The product's name.
    pub product_name: String,
    /// The product's key.
    pub product: String,
    /// Why it was refused.
    pub refusal: Option<ApiError>,
}

/// What the page is made from.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DirectoryProps {
    /// What was found.
    pub result: Response,
    /// What was looked for.
    pub query: AttrValue,
    /// What stands in the form.
    pub form: OpenForm,
    /// The words.
    pub words: Rc<Words>,
}

/// The directory.
#[function_component]
pub fn Directory(props: &DirectoryProps) -> Html {
    let DirectoryProps { result, query, words, .. } = props;
    let looked = !query.trim().is_empty();
    html! {
        <section class="ch ch-plain" lang={words.lang()} dir={words.direction()}>
            <div class="ch-head"><h1 class="ch-h">{ words.text(Msg::DirectoryTitle) }</h1></div>
            <form class="ch-ask" role="search" method="get" action="/">
                <input type="hidden" name="lang" value={words.lang()} />
                <div class="ch-ask-line">
                    { icon::icon(icon::FIND) }
                    <input name="q" type="search" value={query.clone()} maxlength="200" dir="auto" autocomplete="off"
                        aria-label={words.text(Msg::DirectoryField)} placeholder={words.text(Msg::DirectoryField)} />
                    <button type="submit" class="ch-btn">{ words.text(Msg::DirectoryButton) }</button>
                </div>
            </form>
            { found(words, result, query, looked) }
            { open_form(props) }
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
                    <li><a href={["/c/", domain, "/", product.key.as_str(), "?lang=", words.lang()].concat()}><bdi>{ product.name.as_str() }</bdi></a>{ " " }<span class="ch-num">{ words.number(product.threads) }</span></li>
                }) }
            </ul>
        </li>
    }
}

fn open_form(props: &DirectoryProps) -> Html {
    let DirectoryProps { words, form, query, .. } = props;
    // Whoever looked for a domain finds it filled in.
    let looked = query.contains('.') && !query.trim().contains(' ');
    let domain = if form.domain.is_empty() && looked { query.to_string() } else { form.domain.clone() };
    let line = |name: &'static str, label: Msg, hint: Option<Msg>, value: &str| {
        let wrong = form.refusal.as_ref().filter(|refusal| refusal.field == name).map(|refusal| sentence(words, refusal));
        let it = Field {
            name,
            entry: Entry::Line,
            label: words.text(label),
            hint: hint.map(|hint| words.text(hint)),
            value: value.to_owned().into(),
            wrong,
        };
        field(&it, Callback::noop())
    };
    let elsewhere = form.refusal.as_ref().filter(|refusal| !FIELDS.contains(&refusal.field.as_str()));
    html! {
        <form class="ch-open ch-form" id="open" method="post" action={["/open?lang=", words.lang()].concat()} novalidate=true>
            <h2 class="ch-h">{ words.text(Msg::OpenTitle) }</h2>
            <p class="ch-hint">{ words.text(Msg::OpenText) }</p>
            { line("domain", Msg::DomainLabel, Some(Msg::DomainHint), &domain) }
            { line("product_name", Msg::ProductLabel, Some(Msg::ProductHint), &form.product_name) }
            { line("name", Msg::BrandNameLabel, None, &form.name) }
            { line("product", Msg::KeyLabel, Some(Msg::KeyHint), &form.product) }
            if let Some(refusal) = elsewhere { <p class="ch-note ch-alert" role="alert">{ sentence(words, refusal) }</p> }
            <button type="submit" class="ch-btn ch-wide">{ words.text(Msg::OpenButton) }</button>
            <p class="ch-hint">
                { words.nodes(Msg::RulesLine, &[("rules", html! { <a href={["/rules?lang=", words.lang()].concat()}>{ words.text(Msg::RulesInLine) }</a> })]) }
            </p>
        </form>
    }
}
