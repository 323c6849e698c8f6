//! Values that the contract's tests share: the demo brand and what a visitor may see of it.

use chie_domain::api::request_proof::{Finding, Look, ProofView};
use chie_domain::api::view::{
    AnswerView, Author, AuthorName, CommentView, CommunityView, GuestColour, Introduction, MineView, PhotoView, Post,
    ProductChange, ProductStanding, ProductView, ReplyView, SeatView, ThreadPage, ThreadRow, ThreadView, Veil, Voice,
};
use chie_domain::api::view::{DuplicateView, LevelView};
use chie_domain::badge::{Badge, Standing};
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::caution::{Caution, Warner};
use chie_domain::claim::{Claim, ClaimState, Reach, Scope, Stewardship};
use chie_domain::device::DeviceFacts;
use chie_domain::event::{Doer, Event, Happening};
use chie_domain::ground::Ground;
use chie_domain::id::{
    ActId, ApiKeyId, ClaimId, DeliveryId, MemberId, PhotoId, PostId, ProofId, ReadingId, ReplyId, SessionId, SignOnKeyId, ThreadId,
    WebhookId,
};
use chie_domain::level::Level;
use chie_domain::markup::{Block, Inline, Markup, SafeUrl};
use chie_domain::matter::{Asked, Matter, Verdict, Waits};
use chie_domain::mood::{Face, Mood, MoodChange};
use chie_domain::photo::Colours;
use chie_domain::policy::Role;
use chie_domain::proof::{Method, ProofState, placement};
use chie_domain::reply::AnswerBy;
use chie_domain::tag::Tag;
use chie_domain::text::{EmailAddress, MoodWords, ProductKey, ProductVersion, Reason};
use chie_domain::thread::{FanStatus, Kind, OfficialStatus, OfficialWord, Status};
use chie_domain::time::{Span, Timestamp};

/// 2026-11-21T00:00:00Z.
pub(crate) const T0: Timestamp = Timestamp::from_millis(1_795_219_200_000);

pub(crate) fn brand() -> BrandDomain {
    BrandDomain::parse("acme.example").expect("a domain")
}

pub(crate) fn key() -> ProductKey {
    ProductKey::parse("kettle").expect("a key")
}

pub(crate) fn thread_id() -> ThreadId {
    ThreadId::mint(T0, [1; 10])
}

pub(crate) fn reply_id() -> ReplyId {
    ReplyId::mint(T0, [2; 10])
}

pub(crate) fn member_id() -> MemberId {
    MemberId::mint(T0, [3; 10])
}

pub(crate) fn act_id() -> ActId {
    ActId::mint(T0, [8; 10])
}

pub(crate) fn session_id() -> SessionId {
    SessionId::mint(T0, [9; 10])
}

pub(crate) fn proof_id() -> ProofId {
    ProofId::mint(T0, [4; 10])
}

pub(crate) fn claim_id() -> ClaimId {
    ClaimId::mint(T0, [5; 10])
}

pub(crate) fn api_key_id() -> ApiKeyId {
    ApiKeyId::mint(T0, [11; 10])
}

pub(crate) fn sign_on_key_id() -> SignOnKeyId {
    SignOnKeyId::mint(T0, [10; 10])
}

pub(crate) fn webhook_id() -> WebhookId {
    WebhookId::mint(T0, [11; 10])
}

pub(crate) fn delivery_id() -> DeliveryId {
    DeliveryId::mint(T0, [12; 10])
}

pub(crate) fn photo_id() -> PhotoId {
    PhotoId::mint(T0, [6; 10])
}

pub(crate) fn photo(veil: Veil) -> PhotoView {
    PhotoView { id: photo_id(), width: 1_600, height: 1_200, alt: Some("The lid, from above".to_owned()), veil }
}

pub(crate) fn email() -> EmailAddress {
    EmailAddress::parse("aoi@acme.example").expect("an address")
}

pub(crate) fn steward() -> Stewardship {
    Stewardship::Official { since: T0 }
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

/// A post with every kind of block and inline.
pub(crate) fn markup() -> Markup {
    let url = SafeUrl::parse("https://acme.example/kettle").expect("a safe address");
    Markup(vec![
        Block::Heading(vec![text("The lid")]),
        Block::Paragraph(vec![
            text("It "),
            Inline::Emphasis(vec![text("really")]),
            text(" "),
            Inline::Strong(vec![text("sticks")]),
            Inline::Break,
            Inline::Strike(vec![text("sometimes")]),
            Inline::Code("E4".to_owned()),
            Inline::Link(url, vec![text("see")]),
        ]),
        Block::Bullets(vec![vec![Block::Paragraph(vec![text("蓋")])]]),
        Block::Numbers(3, vec![vec![Block::Paragraph(vec![text("third")])]]),
        Block::Quote(vec![Block::Paragraph(vec![text("so it is")])]),
        Block::Code("let lid = \"<b>\";".to_owned()),
        Block::Rule,
    ])
}

pub(crate) fn badge() -> Badge {
    Badge {
        domain: brand(),
        name: Some("Acme".to_owned()),
        method: Method::Dns,
        since: T0,
        checked: T0.after(Span::hours(24)),
        standing: Standing::Fresh,
    }
}

pub(crate) fn community() -> CommunityView {
    let product = ProductView {
        key: key(),
        name: "直火ケトル 1.2 L".to_owned(),
        standing: ProductStanding::Made,
        steward: Stewardship::FanMade,
        threads: 12,
        waiting: 3,
    };
    CommunityView {
        brand: brand(),
        name: Some("Acme".to_owned()),
        opened: Some(T0),
        badge: Some(badge()),
        steward: steward(),
        products: vec![product],
        threads: 300,
        emergency: Some("https://acme.example/emergency".to_owned()),
        moods: vec![MoodChange { before: Face::Cross, after: Face::Glad, people: 3 }],
        help: Some("https://acme.example/help".to_owned()),
        signpost: Some(T0),
    }
}

pub(crate) fn row(status: Status) -> ThreadRow {
    ThreadRow {
        id: thread_id(),
        product: key(),
        kind: Kind::Problem,
        title: "The lid sticks".to_owned(),
        status,
        steward: steward(),
        replies: 2,
        me_too: 7,
        at: T0,
        active: T0.after(Span::minutes(90)),
        danger: Some(T0),
    }
}

pub(crate) fn reason() -> Reason {
    Reason::parse("It locks while it boils.").expect("a reason")
}

pub(crate) fn refusal() -> OfficialStatus {
    OfficialStatus::new(Kind::Problem, OfficialWord::AsDesigned, Some(reason())).expect("a status")
}

pub(crate) fn official_status() -> Status {
    Status::Official(refusal())
}

pub(crate) fn page() -> ThreadPage {
    ThreadPage {
        rows: vec![row(official_status()), row(Status::FanMade(FanStatus::SeemsSolved)), row(Status::None)],
        next: Some("cursor".to_owned()),
    }
}

pub(crate) fn author(name: AuthorName, voice: Voice) -> Author {
    Author { member: member_id(), name, voice, solved: 14, mark: Some(chie_domain::mark::Mark::Employee(brand())) }
}

pub(crate) fn guest() -> Author {
    author(AuthorName::Guest(GuestColour::Blue, 2), Voice::Guest)
}

pub(crate) fn comment() -> CommentView {
    CommentView {
        id: reply_id(),
        author: guest(),
        post: Post::Deleted,
        at: T0.after(Span::hours(2)),
        edited: Some(T0.after(Span::hours(3))),
    }
}

pub(crate) fn reply(author: Author, post: Post) -> ReplyView {
    ReplyView {
        id: reply_id(),
        author,
        post,
        photos: vec![photo(Veil::Lifted)],
        at: T0,
        stars: 4,
        accepted: Some(T0.after(Span::hours(1))),
        edited: None,
        comments: vec![comment()],
        cautions: vec![Caution { by: Warner::Brand(brand()), reason: reason(), at: T0.after(Span::hours(4)) }],
    }
}

pub(crate) fn thread() -> ThreadView {
    let chosen = |name: &str| AuthorName::Chosen(name.to_owned());
    let formerly = Voice::FormerlyOfficial(brand(), T0.after(Span::days(1)));
    ThreadView {
        row: row(official_status()),
        product_name: "Stove-top Kettle 1.2 L".to_owned(),
        author: guest(),
        post: Post::Whole(markup()),
        photos: vec![photo(Veil::ByKey("abc".to_owned())), photo(Veil::Down(Colours::default()))],
        badge: Some(badge()),
        answers: vec![AnswerView {
            by: AnswerBy::Brand,
            reply: reply_id(),
            author: author(chosen("Mika"), Voice::Official(brand())),
            excerpt: "It locks while it…".to_owned(),
            stars: 4,
            cautions: 1,
            introduction: Some(Introduction { line: Some("I build kettles.".to_owned()), face: Some(photo_id()) }),
        }],
        replies: vec![
            reply(author(chosen("Aoi"), Voice::Member), Post::Whole(Markup::default())),
            reply(author(chosen("Mika"), formerly), Post::Held(markup(), Ground::Danger)),
            reply(guest(), Post::Removed(Ground::PersonalData)),
        ],
        next: None,
        before: Some("cursor".to_owned()),
        edited: Some(T0.after(Span::minutes(5))),
        events: vec![Event { at: T0.after(Span::hours(5)), by: Doer::Brand, what: Happening::StatusSet(refusal()) }],
        mood: Some(Mood { before: Face::Cross, words: MoodWords::parse("tea for nine years").ok(), after: Some(Face::Fine) }),
        facts: DeviceFacts::parse("browser=Firefox 141").expect("facts").facts().to_vec(),
        not_solved: Some(T0.after(Span::hours(6))),
        changed: Some(ProductChange { people: 8, at: T0, version: ProductVersion::parse("1.3").ok() }),
        tags: vec![tag()],
        duplicate: Some(DuplicateView { thread: row(Status::None), by: guest(), at: T0 }),
        private_notes: 1,
    }
}

pub(crate) fn mine() -> MineView {
    MineView {
        me: Some(guest()),
        address: Some("a…@acme.example".to_owned()),
        asked: vec![thread_id()],
        me_too: vec![thread_id()],
        stars: vec![reply_id()],
        held: vec![reply_id().as_str().to_owned()],
        opens_photos: vec![key()],
        following: vec![thread_id()],
        levels: vec![LevelView { product: key(), level: Level::Known }],
        asked_privately: vec![row(Status::None)],
    }
}

pub(crate) fn tag() -> Tag {
    Tag::parse("hard water").expect("a tag")
}

pub(crate) fn seat() -> SeatView {
    SeatView { role: Role::Owner, from: T0 }
}

pub(crate) fn proof() -> ProofView {
    let host = Host::parse("acme.example").expect("a host");
    let token = "abcdefghjkmnpqrstvwxyz0123";
    ProofView {
        id: proof_id(),
        method: Method::Dns,
        placement: placement(Method::Dns, &brand(), &host, token),
        host,
        state: ProofState::Confirmed { since: T0, seen: T0.after(Span::hours(24)) },
        until: T0.after(Span::days(30)),
        forward: Some("https://chie.example/dns/acme.example/p_1-ab".to_owned()),
        looks: vec![Look {
            asked: "https://resolver.example/dns-query".to_owned(),
            answer: "token=old".to_owned(),
            finding: Finding::Different,
            at: T0,
        }],
    }
}

pub(crate) fn claim() -> Claim {
    Claim {
        id: claim_id(),
        scope: Scope::Product(key()),
        reach: Reach::FromNowOn,
        since: T0,
        state: ClaimState::Released { at: T0.after(Span::days(2)) },
    }
}

pub(crate) fn reading_id() -> ReadingId {
    ReadingId::mint(T0, [6; 10])
}

pub(crate) fn statement() -> chie_domain::api::get_statement::Response {
    use chie_domain::api::get_statement::{Appeal, Response};
    Response {
        about: Matter::Post(PostId::Reply(reply_id())),
        ground: Ground::PersonalData,
        rules: 1,
        at: T0,
        asked: Asked::Visitors,
        verdict: Some(Verdict::Removed),
        words: Some("It named a street.".to_owned()),
        appeal: Some(Appeal { at: T0, words: "It is my shop.".to_owned(), decided: Some((T0, Verdict::Kept)) }),
        until: Some(T0),
    }
}

pub(crate) fn matter() -> chie_domain::api::get_matter::Response {
    use chie_domain::api::get_matter::{AppealView, Decision, Flag, Neighbour, Place, Response, Sight};
    Response {
        brand: brand(),
        about: Matter::Post(PostId::Reply(reply_id())),
        waits: Some(Waits::Appealed),
        sight: Sight::Hidden,
        ground: Some(Ground::PersonalData),
        place: Some(Place { thread: thread_id(), product: key(), title: "The lid sticks".to_owned(), at: T0, official: false }),
        author: Some(guest()),
        author_held: Some((T0, Ground::Spam)),
        posts: 3,
        removed: 1,
        words: Some(markup()),
        name: None,
        photos: vec![photo(Veil::ByKey("key".to_owned()))],
        around: vec![Neighbour { author: guest(), at: T0, excerpt: "It sticks.".to_owned() }],
        flags: vec![Flag { at: T0, asked: Asked::Brand, ground: Ground::Hostility, weight: 4, words: Some("Look.".to_owned()) }],
        decisions: vec![Decision {
            at: T0,
            verdict: Verdict::Removed,
            ground: Some(Ground::PersonalData),
            asked: Asked::Visitors,
            words: None,
            on_appeal: false,
            mine: true,
        }],
        appeal: Some(AppealView { at: T0, words: "It is my shop.".to_owned(), from: Some(T0), decided: false }),
    }
}

pub(crate) fn record() -> chie_domain::api::get_record::Response {
    use chie_domain::api::get_record::{Count, Line, Response};
    Response {
        lines: vec![Line { ground: Ground::Spam, by: vec![Count { asked: Asked::Brand, number: 3, upheld: 1, not_upheld: 1 }] }],
        appeals: 2,
        appeals_upheld: 1,
        appeals_waiting: 1,
        verdicts: vec![(Verdict::Removed, 2)],
        taken_down: Some((T0, Ground::Unlawful)),
    }
}

pub(crate) fn house() -> chie_domain::api::get_house::Response {
    use chie_domain::api::get_house::{Line, NameMatter, Response};
    let about = Matter::Post(PostId::Opening(thread_id()));
    let (waits, ground) = (Waits::Flagged, Ground::Threat);
    let names = vec![NameMatter { brand: brand(), held: Some("Acme".to_owned()), like: vec![brand()], doubts: 2 }];
    Response { lines: vec![Line { brand: brand(), about, waits, ground, weight: 4, hidden: true, since: T0 }], total: 1, names }
}
