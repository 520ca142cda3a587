//! Whether the bytes of a request say what they should: decoded by the document, read as plain JSON, and by the tables of
//! OpenAPI 3.2.0, "Style Values" and "Style Examples", and of RFC 6570.

mod body;
mod operation;
mod request;
mod style;

use serde_json::{Map, Value};

pub use body::{equal, translate};
pub use operation::{Operation, operation};

use request::Request;
use style::{Pairs, path_value};

/// Values for the parameters and the body of one call, by [`Operation`]'s names for them.
pub type Arguments = Map<String, Value>;

/// What is wrong with a request that should carry these arguments.
#[must_use]
pub fn problems(
    operation: &Operation<'_>,
    arguments: &Arguments,
    raw: &[u8],
) -> Vec<String> {
    let Some(request) = Request::parsed(raw) else {
        return vec!["this is no HTTP/1.1 request".to_owned()];
    };
    let mut wrong = Vec::new();
    if request.method != operation.verb {
        wrong.push(format!("the method is {}", request.method));
    }
    path(operation, arguments, request.path, &mut wrong);
    let mut query = Pairs::new(request.query, "&");
    let cookies = request.header("cookie").unwrap_or_default();
    let mut cookies = Pairs::new(Some(cookies), "; ");
    for parameter in &operation.parameters {
        let drawn = arguments.get(&parameter.key());
        let found = match parameter.place.as_str() {
            "query" => query.take(parameter, drawn),
            "cookie" => cookies.take(parameter, drawn),
            "header" => {
                let text = request.header(&parameter.name);
                text.map(|text| style::header_value(parameter, text, drawn))
            }
            _ => continue,
        };
        if found.as_ref() != drawn {
            wrong.push(format!("{} says {found:?}, not {drawn:?}", parameter.key()));
        }
    }
    for (name, value) in query.left() {
        if !operation.keys.contains(&("query", name.as_str())) {
            wrong.push(format!("nothing says that `{name}={value}` is to be sent"));
        }
    }
    body::check(operation, arguments, &request, &mut wrong);
    wrong
}

/// The path of a request against the template, whose parameters stand between literal text.
fn path(
    operation: &Operation<'_>,
    arguments: &Arguments,
    path: &str,
    wrong: &mut Vec<String>,
) {
    let mut rest = path;
    let mut template = operation.path;
    while let Some((literal, more)) = template.split_once('{') {
        let Some((name, more)) = more.split_once('}') else { break };
        let Some(after) = rest.strip_prefix(literal) else {
            wrong.push(format!("the path {path} is not of {}", operation.path));
            return;
        };
        let next = more.split('{').next().unwrap_or_default();
        let end = match next {
            "" => after.len(),
            next => after.find(next).unwrap_or(after.len()),
        };
        let (text, after) = after.split_at(end);
        let parameter = operation
            .parameters
            .iter()
            .find(|parameter| parameter.place == "path" && parameter.name == name);
        if let Some(parameter) = parameter {
            let drawn = arguments.get(&parameter.key());
            let found = path_value(parameter, text, drawn);
            if found.as_ref() != drawn {
                let key = parameter.key();
                wrong.push(format!("{key} says {found:?} by {text:?}, not {drawn:?}"));
            }
        }
        (rest, template) = (after, more);
    }
    if rest != template {
        wrong.push(format!("the path {path} is not of {}", operation.path));
    }
}
