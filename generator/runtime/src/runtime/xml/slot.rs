//! Which property an element, an attribute or a text belongs to.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::table::{Node, Place, Property, Shape};

/// Where in an element's value something belongs.
pub(super) struct Slot {
    /// The names of the properties that lead there: several, where an object has no node of its own.
    path: Vec<Cow<'static, str>>,
    /// Whether it is one item of several.
    is_item: bool,
    /// What it is made of.
    pub(super) shape: &'static Shape,
}

/// A name as it came, with its namespace.
#[derive(Clone, Copy)]
pub(super) struct Name<'n> {
    pub(super) namespace: &'n str,
    pub(super) local: &'n str,
}

impl Name<'_> {
    /// Whether it is a node's. A table that names no namespace leaves it open, since documents
    /// often name it for the outermost element alone.
    pub(super) fn is_of(self, node: &Node, exactly: bool) -> bool {
        self.local == node.name
            && (self.namespace == node.namespace
                || !exactly && node.namespace.is_empty())
    }
}

impl Slot {
    /// The slot of an element within one of this shape.
    pub(super) fn of_element(shape: &'static Shape, name: Name<'_>) -> Option<Self> {
        let rest = match shape {
            Shape::List(item) if item.place == Place::Element => {
                let known = name.is_of(item, false);
                return known.then(|| Self::new(true, item.shape));
            }
            Shape::Object(_, rest) => *rest,
            Shape::Any => Some(&Shape::Any),
            _ => None,
        };
        let known = [true, false].into_iter().find_map(|exactly| {
            Self::within(shape, &|node| {
                node.place == Place::Element && name.is_of(node, exactly)
            })
        });
        known.or_else(|| {
            let (is_item, shape) = match rest? {
                Shape::List(item) => (true, item.shape),
                other => (false, other),
            };
            let path = vec![Cow::Owned(name.local.to_owned())];
            Some(Self { path, is_item, shape })
        })
    }

    /// The slot of an attribute.
    pub(super) fn of_attribute(shape: &'static Shape, name: Name<'_>) -> Option<Self> {
        Self::within(shape, &|node| {
            node.place == Place::Attribute && name.is_of(node, false)
        })
    }

    /// The slot of the text.
    pub(super) fn of_text(shape: &'static Shape, place: Place) -> Option<Self> {
        Self::within(shape, &|node| node.place == place)
    }

    fn within(shape: &'static Shape, fits: &dyn Fn(&Node) -> bool) -> Option<Self> {
        let Shape::Object(properties, _) = shape else { return None };
        properties.iter().find_map(|Property { key, node, .. }| {
            let mut slot = match (node.place, node.shape) {
                (Place::None, Shape::List(item)) if fits(item) => {
                    Self::new(true, item.shape)
                }
                (Place::None, inner) => Self::within(inner, fits)?,
                _ if fits(node) => Self::new(false, node.shape),
                _ => return None,
            };
            slot.path.insert(0, Cow::Borrowed(*key));
            Some(slot)
        })
    }

    fn new(is_item: bool, shape: &'static Shape) -> Self {
        Self {
            path: Vec::new(),
            is_item,
            shape,
        }
    }

    /// Puts a value there. A second one where there is but one makes a list of both, which the model
    /// then does not read; `false` where there was one before.
    pub(super) fn put(self, whole: &mut Value, value: Value) -> bool {
        let mut at = whole;
        let mut is_new = false;
        for key in self.path {
            if !at.is_object() {
                *at = Value::Object(Map::new());
            }
            let Value::Object(members) = at else { return false };
            is_new = !members.contains_key(&*key);
            at = members.entry(key).or_insert(Value::Null);
        }
        match at {
            Value::Array(items) if self.is_item || !is_new => items.push(value),
            at if self.is_item => *at = Value::Array(vec![value]),
            at if is_new => *at = value,
            at => *at = Value::Array(vec![at.take(), value]),
        }
        is_new
    }
}

/// Adds what an element without a word for it means: an empty list for a required one, `null` for an
/// attribute that may be (`OpenAPI` 3.2.0, "Handling `null` Values").
pub(super) fn complete(shape: &'static Shape, whole: &mut Value) {
    let (Shape::Object(properties, _), Value::Object(members)) = (shape, whole) else {
        return;
    };
    for Property { key, required, node } in *properties {
        match (node.place, node.shape) {
            (Place::Attribute, _) if node.nullable && !members.contains_key(*key) => {
                members.insert((*key).to_owned(), Value::Null);
            }
            (Place::None, Shape::List(_))
                if *required && !members.contains_key(*key) =>
            {
                members.insert((*key).to_owned(), Value::Array(Vec::new()));
            }
            (Place::None, Shape::Object(..)) => {
                let inner = match members.get_mut(*key) {
                    None if *required => {
                        let empty = || Value::Object(Map::new());
                        Some(members.entry(*key).or_insert_with(empty))
                    }
                    other => other,
                };
                if let Some(inner) = inner {
                    complete(node.shape, inner);
                }
            }
            _ => {}
        }
    }
}
