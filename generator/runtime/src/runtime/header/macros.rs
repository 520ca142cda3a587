//! The macro that makes the types which read headers.

/// Makes a type that reads the headers of an operation's answers: for each a method, its type, whether it must be there,
/// its name, and how it is written.
#[allow(
    unused_macros,
    unused_macro_rules,
    reason = "the runtime itself has no operation"
)]
macro_rules! headers {
    ($(#[$docs:meta])* $name:ident of $answer:ident {
        $($(#[$about:meta])* $header:ident: $ty:ty = $presence:ident $wire:literal $way:ident,)*
    }) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name<'a>($crate::runtime::Described<'a>);

        impl<'a> $name<'a> {
            /// The names of the headers that the document describes.
            pub const NAMES: &'static [&'static str] = &[$($wire),*];

            $crate::runtime::headers! { @of $answer }

            $($crate::runtime::headers! {
                @$presence $(#[$about])* $header: $ty = $wire $way
            })*
        }
    };
    (@of Response) => {
        /// Those of a response.
        #[must_use]
        pub fn of<T>(response: &'a $crate::runtime::Response<T>) -> Self {
            Self($crate::runtime::Described::of_response(response))
        }
    };
    (@of Error) => {
        /// Those of an error; `None` when the server did not answer.
        #[must_use]
        pub fn of<E>(error: &'a $crate::runtime::Error<E>) -> Option<Self> {
            $crate::runtime::Described::of_error(error).map(Self)
        }
    };
    (@required $(#[$about:meta])* $header:ident: $ty:ty = $wire:literal $way:ident) => {
        $(#[$about])*
        ///
        /// # Errors
        ///
        /// When it is missing, or not as documented.
        pub fn $header(&self) -> Result<$ty, $crate::runtime::Mismatch> {
            self.0.required($wire, $crate::runtime::Way::$way)
        }
    };
    (@optional $(#[$about:meta])* $header:ident: $ty:ty = $wire:literal $way:ident) => {
        $(#[$about])*
        ///
        /// # Errors
        ///
        /// When it is not as documented.
        pub fn $header(&self) -> Result<Option<$ty>, $crate::runtime::Mismatch> {
            self.0.optional($wire, $crate::runtime::Way::$way)
        }
    };
}

#[allow(unused_imports, reason = "the runtime itself has no operation")]
pub(crate) use headers;
