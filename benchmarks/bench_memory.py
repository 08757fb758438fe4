"""Resident memory of a real server process after 0, 500 and 1,000 questions."""

from __future__ import annotations

import socket
import subprocess
import sys
import time

import httpx
import psutil

from benchmarks.questions import questions

COUNT, STEP = 1_000, 500


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(client: httpx.Client, server: subprocess.Popen[bytes]) -> None:
    """Return when an index is loaded."""
    for _ in range(300):
        if server.poll() is not None:
            raise SystemExit("The server ended before it was ready.")
        try:
            if client.get("/readyz").status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise SystemExit("The server was not ready within 30 s.")


def megabytes(process: psutil.Process) -> float:
    """Resident memory of a process and its children."""
    return sum(one.memory_info().rss for one in [process, *process.children(recursive=True)]) / 2**20


def main() -> None:
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "report_qa", "serve", "--port", str(port)], stderr=subprocess.DEVNULL
    )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, trust_env=False) as client:
            wait_until_ready(client, server)
            process = psutil.Process(server.pid)
            sizes = [megabytes(process)]
            for number, text in enumerate(questions(COUNT), 1):
                client.post("/api/v1/ask", json={"question": text}).raise_for_status()
                if number % STEP == 0:
                    sizes.append(megabytes(process))
    finally:
        server.terminate()
        server.wait(timeout=20)
    for number, size in zip(range(0, COUNT + 1, STEP), sizes, strict=True):
        print(f"after {number:5} questions   {size:7.1f} MB   (bar 1000 MB)")
    print(f"ratio of {COUNT} to {STEP} questions   {sizes[-1] / sizes[-2]:.3f}   (level: about 1)")


if __name__ == "__main__":
    main()
