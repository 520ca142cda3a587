//! Lists that come page by page: how a request is called for all of them, and what a page says of the next.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::ident::ident;
use super::ty;
use crate::ir::{Api, Layer, Operation, Pages, PagesNext, Reach};

/// What the text names of the runtime.
pub(super) const NAMES: &[&str] = &["Found", "Paged", "Paging"];

/// The place in the runtime of an operation whose answers are pages.
pub(super) fn pages(api: &Api, operation: &Operation) -> Option<TokenStream> {
    let pages = operation.pages.as_ref()?;
    let name = ident(&operation.name);
    let item = ty::ty(api, &pages.item);
    let paging = paging(&pages.next);
    let (found, list) = (found(pages), moved(&pages.items));
    Some(quote! {
        impl Paged for #name {
            type Item = #item;
            const PAGING: Paging = Paging::#paging;
            fn found(page: &Self::Output) -> Found {
                #found
            }
            fn into_items(page: Self::Output) -> Vec<Self::Item> {
                #list
            }
        }
    })
}

/// How the next page is asked for, as the runtime has it.
fn paging(next: &PagesNext) -> TokenStream {
    match next {
        PagesNext::Link => quote!(Link),
        PagesNext::LinkInBody(_) => quote!(LinkInBody),
        PagesNext::Cursor { parameter, .. } | PagesNext::Last { parameter, .. } => {
            quote!(Cursor(#parameter))
        }
        PagesNext::CursorInHeader { parameter, header } => {
            quote!(CursorInHeader(#parameter, #header))
        }
        PagesNext::Offset { parameter, first } => {
            let first = Literal::u64_unsuffixed(*first);
            quote!(Offset(#parameter, #first))
        }
        PagesNext::Number { parameter, first } => {
            let first = Literal::u64_unsuffixed(*first);
            quote!(Number(#parameter, #first))
        }
    }
}

/// What a page says of itself.
fn found(pages: &Pages) -> TokenStream {
    let list = Seen::page().to(&pages.items);
    let count = if list.optional {
        list.then(&quote!(.map_or(0, Vec::len)))
    } else {
        list.then(&quote!(.len()))
    };
    let next = match &pages.next {
        PagesNext::LinkInBody(from) | PagesNext::Cursor { from, .. } => {
            Some(Seen::page().along(from))
        }
        PagesNext::Last { from, .. } => Some(list.last().along(from)),
        _ => None,
    };
    let next = next.map(|next| next.argument()).map(|next| quote!(.next(#next)));
    let said = |reach: &Option<Reach>| {
        reach.as_ref().map(|reach| Seen::page().along(reach).argument())
    };
    let more = said(&pages.more).map(|more| quote!(.more(#more)));
    let total = said(&pages.total).map(|total| quote!(.total(#total)));
    quote! { Found::of(#count) #next #more #total }
}

/// A value that is looked at where it stands, and whether it may be missing.
struct Seen {
    text: TokenStream,
    optional: bool,
}

impl Seen {
    fn page() -> Self {
        Self {
            text: quote!(page),
            optional: false,
        }
    }

    fn then(&self, more: &TokenStream) -> TokenStream {
        let text = &self.text;
        quote!(#text #more)
    }

    /// The value at the end of a way.
    fn to(self, reach: &Reach) -> Self {
        let (seen, layers) = self.walk(reach);
        seen.open(layers)
    }

    /// The value at the end of a way, with what stands around it.
    fn along(self, reach: &Reach) -> Self {
        self.walk(reach).0
    }

    /// The value at the end of a way, and what still stands around it.
    fn walk(self, reach: &Reach) -> (Self, &[Layer]) {
        let mut seen = self;
        let mut layers: &[Layer] = &reach.layers;
        for step in &reach.steps {
            seen = seen.open(layers);
            let field = ident(&step.field);
            layers = &step.layers;
            seen.text = match (seen.optional, layers.split_first()) {
                (false, _) => seen.then(&quote!(.#field)),
                (true, Some((Layer::Option, within))) => {
                    layers = within;
                    seen.then(&quote!(.and_then(|it| it.#field.as_ref())))
                }
                (true, _) => seen.then(&quote!(.map(|it| &it.#field))),
            };
        }
        (seen, layers)
    }

    /// The value without what stands around it.
    fn open(self, layers: &[Layer]) -> Self {
        layers.iter().fold(self, |seen, layer| Self {
            text: match (layer, seen.optional) {
                (Layer::Option, false) => seen.then(&quote!(.as_ref())),
                (Layer::Option, true) => seen.then(&quote!(.and_then(Option::as_ref))),
                (Layer::Nullable, false) => seen.then(&quote!(.value())),
                (Layer::Nullable, true) => {
                    seen.then(&quote!(.and_then(crate::Nullable::value)))
                }
            },
            optional: true,
        })
    }

    /// The last item of a list.
    fn last(&self) -> Self {
        let text = if self.optional {
            self.then(&quote!(.and_then(|list| list.last())))
        } else {
            self.then(&quote!(.last()))
        };
        Self { text, optional: true }
    }

    /// As an argument of the runtime, which looks through what may be missing by itself.
    fn argument(&self) -> TokenStream {
        let text = &self.text;
        quote!(&#text)
    }
}

/// The list of a page, taken out of it; an empty one where there is none.
fn moved(reach: &Reach) -> TokenStream {
    let (mut text, mut optional) = opened(quote!(page), false, &reach.layers);
    for step in &reach.steps {
        let field = ident(&step.field);
        let mut layers: &[Layer] = &step.layers;
        text = match (optional, layers.split_first()) {
            (false, _) => quote!(#text.#field),
            (true, Some((Layer::Option, within))) => {
                layers = within;
                quote!(#text.and_then(|it| it.#field))
            }
            (true, _) => quote!(#text.map(|it| it.#field)),
        };
        (text, optional) = opened(text, optional, layers);
    }
    let default = optional.then(|| quote!(.unwrap_or_default()));
    quote!(#text #default)
}

/// A value without what stands around it, and whether it may be missing.
fn opened(text: TokenStream, optional: bool, layers: &[Layer]) -> (TokenStream, bool) {
    layers.iter().fold((text, optional), |(text, optional), layer| {
        let text = match (layer, optional) {
            (Layer::Option, false) => text,
            (Layer::Option, true) => quote!(#text.flatten()),
            (Layer::Nullable, false) => quote!(#text.into_value()),
            (Layer::Nullable, true) => {
                quote!(#text.and_then(crate::Nullable::into_value))
            }
        };
        (text, true)
    })
}
