//! The faces and lines of those who answer for the brand. A face is taken in and cleaned like any photo, and shown at their address.

use chie_community::ask::{Ask, IntroduceAsk, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::{post_face, set_introduction};
use chie_domain::brand::BrandDomain;
use chie_domain::photo::Colours;
use worker::Response;

use super::call::Call;
use super::community::{ask, unexpected};
use super::photos::{cleaned, noted, put};
use super::respond::{self, Keep};
use super::{caller, codec};

fn shown(call: &Call, outcome: Outcome) -> Result<Response, ApiError> {
    match outcome {
        Outcome::Introduction(it) => respond::value(call, Keep::Private, &it),
        _ => Err(unexpected()),
    }
}

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    shown(call, ask(call, brand, who, None, Ask::Introduce(IntroduceAsk::Mine)).await?)
}

pub(super) async fn set(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (set_introduction::Request, _) = codec::body(call).await?;
    shown(call, ask(call, brand, who, None, Ask::Introduce(IntroduceAsk::Set(request))).await?)
}

pub(super) async fn post_face(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (it, _) = cleaned(call).await?;
    let photo = noted(&it, Colours::default())?;
    let Outcome::PostedPhoto(id, _) = ask(call, brand, who, None, Ask::Introduce(IntroduceAsk::Face(photo))).await? else {
        return Err(unexpected());
    };
    let there = Ask::Introduce(IntroduceAsk::FaceArrived(id.clone()));
    put(call, brand, &id, it, there).await?;
    respond::value(call, Keep::Private, &post_face::Response { id })
}
