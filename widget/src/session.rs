//! Who the visitor is to one community: a token that the server gave out at the first write, kept in the site's own storage.
//! Where storage is denied it is kept in memory; before the first write nothing is stored at all.

use chie_domain::api::get_embed::Embed;
use chie_domain::brand::Place;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Storage;

/// The visitor's token in one community.
#[derive(Debug, Clone)]
pub struct Session {
    name: Rc<str>,
    token: Rc<RefCell<Option<String>>>,
}

/// The site's storage, if the site and the visitor allow it.
pub fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// A name in the site's storage. What is tried out has names of its own: nothing of it may wait for the real community.
pub fn storage_name(embed: &Embed<()>, what: &str) -> String {
    let room = if embed.place == Place::Test { "chie:test:" } else { "chie:" };
    [room, embed.community.brand.as_str(), ":", what].concat()
}

impl Session {
    /// The session that was kept here earlier, or none.
    pub fn open(embed: &Embed<()>) -> Self {
        let name = storage_name(embed, "session");
        let token = storage().and_then(|storage| storage.get_item(&name).ok().flatten());
        Self { name: name.into(), token: Rc::new(RefCell::new(token)) }
    }

    /// The token; where there is none, the one that another tab may have kept meanwhile.
    pub fn token(&self) -> Option<String> {
        let mut token = self.token.borrow_mut();
        if token.is_none() {
            *token = storage().and_then(|storage| storage.get_item(&self.name).ok().flatten());
        }
        token.clone()
    }

    /// Keeps a token that the server gave out.
    pub fn keep(&self, token: Option<String>) {
        if let Some(token) = token {
            if let Some(storage) = storage() {
                // A full or denied storage leaves the token in memory.
                let _ = storage.set_item(&self.name, &token);
            }
            *self.token.borrow_mut() = Some(token);
        }
    }

    /// Takes up the token that the site's storage holds now: another tab may have signed in or out. Says whether it is another one.
    pub fn take_up(&self) -> bool {
        let Some(storage) = storage() else { return false };
        let stored = storage.get_item(&self.name).ok().flatten();
        let mut token = self.token.borrow_mut();
        let other = stored != *token;
        *token = stored;
        other
    }

    /// Lets go of a token that no longer counts; if another tab has kept a newer one meanwhile, goes on with that. Says whether
    /// to go on as somebody new: whoever has shown an address is asked first, since a guest's post would not be theirs.
    pub fn renew(&self) -> bool {
        let mut token = self.token.borrow_mut();
        let stored = storage().and_then(|storage| storage.get_item(&self.name).ok().flatten());
        if stored.is_some() && stored != *token {
            *token = stored;
            return true;
        }
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.name);
        }
        *token = None;
        self.address().is_none()
    }

    /// Remembers under which address, shortened, the visitor's posts are kept.
    pub fn know(&self, address: &str) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(&self.address_name(), address);
        }
    }

    /// The address, shortened, under which the visitor's posts are kept: it outlives the session.
    pub fn address(&self) -> Option<String> {
        storage()?.get_item(&self.address_name()).ok()?
    }

    /// Lets go of everything that says who the visitor is.
    pub fn forget(&self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.name);
            let _ = storage.remove_item(&self.address_name());
        }
        *self.token.borrow_mut() = None;
    }

    fn address_name(&self) -> String {
        [&self.name, ":address"].concat()
    }
}
