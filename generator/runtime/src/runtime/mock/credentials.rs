//! Whether a request carries the credentials its operation asks for.

use super::pairs;
use super::problem::Problem;
use super::received::Received;
use crate::runtime::operation::Schemes;

/// A security scheme of the document.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Scheme {
    /// Its name, as operations give it.
    pub name: &'static str,
    /// What it asks for.
    pub kind: SchemeKind,
}

/// What a security scheme asks for.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum SchemeKind {
    /// A bearer token in the header `Authorization`.
    Bearer,
    /// A user and a password in the header `Authorization`.
    Basic,
    /// A certificate on the connection, which a mock without TLS does not see.
    Connection,
    /// A key in the header of this name.
    Header(&'static str),
    /// A key in the query parameter of this name.
    Query(&'static str),
    /// A key in the cookie of this name.
    Cookie(&'static str),
}

impl SchemeKind {
    /// Whether a request carries it.
    fn is_in(self, request: &Received) -> bool {
        match self {
            Self::Bearer => request.bearer().is_some_and(|token| !token.is_empty()),
            Self::Connection => true,
            Self::Basic => request.authorization("basic").is_some(),
            Self::Header(name) => request.headers.contains_key(name),
            Self::Query(name) => {
                pairs::query(&request.query).iter().any(|pair| pair.is(name))
            }
            Self::Cookie(name) => {
                pairs::cookies(&request.headers).iter().any(|pair| pair.is(name))
            }
        }
    }
}

/// Checks the credentials of a request: one of the sets of schemes must be there as a whole, and
/// where the document asks for none, the header `Authorization` must not be there.
pub(super) fn check(
    security: Schemes,
    schemes: &[Scheme],
    request: &Received,
) -> Result<(), Problem> {
    let sets = security.sets();
    if sets.is_empty() {
        return match request.header("authorization") {
            None => Ok(()),
            Some(_) => Err(Problem::new(
                400,
                "the header `Authorization` was sent where the document asks for no credentials",
            )),
        };
    }
    let is_there = |name: &&str| {
        let scheme = schemes.iter().find(|scheme| scheme.name == *name);
        // A scheme that no client of this crate can serve is not asked for.
        scheme.is_none_or(|scheme| scheme.kind.is_in(request))
    };
    if sets.iter().any(|all| all.iter().all(is_there)) {
        return Ok(());
    }
    let wanted: Vec<String> = sets.iter().map(|all| all.join(" and ")).collect();
    Err(Problem::new(
        401,
        format!("the credentials of {} are missing", wanted.join(" or ")),
    ))
}
