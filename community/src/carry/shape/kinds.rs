//! Everything that travels, kind by kind, in the order in which it can be brought in again; and what stays behind.

use super::{Form, Kind, may, must, one_of};
use chie_domain::api::get_history::What;
use chie_domain::claim::Reach;
use chie_domain::device::DeviceFacts;
use chie_domain::event::{Doer, Happening};
use chie_domain::ground::Ground;
use chie_domain::id::{PostId, ReplyId};
use chie_domain::mood::Face;
use chie_domain::photo::Colours;
use chie_domain::policy::Role;
use chie_domain::tag::Tag;
use chie_domain::text::{AltText, Body, BrandName, DisplayName, MoodWords, ProductKey, ProductName, ProductVersion, Reason, Title};
use chie_domain::thread::{Kind as ThreadKind, OfficialWord};

const BIT: Form = Form::Number(1);
const MANY: Form = Form::Number(1_000_000);
const GROUND: Form = Form::Text(|text| Ground::from_code(text).is_some());
const REASON: Form = Form::Text(|text| Reason::parse(text).is_ok());
const VISIBILITY: Form = Form::Text(|text| one_of(text, &["public", "removed"]));
const STANDING: Form = Form::Text(|text| one_of(text, &["made", "not_yet_confirmed"]));
const SCOPE: Form = Form::Text(|text| one_of(text, &["community", "product", "thread"]));
const REACH: Form = Form::Text(|text| serde_json::from_value::<Reach>(text.into()).is_ok());
const HAPPENING: Form = Form::Text(|text| serde_json::from_str::<Happening>(text).is_ok());
const PAST: Form = Form::Text(|text| serde_json::from_str::<What>(text).is_ok());
const PRODUCT_NAME: Form = Form::Text(|text| ProductName::parse(text).is_ok());
const WORDS: Form = Form::Text(|text| !text.is_empty() && text.chars().count() <= 200 && !text.chars().any(char::is_control));
const FACE: Form = Form::Text(|text| Face::from_code(text).is_some());
const NAME: Form = Form::Text(|text| DisplayName::parse(text).is_ok());
const SOURCE: Form = Form::Text(|text| Body::parse(text).is_ok());
const TITLE: Form = Form::Text(|text| Title::parse(text).is_ok());

/// Whoever did something that travels.
const MEMBERS: &str = "x.merged_into IS NULL AND (EXISTS (SELECT 1 FROM thread WHERE author = x.id) \
    OR EXISTS (SELECT 1 FROM reply WHERE author = x.id) \
    OR EXISTS (SELECT 1 FROM me_too WHERE member = x.id) \
    OR EXISTS (SELECT 1 FROM star WHERE member = x.id) \
    OR EXISTS (SELECT 1 FROM act WHERE member = x.id) \
    OR EXISTS (SELECT 1 FROM photo WHERE member = x.id AND state = 'shown') \
    OR x.id IN (SELECT member FROM seat) \
    OR x.id IN (SELECT by FROM claim) \
    OR x.id IN (SELECT released_by FROM claim WHERE released IS NOT NULL) \
    OR x.id IN (SELECT member FROM caution) \
    OR x.id IN (SELECT by FROM duplicate) \
    OR x.id IN (SELECT by FROM thread_tag) \
    OR x.id IN (SELECT said_by FROM thread WHERE said IS NOT NULL) \
    OR x.id IN (SELECT official_by FROM thread WHERE official_reply IS NOT NULL))";

/// The kind of which each line is followed by one with the picture itself.
pub(crate) const PHOTO: &str = "photo";

/// Everything that travels.
pub(crate) const KINDS: &[Kind] = &[
    Kind {
        name: "community",
        table: "community",
        which: "1",
        order: "x.one",
        single: true,
        fields: &[may("name", Form::Text(|text| BrandName::parse(text).is_ok())), must("opened", Form::Moment)],
    },
    Kind {
        name: "search_words",
        table: "search_words",
        which: "1",
        order: "x.one",
        single: true,
        fields: &[must("shipped", BIT), must("own", MANY)],
    },
    Kind {
        name: "member",
        table: "member",
        which: MEMBERS,
        order: "x.at, x.id",
        single: false,
        fields: &[must("id", Form::Own), may("name", NAME), must("at", Form::Moment), may("erased", Form::Moment)],
    },
    Kind {
        name: "product",
        table: "product",
        which: "1",
        order: "x.key",
        single: false,
        fields: &[
            must("key", Form::Own),
            must("name", PRODUCT_NAME),
            must("standing", STANDING),
            must("at", Form::Moment),
            may("retired", Form::Moment),
            may("merged_into", Form::Text(|text| ProductKey::parse(text).is_ok())),
        ],
    },
    Kind {
        name: "alias",
        table: "product_alias",
        which: "1",
        order: "x.product, x.place",
        single: false,
        fields: &[must("product", Form::Of("product")), must("place", MANY), must("name", PRODUCT_NAME)],
    },
    Kind {
        name: "synonym",
        table: "synonym",
        which: "1",
        order: "x.part, x.place",
        single: false,
        fields: &[must("part", MANY), must("place", MANY), must("first", WORDS), must("text", WORDS)],
    },
    Kind {
        name: "past",
        table: "past",
        which: "1",
        order: "x.n",
        single: false,
        fields: &[must("at", Form::Moment), must("what", PAST)],
    },
    Kind {
        name: "left_with_answer",
        table: "left_with_answer",
        which: "1",
        order: "x.day",
        single: false,
        fields: &[must("day", MANY), must("people", MANY)],
    },
    Kind {
        name: "tenancy",
        table: "tenancy",
        which: "1",
        order: "x.began, x.id",
        single: false,
        fields: &[must("id", Form::Own), must("began", Form::Moment)],
    },
    Kind {
        name: "seat",
        table: "seat",
        which: "1",
        order: "x.tenancy, x.member",
        single: false,
        fields: &[
            must("member", Form::Of("member")),
            must("tenancy", Form::Of("tenancy")),
            must("role", Form::Text(|text| Role::from_code(text).is_some())),
            must("since", Form::Moment),
        ],
    },
    Kind {
        name: "thread",
        table: "thread",
        which: "x.n = q.n AND x.visibility <> 'held'",
        order: "x.n",
        single: false,
        fields: &[
            must("id", Form::Own),
            must("product", Form::Of("product")),
            must("kind", Form::Text(|text| ThreadKind::from_code(text).is_some())),
            may("title", TITLE),
            may("body", Form::Tree),
            may("source", SOURCE),
            must("author", Form::Of("member")),
            must("at", Form::Moment),
            must("active", Form::Moment),
            must("rules", MANY),
            must("visibility", VISIBILITY),
            may("ground", GROUND),
            may("edited", Form::Moment),
            may("deleted", Form::Moment),
            may("answered", Form::Moment),
            must("ladder", Form::Number(9)),
            may("danger", Form::Moment),
            may("mood", FACE),
            may("mood_words", Form::Text(|text| MoodWords::parse(text).is_ok())),
            may("mood_after", FACE),
            may("facts", Form::Text(|text| DeviceFacts::parse(text).is_ok())),
            may("not_solved", Form::Moment),
            may("said", Form::Text(|text| OfficialWord::from_code(text).is_some())),
            may("said_phase", Form::Text(|text| one_of(text, &["open", "active", "resolved", "declined"]))),
            may("said_version", Form::Text(|text| ProductVersion::parse(text).is_ok())),
            may("reason", REASON),
            may("said_by", Form::Of("member")),
            may("said_at", Form::Moment),
            may("said_tenancy", Form::Of("tenancy")),
            may("official_reply", Form::Text(|text| ReplyId::parse(text).is_ok())),
            may("official_by", Form::Of("member")),
            may("official_at", Form::Moment),
            may("official_tenancy", Form::Of("tenancy")),
            may("tenancy", Form::Of("tenancy")),
            may("spoken_by", NAME),
        ],
    },
    Kind {
        name: "reply",
        table: "reply",
        which: "x.thread = q.n AND x.visibility <> 'held'",
        order: "x.n",
        single: false,
        fields: &[
            must("id", Form::Own),
            must("thread", Form::Numbered("thread")),
            may("parent", Form::Numbered("reply")),
            must("author", Form::Of("member")),
            may("name", NAME),
            may("body", Form::Tree),
            may("source", SOURCE),
            must("at", Form::Moment),
            must("rules", MANY),
            must("visibility", VISIBILITY),
            may("ground", GROUND),
            may("edited", Form::Moment),
            may("deleted", Form::Moment),
            may("accepted", Form::Moment),
            may("tenancy", Form::Of("tenancy")),
        ],
    },
    Kind {
        name: PHOTO,
        table: "photo",
        order: "x.reply, x.place, x.n",
        single: false,
        which: "x.thread = q.n AND x.state = 'shown' AND x.hidden IS NULL AND CASE WHEN x.reply IS NULL \
                THEN (SELECT visibility FROM thread WHERE n = q.n) ELSE (SELECT visibility FROM reply WHERE n = x.reply) END = 'public'",
        fields: &[
            must("id", Form::Own),
            must("thread", Form::Numbered("thread")),
            may("reply", Form::Numbered("reply")),
            must("member", Form::Of("member")),
            must("at", Form::Moment),
            must("place", Form::Number(9)),
            may("alt", Form::Text(|text| AltText::parse(text).is_ok())),
            must("colours", Form::Text(|text| Colours::parse(text).is_ok())),
            must("veiled", BIT),
        ],
    },
    Kind {
        name: "me_too",
        table: "me_too",
        which: "x.thread = q.n",
        order: "x.at, x.member",
        single: false,
        fields: &[must("thread", Form::Numbered("thread")), must("member", Form::Of("member")), must("at", Form::Moment)],
    },
    Kind {
        name: "star",
        table: "star",
        order: "x.at, x.reply, x.member",
        single: false,
        which: "x.reply IN (SELECT n FROM reply WHERE thread = q.n AND visibility <> 'held')",
        fields: &[must("reply", Form::Numbered("reply")), must("member", Form::Of("member")), must("at", Form::Moment)],
    },
    Kind {
        name: "handle",
        table: "handle",
        which: "x.thread = q.n",
        order: "x.colour, x.number, x.member",
        single: false,
        fields: &[
            must("thread", Form::Numbered("thread")),
            must("member", Form::Of("member")),
            must("colour", Form::Number(99)),
            must("number", MANY),
        ],
    },
    Kind {
        name: "version",
        table: "version",
        order: "x.n",
        single: false,
        which: "x.post IN (SELECT id FROM thread WHERE n = q.n AND visibility = 'public' UNION ALL \
                SELECT id FROM reply WHERE thread = q.n AND visibility = 'public')",
        fields: &[
            must("post", Form::Text(|text| PostId::parse(text).is_ok())),
            may("title", TITLE),
            must("body", Form::Tree),
            must("at", Form::Moment),
        ],
    },
    Kind {
        name: "event",
        table: "event",
        order: "x.n",
        single: false,
        which: "x.thread = q.n AND (x.reply IS NULL OR x.reply IN (SELECT n FROM reply WHERE visibility <> 'held'))",
        fields: &[
            must("thread", Form::Numbered("thread")),
            must("at", Form::Moment),
            must("by", Form::Text(|text| Doer::from_code(text).is_some())),
            must("what", HAPPENING),
            may("reply", Form::Numbered("reply")),
        ],
    },
    Kind {
        name: "caution",
        table: "caution",
        order: "x.n",
        single: false,
        which: "x.reply IN (SELECT n FROM reply WHERE thread = q.n AND visibility <> 'held')",
        fields: &[
            must("reply", Form::Numbered("reply")),
            must("member", Form::Of("member")),
            may("tenancy", Form::Of("tenancy")),
            must("reason", REASON),
            must("at", Form::Moment),
            may("withdrawn", Form::Moment),
        ],
    },
    Kind {
        name: "tag",
        table: "thread_tag",
        which: "x.thread = q.n",
        order: "x.place, x.tag",
        single: false,
        fields: &[
            must("thread", Form::Numbered("thread")),
            must("tag", Form::Text(|text| Tag::parse(text).is_ok())),
            must("place", Form::Number(9)),
            must("by", Form::Of("member")),
        ],
    },
    Kind {
        name: "act",
        table: "act",
        which: "x.thread = q.n",
        order: "x.n",
        single: false,
        fields: &[
            must("member", Form::Of("member")),
            must("thread", Form::Numbered("thread")),
            must("what", WORDS),
            must("at", Form::Moment),
            may("reverted", Form::Moment),
        ],
    },
    Kind {
        name: "duplicate",
        table: "duplicate",
        order: "x.thread",
        single: false,
        which: "x.thread IN (SELECT n FROM thread WHERE visibility <> 'held') \
                AND x.master IN (SELECT n FROM thread WHERE visibility <> 'held')",
        fields: &[
            must("thread", Form::Numbered("thread")),
            must("master", Form::Numbered("thread")),
            must("by", Form::Of("member")),
            must("at", Form::Moment),
        ],
    },
    Kind {
        name: "claim",
        table: "claim",
        order: "x.n",
        single: false,
        which: "x.undone IS NULL AND (x.thread IS NULL OR x.thread IN (SELECT id FROM thread WHERE visibility <> 'held'))",
        fields: &[
            must("id", Form::Own),
            must("tenancy", Form::Of("tenancy")),
            must("scope", SCOPE),
            may("product", Form::Of("product")),
            may("thread", Form::Of("thread")),
            must("reach", REACH),
            must("since", Form::Moment),
            must("by", Form::Of("member")),
            may("released", Form::Moment),
            may("released_by", Form::Of("member")),
        ],
    },
];
