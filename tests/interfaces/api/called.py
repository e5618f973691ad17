"""Calling every operation of a document in the ways that it allows and forbids, all checks on."""

from __future__ import annotations

from schemathesis import Config, openapi
from schemathesis.engine import events, from_schema

from config.wsgi import application


def plainly(environ, start_response):
    """The application, asked without compression, which the caller does not undo."""
    return application(environ | {"HTTP_ACCEPT_ENCODING": "identity"}, start_response)


def failures(document, cases, seed=1):
    """(calls made, what failed) when every operation of a document is called `cases` times."""
    config = Config.from_dict(
        {
            "seed": seed,
            "workers": 1,
            "checks": {"enabled": True},
            "generation": {"max-examples": cases, "database": "none", "deterministic": True},
        }
    )
    schema = openapi.from_wsgi(document, plainly, config=config)
    called, found = 0, []
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            called += len(event.recorder.cases)
            found += _failed(event)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            found.append(str(getattr(event, "info", None) or event.exception))
    return called, sorted(set(found))


def _failed(event):
    recorder = event.recorder
    for case_id, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info is not None:
                case = recorder.cases[case_id].value
                failure = check.failure_info.failure
                yield f"{event.label}: {failure.title}: {failure.message} {case.as_curl_command()}"
