//! The program that makes the calls: it reads what to call with what, a line each, and prints the bytes that a socket received.

use std::fmt::Write as _;

use clientwright::ir::{
    Api, CredentialKind, Format, Operation, Param, ParamPlace, Type,
};

use super::Subject;

/// The arms of a `match` over the names of the operations.
pub(super) fn arms(subjects: &[Subject]) -> String {
    let mut arms = String::from("match name {\n");
    for subject in subjects {
        for group in &subject.api.groups {
            for called in &group.operations {
                if subject.called().any(|other| other.id == called.id) {
                    arm(subject, group.accessor.as_str(), called, &mut arms);
                }
            }
        }
    }
    arms.push_str("_ => panic!(\"{name}\"),\n}\n");
    arms
}

fn arm(subject: &Subject, accessor: &str, called: &Operation, arms: &mut String) {
    let library = subject.package.replace('-', "_");
    let api = &subject.api;
    let required = called.params.iter().filter(|param| param.required);
    let mut arguments: Vec<String> =
        required.map(|param| format!("{}?", argument(api, param))).collect();
    let body = called.body.as_ref();
    if body.is_some_and(|body| body.required) {
        arguments.push("from(&arguments, \"body\")?".to_owned());
    }
    let method = called.method.as_str();
    let _ = writeln!(
        arms,
        "\"{}::{method}\" => {{\nlet client = {library}::Client::builder().base_url(url){}.build().map_err(said)?;\n\
         let call = client.{accessor}().{method}({});",
        subject.package,
        credentials(api),
        arguments.join(", ")
    );
    for param in called.params.iter().filter(|param| !param.required) {
        let (key, argument) = (key(param), argument(api, param));
        let setter = param.name.as_str();
        let _ = writeln!(
            arms,
            "let call = if arguments.contains_key({key:?}) {{ call.{setter}({argument}?) }} else {{ call }};"
        );
    }
    if body.is_some_and(|body| !body.required) {
        arms.push_str(
            "let call = if arguments.contains_key(\"body\") { call.body(from(&arguments, \"body\")?) } else { call };\n",
        );
    }
    arms.push_str("call.await.map(drop).map_err(said)\n}\n");
}

/// Anything that satisfies what the operations ask for.
fn credentials(api: &Api) -> String {
    let setters = api.credentials.iter().map(|credential| {
        let setter = credential.setter.as_str();
        match credential.kind {
            CredentialKind::Certificate => String::new(),
            CredentialKind::Basic => format!(".{setter}(\"user\", \"password\")"),
            _ => format!(".{setter}(\"secret\")"),
        }
    });
    setters.collect()
}

/// An argument of the parameter's type; a text is lent.
fn argument(api: &Api, param: &Param) -> String {
    let read = match param.ty.resolved(&api.types) {
        Type::Text(Format::Plain) => "&from::<String>",
        _ => "from",
    };
    format!("{read}(&arguments, {:?})", key(param))
}

fn key(param: &Param) -> String {
    let place = match param.place {
        ParamPlace::Path => "path",
        ParamPlace::Query => "query",
        ParamPlace::Header => "header",
        ParamPlace::Cookie => "cookie",
        ParamPlace::Querystring => "querystring",
        ParamPlace::Part(_) => "part",
    };
    format!("{place} {}", param.wire)
}

pub(super) fn manifest(subjects: &[Subject]) -> String {
    let mut text = MANIFEST.to_owned();
    for subject in subjects {
        let package = &subject.package;
        let _ = writeln!(text, "{package} = {{ path = \"../{package}\" }}");
    }
    text
}

const MANIFEST: &str = r#"[package]
name = "requests"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = "1"
tokio = { version = "1", features = ["sync", "time", "rt", "macros"] }
"#;

pub(super) const MAIN: &str = "\
//! Makes calls and prints what arrived.
#![allow(warnings)]
#![recursion_limit = \"1024\"]

include!(\"program.txt\");
";

/// What stands in a file that no formatter looks at.
pub(super) const PROGRAM: &str = r#"use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc;

type Arguments = serde_json::Map<String, serde_json::Value>;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            answer(stream.unwrap(), &sender);
        }
    });
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let (name, json) = line.split_once('\t').unwrap();
        let ended = call(&url, name, serde_json::from_str(json).unwrap()).await;
        match receiver.try_recv() {
            Ok(bytes) => {
                let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                println!("sent {hex}");
            }
            Err(_) => println!("nothing arrived: {}", format!("{ended:?}").replace('\n', " ")),
        }
        assert!(receiver.try_recv().is_err(), "one call, two requests: {line}");
    }
}

async fn call(url: &str, name: &str, arguments: Arguments) -> Result<(), String> {
    include!("arms.txt")
}

fn from<T: serde::de::DeserializeOwned>(arguments: &Arguments, key: &str) -> Result<T, String> {
    serde_json::from_value(arguments[key].clone()).map_err(said)
}

fn said(error: impl std::fmt::Debug) -> String {
    format!("{error:?}")
}

/// Reads one request, hands it on, answers with a status that nobody takes for more than it is, and closes.
fn answer(mut stream: TcpStream, sender: &mpsc::Sender<Vec<u8>>) {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    while !whole(&bytes) {
        let count = stream.read(&mut part).unwrap();
        if count == 0 {
            break;
        }
        bytes.extend(&part[..count]);
    }
    // The caller looks for it as soon as it has the answer.
    sender.send(bytes).unwrap();
    stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
}

fn whole(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    bytes.len() >= end + 4 + length.unwrap_or(0)
}
"#;
