//! The bearer-auth middleware: it adds tokens, and renews one that the server refuses.

use std::sync::Arc;

use http::Extensions;
use reqwest::header::{AUTHORIZATION, HeaderValue};
use reqwest::{Request, Response, StatusCode};
use reqwest_middleware::{Error, Middleware, Next};

use crate::runtime::wire::Progress;
use crate::runtime::{BuildError, Client};

use super::Handled;
use super::cache::Cache;
use super::scheme::Wanted;
use super::source::{Kind, TokenSource};
use super::token::Token;
use super::token_error::TokenError;

/// Adds a bearer token to the requests that need its scheme and go to the server of their call.
///
/// A request that is answered 401 is sent once more with a new token, provided that its body can
/// be sent again and that the source can give another token. A second 401 is returned, and a 403
/// is never taken for a stale token.
pub struct BearerAuth {
    scheme: &'static str,
    tokens: Tokens,
}

enum Tokens {
    Fixed(HeaderValue),
    Cached(Arc<Cache>),
}

impl BearerAuth {
    /// The middleware of `scheme`. `bare` is the client that tokens are fetched with: it knows
    /// the same server, but no bearer credentials.
    ///
    /// # Errors
    ///
    /// When a fixed token cannot be sent in a header.
    pub fn new(
        scheme: &'static str,
        source: TokenSource,
        bare: Client,
    ) -> Result<Self, BuildError> {
        let tokens = match source.0 {
            Kind::Fixed(token) => {
                let token = Token::unending(token).map_err(|error| {
                    BuildError::new(format!("the credential for {scheme}: {error}"))
                })?;
                Tokens::Fixed(token.header())
            }
            Kind::Fetched(fetch) => {
                let limit = bare.shared.settings.timeout;
                Tokens::Cached(Arc::new(Cache::new(fetch, bare, limit)))
            }
        };
        Ok(Self { scheme, tokens })
    }

    async fn send(
        &self,
        mut request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> reqwest_middleware::Result<Response> {
        let wanted = extensions.get::<Wanted>();
        if !wanted.is_some_and(|wanted| wanted.has(self.scheme, request.url())) {
            return next.run(request, extensions).await;
        }
        let cache = match &self.tokens {
            Tokens::Fixed(header) => {
                request.headers_mut().insert(AUTHORIZATION, header.clone());
                return next.run(request, extensions).await;
            }
            Tokens::Cached(cache) => cache,
        };
        let again = request.try_clone();
        let held = cache.token().await.map_err(failed)?;
        request.headers_mut().insert(AUTHORIZATION, held.header);
        let response = next.clone().run(request, extensions).await?;
        if response.status() != StatusCode::UNAUTHORIZED {
            return Ok(response);
        }
        cache.refuse(held.serial);
        let Some(mut again) = again else {
            unrepeatable(extensions);
            return Ok(response);
        };
        drop(response);
        let held = cache.token().await.map_err(failed)?;
        again.headers_mut().insert(AUTHORIZATION, held.header);
        next.run(again, extensions).await
    }
}

impl Middleware for BearerAuth {
    fn handle<'life0, 'life1, 'life2, 'async_trait>(
        &'life0 self,
        request: Request,
        extensions: &'life1 mut Extensions,
        next: Next<'life2>,
    ) -> Handled<'async_trait>
    where
        'life0: 'async_trait,
        'life1: 'async_trait,
        'life2: 'async_trait,
        Self: 'async_trait,
    {
        authorised(self, request, extensions, next)
    }
}

// Apart from `handle`, for the compiler's sake: see the innermost middleware.
fn authorised<'a>(
    auth: &'a BearerAuth,
    request: Request,
    extensions: &'a mut Extensions,
    next: Next<'a>,
) -> Handled<'a> {
    Box::pin(auth.send(request, extensions, next))
}

/// Has the error say that the request was not sent again, and why.
fn unrepeatable(extensions: &mut Extensions) {
    if let Some(progress) = extensions.get_mut::<Progress>() {
        progress.unrepeatable = true;
    }
}

fn failed(error: TokenError) -> Error {
    Error::middleware(error)
}
