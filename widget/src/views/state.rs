//! What changes while somebody uses the widget, in one value. A change is a function from the state as it is at that moment,
//! so that an answer from the network never works on an old copy.

mod doing;

use super::undo::Undo;
use crate::client::new_key;
use crate::draft::{Draft, Kept};
use crate::locale::when::{Clock, Zone};
use crate::scene::Scene;
use chie_domain::api::get_embed::{First, Sign};
use chie_domain::api::search_threads;
use chie_domain::api::suggest_threads::Likely;
use chie_domain::api::view::{Author, MineView, ProductView, ThreadPage, ThreadRow, ThreadView};
use chie_domain::device::Fact;
use chie_domain::id::ThreadId;
use chie_domain::personal::Private;
use chie_domain::tag::Tag;
use chie_domain::thread::Kind;
use chie_domain::time::Timestamp;
use std::rc::Rc;
use yew::{AttrValue, Reducible};

pub use doing::{Choosing, Desk, Doing, Helping, House, Keeping, Leaving, Renaming, Secrets};

/// Which screen is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The list of threads.
    List,
    /// One thread.
    Thread,
    /// The second step of asking.
    Ask,
    /// After posting.
    Posted,
    /// Questions that the visitor may know.
    Helping,
    /// Everything that words lead to.
    Search,
}

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fetch {
    /// Nothing is under way.
    Idle,
    /// An answer is awaited.
    Busy,
    /// None came.
    Failed,
}

/// Which threads the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    All,
    /// Those that came to a good end.
    Solved,
    /// Those that wait for an answer.
    Waiting,
    /// Those of one kind.
    Kind(Kind),
    /// Those that an address asked for by what no filter here stands for.
    Other,
}

/// The list.
#[derive(Debug, Clone)]
pub struct List {
    /// Which threads.
    pub filter: Filter,
    /// Their lines.
    pub page: ThreadPage,
    /// Whether more are on their way.
    pub fetch: Fetch,
    /// Only with this tag.
    pub tag: Option<Tag>,
}

/// A search.
#[derive(Debug, Clone)]
pub struct Search {
    /// The words.
    pub q: AttrValue,
    /// The chosen values, in the order of [`super::search::NAMES`]; empty where nothing is chosen.
    pub chosen: [AttrValue; 7],
    /// What was found.
    pub found: Option<search_threads::Response>,
    /// Whether an answer is on its way.
    pub fetch: Fetch,
    /// Counts how often all filters were taken away.
    pub round: u32,
}

impl Default for Search {
    fn default() -> Self {
        Self { q: AttrValue::default(), chosen: Default::default(), found: None, fetch: Fetch::Idle, round: 0 }
    }
}

impl Search {
    /// All of a product.
    pub fn of_product(key: AttrValue) -> Self {
        let [_, kind, phase, answered, steward, within, order] = Default::default();
        Self { chosen: [key, kind, phase, answered, steward, within, order], ..Self::default() }
    }
}

/// What happened since the list or the thread was drawn.
#[derive(Debug, Clone)]
pub struct Fresh {
    /// New replies.
    pub replies: u32,
    /// New threads.
    pub threads: u32,
    /// The list as it is now.
    pub page: Option<ThreadPage>,
    /// The thread as it is now.
    pub view: Option<Rc<ThreadView>>,
}

/// The thread that is open.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Which one.
    pub id: ThreadId,
    /// Its line, known before the rest.
    pub row: ThreadRow,
    /// All of it.
    pub view: Option<Rc<ThreadView>>,
    /// Whether it, or more of it, is on its way.
    pub fetch: Fetch,
    /// Whether it was posted just now and only its author sees it for the time being.
    pub held: bool,
}

impl Opened {
    /// Nothing came: what is shown already stays as it is.
    pub fn fail(&mut self) {
        self.fetch = if self.view.is_none() { Fetch::Failed } else { Fetch::Idle };
    }
}

/// What was found that may answer a line.
#[derive(Debug, Clone)]
pub enum Found {
    /// These threads, one at least.
    Some(Vec<Likely>),
    /// No thread.
    None,
    /// It could not be looked for.
    Unknown,
    /// It was not looked for: the line comes from a draft that was kept.
    Draft,
}

/// What is wrong with a form, next to the field it is about; the empty name is the form as a whole.
pub type Wrong = Vec<(AttrValue, AttrValue)>;

/// A text being written.
#[derive(Debug, Clone, Default)]
pub struct Writing {
    /// The text.
    pub draft: Draft,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// Whether it is being sent.
    pub sending: bool,
    /// A private fact that was found in it.
    pub warned: Option<Warned>,
    /// Whether the writer wants to publish such facts.
    pub private_ok: bool,
    /// What stood here before another tab changed it.
    pub other: Option<Draft>,
    /// Whether the browser would not keep it for the next visit.
    pub unkept: bool,
}

impl Writing {
    /// A draft to go on with.
    pub fn of(draft: Draft) -> Self {
        Self { draft, ..Self::default() }
    }

    /// Changes the draft and keeps it.
    pub fn change(&mut self, name: &str, change: impl FnOnce(&mut Draft)) {
        change(&mut self.draft);
        if self.draft.key.is_empty() {
            self.draft.key = new_key();
        }
        self.unkept = self.draft.save(name) == Kept::InMemory;
    }

    /// What was sent is a post now; what was typed meanwhile stays, as a wish of its own.
    pub fn settle(&mut self, sent: &Draft) {
        let draft = std::mem::take(&mut self.draft);
        *self = Self::of(if draft.says(sent) { Draft::default() } else { Draft { key: new_key(), ..draft } });
    }
}

/// A private fact in a text that is about to be sent.
#[derive(Debug, Clone)]
pub struct Warned {
    /// In which field.
    pub field: &'static str,
    /// What it seems to be.
    pub what: Private,
    /// The words themselves.
    pub words: AttrValue,
}

/// Everything that changes.
#[derive(Debug, Clone)]
pub struct State {
    /// From when times count.
    pub clock: Clock,
    /// Which screen is shown.
    pub screen: Screen,
    /// The product, which the first question makes.
    pub product: ProductView,
    /// The list.
    pub list: List,
    /// The line to search or ask.
    pub line: AttrValue,
    /// What may answer the line; nothing until it was looked for.
    pub likely: Option<Rc<Found>>,
    /// The question being written.
    pub ask: Writing,
    /// The thread that is open.
    pub opened: Option<Opened>,
    /// The reply being written.
    pub reply: Writing,
    /// What is done to a post of it.
    pub desk: Desk,
    /// What may be told of the visitor's device, each with whether it is struck out; nothing until they want to.
    pub facts: Vec<(Fact, bool)>,
    /// What is the visitor's.
    pub mine: Rc<MineView>,
    /// Keeping it.
    pub keeping: Keeping,
    /// Helping others.
    pub helping: Helping,
    /// The tags that are being chosen.
    pub choosing: Option<Choosing>,
    /// What a reader is told, once.
    pub said: AttrValue,
    /// What a mark could not be set on, and why: it is said beside its button.
    pub slip: (AttrValue, AttrValue),
    /// Whether the device has no connection.
    pub offline: bool,
    /// How many texts wait for the connection.
    pub waiting: u32,
    /// Whether the session of somebody who has shown an address is over.
    pub ended: bool,
    /// Where the focus goes next: a selector.
    pub focus: AttrValue,
    /// Counts the times that the focus was sent somewhere.
    pub moved: u32,
    /// The search, once somebody began one.
    pub search: Option<Rc<Search>>,
    /// What is new.
    pub fresh: Option<Rc<Fresh>>,
    /// What this device has seen: threads with the moment of the last post, in milliseconds.
    pub seen: Rc<Vec<(AttrValue, u64)>>,
    /// From which screen the open thread was opened.
    pub came_from: Screen,
    /// What can be taken back, for a few seconds.
    pub undo: Option<Rc<Undo>>,
    /// What is private on a thread.
    pub private: Option<Rc<Secrets>>,
    /// The sign as it is now, where the brand has put one up, changed it or taken it down since this was drawn.
    pub hung: Option<Rc<Hung>>,
}

/// The sign, some time after the first drawing.
#[derive(Debug)]
pub struct Hung {
    /// From when on nothing new is asked.
    pub signpost: Option<Timestamp>,
    /// When this was so.
    pub at: Timestamp,
    /// What it says.
    pub sign: Option<Sign>,
}

/// A change of the state.
pub type Change = Box<dyn FnOnce(&mut State)>;

impl Reducible for State {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        change(&mut state);
        Rc::new(state)
    }
}

impl State {
    /// The state that the first drawing shows.
    pub fn new(scene: &Scene) -> Self {
        let embed = &scene.embed;
        let opened = scene.thread.as_ref().map(|view| Opened {
            id: view.row.id.clone(),
            row: view.row.clone(),
            view: Some(view.clone()),
            fetch: Fetch::Idle,
            held: false,
        });
        Self {
            clock: Clock { now: embed.now, zone: Zone::Utc, exact: Zone::Utc },
            screen: match (&opened, embed.first) {
                (Some(_), _) => Screen::Thread,
                (None, First::Ask) if !embed.says.sign.as_ref().is_some_and(|sign| sign.closed) => Screen::Ask,
                (None, First::Ask | First::List) => Screen::List,
            },
            product: embed.product.clone(),
            list: List { filter: scene.narrowed.0, page: embed.threads.clone(), fetch: Fetch::Idle, tag: scene.narrowed.1.clone() },
            line: AttrValue::default(),
            likely: None,
            ask: Writing::default(),
            opened,
            reply: Writing::default(),
            desk: Desk::default(),
            facts: Vec::new(),
            mine: Rc::default(),
            keeping: Keeping::default(),
            helping: Helping {
                view: None,
                fetch: Fetch::Idle,
                same: AttrValue::default(),
                same_wrong: None,
                leaving: Leaving::Not,
                renaming: None,
                out: None,
            },
            choosing: None,
            said: AttrValue::default(),
            slip: Default::default(),
            offline: false,
            waiting: 0,
            ended: false,
            focus: AttrValue::default(),
            moved: 0,
            search: None,
            fresh: None,
            seen: Rc::default(),
            came_from: Screen::List,
            undo: None,
            private: None,
            hung: None,
        }
    }

    /// Begins with a search, where one was made for the page.
    #[cfg(not(feature = "embed"))]
    #[must_use]
    pub fn searching(mut self, search: Option<&Search>) -> Self {
        if let Some(search) = search {
            self.line.clone_from(&search.q);
            self.search = Some(Rc::new(search.clone()));
            self.screen = Screen::Search;
        }
        self
    }

    /// Changes the search, if there is one.
    pub fn with_search(&mut self, change: impl FnOnce(&mut Search)) {
        if let Some(search) = &mut self.search {
            change(Rc::make_mut(search));
        }
    }

    /// Tells a reader something. The same words twice in a row are another piece of news, and must differ to be heard.
    pub fn tell(&mut self, said: AttrValue) {
        self.said = if self.said == said { [&said, "\u{a0}"].concat().into() } else { said };
    }

    /// Sends the focus to whatever the selector finds after the next drawing.
    pub fn focus_on(&mut self, selector: impl Into<AttrValue>) {
        self.focus = selector.into();
        self.moved += 1;
    }

    /// Shows a screen and sends the focus to its heading.
    pub fn show(&mut self, screen: Screen) {
        self.fresh = None;
        self.screen = screen;
        self.focus_on("[data-ch-head]");
    }

    /// Changes the open thread if it is still this one.
    pub fn with_thread(&mut self, id: &ThreadId, change: impl FnOnce(&mut Opened)) {
        if let Some(opened) = self.opened.as_mut().filter(|opened| opened.id == *id) {
            change(opened);
            // The list shows the same line.
            let row = opened.view.as_ref().map_or(&opened.row, |view| &view.row);
            if let Some(line) = self.list.page.rows.iter_mut().find(|line| line.id == *id) {
                line.clone_from(row);
            }
        }
    }

    /// Somebody who joined goes by another identifier from then on: their posts in the open thread are theirs still.
    pub fn rename_me(&mut self, now: Option<&Author>) {
        let (Some(before), Some(now)) = (self.mine.me.clone(), now) else { return };
        let Some(view) = self.opened.as_mut().and_then(|opened| opened.view.as_mut()) else { return };
        let view = Rc::make_mut(view);
        for author in std::iter::once(&mut view.author).chain(view.replies.iter_mut().map(|reply| &mut reply.author)) {
            if author.member == before.member {
                *author = now.clone();
            }
        }
    }

    /// Puts a thread in the place of the open one. The server gives its first part; later parts that were read stay.
    pub fn replace_thread(&mut self, mut view: ThreadView) {
        let id = view.row.id.clone();
        self.with_thread(&id, |opened| {
            if let Some(old) = opened.view.as_ref().filter(|old| old.replies.len() > view.replies.len()) {
                let later = old.replies.iter().filter(|reply| view.replies.iter().all(|new| new.id != reply.id));
                let later: Vec<_> = later.cloned().collect();
                view.replies.extend(later);
                view.next.clone_from(&old.next);
            }
            opened.row = view.row.clone();
            opened.view = Some(Rc::new(view));
            opened.fetch = Fetch::Idle;
        });
    }
}
