//! The macro that gives an enum of several values its way in and out of JSON.

/// Gives an enum of several values its way in and out of JSON, by the text of a property:
/// `Pet by "kind" { Cat = "cat" | "kitten", Dog + "dog" = "dog" }`, where a dog is written with the property, which is none of
/// its own; or by shape:
/// `Input { Text = text, Many = list(text), Message = object("role", perhaps "kind" = "message") }`.
#[allow(unused_macros, unused_macro_rules, reason = "a document may have no union")]
macro_rules! one_of {
    ($name:ident by $property:literal $(else $default:ident)? {
        $($variant:ident $(+ $adds:literal)? = $($tag:literal)|+),* $(,)?
    }) => {
        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(branch) => {
                        $crate::runtime::one_of!(@write serializer branch $($property $adds)?)
                    })*
                    Self::Unknown(raw) => raw.serialize(serializer),
                }
            }
        }

        $crate::runtime::one_of! { @deserialize $name value {
            match $crate::runtime::one_of::tag(&value, $property).as_deref() {
                $(Some($($tag)|+) => {
                    $crate::runtime::one_of::branch(&value).map($name::$variant)
                })*
                $(_ if value.is_object() => {
                    $crate::runtime::one_of::branch(&value).map($name::$default)
                })?
                _ => Ok($name::Unknown($crate::runtime::RawJson::new(value))),
            }
        }}
    };
    ($name:ident { $($variant:ident = $($tell:ident $(($($inside:tt)*))?)|+),* $(,)? }) => {
        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(branch) => branch.serialize(serializer),)*
                    Self::Unknown(raw) => raw.serialize(serializer),
                }
            }
        }

        $crate::runtime::one_of! { @deserialize $name value {
            let mut found = $crate::runtime::one_of::Candidates::new(&value);
            $(found.offer(
                const { &[$($crate::runtime::one_of!(@tell $tell $(($($inside)*))?)),+] },
                $name::$variant,
            );)*
            Ok(found.best().unwrap_or_else(|| {
                $name::Unknown($crate::runtime::RawJson::new(value.clone()))
            }))
        }}
    };
    (@deserialize $name:ident $value:ident $body:block) => {
        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                fn told(
                    $value: ::serde_json::Value,
                ) -> Result<$name, ::serde_json::Error> $body

                $crate::runtime::one_of::read(deserializer, told)
            }
        }
    };
    (@write $serializer:ident $branch:ident) => {
        $branch.serialize($serializer)
    };
    (@write $serializer:ident $branch:ident $property:literal $text:literal) => {
        $crate::runtime::one_of::tagged($serializer, $property, $text, $branch)
    };
    (@tell null) => {
        $crate::runtime::one_of::Tell::Null
    };
    (@tell boolean) => {
        $crate::runtime::one_of::Tell::Boolean
    };
    (@tell integer) => {
        $crate::runtime::one_of::Tell::Integer
    };
    (@tell number) => {
        $crate::runtime::one_of::Tell::Number
    };
    (@tell text) => {
        $crate::runtime::one_of::Tell::Text
    };
    (@tell listed($($text:literal)|+)) => {
        $crate::runtime::one_of::Tell::Listed(&[$($text),+])
    };
    (@tell any) => {
        $crate::runtime::one_of::Tell::Any
    };
    (@tell list($($tell:ident $(($($inside:tt)*))?)|*)) => {
        $crate::runtime::one_of::Tell::List(
            &[$($crate::runtime::one_of!(@tell $tell $(($($inside)*))?)),*],
        )
    };
    (@tell tuple($($($tell:ident $(($($inside:tt)*))?)|+),+)) => {
        $crate::runtime::one_of::Tell::Tuple(&[$(
            &[$($crate::runtime::one_of!(@tell $tell $(($($inside)*))?)),*],
        )*])
    };
    (@tell object($($properties:tt)*)) => {
        $crate::runtime::one_of::Tell::Object(
            $crate::runtime::one_of!(@properties [] $($properties)*),
        )
    };
    (@properties [$($done:expr),*]) => {
        &[$($done),*]
    };
    (@properties [$($done:expr),*] perhaps $name:literal = $($text:literal)|+ $(, $($rest:tt)*)?) => {
        $crate::runtime::one_of!(@properties [$($done,)* $crate::runtime::one_of::Property {
            name: $name,
            required: false,
            texts: &[$($text),+],
            literals: &[],
        }] $($($rest)*)?)
    };
    (@properties [$($done:expr),*] $name:literal = $($text:literal)|+ $(, $($rest:tt)*)?) => {
        $crate::runtime::one_of!(@properties [$($done,)* $crate::runtime::one_of::Property {
            name: $name,
            required: true,
            texts: &[$($text),+],
            literals: &[],
        }] $($($rest)*)?)
    };
    (@properties [$($done:expr),*] perhaps $name:literal is $($value:literal)|+ $(, $($rest:tt)*)?) => {
        $crate::runtime::one_of!(@properties [$($done,)* $crate::runtime::one_of::Property {
            name: $name,
            required: false,
            texts: &[],
            literals: &[$(stringify!($value)),+],
        }] $($($rest)*)?)
    };
    (@properties [$($done:expr),*] $name:literal is $($value:literal)|+ $(, $($rest:tt)*)?) => {
        $crate::runtime::one_of!(@properties [$($done,)* $crate::runtime::one_of::Property {
            name: $name,
            required: true,
            texts: &[],
            literals: &[$(stringify!($value)),+],
        }] $($($rest)*)?)
    };
    (@properties [$($done:expr),*] $name:literal $(, $($rest:tt)*)?) => {
        $crate::runtime::one_of!(@properties [$($done,)* $crate::runtime::one_of::Property {
            name: $name,
            required: true,
            texts: &[],
            literals: &[],
        }] $($($rest)*)?)
    };
}

#[allow(unused_imports, reason = "a document may have no union")]
pub(crate) use one_of;
