//! The macro that makes a struct an object of JSON.

/// Gives a struct `Serialize` and `Deserialize` from a table of its properties.
///
/// * `required field = "key"`: must be there; the field is of any type.
/// * `optional field = "key"`: the field is an `Option`; nothing is written for `None`. A `null`
///   is read as `None`, unless the type inside has a value for it, as `Nullable` has.
/// * `rest field`, after the table: the field is a map that keeps the other properties. Without
///   it they are skipped.
///
/// A property that stands there twice is an error.
#[allow(unused_macros, unused_macro_rules, reason = "a document may have no object")]
macro_rules! object {
    ($name:ident {
        $($kind:ident $field:ident = $key:literal),* $(,)?
    } $(rest $rest:ident)?) => {
        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "an object may have no property")]
                let mut fields = $crate::runtime::object::Writer::new(serializer);
                $(fields.$kind($key, &self.$field);)*
                $(fields.rest(&self.$rest);)?
                fields.end()
            }
        }

        impl<'de> $crate::runtime::object::Object<'de> for $name {
            const PROPERTIES: $crate::runtime::object::Properties =
                $crate::runtime::object::Properties {
                    of: stringify!($name),
                    keys: &[$($key),*],
                    rest: $crate::runtime::object!(@keeps $($rest)?),
                };

            fn read<A: $crate::runtime::serde::de::MapAccess<'de>>(
                fields: &mut $crate::runtime::object::Fields<'de, A>,
            ) -> Option<Self> {
                $(let mut $field = None;)*
                $(let mut $rest = Default::default();)?
                loop {
                    // First of all, so that what follows knows the types of the fields: what is yet unknown is asked
                    // again and again by the compiler.
                    let Some(mut _before) = fields.next_property() else {
                        return Some(Self {
                            $($field: $crate::runtime::object!(@take $kind fields $field $key),)*
                            $($rest,)?
                        });
                    };
                    $(
                        if fields.$kind(&mut _before, &mut $field) {
                            continue;
                        }
                    )*
                    $crate::runtime::object!(@other fields $($rest)?);
                }
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::object::deserialize(deserializer)
            }
        }
    };
    (@keeps) => {
        false
    };
    (@keeps $rest:ident) => {
        true
    };
    (@other $fields:ident) => {
        $fields.skip()
    };
    (@other $fields:ident $rest:ident) => {
        $fields.keep(&mut $rest)
    };
    (@take optional $fields:ident $field:ident $key:literal) => {
        $field
    };
    (@take required $fields:ident $field:ident $key:literal) => {
        match $fields.present($field, $key) {
            Some(value) => value,
            None => return None,
        }
    };
}

#[allow(unused_imports, reason = "a document may have no object")]
pub(crate) use object;
