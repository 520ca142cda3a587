//! The macro that gives an enum of texts its conversions.

/// Gives an enum of texts its conversions, with `Debug`, `Eq` and `Hash`, which cost the compiler more
/// when they are derived. An open enum has a variant `Unknown(UnknownValue)` for values that the document
/// does not list; `closed` ones have none, and do not decode those.
#[allow(unused_macros, unused_macro_rules, reason = "a document may have no enum")]
macro_rules! string_enum {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// The values that the document lists.
            #[allow(clippy::large_stack_arrays, reason = "a constant stands on no stack")]
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The value as it is sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => stringify!($variant),)*
                    Self::Unknown(value) => {
                        return f.debug_tuple("Unknown").field(value).finish();
                    }
                })
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    _ => Self::Unknown($crate::runtime::UnknownValue::new(text.into())),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        $crate::runtime::string_enum! { @common $name }
    };
    (closed $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// The values that the document lists.
            #[allow(clippy::large_stack_arrays, reason = "a constant stands on no stack")]
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The value as it is sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => stringify!($variant),)*
                })
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::runtime::NotListed;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                match text {
                    $($text => Ok(Self::$variant),)*
                    _ => Err($crate::runtime::NotListed::new(stringify!($name))),
                }
            }
        }

        $crate::runtime::string_enum! { @common $name }
    };
    (@common $name:ident) => {
        // By their texts: no variant but the one that is listed for a text has it.
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl Eq for $name {}

        impl ::std::hash::Hash for $name {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::listed_text(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "a document may have no enum")]
pub(crate) use string_enum;
