//! Values and rows: how our types become what both databases can bind, and how a row is read back. A row that cannot be read
//! is a fault of ours, and the fault names the column's place, never its content.

use chie_domain::time::Timestamp;

use crate::sql::{Fault, Value};

/// The arguments of a statement, in order.
macro_rules! args {
    ($($value:expr),* $(,)?) => { &[$($crate::sql::Value::from($value)),*] };
}
pub(crate) use args;

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value {
    #[expect(clippy::cast_precision_loss, reason = "moments and counts stay far below 2^53")]
    fn from(number: u64) -> Self {
        Self::Number(number as f64)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::from(at.millis())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// One row of an answer.
#[derive(Debug)]
pub(crate) struct Row(pub(crate) Vec<Value>);

impl Row {
    fn at(&self, place: usize) -> &Value {
        self.0.get(place).unwrap_or(&Value::Null)
    }

    /// A text that may be absent.
    pub(crate) fn opt_text(&self, place: usize) -> Result<Option<&str>, Fault> {
        match self.at(place) {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            Value::Number(_) => Err(Fault(format!("column {place}: a number where a text belongs"))),
        }
    }

    /// A text.
    pub(crate) fn text(&self, place: usize) -> Result<&str, Fault> {
        self.opt_text(place)?.ok_or_else(|| Fault(format!("column {place}: no text")))
    }

    /// A whole number that may be absent.
    pub(crate) fn opt_whole(&self, place: usize) -> Result<Option<u64>, Fault> {
        match self.at(place) {
            Value::Null => Ok(None),
            Value::Number(number) if *number >= 0.0 && *number <= MOST && number.fract() == 0.0 => Ok(Some(whole(*number))),
            Value::Number(_) | Value::Text(_) => Err(Fault(format!("column {place}: not a whole number"))),
        }
    }

    /// A whole number.
    pub(crate) fn whole(&self, place: usize) -> Result<u64, Fault> {
        self.opt_whole(place)?.ok_or_else(|| Fault(format!("column {place}: no number")))
    }

    /// How many.
    pub(crate) fn count(&self, place: usize) -> Result<u32, Fault> {
        self.whole(place).map(|number| u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// A moment.
    pub(crate) fn time(&self, place: usize) -> Result<Timestamp, Fault> {
        self.whole(place).map(Timestamp::from_millis)
    }

    /// A moment that may be absent.
    pub(crate) fn opt_time(&self, place: usize) -> Result<Option<Timestamp>, Fault> {
        Ok(self.opt_whole(place)?.map(Timestamp::from_millis))
    }

    /// One of our types that was stored as text.
    pub(crate) fn parse<T: TryFrom<String>>(&self, place: usize) -> Result<T, Fault> {
        T::try_from(self.text(place)?.to_owned()).map_err(|_| Fault(format!("column {place}: a stored text does not parse")))
    }

    /// One of our types that was stored as text and may be absent.
    pub(crate) fn opt_parse<T: TryFrom<String>>(&self, place: usize) -> Result<Option<T>, Fault> {
        self.opt_text(place)?.map(|_| self.parse(place)).transpose()
    }

    /// A value that was stored as a code.
    pub(crate) fn code<T>(&self, place: usize, read: impl FnOnce(&str) -> Option<T>) -> Result<T, Fault> {
        read(self.text(place)?).ok_or_else(|| Fault(format!("column {place}: an unknown code")))
    }
}

/// 2^53, up to which every whole number survives both bindings.
const MOST: f64 = 9_007_199_254_740_992.0;

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the caller has checked range and fraction")]
const fn whole(number: f64) -> u64 {
    number as u64
}

/// A statement that is put together from pieces, each with its arguments in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Statement {
    pub(crate) text: String,
    pub(crate) args: Vec<Value>,
}

impl Statement {
    /// A piece with its arguments.
    pub(crate) fn of(text: &str, args: &[Value]) -> Self {
        Self { text: text.to_owned(), args: args.to_vec() }
    }

    /// Adds fixed text with its arguments.
    pub(crate) fn add(&mut self, text: &str, args: &[Value]) {
        self.text.push_str(text);
        self.args.extend_from_slice(args);
    }

    /// Adds another piece.
    pub(crate) fn join(&mut self, piece: &Self) {
        self.add(&piece.text, &piece.args);
    }
}
