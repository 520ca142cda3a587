//! The cargo features that parts of the crate stand behind.

use serde::Serialize;

use super::{Api, Group};
use crate::name::FeatureName;

/// What has to be on for a part of the crate to be in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub enum Behind {
    /// Nothing.
    #[default]
    Nothing,
    /// Any of these features, of which there is one at least.
    Any(Vec<FeatureName>),
}

impl Behind {
    /// Whether the part is always there.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }

    /// What has to be on for any of several parts; `None` where there is none.
    pub fn union<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let mut all: Option<Vec<FeatureName>> = None;
        for part in parts {
            let Self::Any(features) = part else { return Some(Self::Nothing) };
            all.get_or_insert_default().extend_from_slice(features);
        }
        all.map(|mut all| {
            all.sort();
            all.dedup();
            Self::Any(all)
        })
    }
}

impl Group {
    /// What has to be on for its operations.
    #[must_use]
    pub fn behind(&self) -> Behind {
        match &self.feature {
            Some(feature) => Behind::Any(vec![feature.clone()]),
            None => Behind::Nothing,
        }
    }
}

impl Api {
    /// The features of the tags, in the order of the tags.
    pub fn features(&self) -> impl Iterator<Item = &FeatureName> {
        self.groups.iter().filter_map(|group| group.feature.as_ref())
    }
}
