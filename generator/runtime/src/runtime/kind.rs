//! Kinds of failure, and whether a failed call was sent.

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument cannot be sent: a path value that is empty or `..`, a header with a line end.
    Argument,
    /// The operation needs credentials that the client does not have.
    MissingCredentials,
    /// The server did not accept the credentials it was asked for a token with.
    CredentialsRejected,
    /// No token could be had for another reason.
    Token,
    /// No connection could be made.
    Connect,
    /// A time limit passed.
    Timeout,
    /// The connection failed after it was made.
    Transport,
    /// The server answered with a redirect, which is never followed.
    Redirect,
    /// The server answered with an error that is documented; [`api`](super::Error::api) has it.
    Api,
    /// The server answered with an error whose status or body is not documented.
    Status,
    /// The server answered with a success that is not as documented.
    Decode,
    /// The body of a success is over the client's limit.
    BodyTooLarge,
    /// A middleware of your own failed.
    Middleware,
    /// The server names a next page that is not asked for: one before it, or another server's.
    #[cfg(feature = "pages")]
    Pagination,
}

impl ErrorKind {
    /// The kind as a word, as it is traced in `error.type`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Argument => "argument",
            Self::MissingCredentials => "missing_credentials",
            Self::CredentialsRejected => "credentials_rejected",
            Self::Token => "token",
            Self::Connect => "connect",
            Self::Timeout => "timeout",
            Self::Transport => "transport",
            Self::Redirect => "redirect",
            Self::Api => "api",
            Self::Status => "status",
            Self::Decode => "decode",
            Self::BodyTooLarge => "body_too_large",
            Self::Middleware => "middleware",
            #[cfg(feature = "pages")]
            Self::Pagination => "pagination",
        }
    }
}

/// Whether a failed call was sent, as far as this side can know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sent {
    /// Nothing of it was sent: it has not been done.
    No,
    /// It may have been sent, in part or whole: look before you do it again.
    Maybe,
    /// The server answered it.
    Yes,
}
