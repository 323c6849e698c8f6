//! What is carried, kind by kind, in the order in which it can be brought in again.

mod kinds;

use chie_domain::id::{ClaimId, MemberId, PhotoId, ReplyId, TenancyId, ThreadId};
use chie_domain::markup::Markup;
use chie_domain::text::ProductKey;
pub(crate) use kinds::{KINDS, PHOTO};

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
    ("api_key", "keys of the company's own programs"),
    ("sign_on_key", "keys of the company's own server"),
    ("sign_on_taken", "tokens that were taken within the last minutes"),
    ("webhook", "the company's own server, which this place signs for"),
    ("delivery", "what such a server is told"),
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
