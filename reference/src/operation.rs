//! From the table of routes to operations: each variant's documentation says method and path, the route itself confirms them and says
//! whose credentials it looks at.

use chie_domain::api::error::ApiError;
use chie_domain::api::route::{Access, Method, Route};
use chie_domain::api_key::KeyNeeds;
use serde_json::{Map, Value, json};
use std::path::Path;
use syn::Fields;

use crate::Wrong;
use crate::example;
use crate::schema::{Schemas, snake_case};
use crate::source::{Shape, Sources, doc};

/// Where an operation's shapes are, if not in the file of its own name.
struct Where {
    file: String,
    response: &'static str,
}

/// Most operations have a file of their name; what is asked or answered alike shares one.
fn place(variant: &str) -> Where {
    let (file, response) = match variant {
        "GetEmbed" => ("get_embed", ""),
        "Join" => ("confirm_code", "Joined"),
        "SignIn" | "GetSession" => ("confirm_code", "SignedIn"),
        "SignOut" => ("", ""),
        "JudgePhoto" => ("set_photo_open", "Response"),
        "FlagAsBrand" => ("post_flag", "Response"),
        "RevokeKeepLink" => ("make_keep_link", ""),
        "SettleDuplicate" => ("set_duplicate", "Response"),
        "SettleKind" => ("set_kind", "Response"),
        "GetAuditRows" => ("get_audit", "Response"),
        "SeePrivateNotes" => ("get_private_notes", "Response"),
        "SeePrivatePhoto" => ("get_private_photo", "Response"),
        _ => return Where { file: snake_case(variant), response: "Response" },
    };
    Where { file: file.to_owned(), response }
}

/// Answers that are the shape of another endpoint.
fn answered_by(file: &str) -> Option<(&'static str, &'static str)> {
    Some(match file {
        "check_proof" => ("request_proof", "Response"),
        "invite_person" | "set_role" | "set_objection" | "set_champion" => ("get_people", "Response"),
        "set_name" | "judge_name" => ("get_naming", "Response"),
        "set_alias" | "check_alias" => ("get_aliases", "Response"),
        "set_my_name" => ("get_mine", "Response"),
        "set_search_words" => ("get_search_words", "Response"),
        "set_sites" => ("get_sites", "Response"),
        "set_product" | "merge_product" => ("get_products", "Response"),
        "change_set_up" | "set_signpost" => ("get_set_up", "Response"),
        "post_note" => ("get_notes", "Response"),
        "ask_privately" | "post_private_note" => ("get_private_notes", "Response"),
        "post_private_photo" => ("post_photo", "Response"),
        _ => return None,
    })
}

/// What stands for each blank of a path.
fn filled(path: &str) -> String {
    let id = |letter: char| example::text("", Some(letter));
    path.split('/')
        .map(|part| match part {
            "{brand}" => "acme.example".to_owned(),
            "{domain}" => "acme-shop.example".to_owned(),
            "{product}" => "kettle".to_owned(),
            "{thread}" | "{post}" => id('t'),
            _ => match part.strip_prefix('{').and_then(|name| blank_letter(name.trim_end_matches('}'))) {
                Some(letter) => id(letter),
                None => part.to_owned(),
            },
        })
        .collect::<Vec<_>>()
        .join("/")
}

fn blank_letter(name: &str) -> Option<char> {
    match name {
        "photo" => Some('f'),
        "api_key" => Some('q'),
        "session" => Some('s'),
        // Every other identifier begins with the first letter of what it names.
        _ => name.chars().next(),
    }
}

fn method_of(text: &str) -> Option<Method> {
    match text {
        "GET" => Some(Method::Get),
        "POST" => Some(Method::Post),
        "PUT" => Some(Method::Put),
        "DELETE" => Some(Method::Delete),
        _ => None,
    }
}

/// Every path with its operations.
pub(crate) fn paths(sources: &Sources, schemas: &mut Schemas<'_>, goldens: &Path) -> Result<Value, Wrong> {
    let Some(Shape::Enum(routes)) = sources.in_file("api/route", "Route").map(|one| &one.shape) else {
        return Err("api/route: the table of routes is not there".to_owned());
    };
    let mut all: Map<String, Value> = Map::new();
    for variant in &routes.variants {
        let name = variant.ident.to_string();
        let said = doc(&variant.attrs);
        let Some((method, path)) = said.trim_matches('`').split_once(' ') else {
            schemas.wrong.push(format!("Route::{name}: its documentation must be `METHOD /path`, with blanks in braces"));
            continue;
        };
        let route = method_of(method)
            .and_then(|method| Route::parse(method, &filled(path)).ok())
            .filter(|route| format!("{route:?}").split(['(', ' ']).next() == Some(name.as_str()));
        let Some(route) = route else {
            schemas.wrong.push(format!("Route::{name}: {said} does not lead to it"));
            continue;
        };
        let operation = operation(sources, schemas, goldens, &name, path, &route)?;
        let at = all.entry(path.to_owned()).or_insert_with(|| json!({}));
        if let Value::Object(at) = at {
            at.insert(method.to_lowercase(), operation);
        }
    }
    Ok(Value::Object(all))
}

fn operation(
    sources: &Sources,
    schemas: &mut Schemas<'_>,
    goldens: &Path,
    name: &str,
    path: &str,
    route: &Route,
) -> Result<Value, Wrong> {
    let Where { file, response } = place(name);
    let module = format!("api/{file}");
    let about = sources.about(&module).map(beyond_address).unwrap_or_default();
    let (summary, description) = first_sentence(&about);
    let mut parameters: Vec<Value> = blanks(path);
    if route.needs_key() {
        parameters.push(json!({ "name": "Idempotency-Key", "in": "header", "required": true,
            "description": "One of your own for each wish: sending it again is the same write.",
            "schema": { "type": "string", "pattern": "^[0-9A-Za-z_-]{16,64}$" } }));
    }
    let mut operation = Map::new();
    let is_picture = matches!(route, Route::PostPhoto(_) | Route::PostPrivatePhoto(..) | Route::PostFace(_));
    let in_address = matches!(route.method(), Method::Get | Method::Delete) || is_picture;
    if in_address {
        // Who is signed in is asked for without what signing in takes.
        if !matches!(route, Route::GetSession) {
            parameters.extend(schemas.parameters(&module)?);
        }
        if is_picture {
            let picture = json!({ "schema": { "type": "string", "format": "binary" } });
            operation.insert(
                "requestBody".to_owned(),
                json!({ "required": true, "content": {
                "image/jpeg": picture, "image/png": picture, "image/webp": picture } }),
            );
        }
    } else if matches!(route, Route::ImportCommunity(_)) {
        operation.insert(
            "requestBody".to_owned(),
            json!({ "required": true, "content": {
            "application/x-ndjson": { "schema": { "type": "string" } } } }),
        );
    } else if let Some(schema) = schemas.named(&module, "Request")? {
        let example = schemas.example(&schema);
        operation.insert(
            "requestBody".to_owned(),
            json!({ "required": true, "content": {
            "application/json": { "schema": schema, "example": example } } }),
        );
    }
    operation.insert(
        "operationId".to_owned(),
        json!(name.chars().take(1).map(|c| c.to_ascii_lowercase()).chain(name.chars().skip(1)).collect::<String>()),
    );
    operation.insert("summary".to_owned(), json!(summary));
    if !description.is_empty() {
        operation.insert("description".to_owned(), json!(description));
    }
    operation.insert("parameters".to_owned(), Value::Array(parameters));
    operation.insert("responses".to_owned(), responses(sources, schemas, goldens, (&file, response), (path, route))?);
    let (tag, mut security) = match route.access() {
        Access::Public => ("public", vec![json!({})]),
        Access::Session => ("session", vec![json!({}), json!({ "session": [] })]),
        Access::Console => ("console", vec![json!({ "console": [] })]),
    };
    match route.by_key() {
        Some((_, KeyNeeds::Any)) => security.extend([json!({ "brandKey": [] }), json!({ "personalKey": [] })]),
        Some((_, KeyNeeds::Scope(scope))) => security.push(json!({ "brandKey": [scope.code()] })),
        Some((_, KeyNeeds::Person)) => security.push(json!({ "personalKey": [] })),
        None => {}
    }
    operation.insert("tags".to_owned(), json!([tag]));
    operation.insert("security".to_owned(), Value::Array(security));
    if route.access() == Access::Console {
        operation.insert("servers".to_owned(), json!([{ "url": "https://console.chie.example" }]));
    }
    Ok(Value::Object(operation))
}

/// A file's documentation begins with its address, which stands elsewhere.
fn beyond_address(about: &str) -> String {
    let begins = about.starts_with('`');
    let rest = about.split_once("`: ").filter(|_| begins).map_or(about, |(_, rest)| rest);
    let mut letters = rest.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn first_sentence(about: &str) -> (String, String) {
    match about.split_once(". ") {
        Some((first, rest)) => (format!("{first}."), rest.to_owned()),
        None => (about.to_owned(), String::new()),
    }
}

fn blanks(path: &str) -> Vec<Value> {
    path.split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| {
            let kind = match name {
                "brand" | "domain" => "BrandDomain",
                "product" => "ProductKey",
                "post" => "PostId",
                "matter" => "Matter",
                "thread" => "ThreadId",
                _ => "",
            };
            let schema = match (kind, blank_letter(name)) {
                ("", Some(letter)) => json!({ "type": "string", "pattern": format!("^{letter}_[0-9a-hjkmnp-tv-z]{{26}}$") }),
                ("", None) => json!({ "type": "string" }),
                _ => json!({ "type": "string", "examples": [example::text(kind, (kind == "ThreadId").then_some('t'))] }),
            };
            json!({ "name": name, "in": "path", "required": true, "schema": schema })
        })
        .collect()
}

/// Headers that tell what is left.
pub(crate) fn headers() -> Value {
    json!({
        "RateLimit": { "description": "What is left, of `\"writes\"` of a network or of `\"requests\"` of a key: `r=` so many, `t=` seconds until all of it is there again.", "schema": { "type": "string", "examples": ["\"writes\";r=58;t=412"] } },
        "RateLimit-Policy": { "description": "What one network may write, or one key may ask: `q=` so many in `w=` seconds.", "schema": { "type": "string", "examples": ["\"writes\";q=60;w=600"] } },
        "Retry-After": { "description": "Seconds to wait.", "schema": { "type": "integer" } },
    })
}

fn responses(
    sources: &Sources,
    schemas: &mut Schemas<'_>,
    goldens: &Path,
    (file, response): (&str, &str),
    (path, route): (&str, &Route),
) -> Result<Value, Wrong> {
    let mut all = Map::new();
    let (module, name) = match answered_by(file).filter(|_| response == "Response") {
        Some((file, name)) => (format!("api/{file}"), name),
        // A file that passes another one's answer on says so by its import.
        None => match sources.imported(&format!("api/{file}"), response) {
            Some(module) => (format!("api/{module}"), response),
            None => (format!("api/{file}"), response),
        },
    };
    let mut done = json!({ "description": "Done." });
    let content = match route {
        Route::GetPhoto(_) | Route::GetPrivatePhoto(..) | Route::SeePrivatePhoto(..) => {
            Some(json!({ "image/jpeg": {}, "image/png": {}, "image/webp": {} }))
        }
        Route::GetEmbed(..) => Some(json!({ "application/vnd.chie.embed+postcard": {} })),
        Route::ExportCommunity(_) => Some(json!({ "application/x-ndjson": { "schema": { "type": "string" } } })),
        Route::GetOverviewTable(_) => Some(json!({ "text/csv": { "schema": { "type": "string" } } })),
        _ => schemas.named(&module, name)?.map(|schema| {
            let sampled = module.strip_prefix("api/").unwrap_or(file);
            let golden = std::fs::read_to_string(goldens.join(format!("{sampled}.json"))).ok();
            let example = golden.filter(|_| response == "Response").and_then(|text| serde_json::from_str::<Value>(&text).ok());
            match example {
                Some(example) => json!({ "application/json": { "schema": schema, "example": example } }),
                None => json!({ "application/json": { "schema": schema } }),
            }
        }),
    };
    // Where there is nothing to say the answer is `null`.
    let content = content.unwrap_or_else(|| json!({ "application/json": { "schema": { "type": "null" } } }));
    if let Value::Object(done) = &mut done {
        done.insert("content".to_owned(), content);
    }
    if (route.method() != Method::Get || route.by_key().is_some())
        && let Value::Object(done) = &mut done
    {
        let of = |name: &str| json!({ "$ref": format!("#/components/headers/{name}") });
        done.insert("headers".to_owned(), json!({ "RateLimit": of("RateLimit"), "RateLimit-Policy": of("RateLimit-Policy") }));
    }
    all.insert("200".to_owned(), done);
    for (status, said) in refusals(sources, file, path, route) {
        let mut refused = json!({
            "description": said.join("\n"),
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Refusal" } } },
        });
        if status == 429
            && let Value::Object(refused) = &mut refused
        {
            refused.insert("headers".to_owned(), json!({ "Retry-After": { "$ref": "#/components/headers/Retry-After" } }));
        }
        all.insert(status.to_string(), refused);
    }
    Ok(Value::Object(all))
}

/// The refusals of an operation with their sentences, by status: its own ones and those of all that is asked alike.
fn refusals(sources: &Sources, file: &str, path: &str, route: &Route) -> std::collections::BTreeMap<u16, Vec<String>> {
    let mut found: Vec<(String, String)> = Vec::new();
    for one in sources.ending(&format!("api/{file}"), "Refusal") {
        let Shape::Enum(it) = &one.shape else { continue };
        for variant in &it.variants {
            let text = variant
                .attrs
                .iter()
                .filter(|one| one.path().is_ident("error"))
                .find_map(|one| one.parse_args::<syn::LitStr>().ok());
            if let Some((code, sentence)) = text.map(|text| text.value()).and_then(|text| {
                let (code, sentence) = text.split_once(": ")?;
                Some((code.to_owned(), sentence.to_owned()))
            }) {
                // A sentence with a blank in it says so by its variant.
                let sentence =
                    if sentence.contains('{') && !matches!(variant.fields, Fields::Unit) { doc(&variant.attrs) } else { sentence };
                found.push((code, sentence));
            }
        }
    }
    let mut also = |code: &str, sentence: &str| found.push((code.to_owned(), sentence.to_owned()));
    if route.by_key().is_some() || route.method() != Method::Get {
        also("too_many", "that was a lot at once; wait as long as `Retry-After` says");
    }
    if matches!(route.method(), Method::Post | Method::Put) {
        for code in ["bad_json", "unknown_field", "missing_field", "wrong_type"] {
            also(code, "the request is not of this form; `field` says where");
        }
        also("too_large", "the request is larger than what is read");
        also("wrong_content_type", "the request is of another media type than the one that is taken");
    }
    if matches!(route.method(), Method::Get) {
        for code in ["bad_query", "unknown_field", "missing_field", "wrong_type"] {
            also(code, "the address's query is not of this form; `field` says where");
        }
    }
    also("not_acceptable", "no media type that `Accept` names is given here");
    also("unavailable", "this does not answer right now; nothing was changed, try again as `Retry-After` says");
    if route.method() != Method::Delete {
        for code in ["empty", "too_long", "malformed", "forbidden_character"] {
            also(code, "a value does not fit; `field` says which, `message` how it should be");
        }
    }
    if path.contains("{brand}") {
        for code in ["malformed_domain", "ip_address", "local_name", "public_suffix"] {
            also(code, "the path names no brand's domain; `message` says how it should be");
        }
    }
    if path.contains("{thread}") {
        also("unknown_thread", "this thread is not here");
    }
    if path.ends_with('}') || path.contains("}/") {
        also("not_found", "what the path names is not here");
    }
    if route.needs_key() {
        also("idempotency_key_missing", "send an `Idempotency-Key`");
        also("idempotency_key_reused", "this key came with another request before; use a new key for a new request");
    }
    if route.by_key().is_some() {
        also("key_invalid", "this key does not count here: it ended, or its maker's seat or the brand's proof did");
        also("key_in_browser", "keys are for servers; revoke one that is in a page");
        also("key_elsewhere", "keys count on the console's host only");
        also("key_scope", "this key does not reach this");
    }
    if route.access() != Access::Public {
        also("token_invalid", "this session is not valid here; go on without it, or sign in again");
        also("token_expired", "this session is over; sign in again with your address");
    }
    if route.access() == Access::Console {
        also("sign_in_needed", "sign in with your e-mail address");
        also("not_allowed", "only those who may do this, and only on the console's host");
        also("wrong_origin", "this can be done only from the console's own pages");
    }
    let mut by_status = std::collections::BTreeMap::new();
    for (code, sentence) in found {
        let status = ApiError::new(&code, "").status();
        let lines: &mut Vec<String> = by_status.entry(status).or_default();
        let line = format!("`{code}`: {sentence}");
        if !lines.iter().any(|one| one.starts_with(&format!("`{code}`"))) {
            lines.push(line);
        }
    }
    by_status
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_no_part_of_what_is_said_about_it() {
        let about = beyond_address("`GET /v1/directory?q=`: brands and products. By words.");
        assert_eq!(first_sentence(&about), ("Brands and products.".to_owned(), "By words.".to_owned()));
    }
}
