//! The one door from tokens to text.
//!
//! prettyplease prints one item; this puts a blank line between items, and between the methods of an `impl`. Macros of
//! the runtime are printed here, a row a line, since only they know that their rows end in commas.

use std::fmt::Write;

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::{Item, Macro};

use super::docs::BREAK;
use super::rustfmt::adjusted;

/// A Rust file: its stamp, its own documentation, and its items.
pub(super) fn rust(source: &str, docs: &[String], items: Vec<TokenStream>) -> String {
    file(source, docs, [self::items(items)])
}

/// A Rust file out of texts that [`items`] made, perhaps on other threads.
pub(super) fn file(
    source: &str,
    docs: &[String],
    texts: impl IntoIterator<Item = String>,
) -> String {
    let mut file =
        format!("// @generated from {source} by clientwright; do not edit.\n");
    for line in docs {
        file.push_str(if line.is_empty() { "//!" } else { "//! " });
        file.push_str(&super::docs::one(line));
        file.push('\n');
    }
    for text in texts.into_iter().filter(|text| !text.is_empty()) {
        file.push('\n');
        file.push_str(&text);
    }
    file
}

/// Items with a blank line between them, but none within a block of imports.
///
/// # Panics
///
/// When an item is not Rust: a mistake of the emitter's that must not reach anybody's crate.
pub(super) fn items(items: Vec<TokenStream>) -> String {
    let mut text = String::new();
    let mut uses = false;
    for item in items.into_iter().flat_map(parse) {
        let is_use = is_plain_use(&item);
        if !(text.is_empty() || is_use && uses) {
            text.push('\n');
        }
        uses = is_use;
        text.push_str(&print(item));
    }
    text
}

/// Whether an import stands in a block with others; one with documentation stands by itself, where rustfmt leaves it.
fn is_plain_use(item: &Item) -> bool {
    let is_doc = |attribute: &syn::Attribute| attribute.path().is_ident("doc");
    matches!(item, Item::Use(import) if !import.attrs.iter().any(is_doc))
}

/// A method as it stands in an `impl`.
pub(super) fn method(tokens: &TokenStream) -> String {
    let text = items(vec![quote::quote! { impl X { #tokens } }]);
    let lines = text.split_inclusive('\n').skip(1).filter(|line| *line != "}\n");
    lines.collect()
}

/// An `impl` of methods that [`method`] made, with a blank line between them.
pub(super) fn implementation(name: &str, methods: &[String]) -> String {
    format!("impl {name} {{\n{}}}\n", methods.join("\n"))
}

/// Statements as they stand in the body of a function, without indentation.
pub(super) fn statements(tokens: &TokenStream) -> Vec<String> {
    let function = quote::quote! { async fn example() { #tokens } };
    let text: String = parse(function).into_iter().map(print).collect();
    let lines = text.lines().skip(1).filter(|line| *line != "}");
    lines.map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect()
}

/// A `use` of names out of one module, written as rustfmt writes it: one name without braces.
pub(super) fn import<'a>(
    module: &TokenStream,
    names: impl IntoIterator<Item = &'a str>,
) -> TokenStream {
    let names: Vec<Ident> =
        names.into_iter().map(|name| Ident::new(name, Span::call_site())).collect();
    match names.as_slice() {
        [only] => quote::quote! { use #module::#only; },
        names => quote::quote! { use #module::{#(#names),*}; },
    }
}

/// The order in which rustfmt puts modules and imports: `A2` before `A10`.
pub(super) fn version(name: &str) -> Vec<(&str, u64)> {
    let mut parts = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (text, after) = rest.split_at(digits);
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let (number, after) = after.split_at(end);
        parts.push((text, number.parse().unwrap_or_default()));
        rest = after;
    }
    parts
}

#[expect(
    clippy::panic,
    reason = "tokens that are not Rust are our own mistake, and must not become a file"
)]
fn parse(tokens: TokenStream) -> Vec<Item> {
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => file.items,
        Err(error) => panic!("the emitter wrote what is not Rust: {error}"),
    }
}

fn print(item: Item) -> String {
    match &item {
        Item::Macro(invocation) if invocation.ident.is_none() => {
            print_macro(&invocation.mac)
        }
        Item::Impl(_) => spaced(&unparse(item)),
        _ => unparse(item),
    }
}

fn unparse(item: Item) -> String {
    documented(adjusted(prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    })))
}

/// Each line of documentation on a line of its own, where a block of them was printed as one.
fn documented(text: String) -> String {
    if !text.contains(BREAK) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        for (index, part) in line.split(BREAK).enumerate() {
            if index > 0 {
                out.push('\n');
                out.push_str(&line[..indent]);
                out.push_str("///");
            }
            out.push_str(part);
        }
    }
    out
}

/// Puts a blank line after each method of an `impl` but the last.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let ends_item = matches!(line, "    }" | "    };" | "    ];");
        let one_line = line.starts_with("    type ") || line.starts_with("    const ");
        let next_is_type = lines.peek().is_some_and(|next| {
            next.starts_with("    type ") || next.starts_with("    const ")
        });
        let last = lines.peek().is_none_or(|next| *next == "}");
        if !last && (ends_item || (one_line && line.ends_with(';') && !next_is_type)) {
            out.push('\n');
        }
    }
    out
}

fn print_macro(invocation: &Macro) -> String {
    let path = &invocation.path;
    let name = quote::quote!(#path).to_string().replace(' ', "");
    let mut out = format!("{name}! {{\n");
    rows(invocation.tokens.clone(), 1, &mut out);
    out.push_str("}\n");
    documented(out)
}

/// Prints rows that end in commas, attributes on lines of their own, braces as nested rows.
fn rows(tokens: TokenStream, depth: usize, out: &mut String) {
    let indent = "    ".repeat(depth);
    let mut row = String::new();
    // Within the brackets of a type a comma ends no row.
    let mut brackets = 0_usize;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => brackets += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => {
                brackets = brackets.saturating_sub(1);
            }
            _ => {}
        }
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' && brackets == 0 => {
                let _ = writeln!(out, "{indent}{row},");
                row.clear();
            }
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if let Some(TokenTree::Group(attribute)) = tokens.next() {
                    let _ =
                        writeln!(out, "{indent}{}", attribute_text(&attribute.stream()));
                }
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let _ = writeln!(out, "{indent}{row} {{");
                row.clear();
                rows(group.stream(), depth + 1, out);
                let _ = writeln!(out, "{indent}}}");
            }
            other => push(&other, &mut row),
        }
    }
    if !row.is_empty() {
        let _ = writeln!(out, "{indent}{row}");
    }
}

/// Adds a token to a row: after a space, but for what stands close in Rust.
fn push(token: &TokenTree, row: &mut String) {
    let close = row.is_empty() || row.ends_with(['(', '<']) || row.ends_with("::");
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            row.push('(');
            for token in group.stream() {
                push(&token, row);
            }
            row.push(')');
        }
        TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ':' | '<' | '>') => {
            row.push(punct.as_char());
        }
        other => {
            let _ = write!(row, "{}{other}", if close { "" } else { " " });
        }
    }
}

/// `/// text` for `doc = " text"`, else the attribute as it is.
fn attribute_text(tokens: &TokenStream) -> String {
    let attribute = syn::parse2::<syn::MetaNameValue>(tokens.clone());
    if let Ok(syn::MetaNameValue {
        path,
        value: syn::Expr::Lit(literal),
        ..
    }) = attribute
        && path.is_ident("doc")
        && let syn::Lit::Str(text) = literal.lit
    {
        return format!("///{}", text.value());
    }
    format!("#[{tokens}]")
}
