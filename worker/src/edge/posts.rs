//! Endpoints of what people do to posts after they stand there: remark, change, delete, read earlier versions, and tell of the
//! thread.

use chie_community::ask::{Ask, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::{delete_post, edit_post, post_comment, set_kind, set_mood, set_not_solved};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{PostId, ReplyId, ThreadId};
use serde::de::DeserializeOwned;
use worker::Response;

use super::call::Call;
use super::community::{ask, key, session, signed_thread, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};

/// Reads a request and asks with the session of the page.
async fn act<T: DeserializeOwned>(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    what: impl FnOnce(T) -> Ask,
) -> Result<Outcome, ApiError> {
    let (request, body): (T, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let key = key(call, route, &body)?;
    ask(call, brand, who, key, what(request)).await
}

pub(super) async fn comment(call: &Call, route: &Route, brand: &BrandDomain, reply: &ReplyId) -> Result<Response, ApiError> {
    match act(call, route, brand, |request| Ask::PostComment(reply.clone(), request)).await? {
        Outcome::PostedComment(comment, made) => {
            let session = session(call, brand, made)?;
            respond::value(call, Keep::Private, &post_comment::Response { comment, session })
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn edit(call: &Call, route: &Route, brand: &BrandDomain, post: &PostId) -> Result<Response, ApiError> {
    match act(call, route, brand, |request| Ask::EditPost(post.clone(), request)).await? {
        Outcome::Edited(title, post, edited) => respond::value(call, Keep::Private, &edit_post::Response { title, post, edited }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn delete(call: &Call, route: &Route, brand: &BrandDomain, post: &PostId) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    let key = key(call, route, &[])?;
    match ask(call, brand, who, key, Ask::DeletePost(post.clone())).await? {
        Outcome::Deleted(left) => respond::value(call, Keep::Private, &delete_post::Response { left }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn versions(call: &Call, brand: &BrandDomain, post: &PostId) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    match ask(call, brand, who, None, Ask::Versions(post.clone())).await? {
        Outcome::Versions(versions) => respond::value(call, Keep::Private, &versions),
        _ => Err(unexpected()),
    }
}

pub(super) async fn set_kind(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::SetKind(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &set_kind::Response { thread: signed_thread(call, brand, outcome)? })
}

pub(super) async fn set_mood(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::SetMood(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &set_mood::Response { thread: signed_thread(call, brand, outcome)? })
}

pub(super) async fn set_not_solved(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    thread: &ThreadId,
) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::SetNotSolved(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &set_not_solved::Response { thread: signed_thread(call, brand, outcome)? })
}
