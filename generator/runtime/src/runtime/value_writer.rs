//! The serde serializer that makes a [`Value`].

use bytes::Bytes;
use serde::ser::{
    Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
    SerializeTupleStruct, Serializer,
};

use super::value::{Value, ValueError};

/// Serializes into a [`Value`].
pub(super) struct ValueWriter;

/// The items of a list so far.
pub(super) struct ListWriter(Vec<Value>);

/// The entries of a map so far, and the key whose value comes next.
pub(super) struct MapWriter(Vec<(String, Value)>, String);

type Written = Result<Value, ValueError>;
type Refused = Impossible<Value, ValueError>;

fn refused<T>(what: &str) -> Result<T, ValueError> {
    Err(ValueError(format!("{what} has no form as a parameter")))
}

/// Writes primitives as `Display` does.
macro_rules! primitives {
    ($($method:ident($type:ty) $sort:ident)*) => {$(
        fn $method(self, value: $type) -> Written {
            Ok(Value::$sort(value.to_string()))
        }
    )*};
}

impl Serializer for ValueWriter {
    type Ok = Value;
    type Error = ValueError;
    type SerializeSeq = ListWriter;
    type SerializeTuple = ListWriter;
    type SerializeTupleStruct = ListWriter;
    type SerializeTupleVariant = Refused;
    type SerializeMap = MapWriter;
    type SerializeStruct = MapWriter;
    type SerializeStructVariant = Refused;

    primitives! {
        serialize_bool(bool) Literal
        serialize_i8(i8) Literal
        serialize_i16(i16) Literal
        serialize_i32(i32) Literal
        serialize_i64(i64) Literal
        serialize_i128(i128) Literal
        serialize_u8(u8) Literal
        serialize_u16(u16) Literal
        serialize_u32(u32) Literal
        serialize_u64(u64) Literal
        serialize_u128(u128) Literal
        serialize_char(char) Text
        serialize_str(&str) Text
    }

    fn serialize_f32(self, value: f32) -> Written {
        if value.is_finite() {
            Ok(Value::Literal(value.to_string()))
        } else {
            refused("a number that is not finite")
        }
    }

    fn serialize_f64(self, value: f64) -> Written {
        if value.is_finite() {
            Ok(Value::Literal(value.to_string()))
        } else {
            refused("a number that is not finite")
        }
    }

    fn serialize_bytes(self, value: &[u8]) -> Written {
        Ok(Value::Bytes(Bytes::copy_from_slice(value)))
    }

    fn serialize_none(self) -> Written {
        Ok(Value::Nothing)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        Ok(Value::Nothing)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        Ok(Value::Nothing)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
    ) -> Written {
        Ok(Value::Text(name.to_string()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        refused("an enum variant with a field")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<ListWriter, ValueError> {
        Ok(ListWriter(Vec::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<ListWriter, ValueError> {
        Ok(ListWriter(Vec::new()))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<ListWriter, ValueError> {
        Ok(ListWriter(Vec::new()))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Refused, ValueError> {
        refused("an enum variant with fields")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<MapWriter, ValueError> {
        Ok(MapWriter(Vec::new(), String::new()))
    }

    fn serialize_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<MapWriter, ValueError> {
        Ok(MapWriter(Vec::new(), String::new()))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Refused, ValueError> {
        refused("an enum variant with fields")
    }
}

impl SerializeSeq for ListWriter {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_element<T: Serialize + ?Sized>(
        &mut self,
        value: &T,
    ) -> Result<(), ValueError> {
        self.0.push(Value::within(value)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(Value::List(self.0))
    }
}

impl SerializeTuple for ListWriter {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_element<T: Serialize + ?Sized>(
        &mut self,
        value: &T,
    ) -> Result<(), ValueError> {
        self.0.push(match Value::within(value)? {
            Value::Nothing => Value::Gap,
            value => value,
        });
        Ok(())
    }

    fn end(self) -> Written {
        SerializeSeq::end(self)
    }
}

impl SerializeTupleStruct for ListWriter {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        value: &T,
    ) -> Result<(), ValueError> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Written {
        SerializeSeq::end(self)
    }
}

impl SerializeMap for MapWriter {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_key<T: Serialize + ?Sized>(
        &mut self,
        key: &T,
    ) -> Result<(), ValueError> {
        match Value::within(key)? {
            Value::Text(key) | Value::Literal(key) => {
                self.1 = key;
                Ok(())
            }
            _ => refused("a key that is not a primitive"),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(
        &mut self,
        value: &T,
    ) -> Result<(), ValueError> {
        let key = std::mem::take(&mut self.1);
        self.0.push((key, Value::within(value)?));
        Ok(())
    }

    fn end(self) -> Written {
        Ok(Value::Map(self.0))
    }
}

impl SerializeStruct for MapWriter {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        self.0.push((key.to_owned(), Value::within(value)?));
        Ok(())
    }

    fn end(self) -> Written {
        Ok(Value::Map(self.0))
    }
}
