//! The contract as an `OpenAPI` 3.1 document for everybody who writes a program that talks to Chie. It is read from the sources of
//! `chie_domain::api` when the browser's files are built, so that it cannot say anything else than what is served: types and
//! their documentation by `syn`, paths by asking the very [`Route`](chie_domain::api::route::Route) that the Worker asks. Nothing
//! of this is in the Worker; a program of its own writes a file.
#![cfg_attr(test, expect(clippy::expect_used, reason = "a test that cannot go on stops"))]

mod example;
mod operation;
mod schema;
mod source;

use serde_json::{Value, json};
use std::path::Path;

/// Why no document was made: a sentence for whoever changed the contract.
pub type Wrong = String;

/// The whole document, out of the sources below `root`, the folder of this project, and what in them could not be written down.
pub fn document(root: &Path) -> Result<(Value, Vec<Wrong>), Wrong> {
    let sources = source::Sources::read(&root.join("domain/src"))?;
    let goldens = root.join("domain/tests/golden");
    let mut schemas = schema::Schemas::new(&sources);
    let paths = operation::paths(&sources, &mut schemas, &goldens)?;
    let wrong = std::mem::take(&mut schemas.wrong);
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Chie",
            "version": "1",
            "summary": "Communities in which customers of a brand help one another.",
            "description": ABOUT,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "https://chie.example", "description": "Public pages and everything that guests and members do." }],
        "tags": [
            { "name": "public", "description": "The same for everybody; no credentials are looked at." },
            { "name": "session", "description": "For guests and members of one community, by the session that their first write gave them." },
            { "name": "console", "description": "For those who speak for a brand, on the console's host only." },
        ],
        "paths": paths,
        "components": {
            "schemas": schemas.finish(),
            "headers": operation::headers(),
            "securitySchemes": {
                "session": { "type": "http", "scheme": "bearer", "description": "What `session` in an answer gave: it counts in one community, and for callers that are no browser only outside browsers." },
                "brandKey": { "type": "http", "scheme": "bearer", "bearerFormat": "chie_bk_…", "description": "A key that an owner of the brand's place made in the console, for the brand's own servers, on the console's host. It acts as that owner within its scopes, and ends with their seat, the brand's proof, or its date. Scopes: `read`, `answer`, `export`." },
                "personalKey": { "type": "http", "scheme": "bearer", "bearerFormat": "chie_pk_…", "description": "A key that somebody made in the console for themselves, for servers and scripts, on the console's host. It reads and takes along what is theirs in a community, and writes nothing." },
                "console": { "type": "apiKey", "in": "cookie", "name": "__Host-chie", "description": "Set by signing in on the console's host; what changes something must come from the console's own pages." },
            },
        },
    });
    Ok((document, wrong))
}

/// What holds for all of it.
const ABOUT: &str = "Requests are small flat JSON objects of at most 64 KB; a field that is not known is refused. Answers are JSON \
(`application/json`). Moments are milliseconds since 1970-01-01T00:00:00Z.\n\n\
**Versions.** Under `/v1` nothing that is answered is taken away, gets another type or another meaning. New fields, new paths and new \
values of lists of words may come at any time: ignore what you do not know. A request that is taken today is taken tomorrow. What \
breaks this comes as `/v2`, and `/v1` goes on for at least twelve months from then, with `Deprecation` and `Sunset` in its answers.\n\n\
**Refusals** all have one shape. Branch on `code` and on nothing else; `message` says in English what to do, `field` which field it is \
about.\n\n\
**Writing twice.** Where `Idempotency-Key` is asked for, send one of your own for each wish (16 to 64 letters and digits). The same key \
with the same body is the same write, with the same answer, for as long as the thing lives.\n\n\
**Keys.** Servers bring a key as `Authorization: Bearer chie_…` to the console's host. Each key may ask 120 times a minute, counted from \
the first request on; every answer to one says in `RateLimit` what is left. A key in a browser is refused.\n\n\
**Limits.** What writes says in `RateLimit` how much is left; after 429 wait as long as `Retry-After` says. Reading has no limit but \
for searches and by keys; answers for everybody may be two seconds old.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_of_the_contract_can_be_written_down() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let (_, wrong) = document(&root).expect("a document");
        assert_eq!(wrong, Vec::<Wrong>::new());
    }
}
