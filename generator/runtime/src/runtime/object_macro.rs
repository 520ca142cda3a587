//! The macro that makes a struct an object of JSON.

/// Gives a struct `Serialize` and `Deserialize` from a table of its properties.
#[allow(unused_macros, unused_macro_rules, reason = "a document may have no object")]
macro_rules! object {
    ($name:ident { $($kind:ident $field:ident $(= $key:literal)?),* $(,)? }) => {
        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut fields = $crate::runtime::object::Writer::new(serializer)?;
                $($crate::runtime::object! { @write $kind fields self $field $($key)? })*
                fields.end()
            }
        }

        impl<'de> $crate::runtime::object::Object<'de> for $name {
            const NAME: &'static str = stringify!($name);
            const KEYS: &'static [&'static str] = &[$($($key,)?)*];

            fn read<A: $crate::runtime::serde::de::MapAccess<'de>>(
                fields: &mut $crate::runtime::object::Fields<A>,
            ) -> Result<Self, A::Error> {
                $(let mut $field = Default::default();)*
                while let Some(key) = fields.key()? {
                    match key {
                        $($($key => $crate::runtime::object! { @read $kind fields $field },)?)*
                        _ => $crate::runtime::object! { @else fields $($kind $field)* },
                    }
                }
                Ok(Self {
                    $($field: $crate::runtime::object! { @take $kind fields $field $($key)? },)*
                })
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
    (@write required $fields:ident $self:ident $field:ident $key:literal) => {
        $fields.required($key, &$self.$field)?;
    };
    (@write optional $fields:ident $self:ident $field:ident $key:literal) => {
        $fields.optional($key, &$self.$field)?;
    };
    (@write rest $fields:ident $self:ident $field:ident) => {
        $fields.rest(&$self.$field)?;
    };
    (@read required $fields:ident $field:ident) => {
        $field = $fields.required()?
    };
    (@read optional $fields:ident $field:ident) => {
        $field = $fields.optional()?
    };
    (@else $fields:ident $($kind:ident $field:ident)*) => {
        $fields.skip()?
    };
    (@take required $fields:ident $field:ident $key:literal) => {
        $crate::runtime::object::present($field, $key)?
    };
    (@take optional $fields:ident $field:ident $key:literal) => {
        $field
    };
    (@take rest $fields:ident $field:ident) => {
        $field
    };
}

#[allow(unused_imports, reason = "a document may have no object")]
pub(crate) use object;
