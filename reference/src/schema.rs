//! From types to JSON Schema, as serde writes them: every type of an answer once, by name; enums as words or as an object with one
//! of them as its only field.

use serde_json::{Map, Value, json};
use syn::{Fields, GenericArgument, PathArguments, Type};

use crate::Wrong;
use crate::example;
use crate::source::{Shape, Sources, doc, serde_says};

/// The schemas that were needed so far.
pub(crate) struct Schemas<'a> {
    sources: &'a Sources,
    made: Map<String, Value>,
    /// What could not be written down, a sentence each.
    pub(crate) wrong: Vec<Wrong>,
}

impl<'a> Schemas<'a> {
    pub(crate) fn new(sources: &'a Sources) -> Self {
        let mut made = Map::new();
        made.insert("Refusal".to_owned(), refusal());
        Self { sources, made, wrong: Vec::new() }
    }

    /// All of them.
    pub(crate) fn finish(self) -> Value {
        Value::Object(self.made)
    }

    /// The schema of a named type in a file, as a reference to it; nothing where there is no such type.
    pub(crate) fn named(&mut self, file: &str, name: &str) -> Result<Option<Value>, Wrong> {
        if self.sources.in_file(file, name).is_none() {
            return Ok(None);
        }
        self.of_path(file, &[name.to_owned()]).map(Some)
    }

    /// A value that fits.
    pub(crate) fn example(&self, schema: &Value) -> Value {
        example::of(schema, &self.made)
    }

    /// The fields of a request that travels in the address, as parameters.
    pub(crate) fn parameters(&mut self, file: &str) -> Result<Vec<Value>, Wrong> {
        let Some(Shape::Struct(it)) = self.sources.in_file(file, "Request").map(|one| &one.shape) else {
            return Ok(Vec::new());
        };
        let it = it.clone();
        let whole = serde_says(&it.attrs, "default").is_some();
        let mut all = Vec::new();
        for field in &it.fields {
            let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
            let optional = whole || serde_says(&field.attrs, "default").is_some() || option_of(&field.ty).is_some();
            let schema = self.of_type(file, option_of(&field.ty).unwrap_or(&field.ty))?;
            all.push(
                json!({ "name": name, "in": "query", "required": !optional, "description": doc(&field.attrs), "schema": schema }),
            );
        }
        Ok(all)
    }

    fn of_path(&mut self, file: &str, path: &[String]) -> Result<Value, Wrong> {
        let name = path.last().cloned().unwrap_or_default();
        // `super::view::Post` and `get_people::Response` say in which file.
        let qualified =
            path.len().checked_sub(2).and_then(|at| path.get(at)).filter(|one| one.as_str() != "super" && one.as_str() != "crate");
        let found = match qualified {
            Some(module) => self.sources.in_module(module, &name),
            None => self.sources.find(file, &name),
        };
        let Some(found) = found else {
            // Whatever it is, the rest of the document is still true.
            self.wrong.push(format!("{file}: {} is no type that is known here", path.join("::")));
            return Ok(json!({}));
        };
        if let Shape::Alias(alias) = &found.shape {
            let (ty, file) = ((*alias.ty).clone(), found.file.clone());
            return self.of_type(&file, &ty);
        }
        let title = title(&found.file, &name, self.sources.is_common(&name));
        if !self.made.contains_key(&title) {
            // First its name, so that a tree that holds itself ends.
            self.made.insert(title.clone(), Value::Null);
            let made = self.shape(&found.file, &name, &found.shape)?;
            self.made.insert(title.clone(), made);
        }
        Ok(json!({ "$ref": format!("#/components/schemas/{title}") }))
    }

    fn shape(&mut self, file: &str, name: &str, shape: &'a Shape) -> Result<Value, Wrong> {
        match shape {
            Shape::Text { doc, max, id } => Ok(text(name, doc, *max, *id)),
            Shape::Alias(alias) => self.of_type(file, &alias.ty),
            Shape::Struct(it) => {
                if let Some(from) = serde_says(&it.attrs, "try_from") {
                    return self.converted(file, name, &doc(&it.attrs), &from);
                }
                if serde_says(&it.attrs, "transparent").is_some()
                    && let Some(field) = it.fields.iter().next()
                {
                    let mut schema = self.of_type(file, &field.ty)?;
                    describe(&mut schema, &doc(&it.attrs));
                    return Ok(schema);
                }
                let asks = name == "Request" || name == "Attached";
                let lenient = serde_says(&it.attrs, "default").is_some();
                let mut schema = self.object(file, &it.fields, asks, lenient)?;
                describe(&mut schema, &doc(&it.attrs));
                Ok(schema)
            }
            Shape::Enum(it) => {
                if let Some(from) = serde_says(&it.attrs, "try_from") {
                    return self.converted(file, name, &doc(&it.attrs), &from);
                }
                self.choice(file, it)
            }
        }
    }

    /// A type that is read from a simpler one and written as it.
    fn converted(&mut self, file: &str, name: &str, about: &str, from: &str) -> Result<Value, Wrong> {
        if from == "String" {
            return Ok(text(name, about, None, None));
        }
        let ty: Type = syn::parse_str(from).map_err(|error| format!("{file}: {name}: {error}"))?;
        let mut schema = self.of_type(file, &ty)?;
        describe(&mut schema, about);
        Ok(schema)
    }

    fn object(&mut self, file: &str, fields: &Fields, asks: bool, lenient: bool) -> Result<Value, Wrong> {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        for field in fields {
            let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
            let must = serde_says(&field.attrs, "deserialize_with").is_some();
            let may_lack = lenient || serde_says(&field.attrs, "default").is_some() || option_of(&field.ty).is_some();
            if must || !asks || !may_lack {
                required.push(json!(name));
            }
            let mut schema = self.of_type(file, &field.ty)?;
            describe(&mut schema, &doc(&field.attrs));
            properties.insert(name, schema);
        }
        let mut object = json!({ "type": "object", "properties": properties });
        if !required.is_empty() {
            set(&mut object, "required", Value::Array(required));
        }
        if asks {
            set(&mut object, "additionalProperties", json!(false));
        }
        Ok(object)
    }

    fn choice(&mut self, file: &str, it: &syn::ItemEnum) -> Result<Value, Wrong> {
        let snake = serde_says(&it.attrs, "rename_all").is_some_and(|how| how == "snake_case");
        let (mut words, mut objects, mut said) = (Vec::new(), Vec::new(), Vec::new());
        for variant in &it.variants {
            let written = variant.ident.to_string();
            let word = if snake { snake_case(&written) } else { written };
            let about = doc(&variant.attrs);
            if matches!(variant.fields, Fields::Unit) {
                said.push(format!("`{word}`: {about}"));
                words.push(json!(word));
                continue;
            }
            let inside = match &variant.fields {
                Fields::Unnamed(fields) if fields.unnamed.len() == 1 => match fields.unnamed.first() {
                    Some(field) => self.of_type(file, &field.ty)?,
                    None => json!({}),
                },
                Fields::Unnamed(fields) => {
                    let parts = fields.unnamed.iter().map(|field| self.of_type(file, &field.ty)).collect::<Result<Vec<_>, _>>()?;
                    json!({ "type": "array", "minItems": parts.len(), "maxItems": parts.len(), "prefixItems": parts })
                }
                fields => self.object(file, fields, false, false)?,
            };
            objects.push(
                json!({ "type": "object", "description": about, "properties": { word.clone(): inside }, "required": [word] }),
            );
        }
        let about = doc(&it.attrs);
        let listed = if said.is_empty() { about } else { format!("{about}\n\n{}", said.join("\n")) };
        let only = json!({ "type": "string", "enum": words });
        let mut schema = match (said.is_empty(), objects.is_empty()) {
            (false, true) => only,
            (true, _) => json!({ "oneOf": objects }),
            (false, false) => {
                objects.insert(0, only);
                json!({ "oneOf": objects })
            }
        };
        describe(&mut schema, &listed);
        Ok(schema)
    }

    /// The schema of whatever stands as a field's type.
    pub(crate) fn of_type(&mut self, file: &str, ty: &Type) -> Result<Value, Wrong> {
        if let Some(inside) = option_of(ty) {
            let mut schema = self.of_type(file, inside)?;
            let plain = schema.get("type").and_then(Value::as_str).map(str::to_owned);
            return Ok(match plain {
                Some(name) if schema.get("enum").is_none() => {
                    set(&mut schema, "type", json!([name, "null"]));
                    schema
                }
                _ => json!({ "anyOf": [schema, { "type": "null" }] }),
            });
        }
        if let Type::Tuple(tuple) = ty {
            let parts = tuple.elems.iter().map(|one| self.of_type(file, one)).collect::<Result<Vec<_>, _>>()?;
            return Ok(json!({ "type": "array", "minItems": parts.len(), "maxItems": parts.len(), "prefixItems": parts }));
        }
        if let Type::Array(array) = ty {
            let inside = self.of_type(file, &array.elem)?;
            return Ok(json!({ "type": "array", "items": inside }));
        }
        let Type::Path(path) = ty else {
            return Err(format!("{file}: a type of another form than a name"));
        };
        let segments: Vec<String> = path.path.segments.iter().map(|one| one.ident.to_string()).collect();
        let name = segments.last().map_or("", String::as_str);
        match (name, argument(path)) {
            ("String" | "str", _) => Ok(json!({ "type": "string" })),
            ("bool", _) => Ok(json!({ "type": "boolean" })),
            ("u8" | "u16" | "u32" | "u64" | "usize", _) => Ok(json!({ "type": "integer", "minimum": 0 })),
            ("i8" | "i16" | "i32" | "i64", _) => Ok(json!({ "type": "integer" })),
            ("f32" | "f64", _) => Ok(json!({ "type": "number" })),
            ("Vec", Some(inside)) => Ok(json!({ "type": "array", "items": self.of_type(file, inside)? })),
            ("Box", Some(inside)) => self.of_type(file, inside),
            (_, Some(inside)) => self.generic(file, &segments, inside),
            (_, None) => self.of_path(file, &segments),
        }
    }

    /// A struct over a type: its one parameter replaced, under a name of both.
    fn generic(&mut self, file: &str, path: &[String], inside: &Type) -> Result<Value, Wrong> {
        let name = path.last().cloned().unwrap_or_default();
        let found = self.sources.find(file, &name).ok_or_else(|| format!("{file}: {name} is not known"))?;
        let Shape::Struct(it) = &found.shape else {
            return Err(format!("{file}: {name} is no struct"));
        };
        let of = match inside {
            Type::Path(path) => path.path.segments.last().map(|one| one.ident.to_string()).unwrap_or_default(),
            _ => return Err(format!("{file}: {name} of a type of another form than a name")),
        };
        let parameter = it.generics.type_params().next().map(|one| one.ident.to_string()).unwrap_or_default();
        let title = format!("{of}{name}");
        if !self.made.contains_key(&title) {
            let mut it = it.clone();
            for field in &mut it.fields {
                if matches!(&field.ty, Type::Path(path) if path.path.is_ident(&parameter)) {
                    field.ty = inside.clone();
                }
            }
            let mut schema = self.object(file, &it.fields, false, false)?;
            describe(&mut schema, &doc(&it.attrs));
            self.made.insert(title.clone(), schema);
        }
        Ok(json!({ "$ref": format!("#/components/schemas/{title}") }))
    }
}

/// The one shape of every refusal.
fn refusal() -> Value {
    json!({
        "type": "object",
        "description": "Why something was not done.",
        "properties": { "error": {
            "type": "object",
            "properties": {
                "code": { "type": "string", "description": "A stable name in snake case: the only thing to branch on." },
                "message": { "type": "string", "description": "A sentence in English that says what to do." },
                "field": { "type": "string", "description": "The field of the request that it is about, where it is about one." },
            },
            "required": ["code", "message"],
        } },
        "required": ["error"],
    })
}

fn text(name: &str, about: &str, max: Option<u64>, id: Option<char>) -> Value {
    let mut schema = json!({ "type": "string", "description": about });
    if let Some(max) = max {
        set(&mut schema, "maxLength", json!(max));
        set(&mut schema, "minLength", json!(1));
    }
    if let Some(letter) = id {
        set(&mut schema, "pattern", json!(format!("^{letter}_[0-9a-hjkmnp-tv-z]{{26}}$")));
    }
    set(&mut schema, "examples", json!([example::text(name, id)]));
    schema
}

/// What is called alike in several places goes by where it stands, and so does what says nothing by itself.
fn title(file: &str, name: &str, common: bool) -> String {
    let endpoint = file.strip_prefix("api/").unwrap_or(file);
    let camel: String = endpoint.split(['_', '/']).map(capital).collect();
    let vague = matches!(name, "Outcome" | "What" | "Line" | "Way" | "Version" | "Look");
    if common || vague { format!("{camel}{name}") } else { name.to_owned() }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `PostThread` → `post_thread`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut made = String::new();
    for (at, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && at > 0 {
            made.push('_');
        }
        made.extend(letter.to_lowercase());
    }
    made
}

fn set(schema: &mut Value, key: &str, value: Value) {
    if let Value::Object(map) = schema {
        map.insert(key.to_owned(), value);
    }
}

/// A description beside a reference is allowed since 3.1.
fn describe(schema: &mut Value, about: &str) {
    if !about.is_empty() {
        set(schema, "description", json!(about));
    }
}

fn argument(path: &syn::TypePath) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else { return None };
    arguments.args.iter().find_map(|one| if let GenericArgument::Type(ty) = one { Some(ty) } else { None })
}

/// What may be left out.
fn option_of(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    if path.path.segments.last()?.ident == "Option" { argument(path) } else { None }
}
