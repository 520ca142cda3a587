//! Everything in a generated crate that does not depend on its document.
