//! Which part of a domain somebody registered: the Public Suffix List as sorted text, looked through by halves. As code, which
//! is how crates carry it, the same list is five times as large in the Worker. `node scripts/run.mjs suffixes` renews it.

/// The rules, each on its line, sorted by their bytes.
const LIST: &str = include_str!("../data/suffixes.txt");

/// The domain under a public suffix in a host name in ASCII and small letters; nothing for a public suffix itself.
pub(crate) fn registrable(host: &str) -> Option<&str> {
    let rules = LIST.split_once("\n\n").map_or("", |(_, rules)| rules);
    let (mut longer, mut name) = (None, host);
    loop {
        if holds(rules, &["!", name].concat()) {
            return Some(name);
        }
        let parent = name.split_once('.').map(|(_, parent)| parent);
        // A last label that no rule knows is a public suffix too.
        let Some(parent) = parent.filter(|parent| !holds(rules, name) && !holds(rules, &["*.", parent].concat())) else {
            return longer;
        };
        longer = Some(name);
        name = parent;
    }
}

/// Whether a sorted list has this line.
fn holds(list: &str, wanted: &str) -> bool {
    let mut left = list;
    while let Some((before, after)) = left.split_at_checked(left.len() / 2) {
        // The line in the middle, whole.
        let (before, begun) = before.rsplit_once('\n').map_or(("", before), |(before, begun)| (before, begun));
        let (ended, after) = after.split_once('\n').unwrap_or((after, ""));
        let ordering = wanted.bytes().cmp(begun.bytes().chain(ended.bytes()));
        left = match ordering {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => before,
            std::cmp::Ordering::Greater => after,
        };
        if left.is_empty() {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{LIST, registrable};

    #[test]
    fn the_list_is_sorted_and_ascii() {
        let (_, rules) = LIST.split_once("\n\n").expect("a notice, then rules");
        assert!(rules.is_ascii() && rules.lines().count() > 9_000 && rules.lines().is_sorted());
    }

    #[test]
    fn every_kind_of_rule_counts() {
        for (host, domain) in [
            ("acme.example", Some("acme.example")),
            ("shop.acme.example", Some("acme.example")),
            ("example", None),
            ("com", None),
            ("co.uk", None),
            ("a.b.co.uk", Some("b.co.uk")),
            ("a.ck", None),
            ("b.a.ck", Some("b.a.ck")),
            ("www.ck", Some("www.ck")),
            ("a.www.ck", Some("www.ck")),
            ("acme.github.io", Some("acme.github.io")),
            ("acme.xn--55qx5d.cn", Some("acme.xn--55qx5d.cn")),
            ("xn--55qx5d.cn", None),
            ("zw", None),
            ("a.b.zw", Some("b.zw")),
        ] {
            assert_eq!(registrable(host), domain, "{host}");
        }
    }

    /// The list says the same as the crate that it was taken from, so that an update of the crate is not forgotten. Where one rule
    /// with an asterisk stands below another one, the crate forgets the upper one.
    #[test]
    fn the_list_is_that_of_the_crate() {
        let (_, rules) = LIST.split_once("\n\n").expect("a notice, then rules");
        for rule in rules.lines() {
            let name = rule.trim_start_matches(['!', '*', '.']);
            if name.split_once('.').is_some_and(|(_, parent)| super::holds(rules, &["*.", parent].concat())) {
                continue;
            }
            let (known, _) = idna::domain_to_unicode(name);
            let theirs = |host: &str| psl::domain_str(host).map(|found| idna::domain_to_ascii(found).expect("it was ASCII"));
            for before in ["", "a.", "b.a.", "c.b.a."] {
                let ours = registrable(&[before, name].concat()).map(str::to_owned);
                assert_eq!(ours, theirs(&[before, &known].concat()), "{before}{name}");
            }
        }
    }
}
