"""Bytes of a file and the text in them, without ever waiting on a pipe or filling the memory."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from kgraph.documents.fields import refusal
from kgraph.settings import article_limit

if TYPE_CHECKING:
    from pathlib import Path

BYTES_PER_CHARACTER = 4  # the most that UTF-8 needs
PAGE_OVERHEAD = 20  # how much longer a page may be than the article in it

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{2,20})")
_KOREAN = {"euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "cp949", "ms949", "uhc", "x-windows-949"}


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a regular file; InputError where it is none, cannot be read or is longer than ``limit``."""
    with os.fdopen(open_regular(path), "rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise refusal(str(path), f"at most {limit:,} bytes", "more")
    return data


def open_regular(path: Path) -> int:
    """A descriptor of a regular file: opened first and looked at then, so that nothing changes in between."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise refusal(str(path), "a file that can be read", (error.strerror or "an error").lower()) from error
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return handle
    os.close(handle)
    raise refusal(str(path), "a regular file (use - for standard input)", _what(mode))


def _what(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a folder" if stat.S_ISDIR(mode) else "a device or socket"


def text_limit() -> int:
    """The most bytes that a text file of the longest article can have."""
    return BYTES_PER_CHARACTER * article_limit() + 3


def page_limit() -> int:
    """The most bytes that a web page may have."""
    return PAGE_OVERHEAD * article_limit()


def decode_text(data: bytes, place: str) -> str:
    """UTF-8 text; InputError says what was found instead, and where."""
    if data.startswith(_UTF16):
        raise refusal(place, "UTF-8 text", "UTF-16 (a byte order mark)")
    if (nul := data.find(b"\0")) >= 0:
        raise refusal(place, "UTF-8 text", f"binary data (a zero byte at {nul:,})")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal(place, "UTF-8 text", f"{_guess(data)} (byte {error.start:,})") from error


def decode_page(data: bytes, place: str) -> str:
    """Text of a web page: UTF-8, or the Korean encoding that the page declares."""
    declared = _CHARSET.search(data[:4096])
    if declared and declared[1].decode("ascii").lower() in _KOREAN and not data.startswith(b"\xef\xbb\xbf"):
        return data.replace(b"\0", b"").decode("cp949", errors="replace")
    return decode_text(data, place)


def _guess(data: bytes) -> str:
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return "other bytes"
    return "bytes that look like EUC-KR or CP949" if re.search("[가-힣]{2}", text) else "other bytes"
