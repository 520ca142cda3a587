//! Reading a body: as it streams in, decoded, and never past its limit.

use bytes::BytesMut;
use tokio::time::Instant;

use super::detail::Detail;
use super::kind::ErrorKind;
use super::operation::OperationInfo;
use super::reply::Reply;
use super::settings::Settings;
use super::wire::Progress;

/// Why a body is not whole.
enum Broken {
    TooLarge,
    Late,
    Transport(reqwest::Error),
}

/// Reads a reply. An error's body is kept as far as it came, since the status says more than the
/// body that broke off; a success needs its whole body.
pub(super) async fn read_body(
    mut response: reqwest::Response,
    progress: Progress,
    info: &OperationInfo,
    settings: &Settings,
    deadline: Instant,
) -> Result<Reply, Box<Detail>> {
    let success = response.status().is_success();
    let limit = if success { settings.body_limit } else { settings.error_body_limit };
    let mut body = BytesMut::new();
    let broken = read(&mut response, &mut body, limit, deadline).await.err();
    let headers = std::mem::take(response.headers_mut());
    let mut reply =
        Reply::new(response.status(), headers, body.freeze(), progress.attempts);
    reply.unrepeatable = progress.unrepeatable;
    let Some(broken) = broken else { return Ok(reply) };
    let (kind, message) = match &broken {
        Broken::TooLarge => {
            (ErrorKind::BodyTooLarge, format!("the body is over {limit} bytes"))
        }
        Broken::Late => (ErrorKind::Timeout, "the body did not come in time".to_owned()),
        Broken::Transport(error) if error.is_timeout() => {
            (ErrorKind::Timeout, "the body did not come in time".to_owned())
        }
        Broken::Transport(_) => (ErrorKind::Transport, "the body broke off".to_owned()),
    };
    if !success {
        reply.incomplete = Some(message);
        return Ok(reply);
    }
    let message = format!("the server answered {}, but {message}", reply.status);
    let detail = Detail::answered(kind, info.id, message, reply);
    Err(Box::new(match broken {
        Broken::Transport(error) => detail.because(error.without_url()),
        Broken::TooLarge | Broken::Late => detail,
    }))
}

async fn read(
    response: &mut reqwest::Response,
    body: &mut BytesMut,
    limit: usize,
    deadline: Instant,
) -> Result<(), Broken> {
    loop {
        let chunk = tokio::time::timeout_at(deadline, response.chunk()).await;
        let Some(chunk) = chunk.map_err(|_| Broken::Late)?.map_err(Broken::Transport)?
        else {
            return Ok(());
        };
        let room = limit - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() > room {
            return Err(Broken::TooLarge);
        }
    }
}
