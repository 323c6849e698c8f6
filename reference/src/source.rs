//! What the sources of the contract say: types with their documentation and their attributes. Nothing here knows `OpenAPI`.

use std::collections::BTreeMap;
use std::path::Path;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Item, LitInt, Token, UseTree};

use crate::Wrong;

/// A type of the contract or of the values it is made of.
pub(crate) enum Shape {
    Struct(syn::ItemStruct),
    Enum(syn::ItemEnum),
    /// Another type by another name.
    Alias(syn::ItemType),
    /// A text with a limit, in characters.
    Text {
        doc: String,
        max: Option<u64>,
        id: Option<char>,
    },
}

/// Where a type stands.
pub(crate) struct Named {
    /// The file, as `api/post_thread` or `text`.
    pub file: String,
    pub shape: Shape,
}

/// All sources.
pub(crate) struct Sources {
    types: BTreeMap<String, Vec<Named>>,
    /// The documentation of each file.
    files: BTreeMap<String, String>,
    /// What each file calls by a name alone, and out of which module: `(file, name)` to the module.
    imports: BTreeMap<(String, String), String>,
}

impl Sources {
    /// Reads every file below a folder.
    pub(crate) fn read(root: &Path) -> Result<Self, Wrong> {
        let mut all = Self { types: BTreeMap::new(), files: BTreeMap::new(), imports: BTreeMap::new() };
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))? {
                let path = entry.map_err(|error| error.to_string())?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|end| end == "rs") {
                    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                    let inside = path.strip_prefix(root).map_err(|error| error.to_string())?;
                    let name = inside.with_extension("").to_string_lossy().replace('\\', "/");
                    all.take(&name, &text)?;
                }
            }
        }
        Ok(all)
    }

    fn take(&mut self, file: &str, text: &str) -> Result<(), Wrong> {
        let read = syn::parse_file(text).map_err(|error| format!("{file}: {error}"))?;
        self.files.insert(file.to_owned(), doc(&read.attrs));
        for item in read.items {
            match item {
                Item::Struct(it) => self.add(file, it.ident.to_string(), Shape::Struct(it)),
                Item::Enum(it) => self.add(file, it.ident.to_string(), Shape::Enum(it)),
                Item::Type(it) => self.add(file, it.ident.to_string(), Shape::Alias(it)),
                Item::Use(it) => self.import(file, "", &it.tree),
                Item::Macro(it) if it.ident.is_none() => {
                    // What no list of values is does not read as one, and is none of our business.
                    let Ok(listed) = it.mac.parse_body::<Listed>() else { continue };
                    for (name, shape) in listed.0 {
                        self.add(file, name, shape);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn import(&mut self, file: &str, module: &str, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.import(file, &path.ident.to_string(), &path.tree),
            UseTree::Name(name) => {
                self.imports.insert((file.to_owned(), name.ident.to_string()), module.to_owned());
            }
            UseTree::Group(group) => group.items.iter().for_each(|one| self.import(file, module, one)),
            UseTree::Rename(_) | UseTree::Glob(_) => {}
        }
    }

    fn add(&mut self, file: &str, name: String, shape: Shape) {
        self.types.entry(name).or_default().push(Named { file: file.to_owned(), shape });
    }

    /// What a file says of itself.
    pub(crate) fn about(&self, file: &str) -> Option<&str> {
        self.files.get(file).map(String::as_str)
    }

    /// The type that a file calls by this name: its own, one that it names, or the only one anywhere.
    pub(crate) fn find(&self, file: &str, name: &str) -> Option<&Named> {
        if let Some(own) = self.in_file(file, name) {
            return Some(own);
        }
        if let Some(module) = self.imports.get(&(file.to_owned(), name.to_owned()))
            && let Some(found) = self.in_module(module, name)
        {
            return Some(found);
        }
        let all = self.types.get(name)?;
        if all.len() == 1 { all.first() } else { None }
    }

    /// The type of that name in a module, whether it is one of the contract or not.
    pub(crate) fn in_module(&self, module: &str, name: &str) -> Option<&Named> {
        self.in_file(&format!("api/{module}"), name).or_else(|| self.in_file(module, name))
    }

    /// Out of which module a file has a name, if it is not its own.
    pub(crate) fn imported(&self, file: &str, name: &str) -> Option<&str> {
        self.imports.get(&(file.to_owned(), name.to_owned())).map(String::as_str)
    }

    /// Whether more than one type has this name.
    pub(crate) fn is_common(&self, name: &str) -> bool {
        self.types.get(name).is_some_and(|all| all.len() > 1)
    }

    /// The type of that name in this very file.
    pub(crate) fn in_file(&self, file: &str, name: &str) -> Option<&Named> {
        self.types.get(name)?.iter().find(|one| one.file == file)
    }

    /// The types of a file whose name ends so.
    pub(crate) fn ending(&self, file: &str, end: &str) -> impl Iterator<Item = &Named> {
        self.types.iter().filter(move |(name, _)| name.ends_with(end)).flat_map(|(_, all)| all).filter(move |one| one.file == file)
    }
}

/// The entries of `texts! { .. }` and `ids! { .. }`.
struct Listed(Vec<(String, Shape)>);

impl Parse for Listed {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut found = Vec::new();
        while !input.is_empty() {
            let attributes = input.call(Attribute::parse_outer)?;
            let name: syn::Ident = input.parse()?;
            let (max, id) = if input.peek(LitInt) {
                (Some(input.parse::<LitInt>()?.base10_parse()?), None)
            } else {
                (None, Some(input.parse::<syn::LitChar>()?.value()))
            };
            if input.peek(syn::Ident) {
                input.parse::<syn::Ident>()?;
            }
            input.parse::<Token![;]>()?;
            found.push((name.to_string(), Shape::Text { doc: doc(&attributes), max, id }));
        }
        Ok(Self(found))
    }
}

/// The documentation of an item as running text, without the links that only Rust's own documents can follow.
pub(crate) fn doc(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("doc")) {
        if let syn::Meta::NameValue(pair) = &attribute.meta
            && let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &pair.value
        {
            lines.push(text.value().trim().to_owned());
        }
    }
    unlinked(&lines.join("\n")).split("\n\n").map(|part| part.replace('\n', " ")).collect::<Vec<_>>().join("\n\n").trim().to_owned()
}

/// ``[`Response`](super::Response)`` and ``[`Response`]`` become `` `Response` ``.
fn unlinked(text: &str) -> String {
    let (mut made, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once("[`") {
        made.push_str(before);
        let Some((name, later)) = after.split_once("`]") else {
            made.push_str("[`");
            rest = after;
            continue;
        };
        made.push('`');
        made.push_str(name);
        made.push('`');
        rest = match later.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, behind)) => behind,
            None => later,
        };
    }
    made.push_str(rest);
    made
}

/// What `#[serde(..)]` says, word by word.
pub(crate) fn serde_says(attributes: &[Attribute], what: &str) -> Option<String> {
    let mut said = None;
    for attribute in attributes.iter().filter(|one| one.path().is_ident("serde")) {
        // A word that is not understood ends the reading of this attribute; those that count here all are.
        let _ = attribute.parse_nested_meta(|meta| {
            let value = match meta.value() {
                Ok(value) => value.parse::<syn::LitStr>()?.value(),
                Err(_) => String::new(),
            };
            if meta.path.is_ident(what) {
                said = Some(value);
            }
            Ok(())
        });
    }
    said
}
