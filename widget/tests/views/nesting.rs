//! Whether drawn HTML is nested as browsers nest it: a parser that moved nodes around would make the first drawing and the
//! live one differ.

const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];
const PHRASING_ONLY: [&str; 11] = ["p", "h1", "h2", "h3", "h4", "span", "b", "strong", "em", "summary", "button"];
const BLOCKS: [&str; 15] =
    ["p", "div", "ul", "ol", "li", "h1", "h2", "h3", "section", "article", "form", "fieldset", "blockquote", "pre", "hr"];
const INTERACTIVE: [&str; 5] = ["a", "button", "input", "textarea", "details"];

/// Panics where a tag is not closed in order, a block lies in running text, a link in a link or a form in a form.
pub(crate) fn check(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, tail) = after.split_once('>').expect("a closed tag");
        rest = tail;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closed out of order near …{}", &tail.chars().take(80).collect::<String>());
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let inside = |outer: &str| open.contains(&outer);
        let flowing = open.iter().any(|outer| PHRASING_ONLY.contains(outer));
        assert!(!(flowing && BLOCKS.contains(&name)), "<{name}> within {open:?}");
        assert!(!(INTERACTIVE.contains(&name) && (inside("a") || inside("button"))), "<{name}> within {open:?}");
        assert!(!(name == "form" && inside("form")), "a form within a form");
        if name == "li" {
            assert!(matches!(open.last(), Some(&("ul" | "ol"))), "<li> within {open:?}");
        }
        if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "not closed: {open:?}");
}
