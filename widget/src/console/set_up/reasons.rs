//! Why the brand wants to be here: five questions, each with two ways and what they do.

use super::super::browser;
use super::super::client;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Field};
use super::super::sign_in::{submitted, typed_into};
use chie_domain::api::change_set_up::Request;
use chie_domain::api::get_set_up::Response;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::markup::SafeUrl;
use chie_domain::set_up::PageAddress;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct WhyProps {
    pub(super) brand: BrandDomain,
    pub(super) it: Response,
    pub(super) changed: Callback<Response>,
}

/// The two ways of a question: what stands for them, and the answer that each of them is.
type Ways = [(Work, bool); 2];

const QUESTIONS: [(&str, Work, Ways); 5] = [
    ("answers", Work::WhyAnswers, [(Work::WhyAnswersYes, true), (Work::WhyAnswersNo, false)]),
    ("customers", Work::WhyCustomers, [(Work::WhyCustomersNo, false), (Work::WhyCustomersYes, true)]),
    ("learns", Work::WhyLearn, [(Work::WhyLearnNo, false), (Work::WhyLearnYes, true)]),
    ("site", Work::WhySite, [(Work::WhySiteNo, false), (Work::WhySiteYes, true)]),
    ("help", Work::WhyHelp, [(Work::WhyHelpNo, false), (Work::WhyHelpYes, true)]),
];

/// The five questions.
#[component]
pub(super) fn Why(props: &WhyProps) -> Html {
    let front = use_front();
    let WhyProps { brand, it, changed } = props;
    let was = &it.reasons;
    let answers = use_state(|| [was.answers, was.customers_first, was.learns, was.own_site, was.own_help]);
    let help = use_state(|| it.help.clone().map(String::from).unwrap_or_default());
    let page = use_state(|| it.page.clone().map(String::from).unwrap_or_default());
    let wrong = use_state(|| None::<(&'static str, Work)>);
    let busy = use_state(|| false);
    let save = {
        let (front, brand, changed, busy) = (front.clone(), brand.clone(), changed.clone(), busy.clone());
        let (answers, help, page, wrong) = (answers.clone(), help.clone(), page.clone(), wrong.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let [says, customers_first, learns, own_site, own_help] = *answers;
            let stop = |field: &'static str, why: Work| {
                wrong.set(Some((field, why)));
                browser::focus(if field == "help" { "#help" } else { "#page" });
            };
            let help = match help.trim() {
                "" if own_help == Some(true) => return stop("help", Work::HelpWrong),
                "" => None,
                // A mail address is one without its scheme, too.
                text => match SafeUrl::parse(&if text.contains('@') && !text.contains(':') {
                    format!("mailto:{text}")
                } else {
                    text.to_owned()
                }) {
                    Ok(help) => Some(help),
                    Err(_) => return stop("help", Work::HelpWrong),
                },
            };
            let page = match page.trim() {
                "" if own_site == Some(true) => return stop("page", Work::PageNeeded),
                "" => None,
                text => match PageAddress::parse(text) {
                    Ok(page) => Some(page),
                    Err(_) => return stop("page", Work::PageWrong),
                },
            };
            wrong.set(None);
            let route = Route::ChangeSetUp(brand.clone());
            let asked = Request { answers: says, customers_first, learns, own_site, own_help, help, page };
            let (told, changed, wrong) = (front.clone(), changed.clone(), wrong.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(now) => {
                    changed.emit(now);
                    told.tell_done(Work::SetUpSaved);
                }
                Err(trouble) if trouble.code() == "not_proven" => {
                    wrong.set(Some(("page", Work::PageNotProven)));
                    browser::focus("#page");
                }
                Err(trouble) if trouble.code() == "help_needed" => {
                    wrong.set(Some(("help", Work::HelpNeeded)));
                    browser::focus("#help");
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let at = |field: &str| wrong.filter(|(of, _)| *of == field).map(|(_, why)| front.work(why));
    let question = |place: usize, (name, title, ways): (&'static str, Work, Ways)| {
        let given = answers.get(place).copied().flatten();
        let way = |(label, value): (Work, bool)| {
            let onchange = {
                let answers = answers.clone();
                Callback::from(move |_: Event| {
                    let mut now = *answers;
                    if let Some(one) = now.get_mut(place) {
                        *one = Some(value);
                    }
                    answers.set(now);
                })
            };
            html! {
                <label><input type="radio" name={name} checked={given == Some(value)} {onchange} /><span>{ front.work(label) }</span></label>
            }
        };
        let more = match (name, given) {
            ("site", Some(true)) => html! {
                <Field id="page" kind="url" label={front.work(Work::PageLabel)} hint={hint(&front.work(Work::PageHint), &it.proven)} wrong={at("page")}
                    value={(*page).clone()} typed={typed_into(&page)} />
            },
            ("help", Some(true)) => help_field(&front, &help, at("help")),
            // A signpost leads there whatever the answer is.
            ("help", _) if it.signpost.is_some() || wrong.is_some_and(|(of, _)| of == "help") => {
                help_field(&front, &help, at("help"))
            }
            _ => html! {},
        };
        html! { <fieldset class="why"><legend>{ front.work(title) }</legend>{ for ways.into_iter().map(way) }{ more }</fieldset> }
    };
    let silent = answers.iter().all(Option::is_none);
    html! {
        <form class="whys" onsubmit={submitted(save)} novalidate=true>
            if silent { <p class="hint">{ front.work(Work::SetUpNothingYet) }</p> }
            { for QUESTIONS.into_iter().enumerate().map(|(place, it)| question(place, it)) }
            <p class="actions"><Button label={front.work(Work::SetUpSave)} rest={*busy} /></p>
        </form>
    }
}

fn help_field(front: &super::super::front::Front, help: &UseStateHandle<String>, wrong: Option<AttrValue>) -> Html {
    html! {
        <Field id="help" label={front.work(Work::HelpLabel)} hint={front.work(Work::HelpHint)} {wrong} value={(**help).clone()} typed={typed_into(help)} />
    }
}

/// Where the page may be; the two words in braces are meant as they stand.
fn hint(text: &str, proven: &[String]) -> AttrValue {
    text.replacen("{}", &proven.join(", "), 1).into()
}
