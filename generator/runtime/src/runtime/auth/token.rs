//! An access token and how long it lives.

use std::fmt;
use std::time::Duration;

use reqwest::header::HeaderValue;

use crate::runtime::Secret;

use super::token_error::TokenError;

/// What a token lives when its server does not say, or says something absurd.
const USUAL_LIFE: Duration = Duration::from_secs(15 * 60);

/// Above this a life is not believed: some servers count in milliseconds.
const LONGEST_LIFE: i64 = 366 * 24 * 60 * 60;

/// An access token and how long it lives.
#[derive(Clone)]
pub struct Token {
    header: HeaderValue,
    life: Option<Duration>,
}

impl Token {
    /// A token as a token operation answers with it: `expires_in` is in seconds from when it
    /// was asked for (RFC 6749, 5.1).
    ///
    /// A life that is missing, not above zero, or over 366 days becomes 15 minutes.
    ///
    /// # Errors
    ///
    /// When there is no token, or one that no header can hold.
    pub fn minted(
        access_token: impl Into<Option<Secret>>,
        expires_in: impl Into<Option<i64>>,
    ) -> Result<Self, TokenError> {
        let Some(token) = access_token.into().filter(|token| !token.expose().is_empty())
        else {
            return Err(TokenError::new("the server's answer has no access token"));
        };
        let life = match expires_in.into() {
            Some(seconds @ 1..=LONGEST_LIFE) => {
                Duration::from_secs(seconds.unsigned_abs())
            }
            _ => USUAL_LIFE,
        };
        Ok(Self {
            header: header(&token)?,
            life: Some(life),
        })
    }

    /// A token that is used until the server refuses it.
    ///
    /// # Errors
    ///
    /// When it is empty, or no header can hold it.
    pub fn unending(token: impl Into<Secret>) -> Result<Self, TokenError> {
        Ok(Self {
            header: header(&token.into())?,
            life: None,
        })
    }

    /// How long it lives from when it was asked for; `None` is until the server refuses it.
    #[must_use]
    pub fn life(&self) -> Option<Duration> {
        self.life
    }

    /// The value of the header `Authorization`, marked sensitive.
    pub(super) fn header(&self) -> HeaderValue {
        self.header.clone()
    }
}

fn header(token: &Secret) -> Result<HeaderValue, TokenError> {
    if token.expose().is_empty() {
        return Err(TokenError::new("the token is empty"));
    }
    let mut header = HeaderValue::try_from(format!("Bearer {}", token.expose()))
        .map_err(|_| {
            TokenError::new("the token has a character that no header can have")
        })?;
    header.set_sensitive(true);
    Ok(header)
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("life", &self.life).finish_non_exhaustive()
    }
}
