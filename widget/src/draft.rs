//! What somebody has typed and not yet sent. It is kept in the site's storage from the first letter of the text on, with
//! the name of the wish, so that sending it again after a reload is the same write. A text that was sent without an answer
//! waits beside its draft, as the very request that it was. Where storage is full or denied, all of this lasts as long as the
//! page.

use crate::session::storage;
use chie_domain::mood::Face;
use chie_domain::thread::Kind;
use std::cell::RefCell;

/// A text on its way to becoming a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The name of the wish; made when it is first kept.
    pub key: String,
    /// The line (of a question only).
    pub title: String,
    /// The text.
    pub body: String,
    /// The name to go by.
    pub name: String,
    /// The kind somebody chose; guessed from the words where they chose none.
    pub kind: Option<Kind>,
    /// How the asker feels.
    pub mood: Option<Face>,
    /// The same in a few words.
    pub mood_words: String,
}

impl Draft {
    /// The draft that was kept under a name.
    pub fn load(name: &str) -> Option<Self> {
        Self::read(&kept(name)?)
    }

    /// A draft as it was written down.
    #[inline(never)]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(5, '\n');
        let mut next = || parts.next().map(str::to_owned);
        let (key, kind, title, name, body) = (next()?, next()?, next()?, next()?, next()?);
        // Drafts of earlier programs end after the kind.
        let mut told = kind.splitn(3, '\t');
        let kind = told.next().and_then(Kind::from_code);
        let mood = told.next().and_then(Face::from_code);
        let mood_words = told.next().unwrap_or_default().to_owned();
        Some(Self { key, title, body, name, kind, mood, mood_words })
    }

    /// Keeps it.
    #[inline(never)]
    pub fn save(&self, name: &str) -> Kept {
        let (kind, mood) = (self.kind.map_or("", Kind::code), self.mood.map_or("", Face::code));
        let told = [kind, mood, &self.mood_words].join("\t");
        keep(name, [self.key.as_str(), &told, &self.title, &self.name, &self.body].join("\n"))
    }

    /// Whether another says the same.
    pub fn says(&self, other: &Self) -> bool {
        (&self.title, &self.body, &self.name) == (&other.title, &other.body, &other.name)
            && (self.mood, &self.mood_words) == (other.mood, &other.mood_words)
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.body.is_empty()
    }
}

/// For how long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// For the next visit too.
    OnDevice,
    /// Until the page is left.
    InMemory,
}

thread_local! {
    /// What the site's storage would not take.
    static MEMORY: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a text under a name.
#[inline(never)]
pub fn keep(name: &str, text: String) -> Kept {
    let stored = storage().is_some_and(|storage| storage.set_item(name, &text).is_ok());
    MEMORY.with_borrow_mut(|all| {
        all.retain(|(one, _)| one != name);
        if !stored {
            all.push((name.to_owned(), text));
        }
    });
    if stored { Kept::OnDevice } else { Kept::InMemory }
}

/// The text that was kept under a name.
#[inline(never)]
pub fn kept(name: &str) -> Option<String> {
    let memory = MEMORY.with_borrow(|all| all.iter().find(|(one, _)| one == name).map(|(_, text)| text.clone()));
    memory.or_else(|| storage()?.get_item(name).ok()?)
}

/// Lets go of what was kept under a name.
#[inline(never)]
pub fn forget(name: &str) {
    MEMORY.with_borrow_mut(|all| all.retain(|(one, _)| one != name));
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// The names that something is kept under.
#[inline(never)]
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = MEMORY.with_borrow(|all| all.iter().map(|(name, _)| name.clone()).collect());
    if let Some(storage) = storage() {
        let all = storage.length().unwrap_or_default();
        names.extend((0..all).filter_map(|place| storage.key(place).ok().flatten()));
    }
    names
}
