//! A small API as the server sees it.

use clientwright_runtime::runtime::mock::{
    Answer, Answers, Arguments, Entry, Mocked, Problem, Sample, Scheme, SchemeKind,
};
use clientwright_runtime::runtime::{
    Decode, Mismatch, Operation, OperationInfo, Reply, Schemes, format,
};
use serde::{Deserialize, Serialize};

pub(crate) const TAGS: &[&[Entry]] = &[OPERATIONS];

const OPERATIONS: &[Entry] = &[
    Entry::of::<AddPet>(),
    Entry::of::<GetPet>(),
    Entry::of::<MyPet>(),
    Entry::of::<Photo>(),
    Entry::of::<Login>(),
    Entry::of::<Feed>(),
];

pub(crate) const SCHEMES: &[Scheme] = &[
    Scheme {
        name: "bearer",
        kind: SchemeKind::Bearer,
    },
    Scheme {
        name: "basic",
        kind: SchemeKind::Basic,
    },
    Scheme {
        name: "header",
        kind: SchemeKind::Header("x-key"),
    },
    Scheme {
        name: "query",
        kind: SchemeKind::Query("key"),
    },
    Scheme {
        name: "cookie",
        kind: SchemeKind::Cookie("sid"),
    },
];

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Pet {
    pub(crate) name: String,
    pub(crate) age: Option<u8>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PetError {
    BadRequest(String),
    NotFound,
}

impl Decode for PetError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            400 => reply.json().map(Self::BadRequest),
            404 => reply.empty().map(|()| Self::NotFound),
            _ => reply.undeclared(),
        }
    }
}

fn failure(error: PetError) -> Answer {
    match error {
        PetError::BadRequest(body) => Answer::json(400, &body),
        PetError::NotFound => Answer::empty(404),
    }
}

/// Makes an operation that answers a pet.
macro_rules! operation {
    ($name:ident $method:ident $route:literal $security:expr, $call:ty, |$request:ident| $read:expr) => {
        pub(crate) struct $name;

        impl Operation for $name {
            type Output = Pet;
            type Error = PetError;
            type Format = format::Json;
            const INFO: OperationInfo = OperationInfo {
                id: stringify!($name),
                method: stringify!($method),
                route: $route,
                security: $security,
                ..OperationInfo::DEFAULT
            };
        }

        impl Answers for $name {
            const SAMPLES: &'static [Sample] = &[
                Sample::json(200, r#"{"name":"sample"}"#),
                Sample::json(400, r#""sample of 400""#),
                Sample::empty(404),
            ];

            fn success(output: Pet) -> Answer {
                Answer::json(200, &output)
            }

            fn failure(error: PetError) -> Answer {
                failure(error)
            }
        }

        impl Mocked for $name {
            type Call = $call;

            fn call($request: &Arguments<'_>) -> Result<$call, Problem> {
                $read
            }
        }
    };
}

operation! { AddPet POST "/pets" Schemes::One("bearer"), Pet, |request| request.json("application/json") }
operation! { GetPet GET "/pets/{name}" Schemes::One("bearer"), String, |request| request.path("name").required() }
operation! { MyPet GET "/pets/me" Schemes::AnyOf(&[&["basic"], &["header", "query"], &["cookie"]]), (), |_request| Ok(()) }
operation! {
    Photo GET "/pets/{name}/photo.{ext}" Schemes::AnyOf(&[&[], &["bearer"]]), (String, String),
    |request| Ok((request.path("name").required()?, request.path("ext").required()?))
}
operation! { Login POST "/login" Schemes::None, Option<Pet>, |request| request.json_optional("application/json") }
operation! {
    Feed PUT "/pets/{name}" Schemes::None, (String, u8, Option<i64>),
    |request| Ok((
        request.text("text/plain")?,
        request.query("times").required()?,
        request.header("x-grams").optional()?,
    ))
}
