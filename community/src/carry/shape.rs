//! What is carried, kind by kind, in the order in which it can be brought in again.

use chie_domain::api::get_history::What;
use chie_domain::claim::Reach;
use chie_domain::device::DeviceFacts;
use chie_domain::event::{Doer, Happening};
use chie_domain::ground::Ground;
use chie_domain::id::{ClaimId, MemberId, PhotoId, PostId, ReplyId, TenancyId, ThreadId};
use chie_domain::markup::Markup;
use chie_domain::mood::Face;
use chie_domain::photo::Colours;
use chie_domain::policy::Role;
use chie_domain::tag::Tag;
use chie_domain::text::{AltText, Body, BrandName, DisplayName, MoodWords, ProductKey, ProductName, ProductVersion, Reason, Title};
use chie_domain::thread::{Kind as ThreadKind, OfficialWord};

/// What a field holds.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// Text that this accepts as it is.
    Text(fn(&str) -> bool),
    /// A whole number up to this.
    Number(u64),
    /// Milliseconds since 1970, not in the future.
    Moment,
    /// An identifier of its own, by which later lines name this one.
    Own,
    /// The identifier of something of that kind, which stands further up.
    Of(&'static str),
    /// The same, where the table holds the number of a thread or reply.
    Numbered(&'static str),
    /// A tree of blocks.
    Tree,
}

/// A field of a line and its column.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) form: Form,
    pub(crate) needed: bool,
}

/// A kind of line and its table.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) table: &'static str,
    /// Which rows: of one thread where this names `q.n`, of the whole community elsewhere.
    pub(crate) which: &'static str,
    pub(crate) order: &'static str,
    /// The one row is there already and is changed.
    pub(crate) single: bool,
    pub(crate) fields: &'static [Field],
}

impl Kind {
    /// Whether its rows hang on a thread and travel with it.
    pub(crate) fn hangs_on_thread(&self) -> bool {
        self.which.contains("q.n")
    }
}

const fn must(name: &'static str, form: Form) -> Field {
    Field { name, form, needed: true }
}

const fn may(name: &'static str, form: Form) -> Field {
    Field { name, form, needed: false }
}

fn one_of(text: &str, all: &[&str]) -> bool {
    all.contains(&text)
}

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

/// The text of a post; a removed one travels without.
pub(crate) const TEXTS: [&str; 6] = ["title", "body", "source", "name", "mood_words", "facts"];

/// Whether a tree is one that we would have stored.
pub(crate) fn is_tree(text: &str) -> bool {
    text.len() <= chie_domain::markup::MAX_BYTES && serde_json::from_str::<Markup>(text).is_ok()
}

/// Whether something can be named so among its kind.
pub(crate) fn is_own(kind: &str, text: &str) -> bool {
    match kind {
        "product" => ProductKey::parse(text).is_ok(),
        "member" => MemberId::parse(text).is_ok(),
        "tenancy" => TenancyId::parse(text).is_ok(),
        "thread" => ThreadId::parse(text).is_ok(),
        "reply" => ReplyId::parse(text).is_ok(),
        PHOTO => PhotoId::parse(text).is_ok(),
        "claim" => ClaimId::parse(text).is_ok(),
        _ => false,
    }
}

/// What stays behind, and why: whole tables, and columns as `table.column`.
#[cfg(test)]
pub(crate) const LEFT_OUT: &[(&str, &str)] = &[
    ("site.host", "which sites show this installation's tag says nothing elsewhere"),
    ("site.tenancy", "as above"),
    ("guard", "what is set while this place is beset"),
    ("newcomer_act", "how newcomers came in, forgotten after a day"),
    ("work_done", "as above"),
    ("migration", "the schema's own history"),
    ("carried", "parts of a file on its way in"),
    ("proof", "a proof is looked for anew where the brand is to be official"),
    ("idempotency", "retries belong to the place where they were sent"),
    ("outbox", "what is told to this place's directory"),
    ("due", "what this place has to do"),
    ("audit", "a chain that only makes sense where it was written"),
    ("doc", "the search index"),
    ("tally", "counted anew"),
    ("product_word", "made anew"),
    ("reading", "receipts of devices"),
    ("follow", "who follows is private"),
    ("keep_link", "a key"),
    ("letter", "mail that waits"),
    ("silence", "who wants no mail is private"),
    ("helper", "who offered help is private"),
    ("credit", "counted anew"),
    ("carried_photo", "pictures of a file on its way in"),
    ("photo.n", "a place in this table"),
    ("photo.key", "a key"),
    ("photo.state", "only what is shown travels"),
    ("photo.hidden", "as above"),
    ("photo.media", "read off the picture, which travels beside it"),
    ("photo.width", "as above"),
    ("photo.height", "as above"),
    ("photo.bytes", "as above"),
    ("photo.judged_by", "who opened it is known in this place"),
    ("photo.judged_at", "as above"),
    ("thread_line", "made anew"),
    ("objection", "a dispute of those who sit there"),
    ("removal", "as above"),
    ("tiding", "mail that waits"),
    ("claim.act", "acts are undone within minutes, or never"),
    ("claim.undone", "what was undone was not"),
    ("claiming", "as above"),
    ("arrival", "the company's own work"),
    ("taken", "as above"),
    ("note", "private to the company"),
    ("private_note", "private to whoever asked and the company"),
    ("private_photo", "as above"),
    ("saved_reply", "as above"),
    ("hours", "as above"),
    ("set_up", "as above"),
    ("introduction", "people show themselves where they sit"),
    ("face", "their bytes are in the bucket, and belong to whoever sits there"),
    ("sign_on_key", "keys of the company's own server"),
    ("sign_on_taken", "tokens that were taken within the last minutes"),
    ("past.n", "a place in this table"),
    ("product_alias.leads", "made anew"),
    ("tenancy.told", "what those who sit there were told"),
    ("tenancy.recovery", "a key"),
    ("tenancy.recovery_at", "as above"),
    ("tenancy.purged", "nothing private came along"),
    ("seat.told", "what those who sit there were told"),
    ("seat.taken", "as above"),
    ("seat.invited", "as above"),
    ("community.one", "the only row"),
    ("community.naming", "each place's operator decides about names anew"),
    ("community.naming_tenancy", "as above"),
    ("community.matters", "what this place's operator has to look at"),
    ("community.matters_told", "as above"),
    ("naming", "what was shown in this place"),
    ("brand_alias", "proven anew where the brand proves itself"),
    ("doubt", "said to this place's operator"),
    ("member.employee", "shown by an address that this place knows"),
    ("member.champion", "said by those who sit there"),
    ("member.sessions_from", "sessions of this place"),
    ("member.renamed", "how often names were changed here"),
    ("community.outbox_seq", "counts what was told here"),
    ("community.settled_for", "worked out anew"),
    ("community.emergency", "said by a proven brand, which proves itself anew"),
    ("community.emergency_tenancy", "as above"),
    ("search_words.one", "the only row"),
    ("member.account", "a keyed hash that only this place can make"),
    ("member.reached", "as above"),
    ("member.address", "private"),
    ("member.sealed", "private"),
    ("member.lang", "private: the language of mail"),
    ("member.merged_into", "a guest who became a member wrote nothing any more"),
    ("product.threads", "counted anew"),
    ("product.waiting", "counted anew"),
    ("thread.n", "a place in this table"),
    ("thread.replies", "counted anew"),
    ("thread.me_too", "counted anew"),
    ("thread.fan", "worked out anew"),
    ("thread.waits", "worked out anew"),
    ("thread.weight", "worked out anew"),
    ("thread.facet", "worked out anew"),
    ("reply.n", "a place in this table"),
    ("reply.stars", "counted anew"),
    ("claim.n", "a place in this table"),
    ("event.n", "a place in this table"),
    ("caution.n", "a place in this table"),
    ("version.n", "a place in this table"),
    ("act.n", "a place in this table"),
    ("flag", "who flagged what is private, and the record counts what was asked for here"),
    ("appeal", "as above"),
    ("decision", "the record of this place's own operators"),
    ("matter", "what waits for the operator here"),
    ("author_hold", "decided by this place's operators"),
    ("community.house_changed", "what this place's directory was told"),
    ("community.down", "decided by this place's operators"),
    ("community.down_ground", "as above"),
    ("member.name_held", "a name that waits for a decision here"),
];
