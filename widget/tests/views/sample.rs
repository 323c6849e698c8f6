//! Communities to draw: made here, not fetched.

use chie_domain::api::get_embed::{Embed, First, Says};
use chie_domain::api::view::{
    AnswerView, Author, AuthorName, CommunityView, GuestColour, Post, ProductStanding, ProductView, ReplyView, ThreadPage,
    ThreadRow, ThreadView, Voice,
};
use chie_domain::badge::{Badge, Standing};
use chie_domain::brand::{BrandDomain, Place};
use chie_domain::claim::Stewardship;
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, ReplyId, ThreadId};
use chie_domain::markup::{Block, Inline, Markup, SafeUrl};
use chie_domain::proof::Method;
use chie_domain::reply::AnswerBy;
use chie_domain::text::{ProductKey, Reason};
use chie_domain::thread::{FanStatus, Kind, OfficialStatus, OfficialWord, Status};
use chie_domain::time::{Span, Timestamp};

/// The moment of drawing: 20 November 2026, noon.
pub(crate) const NOW: Timestamp = Timestamp::from_millis(1_795_176_000_000);

pub(crate) fn ago(span: Span) -> Timestamp {
    Timestamp::from_millis(NOW.millis() - span.millis())
}

pub(crate) fn thread_id(n: u8) -> ThreadId {
    ThreadId::mint(NOW, [n; 10])
}

pub(crate) fn reply_id(n: u8) -> ReplyId {
    ReplyId::mint(NOW, [n; 10])
}

pub(crate) fn brand() -> BrandDomain {
    BrandDomain::parse("acme.example").expect("a domain")
}

pub(crate) fn key() -> ProductKey {
    ProductKey::parse("kettle").expect("a key")
}

pub(crate) const OFFICIAL: Stewardship = Stewardship::Official { since: Timestamp::from_millis(1_795_132_800_000) };

pub(crate) fn badge() -> Badge {
    Badge {
        domain: brand(),
        name: Some("Acme".to_owned()),
        method: Method::Dns,
        since: ago(Span::days(12)),
        checked: ago(Span::hours(5)),
        standing: Standing::Fresh,
    }
}

pub(crate) struct Line<'a> {
    pub(crate) kind: Kind,
    pub(crate) title: &'a str,
    pub(crate) status: Status,
    pub(crate) steward: Stewardship,
    pub(crate) replies: u32,
    pub(crate) me_too: u32,
    pub(crate) span: Span,
}

pub(crate) fn row(n: u8, line: Line<'_>) -> ThreadRow {
    ThreadRow {
        id: thread_id(n),
        product: key(),
        kind: line.kind,
        title: line.title.to_owned(),
        status: line.status,
        steward: line.steward,
        replies: line.replies,
        me_too: line.me_too,
        at: ago(line.span),
        active: ago(line.span),
        danger: None,
    }
}

pub(crate) fn said(kind: Kind, word: OfficialWord, reason: Option<&str>) -> Status {
    let reason = reason.map(|text| Reason::parse(text).expect("a reason"));
    Status::Official(OfficialStatus::new(kind, word, reason).expect("a status"))
}

/// Five threads of all kinds in a language.
pub(crate) fn rows(lang: &str, steward: Stewardship) -> Vec<ThreadRow> {
    let titles = if lang == "ja" {
        [
            "湯あか取りのあと、笛が鳴らなくなりました",
            "ガス火で持ち手が熱くなります",
            "10 cm の小さなIHでも使えますか",
            "片手で外せる注ぎ口のふたがほしい",
            "九年間、毎朝のお茶をありがとう",
        ]
    } else {
        [
            "Whistle stopped working after descaling",
            "Handle gets hot on gas",
            "Can it go on an induction hob with a 10 cm ring?",
            "A spout cap that does not need two hands",
            "Nine years of tea, every single morning",
        ]
    };
    let official = steward != Stewardship::FanMade;
    let idea = if official { said(Kind::Idea, OfficialWord::UnderConsideration, None) } else { Status::FanMade(FanStatus::Open) };
    let all = [
        Line {
            kind: Kind::Problem,
            title: titles[0],
            status: Status::FanMade(FanStatus::Solved),
            steward,
            replies: 7,
            me_too: 12,
            span: Span::days(2),
        },
        Line {
            kind: Kind::Problem,
            title: titles[1],
            status: said(Kind::Problem, OfficialWord::InProgress, None),
            steward: OFFICIAL,
            replies: 18,
            me_too: 40,
            span: Span::days(21),
        },
        Line {
            kind: Kind::Question,
            title: titles[2],
            status: Status::FanMade(FanStatus::Open),
            steward,
            replies: 1,
            me_too: 0,
            span: Span::minutes(40),
        },
        Line { kind: Kind::Idea, title: titles[3], status: idea, steward, replies: 31, me_too: 86, span: Span::days(5) },
        Line { kind: Kind::Praise, title: titles[4], status: Status::None, steward, replies: 4, me_too: 3, span: Span::days(6) },
    ];
    (1..).zip(all).map(|(n, line)| row(n, line)).collect()
}

pub(crate) fn embed(lang: &str, place: Place, steward: Stewardship) -> Embed {
    let name = if lang == "ja" { "直火ケトル 1.2 L" } else { "Stove-top Kettle 1.2 L" };
    let product =
        ProductView { key: key(), name: name.to_owned(), standing: ProductStanding::Made, steward, threads: 128, waiting: 9 };
    let official = steward != Stewardship::FanMade;
    Embed {
        now: NOW,
        place,
        lang: lang.to_owned(),
        community: CommunityView {
            brand: brand(),
            name: Some("Acme".to_owned()),
            opened: Some(ago(Span::days(300))),
            badge: official.then(badge),
            steward,
            products: vec![product.clone()],
            threads: 200,
            emergency: None,
            moods: Vec::new(),
            help: None,
            signpost: None,
        },
        product,
        threads: ThreadPage { rows: rows(lang, steward), next: Some("more".to_owned()) },
        thread: None,
        home: "http://localhost:8787".to_owned(),
        console: "http://console.localhost:8787".to_owned(),
        first: First::List,
        says: Says::default(),
    }
}

/// The brand's own page, a product that nobody has asked about.
pub(crate) fn empty(lang: &str, place: Place) -> Embed {
    let mut embed = embed(lang, place, Stewardship::FanMade);
    embed.product.standing = ProductStanding::Unmade;
    embed.product.threads = 0;
    embed.product.waiting = 0;
    embed.threads = ThreadPage { rows: Vec::new(), next: None };
    embed
}

pub(crate) fn author(n: u8, name: &str, voice: Voice) -> Author {
    Author { member: MemberId::mint(NOW, [n; 10]), name: AuthorName::Chosen(name.to_owned()), voice, solved: 0, mark: None }
}

pub(crate) fn guest(n: u8) -> Author {
    Author {
        member: MemberId::mint(NOW, [n; 10]),
        name: AuthorName::Guest(GuestColour::Blue, 2),
        voice: Voice::Guest,
        solved: 0,
        mark: None,
    }
}

pub(crate) fn plain(text: &str) -> Markup {
    Markup(vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])])
}

/// A thread with the three answers, an official voice, a tombstone and all of Markdown.
#[expect(clippy::too_many_lines, reason = "one thread with everything in it")]
pub(crate) fn thread(lang: &str, place: Place) -> Embed {
    let mut embed = embed(lang, place, OFFICIAL);
    let texts = if lang == "ja" {
        [
            "説明書のとおりクエン酸で湯あか取りをしたところ、沸いても音がしません。ひびはなく、ふたも閉まります。笛は接着されていますか。それとも外せますか。",
            "ふたの裏に細いすき間があります。クリップを伸ばしてそっとなぞると、白いかすがたくさん出てきました。",
            "ふたを外して二回、そのあと閉めて一回沸かすと、また鳴るようになりました。",
            "リードは接着ではなく、金具ではさんであります。まっすぐ上に引くと外れます。2022年以降のケトルには新しいものを無料でお送りします。",
        ]
    } else {
        [
            "I descaled it with citric acid as the booklet says. Since then it boils silently. No cracks, the cap closes. Is the whistle glued in, or can it be taken out?",
            "Turn the cap over: there is a tiny slit. Run a paper clip along it, mine was full of white flakes.",
            "Boil it twice with the cap off, then once with it on. The reed dries and sings again.",
            "The reed is held by a clip, not glue. Pull straight up. A new one is free for kettles from 2022 on.",
        ]
    };
    let sota = author(1, "Sota K.", Voice::Guest);
    let mika = author(2, "Mika", Voice::Member);
    let aoi = author(4, "Aoi", Voice::Official(brand()));
    let answer = |by, n: u8, author: &Author, text: &str, stars| AnswerView {
        by,
        reply: reply_id(n),
        author: author.clone(),
        excerpt: text.to_owned(),
        stars,
        cautions: 0,
        introduction: None,
    };
    let reply = |n: u8, author: &Author, post: Post, stars, accepted| ReplyView {
        id: reply_id(n),
        author: author.clone(),
        post,
        photos: Vec::new(),
        at: ago(Span::days(4)),
        stars,
        accepted,
        edited: None,
        comments: Vec::new(),
        cautions: Vec::new(),
    };
    let rich = Markup(vec![
        Block::Heading(vec![Inline::Text("What I did".to_owned())]),
        Block::Numbers(
            1,
            vec![
                vec![Block::Paragraph(vec![Inline::Text("Cap off".to_owned())])],
                vec![Block::Paragraph(vec![
                    Inline::Strong(vec![Inline::Text("Rinse".to_owned())]),
                    Inline::Break,
                    Inline::Code("20 min".to_owned()),
                ])],
            ],
        ),
        Block::Bullets(vec![vec![Block::Paragraph(vec![Inline::Emphasis(vec![Inline::Text("no force".to_owned())])])]]),
        Block::Quote(vec![Block::Paragraph(vec![Inline::Strike(vec![Inline::Text("glued".to_owned())])])]),
        Block::Code("boil --twice\nboil --once".to_owned()),
        Block::Rule,
        Block::Paragraph(vec![Inline::Link(
            SafeUrl::parse("https://kettle.example/reed").expect("an address"),
            vec![Inline::Text("a drawing of the reed".to_owned())],
        )]),
    ]);
    let row = embed.threads.rows[0].clone();
    embed.thread = Some(ThreadView {
        row,
        product_name: embed.product.name.clone(),
        author: sota.clone(),
        post: Post::Whole(plain(texts[0])),
        photos: Vec::new(),
        badge: Some(badge()),
        answers: vec![
            answer(AnswerBy::Brand, 4, &aoi, texts[3], 5),
            answer(AnswerBy::Asker, 2, &mika, texts[1], 9),
            answer(AnswerBy::Crowd, 3, &guest(3), texts[2], 23),
        ],
        replies: vec![
            reply(2, &mika, Post::Whole(plain(texts[1])), 9, Some(ago(Span::days(3)))),
            reply(3, &guest(3), Post::Whole(plain(texts[2])), 23, None),
            reply(5, &guest(5), Post::Removed(Ground::Spam), 0, None),
            reply(4, &aoi, Post::Whole(plain(texts[3])), 5, None),
            reply(6, &sota, Post::Whole(rich), 0, None),
            reply(
                7,
                &author(7, "Haru", Voice::FormerlyOfficial(brand(), ago(Span::days(40)))),
                Post::Held(plain("Wait."), Ground::Danger),
                0,
                None,
            ),
        ],
        next: None,
        before: None,
        edited: None,
        events: Vec::new(),
        mood: None,
        facts: Vec::new(),
        not_solved: None,
        changed: None,
        tags: Vec::new(),
        duplicate: None,
        private_notes: 0,
    });
    embed
}
