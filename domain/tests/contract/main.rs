//! The contract with everybody who talks to Chie: what an answer looks like in both codecs, what a request may hold, and where
//! each thing is. A change that fails here reaches people who run an older widget.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

mod answers;
mod attributes;
mod beginning;
mod requests;
mod routes;
mod samples;

use std::path::{Path, PathBuf};

/// The sources of the crate, with their paths inside `src`.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut files): (Vec<PathBuf>, _) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let name = entry.strip_prefix(&root).expect("inside").to_string_lossy().replace('\\', "/");
                files.push((name, std::fs::read_to_string(&entry).expect("text")));
            }
        }
    }
    files.sort();
    files
}

/// The names of the endpoints: every file of `api` but what all of them share.
fn endpoints() -> Vec<(String, String)> {
    sources()
        .into_iter()
        .filter_map(|(path, source)| Some((path.strip_prefix("api/")?.strip_suffix(".rs")?.to_owned(), source)))
        .filter(|(name, _)| !matches!(name.as_str(), "error" | "route" | "view") && !name.starts_with("route/"))
        .collect()
}
