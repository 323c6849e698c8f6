//! The views as the server draws them: what each look says and never says, valid nesting, escaping, no style attributes.
//! With `CHIE_LOOK` set to a folder, every drawing is written there as a page to look at.
#![cfg(feature = "ssr")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod nesting;
mod sample;
mod told;

use chie_domain::api::get_embed::Embed;
use chie_domain::api::search_directory::{BrandEntry, ProductEntry, Response};
use chie_domain::api::view::{AuthorName, PhotoView, Post, Veil};
use chie_domain::brand::Place;
use chie_domain::claim::Stewardship;
use chie_domain::id::PhotoId;
use chie_domain::photo::Colours;
use chie_domain::thread::{FanStatus, Kind, OfficialWord, Status};
use chie_domain::time::Timestamp;
use chie_widget::locale::{Locale, Words};
use chie_widget::render::OpenForm;
use chie_widget::{render, style};
use sample::{OFFICIAL, said, thread};

fn run(task: impl Future<Output = String>) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let html = tokio::task::LocalSet::new().block_on(&runtime, task);
    assert!(!html.contains(" style="), "a style attribute is refused by strict policies: {html}");
    nesting::check(&html);
    html
}

fn draw(name: &str, embed: Embed) -> String {
    let words = Words::of(Locale::pick(Some(&embed.lang)));
    let lang = embed.lang.clone();
    let html = run(render::embed(embed, words));
    look(name, &lang, &html);
    html
}

/// Writes a drawing to look at.
fn look(name: &str, lang: &str, html: &str) {
    let Ok(folder) = std::env::var("CHIE_LOOK") else { return };
    for theme in ["light", "dark"] {
        let page = format!(
            "<!doctype html><html lang={lang} data-theme={theme}><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>{name}</title><style>{}</style><body><main class=page-main data-theme={theme}>{html}</main>",
            [style::WIDGET, style::WIDGET_REST, style::PAGE].concat()
        );
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(format!("{folder}/{name}-{lang}-{theme}.html"), page).expect("a page");
    }
}

const DENIAL: [(&str, &str); 2] = [("en", "does not run it"), ("ja", "が運営するものではありません")];
const COMPANY: [(&str, &str); 2] = [("en", "Is this your company?"), ("ja", "この会社の方ですか")];

#[test]
fn a_fan_made_place_says_so_and_leads_to_the_maker() {
    for (lang, denial) in DENIAL {
        let html = draw("list-fan", sample::embed(lang, Place::Elsewhere, Stewardship::FanMade));
        assert!(html.contains(denial) && html.contains("<bdi>Acme</bdi>"), "{html}");
        assert!(html.contains(r#"href="https://acme.example/""#));
        let company = format!(r#"href="http://console.localhost:8787/?brand=acme.example&amp;lang={lang}""#);
        assert!(html.contains("ch-fan") && html.contains(&company));
        assert!(html.contains(r#"href="http://localhost:8787/c/acme.example/kettle/t_"#) && html.contains("/rules?lang="));
    }
}

#[test]
fn a_brands_own_page_never_disowns_it_before_proof() {
    for ((lang, denial), (_, company)) in DENIAL.into_iter().zip(COMPANY) {
        for (name, embed) in [
            ("list-pending", sample::embed(lang, Place::Own, Stewardship::FanMade)),
            ("empty-pending", sample::empty(lang, Place::Own)),
        ] {
            let html = draw(name, embed);
            assert!(html.contains("ch-pending") && !html.contains(denial) && !html.contains(company), "{html}");
        }
    }
}

#[test]
fn an_official_place_names_the_domain_first_then_how_and_when() {
    for (lang, method) in [("en", "Domain proven by DNS"), ("ja", "DNS で確認")] {
        let html = draw("list-official", sample::embed(lang, Place::Elsewhere, OFFICIAL));
        let strip = html.split("ch-head").next().expect("a strip");
        let (domain, name) = (strip.find("acme.example").expect("the domain"), strip.find("Acme").expect("the name"));
        assert!(domain < name && strip.contains(method), "{strip}");
        assert!(!html.contains("does not run it") && !html.contains("ch-fan"));
    }
}

#[test]
fn an_official_thread_stands_out_among_fan_made_ones() {
    let html = draw("list-fan", sample::embed("en", Place::Elsewhere, Stewardship::FanMade));
    assert_eq!(html.matches("ch-off").count(), 1);
    assert!(html.contains("Official: In progress") && html.contains("is in this thread"));
    assert!(html.contains("12 have it too") && html.contains("86 want it too") && html.contains("40 minutes ago"));
}

#[test]
fn an_unknown_product_is_an_invitation() {
    let html = draw("empty-fan", sample::empty("en", Place::Elsewhere));
    assert!(html.contains("No questions yet about") && html.contains("Ask the first one."));
    assert!(!html.contains("ch-tabs"));
}

#[test]
fn a_thread_shows_the_three_answers_and_every_voice() {
    for lang in ["en", "ja"] {
        let html = draw("thread", thread(lang, Place::Elsewhere));
        let places: Vec<usize> =
            ["ch-by-brand", "ch-by-asker", "ch-by-crowd"].map(|mark| html.find(mark).expect("an answer")).into();
        assert!(places.is_sorted(), "{places:?}");
        assert!(html.contains("ch-face-rep") && html.contains("ch-gone") && html.contains("ch-note"));
        assert!(html.contains("<pre dir=\"ltr\" tabindex=\"0\"><code>boil --twice\nboil --once</code></pre>"), "{html}");
        assert!(html.contains(r#"rel="nofollow ugc noopener""#));
    }
}

#[test]
fn a_fan_made_thread_denies_and_a_refusal_shows_its_reason() {
    let mut embed = thread("en", Place::Elsewhere);
    let view = embed.thread.as_mut().expect("a thread");
    view.row.steward = Stewardship::FanMade;
    view.badge = None;
    view.answers.remove(0);
    view.row.status = Status::FanMade(FanStatus::SeemsSolved);
    let html = draw("thread-fan", embed);
    assert!(html.contains("does not run it") && html.contains("Seems solved"));

    let mut embed = thread("en", Place::Elsewhere);
    let view = embed.thread.as_mut().expect("a thread");
    view.row.status = said(Kind::Problem, OfficialWord::AsDesigned, Some("The handle is steel on purpose."));
    let html = draw("thread-declined", embed);
    assert!(html.contains("Works as designed") && html.contains("The handle is steel on purpose."));
}

#[test]
fn hostile_text_stays_text() {
    let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
    let mut embed = thread("en", Place::Elsewhere);
    embed.product.name = evil.to_owned();
    embed.community.name = Some(evil.to_owned());
    for row in &mut embed.threads.rows {
        row.title = evil.to_owned();
    }
    let view = embed.thread.as_mut().expect("a thread");
    view.row.title = evil.to_owned();
    view.post = Post::Whole(sample::plain(evil));
    view.author.name = AuthorName::Chosen(evil.to_owned());
    view.answers[0].excerpt = evil.to_owned();
    let list = Embed { thread: None, ..embed.clone() };
    for html in [draw("hostile", embed), draw("hostile-list", list)] {
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
        assert!(html.contains("&lt;script&gt;"));
    }
}

#[test]
fn a_page_of_its_own_has_the_first_heading() {
    let embed = thread("en", Place::Elsewhere);
    let words = || Words::of(Locale::En);
    assert!(run(render::thread_page(embed.clone(), words())).contains("<h1"));
    let list = run(render::list_page(embed, words(), (render::Filter::All, None)));
    assert!(list.contains("<h1") && list.contains("ch-rows"));
}

#[test]
fn the_directory_finds_and_opens() {
    let acme = BrandEntry {
        brand: sample::brand(),
        name: Some("Acme".to_owned()),
        official: None,
        threads: 128,
        products: vec![ProductEntry { key: sample::key(), name: "Stove-top Kettle 1.2 L".to_owned(), threads: 90 }],
    };
    let kettle = BrandEntry {
        brand: chie_domain::brand::BrandDomain::parse("kettle.example").expect("a domain"),
        official: Some(sample::NOW),
        ..acme.clone()
    };
    for (lang, fan) in [("en", "run by customers"), ("ja", "利用者が運営")] {
        let words = || Words::of(Locale::pick(Some(lang)));
        let found = run(render::directory(
            Response { brands: vec![acme.clone(), kettle.clone()] },
            String::new(),
            OpenForm::default(),
            words(),
        ));
        look("directory", lang, &found);
        assert!(found.contains(fan) && found.contains(&format!(r#"href="/c/acme.example/kettle?lang={lang}""#)));
        let none = run(render::directory(Response { brands: Vec::new() }, "pot.example".to_owned(), OpenForm::default(), words()));
        look("directory-none", lang, &none);
        assert!(none.contains(r#"value="pot.example""#));
        let rules = run(render::rules(words()));
        look("rules", lang, &rules);
        assert!(rules.contains(r#"id="personal_data""#));
    }
}

#[test]
fn the_style_is_free_of_what_policies_and_people_refuse() {
    let all = [style::WIDGET, style::WIDGET_REST].concat();
    assert!(!all.contains("@import") && !all.contains("url("));
    assert!(style::WIDGET.contains("prefers-reduced-motion") && style::WIDGET.contains("forced-colors"));
    assert!(all.matches("min-block-size: 44px").count() >= 3);
}

#[test]
fn photos_have_a_shape_before_they_arrive_and_veiled_ones_no_address() {
    let photo = |n: u8, alt: Option<&str>, veil| PhotoView {
        id: PhotoId::mint(Timestamp::from_millis(1), [n; 10]),
        width: 1_600,
        height: 1_200,
        alt: alt.map(str::to_owned),
        veil,
    };
    for (lang, veiled) in [("en", "A guest’s photo."), ("ja", "ゲストの写真です。")] {
        let mut embed = thread(lang, Place::Elsewhere);
        let open = embed.thread.as_mut().expect("a thread");
        let colours = Colours::parse(&"a3c".repeat(12)).expect("colours");
        open.photos = vec![photo(1, Some("\"><b>蓋です</b>"), Veil::Lifted), photo(2, Some("secret words"), Veil::Down(colours))];
        open.replies[0].photos = vec![photo(3, None, Veil::ByKey("abc".to_owned()))];
        let html = draw("thread-photos", embed);
        let [shown, hidden, own] = [1, 2, 3].map(|n| photo(n, None, Veil::Lifted).id.to_string());
        assert!(html.contains(&format!(r#"src="http://localhost:8787/p/{shown}""#)), "{html}");
        assert!(html.contains(r#"width="1600" height="1200" loading="lazy""#) && html.contains("&gt;&lt;b&gt;蓋です"), "{html}");
        assert!(!html.contains(&hidden) && !html.contains("secret words"), "{html}");
        assert!(html.contains(veiled) && html.matches("<rect ").count() == 12 && html.contains(r##"fill="#a3c""##), "{html}");
        assert!(html.contains(&format!("/p/{own}?key=abc")));
        assert!(html.contains(r#"type="file""#) && !html.contains("ch-photos\"></ul>"));
    }
}
