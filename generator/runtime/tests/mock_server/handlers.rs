//! Handlers, samples, and what is kept of calls.

use std::time::Duration;

use clientwright_runtime::runtime::mock::Answer;

use super::sample::{AddPet, GetPet, Login, Pet, PetError};
use super::support::{add, get, http, json, problems, sent, start};

#[tokio::test]
async fn the_sample_answers_until_a_handler_is_set() {
    let mock = start().await;
    assert_eq!(sent(add(&mock)).await, (200, r#"{"name":"sample"}"#.to_owned()));

    mock.on::<AddPet, _>(|pet| async { Ok(pet) });
    assert_eq!(sent(add(&mock)).await, (200, r#"{"name":"Rex","age":3}"#.to_owned()));

    mock.on::<AddPet, _>(|_| async { Err(PetError::NotFound) });
    assert_eq!(sent(add(&mock)).await, (404, String::new()));
    assert_eq!(problems(&mock), [""; 0]);
}

#[tokio::test]
async fn an_answer_keeps_its_status_headers_and_body() {
    let mock = start().await;
    mock.on::<GetPet, _>(|name| async move {
        Answer::text(299, name)
            .header("x-one", "1")
            .header("X-One", "2")
            .content_type("text/x")
    });

    let response = get(&mock, "/pets/Rex").send().await.unwrap();

    assert_eq!(response.status(), 299);
    assert_eq!(response.headers()["x-one"], "2");
    assert_eq!(response.headers()["content-type"], "text/x");
    assert_eq!(response.text().await.unwrap(), "Rex");
}

#[tokio::test]
async fn calls_are_counted_and_kept_as_typed() {
    let mock = start().await;
    sent(get(&mock, "/pets/Rex")).await;
    sent(get(&mock, "/pets/a%2Fb%20c")).await;

    assert_eq!(mock.calls::<GetPet>(), 2);
    assert_eq!(mock.calls::<AddPet>(), 0);
    assert_eq!(mock.calls_of::<GetPet>(), ["Rex", "a/b c"]);
    assert_eq!(mock.received()[1].path, "/pets/a%2Fb%20c");
    assert_eq!(mock.received()[1].operation, Some("GetPet"));
}

#[tokio::test]
async fn a_handler_that_panics_is_a_500_and_a_problem() {
    let mock = start().await;
    mock.on::<AddPet, _>(|pet: Pet| async move {
        assert!(pet.age.is_none(), "this pet is too old");
        Ok(pet)
    });

    let (status, _) = sent(add(&mock)).await;

    assert_eq!(status, 500);
    assert_eq!(problems(&mock), ["POST /pets: the handler panicked"]);
    assert_eq!(sent(get(&mock, "/pets/Rex")).await.0, 200);
}

#[tokio::test]
async fn an_answer_that_cannot_be_sent_is_a_500_and_a_problem() {
    let mock = start().await;
    for (answer, problem) in [
        (Answer::empty(99), "99 is not a status a server can answer with"),
        (Answer::empty(101), "101 is not a status a server can answer with"),
        (
            Answer::empty(200).header("a b", "c"),
            "`a b` of the answer is not a header that can be sent",
        ),
        (
            Answer::empty(200).header("a", "c\r\nd: e"),
            "`a` of the answer is not a header that can be sent",
        ),
    ] {
        mock.on::<GetPet, _>(move |_| std::future::ready(answer.clone()));
        assert_eq!(sent(get(&mock, "/pets/Rex")).await.0, 500);
        assert_eq!(mock.problems().last().unwrap().message(), problem);
    }
}

#[tokio::test]
async fn a_handler_runs_to_its_end_when_the_client_hangs_up() {
    let mock = start().await;
    let (tell, told) = tokio::sync::oneshot::channel();
    let tell = std::sync::Mutex::new(Some(tell));
    mock.on::<AddPet, _>(move |pet| {
        let tell = tell.lock().unwrap().take();
        async move {
            tokio::time::sleep(Duration::from_millis(200)).await;
            tell.unwrap().send(()).unwrap();
            Ok(pet)
        }
    });

    let hung_up =
        add(&mock).timeout(Duration::from_millis(50)).send().await.unwrap_err();

    assert!(hung_up.is_timeout());
    tokio::time::timeout(Duration::from_secs(5), told).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_server_that_is_dropped_answers_nobody() {
    let mock = start().await;
    let url = format!("{}/login", mock.url());
    let client = reqwest::Client::new();
    client.post(&url).send().await.unwrap();
    mock.on::<Login, _>(|_| async {
        std::future::pending::<()>().await;
        Answer::empty(200)
    });
    let waiting = tokio::spawn(client.post(&url).send());
    tokio::time::sleep(Duration::from_millis(50)).await;

    drop(mock);

    let ended =
        tokio::time::timeout(Duration::from_secs(5), waiting).await.unwrap().unwrap();
    assert!(ended.is_err());
    assert!(client.post(&url).send().await.is_err());
}

#[tokio::test]
async fn debug_shows_neither_credentials_nor_values() {
    let mock = start().await;
    let request = http().post(format!("{}/pets?key=canary-1", mock.url()));
    let request = request.bearer_auth("canary-2").header("cookie", "sid=canary-3");
    let request = request.header("x-key", "canary-4");
    sent(json(request, r#"{"name":"canary-5"}"#)).await;

    let text = format!("{:?}{:?}", mock.received(), mock);

    assert!(!text.contains("canary"), "{text}");
    assert_eq!(mock.received()[0].bearer(), Some("canary-2"));
}
