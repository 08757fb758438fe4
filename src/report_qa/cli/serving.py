"""`serve`: the service and the page."""

from __future__ import annotations

import contextlib
import errno
import logging
import socket
from typing import TYPE_CHECKING, Annotated

import typer

from report_qa.cli.output import note, tell_error
from report_qa.errors import SettingsError
from report_qa.settings import load_settings

if TYPE_CHECKING:
    import uvicorn

    from report_qa.service.state import Service

_HERE = ("0.0.0.0", "::", "127.0.0.1", "::1")  # noqa: S104 - shown as localhost, not bound


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on; 0: any free one.")] = None,
) -> None:
    """Serve the API and the page until stopped (Ctrl-C)."""
    settings = load_settings(host=host, port=port)
    listener = listen(settings.host, settings.port)
    try:
        import uvicorn

        from report_qa.service.app import create_app

        config = uvicorn.Config(create_app(settings), log_config=None, access_log=False, server_header=False)
        server = _announced(uvicorn.Server(config), listener)
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is how it is stopped
            server.run(sockets=[listener])
    finally:
        listener.close()
    if not server.started:
        raise typer.Exit(1)


def listen(host: str, port: int) -> socket.socket:
    """A bound socket, so that a port in use is told before anything is loaded.

    Raises:
        SettingsError: the port is in use, not allowed, or the address is not of this machine.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SettingsError(
                f"Port {port} of {host} is in use.", "Stop what runs there, or choose another --port."
            ) from None
        raise SettingsError(
            f"Cannot listen on {host} port {port}: {error.strerror}.", "Choose another --host or --port."
        ) from None
    return listener


def _announced(server: uvicorn.Server, listener: socket.socket) -> uvicorn.Server:
    """The server, made to say when it is ready to be asked, and where; or why it is not."""
    startup = server.startup

    async def announced(sockets: list[socket.socket] | None = None) -> None:
        await startup(sockets)
        if not server.started:
            return
        host, port = listener.getsockname()[:2]
        address = f"http://{'localhost' if host in _HERE else host}:{port}"
        service: Service | None = server.lifespan.state.get("service")
        if service is not None and service.failure is not None:
            tell_error(f"Not ready to be asked: {service.failure.message}", f"{service.failure.hint} Then start again.")
            return
        note(f"Ready to ask at {address}/  (API: {address}/api/v1/openapi.json; stop with Ctrl-C)")

    server.startup = announced  # type: ignore[method-assign]
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    return server
