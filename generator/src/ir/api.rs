//! The crate as a whole.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    About, Credential, Dependency, Format, LeftOut, Operation, TypeDef, TypeId, Webhook,
    Xml,
};
use crate::name::{FeatureName, ModuleName, TypeName, ValueName};

/// One API, ready to be written as a crate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Api {
    /// What the manifest says.
    pub package: Package,
    /// What the API says about itself.
    pub docs: Docs,
    /// Who stands behind it.
    #[serde(skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// The servers of the document, in order.
    pub servers: Vec<Server>,
    /// How calls are authorised, one for each security scheme in use.
    pub credentials: Vec<Credential>,
    /// Every type with a name of its own, in the order of the document.
    pub types: Vec<TypeDef>,
    /// The operations by their first tag, in the order of the document.
    pub groups: Vec<Group>,
    /// What the server sends of its own accord.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub webhooks: Vec<Webhook>,
    /// How values stand in bodies of XML.
    #[serde(skip_serializing_if = "Xml::is_empty")]
    pub xml: Xml,
    /// What the document has and the crate has not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
}

impl std::ops::Index<TypeId> for Api {
    type Output = TypeDef;

    fn index(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0 as usize]
    }
}

/// What the manifest says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Package {
    /// The crate's name.
    pub name: String,
    /// The crate's version.
    pub version: String,
    /// The API's title, one line.
    pub title: String,
    /// The version the document gives itself.
    pub api_version: String,
    /// One line about the crate.
    pub description: String,
    /// Where the API is documented.
    pub documentation: Option<String>,
    /// The document's name, as each generated file's first line gives it.
    pub source: String,
    /// What the types of other crates are to be found in, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dependencies: Vec<Dependency>,
    /// The formats whose types ask for a dependency or a part of the runtime.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub formats: BTreeSet<Format>,
    /// Whether the crate has types alone, and no client.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub types_only: bool,
    /// The `recursion_limit` that the compiler needs for types which hold each other deeply, where it is not the usual one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recursion_limit: Option<usize>,
}

/// Prose of the document, as CommonMark.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Docs {
    /// One line, without a full stop.
    pub summary: Option<String>,
    /// The rest.
    pub description: Option<String>,
    /// What must hold for a value, a sentence each: "At least 1."
    pub constraints: Vec<String>,
    /// Further reading: a label and a URL.
    pub link: Option<(String, String)>,
}

/// A server of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Server {
    /// Its variant.
    pub name: TypeName,
    /// Its URL, without a slash at the end; `{variables}` as written.
    pub url: String,
    /// What the document says of it.
    pub docs: Docs,
    /// The variables of its URL, in order.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a server's URL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServerVariable {
    /// As written between braces.
    pub wire: String,
    /// The field of the server's variant.
    pub name: ValueName,
    /// Its default.
    pub default: String,
}

/// The operations of one tag.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// The tag as written.
    pub tag: String,
    /// The type whose methods they are.
    pub name: TypeName,
    /// The module they stand in.
    pub module: ModuleName,
    /// The feature that they stand behind, where each tag has its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feature: Option<FeatureName>,
    /// The method of the client that leads to them.
    pub accessor: ValueName,
    /// What the document says of the tag.
    pub docs: Docs,
    /// The operations, in the order of the document.
    pub operations: Vec<Operation>,
}
