//! One element as it is read: the text in it, and the value that comes of it.

use serde_json::{Map, Value};

use super::scalar;
use super::slot::{Slot, complete};
use super::table::{Place, Shape};

/// One element as it is read.
pub(super) struct Element {
    shape: &'static Shape,
    /// What its attributes and elements have made of it.
    pub(super) value: Value,
    /// The text outside of CDATA sections.
    text: String,
    /// The text of CDATA sections.
    cdata: String,
    /// Both, in their order.
    whole: String,
    /// Whether there was an element in it.
    pub(super) has_elements: bool,
    has_cdata: bool,
}

impl Element {
    pub(super) fn new(shape: &'static Shape) -> Self {
        let value = match shape {
            Shape::List(_) => Value::Array(Vec::new()),
            Shape::Object(..) => Value::Object(Map::new()),
            _ => Value::Null,
        };
        Self {
            shape,
            value,
            text: String::new(),
            cdata: String::new(),
            whole: String::new(),
            has_elements: false,
            has_cdata: false,
        }
    }

    /// Adds text, unless nothing can come of it.
    pub(super) fn add(&mut self, text: &str, in_cdata: bool) {
        if matches!(self.shape, Shape::List(_)) {
            return;
        }
        self.has_cdata |= in_cdata;
        let part = if in_cdata { &mut self.cdata } else { &mut self.text };
        part.push_str(text);
        self.whole.push_str(text);
    }

    /// The value, once the element has ended.
    pub(super) fn ended(mut self) -> Value {
        match self.shape {
            Shape::List(_) => self.value,
            Shape::Object(..) => {
                self.texts();
                complete(self.shape, &mut self.value);
                self.value
            }
            Shape::Any if self.value.is_object() => self.value,
            shape => scalar::read(shape, self.only_text()),
        }
    }

    /// Gives the text to the properties that stand for it.
    fn texts(&mut self) {
        let text = Slot::of_text(self.shape, Place::Text);
        let cdata = Slot::of_text(self.shape, Place::Cdata);
        match (text, cdata) {
            (Some(text), Some(cdata)) => {
                let (outside, inside) =
                    (std::mem::take(&mut self.text), std::mem::take(&mut self.cdata));
                self.give(text, outside);
                self.give(cdata, inside);
            }
            (Some(only), None) | (None, Some(only)) => {
                let whole = self.only_text();
                self.give(only, whole);
            }
            (None, None) => {}
        }
    }

    fn give(&mut self, slot: Slot, text: String) {
        let blank = text.trim_matches([' ', '\t', '\n', '\r']);
        // Between elements, white space is there for the eye.
        let text = if self.has_elements { blank.to_owned() } else { text };
        if !(text.is_empty() && self.has_elements) {
            let value = scalar::read(slot.shape, text);
            slot.put(&mut self.value, value);
        }
    }

    /// The text as a whole; around a CDATA section, white space is there for the eye.
    fn only_text(&mut self) -> String {
        let blank = self.text.trim_matches([' ', '\t', '\n', '\r']).is_empty();
        let part =
            if self.has_cdata && blank { &mut self.cdata } else { &mut self.whole };
        std::mem::take(part)
    }
}
