//! On which sites the tag shows the community; on any other one it runs in test mode.

use super::browser;
use super::client;
use super::desk::Desk;
use super::front::{Remote, use_front};
use super::locale::Msg;
use super::parts::{Button, Field, Weight, waiting};
use super::sign_in::submitted;
use chie_domain::api::route::Route;
use chie_domain::api::set_sites::{Request, Response};
use chie_domain::site::Sites as List;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SitesProps {
    pub(crate) desk: Desk,
}

/// The list, for an owner.
#[component]
pub(crate) fn Sites(props: &SitesProps) -> Html {
    let front = use_front();
    let brand = props.desk.brand().clone();
    let text = use_state(|| Remote::<String>::Loading);
    let wrong = use_state(|| false);
    let busy = use_state(|| false);
    let load = {
        let (front, brand, text, busy) = (front.clone(), brand.clone(), text.clone(), busy.clone());
        Callback::from(move |()| {
            let route = Route::GetSites(brand.clone());
            let text = text.clone();
            let work = async move { client::read::<Response>(&route, &[]).await };
            front.run(&busy, work, move |outcome| {
                text.set(match outcome {
                    Ok(list) => Remote::Ready(list.sites.into()),
                    Err(trouble) => Remote::Failed(trouble),
                });
            });
        })
    };
    use_effect_with(brand.clone(), {
        let load = load.clone();
        move |_| load.emit(())
    });
    let Remote::Ready(typed) = &*text else {
        return waiting(&text, front.say(Msg::Loading), &load);
    };
    let set = {
        let (front, text, wrong, busy, typed) = (front.clone(), text.clone(), wrong.clone(), busy.clone(), typed.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let Some(sites) = read(&typed) else {
                wrong.set(true);
                return browser::focus("#sites");
            };
            wrong.set(false);
            let route = Route::SetSites(brand.clone());
            let work = async move { client::write::<_, Response>(&route, &Request { sites }, "").await };
            let (told, text, wrong) = (front.clone(), text.clone(), wrong.clone());
            front.run(&busy, work, move |outcome| match outcome {
                Ok(list) => {
                    text.set(Remote::Ready(list.sites.into()));
                    told.tell(Msg::SitesDone);
                }
                Err(trouble) if trouble.field().starts_with("sites") => {
                    wrong.set(true);
                    browser::focus("#sites");
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let input = Callback::from({
        let text = text.clone();
        move |typed: String| text.set(Remote::Ready(typed))
    });
    html! {
        <form class="care" onsubmit={submitted(set)} novalidate=true>
            <h2>{ front.say(Msg::SitesTitle) }</h2>
            <Field id="sites" rows={4} label={front.say(Msg::SitesLabel)} hint={front.say(Msg::SitesHint)}
                wrong={(*wrong).then(|| front.say(Msg::SitesWrong))} value={typed.clone()} typed={input} />
            <p class="actions"><Button label={front.say(Msg::SitesSet)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}

/// The sites that are written there, out of whole addresses too; nothing if one of them is none.
fn read(typed: &str) -> Option<List> {
    let written = typed.split([',', ' ', '\n', '、']).map(str::trim).filter(|line| !line.is_empty());
    let hosts: Vec<String> = written.map(browser::host_of).collect::<Option<_>>()?;
    List::parse(&hosts.join("\n")).ok()
}
