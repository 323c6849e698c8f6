//! What counts as a proof's tag on a front page: a `meta` element that a browser would find in the head. What stands in a
//! comment, a script, a title or another tag's attribute may be a customer's words, and so may all of the body. Where the
//! page is not clear this reading stops early: it may miss a tag, but it never takes one for the brand's that is not.

/// Elements that may stand in a head; anything else begins the body. A template nests, so that its end is not simply found.
const IN_HEAD: [&str; 9] = ["html", "head", "meta", "link", "base", "title", "script", "style", "noscript"];
/// Elements whose content is passed over.
const OPAQUE: [&str; 4] = ["title", "script", "style", "noscript"];
/// The name of a proof's tag.
const NAME: &str = "chie-proof";

/// The contents of all of Chie's tags in a page's head, in their order.
pub fn tokens_in(page: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = page.trim_start_matches('\u{feff}');
    while let Some(next) = step(rest, &mut tokens) {
        rest = next;
    }
    tokens
}

/// Reads one tag or comment and gives what stands behind it; nothing where the head ends.
fn step<'a>(rest: &'a str, tokens: &mut Vec<String>) -> Option<&'a str> {
    let markup = rest.trim_start().strip_prefix('<')?;
    if let Some(comment) = markup.strip_prefix("!--") {
        return comment.split_once("-->").map(|(_, after)| after);
    }
    if markup.starts_with(['!', '?']) {
        return markup.split_once('>').map(|(_, after)| after);
    }
    let (ends, markup) = markup.strip_prefix('/').map_or((false, markup), |markup| (true, markup));
    let (name, behind) = markup.split_at(markup.find(is_edge)?);
    let name = name.to_ascii_lowercase();
    if !IN_HEAD.contains(&name.as_str()) || (ends && matches!(name.as_str(), "head" | "html")) {
        return None;
    }
    let (attributes, after) = attributes(behind)?;
    if ends {
        return Some(after);
    }
    let value = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| *value);
    if name == "meta" && value("name").is_some_and(|it| it.trim().eq_ignore_ascii_case(NAME)) {
        tokens.push(value("content").unwrap_or_default().trim().to_owned());
    }
    if OPAQUE.contains(&name.as_str()) { behind_end_of(&name, after) } else { Some(after) }
}

fn is_edge(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '/' | '>')
}

/// A tag's attributes and what stands behind its end; nothing where it does not end. Of two of one name the first counts.
fn attributes(tag: &str) -> Option<(Vec<(String, &str)>, &str)> {
    let mut found = Vec::new();
    let mut rest = tag;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some((found, after));
        }
        // An equals sign in the first place is part of the name.
        let first = rest.chars().next()?.len_utf8();
        let length = rest.get(first..)?.find(|c| is_edge(c) || c == '=')?;
        let (name, behind) = rest.split_at_checked(first + length)?;
        let behind = behind.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let (value, behind) = behind.strip_prefix('=').map_or(Some(("", behind)), value)?;
        found.push((name.to_ascii_lowercase(), value));
        rest = behind;
    }
}

/// An attribute's value and what stands behind it.
fn value(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_ascii_whitespace());
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote);
        }
    }
    text.split_at_checked(text.find(|c: char| c.is_ascii_whitespace() || c == '>')?)
}

/// What stands behind an element's end tag.
fn behind_end_of<'a>(name: &str, text: &'a str) -> Option<&'a str> {
    let lower = text.to_ascii_lowercase();
    let end = format!("</{name}");
    let ends = |at: &usize| lower.get(at + end.len()..).is_some_and(|rest| rest.starts_with(is_edge));
    let at = lower.match_indices(&end).map(|(at, _)| at).find(ends)?;
    text.get(at + end.len()..)?.split_once('>').map(|(_, after)| after)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAG: &str = r#"<meta name="chie-proof" content="abc">"#;

    #[test]
    fn tags_of_the_head_are_found_however_they_are_written() {
        for head in [
            TAG,
            "<META content='abc' NAME='chie-proof'/>",
            "<meta name=chie-proof content=abc>",
            "<meta\n  data-name=\"x\"\n  name = \"Chie-Proof\"\n  content = \" abc \"\n>",
            "<meta charset=utf-8><title>a < b</title><script>if (a<b) '</p>'</script><link rel=icon href=/i><meta name=chie-proof content=abc>",
            "<noscript><img src=x></noscript><style>a>b{}</style><!-- hello --><meta name=chie-proof content=abc>",
        ] {
            let page = format!("\u{feff}<!doctype html>\n<html lang=en>\n<head>\n{head}\n</head><body>");
            assert_eq!(tokens_in(&page), ["abc"], "{head}");
        }
        assert_eq!(tokens_in(&format!("{TAG}<meta name=chie-proof content=def>")), ["abc", "def"]);
    }

    #[test]
    fn what_may_be_a_customers_word_does_not_count() {
        for page in [
            format!("<head><!-- {TAG} --></head>"),
            format!("<title>{TAG}</title>"),
            format!("<script>const post = '{TAG}';</script>"),
            format!("<script type=x></scripty>{TAG}</script>"),
            format!("<noscript>{TAG}</noscript><style>{TAG}</style>"),
            format!("<template><template></template>{TAG}</template>"),
            "<meta name=description content=\"<meta name='chie-proof' content='abc'>\">".to_owned(),
            "<meta data-name=\"chie-proof\" content=\"abc\">".to_owned(),
            "<meta name=\"x\" name=\"chie-proof\" content=\"abc\">".to_owned(),
            "<meta title='name=\"chie-proof\" content=\"abc\"'>".to_owned(),
            format!("<head></head>{TAG}"),
            format!("<body>{TAG}"),
            format!("<head>Hello {TAG}"),
            format!("<p>{TAG}</p>"),
            format!("<svg>{TAG}</svg>"),
            format!("<script>{TAG}"),
            "<meta name=chie-proof content=abc".to_owned(),
            "<meta name=\"chie-proof content=abc>".to_owned(),
            "<".to_owned(),
            "</".to_owned(),
        ] {
            assert!(tokens_in(&page).is_empty(), "{page}");
        }
        assert_eq!(tokens_in("<meta name=chie-proof data-content=abc>"), [""]);
    }
}
