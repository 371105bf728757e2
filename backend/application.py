"""The backend as one application: its nouns' routes, its protection, its health."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, FastAPI
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError

from backend import logs
from backend.access.declare import public
from backend.access.walk import undeclared
from backend.accounts import routes as accounts
from backend.alerts import routes as alerts
from backend.consent import routes as consent
from backend.database.base import utc_now
from backend.database.engine import database_state, make_engine, session_factory
from backend.database.prepare import prepare
from backend.decisions import routes as decisions
from backend.description import describe
from backend.failures import install_error_handlers
from backend.handovers import routes as handovers
from backend.limits import AccountLimits
from backend.nominations import routes as nominations
from backend.outbox.pulse import worker_state
from backend.paths import routes as paths
from backend.programmes import load_programmes
from backend.protection import BodyLimit, Headers, HeadRequests, RequestLog
from backend.rights import routes as rights
from backend.settings import Settings, WrongSetting, production_problems, refusal_to_start
from backend.telegram import routes as telegram
from backend.threads import routes as threads
from backend.web import routes as web
from backend.web.install import install

ROUTERS = (
    accounts.router,
    threads.router,
    nominations.router,
    decisions.router,
    paths.router,
    alerts.router,
    handovers.router,
    rights.router,
    consent.router,
    telegram.router,
    web.router,
)


def create_application(settings: Settings) -> FastAPI:
    """The application with its database brought up to date, ready to serve."""
    logs.configure()
    _refuse_unready(settings)
    # The interactive documentation pages load scripts from elsewhere, so only the description itself is served.
    application = FastAPI(title="Front Door", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    application.state.settings = settings
    application.state.limits = AccountLimits(demo=settings.env == "demo")
    application.state.engine = make_engine(settings.database_url)
    application.state.keyring = settings.keyring
    application.state.sessions = session_factory(application.state.engine, application.state.keyring)
    prepare(settings, application.state.engine, application.state.sessions)
    install(application)
    _include_routes(application)
    if forgotten := undeclared(application):
        raise RuntimeError(f"These routes do not say who may use them: {', '.join(forgotten)}")
    install_error_handlers(application)
    application.add_middleware(BodyLimit)
    application.add_middleware(Headers, secure=settings.secure_cookies)
    application.add_middleware(HeadRequests)
    application.add_middleware(RequestLog)
    return application


def _refuse_unready(settings: Settings) -> None:
    if settings.env == "production" and (problems := production_problems(settings, load_programmes())):
        raise WrongSetting(refusal_to_start(problems))


def _include_routes(application: FastAPI) -> None:
    for router in ROUTERS:
        application.include_router(router)
    _add_health(application)
    _add_description(application)


def _add_health(application: FastAPI) -> None:
    @application.get("/health", dependencies=[Depends(public("it says only whether the parts work"))])
    def health() -> JSONResponse:
        """Whether the backend's parts work: 200 when all do, 503 otherwise. It answers without the worker as well."""
        database = database_state(application.state.engine)
        well = database == "ok"
        components = {"database": database} | ({"worker": _worker(application)} if well else {})
        body = {"status": "ok" if well else "failed", "components": components}
        return JSONResponse(body, 200 if well else 503)


def _worker(application: FastAPI) -> str:
    """How the worker is, ``unknown`` where nobody can say; when it last ran is for those who are signed in."""
    try:
        with application.state.sessions() as db:
            db.connection(execution_options={"reads_only": True})
            return worker_state(db, utc_now())
    except SQLAlchemyError:
        return "unknown"


def _add_description(application: FastAPI) -> None:
    told: dict[str, Any] = {}

    @application.get("/openapi.json", include_in_schema=False, dependencies=[Depends(public("it describes the API"))])
    def description() -> JSONResponse:
        """The API's description, made once; pages and the routes between the processes are not in it."""
        if not told:
            told.update(describe(application))
        return JSONResponse(told)
