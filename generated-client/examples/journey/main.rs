//! A shopper's journey through the API: delivery, pickup and last mile, each from finding a store to an order.
//!
//! ```sh
//! cargo run --example journey --features mock
//! ```
//!
//! runs it against a server in this process. With `INSTACART_BASE_URL`, `INSTACART_CLIENT_ID` and
//! `INSTACART_CLIENT_SECRET` it runs against that server, where orders are real: use one for development.

mod steps;
#[cfg(feature = "mock")]
mod store;

use std::env;
use std::error::Error;
use std::process::ExitCode;

use instacart_fulfillment::{Client, ClientCredentials};

const BASE_URL: &str = "INSTACART_BASE_URL";
const CLIENT_ID: &str = "INSTACART_CLIENT_ID";
const CLIENT_SECRET: &str = "INSTACART_CLIENT_SECRET";

/// Which server is called.
enum Server {
    /// The one that the environment names.
    Real { base_url: String, client_id: String, client_secret: String },
    /// One in this process.
    Mock,
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match server() {
        Ok(Server::Real {
            base_url,
            client_id,
            client_secret,
        }) => real(&base_url, &client_id, &client_secret).await,
        Ok(Server::Mock) => mocked().await,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", sentences(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

/// The server to call, or a sentence that says what is missing.
fn server() -> Result<Server, String> {
    let value = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    match [BASE_URL, CLIENT_ID, CLIENT_SECRET].map(value) {
        [Some(base_url), Some(client_id), Some(client_secret)] => Ok(Server::Real {
            base_url,
            client_id,
            client_secret,
        }),
        [None, None, None] if cfg!(feature = "mock") => Ok(Server::Mock),
        [None, None, None] => Err(format!(
            "There is no server to call: add `--features mock`, or set {BASE_URL}, {CLIENT_ID} and {CLIENT_SECRET}."
        )),
        [base_url, client_id, client_secret] => {
            let all = [
                (BASE_URL, base_url),
                (CLIENT_ID, client_id),
                (CLIENT_SECRET, client_secret),
            ];
            let missing = all.iter().filter(|(_, value)| value.is_none());
            let missing: Vec<&str> = missing.map(|(name, _)| *name).collect();
            Err(format!("To call a real server, set {}, too.", missing.join(" and ")))
        }
    }
}

async fn real(base_url: &str, id: &str, secret: &str) -> Result<(), Box<dyn Error>> {
    let client = client(base_url, id, secret)?;
    steps::journey(&client, base_url).await
}

#[cfg(feature = "mock")]
async fn mocked() -> Result<(), Box<dyn Error>> {
    use instacart_fulfillment::mock::MockServer;
    use instacart_fulfillment::operations::authentication::GenerateAccessToken;

    let mock = MockServer::start().await?;
    let store = store::Store::new(
        store::Clock::default(),
        "journey",
        "a secret of this process",
    );
    store.serve(&mock);
    let client = client(&mock.url(), "journey", "a secret of this process")?;
    steps::journey(&client, "a server in this process").await?;
    for problem in mock.problems() {
        eprintln!("The mock server met a problem: {problem}");
    }
    let (all, tokens) = (mock.received().len(), mock.calls::<GenerateAccessToken>());
    steps::note(&format!(
        "{all} requests, {tokens} of them for a token; {} orders.",
        store.orders()
    ))
}

#[cfg(not(feature = "mock"))]
async fn mocked() -> Result<(), Box<dyn Error>> {
    Err("there is no mock server without the feature `mock`".into())
}

fn client(base_url: &str, id: &str, secret: &str) -> Result<Client, Box<dyn Error>> {
    let credentials = ClientCredentials::new(id, secret).scope("connect:fulfillment");
    Ok(Client::builder().base_url(base_url).client_credentials(credentials).build()?)
}

/// An error and what led to it, each but once.
fn sentences(error: &dyn Error) -> String {
    let mut said = format!("The journey ended: {error}.");
    let mut next = error.source();
    while let Some(error) = next {
        let sentence = format!("{error}.");
        if !said.ends_with(&sentence) {
            said.push_str("\n  because: ");
            said.push_str(&sentence);
        }
        next = error.source();
    }
    said
}
