//! Faults: each once, in order.

use std::time::{Duration, Instant};

use clientwright_runtime::runtime::mock::{Answer, Fault};

use super::sample::{AddPet, GetPet};
use super::support::{add, get, problems, sent, start};

#[tokio::test]
async fn faults_are_met_in_order_and_then_no_more() {
    let mock = start().await;
    mock.fail::<GetPet>(Fault::status(503));
    mock.fail::<GetPet>(Fault::status(400));
    mock.fail::<GetPet>(Answer::text(418, "teapot"));
    mock.fail::<AddPet>(Fault::unauthorized());

    assert_eq!(sent(get(&mock, "/pets/a")).await, (503, String::new()));
    assert_eq!(
        sent(get(&mock, "/pets/a")).await,
        (400, r#""sample of 400""#.to_owned())
    );
    assert_eq!(sent(get(&mock, "/pets/a")).await, (418, "teapot".to_owned()));
    assert_eq!(sent(get(&mock, "/pets/a")).await.0, 200);
    assert_eq!(sent(add(&mock)).await.0, 401);
    assert_eq!(sent(add(&mock)).await.0, 200);
    assert_eq!((mock.calls::<GetPet>(), mock.calls::<AddPet>()), (4, 2));
}

#[tokio::test]
async fn a_429_says_when_to_come_back() {
    let mock = start().await;
    mock.fail::<GetPet>(Fault::too_many_requests(Duration::from_secs(7)));
    mock.fail::<GetPet>(Fault::too_many_requests_until(
        "2026-11-21T22:30:00Z".parse().unwrap(),
    ));

    for retry_after in ["7", "Sat, 21 Nov 2026 22:30:00 GMT"] {
        let response = get(&mock, "/pets/a").send().await.unwrap();
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers()["retry-after"], retry_after);
    }
}

#[tokio::test]
async fn a_proxys_page_and_another_content_type() {
    let mock = start().await;
    mock.fail::<GetPet>(Fault::bad_gateway());
    mock.fail::<GetPet>(Fault::content_type("text/csv"));

    let page = get(&mock, "/pets/a").send().await.unwrap();
    assert_eq!(
        (page.status().as_u16(), &page.headers()["content-type"]),
        (502, &"text/html".parse().unwrap())
    );
    assert!(page.text().await.unwrap().starts_with("<html>"));
    let other = get(&mock, "/pets/a").send().await.unwrap();
    assert_eq!(
        (other.status().as_u16(), &other.headers()["content-type"]),
        (200, &"text/csv".parse().unwrap())
    );
    assert_eq!(other.text().await.unwrap(), r#"{"name":"sample"}"#);
}

#[tokio::test]
async fn a_delay_answers_late() {
    let mock = start().await;
    mock.fail::<GetPet>(Fault::delay(Duration::from_millis(80)));
    mock.fail::<GetPet>(Fault::status(500).after(Duration::from_millis(80)));
    for status in [200, 500] {
        let start = Instant::now();
        assert_eq!(sent(get(&mock, "/pets/a")).await.0, status);
        assert!(start.elapsed() >= Duration::from_millis(80));
    }
}

#[tokio::test]
async fn dropped_connections_bring_no_answer_and_no_handling() {
    let mock = start().await;
    mock.on::<AddPet, _>(|pet| async { Ok(pet) });
    mock.fail::<AddPet>(Fault::drop_before_reading());
    mock.fail::<AddPet>(Fault::drop_after_reading());

    for _ in 0..2 {
        let error = add(&mock).send().await.unwrap_err();
        assert!(!error.is_connect() && !error.is_timeout(), "{error:?}");
    }

    assert_eq!(sent(add(&mock)).await.0, 200);
    let received = mock.received();
    assert!(received[0].body.is_empty());
    assert!(!received[1].body.is_empty());
    assert_eq!(problems(&mock), [""; 0]);
}

#[tokio::test]
async fn a_lost_answer_was_handled() {
    let mock = start().await;
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    mock.on::<AddPet, _>(move |pet| {
        tell.send(pet.name.clone()).unwrap();
        async { Ok(pet) }
    });
    mock.fail::<AddPet>(Fault::lose_answer());
    mock.fail::<AddPet>(Fault::drop_after_reading());

    add(&mock).send().await.unwrap_err();
    add(&mock).send().await.unwrap_err();

    assert_eq!(told.try_recv().unwrap(), "Rex");
    assert!(told.try_recv().is_err());
}

#[tokio::test]
async fn a_truncated_body_breaks_off_after_its_head() {
    let mock = start().await;
    mock.fail::<GetPet>(Fault::truncated_body());

    let mut response = get(&mock, "/pets/a").send().await.unwrap();

    assert_eq!(response.status(), 200);
    let mut read = Vec::new();
    let error = loop {
        match response.chunk().await {
            Ok(Some(chunk)) => read.extend_from_slice(&chunk),
            Ok(None) => unreachable!("the body ended as a whole"),
            Err(error) => break error,
        }
    };
    assert!(error.is_body() || error.is_decode(), "{error:?}");
    assert_eq!(read, br#"{"name":"#);
    assert_eq!(sent(get(&mock, "/pets/a")).await.0, 200);
}

#[tokio::test]
async fn a_refused_connection_is_not_a_request() {
    let mock = start().await;
    mock.refuse_connections(1);
    get(&mock, "/pets/a").send().await.unwrap_err();
    assert_eq!(mock.received().len(), 0);
    assert_eq!(sent(get(&mock, "/pets/a")).await.0, 200);
}

#[tokio::test]
async fn a_request_that_meets_a_fault_is_checked_all_the_same() {
    let mock = start().await;
    mock.fail::<AddPet>(Fault::status(500));
    assert_eq!(sent(add(&mock).body("{}")).await.0, 500);
    assert!(problems(&mock)[0].ends_with("missing field `name`"));
}
