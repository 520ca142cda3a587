//! Security requirements, security schemes and OAuth flows (OpenAPI 3.2.0, sections 4.27 to 4.30).

use std::sync::Arc;

use super::keys::{Keys, key, since};
use super::reader::Reader;
use super::tree::{Member, NodeId, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{
    Requirement, RequirementScheme, SecurityScheme, SecuritySchemeKind, Text, Version,
};

const SCHEME: Keys = Keys {
    noun: "a security scheme",
    keys: &[
        key("type"),
        key("description"),
        key("name"),
        key("in"),
        key("scheme"),
        key("bearerFormat"),
        key("flows"),
        key("openIdConnectUrl"),
        since(Version::V3_2, "oauth2MetadataUrl"),
        since(Version::V3_2, "deprecated"),
    ],
};

impl Reader<'_> {
    /// `security`: alternatives.
    pub(super) fn requirements(&mut self, node: NodeId) -> Vec<Requirement> {
        if let View::Object(_) = self.tree.view(node) {
            let message = "`security` must be an array; the object was read as its only alternative";
            self.warn(Code::WrongType, self.span(node), message);
            return self.requirement(node).into_iter().collect();
        }
        let items = self.list(node, "`security`");
        items.iter().filter_map(|item| self.requirement(*item)).collect()
    }

    /// One of `components.securitySchemes`, or what it refers to.
    pub(super) fn security_scheme(
        &mut self,
        member: &Member,
    ) -> Option<Arc<SecurityScheme>> {
        let node = self.follow(member.value, SCHEME.noun)?.node;
        let fields = self.fields(node, SCHEME)?;
        let (mut description, mut deprecated) = (None, false);
        for (name, member) in &fields {
            match *name {
                "description" => {
                    description =
                        self.prose(member.value, "`description` of a security scheme");
                }
                "deprecated" => {
                    deprecated = self
                        .flag(member.value, "`deprecated` of a security scheme")
                        .unwrap_or(false);
                }
                _ => {}
            }
        }
        let kind = self.scheme_kind(node, &fields)?;
        let name = self.key(member);
        Some(Arc::new(SecurityScheme {
            name,
            description,
            deprecated,
            kind,
            span: self.span(node),
        }))
    }

    /// One alternative; nothing when it asks for a scheme that does not exist.
    fn requirement(&mut self, node: NodeId) -> Option<Requirement> {
        let mut requirement = Requirement {
            schemes: Vec::new(),
            span: self.span(node),
        };
        let mut known = true;
        for member in self.object(node, "a security requirement")? {
            let scopes =
                self.texts(member.value, "the scopes of a security requirement");
            match self.scheme_name(member) {
                Some(name) => {
                    requirement.schemes.push(RequirementScheme { name, scopes });
                }
                None => known = false,
            }
        }
        known.then_some(requirement)
    }

    /// The scheme that a requirement names: by its key or, since 3.2, by a reference to it.
    fn scheme_name(&mut self, member: &Member) -> Option<Text> {
        let mut name = self.key(member);
        if let Some(key) = name.text.strip_prefix("#/components/securitySchemes/") {
            name.text = key.into();
        }
        let components = self.tree.get(self.tree.root(), "components");
        let schemes = components.and_then(|node| self.tree.get(node, "securitySchemes"));
        if let Some(scheme) = schemes.and_then(|schemes| self.step(schemes, &name.text))
        {
            self.refers(name.span, scheme);
            return Some(name);
        }
        let known = schemes.map_or(&[][..], |node| self.tree.members(node));
        let near = self.near(&name.text, known.iter().map(|known| self.tree.key(known)));
        let help = near.map_or_else(
            || "add it to `components.securitySchemes`".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!(
            "`{}` is not one of `components.securitySchemes`; the alternative that asks for it was left out",
            name.text
        );
        self.diagnostics.push(
            Diagnostic::warning(Code::DanglingReference, name.span, message).help(help),
        );
        None
    }

    fn scheme_kind(
        &mut self,
        node: NodeId,
        fields: &[(&str, &Member)],
    ) -> Option<SecuritySchemeKind> {
        let Some(kind) = field(fields, "type") else {
            self.missing(node, SCHEME.noun, "type");
            return None;
        };
        let kind = self.text(kind, "`type` of a security scheme")?;
        match &*kind.text {
            "http" => Some(SecuritySchemeKind::Http {
                scheme: self.needed(node, fields, "scheme")?,
                bearer_format: field(fields, "bearerFormat").and_then(|node| {
                    self.prose(node, "`bearerFormat` of a security scheme")
                }),
            }),
            "apiKey" => {
                let name = self.needed(node, fields, "name")?;
                let Some(place) = field(fields, "in") else {
                    self.missing(node, SCHEME.noun, "in");
                    return None;
                };
                Some(SecuritySchemeKind::ApiKey {
                    name,
                    place: self.place(place)?,
                })
            }
            "oauth2" => {
                let Some(flows) = field(fields, "flows") else {
                    self.missing(node, SCHEME.noun, "flows");
                    return None;
                };
                let metadata_url = field(fields, "oauth2MetadataUrl").and_then(|node| {
                    self.prose(node, "`oauth2MetadataUrl` of a security scheme")
                });
                Some(SecuritySchemeKind::OAuth2 {
                    flows: self.flows(flows),
                    metadata_url,
                })
            }
            "openIdConnect" => Some(SecuritySchemeKind::OpenIdConnect {
                url: self.needed(node, fields, "openIdConnectUrl")?,
            }),
            "mutualTLS" => Some(SecuritySchemeKind::MutualTls),
            other => {
                let kinds = ["http", "apiKey", "oauth2", "openIdConnect", "mutualTLS"];
                let message = format!("`{other}` is not a type of security scheme");
                let help = match (other, self.near(other, kinds)) {
                    ("basic", _) => "write `type: http` and `scheme: basic`".to_owned(),
                    (_, Some(near)) => format!("did you mean `{near}`?"),
                    (_, None) => format!("write one of `{}`", kinds.join("`, `")),
                };
                self.diagnostics.push(
                    Diagnostic::error(Code::BadValue, kind.span, message).help(help),
                );
                None
            }
        }
    }

    fn needed(
        &mut self,
        node: NodeId,
        fields: &[(&str, &Member)],
        name: &str,
    ) -> Option<Text> {
        let Some(value) = field(fields, name) else {
            self.missing(node, SCHEME.noun, name);
            return None;
        };
        self.text(value, format_args!("`{name}` of a security scheme"))
    }
}

fn field(fields: &[(&str, &Member)], name: &str) -> Option<NodeId> {
    let found = fields.iter().find(|(field, _)| *field == name)?;
    Some(found.1.value)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::document::{Place, SecuritySchemeKind};
    use crate::read::testing::{indented, rest};

    fn schemes(
        version: &str,
        schemes: &str,
    ) -> (crate::document::Document, Vec<String>) {
        let indented = indented(4, schemes);
        rest(
            version,
            &format!("paths: {{}}\ncomponents:\n  securitySchemes:\n{indented}"),
        )
    }

    #[test]
    fn every_kind_of_scheme_is_read() {
        let (document, told) = schemes(
            "3.2",
            "a: {type: http, scheme: Bearer, bearerFormat: JWT}\nb: {type: apiKey, name: k, in: header}\nc: {type: oauth2, flows: {}, deprecated: true}\n\
             d: {type: openIdConnect, openIdConnectUrl: u}\ne: {type: mutualTLS}\nf: {$ref: '#/components/securitySchemes/a'}\n",
        );
        assert_eq!(told, Vec::<String>::new());
        let all = &document.components.security_schemes;
        assert!(
            matches!(&all["a"].kind, SecuritySchemeKind::Http { scheme, .. } if &*scheme.text == "Bearer")
        );
        assert!(matches!(
            all["b"].kind,
            SecuritySchemeKind::ApiKey { place: Place::Header, .. }
        ));
        assert!(
            matches!(all["c"].kind, SecuritySchemeKind::OAuth2 { .. })
                && all["c"].deprecated
        );
        assert!(
            matches!(&all["d"].kind, SecuritySchemeKind::OpenIdConnect { url } if &*url.text == "u")
        );
        assert!(matches!(all["e"].kind, SecuritySchemeKind::MutualTls));
        assert!(matches!(all["f"].kind, SecuritySchemeKind::Http { .. }));
        assert_eq!(&*all["f"].name.text, "f");
    }

    #[test]
    fn a_scheme_without_what_its_type_needs_is_refused() {
        let (_, told) = schemes(
            "3.1",
            "a: {type: http}\nb: {type: apiKey, name: k}\nc: {type: basic}\nd: {}\ne: {type: oauth2}\n",
        );
        let expected = [
            "6 error CW1007: a security scheme has no `scheme`, which OpenAPI requires",
            "7 error CW1007: a security scheme has no `in`, which OpenAPI requires",
            "8 error CW1011: `basic` is not a type of security scheme",
            "9 error CW1007: a security scheme has no `type`, which OpenAPI requires",
            "10 error CW1007: a security scheme has no `flows`, which OpenAPI requires",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn an_alternative_with_an_unknown_scheme_is_left_out_with_a_warning() {
        let (document, told) = rest(
            "3.2",
            "security: [{a: []}, {b: [], c: []}, {'#/components/securitySchemes/a': [s]}]\npaths: {}\ncomponents: {securitySchemes: {a: {type: mutualTLS}}}\n",
        );
        let security = document.security.unwrap();
        let names: Vec<_> =
            security.iter().map(|one| &*one.schemes[0].name.text).collect();
        assert_eq!(names, ["a", "a"]);
        assert_eq!(told.len(), 2);
        assert!(told[0].starts_with(
            "3 warning CW1008: `b` is not one of `components.securitySchemes`"
        ));
    }
}
