//! Names of the IR as tokens.

use proc_macro2::{Ident, Span};

use crate::name::{ModuleName, TypeName, ValueName};

/// A name that knows how it is written.
pub(super) trait Written {
    /// As written in source, `r#` included.
    fn written(&self) -> &str;
}

impl Written for TypeName {
    fn written(&self) -> &str {
        self.as_str()
    }
}

impl Written for ValueName {
    fn written(&self) -> &str {
        self.as_str()
    }
}

impl Written for ModuleName {
    fn written(&self) -> &str {
        self.as_str()
    }
}

/// A name as links of rustdoc write it: without `r#`, which they would take for the begin of a fragment.
pub(super) fn linked(name: &impl Written) -> &str {
    name.written().trim_start_matches("r#")
}

/// The identifier of a name.
pub(super) fn ident(name: &impl Written) -> Ident {
    let written = name.written();
    match written.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(written, Span::call_site()),
    }
}
