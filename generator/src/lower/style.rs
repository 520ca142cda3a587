//! What OpenAPI lets the place of a parameter have.

use super::Lowering;
use crate::diagnostic::Code;
use crate::document::{Parameter, Place, Style, Version};

/// Warns of a style that is none of the place's (OpenAPI 3.1.1, "Style Values"). The value is written in it all the same: no
/// other one is meant.
pub(super) fn warn_of_place(lowering: &mut Lowering<'_>, parameter: &Parameter) {
    let places: &[Place] = match parameter.style {
        Style::Matrix | Style::Label => &[Place::Path],
        Style::Simple => &[Place::Path, Place::Header],
        Style::Form => &[Place::Query, Place::Cookie],
        Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject => {
            &[Place::Query]
        }
        Style::Cookie => &[Place::Cookie],
    };
    if parameter.content.is_none() && !places.contains(&parameter.place) {
        let name = &parameter.name.text;
        let message = format!(
            "the style of `{name}` is none that its place has: servers may read it otherwise"
        );
        let help = "take a style of the place: `simple` for a path and headers, `form` for a query and cookies";
        lowering.warn(Code::UnsupportedParameter, parameter.name.span, message, help);
    }
}

/// `allowReserved`, which is for queries alone before OpenAPI 3.2 (3.1.1, 4.8.12.2.2): elsewhere it is ignored.
pub(super) fn allow_reserved(
    lowering: &mut Lowering<'_>,
    parameter: &Parameter,
) -> bool {
    let in_query = matches!(parameter.place, Place::Query | Place::Querystring);
    let is_read = in_query || lowering.document.version == Version::V3_2;
    if parameter.allow_reserved && !is_read {
        let name = &parameter.name.text;
        let message =
            format!("`allowReserved` of `{name}` is ignored: it is for queries alone");
        let help = "leave it out, or write OpenAPI 3.2";
        lowering.warn(Code::UnsupportedParameter, parameter.name.span, message, help);
    }
    parameter.allow_reserved && is_read
}
