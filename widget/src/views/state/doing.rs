//! What somebody is in the midst of: a post they change, an address they give, questions they look through, a name, tags, private
//! notes.

use super::{Fetch, Writing, Wrong};
use chie_domain::api::{get_helping, get_private_notes, get_statement, get_versions};
use chie_domain::ground::Ground;
use chie_domain::id::{PhotoId, ThreadId};
use std::rc::Rc;
use yew::AttrValue;

/// What somebody does to a post that stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Changes their own words.
    Change,
    /// Is asked whether to delete them.
    Delete,
    /// Reads earlier versions.
    Versions,
    /// Remarks on a reply.
    Comment,
    /// Shares the thread.
    Share,
    /// Says that it breaks a rule.
    Flag,
    /// Reads why something of theirs is hidden or was removed.
    Statement,
}

/// What is being flagged, or why something is hidden.
#[derive(Debug, Clone)]
pub struct House {
    /// The post, photo, member or badge.
    pub about: AttrValue,
    /// The ground that was chosen.
    pub ground: Option<Ground>,
    /// The reasons for its author.
    pub statement: Option<get_statement::Response>,
}

/// What is being done, to one post at a time.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// The post: its identifier.
    pub post: AttrValue,
    /// What is done to it; nothing while nothing is.
    pub doing: Option<Doing>,
    /// The text of it.
    pub writing: Writing,
    /// What the post said before.
    pub versions: Option<Rc<get_versions::Response>>,
    /// What is flagged, or the reasons for its author.
    pub house: Option<Rc<House>>,
}

/// Keeping what one posted under an e-mail address.
#[derive(Debug, Clone, Default)]
pub struct Keeping {
    /// The address.
    pub email: AttrValue,
    /// The code.
    pub code: AttrValue,
    /// For how many minutes the code that was sent can be used.
    pub minutes: Option<u32>,
    /// What is wrong.
    pub wrong: Wrong,
    /// Whether an answer is awaited.
    pub sending: bool,
    /// The thread about which somebody wants mail.
    pub offered: Option<ThreadId>,
    /// The private link, while it is shown.
    pub link: AttrValue,
    /// Whether it was copied.
    pub copied: bool,
    /// Whether the link could not be made or taken back.
    pub link_wrong: bool,
    /// In how many minutes half of the questions had a first answer.
    pub first_answer: Option<u32>,
}

/// Helping others.
#[derive(Debug, Clone)]
pub struct Helping {
    /// The questions, and what the visitor has earned.
    pub view: Option<Rc<get_helping::Response>>,
    /// Whether they are on their way.
    pub fetch: Fetch,
    /// The link of the thread that the open one is the same as, while it is typed.
    pub same: AttrValue,
    /// What is wrong with it.
    pub same_wrong: Option<AttrValue>,
    /// How far the visitor's taking everything along, or away, has come.
    pub leaving: Leaving,
    /// The name that is being changed.
    pub renaming: Option<Rc<Renaming>>,
    /// What is said once the visitor has signed out.
    pub out: Option<AttrValue>,
}

/// A member's name, while it is changed.
#[derive(Debug, Clone)]
pub struct Renaming {
    /// What is typed.
    pub name: AttrValue,
    /// What is wrong with it.
    pub wrong: Option<AttrValue>,
    /// Whether it is on its way.
    pub busy: bool,
}

/// Taking along, or away, what is one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// Nothing of it.
    Not,
    /// A file is being put together.
    Packing,
    /// The visitor is asked whether they are sure.
    Sure,
    /// It goes.
    Erasing,
    /// It did not work.
    Failed,
    /// They act for the brand, which they give up elsewhere.
    Seated,
    /// It is gone.
    Gone,
}

/// Choosing the tags of a thread.
#[derive(Debug, Clone)]
pub struct Choosing {
    /// Of which one.
    pub thread: ThreadId,
    /// Those that are chosen.
    pub chosen: Vec<String>,
    /// Those that can be, the chosen ones too.
    pub offered: Vec<String>,
    /// A word of one's own.
    pub own: AttrValue,
    /// What is wrong with it.
    pub wrong: Option<AttrValue>,
}

/// The private notes of a thread of the visitor's own.
#[derive(Debug, Clone)]
pub struct Secrets {
    /// Which thread.
    pub thread: ThreadId,
    /// The notes, once they are here.
    pub view: Option<get_private_notes::Response>,
    /// The answer being written.
    pub writing: Writing,
    /// Photos that were fetched: which one, and the address that holds it.
    pub pictures: Vec<(PhotoId, AttrValue)>,
    /// Whether they are not given out on this page.
    pub elsewhere: bool,
    /// Whether they did not come.
    pub failed: bool,
}

impl Secrets {
    /// Nothing known of them yet.
    pub fn of(thread: ThreadId) -> Self {
        Self { thread, view: None, writing: Writing::default(), pictures: Vec::new(), elsewhere: false, failed: false }
    }
}
