"""The command as a process: it starts without heavy modules, serves, says where, and stops when told."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "report_qa"]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom report_qa.cli import run\nassert run(['--help']) == 0\n"
        "heavy = {'torch', 'sentence_transformers', 'onnxruntime', 'faiss', 'fastapi', 'jieba', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, timeout=60)


def test_building_and_asking_never_import_torch(built: Path) -> None:
    code = (
        "import sys\nfrom report_qa.cli import run\nassert run(['build']) == 0\nassert run(['ask', '粮食产量是多少？']) == 0\n"
        "import report_qa.service.app\n"
        "assert not {'torch', 'sentence_transformers', 'transformers'} & set(sys.modules)"
    )
    environment = os.environ | {"REPORT_QA_DATA_DIR": str(built / "data"), "REPORT_QA_INDEX_DIR": str(built / "index")}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, stdout=subprocess.DEVNULL, timeout=120)


def test_serve_says_where_it_answers_and_stops_gracefully(library: Path) -> None:
    server = subprocess.Popen([*COMMAND, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr
        ready = next(line for line in server.stderr if line.startswith("Ready to ask at "))
        address = ready.split()[4].rstrip("/").replace("localhost", "127.0.0.1")
        request = urllib.request.Request(
            f"{address}/api/v1/ask",
            json.dumps({"question": "2023年粮食产量是多少？"}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as response:
            assert json.load(response)["figures"][0]["text"] == "18.2亿斤"
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=30)
    assert server.returncode == 0


def test_serve_without_an_index_runs_and_says_why_it_is_not_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORT_QA_INDEX_DIR", str(tmp_path / "index"))
    server = subprocess.Popen([*COMMAND, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr
        said = next(line for line in server.stderr if line.startswith("error: "))
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)
    assert "There is no index yet." in said


def test_a_port_in_use_is_one_clear_line(library: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run([*COMMAND, "serve", "--port", str(port)], capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert f"Port {port} of 127.0.0.1 is in use." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_address_of_another_machine_is_one_clear_line(library: Path) -> None:
    ended = subprocess.run(
        [*COMMAND, "serve", "--host", "192.0.2.1", "--port", "0"], capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 1
    assert "Cannot listen on 192.0.2.1" in ended.stderr
    assert "Traceback" not in ended.stderr
