//! Finds the words of pages in languages beside English and Japanese: every file in `src/pages/words` whose name is a language tag.
//! Marks the build by the sources of the types that travel between edge and objects: what another build wrote is not read.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Where those types are written down.
const TRAVEL: [&str; 5] = ["../domain/src", "../community/src/ask.rs", "../community/src/ask", "src/protocol.rs", "src/fault.rs"];

fn main() -> io::Result<()> {
    let mut mark = 0xcbf2_9ce4_8422_2325;
    for path in TRAVEL {
        println!("cargo::rerun-if-changed={path}");
        feed(&mut mark, &PathBuf::from(path))?;
    }
    println!("cargo::rustc-env=CHIE_FORM={mark:016x}");
    further_languages()
}

/// FNV-1a over names and contents, in order.
fn feed(mark: &mut u64, path: &Path) -> io::Result<()> {
    let mut take = |bytes: &[u8]| bytes.iter().for_each(|byte| *mark = (*mark ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    take(path.to_string_lossy().as_bytes());
    if !path.is_dir() {
        take(&fs::read(path)?);
        return Ok(());
    }
    let mut inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    inside.sort();
    inside.iter().try_for_each(|path| feed(mark, path))
}

fn further_languages() -> io::Result<()> {
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
