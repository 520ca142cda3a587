//! Bodies of `application/x-www-form-urlencoded`.

use serde::Serialize;

use super::field::FormField;
use super::pairs::{Content, Pair, pairs};
use crate::runtime::encode::{Place, encode, strict};

/// The text of a form (URL Standard, 5.2). A space is `%20`: every reader takes that for one, in
/// a form and in a query, while `+` is a space in forms alone.
pub(in crate::runtime) fn urlencoded(
    body: impl Serialize,
    fields: &[FormField],
) -> Result<String, String> {
    let pairs = pairs(body, fields).map_err(|error| error.to_string())?;
    let texts = pairs.iter().map(written).collect::<Result<Vec<_>, _>>()?;
    Ok(texts.join("&"))
}

fn written(pair: &Pair) -> Result<String, String> {
    let Content::Text(text, _) = &pair.content else {
        return Err(format!("`{}`: a file has no form as text", pair.name));
    };
    let text = encode(text, Place::Query, pair.reserved);
    Ok(format!("{}={text}", strict(&pair.name)))
}
