//! The console as a whole: who is signed in, which screen, in which language; results are told in one place.

use super::brand_room::BrandRoom;
use super::browser;
use super::client;
use super::dialog::Dialog;
use super::front::{Front, Notice, Remote, Tone};
use super::house::HouseDesk;
use super::locale::{self, House, Insight, Msg, Work};
use super::parts::{Button, Failed, Weight};
use super::screen::{Room, Screen, use_screen};
use super::shell::Shell;
use super::sign_in::SignIn;
use super::start::Start;
use super::trouble::Trouble;
use crate::locale::{Locale, Words};
use chie_domain::api::confirm_code::SignedIn;
use chie_domain::api::route::Route;
use std::rc::Rc;
use yew::prelude::*;

/// Good news stays this long.
const GOOD_NEWS_MS: i32 = 12_000;

/// Who is signed in, once that is known; nobody is an answer too.
type Session = Remote<Option<Rc<SignedIn>>>;

/// The console.
#[component]
pub(crate) fn App() -> Html {
    let screen = use_screen();
    let locale = use_state(|| {
        let wanted = browser::query("lang").or_else(|| browser::kept(browser::LANGUAGE)).unwrap_or_else(browser::language);
        Locale::pick(Some(&wanted))
    });
    let session = use_state(|| Session::Loading);
    let expired = use_state(|| false);
    let epoch = use_state(|| 0_u32);
    let notice = use_state(|| None::<Notice>);

    let ask_session = {
        let setter = session.setter();
        Callback::from(move |()| {
            let setter = setter.clone();
            setter.set(Session::Loading);
            wasm_bindgen_futures::spawn_local(async move {
                setter.set(match client::read::<SignedIn>(&Route::GetSession, &[]).await {
                    Ok(who) => Session::Ready(Some(Rc::new(who))),
                    Err(Trouble::SignedOut) => Session::Ready(None),
                    Err(trouble) => Session::Failed(trouble),
                });
            });
        })
    };
    use_effect_with((), {
        let ask_session = ask_session.clone();
        move |()| ask_session.emit(())
    });

    let who = match &*session {
        Remote::Ready(who) => who.clone(),
        Remote::Loading | Remote::Failed(_) => None,
    };
    let words = use_memo(*locale, |locale| Words::of(*locale));
    let home = use_memo((), |()| AttrValue::from(browser::home()));
    let front = Front {
        locale: *locale,
        words,
        who: who.clone(),
        epoch: *epoch,
        home: (*home).clone(),
        notices: use_callback((), {
            let setter = notice.setter();
            move |it, ()| setter.set(it)
        }),
        expired: use_callback((), {
            let setter = expired.setter();
            move |(), ()| setter.set(true)
        }),
        speak: use_callback((), {
            let setter = locale.setter();
            move |locale: Locale, ()| {
                browser::keep(browser::LANGUAGE, locale.code());
                setter.set(locale);
            }
        }),
        sign_out: use_callback(*locale, {
            let (session, notice) = (session.setter(), notice.setter());
            move |(), locale| {
                let (session, notice, locale) = (session.clone(), notice.clone(), *locale);
                wasm_bindgen_futures::spawn_local(async move {
                    let (tone, text) = match client::act_only(&Route::SignOut).await {
                        Ok(()) | Err(Trouble::SignedOut) => {
                            browser::forget();
                            session.set(Session::Ready(None));
                            (Tone::Done, locale::say(locale, Msg::SignedOut))
                        }
                        Err(trouble) => (Tone::Trouble, trouble.say(locale)),
                    };
                    notice.set(Some(Notice { tone, text }));
                });
            }
        }),
        signed_in: use_callback(*epoch, {
            let (session, expired, notice, epoch) = (session.setter(), expired.setter(), notice.setter(), epoch.setter());
            move |who: SignedIn, before| {
                epoch.set(before.wrapping_add(1));
                session.set(Session::Ready(Some(Rc::new(who))));
                expired.set(false);
                notice.set(None);
            }
        }),
    };
    use_arrival(&front, &screen, who.is_some(), &notice);

    let body = match &*session {
        Remote::Loading => {
            html! { <Shell><h1 tabindex="-1" class="loading" role="status">{ front.say(Msg::Loading) }</h1></Shell> }
        }
        Remote::Failed(trouble) => html! {
            <Shell><h1 tabindex="-1">{ front.say(Msg::Console) }</h1><Failed trouble={trouble.clone()} again={ask_session} /></Shell>
        },
        Remote::Ready(None) => html! { <Shell><h1 tabindex="-1">{ front.say(Msg::SignIn) }</h1><SignIn /></Shell> },
        Remote::Ready(Some(_)) => match &screen {
            Screen::Start => html! { <Shell><Start /></Shell> },
            Screen::Brand(brand, room) => {
                html! { <BrandRoom key={brand.as_str()} brand={brand.clone()} room={room.clone()} /> }
            }
            Screen::House(open) => html! { <Shell wide=true><HouseDesk open={open.clone()} /></Shell> },
            Screen::Name(brand) => html! { <Shell wide=true><HouseDesk name={brand.clone()} /></Shell> },
            Screen::Nowhere => html! {
                <Shell>
                    <h1 tabindex="-1">{ front.say(Msg::NothingHere) }</h1>
                    <p>{ front.say(Msg::NothingHereLead) }</p>
                    <p><a class="btn" href={Screen::Start.href()}>{ front.say(Msg::Brands) }</a></p>
                </Shell>
            },
        },
    };
    let leave = Callback::from({
        let expired = expired.clone();
        move |()| expired.set(false)
    });
    html! {
        <ContextProvider<Front> context={front.clone()}>
            { body }
            { told(&front, &notice) }
            <Dialog id="again" title={front.say(Msg::SignIn)} open={*expired} {leave}>
                <p>{ front.say(Msg::SessionOver) }</p>
                <SignIn />
            </Dialog>
        </ContextProvider<Front>>
    }
}

/// The place where results are told. It is there before its text, so that readers hear the text.
fn told(front: &Front, notice: &UseStateHandle<Option<Notice>>) -> Html {
    let text = |tone: Tone| notice.as_ref().filter(|it| it.tone == tone).map(|it| html! { <p>{ it.text.clone() }</p> });
    let class = match notice.as_ref().map(|it| it.tone) {
        None => "told",
        Some(Tone::Done) => "told shown",
        Some(Tone::Trouble) => "told shown trouble",
    };
    let press = {
        let notice = notice.clone();
        Callback::from(move |()| notice.set(None))
    };
    html! {
        <div {class}>
            <div role="status">{ text(Tone::Done) }</div>
            <div role="alert">{ text(Tone::Trouble) }</div>
            if notice.is_some() { <Button label={front.say(Msg::Close)} weight={Weight::Text} {press} /> }
        </div>
    }
}

/// Arriving at a screen: the title says where, the focus stands at its heading, and what was told before is over.
#[hook]
fn use_arrival(front: &Front, screen: &Screen, signed_in: bool, notice: &UseStateHandle<Option<Notice>>) {
    let title = match screen {
        _ if !signed_in => front.say(Msg::SignIn),
        Screen::Start | Screen::Nowhere => front.say(Msg::YourBrands),
        Screen::House(None) => front.house(House::Title),
        Screen::House(Some((brand, _))) => AttrValue::from(format!("{} · {brand}", front.house(House::Title))),
        Screen::Name(brand) => AttrValue::from(format!("{} · {brand}", front.house(House::ABrandName))),
        Screen::Brand(brand, room) => {
            let room = match room {
                Room::Next | Room::Changes => front.say(Msg::NavChanges),
                Room::Proof => front.say(Msg::NavProof),
                Room::Claim => front.say(Msg::NavClaim),
                Room::Threads => front.work(Work::WaitingTitle),
                Room::Thread(_) => front.say(Msg::Thread),
                Room::People => front.work(Work::NavPeople),
                Room::Overview => front.work(Work::NavOverview),
                Room::Products => front.work(Work::NavProducts),
                Room::SetUp => front.work(Work::NavSetUp),
                Room::Words => front.say(Msg::Insight(Insight::NavWords)),
                Room::Figures => front.say(Msg::Insight(Insight::NavFigures)),
            };
            AttrValue::from(format!("{room} · {brand}"))
        }
    };
    let title = front.say(Msg::TitleOf(&title));
    use_effect_with((front.locale, title), |(locale, title)| browser::entitle(locale.code(), title));
    let first = use_mut_ref(|| true);
    use_effect_with((screen.clone(), signed_in), move |_| {
        if !first.replace(false) {
            browser::soon(|| browser::focus("main h1"));
        }
    });
    let setter = notice.setter();
    use_effect_with(screen.clone(), move |_| setter.set(None));
    // Good news is on the screen as well and goes by itself; trouble stays until it was read.
    let setter = notice.setter();
    use_effect_with((**notice).clone(), move |notice| {
        let done = notice.as_ref().is_some_and(|it| it.tone == Tone::Done);
        let ticking = done.then(|| browser::every(GOOD_NEWS_MS, move || setter.set(None)));
        move || drop(ticking)
    });
}
