//! Markdown as people and attackers write it: tables of cases, hostile links, nesting bombs, and properties over any text.
#![cfg(feature = "parse")]
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use chie_domain::markup::parse::{TooLarge, parse};
use chie_domain::markup::{Block, Inline, MAX_DEPTH, Markup, SafeUrl};
use chie_domain::text::Body;
use proptest::prelude::*;

fn tree(source: &str) -> Vec<Block> {
    parse(&Body::parse(source).expect("a body")).expect("fits").0
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn words(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

fn link(url: &str, shown: &str) -> Inline {
    Inline::Link(SafeUrl::parse(url).expect("safe"), vec![text(shown)])
}

#[test]
fn what_people_write_becomes_a_tree() {
    for (source, blocks) in [
        ("one\ntwo\n\nthree", vec![Block::Paragraph(vec![text("one"), Inline::Break, text("two")]), words("three")]),
        ("# Lid\n\ntext", vec![Block::Heading(vec![text("Lid")]), words("text")]),
        ("- a\n- b", vec![Block::Bullets(vec![vec![words("a")], vec![words("b")]])]),
        ("3. a\n4. b", vec![Block::Numbers(3, vec![vec![words("a")], vec![words("b")]])]),
        ("- a\n  - b", vec![Block::Bullets(vec![vec![words("a"), Block::Bullets(vec![vec![words("b")]])]])]),
        ("> so\n> it is", vec![Block::Quote(vec![Block::Paragraph(vec![text("so"), Inline::Break, text("it is")])])]),
        ("```rust\nlet a = \"<b>\";\n```", vec![Block::Code("let a = \"<b>\";".to_owned())]),
        ("```what I saw\nE4\n```", vec![Block::Code("what I saw\nE4".to_owned())]),
        ("```E4", vec![Block::Code("E4".to_owned())]),
        ("a\n\n---\n\nb", vec![words("a"), Block::Rule, words("b")]),
        (
            "*a* **b** ~~c~~ `d`",
            vec![Block::Paragraph(vec![
                Inline::Emphasis(vec![text("a")]),
                text(" "),
                Inline::Strong(vec![text("b")]),
                text(" "),
                Inline::Strike(vec![text("c")]),
                text(" "),
                Inline::Code("d".to_owned()),
            ])],
        ),
        ("1~2 days, 3~4 days", vec![words("1~2 days, 3~4 days")]),
        ("AT&amp;T &lt;b&gt; a_b_c", vec![words("AT&T <b> a_b_c")]),
        ("| a | b |\n|---|---|", vec![Block::Paragraph(vec![text("| a | b |"), Inline::Break, text("|---|---|")])]),
        ("see[^1]\n\n[^1]: below", vec![words("see[^1]"), words("[^1]: below")]),
    ] {
        assert_eq!(tree(source), blocks, "{source:?}");
    }
}

#[test]
fn raw_html_stays_text() {
    for source in [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<div onclick=x>*a*</div>",
        "<!-- hidden -->",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<svg/onload=alert(1)>",
        "</textarea><style>*{all:unset}</style>",
        "<![CDATA[x]]>",
        "<?php x ?>",
    ] {
        assert_eq!(Markup(tree(source)).words(), source, "{source:?}");
    }
    assert_eq!(
        tree("<div>\nx\n</div>"),
        vec![Block::Paragraph(vec![text("<div>"), Inline::Break, text("x"), Inline::Break, text("</div>")])]
    );
}

#[test]
fn a_safe_link_leads_and_an_unsafe_one_is_its_words() {
    for (source, shown) in [
        ("[a](https://b.example/c)", vec![link("https://b.example/c", "a")]),
        ("<https://b.example/c>", vec![link("https://b.example/c", "https://b.example/c")]),
        ("<aoi@b.example>", vec![link("mailto:aoi@b.example", "aoi@b.example")]),
        ("![the lid](https://b.example/lid.png)", vec![link("https://b.example/lid.png", "the lid")]),
        ("![](https://b.example/lid.png)", vec![link("https://b.example/lid.png", "https://b.example/lid.png")]),
        ("[![a](https://c.example/)](https://b.example/)", vec![link("https://b.example/", "a")]),
        ("[a][1]\n\n[1]: https://b.example/ \"t\"", vec![link("https://b.example/", "a")]),
        ("[a](javascript:alert(1))", vec![text("a")]),
        ("[a](java&#09;script:alert(1))", vec![text("a")]),
        ("[a](&#x6A;avascript:alert(1))", vec![text("a")]),
        ("[a](JaVaScRiPt&colon;alert(1))", vec![text("a")]),
        ("[a](<java\tscript:alert(1)>)", vec![text("a")]),
        ("[a](data:text/html;base64,x)", vec![text("a")]),
        ("[a](vbscript:x)", vec![text("a")]),
        ("[a](//evil.example)", vec![text("a")]),
        ("[a](/path)", vec![text("a")]),
        ("[a](https:evil.example)", vec![text("a")]),
        ("![a](data:image/svg+xml,x)", vec![text("a")]),
        ("<javascript:alert(1)>", vec![text("javascript:alert(1)")]),
    ] {
        assert_eq!(tree(source), vec![Block::Paragraph(shown)], "{source:?}");
    }
}

#[test]
fn a_definition_that_is_no_link_stays_words() {
    for (source, shown) in [
        ("[a]\n\n[a]: javascript:alert(1)", "[a] [a]: javascript:alert(1)"),
        ("[a]\n\n[a]: <data:text/html,x>", "[a] [a]: data:text/html,x"),
        ("[note]: below", "[note]: below"),
        ("[a]: https://b.example/\n[a]: https://c.example/\n\n[a]", "a: https://c.example/ a"),
        ("`x[0]: y`", "x[0]: y"),
        ("x\u{fdd0}]\u{fdd0}: y", "x]: y"),
    ] {
        assert_eq!(Markup(tree(source)).words(), shown, "{source:?}");
    }
}

#[test]
fn a_bare_address_becomes_a_link() {
    for (source, shown) in [
        ("see https://b.example/c_d.", vec![text("see "), link("https://b.example/c_d", "https://b.example/c_d"), text(".")]),
        ("(http://b.example/a(1))", vec![text("("), link("http://b.example/a(1)", "http://b.example/a(1)"), text(")")]),
        (
            "説明はhttps://b.example/cを見て",
            vec![text("説明は"), link("https://b.example/c", "https://b.example/c"), text("を見て")],
        ),
        ("https://b.example/?a=1&b=2", vec![link("https://b.example/?a=1&b=2", "https://b.example/?a=1&b=2")]),
        ("HTTPS://b.example", vec![link("HTTPS://b.example", "HTTPS://b.example")]),
        ("xhttps://b.example", vec![text("xhttps://b.example")]),
        ("https:// b", vec![text("https:// b")]),
        ("ftp://b.example javascript://b.example", vec![text("ftp://b.example javascript://b.example")]),
        ("`https://b.example`", vec![Inline::Code("https://b.example".to_owned())]),
    ] {
        assert_eq!(tree(source), vec![Block::Paragraph(shown)], "{source:?}");
    }
}

fn depth_of_blocks(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => depth_of_inlines(inlines),
            Block::Bullets(items) | Block::Numbers(_, items) => {
                1 + items.iter().map(|item| depth_of_blocks(item)).max().unwrap_or(0)
            }
            Block::Quote(inner) => 1 + depth_of_blocks(inner),
            Block::Code(_) | Block::Rule => 0,
        })
        .max()
        .unwrap_or(0)
}

fn depth_of_inlines(inlines: &[Inline]) -> usize {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(_) | Inline::Code(_) | Inline::Break => 0,
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(_, inner) => {
                1 + depth_of_inlines(inner)
            }
        })
        .max()
        .unwrap_or(0)
}

fn has_neighbouring_texts(inlines: &[Inline]) -> bool {
    inlines.windows(2).any(|pair| matches!(pair, [Inline::Text(_), Inline::Text(_)]))
}

fn steps(range: std::ops::Range<usize>, step: impl Fn(usize) -> String) -> String {
    range.map(step).collect::<Vec<_>>().concat()
}

fn bombs() -> Vec<String> {
    let stairs = steps(0..100, |step| format!("{}- x\n", " ".repeat(step)));
    let quotes = steps(1..98, |step| format!("{}x\n\n", "> ".repeat(step)));
    vec![
        format!("{}end", "> ".repeat(4_998)),
        format!("{}end", "- ".repeat(4_998)),
        format!("{}end", "1. ".repeat(3_332)),
        format!("{}end", ">- ".repeat(3_332)),
        format!("{}end{}", "*".repeat(4_998), "*".repeat(4_998)),
        format!("{}end{}", "*a _".repeat(1_200), "_ b*".repeat(1_200)),
        format!("{}end{}", "[".repeat(4_000), "](https://a.example)".repeat(290)),
        format!("{}end", "![".repeat(4_998)),
        format!("{}end", "[a](".repeat(2_490)),
        format!("{}end", "<".repeat(9_000)),
        format!("{}end", "`".repeat(9_000)),
        format!("{}end", "a `b``".repeat(1_500)),
        format!("{}end", "[a]: x\n".repeat(1_400)),
        format!("{}end", "[a][a]\n\n[a]: https://a.example\n".repeat(300)),
        format!("{}end", "&amp;".repeat(1_900)),
        format!("{}end", "~~a".repeat(3_000)),
        format!("{}end", "https://a.example/((".repeat(450)),
        format!("{}end", "://".repeat(3_000)),
        format!("{}end", "http://".repeat(1_400)),
        format!("{}end", "https://a.b/))".repeat(700)),
        stairs,
        quotes,
    ]
}

#[test]
fn nesting_bombs_are_flat_fast_and_whole() {
    for bomb in bombs() {
        let head: String = bomb.chars().take(12).collect();
        // Twenty bombs on a stack of 256 KiB: whatever went deeper would overflow it.
        let body = Body::parse(&bomb).expect("a body");
        let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(move || {
            let Ok(markup) = parse(&body) else { return (0, true) };
            let json = serde_json::to_string(&markup).expect("json");
            let bytes = postcard::to_allocvec(&markup).expect("postcard");
            assert_eq!(serde_json::from_str::<Markup>(&json).expect("json"), markup);
            assert_eq!(postcard::from_bytes::<Markup>(&bytes).expect("postcard"), markup);
            (depth_of_blocks(&markup.0), markup.words().contains('x') || markup.words().contains("end"))
        });
        let (depth, has_words) = thread.expect("a thread").join().expect("no overflow");
        assert!(depth <= MAX_DEPTH && has_words, "{head:?} is {depth} deep");
    }
}

#[test]
fn what_lies_too_deep_is_flattened_and_kept_apart() {
    let deep = tree(&format!("{}one\n\n{}two", "> ".repeat(30), "> ".repeat(31)));
    assert_eq!(depth_of_blocks(&deep), MAX_DEPTH);
    assert_eq!(Markup(deep).words(), "one two");
    let list = tree(&steps(0..30, |step| format!("{}- w{step}\n", "  ".repeat(step))));
    assert_eq!(Markup(list).words(), (0..30).map(|step| format!("w{step}")).collect::<Vec<_>>().join(" "));
}

#[test]
fn a_tree_has_a_largest_size() {
    assert!(parse(&Body::parse(&"あ".repeat(10_000)).expect("a body")).is_ok());
    assert_eq!(parse(&Body::parse(&"😀".repeat(10_000)).expect("a body")), Err(TooLarge));
    let many = format!("{}\n\n[a]: https://a.example/{}", "[a]".repeat(2_500), "b".repeat(2_000));
    assert_eq!(parse(&Body::parse(&many).expect("a body")), Err(TooLarge));
}

fn paragraphs_of(blocks: &[Block]) -> Vec<&[Inline]> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => vec![inlines.as_slice()],
            Block::Bullets(items) | Block::Numbers(_, items) => items.iter().flat_map(|item| paragraphs_of(item)).collect(),
            Block::Quote(inner) => paragraphs_of(inner),
            Block::Code(_) | Block::Rule => Vec::new(),
        })
        .collect()
}

proptest! {
    #[test]
    fn any_body_parses(source in "(?s)[ -~\n\tあ漢😀\u{fdd0}]{1,400}") {
        if let Ok(body) = Body::parse(&source) {
            let markup = parse(&body).expect("fits");
            prop_assert!(depth_of_blocks(&markup.0) <= MAX_DEPTH);
            prop_assert!(!paragraphs_of(&markup.0).into_iter().any(has_neighbouring_texts));
        }
    }

    #[test]
    fn of_any_heap_of_marks_no_link_of_a_newcomer_is_left(source in "([>*_~`#<!\\[\\]():\n -]|https://a\\.b|mailto:a@b\\.c|\\[x\\]\\(https://c\\.d\\)|~~|a){1,120}") {
        if let Ok(body) = Body::parse(&source) {
            let markup = parse(&body).expect("fits");
            let (links, plain) = (markup.links(), markup.clone().with_links_as_text(&|_| false));
            prop_assert_eq!(plain.links(), 0);
            prop_assert_eq!(markup.clone().with_links_as_text(&|_| true).links(), links);
            prop_assert!(plain.words().len() >= markup.words().len());
        }
    }

    #[test]
    fn any_heap_of_marks_parses(source in "([>*_~`#<!\\[\\]():\n -]|- |> |1\\. |\n\n|    |https://a\\.b|[a]: |~~|a){1,300}") {
        if let Ok(body) = Body::parse(&source) {
            let markup = parse(&body).expect("fits");
            prop_assert!(depth_of_blocks(&markup.0) <= MAX_DEPTH);
            prop_assert!(!paragraphs_of(&markup.0).into_iter().any(has_neighbouring_texts));
        }
    }

    #[test]
    fn words_survive(source in "([a-z]{1,6}|[>*_~#<\n-]| |\n\n|- |> |あ|\\[x\\]: ){1,120}") {
        if let Ok(body) = Body::parse(&source) {
            let kept = parse(&body).expect("fits").words();
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&kept), letters(&source));
        }
    }
}
