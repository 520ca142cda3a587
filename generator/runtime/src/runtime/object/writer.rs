//! Writing the properties of an object.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// Writes the properties of an object. The first error is kept and returned at the end.
pub struct Writer<S: Serializer>(Result<S::SerializeMap, S::Error>);

impl<S: Serializer> Writer<S> {
    /// Starts an object.
    pub fn new(serializer: S) -> Self {
        Self(serializer.serialize_map(None))
    }

    /// Writes a property.
    pub fn required<T: Serialize>(&mut self, key: &'static str, value: &T) {
        if let Ok(map) = &mut self.0
            && let Err(error) = map.serialize_entry(key, value)
        {
            self.0 = Err(error);
        }
    }

    /// Writes a property, if it is there.
    pub fn optional<T: Serialize>(&mut self, key: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(key, value);
        }
    }

    /// Writes the properties that are not listed.
    pub fn rest<'a, T: Serialize + 'a>(
        &mut self,
        others: impl IntoIterator<Item = (&'a String, &'a T)>,
    ) {
        for (key, value) in others {
            if let Ok(map) = &mut self.0
                && let Err(error) = map.serialize_entry(key, value)
            {
                self.0 = Err(error);
            }
        }
    }

    /// Ends the object.
    ///
    /// # Errors
    ///
    /// The first error of the serializer.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.0?.end()
    }
}
