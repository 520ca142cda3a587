//! Writing the properties of an object.

use std::slice::Iter;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::find::Listed;
use super::sending::is_sending;

/// An object that is being written, property by property in the order of its names.
// A chain of calls, since the compiler needs less for it than for statements or for a tuple of all values.
#[must_use]
pub struct Object<S: Serializer> {
    map: Result<S::SerializeMap, S::Error>,
    names: Iter<'static, &'static str>,
}

/// Begins an object.
#[inline]
pub fn object<O: Listed, S: Serializer>(serializer: S) -> Object<S> {
    Object {
        map: serializer.serialize_map(None),
        names: O::NAMES.iter(),
    }
}

impl<S: Serializer> Object<S> {
    /// A property that is always there.
    #[inline]
    pub fn required<T: Serialize>(mut self, value: &T) -> Self {
        if let Some(name) = self.names.next() {
            self.entry(name, value);
        }
        self
    }

    /// A property that is written if there is a value.
    #[inline]
    pub fn optional<T: Serialize>(mut self, value: &Option<T>) -> Self {
        let name = self.names.next();
        if let (Some(name), Some(value)) = (name, value) {
            self.entry(name, value);
        }
        self
    }

    /// A property that only the server sets: it is written if there is a value, but not into a request.
    #[inline]
    pub fn received<T: Serialize>(mut self, value: &Option<T>) -> Self {
        if is_sending() {
            self.names.next();
            return self;
        }
        self.optional(value)
    }

    /// The properties that are not listed.
    pub fn rest<'a, T, V: Serialize + 'a>(mut self, values: &'a T) -> Self
    where
        &'a T: IntoIterator<Item = (&'a String, &'a V)>,
    {
        for (name, value) in values {
            self.entry(name, value);
        }
        self
    }

    /// Ends the object.
    ///
    /// # Errors
    ///
    /// The first error of the serializer.
    #[inline]
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.map?.end()
    }

    #[inline]
    fn entry<T: Serialize>(&mut self, name: &str, value: &T) {
        if let Ok(map) = &mut self.map
            && let Err(error) = map.serialize_entry(name, value)
        {
            self.map = Err(error);
        }
    }
}
