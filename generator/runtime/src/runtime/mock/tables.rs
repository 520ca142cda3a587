//! The macros that make the tables of a mock: what of it depends on the document.

/// Makes the table of a tag's operations, each with its samples: a status, what the body is, and
/// the body.
#[allow(unused_macros, unused_macro_rules, reason = "a document may have no operation")]
macro_rules! operations {
    ($($name:ident { $($status:literal $kind:ident $($body:ident)? $($text:literal)?),* $(,)? })*) => {
        pub(crate) const OPERATIONS: &[$crate::runtime::mock::Entry] =
            &[$($crate::runtime::mock::Entry::of::<operations::$name>()),*];

        $(impl $crate::runtime::mock::Sampled for operations::$name {
            const SAMPLES: &'static [$crate::runtime::mock::Sample] = &[
                $($crate::runtime::mock::operations!(@$kind $status $($body)? $($text)?)),*
            ];
        })*
    };
    (@json $status:literal $name:ident) => {
        $crate::runtime::mock::Sample::json($status, $crate::mock::samples::$name)
    };
    (@text $status:literal $text:literal) => {
        $crate::runtime::mock::Sample::text($status, $text)
    };
    (@bytes $status:literal $text:literal) => {
        $crate::runtime::mock::Sample::bytes($status, $text)
    };
    (@empty $status:literal) => {
        $crate::runtime::mock::Sample::empty($status)
    };
}

/// Makes the server's start out of the tags and the security schemes of the document.
#[allow(unused_macros, reason = "the runtime has no document")]
macro_rules! server {
    (
        tags { $($tag:ident),* $(,)? }
        schemes { $($scheme:literal $kind:ident $($name:literal)?),* $(,)? }
    ) => {
        impl $crate::runtime::mock::MockServer {
            /// Starts a server for the operations of this API, on a free port of 127.0.0.1.
            ///
            /// # Errors
            ///
            /// When no port can be had.
            pub async fn start() -> ::std::io::Result<Self> {
                const TAGS: &[&[$crate::runtime::mock::Entry]] =
                    &[$(operations::$tag::OPERATIONS),*];
                const SCHEMES: &[$crate::runtime::mock::Scheme] =
                    &[$($crate::runtime::mock::Scheme {
                        name: $scheme,
                        kind: $crate::runtime::mock::SchemeKind::$kind $(($name))?,
                    }),*];
                Self::serving(TAGS, SCHEMES).await
            }
        }
    };
}

#[allow(unused_imports, reason = "a document may have no operation")]
pub(crate) use {operations, server};
