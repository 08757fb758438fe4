"""`Package`: the parts of a DOCX, opened with limits that are checked before anything is inflated."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from report_qa.errors import SourceError

MAX_MEMBERS = 10_000
MAX_PART = 32 * 2**20  # bytes of one inflated part; a report's text takes well under one million
MAX_TOTAL = 2**30  # bytes that the whole archive says it inflates to
MAX_RATIO = 500  # an XML part that shrinks further than this was made to do harm
_SMALL = 2**20  # bytes below which the ratio says nothing
_DAMAGED = "Open the file in Word, save it again as .docx and add that."
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00[DE]\x00|\x00<\x00!\x00[DE]")
_NAMED = {
    "word": "",
    "xl": "an Excel workbook",
    "ppt": "a PowerPoint presentation",
}
_MIMES = {
    "application/epub+zip": "an EPUB book",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text (ODT)",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet",
}


@dataclass(frozen=True, slots=True)
class Package:
    """An open DOCX. `main` is the name of the part that holds the body."""

    archive: zipfile.ZipFile
    main: str

    def related(self, kind: str) -> etree._Element | None:
        """The part that the body names as its `kind` (`footnotes`, `numbering`, `styles`), or None.

        Raises:
            SourceError: the part is broken or too large.
        """
        target = _related(self.archive, self.main, kind)
        return None if target is None or target not in self.archive.namelist() else _parse(_read(self.archive, target))

    def body(self) -> etree._Element:
        """The root of the body's part.

        Raises:
            SourceError: the part is broken or too large.
        """
        return _parse(_read(self.archive, self.main))


def open_package(data: bytes) -> Package:
    """Open a DOCX.

    Raises:
        SourceError: a broken, encrypted or oversized archive, or one that is no Word document.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise SourceError("The file is a damaged DOCX or zip archive.", _DAMAGED) from error
    members = archive.infolist()
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_TOTAL:
        raise SourceError(
            "The archive inflates to more than a report can be.", "Save the report's text alone as .docx."
        )
    main = _related(archive, "", "officeDocument")
    if main is None or main not in archive.namelist():
        raise _foreign(archive)
    if main.partition("/")[0] in ("xl", "ppt"):
        raise _foreign(archive)
    return Package(archive, main)


def _foreign(archive: zipfile.ZipFile) -> SourceError:
    """What a zip archive that is no DOCX seems to be, as an error."""
    names = archive.namelist()
    what = next((_NAMED[name.partition("/")[0]] for name in names if _NAMED.get(name.partition("/")[0])), "")
    if not what and "mimetype" in names:
        what = _MIMES.get(_read(archive, "mimetype").decode("latin-1").strip(), "")
    if not what and "OFD.xml" in names:
        return SourceError("The file is an OFD, which cannot be read.", "Print it to PDF and add the PDF.")
    if what:
        return SourceError(f"The file is {what}, not a Word document.", "Save the report's text as .docx and add that.")
    return SourceError(
        "The file is a zip archive, not a Word document.",
        "Unpack it and add the report that it holds; or save as .docx.",
    )


def _related(archive: zipfile.ZipFile, part: str, kind: str) -> str | None:
    """The part that `part` (empty: the package) names as its `kind`, as a member's name."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive.namelist():
        return None
    for relation in _parse(_read(archive, rels)).iter("{*}Relationship"):
        if str(relation.get("Type", "")).rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
            target = str(relation.get("Target", ""))
            return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return None


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member, no more than `MAX_PART` whatever its header says."""
    member = archive.getinfo(name)
    if member.flag_bits & 0x1:
        raise SourceError("The file is protected by a password.", "Save it without the password and add that.")
    large = member.file_size > _SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1)
    if large or member.file_size > MAX_PART:
        raise SourceError("A part of the DOCX inflates to more than a report can be.", _DAMAGED)
    try:
        with archive.open(member) as stream:
            data = stream.read(MAX_PART + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise SourceError("The DOCX is damaged: a part of it cannot be unpacked.", _DAMAGED) from error
    if len(data) > MAX_PART:
        raise SourceError("A part of the DOCX inflates to more than a report can be.", _DAMAGED)
    return data


def _parse(data: bytes) -> etree._Element:
    if _DTD.search(data):  # no DOCX has one; those made to do harm do
        raise SourceError("The DOCX holds a document type definition, which no Word document does.", _DAMAGED)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root: etree._Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("The DOCX is damaged: a part of it is not well-formed.", _DAMAGED) from error
    return root
