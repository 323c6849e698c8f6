//! Postal addresses: Japanese ones by the postal mark, a prefecture with a numbered place, or a block; English ones by a number,
//! capitalised names and a word for a street.

use super::{Found, Letters, Private};

const PREFECTURES: [&str; 47] = [
    "北海道",
    "青森県",
    "岩手県",
    "宮城県",
    "秋田県",
    "山形県",
    "福島県",
    "茨城県",
    "栃木県",
    "群馬県",
    "埼玉県",
    "千葉県",
    "東京都",
    "神奈川県",
    "新潟県",
    "富山県",
    "石川県",
    "福井県",
    "山梨県",
    "長野県",
    "岐阜県",
    "静岡県",
    "愛知県",
    "三重県",
    "滋賀県",
    "京都府",
    "大阪府",
    "兵庫県",
    "奈良県",
    "和歌山県",
    "鳥取県",
    "島根県",
    "岡山県",
    "広島県",
    "山口県",
    "徳島県",
    "香川県",
    "愛媛県",
    "高知県",
    "福岡県",
    "佐賀県",
    "長崎県",
    "熊本県",
    "大分県",
    "宮崎県",
    "鹿児島県",
    "沖縄県",
];
/// How many letters stand between a prefecture and the number of the house at most.
const REACH: usize = 30;
const STREETS: [&str; 22] = [
    "Street",
    "St",
    "Avenue",
    "Ave",
    "Road",
    "Rd",
    "Lane",
    "Ln",
    "Drive",
    "Dr",
    "Boulevard",
    "Blvd",
    "Court",
    "Ct",
    "Place",
    "Pl",
    "Square",
    "Terrace",
    "Crescent",
    "Close",
    "Way",
    "Gardens",
];

pub(super) fn find(text: &Letters<'_>) -> Option<Found> {
    (0..text.len()).find_map(|from| {
        let to =
            marked(text, from).or_else(|| in_prefecture(text, from)).or_else(|| block(text, from)).or_else(|| street(text, from));
        to.map(|to| text.found(Private::Address, from, to))
    })
}

fn is_digit(text: &Letters<'_>, index: usize) -> bool {
    text.at(index).is_some_and(|c| c.is_ascii_digit())
}

fn starts(text: &Letters<'_>, from: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(step, c)| text.at(from + step) == Some(c))
}

/// The postal mark with its seven digits, and the place behind it if there is one.
fn marked(text: &Letters<'_>, from: usize) -> Option<usize> {
    if text.at(from) != Some('〒') {
        return None;
    }
    let mut index = from + 1;
    let mut digits = 0;
    while let Some(c) = text.at(index).filter(|c| c.is_ascii_digit() || matches!(c, '-' | ' ')) {
        if digits == 7 {
            break;
        }
        digits += usize::from(c.is_ascii_digit());
        index += 1;
    }
    let behind = (index..index + 3).find_map(|index| in_prefecture(text, index));
    (digits == 7).then(|| behind.unwrap_or(index))
}

/// A prefecture, a town in it, and the number of a house.
fn in_prefecture(text: &Letters<'_>, from: usize) -> Option<usize> {
    let name = PREFECTURES.iter().find(|name| starts(text, from, name))?;
    let begin = from + name.chars().count();
    let number = (begin..begin + REACH)
        .take_while(|index| text.at(*index).is_some_and(|c| !matches!(c, '。' | '、' | '\n' | 'で' | 'の' | 'は' | 'に' | 'を')))
        .find(|index| is_digit(text, *index))?;
    let town = (begin..number).any(|index| matches!(text.at(index), Some('市' | '区' | '町' | '村' | '郡')));
    town.then(|| end_of_number(text, number))
}

/// `2丁目3番`, wherever it lies.
fn block(text: &Letters<'_>, from: usize) -> Option<usize> {
    if !is_digit(text, from) || (from > 0 && is_digit(text, from - 1)) {
        return None;
    }
    let to = (from..from + 3).take_while(|index| is_digit(text, *index)).last()? + 1;
    (starts(text, to, "丁目") && is_digit(text, to + 2)).then(|| end_of_number(text, to + 2))
}

/// Digits and what joins them in the number of a house.
fn end_of_number(text: &Letters<'_>, from: usize) -> usize {
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '丁' | '目' | '番' | '地' | '号');
    (from..text.len()).take_while(|index| text.at(*index).is_some_and(of_number)).last().map_or(from, |last| last + 1)
}

/// `221 Baker Street`.
fn street(text: &Letters<'_>, from: usize) -> Option<usize> {
    if !is_digit(text, from) || text.before(from).is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | ',')) {
        return None;
    }
    let number = (from..from + 5).take_while(|index| is_digit(text, *index)).last()? + 1;
    // A house may have a letter: `12b`.
    let mut index = number + usize::from(text.at(number).is_some_and(|c| c.is_ascii_lowercase()));
    for place in 0..5 {
        if text.at(index) != Some(' ') {
            return None;
        }
        let word: String =
            (index + 1..text.len()).map_while(|at| text.at(at)).take_while(|c| c.is_alphabetic() || *c == '\'').collect();
        if !word.chars().next().is_some_and(char::is_uppercase) {
            return None;
        }
        index += 1 + word.chars().count();
        if place > 0 && STREETS.contains(&word.as_str()) {
            return Some(index);
        }
    }
    None
}
