//! The macro that makes an operation's request type.

/// Makes the request type of an operation: a [`Call`](super::Call) that is sent by `.await`.
#[allow(unused_macros, reason = "a document may have no operation")]
macro_rules! request {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        #[must_use = "a request does nothing until it is awaited or sent"]
        pub struct $name {
            call: $crate::runtime::Call,
        }

        impl $name {
            /// Limits this call as a whole: the token, all attempts and the waits between them.
            pub fn timeout(self, limit: ::std::time::Duration) -> Self {
                Self { call: self.call.timeout(limit) }
            }

            /// Sends the request; awaiting it does the same.
            ///
            /// # Errors
            ///
            /// See [`Error`](crate::runtime::Error).
            pub fn send(self) -> $crate::runtime::Calling<Self> {
                $crate::runtime::send::<Self>(self.call)
            }

            #[allow(dead_code, reason = "an operation may have no optional parameter")]
            fn with(
                self,
                change: impl FnOnce($crate::runtime::Call) -> $crate::runtime::Call,
            ) -> Self {
                Self { call: change(self.call) }
            }
        }

        impl From<$crate::runtime::Call> for $name {
            fn from(call: $crate::runtime::Call) -> Self {
                Self { call }
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(<Self as $crate::runtime::Operation>::INFO.id)
            }
        }

        impl ::std::future::IntoFuture for $name {
            type Output = Result<
                $crate::runtime::Response<<Self as $crate::runtime::Operation>::Output>,
                $crate::runtime::Error<<Self as $crate::runtime::Operation>::Error>,
            >;
            type IntoFuture = $crate::runtime::Calling<Self>;

            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }
    };
}

#[allow(unused_imports, reason = "a document may have no operation")]
pub(crate) use request;
