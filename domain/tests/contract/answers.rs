//! Golden answers: the exact JSON and the exact postcard bytes of one sample of everything that is answered, and of every
//! variant. `CHIE_WRITE_GOLDEN=1 cargo test -p chie-domain --test contract` writes them anew; the difference belongs in review,
//! because an older widget still reads the older bytes.

mod samples;

use super::endpoints;
use super::samples::{
    brand, claim, comment, community, guest, key, mine, official_status, page, proof, reason, refusal, reply, row, seat, steward,
    thread,
};
use chie_domain::api::error::ApiError;
use chie_domain::api::get_matter::Sight;
use chie_domain::api::request_proof::Finding;
use chie_domain::api::view::{GuestColour, Post, ProductStanding, Veil};
use chie_domain::api::{
    claim_threads, come_back, confirm_code, count_reading, decide, delete_post, edit_post, get_audit, get_brand_keys,
    get_challenge, get_desk, get_embed, get_figures, get_guard, get_helping, get_history, get_notes, get_people, get_private_notes,
    get_private_photo, get_search_words, get_sessions, get_sign_on, get_sites, get_tags, get_versions, get_webhooks,
    import_community, join_former, lift_danger, make_brand_key, make_keep_link, make_recovery_code, make_sign_on_key, make_webhook,
    mark_official_answer, open_community, post_appeal, post_comment, post_flag, post_official_reply, post_photo,
    post_private_photo, post_reply, post_thread, release_claim, remove_person, remove_post, request_code, request_proof,
    request_removal, search_directory, search_threads, set_accepted, set_caution, set_duplicate, set_emergency, set_follow,
    set_helping, set_hours, set_kind, set_me_too, set_mood, set_not_solved, set_photo_open, set_saved_reply, set_star, set_status,
    set_tags, settle_arrivals, suggest_threads,
};
use chie_domain::api_key::KeyScope;
use chie_domain::badge::Standing;
use chie_domain::brand::Place;
use chie_domain::caution::Warner;
use chie_domain::claim::{ClaimState, Reach, Scope, Stewardship};
use chie_domain::device::FactName;
use chie_domain::event::{Doer, Happening};
use chie_domain::ground::Ground;
use chie_domain::guard::{Guard, SetBy};
use chie_domain::id::PostId;
use chie_domain::level::Level;
use chie_domain::mark::Mark;
use chie_domain::markup::SafeUrl;
use chie_domain::matter::{Asked, Matter, Verdict, Waits};
use chie_domain::mood::Face;
use chie_domain::naming::Naming;
use chie_domain::photo::{Colours, Media};
use chie_domain::policy::Role;
use chie_domain::private::{PrivateStanding, Side, Wanted};
use chie_domain::proof::{Method, ProofState};
use chie_domain::reply::AnswerBy;
use chie_domain::site::Sites;
use chie_domain::text::{DisplayName, ProductVersion};
use chie_domain::thread::{FanStatus, Kind, OfficialWord, Phase, Status};
use chie_domain::webhook::{HookAddress, HookAnswer, HookEvent, HookEvents, HookPayload};
use samples::{aliases, context, exported, hours, naming, overview, people, products, saved, set_up, triage, work};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::{Debug, Write as _};
use std::path::{Path, PathBuf};

/// An exchange in private: what the brand asked, and the answer.
fn private_notes() -> get_private_notes::Response {
    let note = |side, wanted, who: Option<&str>, body: &str, photos| get_private_notes::PrivateNoteView {
        side,
        who: who.map(str::to_owned),
        wanted,
        body: body.to_owned(),
        photos,
        at: super::samples::T0,
        until: super::samples::T0.after(chie_domain::private::LIVES),
    };
    let asked = note(Side::Brand, Some(Wanted::Serial), Some("a…@acme.example"), "It stands under the base.", Vec::new());
    let answered = note(Side::Asker, None, None, "K-100 4711", vec![super::samples::photo_id()]);
    get_private_notes::Response { standing: PrivateStanding::Open, notes: vec![asked, answered] }
}

/// Brand sign-on as an owner sees it.
fn keys() -> get_brand_keys::Response {
    let key = get_brand_keys::ApiKeyView {
        id: super::samples::api_key_id(),
        name: DisplayName::parse("Ticket desk").expect("a name"),
        shown: "chie_bk_q3kZ1y".to_owned(),
        scopes: vec![KeyScope::Read, KeyScope::Answer],
        made: super::samples::T0,
        by: Some("a…@acme.example".to_owned()),
        until: super::samples::T0.after(chie_domain::time::Span::days(90)),
        used: Some(super::samples::T0),
    };
    get_brand_keys::Response { keys: vec![key] }
}

fn made_key() -> make_brand_key::Response {
    make_brand_key::Response { key: "chie_bk_q3kZ1yX8v0b7N5m2L9t4R6s1W8d3F0hJ7cKpQeUaYgI".to_owned(), keys: keys() }
}

fn sign_on() -> get_sign_on::Response {
    let key = get_sign_on::SignOnKeyView {
        id: super::samples::sign_on_key_id(),
        made: super::samples::T0,
        by: Some("a…@acme.example".to_owned()),
        used: Some(super::samples::T0),
    };
    get_sign_on::Response {
        audience: "https://chie.example/acme.example".to_owned(),
        issuer: "acme.example".to_owned(),
        keys: vec![key],
    }
}

/// A webhook as an owner sees it.
fn webhooks() -> Vec<get_webhooks::WebhookView> {
    let delivery = |event, tries, answer: Option<HookAnswer>, next| get_webhooks::DeliveryView {
        id: super::samples::delivery_id(),
        event,
        at: super::samples::T0,
        tries,
        tried: answer.map(|_| super::samples::T0),
        answer,
        next,
    };
    vec![get_webhooks::WebhookView {
        id: super::samples::webhook_id(),
        address: HookAddress::parse("https://www.acme.example/hooks/chie").expect("an address"),
        events: HookEvents::of(&[HookEvent::Asked, HookEvent::Danger]).expect("events"),
        made: super::samples::T0,
        by: Some("a…@acme.example".to_owned()),
        old_signs_until: Some(super::samples::T0),
        failing: Some(super::samples::T0),
        paused: None,
        deliveries: vec![
            delivery(HookEvent::Danger, 0, None, Some(super::samples::T0)),
            delivery(HookEvent::Asked, 2, Some(HookAnswer::Status(503)), Some(super::samples::T0)),
            delivery(HookEvent::Test, 1, Some(HookAnswer::TimedOut), None),
        ],
    }]
}

/// What a webhook is told.
fn payload() -> HookPayload {
    let thread = thread();
    HookPayload {
        what: HookEvent::Replied,
        id: super::samples::delivery_id(),
        at: super::samples::T0,
        brand: brand(),
        address: format!("https://chie.example/c/acme.example/{}/{}", thread.row.product, thread.row.id),
        reply: thread.replies.into_iter().next(),
        thread: Some(thread.row),
        claim: Some(claim()),
    }
}

fn made_webhook() -> make_webhook::Response {
    make_webhook::Response { id: super::samples::webhook_id(), secret: "whsec_c2VjcmV0".to_owned(), webhooks: webhooks() }
}

/// What somebody shows of themselves.
fn introduction() -> chie_domain::api::get_introduction::Response {
    chie_domain::api::get_introduction::Response {
        line: Some("I build kettles.".to_owned()),
        face: Some(super::samples::photo_id()),
    }
}

type Reads = dyn Fn(&str, &[u8]) -> Result<bool, String>;

struct Golden {
    name: &'static str,
    json: String,
    bytes: Vec<u8>,
    /// Reads what is on the disk with today's types, and says whether it is still this value.
    reads: Box<Reads>,
}

fn golden<T: Serialize + DeserializeOwned + PartialEq + Debug + 'static>(name: &'static str, value: T) -> Golden {
    let json = serde_json::to_string_pretty(&value).expect("json") + "\n";
    let bytes = postcard::to_allocvec(&value).expect("postcard");
    let reads = move |json: &str, bytes: &[u8]| {
        let from_json: T = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let from_bytes: T = postcard::from_bytes(bytes).map_err(|error| error.to_string())?;
        Ok(from_json == value && from_bytes == value)
    };
    Golden { name, json, bytes, reads: Box::new(reads) }
}

/// One answer of each endpoint, and the refusal that all of them share.
#[expect(clippy::too_many_lines, reason = "one entry of a list for each endpoint")]
fn every_answer() -> Vec<Golden> {
    let session = || Some("session".to_owned());
    let proven = || request_proof::Response { proof: proof(), seat: Some(seat()) };
    let embed = get_embed::Embed {
        now: super::samples::T0,
        place: Place::Own,
        lang: "ja".to_owned(),
        product: community().products.into_iter().next().expect("a product"),
        community: community(),
        threads: page(),
        thread: Some(thread()),
        home: "https://chie.example".to_owned(),
        console: "https://console.chie.example".to_owned(),
        first: get_embed::First::List,
        says: get_embed::Says {
            hours: Some(get_embed::Open {
                line: "Acme reads here.".to_owned(),
                next: Some(super::samples::T0),
                ahead: 540,
                own: "For you {time}.".to_owned(),
            }),
            sign: Some(get_embed::Sign {
                line: "No new questions.".to_owned(),
                to: "https://acme.example/help".to_owned(),
                way: "Help".to_owned(),
                closed: true,
            }),
        },
    };
    let guard = || get_guard::Response {
        guard: Guard { slow: 5, hold_newcomers: true },
        set: Some(get_guard::Setting {
            by: SetBy::Operator,
            address: Some("o…@acme.example".to_owned()),
            at: super::samples::T0,
            until: super::samples::T0.after(chie_domain::time::Span::hours(24)),
        }),
        lately: 30,
        today: 80,
        held: 4,
        busy: true,
    };
    let sites = || get_sites::Response { sites: Sites::parse("shop.acme.example").expect("a list") };
    let desk = get_desk::Response {
        community: community(),
        proofs: vec![proof()],
        seat: Some(seat()),
        claims: vec![claim()],
        threads: page(),
        former: Some(join_former::Way::ByCode),
        proven: Some(chie_domain::badge::Standing::Fresh),
        learns: true,
    };
    let edited = edit_post::Response {
        title: Some("The lid sticks".to_owned()),
        post: Post::Whole(super::samples::markup()),
        edited: Some(super::samples::T0),
    };
    let version = get_versions::Version { at: super::samples::T0, title: None, words: super::samples::markup() };
    let versions = get_versions::Response { versions: vec![version], source: Some("It **leaks**.".to_owned()) };
    let likely = suggest_threads::Likely {
        row: row(official_status()),
        product_name: "Stove-top Kettle 1.2 L".to_owned(),
        title: vec!["The ".to_owned(), "lid".to_owned(), " sticks".to_owned()],
        answer: vec!["It locks while it boils.".to_owned()],
    };
    let matched = search_threads::Match {
        row: row(official_status()),
        product_name: "Stove-top Kettle 1.2 L".to_owned(),
        title: vec!["The ".to_owned(), "lid".to_owned(), " sticks".to_owned()],
        excerpt: vec![String::new(), "Lids".to_owned(), " lock while it boils.".to_owned()],
    };
    let counts = search_threads::Counts {
        product: vec![search_threads::ProductCount { key: key(), name: "Kettle".to_owned(), threads: 3 }],
        kind: vec![search_threads::Count { value: Kind::Problem, threads: 2 }],
        phase: vec![search_threads::Count { value: Phase::Open, threads: 1 }],
        answered: vec![search_threads::Count { value: search_threads::Answered::Any, threads: 1 }],
        steward: vec![search_threads::Count { value: search_threads::Steward::Official, threads: 3 }],
        within: vec![search_threads::Count { value: search_threads::Within::Week, threads: 3 }],
    };
    let words = get_search_words::Response {
        synonyms: "lid, cover".to_owned(),
        aliases: "kettle: AC-100".to_owned(),
        shipped: true,
        shipped_synonyms: "turn on, power on".to_owned(),
    };
    let entry = search_directory::BrandEntry {
        brand: brand(),
        name: Some("Acme".to_owned()),
        official: Some(super::samples::T0),
        threads: 300,
        products: vec![search_directory::ProductEntry { key: key(), name: "Kettle".to_owned(), threads: 12 }],
    };
    vec![
        golden("ask_privately", private_notes()),
        golden("change_set_up", set_up()),
        golden("check_alias", aliases()),
        golden("check_proof", proven()),
        golden(
            "claim_threads",
            claim_threads::Response { claim: claim(), recovery: Some("abcd-efgh".to_owned()), act: Some(super::samples::act_id()) },
        ),
        golden(
            "come_back",
            come_back::Response {
                session: "session".to_owned(),
                product: key(),
                thread: super::samples::thread_id(),
                mine: mine(),
            },
        ),
        golden("confirm_code", confirm_code::Joined { session: "session".to_owned(), mine: mine() }),
        golden("count_reading", count_reading::Response { receipt: Some(super::samples::reading_id()) }),
        golden("decide", decide::Response { matter: super::samples::matter() }),
        golden("delete_post", delete_post::Response { left: delete_post::Left::Stone }),
        golden("doubt_name", ()),
        golden("edit_post", edited),
        golden("end_my_sessions", ()),
        golden("end_session", ()),
        golden("erase_me", chie_domain::api::erase_me::Response { removed: 3, kept: 4 }),
        golden("export_me", exported()),
        golden("get_aliases", aliases()),
        golden(
            "get_audit",
            get_audit::Response {
                rows: vec![get_audit::Row {
                    seq: 1,
                    at: super::samples::T0,
                    what: "claimed".to_owned(),
                    actor: None,
                    object: Some("c_1".to_owned()),
                    hash: "00ff".to_owned(),
                }],
                more: false,
                broken_at: None,
            },
        ),
        golden("get_brand_keys", keys()),
        golden(
            "get_challenge",
            get_challenge::Response {
                algorithm: "SHA-256".to_owned(),
                challenge: "00ff".to_owned(),
                maxnumber: 50_000,
                salt: "aa?expires=1800000000".to_owned(),
                signature: "ff00".to_owned(),
            },
        ),
        golden("get_community", community()),
        golden("get_context", context()),
        golden("get_desk", desk),
        golden("get_embed", embed),
        golden(
            "get_figures",
            get_figures::Response {
                left_with_answer: 7,
                left_with_answer_ever: 40,
                still_open: 3,
                method: "Counted so.".to_owned(),
            },
        ),
        golden("get_guard", guard()),
        golden(
            "get_helping",
            get_helping::Response { questions: page().rows, hears_of: vec![key()], solved: 14, level: Level::Trusted },
        ),
        golden(
            "get_history",
            get_history::Response {
                lines: vec![get_history::Line { at: super::samples::T0, what: get_history::What::ClaimedThreads(3) }],
            },
        ),
        golden("get_house", super::samples::house()),
        golden("get_introduction", introduction()),
        golden("get_keys", keys()),
        golden("get_matter", super::samples::matter()),
        golden("get_mine", mine()),
        golden("get_naming", naming()),
        golden(
            "get_notes",
            get_notes::Response {
                notes: vec![get_notes::Note { by: None, at: super::samples::T0, body: "Called them.".to_owned() }],
            },
        ),
        golden("get_overview", overview()),
        golden("get_overview_table", "figure,value".to_owned()),
        golden("get_people", people()),
        golden("get_private_notes", private_notes()),
        golden("get_private_photo", get_private_photo::Response { media: Media::Jpeg, bytes: vec![0xff, 0xd8, 0xff] }),
        golden("get_products", products()),
        golden("get_record", super::samples::record()),
        golden("get_search_words", words.clone()),
        golden(
            "get_sessions",
            get_sessions::Response {
                sessions: vec![get_sessions::SessionView {
                    id: super::samples::session_id(),
                    since: super::samples::T0,
                    program: "Firefox".to_owned(),
                    this: true,
                }],
            },
        ),
        golden("get_set_up", set_up()),
        golden("get_sign_on", sign_on()),
        golden("get_sites", sites()),
        golden("get_statement", super::samples::statement()),
        golden("get_tags", get_tags::Response { tags: vec![super::samples::tag()], offered: vec![super::samples::tag()] }),
        golden("get_thread", thread()),
        golden("get_triage", triage()),
        golden("get_versions", versions),
        golden("get_webhooks", get_webhooks::Response { webhooks: webhooks() }),
        golden("get_work", work()),
        golden("import_community", import_community::Response { lines: 4_212 }),
        golden("invite_person", people()),
        golden("join_former", ()),
        golden("judge_name", naming()),
        golden("lift_danger", lift_danger::Response { thread: thread() }),
        golden("list_threads", page()),
        golden("make_brand_key", made_key()),
        golden("make_keep_link", make_keep_link::Response { link: "https://chie.example/keep#acme.example.secret".to_owned() }),
        golden("make_key", made_key()),
        golden("make_recovery_code", make_recovery_code::Response { code: "abcd-efgh".to_owned() }),
        golden(
            "make_sign_on_key",
            make_sign_on_key::Response { id: super::samples::sign_on_key_id(), secret: "secret".to_owned(), sign_on: sign_on() },
        ),
        golden("make_webhook", made_webhook()),
        golden("mark_official_answer", mark_official_answer::Response { thread: thread() }),
        golden("merge_product", products()),
        golden(
            "open_community",
            open_community::Response {
                outcome: open_community::Outcome::WasOpen,
                brand: brand(),
                product: key(),
                session: session(),
            },
        ),
        golden("post_appeal", post_appeal::Response { statement: super::samples::statement() }),
        golden("post_comment", post_comment::Response { comment: comment(), session: session() }),
        golden("post_face", chie_domain::api::post_face::Response { id: super::samples::photo_id() }),
        golden("post_flag", post_flag::Response { hidden: true }),
        golden(
            "post_note",
            get_notes::Response {
                notes: vec![get_notes::Note { by: None, at: super::samples::T0, body: "Called them.".to_owned() }],
            },
        ),
        golden("post_official_reply", post_official_reply::Response { thread: thread() }),
        golden(
            "post_photo",
            post_photo::Response { id: super::samples::photo_id(), width: 1_600, height: 1_200, session: session() },
        ),
        golden("post_private_note", private_notes()),
        golden(
            "post_private_photo",
            post_private_photo::Response { id: super::samples::photo_id(), width: 1_600, height: 1_200, session: None },
        ),
        golden(
            "post_reply",
            post_reply::Response { reply: reply(guest(), Post::Whole(super::samples::markup())), session: session() },
        ),
        golden("post_thread", post_thread::Response { thread: thread(), session: session(), first_answer: Some(190) }),
        golden("release_claim", release_claim::Response { claim: claim() }),
        golden("remove_person", remove_person::Response { standing: Some(get_people::SeatStanding::RemovalAsked) }),
        golden("remove_post", remove_post::Response { ground: Ground::PersonalData }),
        golden("remove_webhook", get_webhooks::Response { webhooks: webhooks() }),
        golden("request_code", request_code::Response { minutes: 10 }),
        golden("request_proof", proven()),
        golden("request_removal", request_removal::Response { receipt: "receipt".to_owned(), hidden: false }),
        golden("revoke_brand_key", keys()),
        golden("revoke_key", keys()),
        golden("revoke_sign_on_key", sign_on()),
        golden("rotate_webhook", made_webhook()),
        golden("search_directory", search_directory::Response { brands: vec![entry] }),
        golden(
            "search_threads",
            search_threads::Response {
                matches: vec![matched],
                next: Some("cursor".to_owned()),
                threads: 3,
                at_least: false,
                counts,
            },
        ),
        golden("send_again", get_webhooks::Response { webhooks: webhooks() }),
        golden("set_accepted", set_accepted::Response { thread: thread() }),
        golden("set_alias", aliases()),
        golden("set_caution", set_caution::Response { thread: thread() }),
        golden("set_champion", people()),
        golden("set_duplicate", set_duplicate::Response { thread: thread() }),
        golden("set_emergency", set_emergency::Response { link: SafeUrl::parse("https://acme.example/emergency").ok() }),
        golden("set_follow", set_follow::Response { on: true, session: session() }),
        golden("set_guard", guard()),
        golden("set_helping", set_helping::Response { on: true }),
        golden("set_hours", set_hours::Response { hours: hours() }),
        golden("set_introduction", introduction()),
        golden("set_kind", set_kind::Response { thread: thread() }),
        golden("set_me_too", set_me_too::Response { me_too: 8, session: session() }),
        golden("set_mood", set_mood::Response { thread: thread() }),
        golden("set_my_name", mine()),
        golden("set_name", naming()),
        golden("set_not_solved", set_not_solved::Response { thread: thread() }),
        golden("set_objection", people()),
        golden("set_photo_open", set_photo_open::Response { photo: super::samples::photo(Veil::Lifted) }),
        golden("set_product", products()),
        golden("set_role", people()),
        golden("set_saved_reply", set_saved_reply::Response { saved: vec![saved()] }),
        golden("set_search_words", words),
        golden("set_signpost", set_up()),
        golden("set_sites", sites()),
        golden("set_star", set_star::Response { stars: 5, session: None }),
        golden("set_status", set_status::Response { thread: thread() }),
        golden("set_tags", set_tags::Response { tags: vec![super::samples::tag()] }),
        golden("set_taken", ()),
        golden("settle_arrivals", settle_arrivals::Response { settled: 3 }),
        golden("sign_on", chie_domain::api::sign_on::Response { session: "session".to_owned(), test: false, mine: mine() }),
        golden("suggest_threads", suggest_threads::Response { likely: vec![likely] }),
        golden("test_webhook", get_webhooks::Response { webhooks: webhooks() }),
        golden("undo_claim", ()),
        golden(
            "signed_in",
            confirm_code::SignedIn { email: "aoi@acme.example".to_owned(), brands: vec![brand()], operator: false },
        ),
        golden("webhook_payload", payload()),
        golden("error", ApiError::of_field("too_long", "at most 140 characters fit here", "title")),
    ]
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for line in bytes.chunks(32) {
        for byte in line {
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\n');
    }
    text
}

fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap_or_default(), 16).unwrap_or_default();
    digits.chunks(2).map(byte).collect()
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// What lies there; written anew first where that is asked for.
fn kept(name: &str, now: &str) -> String {
    if std::env::var_os("CHIE_WRITE_GOLDEN").is_some() {
        std::fs::write(place(name), now).expect("written");
    }
    std::fs::read_to_string(place(name)).unwrap_or_default()
}

#[test]
fn every_endpoint_has_a_golden_answer() {
    // A picture is answered as it is.
    let endpoints: Vec<String> = endpoints().into_iter().map(|(name, _)| name).filter(|name| name != "get_photo").collect();
    let samples: Vec<&str> = every_answer()
        .iter()
        .map(|it| it.name)
        .filter(|name| !matches!(*name, "signed_in" | "webhook_payload" | "error"))
        .collect();
    assert_eq!(samples, endpoints);
}

#[test]
fn answers_are_as_they_were() {
    for it in every_answer() {
        let json = kept(&format!("{}.json", it.name), &it.json);
        let bytes = kept(&format!("{}.postcard.hex", it.name), &hex(&it.bytes));
        assert_eq!(json, it.json, "{}.json", it.name);
        assert_eq!(bytes, hex(&it.bytes), "{}.postcard.hex", it.name);
        assert_eq!((it.reads)(&json, &unhex(&bytes)), Ok(true), "{}", it.name);
    }
}

#[test]
fn nothing_lies_among_the_golden_files_that_is_not_answered() {
    let known: Vec<String> = every_answer()
        .iter()
        .flat_map(|it| [format!("{}.json", it.name), format!("{}.postcard.hex", it.name)])
        .chain(["variants.txt".to_owned()])
        .collect();
    for entry in std::fs::read_dir(place("")).expect("a folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        assert!(known.contains(&name), "{name} belongs to nothing");
    }
}

fn variants<T: Serialize>(text: &mut String, title: &str, all: impl IntoIterator<Item = T>) {
    for one in all {
        let json = serde_json::to_string(&one).expect("json");
        let bytes = hex(&postcard::to_allocvec(&one).expect("postcard"));
        let _ = writeln!(text, "{title} {json} {}", bytes.trim_end().replace('\n', ""));
    }
}

#[test]
fn variants_keep_their_names_and_places() {
    let at = super::samples::T0;
    let mut text = String::new();
    variants(&mut text, "answer_by", [AnswerBy::Brand, AnswerBy::Asker, AnswerBy::Crowd]);
    variants(&mut text, "caution_by", [Warner::Brand(brand()), Warner::FormerBrand(brand()), Warner::Operator]);
    variants(&mut text, "asked", Asked::ALL);
    variants(&mut text, "claim_state", [ClaimState::Live, ClaimState::Released { at }]);
    variants(&mut text, "doer", Doer::ALL);
    variants(&mut text, "face", Face::ALL);
    variants(&mut text, "fact_name", FactName::ALL);
    variants(&mut text, "fan_status", [FanStatus::Open, FanStatus::SeemsSolved, FanStatus::Solved]);
    let findings = [
        Finding::Found,
        Finding::Nothing,
        Finding::Different,
        Finding::Unrelated,
        Finding::TooMany,
        Finding::TooLarge,
        Finding::LeadsAway,
        Finding::BadStatus,
        Finding::TimedOut,
        Finding::Unreachable,
    ];
    variants(&mut text, "finding", findings);
    variants(&mut text, "ground", Ground::ALL);
    variants(&mut text, "guest_colour", GuestColour::ALL);
    let (reply, version) = (super::samples::reply_id(), ProductVersion::parse("1.3").ok());
    let happenings = [
        Happening::KindChanged(Kind::Question, Kind::Problem),
        Happening::StatusSet(refusal()),
        Happening::StatusCleared,
        Happening::ProductChanged(refusal(), version, 8),
        Happening::Accepted(reply.clone()),
        Happening::Cautioned(reply.clone()),
        Happening::CautionWithdrawn(reply),
        Happening::Claimed,
        Happening::Released,
        Happening::DangerLifted(reason()),
        Happening::NotSolved,
    ];
    variants(&mut text, "happening", happenings);
    let (one, other) = ("Kettle".to_owned(), "Stove-top Kettle".to_owned());
    let past = [
        get_history::What::Renamed(one.clone(), other.clone()),
        get_history::What::Confirmed(one.clone()),
        get_history::What::Merged(one.clone(), other),
        get_history::What::Retired(one.clone()),
        get_history::What::Reopened(one),
        get_history::What::Signposted(at),
        get_history::What::SignTaken,
    ];
    variants(&mut text, "history", past);
    variants(&mut text, "hook_event", HookEvent::ALL);
    let answers = [HookAnswer::Status(200), HookAnswer::TimedOut, HookAnswer::Unreachable, HookAnswer::PrivateAddress];
    variants(&mut text, "hook_answer", answers);
    variants(&mut text, "kind", [Kind::Question, Kind::Problem, Kind::Idea, Kind::Praise, Kind::Update]);
    variants(&mut text, "left", [delete_post::Left::Stone, delete_post::Left::Nothing]);
    variants(&mut text, "level", Level::ALL);
    variants(&mut text, "mark", [Mark::Employee(brand()), Mark::Champion(brand())]);
    variants(&mut text, "naming", [Naming::Said, Naming::Held, Naming::ByOwner, Naming::ByOperator, Naming::Refused]);
    variants(&mut text, "method", [Method::Dns, Method::File, Method::Meta]);
    variants(&mut text, "matter", [Matter::Post(PostId::Opening(super::samples::thread_id())), Matter::Badge, Matter::Community]);
    variants(&mut text, "matter_sight", [Sight::Public, Sight::Hidden, Sight::Removed, Sight::Gone]);
    variants(&mut text, "official_word", OfficialWord::ALL);
    variants(
        &mut text,
        "outcome",
        [open_community::Outcome::Opened, open_community::Outcome::WasOpen, open_community::Outcome::Held],
    );
    variants(&mut text, "phase", [Phase::Open, Phase::Active, Phase::Resolved, Phase::Declined]);
    variants(&mut text, "place", [Place::Own, Place::Elsewhere, Place::Test]);
    let stones = [Post::Removed(Ground::Spam), Post::Deleted];
    variants(&mut text, "post", stones);
    variants(
        &mut text,
        "product_standing",
        [ProductStanding::Made, ProductStanding::NotYetConfirmed, ProductStanding::Unmade, ProductStanding::Retired(at)],
    );
    let states = [
        ProofState::Requested { at },
        ProofState::Confirmed { since: at, seen: at },
        ProofState::Doubtful { since: at, seen: at },
        ProofState::Lapsed { since: at, at },
    ];
    variants(&mut text, "proof_state", states);
    variants(&mut text, "reach", [Reach::All, Reach::FromNowOn]);
    variants(&mut text, "role", [Role::Owner, Role::Representative, Role::Trainee, Role::Observer]);
    let scopes = [Scope::Community, Scope::Product(key()), Scope::Thread(super::samples::thread_id())];
    variants(&mut text, "scope", scopes);
    variants(&mut text, "standing", [Standing::Fresh, Standing::Doubtful]);
    variants(&mut text, "status", [Status::None, Status::FanMade(FanStatus::Open), official_status()]);
    variants(&mut text, "veil", [Veil::Lifted, Veil::ByKey("abc".to_owned()), Veil::Down(Colours::default())]);
    variants(&mut text, "verdict", Verdict::ALL);
    variants(&mut text, "waits", Waits::ALL);
    variants(&mut text, "stewardship", [Stewardship::FanMade, steward()]);
    assert_eq!(kept("variants.txt", &text), text);
}
