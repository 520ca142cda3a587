//! The example in an operation's documentation, which compiles.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use serde_json::Value;

use super::format;
use super::ident::ident;
use super::ty::resolved;
use crate::ir::{
    Api, Body, BodyKind, Extent, Format, Group, Operation, Presence, Shape, Struct,
    Type, TypeId, sample_named,
};

/// The deepest value that an example spells out.
const DEEPEST: usize = 3;

/// The most properties of a value within a value that an example spells out.
const WIDEST: usize = 20;

/// The lines of the example: a call with every required argument.
pub(super) fn lines(api: &Api, group: &Group, operation: &Operation) -> Vec<String> {
    let call = call(api, group, operation);
    let library = super::library::library_name(api);
    let models = call.to_string().contains("models ::");
    let import = if models {
        format!("# use {library}::{{Client, models}};")
    } else {
        format!("# use {library}::Client;")
    };
    let mut lines = begun(api);
    lines.extend([
        import,
        "# async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {"
            .to_owned(),
    ]);
    lines.extend(format::statements(&call));
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}

/// How an example begins; what it compiles to is a crate of its own, with a limit of its own.
pub(super) fn begun(api: &Api) -> Vec<String> {
    let limit = api.package.recursion_limit;
    let limit = limit.map(|limit| format!("# #![recursion_limit = \"{limit}\"]"));
    std::iter::once("```no_run".to_owned()).chain(limit).collect()
}

/// The statement that calls an operation with every required argument.
pub(super) fn call(api: &Api, group: &Group, operation: &Operation) -> TokenStream {
    let (accessor, method) = (ident(&group.accessor), ident(&operation.method));
    let params = operation.params.iter().filter(|param| param.required);
    let arguments = params.map(|param| {
        let given = given(param.sample.as_ref());
        value(api, &param.ty, &param.wire, 0, given.as_ref())
    });
    let body = operation.body.as_ref().filter(|body| body.required);
    let arguments = arguments.chain(body.map(|sent| body_value(api, sent)));
    quote! { let reply = client.#accessor().#method(#(#arguments),*).await?; }
}

/// What the document gives for an example, of which `lower` says that it fits.
fn given(sample: Option<&String>) -> Option<Value> {
    serde_json::from_str(sample?).ok()
}

fn library(api: &Api) -> Ident {
    Ident::new(&super::library::library_name(api), Span::call_site())
}

fn body_value(api: &Api, body: &Body) -> TokenStream {
    let given = given(body.sample.as_ref());
    let given = given.as_ref();
    match &body.kind {
        BodyKind::Json(ty) => match resolved(api, ty) {
            Type::Text(Format::Plain | Format::Secret) => {
                let text = given.and_then(Value::as_str).unwrap_or("body");
                quote!(#text.into())
            }
            _ => value(api, ty, "body", 0, given),
        },
        BodyKind::Form(form) | BodyKind::Multipart(form) => {
            value(api, &form.ty, "body", 0, given)
        }
        BodyKind::Xml(body) => value(api, &body.ty, "body", 0, given),
        BodyKind::Text => quote!("text"),
        BodyKind::Bytes => match body.told_media_type() {
            Some(media_type) => {
                let library = library(api);
                quote! { #library::Upload::from("bytes").content_type(#media_type) }
            }
            None => quote!("bytes"),
        },
        BodyKind::Items(items) => {
            let item = value(api, &items.ty, "item", 1, None);
            quote!(vec![#item])
        }
    }
}

/// A value of a type: the one that is given, else one made up, where text says the name of what it stands for.
fn value(
    api: &Api,
    ty: &Type,
    name: &str,
    depth: usize,
    given: Option<&Value>,
) -> TokenStream {
    let text = given.and_then(Value::as_str).unwrap_or(name);
    match resolved(api, ty) {
        Type::Text(Format::Plain) if depth == 0 => quote!(#text),
        Type::Text(Format::Plain) => quote!(#text.into()),
        Type::Text(Format::Secret) => quote!(#name.into()),
        Type::Text(format) => {
            let text = format.sample().unwrap_or(name);
            quote!(#text.parse()?)
        }
        Type::Bool => {
            let truth = given.and_then(Value::as_bool).unwrap_or(true);
            quote!(#truth)
        }
        Type::Integer(_) => integer(given),
        Type::F64 => quote!(1.5),
        Type::Any => quote!(serde_json::Value::Null),
        Type::File => {
            let library = library(api);
            quote!(#library::FilePart::new(#name, "content"))
        }
        Type::Mapped(mapped) => {
            // What its type is read from tells nobody how it is made, but it compiles, whatever the type is.
            let wire = mapped.sample.clone();
            let wire = wire.or_else(|| {
                sample_named(&api.types, &mapped.wire, name, Extent::Required)
            });
            let wire = wire.unwrap_or_else(|| "null".to_owned());
            quote!(serde_json::from_str(#wire)?)
        }
        Type::Named(id) => named(api, *id, depth, given),
        Type::Boxed(id) => {
            let inner = Type::Named(*id);
            let inner_value = value(api, &inner, name, depth, given);
            // Not `into()`, which a setter may be called as well.
            quote!(Box::new(#inner_value))
        }
        Type::List(item) if depth < DEEPEST => {
            let each = |given| value(api, item, name, depth + 1, given);
            let items = match given.and_then(Value::as_array) {
                Some(items) => items.iter().map(Some).map(each).collect(),
                None => vec![each(None)],
            };
            quote!(vec![#(#items),*])
        }
        Type::List(_) => quote!(vec![]),
        Type::Tuple(items) if depth < DEEPEST => {
            let given = |at: usize| given.and_then(|given| given.get(at));
            let items = items.iter().enumerate();
            let items =
                items.map(|(at, item)| value(api, item, name, depth + 1, given(at)));
            quote!((#(#items,)*))
        }
        // It compiles, and what is so deep is left to be read.
        Type::Tuple(_) => quote!(serde_json::from_str("[]")?),
        Type::Map(_) => quote!(std::collections::BTreeMap::new()),
        Type::Nullable(_) => quote!(None),
    }
}

/// An integer, which fits its type where it is given.
fn integer(given: Option<&Value>) -> TokenStream {
    let number = given.and_then(|given| {
        given.as_i64().map(i128::from).or_else(|| given.as_u64().map(i128::from))
    });
    let number = number.unwrap_or(1);
    let minus = (number < 0).then(|| quote!(-));
    let digits = Literal::u128_unsuffixed(number.unsigned_abs());
    quote!(#minus #digits)
}

fn named(api: &Api, id: TypeId, depth: usize, given: Option<&Value>) -> TokenStream {
    let name = ident(&api[id].name);
    match &api[id].shape {
        // A document decides how many there are of how many: what is beyond an example is left to be read.
        Shape::Struct(object)
            if depth > DEEPEST || (depth > 0 && object.fields.len() > WIDEST) =>
        {
            quote!(serde_json::from_str("{}")?)
        }
        Shape::Struct(object) => {
            let arguments = required(api, object, depth, given);
            quote!(models::#name::new(#(#arguments),*))
        }
        Shape::Enumeration(list) => {
            let text = given.and_then(Value::as_str);
            let named =
                list.variants.iter().find(|known| text == Some(known.wire.as_str()));
            match named.or(list.variants.first()) {
                Some(shown) => {
                    let variant = ident(&shown.name);
                    quote!(models::#name::#variant)
                }
                None => quote!("value".into()),
            }
        }
        Shape::Union(union) => match union.branches.first() {
            Some(first) => {
                let variant = ident(&first.name);
                let value = branch(api, &first.ty, depth);
                let value = if first.boxed { quote!(Box::new(#value)) } else { value };
                quote!(models::#name::#variant(#value))
            }
            None => quote!(serde_json::from_str("null")?),
        },
        // `resolved` has looked through these.
        Shape::Alias(_) => quote!(Default::default()),
    }
}

/// The value of a union's branch.
fn branch(api: &Api, ty: &Type, depth: usize) -> TokenStream {
    if depth > DEEPEST {
        return quote!(serde_json::from_str("{}")?);
    }
    value(api, ty, "value", depth + 1, None)
}

fn required(
    api: &Api,
    object: &Struct,
    depth: usize,
    given: Option<&Value>,
) -> Vec<TokenStream> {
    let fields = object.fields.iter().filter(|field| field.is_argument());
    let values = fields.map(|field| {
        let (wire, given) =
            (&field.wire, given.and_then(|given| given.get(&field.wire)));
        match (field.presence, &field.ty) {
            (Presence::RequiredNullable, _) => quote!(None),
            (Presence::OptionalNullable, _) => {
                let library = library(api);
                quote!(#library::Nullable::Null)
            }
            // A text argument of `new` converts by itself.
            (_, Type::Text(Format::Plain)) => {
                let text = given.and_then(Value::as_str).unwrap_or(wire);
                quote!(#text)
            }
            (_, Type::Text(Format::Secret)) => quote!(#wire),
            (_, ty) => value(api, ty, wire, depth + 1, given),
        }
    });
    values.collect()
}
