//! A feature for each tag: what stands behind them.
//!
//! A tag's operations stand behind its feature, and so does what is reached from them alone. What no operation reaches is
//! always there, and so is what most of the crate would need anyway.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use crate::config::Config;
use crate::diagnostic::Code;
use crate::ir::{
    Behind, Credential, CredentialKind, Group, Minter, Type, TypeDef, TypeId, Webhook,
    WebhookSource,
};
use crate::name::{Feature, Scope};

/// The most features that a type stands behind; one that more tags share is always there.
const MOST: usize = 8;

/// The names of features, where tags have some.
pub(super) fn names(config: &Config) -> Option<Scope<Feature>> {
    let dependencies = config.maps.iter().filter_map(|entry| entry.dependency.as_ref());
    let taken = dependencies.map(|dependency| dependency.name.get_ref().as_str());
    let taken: Vec<&str> = taken.collect();
    is_wanted(config).then(|| Scope::with(&taken))
}

fn is_wanted(config: &Config) -> bool {
    config.package.feature_per_tag.as_ref().is_some_and(|wanted| *wanted.get_ref())
}

/// Puts types and payloads behind the features of the tags that need them.
pub(super) fn divided(
    lowering: &mut Lowering<'_>,
    credentials: &[Credential],
    (groups, webhooks): (&mut [Group], &mut [Webhook]),
    types: &mut [TypeDef],
) {
    if !is_wanted(lowering.config) {
        return;
    }
    if groups.is_empty() {
        without_use(lowering);
        return;
    }
    for group in groups.iter_mut().filter(|group| mints(credentials, group)) {
        // The credentials of all other tags need it.
        group.feature = None;
    }
    let mut users = Users::new(types);
    for group in groups.iter_mut() {
        let behind = group.behind();
        for operation in &mut group.operations {
            let named = operation.types_mut().into_iter();
            users.add(named.flat_map(Type::named_mut).map(|id| *id), &behind);
        }
    }
    let tags = tags(groups);
    for webhook in webhooks.iter_mut() {
        webhook.behind = called_by(&tags, &webhook.source);
        let named = webhook.ty.named_mut().into_iter();
        users.add(named.map(|id| *id), &webhook.behind);
    }
    users.spread();
    users.rest();
    for (ty, behind) in types.iter_mut().zip(users.all) {
        ty.behind = behind.unwrap_or_default();
    }
}

fn without_use(lowering: &mut Lowering<'_>) {
    if let Some(wanted) = &lowering.config.package.feature_per_tag {
        let message = "a crate without operations has no tags";
        lowering.misconfigured(Code::ConfigUnused, wanted, message, "drop the entry");
    }
}

/// Whether tokens are minted by an operation of a group.
fn mints(credentials: &[Credential], group: &Group) -> bool {
    credentials.iter().any(|credential| match &credential.kind {
        CredentialKind::Bearer { minting: Some(minting) } => match &minting.by {
            Minter::Operation(token) => token.accessor == group.accessor,
            Minter::Endpoint(_) | Minter::Discovered(_) => false,
        },
        _ => false,
    })
}

/// What has to be on for each operation, by its id.
fn tags(groups: &[Group]) -> BTreeMap<&str, Behind> {
    let operations = groups.iter().flat_map(|group| {
        let ids = group.operations.iter().map(|operation| operation.id.as_str());
        ids.map(|id| (id, group.behind()))
    });
    operations.collect()
}

/// What has to be on for the payload of a webhook: the tag of the operation that it is a callback of.
fn called_by(tags: &BTreeMap<&str, Behind>, source: &WebhookSource) -> Behind {
    let WebhookSource::Callback { operation, .. } = source else {
        return Behind::Nothing;
    };
    tags.get(operation.as_str()).cloned().unwrap_or_default()
}

/// What has to be on for each type, as far as it is known.
struct Users {
    all: Vec<Option<Behind>>,
    /// The types that each type names.
    held: Vec<Vec<TypeId>>,
    /// What has changed, and not yet reached the types named there.
    open: BTreeSet<TypeId>,
}

impl Users {
    fn new(types: &mut [TypeDef]) -> Self {
        let held = types.iter_mut().map(|ty| {
            let named = ty.types_mut().into_iter();
            named.flat_map(Type::named_mut).map(|id| *id).collect()
        });
        let held: Vec<Vec<TypeId>> = held.collect();
        Self {
            all: vec![None; held.len()],
            held,
            open: BTreeSet::new(),
        }
    }

    /// Adds users of types.
    fn add(&mut self, types: impl IntoIterator<Item = TypeId>, behind: &Behind) {
        for id in types {
            let known = &mut self.all[id.0 as usize];
            let both = Behind::union(known.iter().chain([behind])).map(settled);
            if *known != both {
                *known = both;
                self.open.insert(id);
            }
        }
    }

    /// What a type names is needed wherever it is. No type changes more than [`MOST`] times and once.
    fn spread(&mut self) {
        while let Some(id) = self.open.pop_first() {
            let held = self.held[id.0 as usize].clone();
            if let Some(behind) = self.all[id.0 as usize].clone() {
                self.add(held, &behind);
            }
        }
    }

    /// What no operation reaches is always there, with what it names.
    fn rest(&mut self) {
        let left = self.all.iter().zip((0..).map(TypeId));
        let left = left.filter(|(behind, _)| behind.is_none()).map(|(_, id)| id);
        let left: Vec<TypeId> = left.collect();
        self.add(left, &Behind::Nothing);
        self.spread();
    }
}

fn settled(behind: Behind) -> Behind {
    match behind {
        Behind::Any(features) if features.len() > MOST => Behind::Nothing,
        other => other,
    }
}
