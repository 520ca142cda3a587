//! The shapes that tell values apart.

use serde_json::Value;

use super::whole::{literal, whole};

/// The shape of a value, as far as it tells one branch from another.
#[derive(Debug, Clone, Copy)]
pub enum Tell {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// A string.
    Text,
    /// One of these strings.
    Listed(&'static [&'static str]),
    /// An array whose items each have one of these shapes; any, when there is none.
    List(&'static [Tell]),
    /// An array with one item for each of these positions, which has one of their shapes; any, when there is none.
    Tuple(&'static [&'static [Tell]]),
    /// An object with these properties.
    Object(&'static [Property]),
    /// Any value.
    Any,
}

/// A property that tells one object from another.
#[derive(Debug, Clone, Copy)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// Whether it is always there.
    pub required: bool,
    /// The texts it may hold; any value, when there is none.
    pub texts: &'static [&'static str],
    /// The integers and booleans it may hold, as JSON writes them; any value, when there is none.
    pub literals: &'static [&'static str],
}

impl Tell {
    /// Whether a value has the shape.
    pub(super) fn fits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Any, _)
            | (Self::Null, Value::Null)
            | (Self::Boolean, Value::Bool(_))
            | (Self::Text, Value::String(_))
            | (Self::Number, Value::Number(_)) => true,
            (Self::Listed(texts), Value::String(text)) => texts.contains(&text.as_str()),
            (Self::Integer, Value::Number(number)) => {
                !number.is_f64() || whole(number).is_some()
            }
            (Self::List(tells), Value::Array(items)) => {
                items.iter().all(|item| Self::any_fits(tells, item))
            }
            (Self::Tuple(positions), Value::Array(items)) => {
                let mut pairs = positions.iter().zip(items);
                positions.len() == items.len()
                    && pairs.all(|(tells, item)| Self::any_fits(tells, item))
            }
            (Self::Object(properties), Value::Object(members)) => {
                let fits = |property: &Property| match members.get(property.name) {
                    None => !property.required,
                    Some(value) => property.allows(value),
                };
                properties.iter().all(fits)
            }
            _ => false,
        }
    }

    fn any_fits(tells: &[Self], value: &Value) -> bool {
        tells.is_empty() || tells.iter().any(|tell| tell.fits(value))
    }

    /// How much the shape asks for: of two that a value fits, the one that asks for more is the likelier.
    pub(super) fn weight(&self) -> usize {
        match self {
            Self::Any => 0,
            Self::Number => 1,
            Self::Object(properties) => {
                let required = properties.iter().filter(|property| property.required);
                2 + required.count()
            }
            Self::Tuple(_) | Self::Listed(_) => 3,
            _ => 2,
        }
    }
}

impl Property {
    fn allows(&self, value: &Value) -> bool {
        match value {
            _ if self.texts.is_empty() && self.literals.is_empty() => true,
            Value::String(text) => self.texts.contains(&text.as_str()),
            value => literal(value)
                .is_some_and(|literal| self.literals.contains(&literal.as_str())),
        }
    }
}
