//! What only tests may do: make the directory ill, look whether an object has a schema and the bucket a picture, count what it is asked,
//! run what is due at another time, spoil a row of the directory and
//! reconcile. Production's settings refuse the hooks that open this door.

use chie_domain::api::error::ApiError;
use chie_domain::brand::BrandDomain;
use chie_domain::id::PhotoId;
use chie_domain::site::Room;
use serde::Deserialize;
use worker::Response;

use super::call::Call;
use super::codec;
use super::community::unexpected;
use super::respond::{self, Keep};
use crate::bucket;
use crate::clock;
use crate::directory;
use crate::directory::ill::{self, Ill};
use crate::protocol::{ToCommunity, Wish, ask_community, tables, watch};
use crate::reconcile;
use crate::settings::TestHooks;

#[derive(Deserialize)]
struct How {
    how: Ill,
}

#[derive(Deserialize)]
struct Of {
    brand: BrandDomain,
    room: Option<Room>,
    photo: Option<PhotoId>,
}

pub(super) async fn handle(call: &Call) -> Result<Response, ApiError> {
    if call.settings.test_hooks == TestHooks::Off {
        return Err(ApiError::new("not_found", "There is nothing at this address."));
    }
    if call.path == "/v1/test/reconcile" {
        return respond::value(call, Keep::Private, &reconcile::slice(&call.env).await);
    }
    if call.path == "/v1/test/directory" {
        let (asked, _): (How, _) = codec::body(call).await?;
        ill::set(asked.how);
        return respond::value(call, Keep::Private, &());
    }
    let (of, _): (Of, _) = codec::body(call).await?;
    let room = of.room.unwrap_or(Room::Public);
    match call.path.as_str() {
        "/v1/test/tables" => respond::value(call, Keep::Private, &tables(&call.env, &of.brand, room).await?),
        "/v1/test/kept" => {
            let photo = of.photo.ok_or_else(unexpected)?;
            let owner = bucket::owner(&call.env, &photo).await.map_err(|_| unexpected())?;
            respond::value(call, Keep::Private, &(owner == Some(of.brand)))
        }
        "/v1/test/watch" => respond::value(call, Keep::Private, &watch(&of.brand)),
        "/v1/test/spoil" => {
            directory::spoil(&call.env, &of.brand).await.map_err(|_| unexpected())?;
            directory::house::spoil(&call.env, of.brand.as_str()).await.map_err(|_| unexpected())?;
            respond::value(call, Keep::Private, &())
        }
        "/v1/test/due" => {
            let moment = clock::moment(call.now).map_err(|_| unexpected())?;
            ask_community(&call.env, &ToCommunity::of(&of.brand, room, moment, Wish::RunDue)).await?;
            respond::value(call, Keep::Private, &())
        }
        _ => Err(ApiError::new("not_found", "There is nothing at this address.")),
    }
}
