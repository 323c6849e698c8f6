//! Everything random that a request needs, drawn from the 32 bytes it came with and a counter: the same moment always mints
//! the same things, in the same order.

use std::cell::Cell;

use chie_domain::proof::TOKEN_LENGTH;
use sha2::{Digest, Sha256};

use crate::ask::Moment;

/// A request's source of chance.
#[derive(Debug)]
pub(crate) struct Mint {
    seed: [u8; 32],
    drawn: Cell<u64>,
}

const ALPHABET: [char; 32] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y',
    'z', '2', '3', '4', '5', '6', '7',
];

impl Mint {
    /// Begins a request.
    pub(crate) const fn of(moment: &Moment) -> Self {
        Self { seed: moment.seed, drawn: Cell::new(0) }
    }

    fn draw(&self) -> [u8; 32] {
        let turn = self.drawn.get();
        self.drawn.set(turn.wrapping_add(1));
        Sha256::new().chain_update(self.seed).chain_update(turn.to_be_bytes()).finalize().into()
    }

    /// Ten bytes for an identifier.
    pub(crate) fn ten(&self) -> [u8; 10] {
        let mut ten = [0; 10];
        for (to, from) in ten.iter_mut().zip(self.draw()) {
            *to = from;
        }
        ten
    }

    /// A token of 130 bits for a proof.
    pub(crate) fn token(&self) -> String {
        let letter = |byte: u8| ALPHABET.get(usize::from(byte & 31)).copied().unwrap_or('a');
        self.draw().into_iter().take(TOKEN_LENGTH).map(letter).collect()
    }

    /// A number below `limit`, to spread what would otherwise happen at once.
    pub(crate) fn below(&self, limit: u64) -> u64 {
        let number = self.draw().into_iter().take(8).fold(0_u64, |sum, byte| (sum << 8) | u64::from(byte));
        number.checked_rem(limit).unwrap_or(0)
    }
}
