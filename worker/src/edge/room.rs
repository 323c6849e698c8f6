//! Test mode: which of a brand's two communities a request is about. A page on somebody's own machine, one on a site that is missing from
//! the brand's list, and whoever says so themselves get the one for trying things out, under addresses that begin with `/test`.
//! That one may always be asked for; the real one only from where it shows. Rules of hosts are the domain's; the list is the community's.

use chie_domain::brand::{BrandDomain, Host};
use chie_domain::site::{Room, host_of, is_listed, is_local};
use chie_domain::time::Timestamp;
use std::cell::RefCell;
use std::collections::HashMap;

use super::cache::OLDEST;
use super::call::{Call, HostKind};
use crate::clock;

/// What addresses of the one for trying things out begin with.
pub(crate) const TEST: &str = "/test";

const MOST: usize = 2_048;

thread_local! {
    /// The lists that objects told of lately: an answer that is remembered here was made knowing its brand's list. An older one
    /// may have changed elsewhere, and the object is asked again.
    static LISTS: RefCell<HashMap<BrandDomain, (Timestamp, Vec<Host>)>> = RefCell::new(HashMap::new());
}

/// Remembers a brand's list, as its object has just told it.
pub(crate) fn note(brand: &BrandDomain, sites: Vec<Host>) {
    LISTS.with_borrow_mut(|lists| {
        if sites.is_empty() {
            lists.remove(brand);
            return;
        }
        if lists.len() >= MOST {
            lists.clear();
        }
        lists.insert(brand.clone(), (clock::now(), sites));
    });
}

fn is_known_to_be_unlisted(brand: &BrandDomain, host: &str) -> bool {
    let now = clock::now();
    LISTS.with_borrow(|lists| lists.get(brand).is_some_and(|(at, sites)| now.since(*at) < OLDEST && !is_listed(sites, host)))
}

/// A page of another site that asks.
pub(crate) enum Page {
    /// None of any other site: our own pages, or no browser.
    Ours,
    /// One that nobody else can open.
    Local,
    /// One of a site.
    Of(String),
}

impl Call {
    /// What is known so far of the community that is meant; asking its object may tell otherwise.
    pub(crate) fn room(&self, brand: &BrandDomain) -> Room {
        if self.host == HostKind::Console {
            return Room::Public;
        }
        if self.is_test.get() {
            return Room::Test;
        }
        let test = match self.page() {
            Page::Ours => false,
            Page::Local => true,
            Page::Of(_) if self.clock_is_set() => false,
            Page::Of(host) => is_known_to_be_unlisted(brand, &host),
        };
        if test {
            self.is_test.set(true);
        }
        if test { Room::Test } else { Room::Public }
    }

    /// The page that asks, by what its browser says.
    pub(crate) fn page(&self) -> Page {
        self.header("origin").map_or(Page::Ours, |origin| self.page_of(&origin))
    }

    /// A page by its origin.
    pub(crate) fn page_of(&self, origin: &str) -> Page {
        let settings = &self.settings;
        if origin == settings.chie || origin == settings.console {
            return Page::Ours;
        }
        match host_of(origin) {
            Some(host) if settings.real_hosts.iter().any(|real| real == host) => Page::Ours,
            Some(host) if is_local(host) => Page::Local,
            Some(host) => Page::Of(host.to_owned()),
            // Our own pages tell nobody where a form was sent from; of a file on somebody's disk the loader says so itself.
            None => Page::Ours,
        }
    }

    /// Where everything of this request is found: our origin, with what addresses begin with in test mode.
    pub(crate) fn home(&self) -> String {
        let test = if self.is_test.get() { TEST } else { "" };
        format!("{}{test}", self.settings.chie)
    }
}
