//! A request of an operation, before it is sent.

use std::fmt;
use std::future::IntoFuture;
use std::marker::PhantomData;
use std::time::Duration;

use super::call::Call;
use super::error::Error;
use super::operation::Operation;
use super::response::Response;
use super::send::{Calling, send};

/// A request of an operation: its optional parameters are set on it, and `.await` sends it.
// One type for all operations: what each adds to the compiler's work are its own parameters.
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct Request<O> {
    pub(crate) call: Call,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> Request<O> {
    /// Limits this call as a whole: the token, all attempts and the waits between them.
    pub fn timeout(self, limit: Duration) -> Self {
        self.call.timeout(limit).request()
    }

    /// Sends the request; awaiting it does the same.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn send(self) -> Calling<O> {
        send(self.call)
    }
}

impl Call {
    /// The request that has been put together.
    pub fn request<O>(self) -> Request<O> {
        Request {
            call: self,
            operation: PhantomData,
        }
    }
}

impl<O: Operation> fmt::Debug for Request<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(O::INFO.id)
    }
}

impl<O: Operation> IntoFuture for Request<O> {
    type Output = Result<Response<O::Output>, Error<O::Error>>;
    type IntoFuture = Calling<O>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
