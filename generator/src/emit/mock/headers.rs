//! The headers that a mock answers with, since the document says that they must be there.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::samples::shown;
use super::status::{FAILURES, SUCCESSES};
use crate::ir::{Answer, Header, Operation, StatusMatch};

/// Whether an operation is answered with headers.
pub(super) fn has_some(operation: &Operation) -> bool {
    !rows(operation).is_empty()
}

/// The headers of an operation, by the statuses it is answered with.
pub(super) fn table(operation: &Operation) -> TokenStream {
    let rows = rows(operation).into_iter().map(|(status, header, value)| {
        let (status, wire) = (Literal::u16_unsuffixed(status), &header.wire);
        quote! { #status #wire = #value, }
    });
    quote! { headers { #(#rows)* } }
}

fn rows(operation: &Operation) -> Vec<(u16, &Header, &str)> {
    let mut rows = Vec::new();
    for set in &operation.headers {
        let (answer, any) = if set.of_failure {
            (&operation.outcome.failure, FAILURES)
        } else {
            (&operation.outcome.success, SUCCESSES)
        };
        for (documented, shown) in first(answer).into_iter().zip(shown(answer, any)) {
            let needed = |header: &&Header| header.needed.contains(&documented);
            for header in set.headers.iter().filter(needed) {
                if let Some(value) = &header.sample {
                    rows.push((shown.status, header, value.as_str()));
                }
            }
        }
    }
    rows
}

/// What is documented of each answer that a mock shows; of several statuses with one body it shows the first.
fn first(answer: &Answer) -> Vec<StatusMatch> {
    match answer {
        Answer::One { statuses, .. } => statuses.iter().take(1).copied().collect(),
        Answer::Several { arms, .. } => arms.iter().map(|arm| arm.status).collect(),
    }
}
