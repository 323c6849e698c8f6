//! What FTS5 does by itself, for comparison.

use chie_community::native::Native;
use chie_community::sql::{Sql, Value};

use crate::Done;

pub(crate) const PLAIN: [(&str, &str); 3] = [("unicode61", "unicode61"), ("porter", "porter unicode61"), ("trigram", "trigram")];

/// A plain table of the same texts, asked with any of the words, ranked by `bm25`.
pub(crate) struct Plain {
    pub(crate) sql: Native,
    trigram: bool,
}

impl Plain {
    pub(crate) fn new(tokenizer: &str) -> Done<Self> {
        let sql = Native::in_memory()?;
        sql.rows(&format!("CREATE VIRTUAL TABLE t USING fts5 (text, content = '', tokenize = '{tokenizer}')"), &[])?;
        Ok(Self { sql, trigram: tokenizer == "trigram" })
    }

    #[expect(clippy::cast_precision_loss, reason = "documents are few")]
    pub(crate) fn add(&self, n: usize, text: &str) -> Done<()> {
        let values = [Value::Number(n as f64), Value::Text(text.to_owned())];
        self.sql.rows("INSERT INTO t (rowid, text) VALUES (CAST(? AS INTEGER), ?)", &values)?;
        Ok(())
    }

    pub(crate) fn find(&self, query: &str, most: u32) -> Done<Vec<usize>> {
        let words = query.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let terms: Vec<String> = if self.trigram {
            let letters: Vec<Vec<char>> = words.map(|word| word.chars().collect()).collect();
            letters.iter().flat_map(|word| word.windows(3)).map(|three| three.iter().collect()).collect()
        } else {
            words.map(str::to_owned).collect()
        };
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let terms: Vec<String> = terms.iter().map(|term| format!("\"{term}\"")).collect();
        let values = [Value::Text(terms.join(" OR ")), Value::Number(f64::from(most))];
        let rows = self.sql.rows("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?", &values)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "row numbers are small and whole")]
        let number = |row: Vec<Value>| match row.into_iter().next() {
            Some(Value::Number(n)) => n as usize,
            _ => usize::MAX,
        };
        Ok(rows.into_iter().map(number).collect())
    }
}
