//! How values stand in bodies of XML.

use serde::Serialize;

use super::Type;
use crate::name::ValueName;

/// The tables of all bodies of XML.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Xml {
    /// What values with parts are made of.
    pub tables: Vec<XmlTable>,
    /// The root elements of bodies.
    pub roots: Vec<XmlRoot>,
}

impl Xml {
    /// Whether there is no body of XML.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.roots.is_empty()
    }
}

/// A body that is XML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct XmlBody {
    /// The type of its value.
    pub ty: Type,
    /// The position of its root element in [`Xml::roots`].
    pub root: usize,
    /// Its media type.
    pub media_type: String,
}

/// A root element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct XmlRoot {
    /// The name of its table.
    pub name: ValueName,
    /// The element.
    pub node: XmlNode,
}

/// What a value with parts is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct XmlTable {
    /// The name of the table.
    pub name: ValueName,
    /// Its parts.
    pub shape: XmlShape,
}

/// The parts of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum XmlShape {
    /// The items of an array.
    List(XmlNode),
    /// The properties of an object.
    Object {
        /// Those that the document names, in its order.
        properties: Vec<XmlProperty>,
        /// What any others are: elements of their names.
        rest: Option<XmlValue>,
    },
}

/// A property of an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct XmlProperty {
    /// Its name.
    pub wire: String,
    /// Whether it is always there.
    pub required: bool,
    /// Its node.
    pub node: XmlNode,
}

/// Which node of a document a value is (OpenAPI 3.2.0, "XML Node Types").
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct XmlNode {
    /// The sort of node.
    pub place: XmlPlace,
    /// The name of an element or an attribute.
    pub name: String,
    /// The prefix of its name.
    pub prefix: Option<String>,
    /// The namespace of its name.
    pub namespace: Option<String>,
    /// Whether it may be `null`.
    pub nullable: bool,
    /// What it is made of.
    pub value: XmlValue,
}

/// The sorts of nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum XmlPlace {
    /// An element.
    Element,
    /// An attribute of the element around it.
    Attribute,
    /// The text of the element around it.
    Text,
    /// The same, in a CDATA section.
    Cdata,
    /// None of its own: its parts stand in the element around it.
    None,
}

/// What a value is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum XmlValue {
    /// A string.
    Text,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A string, a number or a boolean, as its text looks.
    Literal,
    /// Anything.
    Any,
    /// The parts at this position of [`Xml::tables`].
    Table(usize),
}
