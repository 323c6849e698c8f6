//! Card and telephone numbers: runs of digits with the separators that people set between them.

use super::{Found, Letters, Private};

/// What names the number of a thing.
const OF_THINGS: [&str; 16] = [
    "serial",
    "s/n",
    "model",
    "order",
    "imei",
    "part no",
    "part number",
    "ticket",
    "jan",
    "ean",
    "isbn",
    "製造番号",
    "型番",
    "品番",
    "注文番号",
    "シリアル",
];
/// What names the number of a telephone.
const OF_PHONES: [&str; 8] = ["tel", "phone", "call", "mobile", "fax", "電話", "携帯", "連絡先"];
/// How far behind such a word a number may stand, in letters.
const NEAR: usize = 14;
/// Beginnings of numbers that are published for everybody: toll-free and shared-cost lines.
const PUBLISHED: [&str; 14] =
    ["0120", "0570", "0800", "0990", "1800", "1888", "1877", "1866", "1855", "1844", "1833", "810120", "44800", "49800"];

/// A run of digits in groups.
struct Run {
    from: usize,
    to: usize,
    plus: bool,
    digits: String,
    groups: Vec<usize>,
}

pub(super) fn find(text: &Letters<'_>) -> Option<Found> {
    let mut index = 0;
    while index < text.len() {
        let Some(run) = run(text, index) else {
            index += 1;
            continue;
        };
        index = run.to.max(index + 1);
        if let Some(what) = what(text, &run) {
            return Some(text.found(what, run.from, run.to));
        }
    }
    None
}

/// The run that begins here, if one does.
fn run(text: &Letters<'_>, from: usize) -> Option<Run> {
    let first = text.at(from)?;
    let opens = matches!(first, '+' | '(') && text.at(from + 1).is_some_and(|c| c.is_ascii_digit());
    if !(first.is_ascii_digit() || opens) || text.before(from).is_some_and(belongs) {
        return None;
    }
    let (mut digits, mut groups, mut group, mut to) = (String::new(), Vec::new(), 0, from);
    let mut index = from;
    while let Some(c) = text.at(index) {
        if c.is_ascii_digit() {
            digits.push(c);
            group += 1;
            to = index + 1;
        } else if index > from || !opens {
            // At most two separators stand between digits: `) ` and the like.
            let next = (1..=2).find(|step| text.at(index + step).is_some_and(|c| c.is_ascii_digit() || c == '('));
            let all_separate = next.is_some_and(|step| (0..step).all(|step| text.at(index + step).is_some_and(separates)));
            if !all_separate {
                break;
            }
            if group > 0 {
                groups.push(group);
            }
            group = 0;
        }
        index += 1;
    }
    groups.push(group);
    let run = Run { from, to, plus: first == '+', digits, groups };
    // A letter right behind makes it the number of a thing.
    (!text.at(run.to).is_some_and(|c| c.is_ascii_alphabetic())).then_some(run)
}

/// What a number hangs on to when it names a thing: letters, digits and points of larger numbers.
const fn belongs(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ',' | '/' | '#' | '_' | '+' | ':')
}

const fn separates(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '(' | ')')
}

fn what(text: &Letters<'_>, run: &Run) -> Option<Private> {
    if text.behind_word(run.from, NEAR, &OF_THINGS) {
        return None;
    }
    if is_card(run) {
        return Some(Private::Card);
    }
    let phone = is_phone(run) || (plain_landline(run) && text.behind_word(run.from, NEAR, &OF_PHONES));
    (phone && !PUBLISHED.iter().any(|beginning| run.digits.starts_with(beginning))).then_some(Private::Phone)
}

/// A number of a card's length and beginning, in a card's groups, whose check digit is right.
fn is_card(run: &Run) -> bool {
    let digits = &run.digits;
    let head = |n: usize| digits.get(..n).and_then(|head| head.parse::<u32>().ok()).unwrap_or(0);
    let (two, four) = (head(2), head(4));
    let known = match digits.len() {
        14 => matches!(two, 30 | 36 | 38 | 39),
        15 => matches!(two, 34 | 37),
        16 => matches!(two, 40..=49 | 51..=55 | 62 | 65) || matches!(four, 2221..=2720 | 3528..=3589 | 6011 | 6440..=6499),
        17..=19 => two == 62,
        _ => false,
    };
    let grouped = matches!(run.groups.as_slice(), [_] | [4, 4, 4, 4] | [4, 6, 4 | 5] | [4, 4, 4, 4, 1..=3]);
    known && grouped && !run.plus && luhn(digits)
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

fn is_phone(run: &Run) -> bool {
    let (count, begins_with_nought) = (run.digits.len(), run.digits.starts_with('0'));
    if run.plus {
        return (8..=15).contains(&count);
    }
    let mobile = ["050", "070", "080", "090"].iter().any(|head| run.digits.starts_with(head));
    match run.groups.as_slice() {
        [11] => mobile,
        [a, b] if begins_with_nought => matches!(count, 10 | 11) && (3..=5).contains(a) && (5..=8).contains(b),
        [a, b, c] if begins_with_nought => {
            matches!(count, 10 | 11) && (2..=5).contains(a) && (1..=4).contains(b) && matches!(c, 3 | 4)
        }
        [3, 3, 4] => run.digits.chars().next().is_some_and(|c| ('2'..='9').contains(&c)),
        _ => false,
    }
}

/// Ten digits in one piece are a telephone number only where the words around them say so.
fn plain_landline(run: &Run) -> bool {
    run.groups == [10] && run.digits.starts_with('0')
}
