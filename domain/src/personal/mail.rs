//! E-mail addresses of people. Addresses of desks, which are published, are left alone.

use super::{Found, Letters, Private};

/// Whoever reads these is no private person.
const DESKS: [&str; 14] = [
    "info", "help", "support", "contact", "service", "sales", "press", "office", "hello", "noreply", "no-reply", "customer",
    "care", "security",
];

pub(super) fn find(text: &Letters<'_>) -> Option<Found> {
    (0..text.len()).filter(|at| text.at(*at) == Some('@')).find_map(|at| {
        let from = (0..at).rev().take_while(|index| text.at(*index).is_some_and(of_local)).last()?;
        let to = (at + 1..text.len()).take_while(|index| text.at(*index).is_some_and(of_domain)).last()? + 1;
        // A full stop ends the sentence, not the address.
        let to = (at + 1..to).rev().find(|index| text.at(*index).is_some_and(|c| c.is_ascii_alphanumeric()))? + 1;
        let piece = |from: usize, to: usize| (from..to).filter_map(|index| text.at(index)).collect::<String>();
        let (local, domain) = (piece(from, at).to_ascii_lowercase(), piece(at + 1, to));
        let (name, last) = domain.rsplit_once('.')?;
        let whole = !name.is_empty() && last.len() >= 2 && last.chars().all(|c| c.is_ascii_alphabetic());
        (whole && !DESKS.contains(&local.as_str())).then(|| text.found(Private::Email, from, to))
    })
}

const fn of_local(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
}

const fn of_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
}
