//! Types of other crates, which the configuration names.

use serde::Serialize;

use super::Type;

/// A type of another crate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Mapped {
    /// Where it is.
    pub path: TypePath,
    /// The type that its values have by the document.
    pub wire: Type,
    /// A JSON text that it reads, where one is given; else it reads what `wire` does.
    pub sample: Option<String>,
}

/// The path of a type: `::chrono::DateTime<::chrono::Utc>`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TypePath {
    /// Whether it begins with a crate; otherwise it is a name that is known everywhere.
    pub absolute: bool,
    /// Its segments, each an identifier and the types it is given.
    pub segments: Vec<(String, Vec<TypePath>)>,
}

impl TypePath {
    /// Whether it is the trait `Default` of the standard library.
    #[must_use]
    pub fn is_default(&self) -> bool {
        !self.absolute
            && matches!(self.segments.as_slice(), [(name, _)] if name == "Default")
    }
}

/// A crate that the generated one depends on for types that the configuration names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Dependency {
    /// Its name.
    pub name: String,
    /// Which versions of it will do.
    pub version: String,
    /// Its features.
    pub features: Vec<String>,
    /// Whether it has its default features, too.
    pub default_features: bool,
}
