//! How values stand in XML: what the generated tables are made of.

/// Which node of an XML document a value is (`OpenAPI` 3.2.0, "XML Node Types").
#[derive(Debug)]
pub struct Node {
    pub(super) place: Place,
    pub(super) name: &'static str,
    pub(super) prefix: &'static str,
    pub(super) namespace: &'static str,
    pub(super) nullable: bool,
    pub(super) shape: &'static Shape,
}

/// The sorts of nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Element,
    Attribute,
    Text,
    Cdata,
    None,
}

/// What a value is made of.
#[derive(Debug)]
pub enum Shape {
    /// A string.
    Text,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A number, a boolean or a string, as its text looks.
    Literal,
    /// Anything: elements by their names, else a text.
    Any,
    /// An array: its items, one after the other.
    List(Node),
    /// An object: its properties, and what any others are.
    Object(&'static [Property], Option<&'static Shape>),
}

/// A property of an object.
#[derive(Debug)]
pub struct Property {
    pub(super) key: &'static str,
    pub(super) required: bool,
    pub(super) node: Node,
}

impl Node {
    /// An element.
    #[must_use]
    pub const fn element(name: &'static str, shape: &'static Shape) -> Self {
        Self::new(Place::Element, name, shape)
    }

    /// An attribute of the element around it.
    #[must_use]
    pub const fn attribute(name: &'static str, shape: &'static Shape) -> Self {
        Self::new(Place::Attribute, name, shape)
    }

    /// The text of the element around it.
    #[must_use]
    pub const fn text(shape: &'static Shape) -> Self {
        Self::new(Place::Text, "", shape)
    }

    /// The text of the element around it, in a CDATA section.
    #[must_use]
    pub const fn cdata(shape: &'static Shape) -> Self {
        Self::new(Place::Cdata, "", shape)
    }

    /// No node of its own: what it is made of stands in the element around it.
    #[must_use]
    pub const fn none(shape: &'static Shape) -> Self {
        Self::new(Place::None, "", shape)
    }

    /// In a namespace.
    #[must_use]
    pub const fn namespace(self, namespace: &'static str) -> Self {
        Self { namespace, ..self }
    }

    /// With a prefix before its name.
    #[must_use]
    pub const fn prefix(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// Whose value may be `null`.
    #[must_use]
    pub const fn nullable(self) -> Self {
        Self { nullable: true, ..self }
    }

    const fn new(place: Place, name: &'static str, shape: &'static Shape) -> Self {
        Self {
            place,
            name,
            prefix: "",
            namespace: "",
            nullable: false,
            shape,
        }
    }
}

impl Property {
    /// One that is always there.
    #[must_use]
    pub const fn required(key: &'static str, node: Node) -> Self {
        Self { key, required: true, node }
    }

    /// One that may be absent.
    #[must_use]
    pub const fn optional(key: &'static str, node: Node) -> Self {
        Self { key, required: false, node }
    }
}
