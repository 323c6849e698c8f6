//! The decision: what it does, on which rule, and what the author is told besides.

use super::super::client;
use super::super::dialog::Dialog;
use super::super::front::{Front, use_front};
use super::super::locale::{House, Msg, verdict_words};
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::typed_into;
use super::super::trouble::Trouble;
use crate::parts::markup::ground_text;
use chie_domain::api::decide::{Request, Response};
use chie_domain::api::get_matter;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::ground::Ground;
use chie_domain::id::ThreadId;
use chie_domain::matter::{Matter, Verdict};
use chie_domain::text::{ProductKey, Reason};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct DecideProps {
    pub(super) brand: BrandDomain,
    pub(super) about: Matter,
    /// Which decision; nothing keeps the question closed.
    pub(super) verdict: Option<Verdict>,
    pub(super) leave: Callback<()>,
    pub(super) decided: Callback<get_matter::Response>,
}

#[derive(Properties, PartialEq)]
pub(super) struct GroundsProps {
    pub(super) chosen: Ground,
    pub(super) choose: Callback<Ground>,
}

/// The rules to choose from. A digit chooses as well.
#[component]
pub(super) fn Grounds(props: &GroundsProps) -> Html {
    let front = use_front();
    html! {
        <fieldset class="grounds">
            <legend>{ front.house(House::WhichRule) }</legend>
            { for Ground::ALL.into_iter().zip(1..).map(|(one, n)| {
                let onchange = props.choose.reform(move |_: Event| one);
                html! {
                    <label><input type="radio" name="ground" checked={props.chosen == one} {onchange} />
                        <span><kbd aria-hidden="true">{ n }</kbd>{ " " }{ ground_text(&front.words, one) }</span></label>
                }
            }) }
        </fieldset>
    }
}

/// What follows a digit while the rules are shown: outside of texts it chooses one.
pub(super) fn by_digit(choose: Callback<Ground>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let typing = event
            .target_dyn_into::<web_sys::Element>()
            .is_some_and(|it| it.tag_name() == "TEXTAREA" || it.get_attribute("type").as_deref() == Some("text"));
        let place = event.key().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        if let Some(ground) = place.and_then(|place| Ground::ALL.get(place)).filter(|_| !typing) {
            event.prevent_default();
            choose.emit(*ground);
        }
    })
}

/// What a refusal of this desk means, where the console has no words of its own for it.
pub(super) fn said(front: &Front, trouble: &Trouble) -> AttrValue {
    match trouble.code() {
        "another_operator" => front.house(House::AnotherOperator),
        "after_a_day" => front.house(House::AfterADay),
        "unknown_master" => front.house(House::UnknownMaster),
        "unknown_product" => front.house(House::UnknownProduct),
        "not_fitting" => front.house(House::NotFitting),
        _ => trouble.say(front.locale),
    }
}

/// The thread out of an identifier or an address that holds one.
fn thread_in(text: &str) -> Option<ThreadId> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).find_map(|piece| ThreadId::parse(piece).ok())
}

/// The question before a decision.
#[component]
pub(super) fn Decide(props: &DecideProps) -> Html {
    let front = use_front();
    let DecideProps { brand, about, verdict, leave, decided } = props;
    let (ground, words, beyond) = (use_state(|| Ground::PersonalData), use_state(String::new), use_state(String::new));
    let (busy, wrong) = (use_state(|| false), use_state(|| None::<AttrValue>));
    use_effect_with(*verdict, {
        let (words, beyond, wrong) = (words.setter(), beyond.setter(), wrong.setter());
        move |_| {
            words.set(String::new());
            beyond.set(String::new());
            wrong.set(None);
        }
    });
    let Some(verdict) = *verdict else {
        return html! { <Dialog id="decide" title="" open={false} leave={leave.clone()}>{ Html::default() }</Dialog> };
    };
    let choose = {
        let ground = ground.clone();
        Callback::from(move |one| ground.set(one))
    };
    let go = {
        let (front, busy, wrong, brand, about, decided) =
            (front.clone(), busy.clone(), wrong.clone(), brand.clone(), about.clone(), decided.clone());
        let (ground, words, beyond) = (*ground, (*words).clone(), (*beyond).clone());
        Callback::from(move |()| {
            let (of, product) = match verdict {
                Verdict::Merged => (thread_in(&beyond), None),
                Verdict::Moved => (None, ProductKey::parse(beyond.trim()).ok()),
                _ => (None, None),
            };
            match verdict {
                Verdict::Merged if of.is_none() => return wrong.set(Some(front.house(House::OfWrong))),
                Verdict::Moved if product.is_none() => return wrong.set(Some(front.house(House::ProductWrong))),
                _ => {}
            }
            let said_besides = if words.trim().is_empty() { None } else { Some(Reason::parse(&words)) };
            let said_besides = match said_besides.transpose() {
                Ok(it) => it,
                Err(error) => return wrong.set(Some(Trouble::from(error).say(front.locale))),
            };
            let ground = verdict.needs_ground().then_some(ground);
            let asked = Request { about: about.clone(), verdict, ground, words: said_besides, of, product };
            let route = Route::Decide(brand.clone());
            let (told, wrong, decided) = (front.clone(), wrong.setter(), decided.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(answer) => {
                    decided.emit(answer.matter);
                    told.tell_house(House::Done);
                }
                Err(trouble) => wrong.set(Some(said(&told, &trouble))),
            });
        })
    };
    let (name, does) = verdict_words(verdict);
    let extra = match verdict {
        Verdict::Merged => Some((House::OfLabel, "of")),
        Verdict::Moved => Some((House::ProductLabel, "product")),
        _ => None,
    };
    let onkeydown = by_digit(choose.clone());
    html! {
        <Dialog id="decide" title={front.house(name)} open=true leave={leave.clone()}>
            <div class="deciding" {onkeydown}>
                <p>{ front.house(does) }</p>
                if verdict.needs_ground() && verdict != Verdict::TakenDown { <p class="hint">{ front.house(House::TheyAreTold) }</p> }
                if verdict.needs_ground() { <Grounds chosen={*ground} {choose} /> }
                if let Some((label, id)) = extra {
                    <Field {id} label={front.house(label)} value={(*beyond).clone()} typed={typed_into(&beyond)} autocomplete="off" />
                }
                if verdict.needs_ground() {
                    <Field id="to-author" rows={3} label={front.house(House::WordsLabel)} value={(*words).clone()} typed={typed_into(&words)} />
                }
                if let Some(wrong) = &*wrong { <p class="wrong" role="alert">{ wrong.clone() }</p> }
                <p class="actions">
                    <Button label={front.house(House::Decide)} rest={*busy} press={go}
                        weight={if verdict == Verdict::Removed || verdict == Verdict::TakenDown { Weight::Danger } else { Weight::Main }} />
                    <Button label={front.say(Msg::Cancel)} weight={Weight::Quiet} press={leave.clone()} />
                </p>
            </div>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_found_in_its_address() {
        let id = "t_00000000000000000000000001";
        for text in [id.to_owned(), format!("https://chie.example/c/acme.example/kettle/{id}?lang=ja#r_1"), format!("  {id} ")] {
            assert_eq!(thread_in(&text).map(|it| it.to_string()).as_deref(), Some(id), "{text}");
        }
        assert_eq!(thread_in("https://chie.example/c/acme.example/kettle"), None);
    }
}
