"""A real server of the fake library, in a thread."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import uvicorn

from report_qa.library.library import Library
from report_qa.service import create_app
from report_qa.service.app import OpenLibrary
from report_qa.settings import Settings, load_settings

from .fake_library import FakeLibrary


def open_fake(_: Settings) -> Library:
    """What `create_app` opens in these tests."""
    return cast("Library", FakeLibrary())


@contextmanager
def serving(index: Path, open_library: OpenLibrary = open_fake, **settings: Any) -> Iterator[tuple[str, int]]:
    """A server on a free port of this machine, stopped at the end."""
    app = create_app(load_settings(index_dir=index, log_level="ERROR", **settings), open_library)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield listener.getsockname()
        finally:
            server.should_exit = True
            thread.join(timeout=10)
            assert not thread.is_alive(), "the server did not stop"
