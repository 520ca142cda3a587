//! `src/mock/samples.rs`: the sample bodies, each once.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::headers;
use super::status::{FAILURES, SUCCESSES, status};
use crate::emit::ident::ident;
use crate::emit::markdown::is_hidden;
use crate::emit::{credential, library, stream, ty, xml};
use crate::ir::{
    Answer, Api, Body, Content, Framing, Operation, Shape, StatusMatch, Type,
};
use crate::name::{Scope, TypeName, Value, Words};

/// The most characters of a constant's name, but for the number that tells it from others.
const LONGEST: usize = 48;

/// The sample bodies, each once.
pub(super) struct Samples {
    /// The constants, by the text they were made of.
    names: BTreeMap<String, String>,
    /// The constants and their texts, in order.
    all: Vec<(String, String)>,
}

/// A documented answer, as a sample shows it.
pub(super) struct Shown<'a> {
    pub(super) status: u16,
    variant: Option<&'a TypeName>,
    content: &'a Content,
    /// JSON; `null` where there is none.
    text: &'a str,
}

impl Samples {
    /// Every JSON and XML body of the API, named after its type, else after its operation.
    pub(super) fn of(api: &Api) -> Self {
        let mut samples = Self {
            names: BTreeMap::new(),
            all: Vec::new(),
        };
        let mut scope = Scope::<Value>::default();
        for operation in library::operations(api) {
            for shown in all(operation) {
                let Shown { content, text, .. } = shown;
                let Some(ty) = content.ty().filter(|_| !is_text(content)) else {
                    continue;
                };
                if samples.names.contains_key(text) {
                    continue;
                }
                let words = match ty {
                    Type::Named(id) | Type::Boxed(id) => {
                        Words::of(api[*id].name.as_str())
                    }
                    _ => Words::of(&format!("{} {}", operation.name, shown.status)),
                };
                let name = scope.give(&short(&words));
                let name = name.as_str().trim_start_matches("r#").to_uppercase();
                samples.names.insert(text.to_owned(), name.clone());
                let text = match shown.content {
                    Content::Xml(_) => plain(text),
                    _ => pretty(&long_lived(api, operation, text)),
                };
                samples.all.push((name, text));
            }
        }
        samples
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// A constant for each.
    pub(super) fn items(&self) -> Vec<TokenStream> {
        let constant = |(name, text): &(String, String)| {
            let name = Ident::new(name, Span::call_site());
            let text = literal(text);
            quote! { pub(super) const #name: &str = #text; }
        };
        self.all.iter().map(constant).collect()
    }

    /// The table of an operation: its answers, with a sample of each, and the headers they must come with.
    pub(super) fn table(&self, api: &Api, operation: &Operation) -> TokenStream {
        let name = ident(&operation.name);
        let (success, failure) =
            (&operation.outcome.success, &operation.outcome.failure);
        let (done, failed) =
            (self.rows(api, success, SUCCESSES), self.rows(api, failure, FAILURES));
        let (success, failure) = (answers(success), answers(failure));
        let headers = headers::has_some(operation).then(|| headers::table(operation));
        let body = operation.body.as_ref().filter(|_| !operation.otherwise.is_empty());
        let reads = body.map(Body::media_types).map(|types| quote! { reads #types });
        quote! {
            #name {
                success #success { #done }
                failure #failure { #failed }
                #headers
                #reads
            }
        }
    }

    fn rows(&self, api: &Api, answer: &Answer, any: &[u16]) -> TokenStream {
        let rows = shown(answer, any).into_iter().map(|shown| {
            let status = Literal::u16_unsuffixed(shown.status);
            let variant = shown.variant.map(ident);
            let text = plain(shown.text);
            match shown.content {
                Content::Empty => quote! { #status empty #variant, },
                Content::Text => quote! { #status text #variant = #text, },
                Content::Xml(body) => {
                    let table = xml::name(api, body);
                    let name = self.name(shown.text);
                    quote! { #status xml #variant = (#name #table), }
                }
                Content::Bytes => quote! { #status bytes #variant = #text, },
                Content::ByteStream => {
                    quote! { #status byte_stream #variant = #text, }
                }
                Content::Items(items) if is_text(shown.content) => {
                    let kind = stream::mock_kind(items);
                    quote! { #status #kind #variant = #text, }
                }
                Content::Items(items) => {
                    let (kind, name) = (stream::mock_kind(items), self.name(shown.text));
                    quote! { #status #kind #variant = #name, }
                }
                Content::Json(_) => {
                    let name = self.name(shown.text);
                    quote! { #status json #variant = #name, }
                }
            }
        });
        rows.collect()
    }

    fn name(&self, text: &str) -> Ident {
        Ident::new(
            self.names.get(text).map_or("NULL", String::as_str),
            Span::call_site(),
        )
    }
}

fn all(operation: &Operation) -> impl Iterator<Item = Shown<'_>> {
    let outcome = &operation.outcome;
    shown(&outcome.success, SUCCESSES)
        .into_iter()
        .chain(shown(&outcome.failure, FAILURES))
}

/// Whether a sample is text, and not JSON.
fn is_text(content: &Content) -> bool {
    matches!(content, Content::Items(items) if items.framing == Framing::TextEvents)
}

/// As many words as leave the constant on one line, whatever the document calls its type.
fn short(words: &Words) -> Words {
    let mut text = String::new();
    for word in words.as_slice() {
        if text.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        text.push_str(word);
        text.push(' ');
    }
    if text.is_empty() { Words::of("sample") } else { Words::of(&text) }
}

/// The enum of several answers.
fn answers(answer: &Answer) -> Option<Ident> {
    match answer {
        Answer::One { .. } => None,
        Answer::Several { name, .. } => Some(ident(name)),
    }
}

/// The documented answers, with the statuses that lead to them.
pub(super) fn shown<'a>(answer: &'a Answer, any: &[u16]) -> Vec<Shown<'a>> {
    match answer {
        Answer::One {
            statuses, content, sample, ..
        } => {
            let text = sample.as_deref().unwrap_or("null");
            vec![Shown {
                status: status(statuses, 0, any),
                variant: None,
                content,
                text,
            }]
        }
        Answer::Several { arms, .. } => {
            let statuses: Vec<StatusMatch> = arms.iter().map(|arm| arm.status).collect();
            let shown = arms.iter().enumerate().map(|(index, arm)| Shown {
                status: status(&statuses, index, any),
                variant: Some(&arm.name),
                content: &arm.content,
                text: arm.sample.as_deref().unwrap_or("null"),
            });
            shown.collect()
        }
    }
}

/// A token that a test is given lives for an hour, where the sample made of its type would let it live for a second.
fn long_lived(api: &Api, operation: &Operation, text: &str) -> String {
    let token = credential::tokens(api).find(|token| token.id == operation.id);
    let field = token.and_then(|token| token.expires_in.as_ref());
    let Answer::One {
        content: Content::Json(ty), ..
    } = &operation.outcome.success
    else {
        return text.to_owned();
    };
    let Type::Named(id) = ty::resolved(api, ty) else { return text.to_owned() };
    let Shape::Struct(object) = &api[*id].shape else { return text.to_owned() };
    let Some(field) =
        object.fields.iter().find(|candidate| Some(&candidate.name) == field)
    else {
        return text.to_owned();
    };
    let key = serde_json::Value::from(field.wire.as_str());
    [",", "}"].iter().fold(text.to_owned(), |text, end| {
        text.replace(&format!("{key}:1{end}"), &format!("{key}:3600{end}"))
    })
}

/// What a JSON text that is a string says.
fn plain(json: &str) -> String {
    serde_json::from_str(json).unwrap_or_else(|_| "text".to_owned())
}

/// A JSON text over several lines.
fn pretty(json: &str) -> String {
    let mut out = String::new();
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut chars = json.chars().peekable();
    while let Some(c) = chars.next() {
        if quoted {
            out.push(c);
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
            continue;
        }
        let line = |out: &mut String, depth: usize| {
            out.push('\n');
            out.push_str(&"  ".repeat(depth));
        };
        match c {
            '{' | '[' => {
                out.push(c);
                match chars.peek() {
                    Some('}' | ']') => out.extend(chars.next()),
                    _ => {
                        depth += 1;
                        line(&mut out, depth);
                    }
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(c);
            }
            ',' => {
                out.push(c);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            c if c.is_whitespace() => {}
            c => {
                quoted = c == '"';
                out.push(c);
            }
        }
    }
    out
}

/// A string literal, raw where it has quotation marks, and nothing that rustc wants to see escaped.
fn literal(text: &str) -> Literal {
    if !text.contains('"') || text.contains(is_hidden) {
        return Literal::string(text);
    }
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let raw = format!("r{hashes}\"{text}\"{hashes}");
    raw.parse().unwrap_or_else(|_| Literal::string(text))
}

#[cfg(test)]
mod tests {
    use super::{literal, pretty};

    #[test]
    fn json_is_laid_out_and_its_strings_are_left_alone() {
        let json = r#"{"a":[1,{"b\\":"x,\"{y}\\"}],"c":{},"d":[]}"#;
        let lines = "{\n  \"a\": [\n    1,\n    {\n      \"b\\\\\": \"x,\\\"{y}\\\\\"\n    }\n  ],\n  \"c\": {},\n  \"d\": []\n}";
        assert_eq!(pretty(json), lines);
    }

    #[test]
    fn a_literal_is_raw_with_as_many_hashes_as_it_needs() {
        assert_eq!(literal("[]").to_string(), r#""[]""#);
        assert_eq!(literal(r#""a""#).to_string(), "r#\"\"a\"\"#");
        assert_eq!(literal("\"a\"# b").to_string(), "r##\"\"a\"# b\"##");
        assert_eq!(literal("\"\u{2068}\"").to_string(), r#""\"\u{2068}\"""#);
    }
}
