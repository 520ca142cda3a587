//! The macro that makes a struct an object of JSON.

/// Gives a struct `Serialize` and `Deserialize` from a table of its properties.
///
/// * `required field = "key"`: must be there; the field is of any type.
/// * `optional field = "key"`: the field is an `Option`; nothing is written for `None`. A `null`
///   is read as `None`, unless the type inside has a value for it, as `Nullable` has.
/// * `received field = "key"`: as `optional`, of what only the server sets: a request is written without it.
/// * An object of very many properties has them in several blocks, which the compiler looks at one after the other.
/// * `nests`, after the name: an object may stand within one of its kind, so that the server decides how deep.
/// * `rest field`, after the table: the field is a map that keeps the other properties. Without
///   it they are skipped.
///
/// A property that stands there twice is an error.
#[allow(unused_macros, unused_macro_rules, reason = "a document may have no object")]
macro_rules! object {
    ($name:ident $($nests:ident)? $({
        $($kind:ident $field:ident = $key:literal),* $(,)?
    })+ $(rest $rest:ident)?) => {
        impl $crate::runtime::object::Listed for $name {
            const NAMES: &[&str] = &[$($($key),*),+];
            $($crate::runtime::object! { @$nests })?
        }

        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let map = $crate::runtime::object::write::object::<Self, S>(serializer);
                $(let map = map$(.$kind(&self.$field))*;)+
                $(let map = map.rest(&self.$rest);)?
                map.end()
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                match $crate::runtime::object::read::object::<Self, _, _>(
                    deserializer,
                    stringify!($name),
                ) {
                    Ok($crate::runtime::object! {
                        @read ($($rest)?) $({ $($kind $field)* })+
                    }) => Ok(Self { $($($field,)*)+ $($rest,)? }),
                    Err(error) => Err(error),
                }
            }
        }
    };
    (@nests) => {
        const NESTS: bool = true;
    };
    (@read $rest:tt { $($slot:ident)* }) => {
        $crate::runtime::object!(@read $rest $($slot)*)
    };
    (@read $rest:tt { $($slot:ident)* } $($more:tt)+) => {
        $crate::runtime::object::read::Blocks(
            $crate::runtime::object!(@read () $($slot)*),
            $crate::runtime::object!(@read $rest $($more)+),
        )
    };
    (@read ()) => {
        ()
    };
    (@read ($rest:ident)) => {
        $crate::runtime::object::read::Rest($rest)
    };
    (@read $rest:tt
        $kind1:ident $field1:ident
        $kind2:ident $field2:ident
        $kind3:ident $field3:ident
        $kind4:ident $field4:ident
        $($more:ident)*
    ) => {
        (
            $crate::runtime::object::read::$kind1($field1),
            $crate::runtime::object::read::$kind2($field2),
            $crate::runtime::object::read::$kind3($field3),
            $crate::runtime::object::read::$kind4($field4),
            $crate::runtime::object!(@read $rest $($more)*),
        )
    };
    (@read $rest:tt $kind:ident $field:ident $($more:ident)*) => {
        (
            $crate::runtime::object::read::$kind($field),
            $crate::runtime::object!(@read $rest $($more)*),
        )
    };
}

#[allow(unused_imports, reason = "a document may have no object")]
pub(crate) use object;
