//! The three kinds of identifiers.

use std::fmt;

use serde::Serialize;

use super::reserved::{Spelling, spelling};

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(Box<str>);

        impl $name {
            /// The identifier as it is written in source, `r#` included.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Only a scope decides that a name is free.
            pub(super) fn new(text: &str) -> Self {
                Self(written(text).into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

identifier! {
    /// A type, trait or enum variant: `CamelCase`.
    TypeName
}

identifier! {
    /// A field, function, argument: `snake_case`.
    ValueName
}

identifier! {
    /// A module: `snake_case`, and a file's name on every system.
    ModuleName
}

/// A module's name without `r#`, as its file is called.
pub type FileStem<'a> = &'a str;

impl ModuleName {
    /// The name of its file, without `.rs`.
    #[must_use]
    pub fn file_stem(&self) -> FileStem<'_> {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

fn written(text: &str) -> String {
    match spelling(text) {
        Spelling::Plain => text.to_owned(),
        Spelling::Raw => format!("r#{text}"),
        Spelling::Never => format!("{text}_"),
    }
}
