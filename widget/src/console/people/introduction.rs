//! What somebody who answers for the brand shows of themselves: a face and a line, beside the official answer and on the badge's page.

use super::super::browser;
use super::super::client;
use super::super::front::{Remote, use_front};
use super::super::locale::{Msg, Own};
use super::super::parts::{Button, Field, Weight, waiting};
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_introduction::Response;
use chie_domain::api::post_face;
use chie_domain::api::route::Route;
use chie_domain::api::set_introduction::Request;
use chie_domain::brand::BrandDomain;
use chie_domain::id::PhotoId;
use chie_domain::text::PersonLine;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Blob, File, HtmlInputElement};
use yew::prelude::*;

#[wasm_bindgen(module = "/src/console/people/face.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn squared(file: &File) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>;
}

#[derive(Properties, PartialEq)]
pub(super) struct IntroductionProps {
    pub(super) brand: BrandDomain,
}

/// Why a face did not come.
enum Missed {
    /// This browser cannot read the file.
    Unread,
    /// It could not be sent.
    Refused(Trouble),
}

async fn sent(brand: BrandDomain, file: File) -> Result<PhotoId, Missed> {
    let picture: Blob = squared(&file).await.map_err(|_| Missed::Unread)?.dyn_into().map_err(|_| Missed::Unread)?;
    let answer: Result<post_face::Response, Trouble> = client::upload(&Route::PostFace(brand), &picture).await;
    answer.map(|it| it.id).map_err(Missed::Refused)
}

/// The caller's own.
#[component]
pub(super) fn Introduction(props: &IntroductionProps) -> Html {
    let front = use_front();
    let brand = &props.brand;
    let state = use_state(|| Remote::<Response>::Loading);
    let (line, face) = (use_state(String::new), use_state(|| None::<PhotoId>));
    let (wrong, unread) = (use_state(|| None::<Trouble>), use_state(|| false));
    let busy = use_state(|| false);
    let take = {
        let (state, line, face) = (state.clone(), line.clone(), face.clone());
        Callback::from(move |it: Response| {
            line.set(it.line.clone().unwrap_or_default());
            face.set(it.face.clone());
            state.set(Remote::Ready(it));
        })
    };
    let load = {
        let (front, brand, state, take, busy) = (front.clone(), brand.clone(), state.clone(), take.clone(), busy.clone());
        Callback::from(move |()| {
            let (route, state, take) = (Route::GetIntroduction(brand.clone()), state.clone(), take.clone());
            front.run(&busy, async move { client::read::<Response>(&route, &[]).await }, move |outcome| match outcome {
                Ok(it) => take.emit(it),
                Err(trouble) => state.set(Remote::Failed(trouble)),
            });
        })
    };
    use_effect_with((brand.clone(), front.epoch), {
        let load = load.clone();
        move |_| load.emit(())
    });
    let Remote::Ready(_) = &*state else {
        return waiting(&state, front.say(Msg::Loading), &load);
    };
    let picked = {
        let (front, brand, face, unread, busy) = (front.clone(), brand.clone(), face.clone(), unread.clone(), busy.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            // The same file can be chosen again.
            input.set_value("");
            let (told, face, unread, brand) = (front.clone(), face.clone(), unread.clone(), brand.clone());
            front.run(&busy, async move { Ok(sent(brand, file).await) }, move |outcome| {
                unread.set(matches!(outcome, Ok(Err(Missed::Unread))));
                match outcome {
                    Ok(Ok(id)) => face.set(Some(id)),
                    Ok(Err(Missed::Unread)) => {}
                    Ok(Err(Missed::Refused(trouble))) | Err(trouble) => told.tell_trouble(&trouble),
                }
            });
        })
    };
    let save = {
        let (front, brand, line, face, wrong, take, busy) =
            (front.clone(), brand.clone(), line.clone(), face.clone(), wrong.clone(), take.clone(), busy.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let said = match line.trim() {
                "" => None,
                text => match PersonLine::parse(text) {
                    Ok(said) => Some(said),
                    Err(error) => {
                        wrong.set(Some(ApiError::from_value(&error, "line").into()));
                        return browser::focus("#line");
                    }
                },
            };
            wrong.set(None);
            let (route, asked) = (Route::SetIntroduction(brand.clone()), Request { line: said, face: (*face).clone() });
            let (told, take) = (front.clone(), take.clone());
            front.run(&busy, async move { client::write::<_, Response>(&route, &asked, "").await }, move |outcome| match outcome {
                Ok(it) => {
                    take.emit(it);
                    told.tell_own(Own::FaceSaved);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let away = {
        let face = face.clone();
        move |()| face.set(None)
    };
    let Remote::Ready(now) = &*state else { return Html::default() };
    let shown = face.as_ref().map(|id| {
        if now.face.as_ref() == Some(id) {
            let address = format!("{}{}", front.home, Route::GetPhoto(id.clone()).path());
            html! { <img class="own-face" src={address} alt={front.own(Own::FaceNow)} width="64" height="64" /> }
        } else {
            // Nobody sees it before it is saved.
            html! { <p class="hint" role="status">{ front.own(Own::FaceReady) }</p> }
        }
    });
    html! {
        <form class="care" id="introduction" onsubmit={submitted(save)} novalidate=true>
            <h2>{ front.own(Own::FaceTitle) }</h2>
            <p class="hint">{ front.own(Own::FaceLead) }</p>
            { shown.unwrap_or_default() }
            <div class="entry">
                <label for="face">{ front.own(Own::FaceLabel) }</label>
                <p class="hint" id="face-hint">{ front.own(Own::FaceHint) }</p>
                <input id="face" class="field" type="file" accept="image/jpeg,image/png,image/webp" onchange={picked} aria-describedby="face-hint" />
                if *unread { <p class="wrong" role="alert">{ front.own(Own::FaceUnread) }</p> }
            </div>
            <Field id="line" label={front.own(Own::LineLabel)} hint={front.own(Own::LineHint)}
                wrong={wrong.as_ref().map(|it| it.say(front.locale))} value={(*line).clone()} typed={typed_into(&line)} />
            <p class="actions">
                <Button label={front.own(Own::FaceSave)} weight={Weight::Quiet} rest={*busy} />
                if face.is_some() { <Button label={front.own(Own::FaceAway)} weight={Weight::Text} press={away} /> }
            </p>
        </form>
    }
}
