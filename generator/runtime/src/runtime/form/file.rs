//! A file as a part of a form.

use std::fmt;

use bytes::Bytes;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

/// A file as a part of a `multipart/form-data` body: its name, its media type and its bytes.
///
/// Bytes at hand can be sent again with a new token.
#[derive(Clone, PartialEq, Eq)]
#[must_use = "it does nothing until it is sent"]
pub struct FilePart {
    pub(super) file_name: String,
    pub(super) content_type: Option<String>,
    pub(super) content: Bytes,
    /// The content, when it is made while it is sent.
    #[cfg(feature = "streams")]
    pub(super) stream: Option<crate::runtime::stream::Streamed>,
}

impl FilePart {
    /// A file under a name. Servers tell a file from a text by its name, so there is always one.
    pub fn new(file_name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        Self {
            file_name: file_name.into(),
            content_type: None,
            content: content.into(),
            #[cfg(feature = "streams")]
            stream: None,
        }
    }

    /// A file under a name, whose content is a stream. The request is sent once: when the server
    /// refuses its token, the call ends with that answer.
    #[cfg(feature = "streams")]
    pub fn stream<S, E>(file_name: impl Into<String>, stream: S) -> Self
    where
        S: crate::runtime::Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    {
        Self {
            stream: Some(crate::runtime::stream::Streamed::new(stream)),
            ..Self::new(file_name, Bytes::new())
        }
    }

    /// Says how many bytes a stream has: some servers take no body of unknown length. The call
    /// fails when it has more or fewer. Bytes at hand know their length.
    #[cfg(feature = "streams")]
    pub fn length(self, bytes: u64) -> Self {
        Self {
            stream: self.stream.map(|stream| stream.with_length(bytes)),
            ..self
        }
    }

    /// Sets its media type, in place of the one of the document, else `application/octet-stream`.
    pub fn content_type(self, media_type: impl Into<String>) -> Self {
        Self {
            content_type: Some(media_type.into()),
            ..self
        }
    }

    /// The name of the file.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The media type, when one was set.
    #[must_use]
    pub fn media_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The bytes at hand; none of a stream.
    #[must_use]
    pub fn content(&self) -> &Bytes {
        &self.content
    }
}

impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let content = format!("{} bytes", self.content.len());
        #[cfg(feature = "streams")]
        let content = shown(self.stream.as_ref(), content);
        f.debug_struct("FilePart")
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("content", &format_args!("{content}"))
            .finish()
    }
}

/// A reference to bytes that is written as such, and not as a list of numbers.
struct Raw<'a>(&'a [u8]);

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// On the way into a form; nothing but a form takes it.
impl Serialize for FilePart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut part = serializer.serialize_struct("FilePart", 4)?;
        part.serialize_field("file_name", &self.file_name)?;
        part.serialize_field("content_type", &self.content_type)?;
        part.serialize_field("content", &Raw(&self.content))?;
        #[cfg(feature = "streams")]
        if let Some(stream) = &self.stream {
            let place = super::passed::put(stream).ok_or_else(unpassed)?;
            part.serialize_field("stream", &place)?;
        }
        part.end()
    }
}

#[cfg(feature = "streams")]
fn shown(stream: Option<&crate::runtime::stream::Streamed>, content: String) -> String {
    stream.map_or(content, |stream| format!("{stream:?}"))
}

#[cfg(feature = "streams")]
fn unpassed<E: serde::ser::Error>() -> E {
    E::custom("a file that is a stream can be sent in parts only")
}

impl<'de> Deserialize<'de> for FilePart {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FileVisitor)
    }
}

struct FileVisitor;

impl<'de> Visitor<'de> for FileVisitor {
    type Value = FilePart;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a file")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FilePart, A::Error> {
        let mut part = FilePart::new("", Bytes::new());
        let mut found = false;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "file_name" => part.file_name = map.next_value()?,
                "content_type" => part.content_type = map.next_value()?,
                "content" => {
                    part.content = map.next_value::<Content>()?.0;
                    found = true;
                }
                _ => return Err(A::Error::custom("it is not a file")),
            }
        }
        if found { Ok(part) } else { Err(A::Error::missing_field("content")) }
    }
}

/// Bytes that are read as such.
struct Content(Bytes);

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_byte_buf(ContentVisitor)
    }
}

struct ContentVisitor;

impl Visitor<'_> for ContentVisitor {
    type Value = Content;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Content, E> {
        Ok(Content(Bytes::copy_from_slice(bytes)))
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Content, E> {
        Ok(Content(Bytes::from(bytes)))
    }
}
