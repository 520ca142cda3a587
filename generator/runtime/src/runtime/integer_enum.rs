//! The macro that gives an enum of integers its conversions.

/// Gives an enum of integers its conversions. An open enum has a variant
/// `Unknown(UnknownValue<i64>)` for values that the document does not list; `closed` ones have
/// none, and do not decode those.
#[allow(unused_macros, unused_macro_rules, reason = "a document may have no enum")]
macro_rules! integer_enum {
    ($name:ident { $($variant:ident = $value:literal),* $(,)? }) => {
        impl $name {
            /// The values that the document lists.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The value as it is sent.
            #[must_use]
            pub fn get(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.get(),
                }
            }
        }

        impl From<i64> for $name {
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::Unknown($crate::runtime::UnknownValue::new(value)),
                }
            }
        }

        $crate::runtime::integer_enum! { @common $name }
    };
    (closed $name:ident { $($variant:ident = $value:literal),* $(,)? }) => {
        impl $name {
            /// The values that the document lists.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The value as it is sent.
            #[must_use]
            pub fn get(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                }
            }
        }

        impl TryFrom<i64> for $name {
            type Error = $crate::runtime::NotListed;

            fn try_from(value: i64) -> Result<Self, Self::Error> {
                match value {
                    $($value => Ok(Self::$variant),)*
                    _ => Err($crate::runtime::NotListed::new(stringify!($name))),
                }
            }
        }

        $crate::runtime::integer_enum! { @common $name }
    };
    (@common $name:ident) => {
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.get().fmt(f)
            }
        }

        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.get())
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::listed_integer(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "a document may have no enum")]
pub(crate) use integer_enum;
