//! The sheet with a printed code: for a product, and for each place where it is to hang. Whoever opens the code on a phone is in the
//! product's community, and the place goes along with what they ask. Anybody may print it; it says who runs the place.

use chie_domain::api::get_embed;
use chie_domain::brand::{BrandDomain, Place};
use chie_domain::claim::Stewardship;
use chie_domain::device::place;
use chie_domain::text::ProductKey;
use chie_widget::locale::Locale;
use chie_widget::locale::script::isolated;
use qrcodegen::{QrCode, QrCodeEcc};
use worker::{Response, Result, Url};

use super::document::{self, Index, Page, escape};
use super::words::{Words, sentences};
use crate::edge::{EdgeCall, embed_data};

/// How many places are drawn at once.
const MOST: usize = 24;
/// The white around a code that readers need, in modules.
const QUIET: i32 = 4;

sentences! {
    /// What stands on it and around it.
    Said {
        label: SheetLabel,
        lead: SheetLead,
        places: SheetPlaces,
        hint: SheetHint,
        draw: SheetDraw,
        print: SheetPrint,
        scan: SheetScan,
        back: SheetBack,
        code_of: SheetCodeOf,
    }
}

/// What a link to it says.
pub(super) fn label(locale: Locale) -> &'static str {
    locale.page(chie_widget::locale::Page::SheetLabel)
}

/// The form for the places, and a sheet for each of them.
pub(super) async fn show(call: &EdgeCall, brand: &str, product: &str) -> Result<Response> {
    let words = Words::of(call);
    let (Ok(brand), Ok(product)) = (BrandDomain::parse(brand), ProductKey::parse(product)) else {
        return document::not_found(call, words);
    };
    let request = get_embed::Request { lang: None, at: None, name: None, thread: None, view: None, v: None };
    let embed = match embed_data(call, &brand, &product, &request, Place::Elsewhere, words.locale).await {
        Ok(first) => first.embed,
        Err(error) if error.status() >= 500 => return document::away(call, words),
        Err(_) => return document::not_found(call, words),
    };
    if embed.community.opened.is_none() {
        return document::not_found(call, words);
    }
    let page = format!("{}/c/{}/{}", call.home(), embed.community.brand, embed.product.key);
    if embed.product.key != product || embed.community.brand != brand {
        return Response::redirect_with_status(Url::parse(&format!("{page}/code?{}", call.query))?, 302);
    }
    let said = Said::in_language(words.locale);
    let name = embed.community.name.clone().unwrap_or_else(|| brand.to_string());
    let runs = match embed.product.steward {
        Stewardship::FanMade => format!("{} {}", words.run_by_customers, isolated(&name, false)),
        Stewardship::Official { .. } => format!("{brand}: {}", words.official),
    };
    let places = places(&call.query);
    let sheet = |place: &String| {
        let address = if place.is_empty() {
            page.clone()
        } else {
            format!("{page}?{}", form_urlencoded::Serializer::new(String::new()).append_pair("at", place).finish())
        };
        let below = if place.is_empty() {
            String::new()
        } else {
            format!(r#"<p class="page-sheet-place"><bdi>{}</bdi></p>"#, escape(place))
        };
        format!(
            r#"<section class="page-sheet"><h2><bdi>{product}</bdi></h2><p>{scan}</p>{code}{below}<p class="page-sheet-address" dir="ltr">{address}</p><p class="page-soft">{runs}</p></section>"#,
            product = escape(&embed.product.name),
            scan = said.scan,
            code = code(&address, &said.code_of.replacen("{}", &address, 1)),
            address = escape(&address),
            runs = escape(&runs),
        )
    };
    let sheets: String = places.iter().map(sheet).collect();
    let body = format!(
        r#"<article class="ch ch-plain page-card"><div class="page-screen"><h1>{label}: <bdi>{product}</bdi></h1><p>{lead}</p>
<form method="get" action="{page}/code"><input type="hidden" name="lang" value="{lang}"><div class="page-field"><label for="at">{of}</label><p class="page-hint" id="at-hint">{hint}</p><textarea id="at" name="at" rows="4" maxlength="1600" aria-describedby="at-hint">{typed}</textarea></div><button class="ch-btn">{draw}</button></form>
<p>{print}</p><p class="page-docs"><a href="{page}?lang={lang}">{back}</a></p></div>
{sheets}</article>"#,
        label = said.label,
        product = escape(&embed.product.name),
        lead = said.lead,
        page = escape(&page),
        lang = words.locale.code(),
        of = said.places,
        hint = said.hint,
        typed = escape(&places.join("\n")),
        draw = said.draw,
        print = said.print,
        back = said.back,
    );
    let title = format!("{}: {}", said.label, isolated(&embed.product.name, false));
    document::respond(call, &Page { words, title, about: said.lead, body, status: 200, index: Index::No, head: String::new() })
}

/// The places that a form's address names, each once; one without a name where there are none.
fn places(query: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for (_, text) in form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "at") {
        for one in text.lines().map(place).filter(|one| !one.is_empty()) {
            if all.len() < MOST && !all.contains(&one) {
                all.push(one);
            }
        }
    }
    if all.is_empty() { vec![String::new()] } else { all }
}

/// The code of an address. Neighbours in a line are one stroke.
fn code(address: &str, label: &str) -> String {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else { return String::new() };
    let (long, whole) = (code.size(), code.size() + 2 * QUIET);
    let mut strokes = Vec::new();
    for y in 0..long {
        let mut x = 0;
        while x < long {
            let dark = (x..long).take_while(|x| code.get_module(*x, y)).zip(1..).last().map_or(0, |(_, dark)| dark);
            if dark > 0 {
                strokes.push(format!("M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET));
            }
            x += dark.max(1);
        }
    }
    format!(
        r##"<svg class="page-sheet-code" role="img" aria-label="{label}" viewBox="0 0 {whole} {whole}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{whole}v{whole}h-{whole}z"/><path d="{path}"/></svg>"##,
        label = escape(label),
        path = strokes.concat(),
    )
}
