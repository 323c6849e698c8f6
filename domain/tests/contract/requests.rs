//! Requests are small flat objects that say nothing about rights, origins or times.

use super::endpoints;
use super::samples::{brand, email, key, photo_id, reply_id, thread_id};
use chie_domain::api::{
    ask_privately, change_set_up, claim_threads, come_back, confirm_code, count_reading, decide, doubt_name, edit_post, get_audit,
    get_desk, get_embed, get_helping, get_photo, get_thread, get_triage, invite_person, join_former, judge_name, lift_danger,
    list_threads, make_brand_key, make_key, make_webhook, mark_official_answer, merge_product, open_community, post_appeal,
    post_comment, post_flag, post_note, post_official_reply, post_photo, post_private_note, post_private_photo, post_reply,
    post_thread, remove_post, request_code, request_proof, request_removal, search_directory, search_threads, set_accepted,
    set_alias, set_caution, set_champion, set_duplicate, set_emergency, set_follow, set_guard, set_helping, set_hours,
    set_introduction, set_kind, set_me_too, set_mood, set_my_name, set_name, set_not_solved, set_objection, set_photo_open,
    set_product, set_role, set_saved_reply, set_search_words, set_signpost, set_sites, set_star, set_status, set_tags, set_taken,
    settle_arrivals, sign_on, suggest_threads,
};
use chie_domain::api_key::KeyScopes;
use chie_domain::brand::{Host, Place};
use chie_domain::claim::{Reach, ThreadIds};
use chie_domain::device::DeviceFacts;
use chie_domain::ground::Ground;
use chie_domain::hours::{Holidays, Week, ZoneName};
use chie_domain::id::PostId;
use chie_domain::markup::SafeUrl;
use chie_domain::matter::{Matter, Verdict};
use chie_domain::mood::Face;
use chie_domain::photo::{Album, Attached, Colours};
use chie_domain::policy::Role;
use chie_domain::private::Wanted;
use chie_domain::proof::Method;
use chie_domain::set_up::{Aliases, PageAddress};
use chie_domain::sign_on::SignOnToken;
use chie_domain::site::Sites;
use chie_domain::tag::Tags;
use chie_domain::text::{
    AltText, Body, BrandName, DisplayName, MoodWords, PersonLine, ProductName, ProductVersion, Reason, SearchText, Sought, Title,
    WordLines,
};
use chie_domain::thread::{Kind, OfficialWord, Phase};
use chie_domain::webhook::{HookAddress, HookEvent, HookEvents};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

struct Sample {
    endpoint: &'static str,
    json: Value,
    read: fn(Value) -> Result<(), String>,
}

fn sample<R: serde::Serialize + DeserializeOwned>(endpoint: &'static str, request: &R) -> Sample {
    let json = serde_json::to_value(request).expect("json");
    Sample { endpoint, json, read: |json| serde_json::from_value::<R>(json).map(|_| ()).map_err(|error| error.to_string()) }
}

fn sought() -> Sought {
    Sought::parse("lid").expect("a text")
}

fn lines(text: &str) -> Option<WordLines> {
    WordLines::parse(text).ok()
}

/// One photo with its words.
fn album() -> Album {
    let alt = AltText::parse("The lid, from above").ok();
    Album::try_from(vec![Attached { id: photo_id(), alt }]).expect("an album")
}

/// One request of each endpoint with every field filled in.
#[expect(clippy::too_many_lines, reason = "one entry of a list for each endpoint")]
fn every_request() -> Vec<Sample> {
    let body = Body::parse("It **leaks**.").expect("a body");
    let name = DisplayName::parse("Aoi").expect("a name");
    let product_name = ProductName::parse("Stove-top Kettle 1.2 L").expect("a name");
    let set_name = product_name.clone();
    let title = Title::parse("The lid sticks").expect("a title");
    let reason = Reason::parse("It locks on purpose.").expect("a reason");
    let q = SearchText::parse("lid").expect("a text");
    let cursor = Some("cursor".to_owned());
    let photos = album();
    let page = PageAddress::parse("https://www.acme.example/help?thread={thread}").ok();
    vec![
        sample("ask_privately", &ask_privately::Request { wanted: Wanted::Serial, body: body.clone() }),
        sample(
            "change_set_up",
            &change_set_up::Request {
                answers: Some(true),
                customers_first: Some(false),
                learns: Some(false),
                own_site: Some(true),
                own_help: Some(true),
                help: SafeUrl::parse("https://acme.example/help").ok(),
                page,
            },
        ),
        sample(
            "claim_threads",
            &claim_threads::Request {
                thread: Some(thread_id()),
                threads: ThreadIds::of(&[thread_id()]).ok(),
                product: Some(key()),
                reach: Reach::FromNowOn,
                hello: Some(body.clone()),
                name: Some(name.clone()),
            },
        ),
        sample("come_back", &come_back::Request { secret: "secret".to_owned() }),
        sample("confirm_code", &confirm_code::Request { email: email(), code: "123456".to_owned(), lang: Some("ja".to_owned()) }),
        sample("count_reading", &count_reading::Request { asked_after: Some(super::samples::reading_id()) }),
        sample(
            "decide",
            &decide::Request {
                about: Matter::Post(PostId::Opening(thread_id())),
                verdict: Verdict::Moved,
                ground: Some(Ground::OffTopic),
                words: Reason::parse("It is about the pan.").ok(),
                of: Some(thread_id()),
                product: Some(key()),
            },
        ),
        sample("doubt_name", &doubt_name::Request { words: reason.clone() }),
        sample("edit_post", &edit_post::Request { title: Some(title.clone()), body: Some(body.clone()), personal_data_ok: true }),
        sample("export_me", &chie_domain::api::export_me::Request { cursor: cursor.clone() }),
        sample("get_audit", &get_audit::Request { after: Some(500) }),
        sample("get_desk", &get_desk::Request { cursor: cursor.clone() }),
        sample(
            "get_embed",
            &get_embed::Request {
                lang: Some("ja".to_owned()),
                at: Some(Place::Own),
                name: Some(product_name.clone()),
                thread: Some(thread_id()),
                view: Some(get_embed::First::Ask),
                v: Some(get_embed::VERSION),
            },
        ),
        sample("get_helping", &get_helping::Request { product: Some(key()) }),
        sample("get_photo", &get_photo::Request { key: Some("abc".to_owned()) }),
        sample("get_thread", &get_thread::Request { cursor: cursor.clone(), around: Some(reply_id()) }),
        sample("get_triage", &get_triage::Request { cursor: Some("cursor".to_owned()) }),
        sample("invite_person", &invite_person::Request { email: email(), role: Role::Observer }),
        sample("join_former", &join_former::Request { code: Some("abcd-efgh".to_owned()) }),
        sample("judge_name", &judge_name::Request { what: judge_name::Judgement::Release }),
        sample("lift_danger", &lift_danger::Request { reason: reason.clone() }),
        sample(
            "list_threads",
            &list_threads::Request {
                product: Some(key()),
                phase: Some(Phase::Open),
                kind: Some(Kind::Problem),
                order: list_threads::Order::Waiting,
                cursor,
                limit: Some(20),
                tag: Some(super::samples::tag()),
            },
        ),
        sample(
            "make_brand_key",
            &make_brand_key::Request { name: name.clone(), scopes: KeyScopes::parse("read answer").expect("scopes"), days: 90 },
        ),
        sample("make_key", &make_key::Request { name: name.clone(), days: 90 }),
        sample(
            "make_webhook",
            &make_webhook::Request {
                address: HookAddress::parse("https://www.acme.example/hooks/chie").expect("an address"),
                events: HookEvents::of(&[HookEvent::Asked, HookEvent::Danger]).expect("events"),
            },
        ),
        sample("mark_official_answer", &mark_official_answer::Request { reply: Some(reply_id()) }),
        sample("merge_product", &merge_product::Request { into: key() }),
        sample(
            "open_community",
            &open_community::Request {
                domain: brand(),
                name: Some(BrandName::parse("Acme").expect("a name")),
                product_name: product_name.clone(),
                product: Some(key()),
            },
        ),
        sample(
            "post_appeal",
            &post_appeal::Request { about: Matter::Badge, words: Reason::parse("It is mine.").expect("a reason") },
        ),
        sample("post_comment", &post_comment::Request { body: body.clone(), name: Some(name.clone()), personal_data_ok: true }),
        sample("post_flag", &post_flag::Request { about: Matter::Badge, ground: Ground::Spam, words: Reason::parse("Look.").ok() }),
        sample("post_note", &post_note::Request { body: body.clone() }),
        sample(
            "post_official_reply",
            &post_official_reply::Request { body: body.clone(), name: name.clone(), under: Some(reply_id()) },
        ),
        sample("post_photo", &post_photo::Request { colours: Some(Colours::default()) }),
        sample("post_private_note", &post_private_note::Request { body: body.clone(), photos: album() }),
        sample("post_private_photo", &post_private_photo::Request { colours: Some(Colours::default()) }),
        sample(
            "post_reply",
            &post_reply::Request { body: body.clone(), name: Some(name.clone()), personal_data_ok: true, photos: photos.clone() },
        ),
        sample(
            "post_thread",
            &post_thread::Request {
                product: key(),
                product_name: Some(product_name),
                kind: Kind::Problem,
                title,
                body: Some(body.clone()),
                name: Some(name.clone()),
                mood: Some(Face::Sad),
                mood_words: MoodWords::parse("tea for nine years").ok(),
                facts: DeviceFacts::parse("browser=Firefox 141").ok(),
                personal_data_ok: true,
                photos,
            },
        ),
        sample("remove_post", &remove_post::Request { thread: thread_id(), reply: Some(reply_id()), ground: Ground::PersonalData }),
        sample("request_code", &request_code::Request { email: email(), lang: Some("en".to_owned()) }),
        sample(
            "request_proof",
            &request_proof::Request {
                method: Method::File,
                host: Some(Host::parse("www.acme.example").expect("a host")),
                fresh: false,
            },
        ),
        sample(
            "request_removal",
            &request_removal::Request {
                post: PostId::Reply(reply_id()),
                ground: Ground::PersonalData,
                words: Reason::parse("It names me.").expect("a reason"),
            },
        ),
        sample("search_directory", &search_directory::Request { q: Some(q.clone()) }),
        sample(
            "search_threads",
            &search_threads::Request {
                q: Some(sought()),
                product: Some(key()),
                kind: Some(Kind::Problem),
                phase: Some(Phase::Open),
                answered: Some(search_threads::Answered::Any),
                steward: Some(search_threads::Steward::FanMade),
                within: Some(search_threads::Within::Month),
                order: search_threads::Sort::Active,
                cursor: Some("cursor".to_owned()),
                limit: Some(20),
            },
        ),
        sample("set_accepted", &set_accepted::Request { on: true }),
        sample("set_alias", &set_alias::Request { on: true }),
        sample("set_caution", &set_caution::Request { reason: Some(reason.clone()) }),
        sample("set_champion", &set_champion::Request { on: true }),
        sample("set_duplicate", &set_duplicate::Request { of: Some(thread_id()) }),
        sample("set_emergency", &set_emergency::Request { link: SafeUrl::parse("https://acme.example/emergency").ok() }),
        sample("set_follow", &set_follow::Request { on: true }),
        sample("set_guard", &set_guard::Request { slow: 5, hold_newcomers: true, hours: Some(6) }),
        sample("set_helping", &set_helping::Request { product: key(), on: true }),
        sample(
            "set_hours",
            &set_hours::Request {
                zone: ZoneName::parse("Asia/Tokyo").ok(),
                ahead: 540,
                week: Week::parse("mon 9-12").expect("a week"),
                holidays: Holidays::parse("2026-12-31").expect("days"),
                goal: 240,
            },
        ),
        sample(
            "set_introduction",
            &set_introduction::Request { line: PersonLine::parse("I build kettles.").ok(), face: Some(photo_id()) },
        ),
        sample("set_kind", &set_kind::Request { kind: Kind::Idea }),
        sample("set_me_too", &set_me_too::Request { on: true }),
        sample("set_mood", &set_mood::Request { face: Face::Glad }),
        sample("set_my_name", &set_my_name::Request { name: name.clone() }),
        sample("set_name", &set_name::Request { name: BrandName::parse("Acme").ok() }),
        sample("set_not_solved", &set_not_solved::Request { on: true }),
        sample("set_objection", &set_objection::Request { on: true }),
        sample("set_photo_open", &set_photo_open::Request { open: true }),
        sample(
            "set_product",
            &set_product::Request { name: set_name, aliases: Aliases::parse("KT-1200, やかん").expect("names"), retired: true },
        ),
        sample("set_role", &set_role::Request { role: Role::Observer }),
        sample("set_saved_reply", &set_saved_reply::Request { title: name.clone(), body: Some(body.clone()) }),
        sample(
            "set_search_words",
            &set_search_words::Request { synonyms: lines("lid, cover"), aliases: lines("kettle: AC-100"), shipped: true },
        ),
        sample("set_signpost", &set_signpost::Request { from: Some(super::samples::T0) }),
        sample("set_sites", &set_sites::Request { sites: Sites::parse("shop.acme.example").expect("a list") }),
        sample("set_star", &set_star::Request { on: false }),
        sample(
            "set_status",
            &set_status::Request {
                word: Some(OfficialWord::AsDesigned),
                reason: Some(reason),
                version: ProductVersion::parse("1.3").ok(),
            },
        ),
        sample("set_tags", &set_tags::Request { tags: Tags::parse("gas, hard water").expect("tags") }),
        sample("set_taken", &set_taken::Request { on: true }),
        sample(
            "settle_arrivals",
            &settle_arrivals::Request {
                threads: ThreadIds::of(&[thread_id()]).expect("threads"),
                what: settle_arrivals::Settle::Ask,
                body: Some(body.clone()),
                name: Some(name.clone()),
            },
        ),
        sample("sign_on", &sign_on::Request { token: SignOnToken::parse("e30.e30.c2ln").expect("a token") }),
        sample("suggest_threads", &suggest_threads::Request { q: sought(), product: Some(key()) }),
    ]
}

/// A photo of that name's end.
fn photo(end: &str) -> Value {
    json!({ "id": format!("f_{end:0>26}") })
}

fn with(json: &Value, field: &str, value: Value) -> Value {
    let mut json = json.clone();
    if let Some(fields) = json.as_object_mut() {
        fields.insert(field.to_owned(), value);
    }
    json
}

#[test]
fn there_is_a_sample_of_every_request() {
    let samples: Vec<&str> = every_request().iter().map(|it| it.endpoint).collect();
    let requests: Vec<String> =
        endpoints().into_iter().filter(|(_, source)| source.contains("pub struct Request")).map(|(name, _)| name).collect();
    assert_eq!(samples, requests);
}

#[test]
fn requests_are_flat() {
    for Sample { endpoint, json, .. } in every_request() {
        let fields = json.as_object().expect("an object");
        // The photos of a post are a list of flat things.
        for (field, value) in fields.iter().filter(|(field, _)| *field != "photos") {
            assert!(!value.is_object() && !value.is_array(), "{endpoint}.{field} is not flat");
            assert!(!value.is_null(), "{endpoint}.{field} is not filled in, so nobody knows whether it is flat");
        }
    }
}

#[test]
fn a_request_is_read_as_it_was_written() {
    for Sample { endpoint, json, read } in every_request() {
        assert_eq!(read(json), Ok(()), "{endpoint}");
    }
}

#[test]
fn nobody_writes_what_chie_works_out() {
    for Sample { endpoint, json, read } in every_request() {
        for (field, value) in [
            ("official", json!(true)),
            ("role", json!("owner")),
            ("created_at", json!(0)),
            ("at", json!(0)),
            ("author", json!("m_00000000000000000000000000")),
            ("member", json!("m_00000000000000000000000000")),
            ("steward", json!("official")),
            ("status", json!("planned")),
            ("visibility", json!("public")),
            ("brand", json!("acme.example")),
            ("id", json!("t_00000000000000000000000000")),
            ("__proto__", json!({})),
        ] {
            // `at` is a word of the embed's address: where the tag stands.
            if json.get(field).is_none() {
                assert!(read(with(&json, field, value)).is_err(), "{endpoint} takes {field}");
            }
        }
    }
}

#[test]
fn a_field_of_another_type_or_form_is_refused() {
    for Sample { endpoint, json, read } in every_request() {
        for field in json.as_object().expect("an object").keys() {
            for wrong in [json!({}), json!([]), json!(["a"]), json!({ "a": 1 }), json!(-1.5)] {
                let none = field == "photos" && wrong == json!([]);
                assert!(none || read(with(&json, field, wrong.clone())).is_err(), "{endpoint}.{field} takes {wrong}");
            }
        }
        assert!(read(json!("text")).is_err() && read(Value::Null).is_err(), "{endpoint} takes what is no object");
    }
}

#[test]
fn a_text_is_refused_with_its_code() {
    let samples = every_request();
    for (endpoint, field, value, code) in [
        ("post_thread", "title", json!(" \n "), "empty: "),
        ("post_thread", "title", json!("あ".repeat(141)), "too_long: "),
        ("post_thread", "title", json!("a\u{202e}b"), "forbidden_character: "),
        ("post_thread", "product", json!("../kettle"), "malformed: "),
        ("post_thread", "kind", json!("rant"), "unknown variant"),
        ("post_reply", "body", json!("a\u{0}b"), "forbidden_character: "),
        ("post_reply", "name", json!("A\u{200b}cme"), "forbidden_character: "),
        ("request_code", "email", json!("aoi@acme.example\r\nBcc: b@acme.example"), "malformed: "),
        ("open_community", "domain", json!("127.0.0.1"), "ip_address: "),
        ("open_community", "domain", json!("localhost"), "local_name: "),
        ("open_community", "domain", json!("acme.example:80"), "malformed_domain: "),
        ("remove_post", "thread", json!("r_00000000000000000000000000"), "malformed_id: "),
        ("set_status", "word", json!("fan_made"), "unknown variant"),
        ("set_status", "version", json!(" "), "empty: "),
        ("post_thread", "mood", json!("smug"), "unknown variant"),
        ("post_thread", "mood_words", json!("あ".repeat(61)), "too_long: "),
        ("post_thread", "facts", json!("serial=1"), "malformed: "),
        ("edit_post", "title", json!("\n"), "empty: "),
        ("post_comment", "body", json!(" "), "empty: "),
        ("set_caution", "reason", json!("x".repeat(501)), "too_long: "),
        ("set_emergency", "link", json!("javascript:alert(1)"), "unsafe_link: "),
        ("set_sites", "sites", json!("https://shop.acme.example/"), "malformed_domain: "),
        ("set_sites", "sites", json!("10.0.0.8"), "ip_address: "),
        ("set_sites", "sites", json!("printer.local"), "local_name: "),
        ("change_set_up", "help", json!("javascript:alert(1)"), "unsafe_link: "),
        ("change_set_up", "page", json!("http://acme.example/"), "malformed: "),
        ("set_product", "name", json!("A\u{200b}cme"), "forbidden_character: "),
        ("set_product", "aliases", json!("a\u{202e}b"), "forbidden_character: "),
        ("set_hours", "zone", json!("+09:00"), "malformed: "),
        ("post_reply", "photos", json!([0, 1, 2, 3, 4].map(|n| photo(&n.to_string()))), "too_many_photos: "),
        ("post_reply", "photos", json!([photo("0"), photo("0")]), "photo_twice: "),
        ("post_reply", "photos", json!([{ "id": photo_id(), "official": true }]), "unknown field"),
        ("post_reply", "photos", json!([{ "id": photo_id(), "alt": "あ".repeat(301) }]), "too_long: "),
        ("post_reply", "photos", json!([{ "id": thread_id() }]), "malformed_id: "),
        ("post_photo", "colours", json!("red"), "malformed: "),
        ("make_brand_key", "scopes", json!("everything"), "malformed: "),
        ("make_brand_key", "scopes", json!(" "), "empty: "),
        ("make_brand_key", "days", json!(-1), "invalid value"),
        ("make_key", "name", json!(" "), "empty: "),
        ("make_key", "days", json!("90"), "invalid type"),
        ("make_webhook", "address", json!("http://acme.example/"), "malformed: "),
        ("make_webhook", "address", json!("https://10.0.0.1/"), "malformed: "),
        ("make_webhook", "events", json!(""), "empty: "),
        ("make_webhook", "events", json!("test"), "malformed: "),
        ("sign_on", "token", json!("e30.e30"), "malformed: "),
        ("sign_on", "token", json!(format!("e30.e30.{}", "a".repeat(2_041))), "too_long: "),
    ] {
        let it = samples.iter().find(|it| it.endpoint == endpoint).expect("a sample");
        let refused = (it.read)(with(&it.json, field, value)).expect_err("refused");
        assert!(refused.starts_with(code), "{endpoint}.{field}: {refused}");
    }
}

#[test]
fn taking_back_is_said_and_not_left_out() {
    let samples = every_request();
    for (endpoint, field) in [
        ("set_status", "word"),
        ("mark_official_answer", "reply"),
        ("set_caution", "reason"),
        ("set_emergency", "link"),
        ("set_duplicate", "of"),
        ("set_name", "name"),
        ("set_signpost", "from"),
    ] {
        let it = samples.iter().find(|it| it.endpoint == endpoint).expect("a sample");
        assert!((it.read)(json!({})).is_err(), "{endpoint}");
        assert_eq!((it.read)(json!({ field: null })), Ok(()), "{endpoint}");
    }
}
