//! What a text comes to when it is compared with others: eight numbers, of which nearly the same texts share most. Addresses are left out,
//! so that the same words with another link are the same; a short text comes to nothing, because "thank you, that helped" is
//! said by everybody.

use std::collections::BTreeSet;

use crate::search::tokens::to_index;

/// How many different words a text has at least that can be told from others.
const WORDS: usize = 8;
/// How many of the eight numbers nearly the same texts share.
pub(crate) const SHARED: u32 = 6;

/// The numbers of a text; each is less than 2^32, which survives every binding.
pub(crate) type Print = [u32; 8];

/// What a text comes to.
pub(crate) fn print(text: &str) -> Option<Print> {
    let words = to_index(&without_addresses(text));
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    if words.iter().collect::<BTreeSet<_>>().len() < WORDS {
        return None;
    }
    let pairs = words.windows(2).map(|pair| hash(pair.iter().flat_map(|word| word.bytes().chain([b' ']))));
    let shingles: BTreeSet<u64> = words.iter().map(|word| hash(word.bytes())).chain(pairs).collect();
    let mut least = Print::default();
    for (place, least) in least.iter_mut().enumerate() {
        let seed = mixed(0x9e37_79b9_7f4a_7c15 ^ u64::try_from(place).unwrap_or_default());
        let smallest = shingles.iter().map(|shingle| mixed(shingle ^ seed)).min().unwrap_or_default();
        *least = u32::try_from(smallest >> 32).unwrap_or_default();
    }
    Some(least)
}

/// The hosts that a text leads to, each once.
pub(crate) fn hosts(text: &str) -> BTreeSet<String> {
    let schemes = ["https://", "http://"];
    let found = schemes.iter().flat_map(|scheme| text.match_indices(scheme).map(|(at, scheme)| at + scheme.len()));
    let host = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        let host: String = rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-')).collect();
        host.trim_matches('.').to_lowercase()
    };
    found.map(host).filter(|host| !host.is_empty()).collect()
}

fn without_addresses(text: &str) -> String {
    let is_address = |word: &str| word.contains("://") || word.starts_with("www.");
    text.split_whitespace().filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ")
}

/// FNV-1a.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The last step of `splitmix64`.
const fn mixed(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(one: &str, other: &str) -> u32 {
        let (one, other) = (print(one).expect("a print"), print(other).expect("a print"));
        one.iter().zip(other).map(|(one, other)| u32::from(*one == other)).sum()
    }

    #[test]
    fn nearly_the_same_texts_share_most_numbers_and_others_none() {
        let offer =
            "Best prices for kettles and grinders of all makers, fast shipping to every country, order today: https://a.example/x";
        let again =
            "Best prices for kettles and grinders of all makers, fast shipping to every country, order today! https://b.example/y";
        let other = "The whistle of my kettle stopped after I had descaled it with vinegar and rinsed it twice.";
        assert_eq!(shared(offer, again), 8);
        assert!(shared(offer, &offer.replace("fast", "quick")) >= SHARED);
        assert!(shared(offer, other) <= 1);
        let (ja, same) = (
            "全国どこでも送料無料でケトルをお届けします。今すぐご注文ください。",
            "全国どこでも送料無料でケトルをお届けします！今すぐご注文を。",
        );
        assert!(shared(ja, same) >= SHARED, "{}", shared(ja, same));
        assert!(shared(ja, "沸騰しても笛が鳴らなくなりました。お手入れの方法を教えてください。") <= 1);
    }

    #[test]
    fn what_everybody_says_comes_to_nothing() {
        for text in ["", "Thank you, that helped!", "Me too, same here.", "https://a.example https://b.example", "同じです。"]
        {
            assert_eq!(print(text), None, "{text}");
        }
    }

    #[test]
    fn hosts_are_those_that_links_lead_to() {
        let text = "See https://Shop.example/a?b and (http://x.example.). https:// and ftp://y.example";
        assert_eq!(hosts(text).into_iter().collect::<Vec<_>>(), ["shop.example", "x.example"]);
    }
}
