//! Whole answers, each with something in every field.

use super::super::samples::{brand, community, key, official_status, proof, row};
use chie_domain::api::view::AuthorName;
use chie_domain::api::{get_context, get_overview, get_people, get_products, get_set_up, get_triage, get_work};
use chie_domain::ground::Ground;
use chie_domain::hours::{Clock, Holidays, Hours, Week, ZoneName};
use chie_domain::markup::SafeUrl;
use chie_domain::matter::{Matter, Verdict};
use chie_domain::mood::Face;
use chie_domain::private::Side;
use chie_domain::set_up::{Aliases, PageAddress, Reasons};
use chie_domain::thread::Kind;

pub(super) fn exported() -> chie_domain::api::export_me::Response {
    use chie_domain::api::export_me::{
        ExportedAppeal, ExportedFlag, ExportedMark, ExportedPerson, ExportedPhoto, ExportedPost, ExportedPrivateNote,
        ExportedVersion, Response,
    };
    use chie_domain::id::PostId;
    let (at, thread) = (super::super::samples::T0, super::super::samples::thread_id());
    let mark = || ExportedMark { post: PostId::Opening(thread.clone()), title: "It leaks".to_owned(), at };
    let post = ExportedPost {
        id: PostId::Reply(super::super::samples::reply_id()),
        thread: thread.clone(),
        under: None,
        product: key(),
        kind: Some(Kind::Problem),
        title: Some("It leaks".to_owned()),
        text: "It **leaks**.".to_owned(),
        at,
        edited: None,
        state: "public".to_owned(),
        accepted: Some(at),
        stars: 2,
        mood: vec![Face::Cross, Face::Glad],
        mood_words: Some("every morning".to_owned()),
        facts: Vec::new(),
        versions: vec![ExportedVersion { at, title: None, text: "It drips.".to_owned() }],
    };
    Response {
        brand: "acme.example".to_owned(),
        at,
        person: ExportedPerson {
            id: super::super::samples::member_id(),
            name: Some("Aoi".to_owned()),
            address: Some("aoi@acme.example".to_owned()),
            lang: Some("ja".to_owned()),
            since: at,
            levels: Vec::new(),
        },
        posts: vec![post],
        following: vec![mark()],
        me_too: Vec::new(),
        stars: vec![mark()],
        keep_links: Vec::new(),
        helping: vec![key()],
        silent: vec!["thanks".to_owned()],
        photos: vec![ExportedPhoto {
            id: super::super::samples::photo_id(),
            post: None,
            alt: Some("A lid".to_owned()),
            at,
            key: "k".to_owned(),
        }],
        private_notes: vec![ExportedPrivateNote {
            thread: super::super::samples::thread_id(),
            side: Side::Asker,
            wanted: None,
            text: "K-100 4711".to_owned(),
            photos: vec![super::super::samples::photo_id()],
            at,
            until: at.after(chie_domain::private::LIVES),
        }],
        flags: vec![ExportedFlag {
            about: Matter::Badge,
            ground: Ground::PosingAsStaff,
            words: Some("This is not them.".to_owned()),
            at,
            decided: Some((at, Verdict::Kept)),
        }],
        appeals: vec![ExportedAppeal {
            about: Matter::Post(PostId::Opening(thread)),
            words: Some("It is mine.".to_owned()),
            at,
            decided: None,
        }],
        next: Some("r~200".to_owned()),
    }
}

pub(super) fn people() -> get_people::Response {
    let person = get_people::PersonView {
        member: super::super::samples::member_id(),
        address: Some("a…@acme.example".to_owned()),
        role: chie_domain::policy::Role::Owner,
        standing: get_people::SeatStanding::JoinsAt(super::super::samples::T0),
        me: true,
        by_dns: true,
    };
    let proof = proof();
    let live = get_people::LiveProof {
        id: proof.id,
        address: None,
        left_over: true,
        method: proof.method,
        host: proof.host,
        state: proof.state,
    };
    let marked = get_people::MarkedPerson {
        member: super::super::samples::member_id(),
        name: AuthorName::Chosen("Sora".to_owned()),
        mark: chie_domain::mark::Mark::Champion(brand()),
    };
    get_people::Response {
        people: vec![person],
        proofs: vec![live],
        recovery: Some(super::super::samples::T0),
        marked: vec![marked],
    }
}

pub(super) fn aliases() -> chie_domain::api::get_aliases::Response {
    use chie_domain::api::get_aliases::{AliasView, Response};
    let proof = proof();
    let alias = AliasView { domain: brand(), state: proof.state, placement: proof.placement, looks: proof.looks };
    Response { aliases: vec![alias] }
}

pub(super) fn naming() -> chie_domain::api::get_naming::Response {
    use chie_domain::api::get_naming::{Doubt, Response};
    let doubt = Doubt { words: "This is not Acme.".to_owned(), at: super::super::samples::T0, settled: false };
    Response { given: Some("Acme".to_owned()), shown: None, naming: chie_domain::naming::Naming::Held, doubts: vec![doubt] }
}

pub(super) fn saved() -> get_work::SavedReply {
    let body = chie_domain::text::Body::parse("Thank you, {{name}}.").expect("a body");
    get_work::SavedReply { title: "Thanks".to_owned(), body }
}

pub(super) fn hours() -> Hours {
    let (week, holidays) = (Week::parse("mon 9:00-12:00").expect("a week"), Holidays::parse("2026-12-31").expect("days"));
    let clock = Clock::new(60, vec![(super::super::samples::T0, 120)]).expect("a clock");
    Hours { zone: ZoneName::parse("Europe/Berlin").ok(), clock, week, holidays, goal: 240 }
}

pub(super) fn set_up() -> get_set_up::Response {
    get_set_up::Response {
        reasons: Reasons {
            answers: Some(true),
            customers_first: Some(false),
            learns: None,
            own_site: Some(true),
            own_help: Some(true),
        },
        help: SafeUrl::parse("https://acme.example/help").ok(),
        page: PageAddress::parse("https://www.acme.example/help?thread={thread}").ok(),
        signpost: Some(super::super::samples::T0),
        proven: vec!["*.acme.example".to_owned()],
    }
}

pub(super) fn products() -> get_products::Response {
    let product = community().products.into_iter().next().expect("a product");
    let aliases = Aliases::parse("KT-1200").expect("a name");
    get_products::Response { products: vec![get_products::ProductLine { product, aliases, merged: vec![key()] }] }
}

pub(super) fn context() -> get_context::Response {
    get_context::Response {
        asker: AuthorName::Chosen("Sota".to_owned()),
        since: super::super::samples::T0,
        asked: 3,
        solved: 2,
        helped: 1,
        founder: true,
        others: vec![row(official_status())],
        followers: 12,
        claimed: Some(super::super::samples::T0),
        taken: Some(get_work::Taken { me: true, by: None, at: super::super::samples::T0 }),
    }
}

pub(super) fn triage_row() -> get_triage::TriageRow {
    get_triage::TriageRow {
        row: row(official_status()),
        product_name: "Kettle".to_owned(),
        mood: Some(Face::Cross),
        mood_after: Some(Face::Glad),
        accepted: Some(AuthorName::Chosen("Mika".to_owned())),
        danger_words: vec!["burn".to_owned()],
        old: true,
    }
}

pub(super) fn triage() -> get_triage::Response {
    get_triage::Response {
        rows: vec![triage_row()],
        next: Some("cursor".to_owned()),
        total: 212,
        founder: Some(AuthorName::Chosen("Sota".to_owned())),
        helpers: vec![get_triage::Helper { name: AuthorName::Chosen("Mika".to_owned()), solved: 14 }],
        undoable: vec![get_triage::Undoable { act: super::super::samples::act_id(), until: super::super::samples::T0, threads: 3 }],
    }
}

pub(super) fn work() -> get_work::Response {
    let waiting = get_work::WorkRow {
        row: row(official_status()),
        product_name: "Kettle".to_owned(),
        mood: Some(Face::Sad),
        since: super::super::samples::T0,
        waited: 300,
        late: true,
        taken: Some(get_work::Taken { me: true, by: None, at: super::super::samples::T0 }),
        notes: 2,
    };
    get_work::Response {
        waiting: vec![waiting],
        total: 14,
        arrivals: vec![triage_row()],
        saved: vec![saved()],
        hours: Some(hours()),
    }
}

pub(super) fn overview() -> get_overview::Response {
    get_overview::Response {
        claimed: 212,
        waiting: 14,
        by_customers: 90,
        by_us: 30,
        same: 400,
        top: vec![row(official_status())],
        readers: vec![get_overview::ReadersOfWeek { from: super::super::samples::T0, people: 340 }],
    }
}
