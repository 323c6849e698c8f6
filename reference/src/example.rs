//! Examples: one for each kind of text, and requests put together from them, so that every request that is documented can be sent.

use serde_json::{Map, Value, json};

/// What a text of that type may look like.
pub(crate) fn text(name: &str, id: Option<char>) -> String {
    if let Some(letter) = id {
        return format!("{letter}_01m7xpe600040g2081040g2081");
    }
    match name {
        "Title" => "The lid sticks",
        "Body" => "It **sticks** once the water boils. What helps?",
        "DisplayName" => "Aoi",
        "ProductName" => "Stove-top Kettle 1.2 L",
        "BrandName" => "Acme",
        "Reason" => "It locks while the water boils, so that nobody gets burned.",
        "AltText" => "The lid, from above",
        "SearchText" | "Sought" => "lid",
        "WordLines" => "lid, cover",
        "ProductKey" => "kettle",
        "EmailAddress" => "aoi@mail.example",
        "MoodWords" => "a little worried",
        "ProductVersion" => "1.3",
        "BrandDomain" => "acme.example",
        "Host" | "Sites" => "shop.acme.example",
        "Tag" | "Tags" => "gas",
        "Colours" => "888888888888888888888888888888888888",
        "SafeUrl" => "https://acme.example/safety",
        "PostId" | "ThreadIds" | "Matter" => "t_01m7xpe600040g2081040g2081",
        "Week" => "mon-fri 9-18",
        "Holidays" => "2026-12-25",
        "KeyScopes" => "read answer",
        "HookAddress" => "https://www.acme.example/hooks/chie",
        "HookEvents" => "asked, danger",
        "SignOnToken" => "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl",
        "DeviceFacts" => "browser=Firefox 140",
        _ => "text",
    }
    .to_owned()
}

/// A value that fits a schema: required fields and, of the others, those that say something by themselves.
pub(crate) fn of(schema: &Value, schemas: &Map<String, Value>) -> Value {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next()) {
        return schemas.get(name).map_or(Value::Null, |schema| of(schema, schemas));
    }
    if let Some(first) = schema.pointer("/examples/0").or_else(|| schema.pointer("/enum/0")) {
        return first.clone();
    }
    for list in ["oneOf", "anyOf"] {
        if let Some(first) = schema.pointer(&format!("/{list}/0")) {
            return of(first, schemas);
        }
    }
    let kind = schema.get("type").map(|kind| kind.as_str().or_else(|| kind.get(0).and_then(Value::as_str)).unwrap_or(""));
    match kind {
        Some("object") => {
            let required: Vec<&str> =
                schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
            let mut made = Map::new();
            for (name, inside) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if required.contains(&name.as_str()) || name == "body" {
                    let plain = match name.as_str() {
                        "code" => Some("123456"),
                        "secret" => Some("q3kZ1yX8v0b7N5m2L9t4R6s1W8d3F0hJ7cKpQeUaYgI"),
                        _ => None,
                    };
                    made.insert(name.clone(), plain.map_or_else(|| of(inside, schemas), |text| json!(text)));
                }
            }
            Value::Object(made)
        }
        Some("array") => json!([]),
        Some("boolean") => json!(true),
        Some("integer" | "number") => json!(1),
        Some("string") => json!("text"),
        _ => Value::Null,
    }
}
