//! The functions that write an operation's answers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::ident::ident;
use crate::ir::{Answer, Arm, Content, StatusMatch};

/// The function that writes a success.
pub(super) fn success(answer: &Answer) -> TokenStream {
    let (pattern, body) = match answer {
        Answer::One { statuses, content, .. } => {
            let statuses: Vec<_> = statuses.iter().collect();
            one(status(&statuses, 0, SUCCESSES), content, &quote!(output))
        }
        Answer::Several { name, arms } => {
            (quote!(output), by_status(&ident(name), arms, SUCCESSES))
        }
    };
    quote! {
        fn success(#pattern: Self::Output) -> Answer {
            #body
        }
    }
}

/// The function that writes a documented error.
pub(super) fn failure(answer: &Answer) -> TokenStream {
    let (pattern, body) = match answer {
        Answer::One { statuses, content, .. } => {
            let statuses: Vec<_> = statuses.iter().collect();
            one(status(&statuses, 0, FAILURES), content, &quote!(error))
        }
        Answer::Several { name, arms } => {
            (quote!(error), by_status(&ident(name), arms, FAILURES))
        }
    };
    quote! {
        fn failure(#pattern: Self::Error) -> Answer {
            #body
        }
    }
}

/// What stands for any success, in this order.
pub(super) const SUCCESSES: &[u16] = &[200, 201, 202, 203, 204, 205, 206, 207, 208, 226];

/// What stands for any failure, in this order.
pub(super) const FAILURES: &[u16] = &[500, 400, 403, 404, 409, 422, 418, 501, 599];

/// A status that leads to the arm at `index` of those documented.
pub(super) fn status(documented: &[&StatusMatch], index: usize, any: &[u16]) -> u16 {
    let is_exact = |code: u16| documented.contains(&&StatusMatch::Exact(code));
    let in_range = |code: u16| {
        let digit = u8::try_from(code / 100).unwrap_or_default();
        documented.contains(&&StatusMatch::Range(digit))
    };
    let first = any.first().copied().unwrap_or(500);
    match documented.get(index) {
        Some(StatusMatch::Exact(code)) => *code,
        Some(StatusMatch::Range(digit)) => {
            let start = u16::from(*digit) * 100;
            (start..start + 100).find(|code| !is_exact(*code)).unwrap_or(start)
        }
        Some(StatusMatch::Any) | None => {
            let mut any = any.iter().copied();
            any.find(|code| !is_exact(*code) && !in_range(*code)).unwrap_or(first)
        }
    }
}

/// A match over the variants of an enum.
fn by_status(name: &proc_macro2::Ident, arms: &[Arm], any: &[u16]) -> TokenStream {
    let value = if any == SUCCESSES { quote!(output) } else { quote!(error) };
    let documented: Vec<&StatusMatch> = arms.iter().map(|arm| &arm.status).collect();
    let arms = arms.iter().enumerate().map(|(index, arm)| {
        let variant = ident(&arm.name);
        let status = status(&documented, index, any);
        let (pattern, body) = one(status, &arm.content, &quote!(body));
        match arm.content {
            Content::Empty => quote! { operations::#name::#variant => #body, },
            _ => quote! { operations::#name::#variant(#pattern) => #body, },
        }
    });
    quote! {
        match #value {
            #(#arms)*
        }
    }
}

/// The pattern that takes a value, and the answer it becomes.
fn one(
    status: u16,
    content: &Content,
    value: &TokenStream,
) -> (TokenStream, TokenStream) {
    let status = Literal::u16_unsuffixed(status);
    match content {
        Content::Empty => (quote!(()), quote! { Answer::empty(#status) }),
        Content::Json(_) => (value.clone(), quote! { Answer::json(#status, &#value) }),
        Content::Text => (value.clone(), quote! { Answer::text(#status, #value) }),
        Content::Bytes => (value.clone(), quote! { Answer::bytes(#status, #value) }),
    }
}
