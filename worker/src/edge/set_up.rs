//! What a brand arranges after it came: its products, how its place is set up, the sign where it leads elsewhere; and what is to be seen beside a
//! thread.

use chie_community::ask::{Ask, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::{change_set_up, merge_product, set_product, set_signpost};
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use chie_domain::text::ProductKey;
use serde::de::DeserializeOwned;
use worker::Response;

use super::call::Call;
use super::community::{ask, key, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};

async fn act<T: DeserializeOwned>(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    what: impl FnOnce(T) -> Ask,
) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, body): (T, _) = codec::body(call).await?;
    let key = key(call, route, &body)?;
    told(call, ask(call, brand, who, key, what(request)).await?)
}

async fn see(call: &Call, brand: &BrandDomain, what: Ask) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    told(call, ask(call, brand, who, None, what).await?)
}

fn told(call: &Call, outcome: Outcome) -> Result<Response, ApiError> {
    match outcome {
        Outcome::Products(products) => respond::value(call, Keep::Private, &products),
        Outcome::SetUp(set_up) => respond::value(call, Keep::Private, &set_up),
        Outcome::Context(context) => respond::value(call, Keep::Private, &context),
        _ => Err(unexpected()),
    }
}

pub(super) async fn products(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    see(call, brand, Ask::Products).await
}

pub(super) async fn set_product(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    product: &ProductKey,
) -> Result<Response, ApiError> {
    act(call, route, brand, |request: set_product::Request| Ask::SetProduct(product.clone(), request)).await
}

pub(super) async fn merge_product(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    product: &ProductKey,
) -> Result<Response, ApiError> {
    act(call, route, brand, |request: merge_product::Request| Ask::MergeProduct(product.clone(), request.into)).await
}

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    see(call, brand, Ask::SetUp).await
}

pub(super) async fn change(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    act(call, route, brand, |request: change_set_up::Request| Ask::ChangeSetUp(request)).await
}

pub(super) async fn signpost(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    act(call, route, brand, |request: set_signpost::Request| Ask::SetSignpost(request.from)).await
}

pub(super) async fn context(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    see(call, brand, Ask::Context(thread.clone())).await
}
