//! Each type that an operation or another type names, written out in full: what is added to them is not forgotten here.

use super::{
    AlsoStreams, Answer, Arm, Body, BodyKind, Branch, Content, Field, Header, Operation,
    Outcome, Pages, Param, Shape, Type, TypeDef, TypeId, XmlBody,
};

impl Operation {
    /// Each type that the operation names.
    pub fn types_mut(&mut self) -> Vec<&mut Type> {
        let Self {
            params,
            body,
            outcome,
            headers,
            id: _,
            variant_of: _,
            otherwise: _,
            method: _,
            name: _,
            docs: _,
            deprecated: _,
            verb: _,
            route: _,
            server: _,
            path: _,
            retry: _,
            security: _,
            links: _,
            pages,
            timeout: _,
            attempt_timeout: _,
            origin: _,
        } = self;
        let params = params.iter_mut().map(|Param { ty, .. }| ty);
        let mut types: Vec<&mut Type> = params.collect();
        types.extend(body.as_mut().and_then(sent));
        let headers = headers.iter_mut().flat_map(|set| &mut set.headers);
        types.extend(headers.map(|Header { ty, .. }| ty));
        types.extend(contents(outcome).into_iter().filter_map(content));
        types.extend(pages.as_mut().map(|Pages { item, .. }| item));
        types
    }
}

impl Operation {
    /// Each of its bodies that is XML.
    pub fn xml_mut(&mut self) -> Vec<&mut XmlBody> {
        let mut bodies = Vec::new();
        if let Some(BodyKind::Xml(xml)) = self.body.as_mut().map(|body| &mut body.kind) {
            bodies.push(xml);
        }
        let contents = contents(&mut self.outcome).into_iter();
        bodies.extend(contents.filter_map(|content| match content {
            Content::Xml(xml) => Some(xml),
            _ => None,
        }));
        bodies
    }
}

impl TypeDef {
    /// Each type that the type names.
    pub fn types_mut(&mut self) -> Vec<&mut Type> {
        match &mut self.shape {
            Shape::Struct(object) => {
                let fields = object.fields.iter_mut().map(|Field { ty, .. }| ty);
                fields.chain(object.rest.iter_mut().map(|(_, ty)| ty)).collect()
            }
            Shape::Enumeration(_) => Vec::new(),
            Shape::Union(union) => {
                union.branches.iter_mut().map(|Branch { ty, .. }| ty).collect()
            }
            Shape::Alias(ty) => vec![ty],
        }
    }
}

impl Type {
    /// The types without parts that it is put together out of, in order; itself where it has none.
    pub fn leaves(&self) -> impl Iterator<Item = &Self> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            loop {
                let ty = open.pop()?;
                match ty.parts() {
                    [] => return Some(ty),
                    parts => open.extend(parts.iter().rev()),
                }
            }
        })
    }

    /// The types with a name that it is, or holds.
    pub fn named(&self) -> impl Iterator<Item = TypeId> {
        self.leaves().filter_map(|leaf| match leaf {
            Self::Named(id) | Self::Boxed(id) => Some(*id),
            _ => None,
        })
    }

    /// The same, to be changed.
    pub fn named_mut(&mut self) -> Vec<&mut TypeId> {
        let mut found = Vec::new();
        let mut open = vec![self];
        while let Some(ty) = open.pop() {
            match ty {
                Self::Named(id) | Self::Boxed(id) => found.push(id),
                other => open.extend(other.parts_mut().iter_mut().rev()),
            }
        }
        found
    }
}

fn sent(body: &mut Body) -> Option<&mut Type> {
    let Body {
        kind,
        required: _,
        media_type: _,
        instead: _,
        docs: _,
        sample: _,
    } = body;
    match kind {
        BodyKind::Json(ty) => Some(ty),
        BodyKind::Xml(xml) => Some(&mut xml.ty),
        BodyKind::Form(form) | BodyKind::Multipart(form) => Some(&mut form.ty),
        BodyKind::Items(items) => Some(&mut items.ty),
        BodyKind::Text | BodyKind::Bytes => None,
    }
}

fn content(content: &mut Content) -> Option<&mut Type> {
    match content {
        Content::Json(ty) => Some(ty),
        Content::Xml(xml) => Some(&mut xml.ty),
        Content::Items(items) => Some(&mut items.ty),
        Content::Empty | Content::Text | Content::Bytes | Content::ByteStream => None,
    }
}

/// Each body that may come back.
fn contents(outcome: &mut Outcome) -> Vec<&mut Content> {
    let Outcome {
        success,
        failure,
        also,
        json_types: _,
    } = outcome;
    let mut found = Vec::new();
    for answer in [success, failure] {
        match answer {
            Answer::One {
                content,
                statuses: _,
                docs: _,
                sample: _,
            } => found.push(content),
            Answer::Several {
                arms,
                name: _,
                definition: _,
            } => {
                for Arm {
                    content,
                    name: _,
                    status: _,
                    docs: _,
                    sample: _,
                } in arms
                {
                    found.push(content);
                }
            }
        }
    }
    if let Some(AlsoStreams { content, statuses: _ }) = also {
        found.push(content);
    }
    found
}
