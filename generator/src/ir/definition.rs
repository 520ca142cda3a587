//! Where a type is written that several operations have alike.

use serde::Serialize;

use crate::name::{ModuleName, TypeName};

/// Where an operation's enum of statuses, or what reads its headers, is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub enum Definition {
    /// With the operation, for it alone.
    #[default]
    Own,
    /// With the operation, for others too.
    Shared,
    /// With another operation, whose type is the same but for its name.
    Elsewhere {
        /// The module of the other's tag; `None` for the same tag.
        module: Option<ModuleName>,
        /// The other's type.
        name: TypeName,
    },
}

impl Definition {
    /// Whether it is written with the operation, for it alone.
    #[must_use]
    pub fn is_own(&self) -> bool {
        *self == Self::Own
    }

    /// Whether it is written with another operation.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        matches!(self, Self::Elsewhere { .. })
    }
}
