//! How a text looks to somebody who reads it quickly.

use unicode_security::confusable_detection::skeleton;

/// The skeleton in one case, and beyond it: `l`, `i`, `I` and `1` are one letter here, `m` is `rn`, small capitals are letters.
pub(super) fn look(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    // Both before and after: the skeleton knows some small capitals by other letters, and gives some for Cyrillic ones.
    let text: String = text.chars().map(small_capital).collect();
    for c in skeleton(&text).flat_map(char::to_lowercase) {
        match small_capital(c) {
            'i' | '1' | 'ı' => seen.push('l'),
            'm' => seen.push_str("rn"),
            '0' => seen.push('o'),
            'w' => seen.push_str("vv"),
            // The long mark of kana and the character for "one" are a dash to the eye.
            '一' | '—' | '―' | '─' | 'ー' => seen.push('ー'),
            c if c.is_alphanumeric() => seen.push(c),
            _ => {}
        }
    }
    seen
}

const fn small_capital(c: char) -> char {
    match c {
        'ᴀ' => 'a',
        'ʙ' => 'b',
        'ᴄ' => 'c',
        'ᴅ' => 'd',
        'ᴇ' => 'e',
        'ꜰ' => 'f',
        'ɢ' => 'g',
        'ʜ' => 'h',
        'ɪ' => 'i',
        'ᴊ' => 'j',
        'ᴋ' | 'ĸ' => 'k',
        'ʟ' => 'l',
        'ᴍ' => 'm',
        'ɴ' => 'n',
        'ᴏ' => 'o',
        'ᴘ' => 'p',
        'ʀ' => 'r',
        'ꜱ' => 's',
        'ᴛ' => 't',
        'ᴜ' => 'u',
        'ᴠ' => 'v',
        'ᴡ' => 'w',
        'ʏ' => 'y',
        'ᴢ' => 'z',
        other => other,
    }
}

/// Whether a character only decorates its neighbour, or is not seen at all.
pub(super) fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) && !matches!(c, '\u{3099}' | '\u{309a}')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}
