//! How a property of a form is written, where it is not by the default.

/// How a property of a form is written, where the document says so by `encoding`.
///
/// Any other property is written as OpenAPI 3.1.1, 4.8.15.1, says: a primitive as text, each item
/// of an array by itself under the same name, an object as JSON.
#[derive(Clone, Copy)]
pub struct FormField {
    pub(super) name: &'static str,
    pub(super) way: Way,
    pub(super) reserved: bool,
}

/// How a value becomes names and texts.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Way {
    /// By its content: as text or JSON, with this media type where one is named.
    Content(Option<&'static str>),
    /// `style: form`, `explode: true`: the properties of an object stand by themselves.
    Exploded,
    /// The items, or the names and values, in one text with this between them.
    Joined(&'static str),
    /// `style: deepObject`.
    DeepObject,
}

impl FormField {
    /// `contentType`: as JSON where that is its media type, else as text.
    #[must_use]
    pub const fn content(name: &'static str, media_type: &'static str) -> Self {
        Self::new(name, Way::Content(Some(media_type)))
    }

    /// `style: form`, `explode: true`.
    #[must_use]
    pub const fn exploded(name: &'static str) -> Self {
        Self::new(name, Way::Exploded)
    }

    /// `style: form`, `explode: false`.
    #[must_use]
    pub const fn joined(name: &'static str) -> Self {
        Self::new(name, Way::Joined(","))
    }

    /// `style: spaceDelimited`, `explode: false`.
    #[must_use]
    pub const fn space_delimited(name: &'static str) -> Self {
        Self::new(name, Way::Joined(" "))
    }

    /// `style: pipeDelimited`, `explode: false`.
    #[must_use]
    pub const fn pipe_delimited(name: &'static str) -> Self {
        Self::new(name, Way::Joined("|"))
    }

    /// `style: deepObject`: `name[key]`.
    ///
    /// The specification leaves nested values and arrays open. They are written as the servers
    /// that take them read them: `name[key][inner]`, and with the index of an item `name[0][key]`.
    #[must_use]
    pub const fn deep_object(name: &'static str) -> Self {
        Self::new(name, Way::DeepObject)
    }

    /// `allowReserved`, which means something in a form that is written as a query only.
    #[must_use]
    pub const fn reserved(self) -> Self {
        Self { reserved: true, ..self }
    }

    pub(super) const fn new(name: &'static str, way: Way) -> Self {
        Self { name, way, reserved: false }
    }

    /// The field of a property.
    pub(super) fn of(fields: &[Self], name: &str) -> Self {
        let field = fields.iter().find(|field| field.name == name);
        field.copied().unwrap_or(Self::new("", Way::Content(None)))
    }
}
