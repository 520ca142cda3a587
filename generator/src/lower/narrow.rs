//! What a selection leaves of the API: the selected calls, the types they reach, and what was said of those.
//!
//! Only once everything has its name, so that no name depends on what else is selected.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use super::select::Selection;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::part::{SECURITY, above, part};
use crate::ir::{Group, LinkTarget, Type, TypeDef, TypeId, Webhook, WebhookSource};
use crate::name::{TypeName, ValueName};

/// Drops what is not selected.
pub(super) fn narrowed(
    lowering: &mut Lowering<'_>,
    selection: &Selection,
    (groups, webhooks): (&mut Vec<Group>, &mut Vec<Webhook>),
    types: &mut Vec<TypeDef>,
) {
    let minting = minting(lowering, selection, groups);
    let mut gone = Vec::new();
    for group in groups.iter_mut() {
        let name = group.name.clone();
        group.operations.retain(|operation| {
            let kept = selection.has(operation) || minting.contains(&operation.id);
            if !kept {
                gone.push((
                    name.clone(),
                    operation.method.clone(),
                    operation.id.clone(),
                ));
            }
            kept
        });
    }
    groups.retain(|group| !group.operations.is_empty());
    cut_links(groups, &gone);
    let gone: BTreeSet<&str> = gone.iter().map(|(_, _, id)| id.as_str()).collect();
    webhooks.retain(|webhook| match &webhook.source {
        WebhookSource::Webhook(_) => false,
        WebhookSource::Callback { operation, .. } => !gone.contains(operation.as_str()),
    });
    drop_unreached(groups, webhooks, types);
    let reached = Reached::find(lowering, selection, groups, types);
    let found = lowering.diagnostics.iter();
    let found = found.filter(|found| reached.concerns(found, lowering.diagnostics));
    let found = found.cloned().collect();
    *lowering.diagnostics = lowering.diagnostics.with(found);
}

/// The operations that mint the tokens which selected ones are called with.
fn minting(
    lowering: &Lowering<'_>,
    selection: &Selection,
    groups: &[Group],
) -> BTreeSet<String> {
    let operations = groups.iter().flat_map(|group| &group.operations);
    let selected = operations.filter(|operation| selection.has(operation));
    let schemes: BTreeSet<&String> =
        selected.flat_map(|operation| operation.security.iter().flatten()).collect();
    let bound = lowering.config.auth.iter();
    let bound = bound.filter(|(scheme, _)| schemes.contains(scheme.get_ref()));
    let operations = bound.filter_map(|(_, entry)| entry.token_operation.as_ref());
    operations.map(|id| id.get_ref().clone()).collect()
}

/// What a link leads to that is gone has its name in the document, and nothing more.
fn cut_links(groups: &mut [Group], gone: &[(TypeName, ValueName, String)]) {
    let gone = gone.iter().map(|(group, method, id)| ((group, method), id));
    let gone: BTreeMap<(&TypeName, &ValueName), &String> = gone.collect();
    let operations = groups.iter_mut().flat_map(|group| &mut group.operations);
    for link in operations.flat_map(|operation| &mut operation.links) {
        if let LinkTarget::Operation { group, method } = &link.target
            && let Some(id) = gone.get(&(group, method))
        {
            link.target = LinkTarget::Elsewhere((*id).clone());
        }
    }
}

/// Drops the types that no call reaches, and gives the others their new places.
fn drop_unreached(
    groups: &mut [Group],
    webhooks: &mut [Webhook],
    types: &mut Vec<TypeDef>,
) {
    let mut open: Vec<TypeId> = Vec::new();
    for operation in groups.iter_mut().flat_map(|group| &mut group.operations) {
        let named = operation.types_mut().into_iter().flat_map(Type::named_mut);
        open.extend(named.map(|id| *id));
    }
    let payloads = webhooks.iter_mut().flat_map(|webhook| webhook.ty.named_mut());
    open.extend(payloads.map(|id| *id));
    let mut reached = BTreeSet::new();
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            let named = types[id.0 as usize].types_mut().into_iter();
            open.extend(named.flat_map(Type::named_mut).map(|id| *id));
        }
    }
    let places: BTreeMap<TypeId, TypeId> =
        reached.iter().copied().zip((0..).map(TypeId)).collect();
    let mut index = (0..).map(TypeId);
    types.retain(|_| index.next().is_some_and(|id| reached.contains(&id)));
    let operations = groups.iter_mut().flat_map(|group| &mut group.operations);
    let called = operations.flat_map(|operation| operation.types_mut());
    let held = types.iter_mut().flat_map(TypeDef::types_mut);
    let payloads = webhooks.iter_mut().map(|webhook| &mut webhook.ty);
    for id in called.chain(held).chain(payloads).flat_map(Type::named_mut) {
        if let Some(place) = places.get(id) {
            *id = *place;
        }
    }
}

/// The parts of the document that the selected calls need.
struct Reached(BTreeSet<String>);

impl Reached {
    fn find(
        lowering: &Lowering<'_>,
        selection: &Selection,
        groups: &[Group],
        types: &[TypeDef],
    ) -> Self {
        let (document, diagnostics) = (lowering.document, &*lowering.diagnostics);
        let part_of = |span: Span| {
            let pointer = diagnostics.pointer(span)?;
            Some(part(&pointer)?.to_owned())
        };
        let operations = groups.iter().flat_map(|group| &group.operations);
        let origins: BTreeSet<Span> =
            operations.map(|operation| operation.origin).collect();
        let mut open: Vec<String> = Vec::new();
        for path in &document.paths {
            let item = &document.path_items[path.value.0 as usize];
            for source in &item.operations {
                let verb = source.verb.as_str();
                if selection.names(verb, &path.name.text)
                    || origins.contains(&source.span)
                {
                    open.extend(part_of(path.name.span));
                    open.extend(part_of(source.span));
                    let inherits = source.security.is_none();
                    open.extend(inherits.then(|| SECURITY.to_owned()));
                }
            }
        }
        open.extend(types.iter().filter_map(|ty| part_of(ty.origin)));
        let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (from, to) in &document.references {
            if let (Some(from), Some(to)) = (part_of(*from), part_of(*to)) {
                named.entry(from).or_default().push(to);
            }
        }
        let mut reached = BTreeSet::new();
        while let Some(place) = open.pop() {
            // What a path item says holds for its operations.
            open.extend(above(&place).filter_map(|above| {
                let item = above != place && part(above) == Some(above);
                item.then(|| above.to_owned())
            }));
            if reached.insert(place.clone()) {
                open.extend(named.remove(&place).unwrap_or_default());
            }
        }
        Self(reached)
    }

    /// Whether what was found concerns a selected call, or the document or the configuration as a whole.
    fn concerns(&self, found: &Diagnostic, diagnostics: &Diagnostics) -> bool {
        // Where a key stands twice, what belongs to the first is what is read.
        let first = found.related.as_ref().filter(|_| found.code == Code::DuplicateKey);
        let span = first.map_or(found.span, |(span, _)| *span);
        let Some(pointer) = diagnostics.pointer(span) else { return true };
        part(&pointer).is_none_or(|part| self.0.contains(part))
    }
}
