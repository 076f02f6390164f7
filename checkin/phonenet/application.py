"""The application that the network knows: its keys, its secret and its numbers."""

from __future__ import annotations

import json
import os
import secrets
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

NUMBERS = ("3197010520001", "3197010520002")


@dataclass(frozen=True)
class Application:
    """What a dashboard would show of one application, as `application.json` holds it."""

    application_id: str
    private_key: str
    signature_secret: str
    api_key: str
    numbers: tuple[str, ...]

    def public_key(self) -> rsa.RSAPublicKey:
        # Checking the primes again takes longer than all the rest of a start, and the key is our own.
        key = serialization.load_pem_private_key(
            self.private_key.encode(), password=None, unsafe_skip_rsa_key_validation=True
        )
        if not isinstance(key, rsa.RSAPrivateKey):
            message = "application.json holds a key that is not RSA"
            raise TypeError(message)
        return key.public_key()


def load_or_create(data: Path) -> Application:
    """Read `application.json`, or make it; keys are kept, so a restart is the same application."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / "application.json"
    if path.exists():
        stored = json.loads(path.read_text("utf-8"))
        return Application(**{**stored, "numbers": tuple(stored["numbers"])})
    application = Application(
        application_id=str(uuid.uuid4()),
        private_key=_new_private_key(),
        signature_secret=secrets.token_hex(32),
        api_key=secrets.token_hex(4),
        numbers=NUMBERS,
    )
    _write_atomically(path, json.dumps(asdict(application), indent=2) + "\n")
    return application


def _new_private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,  # the SDK refuses PKCS#1 text
        serialization.NoEncryption(),
    ).decode()


def _write_atomically(path: Path, text: str) -> None:
    """Write with mode 600 under another name, then rename: readers see all of it or nothing."""
    temporary = path.with_suffix(f".{os.getpid()}.new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
