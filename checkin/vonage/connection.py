"""The provider's own client, made safe: one request at a time, no silent repeats, plain http to this machine only."""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from typing import Any, cast
from urllib.parse import SplitResult, urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3 import Retry
from vonage_http_client import Auth, HttpClient, HttpClientOptions
from vonage_jwt import JwtClient

from checkin.settings import Settings
from checkin.vonage.errors import ConfigurationError

TIMEOUT_SECONDS = 10
# The SDK repeats a request that got no answer `pool_maxsize` times: ten texts for one, by default (own measurement).
ONE_REQUEST = 1


class SigningAuth(Auth):
    """Signs with a key that was read once: reading it takes 40 ms, signing 0.3 ms (own measurement)."""

    def __init__(self, application_id: str, private_key: str) -> None:
        key = read_private_key(private_key)
        super().__init__(application_id=application_id, private_key=_as_pkcs8(key))
        self._jwt_client = JwtClient(application_id, cast("Any", key))


class ThisMachineAdapter(HTTPAdapter):
    """Carries over plain http what the SDK insists on calling https."""

    def send(self, request: PreparedRequest, *given: Any, **named: Any) -> Response:
        request.url = (request.url or "").replace("https://", "http://", 1)
        return super().send(request, *given, **named)


class Connection(HttpClient):
    """One connection to the provider, for one job and one thread."""

    def __init__(self, settings: Settings) -> None:
        address = provider_address(settings.vonage_url)
        options = HttpClientOptions(
            api_host=f"{address.netloc}{address.path.rstrip('/')}",
            timeout=TIMEOUT_SECONDS,
            pool_connections=ONE_REQUEST,
            pool_maxsize=ONE_REQUEST,
            max_retries=0,
        )
        auth = SigningAuth(settings.vonage_application_id, settings.vonage_private_key.get_secret_value())
        super().__init__(auth, options)
        # A redirect may mean a second POST, or our token at a stranger's.
        self._session.max_redirects = 0
        if address.scheme == "http":
            self._session.trust_env = False  # no proxy stands between this machine and itself
            adapter = ThisMachineAdapter(pool_maxsize=ONE_REQUEST, max_retries=Retry(total=0))
            self._session.mount(f"https://{address.netloc}", adapter)

    def close(self) -> None:
        """Close the connection."""
        self._session.close()


def provider_address(url: str) -> SplitResult:
    """Read CHECKIN_VONAGE_URL. Raises ConfigurationError when numbers and tokens would travel in clear."""
    address = urlsplit(url)
    if not address.hostname or address.scheme not in {"http", "https"} or address.username is not None:
        message = "CHECKIN_VONAGE_URL: must be an address such as https://api-eu.vonage.com"
        raise ConfigurationError(message)
    if address.scheme == "http" and not _is_this_machine(address.hostname):
        message = "CHECKIN_VONAGE_URL: plain http is allowed to this machine only; use https"
        raise ConfigurationError(message)
    return address


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=4)
def read_private_key(text: str) -> RSAPrivateKey:
    """Read the application's key, also when it was written in one line, as in an `.env` file."""
    wrong = "CHECKIN_VONAGE_PRIVATE_KEY: is not a private RSA key in PEM text, without a password"
    try:
        key = serialization.load_pem_private_key(_with_lines(text).encode(), password=None)
    except (ValueError, TypeError) as error:
        raise ConfigurationError(wrong) from error
    if not isinstance(key, RSAPrivateKey):
        raise ConfigurationError(wrong)
    return key


def _with_lines(text: str) -> str:
    return text.replace("\\r", "").replace("\\n", "\n").strip() + "\n"


def _as_pkcs8(key: RSAPrivateKey) -> str:
    """Write the key the one way in which the SDK takes it as text."""
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
