//! What every view is handed: the words, the data the first drawing was made from, where it is drawn, and in a browser the
//! client. It never changes; what changes is in [`crate::views::state::State`].

use crate::client::Client;
use crate::locale::{Msg, Words};
use crate::views::rest::Rest;
use crate::views::state::{Filter, Search};
use chie_domain::api::get_embed::Embed;
use chie_domain::api::view::ThreadView;
use chie_domain::badge::Badge;
use chie_domain::id::ThreadId;
use chie_domain::tag::Tag;
use chie_domain::text::ProductKey;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{AbortController, AbortSignal};
use yew::AttrValue;

/// Where a view is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Inside somebody's page, where headings begin at the second level.
    Embed,
    /// As the content of a page of its own.
    Page,
}

/// What every view is handed.
#[derive(Debug)]
pub struct Scene {
    /// The sentences of the chosen language.
    pub words: Words,
    /// The data of the first drawing, but for the thread.
    pub embed: Embed<()>,
    /// The thread of the first drawing.
    pub thread: Option<Rc<ThreadView>>,
    /// Where it is drawn.
    pub setting: Setting,
    /// The way to the server; none while drawing on it.
    pub client: Option<Client>,
    /// How many lines were typed so far: an answer about an older line is dropped.
    pub typed: Cell<u32>,
    /// Hears of what the visitor did: what, in which product and thread. None while drawing on the server.
    pub tell: Option<js_sys::Function>,
    /// Whether the page is one of Chie's own whose address may carry a place.
    pub placed: bool,
    /// The part that is loaded on demand.
    pub rest: Rest,
    /// How many threads were opened or left so far: a reading that ended earlier does not count.
    pub reading: Cell<u32>,
    /// Cancels the request for likely threads or a search that is under way.
    pub looking: RefCell<Option<AbortController>>,
    /// Whether the last letter that was typed belongs to a composition that goes on.
    pub composing: Cell<bool>,
    /// The filter and the tag of the list that the first drawing shows.
    pub narrowed: (Filter, Option<Tag>),
    /// A search that was made for a page of its own.
    pub search: Option<Search>,
}

/// Who stands behind what is shown: three looks that differ in structure.
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    /// Run by customers, and says so.
    FanMade,
    /// On the brand's own host before anything is claimed there: plain.
    Pending,
    /// The brand is present on a valid proof.
    Official(Badge),
}

impl Look {
    /// The class of the root.
    pub const fn class(&self) -> &'static str {
        match self {
            Self::FanMade => "ch-fan",
            Self::Pending => "ch-pending",
            Self::Official(_) => "ch-official",
        }
    }
}

impl Scene {
    /// A scene.
    pub const fn new(embed: Embed<()>, words: Words, setting: Setting, rest: Rest) -> Self {
        Self {
            words,
            embed,
            thread: None,
            setting,
            client: None,
            typed: Cell::new(0),
            tell: None,
            placed: false,
            rest,
            reading: Cell::new(0),
            looking: RefCell::new(None),
            composing: Cell::new(false),
            narrowed: (Filter::All, None),
            search: None,
        }
    }

    /// Cancels what was looked for before, and gives the signal that will cancel the next one.
    pub fn renew_search(&self) -> Option<AbortSignal> {
        let next = AbortController::new().ok();
        let signal = next.as_ref().map(AbortController::signal);
        if let Some(before) = self.looking.replace(next) {
            before.abort();
        }
        signal
    }

    /// A sentence.
    pub fn text(&self, msg: Msg) -> AttrValue {
        self.words.text(msg)
    }

    /// What the brand is called here: its name where that may be shown as fact, else its domain.
    pub fn brand_name(&self) -> AttrValue {
        let community = &self.embed.community;
        community.name.clone().unwrap_or_else(|| community.brand.to_string()).into()
    }

    /// The public page of the product.
    pub fn product_page(&self, product: &ProductKey) -> String {
        self.page(&["/c/", self.embed.community.brand.as_str(), "/", product.as_str()])
    }

    /// A public page in the language that is being read.
    /// The address of a public page in the language that is shown.
    pub fn page(&self, path: &[&str]) -> String {
        [&self.embed.home, path.concat().as_str(), "?lang=", self.words.lang()].concat()
    }

    /// The directory.
    pub fn front_page(&self) -> String {
        self.page(&["/"])
    }

    /// The public page of a thread.
    pub fn thread_page(&self, product: &ProductKey, thread: &ThreadId) -> String {
        self.page(&["/c/", self.embed.community.brand.as_str(), "/", product.as_str(), "/", thread.as_str()])
    }

    /// Where one asks without a program.
    pub fn ask_page(&self, product: &ProductKey) -> String {
        self.page(&["/c/", self.embed.community.brand.as_str(), "/", product.as_str(), "/ask"])
    }

    /// Where one replies without a program.
    pub fn reply_page(&self, product: &ProductKey, thread: &ThreadId) -> String {
        self.page(&["/c/", self.embed.community.brand.as_str(), "/", product.as_str(), "/", thread.as_str(), "/reply"])
    }

    /// The published rules.
    pub fn rules_page(&self) -> String {
        self.page(&["/rules"])
    }

    /// Where a company shows that it is the company.
    pub fn console_page(&self) -> String {
        [&self.embed.console, "/?brand=", self.embed.community.brand.as_str(), "&lang=", self.words.lang()].concat()
    }

    /// The maker's own help where it named some, else its site.
    pub fn makers_site(&self) -> String {
        let own = || ["https://", self.embed.community.brand.as_str(), "/"].concat();
        self.embed.community.help.clone().unwrap_or_else(own)
    }
}
