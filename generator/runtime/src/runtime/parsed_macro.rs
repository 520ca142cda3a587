//! The macro that has a text become what a type asks for.

/// The methods of a `Deserializer` of a text for what is parsed out of it. The text's `parsed` does so, and a `Reason`
/// is its error.
#[allow(unused_macros, reason = "a document may have no headers, and a crate no mock")]
macro_rules! parsed {
    () => {
        $crate::runtime::parsed! {
            deserialize_bool visit_bool "it is not a boolean"
            deserialize_i8 visit_i8 "it is not an integer of 8 bits"
            deserialize_i16 visit_i16 "it is not an integer of 16 bits"
            deserialize_i32 visit_i32 "it is not an integer of 32 bits"
            deserialize_i64 visit_i64 "it is not an integer of 64 bits"
            deserialize_i128 visit_i128 "it is not an integer of 128 bits"
            deserialize_u8 visit_u8 "it is not an unsigned integer of 8 bits"
            deserialize_u16 visit_u16 "it is not an unsigned integer of 16 bits"
            deserialize_u32 visit_u32 "it is not an unsigned integer of 32 bits"
            deserialize_u64 visit_u64 "it is not an unsigned integer of 64 bits"
            deserialize_u128 visit_u128 "it is not an unsigned integer of 128 bits"
            deserialize_char visit_char "it is not a single character"
        }
        $crate::runtime::parsed! { @number deserialize_f32 visit_f32 f32 }
        $crate::runtime::parsed! { @number deserialize_f64 visit_f64 f64 }
    };
    ($($method:ident $visit:ident $otherwise:literal)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
            visitor.$visit(self.parsed($otherwise)?)
        }
    )*};
    (@number $method:ident $visit:ident $number:ident) => {
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
            const OTHERWISE: &str = "it is not a number";
            // `NaN` and `inf` are no numbers of JSON Schema.
            let number: $number = self.parsed(OTHERWISE)?;
            if number.is_finite() {
                visitor.$visit(number)
            } else {
                Err(Reason(OTHERWISE.into()))
            }
        }
    };
}

#[allow(
    unused_imports,
    reason = "a document may have no headers, and a crate no mock"
)]
pub(crate) use parsed;
