//! The pictures in a community's file: each is a line of its own behind that of its photo, in base64. One that comes in passes
//! through what every photo passes through, and never takes the place of another brand's.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chie_community::ask::{Ask, Caller};
use chie_domain::api::error::ApiError;
use chie_domain::brand::BrandDomain;
use chie_domain::id::PhotoId;
use chie_domain::photo::clean::{Clean, clean, kind};
use chie_domain::photo::{Colours, KEPT};
use serde::{Deserialize, Serialize};
use worker::Env;

use super::super::call::Call;
use super::super::community::ask;
use super::super::photos::{away, noted};
use super::bad;
use crate::bucket;

/// The longest line that is read: a picture, with what stands around it.
pub(super) const LONGEST: usize = KEPT.div_ceil(3) * 4 + 1024;
/// How a line with a picture begins.
const BEGINS: &str = "{\"picture\":";

#[derive(Serialize, Deserialize)]
struct Line {
    picture: Picture,
}

/// A picture as the file has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Picture {
    photo: PhotoId,
    /// In base64; nothing where the picture was gone when the file was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
}

/// The line of a photo's picture, as it is taken along.
pub(super) async fn line(env: &Env, photo: &PhotoId) -> worker::Result<Vec<u8>> {
    let found = bucket::get(env, photo).await?;
    let data = match found.as_ref().and_then(|found| found.object.body()) {
        Some(body) => Some(STANDARD.encode(body.bytes().await?)),
        None => None,
    };
    let mut line = serde_json::to_vec(&Line { picture: Picture { photo: photo.clone(), data } })?;
    line.push(b'\n');
    Ok(line)
}

/// The picture in a line; nothing in a line that holds none.
pub(super) fn read(line: &str) -> Option<Result<Picture, String>> {
    let line = line.starts_with(BEGINS).then(|| serde_json::from_str::<Line>(line))?;
    Some(line.map(|line| line.picture).map_err(|_| "a `picture` names its `photo` and has its `data`".to_owned()))
}

/// A picture that was looked at.
pub(super) struct Looked {
    photo: PhotoId,
    clean: Option<Clean>,
}

impl Picture {
    /// Looks at it as at every photo.
    pub(super) fn look(self) -> Result<Looked, String> {
        let Some(data) = self.data else { return Ok(Looked { photo: self.photo, clean: None }) };
        let bytes = STANDARD.decode(data).map_err(|_| "the picture is no base64".to_owned())?;
        let media = kind(&bytes).ok_or_else(|| "this is no picture".to_owned())?;
        let clean = clean(media, &bytes).map_err(|error| error.to_string())?;
        Ok(Looked { photo: self.photo, clean: Some(clean) })
    }
}

impl Looked {
    /// Puts it where it belongs, once the community has noted that it is on its way.
    pub(super) async fn put(self, call: &Call, brand: &BrandDomain, who: Caller, n: u32) -> Result<(), ApiError> {
        let Some(it) = self.clean else { return Ok(()) };
        let failed = |error: worker::Error| {
            worker::console_error!("a picture could not be brought in: {error}");
            away()
        };
        if bucket::owner(&call.env, &self.photo).await.map_err(failed)?.is_some_and(|owner| owner != *brand) {
            return Err(bad(&format!("line {n}: another brand's photo has this name here.")));
        }
        ask(call, brand, who, None, Ask::ImportPicture(self.photo.clone(), noted(&it, Colours::default())?)).await?;
        bucket::put(&call.env, brand, &self.photo, it.media, it.bytes).await.map_err(failed)
    }

    /// What the community reads in the picture's place.
    pub(super) fn stub(&self) -> String {
        format!("{BEGINS}{{\"photo\":\"{}\"}}}}", self.photo)
    }
}
