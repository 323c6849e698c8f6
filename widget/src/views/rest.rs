//! The part of the program that is loaded on demand: whatever is not needed to read the list, to search and to ask. The build
//! divides the program at `split::table`: what can be reached through [`Table`] alone leaves the first part and becomes a
//! file of its own, code and constants. So a view or an act goes behind the split when it is called through a field of
//! [`Table`] and from nowhere else; everything that it calls goes along by itself. Types of the state stay in the first part.

use super::cx::{Cx, LIVE};
use super::list::fresh;
use super::state::{Fetch, Filter, Search, Writing};
use super::undo::Posted;
use super::undo::Undo;
use super::{ask, failure, helping, list, mine, outbox, own_time, photos, posted, search, thread, undo, warn, wave};
use crate::client::{Call, Failure};
use crate::draft::Draft;
use crate::locale::Words;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_embed::Open;
use chie_domain::api::view::ThreadView;
use chie_domain::id::ThreadId;
use std::cell::OnceCell;
#[cfg(not(feature = "embed"))]
use std::future::{Ready, ready};
#[cfg(feature = "embed")]
use std::task::{Context, Poll, Waker};
use web_sys::StorageEvent;
use yew::{AttrValue, Html};

/// The doors to the second part.
#[derive(Debug)]
pub struct Table {
    /// Reads the thread that the first drawing began with.
    pub read_thread: fn(&[u8]) -> Option<ThreadView>,
    /// Takes up a thread that arrived, or more of it than was known.
    pub thread_arrived: fn(&Cx, &ThreadId, &[u8]),
    /// Draws the open thread below its heading.
    pub thread: fn(&Cx, &ThreadView, Fetch) -> Html,
    /// Draws what follows posting: the form for an address, the private link, the choice of tags.
    pub keep: fn(&Cx) -> Html,
    /// Draws the questions that the visitor may know.
    pub helping: fn(&Cx) -> Html,
    /// Goes there.
    pub open_helping: fn(&Cx),
    /// Fetches the lines of a filter, from a cursor on.
    pub load_list: fn(&Cx, Filter, Option<String>),
    /// Takes up the answer to a reply or a remark that was sent.
    pub sent: fn(&Cx, Posted, &Draft, Result<Vec<u8>, Failure>),
    /// Looks for a private fact in a question.
    pub ask_stops: fn(&mut Writing) -> bool,
    /// Draws what was found.
    pub ask_private: fn(&Cx) -> Option<Html>,
    /// Draws what the fold names, the faces to choose from, and the facts about the device.
    pub ask_more: fn(&Cx) -> [Html; 3],
    /// Waits for the photos that were picked.
    pub photos_ready: fn(&Cx, &js_sys::Function, photos::Ready),
    /// Draws a search.
    pub search: fn(&Cx, &Search) -> Html,
    /// Opens a search.
    pub open_search: fn(&Cx, Search),
    /// Asks whether anything is new.
    pub look: fn(&Cx),
    /// Draws the bar that says what is new.
    pub bar: fn(&Cx) -> Option<Html>,
    /// The visitor leaves a thread.
    pub left: fn(&Cx),
    /// The visitor asked, and this became the thread.
    pub asked: fn(&Cx, ThreadId, Draft),
    /// Draws the way to take back what was posted just now.
    pub undo: fn(&Cx, &Undo) -> Html,
    /// Says what a refusal means.
    pub sentence: fn(&Words, &ApiError) -> AttrValue,
    /// Draws what to do first, if texts speak of danger.
    pub danger: fn(&Cx, &[&str]) -> Option<Html>,
    /// Draws that another tab changed the question.
    pub ask_note: fn(&Cx) -> Html,
    /// Sends what waits.
    pub resend: fn(&Cx),
    /// Takes up what another tab wrote.
    pub follow: fn(&Cx, &StorageEvent),
    /// Fetches what is the visitor's.
    pub load_mine: fn(&Cx),
    /// When the brand opens or closes, by the visitor's own clock.
    pub own_time: fn(&Cx, &Open) -> Option<Html>,
    /// Draws the place that goes along with a question, and the field that only programs fill in.
    pub trap: fn(&Cx) -> Html,
    /// Adds to what is sent how its form was filled in.
    pub marks: fn(&Cx, Call) -> Call,
    /// Does the work that a wave asks for, and sends again.
    pub work: fn(&Cx, String, Draft, String),
}

/// What only draws is here for the server, too.
static TABLE: Table = Table {
    read_thread: thread::read,
    thread_arrived: if LIVE { thread::arrived } else { |_, _, _| {} },
    thread: thread::whole,
    keep: posted::below,
    helping: helping::screen,
    open_helping: if LIVE { helping::open } else { |_| {} },
    load_list: if LIVE { list::load_list } else { |_, _, _| {} },
    sent: if LIVE { thread::sent } else { |_, _, _, _| {} },
    ask_stops: ask::ask_stops,
    ask_private: ask::private,
    ask_more: ask::more,
    photos_ready: if LIVE { photos::wait } else { |_, _, _| {} },
    search: search::screen,
    open_search: if LIVE { search::open } else { |_, _| {} },
    look: if LIVE { fresh::look } else { |_| {} },
    bar: fresh::bar,
    left: if LIVE { thread::left } else { |_| {} },
    asked: if LIVE { posted::asked } else { |_, _, _| {} },
    undo: undo::bar,
    sentence: failure::sentence,
    danger: warn::found,
    ask_note: ask::note,
    resend: if LIVE { outbox::send_waiting } else { |_| {} },
    follow: if LIVE { outbox::follow } else { |_, _| {} },
    load_mine: if LIVE { mine::load } else { |_| {} },
    own_time: own_time::told,
    trap: ask::beside,
    marks: wave::marks,
    work: if LIVE { wave::work } else { |_, _, _, _| {} },
};

/// What follows loading.
type OnRest = Box<dyn FnOnce(&Cx, Option<&'static Table>)>;

/// The second part, once it is here, and the way to it.
#[derive(Debug)]
pub struct Rest {
    table: OnceCell<&'static Table>,
    #[cfg(feature = "embed")]
    load: js_sys::Function,
}

/// Where nothing is divided, all of it is here from the beginning.
#[cfg(not(feature = "embed"))]
impl Rest {
    /// The second part.
    pub fn here() -> Self {
        Self { table: OnceCell::from(&TABLE) }
    }

    /// The doors.
    pub fn get(&self) -> Option<&'static Table> {
        self.table.get().copied()
    }

    fn load(&self, _: &Words) -> Ready<Option<&'static Table>> {
        ready(self.get())
    }
}

#[cfg(feature = "embed")]
impl Rest {
    /// A part that `load` puts beside the first one, or has already; it gives a promise of that part's words and may be called again.
    pub fn new(load: js_sys::Function, loaded: bool) -> Self {
        let rest = Self { table: OnceCell::new(), load };
        if loaded {
            rest.take();
        }
        rest
    }

    /// The doors, if the second part is here.
    pub fn get(&self) -> Option<&'static Table> {
        self.table.get().copied()
    }

    /// Takes the doors of a part that was loaded just now.
    fn take(&self) -> Option<&'static Table> {
        let table = std::pin::pin!(split::table());
        if let Poll::Ready(table) = table.poll(&mut Context::from_waker(Waker::noop())) {
            // Another may have been quicker.
            let _ = self.table.set(table);
        }
        self.get()
    }

    /// The doors, as soon as the second part and its words are here; nothing if they cannot be had.
    async fn load(&self, words: &Words) -> Option<&'static Table> {
        let promise = self.load.call0(&wasm_bindgen::JsValue::NULL).ok()?;
        let said = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(promise)).await.ok()?;
        words.take_up(&js_sys::Uint8Array::new(&said).to_vec())?;
        self.take()
    }
}

impl Cx {
    /// What is new, where anything is.
    pub fn bar(&self) -> Html {
        let wanted = self.state.fresh.is_some() || !self.state.mine.asked_privately.is_empty();
        self.rest().filter(|_| wanted).and_then(|rest| (rest.bar)(self)).unwrap_or_default()
    }

    /// The way to take back what was posted just now.
    pub fn undo(&self) -> Html {
        self.state.undo.as_ref().and_then(|undo| Some((self.rest()?.undo)(self, undo))).unwrap_or_default()
    }

    /// The second part, if it is here.
    pub fn rest(&self) -> Option<&'static Table> {
        self.scene.rest.get()
    }

    /// Does something with the second part, at once where it is here, else as soon as it is; what was drawn without it is drawn
    /// again then. Nothing is handed over where it cannot be had.
    pub fn with_rest(&self, then: impl FnOnce(&Self, Option<&'static Table>) + 'static) {
        if LIVE {
            self.after_loading(Box::new(then));
        }
    }

    /// Does something with the second part; where it cannot be had, the public page does the same without any program.
    pub fn with_rest_or(&self, page: String, then: impl FnOnce(&Self, &'static Table) + 'static) {
        if LIVE {
            self.after_loading(Box::new(move |cx, rest| match rest {
                Some(rest) => then(cx, rest),
                None => go_to(&page),
            }));
        }
    }

    #[inline(never)]
    fn after_loading(&self, then: OnRest) {
        if let Some(table) = self.rest() {
            return then(self, Some(table));
        }
        let cx = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let table = cx.scene.rest.load(&cx.scene.words).await;
            cx.set(|_| {});
            then(&cx, table);
        });
    }
}

/// Leaves for another page.
fn go_to(page: &str) {
    if let Some(window) = web_sys::window() {
        // Whatever keeps a page from being left is the page's.
        let _ = window.location().set_href(page);
    }
}

/// Where the build divides the program. The macro's runtime would load the part by itself; here the page's script does.
#[cfg(feature = "embed")]
mod split {
    use super::{TABLE, Table};

    #[wasm_split_macros::wasm_split(rest, wasm_split_path = self)]
    pub(super) fn table() -> &'static Table {
        &TABLE
    }

    /// What the macro expects: by then the part is loaded.
    mod rt {
        use std::ffi::c_void;
        use std::future::{Ready, ready};
        use std::pin::Pin;

        pub(super) type LoadCallbackFn = unsafe extern "C" fn(*const c_void, bool);

        pub(super) struct LazySplitLoader;

        impl LazySplitLoader {
            pub(super) const fn new(_: unsafe extern "C" fn(LoadCallbackFn, *const c_void)) -> Self {
                Self
            }
        }

        pub(super) fn ensure_loaded(_: Pin<&'static LazySplitLoader>) -> Ready<Result<(), ()>> {
            ready(Ok(()))
        }
    }
}
