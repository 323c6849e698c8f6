//! What somebody has typed and not yet sent. It is kept in the site's storage from the first letter of the text on, with
//! the name of the wish, so that sending it again after a reload is the same write.

use crate::session::storage;
use chie_domain::mood::Face;
use chie_domain::thread::Kind;

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
        let text = storage()?.get_item(name).ok()??;
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
    pub fn save(&self, name: &str) {
        if let Some(storage) = storage() {
            let (kind, mood) = (self.kind.map_or("", Kind::code), self.mood.map_or("", Face::code));
            let told = [kind, mood, &self.mood_words].join("\t");
            // A full storage keeps the draft in memory only.
            let _ = storage.set_item(name, &[self.key.as_str(), &told, &self.title, &self.name, &self.body].join("\n"));
        }
    }

    /// Lets go of what was kept under a name.
    pub fn forget(name: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(name);
        }
    }
}
