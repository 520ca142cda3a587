//! The example in an operation's documentation, which compiles.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::format;
use super::ident::ident;
use super::ty::resolved;
use crate::ir::{
    Api, BodyKind, Extent, Format, Group, Operation, Presence, Shape, Struct, Type,
    TypeId, sample_named,
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
    let mut lines = vec![
        "```no_run".to_owned(),
        import,
        "# async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {"
            .to_owned(),
    ];
    lines.extend(format::statements(&call));
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}

/// The statement that calls an operation with every required argument.
pub(super) fn call(api: &Api, group: &Group, operation: &Operation) -> TokenStream {
    let (accessor, method) = (ident(&group.accessor), ident(&operation.method));
    let params = operation.params.iter().filter(|param| param.required);
    let arguments = params.map(|param| argument(api, &param.ty, &param.wire));
    let body = operation.body.as_ref().filter(|body| body.required).map(|body| {
        match &body.kind {
            BodyKind::Json(ty) => match resolved(api, ty) {
                Type::Text(Format::Plain | Format::Secret) => quote!("body".into()),
                _ => value(api, ty, "body", 0),
            },
            BodyKind::Form(form) | BodyKind::Multipart(form) => {
                value(api, &form.ty, "body", 0)
            }
            BodyKind::Xml(body) => value(api, &body.ty, "body", 0),
            BodyKind::Text => quote!("text"),
            BodyKind::Bytes => quote!("bytes"),
            BodyKind::Items(items) => {
                let item = value(api, &items.ty, "item", 1);
                quote!(vec![#item])
            }
        }
    });
    let arguments = arguments.chain(body);
    quote! { let reply = client.#accessor().#method(#(#arguments),*).await?; }
}

fn argument(api: &Api, ty: &Type, wire: &str) -> TokenStream {
    value(api, ty, wire, 0)
}

/// A value of a type; text says the name of what it stands for.
fn value(api: &Api, ty: &Type, name: &str, depth: usize) -> TokenStream {
    match resolved(api, ty) {
        Type::Text(Format::Plain) if depth == 0 => quote!(#name),
        Type::Text(Format::Plain | Format::Secret) => quote!(#name.into()),
        Type::Text(format) => {
            let text = format.sample().unwrap_or(name);
            quote!(#text.parse()?)
        }
        Type::Bool => quote!(true),
        Type::Integer(_) => quote!(1),
        Type::F64 => quote!(1.5),
        Type::Any => quote!(serde_json::Value::Null),
        Type::File => {
            let library = super::library::library_name(api);
            let library = Ident::new(&library, Span::call_site());
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
        Type::Named(id) => named(api, *id, depth),
        Type::Boxed(id) => {
            let inner = Type::Named(*id);
            let inner_value = value(api, &inner, name, depth);
            match resolved(api, &inner) {
                // What it converts from would be anybody's guess.
                Type::Tuple(_) => quote!(Box::new(#inner_value)),
                _ => quote!(#inner_value.into()),
            }
        }
        Type::List(item) if depth < DEEPEST => {
            let item = value(api, item, name, depth + 1);
            quote!(vec![#item])
        }
        Type::List(_) => quote!(vec![]),
        Type::Tuple(items) if depth < DEEPEST => {
            let items = items.iter().map(|item| value(api, item, name, depth + 1));
            quote!((#(#items,)*))
        }
        // It compiles, and what is so deep is left to be read.
        Type::Tuple(_) => quote!(serde_json::from_str("[]")?),
        Type::Map(_) => quote!(std::collections::BTreeMap::new()),
        Type::Nullable(_) => quote!(None),
    }
}

fn named(api: &Api, id: TypeId, depth: usize) -> TokenStream {
    let name = ident(&api[id].name);
    match &api[id].shape {
        // A document decides how many there are of how many: what is beyond an example is left to be read.
        Shape::Struct(object)
            if depth > DEEPEST || (depth > 0 && object.fields.len() > WIDEST) =>
        {
            quote!(serde_json::from_str("{}")?)
        }
        Shape::Struct(object) => {
            let arguments = required(api, object, depth);
            quote!(models::#name::new(#(#arguments),*))
        }
        Shape::Enumeration(list) => match list.variants.first() {
            Some(first) => {
                let variant = ident(&first.name);
                quote!(models::#name::#variant)
            }
            None => quote!("value".into()),
        },
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
    value(api, ty, "value", depth + 1)
}

fn required(api: &Api, object: &Struct, depth: usize) -> Vec<TokenStream> {
    let fields = object.fields.iter();
    let values = fields.filter_map(|field| match field.presence {
        // A text argument of `new` converts by itself.
        Presence::Required => match resolved(api, &field.ty) {
            Type::Text(Format::Plain | Format::Secret)
                if matches!(field.ty, Type::Text(_)) =>
            {
                let wire = &field.wire;
                Some(quote!(#wire))
            }
            _ => Some(value(api, &field.ty, &field.wire, depth + 1)),
        },
        Presence::RequiredNullable => Some(quote!(None)),
        Presence::Optional | Presence::OptionalNullable => None,
    });
    values.collect()
}
