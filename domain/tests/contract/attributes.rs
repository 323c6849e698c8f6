//! Attributes of serde that postcard cannot honour, or that let a request say more than it may.

use super::sources;

/// The attributes of one item or of its fields, with the item's name.
fn attributes(source: &str) -> Vec<(String, String)> {
    let (mut found, mut pending, mut owner) = (Vec::new(), Vec::new(), String::new());
    for line in source.lines() {
        let code = line.trim_start();
        if let Some(attribute) = code.strip_prefix("#[serde(") {
            assert!(attribute.contains(")]"), "an attribute of serde stands on one line: {line}");
            if line.starts_with('#') {
                pending.push(attribute.to_owned());
            } else {
                found.push((owner.clone(), attribute.to_owned()));
            }
        } else if let Some(rest) = ["pub struct ", "pub enum ", "struct ", "enum "].iter().find_map(|head| line.strip_prefix(head))
        {
            owner = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
            found.extend(pending.drain(..).map(|attribute| (owner.clone(), attribute)));
        }
    }
    found
}

fn words(attribute: &str) -> impl Iterator<Item = &str> {
    attribute.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

#[test]
fn no_shape_depends_on_a_format_that_describes_itself() {
    let mut seen = 0;
    for (path, source) in sources() {
        for (owner, attribute) in attributes(&source) {
            seen += 1;
            for word in words(&attribute) {
                let never = matches!(
                    word,
                    "skip"
                        | "skip_serializing"
                        | "skip_serializing_if"
                        | "skip_deserializing"
                        | "flatten"
                        | "tag"
                        | "content"
                        | "untagged"
                        | "alias"
                        | "other"
                );
                assert!(!never, "{path}: {owner} has {word}, which postcard cannot carry");
                let only_requests = matches!(word, "default" | "deny_unknown_fields" | "deserialize_with");
                // A photo that a request names is part of that request.
                let asks = owner == "Request" || owner == "Attached";
                assert!(!only_requests || asks, "{path}: {owner} has {word}, which only requests may");
            }
        }
    }
    assert!(seen > 40, "the sources were not read");
}

#[test]
fn every_request_refuses_unknown_fields() {
    for (path, source) in sources().into_iter().filter(|(path, _)| path.starts_with("api/")) {
        if source.contains("pub struct Request") {
            let refuses = attributes(&source).iter().any(|(owner, it)| owner == "Request" && it.contains("deny_unknown_fields"));
            assert!(refuses, "{path}");
        }
    }
}

#[test]
fn the_reader_of_attributes_reads() {
    let source = "#[serde(tag = \"t\")]\npub struct A {\n    #[serde(default)]\n    pub b: u8,\n}\n#[serde(untagged)]\nenum C {}\n";
    let read = attributes(source);
    let owners: Vec<(&str, &str)> = read.iter().map(|(owner, it)| (owner.as_str(), words(it).next().unwrap_or(""))).collect();
    assert_eq!(owners, [("A", "tag"), ("A", "default"), ("C", "untagged")]);
}
