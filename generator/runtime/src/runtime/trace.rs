//! What a call shows to `tracing`: one span, in OpenTelemetry's semantic names, and no values.

use tracing::{Span, field};

use super::detail::Detail;
use super::operation::OperationInfo;
use super::reply::Reply;

/// The span of a call.
pub(super) fn span(info: &OperationInfo) -> Span {
    tracing::info_span!(
        "api.call",
        otel.name = %format_args!("{} {}", info.method, info.route),
        otel.kind = "client",
        operation.id = info.id,
        http.request.method = info.method,
        url.template = info.route,
        http.response.status_code = field::Empty,
        attempts = field::Empty,
        error.type = field::Empty,
    )
}

/// The server answered.
pub(super) fn answered(span: &Span, reply: &Reply) {
    span.record("http.response.status_code", reply.code());
    span.record("attempts", reply.attempts);
}

/// The call failed.
pub(super) fn failed(span: &Span, detail: &Detail) {
    if let Some(answer) = &detail.answer {
        span.record("http.response.status_code", answer.status.as_u16());
    }
    span.record("attempts", detail.attempts);
    span.record("error.type", detail.kind.as_str());
}
