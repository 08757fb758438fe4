"""Static files: known names only, a digest in the address that is kept for good, and imports that are followed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from report_qa.service.assets import Assets


def test_a_page_names_files_by_an_address_that_may_be_kept_for_good(client: TestClient) -> None:
    page = client.get("/").text
    addresses = re.findall(r'(?:href|src)="(/(?:assets|widget)/[^"]+)"', page)
    assert len(addresses) > 5
    for address in addresses:
        reply = client.get(address)
        assert reply.status_code == 200
        assert reply.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_an_address_of_another_digest_is_checked_again(client: TestClient) -> None:
    reply = client.get("/assets/000000000000/page.css")
    assert (reply.status_code, reply.headers["cache-control"]) == (200, "no-cache")


def test_a_file_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/assets/page.css")
    again = client.get("/assets/page.css", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_a_file_is_packed_for_who_takes_it(client: TestClient) -> None:
    packed = client.get("/widget/report-qa.js", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == client.get("/widget/report-qa.js", headers={"Accept-Encoding": "identity"}).content


@pytest.mark.parametrize(
    "path",
    ["/assets/layout.html", "/assets/templates", "/widget/page.css", "/assets/..%2Fpyproject.toml", "/assets/x/y/z"],
)
def test_nothing_else_of_the_folder_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_digest_changes_with_any_file_and_imports_are_followed(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { x } from "./b.js";\nimport {\n  y,\n} from "./c.js";\n')
    (tmp_path / "b.js").write_text('export const x = "./no.js";\n')
    (tmp_path / "c.js").write_text('import "./a.js";\n')
    (tmp_path / "notes.md").write_text("none")
    assets = Assets.load(tmp_path)
    assert sorted(assets.files) == ["a.js", "b.js", "c.js"]
    assert assets.scripts_of("a.js") == ("a.js", "b.js", "c.js")
    assert gzip.decompress(assets.files["b.js"].packed) == assets.files["b.js"].plain
    with pytest.raises(KeyError):
        assets.address("notes.md")
    before = assets.digest
    (tmp_path / "b.js").write_text("")
    assert Assets.load(tmp_path).digest != before
