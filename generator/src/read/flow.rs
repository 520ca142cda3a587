//! The OAuth Flows Object and the OAuth Flow Object (OpenAPI 3.2.0, sections 4.28 and 4.29).

use super::keys::{Keys, key, since};
use super::reader::Reader;
use super::tree::{NodeId, View};
use crate::document::{Flow, FlowKind, Named, Text, Version};

const FLOWS: Keys = Keys {
    noun: "`flows`",
    keys: &[
        key("implicit"),
        key("password"),
        key("clientCredentials"),
        key("authorizationCode"),
        since(Version::V3_2, "deviceAuthorization"),
    ],
};

const FLOW: Keys = Keys {
    noun: "an OAuth flow",
    keys: &[
        key("authorizationUrl"),
        since(Version::V3_2, "deviceAuthorizationUrl"),
        key("tokenUrl"),
        key("refreshUrl"),
        key("scopes"),
    ],
};

impl Reader<'_> {
    /// `flows` of a security scheme.
    pub(super) fn flows(&mut self, node: NodeId) -> Vec<Flow> {
        let fields = self.fields(node, FLOWS).unwrap_or_default();
        fields
            .into_iter()
            .filter_map(|(name, member)| {
                let kind = match name {
                    "implicit" => FlowKind::Implicit,
                    "password" => FlowKind::Password,
                    "clientCredentials" => FlowKind::ClientCredentials,
                    "authorizationCode" => FlowKind::AuthorizationCode,
                    _ => FlowKind::DeviceAuthorization,
                };
                self.flow(kind, member.value)
            })
            .collect()
    }

    fn flow(&mut self, kind: FlowKind, node: NodeId) -> Option<Flow> {
        let mut flow = Flow {
            kind,
            authorization_url: None,
            token_url: None,
            refresh_url: None,
            device_authorization_url: None,
            scopes: Vec::new(),
            span: self.span(node),
        };
        for (name, member) in self.fields(node, FLOW)? {
            let value = member.value;
            let what = format_args!("`{name}` of an OAuth flow");
            match name {
                "authorizationUrl" => flow.authorization_url = self.text(value, what),
                "deviceAuthorizationUrl" => {
                    flow.device_authorization_url = self.text(value, what);
                }
                "tokenUrl" => flow.token_url = self.text(value, what),
                "refreshUrl" => flow.refresh_url = self.text(value, what),
                "scopes" => flow.scopes = self.scopes(value),
                _ => {}
            }
        }
        Some(flow)
    }

    fn scopes(&mut self, node: NodeId) -> Vec<Named<Text>> {
        let members = self.map(node, "`scopes` of an OAuth flow");
        members
            .iter()
            .map(|member| {
                let absent = Text {
                    text: "".into(),
                    span: self.span(member.value),
                };
                let description = match self.tree.view(member.value) {
                    View::Null => None,
                    _ => self.prose(member.value, "a scope's description"),
                };
                Named {
                    name: self.key(member),
                    value: description.unwrap_or(absent),
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use crate::document::{FlowKind, SecuritySchemeKind};
    use crate::read::testing::rest;

    #[test]
    fn flows_are_read_in_order_with_their_scopes() {
        let (document, told) = rest(
            "3.2",
            "paths: {}\ncomponents:\n  securitySchemes:\n    o:\n      type: oauth2\n      oauth2MetadataUrl: m\n      flows:\n        \
             clientCredentials: {tokenUrl: t, refreshUrl: r, scopes: {read: Reads, write: ~}}\n        \
             authorizationCode: {authorizationUrl: a, tokenUrl: t, scopes: {}}\n        deviceAuthorization: {deviceAuthorizationUrl: d, tokenUrl: t, scopes: {}}\n",
        );
        assert_eq!(told, Vec::<String>::new());
        let SecuritySchemeKind::OAuth2 { flows, metadata_url } =
            &document.components.security_schemes["o"].kind
        else {
            unreachable!()
        };
        let kinds: Vec<_> = flows.iter().map(|flow| flow.kind).collect();
        assert_eq!(
            kinds,
            [
                FlowKind::ClientCredentials,
                FlowKind::AuthorizationCode,
                FlowKind::DeviceAuthorization
            ]
        );
        let scopes: Vec<_> = flows[0]
            .scopes
            .iter()
            .map(|scope| (&*scope.name.text, &*scope.value.text))
            .collect();
        assert_eq!(scopes, [("read", "Reads"), ("write", "")]);
        assert_eq!(&*metadata_url.as_ref().unwrap().text, "m");
        assert_eq!(&*flows[2].device_authorization_url.as_ref().unwrap().text, "d");
    }
}
