"""A service over the fake library, called in process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from report_qa.service import create_app
from report_qa.settings import Settings, load_settings

from .serving import open_fake


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(data_dir=tmp_path / "data", index_dir=tmp_path / "index")


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    return create_app(settings, open_fake)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
