//! What the client writes in a style, the mock reads.

use std::collections::BTreeMap;

use clientwright_runtime::runtime::mock::{
    Answer, Answers, Arguments, Entry, MockServer, Mocked, Problem, Sample,
};
use clientwright_runtime::runtime::{
    ApiInfo, Call, ClientBuilder, Cookie, Decode, DeepObject, Form, Json, Label, Matrix,
    Mismatch, Operation, OperationInfo, Param, PipeDelimited, Reply, Simple,
    SpaceDelimited, format, send,
};
use serde::{Deserialize, Serialize};

type List = Vec<String>;
type Map = BTreeMap<String, String>;

/// Every style, as the server reads it.
#[derive(Debug, Clone, PartialEq)]
struct EverythingCall {
    simple: (String, List, Map),
    label: (String, List, List, Map, Map),
    matrix: (String, List, List, Map, Map),
    query: (List, List, List, List, Map),
    spread: Map,
    deep: Deep,
    json: Deep,
    header: (List, Map, Option<bool>),
    cookie: (String, List),
    absent: (Option<String>, Option<List>, Option<Deep>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Deep {
    name: String,
    count: i64,
    ratio: f64,
    tags: List,
    inner: Map,
}

struct Everything;

struct Nothing;

impl Decode for Nothing {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        reply.undeclared()
    }
}

impl Operation for Everything {
    type Output = ();
    type Error = Nothing;
    type Format = format::Empty;
    const INFO: OperationInfo = OperationInfo {
        id: "everything",
        method: "GET",
        route: "/{s}/{sl}/{sm}/{l}/{ll}/{le}/{lm}/{lx}/{m}/{ml}/{me}/{mm}/{mx}",
        statuses: &[],
        ..OperationInfo::DEFAULT
    };
}

impl Answers for Everything {
    const SAMPLES: &'static [Sample] = &[Sample::empty(204)];

    fn success((): ()) -> Answer {
        Answer::empty(204)
    }

    fn failure(_: Nothing) -> Answer {
        Answer::empty(500)
    }
}

impl Mocked for Everything {
    type Call = EverythingCall;

    fn call(request: &Arguments<'_>) -> Result<EverythingCall, Problem> {
        let label = |name| request.path(name).label();
        let matrix = |name| request.path(name).matrix();
        let known = ["q", "j", "s", "p", "o", "json", "d[name]", "d[count]", "d[ratio]"];
        let known = known.iter().chain(&["d[tags][0]", "d[tags][1]", "d[inner][k]"]);
        let spread = known.fold(request.query("spread").spread(), |spread, other| {
            spread.besides(other)
        });
        Ok(EverythingCall {
            simple: (
                request.path("s").required()?,
                request.path("sl").required()?,
                request.path("sm").exploded().required()?,
            ),
            label: (
                label("l").required()?,
                label("ll").required()?,
                label("le").exploded().required()?,
                label("lm").required()?,
                label("lx").exploded().required()?,
            ),
            matrix: (
                matrix("m").required()?,
                matrix("ml").required()?,
                matrix("me").exploded().required()?,
                matrix("mm").required()?,
                matrix("mx").exploded().required()?,
            ),
            query: (
                request.query("q").required()?,
                request.query("j").joined().required()?,
                request.query("s").space_delimited().joined().required()?,
                request.query("p").pipe_delimited().joined().required()?,
                request.query("o").joined().required()?,
            ),
            spread: spread.required()?,
            deep: request.query("d").deep_object().required()?,
            json: request.query("json").json_text().required()?,
            header: (
                request.header("x-list").required()?,
                request.header("x-map").exploded().required()?,
                request.header("x-flag").optional()?,
            ),
            cookie: (
                request.cookie("c").required()?,
                request.cookie("cl").joined().required()?,
            ),
            absent: (
                request.query("none").optional()?,
                request.header("x-none").optional()?,
                request.query("nd").deep_object().optional()?,
            ),
        })
    }
}

/// A parameter of each style that paths know.
fn segments(text: &str, list: &List, plain: &List, map: &Map) -> Vec<Param> {
    vec![
        Simple::joined(text),
        Simple::joined(list),
        Simple::exploded(map),
        Label::joined(text),
        Label::joined(list),
        Label::exploded(plain),
        Label::joined(map),
        Label::exploded(map),
        Matrix::joined(text),
        Matrix::joined(list),
        Matrix::exploded(list),
        Matrix::joined(map),
        Matrix::exploded(map),
    ]
}

#[tokio::test]
async fn what_the_client_writes_in_any_style_the_mock_reads() {
    const TABLE: &[Entry] = &[Entry::of::<Everything>()];
    const API: ApiInfo = ApiInfo {
        name: "styles",
        version: "1",
    };
    let mock = MockServer::serving(&[TABLE], &[]).await.unwrap();
    let client = ClientBuilder::new(&API).server(mock.url()).build().unwrap();
    let text = "a/b c?d#e%&=+ü";
    let list: List = ["one", "t wo", "thr,ee|x&y"].map(str::to_owned).to_vec();
    let plain: List = ["one", "two"].map(str::to_owned).to_vec();
    let map: Map =
        [("R", "1 0"), ("G", "x=y")].map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    let deep = Deep {
        name: text.to_owned(),
        count: -7,
        ratio: 1.5,
        tags: list[..2].to_vec(),
        inner: [("k".to_owned(), "v[w]".to_owned())].into(),
    };
    let slash = |call: Call| call.path("/");
    let path = |mut call: Call, params: Vec<Param>| {
        let names =
            ["s", "sl", "sm", "l", "ll", "le", "lm", "lx", "m", "ml", "me", "mm", "mx"];
        for (name, param) in names.into_iter().zip(params) {
            call = slash(call).segment_styled(name, param);
        }
        call
    };
    let segments = segments(text, &list, &plain, &map);
    let call = path(Call::new(&client), segments)
        .query("q", Form::exploded(&list))
        .query("j", Form::joined(&list))
        .query("s", SpaceDelimited::joined(&plain))
        .query("p", PipeDelimited::joined(&plain))
        .query("o", Form::joined(&map))
        .query("spread", Form::exploded(&map))
        .query("d", DeepObject::exploded(&deep))
        .query("json", Json::joined(&deep))
        .header("x-list", Simple::joined(&plain))
        .header("x-map", Simple::exploded(&map))
        .header("x-flag", Simple::joined(true))
        .cookie("c", Form::exploded(text))
        .cookie("cl", Form::joined(&list))
        .cookie("unread", Cookie::joined("x"));

    let sent = send::<Everything>(call).await;

    assert!(sent.is_ok(), "{:?} {:?}", mock.problems(), mock.received());
    let text = text.to_owned();
    assert_eq!(
        mock.calls_of::<Everything>(),
        [EverythingCall {
            simple: (text.clone(), list.clone(), map.clone()),
            label: (text.clone(), list.clone(), plain.clone(), map.clone(), map.clone()),
            matrix: (text.clone(), list.clone(), list.clone(), map.clone(), map.clone()),
            query: (
                list.clone(),
                list.clone(),
                plain.clone(),
                plain.clone(),
                map.clone()
            ),
            spread: map.clone(),
            deep: deep.clone(),
            json: deep,
            header: (plain, map, Some(true)),
            cookie: (text, list),
            absent: (None, None, None),
        }]
    );
}
