//! The macros that make the tables of a mock: what of it depends on the document.

/// Makes the table of a tag's operations, and has each write its answers.
///
/// An operation has what it answers when it was done, then what when it was not: for each status
/// the variant of its enum (none where a success has but one body), what the body is, and a
/// sample of it; and last, where it has any, the headers that each of them must come with, and the
/// media type it reads where others of its method and path read others.
#[allow(unused_macros, unused_macro_rules, reason = "a document may have no operation")]
macro_rules! operations {
    ($($name:ident {
        success $($success:ident)? { $($done:tt)* }
        failure $failure:ident { $($failed:tt)* }
        $(headers { $($of:literal $header:literal = $value:literal,)* })?
        $(reads $reads:literal)?
    })*) => {
        pub(crate) const OPERATIONS: &[$crate::runtime::mock::Entry] =
            &[$($crate::runtime::mock::Entry::of::<operations::$name>()),*];

        $(impl $crate::runtime::mock::Answers for operations::$name {
            const SAMPLES: &'static [$crate::runtime::mock::Sample] =
                $crate::runtime::mock::operations!(@samples $($done)* $($failed)*);
            $(const READS: &'static str = $reads;)?
            $(const HEADERS: &'static [$crate::runtime::mock::SampleHeader] =
                &[$($crate::runtime::mock::SampleHeader {
                    status: $of,
                    name: $header,
                    value: $value,
                }),*];)?

            $crate::runtime::mock::operations! { @success $($success)? { $($done)* } }

            fn failure(error: Self::Error) -> $crate::runtime::mock::Answer {
                $crate::runtime::mock::operations!(@match error $failure { $($failed)* })
            }
        })*
    };
    (@samples $($status:literal $kind:ident $($variant:ident)? $(= $body:tt)?,)*) => {
        &[$($crate::runtime::mock::operations!(@sample $kind $status $($body)?)),*]
    };
    (@sample empty $status:literal) => {
        $crate::runtime::mock::Sample::empty($status)
    };
    (@sample json $status:literal $name:ident) => {
        $crate::runtime::mock::Sample::json($status, $crate::mock::samples::$name)
    };
    (@sample xml $status:literal ($name:ident $table:ident)) => {
        $crate::runtime::mock::Sample::xml($status, $crate::mock::samples::$name)
    };
    (@sample $kind:ident $status:literal $text:literal) => {
        $crate::runtime::mock::Sample::$kind($status, $text)
    };
    (@sample $kind:ident $status:literal $name:ident) => {
        $crate::runtime::mock::Sample::$kind($status, $crate::mock::samples::$name)
    };
    (@success { $status:literal $kind:ident $(= $body:tt)?, }) => {
        fn success(
            $crate::runtime::mock::operations!(@bind $kind output): Self::Output,
        ) -> $crate::runtime::mock::Answer {
            $crate::runtime::mock::operations!(@answer $kind $status output $($body)?)
        }
    };
    (@success $success:ident { $($done:tt)* }) => {
        fn success(output: Self::Output) -> $crate::runtime::mock::Answer {
            $crate::runtime::mock::operations!(@match output $success { $($done)* })
        }
    };
    (@match $value:ident $answers:ident {
        $($status:literal $kind:ident $variant:ident $(= $body:tt)?,)*
    }) => {
        match $value {
            $($crate::runtime::mock::operations!(@variant $kind $answers $variant body) => {
                $crate::runtime::mock::operations!(@answer $kind $status body $($body)?)
            })*
        }
    };
    (@variant empty $answers:ident $variant:ident $body:ident) => {
        operations::$answers::$variant
    };
    (@variant $kind:ident $answers:ident $variant:ident $body:ident) => {
        operations::$answers::$variant($body)
    };
    (@bind empty $body:ident) => { () };
    (@bind $kind:ident $body:ident) => { $body };
    (@answer empty $status:literal $body:ident) => {
        $crate::runtime::mock::Answer::empty($status)
    };
    (@answer xml $status:literal $body:ident ($name:ident $table:ident)) => {
        $crate::runtime::mock::Answer::xml($status, &$body, &$crate::xml::$table)
    };
    (@answer json $status:literal $body:ident $name:ident) => {
        $crate::runtime::mock::Answer::json($status, &$body)
    };
    (@answer $kind:ident $status:literal $body:ident $sample:tt) => {
        $crate::runtime::mock::Answer::$kind($status, $body)
    };
}

/// Has an operation read its requests: for each field what it is read from, and the methods of
/// [`Argument`](super::Argument) that lead from there to its value.
#[allow(unused_macros, reason = "a document may have no operation")]
macro_rules! call {
    ($name:ident as $call:ident {
        $($field:ident = $from:ident $wire:literal $(& $table:ident)? $($how:ident $($of:literal)?)*,)*
    }) => {
        impl $crate::runtime::mock::Mocked for operations::$name {
            type Call = $call;

            #[allow(unused_variables, reason = "an operation may take nothing")]
            fn call(
                request: &$crate::runtime::mock::Arguments<'_>,
            ) -> Result<$call, $crate::runtime::mock::Problem> {
                Ok($call { $($field: request.$from($wire $(, &$crate::xml::$table)?)$(.$how($($of)?))*?),* })
            }
        }
    };
}

/// Makes the server's start out of the tags and the security schemes of the document.
#[allow(unused_macros, reason = "the runtime has no document")]
macro_rules! server {
    (
        tags { $($tag:ident $(= $feature:literal)?),* $(,)? }
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
                    &[$($(#[cfg(feature = $feature)])? operations::$tag::OPERATIONS),*];
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
pub(crate) use {call, operations, server};
