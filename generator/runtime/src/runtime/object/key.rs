//! Finding a property by its name, without copying the name.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// The name of a property as it was found.
pub(super) enum Key {
    /// The place of a listed property in the list.
    Listed(usize),
    /// Another property; its name, when it is kept.
    Other(Option<String>),
}

/// Reads the name of a property.
pub(super) struct KeySeed {
    pub(super) keys: &'static [&'static str],
    /// Where the next property stands when the server keeps the document's order.
    pub(super) guess: usize,
    pub(super) keep_others: bool,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a property")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        if self.keys.get(self.guess).is_some_and(|key| *key == name) {
            return Ok(Key::Listed(self.guess));
        }
        Ok(match self.keys.iter().position(|key| *key == name) {
            Some(at) => Key::Listed(at),
            None => Key::Other(self.keep_others.then(|| name.to_owned())),
        })
    }
}
