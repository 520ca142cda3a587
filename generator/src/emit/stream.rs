//! Streams: their types, how they are read, and which statuses lead to them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::ident::ident;
use super::{outcome, ty};
use crate::ir::{
    AlsoStreams, Answer, Api, Content, Framing, Items, Operation, StatusMatch, Type,
};

/// The type of a body of items.
pub(super) fn items_ty(api: &Api, items: &Items) -> TokenStream {
    let item = ty::ty(api, &items.ty);
    match items.framing {
        Framing::Lines | Framing::Sequence => quote!(crate::ItemStream<#item>),
        _ => {
            quote!(crate::EventStream<#item>)
        }
    }
}

/// The method of a reply that reads items as a part of an answer.
pub(super) fn read(items: &Items) -> TokenStream {
    match items.framing {
        Framing::Lines => quote!(lines()),
        Framing::Sequence => quote!(sequence()),
        Framing::Events => quote!(events()),
        Framing::TextEvents => quote!(text_events()),
        Framing::WholeEvents => quote!(whole_events()),
        Framing::WholeTextEvents => quote!(whole_text_events()),
    }
}

/// The format of a body of items.
pub(super) fn format(items: &Items) -> TokenStream {
    match items.framing {
        Framing::Lines => quote!(Lines),
        Framing::Sequence => quote!(Sequence),
        Framing::Events => quote!(Events),
        Framing::TextEvents => quote!(TextEvents),
        Framing::WholeEvents => quote!(WholeEvents),
        Framing::WholeTextEvents => quote!(WholeTextEvents),
    }
}

/// The successes of an answer that are handed on as they come; none where there are no such.
pub(super) fn constant(answer: &Answer) -> Option<TokenStream> {
    let runs = match answer {
        Answer::One { statuses, content, .. } => {
            let statuses = statuses.iter().map(|status| (*status, content));
            runs(&statuses.collect::<Vec<_>>())
        }
        Answer::Several { arms, .. } => {
            let arms = arms.iter().map(|arm| (arm.status, &arm.content));
            runs(&arms.collect::<Vec<_>>())
        }
    };
    (!runs.is_empty()).then(|| {
        quote! { const STREAMS: &'static [crate::runtime::Streams] = &[#(#runs),*]; }
    })
}

/// The stream that an operation answers with when it is asked for one.
pub(super) fn also(api: &Api, operation: &Operation) -> Option<TokenStream> {
    let AlsoStreams { statuses, content } = operation.outcome.also.as_ref()?;
    let Content::Items(items) = content else { return None };
    let name = ident(&operation.name);
    let (stream, media_type) = (items_ty(api, items), &items.media_type);
    let pairs: Vec<_> = statuses.iter().map(|status| (*status, content)).collect();
    let (runs, framing) = (runs(&pairs), format(items));
    let statuses = outcome::exactly(statuses).unwrap_or_default();
    Some(quote! {
        impl crate::runtime::AlsoStreams for #name {
            type Stream = #stream;
            type Framing = format::#framing;
            const ACCEPT: &'static str = #media_type;
            const ALSO: &'static [crate::runtime::Streams] = &[#(#runs),*];
            const STATUSES: &'static [u16] = &[#(#statuses),*];
        }
    })
}

/// The kind of an answer in a mock's table.
pub(super) fn mock_kind(items: &Items) -> TokenStream {
    match items.framing {
        Framing::Lines => quote!(lines),
        Framing::Sequence => quote!(sequence),
        Framing::Events | Framing::TextEvents => quote!(events),
        Framing::WholeEvents | Framing::WholeTextEvents => quote!(whole_events),
    }
}

/// What a body of items is, in words.
pub(super) fn words(api: &Api, items: &Items) -> String {
    let each = match &items.ty {
        Type::Named(id) => format!("[`{0}`](models::{0})", api[*id].name),
        _ => "JSON".to_owned(),
    };
    match items.framing {
        Framing::Lines => format!("a stream of {each}, one in each line"),
        Framing::Sequence => format!("a stream of {each}"),
        Framing::TextEvents => "a stream of events with text".to_owned(),
        Framing::Events | Framing::WholeEvents | Framing::WholeTextEvents => {
            format!("a stream of events with {each}")
        }
    }
}

/// The streamed statuses among 200 to 299, one after the other where they are of one kind.
fn runs(arms: &[(StatusMatch, &Content)]) -> Vec<TokenStream> {
    let mut runs: Vec<(u16, u16, &Content)> = Vec::new();
    for status in 200..=299 {
        let matches = |of: StatusMatch| match of {
            StatusMatch::Exact(code) => code == status,
            StatusMatch::Range(digit) => u16::from(digit) == status / 100,
            StatusMatch::Any => true,
        };
        let mut found = arms.iter().filter(|(of, _)| matches(*of)).collect::<Vec<_>>();
        found.sort_by_key(|(of, _)| *of);
        let Some((_, content)) =
            found.first().filter(|(_, content)| content.is_stream())
        else {
            continue;
        };
        match runs.last_mut() {
            Some((_, last, of)) if *last + 1 == status && of == content => {
                *last = status;
            }
            _ => runs.push((status, status, content)),
        }
    }
    runs.into_iter().map(run).collect()
}

fn run((first, last, content): (u16, u16, &Content)) -> TokenStream {
    let kind = match content {
        Content::Items(items) => match items.framing {
            Framing::Lines | Framing::Sequence => quote!(Items),
            _ => quote!(Events),
        },
        _ => quote!(Bytes),
    };
    let (first, last) = (Literal::u16_unsuffixed(first), Literal::u16_unsuffixed(last));
    quote! { crate::runtime::Streams::#kind(#first, #last) }
}
