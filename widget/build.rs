//! Finds the languages beside English and Japanese: every file in `src/locale` and `src/console/locale` whose name is a language
//! tag (`de.rs`, `pt-br.rs`). Adding a language is adding such a file; nothing else names it. Those in `tests/locale` are found in
//! the same way and exist in this crate's own tests only.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Those that are never incomplete and are therefore compiled as exhaustive matches where they are named.
const COMPLETE: [&str; 2] = ["en", "ja"];

/// What stands before a thing that only tests have.
const IN_TESTS: &str = "#[cfg(test)]\n";

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let (mut text, mut table) = (String::new(), String::new());
    for (folder, guard) in [("src/locale", ""), ("tests/locale", IN_TESTS)] {
        let found = found(&root.join(folder))?;
        text.push_str(&modules(&found, guard));
        for (tag, name, _) in &found {
            let code = with_region(tag);
            let _ = writeln!(
                table,
                "    {guard}Language {{ code: {code:?}, name: {name}::NAME, text: {name}::text, page: {name}::page }},"
            );
        }
    }
    fs::write(out.join("languages.rs"), format!("{text}pub(super) const FURTHER: &[Language] = &[\n{table}];\n"))?;

    let further = found(&root.join("src/console/locale"))?;
    let table = further.iter().fold(String::new(), |mut text, (tag, name, _)| {
        let _ = writeln!(text, "    ({:?}, {name}::say),", with_region(tag));
        text
    });
    let table = format!("const FURTHER: &[(&str, Say)] = &[\n{table}];\n");
    fs::write(out.join("console_languages.rs"), modules(&further, "") + &table)
}

/// Tag, module name and path of every further language in a folder.
fn found(folder: &Path) -> io::Result<Vec<(String, String, PathBuf)>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let tag = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        // Two letters, or more with a script or a region: `de`, `pt-br`, `yue-hant`; other files have longer names.
        let is_tag = path.extension().is_some_and(|ending| ending == "rs") && (tag.len() == 2 || tag.contains('-'));
        if is_tag && !COMPLETE.contains(&tag.as_str()) {
            all.push((tag.clone(), tag.replace('-', "_"), path));
        }
    }
    all.sort();
    Ok(all)
}

fn modules(all: &[(String, String, PathBuf)], guard: &str) -> String {
    all.iter().fold(String::new(), |mut text, (_, name, path)| {
        let _ = writeln!(text, "{guard}#[path = {:?}]\nmod {name};", path.display().to_string());
        text
    })
}

/// `pt-br` as it is written in a page: `pt-BR`.
fn with_region(tag: &str) -> String {
    match tag.split_once('-') {
        Some((language, region)) if region.len() == 2 => format!("{language}-{}", region.to_uppercase()),
        _ => tag.to_owned(),
    }
}
