//! `src/xml.rs`: how values stand in bodies of XML.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::format;
use crate::ir::{
    Api, XmlBody, XmlNode, XmlPlace, XmlProperty, XmlRoot, XmlShape, XmlTable, XmlValue,
};
use crate::name::ValueName;

/// The file; none where no body is XML.
pub(super) fn file(api: &Api) -> Option<(String, String)> {
    if api.xml.is_empty() {
        return None;
    }
    let docs = ["How values stand in bodies of XML.".to_owned()];
    let mut items = vec![imports(api)];
    items.extend(api.xml.roots.iter().map(|root| self::table_of_root(api, root)));
    items.extend(api.xml.tables.iter().map(|table| self::table(api, table)));
    let text = format::rust(&api.package.source, &docs, items);
    Some(("src/xml.rs".to_owned(), text))
}

/// The path to the table of a body.
pub(super) fn root(api: &Api, body: &XmlBody) -> TokenStream {
    let name = name(api, body);
    quote!(crate::xml::#name)
}

/// The name of the table of a body.
pub(super) fn name(api: &Api, body: &XmlBody) -> Ident {
    constant(&api.xml.roots[body.root].name)
}

fn imports(api: &Api) -> TokenStream {
    let is_object = |table: &XmlTable| matches!(&table.shape, XmlShape::Object { properties, .. } if !properties.is_empty());
    let property = api.xml.tables.iter().any(is_object).then(|| quote!(Property,));
    quote! { use crate::runtime::xml::{Node, #property Shape}; }
}

fn table_of_root(api: &Api, root: &XmlRoot) -> TokenStream {
    let name = constant(&root.name);
    let node = node(api, &root.node);
    quote! { pub(crate) static #name: Node = #node; }
}

fn table(api: &Api, table: &XmlTable) -> TokenStream {
    let name = constant(&table.name);
    let shape = match &table.shape {
        XmlShape::List(item) => {
            let item = node(api, item);
            quote!(Shape::List(#item))
        }
        XmlShape::Object { properties, rest } => {
            let properties = properties.iter().map(|known| property(api, known));
            let rest = match rest {
                Some(rest) => {
                    let rest = value(api, *rest);
                    quote!(Some(#rest))
                }
                None => quote!(None),
            };
            quote!(Shape::Object(&[#(#properties),*], #rest))
        }
    };
    quote! { static #name: Shape = #shape; }
}

fn property(api: &Api, property: &XmlProperty) -> TokenStream {
    let wire = &property.wire;
    let node = node(api, &property.node);
    if property.required {
        quote!(Property::required(#wire, #node))
    } else {
        quote!(Property::optional(#wire, #node))
    }
}

fn node(api: &Api, node: &XmlNode) -> TokenStream {
    let (name, value) = (&node.name, value(api, node.value));
    let made = match node.place {
        XmlPlace::Element => quote!(Node::element(#name, #value)),
        XmlPlace::Attribute => quote!(Node::attribute(#name, #value)),
        XmlPlace::Text => quote!(Node::text(#value)),
        XmlPlace::Cdata => quote!(Node::cdata(#value)),
        XmlPlace::None => quote!(Node::none(#value)),
    };
    let prefix = node.prefix.as_ref().map(|prefix| quote!(.prefix(#prefix)));
    let namespace = node.namespace.as_ref().map(|uri| quote!(.namespace(#uri)));
    let nullable = node.nullable.then(|| quote!(.nullable()));
    quote! { #made #prefix #namespace #nullable }
}

fn value(api: &Api, value: XmlValue) -> TokenStream {
    match value {
        XmlValue::Text => quote!(&Shape::Text),
        XmlValue::Integer => quote!(&Shape::Integer),
        XmlValue::Number => quote!(&Shape::Number),
        XmlValue::Boolean => quote!(&Shape::Boolean),
        XmlValue::Literal => quote!(&Shape::Literal),
        XmlValue::Any => quote!(&Shape::Any),
        XmlValue::Table(at) => {
            let name = constant(&api.xml.tables[at].name);
            quote!(&#name)
        }
    }
}

/// A name as constants are written.
fn constant(name: &ValueName) -> Ident {
    let text = name.as_str().trim_start_matches("r#").to_uppercase();
    Ident::new(&text, Span::call_site())
}
