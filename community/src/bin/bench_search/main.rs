//! Measures the search natively: `recall` asks a corpus its questions, `speed` fills a community with generated threads and
//! times what visitors ask. Both do the same with plain FTS5 tables in the same run. Prints one JSON object;
//! `npm run bench:search` puts them together.

mod language;
mod plain;
mod recall;
mod speed;
mod stage;

use std::error::Error;

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args.as_slice() {
        ["recall", docs, queries] => recall::recall(docs, queries)?,
        ["speed", threads] => speed::speed(threads.parse()?, None)?,
        ["speed", threads, file] => speed::speed(threads.parse()?, Some(file.as_ref()))?,
        _ => return Err("usage: bench_search recall DOCS.jsonl QUERIES.jsonl | speed THREADS [FILE]".into()),
    };
    println!("{result}");
    Ok(())
}
