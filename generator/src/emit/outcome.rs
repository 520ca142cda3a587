//! What comes back from a call: the type of success, and an enum for each list of statuses.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::ident::ident;
use super::ty::ty;
use super::{definition, docs, markdown, stream, xml};
use crate::ir::{Answer, Api, Arm, Content, Operation, Outcome, StatusMatch, Type};

/// The type of an answer.
pub(super) fn answer_ty(api: &Api, answer: &Answer) -> TokenStream {
    match answer {
        Answer::One { content, .. } => content_ty(api, content),
        Answer::Several { name, .. } => {
            let name = ident(name);
            quote!(#name)
        }
    }
}

/// How a success is read, as the name of a format; none where a table of XML says it.
pub(super) fn format(answer: &Answer) -> Option<TokenStream> {
    let Answer::One { content, .. } = answer else {
        return Some(quote!(ByStatus));
    };
    Some(match content {
        Content::Empty => quote!(Empty),
        Content::Json(_) => quote!(Json),
        Content::Xml(_) => return None,
        Content::Text => quote!(Text),
        Content::Bytes => quote!(Bytes),
        Content::ByteStream => quote!(ByteStream),
        Content::Items(items) => stream::format(items),
    })
}

/// The operation as the format of its own success, which a table of XML describes.
pub(super) fn own_format(api: &Api, operation: &Operation) -> Option<TokenStream> {
    let Answer::One {
        content: content @ Content::Xml(body),
        ..
    } = &operation.outcome.success
    else {
        return None;
    };
    let name = ident(&operation.name);
    let (ty, table) = (content_ty(api, content), xml::root(api, body));
    Some(quote! {
        impl format::Format<#ty> for #name {
            fn read(reply: &Reply) -> Result<#ty, Mismatch> {
                reply.xml(&#table)
            }
        }
    })
}

/// The statuses of a success, where it is one body and they are not the usual one; none stand for any.
pub(super) fn statuses(answer: &Answer) -> Option<Vec<Literal>> {
    let Answer::One { statuses, .. } = answer else { return Some(Vec::new()) };
    if statuses[..] == [StatusMatch::Exact(200)] {
        return None;
    }
    // Only a success comes here, and all of those are meant.
    Some(exactly(statuses).unwrap_or_default())
}

/// The codes of statuses, in order, if each is exact.
pub(super) fn exactly(statuses: &[StatusMatch]) -> Option<Vec<Literal>> {
    let mut statuses = statuses.to_vec();
    statuses.sort_unstable();
    let code = |status: &StatusMatch| match status {
        StatusMatch::Exact(code) => Some(Literal::u16_unsuffixed(*code)),
        StatusMatch::Range(_) | StatusMatch::Any => None,
    };
    statuses.iter().map(code).collect()
}

/// The enum of an answer with several statuses, and how it is decoded.
pub(super) fn answer(
    api: &Api,
    group: &str,
    operation: &Operation,
    answer: &Answer,
) -> Vec<TokenStream> {
    let Answer::Several { name, definition, arms } = answer else {
        return Vec::new();
    };
    let success = std::ptr::eq(answer, &raw const operation.outcome.success);
    let method = definition::method(group, operation);
    let what = if success {
        format!("What {method} leads to, by status.")
    } else {
        format!("What the server answers when it refuses {method}.")
    };
    let docs = docs::attributes(&definition::lines(what, definition));
    if let Some(named) = definition::elsewhere(docs.as_ref(), name, definition) {
        return vec![named];
    }
    let name = ident(name);
    let variants = arms.iter().map(|arm| variant(api, arm));
    let decode = decode(api, arms);
    let uneven = is_uneven(arms).then(|| {
        quote! {
            #[allow(clippy::large_enum_variant, reason = "it is made once a call, and taken apart at once")]
        }
    });
    // A stream can neither be cloned nor compared, and an error is matched: its bodies can be both.
    let streams = arms.iter().any(|arm| arm.content.is_stream());
    let derives = (success && !streams).then(|| quote!(, Clone, PartialEq));
    vec![
        quote! {
            #docs
            #uneven
            #[derive(Debug #derives)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
            }
        },
        quote! {
            impl Decode for #name {
                fn decode(reply: &Reply) -> Result<Self, Mismatch> {
                    #decode
                }
            }
        },
    ]
}

/// Whether the text of an operation names the trait of such enums.
pub(super) fn names_decode(operation: &Operation) -> bool {
    let Outcome { success, failure, .. } = &operation.outcome;
    let is_here = |answer: &Answer| {
        matches!(answer, Answer::Several { .. }) && !answer.is_elsewhere()
    };
    is_here(success) || is_here(failure)
}

/// Whether the text of an operation reads a reply by itself.
pub(super) fn names_reply(operation: &Operation) -> bool {
    names_decode(operation) || format(&operation.outcome.success).is_none()
}

/// Whether a body that may be large stands beside another: which of them is the larger may change with the document, and
/// a box would then come or go in the way of callers.
fn is_uneven(arms: &[Arm]) -> bool {
    let is_large = |arm: &Arm| {
        arm.content.is_stream() || arm.content.ty().is_some_and(may_be_large)
    };
    arms.iter().any(is_large) && arms.iter().any(|arm| arm.content != arms[0].content)
}

fn may_be_large(ty: &Type) -> bool {
    match ty {
        Type::Named(_) | Type::Mapped(_) | Type::Tuple(_) => true,
        Type::Nullable(inner) => may_be_large(inner),
        _ => false,
    }
}

/// A status as people write it.
pub(super) fn status_text(status: StatusMatch) -> String {
    match status {
        StatusMatch::Exact(code) => code.to_string(),
        StatusMatch::Range(digit) => format!("{digit}XX"),
        StatusMatch::Any => "any other status".to_owned(),
    }
}

fn variant(api: &Api, arm: &Arm) -> TokenStream {
    let name = ident(&arm.name);
    let said = arm
        .docs
        .description
        .as_deref()
        .or(arm.docs.summary.as_deref())
        .map(markdown::line);
    let status = status_text(arm.status);
    let docs = docs::attributes(&[match said {
        Some(said) if !said.is_empty() => docs::sentence(&format!("{status}: {said}")),
        _ => docs::sentence(&status),
    }]);
    match &arm.content {
        Content::Empty => quote! { #docs #name, },
        content => {
            let ty = content_ty(api, content);
            quote! { #docs #name(#ty), }
        }
    }
}

fn decode(api: &Api, arms: &[Arm]) -> TokenStream {
    let read = |arm: &Arm| {
        let (name, read) = (ident(&arm.name), read(api, &arm.content));
        if arm.content == Content::Empty {
            quote! { reply.#read.map(|()| Self::#name) }
        } else {
            quote! { reply.#read.map(Self::#name) }
        }
    };
    let (any, exact): (Vec<&Arm>, Vec<&Arm>) =
        arms.iter().partition(|arm| arm.status == StatusMatch::Any);
    let otherwise =
        any.first().map_or_else(|| quote! { reply.undeclared() }, |arm| read(arm));
    if exact.is_empty() {
        return otherwise;
    }
    let known: Vec<StatusMatch> = exact.iter().map(|arm| arm.status).collect();
    let exact = exact.into_iter().map(|arm| {
        let (pattern, read) = (pattern(arm.status, &known), read(arm));
        quote! { #pattern => #read, }
    });
    quote! {
        match reply.code() {
            #(#exact)*
            _ => #otherwise,
        }
    }
}

/// The pattern of a status; a range begins and ends with the first and last of its statuses that have no arm before it.
fn pattern(status: StatusMatch, known: &[StatusMatch]) -> TokenStream {
    let code = Literal::u16_unsuffixed;
    match status {
        StatusMatch::Exact(status) => {
            let status = code(status);
            quote!(#status)
        }
        StatusMatch::Range(digit) => {
            let (mut first, mut last) =
                (u16::from(digit) * 100, u16::from(digit) * 100 + 99);
            while first < last && known.contains(&StatusMatch::Exact(first)) {
                first += 1;
            }
            while first < last && known.contains(&StatusMatch::Exact(last)) {
                last -= 1;
            }
            let (first, last) = (code(first), code(last));
            quote!(#first..=#last)
        }
        StatusMatch::Any => quote!(_),
    }
}

fn content_ty(api: &Api, content: &Content) -> TokenStream {
    match content {
        Content::Empty => quote!(()),
        Content::Json(json) => ty(api, json),
        Content::Xml(body) => ty(api, &body.ty),
        Content::Text => quote!(String),
        Content::Bytes => quote!(bytes::Bytes),
        Content::ByteStream => quote!(crate::ByteStream),
        Content::Items(items) => stream::items_ty(api, items),
    }
}

fn read(api: &Api, content: &Content) -> TokenStream {
    match content {
        Content::Empty => quote!(empty()),
        Content::Json(_) => quote!(json()),
        Content::Xml(body) => {
            let table = xml::root(api, body);
            quote!(xml(&#table))
        }
        Content::Text => quote!(text()),
        Content::Bytes => quote!(bytes()),
        Content::ByteStream => quote!(byte_stream()),
        Content::Items(items) => stream::read(items),
    }
}
