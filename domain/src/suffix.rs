//! Which part of a domain somebody registered: the Public Suffix List as sorted text, looked through by halves. As code, which
//! is how crates carry it, the same list is five times as large in the Worker. `node scripts/run.mjs suffixes` renews it.

/// On each line a suffix and, behind a space, the labels that are rules directly under it; lines and labels sorted by their bytes.
/// The first line is that of labels which stand under nothing.
const LIST: &str = include_str!("../data/suffixes.txt");

/// The domain under a public suffix in a host name in ASCII and small letters; nothing for a public suffix itself.
pub(crate) fn registrable(host: &str) -> Option<&str> {
    let rules = rules();
    let (mut longer, mut name) = (None, host);
    loop {
        let (label, parent) = name.split_once('.').map_or((name, None), |(label, parent)| (label, Some(parent)));
        let labels = labels(rules, parent.unwrap_or_default());
        if find(labels, ',', &["!", label].concat()).is_some() {
            return Some(name);
        }
        // A last label that no rule knows is a public suffix too.
        let is_suffix = || [label, "*"].into_iter().any(|rule| find(labels, ',', rule).is_some());
        let Some(parent) = parent.filter(|_| !is_suffix()) else { return longer };
        longer = Some(name);
        name = parent;
    }
}

fn rules() -> &'static str {
    LIST.split_once("\n\n").map_or("", |(_, rules)| rules)
}

/// The labels that are rules directly under a suffix.
fn labels<'a>(rules: &'a str, suffix: &str) -> &'a str {
    find(rules, '\n', suffix).and_then(|line| line.split_once(' ')).map_or("", |(_, labels)| labels)
}

/// The entry of a sorted list whose text, up to its first space, is this.
fn find<'a>(list: &'a str, between: char, wanted: &str) -> Option<&'a str> {
    let mut left = list;
    while !left.is_empty() {
        let middle = left.len() / 2;
        let (before, after) = left.split_at_checked(middle)?;
        // The entry in the middle, whole.
        let (before, begun) = before.rsplit_once(between).unwrap_or(("", before));
        let (ended, after) = after.split_once(between).unwrap_or((after, ""));
        let entry = left.get(middle - begun.len()..middle + ended.len())?;
        let key = entry.split_once(' ').map_or(entry, |(key, _)| key);
        left = match wanted.cmp(key) {
            std::cmp::Ordering::Equal => return Some(entry),
            std::cmp::Ordering::Less => before,
            std::cmp::Ordering::Greater => after,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{find, labels, registrable, rules};

    /// Every rule as the list's makers write it.
    fn all() -> Vec<String> {
        let line = |line: &str| {
            let (suffix, labels) = line.split_once(' ').expect("a suffix and its labels");
            let end = if suffix.is_empty() { String::new() } else { format!(".{suffix}") };
            labels.split(',').map(|label| format!("{label}{end}")).collect::<Vec<_>>()
        };
        rules().lines().flat_map(line).collect()
    }

    #[test]
    fn the_list_is_sorted_and_ascii() {
        let suffixes = || rules().lines().map(|line| line.split_once(' ').expect("a suffix and its labels"));
        assert!(rules().is_ascii() && all().len() > 9_000);
        assert!(suffixes().map(|(suffix, _)| suffix).is_sorted_by(|one, other| one < other));
        assert!(suffixes().all(|(_, labels)| labels.split(',').is_sorted_by(|one, other| one < other)));
    }

    #[test]
    fn every_rule_is_found() {
        for rule in all() {
            let (label, suffix) = rule.split_once('.').unwrap_or((&rule, ""));
            assert_eq!(find(labels(rules(), suffix), ',', label), Some(label), "{rule}");
        }
        for (suffix, label) in [("", "zz9"), ("uk", "com"), ("nothing.at.all", "com"), ("com", ""), ("", "")] {
            assert_eq!(find(labels(rules(), suffix), ',', label), None, "{label}.{suffix}");
        }
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
        for rule in all() {
            let name = rule.trim_start_matches(['!', '*', '.']);
            if name.split_once('.').is_some_and(|(_, parent)| find(labels(rules(), parent), ',', "*").is_some()) {
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
