"""Style, script and typeface, under an address that changes with their contents: browsers keep them for ever."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from whitenoise import WhiteNoise

from checkin.web.headers import FOR_FILES

if TYPE_CHECKING:
    from wsgiref.headers import Headers

    from flask import Flask

DIRECTORY = Path(__file__).parent / "static"


def install(app: Flask) -> None:
    """Serve the files, and give templates `asset("style.css")`."""
    prefix = f"/static/{_version()}/"
    served = WhiteNoise(
        app.wsgi_app,
        allow_all_origins=False,
        immutable_file_test=lambda _path, _url: True,
        add_headers_function=_add_headers,
    )
    served.add_files(str(DIRECTORY), prefix=prefix)  # type: ignore[no-untyped-call]
    app.wsgi_app = served  # type: ignore[method-assign]
    app.add_template_global(lambda name: f"{prefix}{name}", "asset")


def _version() -> str:
    digest = hashlib.sha256()
    for path in sorted(DIRECTORY.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(DIRECTORY)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _add_headers(headers: Headers, _path: str, _url: str) -> None:
    for name, value in FOR_FILES.items():
        headers[name] = value
