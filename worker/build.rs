//! Finds the words of pages in languages beside English and Japanese: every file in `src/pages/words` whose name is a language tag.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("src/pages/words");
    println!("cargo::rerun-if-changed={}", folder.display());
    let (mut modules, mut table) = (String::new(), String::new());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let tag = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if ["en", "ja"].contains(&tag) {
            continue;
        }
        let name = tag.replace('-', "_");
        let code = match tag.split_once('-') {
            Some((language, region)) if region.len() == 2 => format!("{language}-{}", region.to_uppercase()),
            _ => tag.to_owned(),
        };
        let _ = writeln!(modules, "#[path = {:?}]\nmod {name};", path.display().to_string());
        let _ = writeln!(table, "    ({code:?}, {name}::WORDS),");
    }
    let text = format!("{modules}const FURTHER: &[(&str, Words)] = &[\n{table}];\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("page_languages.rs"), text)
}
