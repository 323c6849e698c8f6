//! Markdown: whatever is typed becomes a tree or is refused, and no link in it leads anywhere but to the web or to mail.
#![no_main]

use chie_domain::markup::parse;
use chie_domain::text::Body;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(body) = Body::parse(text) else { return };
    let Ok(tree) = parse::parse(&body) else { return };
    let written = serde_json::to_string(&tree).expect("a tree is written");
    assert_eq!(serde_json::from_str::<chie_domain::markup::Markup>(&written).expect("and read again"), tree);
    for scheme in ["javascript:", "data:", "vbscript:", "file:"] {
        // Only a link is a pair that begins with a text.
        assert!(!written.to_ascii_lowercase().contains(&format!("[\"{scheme}")), "{written}");
    }
    let _words = (tree.plain(), tree.excerpt(80), tree.links());
});
