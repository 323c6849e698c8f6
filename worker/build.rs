//! Marks the build by the sources of the types that travel between edge and objects: what another build wrote is not read.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Where those types are written down.
const TRAVEL: [&str; 5] = ["../domain/src", "../community/src/ask.rs", "../community/src/ask", "src/protocol.rs", "src/fault.rs"];

fn main() -> io::Result<()> {
    let mut mark = 0xcbf2_9ce4_8422_2325;
    for path in TRAVEL {
        println!("cargo::rerun-if-changed={path}");
        feed(&mut mark, &PathBuf::from(path))?;
    }
    println!("cargo::rustc-env=CHIE_FORM={mark:016x}");
    Ok(())
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
